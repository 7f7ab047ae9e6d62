//! Months, spans and dates.

use super::English;
use crate::months::day_and_month;
use crate::{CountWords, MonthWords, NameWords};
use model::{Period, Span};

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

fn names(period: Period) -> (&'static str, &'static str, &'static str) {
    let index = period.month() as usize - 1;
    NAMES.get(index).copied().unwrap_or_default()
}

/// Months that are named one by one.
const MOST_MONTHS: usize = 6;

impl MonthWords for English {
    fn month_list(&self, months: &[Period]) -> String {
        let names: Vec<String> = months.iter().map(|month| self.month(*month)).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let is_row = months.windows(2).all(|pair| matches!(pair, [a, b] if a.plus(1) == *b));
        match names.as_slice() {
            [first, _, .., last] if is_row && names.len() > 2 => format!("{first} to {last}"),
            [first, .., last] if names.len() > MOST_MONTHS => {
                format!("{} from {first} to {last}", self.months(names.len() as u64))
            }
            names => self.list(names),
        }
    }

    fn month(&self, period: Period) -> String {
        format!("{} {}", names(period).0, period.year())
    }

    fn month_short(&self, period: Period) -> String {
        format!("{} {}", names(period).1, period.year())
    }

    fn month_of_year(&self, period: Period) -> &'static str {
        names(period).0
    }

    fn month_on_axis(&self, period: Period, narrow: bool) -> &'static str {
        let (_, three, one) = names(period);
        if narrow { one } else { three }
    }

    fn months_of(&self, period: Period) -> String {
        match period.month() {
            1 => "January".to_owned(),
            12 => "Full year".to_owned(),
            _ => format!("January–{}", names(period).0),
        }
    }

    fn span(&self, period: Period, span: Span) -> String {
        match span {
            Span::Month => self.month(period),
            Span::Ytd => format!("{} {}", self.months_of(period), period.year()),
            Span::Rolling => format!("twelve months to {}", self.month(period)),
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
