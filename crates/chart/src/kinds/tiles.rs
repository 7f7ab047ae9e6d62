//! China's provinces as a map of equal tiles: small ones are seen as well as large ones.

use crate::axis::hatch;
use crate::datum::Datum;
use crate::geometry::{Frame, Size, at};
use crate::kinds::heat::{GAP_LINES, step};
use crate::labels::{fitted, text_width};
use crate::paint::{Lettering, Paint};
use crate::scene::{Anchor, Closed, Mark, Scene, Target};

/// A map of China.
#[derive(Debug, Clone, PartialEq)]
pub struct Tiles {
    /// Provinces, in any order. The place of one that is not listed is hatched.
    pub provinces: Vec<Province>,
}

/// A province.
#[derive(Debug, Clone, PartialEq)]
pub struct Province {
    /// Its code of GB/T 2260, two or six digits: "11" or "110000" for Beijing. Others have no tile.
    pub code: String,
    /// Its short name.
    pub name: String,
    /// Its figure; of zero the tile is plain.
    pub figure: Datum,
    /// What it tells, and where it leads.
    pub target: Target,
}

/// Provinces by the first two digits of their code, each with its column and its row. Neighbours are near each other.
const PLACES: [(&str, u8, u8); 34] = [
    ("11", 4, 1), // Beijing
    ("12", 5, 2), // Tianjin
    ("13", 4, 2), // Hebei
    ("14", 3, 2), // Shanxi
    ("15", 3, 1), // Inner Mongolia
    ("21", 5, 1), // Liaoning
    ("22", 6, 1), // Jilin
    ("23", 6, 0), // Heilongjiang
    ("31", 6, 4), // Shanghai
    ("32", 5, 4), // Jiangsu
    ("33", 5, 5), // Zhejiang
    ("34", 4, 4), // Anhui
    ("35", 5, 6), // Fujian
    ("36", 4, 5), // Jiangxi
    ("37", 4, 3), // Shandong
    ("41", 3, 3), // Henan
    ("42", 3, 4), // Hubei
    ("43", 3, 5), // Hunan
    ("44", 4, 6), // Guangdong
    ("45", 3, 6), // Guangxi
    ("46", 3, 7), // Hainan
    ("50", 2, 4), // Chongqing
    ("51", 1, 4), // Sichuan
    ("52", 2, 5), // Guizhou
    ("53", 1, 5), // Yunnan
    ("54", 0, 3), // Tibet
    ("61", 2, 3), // Shaanxi
    ("62", 1, 2), // Gansu
    ("63", 1, 3), // Qinghai
    ("64", 2, 2), // Ningxia
    ("65", 0, 2), // Xinjiang
    ("71", 6, 6), // Taiwan
    ("81", 5, 7), // Hong Kong
    ("82", 4, 7), // Macao
];
const COLUMNS: f64 = 7.0;
const ROWS: f64 = 8.0;
/// The largest that a tile gets, and the space around it.
const WIDEST: f64 = 68.0;
const SPACE: f64 = 1.5;
/// Between a tile's edge and its texts.
const INSIDE: f64 = 2.0;
/// Base lines of the name and of the number, from the middle of a tile.
const NAME_UP: f64 = 2.0;
const NUMBER_DOWN: f64 = 13.0;
/// How far both reach from the middle.
const TEXTS: f64 = 17.0;
/// The base line of a name that stands alone.
const BASE_LINE: f64 = 4.0;

impl Tiles {
    /// How high a picture of a width is, pixels.
    pub fn height(width: f64) -> f64 {
        tile_width(width) * ROWS
    }

    /// The picture, in the middle of its width.
    pub fn draw(&self, width: f64) -> Scene {
        let side = tile_width(width);
        let left = (width - side * COLUMNS) / 2.0;
        let figures = self.provinces.iter().filter_map(|p| p.figure.as_ref().ok()).filter(|r| !r.is_open());
        let largest = figures.map(|reading| reading.value).fold(0.0, f64::max);
        let marks = PLACES.iter().flat_map(|(code, column, row)| {
            let (x, y) = (f64::from(*column), f64::from(*row));
            let frame =
                Frame { left: left + side * x, top: side * y, width: side, height: side }.shrunk(SPACE);
            match self.provinces.iter().find(|province| province.code.starts_with(code)) {
                Some(province) => {
                    vec![Mark::Target(province.target.clone(), draw_tile(province, frame, largest))]
                }
                None => unknown(frame),
            }
        });
        Scene { size: Size { width, height: Tiles::height(width) }, marks: marks.collect() }
    }
}

fn tile_width(width: f64) -> f64 {
    (width / COLUMNS).min(WIDEST)
}

fn unknown(frame: Frame) -> Vec<Mark> {
    vec![Mark::Rect(frame, Paint::Slot), Mark::Path(hatch(frame, GAP_LINES), Closed::No, Paint::Gap)]
}

/// The same of what may be more: hatched above and below its texts.
fn open(frame: Frame) -> Vec<Mark> {
    let height = (frame.height / 2.0 - TEXTS).max(0.0);
    let lower = Frame { top: frame.bottom() - height, height, ..frame };
    let lines = [Frame { height, ..frame }, lower].map(|strip| hatch(strip, GAP_LINES)).concat();
    vec![Mark::Rect(frame, Paint::Slot), Mark::Path(lines, Closed::No, Paint::Gap)]
}

fn draw_tile(province: &Province, frame: Frame, largest: f64) -> Vec<Mark> {
    let room = frame.width - INSIDE * 2.0;
    let middle = frame.middle();
    let (mut marks, number) = match &province.figure {
        Ok(reading) if reading.is_open() => (open(frame), reading.text.as_str()),
        Ok(reading) => {
            let paint = Paint::Heat(step(reading.value, [0.0, largest]));
            (vec![Mark::Rect(frame, paint)], reading.text.as_str())
        }
        Err(_) => (unknown(frame), ""),
    };
    let of_number = Lettering::OnColour;
    // Rather smaller than cut.
    let fits = text_width(&province.name, Lettering::Name) <= room;
    let of_name = if fits { Lettering::Name } else { Lettering::OnColour };
    let name = fitted(&province.name, of_name, room);
    // Half a number would be a wrong one.
    let has_number = !number.is_empty()
        && text_width(number, of_number) <= room
        && frame.height >= (NUMBER_DOWN + INSIDE) * 2.0;
    let base = if has_number { -NAME_UP } else { BASE_LINE };
    if !name.is_empty() {
        marks.push(Mark::text(at(middle.x, middle.y + base), Anchor::Middle, of_name, name));
    }
    if has_number {
        let place = at(middle.x, middle.y + NUMBER_DOWN);
        marks.push(Mark::text(place, Anchor::Middle, of_number, number));
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_province_has_a_tile_of_its_own() {
        for (place, (code, column, row)) in PLACES.iter().enumerate() {
            assert!(f64::from(*column) < COLUMNS && f64::from(*row) < ROWS, "{code}");
            for (other, x, y) in PLACES.iter().skip(place + 1) {
                assert!(code < other && (column, row) != (x, y), "{code} and {other}");
            }
        }
    }
}
