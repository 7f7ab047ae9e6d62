//! Bounds, and arithmetic that never loses the truth: every operation rounds outward, so that a
//! value inside the inputs' bounds is inside the result's.

use serde::{Deserialize, Serialize};

/// The closed range from `low` to `high`. `low <= high`, neither is NaN; `high` may be infinite.
///
/// ```
/// use model::Interval;
///
/// // “21,300 t” may be rounded or cut off; “12.3 %” of it is rounded.
/// let total = Interval::rounded_or_cut(21_300.0, 100.0);
/// assert!(total.contains(21_250.0) && total.contains(21_399.0) && !total.contains(21_401.0));
/// let part = total.map2(Interval::rounded(12.3, 0.1), |total, share| total * share / 100.0).unwrap();
/// assert!(part.contains(2_603.2) && part.contains(2_642.8) && !part.contains(2_643.0));
/// // Both cannot be true.
/// assert_eq!(part.and(Interval::exactly(2_700.0)), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Interval {
    /// The least value that is possible.
    pub low: f64,
    /// The greatest value that is possible.
    pub high: f64,
}

impl Interval {
    /// From `low` to `high`, or `None` when they are out of order or not numbers.
    pub fn new(low: f64, high: f64) -> Option<Interval> {
        (low <= high).then_some(Interval { low, high })
    }

    /// One exact value.
    pub fn exactly(value: f64) -> Interval {
        Interval { low: value, high: value }
    }

    /// What a ratio printed as `value` in steps of `step` can be: it was rounded.
    pub fn rounded(value: f64, step: f64) -> Interval {
        Interval::spread(value - step / 2.0, value + step / 2.0)
    }

    /// What a tonnage printed as `value` in steps of `step` can be. This source sometimes rounds
    /// and sometimes cuts off the digits below the step, so both are allowed: from half a step
    /// below to a whole step above, mirrored for a negative change, since a cut moves towards zero. A
    /// zero may have been cut from either side.
    pub fn rounded_or_cut(value: f64, step: f64) -> Interval {
        let half = step / 2.0;
        let (below, above) = match value {
            v if v < 0.0 => (step, half),
            v if v > 0.0 => (half, step),
            _ => (step, step),
        };
        Interval::spread(value - below, value + above)
    }

    /// Bounds that were computed in floating point, moved outward by one unit in the last place.
    fn spread(low: f64, high: f64) -> Interval {
        Interval { low: low.next_down(), high: high.next_up() }
    }

    /// `high - low`.
    pub fn width(self) -> f64 {
        self.high - self.low
    }

    /// Whether `value` is inside.
    pub fn contains(self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }

    /// The number in it that is nearest to `value`.
    pub fn nearest(self, value: f64) -> f64 {
        clamped(value, self.low, self.high)
    }

    /// What both allow, or `None` when they cannot both be true.
    pub fn and(self, other: Interval) -> Option<Interval> {
        Interval::new(self.low.max(other.low), self.high.min(other.high))
    }

    /// The part that is not negative: no tonnage is below zero.
    pub fn not_negative(self) -> Option<Interval> {
        self.and(Interval { low: 0.0, high: f64::INFINITY })
    }

    /// The bounds of `f` over the two inputs, for an `f` that rises or falls throughout in each
    /// argument, so that its extremes are at corners. `None` when a corner has no value.
    pub fn map2(self, other: Interval, f: impl Fn(f64, f64) -> f64) -> Option<Interval> {
        let corners = [
            f(self.low, other.low),
            f(self.low, other.high),
            f(self.high, other.low),
            f(self.high, other.high),
        ];
        if corners.iter().any(|c| c.is_nan()) {
            return None;
        }
        let low = corners.iter().copied().fold(f64::INFINITY, f64::min);
        let high = corners.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        // A corner takes up to three roundings; four steps outward cover them.
        let outward = |mut v: f64, step: fn(f64) -> f64| {
            for _ in 0..4 {
                v = step(v);
            }
            v
        };
        Interval::new(outward(low, f64::next_down), outward(high, f64::next_up))
    }
}

/// A number, or the end of `low..=high` that is nearer to it. `f64::clamp` panics with a sentence that quotes both, which
/// brings all that writes fractions into a module.
pub fn clamped(number: f64, low: f64, high: f64) -> f64 {
    number.max(low).min(high)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_printed_tonnage_may_be_rounded_or_cut() {
        let total = Interval::rounded_or_cut(21_300.0, 100.0);
        assert!(total.contains(21_250.0) && total.contains(21_399.9));
        assert!(!total.contains(21_249.9) && !total.contains(21_400.1));
        let fall = Interval::rounded_or_cut(-1_657.9, 0.1);
        assert!(fall.contains(-1_657.99) && fall.contains(-1_657.85));
        assert!(!fall.contains(-1_657.8));
        let none = Interval::rounded_or_cut(-0.0, 100.0);
        assert!(none.contains(-99.0) && none.contains(99.0) && !none.contains(101.0));
    }

    #[test]
    fn out_of_order_or_not_a_number_is_no_interval() {
        assert_eq!(Interval::new(2.0, 1.0), None);
        assert_eq!(Interval::new(f64::NAN, 1.0), None);
        let one = Interval::exactly(1.0);
        assert_eq!(one.and(Interval::exactly(2.0)), None);
        assert_eq!(Interval::exactly(0.0).map2(Interval::exactly(0.0), |a, b| a / b), None);
    }

    #[test]
    fn the_nearest_number_is_inside() {
        let bounds = Interval::new(2.0, 3.0).unwrap();
        assert_eq!([1.0, 2.5, 4.0].map(|value| bounds.nearest(value)), [2.0, 2.5, 3.0]);
    }

    proptest! {
        #[test]
        fn the_truth_stays_inside(
            a in 0.0..1e6f64, b in 1.0..1e6f64,
            wa in 0.0..100.0f64, wb in 0.0..0.9f64,
            ta in 0.0..1.0f64, tb in 0.0..1.0f64,
        ) {
            let x = Interval::new(a, a + wa).unwrap();
            let y = Interval::new(b, b + wb).unwrap();
            let inside = |i: Interval, t: f64| (i.low + t * i.width()).clamp(i.low, i.high);
            let (px, py) = (inside(x, ta), inside(y, tb));
            let fs: [fn(f64, f64) -> f64; 4] = [
                |a, b| a + b,
                |a, b| a - b,
                |a, b| a * b,
                |a, b| (a / b - 1.0) * 100.0,
            ];
            for f in fs {
                prop_assert!(x.map2(y, f).unwrap().contains(f(px, py)));
            }
        }
    }
}
