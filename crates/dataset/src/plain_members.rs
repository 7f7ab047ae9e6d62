//! Lists of members as nearly every file has them, read off the text.
//!
//! JSON values of some hundreds of members cost a browser more time than everything else of a dataset: it
//! begins to optimise what makes them before the readers of numbers, which then wait for their turn.

use integers::after_space;
use model::{Member, Name, Places};

/// Why a list is not read.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum NotRead {
    /// The text ends within it.
    CutShort,
    /// It holds something else, which may have a meaning or be a fault.
    NotPlain,
}

/// Reads `[{"code": "MEX", "also": ["429"], "name": {"en": "Mexico", "zh": "墨西哥"}}, …]` at the beginning of a text: members
/// with nothing but these fields, no code twice, no text with a backslash. Also how long the list is.
pub(super) fn plain_members(text: &[u8]) -> Result<(Vec<Member>, usize), NotRead> {
    let mut walk = Walk { text, at: 0 };
    let mut members: Vec<Member> = Vec::new();
    walk.list(b'[', b']', &mut |walk| {
        let mut code = None;
        let mut also = None;
        let mut name = None;
        walk.list(b'{', b'}', &mut |walk| match walk.key()? {
            b"code" if code.is_none() => walk.owned(&mut code),
            b"also" if also.is_none() => {
                also = Some(walk.texts()?);
                Ok(())
            }
            b"name" if name.is_none() => {
                name = Some(walk.name()?);
                Ok(())
            }
            _ => Err(NotRead::NotPlain),
        })?;
        let (Some(code), Some(name)) = (code, name) else { return Err(NotRead::NotPlain) };
        members.push(Member { code, also: also.unwrap_or_default(), name });
        Ok(())
    })?;
    let mut codes = Places::default();
    match members.iter().enumerate().all(|(place, member)| codes.first(&member.code, place) == place) {
        true => Ok((members, walk.at)),
        false => Err(NotRead::NotPlain),
    }
}

/// A way through a text.
struct Walk<'a> {
    text: &'a [u8],
    at: usize,
}

impl<'a> Walk<'a> {
    /// The next byte that is no white space.
    fn peek(&mut self) -> Result<u8, NotRead> {
        self.at = after_space(self.text, self.at);
        self.text.get(self.at).copied().ok_or(NotRead::CutShort)
    }

    fn take(&mut self, byte: u8) -> Result<(), NotRead> {
        match self.peek()? == byte {
            true => {
                self.at += 1;
                Ok(())
            }
            false => Err(NotRead::NotPlain),
        }
    }

    /// Calls `each` at every part between two brackets.
    fn list(
        &mut self,
        open: u8,
        close: u8,
        each: &mut dyn FnMut(&mut Self) -> Result<(), NotRead>,
    ) -> Result<(), NotRead> {
        self.take(open)?;
        if self.peek()? == close {
            return self.take(close);
        }
        loop {
            each(self)?;
            match self.peek()? == close {
                true => return self.take(close),
                false => self.take(b',')?,
            }
        }
    }

    /// What stands in quotes.
    fn quoted(&mut self) -> Result<&'a [u8], NotRead> {
        self.take(b'"')?;
        let rest = self.text.get(self.at..).unwrap_or_default();
        let length = rest.iter().position(|b| matches!(b, b'"' | b'\\' | ..b' ')).ok_or(NotRead::CutShort)?;
        let quoted = rest.get(..length).unwrap_or_default();
        self.at += length;
        // What has a backslash ends at it here, and that is no quote.
        self.take(b'"').map(|()| quoted)
    }

    fn key(&mut self) -> Result<&'a [u8], NotRead> {
        let key = self.quoted()?;
        self.take(b':')?;
        Ok(key)
    }

    fn owned(&mut self, place: &mut Option<String>) -> Result<(), NotRead> {
        let text = str::from_utf8(self.quoted()?).map_err(|_| NotRead::NotPlain)?;
        *place = Some(text.to_owned());
        Ok(())
    }

    fn texts(&mut self) -> Result<Vec<String>, NotRead> {
        let mut texts = Vec::new();
        self.list(b'[', b']', &mut |walk| {
            let mut text = None;
            walk.owned(&mut text)?;
            texts.extend(text);
            Ok(())
        })?;
        Ok(texts)
    }

    fn name(&mut self) -> Result<Name, NotRead> {
        let (mut en, mut zh) = (None, None);
        self.list(b'{', b'}', &mut |walk| match walk.key()? {
            b"en" if en.is_none() => walk.owned(&mut en),
            b"zh" if zh.is_none() => walk.owned(&mut zh),
            _ => Err(NotRead::NotPlain),
        })?;
        Ok(Name { en: en.ok_or(NotRead::NotPlain)?, zh: zh.unwrap_or_default() })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;

    const MEXICO: &str =
        r#"{"code": "MEX", "also": ["429", "484"], "name": {"en": "Mexico", "zh": "墨西哥"}}"#;

    #[test]
    fn members_with_nothing_else_are_read() {
        let text = format!("[ {MEXICO} ,\n{{\"name\":{{\"en\":\"\"}},\"code\":\"412\"}}] , 1");
        let (members, length) = plain_members(text.as_bytes()).unwrap();
        let told: Vec<[&str; 3]> =
            members.iter().map(|m| [m.code.as_str(), m.name.en.as_str(), m.name.zh.as_str()]).collect();
        assert_eq!(told, [["MEX", "Mexico", "墨西哥"], ["412", "", ""]]);
        assert_eq!(members.iter().map(|m| m.also.join(" ")).collect::<Vec<_>>(), ["429 484", ""]);
        assert_eq!(text.get(length..), Some(" , 1"));
        assert_eq!(plain_members(b"[]"), Ok((vec![], 2)));
        for end in 0..length {
            assert_eq!(plain_members(&text.as_bytes()[..end]), Err(NotRead::CutShort), "{end}");
        }
    }

    #[test]
    fn anything_else_is_left_to_others() {
        for list in [
            format!("[{MEXICO}, {MEXICO}]"),
            format!("[{MEXICO}, {{}}]"),
            format!("[{MEXICO}, null]"),
            format!("[{MEXICO},]"),
            format!("[{MEXICO} {MEXICO}]"),
            "{}".to_owned(),
            r#"[{"code": 429, "name": {"en": "Mexico"}}]"#.to_owned(),
            r#"[{"code": "429", "name": "Mexico"}]"#.to_owned(),
            r#"[{"code": "429", "name": {"en": "Mexico"}, "since": 1}]"#.to_owned(),
            r#"[{"code": "429", "code": "429", "name": {"en": "Mexico"}}]"#.to_owned(),
            r#"[{"code": "429", "name": {"zh": "墨西哥"}}]"#.to_owned(),
            r#"[{"code": "429", "also": "484", "name": {"en": "Mexico"}}]"#.to_owned(),
            r#"[{"code": "429", "also": [484], "name": {"en": "Mexico"}}]"#.to_owned(),
            r#"[{"code": "429", "also": [], "also": [], "name": {"en": "Mexico"}}]"#.to_owned(),
            r#"[{"code": "429", "name": {"en": "M\u00e9xico"}}]"#.to_owned(),
            "[{\"code\": \"429\", \"name\": {\"en\": \"Mex\nico\"}}]".to_owned(),
        ] {
            assert_eq!(plain_members(list.as_bytes()), Err(NotRead::NotPlain), "{list}");
        }
        assert_eq!(
            plain_members(b"[{\"code\": \"\xff\", \"name\": {\"en\": \"x\"}}]"),
            Err(NotRead::NotPlain)
        );
    }

    proptest! {
        #[test]
        fn what_a_program_writes_is_read_as_it_was(
            written in prop::collection::vec(
                (any::<String>(), prop::collection::vec(".*", 0..3), any::<String>(), prop::option::of(".*")),
                0..6,
            ),
            pretty in any::<bool>(),
        ) {
            let value: serde_json::Value = written
                .iter()
                .map(|(code, also, en, zh)| match zh {
                    Some(zh) => serde_json::json!({ "code": code, "also": also, "name": { "en": en, "zh": zh } }),
                    None => serde_json::json!({ "name": { "en": en }, "also": also, "code": code }),
                })
                .collect();
            let text = if pretty { format!("{value:#}") } else { value.to_string() };
            let codes: HashSet<&String> = written.iter().map(|(code, ..)| code).collect();
            let read = plain_members(text.as_bytes());
            if text.contains('\\') || codes.len() < written.len() {
                prop_assert_eq!(read, Err(NotRead::NotPlain));
            } else {
                let member = |(code, also, en, zh): (String, Vec<String>, String, Option<String>)| {
                    let name = Name { en, zh: zh.unwrap_or_default() };
                    Member { code, also, name }
                };
                prop_assert_eq!(read, Ok((written.into_iter().map(member).collect(), text.len())));
            }
        }

        #[test]
        fn any_bytes_end(bytes in prop::collection::vec(any::<u8>(), 0..60), cut in 0usize..60) {
            let _ = plain_members(&bytes);
            let mut list = format!("[{MEXICO}]").into_bytes();
            list.splice(cut..cut, bytes);
            let _ = plain_members(&list);
        }
    }
}
