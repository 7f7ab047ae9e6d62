//! A line as small as a word: how something went, without its numbers.

use crate::datum::{Datum, Reading};
use crate::geometry::{Frame, Point, Size, at};
use crate::paint::{Hue, Paint};
use crate::scale::{Band, Linear};
use crate::scene::{Closed, Mark, Scene};

/// A series.
#[derive(Debug, Clone, PartialEq)]
pub struct Sparkline {
    /// Its colour.
    pub hue: Hue,
    /// The figures in order; where one is not known, or may be more, the line is broken.
    pub data: Vec<Datum>,
    /// The position that has a dot.
    pub chosen: Option<usize>,
}

/// What a line goes through.
fn known(datum: &Datum) -> Option<&Reading> {
    datum.as_ref().ok().filter(|reading| !reading.is_open())
}

/// The dot, and half of a point with nothing beside it.
const DOT: f64 = 2.5;
const POINT: f64 = 1.0;

impl Sparkline {
    /// The picture, from zero up to the largest.
    pub fn draw(&self, size: Size) -> Scene {
        let frame = Frame { left: 0.0, top: 0.0, width: size.width, height: size.height }.shrunk(DOT);
        let values = || self.data.iter().filter_map(known).map(|reading| reading.value);
        let ends = [values().fold(0.0, f64::min), values().fold(0.0, f64::max)];
        let scale = Linear { values: ends, pixels: [frame.bottom(), frame.top] };
        let band = Band::new(frame.left, frame.right(), self.data.len());
        let point = |slot: usize, reading: &Reading| at(band.middle(slot), scale.at(reading.value));
        let mut scene = Scene { size, marks: Vec::new() };
        if frame.is_empty() {
            return scene;
        }

        let mut runs: Vec<Vec<Point>> = vec![Vec::new()];
        for (slot, datum) in self.data.iter().enumerate() {
            match (known(datum), runs.last_mut()) {
                (Some(reading), Some(run)) => run.push(point(slot, reading)),
                _ => runs.push(Vec::new()),
            }
        }
        for run in &runs {
            if let [lonely] = run.as_slice() {
                scene.marks.push(Mark::Dot(*lonely, POINT, Paint::Fill(self.hue)));
            }
        }
        runs.retain(|run| run.len() > 1);
        if !runs.is_empty() {
            scene.marks.push(Mark::Path(runs, Closed::No, Paint::Line(self.hue)));
        }
        let chosen = self.chosen.and_then(|slot| Some((slot, known(self.data.get(slot)?)?)));
        if let Some((slot, reading)) = chosen {
            let paint = if reading.is_computed { Paint::Ring(self.hue) } else { Paint::Fill(self.hue) };
            scene.marks.push(Mark::Dot(point(slot, reading), DOT, paint));
        }
        scene
    }
}
