//! Figures by two things at once, the larger the stronger: months by year, places by province.

use crate::axis::hatch;
use crate::datum::{Datum, Reading};
use crate::geometry::{Frame, Size, at};
use crate::labels::{fitted, text_width};
use crate::paint::{HEAT_STEPS, Hue, Lettering, Paint};
use crate::scale::Band;
use crate::scene::{Anchor, Closed, Mark, Scene, Target};

/// A table of cells.
#[derive(Debug, Clone, PartialEq)]
pub struct Heat {
    /// The heads of columns, each in full and shorter. Where not all find room in full, all are shorter.
    pub columns: Vec<[String; 2]>,
    /// The rows, the uppermost first.
    pub rows: Vec<HeatRow>,
    /// What is no larger than this is as light as nothing: zero where sizes are compared, the least value where their
    /// pattern is.
    pub least: f64,
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub struct HeatRow {
    /// Its name.
    pub name: String,
    /// A cell for each column; `None` where there can be none, as before the first month.
    pub cells: Vec<Option<HeatCell>>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub struct HeatCell {
    /// How large it is.
    pub figure: Datum,
    /// The same in fewer letters, for cells that its own words do not fit: the first that does is written.
    pub shorter: Vec<String>,
    /// Whether it has a colour: what is the sum of others is compared with none of them.
    pub is_coloured: bool,
    /// Whether it stands out: the chosen month.
    pub is_chosen: bool,
    /// Whether it has a dot, whose meaning is told beside the picture.
    pub is_marked: bool,
    /// What it tells, and where it leads.
    pub target: Target,
}

/// Height of the heads, of a row, and the space between cells.
const HEADS: f64 = 20.0;
const ROW: f64 = 28.0;
const SPACE: f64 = 1.0;
/// Room for the names of rows, at most this part of the width.
const NAMES_PART: f64 = 0.3;
const TO_CELLS: f64 = 8.0;
/// How much lower than the middle of a row its base line is.
const BASE_LINE: f64 = 4.0;
/// Distance of the lines in a cell of which nothing is known.
pub(super) const GAP_LINES: f64 = 6.0;
/// Between a text and the hatching beside it.
const TO_HATCHING: f64 = 3.0;
/// Radius of the dot of a marked cell, and how far it is from the corner.
const MARK: f64 = 2.5;
const MARK_INSET: f64 = 5.0;

impl Heat {
    /// How high the picture is, pixels.
    pub fn height(&self) -> f64 {
        HEADS + ROW * self.rows.len() as f64
    }

    /// The picture, `width` pixels wide and as high as its rows.
    pub fn draw(&self, width: f64) -> Scene {
        let size = Size { width, height: self.height() };
        let mut scene = Scene { size, marks: Vec::new() };
        let names = self.rows.iter().map(|row| text_width(&row.name, Lettering::Name)).fold(0.0, f64::max);
        let left = (names + TO_CELLS).min(width * NAMES_PART);
        let across = Band::new(left, width, self.columns.len());
        scene.marks.extend(self.heads(across, width));
        let cells = self.rows.iter().flat_map(|row| &row.cells).flatten();
        let largest = cells.filter_map(HeatCell::size).fold(0.0, f64::max);
        for (place, row) in self.rows.iter().enumerate() {
            let top = HEADS + ROW * place as f64;
            let name = fitted(&row.name, Lettering::Name, left - TO_CELLS);
            let base = top + ROW / 2.0 + BASE_LINE;
            scene.marks.push(Mark::text(at(0.0, base), Anchor::Start, Lettering::Name, name));
            for (column, cell) in row.cells.iter().enumerate() {
                let Some(cell) = cell else { continue };
                let frame =
                    Frame { left: across.begin(column), top, width: across.step, height: ROW }.shrunk(SPACE);
                scene
                    .marks
                    .push(Mark::Target(cell.target.clone(), draw_cell(cell, frame, [self.least, largest])));
            }
        }
        scene
    }

    /// The heads in full where each has room, else the shorter ones, as many as have.
    fn heads(&self, across: Band, width: f64) -> Vec<Mark> {
        let written = |form: usize| {
            let mut free = f64::NEG_INFINITY;
            let mut marks = Vec::new();
            for (place, head) in self.columns.iter().filter_map(|forms| forms.get(form)).enumerate() {
                let half = text_width(head, Lettering::Tick) / 2.0;
                // The last one stands inside of the picture.
                let middle = across.middle(place).min(width - half);
                if middle - half >= free {
                    free = middle + half;
                    let place = at(middle, HEADS - TO_CELLS);
                    marks.push(Mark::text(place, Anchor::Middle, Lettering::Tick, head.clone()));
                }
            }
            marks
        };
        let full = written(0);
        if full.len() == self.columns.len() { full } else { written(1) }
    }
}

impl HeatCell {
    /// What makes it light or dark; `None` where it has no colour: what may be more is compared with nothing.
    fn size(&self) -> Option<f64> {
        let reading = self.figure.as_ref().ok().filter(|reading| self.is_coloured && !reading.is_open())?;
        Some(reading.value)
    }
}

fn draw_cell(cell: &HeatCell, frame: Frame, ends: [f64; 2]) -> Vec<Mark> {
    // Half a number would be a wrong one.
    let fits = |text: &&String| text_width(text, Lettering::OnColour) <= frame.width - SPACE;
    let known = cell.figure.as_ref().ok();
    let text = known.and_then(|reading| std::iter::once(&reading.text).chain(&cell.shorter).find(fits));
    // A colour alone would make one number of what can be several, unless all of these have it.
    let is_one_colour = |reading: &Reading| step(reading.low, ends) == step(reading.high, ends);
    let is_sure = known.is_some_and(|reading| {
        !reading.is_open() && (!reading.is_computed || text.is_some() || is_one_colour(reading))
    });
    let paint = match cell.size().filter(|_| is_sure) {
        Some(size) => Paint::Heat(step(size, ends)),
        None => Paint::Slot,
    };
    let mut marks = vec![Mark::Rect(frame, paint)];
    if !is_sure {
        let half = text.map_or(0.0, |text| text_width(text, Lettering::OnColour) / 2.0 + TO_HATCHING);
        let [left, right] = [frame.middle().x - half, frame.middle().x + half];
        let beside = [
            Frame::between(frame.left, frame.top, left, frame.bottom()),
            Frame::between(right, frame.top, frame.right(), frame.bottom()),
        ];
        let lines = match text {
            Some(_) => beside.map(|part| hatch(part, GAP_LINES)).concat(),
            None => hatch(frame, GAP_LINES),
        };
        marks.push(Mark::Path(lines, Closed::No, Paint::Gap));
    }
    if let Some(text) = text {
        let place = at(frame.middle().x, frame.middle().y + BASE_LINE);
        marks.push(Mark::text(place, Anchor::Middle, Lettering::OnColour, text.clone()));
    }
    if cell.is_marked {
        let corner = at(frame.right() - MARK_INSET, frame.top + MARK_INSET);
        marks.push(Mark::Dot(corner, MARK, Paint::Ring(Hue::Accent)));
    }
    if cell.is_chosen {
        marks.push(Mark::Path(vec![frame.corners().into()], Closed::Yes, Paint::Whisker));
    }
    marks
}

/// The step of a value between two others: 0 for what is not above the lower one.
pub(super) fn step(value: f64, [least, largest]: [f64; 2]) -> u8 {
    let range = largest - least;
    if range <= 0.0 || !value.is_finite() {
        return 0;
    }
    let part = model::clamped((value - least) / range, 0.0, 1.0) * f64::from(HEAT_STEPS);
    part.ceil() as u8
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::LeadsTo;

    #[test]
    fn a_range_without_room_has_a_colour_where_all_of_it_has_that_one() {
        let painted = |low: f64, high: f64, width: f64| {
            let text = "49,630,982–49,768,781".to_owned();
            let reading = Reading { value: low, low, high, is_computed: true, text };
            let target = Target { to: LeadsTo::Nowhere, title: String::new(), lines: Vec::new() };
            let (is_coloured, is_chosen, is_marked) = (true, false, false);
            let cell = HeatCell {
                figure: Ok(reading),
                shorter: Vec::new(),
                is_coloured,
                is_chosen,
                is_marked,
                target,
            };
            let frame = Frame { left: 0.0, top: 0.0, width, height: ROW };
            match draw_cell(&cell, frame, [0.0, 100.0]).first() {
                Some(Mark::Rect(_, paint)) => *paint,
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(painted(50.1, 50.2, 20.0), Paint::Heat(step(50.1, [0.0, 100.0])));
        assert_eq!(painted(10.0, 90.0, 20.0), Paint::Slot);
        // With its numbers beside it a colour makes nothing of them.
        assert_eq!(painted(10.0, 90.0, 500.0), Paint::Heat(step(10.0, [0.0, 100.0])));
    }
}
