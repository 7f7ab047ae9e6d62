//! Bytes of any file as rows of text cells, each row with its place: text parted by commas, semicolons, tabs or
//! bars in whichever encoding, workbooks, JSON, tables of web pages, and each of them packed by gzip or zip. Nothing
//! here knows of trade: what cells mean is said by who reads them.
//!
//! [`open`] finds out what bytes are by what they hold, never by a file's name, and refuses with a reason what holds
//! no table. A [`Sheet`] is then read row by row. Where the bytes fit two readings it says so in
//! [`Sheet::doubts`] and goes on with the likelier one; [`Sheet::reopen`] takes a person's answer.
//!
//! A text whose rows stand on lines is read a piece at a time from wherever its bytes are ([`Source`]), however large it is.
//! Whatever the bytes are, nothing panics, and memory stays within [`Limits`].

mod biff;
mod compound;
mod decode;
mod delimited;
mod dialect;
mod evidence;
mod fault;
mod html;
mod json;
mod merge;
mod number;
mod ods;
mod open;
mod packed;
mod sniff;
mod source;
mod xlsx;
mod xml;
mod xml_rows;

use std::collections::VecDeque;

pub use csv::StringRecord;
pub use decode::{Decode, Encoding, decode_natively};
pub use fault::{Fault, NoSheet, NoTable};
pub use open::open;
pub use source::{ReadAt, Source};

/// The largest file that is read, in bytes: a browser's tab has little more room.
pub const LARGEST_FILE: usize = 200_000_000;

/// How much is read at most.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a file as it comes.
    pub bytes: usize,
    /// Bytes of a packed file, or of one part of a workbook, when it is unpacked.
    pub unpacked: usize,
    /// How many times more bytes a packed file may have when it is unpacked. Files below 10 MB may have more.
    pub ratio: usize,
    /// Cells of a row. A sheet of a workbook has no more.
    pub columns: usize,
    /// Bytes of a cell.
    pub cell: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { bytes: LARGEST_FILE, unpacked: 1_000_000_000, ratio: 300, columns: 16_384, cell: 1_000_000 }
    }
}

impl Limits {
    /// How many bytes may come out of so many packed ones.
    fn unpacked_of(&self, packed: usize) -> usize {
        /// What is unpacked of the smallest files, whatever the ratio.
        const SMALL: usize = 10_000_000;
        self.unpacked.min(packed.saturating_mul(self.ratio).max(SMALL))
    }
}

/// What a person answered, of what the bytes do not say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// How the text is written.
    pub encoding: Option<Encoding>,
    /// Which sheet, by a name of [`SheetChoice::name`].
    pub sheet: Option<String>,
    /// What parts the cells of a text.
    pub delimiter: Option<u8>,
}

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text whose cells something parts.
    Delimited {
        /// What: a comma, a semicolon, a tab or a bar.
        delimiter: u8,
    },
    /// JSON.
    Json,
    /// A table of a web page, or of a workbook saved as one.
    Html,
    /// A workbook of Excel since 2007.
    Xlsx,
    /// A workbook of Excel before 2007.
    Xls,
    /// A workbook of LibreOffice.
    Ods,
}

/// What a table was packed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PackedIn {
    /// gzip.
    Gzip,
    /// A zip archive.
    Zip,
}

/// What bytes leave open, with the likelier choice first, which is taken meanwhile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// Two encodings fit a text.
    Encoding(Vec<EncodingChoice>),
    /// A file holds several sheets.
    Sheet(Vec<SheetChoice>),
}

/// An encoding that fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EncodingChoice {
    /// Which.
    pub encoding: Encoding,
    /// How some words read in it: the same words in every choice.
    pub samples: Vec<String>,
}

/// A sheet of several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetChoice {
    /// Its name, by which it is asked for.
    pub name: String,
    /// How many rows it has, about; `None` where that is known only by reading it.
    pub rows: Option<u64>,
    /// The workbook hides it.
    pub is_hidden: bool,
}

impl SheetChoice {
    /// Those that a workbook does not hide, and behind them the others.
    fn in_order(choices: impl IntoIterator<Item = SheetChoice>) -> Vec<SheetChoice> {
        let (hidden, mut shown): (Vec<_>, Vec<_>) = choices.into_iter().partition(|choice| choice.is_hidden);
        shown.extend(hidden);
        shown
    }
}

/// A row with its place, or why there is none at a place.
pub type Row = Result<(u64, StringRecord), (u64, Fault)>;

/// What gives rows.
trait Rows {
    /// Reads the next row into `row` and tells its place; `None` at the end.
    fn read(&mut self, row: &mut StringRecord) -> Option<Result<u64, (u64, Fault)>>;
    /// How much has been read, and how much there is, in units of its own.
    fn progress(&self) -> (u64, u64);
}

/// Rows of text cells, one after the other.
///
/// A row's place is its line in a text, as an editor numbers lines, its row in a sheet or a table, and which one it
/// is in a list of JSON, each from 1. Rows without any text are left out. Cells of workbooks are texts as well: a
/// number plainly ("72000", "0.3"), a date as "2025-04-01", a truth as "true" or "false", an error as nothing.
pub struct Sheet {
    /// What the file is.
    pub kind: Kind,
    /// How its text was written; `None` for a workbook.
    pub encoding: Option<Encoding>,
    /// The name of the sheet, table or file of several that is read; `None` where there is only one.
    pub name: Option<String>,
    /// What it was packed in.
    pub packed_in: Option<PackedIn>,
    /// How many rows the file itself says that it has, as UN Comtrade's answers do.
    pub count: Option<u64>,
    /// What must be answered before the rows can be relied on.
    pub doubts: Vec<Doubt>,
    rows: Box<dyn Rows>,
    /// Rows that were looked at and not yet read.
    ahead: VecDeque<Row>,
    /// The place of the last row.
    last: u64,
    /// The bytes, where an answer may need them again.
    source: Option<(Source, Limits, Decode)>,
}

/// Nothing more to read.
struct Nothing;

impl Rows for Nothing {
    fn read(&mut self, _: &mut StringRecord) -> Option<Result<u64, (u64, Fault)>> {
        None
    }

    fn progress(&self) -> (u64, u64) {
        (0, 0)
    }
}

impl Sheet {
    /// Rows that are at hand already, each with its place, as a file of a kind has them.
    pub fn of_rows(kind: Kind, rows: impl IntoIterator<Item = (u64, StringRecord)>) -> Sheet {
        Sheet {
            kind,
            encoding: None,
            name: None,
            packed_in: None,
            count: None,
            doubts: Vec::new(),
            rows: Box::new(Nothing),
            ahead: rows.into_iter().map(Ok).collect(),
            last: 0,
            source: None,
        }
    }

    /// The next row; `None` at the end. Behind a fault, reading goes on where it can.
    // Rows are also read into one record that is used again, and looked at ahead: this is no iterator.
    #[allow(clippy::should_implement_trait)]
    pub fn next(&mut self) -> Option<Row> {
        let mut row = StringRecord::new();
        Some(self.read(&mut row)?.map(|place| (place, row)))
    }

    /// Reads the next row into `row` and tells its place, as [`Sheet::next`] without a new row each time.
    pub fn read(&mut self, row: &mut StringRecord) -> Option<Result<u64, (u64, Fault)>> {
        let read = match self.ahead.pop_front() {
            Some(Ok((place, looked_at))) => {
                *row = looked_at;
                Ok(place)
            }
            Some(Err(fault)) => Err(fault),
            None => self.read_further(row)?,
        };
        if let Ok(place) = read {
            self.last = place;
        }
        Some(read)
    }

    /// The next row with text.
    fn read_further(&mut self, row: &mut StringRecord) -> Option<Result<u64, (u64, Fault)>> {
        loop {
            let read = self.rows.read(row)?;
            if read.is_err() || row.iter().any(|cell| !cell.trim().is_empty()) {
                return Some(read);
            }
        }
    }

    /// The next rows at most `count`, which are still read afterwards. Faults between them are left out here.
    pub fn peek(&mut self, count: usize) -> Vec<&(u64, StringRecord)> {
        while self.ahead.len() < count {
            let mut row = StringRecord::new();
            let Some(read) = self.read_further(&mut row) else { break };
            self.ahead.push_back(read.map(|place| (place, row)));
        }
        self.ahead.iter().take(count).filter_map(|row| row.as_ref().ok()).collect()
    }

    /// How much has been read, and how much there is, in units of its own.
    pub fn progress(&self) -> (u64, u64) {
        self.rows.progress()
    }

    /// Whether the row that was read last is the last that a workbook's sheet has room for: more may have been lost
    /// when the file was made.
    pub fn is_full(&self) -> bool {
        const ROWS: u64 = 1_048_576;
        const ROWS_BEFORE_2007: u64 = 65_536;
        self.last == ROWS || (self.last == ROWS_BEFORE_2007 && self.kind == Kind::Xls)
    }

    /// Whether a comma may be a decimal point in it.
    pub fn is_parted_by_semicolons(&self) -> bool {
        self.kind == Kind::Delimited { delimiter: b';' }
    }

    /// The same bytes as another table, one of `count` that are open at once: together they stay within the limits of one.
    /// `None` where there was no doubt.
    pub fn beside(&self, asked: &Asked, count: usize) -> Option<Result<Sheet, NoSheet>> {
        let (source, limits, decode) = self.source.as_ref()?;
        let limits = Limits { unpacked: limits.unpacked / count.max(1), ..limits.clone() };
        Some(open::open_source(source.clone(), asked, &limits, *decode))
    }

    /// The same bytes from their beginning, read as a person answered; `None` where there was no doubt.
    pub fn reopen(self, asked: &Asked) -> Option<Result<Sheet, NoSheet>> {
        let (source, limits, decode) = self.source?;
        drop((self.rows, self.ahead));
        Some(open::open_source(source, asked, &limits, decode))
    }
}
