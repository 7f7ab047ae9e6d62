//! Words around numbers.

use super::English;
use crate::NumberWords;
use model::{Currency, Unit};

impl NumberWords for English {
    fn unit(&self, unit: Unit) -> &'static str {
        match unit {
            Unit::Tonnes => "\u{a0}t",
            Unit::Percent => "%",
            Unit::Points => "\u{a0}pp",
            Unit::Money(Currency::Usd) => "\u{a0}US$",
            Unit::Money(Currency::Cny) => "\u{a0}yuan",
            Unit::PerTonne(Currency::Usd) => "\u{a0}US$/t",
            Unit::PerTonne(Currency::Cny) => "\u{a0}yuan/t",
            Unit::Rank | Unit::Months | Unit::Count | Unit::Index => "",
        }
    }

    fn range(&self, low: &str, high: &str, signed: bool) -> String {
        if signed { format!("{low} to {high}") } else { format!("{low}–{high}") }
    }

    fn or_more(&self, number: &str) -> String {
        format!("{number} or more")
    }

    fn at_least(&self, number: &str) -> String {
        format!("at least {number}")
    }
}
