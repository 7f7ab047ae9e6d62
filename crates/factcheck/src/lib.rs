//! Checks a published note: finds its figures, says what each is about, and compares it with a dataset
//! and with the other figures of the note.
//!
//! [`check`] reads a text in steps: `text` makes characters alike, `token` finds numbers, dates, names and
//! known words, `heading` a unit that is said once; `window`, `label` and `after` look at the words around a
//! number, `whom` and `moving` say whom and which months these mean, `settle` lets neighbours decide what is
//! left open, `evidence` the note's own numbers. Whatever a word that is not known might change is not
//! understood, and says so: a wrong match is worse than none. `matching` asks the dataset, `own` the engine of
//! [`ledger::implied`]. Knows no page, no file and no JSON.

mod after;
mod cell;
mod comparisons;
mod context;
mod cue;
mod date;
mod date_in_han;
mod doubt;
mod draft;
mod evidence;
mod grid;
mod head;
mod heading;
mod label;
mod matching;
mod months;
mod moving;
mod names;
mod number;
mod own;
mod pairs;
mod quiet;
mod read;
mod reading;
mod roles;
mod segments;
mod sense;
mod settle;
mod table;
mod text;
mod token;
mod whom;
mod window;
mod word;

use std::ops::Range;

use breakdown::Dataset;
use model::{Figure, Frequency, Interval, Language, Period, Span};
use view::View;

pub use number::Counted;
pub use own::claims;
pub use reading::{Measure, Reading, Why};

/// A note that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Proof {
    /// The language that most of its letters are of.
    pub language: Language,
    /// The month that it is about, where it says so or the caller did.
    pub period: Option<Period>,
    /// Its numbers, in the order of the text.
    pub findings: Vec<Finding>,
    /// The text that was read: at most 200,000 characters.
    pub text: String,
    /// What a reader must know first.
    pub remarks: Vec<Remark>,
}

/// What there is to say of a text as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remark {
    /// Only its first 200,000 characters were read.
    Cut,
    /// It has tags; only what stands between them was read.
    Html,
    /// It has no number that is a figure.
    NoFigures,
    /// It does not say of which month it is.
    NoMonth,
}

/// A number of the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// Where it stands with its unit: bytes of the text. Spans are in order and do not overlap.
    pub span: Range<usize>,
    /// What it says, where that is understood.
    pub reading: Option<Reading>,
    /// How the dataset compares.
    pub verdict: Verdict,
    /// Other numbers of the text that it cannot be true together with.
    pub own: Vec<OwnContradiction>,
}

/// How a number of a note compares with the dataset.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// The dataset has the same, as precisely.
    Agrees(Ours),
    /// The same, if one of the two was rounded or cut off.
    AgreesWithinRounding(Ours),
    /// They cannot both be true.
    Differs(Ours),
    /// What it is about is clear, but the dataset cannot test it.
    CannotBeTested(Why),
    /// What it says is not certain.
    NotUnderstood(Why),
}

impl Verdict {
    /// Its word in files.
    pub fn name(&self) -> &'static str {
        match self {
            Verdict::Agrees(_) => "agrees",
            Verdict::AgreesWithinRounding(_) => "agrees-within-rounding",
            Verdict::Differs(_) => "differs",
            Verdict::CannotBeTested(_) => "cannot-be-tested",
            Verdict::NotUnderstood(_) => "not-understood",
        }
    }
}

/// What the dataset has.
#[derive(Debug, Clone, PartialEq)]
pub struct Ours {
    /// The figure.
    pub figure: Figure,
    /// The view that shows it.
    pub view: View,
}

/// A contradiction of a text with itself.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnContradiction {
    /// The other findings, each of which is needed.
    pub with: Vec<usize>,
    /// What they leave for this number; `None` where this is not the number that is most likely wrong.
    pub others_allow: Option<Interval>,
}

impl Proof {
    /// How many findings have a verdict of that name.
    pub fn count(&self, name: &str) -> usize {
        self.findings.iter().filter(|f| f.verdict.name() == name).count()
    }

    /// Whether something differs from the dataset or contradicts the text itself.
    pub fn is_doubtful(&self) -> bool {
        self.findings.iter().any(|f| matches!(f.verdict, Verdict::Differs(_)) || !f.own.is_empty())
    }
}

/// Reads a text and compares its figures. `period` is the month of a note that does not say it. Never
/// fails: what it does not understand it says.
pub fn check(source_text: &str, dataset: &Dataset, period: Option<Period>) -> Proof {
    let mut text = text::Text::of(source_text);
    let grids = grid::grids(&mut text);
    let catalogue = dataset.catalogue();
    let index = names::Index::of(catalogue);
    let mut tokens = token::tokens(&text, &index, catalogue);
    let unit = heading::unit(&text);
    if let Some(tonnes) = unit {
        heading::give_unit(&mut tokens, tonnes, &grids);
    }
    // A table has months of its own.
    let is_outside = |token: &&token::Token| !grid::is_inside(&grids, token.from);
    let prose: Vec<token::Token> = tokens.iter().filter(is_outside).cloned().collect();
    // Texts are read in months: a year is its December and those before.
    let frequency = dataset.frequency();
    let period = period.map(|period| period.within(Frequency::Monthly));
    let first = months::note_month(&prose, period);
    let other = first.filter(|_| period.is_none()).and_then(|first| months::of_figures(&prose, first));
    let note = other.or(first);
    // Of which months a sentence is that names none is not certain then.
    let default = first.filter(|_| other.is_none()).and_then(|first| match frequency {
        Frequency::Monthly => Some((first, Span::Month)),
        // Nor is it of a whole year in a text that tells of months; which quarter it is of, a text never says so.
        Frequency::Annual if !months::tells_of_months(&prose) => Some((first, Span::Ytd)),
        Frequency::Annual | Frequency::Quarterly => None,
    });
    let mut asked = matching::Asked::of(dataset);
    let tables = grids.iter().map(|grid| {
        let title = head::Head::over(&text, &tokens, grid.span.start);
        let unit = unit.map(|tonnes| (tonnes, number::Counted::Tonnes));
        (grid.span.clone(), table::read_table(&text, &tokens, grid, (title, unit), default))
    });
    let tables: Vec<read::Tabulated> = tables.collect();
    let found = read::read(&text, &tokens, note, default, tables).into_iter().filter_map(|(token, said)| {
        let token = tokens.get(token)?;
        let (reading, verdict) = match said {
            Ok(reading) => {
                let verdict = asked.verdict(&reading);
                (Some(reading), verdict)
            }
            Err(why) if why.is_understood() => (None, Verdict::CannotBeTested(why)),
            Err(why) => (None, Verdict::NotUnderstood(why)),
        };
        let span = text.byte(token.from)..text.byte(token.to);
        Some(Finding { span, reading, verdict, own: Vec::new() })
    });
    let mut findings: Vec<Finding> = found.collect();
    let end = text.byte(text.chars.len());
    let read = source_text.get(..end).unwrap_or_default().to_owned();
    own::mark(catalogue, &mut findings);
    let mut remarks = Vec::new();
    let mut remark = |when: bool, what| remarks.extend(when.then_some(what));
    remark(end < source_text.len(), Remark::Cut);
    remark(text.html, Remark::Html);
    remark(findings.is_empty(), Remark::NoFigures);
    let is_read = findings.iter().any(|finding| finding.reading.is_some());
    remark(note.is_none() && !findings.is_empty() && !is_read, Remark::NoMonth);
    let han = text.chars.iter().filter(|c| names::is_han(**c)).count();
    let latin = text.chars.iter().filter(|c| c.is_ascii_alphabetic()).count();
    let language = if han * 3 > latin { Language::Chinese } else { Language::English };
    let period = note.map(|note| note.within(frequency));
    Proof { language, period, findings, text: read, remarks }
}
