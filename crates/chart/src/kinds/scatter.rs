//! Members by two figures: price against volume.

use i18n::plain;
use model::sort_list;

use crate::axis::{ValueAxis, decimals};
use crate::datum::{Datum, Reading};
use crate::geometry::{Frame, Margin, Size, at};
use crate::labels::{Taken, fitted, text_width};
use crate::paint::{Hue, Lettering, Paint};
use crate::scale::{Linear, Log, ticks, ticks_between};
use crate::scene::{Anchor, Mark, Scene, Target};

/// A dot for each member.
#[derive(Debug, Clone, PartialEq)]
pub struct Scatter {
    /// What lies along the lower side, with its unit; of a logarithmic axis it says that it is one.
    pub across: String,
    /// Whether each ten times the last is as far away as the one before. Then nobody has a place who is not above
    /// zero.
    pub is_log: bool,
    /// What lies along the left side, with its unit. Its axis need not begin at zero.
    pub upward: String,
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

/// The axis across.
#[derive(Clone, Copy)]
enum Across {
    Linear(Linear),
    Log(Log),
}

impl Across {
    fn at(self, value: f64) -> f64 {
        match self {
            Across::Linear(scale) => scale.at(value),
            Across::Log(scale) => scale.at(value),
        }
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
                (!self.is_log || x.value > 0.0).then_some((dot, x, y))
            })
            .collect();
        // The largest lies lowest, and is named first.
        sort_list(&mut placed, |(_, a, _), (_, b, _)| b.value.total_cmp(&a.value));
        let low = placed.iter().map(|(_, _, y)| y.low).fold(f64::INFINITY, f64::min);
        let high = placed.iter().map(|(_, _, y)| y.top()).fold(f64::NEG_INFINITY, f64::max);
        let frame = Frame::within(size, Margin { top: ABOVE, bottom: BELOW, ..Margin::default() });
        if low > high || frame.is_empty() {
            return scene;
        }

        let air = (high - low).max(high.abs() * AIR) * AIR;
        // Room below the lowest dot must not make values below zero of values that cannot be.
        let bottom = if low >= 0.0 { (low - air).max(0.0) } else { low - air };
        let ticks = ticks_between(bottom, high + air, TICKS);
        let ends = [ticks.first().copied().unwrap_or(0.0), ticks.last().copied().unwrap_or(0.0)];
        let scale = Linear { values: ends, pixels: [frame.bottom(), frame.top] };
        let upward = ValueAxis { scale, ticks, unit: "", signed: low < 0.0 };
        let frame = upward.off(frame);
        let readings: Vec<&Reading> = placed.iter().map(|(_, x, _)| *x).collect();
        let Some((across, across_ticks)) = self.across(&readings, frame) else { return scene };

        scene.marks.extend(upward.lines(Frame { left: 0.0, width: size.width, ..frame }));
        scene.marks.extend(self.numbers_across(across, &across_ticks, frame));
        let name = |place, anchor, words: &str| {
            Mark::text(place, anchor, Lettering::Note, fitted(words, Lettering::Note, size.width))
        };
        scene.marks.push(name(at(0.0, NAME_BASE), Anchor::Start, &self.upward));
        scene.marks.push(name(at(size.width, size.height - TO_EDGE), Anchor::End, &self.across));

        let point = |x: &Reading, y: &Reading| at(across.at(x.value), scale.at(y.value));
        let around = |x: &Reading, y: &Reading, reach: f64| Frame::around(point(x, y), reach);
        let mut taken = Taken(placed.iter().map(|(_, x, y)| around(x, y, DOT)).collect());
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
                    taken.0.push(Frame::between(from.x, from.y, to.x + 1.0, to.y + 1.0));
                }
            }
            let is_computed = x.is_computed || y.is_computed;
            let paint = if is_computed { Paint::Ring(dot.hue) } else { Paint::Fill(dot.hue) };
            marks.push(Mark::Dot(middle, DOT, paint));
            scene.marks.push(Mark::Target(dot.target.clone(), marks));
        }
        // Names may reach as far beyond the frame as half their height.
        let free = Frame { top: frame.top - AT_EDGE, height: frame.height + AT_EDGE * 2.0, ..frame };
        let names = placed.iter().filter_map(|(dot, x, y)| taken.beside(point(x, y), DOT, &dot.name, free));
        scene.marks.extend(names);
        scene.marks.extend(upward.numbers(0.0));
        scene
    }

    /// The axis across and its round numbers; `None` where there can be none.
    fn across(&self, readings: &[&Reading], frame: Frame) -> Option<(Across, Vec<f64>)> {
        let pixels = [frame.left + AT_EDGE, frame.right() - AT_EDGE];
        let most = readings.iter().map(|x| x.top()).fold(0.0, f64::max);
        if self.is_log {
            // The lower bound of what is above zero may be zero, which is on no such axis.
            let lows = readings.iter().map(|x| if x.low > 0.0 { x.low } else { x.value });
            let least = lows.fold(f64::INFINITY, f64::min);
            let scale = Log::new([least / LOG_AIR, most * LOG_AIR], pixels)?;
            let mut ticks = scale.ticks();
            if ticks.len() > MOST_TICKS {
                ticks.retain(|tick| tick.log10().fract().abs() < 1e-9);
            }
            return Some((Across::Log(scale), ticks));
        }
        let least = readings.iter().map(|x| x.low).fold(0.0, f64::min);
        let ticks = if least < 0.0 { ticks_between(least, most, TICKS) } else { ticks(most, TICKS) };
        let values = [ticks.first().copied()?, ticks.last().copied()?];
        Some((Across::Linear(Linear { values, pixels }), ticks))
    }

    /// Lines upward and the numbers below them, as many as find room.
    fn numbers_across(&self, across: Across, ticks: &[f64], frame: Frame) -> Vec<Mark> {
        let mut marks = Vec::new();
        let mut free = 0.0;
        for tick in ticks {
            let x = across.at(*tick);
            marks.push(Mark::line(at(x, frame.top), at(x, frame.bottom()), Paint::Grid));
            // Steps of a logarithmic axis have the digits that each needs.
            let digits = if self.is_log { decimals(&[0.0, *tick]) } else { decimals(ticks) };
            let text = plain(*tick, digits, false);
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
}
