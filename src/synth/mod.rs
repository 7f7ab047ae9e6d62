//! Synthetic records that agree with published figures.
//!
//! No public file has records of every commodity. These are made up so that their sums fall inside
//! what a ledger's claims allow: [`claims`] turns claims into linear constraints on monthly sums,
//! [`solve`] admits them one by one, sets aside those that cannot hold together with better ones and
//! chooses sums, by the arithmetic of [`simplex`],
//! [`fill`] spreads what articles do not itemise, [`rows`] makes rows with exactly these sums, and
//! [`check`] tells of every claim whether the finished rows agree with it.

mod check;
mod claims;
mod fill;
mod random;
mod rows;
mod simplex;
mod solve;
mod tables;

pub use check::{Verdict, verdicts};
pub use solve::SetAside;

use crate::ledger::Ledger;
use crate::model::{Catalogue, Currency, Name, Period};
use crate::records::{Builder, Provenance, Records, TooLarge};
use random::Random;

/// Synthetic records and how they compare with the ledger.
#[derive(Debug)]
pub struct Synthesis {
    /// The rows.
    pub records: Records,
    /// For each claim of the ledger, in its order, whether the rows agree.
    pub verdicts: Vec<Verdict>,
    /// The claims that cannot hold together with better ones, and with which.
    pub set_aside: Vec<SetAside>,
}

/// Why there are no synthetic records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoSynthesis {
    /// The ledger covers no month.
    NoMonths,
    /// Too large to count.
    TooLarge,
}

impl std::fmt::Display for NoSynthesis {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            NoSynthesis::NoMonths => "The ledger covers no month.",
            NoSynthesis::TooLarge => "The ledger's figures are too large to make rows of.",
        })
    }
}

impl From<TooLarge> for NoSynthesis {
    fn from(_: TooLarge) -> NoSynthesis {
        NoSynthesis::TooLarge
    }
}

/// Makes records of a ledger: the same seed gives the same rows.
pub fn synthesise(ledger: &Ledger, seed: u64) -> Result<Synthesis, NoSynthesis> {
    let (_, last) = ledger.coverage().ok_or(NoSynthesis::NoMonths)?;
    // Two calendar years: changes on the year before can be computed for the later one.
    let first = Period::new(last.year() - 1, 1).ok_or(NoSynthesis::NoMonths)?;
    let mut random = Random::new(seed);
    let system = claims::system(ledger, first, last);
    let solution = solve::solve(&system, ledger, &mut random);
    let mut builder = Builder::new(catalogue(ledger), Some(Currency::Usd));
    for month in first.to(last) {
        let margins = fill::margins(ledger, &solution, month, &mut builder, &mut random)?;
        rows::push(&mut builder, month, margins, &mut random)?;
    }
    let records = builder.build(Provenance {
        synthetic: true,
        sources: vec![format!(
            "Made by `tonnage synth --seed {seed}` so that monthly sums agree with the published figures where these can hold together."
        )],
    });
    Ok(Synthesis { verdicts: verdicts(ledger, &records), records, set_aside: solution.aside })
}

fn catalogue(ledger: &Ledger) -> Catalogue {
    let source = &ledger.catalogue;
    let name = |en: String, zh: String| Name { en, zh };
    Catalogue {
        id: format!("{}-synthetic", source.id),
        title: name(format!("Synthetic records: {}", source.title.en), format!("合成数据：{}", source.title.zh)),
        about: name(
            "A program made these rows up to try the page with. Their monthly totals, products, destinations and \
             registration locations agree with the published figures wherever these can hold together; everything \
             else in them is invented."
                .to_owned(),
            String::new(),
        ),
        default_period: source.default_period,
        ..source.clone()
    }
}
