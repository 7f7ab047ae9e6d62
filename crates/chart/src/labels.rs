//! Texts that must find room: how wide they are, and how they make way for each other.

use super::geometry::{Frame, Point, at};
use super::paint::{Hue, Lettering, Paint};
use super::scene::{Anchor, Mark};
use model::sort_list;

/// What stands in the place of what was cut.
const CUT: char = '…';

/// How wide a text is, about, pixels: no font is asked. Chinese, Japanese and Korean characters are as wide as
/// they are high, capitals wider than small letters.
pub fn text_width(text: &str, lettering: Lettering) -> f64 {
    lettering.size() * text.chars().map(width_of).sum::<f64>()
}

/// A character's width as a part of its height.
fn width_of(character: char) -> f64 {
    match character {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | '\'' | ':' | ';' | '|' | ' ' => 0.30,
        'f' | 't' | 'r' | '(' | ')' | '-' => 0.38,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 0.88,
        'A'..='Z' => 0.70,
        '0'..='9' => 0.62,
        '\u{2E80}'..='\u{FFEF}' | '\u{1F000}'..='\u{3FFFF}' => 1.0,
        _ => 0.60,
    }
}

/// A text that is at most as wide as its room: whole, or cut with "…" at its end; nothing where not even two
/// characters fit.
pub fn fitted(text: &str, lettering: Lettering, room: f64) -> String {
    // A room that was made for this text may have lost the last digits.
    if text_width(text, lettering) <= room + 0.01 {
        return text.to_owned();
    }
    let mut left = room - lettering.size() * width_of(CUT);
    let mut cut = String::new();
    for character in text.chars() {
        left -= lettering.size() * width_of(character);
        if left < 0.0 {
            break;
        }
        cut.push(character);
    }
    let cut = cut.trim_end();
    if cut.chars().count() < 2 { String::new() } else { format!("{cut}{CUT}") }
}

/// A text in at most `most` lines that are at most as wide as their room, broken behind blanks, hyphens and Chinese
/// characters; `None` where it does not fit.
pub fn wrapped(text: &str, lettering: Lettering, room: f64, most: usize) -> Option<Vec<String>> {
    let breaks = |letter: char| matches!(letter, ' ' | '-' | '\u{4E00}'..='\u{9FFF}');
    let mut lines: Vec<String> = vec![String::new()];
    for piece in text.split_inclusive(breaks) {
        let line = lines.last_mut()?;
        let fits = |text: &str| text_width(text.trim_end(), lettering) <= room + 0.01;
        if fits(&format!("{line}{piece}")) {
            line.push_str(piece);
        } else if !line.is_empty() && fits(piece) {
            lines.push(piece.to_owned());
        } else {
            return None;
        }
    }
    let lines = lines.into_iter().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>();
    (lines.len() <= most).then_some(lines)
}

/// Moves heights apart until they are at least `gap` from each other, within `[top, bottom]`, each as near to where
/// it wants to be as that allows. Where not all find room, those behind have `None`: who comes first matters more.
pub fn spread(wanted: &[f64], gap: f64, top: f64, bottom: f64) -> Vec<Option<f64>> {
    let room =
        if gap > 0.0 { ((bottom - top) / gap + 1e-9).floor().max(0.0) as usize + 1 } else { wanted.len() };
    let mut placed: Vec<(usize, f64)> = wanted.iter().copied().take(room).enumerate().collect();
    sort_list(&mut placed, |(_, a), (_, b)| a.total_cmp(b));
    // Down from the top, each as high as it may be; then up again from the bottom where they ran out.
    let mut least = top;
    for (_, y) in &mut placed {
        *y = y.max(least);
        least = *y + gap;
    }
    let mut most = bottom;
    for (_, y) in placed.iter_mut().rev() {
        *y = y.min(most);
        most = *y - gap;
    }
    let mut heights = vec![None; wanted.len()];
    for (place, y) in placed {
        if let Some(height) = heights.get_mut(place) {
            *height = Some(y);
        }
    }
    heights
}

/// What stands in a picture already, where names are put beside marks.
#[derive(Debug, Default)]
pub struct Taken {
    /// What no name may lie on.
    pub frames: Vec<Frame>,
    /// All marks, each with its middle and its radius: a name is read for the one that it is next to.
    pub marks: Vec<(Point, f64)>,
}

/// Between a mark's edge and its name, and how much lower than its middle the name's base line is.
const TO_POINT: f64 = 3.0;
const POINT_DROP: f64 = 4.0;
/// Where there is no room beside a mark, a name is so much of its height further up or down.
const RAISED: f64 = 0.75;
/// A name beside a mark is at most so wide.
const WIDEST_NAME: f64 = 140.0;
/// Every other mark is so much further away from a name than its own is, and none within the other distance beyond an end
/// of the name.
const APART: f64 = 2.0;
pub const BEYOND: f64 = 12.0;
/// Between two names side by side.
const BETWEEN: f64 = 6.0;

impl Taken {
    /// A name beside a mark, above it or below it, that lies on nothing, is next to no other mark and inside of `all`; none
    /// where there is no such place. Marks that are smaller than a part `covered` of its own matter only
    /// within `beyond` an end of it: with 0, none is that small.
    pub fn beside(
        &mut self,
        (point, radius): (Point, f64),
        name: &str,
        [covered, beyond]: [f64; 2],
        all: Frame,
    ) -> Option<Mark> {
        let name = fitted(name, Lettering::Name, WIDEST_NAME);
        let (width, height) = (text_width(&name, Lettering::Name), Lettering::Name.size());
        let away = radius + TO_POINT;
        // Where the name's anchor is, and whether its own mark is left of it and right of it.
        let mut places = Vec::new();
        for raised in [0.0, height * RAISED, -height * RAISED] {
            places.push((Anchor::Start, at(point.x + away, point.y - raised), [true, false]));
            places.push((Anchor::End, at(point.x - away, point.y - raised), [false, true]));
        }
        for y in [point.y - away - height / 2.0, point.y + away + height / 2.0] {
            let above = [
                (Anchor::Middle, point.x),
                (Anchor::Start, point.x - radius),
                (Anchor::End, point.x + radius),
            ];
            places.extend(above.map(|(anchor, x)| (anchor, at(x, y), [false, false])));
        }
        for (anchor, place, own) in places {
            let left = match anchor {
                Anchor::Start => place.x,
                Anchor::Middle => place.x - width / 2.0,
                Anchor::End => place.x - width,
            };
            let frame = Frame { left, top: place.y - height / 2.0, width, height };
            let roomy = Frame { left: left - BETWEEN, width: width + BETWEEN * 2.0, ..frame };
            let is_free = frame.is_inside(all) && !self.frames.iter().any(|taken| taken.overlaps(roomy));
            if is_free && !self.is_misread(frame, own, (point, radius), [covered, beyond]) {
                self.frames.push(frame);
                return Some(Mark::text(at(place.x, place.y + POINT_DROP), anchor, Lettering::Name, name));
            }
        }
        None
    }

    /// Whether a name there, with its own mark at one of its ends or at neither, could be read for another mark: one that
    /// is as near, or one beyond an end where its own is not.
    fn is_misread(
        &self,
        frame: Frame,
        own: [bool; 2],
        mark: (Point, f64),
        [covered, width]: [f64; 2],
    ) -> bool {
        let beyond = [frame.left - width, frame.right()].map(|left| Frame { left, width, ..frame });
        self.marks.iter().filter(|other| **other != mark).any(|(middle, radius)| {
            let is_near = *radius >= mark.1 * covered && frame.distance(*middle) - radius < TO_POINT + APART;
            let is_beyond = |(end, is_own): (&Frame, bool)| !is_own && end.distance(*middle) < *radius;
            is_near || beyond.iter().zip(own).any(is_beyond)
        })
    }
}

impl Taken {
    /// A name in the middle of a mark that is wide enough for it, where no other name stands.
    pub fn inside(&mut self, (middle, radius): (Point, f64), name: &str) -> Option<Mark> {
        let (width, height) = (text_width(name, Lettering::Name), Lettering::Name.size());
        let [left, top] = [middle.x - width / 2.0, middle.y - height / 2.0];
        let frame = Frame { left, top, width, height };
        let is_free = width <= radius * 2.0 && !self.frames.iter().any(|taken| taken.overlaps(frame));
        let place = at(middle.x, middle.y + POINT_DROP);
        is_free.then(|| {
            self.frames.push(frame);
            Mark::text(place, Anchor::Middle, Lettering::Name, name)
        })
    }
}

/// Height of a line of a legend, of the mark beside a name and of the name's base line; between mark and name, and
/// between a name and the next one.
const LEGEND_LINE: f64 = 18.0;
const LEGEND_MARK: f64 = 10.0;
const LEGEND_BASE: f64 = 11.0;
const TO_LEGEND_NAME: f64 = 5.0;
const TO_NEXT: f64 = 14.0;
/// A legend has at most so many lines: whoever finds no room is told by targets alone.
const LEGEND_LINES: usize = 3;

/// Names with their hues at the upper edge of a picture, in as many lines as they need, and how high that is.
pub fn legend(names: &[(&str, Hue)], width: f64) -> (Vec<Mark>, f64) {
    let mut marks = Vec::new();
    let (mut x, mut line) = (0.0, 0);
    for (name, hue) in names {
        let lettering = Lettering::Name;
        let name = fitted(name, lettering, width - LEGEND_MARK - TO_LEGEND_NAME);
        let end = x + LEGEND_MARK + TO_LEGEND_NAME + text_width(&name, lettering);
        if end > width && x > 0.0 {
            (x, line) = (0.0, line + 1);
        }
        if line == LEGEND_LINES {
            break;
        }
        let top = LEGEND_LINE * line as f64;
        let mark = Frame { left: x, top: top + 2.0, width: LEGEND_MARK, height: LEGEND_MARK };
        x += LEGEND_MARK + TO_LEGEND_NAME;
        marks.push(Mark::Rect(mark, Paint::Fill(*hue)));
        x += text_width(&name, lettering) + TO_NEXT;
        let place = at(mark.right() + TO_LEGEND_NAME, top + LEGEND_BASE);
        marks.push(Mark::text(place, Anchor::Start, lettering, name));
    }
    let lines = if names.is_empty() { 0 } else { (line + 1).min(LEGEND_LINES) };
    (marks, LEGEND_LINE * lines as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_make_way_for_each_other_and_stay_inside() {
        let placed = spread(&[50.0, 51.0, 52.0], 10.0, 0.0, 60.0);
        assert_eq!(placed, [Some(40.0), Some(50.0), Some(60.0)]);
        assert_eq!(spread(&[5.0, 5.0], 10.0, 0.0, 100.0), [Some(5.0), Some(15.0)]);
        assert_eq!(spread(&[5.0, 5.0, 5.0], 10.0, 0.0, 10.0), [Some(0.0), Some(10.0), None]);
        assert_eq!(spread(&[], 10.0, 0.0, 10.0), []);
    }

    #[test]
    fn a_name_stands_beside_its_own_mark_only() {
        let all = Frame { left: 0.0, top: 0.0, width: 400.0, height: 100.0 };
        let own = (at(200.0, 50.0), 4.0);
        let anchor = |marks: &[(Point, f64)], covered| {
            let mut taken = Taken { marks: marks.to_vec(), ..Taken::default() };
            match taken.beside(own, "Mexico", [covered, BEYOND], all)? {
                Mark::Text(text) => Some(text.anchor),
                _ => None,
            }
        };
        assert_eq!(anchor(&[own], 0.0), Some(Anchor::Start));
        // Where its name would end, another mark is: at the other side nobody is.
        let end = own.0.x + 7.0 + text_width("Mexico", Lettering::Name);
        let neighbour = (at(end + 6.0, 50.0), 4.0);
        assert_eq!(anchor(&[own, neighbour], 0.0), Some(Anchor::End));
        // Much smaller ones matter only there.
        let [below, beyond] = [(at(end - 15.0, 50.0), 1.0), (at(end + 9.0, 50.0), 1.0)];
        assert_eq!(anchor(&[own, below], 0.0), Some(Anchor::End));
        assert_eq!(anchor(&[own, below], 0.6), Some(Anchor::Start));
        assert_eq!(anchor(&[own, beyond], 0.6), Some(Anchor::End));
        // Among many it has none.
        let around =
            (0..24).map(|n| (at(150.0 + f64::from(n % 12) * 9.0, if n < 12 { 40.0 } else { 60.0 }), 4.0));
        assert_eq!(anchor(&around.chain([own]).collect::<Vec<_>>(), 0.0), None);
    }

    #[test]
    fn a_name_is_broken_where_words_end() {
        let broken = |name: &str, room, most| wrapped(name, Lettering::Name, room, most);
        assert_eq!(broken("South Africa", 200.0, 2).unwrap(), ["South Africa"]);
        assert_eq!(broken("South Africa", 50.0, 2).unwrap(), ["South", "Africa"]);
        assert_eq!(broken("South Africa", 50.0, 1), None);
        assert_eq!(broken("Guinea-Bissau", 55.0, 2).unwrap(), ["Guinea-", "Bissau"]);
        assert_eq!(broken("特立尼达和多巴哥", 50.0, 2).unwrap(), ["特立尼达", "和多巴哥"]);
        assert_eq!(broken("Kazakhstan", 30.0, 3), None);
    }

    #[test]
    fn a_long_name_is_cut_and_a_chinese_one_is_wide() {
        assert_eq!(fitted("Mexico", Lettering::Name, 100.0), "Mexico");
        let cut = fitted(&"x".repeat(200), Lettering::Name, 80.0);
        assert!(cut.ends_with('…') && text_width(&cut, Lettering::Name) <= 80.0);
        assert_eq!(fitted("Mexico", Lettering::Name, 10.0), "");
        assert!(text_width("墨西哥", Lettering::Name) > text_width("Mex", Lettering::Name));
    }
}
