//! A calendar month.

use serde::{Deserialize, Serialize};

use std::fmt;
use std::str::FromStr;

/// A calendar month, written `YYYY-MM`, from 1900-01 to 2199-12.
///
/// ```
/// use model::Period;
///
/// let april: Period = "2025-04".parse().unwrap();
/// assert_eq!((april.year(), april.month()), (2025, 4));
/// assert_eq!(april.plus(-12).to_string(), "2024-04");
/// assert_eq!(april.since(Period::new(2024, 12).unwrap()), 4);
/// assert!("2025-13".parse::<Period>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Period {
    /// Months since January of year 0, so that neighbours differ by one.
    months: i32,
}

const FIRST_YEAR: i32 = 1900;
const LAST_YEAR: i32 = 2199;

impl Period {
    /// The month `month` (1 to 12) of `year`, or `None` outside the range.
    pub fn new(year: i32, month: u32) -> Option<Period> {
        let month = i32::try_from(month).ok()?;
        let inside = (FIRST_YEAR..=LAST_YEAR).contains(&year) && (1..=12).contains(&month);
        inside.then(|| Period { months: year * 12 + month - 1 })
    }

    /// The calendar year.
    pub fn year(self) -> i32 {
        self.months.div_euclid(12)
    }

    /// The month of the year, 1 to 12.
    pub fn month(self) -> u32 {
        self.months.rem_euclid(12).unsigned_abs() + 1
    }

    /// The month `by` months later, earlier when negative. May step past the range that text can
    /// express: arithmetic on months never fails.
    pub fn plus(self, by: i32) -> Period {
        Period { months: self.months.saturating_add(by) }
    }

    /// A number that no other month has.
    pub fn number(self) -> u32 {
        self.months.cast_unsigned()
    }

    /// How many months `self` is after `other`.
    pub fn since(self, other: Period) -> i32 {
        self.months - other.months
    }

    /// December of the same year.
    pub fn december(self) -> Period {
        self.plus(12 - self.month().cast_signed())
    }

    /// Every month from `self` to `last`, both included.
    pub fn to(self, last: Period) -> impl DoubleEndedIterator<Item = Period> {
        (self.months..=last.months).map(|months| Period { months })
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.month())
    }
}

/// What is wrong with a text that should be a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotAPeriod;

impl FromStr for Period {
    type Err = NotAPeriod;

    /// Reads `2025-04`. Other spellings are refused: one month has one text.
    fn from_str(text: &str) -> Result<Period, NotAPeriod> {
        let bytes = text.as_bytes();
        let shaped = bytes.len() == 7
            && bytes.get(4) == Some(&b'-')
            && bytes.iter().enumerate().all(|(i, b)| i == 4 || b.is_ascii_digit());
        let (year, month) = text.split_once('-').filter(|_| shaped).ok_or(NotAPeriod)?;
        let year = year.parse().map_err(|_| NotAPeriod)?;
        let month = month.parse().map_err(|_| NotAPeriod)?;
        Period::new(year, month).ok_or(NotAPeriod)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_read_and_written_the_same() {
        for text in ["2025-04", "1900-01", "2199-12"] {
            assert_eq!(text.parse::<Period>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_not_a_month_is_refused() {
        for text in ["2025-13", "2025-00", "2025-4", "202504", "1899-12", "", "２０２５-04", "+025-04"] {
            assert_eq!(text.parse::<Period>(), Err(NotAPeriod), "{text}");
        }
    }

    #[test]
    fn months_step_over_the_year() {
        let january = Period::new(2025, 1).unwrap();
        assert_eq!(january.plus(-1).to_string(), "2024-12");
        assert_eq!(january.plus(-12).to_string(), "2024-01");
        assert_eq!(january.december().to_string(), "2025-12");
        assert_eq!(january.plus(14).since(january), 14);
        assert_eq!(january.to(january.plus(2)).count(), 3);
    }
}
