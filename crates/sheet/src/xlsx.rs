//! Workbooks of Excel since 2007: a zip archive of XML (ECMA-376), of which the sheet is unpacked as it is read.

use std::io::Read;

use csv::StringRecord;

use crate::fault::{Fault, NoSheet};
use crate::merge::{Merged, Merges};
use crate::number::{date, is_date_format, is_date_format_known, plain};
use crate::packed::{Archive, Unpacking};
use crate::xml::{Broken, Tag, Token, Xml, push_bytes, push_text};
use crate::xml_rows::{XmlRows, XmlSheet};
use crate::{Limits, SheetChoice};

/// How many bytes of a sheet's XML are read at most, one after the other.
const MOST_XML: usize = 4_000_000_000;
/// Merged cells stand behind a sheet's rows. Of sheets whose XML is larger than this they are not looked for.
const LARGEST_WITH_MERGES: u64 = 64_000_000;
const MOST_MERGES: usize = 100_000;

/// A workbook whose list of sheets has been read.
pub(crate) struct Workbook {
    archive: Archive,
    sheets: Vec<Listed>,
    is_from_1904: bool,
    strings: Option<String>,
    styles: Option<String>,
    limits: Limits,
}

/// A sheet of the list.
struct Listed {
    name: String,
    path: String,
    is_hidden: bool,
}

impl From<Broken> for NoSheet {
    fn from(_: Broken) -> NoSheet {
        NoSheet::BrokenWorkbook
    }
}

/// What a part of the workbook is to another.
struct Relation {
    id: String,
    kind: String,
    path: String,
}

impl Workbook {
    /// Whether an archive holds a workbook of this kind.
    pub fn is_in(archive: &Archive) -> bool {
        archive.entry("xl/workbook.xml").is_some()
            || (archive.entry("[Content_Types].xml").is_some()
                && archive.entries().iter().any(|e| e.name.ends_with("/workbook.xml")))
    }

    /// Reads the list of sheets.
    pub fn open(archive: Archive, limits: &Limits) -> Result<Workbook, NoSheet> {
        let stated = relations(&archive, "_rels/.rels", "", limits)
            .ok()
            .and_then(|all| all.into_iter().find(|each| each.kind == "officeDocument"));
        let path = stated.map_or_else(|| "xl/workbook.xml".to_owned(), |each| each.path);
        let (folder, file) = path.rsplit_once('/').unwrap_or(("", &path));
        let relations = relations(&archive, &joined(folder, &format!("_rels/{file}.rels")), folder, limits)?;
        let of_kind =
            |kind: &str| relations.iter().find(|each| each.kind == kind).map(|each| each.path.clone());
        let mut workbook = Workbook {
            sheets: Vec::new(),
            is_from_1904: false,
            strings: of_kind("sharedStrings"),
            styles: of_kind("styles"),
            limits: limits.clone(),
            archive,
        };
        let mut xml = part(&workbook.archive, &path, limits)?;
        while let Some(token) = xml.next()? {
            let Token::Open(tag) = token else { continue };
            match xml.name_of(&tag) {
                b"workbookPr" => {
                    workbook.is_from_1904 = matches!(xml.attribute(&tag, b"date1904"), Some(b"1" | b"true"));
                }
                b"sheet" => {
                    let id = xml.attribute_text(&tag, b"id").unwrap_or_default();
                    let sheet = relations.iter().find(|each| each.id == id && each.kind == "worksheet");
                    // Those that are charts hold no cells.
                    workbook.sheets.extend(sheet.map(|relation| Listed {
                        name: xml.attribute_text(&tag, b"name").unwrap_or_default(),
                        path: relation.path.clone(),
                        is_hidden: xml.attribute(&tag, b"state").is_some_and(|state| state != b"visible"),
                    }));
                }
                _ => {}
            }
        }
        Ok(workbook)
    }

    /// The sheets that have cells, hidden ones last.
    pub fn sheets(&self) -> Vec<SheetChoice> {
        let choice = |sheet: &Listed| {
            let rows = self.count(&sheet.path);
            SheetChoice { name: sheet.name.clone(), rows, is_hidden: sheet.is_hidden }
        };
        SheetChoice::in_order(self.sheets.iter().map(choice).filter(|sheet| sheet.rows != Some(0)))
    }

    /// How many rows a sheet says it has; 0 for one without cells, `None` where nothing says it.
    fn count(&self, path: &str) -> Option<u64> {
        let mut xml = part(&self.archive, path, &self.limits).ok()?;
        let mut stated = None;
        while let Ok(Some(token)) = xml.next() {
            let Token::Open(tag) = token else { continue };
            match xml.name_of(&tag) {
                b"dimension" => {
                    let (_, last) = range(xml.attribute(&tag, b"ref")?)?;
                    stated = Some(last.1).filter(|rows| *rows > 1);
                }
                b"v" | b"t" => return stated,
                b"mergeCells" | b"pageMargins" => break,
                _ => {}
            }
        }
        Some(0)
    }

    /// Begins to read a sheet.
    pub fn read(self, name: &str) -> Result<XmlRows<OpenSheet>, NoSheet> {
        let sheet = self.sheets.iter().find(|sheet| sheet.name == name);
        let sheet = sheet.ok_or_else(|| NoSheet::NoSuchSheet { name: name.to_owned() })?;
        let strings = match &self.strings {
            Some(path) => Strings::read(&self.archive, path, &self.limits)?,
            None => Strings::default(),
        };
        let formats = match &self.styles {
            Some(path) => formats(&self.archive, path, &self.limits)?,
            None => Vec::new(),
        };
        let merges = Merges::new(merged(&self.archive, &sheet.path, &self.limits)?);
        let entry = self.archive.entry(&sheet.path).ok_or(NoSheet::BrokenWorkbook)?;
        Ok(XmlRows::of(OpenSheet {
            xml: Xml::new(self.archive.read(entry)?, MOST_XML),
            strings,
            formats,
            merges,
            is_from_1904: self.is_from_1904,
            limits: self.limits,
            row: 0,
            text: String::new(),
            value: String::new(),
        }))
    }
}

/// A part of the workbook to be read.
fn part(archive: &Archive, path: &str, limits: &Limits) -> Result<Xml<Unpacking>, NoSheet> {
    let entry = archive.entry(path).ok_or(NoSheet::BrokenWorkbook)?;
    Ok(Xml::new(archive.read(entry)?, limits.unpacked))
}

/// A path inside of a folder, or from the archive's root.
fn joined(folder: &str, path: &str) -> String {
    let path = path.strip_prefix("./").unwrap_or(path);
    match (path.strip_prefix('/'), path.strip_prefix("../")) {
        (Some(path), _) => path.to_owned(),
        (_, Some(path)) => joined(folder.rsplit_once('/').map_or("", |(parent, _)| parent), path),
        _ if folder.is_empty() => path.to_owned(),
        _ => format!("{folder}/{path}"),
    }
}

fn relations(archive: &Archive, path: &str, folder: &str, limits: &Limits) -> Result<Vec<Relation>, NoSheet> {
    let mut xml = part(archive, path, limits)?;
    let mut relations = Vec::new();
    while let Some(token) = xml.next()? {
        let Token::Open(tag) = token else { continue };
        if xml.name_of(&tag) == b"Relationship" {
            let text = |name: &[u8]| xml.attribute_text(&tag, name).unwrap_or_default();
            let kind = text(b"Type").rsplit('/').next().unwrap_or_default().to_owned();
            relations.push(Relation { id: text(b"Id"), kind, path: joined(folder, &text(b"Target")) });
        }
    }
    Ok(relations)
}

/// The texts that cells share, in one text.
#[derive(Default)]
struct Strings {
    text: String,
    ends: Vec<usize>,
}

impl Strings {
    fn read(archive: &Archive, path: &str, limits: &Limits) -> Result<Strings, NoSheet> {
        let mut xml = part(archive, path, limits)?;
        let mut strings = Strings::default();
        while let Some(token) = xml.next()? {
            let Token::Open(tag) = token else { continue };
            if xml.name_of(&tag) == b"si" {
                if !tag.is_empty {
                    rich_text(&mut xml, b"si", &mut strings.text)?;
                }
                strings.ends.push(strings.text.len());
            }
        }
        Ok(strings)
    }

    fn get(&self, index: usize) -> Option<&str> {
        let start = index.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        self.text.get(start..*self.ends.get(index)?)
    }
}

/// Adds the text of an element, which may be in several parts; how it is spoken is none of it.
fn rich_text<R: Read>(xml: &mut Xml<R>, element: &[u8], into: &mut String) -> Result<(), Broken> {
    let start = into.len();
    let mut is_text = false;
    loop {
        match xml.next()?.ok_or(Broken)? {
            Token::Open(tag) if xml.name_of(&tag) == b"t" => is_text = !tag.is_empty,
            Token::Open(tag) if xml.name_of(&tag) == b"rPh" && !tag.is_empty => xml.skip(b"rPh")?,
            Token::Open(_) => {}
            Token::Close { name } if xml.name(&name) == element => break,
            Token::Close { name } if xml.name(&name) == b"t" => is_text = false,
            Token::Close { .. } => {}
            Token::Text(range) if is_text => push_text(xml.bytes(&range), into),
            Token::Data(range) if is_text => push_bytes(xml.bytes(&range), into),
            Token::Text(_) | Token::Data(_) => {}
        }
    }
    unescape(start, into);
    Ok(())
}

/// Characters that XML cannot hold are written as `_x000D_`.
fn unescape(start: usize, text: &mut String) {
    let character = |at: usize| {
        let digits = text.get(at + 2..at + 6)?;
        let is_one = text.get(at..at + 2)? == "_x" && text.get(at + 6..at + 7)? == "_";
        let number = u32::from_str_radix(digits, 16).ok().filter(|_| is_one && !digits.starts_with('+'))?;
        char::from_u32(number)
    };
    if !text.get(start..).is_some_and(|new| new.contains("_x")) {
        return;
    }
    let mut new = String::new();
    let mut at = start;
    while let Some(next) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let (shown, length) = character(at).map_or((next, next.len_utf8()), |shown| (shown, 7));
        new.push(shown);
        at += length;
    }
    text.replace_range(start.., &new);
}

/// Of each style of cells whether it shows numbers as dates.
fn formats(archive: &Archive, path: &str, limits: &Limits) -> Result<Vec<bool>, NoSheet> {
    let mut xml = part(archive, path, limits)?;
    // The formats that the workbook brings, by their numbers.
    let mut own: Vec<(u16, bool)> = Vec::new();
    let mut formats = Vec::new();
    let mut is_in_cells = false;
    while let Some(token) = xml.next()? {
        match token {
            Token::Open(tag) => match xml.name_of(&tag) {
                b"numFmt" => {
                    let id = xml.attribute_number(&tag, b"numFmtId");
                    let code = xml.attribute_text(&tag, b"formatCode").unwrap_or_default();
                    own.extend(id.map(|id| (id, is_date_format(&code))));
                }
                b"cellXfs" => is_in_cells = true,
                b"xf" if is_in_cells => {
                    let id = xml.attribute_number(&tag, b"numFmtId").unwrap_or(0);
                    let known = own.iter().find(|(each, _)| *each == id).map(|(_, is_date)| *is_date);
                    formats.push(known.unwrap_or_else(|| is_date_format_known(id)));
                }
                _ => {}
            },
            Token::Close { name } if xml.name(&name) == b"cellXfs" => is_in_cells = false,
            _ => {}
        }
    }
    Ok(formats)
}

/// The merged cells of a sheet.
fn merged(archive: &Archive, path: &str, limits: &Limits) -> Result<Vec<Merged>, NoSheet> {
    let entry = archive.entry(path).ok_or(NoSheet::BrokenWorkbook)?;
    let mut merged = Vec::new();
    if entry.unpacked > LARGEST_WITH_MERGES {
        return Ok(merged);
    }
    let mut xml = part(archive, path, limits)?;
    // A damaged sheet is told of when its rows are read.
    while let Ok(Some(token)) = xml.next() {
        let Token::Open(tag) = token else { continue };
        if xml.name_of(&tag) == b"mergeCell" && merged.len() < MOST_MERGES {
            let cells = xml.attribute(&tag, b"ref").and_then(range);
            merged.extend(
                cells
                    .filter(|(_, last)| last.0 < limits.columns)
                    .map(|(first, last)| Merged { rows: (first.1, last.1), columns: (first.0, last.0) }),
            );
        }
    }
    Ok(merged)
}

/// A column from 0 and a row from 1 of a name such as `C5`.
fn place(name: &[u8]) -> Option<(usize, u64)> {
    let letters = name.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let (letters, digits) = name.split_at_checked(letters)?;
    if letters.is_empty() || letters.len() > 4 || digits.is_empty() || digits.len() > 9 {
        return None;
    }
    let column =
        letters.iter().fold(0, |sum, byte| sum * 26 + usize::from(byte.to_ascii_uppercase() - b'A') + 1);
    let mut row = 0;
    for digit in digits {
        row = row * 10 + u64::from(digit.checked_sub(b'0').filter(|digit| *digit < 10)?);
    }
    Some((column - 1, row))
}

/// The first and the last cell of a name such as `A1:C5`.
fn range(name: &[u8]) -> Option<((usize, u64), (usize, u64))> {
    let mut ends = name.split(|byte| *byte == b':').map(place);
    let first = ends.next()??;
    Some((first, ends.next().unwrap_or(Some(first))?))
}

/// What a cell's value is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Value {
    Number,
    Shared,
    Text,
    Truth,
    Error,
}

/// A sheet that is being read.
pub(crate) struct OpenSheet {
    xml: Xml<Unpacking>,
    strings: Strings,
    /// Of each style whether it shows numbers as dates.
    formats: Vec<bool>,
    merges: Merges,
    is_from_1904: bool,
    limits: Limits,
    /// The row that was read last.
    row: u64,
    /// A cell's text, and its value as it is written.
    text: String,
    value: String,
}

impl XmlSheet for OpenSheet {
    fn next_row(&mut self, row: &mut StringRecord) -> Result<Option<Result<(), Fault>>, Broken> {
        loop {
            match self.xml.next()? {
                Some(Token::Open(tag)) if self.xml.name_of(&tag) == b"row" => {
                    self.row = self.xml.attribute_number(&tag, b"r").unwrap_or(self.row + 1);
                    if !tag.is_empty {
                        return self.cells(row).map(Some);
                    }
                }
                Some(Token::Close { name }) if self.xml.name(&name) == b"sheetData" => return Ok(None),
                Some(_) => {}
                None => return Ok(None),
            }
        }
    }

    fn row(&self) -> u64 {
        self.row
    }

    fn merges(&mut self) -> &mut Merges {
        &mut self.merges
    }

    fn progress(&self) -> (u64, u64) {
        self.xml.input().progress()
    }
}

impl OpenSheet {
    /// The cells of a row up to its end.
    fn cells(&mut self, row: &mut StringRecord) -> Result<Result<(), Fault>, Broken> {
        let mut fault = None;
        loop {
            match self.xml.next()?.ok_or(Broken)? {
                Token::Open(tag) if self.xml.name_of(&tag) == b"c" => {
                    let column = self
                        .xml
                        .attribute(&tag, b"r")
                        .and_then(place)
                        .map_or(row.len(), |(column, _)| column);
                    let told = self.cell(&tag, column)?;
                    let told = match told {
                        Ok(()) if self.text.is_empty() => continue,
                        // Cells that stand where one has been already are not in the order of a row.
                        Ok(()) if column < row.len() => continue,
                        Ok(()) if column >= self.limits.columns => Err(Fault::ManyColumns),
                        Ok(()) if self.text.len() > self.limits.cell => {
                            Err(Fault::LongCell { column: column + 1 })
                        }
                        told => told,
                    };
                    match told {
                        Ok(()) if fault.is_none() => {
                            while row.len() < column {
                                row.push_field("");
                            }
                            row.push_field(&self.text);
                        }
                        Ok(()) => {}
                        Err(why) => _ = fault.get_or_insert(why),
                    }
                }
                Token::Close { name } if self.xml.name(&name) == b"row" => break,
                _ => {}
            }
        }
        Ok(match fault {
            Some(fault) => Err(fault),
            None => Ok(()),
        })
    }

    /// Reads a cell's text into `self.text`.
    fn cell(&mut self, tag: &Tag, column: usize) -> Result<Result<(), Fault>, Broken> {
        self.text.clear();
        self.value.clear();
        if tag.is_empty {
            return Ok(Ok(()));
        }
        let (mut value, mut is_date) = (Value::Number, false);
        for (name, text) in self.xml.attributes(tag) {
            match (name, text) {
                (b"t", b"s") => value = Value::Shared,
                // Dates of this kind are written as they are read here.
                (b"t", b"str" | b"inlineStr" | b"d") => value = Value::Text,
                (b"t", b"b") => value = Value::Truth,
                (b"t", b"e") => value = Value::Error,
                (b"s", style) => {
                    let style = std::str::from_utf8(style).ok().and_then(|style| style.parse::<usize>().ok());
                    is_date = style.and_then(|style| self.formats.get(style)).copied().unwrap_or(false);
                }
                _ => {}
            }
        }
        let (mut is_value, mut has_formula, mut has_value) = (false, false, false);
        loop {
            match self.xml.next()?.ok_or(Broken)? {
                Token::Open(tag) => match self.xml.name_of(&tag) {
                    b"v" => (is_value, has_value) = (!tag.is_empty, true),
                    b"f" => has_formula = true,
                    b"is" if !tag.is_empty => rich_text(&mut self.xml, b"is", &mut self.text)?,
                    _ => {}
                },
                Token::Text(range) if is_value => push_text(self.xml.bytes(&range), &mut self.value),
                Token::Data(range) if is_value => push_bytes(self.xml.bytes(&range), &mut self.value),
                Token::Close { name } => match self.xml.name(&name) {
                    b"v" => is_value = false,
                    b"c" => break,
                    _ => {}
                },
                _ => {}
            }
        }
        if has_formula && !has_value {
            return Ok(Err(Fault::NoValue { column: column + 1 }));
        }
        match value {
            Value::Number => {
                let value = self.value.trim();
                let shown = is_date.then(|| date(value.parse().ok()?, self.is_from_1904)).flatten();
                self.text.push_str(
                    &shown.or_else(|| plain(value)).map_or(std::borrow::Cow::Borrowed(value), Into::into),
                );
            }
            Value::Shared => {
                let text =
                    self.value.trim().parse().ok().and_then(|index| self.strings.get(index)).ok_or(Broken)?;
                self.text.push_str(text);
            }
            Value::Text => {
                let start = self.text.len();
                self.text.push_str(&self.value);
                unescape(start, &mut self.text);
            }
            Value::Truth => match self.value.trim() {
                "1" => self.text.push_str("true"),
                "0" => self.text.push_str("false"),
                other => self.text.push_str(other),
            },
            Value::Error => {}
        }
        Ok(Ok(()))
    }
}
