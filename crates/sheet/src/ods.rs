//! Workbooks of LibreOffice and others: a zip archive whose `content.xml` holds every sheet (OpenDocument 1.3).

use std::io::Read;

use csv::StringRecord;

use crate::fault::{Fault, NoSheet};
use crate::merge::{Merged, Merges};
use crate::number::plain;
use crate::packed::{Archive, Unpacking};
use crate::xml::{Broken, Tag, Token, Xml, find, push_bytes, push_text};
use crate::xml_rows::{XmlRows, XmlSheet};
use crate::{Limits, SheetChoice};

/// How many bytes of XML are read at most, one after the other.
const MOST_XML: usize = 4_000_000_000;
const CONTENT: &str = "content.xml";
/// Rows and cells that are alike are written once with their number. Empty ones fill a sheet to its end.
const MOST_ROWS: u64 = 1_048_576;

/// Whether an archive holds a workbook of this kind.
pub(crate) fn is_in(archive: &Archive, kind: &[u8]) -> bool {
    kind.starts_with(b"application/vnd.oasis.opendocument.spreadsheet") && archive.entry(CONTENT).is_some()
}

/// Whether a workbook's parts are encrypted.
pub(crate) fn is_locked(archive: &Archive, limits: &Limits) -> bool {
    let manifest = archive.entry("META-INF/manifest.xml").and_then(|entry| archive.whole(entry, limits).ok());
    manifest.is_some_and(|bytes| find(&bytes, b"encryption-data").is_some())
}

fn content(archive: &Archive) -> Result<Xml<Unpacking>, NoSheet> {
    let entry = archive.entry(CONTENT).ok_or(NoSheet::BrokenWorkbook)?;
    Ok(Xml::new(archive.read(entry)?, MOST_XML))
}

/// The sheets that have cells, hidden ones last.
pub(crate) fn sheets(archive: &Archive) -> Result<Vec<SheetChoice>, NoSheet> {
    let mut xml = content(archive)?;
    let mut sheets: Vec<SheetChoice> = Vec::new();
    // The styles of sheets that are hidden.
    let mut hidden: Vec<String> = Vec::new();
    let mut style = String::new();
    let (mut row, mut last) = (0, 0);
    let mut depth = 0u32;
    while let Some(token) = xml.next()? {
        match token {
            Token::Open(tag) => match xml.name_of(&tag) {
                b"style" => style = xml.attribute_text(&tag, b"name").unwrap_or_default(),
                b"table-properties" if xml.attribute(&tag, b"display") == Some(b"false") => {
                    hidden.push(style.clone())
                }
                b"table" if !tag.is_empty => {
                    depth += 1;
                    if depth == 1 {
                        (row, last) = (0, 0);
                        let style = xml.attribute_text(&tag, b"style-name").unwrap_or_default();
                        sheets.push(SheetChoice {
                            name: xml.attribute_text(&tag, b"name").unwrap_or_default(),
                            rows: None,
                            is_hidden: hidden.contains(&style),
                        });
                    }
                }
                b"table-row" if depth == 1 => row += repeated(&xml, &tag, b"number-rows-repeated", MOST_ROWS),
                b"p" if depth == 1 => last = row,
                _ => {}
            },
            Token::Close { name } if xml.name(&name) == b"table" => {
                if depth == 1 {
                    sheets.iter_mut().last().into_iter().for_each(|sheet| sheet.rows = Some(last));
                }
                depth = depth.saturating_sub(1);
            }
            _ => {}
        }
    }
    sheets.retain(|sheet| sheet.rows.is_some_and(|rows| rows > 0));
    Ok(SheetChoice::in_order(sheets))
}

/// How often a row or cell stands there.
fn repeated<R: Read>(xml: &Xml<R>, tag: &Tag, name: &[u8], most: u64) -> u64 {
    xml.attribute_number(tag, name).unwrap_or(1u64).clamp(1, most)
}

/// Begins to read a sheet.
pub(crate) fn read(archive: &Archive, name: &str, limits: &Limits) -> Result<XmlRows<OpenSheet>, NoSheet> {
    let mut xml = content(archive)?;
    loop {
        let token = xml.next()?.ok_or_else(|| NoSheet::NoSuchSheet { name: name.to_owned() })?;
        let Token::Open(tag) = token else { continue };
        if xml.name_of(&tag) == b"table" && xml.attribute_text(&tag, b"name").as_deref() == Some(name) {
            return Ok(XmlRows::of(OpenSheet {
                xml,
                merges: Merges::default(),
                limits: limits.clone(),
                row: 0,
                again: None,
            }));
        }
    }
}

/// A sheet that is being read.
pub(crate) struct OpenSheet {
    xml: Xml<Unpacking>,
    merges: Merges,
    limits: Limits,
    /// The row that was read last.
    row: u64,
    /// A row that stands there so many times more.
    again: Option<(StringRecord, u64)>,
}

impl XmlSheet for OpenSheet {
    fn next_row(&mut self, row: &mut StringRecord) -> Result<Option<Result<(), Fault>>, Broken> {
        if let Some((same, times)) = &mut self.again {
            self.row += 1;
            *times -= 1;
            row.clone_from(same);
            if *times == 0 {
                self.again = None;
            }
            return Ok(Some(Ok(())));
        }
        loop {
            match self.xml.next()?.ok_or(Broken)? {
                Token::Open(tag) if self.xml.name_of(&tag) == b"table-row" => {
                    let times = repeated(&self.xml, &tag, b"number-rows-repeated", MOST_ROWS);
                    self.row += 1;
                    let told = if tag.is_empty { Ok(()) } else { self.cells(row)? };
                    if row.is_empty() || told.is_err() {
                        self.row += times - 1;
                    } else if times > 1 {
                        self.again = Some((row.clone(), times - 1));
                    }
                    return Ok(Some(told));
                }
                // Excel's files and LibreOffice's have charts with tables of their own.
                Token::Open(tag) if self.xml.name_of(&tag) == b"table" && !tag.is_empty => {
                    self.xml.skip(b"table")?
                }
                Token::Close { name } if self.xml.name(&name) == b"table" => return Ok(None),
                _ => {}
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
        let mut column = 0usize;
        let mut text = String::new();
        loop {
            match self.xml.next()?.ok_or(Broken)? {
                Token::Open(tag) => {
                    let name = self.xml.name_of(&tag);
                    if name != b"table-cell" && name != b"covered-table-cell" {
                        continue;
                    }
                    let is_covered = name == b"covered-table-cell";
                    let times = repeated(&self.xml, &tag, b"number-columns-repeated", MOST_ROWS) as usize;
                    let span = |name| repeated(&self.xml, &tag, name, MOST_ROWS);
                    let (columns, rows) =
                        (span(b"number-columns-spanned") as usize, span(b"number-rows-spanned"));
                    text.clear();
                    self.cell(&tag, is_covered, &mut text)?;
                    let first = column;
                    column = column.saturating_add(times);
                    if !is_covered && (columns > 1 || rows > 1) && first + columns <= self.limits.columns {
                        self.merges.add(Merged {
                            rows: (self.row, self.row + rows - 1),
                            columns: (first, first + columns - 1),
                        });
                    }
                    match () {
                        () if text.is_empty() || fault.is_some() => {}
                        () if column > self.limits.columns => fault = Some(Fault::ManyColumns),
                        () if text.len() > self.limits.cell || text.len() * times > MOST_REPEATED => {
                            fault = Some(Fault::LongCell { column: first + 1 });
                        }
                        () => {
                            while row.len() < first {
                                row.push_field("");
                            }
                            (0..times).for_each(|_| row.push_field(&text));
                        }
                    }
                }
                Token::Close { name } if self.xml.name(&name) == b"table-row" => break,
                _ => {}
            }
        }
        Ok(match fault {
            Some(fault) => Err(fault),
            None => Ok(()),
        })
    }

    /// Reads a cell's text. What is shown differs with the format; a number and a date are what they are.
    fn cell(&mut self, tag: &Tag, is_covered: bool, text: &mut String) -> Result<(), Broken> {
        let value = |name: &[u8]| self.xml.attribute_text(tag, name);
        let known = match self.xml.attribute(tag, b"value-type") {
            Some(b"float" | b"percentage" | b"currency") => {
                value(b"value").map(|value| plain(&value).unwrap_or(value))
            }
            Some(b"date") => value(b"date-value").map(|date| date.replace('T', " ").replace(" 00:00:00", "")),
            Some(b"time") => value(b"time-value").map(|time| time_of(&time).unwrap_or(time)),
            Some(b"boolean") => value(b"boolean-value"),
            _ => None,
        };
        if tag.is_empty {
            text.push_str(&known.unwrap_or_default());
            return Ok(());
        }
        let element: &[u8] = if is_covered { b"covered-table-cell" } else { b"table-cell" };
        let (mut is_text, mut has_line) = (false, false);
        loop {
            match self.xml.next()?.ok_or(Broken)? {
                Token::Open(tag) => match self.xml.name_of(&tag) {
                    // A remark that hangs at the cell, and pictures.
                    name @ (b"annotation" | b"frame" | b"custom-shape") if !tag.is_empty => {
                        let name = name.to_owned();
                        self.xml.skip(&name)?;
                    }
                    b"p" => {
                        if has_line {
                            text.push('\n');
                        }
                        (is_text, has_line) = (!tag.is_empty, true);
                    }
                    // Several spaces, a tab, the end of a line.
                    b"s" if is_text => {
                        let spaces = repeated(&self.xml, &tag, b"c", 1000);
                        (0..spaces).for_each(|_| text.push(' '));
                    }
                    b"tab" if is_text => text.push('\t'),
                    b"line-break" if is_text => text.push('\n'),
                    _ => {}
                },
                Token::Close { name } => match self.xml.name(&name) {
                    b"p" => is_text = false,
                    name if name == element => break,
                    _ => {}
                },
                Token::Text(range) if is_text => push_text(self.xml.bytes(&range), text),
                Token::Data(range) if is_text => push_bytes(self.xml.bytes(&range), text),
                Token::Text(_) | Token::Data(_) => {}
            }
        }
        if let Some(known) = known {
            *text = known;
        }
        Ok(())
    }
}

/// The bytes of cells that are written once and stand in a row many times.
const MOST_REPEATED: usize = 10_000_000;

/// `PT12H30M00S` as "12:30:00".
fn time_of(time: &str) -> Option<String> {
    let (hours, rest) = time.strip_prefix("PT")?.split_once('H')?;
    let (minutes, seconds) = rest.split_once('M')?;
    let seconds = seconds.strip_suffix('S')?.split(['.', ',']).next()?;
    Some(format!("{hours:0>2}:{minutes:0>2}:{seconds:0>2}"))
}
