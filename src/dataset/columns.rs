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

/// The numbers of a column.
#[derive(Debug, PartialEq)]
pub(super) enum Column {
    /// Indices into lists.
    Codes(Vec<u16>),
    Numbers(Vec<u64>),
}

impl Column {
    pub fn len(&self) -> usize {
        match self {
            Column::Codes(codes) => codes.len(),
            Column::Numbers(numbers) => numbers.len(),
        }
    }
}

/// A file's fields apart from its columns, and its columns.
pub(super) type Parts = (Value, Option<Vec<(String, Column)>>);

/// Takes a file apart: the fields as JSON values, the columns as numbers. Those that `holds_codes` are
/// expected to have room in sixteen bits.
pub(super) fn parts(bytes: &[u8], holds_codes: fn(&str) -> bool) -> Result<Parts, Fault> {
    let mut walk = Walk { bytes, at: 0, field: String::new() };
    let mut head = Map::new();
    let mut columns = None;
    walk.object(|walk, key| {
        if key == "columns" {
            let mut found = Vec::new();
            walk.object(|walk, key| {
                walk.field.clone_from(&key);
                // Columns are of one length: the first one tells how long.
                let length = found.first().map_or(0, |(_, first): &(String, Column)| first.len());
                let column = walk.column(length, holds_codes(&key))?;
                found.push((key, column));
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

    /// A column: sixteen bits a number where all have room in them, as indices into lists do. Numbers
    /// that are wider are read again, as long as they are few.
    fn column(&mut self, length: usize, narrow: bool) -> Result<Column, Fault> {
        let start = self.at;
        if narrow && let Some(codes) = self.integers(length)? {
            return Ok(Column::Codes(codes));
        }
        self.at = start;
        // Everything has room in 64 bits.
        Ok(Column::Numbers(self.integers(length)?.unwrap_or_default()))
    }

    /// `[1, 20, 300]`, probably `length` of them; `None` where one has no room.
    fn integers<T: TryFrom<u64>>(&mut self, length: usize) -> Result<Option<Vec<T>>, Fault> {
        let mut numbers = Vec::with_capacity(length);
        self.skip_space();
        if self.peek() != Some(b'[') {
            return Err(self.fault(true));
        }
        self.at += 1;
        self.skip_space();
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(Some(numbers));
        }
        loop {
            match self.some_integers(&mut numbers)? {
                Next::More => {}
                Next::End => return Ok(Some(numbers)),
                Next::NoRoom => return Ok(None),
            }
        }
    }

    /// Some of the numbers of a list. A browser does not replace a running function by its optimised form:
    /// in short calls most of a long list is read by that one. The place is a local until the end, because
    /// the form before keeps locals in registers and fields in memory.
    #[inline(never)]
    fn some_integers<T: TryFrom<u64>>(&mut self, numbers: &mut Vec<T>) -> Result<Next, Fault> {
        let bytes = self.bytes;
        let mut at = self.at;
        for _ in 0..AT_ONCE {
            at = after_space(bytes, at);
            let start = at;
            let mut number: u64 = 0;
            while let Some(byte) = bytes.get(at) {
                let digit = byte.wrapping_sub(b'0');
                if digit > 9 {
                    break;
                }
                number = number.wrapping_mul(10).wrapping_add(u64::from(digit));
                at += 1;
            }
            let digits = at - start;
            if digits == 0 || digits > MOST_DIGITS {
                self.at = at;
                return Err(self.fault(true));
            }
            let Ok(number) = T::try_from(number) else { return Ok(Next::NoRoom) };
            numbers.push(number);
            at = after_space(bytes, at);
            match bytes.get(at) {
                Some(b',') => at += 1,
                Some(b']') => {
                    self.at = at + 1;
                    return Ok(Next::End);
                }
                _ => {
                    self.at = at;
                    return Err(self.fault(true));
                }
            }
        }
        self.at = at;
        Ok(Next::More)
    }
}

/// What comes after some numbers of a list.
enum Next {
    More,
    End,
    /// A number that the list's kind has no room for.
    NoRoom,
}

/// The first place from `at` on that is no white space.
#[inline]
fn after_space(bytes: &[u8], mut at: usize) -> usize {
    while matches!(bytes.get(at), Some(b' ' | b'\n' | b'\r' | b'\t')) {
        at += 1;
    }
    at
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
        walk.integers(0).map(Option::unwrap_or_default).map_err(|fault| fault.offset)
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
            parts(br#" {"a": "x", "columns": {"n": [1, 2], "m": []}, "b": [{}]} "#, |name| name == "m")
                .unwrap();
        assert_eq!(head, serde_json::json!({ "a": "x", "b": [{}] }));
        let expected =
            [("n".to_owned(), Column::Numbers(vec![1, 2])), ("m".to_owned(), Column::Codes(vec![]))];
        assert_eq!(columns.unwrap(), expected);
        for broken in ["{", "{}x", "[]", "{\"a\" 1}", "{\"a\": 1,}", "{\"columns\": {\"n\": [1}}", "{1: 2}"] {
            assert!(parts(broken.as_bytes(), |_| true).is_err(), "{broken}");
        }
    }

    #[test]
    fn codes_without_room_are_numbers() {
        let column = |list: &str| {
            let (_, columns) =
                parts(format!(r#"{{"columns": {{"n": {list}}}}}"#).as_bytes(), |_| true).unwrap();
            columns.unwrap().remove(0).1
        };
        assert_eq!(column("[1, 65535]"), Column::Codes(vec![1, 65_535]));
        assert_eq!(column("[1, 65536]"), Column::Numbers(vec![1, 65_536]));
    }

    #[test]
    fn a_fault_has_its_line_and_column() {
        let problem = fault_at(b"{\n \"a\": [x]", 9, "a", |column| ProblemKind::NotAWholeNumber { column });
        assert_eq!(problem.line, Some(2));
        assert_eq!(problem.kind, ProblemKind::NotAWholeNumber { column: 8 });
    }
}
