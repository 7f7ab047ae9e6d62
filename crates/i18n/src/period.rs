//! Months in words.

use model::{Period, Span};

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
        Span::Rolling => format!("twelve months to {}", month_name(period)),
    }
}

/// "30 May 2025" of `2025-05-30`; any other text stays as it is.
pub fn date_name(date: &str) -> String {
    let day = date.get(8..).filter(|_| date.len() == 10).and_then(|d| d.parse::<u32>().ok());
    let month = date.get(..7).and_then(|m| m.parse::<Period>().ok());
    match (day, month) {
        (Some(day @ 1..=31), Some(month)) => format!("{day} {}", month_name(month)),
        _ => date.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_spans_are_written_out() {
        assert_eq!(date_name("2025-05-30"), "30 May 2025");
        assert_eq!(date_name("about Feb 2023"), "about Feb 2023");
        assert_eq!(date_name("2025-05-３0"), "2025-05-３0");
        let of = |text: &str, span| span_name(text.parse().unwrap(), span);
        assert_eq!(of("2025-04", Span::Ytd), "January–April 2025");
        assert_eq!(of("2025-12", Span::Ytd), "Full year 2025");
        assert_eq!(of("2025-01", Span::Ytd), "January 2025");
    }
}
