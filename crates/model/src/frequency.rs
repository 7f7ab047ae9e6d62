//! How often a source tells of trade.

use serde::{Deserialize, Serialize};

/// How long the periods of a dataset are: all of one length, never mixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub enum Frequency {
    /// A month.
    #[default]
    Monthly,
    /// A quarter of a calendar year.
    Quarterly,
    /// A calendar year.
    Annual,
}

impl Frequency {
    /// Every one with its code in SDMX's list of frequencies (`CL_FREQ`), the shortest first.
    pub const NAMES: [(&'static str, Frequency); 3] =
        [("M", Frequency::Monthly), ("Q", Frequency::Quarterly), ("A", Frequency::Annual)];

    /// The code.
    pub fn name(self) -> &'static str {
        Frequency::NAMES.iter().find(|(_, other)| *other == self).map_or("M", |(name, _)| name)
    }

    /// How many months a period has.
    pub fn months(self) -> i32 {
        match self {
            Frequency::Monthly => 1,
            Frequency::Quarterly => 3,
            Frequency::Annual => 12,
        }
    }

    /// How many periods a year has.
    pub fn in_a_year(self) -> i32 {
        12 / self.months()
    }
}
