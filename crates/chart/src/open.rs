//! Figures that nothing bounds from above: what is known of a month whose file was cut. As much, or more. They are hatched
//! wherever they are drawn, and nothing is compared with them.

use crate::axis::hatch;
use crate::datum::{Datum, Reading, rounded};
use crate::geometry::Frame;
use crate::paint::Paint;
use crate::scene::{Closed, Mark};
use i18n::{Words, plain};
use model::Answer;

/// How high hatching is above what is known, or above the axis where nothing is, and the distance of its lines, pixels.
const HEIGHT: f64 = 18.0;
const LINES: f64 = 5.0;
/// From here on a fraction says little.
const WITHOUT_FRACTION: f64 = 100.0;
/// What stands before a number that is reached, in a cell that has no room for words.
const AT_LEAST: char = '≥';

impl Reading {
    /// Whether nothing bounds it from above.
    pub fn is_open(&self) -> bool {
        self.high.is_infinite()
    }
}

/// An answer for a small cell: rounded, and with a sign where it is as much or more.
pub fn in_cell(words: &dyn Words, answer: &Answer) -> Datum {
    let reading = rounded(words, answer)?;
    if !reading.is_open() {
        return Ok(reading);
    }
    let decimals = match reading.low {
        low if low >= WITHOUT_FRACTION || low == 0.0 => 0,
        low if low >= 1.0 => 1,
        _ => 3,
    };
    // Down: never more than what is reached. What a change of units lost in its last bits costs no digit.
    let scale = 10f64.powi(decimals);
    let low = (reading.low * scale + 1e-6).floor() / scale;
    let number = plain(low, usize::try_from(decimals).unwrap_or(0), false);
    Ok(Reading { text: at_least(&number), ..reading })
}

/// A number that is reached: "≥15,139".
pub fn at_least(number: &str) -> String {
    format!("{AT_LEAST}{number}")
}

/// Hatching above the end of what is known, `y`.
pub(crate) fn above(left: f64, width: f64, y: f64) -> Mark {
    let top = (y - HEIGHT).max(0.0);
    hatched(Frame { left, top, width, height: y - top })
}

/// Hatching in the place of a column of which nothing is known: on the axis, the lower edge of `frame`.
pub(crate) fn gap(left: f64, width: f64, frame: Frame) -> Mark {
    let height = HEIGHT.min(frame.height);
    hatched(Frame { left, top: frame.bottom() - height, width, height })
}

fn hatched(frame: Frame) -> Mark {
    Mark::Path(hatch(frame, LINES), Closed::No, Paint::Gap)
}
