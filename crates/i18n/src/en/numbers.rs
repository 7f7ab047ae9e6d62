//! Words around numbers.

use super::English;
use crate::NumberWords;
use crate::numbers::MINUS;
use model::{Currency, Unit};

/// After an amount, and after a unit value.
fn money(currency: Currency) -> [&'static str; 2] {
    match currency {
        Currency::Usd => ["\u{a0}US$", "\u{a0}US$/t"],
        Currency::Cny => ["\u{a0}yuan", "\u{a0}yuan/t"],
        Currency::Eur => ["\u{a0}€", "\u{a0}€/t"],
        Currency::Gbp => ["\u{a0}£", "\u{a0}£/t"],
        Currency::Jpy => ["\u{a0}yen", "\u{a0}yen/t"],
        Currency::Krw => ["\u{a0}won", "\u{a0}won/t"],
        Currency::Inr => ["\u{a0}rupees", "\u{a0}rupees/t"],
        Currency::Brl => ["\u{a0}reais", "\u{a0}reais/t"],
    }
}

/// What quantities are counted in, inside a sentence: "tonnes", "US$".
pub(super) fn counted(unit: Unit) -> &'static str {
    match unit {
        Unit::Tonnes => "tonnes",
        unit => English.unit(unit).trim_start_matches('\u{a0}'),
    }
}

/// What is counted, and in what: "net weight in tonnes", "value in US$".
pub(super) fn counted_in(unit: Unit) -> String {
    let what = if unit == Unit::Tonnes { "net weight" } else { "value" };
    format!("{what} in {}", counted(unit))
}

impl NumberWords for English {
    fn unit(&self, unit: Unit) -> &'static str {
        match unit {
            Unit::Tonnes => "\u{a0}t",
            Unit::Percent => "%",
            Unit::Points => "\u{a0}pp",
            Unit::Money(currency) => money(currency)[0],
            Unit::PerTonne(currency) => money(currency)[1],
            Unit::Rank | Unit::Periods(_) | Unit::Count | Unit::Index => "",
        }
    }

    fn with_unit(&self, number: &str, unit: Unit) -> String {
        let (before, behind) = match unit {
            Unit::Money(Currency::Usd) => ("US$", ""),
            Unit::PerTonne(Currency::Usd) => ("US$", "/t"),
            other => ("", self.unit(other)),
        };
        // A sign stands before the currency.
        let digits = number.trim_start_matches(['+', MINUS]);
        let sign = number.strip_suffix(digits).unwrap_or_default();
        format!("{sign}{before}{digits}{behind}")
    }

    fn scale(&self, number: f64, unit: Unit) -> Option<(f64, &'static str)> {
        match number.abs() {
            _ if !matches!(unit, Unit::Money(_)) => None,
            n if n >= 1e9 => Some((1e9, "\u{a0}billion")),
            n if n >= 1e6 => Some((1e6, "\u{a0}million")),
            _ => None,
        }
    }

    fn scale_in_short(&self) -> (f64, &'static [(usize, &'static str)]) {
        (1e3, &[(1, "k"), (0, "k")])
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
