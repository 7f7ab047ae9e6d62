//! How many: a number with its noun in the form that the number wants.

use model::{Dimension, Flow, Frequency};

/// Numbers of things.
pub trait CountWords {
    /// "1 figure", "275 figures".
    fn figures(&self, count: u64) -> String;
    /// "1 reported figure", "275 reported figures".
    fn reported_figures(&self, count: u64) -> String;
    /// "1 number", "12 numbers", of a text.
    fn numbers(&self, count: u64) -> String;
    /// "1 row", "12,345 rows".
    fn rows(&self, count: u64) -> String;
    /// "1 customs record", "12,345 customs records"; "synthetic" where a program made them up.
    fn records(&self, count: u64, synthetic: bool) -> String;
    /// "1 article", "30 articles".
    fn articles(&self, count: u64) -> String;
    /// "1 remark", "5 remarks".
    fn remarks(&self, count: u64) -> String;
    /// "1 other", "36 others": members of a ranking that have no line.
    fn others(&self, count: u64) -> String;
    /// The word alone, behind a number of members that stands apart: "destination" behind 1, "destinations"
    /// behind others.
    fn members_of_count(&self, count: u64, dimension: Dimension, flow: Flow) -> &'static str;
    /// "and 5 more", at the end of a list that is not shown whole.
    fn and_more(&self, count: u64) -> String;
    /// "1 month", "3 months", "3 quarters", "3 years".
    fn periods(&self, count: u64, frequency: Frequency) -> String;
}
