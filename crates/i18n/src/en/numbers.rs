//! Words around numbers.

use super::English;
use crate::NumberWords;
use crate::numbers::MINUS;
use model::{Currency, MoneyUnit, Unit, Units, WeightUnit};

/// What stands behind a number, with its space: an amount of money as the reader counts it, or a unit value by the
/// weight that has a price.
macro_rules! behind {
    ($units:expr, $unit:expr, $currency:literal) => {
        match ($unit, $units.money, $units.weight.map(WeightUnit::priced)) {
            (Unit::PerTonne(_), _, Some(WeightUnit::Kilograms)) => concat!("\u{a0}", $currency, "/kg"),
            (Unit::PerTonne(_), _, Some(WeightUnit::ShortTons)) => {
                concat!("\u{a0}", $currency, "/short\u{a0}ton")
            }
            (Unit::PerTonne(_), _, Some(WeightUnit::Pounds)) => concat!("\u{a0}", $currency, "/lb"),
            (Unit::PerTonne(_), ..) => concat!("\u{a0}", $currency, "/t"),
            (_, Some(MoneyUnit::Thousand), _) => concat!("\u{a0}thousand\u{a0}", $currency),
            (_, Some(MoneyUnit::TenThousand), _) => concat!("\u{a0}×\u{a0}10,000\u{a0}", $currency),
            (_, Some(MoneyUnit::Million), _) => concat!("\u{a0}million\u{a0}", $currency),
            (_, Some(MoneyUnit::HundredMillion), _) => {
                concat!("\u{a0}×\u{a0}100\u{a0}million\u{a0}", $currency)
            }
            (_, Some(MoneyUnit::Billion), _) => concat!("\u{a0}billion\u{a0}", $currency),
            (_, Some(MoneyUnit::Whole) | None, _) => concat!("\u{a0}", $currency),
        }
    };
}

impl English {
    /// What quantities are counted in, inside a sentence: "tonnes", "US$".
    pub(super) fn counted(&self, unit: Unit) -> &'static str {
        match unit {
            Unit::Tonnes => self.weight_unit(self.units.weight.unwrap_or(WeightUnit::Tonnes)),
            unit => self.unit(unit).trim_start_matches('\u{a0}'),
        }
    }

    /// What is counted, and in what: "net weight in tonnes", "value in US$".
    pub(super) fn counted_in(&self, unit: Unit) -> String {
        let what = if unit == Unit::Tonnes { "net weight" } else { "value" };
        format!("{what} in {}", self.counted(unit))
    }

    /// The name of a unit of weight.
    pub(super) fn weight_unit(&self, unit: WeightUnit) -> &'static str {
        match unit {
            WeightUnit::Tonnes => "tonnes",
            WeightUnit::Kilograms => "kilograms",
            WeightUnit::ThousandTonnes => "thousand tonnes",
            WeightUnit::TenThousandTonnes => "10,000 tonnes",
            WeightUnit::MillionTonnes => "million tonnes",
            WeightUnit::ShortTons => "short tons",
            WeightUnit::Pounds => "pounds",
        }
    }
}

impl NumberWords for English {
    fn units(&self) -> Units {
        self.units
    }

    fn unit(&self, unit: Unit) -> &'static str {
        match unit {
            Unit::Tonnes => match self.units.weight {
                Some(WeightUnit::Tonnes) | None => "\u{a0}t",
                Some(WeightUnit::Kilograms) => "\u{a0}kg",
                Some(WeightUnit::ThousandTonnes) => "\u{a0}kt",
                Some(WeightUnit::TenThousandTonnes) => "\u{a0}×\u{a0}10,000\u{a0}t",
                Some(WeightUnit::MillionTonnes) => "\u{a0}Mt",
                Some(WeightUnit::ShortTons) => "\u{a0}short tons",
                Some(WeightUnit::Pounds) => "\u{a0}lb",
            },
            Unit::Percent => "%",
            Unit::Points => "\u{a0}pp",
            Unit::Money(currency) | Unit::PerTonne(currency) => match currency {
                Currency::Usd => behind!(self.units, unit, "US$"),
                Currency::Cny => behind!(self.units, unit, "yuan"),
                Currency::Eur => behind!(self.units, unit, "€"),
                Currency::Gbp => behind!(self.units, unit, "£"),
                Currency::Jpy => behind!(self.units, unit, "yen"),
                Currency::Krw => behind!(self.units, unit, "won"),
                Currency::Inr => behind!(self.units, unit, "rupees"),
                Currency::Brl => behind!(self.units, unit, "reais"),
            },
            Unit::Rank | Unit::Periods(_) | Unit::Count | Unit::Index => "",
        }
    }

    fn with_unit(&self, number: &str, unit: Unit) -> String {
        let behind = self.unit(unit);
        let (before, behind) = match unit {
            // "US$5,602/t", "US$63.4 million"
            Unit::Money(Currency::Usd) | Unit::PerTonne(Currency::Usd) => match behind.split_once("US$") {
                Some(("\u{a0}", behind)) => ("US$", behind),
                Some((size, _)) => ("US$", size.trim_end_matches('\u{a0}')),
                None => ("", behind),
            },
            _ => ("", behind),
        };
        // A sign stands before the currency.
        let digits = number.trim_start_matches(['+', MINUS]);
        let sign = number.strip_suffix(digits).unwrap_or_default();
        format!("{sign}{before}{digits}{behind}")
    }

    fn scale(&self, number: f64, unit: Unit) -> Option<(f64, &'static str)> {
        match number.abs() {
            _ if !matches!(unit, Unit::Money(_)) || self.units.is_chosen(unit) => None,
            n if n >= 1e9 => Some((1e9, "\u{a0}billion")),
            n if n >= 1e6 => Some((1e6, "\u{a0}million")),
            _ => None,
        }
    }

    fn scale_in_short(&self, unit: Unit) -> (f64, &'static [(usize, &'static str)]) {
        match self.units.factor(unit) {
            factor if factor < 1.0 => (1.0, &[(2, ""), (1, ""), (0, "")]),
            factor if factor < 1e3 => (1e3, &[(1, "k"), (0, "k")]),
            _ => (1e6, &[(1, "M"), (0, "M")]),
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
