//! Months, spans and dates in words.

use model::{Frequency, Period, Span};

/// Months in words.
pub trait MonthWords {
    /// A month, quarter or year: "April 2025", "Q2 2025", "2025".
    fn month(&self, period: Period) -> String;
    /// Months in order: "April 2025", "January 2025 and March 2025", "January 2025 to April 2025" where none
    /// between is left out, "9 months from January 2025 to March 2026" of very many.
    fn month_list(&self, months: &[Period]) -> String;
    /// The same, short: "Apr 2025".
    fn month_short(&self, period: Period) -> String;
    /// A month or quarter without its year: "April", "Q2"; nothing of a year.
    fn month_of_year(&self, period: Period) -> &'static str;
    /// A period in a text that tells its year, but for one that is a year: "March", "Q1", "2024".
    fn month_in_text(&self, period: Period) -> String;
    /// As short as an axis wants it, one letter or three: "A", "Apr".
    fn month_on_axis(&self, period: Period, narrow: bool) -> &'static str;
    /// A year's months or quarters up to this one: "January–April", "January", "Full year" for December, "Q1–Q3".
    fn months_of(&self, period: Period) -> String;
    /// The months of a span with their year: "April 2025", "January–April 2025", "Q1–Q3 2025". Of a year itself.
    fn span(&self, period: Period, span: Span) -> String;
    /// Months of a year that are not known: "some months of 2025".
    fn part_of_year(&self, year: i32) -> String;
    /// "30 May 2025" of `2025-05-30`; any other text stays as it is.
    fn date(&self, date: &str) -> String;
}

/// The day and the month of a date that is written as `2025-05-30`.
pub(crate) fn day_and_month(date: &str) -> Option<(u32, Period)> {
    let day = date.get(8..).filter(|_| date.len() == 10)?.parse().ok()?;
    let month: Period = date.get(..7)?.parse().ok()?;
    (matches!(day, 1..=31) && month.frequency() == Frequency::Monthly).then_some((day, month))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ENGLISH;

    #[test]
    fn dates_and_spans_are_written_out() {
        assert_eq!(ENGLISH.date("2025-05-30"), "30 May 2025");
        assert_eq!(ENGLISH.date("about Feb 2023"), "about Feb 2023");
        assert_eq!(ENGLISH.date("2025-05-３0"), "2025-05-３0");
        let list = |texts: &[&str]| {
            ENGLISH.month_list(&texts.iter().map(|text| text.parse().unwrap()).collect::<Vec<Period>>())
        };
        assert_eq!(list(&["2025-04"]), "April 2025");
        assert_eq!(list(&["2024-12", "2025-01", "2025-02"]), "December 2024 to February 2025");
        assert_eq!(list(&["2025-01", "2025-02", "2025-04"]), "January 2025, February 2025 and April 2025");
        let of = |text: &str, span| ENGLISH.span(text.parse().unwrap(), span);
        assert_eq!(of("2025-04", Span::Ytd), "January–April 2025");
        assert_eq!(of("2025-12", Span::Ytd), "Full year 2025");
        assert_eq!(of("2025-01", Span::Ytd), "January 2025");
        assert_eq!(of("2025-Q2", Span::Month), "Q2 2025");
        assert_eq!(of("2025-Q3", Span::Ytd), "Q1–Q3 2025");
        assert_eq!(of("2025-Q4", Span::Ytd), "Full year 2025");
        assert_eq!(of("2025-Q1", Span::Rolling), "four quarters to Q1 2025");
        assert_eq!(of("2025", Span::Month), "2025");
        assert_eq!(list(&["2015", "2016", "2017"]), "2015 to 2017");
    }
}
