//! The dataset that is shown, with what is computed of it once.

use std::sync::Arc;

use breakdown::{Dataset, Point, RecordSums, series};
use chart::Colours;
use dataset::{SettlementFile, SumsFile, read_head, read_ledger, read_sums};
use i18n::Words;
use ledger::Ledger;
use messages::Opened;
use model::{Catalogue, Currency, Dimension, Measured, Period};
use records::Cube;

/// A dataset, ready to be asked.
#[derive(Debug)]
pub struct Shown {
    /// What links call it.
    pub id: String,
    /// The dataset.
    pub dataset: Dataset,
    /// Whose it is.
    pub owner: DatasetOwner,
    /// What could not be used of it, in sentences.
    pub problems: Vec<String>,
    /// The first and the last month that it tells of.
    pub coverage: Option<(Period, Period)>,
    /// The month that it opens with.
    pub default_period: Option<Period>,
    /// Monthly totals of everything.
    pub series: Arc<Vec<Point>>,
    /// The colour of each member.
    pub colours: Colours,
    /// As JSON: published figures as they were fetched, records without their rows or as their file of sums.
    pub file: Arc<[u8]>,
    /// What the claims of published figures leave together, as the JSON of its file.
    pub settlement: Option<Arc<str>>,
}

/// Whose dataset it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DatasetOwner {
    /// The site's.
    Site,
    /// The site's, with figures that the reader added.
    Extended,
    /// The reader's own, only in this browser.
    Reader,
}

impl Shown {
    /// Published figures from the bytes of their file. `settlement` is the file of theirs, if the site keeps one, and
    /// the SHA-256 of the dataset's file; one that does not fit counts for nothing. `Err` has every problem in
    /// sentences.
    pub fn published(
        words: &dyn Words,
        file: &[u8],
        id: &str,
        owner: DatasetOwner,
        default_period: Option<Period>,
        settlement: Option<(&str, &str)>,
    ) -> Result<Shown, String> {
        let reading = read_ledger(file);
        let problems = i18n::problems(words, &reading.problems);
        let ledger = reading.read.ok_or_else(|| words.sentences(&problems))?;
        let settled = settlement.and_then(|(text, sha256)| {
            let settlement = SettlementFile::read(text.as_bytes())?.settlement(&ledger, sha256)?;
            Some((settlement, text))
        });
        let (ledger, settlement) = match settled {
            Some((settlement, text)) => (ledger.settled(settlement), Some(text.into())),
            None => (ledger, None),
        };
        let shown = Shown::new(Dataset::Published(ledger), id, owner, problems, default_period, file.into());
        Ok(Shown { settlement, ..shown })
    }

    /// The same published figures with what a worker worked out of them; `None` for what is not of them.
    pub fn settled(&self, text: String) -> Option<Shown> {
        let ledger = self.dataset.ledger()?.clone();
        let settlement = SettlementFile::read(text.as_bytes())?.settlement(&ledger, "")?;
        let (dataset, problems) = (Dataset::Published(ledger.settled(settlement)), self.problems.clone());
        let file = self.file.clone();
        let shown = Shown::new(dataset, &self.id, self.owner, problems, self.default_period, file);
        Some(Shown { settlement: Some(text.into()), ..shown })
    }

    /// Whether nothing is left to be worked out of its claims; records have none.
    pub fn is_settled(&self) -> bool {
        self.dataset.ledger().is_none_or(Ledger::is_settled)
    }

    /// Records, as the worker opened them; `None` for an answer of another version.
    pub fn recorded(
        opened: Opened,
        sums: &[u8],
        id: &str,
        owner: DatasetOwner,
        default_period: Option<Period>,
    ) -> Option<Shown> {
        let head = read_head(opened.head.as_bytes()).read?;
        let (months, coverage) = (head.months.clone(), head.coverage.clone());
        let all = Dimension::ALL;
        let counts = (opened.currency, head.measured);
        let whole = Cube::from_bytes(&head.catalogue, months, coverage, counts, &all, sums)?;
        let dataset = recorded(SumsFile { head, rows: opened.rows, whole });
        let file = opened.head.into_bytes().into();
        Some(Shown::new(dataset, id, owner, opened.problems, default_period, file))
    }

    /// The same of the site's file of sums, without the rows; `None` for one that cannot be used, or is not of
    /// the rows with the SHA-256 `rows_sha256`.
    pub fn of_sums(
        file: &[u8],
        rows_sha256: &str,
        id: &str,
        default_period: Option<Period>,
    ) -> Option<Shown> {
        let dataset = recorded(read_sums(file, rows_sha256)?);
        Some(Shown::new(dataset, id, DatasetOwner::Site, Vec::new(), default_period, file.into()))
    }

    /// A dataset of the site, as it is drawn without a browser.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn of_site(dataset: Dataset, default_period: Option<Period>) -> Shown {
        let id = dataset.catalogue().id.clone();
        Shown::new(dataset, &id, DatasetOwner::Site, Vec::new(), default_period, Arc::default())
    }

    fn new(
        dataset: Dataset,
        id: &str,
        owner: DatasetOwner,
        problems: Vec<String>,
        default_period: Option<Period>,
        file: Arc<[u8]>,
    ) -> Shown {
        Shown {
            id: id.to_owned(),
            series: Arc::new(series(&dataset, None)),
            colours: Colours::of(&dataset),
            coverage: dataset.coverage(),
            default_period: default_period.or(dataset.catalogue().default_period),
            dataset,
            owner,
            problems,
            file,
            settlement: None,
        }
    }

    /// What it is about.
    pub fn catalogue(&self) -> &Catalogue {
        self.dataset.catalogue()
    }

    /// In what the values beside its weights are; none of published figures, and of records that have only one of
    /// both.
    pub fn currency(&self) -> Option<Currency> {
        let whole = &self.dataset.sums()?.whole;
        whole.currency.filter(|_| whole.measured == Measured::Weight)
    }

    /// What could not be used of it, in the words of a language. Problems of records are told by the worker that read
    /// them, in the language that the page had then.
    pub fn problems_in(&self, words: &dyn Words) -> Vec<String> {
        match &self.dataset {
            Dataset::Published(_) if !self.problems.is_empty() => {
                i18n::problems(words, &read_ledger(&self.file).problems)
            }
            _ => self.problems.clone(),
        }
    }

    /// Whether these are the same records with the same sums and the same faults, so that nothing of them need
    /// be drawn again.
    pub(super) fn tells_the_same(&self, other: &Shown) -> bool {
        let about = self.id == other.id && self.owner == other.owner;
        let months = self.default_period == other.default_period;
        let sums = self.dataset.is_recorded() && self.dataset.sums() == other.dataset.sums();
        about && months && sums && self.problems == other.problems
    }
}

fn recorded(sums: SumsFile) -> Dataset {
    let SumsFile { head, rows, whole } = sums;
    let (catalogue, provenance) = (head.catalogue, head.provenance);
    Dataset::Recorded(RecordSums { catalogue, provenance, rows, whole: Arc::new(whole) })
}
