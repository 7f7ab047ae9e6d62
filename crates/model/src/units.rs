//! The units that a reader reads in. Datasets, files and everything that is computed have tonnes and whole units of a
//! currency; only words and charts are in others.

use super::fit::{decimals_of, power_of_ten, printed_step, round_to};
use super::{Basis, Figure, Interval, Unit};

/// Tonnes of a short ton: 2,000 pounds of exactly 0.45359237 kg (the international pound of 1959; NIST SP 811, B.8).
const SHORT_TON: f64 = 0.907_184_74;

/// What a weight is told in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WeightUnit {
    /// Tonnes of 1,000 kg.
    Tonnes,
    /// Kilograms.
    Kilograms,
    /// Thousands of tonnes.
    ThousandTonnes,
    /// Tens of thousands of tonnes, 万吨.
    TenThousandTonnes,
    /// Millions of tonnes.
    MillionTonnes,
    /// Short tons of 2,000 pounds.
    ShortTons,
    /// Pounds.
    Pounds,
}

impl WeightUnit {
    /// Every one with its word in links.
    pub const NAMES: [(&'static str, WeightUnit); 7] = [
        ("t", WeightUnit::Tonnes),
        ("kg", WeightUnit::Kilograms),
        ("kt", WeightUnit::ThousandTonnes),
        ("10kt", WeightUnit::TenThousandTonnes),
        ("Mt", WeightUnit::MillionTonnes),
        ("short-ton", WeightUnit::ShortTons),
        ("lb", WeightUnit::Pounds),
    ];

    /// How many a tonne is.
    fn in_a_tonne(self) -> f64 {
        match self {
            WeightUnit::Tonnes => 1.0,
            WeightUnit::Kilograms => 1e3,
            WeightUnit::ThousandTonnes => 1e-3,
            WeightUnit::TenThousandTonnes => 1e-4,
            WeightUnit::MillionTonnes => 1e-6,
            WeightUnit::ShortTons => 1.0 / SHORT_TON,
            WeightUnit::Pounds => 2_000.0 / SHORT_TON,
        }
    }

    /// The weight that has a price for a reader of this one: what is sold by the tonne is not priced by the thousand.
    pub fn priced(self) -> WeightUnit {
        match self {
            WeightUnit::ThousandTonnes | WeightUnit::TenThousandTonnes | WeightUnit::MillionTonnes => {
                WeightUnit::Tonnes
            }
            other => other,
        }
    }
}

/// What an amount of money is told in. None changes the currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MoneyUnit {
    /// In full.
    Whole,
    /// Thousands.
    Thousand,
    /// Tens of thousands, 万.
    TenThousand,
    /// Millions.
    Million,
    /// Hundreds of millions, 亿.
    HundredMillion,
    /// Thousands of millions.
    Billion,
}

impl MoneyUnit {
    /// Every one with its word in links.
    pub const NAMES: [(&'static str, MoneyUnit); 6] = [
        ("whole", MoneyUnit::Whole),
        ("thousand", MoneyUnit::Thousand),
        ("10-thousand", MoneyUnit::TenThousand),
        ("million", MoneyUnit::Million),
        ("100-million", MoneyUnit::HundredMillion),
        ("billion", MoneyUnit::Billion),
    ];

    /// How many one of the currency is.
    fn in_one(self) -> f64 {
        match self {
            MoneyUnit::Whole => 1.0,
            MoneyUnit::Thousand => 1e-3,
            MoneyUnit::TenThousand => 1e-4,
            MoneyUnit::Million => 1e-6,
            MoneyUnit::HundredMillion => 1e-8,
            MoneyUnit::Billion => 1e-9,
        }
    }

    /// Digits after the point of a column: what is counted in thousands needs none.
    fn decimals_in_column(self) -> usize {
        match self {
            MoneyUnit::Whole | MoneyUnit::Thousand => 0,
            MoneyUnit::TenThousand => 1,
            MoneyUnit::Million => 2,
            MoneyUnit::HundredMillion | MoneyUnit::Billion => 3,
        }
    }
}

/// The units that a reader chose; `None` leaves them to each column and chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Units {
    /// Of weights.
    pub weight: Option<WeightUnit>,
    /// Of money.
    pub money: Option<MoneyUnit>,
}

/// Digits after the point that a column of weights or unit values has at most: a thousandth of what a reader counts in
/// is where exactness ends and noise begins. All digits stand in a number's box and in files.
const MOST_IN_COLUMN: usize = 3;

impl Units {
    /// Nothing chosen: tonnes, and money in full or in the words of its size.
    pub const AUTOMATIC: Units = Units { weight: None, money: None };

    /// How many choices there are.
    pub const COUNT: usize = (WeightUnit::NAMES.len() + 1) * (MoneyUnit::NAMES.len() + 1);

    /// The choice of this place, of [`Units::COUNT`] ones; the first is [`Units::AUTOMATIC`].
    pub const fn nth(place: usize) -> Units {
        let (weight, money) = (place / (MoneyUnit::NAMES.len() + 1), place % (MoneyUnit::NAMES.len() + 1));
        Units {
            weight: if weight == 0 { None } else { Some(WeightUnit::NAMES[weight - 1].1) },
            money: if money == 0 { None } else { Some(MoneyUnit::NAMES[money - 1].1) },
        }
    }

    /// The place of this choice.
    pub fn place(self) -> usize {
        let weight = self.weight.map_or(0, |weight| weight as usize + 1);
        let money = self.money.map_or(0, |money| money as usize + 1);
        weight * (MoneyUnit::NAMES.len() + 1) + money
    }

    /// Of a link: `kg`, `million`, `kg,million`.
    pub fn from_link(text: &str) -> Option<Units> {
        let mut units = Units::AUTOMATIC;
        for word in text.split(',') {
            let weight = WeightUnit::NAMES.iter().find(|(name, _)| *name == word);
            let money = MoneyUnit::NAMES.iter().find(|(name, _)| *name == word);
            match (weight, money) {
                (Some((_, weight)), _) if units.weight.is_none() => units.weight = Some(*weight),
                (_, Some((_, money))) if units.money.is_none() => units.money = Some(*money),
                _ => return None,
            }
        }
        Some(units)
    }

    /// To a link; nothing where nothing is chosen.
    pub fn to_link(self) -> String {
        let weight = self.weight.and_then(|unit| WeightUnit::NAMES.iter().find(|(_, of)| *of == unit));
        let money = self.money.and_then(|unit| MoneyUnit::NAMES.iter().find(|(_, of)| *of == unit));
        let words = [weight.map(|(name, _)| *name), money.map(|(name, _)| *name)];
        words.into_iter().flatten().collect::<Vec<_>>().join(",")
    }

    /// Whether the reader chose in what numbers of this unit are told.
    pub fn is_chosen(self, unit: Unit) -> bool {
        match unit {
            Unit::Tonnes => self.weight.is_some(),
            Unit::Money(_) => self.money.is_some(),
            _ => false,
        }
    }

    /// What a number of this unit is multiplied by to be one of the reader's: 1,000 for tonnes in kilograms.
    pub fn factor(self, unit: Unit) -> f64 {
        match unit {
            Unit::Tonnes => self.weight.map_or(1.0, WeightUnit::in_a_tonne),
            Unit::Money(_) => self.money.map_or(1.0, MoneyUnit::in_one),
            Unit::PerTonne(_) => self.weight.map_or(1.0, |weight| 1.0 / weight.priced().in_a_tonne()),
            Unit::Percent | Unit::Points | Unit::Rank | Unit::Periods(_) | Unit::Count | Unit::Index => 1.0,
        }
    }

    /// Digits after the point of a column in the reader's units that has so many in its own.
    pub fn decimals(self, unit: Unit, decimals: usize) -> usize {
        match (self.factor(unit), unit, self.money) {
            (1.0, ..) => decimals,
            (_, Unit::Money(_), Some(money)) => money.decimals_in_column(),
            (factor, ..) => decimals_of(step_in(decimals, factor)).min(MOST_IN_COLUMN),
        }
    }

    /// A figure in the reader's units, for words and charts: without its inputs, and with its unit's name unchanged.
    /// `None` where it is in them already.
    pub fn convert(self, figure: &Figure) -> Option<Figure> {
        let factor = self.factor(figure.unit);
        if factor == 1.0 {
            return None;
        }
        let bounds = |bounds: Interval| match bounds.width() {
            0.0 => Interval { low: bounds.low * factor, high: bounds.high * factor },
            // The product may be rounded inwards.
            _ => Interval { low: (bounds.low * factor).next_down(), high: (bounds.high * factor).next_up() },
        };
        // 21,300 t are no 46,958,462 lb, but 47.0 million: a source's digits are as many as they are.
        // But it stays on its side of what it can be: a number whose last digits were cut off is below that.
        let value = figure.value * factor;
        let side = |value: f64| (value < figure.bounds.low * factor, value > figure.bounds.high * factor);
        let printed = printed_step(figure).map(|step| {
            let steps = std::iter::successors(Some(floor_power(step * factor)), |step| Some(step / 10.0));
            let mut steps = steps.take(6).filter(|step| side(round_to(value, *step)) == side(value));
            steps.next().unwrap_or_else(|| step_in(figure.decimals, factor))
        });
        Some(Figure {
            value: printed.map_or(value, |step| round_to(value, step)),
            bounds: bounds(figure.bounds),
            own: bounds(figure.own),
            unit: figure.unit,
            decimals: decimals_of(printed.unwrap_or_else(|| step_in(figure.decimals, factor))),
            basis: match &figure.basis {
                Basis::Derived(rule, _) => Basis::Derived(*rule, Vec::new()),
                other => other.clone(),
            },
            checks: Vec::new(),
            implied: None,
            aside: Vec::new(),
            repeats: Vec::new(),
        })
    }
}

/// The place value of the last of so many digits after the point, once it is multiplied: the power of ten below.
fn step_in(decimals: usize, factor: f64) -> f64 {
    floor_power(power_of_ten(-f64::from(u8::try_from(decimals).unwrap_or(u8::MAX))) * factor)
}

fn floor_power(step: f64) -> f64 {
    // A product that is a power of ten may lie a little below it.
    power_of_ten((step.log10() + 1e-9).floor())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Currency;

    fn weight(unit: WeightUnit) -> Units {
        Units { weight: Some(unit), money: None }
    }

    #[test]
    fn every_choice_has_its_place_and_its_link() {
        for place in 0..Units::COUNT {
            let units = Units::nth(place);
            assert_eq!(units.place(), place);
            let expected = (units != Units::AUTOMATIC).then_some(units);
            assert_eq!(Units::from_link(&units.to_link()), expected, "{}", units.to_link());
        }
        for wrong in ["", "stone", "kg,lb", "million,billion", "kg,", "KG"] {
            assert_eq!(Units::from_link(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_printed_figure_keeps_the_digits_that_its_source_has() {
        let printed =
            Figure::printed(21_300.0, Interval::rounded_or_cut(21_300.0, 100.0), Unit::Tonnes, 0, 0);
        for (unit, value, decimals) in [
            (WeightUnit::Kilograms, 21_300_000.0, 0),
            (WeightUnit::ThousandTonnes, 21.3, 1),
            (WeightUnit::TenThousandTonnes, 2.13, 2),
            (WeightUnit::MillionTonnes, 0.0213, 4),
            (WeightUnit::ShortTons, 23_500.0, 0),
            (WeightUnit::Pounds, 47_000_000.0, 0),
        ] {
            let figure = weight(unit).convert(&printed).unwrap();
            assert!((figure.value - value).abs() < 1e-9 * value, "{unit:?}: {}", figure.value);
            assert_eq!(figure.decimals, decimals, "{unit:?}");
            assert!(figure.is_printed());
        }
        assert_eq!(weight(WeightUnit::Tonnes).convert(&printed), None);
        let pounds = weight(WeightUnit::Pounds).convert(&printed).unwrap();
        assert!(pounds.bounds.contains(21_299.0 * 2_204.622_621_8));
    }

    #[test]
    fn a_number_that_was_cut_off_stays_below_what_it_can_be() {
        // September 2025: 23,000 t of an article, and 23,012 to 23,021 t by others.
        let bounds = Interval { low: 23_012.0, high: 23_021.0 };
        let own = Interval { low: 23_000.0, high: 24_000.0 };
        let cut = Figure { bounds, own, ..Figure::recorded(23_000.0, Unit::Tonnes, 0) };
        let cut = Figure { basis: Basis::Printed(Vec::new()), ..cut };
        let pounds = weight(WeightUnit::Pounds).convert(&cut).unwrap();
        assert_eq!((pounds.value, pounds.value < pounds.bounds.low), (50_700_000.0, true));
    }

    #[test]
    fn records_are_as_exact_as_they_were() {
        let recorded = Figure::recorded(21_381.432, Unit::Tonnes, 3);
        let thousands = weight(WeightUnit::ThousandTonnes).convert(&recorded).unwrap();
        assert!(thousands.is_exact());
        assert_eq!(thousands.decimals, 6);
        let price = Figure::recorded(5_602.0, Unit::PerTonne(Currency::Usd), 0);
        let by_pound = weight(WeightUnit::Pounds).convert(&price).unwrap();
        assert!((by_pound.value - 2.541_024).abs() < 1e-4, "{}", by_pound.value);
        assert_eq!(weight(WeightUnit::MillionTonnes).convert(&price), None, "priced by the tonne");
        let dollars = Figure::recorded(63_412_345.0, Unit::Money(Currency::Usd), 0);
        assert_eq!(weight(WeightUnit::Pounds).convert(&dollars), None);
        let millions = Units { money: Some(MoneyUnit::Million), weight: None };
        assert!((millions.convert(&dollars).unwrap().value - 63.412_345).abs() < 1e-9);
    }

    #[test]
    fn a_column_has_no_more_than_three_digits_after_the_point() {
        for (unit, of_none, of_one) in [
            (WeightUnit::Kilograms, 0, 0),
            (WeightUnit::ThousandTonnes, 3, 3),
            (WeightUnit::MillionTonnes, 3, 3),
            (WeightUnit::ShortTons, 0, 1),
            (WeightUnit::Pounds, 0, 0),
        ] {
            let units = weight(unit);
            assert_eq!([0, 1].map(|d| units.decimals(Unit::Tonnes, d)), [of_none, of_one], "{unit:?}");
            assert_eq!(units.decimals(Unit::Percent, 1), 1);
        }
    }
}
