//! Tags and texts of XML and HTML, one after the other while the bytes come. It is lenient: what is no tag is text.

use std::io::Read;
use std::ops::Range;

use memchr::{memchr, memchr2, memchr3};

/// A tag or a text longer than this is none.
const LONGEST: usize = 4_000_000;
/// So many bytes are read at a time.
const STEP: usize = 64 * 1024;

/// A tag or a text. Ranges are into what [`Xml::bytes`] gives until the next one is read.
#[derive(Debug, Clone)]
pub(crate) enum Token {
    Open(Tag),
    Close {
        name: Range<usize>,
    },
    /// Text in which `&` begins an entity.
    Text(Range<usize>),
    /// Text as it is.
    Data(Range<usize>),
}

/// A tag that opens.
#[derive(Debug, Clone)]
pub(crate) struct Tag {
    name: Range<usize>,
    attributes: Range<usize>,
    /// It closes itself.
    pub is_empty: bool,
}

/// Bytes that are damaged, cut or too many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Broken;

/// Reads tags and texts.
pub(crate) struct Xml<R> {
    input: R,
    buffer: Vec<u8>,
    at: usize,
    /// Nothing more comes.
    has_ended: bool,
    /// Bytes that may still be read.
    left: usize,
}

impl<R: Read> Xml<R> {
    /// Of at most so many bytes.
    pub fn new(input: R, most: usize) -> Xml<R> {
        Xml { input, buffer: Vec::new(), at: 0, has_ended: false, left: most }
    }

    /// What is read from.
    pub fn input(&self) -> &R {
        &self.input
    }

    /// The bytes of a range of the last token.
    pub fn bytes(&self, range: &Range<usize>) -> &[u8] {
        self.buffer.get(range.clone()).unwrap_or_default()
    }

    /// The name of a tag without what stands before a colon.
    pub fn name(&self, range: &Range<usize>) -> &[u8] {
        local(self.bytes(range))
    }

    /// The name of a tag that opens.
    pub fn name_of(&self, tag: &Tag) -> &[u8] {
        self.name(&tag.name)
    }

    /// The attributes of a tag: names without what stands before a colon, and texts as they are written.
    pub fn attributes(&self, tag: &Tag) -> Attributes<'_> {
        Attributes { rest: self.bytes(&tag.attributes) }
    }

    /// The text of an attribute as it is written.
    pub fn attribute(&self, tag: &Tag, name: &[u8]) -> Option<&[u8]> {
        self.attributes(tag).find(|(each, _)| each.eq_ignore_ascii_case(name)).map(|(_, text)| text)
    }

    /// The text of an attribute.
    pub fn attribute_text(&self, tag: &Tag, name: &[u8]) -> Option<String> {
        let mut text = String::new();
        push_text(self.attribute(tag, name)?, &mut text);
        Some(text)
    }

    /// The number of an attribute.
    pub fn attribute_number<T: std::str::FromStr>(&self, tag: &Tag, name: &[u8]) -> Option<T> {
        std::str::from_utf8(self.attribute(tag, name)?).ok()?.trim().parse().ok()
    }

    /// The next tag or text; `None` at the end.
    pub fn next(&mut self) -> Result<Option<Token>, Broken> {
        loop {
            let mut at = self.at;
            if let Some((token, end)) = scan(&self.buffer, &mut at, self.has_ended) {
                self.at = end;
                return Ok(Some(token));
            }
            // What was passed is no token, such as a remark.
            self.at = at;
            if self.has_ended {
                return match self.at >= self.buffer.len() {
                    true => Ok(None),
                    false => Err(Broken),
                };
            }
            self.fill()?;
        }
    }

    fn fill(&mut self) -> Result<(), Broken> {
        self.buffer.drain(..self.at);
        self.at = 0;
        let kept = self.buffer.len();
        if kept > LONGEST {
            return Err(Broken);
        }
        self.buffer.resize(kept + STEP, 0);
        let read = self.input.read(self.buffer.get_mut(kept..).unwrap_or_default()).map_err(|_| Broken)?;
        self.buffer.truncate(kept + read);
        self.has_ended = read == 0;
        self.left = self.left.checked_sub(read).ok_or(Broken)?;
        Ok(())
    }

    /// Passes everything up to the end of a tag that was just opened; `name` is its name.
    pub fn skip(&mut self, name: &[u8]) -> Result<(), Broken> {
        let mut depth = 1;
        while depth > 0 {
            match self.next()? {
                Some(Token::Open(tag)) if !tag.is_empty && self.name_of(&tag) == name => depth += 1,
                Some(Token::Close { name: closed }) if self.name(&closed) == name => depth -= 1,
                Some(_) => {}
                None => return Err(Broken),
            }
        }
        Ok(())
    }

    /// Passes everything up to the end of a script or of styles, in which `<` begins no tag; `name` is its name.
    pub fn skip_raw(&mut self, name: &[u8]) -> Result<(), Broken> {
        loop {
            let rest = self.buffer.get(self.at..).unwrap_or_default();
            let mut from = 0;
            while let Some(place) = rest.get(from..).and_then(|rest| find(rest, b"</")) {
                let name_at = from + place + 2;
                let closed = rest.get(name_at..name_at + name.len());
                if closed.is_some_and(|closed| closed.eq_ignore_ascii_case(name)) {
                    self.at += name_at - 2;
                    return Ok(());
                }
                from = name_at;
            }
            if self.has_ended {
                return Err(Broken);
            }
            // The end may have come in part.
            self.at = self.buffer.len().saturating_sub(name.len() + 2).max(self.at);
            self.fill()?;
        }
    }
}

/// A name without what stands before its colon.
fn local(name: &[u8]) -> &[u8] {
    memchr(b':', name).and_then(|colon| name.get(colon + 1..)).unwrap_or(name)
}

/// Where bytes stand in others first.
pub(crate) fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    let first = *wanted.first()?;
    let mut at = 0;
    loop {
        at += memchr(first, bytes.get(at..)?)?;
        if bytes.get(at..)?.starts_with(wanted) {
            return Some(at);
        }
        at += 1;
    }
}

/// The token at `at` and its end; `None` where it is not whole. Remarks are passed, and `at` moves behind them.
fn scan(buffer: &[u8], at: &mut usize, has_ended: bool) -> Option<(Token, usize)> {
    loop {
        let rest = buffer.get(*at..).filter(|rest| !rest.is_empty())?;
        let start = *at;
        let find = |end: &[u8], from: usize| Some(start + from + find(rest.get(from..)?, end)?);
        if rest.first() != Some(&b'<') {
            return text(rest, start, 0, has_ended);
        }
        match rest.get(1) {
            None if has_ended => return Some((Token::Text(start..start + 1), start + 1)),
            None => return None,
            Some(b'!') if rest.starts_with(b"<![CDATA[") => {
                let end = find(b"]]>", 9)?;
                return Some((Token::Data(start + 9..end), end + 3));
            }
            Some(b'!') if rest.starts_with(b"<!--") => *at = find(b"-->", 4)? + 3,
            // Not enough to tell those two.
            Some(b'!') if rest.len() < 9 && !has_ended => return None,
            Some(b'!' | b'?') => *at = find(b">", 1)? + 1,
            Some(b'/') => {
                let end = find(b">", 2)?;
                let name = buffer.get(start + 2..end)?.trim_ascii_end();
                return Some((Token::Close { name: start + 2..start + 2 + name.len() }, end + 1));
            }
            Some(first) if first.is_ascii_alphabetic() || *first == b'_' => {
                let end = start + tag_end(rest, has_ended)?;
                return Some((open(buffer, start, end), end + 1));
            }
            Some(_) => return text(rest, start, 1, has_ended),
        }
    }
}

/// The text from `start` to the next tag, which begins behind `from` bytes.
fn text(rest: &[u8], start: usize, from: usize, has_ended: bool) -> Option<(Token, usize)> {
    let end = memchr(b'<', rest.get(from..)?).map(|place| from + place).or(has_ended.then_some(rest.len()))?;
    Some((Token::Text(start..start + end), start + end))
}

/// Where the `>` of a tag is, outside of quotes.
fn tag_end(rest: &[u8], has_ended: bool) -> Option<usize> {
    let mut at = 1;
    loop {
        let place = at + memchr3(b'>', b'"', b'\'', rest.get(at..)?)?;
        let found = *rest.get(place)?;
        if found == b'>' {
            return Some(place);
        }
        match memchr(found, rest.get(place + 1..)?) {
            Some(closed) => at = place + 1 + closed + 1,
            // A quote that stays open is none.
            None if has_ended => return memchr(b'>', rest),
            None => return None,
        }
    }
}

/// The tag between `<` at `start` and `>` at `end`.
fn open(buffer: &[u8], start: usize, end: usize) -> Token {
    let inner = buffer.get(start + 1..end).unwrap_or_default();
    let is_empty = inner.last() == Some(&b'/');
    let name = inner.iter().position(|b| b.is_ascii_whitespace() || *b == b'/').unwrap_or(inner.len());
    let name_end = start + 1 + name;
    let attributes = name_end..(end - usize::from(is_empty)).max(name_end);
    Token::Open(Tag { name: start + 1..name_end, attributes, is_empty })
}

/// Names and texts of attributes.
pub(crate) struct Attributes<'a> {
    rest: &'a [u8],
}

impl<'a> Iterator for Attributes<'a> {
    type Item = (&'a [u8], &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.rest.trim_ascii_start();
        let ends = |b: &u8| b.is_ascii_whitespace() || *b == b'=';
        let end = rest.iter().position(ends).unwrap_or(rest.len());
        let (name, behind) = rest.split_at_checked(end)?;
        if rest.is_empty() {
            return None;
        }
        let Some(text) = behind.trim_ascii_start().strip_prefix(b"=") else {
            // An attribute without a text. A sign that is no name is passed.
            self.rest = if name.is_empty() { behind.get(1..)? } else { behind };
            return Some((local(name), b""));
        };
        let text = text.trim_ascii_start();
        let (text, behind) = match text.split_first() {
            Some((quote @ (b'"' | b'\''), inner)) => {
                let end = memchr(*quote, inner).unwrap_or(inner.len());
                (inner.get(..end)?, inner.get(end + 1..).unwrap_or_default())
            }
            _ => text.split_at(text.iter().position(u8::is_ascii_whitespace).unwrap_or(text.len())),
        };
        self.rest = behind;
        Some((local(name), text))
    }
}

/// Entities by name: those of XML, and those that tables of web pages have.
const ENTITIES: [(&str, char); 14] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", ' '),
    ("ensp", ' '),
    ("emsp", ' '),
    ("ndash", '–'),
    ("mdash", '—'),
    ("middot", '·'),
    ("deg", '°'),
    ("euro", '€'),
    ("yen", '¥'),
];

/// Adds a text with its entities as the characters that they stand for.
pub(crate) fn push_text(bytes: &[u8], into: &mut String) {
    let mut rest = bytes;
    while let Some(place) = memchr(b'&', rest) {
        let (before, behind) = rest.split_at(place);
        push_bytes(before, into);
        let character = memchr2(b';', b'&', behind.get(1..).unwrap_or_default()).and_then(|end| {
            let name = std::str::from_utf8(behind.get(1..1 + end)?).ok()?;
            (behind.get(1 + end) == Some(&b';')).then_some((entity(name)?, end + 2))
        });
        let (character, length) = character.unwrap_or(('&', 1));
        into.push(character);
        rest = behind.get(length..).unwrap_or_default();
    }
    push_bytes(rest, into);
}

/// Adds a text as it is.
pub(crate) fn push_bytes(bytes: &[u8], into: &mut String) {
    match std::str::from_utf8(bytes) {
        Ok(text) => into.push_str(text),
        Err(_) => into.push_str(&String::from_utf8_lossy(bytes)),
    }
}

/// What an entity stands for.
fn entity(name: &str) -> Option<char> {
    match name.strip_prefix('#') {
        Some(number) => char::from_u32(match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok()?,
            None => number.parse().ok()?,
        }),
        None => ENTITIES.iter().find(|(each, _)| *each == name).map(|(_, character)| *character),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<String> {
        let mut xml = Xml::new(text.as_bytes(), usize::MAX);
        let mut told = Vec::new();
        while let Ok(Some(token)) = xml.next() {
            let shown = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
            told.push(match &token {
                Token::Open(tag) => {
                    let attributes = xml.attributes(tag).map(|(n, t)| format!(" {}={}", shown(n), shown(t)));
                    let end = if tag.is_empty { "/" } else { "" };
                    format!("<{}{}{end}>", shown(xml.name_of(tag)), attributes.collect::<String>())
                }
                Token::Close { name } => format!("</{}>", shown(xml.name(name))),
                Token::Text(range) => {
                    let mut text = String::new();
                    push_text(xml.bytes(range), &mut text);
                    text
                }
                Token::Data(range) => shown(xml.bytes(range)),
            });
        }
        told
    }

    #[test]
    fn tags_and_texts() {
        assert_eq!(
            told(
                "<?xml version=\"1.0\"?><x:a b='1>0' c = \"2\" d e=3><!-- <a> -->t &lt;&#65;&nope; &</x:a ><br/>"
            ),
            ["<a b=1>0 c=2 d= e=3>", "t <A&nope; &", "</a>", "<br/>"]
        );
        assert_eq!(told("a < b <c>"), ["a ", "< b ", "<c>"]);
        assert_eq!(told("<![CDATA[1 < 2 &amp;]]>"), ["1 < 2 &amp;"]);
        assert_eq!(told("<a b=\"never closed><c>"), ["<a b=never closed>", "<c>"]);
        assert_eq!(told("<a"), [""; 0]);
    }
}
