//! What could not be used of a file, where, and why, in words for the person who brought it.

use std::fmt;

use super::{CUSTOMS_LIMIT, LARGEST_FILE};
use model::Period;

/// One thing that could not be used, or that a person should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file's name.
    pub file: String,
    /// The line, from 1; `None` for the file as a whole.
    pub line: Option<u64>,
    /// What it is.
    pub kind: ProblemKind,
}

/// What can be wrong. `Display` says it in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ProblemKind {
    /// No bytes.
    Empty,
    /// A picture, a PDF, an archive: its name in words.
    NotATable(&'static str),
    /// A workbook.
    Excel,
    /// A web page.
    Html,
    /// Bytes that are no text.
    NotText,
    /// More bytes than can be read.
    TooLarge,
    /// JSON that cannot be read, with the reason.
    NotJson(String),
    /// A first line in which no known column stands.
    NoHeader {
        /// What stands there.
        found: String,
    },
    /// A column that stands there twice.
    ColumnTwice(String),
    /// A column that must be there is not.
    MissingColumn {
        /// What it would hold.
        what: &'static str,
        /// What it may be called.
        names: &'static str,
    },
    /// Quantities without a unit.
    NoUnit,
    /// A column that is not known.
    UnknownColumn(String),
    /// A header without rows.
    NoRows,
    /// A quote that is opened and never closed.
    OpenQuote,
    /// A line with another number of fields than the header.
    FieldCount {
        /// How many there are.
        found: usize,
        /// How many there should be.
        expected: usize,
    },
    /// Something that is no whole number.
    NotANumber {
        /// The column.
        column: String,
        /// What stands there.
        found: String,
    },
    /// Something that is no month.
    NotAMonth {
        /// What stands there.
        found: String,
    },
    /// A year where a month should be.
    Yearly,
    /// A code that is missing.
    NoCode {
        /// The column.
        column: String,
    },
    /// Goods that are counted, not weighed.
    NotAWeight {
        /// The unit.
        unit: String,
    },
    /// A row that stands in the file a second time.
    RowTwice {
        /// The line on which it stands first.
        first: u64,
    },
    /// The same row in another file, with other numbers.
    Conflict {
        /// The other file.
        other: String,
        /// Its line.
        line: u64,
    },
    /// Rows that another file has, too.
    Overlap {
        /// How many.
        rows: u64,
        /// The other file.
        other: String,
    },
    /// As many rows as customs gives out at most.
    ProbablyCut,
    /// Values of another currency, which are not added.
    OtherCurrency,
    /// Rows without their twin in the file of the other currency.
    Unpaired {
        /// How many.
        rows: u64,
    },
    /// A file that does not tell the same things apart as the first one.
    OtherColumns {
        /// What the first file tells apart, in words.
        first: String,
    },
    /// The same goods at a shorter code: they would be counted twice.
    ShorterCode,
    /// More rows or members than can be counted, or sums too large.
    TooMany,
    /// A month of several was left unanswered.
    NoMonth,
    /// Partners that do not make the world total that the file states.
    WorldDiffers {
        /// The month.
        month: Period,
        /// What the partners make, kilograms.
        partners: u64,
        /// What the file states for the world, kilograms.
        world: u64,
    },
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}, line {line}: {}", self.file, self.kind),
            None => write!(f, "{}: {}", self.file, self.kind),
        }
    }
}

impl fmt::Display for ProblemKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ProblemKind::Empty => f.write_str(
                "The file is empty: it holds no data. That says nothing about trade; download it again.",
            ),
            ProblemKind::NotATable(what) => write!(f, "This is {what}, not a table of rows."),
            ProblemKind::Excel => f.write_str(
                "This is an Excel workbook. Open it in Excel and choose File, Save as, “CSV UTF-8”; then bring the new file.",
            ),
            ProblemKind::Html => f.write_str(
                "This is a web page, not a table: probably the site’s error page. Download the file again.",
            ),
            ProblemKind::NotText => f.write_str("This is no text that can be read as a table."),
            ProblemKind::TooLarge => write!(
                f,
                "The file is larger than {} MB. Download it in parts, by year or by HS code.",
                LARGEST_FILE / 1_000_000
            ),
            ProblemKind::NotJson(why) => write!(f, "This is JSON that cannot be read: {why}."),
            ProblemKind::NoHeader { found } => write!(
                f,
                "The first line names no column of a customs or Comtrade file. It reads “{found}”."
            ),
            ProblemKind::ColumnTwice(name) => {
                write!(f, "The column “{name}” stands there twice, so it is not clear which one counts.")
            }
            ProblemKind::MissingColumn { what, names } => {
                write!(f, "There is no column for {what}. It may be called {names}.")
            }
            ProblemKind::NoUnit => f.write_str(
                "No column names a unit. The quantities were read as kilograms, which customs uses for most goods.",
            ),
            ProblemKind::UnknownColumn(name) => {
                write!(f, "The column “{name}” is not known. It was left out.")
            }
            ProblemKind::NoRows => f.write_str(
                "The file has a header and no rows: customs has no trade for this query, which is not the same as no data.",
            ),
            ProblemKind::OpenQuote => f.write_str(
                "A quote is opened here and not closed on the line. What follows cannot be told apart and was not read.",
            ),
            ProblemKind::FieldCount { found, expected } => {
                write!(f, "The line has {found} fields, the header has {expected}.")
            }
            ProblemKind::NotANumber { column, found } => {
                write!(f, "“{found}” in the column “{column}” is not a whole number from 0 on.")
            }
            ProblemKind::NotAMonth { found } => {
                write!(f, "“{found}” is not a month. A month is written like 202504.")
            }
            ProblemKind::Yearly => {
                f.write_str("These are figures of a whole year. Download monthly ones.")
            }
            ProblemKind::NoCode { column } => write!(f, "The column “{column}” has no code on this line."),
            ProblemKind::NotAWeight { unit } => {
                write!(f, "The goods are counted in “{unit}”, not weighed, so the row was left out.")
            }
            ProblemKind::RowTwice { first } => {
                write!(f, "The same row stands on line {first} already. Only that one counts.")
            }
            ProblemKind::Conflict { other, line } => write!(
                f,
                "{other} has this row on its line {line} with other numbers. That one counts; customs may have revised it."
            ),
            ProblemKind::Overlap { rows, other } => {
                write!(f, "{rows} rows stand in {other}, too. They count once.")
            }
            ProblemKind::ProbablyCut => write!(
                f,
                "The file has exactly {CUSTOMS_LIMIT} rows, where the customs site stops without a word. It is probably cut: \
                 download it in smaller parts."
            ),
            ProblemKind::OtherCurrency => f.write_str(
                "The values are in another currency than those of the other files. They are not added: the file was left out.",
            ),
            ProblemKind::Unpaired { rows } => write!(
                f,
                "{rows} rows have no twin in the files of the other currency, so only the first currency is used."
            ),
            ProblemKind::OtherColumns { first } => write!(
                f,
                "The first file tells rows apart by {first}; this one does not. Together they would be counted twice: it was left out."
            ),
            ProblemKind::ShorterCode => {
                f.write_str("The file has longer codes of these goods, too. Only those count.")
            }
            ProblemKind::TooMany => f.write_str("The rows or their sums are more than can be counted exactly."),
            ProblemKind::NoMonth => f.write_str("The file does not say of which month it is. It was left out."),
            ProblemKind::WorldDiffers { month, partners, world } => write!(
                f,
                "In {month} all partners make {partners} kg together, the file’s row for the world says {world} kg."
            ),
        }
    }
}
