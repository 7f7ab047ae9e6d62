//! Files for the command line.

use std::fs;
use std::path::Path;

use tonnage::dataset::{Problem, read_ledger};
use tonnage::i18n::month_name;
use tonnage::ledger::Ledger;
use tonnage::model::Period;

use crate::Failure;

/// How many faults of a file are told before the rest is only counted.
const PROBLEMS_TOLD: usize = 20;

/// Reads a dataset. Faults in parts of it go to standard error and the rest is used.
pub fn ledger(path: &Path) -> Result<Ledger, Failure> {
    let reading = read_ledger(&bytes(path)?);
    match reading.read {
        Some(ledger) => {
            tell(path, &reading.problems);
            Ok(ledger)
        }
        None => {
            let (last, before) =
                reading.problems.split_last().ok_or_else(|| format!("{} cannot be read.", path.display()))?;
            tell(path, before);
            Err(format!("{}: {last}", path.display()))
        }
    }
}

/// The bytes of a file.
pub fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|error| format!("{} cannot be read: {error}.", path.display()))
}

/// The month that is asked for, or the dataset's default one.
pub fn covered(ledger: &Ledger, period: Option<Period>) -> Result<Period, Failure> {
    let (first, last) = ledger.coverage().ok_or("the dataset covers no month.")?;
    let period = period.or(ledger.catalogue.default_period).unwrap_or(last);
    let first = first.plus(-12);
    if (first..=last).contains(&period) {
        return Ok(period);
    }
    Err(format!("--period {period}: the dataset tells of {} to {}.", month_name(first), month_name(last)))
}

fn tell(path: &Path, problems: &[Problem]) {
    for problem in problems.iter().take(PROBLEMS_TOLD) {
        eprintln!("{}: {problem}", path.display());
    }
    if let Some(more) = problems.len().checked_sub(PROBLEMS_TOLD).filter(|n| *n > 0) {
        eprintln!("{}: and {more} more of the kind.", path.display());
    }
}
