//! What a ledger's claims leave together: the fewest of them that must be set aside so that the rest can be
//! true, the exact bounds of every quantity that some claim bears on, the claims behind each bound, and a
//! verdict on every claim.
//!
//! ```
//! # use ledger::Ledger;
//! let ledger = settle::settled(Ledger::default());
//! assert!(ledger.settlement().contradictions.is_empty());
//! ```

mod bounds;
mod conflict;
mod hitting;
mod limits;
mod log;
mod order;
mod places;
mod programme;
mod range;
mod retell;
mod solver;
mod statement;
mod verdict;
mod worth;

pub use limits::{Limit, LimitReason, LinearSystem, Structure, Unknown};
pub use statement::Statement;

use conflict::Consistency;
use ledger::{Contradiction, Ledger, Settlement};
use limits::limits;
use statement::statements;
use worth::Worth;

/// The ledger with what its claims leave together.
pub fn settled(ledger: Ledger) -> Ledger {
    let settlement = settle(&ledger);
    ledger.settled(settlement)
}

/// Works out what a ledger's claims leave together. The same ledger has the same settlement every time.
/// Takes seconds for some hundred claims; above some thousand the bounds are wider than need be, and more
/// claims may be set aside than must.
pub fn settle(ledger: &Ledger) -> Settlement {
    judge(ledger, |judging| {
        let (contradictions, verdicts) = (judging.contradictions(), judging.verdicts());
        let is_smallest = judging.outcome.is_smallest;
        Settlement::new(contradictions, is_smallest, verdicts, bounds::cells(judging))
    })
}

/// What of a ledger's claims cannot hold together, without the bounds of everything: quick enough to be asked
/// while somebody writes.
pub fn contradictions(ledger: &Ledger) -> Vec<Contradiction> {
    judge(ledger, |judging| judging.contradictions())
}

fn judge<T>(ledger: &Ledger, ask: impl FnOnce(&verdict::Judging<'_>) -> T) -> T {
    let (statements, system) = (statements(ledger.claims()), system(ledger));
    let uses = solver::uses(&system);
    let limits_of = system.limits_of(statements.len());
    let worth = Worth::of(ledger.claims(), &ledger.articles, &statements);
    let consistency = Consistency { system: &system, uses: &uses, limits_of: &limits_of, worth: &worth };
    let outcome = conflict::settle(&consistency);
    let mut admitted = vec![true; statements.len()];
    for aside in &outcome.aside {
        model::set_flag(&mut admitted, aside.statement, false);
    }
    let programme = consistency.programme(&admitted, &outcome.solver);
    ask(&verdict::Judging {
        ledger,
        consistency: &consistency,
        statements: &statements,
        programme: &programme,
        outcome: &outcome,
        admitted,
    })
}

/// What a ledger's claims say of its quantities, as limits: for tests by other means.
pub fn system(ledger: &Ledger) -> LinearSystem {
    limits(&ledger.catalogue, ledger.claims(), &statements(ledger.claims()))
}

/// The statements of a ledger, which [`LimitReason::Said`] names by their place.
pub fn statements_of(ledger: &Ledger) -> Vec<Statement> {
    statements(ledger.claims())
}
