//! Members in two periods, the earlier at the left and the later at the right.

use crate::datum::{Datum, Reading};
use crate::geometry::{Frame, Margin, Point, Size, at};
use crate::labels::{fitted, spread, text_width};
use crate::paint::{Hue, Lettering, Paint};
use crate::scale::Linear;
use crate::scene::{Anchor, Closed, Mark, Scene, Target};

/// Two periods.
#[derive(Debug, Clone, PartialEq)]
pub struct Slope {
    /// What both are called, the earlier first.
    pub periods: [String; 2],
    /// The members, the most important first: where labels find no room, those behind go without.
    pub members: Vec<SlopeMember>,
}

/// A member in both periods.
#[derive(Debug, Clone, PartialEq)]
pub struct SlopeMember {
    /// Its name.
    pub name: String,
    /// Its colour.
    pub hue: Hue,
    /// Its figures.
    pub figures: [Datum; 2],
    /// What it tells, and where it leads.
    pub target: Target,
}

/// Room for the names of periods, and below the lowest point.
const ABOVE: f64 = 28.0;
const BELOW: f64 = 12.0;
/// The base line of the names of periods.
const HEADS: f64 = 11.0;
/// Each side has this part of the width for labels, at most so many pixels.
const SIDE_PART: f64 = 0.34;
const WIDEST_SIDE: f64 = 220.0;
/// Between a point and its number, and between that and the name.
const TO_NUMBER: f64 = 9.0;
const TO_NAME: f64 = 10.0;
/// Labels are at least so far apart, and so much lower than their points.
const LABEL_GAP: f64 = 15.0;
const LABEL_DROP: f64 = 4.0;
/// A point.
const DOT: f64 = 3.5;
/// Bounds closer than this are not drawn apart.
const VISIBLE: f64 = 9.0;

impl Slope {
    /// The picture.
    pub fn draw(&self, size: Size) -> Scene {
        let mut scene = Scene { size, marks: Vec::new() };
        let side = (size.width * SIDE_PART).min(WIDEST_SIDE);
        let frame = Frame::within(size, Margin { left: side, top: ABOVE, right: side, bottom: BELOW });
        let readings = || self.members.iter().flat_map(|m| &m.figures).filter_map(|d| d.as_ref().ok());
        // From zero: half as high is half as much.
        let low = readings().map(|r| r.low).fold(0.0, f64::min);
        let high = readings().map(Reading::top).fold(0.0, f64::max);
        if readings().next().is_none() || frame.is_empty() {
            return scene;
        }
        let scale = Linear { values: [low, high], pixels: [frame.bottom(), frame.top] };
        let zero = scale.at(0.0);
        scene.marks.push(Mark::line(at(frame.left, zero), at(frame.right(), zero), Paint::Grid));
        let sides =
            [Side { x: frame.left, room: side, out: -1.0 }, Side { x: frame.right(), room: side, out: 1.0 }];
        for (side, period) in sides.iter().zip(&self.periods) {
            scene.marks.push(Mark::line(at(side.x, frame.top), at(side.x, frame.bottom()), Paint::Divider));
            let name = fitted(period, Lettering::Year, side.room);
            scene.marks.push(Mark::text(at(side.x, HEADS), side.anchor(), Lettering::Year, name));
        }
        let heights = [0, 1].map(|period| self.heights(period, scale, frame));
        for (place, member) in self.members.iter().enumerate() {
            let mut marks = Vec::new();
            let mut points = Vec::new();
            for ((side, figure), heights) in sides.iter().zip(&member.figures).zip(&heights) {
                let Ok(reading) = figure else { continue };
                let point = at(side.x, scale.at(reading.value));
                points.push((point, reading));
                if let Some(y) = heights.get(place).copied().flatten() {
                    marks.extend(side.label(member, reading, point, y));
                }
            }
            if let [(from, _), (to, _)] = points.as_slice() {
                marks.push(Mark::line(*from, *to, Paint::Line(member.hue)));
            }
            for (point, reading) in points {
                marks.extend(dot(point, reading, member.hue, scale));
            }
            scene.marks.push(Mark::Target(member.target.clone(), marks));
        }
        scene
    }

    /// Where the labels of a period stand, a place for each member.
    fn heights(&self, period: usize, scale: Linear, frame: Frame) -> Vec<Option<f64>> {
        let y = |member: &SlopeMember| Some(scale.at(member.figures.get(period)?.as_ref().ok()?.value));
        let wanted: Vec<Option<f64>> = self.members.iter().map(y).collect();
        let known: Vec<f64> = wanted.iter().copied().flatten().collect();
        let mut placed = spread(&known, LABEL_GAP, frame.top, frame.bottom()).into_iter();
        wanted.into_iter().map(|y| y.and_then(|_| placed.next()).flatten()).collect()
    }
}

/// One of both periods: where its points are, and how much room its labels have.
struct Side {
    x: f64,
    room: f64,
    /// −1 where labels stand at the left.
    out: f64,
}

impl Side {
    fn anchor(&self) -> Anchor {
        if self.out < 0.0 { Anchor::End } else { Anchor::Start }
    }

    /// The number, which is never cut, the name further out, and what answers to the pointer.
    fn label(&self, member: &SlopeMember, reading: &Reading, point: Point, y: f64) -> Vec<Mark> {
        let number = text_width(&reading.text, Lettering::Name);
        let (near, far) = (self.x + TO_NUMBER * self.out, self.x + self.room * self.out);
        let all = Frame::between(self.x.min(far), y - LABEL_GAP / 2.0, self.x.max(far), y + LABEL_GAP / 2.0);
        let mut marks = vec![Mark::Rect(all, Paint::Slot)];
        marks.push(Mark::line(point, at(near - 2.0 * self.out, y), Paint::Thin(member.hue)));
        let mut left = self.room - TO_NUMBER;
        let mut x = near;
        if number <= left {
            marks.push(Mark::text(
                at(x, y + LABEL_DROP),
                self.anchor(),
                Lettering::Name,
                reading.text.clone(),
            ));
            left -= number + TO_NAME;
            x += (number + TO_NAME) * self.out;
        }
        let lettering = Lettering::Name;
        let name = fitted(&member.name, lettering, left);
        if !name.is_empty() {
            marks.push(Mark::text(at(x, y + LABEL_DROP), self.anchor(), lettering, name));
        }
        marks
    }
}

/// A point, a ring where it is derived, with its bounds.
fn dot(point: Point, reading: &Reading, hue: Hue, scale: Linear) -> Vec<Mark> {
    let paint = if reading.is_computed { Paint::Ring(hue) } else { Paint::Fill(hue) };
    let [low, high] = [reading.low, reading.top()].map(|value| scale.at(value));
    let mut marks = Vec::new();
    if low - high >= VISIBLE {
        let band = Frame::between(point.x - DOT, high, point.x + DOT, low);
        marks.push(Mark::Rect(band, Paint::Tint(hue)));
        let across = |y: f64| vec![at(band.left, y), at(band.right(), y)];
        marks.push(Mark::Path(vec![across(low), across(high)], Closed::No, Paint::Thin(hue)));
    }
    marks.push(Mark::Dot(point, DOT, paint));
    marks
}
