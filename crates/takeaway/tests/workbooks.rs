//! Workbooks, as readers read them that had no part in writing them.

// Clippy's allowance for tests does not reach their helpers.
#![allow(clippy::unwrap_used)]

use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx};
use proptest::prelude::*;
use sheet::{Asked, Limits, decode_natively, open};
use takeaway::{About, Cell, Column, Format, MOST_CHARACTERS, MOST_ROWS, NotWritten, Table, written};

const COLUMNS: [Column; 5] = [
    Column::period("month"),
    Column::code("code"),
    Column::text("name"),
    Column::number("quantity_t", "t", 3),
    Column::number("share_percent", "%", 1),
];

fn about(table: &str) -> About {
    About {
        title: "Sinks".to_owned(),
        table: table.to_owned(),
        sources: vec!["customs <a>".to_owned(), "=2+2".to_owned()],
        synthetic: "Synthetic data.".to_owned(),
        ..About::default()
    }
}

fn table<'a>(rows: Vec<Vec<Cell<'a>>>) -> Table<'a> {
    Table { about: about("Destinations"), columns: COLUMNS.to_vec(), rows: Box::new(rows.into_iter()) }
}

fn row(name: &str) -> Vec<Cell<'_>> {
    let quantity = Cell::Number(2628.738);
    vec![Cell::text("2025-04"), Cell::text("030749"), Cell::text(name), quantity, Cell::Empty]
}

fn sheets(bytes: Vec<u8>) -> Vec<(String, Range<Data>)> {
    Xlsx::new(Cursor::new(bytes)).unwrap().worksheets()
}

#[test]
fn numbers_are_numbers_and_codes_are_texts() {
    let sheets = sheets(written(table(vec![row("Mexico")]), Format::Workbook).unwrap());
    let [(name, data), (about, lines)] = sheets.as_slice() else { panic!("two sheets") };
    assert_eq!((name.as_str(), about.as_str()), ("Destinations", "about"));
    let text = |text: &str| Data::String(text.to_owned());
    let head: Vec<Data> = COLUMNS.iter().map(|column| text(column.name)).collect();
    assert_eq!(data.rows().next().unwrap(), head);
    let cells = [text("2025-04"), text("030749"), text("Mexico"), Data::Float(2628.738), Data::Empty];
    assert_eq!(data.rows().nth(1).unwrap(), cells);
    let told: Vec<(String, String)> =
        lines.rows().map(|line| (line[0].to_string(), line[1].to_string())).collect();
    let has = |name: &str, text: &str| told.contains(&(name.to_owned(), text.to_owned()));
    assert!(has("title", "Sinks") && has("synthetic", "Synthetic data.") && has("source", "=2+2"));
    assert!(
        has("source", "customs <a>") && has("column quantity_t", "number, t") && has("column code", "code")
    );
    assert!(!told.iter().any(|(name, _)| name == "cells_cut" || name == "characters_replaced"));
}

#[test]
fn whatever_a_name_holds_it_is_a_text() {
    let long = "=".repeat(MOST_CHARACTERS + 1);
    let names = ["=cmd()", "+1", "-1", "@x", "a\tb\nc", "\"<&>'", "_x0041_", "\u{1}\u{0}", long.as_str()];
    let bytes = written(table(names.map(row).to_vec()), Format::Workbook).unwrap();
    let mut reader: Xlsx<_> = Xlsx::new(Cursor::new(bytes.clone())).unwrap();
    assert!(reader.worksheet_formula("Destinations").unwrap().is_empty());
    let all = sheets(bytes);
    let read: Vec<String> = all[0].1.rows().skip(1).map(|row| row[2].to_string()).collect();
    let cut = "=".repeat(MOST_CHARACTERS - 4) + " […]";
    assert_eq!(read, [&names[..7], &["\u{FFFD}\u{FFFD}", cut.as_str()]].concat());
    let told: Vec<String> =
        all[1].1.rows().map(|line| line[0].to_string() + "=" + &line[1].to_string()).collect();
    assert!(told.contains(&"cells_cut=1".to_owned()) && told.contains(&"characters_replaced=2".to_owned()));
}

#[test]
fn what_a_sheet_has_no_room_for_is_refused() {
    let many = |count| {
        let rows = Box::new((0..count).map(|_| Vec::new()));
        let columns = vec![Column::number("n", "", 0)];
        written(Table { about: about(""), columns, rows }, Format::Workbook)
    };
    assert_eq!(many(MOST_ROWS), Err(NotWritten::TooManyRows(MOST_ROWS)));
    assert!(many(MOST_ROWS - 1).is_ok());
}

/// Texts that XML can hold, without those that a reader takes for white space of its own.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[=+@'\" a-z0-9_<>&;,铝é😀-]{1,12}",
        "_x[0-9a-f]{4}_[a-z]{0,3}",
        "[a-z]{1,3}[\n\r\t][a-z]{1,3}",
    ]
    .prop_filter("a reader leaves out what is blank", |text| !text.trim().is_empty())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_workbook_is_read_as_it_was_written(
        rows in prop::collection::vec((words(), "0[0-9]{5}", any::<f64>(), any::<u64>()), 1..20),
    ) {
        let columns = vec![Column::text("name"), Column::code("code"), Column::number("n", "t", 2), Column::number("whole", "", 0)];
        let cells = rows.iter().map(|(name, code, number, whole)| {
            vec![Cell::text(name), Cell::text(code), Cell::number(Some(*number)), Cell::Whole(*whole)]
        });
        let bytes = written(Table { about: about("t"), columns, rows: Box::new(cells) }, Format::Workbook).unwrap();
        let all = sheets(bytes.clone());
        for (line, (name, code, number, whole)) in all[0].1.rows().skip(1).zip(&rows) {
            prop_assert_eq!(line[0].to_string(), name.as_str());
            prop_assert_eq!(&line[1], &Data::String(code.clone()));
            match &line[2] {
                Data::Float(read) => prop_assert_eq!(read, number),
                other => prop_assert!(other == &Data::Empty && !number.is_finite()),
            }
            prop_assert_eq!(line[3].to_string(), whole.to_string());
        }
        // The project's own reader.
        let mut sheet = open(bytes, &Asked::default(), &Limits::default(), decode_natively).unwrap();
        sheet.next();
        for (name, code, _, whole) in &rows {
            let (_, read) = sheet.next().unwrap().unwrap();
            prop_assert_eq!([&read[0], &read[1], &read[3]], [name.as_str(), code.as_str(), &whole.to_string()]);
        }
    }
}
