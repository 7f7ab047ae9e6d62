//! Lines and texts along the sides of a picture.

use super::geometry::{Frame, Point, at};
use super::labels::text_width;
use super::paint::{Lettering, Paint};
use super::scale::{Band, Linear};
use super::scene::{Anchor, Mark};
use i18n::{Words, plain};
use model::{Frequency, Period};
use records::frequency_of;

/// Between a line and the text above it.
const ABOVE_LINE: f64 = 4.0;
/// From the base line to the letters of months, and from there to years.
const TO_MONTHS: f64 = 15.0;
const TO_YEARS: f64 = 16.0;
/// A year stands this far right of its line.
const BESIDE_LINE: f64 = 4.0;
/// Room below a picture for months and years.
pub const MONTHS_BELOW: f64 = 38.0;
/// Pictures that are at least so wide have the axis' numbers at their left, with this much room behind them.
const WITH_GUTTER: f64 = 560.0;
const BESIDE_NUMBERS: f64 = 8.0;
/// They have at most this part of the width for themselves.
const WIDEST_GUTTER: f64 = 0.25;
/// Slots narrower than this have no letter for the month; narrower than the other, a letter instead of three.
const LETTER_SLOT: f64 = 12.0;
const NAME_SLOT: f64 = 30.0;

/// The axis of values: a line at each round number, and its text above it at the left.
pub struct ValueAxis {
    /// Where values are.
    pub scale: Linear,
    /// The round numbers.
    pub ticks: Vec<f64>,
    /// What stands behind the uppermost one: " t".
    pub unit: &'static str,
    /// With a sign in front.
    pub signed: bool,
}

impl ValueAxis {
    /// The lines, which lie below everything.
    pub fn lines(&self, frame: Frame) -> Vec<Mark> {
        let line = |tick: &f64| {
            let y = self.scale.at(*tick);
            let paint = if *tick == 0.0 { Paint::Axis } else { Paint::Grid };
            Mark::line(at(frame.left, y), at(frame.right(), y), paint)
        };
        self.ticks.iter().map(line).collect()
    }

    /// The numbers, which lie above what they could stand on.
    pub fn numbers(&self, left: f64) -> Vec<Mark> {
        let top = self.ticks.last().copied().unwrap_or(0.0);
        let decimals = decimals(&self.ticks);
        let number = |tick: &f64| {
            let unit = if *tick == top { self.unit } else { "" };
            let place = at(left, self.scale.at(*tick) - ABOVE_LINE);
            Mark::text(place, Anchor::Start, Lettering::Tick, plain(*tick, decimals, self.signed) + unit)
        };
        // Zero says itself, where nothing is below it.
        let is_told = |tick: &&f64| **tick != 0.0 || self.signed;
        self.ticks.iter().filter(is_told).map(number).collect()
    }

    /// The part of a frame that is free beside the axis' numbers. A narrow one is free as a whole: its numbers stand
    /// above their lines.
    pub fn beside(&self, frame: Frame) -> Frame {
        if frame.width >= WITH_GUTTER { self.off(frame) } else { frame }
    }

    /// The same where numbers would not be read over what is drawn: also a narrow frame is free beside them only.
    pub fn off(&self, frame: Frame) -> Frame {
        let width_of = |mark: &Mark| match mark {
            Mark::Text(text) => text_width(&text.words, text.lettering),
            _ => 0.0,
        };
        let gutter = self.numbers(0.0).iter().map(width_of).fold(0.0, f64::max) + BESIDE_NUMBERS;
        let left = frame.left + gutter.min(frame.width * WIDEST_GUTTER);
        Frame::between(left, frame.top, frame.right(), frame.bottom())
    }
}

/// As many digits after the point as the step between round numbers has.
pub fn decimals(ticks: &[f64]) -> usize {
    let step = ticks.iter().zip(ticks.iter().skip(1)).map(|(a, b)| b - a).fold(f64::INFINITY, f64::min);
    let whole = |decimals: &usize| {
        let scaled = step * 10f64.powi(i32::try_from(*decimals).unwrap_or(0));
        !step.is_finite() || (scaled - scaled.round()).abs() < 1e-6
    };
    (0..4).find(whole).unwrap_or(4)
}

/// Months or quarters below a picture, or years; and a line with the year where it begins.
pub fn months(words: &dyn Words, periods: &[Period], band: Band, base: f64) -> Vec<Mark> {
    // A year is all there is of itself.
    if frequency_of(periods) == Frequency::Annual {
        let years: Vec<String> = periods.iter().map(|year| year.year().to_string()).collect();
        return names(years.iter().map(String::as_str), band, base);
    }
    let mut marks = Vec::new();
    let has_letters = band.step >= LETTER_SLOT;
    let right = band.begin(periods.len());
    let mut free = f64::NEG_INFINITY;
    for (slot, period) in periods.iter().enumerate() {
        if has_letters {
            let text = words.month_on_axis(*period, band.step < NAME_SLOT);
            marks.push(Mark::text(
                at(band.middle(slot), base + TO_MONTHS),
                Anchor::Middle,
                Lettering::Tick,
                text,
            ));
        }
        let begins = period.in_year() == 1;
        // What follows of a first year may be too little for its name: then the next one's would be beside it.
        if begins || (slot == 0 && period.month() <= 9) {
            let y = if has_letters { base + TO_MONTHS + TO_YEARS } else { base + TO_MONTHS + 2.0 };
            let x = band.begin(slot);
            if begins {
                marks.push(Mark::line(at(x, base), at(x, y), Paint::Divider));
            }
            let text = period.year().to_string();
            let end = x + BESIDE_LINE + text_width(&text, Lettering::Year);
            if x >= free && end <= right {
                free = end;
                marks.push(Mark::text(at(x + BESIDE_LINE, y), Anchor::Start, Lettering::Year, text));
            }
        }
    }
    marks
}

/// Names in the middle of slots below a picture, as many as find room.
pub fn names<'a>(names: impl Iterator<Item = &'a str>, band: Band, base: f64) -> Vec<Mark> {
    let mut free = f64::NEG_INFINITY;
    let mut marks = Vec::new();
    for (slot, name) in names.enumerate() {
        let half = text_width(name, Lettering::Tick) / 2.0;
        let middle = band.middle(slot);
        if middle - half >= free {
            free = middle + half + BESIDE_LINE;
            marks.push(Mark::text(at(middle, base + TO_MONTHS), Anchor::Middle, Lettering::Tick, name));
        }
    }
    marks
}

/// Diagonal lines that fill a rectangle: hatching, without a pattern that a picture would have to define.
pub fn hatch(frame: Frame, distance: f64) -> Vec<Vec<Point>> {
    let mut lines = Vec::new();
    let mut shift = distance;
    // Lines from the left and lower edge up to the upper and right edge.
    while distance > 0.0 && shift < frame.width + frame.height {
        let from = if shift < frame.height {
            at(frame.left, frame.top + shift)
        } else {
            at(frame.left + shift - frame.height, frame.bottom())
        };
        let to = if shift < frame.width {
            at(frame.left + shift, frame.top)
        } else {
            at(frame.right(), frame.top + shift - frame.width)
        };
        lines.push(vec![from, to]);
        shift += distance;
    }
    lines
}

/// The same in a circle.
pub fn hatch_dot(middle: Point, radius: f64, distance: f64) -> Vec<Vec<Point>> {
    // Along the diagonal, at equal distances from the one through the middle.
    let step = distance * std::f64::consts::FRAC_1_SQRT_2;
    let count = if step > 0.0 { (radius / step).floor() as i32 } else { 0 };
    let line = |n: i32| {
        let away = f64::from(n) * step * std::f64::consts::FRAC_1_SQRT_2;
        let half = (radius * radius / 2.0 - away * away).max(0.0).sqrt();
        let foot = at(middle.x + away, middle.y + away);
        vec![at(foot.x - half, foot.y + half), at(foot.x + half, foot.y - half)]
    };
    (-count..=count).map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hatching_stays_inside_its_frame() {
        let frame = Frame { left: 10.0, top: 20.0, width: 30.0, height: 8.0 };
        let lines = hatch(frame, 4.0);
        assert_eq!(lines.len(), 9);
        for point in lines.concat() {
            assert!((10.0..=40.0).contains(&point.x) && (20.0..=28.0).contains(&point.y), "{point:?}");
        }
    }

    #[test]
    fn hatching_stays_inside_its_circle() {
        let middle = at(50.0, 40.0);
        for point in hatch_dot(middle, 20.0, 5.0).concat() {
            let away = (point.x - middle.x).hypot(point.y - middle.y);
            assert!((away - 20.0).abs() < 1e-9, "{point:?} is {away} away");
        }
        assert_eq!(hatch_dot(middle, 20.0, 5.0).len(), 11);
        assert_eq!(hatch_dot(middle, 1.0, 0.0).len(), 1);
    }

    #[test]
    fn numbers_have_the_digits_of_their_step() {
        assert_eq!(decimals(&[0.0, 0.5, 1.0]), 1);
        assert_eq!(decimals(&[0.0, 10.0]), 0);
        assert_eq!(decimals(&[0.0]), 0);
    }

    #[test]
    fn names_that_would_collide_are_left_out() {
        let wide = ["January", "February", "March"];
        assert_eq!(names(wide.into_iter(), Band::new(0.0, 300.0, 3), 0.0).len(), 3);
        assert_eq!(names(wide.into_iter(), Band::new(0.0, 90.0, 3), 0.0).len(), 2);
    }
}
