//! How precisely a figure may be printed: no digit that its bounds do not support.
//!
//! A reader takes "21,300 t" for something between 21,250 and 21,350, so a figure is rounded to the
//! finest power of ten for which that is true. Where only a coarse one would do, "about 4,700" allows
//! one unit of its last digit that is not a padded zero; and where that is not enough either, the
//! bounds themselves are printed.

use crate::{Figure, Interval, Unit};

/// A figure at a precision that its bounds support.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Fitted {
    /// Rounded (or, as its source prints it, rounded or cut) to `step`.
    Plain {
        /// The number, a multiple of the step.
        value: f64,
        /// The place value of its last digit.
        step: f64,
    },
    /// Known to one unit of its last digit that is not zero, or to two where these are next to nothing.
    About {
        /// The number.
        value: f64,
        /// The place value of that digit.
        step: f64,
    },
    /// Known to lie between two numbers, both rounded outward.
    Range {
        /// The least that it can be.
        low: f64,
        /// The most that it can be.
        high: f64,
        /// The place value of their last digits.
        step: f64,
    },
    /// Known to be no less than this.
    AtLeast {
        /// The least that it can be.
        low: f64,
        /// The place value of its last digit.
        step: f64,
    },
    /// Known to be no more than this.
    AtMost {
        /// The most that it can be.
        high: f64,
        /// The place value of its last digit.
        step: f64,
    },
}

/// Units of its last digit that "about" may be off where these are next to nothing of the number: "about
/// 99,700" of 99,633 to 99,863.
const NEAR: f64 = 2.0;
/// A unit that is next to nothing of a number, as a part of it.
const NEARLY: f64 = 0.0025;
/// Rounding that loses no more than this part of the number needs no "about".
const CLOSE: f64 = 0.01;
/// "About" may be off by no more than this part of the number.
const ROUGH: f64 = 0.05;
/// "About" to a coarse digit may allow this many times what the bounds do: where it would say much less
/// than is known, the bounds are printed.
const LOOSE: f64 = 4.0;
/// A range is printed in steps of no more than this part of its width.
const RANGE_STEP: f64 = 0.25;
/// Powers of ten that are tried.
const COARSEST: i32 = 15;

/// The step of a figure that some article prints, or `None` for any other. A printed tonnage has room
/// of one and a half steps, a printed ratio of one (`docs/dataset.md`, "What a printed number can be").
pub fn printed_step(figure: &Figure) -> Option<f64> {
    if !figure.may_be_quoted() {
        return None;
    }
    let room = if figure.unit == Unit::Tonnes { 1.5 } else { 1.0 };
    let mut step = power_of_ten((figure.own.width() / room).log10().round());
    for _ in 0..6 {
        if is_multiple(figure.value, step) {
            break;
        }
        step /= 10.0;
    }
    (step.is_finite() && step > 0.0).then_some(step)
}

/// A figure at the finest precision that its bounds support and that `finest`, a power of ten, allows.
pub fn fit(figure: &Figure, finest: f64) -> Fitted {
    if let Some(step) = printed_step(figure) {
        return Fitted::Plain { value: figure.value, step };
    }
    let bounds = figure.bounds;
    if bounds.high.is_infinite() || bounds.low.is_infinite() {
        return match bounds.low.is_finite() {
            true => Fitted::AtLeast { low: floor_to(bounds.low, finest), step: finest },
            false => Fitted::AtMost { high: ceil_to(bounds.high, finest), step: finest },
        };
    }
    let value = bounds.nearest(figure.value);
    // The best value may lie at an end of what is left by all ways together.
    let middle = bounds.low + bounds.width() / 2.0;
    let candidates = |step: f64| [value, middle].map(|v| round_to(v, step)).into_iter();
    let at = |step: f64| {
        let is_near = |r: &f64| within(bounds, *r, step / 2.0);
        // A base of 99,633 to 99,863 is not 100,000, from which its growth would be another one.
        let is_possible =
            |r: &f64| step <= finest || within(Interval::exactly(*r), middle, bounds.width() / 2.0);
        let rounded = candidates(step).find(|r| is_near(r) && is_possible(r))?;
        Some((rounded, step))
    };
    // 27.749 to 27.752 is neither 27.7 nor 27.8 for certain, but 27.75.
    let plain = at(finest).or_else(|| at(finest / 10.0)).or_else(|| steps(finest).find_map(at));
    if let Some((rounded, step)) = plain
        && (step <= finest || step <= rounded.abs() * CLOSE)
    {
        return Fitted::Plain { value: rounded, step };
    }
    let about = steps(finest).find_map(|step| {
        candidates(step).find_map(|rounded| {
            let digit = last_digit(rounded, step)?;
            let units = if digit <= rounded.abs() * NEARLY { NEAR } else { 1.0 };
            let room = (digit * units).min(rounded.abs() * ROUGH);
            let tells_enough = digit <= finest || 2.0 * room <= LOOSE * bounds.width();
            (tells_enough && within(bounds, rounded, room)).then_some((rounded, digit))
        })
    });
    match (about, plain) {
        // "19 %" has no padded zeros that could be taken for digits; "4,000 t" has.
        (Some(_), Some((value, step))) if step <= 1.0 && within(bounds, value, value.abs() * ROUGH) => {
            Fitted::Plain { value, step }
        }
        (Some((value, step)), _) => Fitted::About { value, step },
        (None, _) => {
            let step = power_of_ten((bounds.width() * RANGE_STEP).log10().floor()).max(finest);
            Fitted::Range { low: floor_to(bounds.low, step), high: ceil_to(bounds.high, step), step }
        }
    }
}

fn steps(finest: f64) -> impl Iterator<Item = f64> {
    let first = finest.log10().round() as i32;
    (first..COARSEST).map(|exponent| power_of_ten(f64::from(exponent)))
}

/// Exact for the negative powers too, as far as a quotient can be.
pub(crate) fn power_of_ten(exponent: f64) -> f64 {
    let power = 10f64.powi(exponent.abs() as i32);
    if exponent < 0.0 { 1.0 / power } else { power }
}

/// Digits after the point of a step: 1 of 0.1, none of 100.
pub fn decimals_of(step: f64) -> usize {
    usize::try_from(-step.log10().round() as i32).unwrap_or(0)
}

/// Enough digits after the point to tell the two bounds of a figure apart, and no more than that.
pub fn decimals_of_bounds(figure: &Figure) -> usize {
    let (least, most) = figure.unit.decimals_of_bounds();
    let enough = match figure.bounds.width() {
        w if w >= 3.0 => 0,
        w if w >= 0.3 => 1,
        w if w >= 0.03 => 2,
        w if w >= 0.003 => 3,
        _ => 4,
    };
    // An amount of money has none of its own, but has some where it is told in millions.
    enough.clamp(least, most.max(figure.decimals))
}

/// Whether all of `bounds` is within `room` of a value, but for the last bits of outward rounding.
fn within(bounds: Interval, value: f64, room: f64) -> bool {
    let slack = 1e-6 * room + 1e-12 * value.abs();
    bounds.low >= value - room - slack && bounds.high <= value + room + slack
}

/// The place value of the last digit that is not a padded zero; `None` for zero, which has none.
fn last_digit(value: f64, step: f64) -> Option<f64> {
    if value == 0.0 {
        return None;
    }
    let mut digit = step;
    while digit * 10.0 <= value.abs() * (1.0 + 1e-9) && is_multiple(value, digit * 10.0) {
        digit *= 10.0;
    }
    Some(digit)
}

fn is_multiple(value: f64, step: f64) -> bool {
    let quotient = value / step;
    (quotient - quotient.round()).abs() <= 1e-6
}

/// To the nearest multiple of a step, halves away from zero: 0.15 is a half of 0.1, though a binary number is a little
/// less.
pub(crate) fn round_to(value: f64, step: f64) -> f64 {
    const NEARLY: f64 = 1.0 + 1e-12;
    (value / step * NEARLY).round() * step
}

/// Bounds carry outward rounding in their last bits, which must not cost a whole step.
const SLACK: f64 = 1e-6;

fn floor_to(value: f64, step: f64) -> f64 {
    (value / step + SLACK).floor() * step
}

fn ceil_to(value: f64, step: f64) -> f64 {
    (value / step - SLACK).ceil() * step
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Basis, Rule};

    fn figure(low: f64, high: f64, unit: Unit) -> Figure {
        let bounds = Interval::new(low, high).unwrap();
        let middle = low + (high - low) / 2.0;
        Figure {
            bounds,
            basis: Basis::Derived(Rule::Growth, Vec::new()),
            ..Figure::recorded(middle, unit, 0)
        }
    }

    #[track_caller]
    fn check(low: f64, high: f64, finest: f64, expected: Fitted) {
        let found = fit(&figure(low, high, Unit::Tonnes), finest);
        let same = |a: f64, b: f64| (a - b).abs() < 1e-6;
        let agree = match (found, expected) {
            (Fitted::Plain { value, step }, Fitted::Plain { value: v, step: s })
            | (Fitted::About { value, step }, Fitted::About { value: v, step: s }) => {
                same(value, v) && same(step, s)
            }
            (Fitted::Range { low, high, .. }, Fitted::Range { low: l, high: h, .. }) => {
                same(low, l) && same(high, h)
            }
            (a, b) => a == b,
        };
        assert!(agree, "{low}..{high}: {found:?}");
    }

    #[test]
    fn digits_end_where_knowledge_does() {
        check(2_628.738, 2_628.738, 1.0, Fitted::Plain { value: 2_629.0, step: 1.0 });
        check(19_697.0, 19_737.0, 1.0, Fitted::Plain { value: 19_700.0, step: 100.0 });
        check(4_620.0, 4_690.0, 1.0, Fitted::About { value: 4_700.0, step: 100.0 });
        check(4_639.0, 4_673.0, 1.0, Fitted::Range { low: 4_639.0, high: 4_673.0, step: 1.0 });
        check(3_850.0, 4_150.0, 1.0, Fitted::About { value: 4_000.0, step: 1_000.0 });
        check(18.9, 19.45, 0.1, Fitted::Plain { value: 19.0, step: 1.0 });
        check(1_050.0, 1_350.0, 1.0, Fitted::Range { low: 1_050.0, high: 1_350.0, step: 10.0 });
        check(46.13, 48.21, 0.1, Fitted::Range { low: 46.1, high: 48.3, step: 0.1 });
        check(0.0, 0.15, 1.0, Fitted::Plain { value: 0.0, step: 1.0 });
        check(2.0, f64::INFINITY, 1.0, Fitted::AtLeast { low: 2.0, step: 1.0 });
        check(-100.0, 50.0, 1.0, Fitted::Range { low: -100.0, high: 50.0, step: 10.0 });
    }

    #[test]
    fn a_number_between_two_roundings_stays_close() {
        // 100 would round one end up and the other down.
        check(19_645.5, 19_655.6, 1.0, Fitted::About { value: 19_650.0, step: 10.0 });
        check(99_633.0, 99_863.0, 1.0, Fitted::About { value: 99_700.0, step: 100.0 });
        check(19_649.0, 19_651.0, 1.0, Fitted::Plain { value: 19_650.0, step: 10.0 });
        check(27.748, 27.753, 0.1, Fitted::Plain { value: 27.75, step: 0.01 });
    }

    #[test]
    fn what_is_printed_keeps_its_digits() {
        let printed = |value, step| {
            let bounds = Interval::rounded_or_cut(value, step);
            fit(&Figure::printed(value, bounds, Unit::Tonnes, 0, 0), 1.0)
        };
        for (value, step) in [(21_300.0, 100.0), (2_628.738, 0.001), (11_395.0, 0.1), (198_000.0, 1_000.0)] {
            let Fitted::Plain { value: found, step: of } = printed(value, step) else { panic!() };
            assert!(found == value && (of - step).abs() < step * 1e-9, "{value}: {of}");
        }
        let ratio = Figure::printed(24.0, Interval::rounded(24.0, 1.0), Unit::Percent, 0, 0);
        assert_eq!(fit(&ratio, 0.1), Fitted::Plain { value: 24.0, step: 1.0 });
    }
}
