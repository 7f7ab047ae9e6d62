//! A calendar month, quarter or year.

use serde::{Deserialize, Serialize};

use std::fmt;
use std::str::FromStr;

use super::Frequency;

/// A calendar month, quarter or year from 1900 to 2199, written `YYYY-MM`, `YYYY-Qn` or `YYYY`. One of each length
/// is another: the year 2025 is not its first month.
///
/// ```
/// use model::{Frequency, Period};
///
/// let april: Period = "2025-04".parse().unwrap();
/// assert_eq!((april.year(), april.in_year()), (2025, 4));
/// assert_eq!(april.plus(-1).to_string(), "2025-03");
/// assert_eq!(april.plus_years(-1).to_string(), "2024-04");
/// assert_eq!(april.since(Period::new(2024, 12).unwrap()), 4);
/// assert!("2025-13".parse::<Period>().is_err());
///
/// let quarter: Period = "2025-Q1".parse().unwrap();
/// assert_eq!(quarter.frequency(), Frequency::Quarterly);
/// assert_eq!(quarter.plus(-1).to_string(), "2024-Q4");
/// let year: Period = "2025".parse().unwrap();
/// assert_eq!(year.plus(-1), year.plus_years(-1));
/// assert_ne!(year, Period::new(2025, 1).unwrap());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Period {
    /// Months from January of year 0 to its first one.
    months: i32,
    frequency: Frequency,
}

const FIRST_YEAR: i32 = 1900;
const LAST_YEAR: i32 = 2199;

impl Period {
    /// The month `month` (1 to 12) of `year`, or `None` outside the range.
    pub fn new(year: i32, month: u32) -> Option<Period> {
        Period::of_year(Frequency::Monthly, year, month)
    }

    /// The quarter `quarter` (1 to 4) of `year`, or `None` outside the range.
    pub fn quarter(year: i32, quarter: u32) -> Option<Period> {
        Period::of_year(Frequency::Quarterly, year, quarter)
    }

    /// All of `year`, or `None` outside the range.
    pub fn annual(year: i32) -> Option<Period> {
        Period::of_year(Frequency::Annual, year, 1)
    }

    /// The period that is the `place`-th of its length in `year`, from 1.
    pub fn of_year(frequency: Frequency, year: i32, place: u32) -> Option<Period> {
        let place = i32::try_from(place).ok()?;
        let inside = (FIRST_YEAR..=LAST_YEAR).contains(&year) && (1..=frequency.in_a_year()).contains(&place);
        inside.then(|| Period { months: year * 12 + (place - 1) * frequency.months(), frequency })
    }

    /// How long it is.
    pub fn frequency(self) -> Frequency {
        self.frequency
    }

    /// The calendar year.
    pub fn year(self) -> i32 {
        self.months.div_euclid(12)
    }

    /// The number of its first month in the year, 1 to 12.
    pub fn month(self) -> u32 {
        self.months.rem_euclid(12).unsigned_abs() + 1
    }

    /// Its place among those of its length in the year, from 1: of a month 1 to 12, of a quarter 1 to 4, of a year 1.
    pub fn in_year(self) -> u32 {
        (self.months.rem_euclid(12) / self.frequency.months()).unsigned_abs() + 1
    }

    /// The one `by` of its length later, earlier when negative. May step past the range that text can
    /// express: arithmetic on periods never fails.
    pub fn plus(self, by: i32) -> Period {
        let by = by.saturating_mul(self.frequency.months());
        Period { months: self.months.saturating_add(by), ..self }
    }

    /// The same part of the year `years` later, earlier when negative.
    pub fn plus_years(self, years: i32) -> Period {
        self.plus(years.saturating_mul(self.frequency.in_a_year()))
    }

    /// A number that no other period of its length has.
    pub fn number(self) -> u32 {
        self.months.cast_unsigned()
    }

    /// How many of its length `self` is after `other`, which is as long.
    pub fn since(self, other: Period) -> i32 {
        (self.months - other.months) / self.frequency.months()
    }

    /// The one of a length in which its last month lies.
    pub fn within(self, frequency: Frequency) -> Period {
        let last = self.months + self.frequency.months() - 1;
        Period { months: last - last.rem_euclid(frequency.months()), frequency }
    }

    /// The first of its length in the same year: a year's January.
    pub fn first_of_year(self) -> Period {
        self.plus(1 - self.in_year().cast_signed())
    }

    /// The last of its length in the same year: a year's December.
    pub fn last_of_year(self) -> Period {
        self.plus(self.frequency.in_a_year() - self.in_year().cast_signed())
    }

    /// Whether it is the last of its length in its year.
    pub fn ends_year(self) -> bool {
        self == self.last_of_year()
    }

    /// Every one from `self` to `last`, which is as long, both included.
    pub fn to(self, last: Period) -> impl DoubleEndedIterator<Item = Period> {
        let count = if last < self { 0 } else { last.since(self) + 1 };
        (0..count).map(move |by| self.plus(by))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, place) = (self.year(), self.in_year());
        match self.frequency {
            Frequency::Monthly => write!(f, "{year:04}-{place:02}"),
            Frequency::Quarterly => write!(f, "{year:04}-Q{place}"),
            Frequency::Annual => write!(f, "{year:04}"),
        }
    }
}

/// What is wrong with a text that should be a month, a quarter or a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotAPeriod;

impl FromStr for Period {
    type Err = NotAPeriod;

    /// Reads `2025-04`, `2025-Q2`, `2025`. Other spellings are refused: one period has one text.
    fn from_str(text: &str) -> Result<Period, NotAPeriod> {
        let digits = |text: &str, count: usize| {
            let shaped = text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
            text.parse::<u32>().ok().filter(|_| shaped)
        };
        let (year, rest) = text.split_at_checked(4).ok_or(NotAPeriod)?;
        let year = digits(year, 4).and_then(|year| i32::try_from(year).ok()).ok_or(NotAPeriod)?;
        let period = match (rest.strip_prefix("-Q"), rest.strip_prefix('-')) {
            (Some(quarter), _) => digits(quarter, 1).and_then(|quarter| Period::quarter(year, quarter)),
            (None, Some(month)) => digits(month, 2).and_then(|month| Period::new(year, month)),
            (None, None) => Period::annual(year).filter(|_| rest.is_empty()),
        };
        period.ok_or(NotAPeriod)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_read_and_written_the_same() {
        for text in ["2025-04", "1900-01", "2199-12", "2025-Q2", "2025-Q4", "2025", "1900"] {
            assert_eq!(text.parse::<Period>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_period_is_refused() {
        for text in [
            "2025-13",
            "2025-00",
            "2025-4",
            "202504",
            "1899-12",
            "",
            "２０２５-04",
            "+025-04",
            "2025-Q0",
            "2025-Q5",
            "2025-Q",
            "2025-q1",
            "2025-Q01",
            "2025-",
            "1899",
            "2200",
            "25",
            "2025 ",
            "２０２５",
        ] {
            assert_eq!(text.parse::<Period>(), Err(NotAPeriod), "{text}");
        }
    }

    #[test]
    fn months_step_over_the_year() {
        let january = Period::new(2025, 1).unwrap();
        assert_eq!(january.plus(-1).to_string(), "2024-12");
        assert_eq!(january.plus(-12).to_string(), "2024-01");
        assert_eq!(january.last_of_year().to_string(), "2025-12");
        assert_eq!(january.last_of_year().first_of_year(), january);
        assert_eq!(january.plus(14).since(january), 14);
        assert_eq!(january.to(january.plus(2)).count(), 3);
    }

    #[test]
    fn quarters_and_years_step_by_their_own_length() {
        let quarter = Period::quarter(2025, 1).unwrap();
        assert_eq!(quarter.plus(-1).to_string(), "2024-Q4");
        assert_eq!(quarter.plus_years(-1).to_string(), "2024-Q1");
        assert_eq!(quarter.plus(6).since(quarter), 6);
        assert_eq!(quarter.to(quarter.plus(3)).map(Period::in_year).collect::<Vec<_>>(), [1, 2, 3, 4]);
        assert!(quarter.plus(3).ends_year() && !quarter.ends_year());
        assert_eq!(quarter.within(Frequency::Monthly).to_string(), "2025-03");
        assert_eq!(quarter.within(Frequency::Annual), Period::annual(2025).unwrap());
        assert_eq!(Period::new(2025, 6).unwrap().within(Frequency::Quarterly), quarter.plus(1));
        let year = Period::annual(2025).unwrap();
        assert_eq!(year.within(Frequency::Monthly), Period::new(2025, 12).unwrap());
        assert_eq!(year.plus(-1), Period::annual(2024).unwrap());
        assert!(year.ends_year() && year.first_of_year() == year);
        assert_eq!(year.to(year.plus(-1)).count(), 0);
        assert_eq!(year.plus(-3).to(year).count(), 4);
    }
}
