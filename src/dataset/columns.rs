//! The columns of a records dataset: lists of whole numbers, which are nearly all of the file. They
//! are read off the bytes, once: a JSON value of each number, or a second look at the text, would take
//! longer than everything else together.

use serde_json::{Deserializer, Map, Value};

use super::problem::{Problem, ProblemKind};

/// Why a file could not be taken apart.
#[derive(Debug)]
pub(super) struct Fault {
    /// Where: bytes from the beginning.
    pub offset: usize,
    /// The column that it is in; empty outside of them.
    pub field: String,
    /// A number was expected, or JSON of any kind.
    pub number: bool,
}

/// A file's fields apart from its columns, and where the list of each column begins.
pub(super) type Parts = (Value, Option<Vec<(String, Vec<u64>)>>);

/// Takes a file apart: the fields as JSON values, the columns as numbers.
pub(super) fn parts(bytes: &[u8]) -> Result<Parts, Fault> {
    let mut walk = Walk { bytes, at: 0, field: String::new() };
    let mut head = Map::new();
    let mut columns = None;
    walk.object(|walk, key| {
        if key == "columns" {
            let mut found = Vec::new();
            walk.object(|walk, key| {
                walk.field.clone_from(&key);
                // Columns are of one length: the first one tells how long.
                let length = found.first().map_or(0, |(_, first): &(String, Vec<u64>)| first.len());
                found.push((key, walk.integers(length)?));
                walk.field.clear();
                Ok(())
            })?;
            columns = Some(found);
        } else {
            let value = walk.value()?;
            head.insert(key, value);
        }
        Ok(())
    })?;
    walk.skip_space();
    match walk.at == bytes.len() {
        true => Ok((Value::Object(head), columns)),
        false => Err(walk.fault(false)),
    }
}

/// A place in JSON text.
struct Walk<'a> {
    bytes: &'a [u8],
    at: usize,
    field: String,
}

/// Nineteen nines fit into 64 bits.
const MOST_DIGITS: usize = 19;

/// Numbers that are read in one call.
const AT_ONCE: usize = 4096;

impl Walk<'_> {
    fn fault(&self, number: bool) -> Fault {
        Fault { offset: self.at, field: self.field.clone(), number }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    fn take(&mut self, byte: u8) -> Result<(), Fault> {
        self.skip_space();
        match self.peek() == Some(byte) {
            true => {
                self.at += 1;
                Ok(())
            }
            false => Err(self.fault(false)),
        }
    }

    /// Calls `each` with every key of an object, at its value.
    fn object(&mut self, mut each: impl FnMut(&mut Self, String) -> Result<(), Fault>) -> Result<(), Fault> {
        self.take(b'{')?;
        self.skip_space();
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(());
        }
        loop {
            self.skip_space();
            let Value::String(key) = self.value()? else { return Err(self.fault(false)) };
            self.take(b':')?;
            each(self, key)?;
            self.skip_space();
            if self.peek() == Some(b'}') {
                self.at += 1;
                return Ok(());
            }
            self.take(b',')?;
        }
    }

    /// A JSON value of any kind.
    fn value(&mut self) -> Result<Value, Fault> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let mut stream = Deserializer::from_slice(rest).into_iter::<Value>();
        match stream.next() {
            Some(Ok(value)) => {
                self.at += stream.byte_offset();
                Ok(value)
            }
            Some(Err(_)) | None => {
                self.at += stream.byte_offset();
                Err(self.fault(false))
            }
        }
    }

    /// `[1, 20, 300]`, probably `length` of them.
    fn integers(&mut self, length: usize) -> Result<Vec<u64>, Fault> {
        let mut numbers = Vec::with_capacity(length);
        self.skip_space();
        if self.peek() != Some(b'[') {
            return Err(self.fault(true));
        }
        self.at += 1;
        self.skip_space();
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(numbers);
        }
        while self.some_integers(&mut numbers)? {}
        Ok(numbers)
    }

    /// Some of the numbers of a list; `false` after the last one. A browser does not replace a running
    /// function by its optimised form: in short calls most of a long list is read by that one.
    #[inline(never)]
    fn some_integers(&mut self, numbers: &mut Vec<u64>) -> Result<bool, Fault> {
        for _ in 0..AT_ONCE {
            if self.peek().is_some_and(|b| b.is_ascii_whitespace()) {
                self.skip_space();
            }
            let start = self.at;
            let mut number: u64 = 0;
            while let Some(byte) = self.peek() {
                let digit = byte.wrapping_sub(b'0');
                if digit > 9 {
                    break;
                }
                number = number.wrapping_mul(10).wrapping_add(u64::from(digit));
                self.at += 1;
            }
            let digits = self.at - start;
            if digits == 0 || digits > MOST_DIGITS {
                return Err(self.fault(true));
            }
            numbers.push(number);
            if self.peek().is_some_and(|b| b.is_ascii_whitespace()) {
                self.skip_space();
            }
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b']') => {
                    self.at += 1;
                    return Ok(false);
                }
                _ => return Err(self.fault(true)),
            }
        }
        Ok(true)
    }
}

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
        let mut walk = Walk { bytes: list.as_bytes(), at: 0, field: String::new() };
        walk.integers(0).map_err(|fault| fault.offset)
    }

    #[test]
    fn whole_numbers_are_read() {
        assert_eq!(read("[]"), Ok(vec![]));
        assert_eq!(read("[ 1,\n 20 , 0 ]"), Ok(vec![1, 20, 0]));
        assert_eq!(
            read("[4000000000,9999999999999999999]"),
            Ok(vec![4_000_000_000, 9_999_999_999_999_999_999])
        );
    }

    #[test]
    fn anything_else_is_refused_where_it_stands() {
        for (list, offset) in [
            ("[1,-2]", 3),
            ("[1,2.5]", 4),
            ("[1e9]", 2),
            ("[\"1\"]", 1),
            ("[[1]]", 1),
            ("[1 2]", 3),
            ("[1,]", 3),
            ("[1", 2),
            ("{}", 0),
            ("[10000000000000000000000]", 24),
        ] {
            assert_eq!(read(list), Err(offset), "{list}");
        }
    }

    #[test]
    fn a_file_is_taken_apart() {
        let (head, columns) =
            parts(br#" {"a": "x", "columns": {"n": [1, 2], "m": []}, "b": [{}]} "#).unwrap();
        assert_eq!(head, serde_json::json!({ "a": "x", "b": [{}] }));
        assert_eq!(columns.unwrap(), [("n".to_owned(), vec![1, 2]), ("m".to_owned(), vec![])]);
        for broken in ["{", "{}x", "[]", "{\"a\" 1}", "{\"a\": 1,}", "{\"columns\": {\"n\": [1}}", "{1: 2}"] {
            assert!(parts(broken.as_bytes()).is_err(), "{broken}");
        }
    }

    #[test]
    fn a_fault_has_its_line_and_column() {
        let problem = fault_at(b"{\n \"a\": [x]", 9, "a", |column| ProblemKind::NotAWholeNumber { column });
        assert_eq!(problem.line, Some(2));
        assert_eq!(problem.kind, ProblemKind::NotAWholeNumber { column: 8 });
    }
}
