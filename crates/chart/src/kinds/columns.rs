//! Monthly totals as columns. A gap is visibly a gap, and a column that only bounds are known of shows them.

use i18n::Words;
use model::Period;

use crate::axis::{MONTHS_BELOW, ValueAxis, months};
use crate::datum::{Datum, Reading};
use crate::geometry::{Frame, Margin, Size, at};
use crate::labels::text_width;
use crate::open;
use crate::paint::{Hue, Lettering, Paint};
use crate::scale::{Band, Linear, ticks};
use crate::scene::{Anchor, Closed, Mark, Scene, Target};

/// Months, a column each.
#[derive(Debug, Clone, PartialEq)]
pub struct Columns {
    /// What stands behind the uppermost number of the axis: " t".
    pub unit: &'static str,
    /// The months in order, none left out.
    pub columns: Vec<Column>,
    /// The month that stands out.
    pub chosen: Period,
}

/// A month's column.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// The month.
    pub period: Period,
    /// Its figure.
    pub figure: Datum,
    /// The mean of the last twelve months, this one included, where it is known.
    pub mean: Option<f64>,
    /// What the month tells, and where it leads.
    pub target: Target,
}

/// Above the columns: the value of the chosen month.
const VALUE_ABOVE: f64 = 26.0;
/// Between a value and its column.
const TO_VALUE: f64 = 8.0;
/// The part of a month's slot that its column fills, and the widest that it gets.
const COLUMN_PART: f64 = 0.72;
const WIDEST_COLUMN: f64 = 44.0;
/// Bounds closer than this are not drawn apart.
const VISIBLE: f64 = 2.0;
/// How far the ends of a whisker reach to each side, as a part of its column, and at most.
const WHISKER_PART: f64 = 0.25;
const WHISKER_REACH: f64 = 5.0;
/// About so many lines across.
const TICKS: usize = 4;

impl Columns {
    /// The picture.
    pub fn draw(&self, words: &dyn Words, size: Size) -> Scene {
        let mut scene = Scene { size, marks: Vec::new() };
        let frame =
            Frame::within(size, Margin { top: VALUE_ABOVE, bottom: MONTHS_BELOW, ..Margin::default() });
        let figures = self.columns.iter().filter_map(|c| c.figure.as_ref().ok());
        let highest = figures.map(Reading::top).fold(0.0, f64::max);
        let ticks = ticks(highest, TICKS);
        let top = ticks.last().copied().unwrap_or(0.0);
        if top <= 0.0 || frame.is_empty() {
            return scene;
        }
        let scale = Linear { values: [0.0, top], pixels: [frame.bottom(), frame.top] };
        let axis = ValueAxis { scale, ticks, unit: self.unit, signed: false };
        let frame = axis.beside(frame);
        let band = Band::new(frame.left, frame.right(), self.columns.len());
        let periods: Vec<Period> = self.columns.iter().map(|c| c.period).collect();
        scene.marks.extend(axis.lines(Frame { left: 0.0, width: size.width, ..frame }));
        scene.marks.extend(months(words, &periods, band, frame.bottom()));
        for slot in 0..self.columns.len() {
            scene.marks.extend(self.target(slot, band, frame, scale));
        }
        scene.marks.extend(self.mean_line(band, scale));
        // In a narrow picture the numbers lie over the columns: they come last.
        scene.marks.extend(axis.numbers(0.0));
        scene
    }

    /// A month with all that belongs to it.
    fn target(&self, slot: usize, band: Band, frame: Frame, scale: Linear) -> Option<Mark> {
        let column = self.columns.get(slot)?;
        let is_chosen = column.period == self.chosen;
        let (left, width) = band.bar(slot, COLUMN_PART, WIDEST_COLUMN);
        // The whole slot answers to the pointer, also above a short column.
        let all = Frame { left: band.begin(slot), top: 0.0, width: band.step, height: frame.bottom() };
        let mut marks = vec![Mark::Rect(all, Paint::Slot)];
        match &column.figure {
            Ok(figure) => {
                marks.extend(bar(figure, is_chosen, left, width, scale));
                if is_chosen {
                    let half = text_width(&figure.text, Lettering::Value) / 2.0;
                    let x = band.middle(slot).min(frame.right() - half).max(half);
                    let place = at(x, scale.at(figure.top()) - TO_VALUE);
                    marks.push(Mark::text(place, Anchor::Middle, Lettering::Value, figure.text.clone()));
                }
            }
            Err(_) => marks.push(open::gap(left, width, frame)),
        }
        Some(Mark::Target(column.target.clone(), marks))
    }

    /// The mean of twelve months as a line, broken where it is not known.
    fn mean_line(&self, band: Band, scale: Linear) -> Option<Mark> {
        let mut runs = vec![Vec::new()];
        for (slot, column) in self.columns.iter().enumerate() {
            match (column.mean, runs.last_mut()) {
                (Some(mean), Some(run)) => run.push(at(band.middle(slot), scale.at(mean))),
                _ => runs.push(Vec::new()),
            }
        }
        runs.retain(|run| run.len() > 1);
        (!runs.is_empty()).then_some(Mark::Path(runs, Closed::No, Paint::Line(Hue::Accent)))
    }
}

/// A reported column ends at what is reported, with its bounds as a whisker; a derived one ends at its lower bound,
/// with what it can be above.
fn bar(figure: &Reading, is_chosen: bool, left: f64, width: f64, scale: Linear) -> Vec<Mark> {
    let paint = match (figure.is_computed, is_chosen) {
        (false, false) => Paint::Column,
        (false, true) => Paint::ColumnChosen,
        (true, false) => Paint::Derived,
        (true, true) => Paint::DerivedChosen,
    };
    let [base, certain, low, high] =
        [0.0, figure.certain(), figure.low, figure.top()].map(|value| scale.at(value));
    let mut marks = vec![Mark::Rect(Frame::between(left, certain, left + width, base), paint)];
    if figure.is_open() {
        marks.push(open::above(left, width, certain));
        return marks;
    }
    if low - high < VISIBLE {
        return marks;
    }
    if figure.is_computed {
        marks.push(Mark::Rect(Frame::between(left, high, left + width, low), Paint::Beyond));
    } else {
        let (middle, reach) = (left + width / 2.0, (width * WHISKER_PART).min(WHISKER_REACH));
        let across = |y: f64| vec![at(middle - reach, y), at(middle + reach, y)];
        let runs = vec![vec![at(middle, low), at(middle, high)], across(low), across(high)];
        marks.push(Mark::Path(runs, Closed::No, Paint::Whisker));
    }
    marks
}
