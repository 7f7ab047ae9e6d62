//! What changed between two periods: from the earlier total, step by step, to the later one.

use crate::axis::hatch;
use crate::datum::{Datum, Reading};
use crate::geometry::{Frame, Point, Size, at};
use crate::labels::{fitted, text_width};
use crate::paint::{Hue, Lettering, Paint};
use crate::scale::{Linear, ticks_between};
use crate::scene::{Anchor, Closed, LeadsTo, Mark, Scene, Target, TargetLine};

/// Two totals and what lies between them.
#[derive(Debug, Clone, PartialEq)]
pub struct Waterfall {
    /// What stands behind the totals: " t".
    pub unit: &'static str,
    /// The earlier period and its total.
    pub start: (String, Reading),
    /// What was added and taken away, in the order of its rows. What is not itemised comes last.
    pub steps: Vec<Step>,
    /// The later period and its total.
    pub end: (String, Reading),
    /// Bars begin at zero, unless these words say that they do not: small steps between large totals would not be
    /// seen otherwise. They stand below the picture, and both totals have a break.
    pub cut: Option<String>,
}

/// A change, and whose it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// The member's name.
    pub name: String,
    /// The change, its text with a sign.
    pub change: Datum,
    /// Whether it is what is not itemised or not known, and nobody's.
    pub is_rest: bool,
    /// What it tells, and where it leads.
    pub target: Target,
}

/// Height of a row and of the bar in it.
const ROW: f64 = 28.0;
const BAR: f64 = 16.0;
/// How much lower than the middle of a row its base line is.
const BASE_LINE: f64 = 4.0;
/// Names and numbers have at most these parts of the width, and this much room beside them.
const NAMES_PART: f64 = 0.32;
const NUMBERS_PART: f64 = 0.4;
const BESIDE: f64 = 12.0;
/// Height of the line below that says that the axis is cut.
const NOTE: f64 = 22.0;
/// Where the break of a cut bar begins, how wide it is, and how far it leans.
const BREAK_AT: f64 = 6.0;
const BREAK: f64 = 4.0;
const LEAN: f64 = 5.0;
/// A cut axis leaves at least this part of its range free before the least.
const AIR: f64 = 0.25;
/// The least width of the place of what is not known, and the distance of the lines in it.
const GAP: f64 = 18.0;
const GAP_LINES: f64 = 5.0;
/// Bounds closer than this are not drawn apart, and no change is narrower than the other.
const VISIBLE: f64 = 2.0;
const LEAST: f64 = 1.0;
/// A cut axis begins at a round number of about so many steps.
const CUT_STEPS: usize = 8;

impl Waterfall {
    /// How high the picture is, pixels.
    pub fn height(&self) -> f64 {
        ROW * (self.steps.len() + 2) as f64 + if self.cut.is_some() { NOTE } else { 0.0 }
    }

    /// The picture, `width` pixels wide and as high as its rows.
    pub fn draw(&self, width: f64) -> Scene {
        let mut scene = Scene { size: Size { width, height: self.height() }, marks: Vec::new() };
        let totals =
            [&self.start, &self.end].map(|(name, total)| (name, format!("{}{}", total.text, self.unit)));
        let names = self.steps.iter().map(|s| &s.name).chain(totals.iter().map(|(name, _)| *name));
        let left = widest(names).min(width * NAMES_PART) + BESIDE;
        let numbers = self.steps.iter().filter_map(|s| Some(&s.change.as_ref().ok()?.text));
        let numbers = widest(numbers.chain(totals.iter().map(|(_, text)| text))).min(width * NUMBERS_PART);
        let rows = self.steps.len() + 2;
        let bars = Frame::between(left, 0.0, width - numbers - BESIDE, ROW * rows as f64);
        let Some((scale, is_cut)) = self.scale(bars) else { return scene };
        if !is_cut {
            let base = scale.at(0.0);
            scene.marks.push(Mark::line(at(base, bars.top), at(base, bars.bottom()), Paint::Axis));
        }

        let row = |place: usize| Row { top: ROW * place as f64, width, names: left - BESIDE, numbers };
        let total = |place: usize, (name, total): &(String, Reading), text: &String| {
            let mut marks = total_bar(total, row(place), scale, is_cut);
            marks.extend(row(place).texts(name, text));
            let line = TargetLine { paint: None, name: String::new(), value: text.clone() };
            Mark::Target(Target { to: LeadsTo::Nowhere, title: name.clone(), lines: vec![line] }, marks)
        };
        scene.marks.push(total(0, &self.start, &totals[0].1));

        // Where the bar above ends, and so the next one begins.
        let mut running = self.start.1.value;
        let remainder = self.remainder();
        for (place, step) in self.steps.iter().enumerate() {
            let row = row(place + 1);
            scene.marks.push(row.joint(scale.at(running)));
            let (text, mut marks) = match &step.change {
                Ok(change) => (change.text.as_str(), step_bar(change, step.is_rest, running, row, scale)),
                Err(_) => {
                    let mut gap = row.bar(scale.at(running), scale.at(running + remainder));
                    // Where others make up the whole change, what is not known is not nothing either.
                    gap.width = gap.width.max(GAP.min(bars.width));
                    gap.left = gap.left.min(bars.right() - gap.width);
                    ("", vec![Mark::Path(hatch(gap, GAP_LINES), Closed::No, Paint::Gap)])
                }
            };
            marks.extend(row.texts(&step.name, text));
            scene.marks.push(Mark::Target(step.target.clone(), marks));
            running += step.change.as_ref().map_or(0.0, |change| change.value);
        }
        // Nothing joins what does not make the later total, but a last step that nobody knows makes up for it.
        let ends_unknown = self.steps.last().is_some_and(|step| step.change.is_err());
        let end = scale.at(self.end.1.value);
        if ends_unknown || (scale.at(running) - end).abs() < VISIBLE {
            scene.marks.push(row(rows - 1).joint(end));
        }
        scene.marks.push(total(rows - 1, &self.end, &totals[1].1));
        if let (Some(words), true) = (&self.cut, is_cut) {
            let place = at(0.0, self.height() - BASE_LINE);
            let words = fitted(words, Lettering::Note, width);
            scene.marks.push(Mark::text(place, Anchor::Start, Lettering::Note, words));
        }
        scene
    }

    /// What the known steps of members leave of the change, which is where those not known are.
    fn remainder(&self) -> f64 {
        let known =
            self.steps.iter().filter(|s| !s.is_rest).filter_map(|s| Some(s.change.as_ref().ok()?.value));
        self.end.1.value - self.start.1.value - known.sum::<f64>()
    }

    /// The axis of values, and whether it is cut; `None` where there is no room for it.
    fn scale(&self, bars: Frame) -> Option<(Linear, bool)> {
        let mut ends: Vec<f64> =
            [&self.start.1, &self.end.1].iter().flat_map(|t| [t.low, t.value, t.top()]).collect();
        let (mut running, remainder) = (self.start.1.value, self.remainder());
        for step in &self.steps {
            match &step.change {
                Ok(change) => {
                    ends.extend([change.low, change.top()].map(|c| running + c));
                    running += change.value;
                    ends.push(running);
                }
                Err(_) => ends.push(running + remainder),
            }
        }
        let least = ends.iter().copied().filter(|e| e.is_finite()).fold(f64::INFINITY, f64::min);
        let most = ends.iter().copied().filter(|e| e.is_finite()).fold(f64::NEG_INFINITY, f64::max);
        let from = if self.cut.is_some() {
            let round = ticks_between(least - (most - least) * AIR, most, CUT_STEPS);
            round.first().copied().unwrap_or(0.0).max(0.0)
        } else {
            0.0
        };
        let scale = Linear { values: [from.min(least), most.max(0.0)], pixels: [bars.left, bars.right()] };
        (!bars.is_empty()).then_some((scale, from > 0.0))
    }
}

fn widest<'a>(texts: impl Iterator<Item = &'a String>) -> f64 {
    texts.map(|text| text_width(text, Lettering::Name)).fold(0.0, f64::max)
}

/// Where the things of a row are.
#[derive(Clone, Copy)]
struct Row {
    top: f64,
    width: f64,
    /// How wide names and numbers may be.
    names: f64,
    numbers: f64,
}

impl Row {
    /// A bar between two places, whichever is further right.
    fn bar(self, a: f64, b: f64) -> Frame {
        let top = self.top + (ROW - BAR) / 2.0;
        Frame::between(a.min(b), top, a.max(b), top + BAR)
    }

    /// The line from the row above.
    fn joint(self, x: f64) -> Mark {
        let reach = (ROW - BAR) / 2.0;
        Mark::line(at(x, self.top - reach), at(x, self.top + reach), Paint::Thin(Hue::Rest))
    }

    /// What answers, the name, and the number where there is room for it.
    fn texts(self, name: &str, number: &str) -> Vec<Mark> {
        let base = self.top + ROW / 2.0 + BASE_LINE;
        let name = fitted(name, Lettering::Name, self.names);
        let all = Frame { left: 0.0, top: self.top, width: self.width, height: ROW };
        let mut marks = vec![
            Mark::Rect(all, Paint::Slot),
            Mark::text(at(0.0, base), Anchor::Start, Lettering::Name, name),
        ];
        if text_width(number, Lettering::Name) <= self.numbers {
            marks.push(Mark::text(at(self.width, base), Anchor::End, Lettering::Name, number));
        }
        marks
    }

    /// A line across the bounds.
    fn whisker(self, low: f64, high: f64) -> Mark {
        let middle = self.top + ROW / 2.0;
        let across = |x: f64| vec![at(x, middle - BASE_LINE), at(x, middle + BASE_LINE)];
        let runs = vec![vec![at(low, middle), at(high, middle)], across(low), across(high)];
        Mark::Path(runs, Closed::No, Paint::Whisker)
    }
}

/// A total from the beginning of the axis, as a column has it.
fn total_bar(total: &Reading, row: Row, scale: Linear, is_cut: bool) -> Vec<Mark> {
    let [base, certain, low, high] = [0.0, total.certain(), total.low, total.top()].map(|v| scale.at(v));
    let paint = if total.is_computed { Paint::Derived } else { Paint::Column };
    let bar = row.bar(base, certain);
    let mut marks =
        if is_cut { vec![Mark::Path(broken(bar), Closed::Yes, paint)] } else { vec![Mark::Rect(bar, paint)] };
    if high - low >= VISIBLE {
        marks.push(if total.is_computed {
            Mark::Rect(row.bar(low, high), Paint::Beyond)
        } else {
            row.whisker(low, high)
        });
    }
    marks
}

/// A bar with a gap across it, near its beginning.
fn broken(bar: Frame) -> Vec<Vec<Point>> {
    let (top, bottom) = (bar.top, bar.bottom());
    let outline = |from: [f64; 2], to: [f64; 2]| {
        let inside = |x: f64, y: f64| at(x.min(bar.right()), y);
        vec![inside(from[0], bottom), inside(from[1], top), inside(to[1], top), inside(to[0], bottom)]
    };
    let gap = bar.left + BREAK_AT;
    let after = gap + BREAK;
    vec![outline([bar.left; 2], [gap, gap + LEAN]), outline([after, after + LEAN], [bar.right(); 2])]
}

/// A step from where the ones before it led: what is certain of it is filled, what it can be beyond that is tinted.
fn step_bar(change: &Reading, is_rest: bool, running: f64, row: Row, scale: Linear) -> Vec<Mark> {
    let x = |change: f64| scale.at(running + change);
    let [low, high] = [x(change.low), x(change.top())];
    // Of what can be a rise and a fall nothing is certain.
    let certain = match change.is_computed {
        false => change.value,
        true => change.low.max(0.0) + change.high.min(0.0),
    };
    let (paint, tint) = match (is_rest, change.value < 0.0) {
        (true, _) => (Paint::Fill(Hue::Rest), Paint::Tint(Hue::Rest)),
        (false, false) => (Paint::Fill(Hue::RISE), Paint::Tint(Hue::RISE)),
        (false, true) => (Paint::Fill(Hue::FALL), Paint::Tint(Hue::FALL)),
    };
    let mut bar = row.bar(x(0.0), x(certain));
    let is_wide = high - low >= VISIBLE;
    // No change is seen as well.
    if !is_wide {
        bar.width = bar.width.max(LEAST);
    }
    let mut marks = vec![Mark::Rect(bar, paint)];
    if is_wide && change.is_computed {
        let from = if certain > 0.0 { x(certain) } else { low };
        let to = if certain < 0.0 { x(certain) } else { high };
        marks.push(Mark::Rect(row.bar(from, to), tint));
    } else if is_wide {
        marks.push(row.whisker(low, high));
    }
    marks
}
