//! Statements that cannot hold together, and which of them are set aside so that the rest can.

use super::hitting;
use super::limits::{LimitReason, LinearSystem, Unknown};
use super::order;
use super::programme::Programme;
use super::solver::{Conflict, Solver};
use super::worth::Worth;
use model::{Cell, each_once, set_flag, sort_indices, sort_list};

/// A statement that is set aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Aside {
    /// Which one.
    pub statement: usize,
    /// Statements that cannot all be true, itself among them.
    pub conflict: Vec<usize>,
}

/// What settling came to.
pub(super) struct Outcome<'a> {
    pub aside: Vec<Aside>,
    /// No smaller number of statements could have been set aside.
    pub is_smallest: bool,
    /// With the bounds of the rest.
    pub solver: Solver<'a>,
}

/// Conflicts that are looked at closely. A ledger with more of them is read [`one_by_one`].
pub(super) const CLOSELY: usize = 120;

/// Statements of a proof that are tried one by one from the beginning.
const SHORT: usize = 12;

/// Statements that are looked at closely.
pub(super) const MOST_STATEMENTS: usize = 4_000;

/// The largest table of a linear programme that is worth its time.
pub(super) const LARGEST_PROGRAMME: usize = 2_000_000;

/// Everything that statements can be tried with.
pub(super) struct Consistency<'a> {
    pub system: &'a LinearSystem,
    pub uses: &'a [Vec<usize>],
    /// The limits of each statement.
    pub limits_of: &'a [Vec<usize>],
    pub worth: &'a Worth<'a>,
}

/// Sets as few statements aside as must be for the rest to hold together.
///
/// Conflicts are found one after another, and after each the smallest set of statements that all of them
/// share: when the rest holds together, no smaller set would have done (implicit hitting sets: Moreno-Centeno
/// and Karp, “The implicit hitting set approach to solve combinatorial optimization problems”, 2013).
pub(super) fn settle<'a>(consistency: &Consistency<'a>) -> Outcome<'a> {
    let count = consistency.limits_of.len();
    if count > MOST_STATEMENTS {
        return one_by_one(consistency);
    }
    let mut conflicts: Vec<Vec<usize>> = Vec::new();
    let mut reliability = consistency.reliability(&[]);
    loop {
        let (aside, is_smallest) = hitting::smallest(&conflicts, &reliability);
        let mut trial = Trial::without(consistency, &aside);
        let known = conflicts.len();
        trial.find(&mut conflicts);
        if conflicts.len() > CLOSELY {
            return one_by_one(consistency);
        }
        if known == 0 {
            reliability = consistency.reliability(&trial.lopsided(&conflicts));
        }
        if conflicts.len() == known {
            let of = |statement: usize| {
                let all = conflicts.iter().filter(|c| c.contains(&statement));
                Aside { statement, conflict: all.min_by_key(|c| c.len()).cloned().unwrap_or_default() }
            };
            let aside = aside.into_iter().map(of).collect();
            return Outcome { aside, is_smallest, solver: trial.solver };
        }
    }
}

/// Admits one statement after another, the most reliable first, and sets aside what contradicts those
/// before it: quick whatever the ledger says.
fn one_by_one<'a>(consistency: &Consistency<'a>) -> Outcome<'a> {
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
            found.push(Aside { statement, conflict: conflict.statements });
        }
    }
    Outcome { aside: found, is_smallest: false, solver }
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

    /// A place for every statement, the less reliable first: what would be lopsided, then as its
    /// [`Worth`] says.
    fn reliability(&self, lopsided: &[usize]) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.limits_of.len()).collect();
        let stands = |s: usize| !lopsided.contains(&s);
        sort_indices(&mut order, &|a, b| stands(a).cmp(&stands(b)).then_with(|| self.worth.compare(a, b)));
        let mut places = vec![0; order.len()];
        for (place, statement) in order.into_iter().enumerate() {
            places.iter_mut().skip(statement).take(1).for_each(|p| *p = place);
        }
        places
    }

    /// The linear programme of some statements.
    pub(super) fn programme(&self, admitted: &[bool], solver: &Solver<'_>) -> Programme {
        let counts = |limit: usize| match self.system.limits.get(limit).map(|l| &l.why) {
            Some(LimitReason::Said(said)) => said.iter().all(|s| admitted.get(*s) == Some(&true)),
            Some(LimitReason::Structure(_)) => true,
            None => false,
        };
        Programme::of(self.system, counts, |unknown| solver.interval(unknown).high)
    }

    /// Statements that cannot all be true though no chain of bounds shows it.
    pub(super) fn impossible(&self, admitted: &[bool], solver: &Solver<'_>) -> Option<Vec<usize>> {
        let programme = self.programme(admitted, solver);
        if programme.size() > LARGEST_PROGRAMME {
            return None;
        }
        let set = super::solver::statements_of(self.system, &programme.conflict()?);
        // A statement of two limits may be spared though neither limit is.
        let mut tried = set.clone();
        sort_list(&mut tried, |a, b| self.worth.compare(*b, *a));
        let mut set = set;
        for statement in tried {
            let only: Vec<bool> = (0..admitted.len()).map(|s| s != statement && set.contains(&s)).collect();
            if let Some(limits) = self.programme(&only, solver).conflict() {
                set = super::solver::statements_of(self.system, &limits);
            }
        }
        Some(set)
    }
}

/// Statements that are tried together.
struct Trial<'c, 'a> {
    consistency: &'c Consistency<'a>,
    solver: Solver<'a>,
    admitted: Vec<bool>,
}

impl<'c, 'a> Trial<'c, 'a> {
    /// All statements but those that are set aside.
    fn without(consistency: &'c Consistency<'a>, aside: &[usize]) -> Trial<'c, 'a> {
        let count = consistency.limits_of.len();
        let mut trial = Trial {
            consistency,
            solver: Solver::new(consistency.system, consistency.uses),
            admitted: (0..count).map(|s| !aside.contains(&s)).collect(),
        };
        for statement in (0..count).filter(|s| !aside.contains(s)) {
            consistency.admit_limits(&mut trial.solver, statement, &trial.admitted);
        }
        trial
    }

    /// Adds conflicts that have no statement in common, until what is left holds together.
    fn find(&mut self, conflicts: &mut Vec<Vec<usize>>) {
        while conflicts.len() <= CLOSELY {
            let found = match self.consistency.run(&mut self.solver, &self.admitted) {
                Err(conflict) => Some(self.consistency.smallest(&conflict.statements)),
                Ok(()) => self.consistency.impossible(&self.admitted, &self.solver),
            };
            let Some(conflict) = found else { return };
            for statement in &conflict {
                set_flag(&mut self.admitted, *statement, false);
            }
            let limits = |s: &usize| self.consistency.limits_of.get(*s).cloned().unwrap_or_default();
            self.solver.withdraw(&each_once(&conflict.iter().flat_map(limits).collect::<Vec<_>>()));
            conflicts.push(conflict);
        }
    }

    /// Contested statements that would make a place far larger than any of its kind is said to be, by what
    /// nobody contests.
    fn lopsided(&self, conflicts: &[Vec<usize>]) -> Vec<usize> {
        let mut contested = each_once(&conflicts.concat());
        contested.retain(|statement| self.is_lopsided(*statement));
        contested
    }

    fn is_lopsided(&self, statement: usize) -> bool {
        let Some((cell, least)) = self.consistency.worth.least_of_place(statement) else { return false };
        let whole = Unknown { money: false, cell: Cell { place: None, ..cell } };
        let Some(whole) = self.consistency.system.find(whole) else { return false };
        let greatest = self.solver.interval(whole).high;
        least / greatest > self.consistency.worth.largest_share(cell, &self.admitted)
    }
}
