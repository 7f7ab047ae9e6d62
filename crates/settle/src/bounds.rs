//! Between what every quantity is, and the claims that show it.

use super::conflict::LARGEST_PROGRAMME;
use super::limits::Unknown;
use super::programme::Proof;
use super::solver::statements_of;
use super::statement::Statement;
use super::verdict::Judging;
use ledger::{Claim, ClaimSpan, End, SettledCell};
use model::{Interval, sort_list};

/// Work of all linear programmes together, in cells of their tables, after which bounds are left as the
/// chains of limits gave them.
const MOST_WORK: usize = 300_000_000;
/// Room of a quantity that is worth showing, as a part of its upper end; of wider ones nobody asks why.
const TELLING: f64 = 0.3;

/// Every quantity in tonnes, the whole month first, so that what is looked at most is exact in a large
/// ledger, too.
pub(super) fn cells(judging: &Judging<'_>) -> Vec<SettledCell> {
    let Judging { consistency, statements, programme, .. } = judging;
    let (solver, claims) = (&judging.outcome.solver, judging.ledger.claims());
    let unknowns = &consistency.system.unknowns;
    let mut order: Vec<usize> = (0..unknowns.len()).collect();
    let rank = |unknown: usize| {
        unknowns.get(unknown).map(|u| (u.cell.place.is_some(), u.cell.product.is_some(), u.cell.span))
    };
    sort_list(&mut order, |a, b| rank(*a).cmp(&rank(*b)));
    let mut work = 0;
    let mut cells: Vec<(usize, SettledCell)> = Vec::new();
    for unknown in order {
        let Some(Unknown { money: false, cell }) = unknowns.get(unknown).copied() else { continue };
        let chained = solver.interval(unknown);
        let mut bounds = chained;
        let mut behind = End::BOTH.map(|end| solver.said(unknown, end));
        // Nothing is left to find out.
        if bounds.low < bounds.high {
            for (end, behind) in End::BOTH.into_iter().zip(&mut behind) {
                work += programme.size();
                if work > MOST_WORK || programme.size() > LARGEST_PROGRAMME {
                    break;
                }
                let aim = vec![(unknown, 1.0)];
                let proof = match end {
                    End::Low => programme.least(&aim, None),
                    End::High => programme.greatest(&aim, None),
                };
                if let Some(proof) = proof.filter(|proof| is_tighter(&bounds, end, proof)) {
                    match end {
                        End::Low => bounds.low = proof.at,
                        End::High => bounds.high = proof.at,
                    }
                    *behind = statements_of(consistency.system, &proof.limits);
                }
            }
        }
        let bounds = ordered(bounds, chained);
        let is_telling = bounds.width() <= bounds.high * TELLING;
        let named = |said: Vec<usize>| most_direct(statements, claims, &said, cell.period);
        let behind = if is_telling { behind.map(named) } else { Default::default() };
        cells.push((unknown, SettledCell { cell, bounds, behind }));
    }
    sort_list(&mut cells, |a, b| a.0.cmp(&b.0));
    cells.into_iter().map(|(_, cell)| cell).collect()
}

/// A part of the room below which a proof says nothing new.
const NOTHING: f64 = 1e-9;

fn is_tighter(bounds: &Interval, end: End, proof: &Proof) -> bool {
    let least = bounds.high.abs().min(proof.at.abs()) * NOTHING;
    match end {
        End::Low => proof.at > bounds.low + least,
        End::High => proof.at < bounds.high - least,
    }
}

/// Two ends that are one number may cross by rounding.
fn ordered(bounds: Interval, chained: Interval) -> Interval {
    if bounds.low <= bounds.high { bounds } else { chained }
}

/// The first claim of each statement, those about the months nearest to a quantity's first.
fn most_direct(
    statements: &[Statement],
    claims: &[Claim],
    said: &[usize],
    period: model::Period,
) -> Vec<usize> {
    let first = |s: &usize| statements.get(*s)?.claims.first().copied();
    let mut named: Vec<usize> = said.iter().filter_map(first).collect();
    let months = |claim: usize| match claims.get(claim).map(|c| c.span) {
        Some(ClaimSpan::Of(other, _)) => other.number().abs_diff(period.number()),
        _ => u32::MAX,
    };
    sort_list(&mut named, |a, b| months(*a).cmp(&months(*b)).then(a.cmp(b)));
    named
}
