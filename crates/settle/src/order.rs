//! Places that cannot all be taken: the first three are not four.

use super::places::List;
use super::solver::{Conflict, Solver};
use ledger::End;
use model::{MemberId, each_once};

/// Who has a place, with the statements that say so.
type Placed = Vec<(MemberId, Vec<usize>)>;

/// Looks for places in a list that contradict each other, given the bounds of sizes.
pub(super) fn check(list: &List, solver: &Solver<'_>, admitted: &[bool]) -> Result<(), Conflict> {
    let counts = |s: &usize| admitted.get(*s) == Some(&true);
    let ranks: Vec<_> = list.ranks.iter().filter(|(_, _, s)| counts(s)).collect();
    let within: Vec<_> = list.within.iter().filter(|(_, _, s)| counts(s)).collect();
    for (place, member, statement) in &ranks {
        let same = |m: &MemberId| m == member;
        let elsewhere = ranks.iter().find(|(p, m, _)| same(m) && p != place);
        let beyond = within.iter().find(|(n, m, _)| same(m) && n < place);
        if let Some((_, _, other)) = elsewhere.or(beyond) {
            return Err(conflict(vec![*statement, *other]));
        }
    }
    for n in each_once(&ranks.iter().chain(&within).map(|(n, _, _)| (*n).min(MOST)).collect::<Vec<_>>()) {
        let mut placed: Placed = Vec::new();
        for (place, member, statement) in ranks.iter().chain(&within) {
            if *place <= n && placed.iter().all(|(m, _)| m != member) {
                placed.push((*member, vec![*statement]));
            }
        }
        larger(list, solver, &mut placed);
        if placed.len() > n {
            // Those that take more than one statement come first, so that they are left out.
            let least = placed.iter().take(n + 1).flat_map(|(_, said)| said.clone());
            return Err(conflict(least.collect()));
        }
    }
    if let Some((count, said)) = list.count.filter(|(_, s)| counts(s)) {
        let traded = list.members.iter().filter(|(_, u)| solver.interval(*u).low > 0.0);
        let some: Vec<usize> = traded.map(|(_, u)| *u).take(count.saturating_add(1)).collect();
        if some.len() > count {
            let behind = some.into_iter().flat_map(|u| solver.said(u, End::Low));
            return Err(conflict(behind.chain([said]).collect()));
        }
    }
    Ok(())
}

/// No list of a publication is longer.
const MOST: usize = 1000;

fn conflict(statements: Vec<usize>) -> Conflict {
    Conflict { statements: each_once(&statements) }
}

/// Adds who is certainly larger than somebody who has a place.
fn larger(list: &List, solver: &Solver<'_>, placed: &mut Placed) {
    let unknown = |member: &MemberId| list.members.iter().find(|(m, _)| m == member).map(|(_, u)| *u);
    let smallest = placed
        .iter()
        .filter_map(|(m, said)| Some((unknown(m)?, said.clone())))
        .map(|(u, said)| (solver.interval(u).high, u, said))
        .min_by(|a, b| a.0.total_cmp(&b.0));
    let Some((high, least, reason)) = smallest.filter(|(high, _, _)| high.is_finite()) else { return };
    for (member, index) in &list.members {
        if solver.interval(*index).low > high && placed.iter().all(|(m, _)| m != member) {
            let mut said = reason.clone();
            said.extend(solver.said(*index, End::Low));
            said.extend(solver.said(least, End::High));
            placed.push((*member, said));
        }
    }
}
