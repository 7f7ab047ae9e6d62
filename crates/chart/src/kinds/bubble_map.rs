//! Partners on a map of the world, the larger the bubble the more. The land has no borders: it tells where somebody
//! is, nothing else.

use crate::axis::hatch_dot;
use crate::datum::{Datum, Reading};
use crate::geometry::{Frame, Point, Size, at};
use crate::kinds::heat::GAP_LINES;
use crate::labels::{BEYOND, Taken, text_width};
use crate::paint::{Hue, Lettering, Paint};
use crate::scene::{Anchor, Closed, Mark, Scene, Target};
use model::{clamped, sort_list};

/// A map of the world.
#[derive(Debug, Clone, PartialEq)]
pub struct BubbleMap {
    /// What stands behind the number of the legend: " t".
    pub unit: &'static str,
    /// The partners, in any order.
    pub bubbles: Vec<Bubble>,
}

/// A partner.
#[derive(Debug, Clone, PartialEq)]
pub struct Bubble {
    /// Its name.
    pub name: String,
    /// Its colour.
    pub hue: Hue,
    /// Its longitude and latitude in degrees: see [`crate::place`].
    pub place: (f64, f64),
    /// Its figure; of nothing and of what is below it there is no bubble.
    pub figure: Datum,
    /// What it tells, and where it leads.
    pub target: Target,
}

/// The outlines of all land, as parts of the map's width.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Land {
    outlines: Vec<Vec<Point>>,
}

/// How many units of a file of land the map is wide: see `tools/make-land.mjs`, which writes it.
const UNITS: i32 = 2_000;
/// Where the map is cut and where it ends, degrees, as the tool has them: it is cut through Bering Strait.
const MIDDLE: f64 = 11.5;
const TOP: f64 = 84.0;
const BOTTOM: f64 = -57.0;
/// The radius of the largest bubble as a part of the width, and between what it lies, pixels.
const LARGEST_PART: f64 = 0.05;
const LARGEST_RADIUS: [f64; 2] = [14.0, 48.0];
/// The least radius that is seen, and that of what answers.
const SEEN: f64 = 1.5;
const SLOT: f64 = 9.0;
/// The radius of the circle of whom nothing is known, and the least of one of whom there may be more.
const UNKNOWN: f64 = 7.0;
/// Bounds that make radiuses closer than this are not drawn apart.
const VISIBLE: f64 = 1.5;
/// Between the edges, the legend and the number above it.
const TO_LEGEND: f64 = 6.0;

/// A bubble whose radius is a smaller part of another's may have that one's name on it.
const COVERED: f64 = 0.6;

impl Land {
    /// Reads a file of land: a line for each outline, x and y of its first point and by how much each other one is
    /// further right and further down. `None` where a line is anything else, or leaves the map.
    pub fn read(text: &str) -> Option<Land> {
        let highest = f64::from(UNITS) * map_height();
        let inside = |point: Point| {
            (0.0..=f64::from(UNITS)).contains(&point.x) && (0.0..=highest + 1.0).contains(&point.y)
        };
        let mut land = Land::default();
        for line in text.lines() {
            let mut numbers = line.split(' ').map(|number| number.parse::<i16>().ok());
            let mut outline = Vec::new();
            let mut point = Point::default();
            while let Some(right) = numbers.next() {
                point = at(point.x + f64::from(right?), point.y + f64::from(numbers.next()??));
                if !inside(point) {
                    return None;
                }
                outline.push(at(point.x / f64::from(UNITS), point.y / f64::from(UNITS)));
            }
            land.outlines.push(outline);
        }
        Some(land)
    }
}

/// How wide the map is at a latitude (radians), and how far from the equator it is: Natural Earth's projection of Tom
/// Patterson, as the polynomial of Bojan Šavrič.
fn across(latitude: f64) -> f64 {
    let square = latitude * latitude;
    let fourth = square * square;
    0.8707
        + square * -0.131979
        + fourth * -0.013791
        + fourth * fourth * square * (0.003971 + square * -0.001529)
}

fn up(latitude: f64) -> f64 {
    let square = latitude * latitude;
    let sixth = square * square * square;
    latitude * (1.007226 + square * 0.015085 + sixth * (-0.044475 + square * (0.028874 + square * -0.005916)))
}

/// The width of the map at the equator.
fn map_width() -> f64 {
    across(0.0) * std::f64::consts::TAU
}

/// Its height as a part of its width.
fn map_height() -> f64 {
    (up(TOP.to_radians()) - up(BOTTOM.to_radians())) / map_width()
}

/// Where a longitude and a latitude are, as parts of the map's width.
fn projected((longitude, latitude): (f64, f64)) -> Point {
    let mut east = longitude - MIDDLE;
    if east < -180.0 {
        east += 360.0;
    }
    let north = clamped(latitude, BOTTOM, TOP).to_radians();
    at(
        0.5 + east.to_radians() * across(north) / map_width(),
        (up(TOP.to_radians()) - up(north)) / map_width(),
    )
}

impl BubbleMap {
    /// How high a picture of a width is, pixels.
    pub fn height(width: f64) -> f64 {
        width * map_height()
    }

    /// The picture. Without land, as before it has come, bubbles are where they will be.
    pub fn draw(&self, land: &Land, width: f64) -> Scene {
        let size = Size { width, height: BubbleMap::height(width) };
        let scaled = |point: Point| at(point.x * width, point.y * width);
        let outline = |outline: &Vec<Point>| outline.iter().map(|point| scaled(*point)).collect();
        let outlines: Vec<Vec<Point>> = land.outlines.iter().map(outline).collect();
        let mut scene = Scene { size, marks: vec![Mark::Path(outlines, Closed::Yes, Paint::Land)] };

        let readings = || self.bubbles.iter().filter_map(|bubble| bubble.figure.as_ref().ok());
        let highest = readings().map(Reading::top).fold(0.0, f64::max);
        let largest = clamped(width * LARGEST_PART, LARGEST_RADIUS[0], LARGEST_RADIUS[1]);
        // As many times the area as it is as much.
        let radius = |value: f64| if value > 0.0 { (value / highest).sqrt() * largest } else { 0.0 };

        let mut bubbles: Vec<(&Bubble, f64)> = self
            .bubbles
            .iter()
            .map(|bubble| {
                let reach = |reading: &Reading| {
                    let seen = match reading.is_open() {
                        true => UNKNOWN,
                        false if reading.top() > 0.0 => SEEN,
                        false => 0.0,
                    };
                    radius(reading.top()).max(seen)
                };
                (bubble, bubble.figure.as_ref().map_or(UNKNOWN, reach))
            })
            .filter(|(_, reach)| *reach > 0.0)
            .collect();
        // The largest lies lowest, and is named first.
        sort_list(&mut bubbles, |(_, a), (_, b)| b.total_cmp(a));
        let middle = |bubble: &Bubble, reach: f64| {
            let middle = scaled(projected(bubble.place));
            // At the edges a bubble moves in.
            at(middle.x.min(width - reach).max(reach), middle.y.min(size.height - reach).max(reach))
        };
        for (bubble, reach) in &bubbles {
            let middle = middle(bubble, *reach);
            let mut marks = vec![Mark::Dot(middle, reach.max(SLOT), Paint::Slot)];
            match &bubble.figure {
                Ok(reading) if !reading.is_open() => {
                    marks.extend(draw_bubble(middle, *reach, radius(reading.low), bubble.hue));
                }
                _ => {
                    // On land lines alone would not be seen.
                    marks.push(Mark::Dot(middle, *reach, Paint::Ring(Hue::Rest)));
                    let lines = hatch_dot(middle, *reach, GAP_LINES);
                    marks.push(Mark::Path(lines, Closed::No, Paint::Gap));
                }
            }
            scene.marks.push(Mark::Target(bubble.target.clone(), marks));
        }
        let mut taken = Taken {
            marks: bubbles.iter().map(|(bubble, reach)| (middle(bubble, *reach), *reach)).collect(),
            ..Taken::default()
        };
        scene.marks.extend(self.legend(size, radius, &mut taken));
        let all = Frame { left: 0.0, top: 0.0, width, height: size.height };
        for (bubble, reach) in &bubbles {
            let own = (middle(bubble, *reach), *reach);
            // A name may lie on bubbles that are much smaller than its own where there is no better place: else islands
            // are named, and not who is large among them. Among others as large as itself it finds room in its own
            // bubble only.
            let name = taken.beside(own, &bubble.name, [0.0, BEYOND], all);
            let name = name.or_else(|| taken.beside(own, &bubble.name, [COVERED, BEYOND], all));
            scene.marks.extend(name.or_else(|| taken.inside(own, &bubble.name)));
        }
        scene
    }

    /// How large the largest known one is, at the left below, where there is sea.
    fn legend(&self, size: Size, radius: impl Fn(f64) -> f64, taken: &mut Taken) -> Vec<Mark> {
        let readings = self.bubbles.iter().filter_map(|bubble| bubble.figure.as_ref().ok());
        let whole = readings.filter(|reading| !reading.is_open());
        let largest = whole.max_by(|a, b| a.value.total_cmp(&b.value)).filter(|largest| largest.value > 0.0);
        let Some(largest) = largest else { return Vec::new() };
        let reach = radius(largest.value);
        let middle = at(TO_LEGEND + reach, size.height - TO_LEGEND - reach);
        let words = format!("{}{}", largest.text, self.unit);
        // Above it: beside it, on a narrow map, is America.
        let place = at(TO_LEGEND, middle.y - reach - TO_LEGEND);
        let right = place.x + text_width(&words, Lettering::Tick).max(reach * 2.0);
        let top = place.y - Lettering::Tick.size();
        if right > size.width || top < 0.0 {
            return Vec::new();
        }
        taken.frames.push(Frame::between(0.0, top, right, size.height));
        vec![
            Mark::Dot(middle, reach, Paint::Thin(Hue::Rest)),
            Mark::text(place, Anchor::Start, Lettering::Tick, words),
        ]
    }
}

/// A bubble as large as it can be, and inside of it how large it is at least.
fn draw_bubble(middle: Point, reach: f64, least: f64, hue: Hue) -> Vec<Mark> {
    let mut marks =
        vec![Mark::Dot(middle, reach, Paint::Tint(hue)), Mark::Dot(middle, reach, Paint::Thin(hue))];
    if reach - least >= VISIBLE {
        marks.push(Mark::Dot(middle, least, Paint::Tint(hue)));
        marks.push(Mark::Dot(middle, least, Paint::Thin(hue)));
    } else {
        marks.push(Mark::Dot(middle, reach, Paint::Tint(hue)));
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a place is on land, by how many outlines are left of it.
    fn is_land(land: &Land, place: (f64, f64)) -> bool {
        let point = projected(place);
        let crosses = |outline: &Vec<Point>| {
            let ends = outline.iter().zip(outline.iter().cycle().skip(1));
            let left = |(a, b): &(&Point, &Point)| {
                (a.y > point.y) != (b.y > point.y)
                    && a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x) < point.x
            };
            ends.filter(left).count()
        };
        land.outlines.iter().map(crosses).sum::<usize>() % 2 == 1
    }

    #[test]
    fn the_land_lies_where_places_are() {
        let land = Land::read(include_str!("../../../../public/land.txt")).unwrap();
        for code in
            ["CHN", "DEU", "BRA", "AUS", "USA", "CAN", "RUS", "ZAF", "MEX", "IND", "GHA", "KAZ", "ARG", "MNG"]
        {
            assert!(is_land(&land, crate::place(code).unwrap()), "{code}");
        }
        // East of the cut, where Asia ends, and at the far ends of America, Africa and Australia.
        for place in
            [(-173.0, 66.5), (178.0, 68.0), (-69.0, -53.7), (19.5, -34.0), (146.5, -42.2), (-165.0, 64.8)]
        {
            assert!(is_land(&land, place), "{place:?}");
        }
        // Four oceans, the Caspian Sea, the Black Sea and the Mediterranean.
        for sea in [
            (-30.0, 20.0),
            (-150.0, 0.0),
            (80.0, -30.0),
            (0.0, 78.0),
            (51.0, 39.0),
            (34.0, 43.3),
            (18.0, 35.0),
        ] {
            assert!(!is_land(&land, sea), "{sea:?}");
        }
    }

    #[test]
    fn a_file_of_anything_else_is_no_land() {
        for text in [
            "1",
            "1 2 3",
            "1 2 a b",
            "1 2  3 4",
            "1.5 2",
            "-1 5",
            "1990 5 20 0",
            "5 5000",
            "99999999999 1",
            "{}",
        ] {
            assert_eq!(Land::read(text), None, "{text}");
        }
        assert_eq!(Land::read(""), Some(Land::default()));
    }
}
