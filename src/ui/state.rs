//! What has been fetched.

use std::sync::Arc;

use crate::breakdown::{Point, series};
use crate::chart::Colours;
use crate::dataset::Problem;
use crate::ledger::Ledger;
use crate::model::Period;

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
    pub ledger: Ledger,
    pub problems: Vec<Problem>,
    pub default_period: Option<Period>,
    pub series: Vec<Point>,
    pub colours: Colours,
}

impl Dataset {
    pub fn new(ledger: Ledger, problems: Vec<Problem>, default_period: Option<Period>) -> Dataset {
        let series = series(&ledger);
        let colours = Colours::of(&ledger);
        Dataset { ledger, problems, default_period, series, colours }
    }
}
