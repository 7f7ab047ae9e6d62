//! The columns of a records dataset: lists of whole numbers, most of the file. They are read off the
//! text without building a JSON value of each number, which is several times quicker.

use super::problem::{Problem, ProblemKind};

/// Reads `[1, 20, 300]`, text that is known to be valid JSON, and hands each number to `take`. Stops
/// at the first thing that is no whole number, or when `take` refuses one, with its offset.
pub(super) fn integers(list: &[u8], mut take: impl FnMut(u64) -> bool) -> Result<(), usize> {
    let mut at = 0;
    let mut number: u64 = 0;
    let mut digits = 0;
    if list.first() != Some(&b'[') {
        return Err(0);
    }
    while let Some(byte) = list.get(at + 1) {
        at += 1;
        match byte {
            b'0'..=b'9' if digits < MOST_DIGITS => {
                number = number * 10 + u64::from(byte - b'0');
                digits += 1;
            }
            b',' | b']' if digits > 0 => {
                if !take(number) {
                    return Err(at - digits);
                }
                number = 0;
                digits = 0;
            }
            b' ' | b'\n' | b'\r' | b'\t' | b']' => {}
            _ => return Err(at),
        }
    }
    Ok(())
}

/// Nineteen nines fit into 64 bits.
const MOST_DIGITS: usize = 19;

/// A fault at a byte of the file, with the line and column that a person looks for.
pub(super) fn fault_at(
    file: &[u8],
    offset: usize,
    place: &str,
    kind: impl Fn(usize) -> ProblemKind,
) -> Problem {
    let before = file.get(..offset).unwrap_or_default();
    let line = 1 + before.iter().filter(|b| **b == b'\n').count();
    let column = 1 + before.iter().rev().take_while(|b| **b != b'\n').count();
    Problem { place: place.to_owned(), line: Some(line), kind: kind(column) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(list: &str) -> Result<Vec<u64>, usize> {
        let mut numbers = Vec::new();
        integers(list.as_bytes(), |n| {
            numbers.push(n);
            true
        })?;
        Ok(numbers)
    }

    #[test]
    fn whole_numbers_are_read() {
        assert_eq!(read("[]"), Ok(vec![]));
        assert_eq!(read("[ 1,\n 20 , 0]"), Ok(vec![1, 20, 0]));
        assert_eq!(
            read("[4000000000,9999999999999999999]"),
            Ok(vec![4_000_000_000, 9_999_999_999_999_999_999])
        );
    }

    #[test]
    fn anything_else_is_refused_where_it_stands() {
        assert_eq!(read("[1,-2]"), Err(3));
        assert_eq!(read("[1,2.5]"), Err(4));
        assert_eq!(read("[1e9]"), Err(2));
        assert_eq!(read("[\"1\"]"), Err(1));
        assert_eq!(read("[[1]]"), Err(1));
        assert_eq!(read("{}"), Err(0));
        assert_eq!(read("[10000000000000000000000]"), Err(20));
    }

    #[test]
    fn a_fault_has_its_line_and_column() {
        let problem = fault_at(b"{\n \"a\": [x]", 9, "a", |column| ProblemKind::NotAWholeNumber { column });
        assert_eq!(problem.line, Some(2));
        assert_eq!(problem.kind, ProblemKind::NotAWholeNumber { column: 8 });
    }
}
