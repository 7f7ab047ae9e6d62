//! Months cut into their parts: how much each was of the total, or which share of it.

use i18n::Words;
use model::Period;

use crate::axis::{MONTHS_BELOW, ValueAxis, months};
use crate::datum::Datum;
use crate::geometry::{Frame, Margin, Point, Size, at};
use crate::labels::{fitted, legend, spread, text_width};
use crate::open;
use crate::paint::{Hue, Lettering, Paint};
use crate::scale::{Band, Linear, ticks};
use crate::scene::{Anchor, Mark, Scene, Target};

/// Columns of parts.
#[derive(Debug, Clone, PartialEq)]
pub struct Stacked {
    /// What stands behind the uppermost number of the axis, of amounts: " t".
    pub unit: &'static str,
    /// What columns show.
    pub mode: Mode,
    /// The names and hues of those who have parts, from the bottom up.
    pub members: Vec<(String, Hue)>,
    /// The name of what is above them: "All others".
    pub rest: String,
    /// The months in order, none left out.
    pub months: Vec<StackedMonth>,
}

/// What columns show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// As high as the total.
    Amount,
    /// All equally high: 100 %, of a total with bounds its value.
    Share,
}

/// A month's column.
#[derive(Debug, Clone, PartialEq)]
pub struct StackedMonth {
    /// The month.
    pub period: Period,
    /// The whole.
    pub total: Datum,
    /// A part for each member. What is not certain of them belongs to the rest.
    pub parts: Vec<Datum>,
    /// What the month tells, and where it leads.
    pub target: Target,
}

/// Above the columns: the uppermost number of the axis.
const ABOVE: f64 = 16.0;
/// The part of a month's slot that its column fills, and the widest that it gets.
const COLUMN_PART: f64 = 0.78;
const WIDEST_COLUMN: f64 = 44.0;
/// Names stand beside the last column in pictures that are at least so wide, in this part of the width.
const WITH_NAMES: f64 = 480.0;
const NAMES_PART: f64 = 0.25;
const TO_NAME: f64 = 12.0;
/// Names are at least so far apart, and so much lower than the part that they belong to.
const NAME_GAP: f64 = 14.0;
const NAME_DROP: f64 = 4.0;
/// Bounds of a total closer than this are not drawn, and a part that is thinner has no name beside it.
const VISIBLE: f64 = 2.0;
/// About so many lines across.
const TICKS: usize = 4;
/// Shares are of this.
const WHOLE: f64 = 100.0;

/// A column of known total: where each member's part and the rest end, from zero up, and how high the axis has to be.
struct Cut {
    ends: Vec<f64>,
    top: f64,
}

impl Stacked {
    /// The picture.
    pub fn draw(&self, words: &dyn Words, size: Size) -> Scene {
        let mut scene = Scene { size, marks: Vec::new() };
        let cuts: Vec<Option<Cut>> = self.months.iter().map(|month| self.cut(month)).collect();
        let highest = cuts.iter().flatten().map(|cut| cut.top).fold(0.0, f64::max);
        let ticks = ticks(highest, TICKS);
        let top = ticks.last().copied().unwrap_or(0.0);
        if top <= 0.0 {
            return scene;
        }

        // Who has a part in the last column is named beside it, everybody else above.
        let last = cuts.iter().rposition(Option::is_some);
        let names: Vec<(usize, &str, Hue)> = self
            .names()
            .filter(|(part, _, _)| cuts.iter().flatten().any(|cut| thickness(&cut.ends, *part) > 0.0))
            .collect();
        let least = top * VISIBLE / size.height.max(VISIBLE);
        let last_ends = last.and_then(|last| cuts.get(last)?.as_ref()).map_or(&[][..], |cut| &cut.ends);
        let is_beside = |part: usize| size.width >= WITH_NAMES && thickness(last_ends, part) > least;
        let (beside, above): (Vec<_>, Vec<_>) = names.into_iter().partition(|(part, _, _)| is_beside(*part));
        let above: Vec<(&str, Hue)> = above.into_iter().map(|(_, name, hue)| (name, hue)).collect();
        let (legend, legend_height) = legend(&above, size.width);
        scene.marks.extend(legend);
        let widest = beside.iter().map(|(_, name, _)| text_width(name, Lettering::Name)).fold(0.0, f64::max);
        let room =
            if beside.is_empty() { 0.0 } else { (widest + TO_NAME * 2.0).min(size.width * NAMES_PART) };

        let margin = Margin { left: 0.0, top: legend_height + ABOVE, right: room, bottom: MONTHS_BELOW };
        let frame = Frame::within(size, margin);
        if frame.is_empty() {
            return scene;
        }
        let scale = Linear { values: [0.0, top], pixels: [frame.bottom(), frame.top] };
        let unit = if self.mode == Mode::Share { "%" } else { self.unit };
        let axis = ValueAxis { scale, ticks, unit, signed: false };
        // On so many colours no number is read.
        let frame = axis.off(frame);
        let band = Band::new(frame.left, frame.right(), self.months.len());
        let periods: Vec<Period> = self.months.iter().map(|m| m.period).collect();
        scene.marks.extend(axis.lines(Frame { left: 0.0, width: frame.right(), ..frame }));
        scene.marks.extend(months(words, &periods, band, frame.bottom()));
        for (slot, (month, cut)) in self.months.iter().zip(&cuts).enumerate() {
            let (left, width) = band.bar(slot, COLUMN_PART, WIDEST_COLUMN);
            let all =
                Frame { left: band.begin(slot), top: frame.top, width: band.step, height: frame.height };
            let mut marks = vec![Mark::Rect(all, Paint::Slot)];
            match cut {
                Some(cut) => marks.extend(self.column(month, cut, left, width, scale)),
                None => marks.push(open::gap(left, width, frame)),
            }
            scene.marks.push(Mark::Target(month.target.clone(), marks));
        }

        let (from, width) = band.bar(last.unwrap_or(0), COLUMN_PART, WIDEST_COLUMN);
        let edge = from + width;
        let named: Vec<(&str, Hue, Point)> = beside
            .into_iter()
            .filter_map(|(part, name, hue)| {
                let middle = last_ends.get(part)? - thickness(last_ends, part) / 2.0;
                Some((name, hue, at(edge, scale.at(middle))))
            })
            .collect();
        scene.marks.extend(labels(&named, frame, size.width));
        scene.marks.extend(axis.numbers(0.0));
        scene
    }

    /// The members and the rest, each with its place in a column.
    fn names(&self) -> impl Iterator<Item = (usize, &str, Hue)> {
        let members = self.members.iter().map(|(name, hue)| (name.as_str(), *hue));
        members
            .chain([(self.rest.as_str(), Hue::Rest)])
            .enumerate()
            .map(|(part, (name, hue))| (part, name, hue))
    }

    /// Cuts a month; `None` where its total is not known. Of what may be more nothing is a share.
    fn cut(&self, month: &StackedMonth) -> Option<Cut> {
        let total = month.total.as_ref().ok()?;
        if self.mode == Mode::Share && total.is_open() {
            return None;
        }
        let mut ends = Vec::with_capacity(self.members.len() + 1);
        let mut sum = 0.0;
        for part in 0..self.members.len() {
            let known = month.parts.get(part).and_then(|part| part.as_ref().ok());
            sum += known.map_or(0.0, |known| known.certain().max(0.0));
            ends.push(sum);
        }
        // Parts that contradict their total are as high as they are.
        ends.push(sum.max(total.certain()));
        let mut top = sum.max(total.top());
        if self.mode == Mode::Share {
            let whole = sum.max(total.value);
            if let Some(rest) = ends.last_mut() {
                *rest = whole;
            }
            // Of nothing there are no shares.
            let part = if whole > 0.0 { WHOLE / whole } else { 0.0 };
            ends.iter_mut().for_each(|end| *end *= part);
            top = WHOLE;
        }
        Some(Cut { ends, top })
    }

    /// The parts of a column and the bounds of an amount.
    fn column(&self, month: &StackedMonth, cut: &Cut, left: f64, width: f64, scale: Linear) -> Vec<Mark> {
        let mut base = 0.0;
        let mut marks = Vec::new();
        for ((_, _, hue), end) in self.names().zip(&cut.ends) {
            if *end > base {
                let part = Frame::between(left, scale.at(*end), left + width, scale.at(base));
                marks.push(Mark::Rect(part, Paint::Fill(hue)));
                base = *end;
            }
        }
        if let (Ok(total), Mode::Amount) = (&month.total, self.mode) {
            if total.is_open() {
                marks.push(open::above(left, width, scale.at(base)));
                return marks;
            }
            let [low, high] = [total.low, total.top()].map(|value| scale.at(value));
            if low - high >= VISIBLE {
                let x = left + width / 2.0;
                let beyond = Frame::between(left, high, left + width, low.min(scale.at(base)));
                marks.push(if total.is_computed {
                    Mark::Rect(beyond, Paint::Tint(Hue::Rest))
                } else {
                    Mark::line(at(x, low), at(x, high), Paint::Whisker)
                });
            }
        }
        marks
    }
}

/// Names beside the edges of their parts, with a line to them.
fn labels(named: &[(&str, Hue, Point)], frame: Frame, right: f64) -> Vec<Mark> {
    let wanted: Vec<f64> = named.iter().map(|(_, _, edge)| edge.y).collect();
    let heights = spread(&wanted, NAME_GAP, frame.top, frame.bottom());
    let left = frame.right() + TO_NAME;
    let mut marks = Vec::new();
    for ((name, hue, edge), height) in named.iter().zip(heights) {
        let Some(y) = height else { continue };
        let lettering = Lettering::Name;
        marks.push(Mark::line(*edge, at(left - 2.0, y), Paint::Thin(*hue)));
        let name = fitted(name, lettering, right - left);
        marks.push(Mark::text(at(left, y + NAME_DROP), Anchor::Start, lettering, name));
    }
    marks
}

/// How high a part is, of which the ends of all are known.
fn thickness(ends: &[f64], part: usize) -> f64 {
    let below = part.checked_sub(1).and_then(|below| ends.get(below)).copied().unwrap_or(0.0);
    ends.get(part).map_or(0.0, |end| end - below)
}
