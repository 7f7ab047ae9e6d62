//! The lines of a file: CSV, by commas, semicolons or tabs, or the objects of a JSON list.

use std::io::Cursor;

use csv::{Reader, ReaderBuilder, StringRecord};
use serde_json::{Map, Value};

use super::problem::ProblemKind;

/// A line's number, from 1, and its fields.
pub type Line = (u64, StringRecord);

/// Lines, one after the other. A list of objects has its fields' names as the first line.
pub enum Table {
    Csv { reader: Box<Reader<Cursor<String>>>, separator: u8, length: u64 },
    Objects { lines: std::vec::IntoIter<Line>, length: u64 },
}

impl Table {
    /// A table in a text.
    pub fn of(text: String) -> Result<Table, ProblemKind> {
        if text.trim_start().starts_with(['{', '[']) {
            return objects(&text);
        }
        let (length, separator) = (text.len() as u64, separator(&text));
        let reader = ReaderBuilder::new()
            .delimiter(separator)
            .has_headers(false)
            .flexible(true)
            .from_reader(Cursor::new(text));
        Ok(Table::Csv { reader: Box::new(reader), separator, length })
    }

    /// The next line; `None` at the end. A field that goes on over a line's end was opened by a quote
    /// that nothing closes: no file of trade has such fields.
    pub fn next(&mut self) -> Option<Result<Line, (u64, ProblemKind)>> {
        match self {
            Table::Objects { lines, .. } => lines.next().map(Ok),
            Table::Csv { reader, .. } => loop {
                let mut record = StringRecord::new();
                let line = reader.position().line();
                match reader.read_record(&mut record) {
                    Ok(false) => return None,
                    Ok(true) if record.iter().any(|field| field.contains('\n')) => {
                        return Some(Err((line, ProblemKind::OpenQuote)));
                    }
                    // A line of white space, as at a file's end.
                    Ok(true) if record.iter().all(|f| f.trim().is_empty()) => {}
                    Ok(true) => return Some(Ok((line, record))),
                    Err(_) => return Some(Err((line, ProblemKind::NotText))),
                }
            },
        }
    }

    /// Whether it is parted by commas, or by nothing that tells of a country: a mark before a fraction is then a dot
    /// as in English.
    pub fn has_plain_commas(&self) -> bool {
        matches!(self, Table::Csv { separator: b',', .. } | Table::Objects { .. })
    }

    /// How much has been read, and how much there is, in units of the table's own.
    pub fn progress(&self) -> (u64, u64) {
        match self {
            Table::Csv { reader, length, .. } => (reader.position().byte(), *length),
            Table::Objects { lines, length } => (length - lines.len() as u64, *length),
        }
    }
}

/// What parts the first line that is not empty into the most fields: a comma, a semicolon as Excel writes it
/// where the comma is the decimal point, or a tab. What stands in quotes does not count.
fn separator(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    // A doubled quote inside of quotes closes and opens them.
    let outside: Vec<&str> = first.split('"').step_by(2).collect();
    let count =
        |separator: &u8| outside.iter().flat_map(|part| part.bytes()).filter(|b| b == separator).count();
    // The last of the largest counts.
    [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

/// `[{…}, {…}]`, or an object that holds such a list as Comtrade's answers and this project's rows do.
fn objects(text: &str) -> Result<Table, ProblemKind> {
    let value: Value = serde_json::from_str(text)
        .map_err(|e| ProblemKind::NotJson { line: e.line(), column: e.column() })?;
    let list = match &value {
        Value::Array(list) => Some(list),
        Value::Object(fields) => ["data", "rows", "dataset"].iter().find_map(|f| fields.get(*f)?.as_array()),
        _ => None,
    };
    let list = list.ok_or(ProblemKind::NoList)?;
    let objects: Vec<&Map<String, Value>> = list.iter().filter_map(Value::as_object).collect();
    let mut names: Vec<&String> = Vec::new();
    for name in objects.iter().flat_map(|o| o.keys()) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let mut lines: Vec<Line> = vec![(1, names.iter().map(|n| n.as_str()).collect())];
    for (number, object) in (1..).zip(&objects) {
        let field = |name: &&String| match object.get(*name) {
            None | Some(Value::Null) => String::new(),
            Some(Value::String(text)) => text.clone(),
            Some(other) => other.to_string(),
        };
        lines.push((number, names.iter().map(field).collect()));
    }
    let length = lines.len() as u64;
    Ok(Table::Objects { lines: lines.into_iter(), length })
}
