//! Words around numbers.

use super::Chinese;
use crate::NumberWords;
use model::{Currency, Unit};

/// After an amount, and after a unit value.
fn money(currency: Currency) -> [&'static str; 2] {
    match currency {
        Currency::Usd => ["美元", "美元/吨"],
        Currency::Cny => ["元", "元/吨"],
        Currency::Eur => ["欧元", "欧元/吨"],
        Currency::Gbp => ["英镑", "英镑/吨"],
        Currency::Jpy => ["日元", "日元/吨"],
        Currency::Krw => ["韩元", "韩元/吨"],
        Currency::Inr => ["印度卢比", "印度卢比/吨"],
        Currency::Brl => ["雷亚尔", "雷亚尔/吨"],
    }
}

/// Between the ends of a range.
const TO: char = '～';

/// What quantities are counted in: "吨", "美元".
pub(super) fn counted_in(unit: Unit) -> String {
    let what = if unit == Unit::Tonnes { "净重" } else { "金额" };
    format!("{what}（{}）", Chinese.unit(unit))
}

impl NumberWords for Chinese {
    fn unit(&self, unit: Unit) -> &'static str {
        match unit {
            Unit::Tonnes => "吨",
            Unit::Percent => "%",
            Unit::Points => "个百分点",
            Unit::Money(currency) => money(currency)[0],
            Unit::PerTonne(currency) => money(currency)[1],
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
            (n, Unit::Money(_)) if n >= 1e8 => Some((1e8, "亿")),
            (n, Unit::Money(_) | Unit::Tonnes) if n >= 1e4 => Some((1e4, "万")),
            _ => None,
        }
    }

    fn scale_in_short(&self) -> (f64, &'static [(usize, &'static str)]) {
        (1e4, &[(2, "万"), (1, "万"), (1, "")])
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
    use crate::{look, range_with_unit, shown};
    use model::{Figure, Interval};

    #[test]
    fn large_amounts_are_counted_in_ten_thousands_and_hundred_millions() {
        let printed = |value: f64, step: f64| {
            Figure::printed(value, Interval::rounded_or_cut(value, step), Unit::Tonnes, 0, 0)
        };
        let tonnes = |value: f64, step: f64| shown(&Chinese, &printed(value, step), look::ROUNDED);
        assert_eq!(tonnes(21_300.0, 100.0), "2.13万吨");
        assert_eq!(tonnes(198_000.0, 1_000.0), "19.8万吨");
        assert_eq!(tonnes(5_800.0, 100.0), "5,800吨");
        assert_eq!(tonnes(11_395.0, 1.0), "11,395吨", "digits that a source reports are not lost");
        let recorded = Figure::recorded(21_381.4, Unit::Tonnes, 0);
        assert_eq!(shown(&Chinese, &recorded, look::ROUNDED), "2.14万吨");
        assert_eq!(shown(&Chinese, &recorded, look::UNIT.to(0)), "21,381吨");
        let dollars = |value| {
            shown(&Chinese, &Figure::recorded(value, Unit::Money(Currency::Usd), 0), look::ROUNDED_CHANGE)
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
        let range = |figure: &Figure| range_with_unit(&Chinese, figure, false);
        assert_eq!(range(&between(8.391, 8.412, Unit::Percent)), "8.391%～8.412%");
        assert_eq!(range(&between(21_250.0, 21_400.0, Unit::Tonnes)), "21,250～21,400吨");
        assert_eq!(range(&between(21_250.0, f64::INFINITY, Unit::Tonnes)), "至少21,250吨");
    }
}
