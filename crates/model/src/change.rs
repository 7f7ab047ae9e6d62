//! A comparison of a figure with an earlier one.

use super::{Answer, Frequency, Missing, Period, Span};

/// What a month is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Against {
    /// The month before (MoM); of quarters and years the quarter or the year before.
    #[default]
    MonthBefore,
    /// The same month, or the same months, a year before (YoY). Of years it is the year before once more, and is not
    /// told.
    YearBefore,
}

impl Against {
    /// What a period is compared with.
    pub fn before(self, period: Period) -> Period {
        match self {
            Against::MonthBefore => period.plus(-1),
            Against::YearBefore => period.plus_years(-1),
        }
    }

    /// The period that is compared with this one.
    pub fn after(self, period: Period) -> Period {
        match self {
            Against::MonthBefore => period.plus(1),
            Against::YearBefore => period.plus_years(1),
        }
    }

    /// The comparison that a span of periods of this length is mainly told with: with the period before, and of
    /// several together, which have none, with those of a year before.
    pub fn main(span: Span) -> Against {
        match span {
            Span::Month => Against::MonthBefore,
            Span::Ytd | Span::Rolling => Against::YearBefore,
        }
    }

    /// The comparisons that there are of a span of periods of a length, the main one first. A year has its year
    /// before alone.
    pub fn of(frequency: Frequency, span: Span) -> &'static [Against] {
        match (span, frequency) {
            (Span::Ytd | Span::Rolling, _) => &[Against::YearBefore],
            (Span::Month, Frequency::Annual) => &[Against::MonthBefore],
            (Span::Month, _) => &[Against::MonthBefore, Against::YearBefore],
        }
    }
}

/// A change, its percentage, and the earlier figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Later less earlier, tonnes.
    pub absolute: Answer,
    /// Later / earlier − 1, percent.
    pub percent: Answer,
    /// The earlier figure, tonnes.
    pub previous: Answer,
}

impl Change {
    /// No comparison, for one reason.
    pub fn missing(reason: Missing) -> Change {
        Change { absolute: Err(reason), percent: Err(reason), previous: Err(reason) }
    }
}
