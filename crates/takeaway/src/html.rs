//! A table as HTML: what a word processor, a mail program or a spreadsheet makes a table of when it is pasted.

use crate::csv::harmless;
use crate::{Cell, Kind, Table};

/// By this Excel leaves a code the text that it is: `0130` keeps its zero.
const AS_TEXT: &str = " style=\"mso-number-format:'\\@'\"";

/// A table as HTML, its title as the caption. Spreadsheets run formulas of what is pasted, too, so that a text that
/// would be one has an apostrophe in front, as in [`crate::csv`] for Excel.
pub fn html(table: Table) -> String {
    let mut text = String::from("<table>");
    push(&mut text, "caption", "", &table.about.title);
    text.push_str("<thead><tr>");
    for column in &table.columns {
        push(&mut text, "th", " scope=\"col\"", column.name);
    }
    text.push_str("</tr></thead><tbody>");
    for row in table.rows {
        text.push_str("<tr>");
        for (cell, column) in row.iter().zip(&table.columns) {
            let attributes = if column.kind == Kind::Code { AS_TEXT } else { "" };
            match cell {
                Cell::Text(words) => push(&mut text, "td", attributes, &harmless(words)),
                _ => push(&mut text, "td", attributes, &cell.written()),
            }
        }
        text.push_str("</tr>");
    }
    text.push_str("</tbody></table>");
    text
}

fn push(text: &mut String, name: &str, attributes: &str, content: &str) {
    let content = content.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    *text += &format!("<{name}{attributes}>{content}</{name}>");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{About, Column};

    #[test]
    fn no_name_becomes_an_element_or_a_formula_and_codes_stay_text() {
        let columns = vec![Column::code("code"), Column::text("name"), Column::number("quantity_t", "t", 1)];
        let rows = vec![
            vec![Cell::text("0130"), Cell::text("<script>alert(1)</script> & Co."), Cell::Number(-1.5)],
            vec![Cell::text("1"), Cell::text("=cmd()"), Cell::Empty],
        ];
        let about = About { title: "Wire <1>".to_owned(), ..About::default() };
        let text = html(Table { about, columns, rows: Box::new(rows.into_iter()) });
        assert_eq!(
            text,
            "<table><caption>Wire &lt;1&gt;</caption><thead><tr><th scope=\"col\">code</th><th scope=\"col\">name</th>\
             <th scope=\"col\">quantity_t</th></tr></thead><tbody>\
             <tr><td style=\"mso-number-format:'\\@'\">0130</td>\
             <td>&lt;script&gt;alert(1)&lt;/script&gt; &amp; Co.</td><td>-1.5</td></tr>\
             <tr><td style=\"mso-number-format:'\\@'\">1</td><td>'=cmd()</td><td></td></tr></tbody></table>"
        );
    }
}
