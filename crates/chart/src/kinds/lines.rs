//! Series as lines: members over time, years over their months, ranks, an index.

use i18n::Words;
use model::Period;

use crate::axis::{MONTHS_BELOW, ValueAxis, months, names};
use crate::datum::{Datum, Reading};
use crate::geometry::{Frame, Margin, Point, Size, at};
use crate::labels::{fitted, spread, text_width};
use crate::open;
use crate::paint::{Hue, Lettering, Paint};
use crate::scale::{Band, Linear, ticks, ticks_between};
use crate::scene::{Anchor, Closed, LeadsTo, Mark, Scene, Target, TargetLine};

/// Several series over the same positions.
#[derive(Debug, Clone, PartialEq)]
pub struct Lines {
    /// What stands behind the uppermost number of the axis: " t".
    pub unit: &'static str,
    /// Where the axis begins and which way it goes.
    pub values: Values,
    /// What lies along the lower side.
    pub positions: Positions,
    /// The lines, the most important first: where labels find no room, those behind go without.
    pub series: Vec<Series>,
    /// The position that stands out.
    pub chosen: Option<usize>,
    /// What each position is called when it is asked: "April 2025".
    pub titles: Vec<String>,
}

/// The axis of values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Values {
    /// Quantities: from zero.
    FromZero,
    /// What has no natural zero, such as an index or a unit value. Whoever draws it says that the axis is cut.
    AsTheyAre,
    /// Places: the first above all others.
    Ranks,
}

/// The positions of lines.
#[derive(Debug, Clone, PartialEq)]
pub enum Positions {
    /// Months one after another; each leads to its month.
    Months(Vec<Period>),
    /// Anything else, by name: the months of any year.
    Named(Vec<String>),
}

/// A line.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// Its name, which stands at its end.
    pub name: String,
    /// Its colour.
    pub hue: Hue,
    /// Whether it is one of many that only show where the others are usually: a thin line.
    pub is_faint: bool,
    /// A figure for each position.
    pub data: Vec<Datum>,
}

/// Above the highest line.
const ABOVE: f64 = 14.0;
/// Room at the right for names: at most this part of the width.
const NAMES_PART: f64 = 0.3;
/// Between a line's end and its name.
const TO_NAME: f64 = 6.0;
/// Names are at least so far apart, and so much lower than the line that they belong to.
const NAME_GAP: f64 = 14.0;
const NAME_DROP: f64 = 4.0;
/// A point of a line, drawn where points are not closer than this.
const DOT: f64 = 2.5;
const DOT_SLOT: f64 = 9.0;
/// Bounds closer than this are not drawn apart.
const VISIBLE: f64 = 3.0;
/// Half the width of the band of a single point.
const BAND_REACH: f64 = 3.0;
/// The part of its slot that the hatching above a point fills, and the widest that it gets.
const OPEN_PART: f64 = 0.72;
const WIDEST_OPEN: f64 = 10.0;
/// About so many lines across.
const TICKS: usize = 4;
/// An axis that does not begin at zero leaves this part of its range free at both ends.
const AIR: f64 = 0.04;

impl Lines {
    /// The picture.
    pub fn draw(&self, words: &dyn Words, size: Size) -> Scene {
        let mut scene = Scene { size, marks: Vec::new() };
        let count = match &self.positions {
            Positions::Months(months) => months.len(),
            Positions::Named(names) => names.len(),
        };
        let names_room = self.names_room(size.width);
        let margin = Margin { left: 0.0, top: ABOVE, right: names_room, bottom: MONTHS_BELOW };
        let frame = Frame::within(size, margin);
        let Some(axis) = self.axis(frame) else { return scene };
        let frame = axis.beside(frame);
        if frame.is_empty() || count == 0 {
            return scene;
        }
        let band = Band::new(frame.left, frame.right(), count);
        scene.marks.extend(axis.lines(Frame { left: 0.0, width: frame.right(), ..frame }));
        match &self.positions {
            Positions::Months(periods) => scene.marks.extend(months(words, periods, band, frame.bottom())),
            Positions::Named(texts) => {
                scene.marks.extend(names(texts.iter().map(String::as_str), band, frame.bottom()));
            }
        }
        if let Some(chosen) = self.chosen {
            let x = band.middle(chosen);
            scene.marks.push(Mark::line(at(x, frame.top), at(x, frame.bottom()), Paint::Divider));
        }
        for series in self.series.iter().rev() {
            scene.marks.extend(line(series, band, axis.scale));
        }
        scene.marks.extend(self.labels(band, axis.scale, frame, size));
        scene.marks.extend((0..count).map(|slot| self.target(slot, band, frame)));
        scene.marks.extend(axis.numbers(0.0));
        scene
    }

    /// Whether the axis begins above zero, of which a reader must know.
    pub fn is_cut(&self) -> bool {
        let first = self.axis(Frame::default()).and_then(|axis| axis.ticks.first().copied());
        self.values == Values::AsTheyAre && first.is_some_and(|first| first > 0.0)
    }

    fn readings(&self) -> impl Iterator<Item = &Reading> {
        self.series.iter().flat_map(|s| &s.data).filter_map(|d| d.as_ref().ok())
    }

    /// The axis of values; `None` where nothing is known.
    fn axis(&self, frame: Frame) -> Option<ValueAxis> {
        let low = self.readings().map(|r| r.low).fold(f64::INFINITY, f64::min);
        let high = self.readings().map(Reading::top).fold(f64::NEG_INFINITY, f64::max);
        if low > high {
            return None;
        }
        let upward = [frame.bottom(), frame.top];
        let (ticks, values, pixels) = match self.values {
            Values::FromZero => {
                let ticks = ticks_between(low.min(0.0), high, TICKS);
                let ends = [ticks.first().copied()?, ticks.last().copied()?];
                (ticks, ends, upward)
            }
            Values::AsTheyAre => {
                let air = (high - low).max(high.abs() * AIR) * AIR;
                let ticks = ticks_between(low - air, high + air, TICKS);
                let ends = [ticks.first().copied()?, ticks.last().copied()?];
                (ticks, ends, upward)
            }
            Values::Ranks => {
                let last = high.max(2.0);
                let inner =
                    ticks(last, TICKS).into_iter().filter(|t| *t > 1.0 && *t <= last && t.fract() == 0.0);
                (std::iter::once(1.0).chain(inner).collect(), [1.0, last], [frame.top, frame.bottom()])
            }
        };
        let scale = Linear { values, pixels };
        Some(ValueAxis { scale, ticks, unit: self.unit, signed: low < 0.0 })
    }

    /// Room for the names at the lines' ends.
    fn names_room(&self, width: f64) -> f64 {
        let named = self.series.iter().filter(|s| !s.name.is_empty());
        let widest = named.map(|s| text_width(&s.name, Lettering::Name)).fold(0.0, f64::max);
        if widest > 0.0 { (widest + TO_NAME * 2.0).min(width * NAMES_PART) } else { 0.0 }
    }

    /// Names beside the last points of their lines, with a line to them where they had to make way.
    fn labels(&self, band: Band, scale: Linear, frame: Frame, size: Size) -> Vec<Mark> {
        let end = |series: &Series| {
            let last = series.data.iter().rposition(Result::is_ok)?;
            let reading = series.data.get(last)?.as_ref().ok()?;
            Some(at(band.middle(last), scale.at(reading.value)))
        };
        let named: Vec<(&Series, Point)> =
            self.series.iter().filter(|s| !s.name.is_empty()).filter_map(|s| Some((s, end(s)?))).collect();
        let wanted: Vec<f64> = named.iter().map(|(_, end)| end.y).collect();
        let heights = spread(&wanted, NAME_GAP, frame.top, frame.bottom());
        let left = frame.right() + TO_NAME;
        let mut marks = Vec::new();
        for ((series, end), height) in named.into_iter().zip(heights) {
            let Some(y) = height else { continue };
            let name = fitted(&series.name, Lettering::Name, size.width - left);
            // Grey: it is no part of the line.
            marks.push(Mark::line(at(end.x + DOT, end.y), at(left - 2.0, y), Paint::Divider));
            marks.push(Mark::text(at(left, y + NAME_DROP), Anchor::Start, Lettering::Name, name));
        }
        marks
    }

    /// A position: the pointer finds it anywhere above or below.
    fn target(&self, slot: usize, band: Band, frame: Frame) -> Mark {
        let mut lines: Vec<(f64, TargetLine)> = Vec::new();
        for series in self.series.iter().filter(|s| !s.is_faint || self.series.len() <= MOST_TOLD) {
            let (value, text) = match series.data.get(slot) {
                Some(Ok(reading)) => (reading.value, reading.text.clone()),
                Some(Err(why)) => (f64::NEG_INFINITY, why.clone()),
                None => continue,
            };
            let paint = Some(Paint::Fill(series.hue));
            lines.push((value, TargetLine { paint, name: series.name.clone(), value: text }));
        }
        // Largest first, as the lines lie.
        let downward = self.values == Values::Ranks;
        model::sort_list(&mut lines, |(a, _), (b, _)| if downward { a.total_cmp(b) } else { b.total_cmp(a) });
        let to = match &self.positions {
            Positions::Months(months) => months.get(slot).map_or(LeadsTo::Nowhere, |m| LeadsTo::Month(*m)),
            Positions::Named(_) => LeadsTo::Nowhere,
        };
        let title = self.titles.get(slot).cloned().unwrap_or_default();
        let all = Frame { left: band.begin(slot), top: 0.0, width: band.step, height: frame.bottom() };
        let lines = lines.into_iter().map(|(_, line)| line).collect();
        Mark::Target(Target { to, title, lines }, vec![Mark::Rect(all, Paint::Slot)])
    }
}

/// Of more lines than this, a target tells only those that are not faint.
const MOST_TOLD: usize = 8;

/// A line with its points and its bounds, broken where nothing is known and where there may be more: that point stands
/// alone, hatched above, as a line to it would tell of a fall.
pub(super) fn line(series: &Series, band: Band, scale: Linear) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut runs: Vec<Vec<(Point, &Reading)>> = vec![Vec::new()];
    let mut reached = Vec::new();
    for (slot, datum) in series.data.iter().enumerate() {
        let point = |reading: &Reading| at(band.middle(slot), scale.at(reading.value));
        match (datum, runs.last_mut()) {
            (Ok(reading), Some(run)) if !scale.is_upward() || !reading.is_open() => {
                run.push((point(reading), reading));
            }
            (Ok(reading), _) => {
                reached.push(point(reading));
                runs.push(Vec::new());
            }
            _ => runs.push(Vec::new()),
        }
    }
    for run in runs.iter().filter(|run| !run.is_empty()) {
        if let Some(outline) = bounds(run, scale) {
            marks.push(Mark::Path(vec![outline], Closed::Yes, Paint::Tint(series.hue)));
        }
    }
    let paint = if series.is_faint { Paint::Thin(series.hue) } else { Paint::Line(series.hue) };
    let lines: Vec<Vec<Point>> =
        runs.iter().filter(|r| r.len() > 1).map(|r| r.iter().map(|(point, _)| *point).collect()).collect();
    if !lines.is_empty() {
        marks.push(Mark::Path(lines, Closed::No, paint));
    }
    for run in &runs {
        // A point with nothing beside it would not be seen otherwise.
        let is_dotted = (band.step >= DOT_SLOT && !series.is_faint) || run.len() == 1;
        for (point, reading) in run.iter().filter(|_| is_dotted) {
            let paint = if reading.is_computed { Paint::Ring(series.hue) } else { Paint::Fill(series.hue) };
            marks.push(Mark::Dot(*point, DOT, paint));
        }
    }
    let wide = (band.step * OPEN_PART).min(WIDEST_OPEN);
    for point in reached {
        marks.push(open::above(point.x - wide / 2.0, wide, point.y));
        marks.push(Mark::Dot(point, DOT, Paint::Ring(series.hue)));
    }
    marks
}

/// The outline of what the points of a run can be; `None` where it is hardly wider than the line.
fn bounds(run: &[(Point, &Reading)], scale: Linear) -> Option<Vec<Point>> {
    let ends = |reading: &Reading| (scale.at(reading.low), scale.at(reading.top()));
    let is_wide = |(low, high): (f64, f64)| (low - high).abs() >= VISIBLE;
    if !run.iter().any(|(_, reading)| is_wide(ends(reading))) {
        return None;
    }
    if let [(point, reading)] = run {
        let ((low, high), x) = (ends(reading), point.x);
        let [left, right] = [x - BAND_REACH, x + BAND_REACH];
        return Some(vec![at(left, low), at(left, high), at(right, high), at(right, low)]);
    }
    let upper = run.iter().map(|(point, reading)| at(point.x, ends(reading).1));
    let lower = run.iter().rev().map(|(point, reading)| at(point.x, ends(reading).0));
    Some(upper.chain(lower).collect())
}
