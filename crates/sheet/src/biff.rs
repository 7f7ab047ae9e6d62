//! Workbooks of Excel from version 5 to 2003 ([MS-XLS]): records in a stream of a compound document.

use csv::StringRecord;
use std::collections::BinaryHeap;

use crate::compound::{Compound, u16_at, u32_at};
use crate::decode::{Decode, Encoding};
use crate::fault::{Fault, NoSheet};
use crate::merge::{Merged, Merges};
use crate::number::{date, is_date_format, is_date_format_known, shown};
use crate::{Limits, Rows, SheetChoice};

/// Numbers of records that are read.
mod record {
    pub const FORMULA: u16 = 0x0006;
    pub const END: u16 = 0x000A;
    pub const DATE_SYSTEM: u16 = 0x0022;
    pub const PASSWORD: u16 = 0x002F;
    pub const CONTINUE: u16 = 0x003C;
    pub const CODE_PAGE: u16 = 0x0042;
    pub const SHEET: u16 = 0x0085;
    pub const NUMBERS: u16 = 0x00BD;
    pub const RICH_LABEL: u16 = 0x00D6;
    pub const STYLE: u16 = 0x00E0;
    pub const MERGED: u16 = 0x00E5;
    pub const STRINGS: u16 = 0x00FC;
    pub const SHARED_LABEL: u16 = 0x00FD;
    pub const NUMBER: u16 = 0x0203;
    pub const LABEL: u16 = 0x0204;
    pub const TRUTH_OR_ERROR: u16 = 0x0205;
    pub const STRING: u16 = 0x0207;
    pub const SHORT_NUMBER: u16 = 0x027E;
    pub const FORMAT: u16 = 0x041E;
    pub const BEGINNING: u16 = 0x0809;
}

/// The version of Excel 97 and later, whose strings are Unicode.
const VERSION_8: u16 = 0x0600;

/// A workbook whose list of sheets has been read.
pub(crate) struct Workbook {
    stream: Vec<u8>,
    sheets: Vec<Listed>,
    globals: Globals,
}

struct Listed {
    name: String,
    at: usize,
    is_hidden: bool,
}

/// What sheets share.
#[derive(Default)]
struct Globals {
    is_8: bool,
    is_from_1904: bool,
    /// How bytes of strings are written before version 8.
    encoding: Option<Encoding>,
    strings: Vec<String>,
    formats: Vec<(u16, bool)>,
    /// Of each style the number of its format.
    styles: Vec<u16>,
}

/// A record: its number, its bytes, and where the next one begins.
fn record_at(stream: &[u8], at: usize) -> Option<(u16, &[u8], usize)> {
    let end = at.checked_add(4)?.checked_add(usize::from(u16_at(stream, at + 2)?))?;
    Some((u16_at(stream, at)?, stream.get(at + 4..end)?, end))
}

impl Workbook {
    /// Reads what stands before the sheets.
    pub fn open(bytes: &[u8], limits: &Limits, decode: Decode) -> Result<Workbook, NoSheet> {
        let compound = Compound::open(bytes)?;
        if compound.has("EncryptedPackage") {
            return Err(NoSheet::Locked);
        }
        let stream = compound.stream("Workbook").or_else(|| compound.stream("Book"));
        let Some(stream) = stream else {
            use crate::fault::NoTable::{Document, Email};
            let what = match compound.has("__properties_version1.0") {
                true => Email,
                false => Document,
            };
            return Err(NoSheet::NotATable(what));
        };
        let mut workbook = Workbook { stream, sheets: Vec::new(), globals: Globals::default() };
        workbook.read_globals(limits, decode)?;
        Ok(workbook)
    }

    fn read_globals(&mut self, limits: &Limits, decode: Decode) -> Result<(), NoSheet> {
        let Workbook { stream, sheets, globals } = self;
        let mut at = 0;
        loop {
            let (number, bytes, next) = record_at(stream, at).ok_or(NoSheet::BrokenWorkbook)?;
            at = next;
            match number {
                record::BEGINNING => globals.is_8 = u16_at(bytes, 0) == Some(VERSION_8),
                record::PASSWORD => return Err(NoSheet::Locked),
                record::CODE_PAGE => {
                    globals.encoding = match u16_at(bytes, 0) {
                        Some(932) => Some(Encoding::ShiftJis),
                        Some(936) => Some(Encoding::Gb18030),
                        Some(949) => Some(Encoding::EucKr),
                        Some(950) => Some(Encoding::Big5),
                        _ => Some(Encoding::Windows1252),
                    };
                }
                record::DATE_SYSTEM => globals.is_from_1904 = u16_at(bytes, 0) == Some(1),
                record::FORMAT => {
                    let code = match globals.is_8 {
                        true => Chunks::new(bytes, 2).string(),
                        false => globals.short_string(bytes, 2, decode),
                    };
                    globals
                        .formats
                        .extend(u16_at(bytes, 0).zip(code).map(|(id, code)| (id, is_date_format(&code))));
                }
                record::STYLE => globals.styles.extend(u16_at(bytes, 2)),
                record::SHEET => {
                    let name = match globals.is_8 {
                        true => Chunks::new(bytes, 6).short_string(),
                        false => globals.short_string(bytes, 6, decode),
                    };
                    let (Some(start), Some(name)) = (u32_at(bytes, 0), name) else { continue };
                    // Charts and macros are no sheets of cells.
                    if bytes.get(5) == Some(&0) {
                        let is_hidden = bytes.get(4).is_some_and(|state| state & 3 != 0);
                        sheets.push(Listed { name, at: start as usize, is_hidden });
                    }
                }
                record::STRINGS => {
                    let mut chunks = Chunks::new(bytes, 8);
                    while let Some((record::CONTINUE, bytes, next)) = record_at(stream, at) {
                        chunks.parts.push(bytes);
                        at = next;
                    }
                    let count = u32_at(bytes, 4).unwrap_or(0);
                    let mut room = limits.unpacked;
                    for _ in 0..count {
                        let Some(string) = chunks.string() else { break };
                        room = room.checked_sub(string.len() + 1).ok_or(NoSheet::TooLargeUnpacked)?;
                        globals.strings.push(string);
                    }
                }
                record::END => return Ok(()),
                _ => {}
            }
        }
    }

    /// The sheets that have cells, hidden ones last.
    pub fn sheets(&self) -> Vec<SheetChoice> {
        let choice = |sheet: &Listed| SheetChoice {
            name: sheet.name.clone(),
            rows: Some(self.count(sheet.at)),
            is_hidden: sheet.is_hidden,
        };
        SheetChoice::in_order(self.sheets.iter().map(choice).filter(|sheet| sheet.rows != Some(0)))
    }

    /// The last row of a sheet that has a filled cell.
    fn count(&self, at: usize) -> u64 {
        let mut last = 0;
        self.records(at, |number, bytes| {
            use record::*;
            let cells =
                [FORMULA, NUMBERS, RICH_LABEL, SHARED_LABEL, NUMBER, LABEL, TRUTH_OR_ERROR, SHORT_NUMBER];
            if let Some(row) = u16_at(bytes, 0).filter(|_| cells.contains(&number)) {
                last = last.max(u64::from(row) + 1);
            }
        });
        last
    }

    /// Looks at the records of a sheet, not at those of charts in it. Whether it ends as it should.
    fn records(&self, start: usize, mut each: impl FnMut(u16, &[u8])) -> bool {
        let (mut at, mut depth) = (start, 0);
        while let Some((number, bytes, next)) = record_at(&self.stream, at) {
            at = next;
            match number {
                record::BEGINNING => depth += 1,
                record::END if depth <= 1 => return true,
                record::END => depth -= 1,
                _ if depth == 1 => each(number, bytes),
                _ => {}
            }
        }
        false
    }

    /// Reads a sheet.
    pub fn read(&self, name: &str, limits: &Limits, decode: Decode) -> Result<SheetRows, NoSheet> {
        let sheet = self.sheets.iter().find(|sheet| sheet.name == name);
        let sheet = sheet.ok_or_else(|| NoSheet::NoSuchSheet { name: name.to_owned() })?;
        let mut cells: Vec<Cell> = Vec::new();
        let mut merged = Vec::new();
        let mut room = limits.unpacked;
        let globals = &self.globals;
        let is_whole = self.records(sheet.at, |number, bytes| {
            let place = || Some((u16_at(bytes, 0)?, u16_at(bytes, 2)?));
            let number_at = |at: usize| Some(f64::from_le_bytes(bytes.get(at..at + 8)?.try_into().ok()?));
            let style = || u16_at(bytes, 4);
            let text = match number {
                record::NUMBER => number_at(6).map(|number| globals.number(number, style())),
                record::SHORT_NUMBER => {
                    u32_at(bytes, 6).map(|short| globals.number(short_number(short), style()))
                }
                record::NUMBERS => {
                    // The row, the first column, of each cell its style and number, the last column.
                    let Some((row, first)) = place() else { return };
                    let list = bytes.get(4..bytes.len().saturating_sub(2)).unwrap_or_default();
                    for (column, cell) in (first..).zip(list.chunks_exact(6)) {
                        let text = u32_at(cell, 2).map(|n| globals.number(short_number(n), u16_at(cell, 0)));
                        cells.extend(text.map(|text| Cell { row, column, text }));
                    }
                    return;
                }
                record::SHARED_LABEL => {
                    u32_at(bytes, 6).and_then(|index| globals.strings.get(index as usize)).cloned()
                }
                record::LABEL | record::RICH_LABEL => match globals.is_8 {
                    true => Chunks::new(bytes, 6).string(),
                    false => globals.long_string(bytes, 6, decode),
                },
                record::TRUTH_OR_ERROR if bytes.get(7) == Some(&0) => {
                    Some(if bytes.get(6) == Some(&0) { "false" } else { "true" }.to_owned())
                }
                record::FORMULA => match (bytes.get(6), bytes.get(8), u16_at(bytes, 12)) {
                    // A text, which the next record holds.
                    (Some(0), _, Some(0xFFFF)) => Some(String::new()),
                    (Some(1), truth, Some(0xFFFF)) => {
                        Some(if truth == Some(&0) { "false" } else { "true" }.to_owned())
                    }
                    (_, _, Some(0xFFFF)) => None,
                    _ => number_at(6).map(|number| globals.number(number, style())),
                },
                record::STRING => {
                    let text = match globals.is_8 {
                        true => Chunks::new(bytes, 0).string(),
                        false => globals.long_string(bytes, 0, decode),
                    };
                    if let (Some(cell), Some(text)) = (cells.last_mut(), text) {
                        cell.text = text;
                    }
                    return;
                }
                record::MERGED => {
                    let list = bytes.get(2..).unwrap_or_default().chunks_exact(8);
                    merged.extend(list.filter_map(|cells| {
                        let number = |at: usize| u16_at(cells, at);
                        Some(Merged {
                            rows: (u64::from(number(0)?) + 1, u64::from(number(2)?) + 1),
                            columns: (usize::from(number(4)?), usize::from(number(6)?.min(0xFF))),
                        })
                    }));
                    return;
                }
                _ => return,
            };
            if let (Some((row, column)), Some(text)) = (place(), text) {
                // A text that many cells share is in memory once for each of them.
                room = room.saturating_sub(text.len());
                if room > 0 {
                    cells.push(Cell { row, column, text });
                }
            }
        });
        if room == 0 {
            return Err(NoSheet::TooLargeUnpacked);
        }
        // Excel writes rows in their order, other programs columns. A heap is much less code than a sort.
        if !cells.is_sorted_by_key(Cell::place) {
            cells = BinaryHeap::from(cells).into_sorted_vec();
        }
        let length = cells.last().map_or(0, |cell| u64::from(cell.row) + 1);
        Ok(SheetRows {
            cells: cells.into_iter().peekable(),
            merges: Merges::new(merged),
            limits: limits.clone(),
            row: 0,
            length,
            is_cut: !is_whole,
        })
    }
}

impl Globals {
    /// A number as a text: a date where its style shows one.
    fn number(&self, number: f64, style: Option<u16>) -> String {
        let format = style.and_then(|style| self.styles.get(usize::from(style))).copied().unwrap_or(0);
        let own = self.formats.iter().find(|(id, _)| *id == format).map(|(_, is_date)| *is_date);
        let is_date = own.unwrap_or_else(|| is_date_format_known(format));
        is_date.then(|| date(number, self.is_from_1904)).flatten().unwrap_or_else(|| shown(number))
    }

    fn bytes_as_text(&self, bytes: &[u8], decode: Decode) -> Option<String> {
        decode(self.encoding.unwrap_or(Encoding::Windows1252), bytes)
    }

    /// A string of before version 8 with its length in one byte.
    fn short_string(&self, bytes: &[u8], at: usize, decode: Decode) -> Option<String> {
        let length = usize::from(*bytes.get(at)?);
        self.bytes_as_text(bytes.get(at + 1..at + 1 + length)?, decode)
    }

    /// The same with its length in two bytes.
    fn long_string(&self, bytes: &[u8], at: usize, decode: Decode) -> Option<String> {
        let length = usize::from(u16_at(bytes, at)?);
        self.bytes_as_text(bytes.get(at + 2..at + 2 + length)?, decode)
    }
}

/// A number in 30 bits: a whole one or the upper half of a fraction, times a hundred or not.
fn short_number(bits: u32) -> f64 {
    let number = match bits & 2 {
        0 => f64::from_bits(u64::from(bits & !3) << 32),
        _ => f64::from(bits as i32 >> 2),
    };
    if bits & 1 == 0 { number } else { number / 100.0 }
}

/// Bytes of a record and of those that continue it. A string that goes on in the next one says anew there how its
/// characters are written.
struct Chunks<'a> {
    parts: Vec<&'a [u8]>,
    part: usize,
    at: usize,
}

impl<'a> Chunks<'a> {
    fn new(bytes: &'a [u8], at: usize) -> Chunks<'a> {
        Chunks { parts: vec![bytes], part: 0, at }
    }

    /// What is left of the part; the next one where nothing is.
    fn rest(&mut self) -> Option<&'a [u8]> {
        while self.parts.get(self.part)?.len() <= self.at {
            self.at -= self.parts.get(self.part)?.len();
            self.part += 1;
        }
        self.parts.get(self.part)?.get(self.at..)
    }

    fn byte(&mut self) -> Option<u8> {
        let byte = *self.rest()?.first()?;
        self.at += 1;
        Some(byte)
    }

    fn number(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    /// A string with its length in two bytes.
    fn string(&mut self) -> Option<String> {
        let length = self.number()?;
        self.characters(usize::from(length))
    }

    /// A string with its length in one byte.
    fn short_string(&mut self) -> Option<String> {
        let length = self.byte()?;
        self.characters(usize::from(length))
    }

    fn characters(&mut self, length: usize) -> Option<String> {
        /// Two bytes a character, how it is spoken follows, its looks follow.
        const WIDE: u8 = 1;
        const SPOKEN: u8 = 4;
        const LOOKS: u8 = 8;
        let mut flags = self.byte()?;
        let looks = if flags & LOOKS != 0 { self.number()? } else { 0 };
        let spoken =
            if flags & SPOKEN != 0 { u32::from(self.number()?) | u32::from(self.number()?) << 16 } else { 0 };
        let mut units: Vec<u16> = Vec::with_capacity(length);
        while units.len() < length {
            let part = self.part;
            let rest = self.rest()?;
            if self.part != part {
                flags = self.byte()?;
                continue;
            }
            let missing = length - units.len();
            if flags & WIDE != 0 {
                let taken = missing.min(rest.len() / 2);
                if taken == 0 {
                    return None;
                }
                units.extend(rest.chunks_exact(2).take(taken).filter_map(|unit| u16_at(unit, 0)));
                self.at += 2 * taken;
            } else {
                // Latin-1, which is the beginning of Unicode.
                let taken = missing.min(rest.len());
                units.extend(rest.iter().take(taken).map(|byte| u16::from(*byte)));
                self.at += taken;
            }
        }
        self.at += 4 * usize::from(looks) + spoken as usize;
        Some(String::from_utf16_lossy(&units))
    }
}

/// A cell, by its place.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Cell {
    row: u16,
    column: u16,
    text: String,
}

impl Cell {
    fn place(&self) -> (u16, u16) {
        (self.row, self.column)
    }
}

/// The rows of a sheet.
pub(crate) struct SheetRows {
    cells: std::iter::Peekable<std::vec::IntoIter<Cell>>,
    merges: Merges,
    limits: Limits,
    /// The row that was read last.
    row: u64,
    length: u64,
    /// The sheet ends in the midst.
    is_cut: bool,
}

impl Rows for SheetRows {
    fn read(&mut self, row: &mut StringRecord) -> Option<Result<u64, (u64, Fault)>> {
        row.clear();
        let Some(place) = self.cells.peek().map(|cell| cell.row) else {
            let told = std::mem::take(&mut self.is_cut).then_some(Err((self.row + 1, Fault::Broken)));
            return told;
        };
        self.row = u64::from(place) + 1;
        let mut fault = None;
        while let Some(cell) = self.cells.next_if(|cell| cell.row == place) {
            let column = usize::from(cell.column);
            match () {
                () if cell.text.len() > self.limits.cell => {
                    fault = Some(Fault::LongCell { column: column + 1 })
                }
                () if column >= self.limits.columns => fault = Some(Fault::ManyColumns),
                () if column < row.len() || cell.text.is_empty() => {}
                () => {
                    while row.len() < column {
                        row.push_field("");
                    }
                    row.push_field(&cell.text);
                }
            }
        }
        if let Some(fault) = fault {
            return Some(Err((self.row, fault)));
        }
        self.merges.fill(self.row, row);
        Some(Ok(self.row))
    }

    fn progress(&self) -> (u64, u64) {
        (self.row, self.length)
    }
}
