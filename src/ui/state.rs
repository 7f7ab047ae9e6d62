//! What has been fetched.

use std::sync::Arc;

use serde_json::Value;

use crate::breakdown::{Point, series, series_of_records};
use crate::chart::Colours;
use crate::dataset::{Head, Problem, read_head};
use crate::ledger::Ledger;
use crate::model::{Currency, Period};
use crate::records::{Cube, Provenance};
use crate::web::Answer;

/// Something that is fetched.
#[derive(Debug)]
pub enum Load<T> {
    /// On its way: bytes received, bytes expected (0 where nobody said).
    Busy {
        /// What arrives, as the progress bar calls it.
        what: &'static str,
        received: usize,
        expected: usize,
    },
    Ready(Arc<T>),
    /// Why not, in a sentence.
    Failed(String),
}

// Not derived: a copy shares the thing, which need not be clonable itself.
impl<T> Clone for Load<T> {
    fn clone(&self) -> Load<T> {
        match self {
            Load::Busy { what, received, expected } => {
                Load::Busy { what, received: *received, expected: *expected }
            }
            Load::Ready(thing) => Load::Ready(thing.clone()),
            Load::Failed(sentence) => Load::Failed(sentence.clone()),
        }
    }
}

impl<T> Load<T> {
    /// The thing, once it is there.
    pub fn ready(&self) -> Option<Arc<T>> {
        match self {
            Load::Ready(thing) => Some(thing.clone()),
            _ => None,
        }
    }
}

/// A dataset, ready to be asked, with what is computed of it once.
#[derive(Debug)]
pub struct Dataset {
    /// What it is about; of published figures also the claims.
    pub ledger: Ledger,
    /// What could not be used of it, in sentences.
    pub problems: Vec<String>,
    /// The first and the last month that it tells of.
    pub coverage: Option<(Period, Period)>,
    pub default_period: Option<Period>,
    /// Monthly totals of everything.
    pub series: Vec<Point>,
    pub colours: Colours,
    /// Only of records.
    pub records: Option<Recorded>,
}

/// How many rows there are. The module of published figures has no records: without a value of this
/// type there is no [`Recorded`], and the compiler leaves out of it everything that needs one.
#[cfg(feature = "records")]
pub type Rows = u64;
#[cfg(not(feature = "records"))]
pub type Rows = std::convert::Infallible;

#[cfg(feature = "records")]
fn rows(count: u64) -> Option<Rows> {
    Some(count)
}
#[cfg(not(feature = "records"))]
fn rows(_: u64) -> Option<Rows> {
    None
}

/// What the page knows of records; the rows are in the worker.
#[derive(Debug)]
pub struct Recorded {
    pub provenance: Provenance,
    pub rows: Rows,
    /// Sums of all rows.
    pub whole: Arc<Cube>,
    /// It is the reader's own, and only in this browser.
    pub yours: bool,
}

impl Dataset {
    /// Published figures.
    pub fn of_ledger(ledger: Ledger, problems: &[Problem], default_period: Option<Period>) -> Dataset {
        Dataset {
            series: series(&ledger),
            colours: Colours::of(&ledger),
            default_period: default_period.or(ledger.catalogue.default_period),
            // Figures of the first month's articles reach up to a year further back.
            coverage: ledger.coverage().map(|(first, last)| (first.plus(-12), last)),
            problems: problems.iter().map(ToString::to_string).collect(),
            records: None,
            ledger,
        }
    }

    /// Records, as the worker opened them.
    pub fn of_records(opened: Opened, default_period: Option<Period>, yours: bool) -> Dataset {
        let Opened { head, rows, problems, whole } = opened;
        Dataset {
            series: series_of_records(&whole),
            colours: Colours::of_cube(&whole),
            default_period: default_period.or(head.catalogue.default_period),
            coverage: head.months.first().copied().zip(head.months.last().copied()),
            problems,
            records: Some(Recorded { provenance: head.provenance, rows, whole: Arc::new(whole), yours }),
            ledger: Ledger::without_claims(head.catalogue),
        }
    }

    /// Whether it is the reader's own.
    pub fn is_yours(&self) -> bool {
        self.records.as_ref().is_some_and(|r| r.yours)
    }
}

/// What the worker tells of a dataset that it opened.
#[derive(Debug)]
pub struct Opened {
    head: Head,
    rows: Rows,
    problems: Vec<String>,
    whole: Cube,
}

impl Opened {
    /// Reads the worker's answer; `None` for one of another version.
    pub fn read(answer: &Answer) -> Option<Opened> {
        let json: Value = serde_json::from_str(&answer.json).ok()?;
        let head = read_head(json.get("head")?.as_str()?.as_bytes()).read?;
        let problems = json.get("problems")?.as_array()?.iter();
        let code = json.get("currency").and_then(Value::as_str);
        let currency = Currency::NAMES.iter().find(|(name, _)| Some(*name) == code).map(|(_, c)| *c);
        let whole = Cube::from_bytes(&head.catalogue, head.months.clone(), currency, &answer.bytes)?;
        Some(Opened {
            rows: rows(json.get("rows")?.as_u64()?)?,
            problems: problems.filter_map(|p| Some(p.as_str()?.to_owned())).collect(),
            head,
            whole,
        })
    }
}
