//! JSON: an object with what the table is about, its columns and its rows. `public/data/table.schema.json` checks it.

use crate::{About, Cell, Column, Kind, Table};

/// The name of the format and its version, which stand in the file.
const FORMAT: &str = "tonnage/table";
const VERSION: &str = "1.0";

/// A table as JSON, a row on a line: an object with a field for each column. What is not known is `null`.
pub fn json(table: Table) -> String {
    let mut text = format!("{{\n  \"format\": \"{FORMAT}\",\n  \"version\": \"{VERSION}\",\n");
    push_about(&mut text, &table.about);
    let columns: Vec<String> = table.columns.iter().map(column).collect();
    text.push_str(&format!("  \"columns\": [\n    {}\n  ],\n  \"rows\": [", columns.join(",\n    ")));
    for (place, row) in table.rows.enumerate() {
        text.push_str(if place == 0 { "\n    {" } else { ",\n    {" });
        for (place, (column, cell)) in table.columns.iter().zip(&row).enumerate() {
            if place > 0 {
                text.push(',');
            }
            push_quoted(&mut text, column.name);
            text.push(':');
            match cell {
                Cell::Empty => text.push_str("null"),
                Cell::Text(words) => push_quoted(&mut text, words),
                Cell::Number(number) if !number.is_finite() => text.push_str("null"),
                Cell::Number(_) | Cell::Whole(_) => text.push_str(&cell.written()),
            }
        }
        text.push('}');
    }
    text.push_str("\n  ]\n}\n");
    text
}

fn push_about(text: &mut String, about: &About) {
    text.push_str("  \"about\": {");
    let mut is_first = true;
    let mut field = |text: &mut String, name: &str| {
        text.push_str(if is_first { "\n    " } else { ",\n    " });
        is_first = false;
        push_quoted(text, name);
        text.push_str(": ");
    };
    for (name, words) in about.lines().into_iter().filter(|(name, _)| !matches!(*name, "source" | "note")) {
        field(text, name);
        push_quoted(text, words);
    }
    for (name, texts) in [("sources", &about.sources), ("notes", &about.notes)] {
        field(text, name);
        text.push('[');
        for (place, words) in texts.iter().enumerate() {
            if place > 0 {
                text.push_str(", ");
            }
            push_quoted(text, words);
        }
        text.push(']');
    }
    text.push_str("\n  },\n");
}

fn column(column: &Column) -> String {
    let mut text = String::from("{\"name\": ");
    push_quoted(&mut text, column.name);
    text.push_str(", \"kind\": ");
    push_quoted(&mut text, column.kind.name());
    if let Kind::Number { unit, decimals } = column.kind {
        if !unit.is_empty() {
            text.push_str(", \"unit\": ");
            push_quoted(&mut text, unit);
        }
        text.push_str(&format!(", \"decimals\": {decimals}"));
    }
    text.push('}');
    text
}

/// A text in quotes. Letters of every script stand as they are.
fn push_quoted(text: &mut String, words: &str) {
    text.push('"');
    for letter in words.chars() {
        match letter {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            '\t' => text.push_str("\\t"),
            // Two line ends of Unicode that older JavaScript does not take within quotes.
            control if control < ' ' || matches!(control, '\u{7F}' | '\u{2028}' | '\u{2029}') => {
                text.push_str(&format!("\\u{:04x}", u32::from(control)));
            }
            other => text.push(other),
        }
    }
    text.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_text_is_read_as_it_was() {
        for words in ["", "\"\\/\n\r\t\u{0}\u{1F}\u{7F}\u{2028}", "墨西哥 😀 </script>"] {
            let mut text = String::new();
            push_quoted(&mut text, words);
            assert_eq!(serde_json::from_str::<String>(&text).unwrap(), words);
        }
    }

    #[test]
    fn a_table_is_an_object() {
        let columns = vec![Column::code("code"), Column::number("quantity_t", "t", 3)];
        let rows = vec![
            vec![Cell::text("030749"), Cell::Number(0.1)],
            vec![Cell::Empty, Cell::Number(f64::NAN)],
            vec![Cell::text(""), Cell::Whole(u64::MAX)],
        ];
        let about = About { title: "\"Wire\"".to_owned(), ..About::default() };
        let text = json(Table { about, columns, rows: Box::new(rows.into_iter()) });
        let read: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(read["about"], serde_json::json!({"title": "\"Wire\"", "sources": [], "notes": []}));
        assert_eq!(
            read["columns"][1],
            serde_json::json!({"name": "quantity_t", "kind": "number", "unit": "t", "decimals": 3})
        );
        assert_eq!(read["rows"][0], serde_json::json!({"code": "030749", "quantity_t": 0.1}));
        assert_eq!(read["rows"][1], serde_json::json!({"code": null, "quantity_t": null}));
        assert_eq!(read["rows"][2]["quantity_t"], serde_json::json!(u64::MAX));
    }
}
