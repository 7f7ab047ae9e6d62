//! Months, spans and dates.

use super::Chinese;
use crate::months::day_and_month;
use crate::{MonthWords, NameWords};
use model::{Period, Span};

/// Each month's name, and its number.
const NAMES: [(&str, &str); 12] = [
    ("1月", "1"),
    ("2月", "2"),
    ("3月", "3"),
    ("4月", "4"),
    ("5月", "5"),
    ("6月", "6"),
    ("7月", "7"),
    ("8月", "8"),
    ("9月", "9"),
    ("10月", "10"),
    ("11月", "11"),
    ("12月", "12"),
];

fn names(period: Period) -> (&'static str, &'static str) {
    let index = period.month() as usize - 1;
    NAMES.get(index).copied().unwrap_or_default()
}

/// Months that are named one by one.
const MOST_MONTHS: usize = 6;

impl MonthWords for Chinese {
    fn month_list(&self, months: &[Period]) -> String {
        let names: Vec<String> = months.iter().map(|month| self.month(*month)).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let is_row = months.windows(2).all(|pair| matches!(pair, [a, b] if a.plus(1) == *b));
        match names.as_slice() {
            [first, _, .., last] if is_row && names.len() > 2 => format!("{first}至{last}"),
            [first, .., last] if names.len() > MOST_MONTHS => {
                format!("{first}至{last}（共{}个月）", names.len())
            }
            names => self.list(names),
        }
    }

    fn month(&self, period: Period) -> String {
        format!("{}年{}", period.year(), names(period).0)
    }

    fn month_short(&self, period: Period) -> String {
        self.month(period)
    }

    fn month_of_year(&self, period: Period) -> &'static str {
        names(period).0
    }

    fn month_on_axis(&self, period: Period, narrow: bool) -> &'static str {
        let (name, number) = names(period);
        if narrow { number } else { name }
    }

    fn months_of(&self, period: Period) -> String {
        match period.month() {
            1 => "1月".to_owned(),
            12 => "全年".to_owned(),
            _ => format!("1-{}", names(period).0),
        }
    }

    fn span(&self, period: Period, span: Span) -> String {
        match span {
            Span::Month => self.month(period),
            Span::Ytd => format!("{}年{}", period.year(), self.months_of(period)),
            Span::Rolling => format!("截至{}的12个月", self.month(period)),
        }
    }

    fn part_of_year(&self, year: i32) -> String {
        format!("{year}年部分月份")
    }

    fn date(&self, date: &str) -> String {
        match day_and_month(date) {
            Some((day, month)) => format!("{}{day}日", self.month(month)),
            None => date.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_written_without_spaces() {
        let month = |text: &str| text.parse::<Period>().unwrap();
        let list = |texts: &[&str]| Chinese.month_list(&texts.iter().map(|t| month(t)).collect::<Vec<_>>());
        assert_eq!(list(&["2025-01", "2025-04"]), "2025年1月、2025年4月");
        assert_eq!(list(&["2024-12", "2025-01", "2025-02"]), "2024年12月至2025年2月");
        assert_eq!(Chinese.span(month("2025-04"), Span::Ytd), "2025年1-4月");
        assert_eq!(Chinese.span(month("2025-12"), Span::Ytd), "2025年全年");
        assert_eq!(Chinese.span(month("2025-04"), Span::Rolling), "截至2025年4月的12个月");
        assert_eq!(Chinese.date("2025-05-30"), "2025年5月30日");
        assert_eq!(Chinese.date("about Feb 2023"), "about Feb 2023");
    }
}
