//! Files for the command line.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

use breakdown::{Dataset, RecordSums, opening_month};
use dataset::{Kind, Parsed, Problem, SettlementFile, read_ledger, read_records};
use i18n::{problem, problem_words};
use import::{ReadAt, Source};
use ledger::Ledger;
use model::Period;
use records::Records;
use sha2::{Digest, Sha256};

use crate::answer::Failure;
use crate::language::language;
use crate::words::words;

/// How many faults of a file are told before the rest is only counted.
const PROBLEMS_TOLD: usize = 20;

/// Reads a dataset of the kind that it says it is. Faults in parts of it go to standard error and the
/// rest is used.
pub fn dataset(path: &Path) -> Result<Dataset, Failure> {
    let bytes = bytes(path)?;
    match kind(&bytes) {
        Some(Kind::Records) => {
            used(path, read_records(&bytes)).map(|r| Dataset::Recorded(RecordSums::from(&r)))
        }
        _ => ledger_of(path, &bytes).map(Dataset::Published),
    }
}

/// Reads a dataset of records with its rows.
pub fn records(path: &Path) -> Result<Records, Failure> {
    let bytes = bytes(path)?;
    match kind(&bytes) {
        Some(Kind::Records) => used(path, read_records(&bytes)),
        _ => Err(words().no_rows(path)),
    }
}

/// Reads a dataset of published figures, with what its claims leave together.
pub fn ledger(path: &Path) -> Result<Ledger, Failure> {
    ledger_of(path, &bytes(path)?)
}

/// How the name of a settlement's file ends, which stands beside its dataset's.
pub const SETTLEMENT_ENDING: &str = ".settlement.json";

fn ledger_of(path: &Path, bytes: &[u8]) -> Result<Ledger, Failure> {
    Ok(settled_beside(path, bytes, used(path, read_ledger(bytes))?))
}

/// A ledger with what its claims leave together: as a settlement beside its file has it, where one is of that
/// very file, else worked out.
fn settled_beside(path: &Path, bytes: &[u8], ledger: Ledger) -> Ledger {
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned() + SETTLEMENT_ENDING;
    let beside = fs::read(path.with_file_name(name)).ok();
    let file = beside.and_then(|file| SettlementFile::read(&file));
    match file.and_then(|file| file.settlement(&ledger, &sha256(bytes))) {
        Some(settlement) => ledger.settled(settlement),
        None => settle::settled(ledger),
    }
}

/// SHA-256 of some bytes, in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect()
}

/// The kind that a file says it is.
pub fn kind(bytes: &[u8]) -> Option<Kind> {
    #[derive(serde::Deserialize)]
    struct Format {
        format: String,
    }
    let Format { format } = serde_json::from_slice(bytes).ok()?;
    let name = format.strip_prefix("tonnage/")?.to_owned();
    Kind::NAMES.iter().find(|(n, _)| *n == name).map(|(_, kind)| *kind)
}

fn used<T>(path: &Path, reading: Parsed<T>) -> Result<T, Failure> {
    match reading.read {
        Some(dataset) => {
            tell(path, &reading.problems);
            Ok(dataset)
        }
        None => {
            let (last, before) = reading.problems.split_last().ok_or_else(|| words().not_read(path))?;
            tell(path, before);
            Err(told(path, last))
        }
    }
}

/// A file that is read a piece at a time; what is no file of a known size, such as a pipe, at once.
pub fn source(path: &Path) -> Result<Source, Failure> {
    let not_read = |error| words().not_read_because(path, &error);
    let about = fs::metadata(path).map_err(not_read)?;
    if !about.is_file() {
        return bytes(path).map(Source::from);
    }
    // What no number holds is larger than any file that is read.
    let size = usize::try_from(about.len()).unwrap_or(usize::MAX);
    Ok(Source::outside(OnDisk { file: File::open(path).map_err(not_read)?, size }))
}

struct OnDisk {
    file: File,
    size: usize,
}

impl ReadAt for OnDisk {
    fn size(&self) -> usize {
        self.size
    }

    fn read_at(&self, at: usize, room: &mut [u8]) -> io::Result<()> {
        let mut file = &self.file;
        file.seek(SeekFrom::Start(at as u64))?;
        file.read_exact(room)
    }
}

/// The bytes of a file.
pub fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|error| words().not_read_because(path, &error))
}

/// The month, quarter or year that is asked for, or the dataset's default one.
pub fn covered(dataset: &Dataset, period: Option<Period>) -> Result<Period, Failure> {
    let (first, last) = dataset.coverage().ok_or_else(|| words().no_months())?;
    let opening = || dataset.catalogue().default_period.or_else(|| opening_month(dataset));
    let period = period.or_else(opening).unwrap_or(last);
    if period.frequency() == first.frequency() && (first..=last).contains(&period) {
        return Ok(period);
    }
    let month = |period| i18n::words(language()).month(period);
    Err(words().not_covered(period, &month(first), &month(last)))
}

fn tell(path: &Path, problems: &[Problem]) {
    for each in problems.iter().take(PROBLEMS_TOLD) {
        eprintln!("{}", told(path, each));
    }
    if let Some(more) = problems.len().checked_sub(PROBLEMS_TOLD).filter(|n| *n > 0) {
        let more = words().more_faults(u64::try_from(more).unwrap_or(u64::MAX));
        eprintln!("{}", words().about(&path.display().to_string(), &more));
    }
}

/// A fault with the file that has it.
pub fn told(path: &Path, fault: &Problem) -> String {
    words().about(&path.display().to_string(), &problem(problem_words(language()), fault))
}

/// Writes a file.
pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<(), Failure> {
    fs::write(path, content).map_err(|error| words().not_written(path, &error))
}
