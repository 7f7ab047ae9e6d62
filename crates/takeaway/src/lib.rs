//! A table as a file that somebody takes away: CSV, a workbook of Excel, JSON; or as what is pasted elsewhere. A text as a
//! document of Word. Nothing here knows of trade: who makes
//! a [`Table`] says what its columns are called and what its cells are; `docs/dataset.md`, "Files of tables", is the
//! list of both.
//!
//! Names come from outside and may hold anything. Nothing of them becomes a formula, another cell or broken XML, and
//! what a format cannot hold is changed as little as it can be and told.

mod citation;
mod csv;
mod docx;
mod html;
mod json;
mod package;
mod snippets;
mod workbook;
mod zip;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

pub use citation::{Citation, PUBLISHER, bibtex, gb_t_7714};
pub use csv::{csv, tsv};
pub use docx::{Document, Paragraph, Run, Style, docx};
pub use html::html;
pub use json::json;
pub use snippets::{Frame, lines};
pub use workbook::{MOST_CHARACTERS, MOST_ROWS, workbook};

/// A table, ready to be written once.
pub struct Table<'a> {
    /// What it is about.
    pub about: About,
    /// Its columns, in their order.
    pub columns: Vec<Column>,
    /// Its rows, a cell for each column. They are asked for while they are written, so that a table of a million rows is
    /// in memory once.
    pub rows: Rows<'a>,
}

/// Rows that come as they are asked for, and how many they are.
pub type Rows<'a> = Box<dyn ExactSizeIterator<Item = Vec<Cell<'a>>> + 'a>;

/// What a table is about, in words that its files carry. What is empty is left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct About {
    /// The dataset's title.
    pub title: String,
    /// What of it stands in the table: "Destinations".
    pub table: String,
    /// What links call the dataset.
    pub dataset: String,
    /// Whose trade it is.
    pub reporter: String,
    /// `export` or `import`.
    pub flow: String,
    /// The months: `2025-04`, or the first and the last.
    pub period: String,
    /// How many months each figure sums.
    pub span: String,
    /// Which rows count, where not all do.
    pub only: String,
    /// What is measured, in what.
    pub unit: String,
    /// Where the figures are from, a line each.
    pub sources: Vec<String>,
    /// What a reader must know: what is not covered, what was left out.
    pub notes: Vec<String>,
    /// Whose the figures are.
    pub licence: String,
    /// Where the table is shown.
    pub address: String,
    /// The day on which the file was made: `2025-06-18`.
    pub date: String,
    /// Set where a program made the figures up: a sentence that says so.
    pub synthetic: String,
}

impl About {
    /// Its lines with their names, without those that are empty: what a workbook's second sheet lists. Names that
    /// repeat stand together.
    pub fn lines(&self) -> Vec<(&'static str, &str)> {
        let single = [
            ("title", &self.title),
            ("table", &self.table),
            ("dataset", &self.dataset),
            ("reporter", &self.reporter),
            ("flow", &self.flow),
            ("period", &self.period),
            ("span", &self.span),
            ("only", &self.only),
            ("unit", &self.unit),
            ("licence", &self.licence),
            ("address", &self.address),
            ("date", &self.date),
            ("synthetic", &self.synthetic),
        ];
        let several = [("source", &self.sources), ("note", &self.notes)];
        let single = single.into_iter().map(|(name, text)| (name, text.as_str()));
        let several =
            several.into_iter().flat_map(|(name, texts)| texts.iter().map(move |text| (name, text.as_str())));
        single.chain(several).filter(|(_, text)| !text.is_empty()).collect()
    }
}

/// A column. Its name is stable and the same in every language: programs ask for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Small letters and underscores: `quantity_t`.
    pub name: &'static str,
    /// What stands in it.
    pub kind: Kind,
}

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Text,
    /// A code: text, also where it is made of digits, so that leading zeros stay.
    Code,
    /// A month, `2025-04`, or a date.
    Period,
    /// A number.
    Number {
        /// What it counts: `t`, `%`, `USD`; empty for what has no unit.
        unit: &'static str,
        /// How many digits behind the point a workbook shows. The cell has all of them.
        decimals: u8,
    },
}

impl Kind {
    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Text => "text",
            Kind::Code => "code",
            Kind::Period => "period",
            Kind::Number { .. } => "number",
        }
    }
}

impl Column {
    /// A column of words.
    pub const fn text(name: &'static str) -> Column {
        Column { name, kind: Kind::Text }
    }

    /// A column of codes.
    pub const fn code(name: &'static str) -> Column {
        Column { name, kind: Kind::Code }
    }

    /// A column of months or dates.
    pub const fn period(name: &'static str) -> Column {
        Column { name, kind: Kind::Period }
    }

    /// A column of numbers.
    pub const fn number(name: &'static str, unit: &'static str, decimals: u8) -> Column {
        Column { name, kind: Kind::Number { unit, decimals } }
    }
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell<'a> {
    /// Nothing: it is not known. Never zero.
    Empty,
    /// Words or a code.
    Text(Cow<'a, str>),
    /// A number.
    Number(f64),
    /// A whole number, which may have more digits than an [`f64`].
    Whole(u64),
}

impl<'a> Cell<'a> {
    /// A text; nothing where it is empty.
    pub fn text(text: impl Into<Cow<'a, str>>) -> Cell<'a> {
        let text = text.into();
        if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
    }

    /// A number; nothing where there is none, or where it has no end.
    pub fn number(number: Option<f64>) -> Cell<'a> {
        number.filter(|number| number.is_finite()).map_or(Cell::Empty, Cell::Number)
    }

    /// As a text of digits and words.
    fn written(&self) -> Cow<'_, str> {
        match self {
            Cell::Empty => Cow::Borrowed(""),
            Cell::Text(text) => Cow::Borrowed(text),
            Cell::Number(number) => Cow::Owned(model::write_shortest(*number)),
            Cell::Whole(number) => Cow::Owned(number.to_string()),
        }
    }
}

/// What a table is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Format {
    /// CSV for programs: plain UTF-8.
    Csv,
    /// CSV for Excel: with the mark by which it knows UTF-8, and without anything that it takes for a formula.
    CsvForExcel,
    /// A workbook of Excel.
    Workbook,
    /// JSON.
    Json,
    /// Tab-separated values, which are pasted into cells.
    Tsv,
    /// HTML, which is pasted as a table.
    Html,
}

impl Format {
    /// Every format with its name on the command line.
    pub const NAMES: [(&'static str, Format); 6] = [
        ("csv", Format::Csv),
        ("excel-csv", Format::CsvForExcel),
        ("xlsx", Format::Workbook),
        ("json", Format::Json),
        ("tsv", Format::Tsv),
        ("html", Format::Html),
    ];

    /// How the names of its files end.
    pub fn ending(self) -> &'static str {
        match self {
            Format::Csv => ".csv",
            Format::CsvForExcel => "-excel.csv",
            Format::Workbook => ".xlsx",
            Format::Json => ".json",
            Format::Tsv => ".tsv",
            Format::Html => ".html",
        }
    }

    /// The format of a file's name.
    pub fn of_file(name: &str) -> Option<Format> {
        let name = name.to_ascii_lowercase();
        // The longer ending is the one of CSV for Excel.
        let fits = |format: &Format| name.ends_with(format.ending());
        let by_length =
            [Format::CsvForExcel, Format::Csv, Format::Workbook, Format::Json, Format::Tsv, Format::Html];
        by_length.into_iter().find(fits)
    }
}

/// Why there is no file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotWritten {
    /// A sheet of a workbook has no room for so many rows.
    TooManyRows(usize),
    /// A workbook, or a document, beyond the 4 GB that its archive has room for.
    TooLarge,
}

/// Writes a table. Only a workbook may have no room for it.
pub fn written(table: Table, format: Format) -> Result<Vec<u8>, NotWritten> {
    match format {
        Format::Csv => Ok(csv(table, false).into_bytes()),
        Format::CsvForExcel => Ok(csv(table, true).into_bytes()),
        Format::Workbook => workbook(table),
        Format::Json => Ok(json(table).into_bytes()),
        Format::Tsv => Ok(tsv(table).into_bytes()),
        Format::Html => Ok(html(table).into_bytes()),
    }
}

/// Cuts a text to what a cell of Excel has room for, whose characters are units of UTF-16; `None` where it has room.
fn cut(text: &str) -> Option<String> {
    const MARK: &str = " […]";
    // Most texts need no count: a unit is at least a byte.
    if text.len() <= MOST_CHARACTERS || text.encode_utf16().count() <= MOST_CHARACTERS {
        return None;
    }
    let room = MOST_CHARACTERS - MARK.encode_utf16().count();
    let mut units = 0;
    let kept = text.chars().take_while(|letter| {
        units += letter.len_utf16();
        units <= room
    });
    Some(kept.chain(MARK.chars()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_the_format_and_a_format_the_ending() {
        for (_, format) in Format::NAMES {
            assert_eq!(Format::of_file(&format!("a-2025-04{}", format.ending())), Some(format));
        }
        assert_eq!(Format::of_file("ROWS.XLSX"), Some(Format::Workbook));
        assert_eq!(Format::of_file("rows.parquet"), None);
    }

    #[test]
    fn what_is_cut_fits_and_ends_with_a_mark() {
        let fits = "铝".repeat(MOST_CHARACTERS);
        assert_eq!(cut(&fits), None);
        // Letters of two units are not cut in halves.
        for letter in ["a", "铝", "😀"] {
            let cut = cut(&letter.repeat(MOST_CHARACTERS + 1)).unwrap();
            let units = cut.encode_utf16().count();
            assert!((MOST_CHARACTERS - 1..=MOST_CHARACTERS).contains(&units), "{units}");
            assert!(cut.ends_with(" […]"));
        }
    }

    #[test]
    fn what_is_empty_is_no_line() {
        let about = About {
            title: "Wire".to_owned(),
            sources: vec!["a".to_owned(), "b".to_owned()],
            ..About::default()
        };
        assert_eq!(about.lines(), [("title", "Wire"), ("source", "a"), ("source", "b")]);
    }
}
