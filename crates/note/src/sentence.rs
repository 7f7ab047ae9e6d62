//! A note as a value: sections of sentences, sentences of words and figures.

use super::rule::{Reason, Rule};
use model::{Figure, Language, Period};
use serde::{Deserialize, Serialize};
use view::View;

/// A month in words. Built by [`super::write`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Note {
    /// The language of every text in it.
    pub language: Language,
    /// The month.
    pub period: Period,
    /// The dataset's id.
    pub dataset: String,
    /// The headline.
    pub title: Vec<Piece>,
    /// What a reader must know first, above everything: that the data is synthetic, or a choice.
    pub warnings: Vec<String>,
    /// The sentences, by subject. None is empty.
    pub sections: Vec<Section>,
    /// The rules that did not fire, and why.
    pub not_said: Vec<Unsaid>,
    /// Where the figures come from, and what the dataset covers: a line each.
    pub sources: Vec<SourceLine>,
    /// The view that shows the month.
    pub view: View,
}

/// Sentences on one subject.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Section {
    /// What they are about.
    pub topic: Topic,
    /// Its heading.
    pub title: String,
    /// The sentences.
    pub sentences: Vec<Sentence>,
    /// The views whose charts show what the sentences say.
    pub charts: Vec<ChartLink>,
}

/// A view whose chart shows what a section says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChartLink {
    /// What the part of the page is called that has the chart.
    pub name: String,
    /// The view of that part, of the month, the months together and the choice that the section tells of.
    pub view: View,
}

/// What a section is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Topic {
    /// Totals, their changes, value, records.
    Total,
    /// Products and trade modes.
    Structure,
    /// Destinations; of imports, origins.
    Destinations,
    /// Where the exporters are registered.
    RegistrationLocations,
    /// What made the change.
    Drivers,
    /// What to be careful with.
    Caution,
}

impl Topic {
    /// All of them in the order of a note, with their words in JSON.
    pub const NAMES: [(&'static str, Topic); 6] = [
        ("total", Topic::Total),
        ("structure", Topic::Structure),
        ("destinations", Topic::Destinations),
        ("registration_locations", Topic::RegistrationLocations),
        ("drivers", Topic::Drivers),
        ("caution", Topic::Caution),
    ];

    /// Its word in JSON.
    pub fn name(self) -> &'static str {
        Topic::NAMES.iter().find(|(_, t)| *t == self).map_or("", |(name, _)| name)
    }
}

/// A sentence, or a few that one rule says together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sentence {
    /// The rule that found it worth saying.
    pub rule: Rule,
    /// Its words and numbers, with the full stop.
    pub pieces: Vec<Piece>,
}

/// A part of a sentence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Piece {
    /// Words.
    Words(String),
    /// A figure.
    Number(Box<Number>),
}

/// A figure in a sentence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Number {
    /// The figure, with its bounds and how it is known.
    pub figure: Figure,
    /// As it is printed, with its unit, and with "about" where that is all that is known.
    pub text: String,
    /// The view that shows it.
    pub view: View,
    /// The ids of the claims that it rests on; none for records.
    pub claims: Vec<String>,
}

/// A rule that did not fire.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Unsaid {
    /// The rule.
    pub rule: Rule,
    /// Why.
    pub reason: Reason,
    /// Why it did not fire, in a sentence.
    pub why: String,
}

/// One source of a note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceLine {
    /// What it is.
    pub text: String,
    /// Its address: http or https, checked when the dataset was read.
    pub url: Option<String>,
}

impl Sentence {
    /// Its text.
    pub fn text(&self) -> String {
        text_of(&self.pieces)
    }
}

/// The text of pieces, one after the other.
pub fn text_of(pieces: &[Piece]) -> String {
    let texts = pieces.iter().map(|p| match p {
        Piece::Words(words) => words.as_str(),
        Piece::Number(number) => number.text.as_str(),
    });
    texts.collect()
}

/// Fixed texts of an export in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Labels {
    /// The heading of the box with the analyst's own words.
    pub interpretation: &'static str,
    /// The heading of the sources.
    pub sources: &'static str,
    /// What ends a heading in plain text.
    pub colon: &'static str,
    /// What stands between two sentences.
    pub stop: &'static str,
    /// Before the name of a chart.
    pub chart: &'static str,
    /// Before the rules that chose what the note says.
    pub said: &'static str,
    /// What stands between two of them.
    pub between_rules: &'static str,
}
