//! The month in a sentence.

use super::numbers::{Look, look};
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

/// The month in a sentence.
pub trait HeadlineWords {
    /// "China exported 21,300 t of aluminium wire and cable in April 2025, down 5.3% on March 2025 and up
    /// 8.43% on April 2024. …" Of only some members where a [`crate::scope`] is given.
    fn headline(&self, catalogue: &Catalogue, breakdown: &Breakdown, scope: &str) -> Vec<Fragment>;
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
