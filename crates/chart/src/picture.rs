//! A chart that is taken away: what it is, of when, and who it is from go with it.

use super::axis::hatch;
use super::geometry::{Frame, Point, Size, at};
use super::labels::{fitted, text_width};
use super::paint::{Lettering, Paint};
use super::scene::{Anchor, Closed, Mark, Scene, Text};

/// What stands around a chart.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Caption {
    /// What the chart says.
    pub title: String,
    /// Of what and when, and in which unit.
    pub subtitle: String,
    /// What its colours mean, where it does not say so itself.
    pub keys: Vec<(Paint, String)>,
    /// Source, date and address, a line each.
    pub foot: Vec<String>,
}

/// The shape of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// As wide as the chart is on the page, and as high as it needs.
    AsShown,
    /// 16:9, for slides.
    Wide,
    /// For posts.
    Square,
}

/// The size of a picture whose shape is given, before it is enlarged, pixels: its letters are large enough to be read
/// where it is shown at half of its pixels.
const WIDE: Size = Size { width: 800.0, height: 450.0 };
const SQUARE: Size = Size { width: 600.0, height: 600.0 };
/// A chart that is too high for a shape is drawn in a larger picture of that shape, step by step up to this one.
const LARGER: f64 = 1.1;
const LARGEST: f64 = 4.0;
/// Around everything, and between title, chart and foot.
const MARGIN: f64 = 24.0;
const GAP: f64 = 14.0;
/// Bold letters are wider than others, as a part of their width.
const BOLD: f64 = 1.18;
/// From a base line to the next, as a part of the letters' height.
const LEADING: f64 = 1.3;
/// A title takes at most so many lines, what stands below it as many.
const LINES: usize = 3;
/// The mark beside a key's words, and what lies between, pixels.
const KEY: f64 = 10.0;
const TO_WORDS: f64 = 6.0;
/// Between the lines of a key that is hatched.
const HATCH: f64 = 3.0;
const TO_NEXT_KEY: f64 = 18.0;

/// The picture of a chart. `chart` draws it for a width and, where it can choose, a height; `shown` is its size on
/// the page. One that is too high for any picture of a shape is drawn as shown.
pub fn picture(caption: &Caption, shape: Shape, shown: Size, chart: &dyn Fn(Size) -> Scene) -> Scene {
    let fixed = match shape {
        Shape::AsShown => None,
        Shape::Wide => Some(WIDE),
        Shape::Square => Some(SQUARE),
    };
    let mut by = 1.0;
    while let Some(Size { width, height }) = fixed.filter(|_| by < LARGEST) {
        let (scene, fits) = composed(caption, width * by, Some(height * by), 0.0, chart);
        if fits {
            return scene;
        }
        by *= LARGER;
    }
    composed(caption, shown.width + 2.0 * MARGIN, None, shown.height, chart).0
}

/// A picture of a width, and whether everything has its room. Its height is the given one, else what it takes with a
/// chart of `own` height.
fn composed(
    caption: &Caption,
    width: f64,
    height: Option<f64>,
    own: f64,
    chart: &dyn Fn(Size) -> Scene,
) -> (Scene, bool) {
    let room = width - 2.0 * MARGIN;
    let mut above = Column::new(room);
    above.write(&caption.title, Lettering::Title);
    above.write(&caption.subtitle, Lettering::Lead);
    let mut below = Column::new(room);
    below.keys(&caption.keys);
    for line in &caption.foot {
        below.write(line, Lettering::Note);
    }
    let around = 2.0 * MARGIN + above.height + below.height + 2.0 * GAP;
    let left = height.map_or(own, |height| (height - around).max(0.0));
    let body = chart(Size { width: room, height: left });
    let (drawn, fits) = (body.size.height, body.size.height <= left + 0.5);
    let height = height.unwrap_or(around + drawn);
    let spare = (height - around - drawn).max(0.0);
    let top = MARGIN + above.height + GAP + spare / 2.0;
    let foot = height - MARGIN - below.height;
    let mut marks = moved(above.marks, at(MARGIN, MARGIN));
    marks.extend(moved(body.marks, at(MARGIN, top)));
    marks.extend(moved(below.marks, at(MARGIN, foot)));
    (Scene { size: Size { width, height }, marks }, fits)
}

/// Lines of text below each other.
struct Column {
    width: f64,
    height: f64,
    marks: Vec<Mark>,
}

impl Column {
    fn new(width: f64) -> Column {
        Column { width, height: 0.0, marks: Vec::new() }
    }

    /// A text in as many lines as it needs; the last of those that it may have is cut.
    fn write(&mut self, text: &str, lettering: Lettering) {
        let width = if lettering == Lettering::Title { self.width / BOLD } else { self.width };
        for line in wrapped(text, lettering, width) {
            let base = at(0.0, self.height + lettering.size());
            self.marks.push(Mark::text(base, Anchor::Start, lettering, line));
            self.height += lettering.size() * LEADING;
        }
    }

    fn keys(&mut self, keys: &[(Paint, String)]) {
        if keys.is_empty() {
            return;
        }
        let (lettering, mut x) = (Lettering::Name, 0.0);
        let line = lettering.size() * LEADING;
        for (paint, words) in keys {
            let needs = KEY + TO_WORDS + text_width(words, lettering);
            if x > 0.0 && x + needs > self.width {
                (x, self.height) = (0.0, self.height + line);
            }
            let top = self.height + (lettering.size() - KEY);
            let frame = Frame { left: x, top, width: KEY, height: KEY };
            self.marks.push(match paint {
                Paint::Line(_) | Paint::Thin(_) => {
                    let middle = top + KEY / 2.0;
                    Mark::Path(vec![vec![at(x, middle), at(x + KEY, middle)]], Closed::No, *paint)
                }
                Paint::Gap => Mark::Path(hatch(frame, HATCH), Closed::No, *paint),
                _ => Mark::Rect(frame, *paint),
            });
            let base = at(x + KEY + TO_WORDS, self.height + lettering.size());
            self.marks.push(Mark::text(base, Anchor::Start, lettering, words.clone()));
            x += needs + TO_NEXT_KEY;
        }
        self.height += line + GAP / 2.0;
    }
}

/// A text in lines that are at most so wide. Words are kept whole where a line has room for them; between Chinese
/// characters a line may end anywhere, and in an address behind the marks that part it.
pub fn wrapped(text: &str, lettering: Lettering, width: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        let longer = format!("{line}{piece}");
        if line.trim().is_empty() || text_width(longer.trim_end(), lettering) <= width {
            line = longer;
            continue;
        }
        lines.push(line);
        line = piece.trim_start().to_owned();
    }
    lines.push(line);
    let rest = if lines.len() > LINES { lines.split_off(LINES).concat() } else { String::new() };
    if let Some(last) = lines.last_mut() {
        last.push_str(&rest);
    }
    let lines = lines.iter().map(|line| fitted(line.trim(), lettering, width));
    lines.filter(|line| !line.is_empty()).collect()
}

/// The parts between which a line may end: words with the blank behind them, wide characters each, parts of an address.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut begin = 0;
    for (place, character) in text.char_indices() {
        let end = place + character.len_utf8();
        let next = text.get(end..).and_then(|rest| rest.chars().next());
        let is_wide = |c: char| matches!(c, '\u{2E80}'..='\u{FFEF}');
        // What closes stays with what it closes.
        let closes = next.is_some_and(|next| "，。、；：）》”％".contains(next));
        let parts = matches!(character, ' ' | '&' | '?' | '/') || is_wide(character);
        if parts && !closes && !matches!(next, Some(' ' | '/')) {
            pieces.extend(text.get(begin..end));
            begin = end;
        }
    }
    pieces.extend(text.get(begin..).filter(|rest| !rest.is_empty()));
    pieces
}

/// Marks at another place.
fn moved(marks: Vec<Mark>, by: Point) -> Vec<Mark> {
    let to = |point: Point| at(point.x + by.x, point.y + by.y);
    let mark = |mark| match mark {
        Mark::Rect(frame, paint) => {
            Mark::Rect(Frame { left: frame.left + by.x, top: frame.top + by.y, ..frame }, paint)
        }
        Mark::Path(runs, closed, paint) => {
            let runs = runs.into_iter().map(|run| run.into_iter().map(to).collect()).collect();
            Mark::Path(runs, closed, paint)
        }
        Mark::Dot(middle, radius, paint) => Mark::Dot(to(middle), radius, paint),
        Mark::Text(text) => Mark::Text(Text { at: to(text.at), ..text }),
        Mark::Target(target, marks) => Mark::Target(target, moved(marks, by)),
    };
    marks.into_iter().map(mark).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_between_words_and_between_chinese_characters() {
        let lines =
            wrapped("Exports fell 5.3% from March to 21,300 t in April 2025", Lettering::Title, 240.0);
        assert_eq!(lines, ["Exports fell 5.3% from", "March to 21,300 t in April", "2025"]);
        let width = 8.5 * Lettering::Title.size();
        let lines = wrapped("2025年4月出口2.13万吨，环比下降5.3%", Lettering::Title, width);
        assert_eq!(lines.concat(), "2025年4月出口2.13万吨，环比下降5.3%");
        assert!(lines.iter().all(|line| !line.starts_with('，')), "{lines:?}");
        let address = "https://example.org/charts/?d=cn-aluminium-wire-cable&period=2025-09&view=trend";
        let lines = wrapped(address, Lettering::Note, 200.0);
        assert!(lines.len() > 1 && lines.concat() == address, "{lines:?}");
        let long = wrapped(&"word ".repeat(100), Lettering::Title, 200.0);
        assert!(long.len() == LINES && long.last().is_some_and(|line| line.ends_with('…')), "{long:?}");
    }

    #[test]
    fn a_picture_keeps_its_shape_and_everything_inside() {
        let caption = Caption {
            title: "What it says".to_owned(),
            subtitle: "Of what".to_owned(),
            keys: vec![(Paint::Column, "reported".to_owned())],
            foot: vec!["Source: somebody".to_owned()],
        };
        // A chart that is as high as it wants to be.
        let high = |size: Size| Scene { size: Size { height: 700.0, ..size }, marks: Vec::new() };
        let endless = |size: Size| Scene { size: Size { height: 9000.0, ..size }, marks: Vec::new() };
        let yielding = |size: Size| Scene { size, marks: Vec::new() };
        let shown = Size { width: 700.0, height: 260.0 };
        for (shape, ratio) in [(Shape::Wide, 16.0 / 9.0), (Shape::Square, 1.0)] {
            for chart in [&high as &dyn Fn(Size) -> Scene, &yielding] {
                let Scene { size, marks } = picture(&caption, shape, shown, chart);
                assert!((size.width / size.height - ratio).abs() < 0.01, "{size:?}");
                let inside = Frame { left: 0.0, top: 0.0, width: size.width, height: size.height };
                let texts = marks
                    .iter()
                    .filter_map(|mark| if let Mark::Text(text) = mark { Some(text) } else { None });
                assert!(texts.map(Text::frame).all(|frame| frame.is_inside(inside)));
            }
        }
        let Scene { size, .. } = picture(&caption, Shape::AsShown, shown, &yielding);
        assert_eq!(size.width, 748.0);
        let Scene { size, .. } = picture(&caption, Shape::Wide, shown, &endless);
        assert!(size.width == 748.0 && size.height > 9000.0, "{size:?}");
    }
}
