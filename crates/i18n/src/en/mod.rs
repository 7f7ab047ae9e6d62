//! English: "tonnes", "MoM", "YoY", "8.43%".

mod check;
mod counts;
mod explain;
mod fact_check;
mod headline;
mod imports;
mod months;
mod names;
mod notices;
mod numbers;
mod page;
mod problems;
mod reports;
mod taken;
mod trend;

use crate::Words;
use model::Units;

/// English, in a reader's units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct English {
    /// What numbers are told in.
    pub units: Units,
}

/// English where nobody chose units.
pub const ENGLISH: English = English { units: Units::AUTOMATIC };

impl Words for English {}
