//! Linear programmes over a ledger's limits: whether they can hold together, and the exact ends of what
//! they leave. Each answer is a proof: limits with factors whose sum shows it, and is checked as such, so
//! that an inexact solver can make bounds wider but never wrong.
//!
//! Farkas' lemma and the duality of linear programmes; the limits of a vertex of the first are an
//! irreducible conflict (Gleeson and Ryan, “Identifying minimally infeasible subsystems of inequalities”,
//! 1990). A ratio is made linear as Charnes and Cooper do (“Programming with linear fractional functionals”,
//! 1962).

use super::limits::LinearSystem;
use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOptions, Variable};

/// A sum of unknowns with factors.
pub type Terms = Vec<(usize, f64)>;

/// Tonnes, or dollars, that no quantity of a ledger reaches: stands for “no end” where a proof needs one.
const BEYOND: f64 = 1e13;
/// Factors below this are noise of the solver.
const NOISE: f64 = 1e-11;
/// Rounding errors of a proof, as a part of the sum of its terms' sizes.
const ROUNDING: f64 = 1e-12;
/// How far a proof of a conflict must pass zero, as a part of the sum of its terms' sizes.
const CLEAR: f64 = 1e-10;

/// `least ≤ Σ factor × unknown`: one side of a limit.
#[derive(Debug)]
struct Row {
    terms: Terms,
    least: f64,
    limit: usize,
}

/// The limits that count.
#[derive(Debug)]
pub struct Programme {
    rows: Vec<Row>,
    /// The rows that each unknown stands in, with its factor there.
    columns: Vec<Terms>,
    /// What each unknown certainly does not pass.
    ceilings: Vec<f64>,
}

/// The end of what limits leave, and the limits that show it.
#[derive(Debug, Clone, PartialEq)]
pub struct Proof {
    /// Where it is.
    pub at: f64,
    /// Indices of limits, ascending.
    pub limits: Vec<usize>,
}

impl Programme {
    /// A programme of the limits that `counts` is true of. `ceiling` is what an unknown is known not to pass:
    /// it only helps to check proofs.
    pub fn of(
        system: &LinearSystem,
        counts: impl Fn(usize) -> bool,
        ceiling: impl Fn(usize) -> f64,
    ) -> Programme {
        let mut rows = Vec::new();
        for (index, limit) in system.limits.iter().enumerate().filter(|(index, _)| counts(*index)) {
            if limit.low.is_finite() {
                rows.push(Row { terms: limit.terms.clone(), least: limit.low, limit: index });
            }
            if limit.high.is_finite() {
                let terms = limit.terms.iter().map(|(unknown, factor)| (*unknown, -factor)).collect();
                rows.push(Row { terms, least: -limit.high, limit: index });
            }
        }
        let mut columns = vec![Vec::new(); system.unknowns.len()];
        for (index, row) in rows.iter().enumerate() {
            for (unknown, factor) in &row.terms {
                if let Some(column) = columns.get_mut(*unknown) {
                    column.push((index, *factor));
                }
            }
        }
        let ceilings = (0..system.unknowns.len()).map(|unknown| ceiling(unknown).min(BEYOND)).collect();
        Programme { rows, columns, ceilings }
    }

    /// How much work a question is: the size of its table.
    pub fn size(&self) -> usize {
        self.rows.len() * self.columns.len()
    }

    /// Limits that cannot all hold, none of them to spare; `None` where all can.
    pub fn conflict(&self) -> Option<Vec<usize>> {
        // Σ factor × row says 0 ≥ `scale`, so that the factors are of the size of one.
        let scale = self.rows.iter().map(|row| row.least.abs()).fold(1.0, f64::max);
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let factors = self.factors(&mut problem, |_| 1.0);
        for column in &self.columns {
            self.at_most(&mut problem, &factors, column, None, 0.0);
        }
        let sum: Vec<_> = factors.iter().zip(&self.rows).map(|(f, row)| (*f, row.least)).collect();
        problem.add_constraint(sum.as_slice(), ComparisonOp::Eq, scale);
        let factors = solved(&problem, &factors)?;
        let mut shown = self.sum(&factors);
        for (unknown, column) in self.columns.iter().enumerate() {
            shown.less(column_sum(column, &factors).max(0.0) * self.ceiling(unknown));
        }
        (shown.value > shown.size * CLEAR).then(|| self.limits(&factors))
    }

    /// The least that `aim` can be, or `aim` / `base`; `None` where it has no end or no proof was found.
    /// `base` is at least `base_least`, which is above zero.
    pub fn least(&self, aim: &Terms, base: Option<(&Terms, f64)>) -> Option<Proof> {
        let mut problem = Problem::new(OptimizationDirection::Maximize);
        let factors = self.factors(&mut problem, |row| if base.is_some() { 0.0 } else { row.least });
        let ratio = base.map(|_| problem.add_var(1.0, (f64::NEG_INFINITY, f64::INFINITY)));
        let of = |terms: &Terms, unknown: usize| {
            terms.iter().filter(|(u, _)| *u == unknown).map(|(_, factor)| factor).sum::<f64>()
        };
        for (unknown, column) in self.columns.iter().enumerate() {
            let extra = ratio.zip(base).map(|(ratio, (base, _))| (ratio, of(base, unknown)));
            let most = of(aim, unknown);
            if column.is_empty() && most < 0.0 && extra.is_none_or(|(_, factor)| factor == 0.0) {
                return None;
            }
            self.at_most(&mut problem, &factors, column, extra, most);
        }
        if base.is_some() {
            let sum: Vec<_> = factors.iter().zip(&self.rows).map(|(f, row)| (*f, -row.least)).collect();
            problem.add_constraint(sum.as_slice(), ComparisonOp::Le, 0.0);
        }
        let solution = problem.solve_with(options()).ok()?.into_solution().ok()?;
        let at = ratio.map(|ratio| solution.var_value(ratio));
        let factors: Vec<f64> = factors.iter().map(|f| solution.var_value(*f)).map(denoised).collect();
        // aim − ratio × base = Σ (rest of each unknown) × unknown + Σ factor × row.
        let mut shown = self.sum(&factors);
        for (unknown, column) in self.columns.iter().enumerate() {
            let of_base = at.zip(base).map_or(0.0, |(at, (base, _))| at * of(base, unknown));
            let rest = of(aim, unknown) - of_base - column_sum(column, &factors);
            shown.less((-rest).max(0.0) * self.ceiling(unknown));
        }
        let least = shown.value - shown.size * ROUNDING;
        let at = match (at, base) {
            (Some(at), Some((_, base_least))) => at + least.min(0.0) / base_least - at.abs() * ROUNDING,
            _ => least,
        };
        at.is_finite().then(|| Proof { at, limits: self.limits(&factors) })
    }

    /// The greatest, in the same way.
    pub fn greatest(&self, aim: &Terms, base: Option<(&Terms, f64)>) -> Option<Proof> {
        let turned: Terms = aim.iter().map(|(unknown, factor)| (*unknown, -factor)).collect();
        self.least(&turned, base).map(|proof| Proof { at: -proof.at, ..proof })
    }

    fn factors(&self, problem: &mut Problem, worth: impl Fn(&Row) -> f64) -> Vec<Variable> {
        self.rows.iter().map(|row| problem.add_var(worth(row), (0.0, f64::INFINITY))).collect()
    }

    fn at_most(
        &self,
        problem: &mut Problem,
        factors: &[Variable],
        column: &Terms,
        extra: Option<(Variable, f64)>,
        most: f64,
    ) {
        let mut sum: Vec<_> = column.iter().filter_map(|(row, f)| Some((*factors.get(*row)?, *f))).collect();
        sum.extend(extra.filter(|(_, factor)| *factor != 0.0));
        if !sum.is_empty() {
            problem.add_constraint(sum.as_slice(), ComparisonOp::Le, most);
        }
    }

    fn ceiling(&self, unknown: usize) -> f64 {
        self.ceilings.get(unknown).copied().unwrap_or(BEYOND)
    }

    /// Σ factor × least of all rows.
    fn sum(&self, factors: &[f64]) -> Sum {
        let mut sum = Sum::default();
        self.rows.iter().zip(factors).for_each(|(row, factor)| sum.add(factor * row.least));
        sum
    }

    fn limits(&self, factors: &[f64]) -> Vec<usize> {
        let used = self.rows.iter().zip(factors).filter(|(_, factor)| **factor > 0.0);
        model::each_once(&used.map(|(row, _)| row.limit).collect::<Vec<_>>())
    }
}

/// A sum with the sizes of its terms, which tell how exact it is.
#[derive(Debug, Default)]
struct Sum {
    value: f64,
    size: f64,
}

impl Sum {
    fn add(&mut self, term: f64) {
        self.value += term;
        self.size += term.abs();
    }

    /// Takes off what may be missing.
    fn less(&mut self, room: f64) {
        self.value -= room;
    }
}

fn column_sum(column: &Terms, factors: &[f64]) -> f64 {
    column.iter().map(|(row, factor)| factor * factors.get(*row).copied().unwrap_or(0.0)).sum()
}

fn denoised(factor: f64) -> f64 {
    if factor > NOISE { factor } else { 0.0 }
}

fn options() -> SolveOptions {
    // These are small and solved by the hundred: tidying them up first takes longer than solving them.
    let mut options = SolveOptions::default();
    options.presolve = false;
    options
}

fn solved(problem: &Problem, variables: &[Variable]) -> Option<Vec<f64>> {
    let solution = problem.solve_with(options()).ok()?.into_solution().ok()?;
    Some(variables.iter().map(|variable| denoised(solution.var_value(*variable))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::{Limit, LimitReason, Unknown};
    use model::{Cell, Period, Span};

    /// x + y = 10, x ≥ 3, y ≥ 2 x, and, where asked, y ≤ 5.
    fn system() -> LinearSystem {
        let unknown = |month| Unknown {
            money: false,
            cell: Cell::total(Period::new(2025, month).unwrap(), Span::Month),
        };
        let said = |s| LimitReason::Said(vec![s]);
        let limit = |terms, low, high, s| Limit { terms, low, high, why: said(s) };
        let mut system = LinearSystem::default();
        system.unknowns = vec![unknown(1), unknown(2)];
        system.limits = vec![
            limit(vec![(0, 1.0), (1, 1.0)], 10.0, 10.0, 0),
            limit(vec![(0, 1.0)], 3.0, f64::INFINITY, 1),
            limit(vec![(1, 1.0), (0, -2.0)], 0.0, f64::INFINITY, 2),
            limit(vec![(1, 1.0)], f64::NEG_INFINITY, 5.0, 3),
        ];
        system
    }

    #[test]
    fn ends_are_exact_and_name_what_shows_them() {
        let system = system();
        let programme = Programme::of(&system, |limit| limit != 3, |_| f64::INFINITY);
        let close = |proof: Option<Proof>, at: f64, limits: &[usize]| {
            let proof = proof.unwrap();
            assert!((proof.at - at).abs() < 1e-6, "{proof:?}");
            assert_eq!(proof.limits, limits);
        };
        close(programme.least(&vec![(0, 1.0)], None), 3.0, &[1]);
        close(programme.greatest(&vec![(0, 1.0)], None), 10.0 / 3.0, &[0, 2]);
        close(programme.greatest(&vec![(1, 1.0)], None), 7.0, &[0, 1]);
        // y / x is between 2 and 7 / 3.
        close(programme.least(&vec![(1, 1.0)], Some((&vec![(0, 1.0)], 3.0))), 2.0, &[2]);
        close(programme.greatest(&vec![(1, 1.0)], Some((&vec![(0, 1.0)], 3.0))), 7.0 / 3.0, &[0, 1]);
        assert_eq!(programme.conflict(), None);
        let free = Programme::of(&system, |limit| limit == 1, |_| f64::INFINITY);
        assert_eq!(free.greatest(&vec![(0, 1.0)], None), None);
        assert_eq!(free.conflict(), None);
    }

    #[test]
    fn a_conflict_has_nothing_to_spare() {
        let programme = Programme::of(&system(), |_| true, |_| f64::INFINITY);
        let conflict = programme.conflict().unwrap();
        // y ≤ 5 leaves x at least 5, and then y ≥ 2 x cannot be.
        assert_eq!(conflict, [0, 2, 3]);
    }
}
