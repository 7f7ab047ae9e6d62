//! Rows in JSON: a list of objects or of lists, alone, in an object as UN Comtrade and this project have it, or an
//! object a line. The text is looked through once for the names of all fields, and again row by row; a number stays
//! as it is written.

use std::ops::Range;

use csv::StringRecord;

use crate::fault::{Fault, NoSheet};
use crate::{Limits, Rows};

/// The fields of an object that holds the list of rows.
const LISTS: [&str; 3] = ["data", "rows", "dataset"];
/// Values inside of each other, beyond which none is read.
const DEEPEST: usize = 100;

/// Rows of JSON.
pub(crate) struct Json {
    text: String,
    /// Behind the bytes that were read.
    at: usize,
    end: usize,
    /// The names of fields, which are the first row; `None` for lists, whose first is the first row.
    names: Option<Vec<String>>,
    has_told_names: bool,
    /// Rows that were read.
    row: u64,
    limits: Limits,
}

/// Whether a text is JSON.
pub(crate) fn is_json(text: &str) -> bool {
    text.trim_start().starts_with(['{', '['])
}

/// Where JSON cannot be read on.
struct Broken(usize);

/// A value's place, and what it is.
enum Value {
    Object,
    List,
    Text,
    /// A number or a word.
    Plain,
}

impl Json {
    /// Looks through a text. With the rows comes how many of them the file itself says there are.
    pub fn open(text: String, limits: &Limits) -> Result<(Json, Option<u64>), NoSheet> {
        let found = find(&text).map_err(|Broken(at)| {
            let before = text.get(..at).unwrap_or(&text);
            let line_start = before.rfind('\n').map_or(0, |place| place + 1);
            NoSheet::NotJson {
                line: 1 + before.matches('\n').count(),
                column: 1 + before.get(line_start..).unwrap_or_default().chars().count(),
            }
        })?;
        let Found { list, count } = found;
        let list = list.ok_or(NoSheet::NoList)?;
        let mut json = Json {
            at: list.start,
            end: list.end,
            names: None,
            has_told_names: false,
            row: 0,
            limits: limits.clone(),
            text,
        };
        json.names = json.all_names()?;
        json.at = list.start;
        Ok((json, count))
    }

    /// The names of the fields of all objects, in the order in which they come; `None` for lists.
    fn all_names(&mut self) -> Result<Option<Vec<String>>, NoSheet> {
        let mut names: Vec<String> = Vec::new();
        let mut has_lists = false;
        let mut reader = Reader { text: &self.text, at: self.at };
        while let Some(value) = reader.next_of_list(self.end) {
            match value {
                Value::Object => {
                    let mut place = 0;
                    let told = reader.object(|name, reader| {
                        // Objects have their fields in one order, nearly always.
                        if names.get(place).is_none_or(|known| known != name) {
                            match names.iter().position(|known| known == name) {
                                Some(known) => place = known,
                                None => {
                                    place = names.len();
                                    names.push(name.to_owned());
                                }
                            }
                        }
                        place += 1;
                        if names.len() > self.limits.columns {
                            return Err(Broken(reader.at));
                        }
                        reader.skip(0)
                    });
                    told.map_err(|_| NoSheet::NoList)?;
                }
                Value::List => {
                    has_lists = true;
                    reader.skip(0).map_err(|_| NoSheet::NoList)?;
                }
                _ => reader.skip(0).map_err(|_| NoSheet::NoList)?,
            }
        }
        match (names.is_empty(), has_lists) {
            (false, _) => Ok(Some(names)),
            (true, true) => Ok(None),
            (true, false) => Err(NoSheet::NoList),
        }
    }
}

impl Rows for Json {
    fn read(&mut self, row: &mut StringRecord) -> Option<Result<u64, (u64, Fault)>> {
        row.clear();
        if let Some(names) = self.names.as_ref().filter(|_| !self.has_told_names) {
            names.iter().for_each(|name| row.push_field(name));
            self.has_told_names = true;
            return Some(Ok(1));
        }
        let Json { text, at, end, names, limits, .. } = self;
        let mut reader = Reader { text, at: *at };
        let mut fault = None;
        loop {
            let value = reader.next_of_list(*end)?;
            self.row += 1;
            let start = reader.at;
            let too_long = |place: usize, cell: &str| {
                (cell.len() > limits.cell).then_some(Fault::LongCell { column: place + 1 })
            };
            let told = match (value, &names) {
                (Value::Object, Some(names)) => {
                    let mut cells: Vec<Range<usize>> = vec![0..0; names.len()];
                    let mut place = 0;
                    let told = reader.object(|name, reader| {
                        if names.get(place).is_none_or(|known| known != name) {
                            place = names.iter().position(|known| known == name).unwrap_or(names.len());
                        }
                        let range = reader.skipped()?;
                        if let Some(cell) = cells.get_mut(place) {
                            *cell = range;
                        }
                        place += 1;
                        Ok(())
                    });
                    for (place, range) in cells.into_iter().enumerate() {
                        let cell = cell_of(text, range);
                        fault = fault.or(too_long(place, &cell));
                        row.push_field(&cell);
                    }
                    told
                }
                (Value::List, None) => reader.list(|reader| {
                    let cell = cell_of(text, reader.skipped()?);
                    fault = fault.take().or(too_long(row.len(), &cell));
                    match row.len() < limits.columns {
                        true => row.push_field(&cell),
                        false => fault = Some(Fault::ManyColumns),
                    }
                    Ok(())
                }),
                // What is no row among rows.
                _ => {
                    if reader.skip(0).is_err() {
                        return None;
                    }
                    continue;
                }
            };
            *at = reader.at.max(start + 1);
            let place = self.row;
            return Some(match (told, fault) {
                (Err(_), _) => Err((place, Fault::Broken)),
                (Ok(()), Some(fault)) => Err((place, fault)),
                (Ok(()), None) => Ok(place),
            });
        }
    }

    fn progress(&self) -> (u64, u64) {
        (self.at as u64, self.text.len() as u64)
    }
}

/// A value as a cell's text: what a text says, anything else as it is written, nothing for `null`.
fn cell_of(text: &str, range: Range<usize>) -> std::borrow::Cow<'_, str> {
    let written = text.get(range).unwrap_or_default();
    match written.strip_prefix('"') {
        Some(inner) => unescaped(inner.strip_suffix('"').unwrap_or(inner)),
        None if written == "null" => "".into(),
        None => written.into(),
    }
}

/// A text without its escapes.
fn unescaped(text: &str) -> std::borrow::Cow<'_, str> {
    if !text.contains('\\') {
        return text.into();
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('\\') {
        plain.push_str(before);
        let mut characters = behind.chars();
        let escaped = characters.next();
        rest = characters.as_str();
        match escaped {
            Some('n') => plain.push('\n'),
            Some('t') => plain.push('\t'),
            Some('r') => plain.push('\r'),
            Some('b') => plain.push('\u{8}'),
            Some('f') => plain.push('\u{C}'),
            Some('u') => {
                let unit = |text: &str| u16::from_str_radix(text.get(..4)?, 16).ok();
                let Some(first) = unit(rest) else { continue };
                rest = rest.get(4..).unwrap_or_default();
                // A character beyond 65,535 is two units.
                let second =
                    (0xD800..0xDC00).contains(&first).then(|| unit(rest.strip_prefix("\\u")?)).flatten();
                if second.is_some() {
                    rest = rest.get(6..).unwrap_or_default();
                }
                let units = [first, second.unwrap_or(0)];
                let units = units.into_iter().take(1 + usize::from(second.is_some()));
                plain.extend(char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)));
            }
            Some(other) => plain.push(other),
            None => {}
        }
    }
    plain.push_str(rest);
    plain.into()
}

/// What a look through a text finds.
struct Found {
    /// The inside of the list of rows.
    list: Option<Range<usize>>,
    count: Option<u64>,
}

/// Looks through the whole text for the list of rows.
fn find(text: &str) -> Result<Found, Broken> {
    let mut reader = Reader { text, at: 0 };
    let (mut list, mut count) = (None, None);
    match reader.value()? {
        Value::List => {
            let range = reader.skipped()?;
            list = Some(range.start + 1..range.end - 1);
        }
        Value::Object => {
            let mut first_list: [Option<Range<usize>>; 3] = Default::default();
            reader.object(|name, reader| {
                let value = reader.value()?;
                let range = reader.skipped()?;
                match value {
                    Value::List => {
                        if let Some(place) = LISTS.iter().position(|list| *list == name) {
                            first_list[place] = Some(range.start + 1..range.end - 1);
                        }
                    }
                    _ if name == "count" => count = text.get(range).and_then(|number| number.parse().ok()),
                    _ => {}
                }
                Ok(())
            })?;
            list = first_list.into_iter().flatten().next();
            // An object a line.
            if list.is_none() && reader.peek().is_some() {
                while reader.peek().is_some() {
                    reader.value()?;
                    reader.skip(0)?;
                }
                return Ok(Found { list: Some(0..text.len()), count: None });
            }
        }
        Value::Text | Value::Plain => reader.skip(0)?,
    }
    match reader.peek() {
        None => Ok(Found { list, count }),
        Some(_) => Err(Broken(reader.at)),
    }
}

/// Goes through JSON value by value.
struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    /// The next byte that is no space.
    fn peek(&mut self) -> Option<u8> {
        let rest = self.text.as_bytes().get(self.at..)?;
        let spaces = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t')).count();
        self.at += spaces;
        rest.get(spaces).copied()
    }

    fn take(&mut self, byte: u8) -> Result<(), Broken> {
        if self.peek() != Some(byte) {
            return Err(Broken(self.at));
        }
        self.at += 1;
        Ok(())
    }

    /// What the next value is, of which nothing is read.
    fn value(&mut self) -> Result<Value, Broken> {
        match self.peek() {
            Some(b'{') => Ok(Value::Object),
            Some(b'[') => Ok(Value::List),
            Some(b'"') => Ok(Value::Text),
            Some(b'-' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z') => Ok(Value::Plain),
            _ => Err(Broken(self.at)),
        }
    }

    /// What the next value of a list is that ends at `end`; `None` there. Of values a line nothing parts them.
    fn next_of_list(&mut self, end: usize) -> Option<Value> {
        if self.peek() == Some(b',') {
            self.at += 1;
            self.peek();
        }
        if self.at >= end { None } else { self.value().ok() }
    }

    /// Passes a value and tells where it was.
    fn skipped(&mut self) -> Result<Range<usize>, Broken> {
        self.peek();
        let start = self.at;
        self.skip(0)?;
        Ok(start..self.at)
    }

    /// Passes a value that stands so deep in others.
    fn skip(&mut self, depth: usize) -> Result<(), Broken> {
        if depth > DEEPEST {
            return Err(Broken(self.at));
        }
        match self.value()? {
            Value::Text => self.string().map(|_| ()),
            Value::Object => self.object(|_, reader| reader.skip(depth + 1)),
            Value::List => self.list(|reader| reader.skip(depth + 1)),
            Value::Plain => {
                let rest = self.text.get(self.at..).unwrap_or_default();
                let word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '+' | '.');
                let length = rest.find(|c| !word(c)).unwrap_or(rest.len());
                let written = rest.get(..length).unwrap_or_default();
                // Programs that write numbers which are none are forgiven.
                let is_word = matches!(written, "true" | "false" | "null" | "NaN" | "Infinity" | "-Infinity");
                if !is_word && written.parse::<f64>().is_err() {
                    return Err(Broken(self.at));
                }
                self.at += length;
                Ok(())
            }
        }
    }

    /// A string as it is written, without its quotes.
    fn string(&mut self) -> Result<&'a str, Broken> {
        self.take(b'"')?;
        let start = self.at;
        loop {
            let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
            let Some(next) = memchr::memchr2(b'"', b'\\', rest) else { return Err(Broken(self.text.len())) };
            self.at += next + 1;
            if rest.get(next) == Some(&b'"') {
                return self.text.get(start..self.at - 1).ok_or(Broken(start));
            }
            // What is escaped is passed; it may be a quote.
            self.at += 1;
        }
    }

    /// Goes through an object. `each` is told the name of a field and passes its value.
    fn object(&mut self, mut each: impl FnMut(&str, &mut Self) -> Result<(), Broken>) -> Result<(), Broken> {
        self.take(b'{')?;
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(());
        }
        loop {
            if self.peek() != Some(b'"') {
                return Err(Broken(self.at));
            }
            let name = unescaped(self.string()?);
            self.take(b':')?;
            each(&name, self)?;
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b'}') => break,
                _ => return Err(Broken(self.at)),
            }
        }
        self.at += 1;
        Ok(())
    }

    /// Goes through a list. `each` passes a value.
    fn list(&mut self, mut each: impl FnMut(&mut Self) -> Result<(), Broken>) -> Result<(), Broken> {
        self.take(b'[')?;
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(());
        }
        loop {
            each(self)?;
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b']') => break,
                _ => return Err(Broken(self.at)),
            }
        }
        self.at += 1;
        Ok(())
    }
}
