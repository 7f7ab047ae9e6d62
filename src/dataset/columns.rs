//! A records dataset taken apart: its columns are read off the bytes, once, because a JSON value of each
//! number, or a second look at the text, would take longer than everything else together.

use serde_json::{Deserializer, Map, Value};

use super::integers::{Integers, Unread, after_space, integers};
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
    Codes(Integers<u16>),
    Numbers(Integers<u64>),
}

impl Column {
    pub fn len(&self) -> usize {
        match self {
            Column::Codes(codes) => codes.numbers.len(),
            Column::Numbers(numbers) => numbers.numbers.len(),
        }
    }

    /// The largest number; 0 where there is none.
    pub fn largest(&self) -> u64 {
        match self {
            Column::Codes(codes) => codes.largest,
            Column::Numbers(numbers) => numbers.largest,
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

impl Walk<'_> {
    fn fault(&self, number: bool) -> Fault {
        Fault { offset: self.at, field: self.field.clone(), number }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip_space(&mut self) {
        self.at = after_space(self.bytes, self.at);
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

    /// A column of probably `length` numbers: sixteen bits each where all have room in them, as indices
    /// into lists do. Numbers that are wider are read again, as long as they are few.
    fn column(&mut self, length: usize, narrow: bool) -> Result<Column, Fault> {
        if narrow {
            match integers(self.bytes, self.at, length) {
                Err(Unread::NoRoom) => {}
                read => return self.read(read).map(Column::Codes),
            }
        }
        let read = integers(self.bytes, self.at, length);
        self.read(read).map(Column::Numbers)
    }

    fn read<T>(&mut self, list: Result<Integers<T>, Unread>) -> Result<Integers<T>, Fault> {
        match list {
            Ok(list) => {
                self.at = list.end;
                Ok(list)
            }
            Err(Unread::NotANumber(at)) => {
                self.at = at;
                Err(self.fault(true))
            }
            // Everything has room in 64 bits.
            Err(Unread::NoRoom) => Err(self.fault(true)),
        }
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

    #[test]
    fn a_file_is_taken_apart() {
        let text = br#" {"a": "x", "columns": {"n": [1, 2], "m": []}, "b": [{}]} "#;
        let (head, columns) = parts(text, |name| name == "m").unwrap();
        assert_eq!(head, serde_json::json!({ "a": "x", "b": [{}] }));
        let columns = columns.unwrap();
        let [(n, Column::Numbers(numbers)), (m, Column::Codes(codes))] = columns.as_slice() else {
            panic!("{columns:?}");
        };
        assert_eq!((n.as_str(), m.as_str()), ("n", "m"));
        assert_eq!(numbers.numbers, [1, 2]);
        assert!(codes.numbers.is_empty());
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
        assert!(matches!(column("[1, 65535]"), Column::Codes(codes) if codes.numbers == [1, 65_535]));
        assert!(matches!(column("[1, 65536]"), Column::Numbers(all) if all.numbers == [1, 65_536]));
    }

    #[test]
    fn a_fault_has_its_line_and_column() {
        let problem = fault_at(b"{\n \"a\": [x]", 9, "a", |column| ProblemKind::NotAWholeNumber { column });
        assert_eq!(problem.line, Some(2));
        assert_eq!(problem.kind, ProblemKind::NotAWholeNumber { column: 8 });
    }
}
