//! What an import read, in lines that a person compares with the source.

use super::number::plain;
use super::period::month_name;
use import::{FileSummary, LeftOut, Sum, Summary};
use model::Dimension;

/// Each line's name and what it says.
pub fn summary_lines(summary: &Summary) -> Vec<(String, String)> {
    let mut lines: Vec<(String, String)> = summary.files.iter().map(file).collect();
    let mut line = |name: &str, text: String| lines.push((name.to_owned(), text));
    line("Rows", rows(summary));
    for (why, sum) in &summary.left_out {
        line("Not added", left_out(*why, sum));
    }
    if let (Some(first), Some(last)) = (summary.months.first(), summary.months.last()) {
        let count = summary.months.len();
        line(
            "Months",
            match count {
                1 => month_name(*first),
                _ => format!("{count}, from {} to {}", month_name(*first), month_name(*last)),
            },
        );
        for (dimension, count) in summary.members.iter().filter(|(_, count)| **count > 0) {
            line(members_word(dimension), number(*count as u64));
        }
        line("Total quantity", format!("{} kg", number(summary.quantity)));
        for (currency, value) in &summary.values {
            line("Total value", format!("{} {currency}", number(*value)));
        }
    }
    lines
}

fn members_word(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Product => "Products",
        Dimension::Destination => "Partners",
        Dimension::RegistrationLocation => "Registration locations",
        Dimension::TradeMode => "Trade modes",
    }
}

fn file(file: &FileSummary) -> (String, String) {
    let encoding = file.encoding.map(|e| format!(", {}", e.name())).unwrap_or_default();
    let text = match file.origin {
        "" => "not read".to_owned(),
        origin => format!("{origin}{encoding}, {} rows", number(file.rows)),
    };
    (file.name.clone(), text)
}

fn rows(summary: &Summary) -> String {
    let mut text = format!("{} read, {} used", number(summary.rows_read), number(summary.rows_used));
    if summary.rows_twice > 0 {
        text.push_str(&format!(", {} in two files and counted once", number(summary.rows_twice)));
    }
    if summary.rows_faulty > 0 {
        text.push_str(&format!(", {} could not be used", number(summary.rows_faulty)));
    }
    text
}

fn left_out(why: LeftOut, sum: &Sum) -> String {
    let what = match why {
        LeftOut::World => "for the world or groups of countries, which are sums of the others",
        LeftOut::Reporter => "with China itself as partner (goods that came back)",
        LeftOut::Part => "that are parts of other rows (by customs procedure, transport or second partner)",
        LeftOut::OtherFlow => "of another flow",
        LeftOut::NoWeight => "with a value and no weight",
        LeftOut::ShorterCode => "at a shorter HS code, which are sums of longer ones",
    };
    format!("{} rows {what}: {} kg, value {}", number(sum.rows), number(sum.quantity), number(sum.value))
}

fn number(number: u64) -> String {
    plain(number as f64, 0, false)
}
