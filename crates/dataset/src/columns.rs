//! A records dataset taken apart. Its columns are read off the bytes, once, because a JSON value of each
//! number, or a second look at the text, would take longer than everything else together.

use super::json::{Json, NotJson};
use super::plain_members::{NotRead, plain_members};
use integers::{Column, Text, column};
use model::Member;

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

/// A file's fields.
#[derive(Debug)]
pub(super) struct Parts {
    /// Those that are not in the lists below.
    pub head: Json,
    /// Plain lists of members.
    pub members: Vec<(String, Vec<Member>)>,
    /// What is in `columns`.
    pub columns: Option<Vec<(String, Column)>>,
}

/// What a field is expected to hold, by its name. One that holds something else is read as what it is.
#[derive(Clone, Copy)]
pub(super) struct Expected {
    /// Members, in a list.
    pub members: fn(&str) -> bool,
    /// Places in a list, in a column.
    pub codes: fn(&str) -> bool,
}

/// Takes a file apart.
pub(super) fn parts(text: Text, expected: Expected) -> Result<Parts, Fault> {
    let mut walk = Walk { text, field: String::new() };
    let mut head = Vec::new();
    let mut members = Vec::new();
    let mut columns = None;
    walk.object(|walk, key| {
        if key == "columns" {
            let mut found = Vec::new();
            walk.object(|walk, key| {
                walk.field.clone_from(&key);
                // Columns are of one length: the first one tells how long.
                let length = found.first().map_or(0, |(_, first): &(String, Column)| first.len());
                let column = column(&mut walk.text, length, (expected.codes)(&key));
                let column = column.ok_or_else(|| walk.fault(true))?;
                found.push((key, column));
                walk.field.clear();
                Ok(())
            })?;
            columns = Some(found);
        } else if (expected.members)(&key)
            && let Some(list) = walk.members()
        {
            // What is null is not there, whatever was there before.
            head.push((key.clone(), Json::Null));
            members.retain(|(other, _)| *other != key);
            members.push((key, list));
        } else {
            let value = walk.value()?;
            members.retain(|(other, _)| *other != key);
            head.push((key, value));
        }
        Ok(())
    })?;
    walk.text.skip_space();
    match walk.text.peek() {
        None => Ok(Parts { head: Json::Object(head), members, columns }),
        Some(_) => Err(walk.fault(false)),
    }
}

/// A way through JSON text.
struct Walk<'a> {
    text: Text<'a>,
    field: String,
}

impl Walk<'_> {
    fn fault(&self, number: bool) -> Fault {
        Fault { offset: self.text.offset(), field: self.field.clone(), number }
    }

    fn take(&mut self, byte: u8) -> Result<(), Fault> {
        self.text.skip_space();
        match self.text.peek() == Some(byte) {
            true => {
                self.text.at += 1;
                Ok(())
            }
            false => Err(self.fault(false)),
        }
    }

    /// Calls `each` with every key of an object, at its value.
    fn object(&mut self, mut each: impl FnMut(&mut Self, String) -> Result<(), Fault>) -> Result<(), Fault> {
        self.take(b'{')?;
        self.text.skip_space();
        if self.text.peek() == Some(b'}') {
            self.text.at += 1;
            return Ok(());
        }
        loop {
            self.text.skip_space();
            let Json::Text(key) = self.value()? else { return Err(self.fault(false)) };
            self.take(b':')?;
            each(self, key)?;
            self.text.skip_space();
            if self.text.peek() == Some(b'}') {
                self.text.at += 1;
                return Ok(());
            }
            self.take(b',')?;
        }
    }

    /// A list of members, if it is a plain one. The text stays where it is when it is not.
    fn members(&mut self) -> Option<Vec<Member>> {
        self.text.skip_space();
        loop {
            match plain_members(self.text.ahead()) {
                Ok((members, length)) => {
                    self.text.at += length;
                    return Some(members);
                }
                Err(NotRead::CutShort) if self.text.more() => {}
                Err(_) => return None,
            }
        }
    }

    /// A JSON value of any kind.
    fn value(&mut self) -> Result<Json, Fault> {
        loop {
            let ahead = self.text.ahead();
            let value = Json::first(ahead);
            let (Ok((_, end)) | Err(NotJson(end))) = value;
            // What ends where a piece does may go on in the next one.
            if end == ahead.len() && self.text.more() {
                continue;
            }
            self.text.at += end;
            return value.map(|(value, _)| value).map_err(|_| self.fault(false));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXPECTED: Expected = Expected { members: |name| name == "places", codes: |name| name == "m" };

    fn json(text: &str) -> Json {
        Json::whole(text.as_bytes()).unwrap()
    }

    #[test]
    fn members_are_read_without_values_where_they_are_nothing_else() {
        let read = |list: &str| {
            let text = format!(r#"{{"places": {list}, "b": 1}}"#);
            let whole = parts(Text::whole(text.as_bytes()), EXPECTED).unwrap();
            for piece in 1..100 {
                let mut file = text.as_bytes();
                let read = parts(Text::in_pieces(&mut file, piece), EXPECTED);
                assert_eq!(format!("{:?}", read.unwrap()), format!("{whole:?}"), "{piece}");
            }
            (whole.members, whole.head)
        };
        let list = r#"[{"code": "429", "name": {"en": "Mexico"}}]"#;
        let (members, head) = read(list);
        assert_eq!((members[0].0.as_str(), members[0].1[0].name.en.as_str()), ("places", "Mexico"));
        assert_eq!(head, json(r#"{"places": null, "b": 1}"#));
        // With anything else they are values, so that what is wrong can be told with its place.
        let (members, head) = read("[{}]");
        assert_eq!(members, []);
        assert_eq!(head, json(r#"{"places": [{}], "b": 1}"#));
        // Of a field that is there twice the last one counts, whatever it holds.
        let twice = |first: &str, second: &str| {
            let text = format!(r#"{{"places": {first}, "places": {second}}}"#);
            let parts = parts(Text::whole(text.as_bytes()), EXPECTED).unwrap();
            (parts.members.len(), parts.head.get("places").is_some_and(|value| *value != Json::Null))
        };
        assert_eq!(twice("[]", "[null]"), (0, true));
        assert_eq!(twice("[null]", "[]"), (1, false));
    }

    #[test]
    fn a_file_is_taken_apart() {
        let text = br#" {"a": "x", "columns": {"n": [1, 2], "m": []}, "b": [{}]} "#;
        let parts = parts(Text::whole(text), EXPECTED).unwrap();
        assert_eq!(parts.head, json(r#"{"a": "x", "b": [{}]}"#));
        let columns = parts.columns.unwrap();
        let [(n, Column::Amounts(numbers)), (m, Column::Bytes(codes))] = columns.as_slice() else {
            panic!("{columns:?}");
        };
        assert_eq!((n.as_str(), m.as_str()), ("n", "m"));
        assert_eq!(numbers.numbers, [1, 2]);
        assert!(codes.numbers.is_empty());
        for broken in ["{", "{}x", "[]", "{\"a\" 1}", "{\"a\": 1,}", "{\"columns\": {\"n\": [1}}", "{1: 2}"] {
            assert!(super::parts(Text::whole(broken.as_bytes()), EXPECTED).is_err(), "{broken}");
        }
    }

    #[test]
    fn it_does_not_matter_where_pieces_end() {
        let long = "123456,".repeat(60);
        let text = format!(
            r#"{{"a": ["tru\u00e9", -1.5e3, true], "columns": {{"n": [{long} 70000 , 1], "m": [1]}}, "b": 12}} "#
        );
        for text in [text.as_str(), &text[..text.len() - 40], "{\"a\": 1}x", "{\"a\": 12", ""] {
            let whole = parts(Text::whole(text.as_bytes()), EXPECTED);
            for piece in 1..100 {
                let mut file = text.as_bytes();
                let read = parts(Text::in_pieces(&mut file, piece), EXPECTED);
                assert_eq!(format!("{read:?}"), format!("{whole:?}"), "{piece}");
            }
        }
    }
}
