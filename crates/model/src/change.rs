//! A comparison of a figure with an earlier one.

use super::{Answer, Missing};

/// What a month is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Against {
    /// The month before (MoM).
    #[default]
    MonthBefore,
    /// The same month, or the same months, a year before (YoY).
    YearBefore,
}

impl Against {
    /// How many months lie between.
    pub fn months(self) -> i32 {
        match self {
            Against::MonthBefore => 1,
            Against::YearBefore => 12,
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
