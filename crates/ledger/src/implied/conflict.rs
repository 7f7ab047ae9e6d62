//! Statements that cannot hold together, and which of them are set aside so that the rest can.

use super::limits::{LimitReason, LinearSystem, Unknown};
use super::order;
use super::solver::{Conflict, Solver};
use super::worth::Worth;
use model::{Cell, each_once, set_flag, sort_indices, sort_list};

/// Statements that cannot all be true: each of them is needed for that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradiction {
    /// Indices of the statements, ascending.
    pub statements: Vec<usize>,
    /// The one that is most likely wrong.
    pub aside: usize,
}

/// Contradictions that are looked at closely. A ledger with more of them is read [`one_by_one`].
pub(super) const CLOSELY: usize = 60;

/// Statements of a proof that are tried one by one from the beginning.
const SHORT: usize = 12;

/// Statements that are looked at closely.
pub(super) const MOST_STATEMENTS: usize = 4_000;

/// Everything that statements can be tried with.
pub(super) struct Consistency<'a> {
    pub system: &'a LinearSystem,
    pub uses: &'a [Vec<usize>],
    /// The limits of each statement.
    pub limits_of: &'a [Vec<usize>],
    pub worth: &'a Worth<'a>,
}

/// Sets statements aside until the rest can hold together. The solver has the bounds of the rest.
pub(super) fn settle<'a>(consistency: &Consistency<'a>) -> (Vec<Contradiction>, Solver<'a>) {
    let count = consistency.limits_of.len();
    if count > MOST_STATEMENTS {
        return one_by_one(consistency);
    }
    let mut settling = Settling {
        consistency,
        solver: Solver::new(consistency.system, consistency.uses),
        admitted: vec![false; count],
        found: Vec::new(),
    };
    for statement in 0..count {
        settling.admit(statement);
    }
    // What nobody contests stands first: in this way a statement that contradicts several others is
    // found by what is left of them.
    let mut contested = Vec::new();
    while let Err(conflict) = settling.run() {
        let set = consistency.smallest(&conflict.statements);
        settling.withdraw(&set);
        contested.push(set);
        if contested.len() > CLOSELY {
            return one_by_one(consistency);
        }
    }
    for set in contested {
        settling.readmit(set);
    }
    (settling.found, settling.solver)
}

/// Admits one statement after another, the most reliable first, and sets aside what contradicts those
/// before it: quick whatever the ledger says.
fn one_by_one<'a>(consistency: &Consistency<'a>) -> (Vec<Contradiction>, Solver<'a>) {
    let count = consistency.limits_of.len();
    let mut order: Vec<usize> = (0..count).collect();
    sort_indices(&mut order, &|a, b| consistency.worth.compare(b, a));
    // Of each statement the list whose order it speaks of.
    let mut lists = vec![None; count];
    for (index, list) in consistency.system.lists.iter().enumerate() {
        let places = list.ranks.iter().chain(&list.within).map(|(_, _, s)| *s);
        for statement in places.chain(list.count.map(|(_, s)| s)) {
            if let Some(own) = lists.get_mut(statement) {
                *own = Some(index);
            }
        }
    }
    let mut solver = Solver::hasty(consistency.system, consistency.uses);
    let mut admitted = vec![false; count];
    let mut found = Vec::new();
    for statement in order {
        let mark = solver.mark();
        set_flag(&mut admitted, statement, true);
        consistency.admit_limits(&mut solver, statement, &admitted);
        let outcome = solver.run().and_then(|()| {
            let list =
                lists.get(statement).copied().flatten().and_then(|l: usize| consistency.system.lists.get(l));
            list.map_or(Ok(()), |list| order::check(list, &solver, &admitted))
        });
        if let Err(conflict) = outcome {
            set_flag(&mut admitted, statement, false);
            for limit in consistency.limits_of.get(statement).into_iter().flatten() {
                solver.dismiss(*limit);
            }
            solver.back_to(mark);
            found.push(Contradiction { statements: conflict.statements, aside: statement });
        }
    }
    (found, solver)
}

impl<'a> Consistency<'a> {
    /// Conflict of these statements alone, in the structure of all.
    pub(super) fn conflict_of(&self, statements: &[usize]) -> Option<Vec<usize>> {
        let mut admitted = vec![false; self.limits_of.len()];
        let mut solver = Solver::for_trial(self.system, self.uses);
        for statement in statements {
            set_flag(&mut admitted, *statement, true);
            self.admit_limits(&mut solver, *statement, &admitted);
        }
        self.run(&mut solver, &admitted).err().map(|c| c.statements)
    }

    pub(super) fn admit_limits(&self, solver: &mut Solver<'a>, statement: usize, admitted: &[bool]) {
        for limit in self.limits_of.get(statement).map(Vec::as_slice).unwrap_or_default() {
            let why = self.system.limits.get(*limit).map(|l| &l.why);
            if let Some(LimitReason::Said(said)) = why
                && said.iter().all(|s| admitted.get(*s) == Some(&true))
            {
                solver.admit(*limit);
            }
        }
    }

    pub(super) fn run(&self, solver: &mut Solver<'a>, admitted: &[bool]) -> Result<(), Conflict> {
        solver.run()?;
        self.system.lists.iter().try_for_each(|list| order::check(list, solver, admitted))
    }

    /// Statements of a conflict that cannot be spared: one after another is left out, the less reliable
    /// last, and stays out where the others still contradict each other.
    fn smallest(&self, statements: &[usize]) -> Vec<usize> {
        let mut set = statements.to_vec();
        // Long proofs come down by halves first; of a short one nearly all is needed.
        let mut part = if set.len() > SHORT { set.len() / 2 } else { 0 };
        while part > 1 {
            let mut start = 0;
            while start < set.len() {
                let without: Vec<usize> = set
                    .iter()
                    .enumerate()
                    .filter(|(i, _)| !(start..start + part).contains(i))
                    .map(|(_, s)| *s)
                    .collect();
                match self.conflict_of(&without) {
                    Some(smaller) => set = smaller,
                    None => start += part,
                }
            }
            part /= 2;
        }
        let mut tried = set.clone();
        sort_list(&mut tried, |a, b| self.worth.compare(*b, *a));
        self.spare(set, &tried)
    }

    /// Leaves out of a set, one after another, what it can spare.
    fn spare(&self, mut set: Vec<usize>, tried: &[usize]) -> Vec<usize> {
        for statement in tried {
            if set.contains(statement) {
                let without: Vec<usize> = set.iter().copied().filter(|s| s != statement).collect();
                if let Some(smaller) = self.conflict_of(&without) {
                    set = smaller;
                }
            }
        }
        set
    }
}

struct Settling<'c, 'a> {
    consistency: &'c Consistency<'a>,
    solver: Solver<'a>,
    admitted: Vec<bool>,
    found: Vec<Contradiction>,
}

impl Settling<'_, '_> {
    fn admit(&mut self, statement: usize) {
        set_flag(&mut self.admitted, statement, true);
        self.consistency.admit_limits(&mut self.solver, statement, &self.admitted);
    }

    fn run(&mut self) -> Result<(), Conflict> {
        self.consistency.run(&mut self.solver, &self.admitted)
    }

    fn limits(&self, statements: &[usize]) -> Vec<usize> {
        let limits = |s: &usize| self.consistency.limits_of.get(*s).cloned().unwrap_or_default();
        each_once(&statements.iter().flat_map(limits).collect::<Vec<_>>())
    }

    fn withdraw(&mut self, statements: &[usize]) {
        for statement in statements {
            set_flag(&mut self.admitted, *statement, false);
        }
        self.solver.withdraw(&self.limits(statements));
    }

    /// Admits contested statements but for the one that is set aside.
    fn readmit(&mut self, set: Vec<usize>) {
        let settles = |settling: &mut Self, statement: usize| settling.would_hold(&set, statement);
        let aside = self.choose(&set, settles);
        self.found.push(Contradiction { statements: set.clone(), aside });
        for statement in set.iter().filter(|s| **s != aside) {
            self.admit(*statement);
        }
        // Where none alone settles it, or a set of several is contradicted by others.
        while let Err(conflict) = self.run() {
            let set = self.consistency.smallest(&conflict.statements);
            let settles = |settling: &mut Self, statement: usize| settling.would_hold_without(statement);
            let aside = self.choose(&set, settles);
            self.found.push(Contradiction { statements: set, aside });
            self.withdraw(&[aside]);
        }
    }

    /// The statement to set aside: the one without which the others hold together with everything, and of
    /// several such the least reliable.
    fn choose(&mut self, set: &[usize], mut settles: impl FnMut(&mut Self, usize) -> bool) -> usize {
        let mut candidates: Vec<(bool, bool, usize)> = Vec::new();
        for statement in set {
            let settles = settles(self, *statement);
            candidates.push((!settles, !self.is_lopsided(*statement), *statement));
        }
        let worth = self.consistency.worth;
        sort_list(&mut candidates, |a, b| (a.0, a.1).cmp(&(b.0, b.1)).then_with(|| worth.compare(a.2, b.2)));
        candidates.first().map_or(0, |(_, _, statement)| *statement)
    }

    /// Whether a contested set can be admitted without one of its statements.
    fn would_hold(&mut self, set: &[usize], without: usize) -> bool {
        let mark = self.solver.mark();
        let others: Vec<usize> = set.iter().copied().filter(|s| *s != without).collect();
        for statement in &others {
            self.admit(*statement);
        }
        let holds = self.run().is_ok();
        for limit in self.limits(&others) {
            self.solver.dismiss(limit);
        }
        for statement in others {
            set_flag(&mut self.admitted, statement, false);
        }
        self.solver.back_to(mark);
        holds
    }

    /// Whether all that is admitted holds but for one statement.
    fn would_hold_without(&self, statement: usize) -> bool {
        let mut settling = Settling {
            consistency: self.consistency,
            solver: self.solver.clone(),
            admitted: self.admitted.clone(),
            found: Vec::new(),
        };
        settling.withdraw(&[statement]);
        settling.run().is_ok()
    }

    /// Whether a printed quantity would make its member far larger than any of its kind is said to be.
    fn is_lopsided(&self, statement: usize) -> bool {
        let Some((cell, least)) = self.consistency.worth.least_of_place(statement) else { return false };
        let whole = Unknown { money: false, cell: Cell { place: None, ..cell } };
        let Some(whole) = self.consistency.system.find(whole) else { return false };
        let greatest = self.solver.interval(whole).high;
        least / greatest > self.consistency.worth.largest_share(cell, &self.admitted)
    }
}
