//! What has been fetched.

use std::sync::Arc;

use breakdown::{Point, series};
use chart::Colours;
use dataset::Problem;
use ledger::Ledger;
use model::Period;
use records::{Cube, Provenance};

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

    /// Whether it is the reader's own.
    pub fn is_yours(&self) -> bool {
        self.records.as_ref().is_some_and(|r| r.yours)
    }
}
