//! CSV: a line for each row, fields as RFC 4180 has them. Tab-separated values beside it.

use std::borrow::Cow;

use crate::{Cell, Table, cut};

/// What makes a field need quotes: also what spreadsheets of other countries part fields by, so that no field of theirs
/// begins within one of ours.
const QUOTED: [char; 6] = [',', ';', '\t', '"', '\n', '\r'];
/// What Excel takes for the beginning of a formula, also as full-width characters.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r'];

/// A table as CSV. For programs it is plain UTF-8 with lines that end with LF, and each text is what it is. For Excel
/// there is a mark in front, without which it takes the text for another encoding, lines end with CRLF, and
/// a text that would be a formula has an apostrophe in front: Excel runs what begins with `=`, `+`, `-` or `@`, and quotes
/// around the field do not keep it from that. Programs run nothing, and an apostrophe would make another name of the
/// name.
pub fn csv(table: Table, for_excel: bool) -> String {
    let (mark, end) = if for_excel { ("\u{FEFF}", "\r\n") } else { ("", "\n") };
    let mut text = String::from(mark);
    let names: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
    text.push_str(&names.join(","));
    text.push_str(end);
    for row in table.rows {
        for (place, cell) in row.iter().enumerate() {
            if place > 0 {
                text.push(',');
            }
            match cell {
                Cell::Text(words) if for_excel => push_field(&mut text, &harmless(words)),
                Cell::Text(words) => push_field(&mut text, words),
                _ => text.push_str(&cell.written()),
            }
        }
        text.push_str(end);
    }
    text
}

/// A table as tab-separated values, which spreadsheets paste into cells. The format has no way to write a tab or the end
/// of a line within a field: there is a space in its place. Texts are as harmless as in [`csv`] for Excel.
pub fn tsv(table: Table) -> String {
    let names: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
    let mut text = names.join("\t") + "\n";
    for row in table.rows {
        for (place, cell) in row.iter().enumerate() {
            if place > 0 {
                text.push('\t');
            }
            match cell {
                Cell::Text(words) => text.push_str(&harmless(words).replace(['\t', '\n', '\r'], " ")),
                _ => text.push_str(&cell.written()),
            }
        }
        text.push('\n');
    }
    text
}

fn push_field(text: &mut String, field: &str) {
    if field.contains(QUOTED) {
        text.push('"');
        text.push_str(&field.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(field);
    }
}

/// A text that is no formula for Excel, and no longer than a cell of it: it would put the rest into the next rows.
pub(crate) fn harmless(text: &str) -> Cow<'_, str> {
    let is_formula = text.trim_start().starts_with(FORMULA) || text.starts_with(FORMULA);
    let text = if is_formula { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) };
    match cut(&text) {
        Some(cut) => Cow::Owned(cut),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{About, Column, MOST_CHARACTERS};

    fn of(name: &str, for_excel: bool) -> String {
        let columns = vec![Column::text("name"), Column::number("quantity_t", "t", 1)];
        let rows = vec![vec![Cell::Text(name.to_owned().into()), Cell::Number(-1.5)]];
        csv(Table { about: About::default(), columns, rows: Box::new(rows.into_iter()) }, for_excel)
    }

    #[test]
    fn for_excel_no_name_becomes_a_formula_or_another_field() {
        let cases = [
            ("Mexico", "Mexico"),
            ("=1+1", "'=1+1"),
            (" @x", "' @x"),
            ("\n=1", "\"'\n=1\""),
            ("-2", "'-2"),
            ("＝1+1", "'＝1+1"),
            ("＠x", "'＠x"),
            ("a;=1+1", "\"a;=1+1\""),
            ("Korea, Rep.", "\"Korea, Rep.\""),
            ("the \"other\" one", "\"the \"\"other\"\" one\""),
        ];
        for (name, field) in cases {
            assert_eq!(of(name, true), format!("\u{FEFF}name,quantity_t\r\n{field},-1.5\r\n"));
        }
        let long = of(&"=".repeat(MOST_CHARACTERS + 1), true);
        assert!(long.contains("= […],-1.5") && long.chars().count() < MOST_CHARACTERS + 40);
    }

    #[test]
    fn pasted_no_name_becomes_another_cell_or_a_formula() {
        for (name, field) in [("a\tb\r\nc", "a b  c"), ("=1+1", "'=1+1"), ("\"", "\""), ("\t=1", "' =1")] {
            let columns = vec![Column::text("name"), Column::number("quantity_t", "t", 1)];
            let rows =
                vec![vec![Cell::Text(name.into()), Cell::Number(-1.5)], vec![Cell::Empty, Cell::Empty]];
            let text = tsv(Table { about: About::default(), columns, rows: Box::new(rows.into_iter()) });
            assert_eq!(text, format!("name\tquantity_t\n{field}\t-1.5\n\t\n"));
        }
    }

    #[test]
    fn for_programs_a_name_is_what_it_is() {
        for name in ["=cmd()", " -1", "'", "a\r\nb", "\t", "\"", "\u{1}"] {
            let text = of(name, false);
            let mut reader = ::csv::ReaderBuilder::new().from_reader(text.as_bytes());
            let record = reader.records().next().unwrap().unwrap();
            assert_eq!(record.iter().collect::<Vec<_>>(), [name, "-1.5"]);
        }
    }
}
