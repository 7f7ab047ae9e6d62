//! What printed figures imply together: bounds of every quantity that some figure bears on, the chain of
//! figures behind each bound, and the figures that cannot hold together.

mod conflict;
mod limits;
mod order;
mod solver;
mod statement;
mod verdict;
mod worth;

use super::book::Article;
use super::claim::Claim;
use crate::model::{Catalogue, Cell, Interval};

pub use conflict::Contradiction;
pub use limits::{Limit, Limits, Structure, Unknown, Why};
pub use solver::{End, Step};
pub use statement::Statement;
pub use verdict::{Checked, Suspicion, Told, Untested, Verdict, check};

use conflict::{Court, settle};
use worth::Worth;

/// What a ledger implies.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Implied {
    /// What its claims say, each thing once.
    pub statements: Vec<Statement>,
    /// The quantities, and what limits them.
    pub system: Limits,
    /// Statements that cannot hold together.
    pub contradictions: Vec<Contradiction>,
    bounds: Vec<Interval>,
    ends: Vec<[Option<usize>; 2]>,
    log: Vec<Step>,
}

impl Implied {
    /// Works it out.
    pub fn of(catalogue: &Catalogue, articles: &[Article], claims: &[Claim]) -> Implied {
        let statements = statement::statements(claims);
        let system = limits::limits(catalogue, claims, &statements);
        let uses = solver::uses(&system);
        let limits_of = system.limits_of(statements.len());
        let worth = Worth::of(claims, articles, &statements);
        let court = Court { system: &system, uses: &uses, limits_of: &limits_of, worth: &worth };
        let (contradictions, solver) = settle(&court);
        let (bounds, ends, log) = solver.into_log();
        Implied { statements, system, contradictions, bounds, ends, log }
    }

    /// What a quantity can be, given all statements that are not set aside; `None` where nothing bears
    /// on it.
    pub fn bounds(&self, cell: Cell) -> Option<Interval> {
        self.bounds.get(*self.system.index.get(&Unknown { money: false, cell })?).copied()
    }

    /// Whether a statement is set aside.
    pub fn is_aside(&self, statement: usize) -> bool {
        self.contradictions.iter().any(|c| c.aside == statement)
    }

    /// The step that moved an end of a quantity's bounds to where it is.
    pub fn step(&self, cell: Cell, end: End) -> Option<&Step> {
        let unknown = *self.system.index.get(&Unknown { money: false, cell })?;
        let [low, high] = *self.ends.get(unknown)?;
        self.log.get(if end == End::Low { low? } else { high? })
    }

    /// A step that another one names.
    pub fn earlier(&self, step: usize) -> Option<&Step> {
        self.log.get(step)
    }
}
