//! Claims that say the same: a title, a summary, a body and a repost print one figure several times.

use ledger::{Bound, Claim, ClaimSpan, Subject};
use model::{Buckets, Cell, Interval};

/// One thing that articles say, with every claim that says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Indices into the ledger's list, in its order.
    pub claims: Vec<usize>,
}

/// The part of a printed ratio's half step that is not in its bounds.
const EDGE: f64 = 1e-9;

/// What the claims say, each thing once. Forecasts say nothing, nor do claims about “some months”.
pub(super) fn statements(claims: &[Claim]) -> Vec<Statement> {
    // A key says not all of it: those that share one are compared.
    let mut known = Buckets::default();
    let mut statements: Vec<Statement> = Vec::new();
    for (index, claim) in claims.iter().enumerate() {
        let ClaimSpan::Of(period, span) = claim.span else { continue };
        if claim.forecast || !claim.value.is_finite() {
            continue;
        }
        let cell = Cell { period, span, product: claim.product, place: only_member(claim) };
        let key = cell.key(claim.measure as u8) ^ (u128::from(claim.value.to_bits()) << 8);
        let first = |s: &usize| statements.get(*s).and_then(|s| claims.get(*s.claims.first()?));
        let at = known.of(key).iter().copied().find(|s| first(s).is_some_and(|c| say_the_same(c, claim)));
        match at.and_then(|at| statements.get_mut(at)) {
            Some(statement) => statement.claims.push(index),
            None => {
                known.push(key, statements.len());
                statements.push(Statement { claims: vec![index] });
            }
        }
    }
    statements
}

fn say_the_same(a: &Claim, b: &Claim) -> bool {
    let about = |c: &Claim| (c.span, c.product, c.measure, c.bound);
    about(a) == about(b) && (a.value, a.step) == (b.value, b.step) && a.subject == b.subject
}

/// What a claim's number can be. A tonnage is rounded or cut. A ratio is rounded, halves away from
/// zero, as spreadsheets do: 69.5 % is printed as 70 %, so “69 %” stops short of it.
pub(super) fn interval_of(claim: &Claim) -> Interval {
    let bounds = claim.bounds();
    match claim.bound {
        Some(Bound::Above) => Interval { low: claim.value, high: f64::INFINITY },
        Some(Bound::Below) => Interval { low: f64::NEG_INFINITY, high: claim.value },
        None if claim.measure.is_tonnage() => bounds,
        None => {
            let edge = (bounds.width() * EDGE).min(EDGE);
            match claim.value < 0.0 {
                true => Interval { low: bounds.low + edge, high: bounds.high },
                false => Interval { low: bounds.low, high: bounds.high - edge },
            }
        }
    }
}

/// The one member that a claim is about.
pub(super) fn only_member(claim: &Claim) -> Option<model::MemberId> {
    match &claim.subject {
        Subject::Members(members) => match members.as_slice() {
            [one] => Some(*one),
            _ => None,
        },
        _ => None,
    }
}
