//! How many of what.

use super::English;
use super::months::noun;
use crate::{CountWords, whole};
use model::{Dimension, Flow, Frequency};

/// A number with its noun, which takes an s.
fn of(count: u64, noun: &str) -> String {
    let s = if count == 1 { "" } else { "s" };
    format!("{} {noun}{s}", whole(count))
}

impl CountWords for English {
    fn figures(&self, count: u64) -> String {
        of(count, "figure")
    }

    fn reported_figures(&self, count: u64) -> String {
        of(count, "reported figure")
    }

    fn numbers(&self, count: u64) -> String {
        of(count, "number")
    }

    fn rows(&self, count: u64) -> String {
        of(count, "row")
    }

    fn records(&self, count: u64, synthetic: bool) -> String {
        of(count, if synthetic { "synthetic record" } else { "customs record" })
    }

    fn articles(&self, count: u64) -> String {
        of(count, "article")
    }

    fn remarks(&self, count: u64) -> String {
        of(count, "remark")
    }

    fn others(&self, count: u64) -> String {
        of(count, "other")
    }

    fn members_of_count(&self, count: u64, dimension: Dimension, flow: Flow) -> &'static str {
        match (dimension, flow, count) {
            (Dimension::Product, _, 1) => "product",
            (Dimension::Product, _, _) => "products",
            (Dimension::Destination, Flow::Export, 1) => "destination",
            (Dimension::Destination, Flow::Export, _) => "destinations",
            (Dimension::Destination, Flow::Import, 1) => "origin",
            (Dimension::Destination, Flow::Import, _) => "origins",
            (Dimension::RegistrationLocation, _, 1) => "province",
            (Dimension::RegistrationLocation, _, _) => "provinces",
            (Dimension::TradeMode, _, 1) => "trade mode",
            (Dimension::TradeMode, _, _) => "trade modes",
        }
    }

    fn and_more(&self, count: u64) -> String {
        format!("and {} more", whole(count))
    }

    fn periods(&self, count: u64, frequency: Frequency) -> String {
        of(count, noun(frequency))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ENGLISH;

    #[test]
    fn one_thing_is_named_as_one() {
        assert_eq!(ENGLISH.rows(0), "0 rows");
        assert_eq!(ENGLISH.rows(1), "1 row");
        assert_eq!(ENGLISH.records(12_345, false), "12,345 customs records");
        assert_eq!(ENGLISH.and_more(1), "and 1 more");
    }
}
