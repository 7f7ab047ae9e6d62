//! Round numbers along an axis.

/// Multiples of 1, 2 or 5 × 10ⁿ from zero to the first at or above `highest`, about `count` of them.
/// Only zero when `highest` is not a positive number.
pub fn ticks(highest: f64, count: usize) -> Vec<f64> {
    if !highest.is_finite() || highest <= 0.0 {
        return vec![0.0];
    }
    let rough = highest / count.max(1) as f64;
    // Of whole powers: `powf` is two kilobytes of WebAssembly.
    let magnitude = 10f64.powi(rough.log10().floor() as i32);
    let step = [1.0, 2.0, 5.0, 10.0].map(|m| m * magnitude).into_iter().find(|s| *s >= rough * 0.999);
    let step = step.unwrap_or(magnitude * 10.0);
    let steps = (highest / step - 1e-9).ceil() as usize;
    (0..=steps).map(|i| i as f64 * step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_reach_the_top() {
        assert_eq!(ticks(33_425.0, 4), [0.0, 10_000.0, 20_000.0, 30_000.0, 40_000.0]);
        assert_eq!(ticks(1.0, 4), [0.0, 0.5, 1.0]);
        assert_eq!(ticks(20.0, 4), [0.0, 5.0, 10.0, 15.0, 20.0]);
        assert_eq!(ticks(0.0, 4), [0.0]);
        assert_eq!(ticks(f64::INFINITY, 4), [0.0]);
    }
}
