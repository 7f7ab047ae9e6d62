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

/// English.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct English;

impl Words for English {}
