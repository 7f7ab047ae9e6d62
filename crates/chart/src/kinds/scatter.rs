//! Members by two figures: price against volume.

use i18n::plain;
use model::sort_list;

use crate::axis::decimals;
use crate::datum::{Datum, Reading};
use crate::geometry::{Frame, Margin, Size, at};
use crate::labels::{BEYOND, Taken, fitted, text_width};
use crate::paint::{Hue, Lettering, Paint};
use crate::scale::{Linear, Log, ticks_between};
use crate::scene::{Anchor, Mark, Scene, Target};

/// A dot for each member.
#[derive(Debug, Clone, PartialEq)]
pub struct Scatter {
    /// What lies along the lower side, with its unit. Its axis begins at zero, unless it is logarithmic.
    pub across: String,
    /// What lies along the left side, with its unit. Its axis need not begin at zero.
    pub upward: String,
    /// What stands behind either where its axis is logarithmic, as it is where some would squeeze all others: " (log
    /// scale)".
    pub log_scale: &'static str,
    /// The members. Who lacks either figure has no place.
    pub dots: Vec<ScatterDot>,
}

/// A member.
#[derive(Debug, Clone, PartialEq)]
pub struct ScatterDot {
    /// Its name.
    pub name: String,
    /// Its colour.
    pub hue: Hue,
    /// Its figures: the quantity across, and upward the unit value.
    pub figures: [Datum; 2],
    /// What it tells, and where it leads.
    pub target: Target,
}

/// Room above for the name of the upward axis and its uppermost number, and below for numbers and the other name.
const ABOVE: f64 = 34.0;
const BELOW: f64 = 38.0;
/// Base lines of both names, from the upper and the lower edge, and of the numbers below the picture.
const NAME_BASE: f64 = 11.0;
const TO_NUMBERS: f64 = 15.0;
const TO_EDGE: f64 = 5.0;
/// Between two numbers.
const BESIDE: f64 = 8.0;
/// A dot, what answers around it, and how far a dot at the edge is from it.
const DOT: f64 = 4.0;
const SLOT: f64 = 12.0;
const AT_EDGE: f64 = 8.0;
/// Bounds closer than this are not drawn: the dot is as wide.
const VISIBLE: f64 = 10.0;
/// About so many lines each way, and the most on a logarithmic axis that has others than powers of ten.
const TICKS: usize = 4;
const MOST_TICKS: usize = 9;
/// A logarithmic axis begins and ends so many times away from the first and last dot; the axis upward leaves this
/// part of its range free, or this part of its values where they are all one.
const LOG_AIR: f64 = 1.25;
const AIR: f64 = 0.05;

/// Where the largest is more than so many times the smallest, or so many times the one in the middle, differences of the
/// small ones are seen only where each ten times the last is as far away as the one before.
const LOG_FROM: f64 = 100.0;
const OUTLIER_FROM: f64 = 5.0;
/// Numbers at the left have at most this part of the width, and this much room behind them; they stand this far above
/// their lines.
const WIDEST_GUTTER: f64 = 0.25;
const ABOVE_LINE: f64 = 4.0;

/// An axis: from where to where its values go, and its round numbers.
struct Axis {
    ends: [f64; 2],
    ticks: Vec<f64>,
    is_log: bool,
}

/// An axis in its place.
enum Scale {
    Linear(Linear),
    Log(Log),
}

impl Scale {
    fn at(&self, value: f64) -> f64 {
        match self {
            Scale::Linear(scale) => scale.at(value),
            Scale::Log(scale) => scale.at(value),
        }
    }
}

impl Axis {
    /// The axis of these figures; `None` where there can be none.
    fn of(readings: &[&Reading], begins_at_zero: bool) -> Option<Axis> {
        let most = readings.iter().map(|r| r.top()).fold(f64::NEG_INFINITY, f64::max);
        // The lower bound of what is above zero may be zero, which is on no logarithmic axis.
        let above_zero = readings.iter().map(|r| if r.low > 0.0 { r.low } else { r.value });
        let least = above_zero.fold(f64::INFINITY, f64::min);
        let mut values: Vec<f64> = readings.iter().map(|r| r.value).collect();
        sort_list(&mut values, f64::total_cmp);
        let middle = values.get(values.len() / 2).copied().unwrap_or(most);
        if least > 0.0 && (most > least * LOG_FROM || most > middle * OUTLIER_FROM) {
            let ends = [least / LOG_AIR, most * LOG_AIR];
            let mut ticks = Log::new(ends, ends)?.ticks();
            if ticks.len() > MOST_TICKS {
                ticks.retain(|tick| tick.log10().fract().abs() < 1e-9);
            }
            return Some(Axis { ends, ticks, is_log: true });
        }
        let least = readings.iter().map(|r| r.low).fold(f64::INFINITY, f64::min);
        let ticks = match begins_at_zero {
            true => ticks_between(least.min(0.0), most.max(0.0), TICKS),
            false => {
                let air = (most - least).max(most.abs() * AIR) * AIR;
                // Room below the lowest dot must not make values below zero of values that cannot be.
                let bottom = if least >= 0.0 { (least - air).max(0.0) } else { least - air };
                ticks_between(bottom, most + air, TICKS)
            }
        };
        let ends = [ticks.first().copied()?, ticks.last().copied()?];
        (least <= most).then_some(Axis { ends, ticks, is_log: false })
    }

    fn between(&self, pixels: [f64; 2]) -> Option<Scale> {
        match self.is_log {
            true => Log::new(self.ends, pixels).map(Scale::Log),
            false => Some(Scale::Linear(Linear { values: self.ends, pixels })),
        }
    }

    /// The round numbers with their texts. Steps of a logarithmic axis have the digits that each needs.
    fn numbers(&self) -> Vec<(f64, String)> {
        let signed = self.ends[0] < 0.0;
        let text = |tick: &f64| {
            let digits = if self.is_log { decimals(&[0.0, *tick]) } else { decimals(&self.ticks) };
            (*tick, plain(*tick, digits, signed))
        };
        self.ticks.iter().map(text).collect()
    }

    fn name(&self, name: &str, log_scale: &str) -> String {
        if self.is_log { format!("{name}{log_scale}") } else { name.to_owned() }
    }
}

impl Scatter {
    /// The picture.
    pub fn draw(&self, size: Size) -> Scene {
        let mut scene = Scene { size, marks: Vec::new() };
        let mut placed: Vec<(&ScatterDot, &Reading, &Reading)> = self
            .dots
            .iter()
            .filter_map(|dot| {
                let [Ok(x), Ok(y)] = &dot.figures else { return None };
                Some((dot, x, y))
            })
            .collect();
        // The largest lies lowest, and is named first.
        sort_list(&mut placed, |(_, a, _), (_, b, _)| b.value.total_cmp(&a.value));
        let readings: [Vec<&Reading>; 2] =
            [placed.iter().map(|(_, x, _)| *x).collect(), placed.iter().map(|(_, _, y)| *y).collect()];
        let frame = Frame::within(size, Margin { top: ABOVE, bottom: BELOW, ..Margin::default() });
        let [Some(across_axis), Some(upward)] = [Axis::of(&readings[0], true), Axis::of(&readings[1], false)]
        else {
            return scene;
        };
        if frame.is_empty() {
            return scene;
        }
        let numbers = upward.numbers();
        let widest = numbers.iter().map(|(_, text)| text_width(text, Lettering::Tick)).fold(0.0, f64::max);
        let left = (widest + BESIDE).min(frame.width * WIDEST_GUTTER);
        let frame = Frame::between(left, frame.top, frame.right(), frame.bottom());
        let pixels = [frame.left + AT_EDGE, frame.right() - AT_EDGE];
        let (Some(across), Some(scale)) =
            (across_axis.between(pixels), upward.between([frame.bottom(), frame.top]))
        else {
            return scene;
        };

        for (tick, _) in &numbers {
            let y = scale.at(*tick);
            let paint = if *tick == 0.0 { Paint::Axis } else { Paint::Grid };
            scene.marks.push(Mark::line(at(0.0, y), at(size.width, y), paint));
        }
        scene.marks.extend(numbers_across(&across_axis, &across, frame));
        let name = |place, anchor, words: &str| {
            Mark::text(place, anchor, Lettering::Note, fitted(words, Lettering::Note, size.width))
        };
        let names = [(&upward, &self.upward), (&across_axis, &self.across)];
        let [upward_name, across_name] = names.map(|(axis, name)| axis.name(name, self.log_scale));
        scene.marks.push(name(at(0.0, NAME_BASE), Anchor::Start, &upward_name));
        scene.marks.push(name(at(size.width, size.height - TO_EDGE), Anchor::End, &across_name));

        let point = |x: &Reading, y: &Reading| at(across.at(x.value), scale.at(y.value));
        let around = |x: &Reading, y: &Reading, reach: f64| Frame::around(point(x, y), reach);
        let mut taken =
            Taken { marks: placed.iter().map(|(_, x, y)| (point(x, y), DOT)).collect(), ..Taken::default() };
        for (dot, x, y) in &placed {
            let middle = point(x, y);
            let slot = around(x, y, SLOT);
            let (right, bottom) = (slot.right().min(size.width), slot.bottom().min(size.height));
            let mut marks = vec![Mark::Rect(
                Frame::between(slot.left.max(0.0), slot.top.max(0.0), right, bottom),
                Paint::Slot,
            )];
            let [left, right] = [x.low, x.top()].map(|value| across.at(value));
            let [lower, upper] = [y.low, y.top()].map(|value| scale.at(value));
            for (from, to) in
                [(at(left, middle.y), at(right, middle.y)), (at(middle.x, upper), at(middle.x, lower))]
            {
                if to.x - from.x + to.y - from.y >= VISIBLE {
                    marks.push(Mark::line(from, to, Paint::Thin(dot.hue)));
                    taken.frames.push(Frame::between(from.x, from.y, to.x + 1.0, to.y + 1.0));
                }
            }
            let is_computed = x.is_computed || y.is_computed;
            let paint = if is_computed { Paint::Ring(dot.hue) } else { Paint::Fill(dot.hue) };
            marks.push(Mark::Dot(middle, DOT, paint));
            scene.marks.push(Mark::Target(dot.target.clone(), marks));
        }
        // Names may reach as far beyond the frame as half their height.
        let free = Frame { top: frame.top - AT_EDGE, height: frame.height + AT_EDGE * 2.0, ..frame };
        let names = placed.iter().filter_map(|(dot, x, y)| {
            let own = (point(x, y), DOT);
            // Rather near another one than without a name.
            let name = taken.beside(own, &dot.name, [0.0, BEYOND], free);
            name.or_else(|| taken.beside(own, &dot.name, [0.0, 0.0], free))
        });
        scene.marks.extend(names);
        // Zero says itself, where nothing is below it.
        for (tick, text) in numbers.into_iter().filter(|(tick, _)| *tick != 0.0 || upward.ends[0] < 0.0) {
            let place = at(0.0, scale.at(tick) - ABOVE_LINE);
            scene.marks.push(Mark::text(place, Anchor::Start, Lettering::Tick, text));
        }
        scene
    }
}

/// Lines upward and the numbers below them, as many as find room.
fn numbers_across(axis: &Axis, across: &Scale, frame: Frame) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut free = 0.0;
    for (tick, text) in axis.numbers() {
        let x = across.at(tick);
        marks.push(Mark::line(at(x, frame.top), at(x, frame.bottom()), Paint::Grid));
        let half = text_width(&text, Lettering::Tick) / 2.0;
        // Those at the edges stand inside.
        let middle = x.min(frame.right() - half).max(frame.left + half);
        if middle - half >= free {
            free = middle + half + BESIDE;
            let place = at(middle, frame.bottom() + TO_NUMBERS);
            marks.push(Mark::text(place, Anchor::Middle, Lettering::Tick, text));
        }
    }
    marks
}
