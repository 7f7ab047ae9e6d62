//! The two kinds of dataset, and what both answer.

use std::sync::Arc;

use ledger::Ledger;
use model::{Catalogue, Dimension, Frequency, Measured, Period, Subject, Unit};
use records::{Cube, Filter, Provenance, Records, frequency_of};

/// Figures of the first month's articles reach up to a year further back: their growth on the year before
/// gives its base.
const MONTHS_BEFORE: i32 = 12;

/// A dataset, ready to be asked.
#[derive(Debug, Clone, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a program holds one or two datasets, never a list of them")]
pub enum Dataset {
    /// Figures that articles print: each with what its printed form allows.
    Published(Ledger),
    /// Complete records: every figure exact.
    Recorded(RecordSums),
}

/// What is known of records once their rows are added up. The rows may be elsewhere.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordSums {
    /// What they are about.
    pub catalogue: Catalogue,
    /// Where they come from.
    pub provenance: Provenance,
    /// How many rows there are.
    pub rows: u64,
    /// Sums of all rows.
    pub whole: Arc<Cube>,
}

impl RecordSums {
    /// The sums of the rows that a filter lets pass, from [`Cube::to_bytes`]; `None` for bytes of another shape.
    pub fn chosen(&self, filter: &Filter, bytes: &[u8]) -> Option<Cube> {
        let Cube { months, currency, measured, coverage, .. } = &*self.whole;
        let coverage = coverage.only(filter);
        let counts = (*currency, *measured);
        Cube::from_bytes(&self.catalogue, months.clone(), coverage, counts, &Dimension::ALL, bytes)
    }
}

impl From<&Records> for RecordSums {
    fn from(records: &Records) -> RecordSums {
        RecordSums {
            catalogue: records.catalogue.clone(),
            provenance: records.provenance.clone(),
            rows: records.len() as u64,
            whole: Arc::new(records.whole().clone()),
        }
    }
}

impl Dataset {
    /// What it is about.
    pub fn catalogue(&self) -> &Catalogue {
        match self {
            Dataset::Published(ledger) => &ledger.catalogue,
            Dataset::Recorded(sums) => &sums.catalogue,
        }
    }

    /// The published figures; none of records.
    pub fn ledger(&self) -> Option<&Ledger> {
        match self {
            Dataset::Published(ledger) => Some(ledger),
            Dataset::Recorded(_) => None,
        }
    }

    /// The records' sums; none of published figures.
    pub fn sums(&self) -> Option<&RecordSums> {
        match self {
            Dataset::Published(_) => None,
            Dataset::Recorded(sums) => Some(sums),
        }
    }

    /// Whether it is complete records.
    pub fn is_recorded(&self) -> bool {
        self.sums().is_some()
    }

    /// Whether a program made the data up.
    pub fn is_synthetic(&self) -> bool {
        self.sums().is_some_and(|sums| sums.provenance.synthetic)
    }

    /// The first and the last month that articles or records are about.
    pub fn months(&self) -> Option<(Period, Period)> {
        match self {
            Dataset::Published(ledger) => ledger.coverage(),
            Dataset::Recorded(sums) => {
                let months = &sums.whole.months;
                months.first().copied().zip(months.last().copied())
            }
        }
    }

    /// How long its periods are.
    pub fn frequency(&self) -> Frequency {
        match self {
            Dataset::Published(_) => Frequency::Monthly,
            Dataset::Recorded(sums) => frequency_of(&sums.whole.months),
        }
    }

    /// What its figures are of.
    pub fn subject(&self) -> Subject {
        let money = self.sums().filter(|sums| sums.whole.measured == Measured::Value);
        let money = money.and_then(|sums| sums.whole.currency).map(Unit::Money);
        let unit = money.unwrap_or(Unit::Tonnes);
        Subject { flow: self.catalogue().flow, frequency: self.frequency(), unit }
    }

    /// The first and the last month that something may be known of.
    pub fn coverage(&self) -> Option<(Period, Period)> {
        let (first, last) = self.months()?;
        match self {
            Dataset::Published(_) => Some((first.plus(-MONTHS_BEFORE), last)),
            Dataset::Recorded(_) => Some((first, last)),
        }
    }
}
