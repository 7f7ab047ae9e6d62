//! JSON values, as the head of a dataset holds them.
//!
//! `serde_json` has such values, too, with every number made into one of three kinds and every error into a
//! sentence: a fifth of the worker for records, which shows neither.

use integers::after_space;
use model::read_decimal;

/// A JSON value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Json {
    Null,
    Flag(bool),
    /// As it is written.
    Number(String),
    Text(String),
    List(Vec<Json>),
    /// As the file has it. Of a key that is there twice the last one counts.
    Object(Vec<(String, Json)>),
}

/// A text is no JSON: where, bytes from its beginning. At its end where it ends too early.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NotJson(pub usize);

/// Lists and objects within each other, at most: each is a call within a call.
const DEEPEST: usize = 127;

impl Json {
    /// Reads a text that is one value.
    pub fn whole(text: &[u8]) -> Result<Json, NotJson> {
        let (value, end) = Json::first(text)?;
        match after_space(text, end) {
            end if end == text.len() => Ok(value),
            end => Err(NotJson(end)),
        }
    }

    /// Reads the value at the beginning of a text. Also how long it is.
    pub fn first(text: &[u8]) -> Result<(Json, usize), NotJson> {
        let mut walk = Walk { text, at: 0 };
        let value = walk.value(0)?;
        Ok((value, walk.at))
    }

    /// The field of an object.
    pub fn get(&self, key: &str) -> Option<&Json> {
        match self {
            Json::Object(fields) => fields.iter().rev().find(|(name, _)| name == key).map(|(_, value)| value),
            _ => None,
        }
    }

    pub fn as_text(&self) -> Option<&str> {
        match self {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }

    pub fn as_list(&self) -> Option<&[Json]> {
        match self {
            Json::List(list) => Some(list),
            _ => None,
        }
    }

    pub fn as_flag(&self) -> Option<bool> {
        match self {
            Json::Flag(flag) => Some(*flag),
            _ => None,
        }
    }

    /// This number, if it is not too large for one.
    pub fn as_f64(&self) -> Option<f64> {
        match self {
            Json::Number(number) => read_decimal(number),
            _ => None,
        }
    }

    /// This number, if it is a whole one from 0 on.
    pub fn as_u64(&self) -> Option<u64> {
        match self {
            Json::Number(number) => number.parse().ok(),
            _ => None,
        }
    }
}

/// A text as JSON has it, in quotes.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        let escape = match character {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\u{8}' => "\\b",
            '\t' => "\\t",
            '\n' => "\\n",
            '\u{c}' => "\\f",
            '\r' => "\\r",
            ..' ' => {
                quoted.push_str(&format!("\\u{:04x}", u32::from(character)));
                continue;
            }
            _ => {
                quoted.push(character);
                continue;
            }
        };
        quoted.push_str(escape);
    }
    quoted.push('"');
    quoted
}

/// A way through a text.
struct Walk<'a> {
    text: &'a [u8],
    at: usize,
}

impl Walk<'_> {
    fn fault<T>(&self) -> Result<T, NotJson> {
        Err(NotJson(self.at))
    }

    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    /// Passes one of these bytes, if it stands here.
    fn pass(&mut self, any_of: &[u8]) -> bool {
        let is_here = self.peek().is_some_and(|byte| any_of.contains(&byte));
        self.at += usize::from(is_here);
        is_here
    }

    fn take(&mut self, bytes: &[u8]) -> Result<(), NotJson> {
        for byte in bytes {
            if !self.pass(&[*byte]) {
                return self.fault();
            }
        }
        Ok(())
    }

    fn skip_space(&mut self) {
        self.at = after_space(self.text, self.at);
    }

    /// A value that is within so many others.
    fn value(&mut self, depth: usize) -> Result<Json, NotJson> {
        self.skip_space();
        match self.peek() {
            Some(b'{' | b'[') if depth == DEEPEST => self.fault(),
            Some(b'{') => {
                let mut fields = Vec::new();
                self.parts(b'}', &mut |walk| {
                    walk.skip_space();
                    let key = walk.text()?;
                    walk.skip_space();
                    walk.take(b":")?;
                    fields.push((key, walk.value(depth + 1)?));
                    Ok(())
                })?;
                Ok(Json::Object(fields))
            }
            Some(b'[') => {
                let mut list = Vec::new();
                self.parts(b']', &mut |walk| {
                    list.push(walk.value(depth + 1)?);
                    Ok(())
                })?;
                Ok(Json::List(list))
            }
            Some(b'"') => self.text().map(Json::Text),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b't') => self.take(b"true").map(|()| Json::Flag(true)),
            Some(b'f') => self.take(b"false").map(|()| Json::Flag(false)),
            Some(b'n') => self.take(b"null").map(|()| Json::Null),
            _ => self.fault(),
        }
    }

    /// Calls `each` at every part between brackets, at the opening one of which this is.
    fn parts(
        &mut self,
        close: u8,
        each: &mut dyn FnMut(&mut Self) -> Result<(), NotJson>,
    ) -> Result<(), NotJson> {
        self.at += 1;
        self.skip_space();
        if self.pass(&[close]) {
            return Ok(());
        }
        loop {
            each(self)?;
            self.skip_space();
            if self.pass(&[close]) {
                return Ok(());
            }
            self.take(b",")?;
        }
    }

    fn text(&mut self) -> Result<String, NotJson> {
        self.take(b"\"")?;
        let mut text = String::new();
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let Some(length) = rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | ..b' ')) else {
                return Err(NotJson(self.text.len()));
            };
            match str::from_utf8(rest.get(..length).unwrap_or_default()) {
                Ok(plain) => text.push_str(plain),
                Err(error) => return Err(NotJson(self.at + error.valid_up_to())),
            }
            self.at += length;
            if self.pass(b"\"") {
                return Ok(text);
            }
            self.take(b"\\")?;
            text.push(self.escaped()?);
        }
    }

    /// What stands behind a backslash.
    fn escaped(&mut self) -> Result<char, NotJson> {
        let character = match self.peek() {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                self.at += 1;
                return self.unicode();
            }
            _ => return self.fault(),
        };
        self.at += 1;
        Ok(character)
    }

    /// A character by its number, or by the two halves of it that UTF-16 has.
    fn unicode(&mut self) -> Result<char, NotJson> {
        let start = self.at;
        let mut number = self.hexadecimal()?;
        if (0xd800..0xdc00).contains(&number) {
            self.take(b"\\u")?;
            // Not a half: no character at all.
            let half = self.hexadecimal()?.checked_sub(0xdc00).filter(|half| *half < 0x400);
            number = half.map_or(number, |half| 0x1_0000 + ((number - 0xd800) << 10) + half);
        }
        char::from_u32(number).ok_or(NotJson(start))
    }

    fn hexadecimal(&mut self) -> Result<u32, NotJson> {
        let mut number = 0;
        for _ in 0..4 {
            let Some(digit) = self.peek().and_then(|byte| char::from(byte).to_digit(16)) else {
                return self.fault();
            };
            number = number * 16 + digit;
            self.at += 1;
        }
        Ok(number)
    }

    fn number(&mut self) -> Result<Json, NotJson> {
        let start = self.at;
        self.pass(b"-");
        if !self.pass(b"0") {
            self.digits()?;
        }
        if self.pass(b".") {
            self.digits()?;
        }
        if self.pass(b"eE") {
            self.pass(b"+-");
            self.digits()?;
        }
        let number = self.text.get(start..self.at).unwrap_or_default();
        Ok(Json::Number(number.iter().copied().map(char::from).collect()))
    }

    /// One digit or more.
    fn digits(&mut self) -> Result<(), NotJson> {
        let start = self.at;
        while self.pass(b"0123456789") {}
        if self.at == start { self.fault() } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;

    /// As `serde_json` has it.
    fn value_of(json: &Json) -> Value {
        match json {
            Json::Null => Value::Null,
            Json::Flag(flag) => Value::Bool(*flag),
            Json::Number(_) => match json.as_u64() {
                Some(number) => number.into(),
                None => json.as_f64().into(),
            },
            Json::Text(text) => text.as_str().into(),
            Json::List(list) => list.iter().map(value_of).collect(),
            Json::Object(fields) => {
                fields.iter().map(|(key, value)| (key.clone(), value_of(value))).collect()
            }
        }
    }

    /// Numbers that are the same, whatever kind they are.
    fn are_alike(one: &Value, other: &Value) -> bool {
        match (one, other) {
            (Value::Number(one), Value::Number(other)) => {
                let (one, other) = (one.as_f64().unwrap(), other.as_f64().unwrap());
                (one - other).abs() <= one.abs() * 1e-15
            }
            (Value::Array(one), Value::Array(other)) => {
                one.len() == other.len() && one.iter().zip(other).all(|(one, other)| are_alike(one, other))
            }
            (Value::Object(one), Value::Object(other)) => {
                one.len() == other.len()
                    && one.iter().all(|(key, one)| other.get(key).is_some_and(|other| are_alike(one, other)))
            }
            _ => one == other,
        }
    }

    /// Against `serde_json`: the same value, or none where it has none.
    fn check(text: &[u8]) {
        let told = String::from_utf8_lossy(text);
        match (Json::whole(text), serde_json::from_slice::<Value>(text)) {
            (Ok(json), Ok(value)) => assert!(are_alike(&value_of(&json), &value), "{told}: {json:?}"),
            (Err(NotJson(offset)), Err(error)) => {
                assert!(offset <= text.len(), "{told}: {offset}");
                // `serde_json` takes four bytes for a character's number before it looks at the first of them.
                assert!(offset < text.len() || error.is_eof(), "{told}: {offset}, {error}");
            }
            // A number that is too large for `serde_json` is one that no reader takes.
            (Ok(_), Err(error)) => assert!(error.to_string().contains("out of range"), "{told}: {error}"),
            (json, value) => panic!("{told}: {json:?}, {value:?}"),
        }
    }

    const PARTS: [&str; 34] = [
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        "\\u",
        "\\n",
        "d83d",
        "de00",
        "0041",
        "a",
        "é",
        "墨",
        " ",
        "\n",
        "\u{1}",
        "-",
        "0",
        "7",
        "12",
        ".",
        "e",
        "E+",
        "true",
        "false",
        "null",
        "tru",
        "\"a\":",
        "\"a\"",
        "[1,2]",
        "{\"a\":{}}",
    ];

    fn any_json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<u64>().prop_map(Value::from),
            (-1e9..1e9).prop_map(Value::from),
            any::<String>().prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 40, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                prop::collection::vec((any::<String>(), inner), 0..6)
                    .prop_map(|fields| fields.into_iter().collect()),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_a_program_writes_is_read(value in any_json(), pretty in any::<bool>(), cut in any::<prop::sample::Index>()) {
            let text = if pretty { format!("{value:#}") } else { value.to_string() };
            check(text.as_bytes());
            check(&text.as_bytes()[..cut.index(text.len())]);
        }

        #[test]
        fn what_looks_like_json_is_read_or_refused(parts in prop::collection::vec(prop::sample::select(&PARTS[..]), 0..12)) {
            check(parts.concat().as_bytes());
        }

        #[test]
        fn any_bytes_are_read_or_refused(
            value in any_json(),
            bytes in prop::collection::vec(any::<u8>(), 1..3),
            at in any::<prop::sample::Index>(),
        ) {
            let mut text = value.to_string().into_bytes();
            let at = at.index(text.len());
            text.splice(at..(at + 1).min(text.len()), bytes);
            // Where both a quote is missing and a character is none, each tells another of the two.
            if str::from_utf8(&text).is_ok() {
                check(&text);
            } else {
                prop_assert!(Json::whole(&text).is_err());
            }
        }

        #[test]
        fn a_text_is_quoted_as_others_do(text in any::<String>()) {
            prop_assert_eq!(quoted(&text), serde_json::to_string(&text).unwrap());
        }
    }

    #[test]
    fn every_character_is_quoted_as_others_do() {
        let text: String = (0..0x100).filter_map(char::from_u32).collect();
        assert_eq!(quoted(&text), serde_json::to_string(&text).unwrap());
        check(quoted(&text).as_bytes());
    }

    #[test]
    fn a_field_that_is_there_twice_is_the_last_one() {
        let json = Json::whole(br#"{"a": 1, "b": 2, "a": 3}"#).unwrap();
        assert_eq!(json.get("a").and_then(Json::as_u64), Some(3));
        assert_eq!(json.get("c"), None);
        assert_eq!(Json::Null.get("a"), None);
    }

    #[test]
    fn numbers_are_whole_or_not_or_too_large() {
        let number = |text: &str| Json::whole(text.as_bytes()).map(|json| (json.as_u64(), json.as_f64()));
        assert_eq!(number("12"), Ok((Some(12), Some(12.0))));
        assert_eq!(number("-2.5e1"), Ok((None, Some(-25.0))));
        assert_eq!(number("1e999"), Ok((None, None)));
        assert_eq!(number("\"1\""), Ok((None, None)));
    }

    #[test]
    fn a_text_that_is_too_deep_is_refused_where_it_is() {
        let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert!(Json::whole(nested(DEEPEST).as_bytes()).is_ok());
        check(nested(DEEPEST).as_bytes());
        assert_eq!(Json::whole(nested(100_000).as_bytes()), Err(NotJson(DEEPEST)));
    }
}
