//! Months, spans and dates.

use super::English;
use crate::months::day_and_month;
use crate::{CountWords, MonthWords, NameWords};
use model::{Frequency, Period, Span};

/// Each month's name, its first three letters and its first one.
const NAMES: [(&str, &str, &str); 12] = [
    ("January", "Jan", "J"),
    ("February", "Feb", "F"),
    ("March", "Mar", "M"),
    ("April", "Apr", "A"),
    ("May", "May", "M"),
    ("June", "Jun", "J"),
    ("July", "Jul", "J"),
    ("August", "Aug", "A"),
    ("September", "Sep", "S"),
    ("October", "Oct", "O"),
    ("November", "Nov", "N"),
    ("December", "Dec", "D"),
];

/// The same of quarters.
const QUARTERS: [(&str, &str, &str); 4] =
    [("Q1", "Q1", "Q1"), ("Q2", "Q2", "Q2"), ("Q3", "Q3", "Q3"), ("Q4", "Q4", "Q4")];

/// A year has no name within itself.
fn names(period: Period) -> (&'static str, &'static str, &'static str) {
    let names: &[_] = match period.frequency() {
        Frequency::Monthly => &NAMES,
        Frequency::Quarterly => &QUARTERS,
        Frequency::Annual => &[],
    };
    names.get(period.in_year() as usize - 1).copied().unwrap_or_default()
}

/// "April 2025", "Q2 2025", "2025".
fn with_year(name: &str, period: Period) -> String {
    match name {
        "" => period.year().to_string(),
        name => format!("{name} {}", period.year()),
    }
}

/// What a period of a length is called.
pub(super) fn noun(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Monthly => "month",
        Frequency::Quarterly => "quarter",
        Frequency::Annual => "year",
    }
}

/// The same of several.
pub(super) fn nouns(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Monthly => "months",
        Frequency::Quarterly => "quarters",
        Frequency::Annual => "years",
    }
}

/// What trade by periods of a length is.
pub(super) fn by_period(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Monthly => "Monthly",
        Frequency::Quarterly => "Quarterly",
        Frequency::Annual => "Annual",
    }
}

/// Months that are named one by one.
const MOST_MONTHS: usize = 6;

impl MonthWords for English {
    fn month_list(&self, months: &[Period]) -> String {
        let names: Vec<String> = months.iter().map(|month| self.month(*month)).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let frequency = months.first().map_or(Frequency::Monthly, |first| first.frequency());
        let is_row = months.windows(2).all(|pair| matches!(pair, [a, b] if a.plus(1) == *b));
        match names.as_slice() {
            [first, _, .., last] if is_row && names.len() > 2 => format!("{first} to {last}"),
            [first, .., last] if names.len() > MOST_MONTHS => {
                let count = self.periods(names.len() as u64, frequency);
                format!("{count} from {first} to {last}")
            }
            names => self.list(names),
        }
    }

    fn month(&self, period: Period) -> String {
        with_year(names(period).0, period)
    }

    fn month_short(&self, period: Period) -> String {
        with_year(names(period).1, period)
    }

    fn month_of_year(&self, period: Period) -> &'static str {
        names(period).0
    }

    fn month_in_text(&self, period: Period) -> String {
        match period.frequency() {
            Frequency::Annual => self.month(period),
            _ => self.month_of_year(period).to_owned(),
        }
    }

    fn month_on_axis(&self, period: Period, narrow: bool) -> &'static str {
        let (_, three, one) = names(period);
        if narrow { one } else { three }
    }

    fn months_of(&self, period: Period) -> String {
        match (period.in_year(), period.ends_year(), period.frequency()) {
            (_, true, _) => "Full year".to_owned(),
            (1, ..) => names(period).0.to_owned(),
            (_, _, Frequency::Quarterly) => format!("Q1–{}", names(period).0),
            _ => format!("January–{}", names(period).0),
        }
    }

    fn span(&self, period: Period, span: Span) -> String {
        match (span, period.frequency()) {
            (Span::Month, _) | (_, Frequency::Annual) => self.month(period),
            (Span::Ytd, _) => format!("{} {}", self.months_of(period), period.year()),
            (Span::Rolling, Frequency::Quarterly) => format!("four quarters to {}", self.month(period)),
            (Span::Rolling, _) => format!("twelve months to {}", self.month(period)),
        }
    }

    fn part_of_year(&self, year: i32) -> String {
        format!("some months of {year}")
    }

    fn date(&self, date: &str) -> String {
        match day_and_month(date) {
            Some((day, month)) => format!("{day} {}", self.month(month)),
            None => date.to_owned(),
        }
    }
}
