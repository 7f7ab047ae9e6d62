//! One precision a column: how many digits after the point all of its figures have, and what a figure is with so
//! many. The exact number stands in the figure's explanation and in files.

use super::fit::{Fitted, decimals_of, decimals_of_bounds, fit, power_of_ten, round_to};
use super::{Answer, Figure, Unit};

/// Tonnes have no fraction in a column whose figures are all at least so large,
const WHOLE_FROM: f64 = 100.0;
/// or whose largest is: beside it a fraction says nothing.
const WHOLE_BESIDE: f64 = 10_000.0;

/// A kilogram is the thousandth of a tonne, and nothing is less.
const MOST: usize = 3;

/// Digits after the point of a column of tonnes with these quantities: none where each is at least 100 t or the
/// largest at least 10,000 t, else one. What is not known, and what is zero, has no say. Changes and bases beside
/// them have the same, so that what stands in a row adds up. Money in the place of tonnes has no fraction.
pub fn decimals_of_tonnes<'a>(quantities: impl Iterator<Item = &'a Answer>) -> usize {
    let tonnes = quantities.flatten().filter(|figure| figure.unit == Unit::Tonnes);
    let sizes = tonnes.map(|figure| figure.value.abs()).filter(|size| *size > 0.0);
    let (least, most) =
        sizes.fold((f64::INFINITY, 0.0), |(least, most): (f64, f64), size| (least.min(size), most.max(size)));
    usize::from(least < WHOLE_FROM && most < WHOLE_BESIDE)
}

/// Digits after the point of a column of another unit: percent have one, percentage points two.
pub fn decimals_of_unit(unit: Unit) -> usize {
    match unit {
        Unit::Percent => 1,
        Unit::Points => 2,
        Unit::Tonnes
        | Unit::Rank
        | Unit::Periods(_)
        | Unit::Count
        | Unit::Index
        | Unit::Money(_)
        | Unit::PerTonne(_) => 0,
    }
}

/// A figure with so many digits after the point as its column has.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Rounded {
    /// A number, with fewer digits where the figure has no more.
    Number {
        /// The number.
        value: f64,
        /// Its digits after the point.
        decimals: usize,
    },
    /// The same of a figure whose bounds leave more than rounding does, but no more than a unit of the last digit.
    About {
        /// The number.
        value: f64,
        /// Its digits after the point.
        decimals: usize,
    },
    /// Not zero, but less than one unit of the last digit, which this is; below zero where it is above this.
    Small {
        /// One unit of the last digit, with the figure's sign.
        unit: f64,
        /// Its digits after the point.
        decimals: usize,
    },
    /// Only its bounds can be told, with at most so many digits: they are further apart than a unit of the last one.
    Bounds {
        /// Digits after the point.
        decimals: usize,
    },
}

/// A figure with `decimals` digits after the point. What is not zero never becomes zero.
pub fn round_figure(figure: &Figure, decimals: usize) -> Rounded {
    let step = step_of(decimals);
    let bounds = figure.bounds;
    if bounds.high.is_infinite() {
        // "0 or more" would tell nothing of what is there.
        let is_seen = |decimals: &usize| bounds.low <= 0.0 || bounds.low >= step_of(*decimals);
        let enough = (decimals..=MOST).find(is_seen);
        return Rounded::Bounds { decimals: enough.unwrap_or(decimals) };
    }
    let (value, decimals) = match figure.is_exact() {
        true => (figure.value, decimals),
        false if figure.is_printed() => (figure.value, decimals.min(figure.decimals)),
        false => match fit(figure, step) {
            // A digit more would leave the column.
            Fitted::Plain { value, step: fitted } if fitted >= step => {
                (value, decimals.min(decimals_of(fitted)))
            }
            _ if bounds.width() <= step => {
                return about(figure, decimals);
            }
            _ => return Rounded::Bounds { decimals: decimals.min(decimals_of_bounds(figure)) },
        },
    };
    let rounded = round_to(value, step_of(decimals));
    let is_zero = bounds.low == 0.0 && bounds.high == 0.0;
    if rounded == 0.0 && !is_zero {
        small(figure, decimals)
    } else {
        Rounded::Number { value: rounded, decimals }
    }
}

fn about(figure: &Figure, decimals: usize) -> Rounded {
    let value = round_to(figure.bounds.nearest(figure.value), step_of(decimals));
    if value == 0.0 { small(figure, decimals) } else { Rounded::About { value, decimals } }
}

/// What would be rounded to zero.
fn small(figure: &Figure, decimals: usize) -> Rounded {
    let unit = step_of(decimals);
    // A print may be cut off: its bounds say less of its sign than its value.
    let (low, high) = (figure.bounds.low.min(figure.value), figure.bounds.high.max(figure.value));
    match (low >= 0.0 && high < unit, high <= 0.0 && low > -unit) {
        (true, _) => Rounded::Small { unit, decimals },
        (_, true) => Rounded::Small { unit: -unit, decimals },
        _ => Rounded::Bounds { decimals },
    }
}

fn step_of(decimals: usize) -> f64 {
    power_of_ten(-f64::from(u32::try_from(decimals).unwrap_or(0)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Basis, Interval, Missing, Rule};

    fn exact(value: f64) -> Figure {
        Figure::recorded(value, Unit::Tonnes, 3)
    }

    fn between(low: f64, high: f64) -> Figure {
        let bounds = Interval::new(low, high).unwrap();
        Figure {
            bounds,
            own: bounds,
            basis: Basis::Derived(Rule::Difference, Vec::new()),
            ..exact(low + (high - low) / 2.0)
        }
    }

    fn printed(value: f64, step: f64, decimals: usize) -> Figure {
        Figure::printed(value, Interval::rounded_or_cut(value, step), Unit::Tonnes, decimals, 0)
    }

    /// Numbers of every size and sign, the same each time.
    fn numbers() -> impl Iterator<Item = f64> {
        let mut state = 1u64;
        (0..20_000).map(move |i| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let digits = (state >> 40) as f64;
            let sign = if state & 1 == 0 { 1.0 } else { -1.0 };
            sign * digits / 10f64.powi(i % 12)
        })
    }

    #[test]
    fn rounding_stays_within_half_a_unit_and_never_makes_nothing_of_something() {
        for value in numbers().filter(|value| *value != 0.0) {
            for decimals in 0..3 {
                let unit = step_of(decimals);
                match round_figure(&exact(value), decimals) {
                    Rounded::Number { value: shown, decimals: digits } => {
                        assert!((shown - value).abs() <= unit / 2.0 * (1.0 + 1e-9), "{value}: {shown}");
                        assert!(shown != 0.0 && digits == decimals, "{value}: {shown}");
                    }
                    Rounded::Small { unit: shown, .. } => {
                        assert!(
                            value.abs() <= unit / 2.0 && shown == unit.copysign(value),
                            "{value}: {shown}"
                        );
                    }
                    other => panic!("{value}: {other:?}"),
                }
            }
        }
    }

    #[test]
    fn one_number_of_a_range_is_possible_and_two_are_apart() {
        let mut numbers = numbers();
        while let (Some(a), Some(b)) = (numbers.next(), numbers.next()) {
            let figure = between(a, a + b.abs());
            for decimals in 0..3 {
                let unit = step_of(decimals);
                let (room, shown) = match round_figure(&figure, decimals) {
                    // "19,700" of 19,697 to 19,737 is known to hundreds.
                    Rounded::Number { value, .. } => (figure.bounds.width().max(unit), value),
                    Rounded::About { value, .. } => (1.5 * unit, value),
                    Rounded::Small { unit, .. } => (unit.abs(), 0.0),
                    Rounded::Bounds { .. } => {
                        assert!(figure.bounds.width() > unit || a < 0.0 || a < unit, "{:?}", figure.bounds);
                        continue;
                    }
                };
                let reach = room.max(shown.abs() * 0.06) * (1.0 + 1e-9);
                assert!((shown - figure.value).abs() <= reach, "{:?}: {shown}", figure.bounds);
            }
        }
    }

    #[test]
    fn a_column_decides_by_what_it_shows() {
        let decimals = |values: &[f64]| {
            let answers: Vec<Answer> = values.iter().map(|value| Ok(exact(*value))).collect();
            decimals_of_tonnes(answers.iter().chain([&Err(Missing::NotListed)]))
        };
        assert_eq!(decimals(&[2_628.738, 1_619.463, 1_352.531]), 0);
        assert_eq!(decimals(&[1_977.538, 99.9]), 1);
        assert_eq!(decimals(&[18_671.557, 0.03]), 0);
        // Nothing is no small figure.
        assert_eq!(decimals(&[500.0, 0.0]), 0);
        assert_eq!(decimals(&[]), 0);
    }

    #[test]
    fn figures_at_the_precision_of_their_column() {
        use Rounded::{About, Bounds, Number, Small};
        let cases = [
            (exact(2_628.738), 0, Number { value: 2_629.0, decimals: 0 }),
            (exact(5.0), 1, Number { value: 5.0, decimals: 1 }),
            (exact(0.0), 1, Number { value: 0.0, decimals: 1 }),
            (exact(0.03), 1, Small { unit: 0.1, decimals: 1 }),
            (exact(-0.3), 0, Small { unit: -1.0, decimals: 0 }),
            (exact(0.06), 1, Number { value: 0.1, decimals: 1 }),
            // Nobody reported the fraction.
            (printed(21_300.0, 100.0, 0), 1, Number { value: 21_300.0, decimals: 0 }),
            (printed(358.896, 0.001, 3), 0, Number { value: 359.0, decimals: 0 }),
            (between(19_697.0, 19_737.0), 1, Number { value: 19_700.0, decimals: 0 }),
            (between(2_301.4, 2_301.7), 0, About { value: 2_302.0, decimals: 0 }),
            (between(15_758.2, 15_799.4), 1, Bounds { decimals: 0 }),
            (between(0.01, 0.02), 1, Small { unit: 0.1, decimals: 1 }),
            // It may be zero, and it may be less.
            (between(-0.03, 0.02), 1, Bounds { decimals: 1 }),
            (Figure::recorded_at_least(99.94, Unit::Tonnes, 3), 1, Bounds { decimals: 1 }),
            (Figure::recorded_at_least(0.04, Unit::Tonnes, 3), 0, Bounds { decimals: 2 }),
        ];
        for (figure, decimals, expected) in cases {
            let found = round_figure(&figure, decimals);
            let same = match (found, expected) {
                (Small { unit: a, decimals: d }, Small { unit: b, decimals: e }) => {
                    (a - b).abs() < 1e-9 && d == e
                }
                (Number { value: a, decimals: d }, Number { value: b, decimals: e }) => {
                    (a - b).abs() < 1e-9 && d == e
                }
                (found, expected) => found == expected,
            };
            assert!(same, "{:?} with {decimals}: {found:?}", figure.bounds);
        }
    }
}
