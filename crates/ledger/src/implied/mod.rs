//! What printed figures imply together: bounds of every quantity that some figure bears on, the chain of
//! figures behind each bound, and the figures that cannot hold together.

mod conflict;
mod limits;
mod log;
mod order;
mod places;
mod retell;
mod solver;
mod statement;
mod verdict;
mod worth;

use super::book::Article;
use super::claim::Claim;
use model::{Catalogue, Cell, Interval};

pub use conflict::Contradiction;
pub use limits::{Limit, LimitReason, LinearSystem, Structure, Unknown};
pub use solver::End;

use log::Log;
pub use statement::Statement;
pub use verdict::{Checked, ClaimVerdict, ContradictedClaim, Suspicion, Untested, check};

use conflict::{Consistency, settle};
use worth::Worth;

/// What a ledger implies.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Implied {
    /// What its claims say, each thing once.
    pub statements: Vec<Statement>,
    /// The quantities, and what limits them.
    pub system: LinearSystem,
    /// Statements that cannot hold together.
    pub contradictions: Vec<Contradiction>,
    bounds: Vec<Interval>,
    ends: Vec<[Option<usize>; 2]>,
    log: Log,
}

impl Implied {
    /// Works it out.
    pub fn of(catalogue: &Catalogue, articles: &[Article], claims: &[Claim]) -> Implied {
        let statements = statement::statements(claims);
        let system = limits::limits(catalogue, claims, &statements);
        let uses = solver::uses(&system);
        let limits_of = system.limits_of(statements.len());
        let worth = Worth::of(claims, articles, &statements);
        let consistency = Consistency { system: &system, uses: &uses, limits_of: &limits_of, worth: &worth };
        let (contradictions, solver) = settle(&consistency);
        let (bounds, ends, log) = solver.into_log();
        Implied { statements, system, contradictions, bounds, ends, log }
    }

    /// What a quantity can be, given all statements that are not set aside; `None` where nothing bears
    /// on it.
    pub fn bounds(&self, cell: Cell) -> Option<Interval> {
        self.bounds.get(self.system.find(Unknown { money: false, cell })?).copied()
    }

    /// Whether a statement is set aside.
    pub fn is_aside(&self, statement: usize) -> bool {
        self.contradictions.iter().any(|c| c.aside == statement)
    }

    /// Whether what a claim says is set aside.
    pub fn is_disputed(&self, claim: usize) -> bool {
        let says =
            |c: &Contradiction| self.statements.get(c.aside).is_some_and(|s| s.claims.contains(&claim));
        self.contradictions.iter().any(says)
    }

    /// The claims that an end of a quantity's bounds rests on: of each statement the first, those that bear
    /// on it most directly first.
    pub fn behind(&self, cell: Cell, end: End) -> Vec<usize> {
        let unknown = self.system.find(Unknown { money: false, cell });
        let ends = unknown.and_then(|u| self.ends.get(u)).copied().unwrap_or_default();
        let mut open: Vec<usize> =
            ends.get(usize::from(end == End::High)).copied().flatten().into_iter().collect();
        let mut seen = vec![false; self.log.len()];
        let mut claims = Vec::new();
        let mut next = 0;
        while let Some(index) = open.get(next).copied() {
            next += 1;
            let (Some(step), Some(seen)) = (self.log.get(index), seen.get_mut(index)) else { continue };
            if std::mem::replace(seen, true) {
                continue;
            }
            open.extend(self.log.sources(index));
            if let Some(LimitReason::Said(said)) = self.system.limits.get(step.limit).map(|l| &l.why) {
                for claim in said.iter().filter_map(|s| self.statements.get(*s)?.claims.first()) {
                    if !claims.contains(claim) {
                        claims.push(*claim);
                    }
                }
            }
        }
        claims
    }
}
