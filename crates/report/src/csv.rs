//! A table of the page as CSV (RFC 4180, UTF-8 with the mark that spreadsheets want): a line for each member,
//! with the bounds of its quantity and what they rest on.

use breakdown::{Breakdown, Dataset, Entry};
use i18n::{NameWords, member_name, point};
use model::{Answer, Basis, Dimension, Figure, MemberId, Unit, write_decimal, write_shortest};

/// What a line is made of.
struct Line<'a> {
    month: String,
    span: &'static str,
    /// Of the member; empty for the total.
    code: &'a str,
    name: &'a str,
    entry: &'a Entry,
    synthetic: bool,
}

impl Line<'_> {
    fn quantity(&self) -> Option<&Figure> {
        self.entry.quantity.as_ref().ok()
    }

    /// Only records tell it.
    fn value(&self) -> Option<&Figure> {
        self.entry.recorded.as_ref()?.value.as_ref().ok()
    }
}

/// A column's name and what stands in it. What is missing is empty, never zero.
type Column = (&'static str, fn(&Line) -> String);

/// The columns, in their order. Their names are stable (`docs/dataset.md`, "The CSV of a table").
const COLUMNS: &[Column] = &[
    ("month", |line| line.month.clone()),
    ("span", |line| line.span.to_owned()),
    ("code", |line| quoted(line.code)),
    ("name", |line| quoted(line.name)),
    ("quantity_t", |line| number(&line.entry.quantity)),
    ("quantity_low_t", |line| line.quantity().map(|q| bound(q.bounds.low)).unwrap_or_default()),
    ("quantity_high_t", |line| line.quantity().map(|q| bound(q.bounds.high)).unwrap_or_default()),
    ("quantity_is", |line| line.quantity().map(is).unwrap_or_default().to_owned()),
    ("share_percent", |line| number(&line.entry.share)),
    ("mom_t", |line| number(&line.entry.mom.absolute)),
    ("mom_percent", |line| number(&line.entry.mom.percent)),
    ("yoy_t", |line| number(&line.entry.yoy.absolute)),
    ("yoy_percent", |line| number(&line.entry.yoy.percent)),
    ("value", |line| line.value().map(printed).unwrap_or_default()),
    ("currency", |line| line.value().map(currency).unwrap_or_default().to_owned()),
    // Rows that a program made up.
    ("remark", |line| if line.synthetic { "synthetic".to_owned() } else { String::new() }),
];

/// The members of a dimension and the total.
pub fn csv(words: &dyn NameWords, dataset: &Dataset, breakdown: &Breakdown, dimension: Dimension) -> String {
    let catalogue = dataset.catalogue();
    let ranking = breakdown.ranking(dimension);
    let names: Vec<&str> = COLUMNS.iter().map(|(name, _)| *name).collect();
    let mut text = format!("\u{feff}{}\r\n", names.join(","));
    let mut add = |code: &str, name: &str, entry: &Entry| {
        let (month, span) = (breakdown.period.to_string(), breakdown.span.name());
        let line = Line { month, span, code, name, entry, synthetic: dataset.is_synthetic() };
        let fields: Vec<String> = COLUMNS.iter().map(|(_, field)| field(&line)).collect();
        text.push_str(&fields.join(","));
        text.push_str("\r\n");
    };
    for entry in &ranking.entries {
        let member = |id: &MemberId| Some((*id, catalogue.member(*id)?));
        let Some((id, member)) = entry.members.first().and_then(member) else { continue };
        add(&member.code, member_name(words, catalogue, id), entry);
    }
    add("", words.total_head(), &ranking.whole);
    text
}

/// A value with the digits that it is shown with; what has only bounds has no value.
fn number(answer: &Answer) -> String {
    match answer {
        Ok(figure) => {
            point(figure).map(|(value, decimals)| write_decimal(value, decimals)).unwrap_or_default()
        }
        Err(_) => String::new(),
    }
}

fn printed(figure: &Figure) -> String {
    write_decimal(figure.value, figure.decimals)
}

fn currency(value: &Figure) -> &'static str {
    match value.unit {
        Unit::Money(currency) => currency.code(),
        _ => "",
    }
}

fn bound(end: f64) -> String {
    // Grams are the finest that a source gives; more digits are of the arithmetic.
    if end.is_finite() { write_shortest((end * 1e6).round() / 1e6) } else { String::new() }
}

/// Whether an article prints it, a file has it, or it is computed.
fn is(figure: &Figure) -> &'static str {
    match figure.basis {
        Basis::Derived(..) => "computed",
        _ if figure.is_printed() => "printed",
        _ => "recorded",
    }
}

/// What a spreadsheet takes for the beginning of a formula, also as full-width characters.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r'];
/// What makes a field need quotes: also what spreadsheets of other countries part fields by, so that no
/// field of theirs begins within one of ours.
const QUOTED: [char; 6] = [',', ';', '\t', '"', '\n', '\r'];

/// A name from outside: quoted where it must be, and no formula for a spreadsheet.
fn quoted(text: &str) -> String {
    let formula = text.trim_start().starts_with(FORMULA) || text.starts_with(FORMULA);
    let text = if formula { format!("'{text}") } else { text.to_owned() };
    match text.contains(QUOTED) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_becomes_a_formula_or_another_field() {
        let cases = [
            ("Mexico", "Mexico"),
            ("=1+1", "'=1+1"),
            (" @x", "' @x"),
            ("＝1+1", "'＝1+1"),
            ("＠x", "'＠x"),
            ("a;=1+1", "\"a;=1+1\""),
            ("Korea, Rep.", "\"Korea, Rep.\""),
            ("the \"other\" one", "\"the \"\"other\"\" one\""),
        ];
        for (name, field) in cases {
            assert_eq!(quoted(name), field);
        }
    }
}
