//! Months in words.

use crate::model::{Period, Span};

const NAMES: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn name(period: Period) -> &'static str {
    let index = period.month() as usize - 1;
    NAMES.get(index).copied().unwrap_or_default()
}

/// "April 2025".
pub fn month_name(period: Period) -> String {
    format!("{} {}", name(period), period.year())
}

/// "Apr 2025".
pub fn month_short(period: Period) -> String {
    let name = name(period);
    format!("{} {}", name.get(..3).unwrap_or(name), period.year())
}

/// "January–April", "January", or "full year" for December.
pub fn months_of(period: Period) -> String {
    match period.month() {
        1 => "January".to_owned(),
        12 => "Full year".to_owned(),
        _ => format!("January–{}", name(period)),
    }
}

/// The months of a span with their year: "April 2025", "January–April 2025".
pub fn span_name(period: Period, span: Span) -> String {
    match span {
        Span::Month => month_name(period),
        Span::Ytd => format!("{} {}", months_of(period), period.year()),
    }
}
