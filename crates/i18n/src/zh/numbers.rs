//! Words around numbers.

use super::Chinese;
use crate::NumberWords;
use model::{Currency, MoneyUnit, Unit, Units, WeightUnit};

/// What stands behind a number: an amount of money as the reader counts it, or a unit value by the weight that has a
/// price.
macro_rules! behind {
    ($units:expr, $unit:expr, $currency:literal) => {
        match ($unit, $units.money, $units.weight.map(WeightUnit::priced)) {
            (Unit::PerTonne(_), _, Some(WeightUnit::Kilograms)) => concat!($currency, "/千克"),
            (Unit::PerTonne(_), _, Some(WeightUnit::ShortTons)) => concat!($currency, "/短吨"),
            (Unit::PerTonne(_), _, Some(WeightUnit::Pounds)) => concat!($currency, "/磅"),
            (Unit::PerTonne(_), ..) => concat!($currency, "/吨"),
            (_, Some(MoneyUnit::Thousand), _) => concat!("千", $currency),
            (_, Some(MoneyUnit::TenThousand), _) => concat!("万", $currency),
            (_, Some(MoneyUnit::Million), _) => concat!("百万", $currency),
            (_, Some(MoneyUnit::HundredMillion), _) => concat!("亿", $currency),
            (_, Some(MoneyUnit::Billion), _) => concat!("十亿", $currency),
            (_, Some(MoneyUnit::Whole) | None, _) => $currency,
        }
    };
}

/// Between the ends of a range.
const TO: char = '～';

impl Chinese {
    /// What is counted, and in what: "净重（吨）", "金额（美元）".
    pub(super) fn counted_in(&self, unit: Unit) -> String {
        let what = if unit == Unit::Tonnes { "净重" } else { "金额" };
        format!("{what}（{}）", self.unit(unit))
    }

    /// The name of a unit of weight.
    pub(super) fn weight_unit(unit: WeightUnit) -> &'static str {
        match unit {
            WeightUnit::Tonnes => "吨",
            WeightUnit::Kilograms => "千克",
            WeightUnit::ThousandTonnes => "千吨",
            WeightUnit::TenThousandTonnes => "万吨",
            WeightUnit::MillionTonnes => "百万吨",
            WeightUnit::ShortTons => "短吨",
            WeightUnit::Pounds => "磅",
        }
    }
}

impl NumberWords for Chinese {
    fn units(&self) -> Units {
        self.units
    }

    fn unit(&self, unit: Unit) -> &'static str {
        match unit {
            Unit::Tonnes => Chinese::weight_unit(self.units.weight.unwrap_or(WeightUnit::Tonnes)),
            Unit::Percent => "%",
            Unit::Points => "个百分点",
            Unit::Money(currency) | Unit::PerTonne(currency) => match currency {
                Currency::Usd => behind!(self.units, unit, "美元"),
                Currency::Cny => behind!(self.units, unit, "元"),
                Currency::Eur => behind!(self.units, unit, "欧元"),
                Currency::Gbp => behind!(self.units, unit, "英镑"),
                Currency::Jpy => behind!(self.units, unit, "日元"),
                Currency::Krw => behind!(self.units, unit, "韩元"),
                Currency::Inr => behind!(self.units, unit, "印度卢比"),
                Currency::Brl => behind!(self.units, unit, "巴西雷亚尔"),
            },
            Unit::Rank | Unit::Periods(_) | Unit::Count | Unit::Index => "",
        }
    }

    fn with_unit(&self, number: &str, unit: Unit) -> String {
        match (unit, number.split_once(TO)) {
            // Both ends of a range of percentages have their sign.
            (Unit::Percent, Some((low, high))) => format!("{low}%{TO}{high}%"),
            _ => format!("{number}{}", self.unit(unit)),
        }
    }

    fn scale(&self, number: f64, unit: Unit) -> Option<(f64, &'static str)> {
        match (number.abs(), unit) {
            _ if self.units.is_chosen(unit) => None,
            (n, Unit::Money(_)) if n >= 1e8 => Some((1e8, "亿")),
            (n, Unit::Money(_) | Unit::Tonnes) if n >= 1e4 => Some((1e4, "万")),
            _ => None,
        }
    }

    fn scale_in_short(&self, unit: Unit) -> (f64, &'static [(usize, &'static str)]) {
        match self.units.factor(unit) {
            factor if factor < 1.0 => (1.0, &[(2, ""), (1, ""), (0, "")]),
            // The heading tells that a fraction alone is of 万.
            factor if factor < 1e3 => (1e4, &[(2, "万"), (1, "万"), (1, "")]),
            _ => (1e4, &[(0, "万")]),
        }
    }

    fn range(&self, low: &str, high: &str, _: bool) -> String {
        format!("{low}{TO}{high}")
    }

    fn or_more(&self, number: &str) -> String {
        self.at_least(number)
    }

    fn at_least(&self, number: &str) -> String {
        format!("至少{number}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{CHINESE, look, range_with_unit, shown};
    use model::{Figure, Interval};

    #[test]
    fn large_amounts_are_counted_in_ten_thousands_and_hundred_millions() {
        let printed = |value: f64, step: f64| {
            Figure::printed(value, Interval::rounded_or_cut(value, step), Unit::Tonnes, 0, 0)
        };
        let tonnes = |value: f64, step: f64| shown(&CHINESE, &printed(value, step), look::ROUNDED);
        assert_eq!(tonnes(21_300.0, 100.0), "2.13万吨");
        assert_eq!(tonnes(198_000.0, 1_000.0), "19.8万吨");
        assert_eq!(tonnes(5_800.0, 100.0), "5,800吨");
        assert_eq!(tonnes(11_395.0, 1.0), "11,395吨", "digits that a source reports are not lost");
        let recorded = Figure::recorded(21_381.4, Unit::Tonnes, 0);
        assert_eq!(shown(&CHINESE, &recorded, look::ROUNDED), "2.14万吨");
        assert_eq!(shown(&CHINESE, &recorded, look::UNIT.to(0)), "21,381吨");
        let dollars = |value| {
            shown(&CHINESE, &Figure::recorded(value, Unit::Money(Currency::Usd), 0), look::ROUNDED_CHANGE)
        };
        assert_eq!(dollars(104_593_106.0), "+1.05亿美元");
        assert_eq!(dollars(-63_412_000.0), "−6,341万美元");
        assert_eq!(dollars(812_345.0), "+81.2万美元");
        assert_eq!(dollars(9_500.0), "+9,500美元");
    }

    #[test]
    fn ranges_of_percentages_have_two_signs() {
        let between = |low: f64, high: f64, unit| Figure {
            bounds: Interval::new(low, high).unwrap(),
            ..Figure::recorded(low, unit, 0)
        };
        let range = |figure: &Figure| range_with_unit(&CHINESE, figure, false);
        assert_eq!(range(&between(8.391, 8.412, Unit::Percent)), "8.391%～8.412%");
        assert_eq!(range(&between(21_250.0, 21_400.0, Unit::Tonnes)), "21,250～21,400吨");
        assert_eq!(range(&between(21_250.0, f64::INFINITY, Unit::Tonnes)), "至少21,250吨");
    }
}
