//! From values to pixels.

/// Values along a straight axis.
///
/// ```
/// use chart::Linear;
///
/// let upward = Linear { values: [0.0, 200.0], pixels: [100.0, 0.0] };
/// assert_eq!(upward.at(50.0), 75.0);
/// assert_eq!(upward.at(500.0), 0.0, "what lies beyond the axis ends at its edge");
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Linear {
    /// The values at both ends, the lower one first.
    pub values: [f64; 2],
    /// Where these ends are.
    pub pixels: [f64; 2],
}

impl Linear {
    /// Where a value is. Nothing is drawn outside of the axis.
    pub fn at(self, value: f64) -> f64 {
        let [low, high] = self.values;
        let [from, to] = self.pixels;
        let part = if high > low { (model::clamped(value, low, high) - low) / (high - low) } else { 0.0 };
        from + part * (to - from)
    }

    /// Whether larger values are further up.
    pub fn is_upward(self) -> bool {
        let [from, to] = self.pixels;
        to <= from
    }
}

/// Values along an axis whose steps multiply: each ten times the last is as far away as the one before.
/// Whoever draws one says so beside it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Log(Linear);

impl Log {
    /// An axis between two values above zero; `None` for others.
    pub fn new(values: [f64; 2], pixels: [f64; 2]) -> Option<Log> {
        let [low, high] = values;
        (low > 0.0 && high > low && high.is_finite())
            .then(|| Log(Linear { values: [low.log10(), high.log10()], pixels }))
    }

    /// Where a value is.
    pub fn at(self, value: f64) -> f64 {
        self.0.at(value.max(f64::MIN_POSITIVE).log10())
    }

    /// The powers of ten, and two and five times them, that lie on the axis.
    pub fn ticks(self) -> Vec<f64> {
        let [low, high] = self.0.values;
        let powers = low.floor() as i32..=high.ceil() as i32;
        let steps = powers.flat_map(|power| [1.0, 2.0, 5.0].map(|step| step * 10f64.powi(power)));
        steps.filter(|value| (low..=high).contains(&value.log10())).collect()
    }
}

/// Equal slots side by side: months, years, members.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band {
    /// Where the first one begins.
    pub start: f64,
    /// The length of one.
    pub step: f64,
}

impl Band {
    /// `count` slots between two places.
    pub fn new(start: f64, end: f64, count: usize) -> Band {
        Band { start, step: (end - start).max(0.0) / count.max(1) as f64 }
    }

    /// Where a slot begins.
    pub fn begin(self, slot: usize) -> f64 {
        self.start + self.step * slot as f64
    }

    /// Its middle.
    pub fn middle(self, slot: usize) -> f64 {
        self.begin(slot) + self.step / 2.0
    }

    /// Begin and length of a bar in the middle of a slot that fills a part of it, at most `widest` long.
    pub fn bar(self, slot: usize, part: f64, widest: f64) -> (f64, f64) {
        let width = (self.step * part).min(widest);
        (self.middle(slot) - width / 2.0, width)
    }
}

/// Multiples of 1, 2 or 5 × 10ⁿ that enclose both values, about `count` of them. Only zero where there is
/// no number between which a step could lie.
pub fn ticks_between(low: f64, high: f64, count: usize) -> Vec<f64> {
    let range = high - low;
    if !range.is_finite() || range <= 0.0 {
        return vec![0.0];
    }
    let rough = range / count.max(1) as f64;
    // Of whole powers: `powf` is two kilobytes of WebAssembly.
    let magnitude = 10f64.powi(rough.log10().floor() as i32);
    let step = [1.0, 2.0, 5.0, 10.0].map(|m| m * magnitude).into_iter().find(|s| *s >= rough * 0.999);
    let step = step.unwrap_or(magnitude * 10.0);
    let first = (low / step + 1e-9).floor() as i64;
    let last = (high / step - 1e-9).ceil() as i64;
    (first..=last).map(|i| i as f64 * step).collect()
}

/// The same from zero to the first at or above `highest`.
pub fn ticks(highest: f64, count: usize) -> Vec<f64> {
    ticks_between(0.0, highest, count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_reach_both_ends() {
        assert_eq!(ticks(33_425.0, 4), [0.0, 10_000.0, 20_000.0, 30_000.0, 40_000.0]);
        assert_eq!(ticks(1.0, 4), [0.0, 0.5, 1.0]);
        assert_eq!(ticks(20.0, 4), [0.0, 5.0, 10.0, 15.0, 20.0]);
        assert_eq!(ticks(0.0, 4), [0.0]);
        assert_eq!(ticks(f64::INFINITY, 4), [0.0]);
        assert_eq!(ticks_between(-40.0, 85.0, 3), [-50.0, 0.0, 50.0, 100.0]);
        assert_eq!(ticks_between(5.0, 5.0, 3), [0.0]);
    }

    #[test]
    fn a_logarithmic_axis_has_round_ticks_and_equal_steps() {
        let axis = Log::new([0.8, 120.0], [0.0, 100.0]).unwrap();
        assert_eq!(axis.ticks(), [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0]);
        assert!((axis.at(10.0) - axis.at(1.0) - (axis.at(100.0) - axis.at(10.0))).abs() < 1e-9);
        assert!(Log::new([0.0, 5.0], [0.0, 1.0]).is_none());
    }

    #[test]
    fn slots_lie_side_by_side() {
        let band = Band::new(10.0, 110.0, 4);
        assert_eq!(band.begin(3), 85.0);
        assert_eq!(band.middle(0), 22.5);
        assert_eq!(band.bar(0, 0.8, 10.0), (17.5, 10.0));
    }
}
