//! Months, spans and dates.

use super::Chinese;
use crate::months::day_and_month;
use crate::{MonthWords, NameWords};
use model::{Frequency, Period, Span};

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

/// The same of quarters.
const QUARTERS: [(&str, &str); 4] = [("一季度", "Q1"), ("二季度", "Q2"), ("三季度", "Q3"), ("四季度", "Q4")];

/// A year has no name within itself.
fn names(period: Period) -> (&'static str, &'static str) {
    let names: &[_] = match period.frequency() {
        Frequency::Monthly => &NAMES,
        Frequency::Quarterly => &QUARTERS,
        Frequency::Annual => &[],
    };
    names.get(period.in_year() as usize - 1).copied().unwrap_or_default()
}

/// The word by which periods of a length are counted: "3个月".
pub(super) fn counted(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Monthly => "个月",
        Frequency::Quarterly => "个季度",
        Frequency::Annual => "年",
    }
}

/// What trade by periods of a length is: "月度出口量".
pub(super) fn by_period(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Monthly => "月度",
        Frequency::Quarterly => "季度",
        Frequency::Annual => "年度",
    }
}

/// What a period of a length is called: "月份".
pub(super) fn noun(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Monthly => "月份",
        Frequency::Quarterly => "季度",
        Frequency::Annual => "年份",
    }
}

/// The one that is shown: "当月".
pub(super) fn this(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Monthly => "当月",
        Frequency::Quarterly => "当季",
        Frequency::Annual => "当年",
    }
}

/// The one before: "上月".
pub(super) fn before(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Monthly => "上月",
        Frequency::Quarterly => "上季度",
        Frequency::Annual => "上年",
    }
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
                let frequency = months.first().map_or(Frequency::Monthly, |first| first.frequency());
                format!("{first}至{last}（共{}{}）", names.len(), counted(frequency))
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

    fn month_in_text(&self, period: Period) -> String {
        match period.frequency() {
            Frequency::Annual => self.month(period),
            _ => names(period).0.to_owned(),
        }
    }

    fn month_on_axis(&self, period: Period, narrow: bool) -> &'static str {
        let (name, number) = names(period);
        if narrow { number } else { name }
    }

    fn months_of(&self, period: Period) -> String {
        match (period.in_year(), period.ends_year(), period.frequency()) {
            (_, true, _) => "全年".to_owned(),
            (1, ..) => names(period).0.to_owned(),
            (2, _, Frequency::Quarterly) => "上半年".to_owned(),
            (_, _, Frequency::Quarterly) => format!("前{}", names(period).0),
            _ => format!("1-{}", names(period).0),
        }
    }

    fn span(&self, period: Period, span: Span) -> String {
        match (span, period.frequency()) {
            (Span::Month, _) | (_, Frequency::Annual) => self.month(period),
            (Span::Ytd, _) => format!("{}年{}", period.year(), self.months_of(period)),
            (Span::Rolling, Frequency::Quarterly) => format!("截至{}的4个季度", self.month(period)),
            (Span::Rolling, _) => format!("截至{}的12个月", self.month(period)),
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
    use crate::CHINESE;

    #[test]
    fn months_are_written_without_spaces() {
        let month = |text: &str| text.parse::<Period>().unwrap();
        let list = |texts: &[&str]| CHINESE.month_list(&texts.iter().map(|t| month(t)).collect::<Vec<_>>());
        assert_eq!(list(&["2025-01", "2025-04"]), "2025年1月、2025年4月");
        assert_eq!(list(&["2024-12", "2025-01", "2025-02"]), "2024年12月至2025年2月");
        assert_eq!(CHINESE.span(month("2025-04"), Span::Ytd), "2025年1-4月");
        assert_eq!(CHINESE.span(month("2025-12"), Span::Ytd), "2025年全年");
        assert_eq!(CHINESE.span(month("2025-Q1"), Span::Ytd), "2025年一季度");
        assert_eq!(CHINESE.span(month("2025-Q2"), Span::Ytd), "2025年上半年");
        assert_eq!(CHINESE.span(month("2025-Q3"), Span::Ytd), "2025年前三季度");
        assert_eq!(CHINESE.span(month("2025-04"), Span::Rolling), "截至2025年4月的12个月");
        assert_eq!(CHINESE.date("2025-05-30"), "2025年5月30日");
        assert_eq!(CHINESE.date("about Feb 2023"), "about Feb 2023");
    }
}
