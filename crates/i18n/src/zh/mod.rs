//! Chinese, as the trade press of the mainland writes it: 万吨, 亿美元, 环比, 同比, 占比. No space stands between
//! Chinese and digits, punctuation of sentences is of full width.

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

/// Chinese (simplified), in a reader's units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chinese {
    /// What numbers are told in.
    pub units: Units,
}

/// Chinese where nobody chose units.
pub const CHINESE: Chinese = Chinese { units: Units::AUTOMATIC };

impl Words for Chinese {}
