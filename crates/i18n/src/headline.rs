//! The finding: what the months did, in a sentence that is short enough for a heading.

use super::numbers::{Look, NumberWords, look, point, shown};
use breakdown::Breakdown;
use model::{Catalogue, Figure, Period};

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq)]
pub enum Fragment {
    /// Words.
    Text(String),
    /// A number.
    Number(Box<Figure>, Look),
    /// A month in words.
    Month(Period, String),
}

/// A finding without what numbers and months are, to be copied.
pub fn plain_finding(words: &dyn NumberWords, finding: &[Fragment]) -> String {
    let plain = |fragment: &Fragment| match fragment {
        Fragment::Text(text) | Fragment::Month(_, text) => text.clone(),
        Fragment::Number(figure, look) => shown(words, figure, *look),
    };
    finding.iter().map(plain).collect()
}

/// The finding in words.
pub trait HeadlineWords {
    /// "Exports fell 5.3% from March to 21,300 t in April 2025", "Exports rose 16.08% to 82,800 t in January–April
    /// 2025": of the breakdown's span, of only some members where a [`crate::scope`] is given. A change that only
    /// bounds are known of is told by its direction, and one of uncertain direction not at all.
    fn finding(&self, catalogue: &Catalogue, breakdown: &Breakdown, scope: &str) -> Vec<Fragment>;
}

/// A sentence that is being written.
#[derive(Default)]
pub(crate) struct Line {
    pub fragments: Vec<Fragment>,
}

impl Line {
    pub fn text(&mut self, text: &str) {
        match self.fragments.last_mut() {
            Some(Fragment::Text(last)) => last.push_str(text),
            _ => self.fragments.push(Fragment::Text(text.to_owned())),
        }
    }

    pub fn number(&mut self, figure: &Figure, look: Look) {
        self.fragments.push(Fragment::Number(Box::new(figure.clone()), look));
    }

    pub fn month(&mut self, period: Period, name: String) {
        self.fragments.push(Fragment::Month(period, name));
    }
}

/// How a growth is written behind a word for its direction: the number keeps its sign for machines and
/// loses it for readers.
pub(crate) const GROWTH: Look = Look { unsigned: true, ..look::UNIT };

/// Which way a quantity went, where that is certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    Rose,
    Fell,
    /// By less than the last digit that its change is told to.
    Flat,
}

impl Direction {
    pub fn of(growth: &Figure) -> Option<Direction> {
        // Nobody should learn of a direction from what others contradict.
        if growth.rests_on_aside() {
            return None;
        }
        match (point(growth), growth.bounds) {
            (Some((0.0, _)), _) => Some(Direction::Flat),
            (Some((value, _)), _) => Some(if value > 0.0 { Direction::Rose } else { Direction::Fell }),
            (None, bounds) if bounds.low > 0.0 => Some(Direction::Rose),
            (None, bounds) if bounds.high < 0.0 => Some(Direction::Fell),
            (None, _) => None,
        }
    }
}
