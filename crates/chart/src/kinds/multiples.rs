//! Many members over time, each in a little picture of its own, all on the same scale.

use i18n::plain;

use crate::axis::{decimals, hatch};
use crate::datum::Reading;
use crate::geometry::{Frame, Size, at};
use crate::kinds::lines::{Series, line};
use crate::labels::{fitted, text_width};
use crate::paint::{Lettering, Paint};
use crate::scale::{Band, Linear, ticks_between};
use crate::scene::{Anchor, Closed, Mark, Scene, Target};

/// Little pictures side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct Multiples {
    /// What stands behind the highest value of the scale: " t".
    pub unit: &'static str,
    /// The members in their order, each with what it tells and where it leads. All have a figure for each position.
    pub members: Vec<(Series, Target)>,
    /// The position that stands out.
    pub chosen: Option<usize>,
}

/// A picture is at least so wide.
const LEAST_WIDTH: f64 = 108.0;
const HEIGHT: f64 = 106.0;
/// Between pictures, across and down.
const BESIDE: f64 = 14.0;
const BELOW: f64 = 12.0;
/// Base lines of the name and of the last value, and where the lines begin.
const NAME_BASE: f64 = 11.0;
const VALUE_BASE: f64 = 25.0;
const LINES_TOP: f64 = 44.0;
/// Between the uppermost line of the scale and the number that stands above it.
const TO_NUMBER: f64 = 4.0;
/// Distance of the lines in the place of a member of whom nothing is known.
const GAP_LINES: f64 = 6.0;
/// About so many round numbers enclose the values; only the outermost is drawn.
const TICKS: usize = 4;

impl Multiples {
    fn columns(&self, width: f64) -> usize {
        let most = ((width + BESIDE) / (LEAST_WIDTH + BESIDE)).floor().max(1.0) as usize;
        most.min(self.members.len().max(1))
    }

    /// How high a picture of a width is, pixels.
    pub fn height(&self, width: f64) -> f64 {
        HEIGHT * self.members.len().div_ceil(self.columns(width)) as f64
    }

    /// The picture.
    pub fn draw(&self, width: f64) -> Scene {
        let mut scene = Scene { size: Size { width, height: self.height(width) }, marks: Vec::new() };
        let readings = || {
            let data = self.members.iter().flat_map(|(series, _)| &series.data);
            data.filter_map(|datum| datum.as_ref().ok())
        };
        // Of one step where all is zero.
        let low = readings().map(|r| r.low).fold(0.0, f64::min);
        let high = readings().map(Reading::top).fold(0.0, f64::max);
        let ticks = ticks_between(low, high, TICKS);
        let columns = self.columns(width);
        let across = Band::new(0.0, width + BESIDE, columns);
        for (place, (series, target)) in self.members.iter().enumerate() {
            let (column, row) = (place % columns, place / columns);
            let left = across.begin(column);
            let top = HEIGHT * row as f64;
            let all = Frame { left, top, width: across.step - BESIDE, height: HEIGHT - BELOW };
            // One number a row says how high they all are.
            let marks = self.picture(series, all, &ticks, column == 0);
            scene.marks.push(Mark::Target(target.clone(), marks));
        }
        scene
    }

    fn picture(&self, series: &Series, all: Frame, ticks: &[f64], has_number: bool) -> Vec<Mark> {
        let mut marks = vec![Mark::Rect(all, Paint::Slot)];
        let name = fitted(&series.name, Lettering::Name, all.width);
        marks.push(Mark::text(at(all.left, all.top + NAME_BASE), Anchor::Start, Lettering::Name, name));
        let last = series.data.last().and_then(|datum| datum.as_ref().ok());
        if let Some(last) = last.filter(|last| text_width(&last.text, Lettering::Value) <= all.width) {
            let place = at(all.left, all.top + VALUE_BASE);
            marks.push(Mark::text(place, Anchor::Start, Lettering::Value, last.text.clone()));
        }

        let frame = Frame::between(all.left, all.top + LINES_TOP, all.right(), all.bottom());
        let ends = [ticks.first().copied().unwrap_or(0.0), ticks.last().copied().unwrap_or(0.0)];
        let scale = Linear { values: ends, pixels: [frame.bottom(), frame.top] };
        for (value, paint) in [(ends[1], Paint::Grid), (0.0, Paint::Axis)] {
            let y = scale.at(value);
            marks.push(Mark::line(at(frame.left, y), at(frame.right(), y), paint));
        }
        let band = Band::new(frame.left, frame.right(), series.data.len());
        if let Some(chosen) = self.chosen.filter(|chosen| *chosen < series.data.len()) {
            let x = band.middle(chosen);
            marks.push(Mark::line(at(x, frame.top), at(x, frame.bottom()), Paint::Divider));
        }
        marks.extend(line(series, band, scale));
        if series.data.iter().all(Result::is_err) {
            marks.push(Mark::Path(hatch(frame, GAP_LINES), Closed::No, Paint::Gap));
        }
        let number = plain(ends[1], decimals(ticks), false) + self.unit;
        if has_number && ends[1] > 0.0 && text_width(&number, Lettering::Tick) <= frame.width {
            let place = at(frame.left, frame.top - TO_NUMBER);
            marks.push(Mark::text(place, Anchor::Start, Lettering::Tick, number));
        }
        marks
    }
}
