//! Whether linear limits can hold together, and numbers that obey them.
//!
//! The general simplex of Dutertre and de Moura, “A fast linear-arithmetic solver for DPLL(T)” (2006):
//! limits come one by one, numbers move only as far as a new limit makes them, and limits that cannot
//! hold together are named. Bland's rule picks the smallest index, so that it always ends.

/// Why a limit stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reason {
    /// It follows from what the numbers are: no tonnage is negative, parts do not exceed the whole.
    Logic,
    /// Otherwise the rows would not look like trade.
    Plausible,
    /// An article prints it: an index into the ledger's claims.
    Claim(usize),
}

/// A weighted sum of variables.
pub(super) type Form = Vec<(usize, f64)>;

/// A form with what it must lie between. Either side may be infinite.
pub(super) type Limits = (Form, f64, f64);

/// How far a number may be beyond its limit: far below a kilogram, far above the noise of floats.
const TOLERANCE: f64 = 1e-3;

/// Factors below it are noise of elimination: true ones are products of a few growths and shares.
const NOISE: f64 = 1e-8;

/// More steps than any real ledger takes; past it the limits count as impossible.
const MOST_STEPS: usize = 2_000;

#[derive(Debug, Clone, Copy)]
struct Limit {
    at: f64,
    why: Reason,
}

#[derive(Debug, Clone, Copy)]
struct Variable {
    value: f64,
    low: Limit,
    high: Limit,
}

/// A variable that is a sum of those that head the columns.
#[derive(Debug)]
struct Row {
    basic: usize,
    factors: Vec<f64>,
}

/// Variables, limits, and values that obey all of them.
#[derive(Debug, Default)]
pub(super) struct Simplex {
    variables: Vec<Variable>,
    columns: Vec<usize>,
    rows: Vec<Row>,
    forms: Vec<(Form, usize)>,
}

impl Simplex {
    /// A variable that is not negative.
    pub fn variable(&mut self) -> usize {
        let index = self.push(0.0, 0.0);
        self.columns.push(index);
        for row in &mut self.rows {
            row.factors.push(0.0);
        }
        index
    }

    /// The value of a variable at present.
    pub fn value(&self, index: usize) -> f64 {
        self.variables.get(index).map_or(0.0, |v| v.value)
    }

    /// Adds limits; all of them, or none and the reasons of those that stand in the way.
    pub fn demand(&mut self, limits: &[Limits], why: Reason) -> Result<(), Vec<Reason>> {
        let named: Vec<(usize, f64, f64)> =
            limits.iter().map(|(form, low, high)| (self.define(form), *low, *high)).collect();
        let before = self.variables.clone();
        let done = named.into_iter().try_for_each(|(index, low, high)| self.tighten(index, low, high, why));
        let done = done.and_then(|()| self.repair());
        if done.is_err() {
            // The values before obeyed every limit before, whatever has been swapped since.
            self.variables = before;
        }
        done
    }

    /// Fixes a form, or leaves all as it was.
    pub fn fix(&mut self, form: &Form, at: f64) -> bool {
        self.demand(&[(form.clone(), at, at)], Reason::Logic).is_ok()
    }

    /// Whether a form can have a value.
    pub fn allows(&mut self, form: &Form, at: f64) -> bool {
        self.define(form);
        let before = self.variables.clone();
        let allowed = self.fix(form, at);
        self.variables = before;
        allowed
    }

    /// The value of a form at present.
    pub fn value_of(&self, form: &Form) -> f64 {
        form.iter().map(|(v, factor)| factor * self.value(*v)).sum()
    }

    fn push(&mut self, value: f64, low: f64) -> usize {
        let limit = |at| Limit { at, why: Reason::Logic };
        self.variables.push(Variable { value, low: limit(low), high: limit(f64::INFINITY) });
        self.variables.len() - 1
    }

    /// The variable that stands for a form.
    fn define(&mut self, form: &Form) -> usize {
        if let [(index, 1.0)] = form.as_slice() {
            return *index;
        }
        if let Some((_, index)) = self.forms.iter().find(|(f, _)| f == form) {
            return *index;
        }
        let mut factors = vec![0.0; self.columns.len()];
        for (variable, factor) in form {
            if let Some(column) = self.columns.iter().position(|c| c == variable) {
                factors.iter_mut().skip(column).take(1).for_each(|f| *f += factor);
            } else if let Some(row) = self.rows.iter().find(|r| r.basic == *variable) {
                add(&mut factors, &row.factors, *factor);
            }
        }
        let index = self.push(self.value_of(form), f64::NEG_INFINITY);
        self.rows.push(Row { basic: index, factors });
        self.forms.push((form.clone(), index));
        index
    }

    fn tighten(&mut self, index: usize, low: f64, high: f64, why: Reason) -> Result<(), Vec<Reason>> {
        let Some(variable) = self.variables.get_mut(index) else { return Ok(()) };
        if low > variable.low.at {
            variable.low = Limit { at: low, why };
        }
        if high < variable.high.at {
            variable.high = Limit { at: high, why };
        }
        if variable.low.at > variable.high.at {
            return Err(vec![variable.low.why, variable.high.why]);
        }
        let to = variable.value.clamp(variable.low.at, variable.high.at);
        let by = to - variable.value;
        if by != 0.0
            && let Some(column) = self.columns.iter().position(|c| *c == index)
        {
            variable.value = to;
            self.shift(column, by, None);
        }
        Ok(())
    }

    /// Moves every row as a column's variable moves, but for the row of `but`.
    fn shift(&mut self, column: usize, by: f64, but: Option<usize>) {
        for row in self.rows.iter().filter(|r| Some(r.basic) != but) {
            let factor = row.factors.get(column).copied().unwrap_or(0.0);
            if factor != 0.0
                && let Some(variable) = self.variables.get_mut(row.basic)
            {
                variable.value += factor * by;
            }
        }
    }

    /// Moves values until all limits are obeyed, or names those that cannot be.
    fn repair(&mut self) -> Result<(), Vec<Reason>> {
        for _ in 0..MOST_STEPS {
            let Some((row, target, rising)) = self.worst() else { return Ok(()) };
            let Some(column) = self.entering(row, rising) else {
                return Err(self.conflict(row, rising));
            };
            self.pivot(row, column, target);
        }
        Err(Vec::new())
    }

    /// The row of the first variable beyond a limit, the limit, and whether it must rise.
    fn worst(&self) -> Option<(usize, f64, bool)> {
        let beyond = self.rows.iter().enumerate().filter_map(|(row, r)| {
            let v = self.variables.get(r.basic)?;
            if v.value < v.low.at - TOLERANCE {
                Some((r.basic, (row, v.low.at, true)))
            } else if v.value > v.high.at + TOLERANCE {
                Some((r.basic, (row, v.high.at, false)))
            } else {
                None
            }
        });
        beyond.min_by_key(|(basic, _)| *basic).map(|(_, found)| found)
    }

    /// The column whose variable can move a row's the wanted way.
    fn entering(&self, row: usize, rising: bool) -> Option<usize> {
        let factors = &self.rows.get(row)?.factors;
        let movable = self.columns.iter().zip(factors).enumerate().filter(|(_, (index, factor))| {
            let Some(v) = self.variables.get(**index) else { return false };
            let up = (**factor > 0.0) == rising;
            factor.abs() > NOISE && if up { v.value < v.high.at } else { v.value > v.low.at }
        });
        movable.min_by_key(|(_, (index, _))| **index).map(|(column, _)| column)
    }

    /// The reasons of the limits that hold a row back.
    fn conflict(&self, row: usize, rising: bool) -> Vec<Reason> {
        let Some(row) = self.rows.get(row) else { return Vec::new() };
        let limit = |index: usize, high: bool| {
            self.variables.get(index).map(|v| if high { v.high.why } else { v.low.why })
        };
        let holding = self.columns.iter().zip(&row.factors).filter(|(_, f)| f.abs() > NOISE);
        let mut reasons: Vec<Reason> =
            holding.filter_map(|(index, f)| limit(*index, (*f > 0.0) == rising)).collect();
        reasons.extend(limit(row.basic, !rising));
        reasons.sort_unstable();
        reasons.dedup();
        reasons
    }

    /// Swaps a row's variable, which goes to `target`, with a column's.
    fn pivot(&mut self, row: usize, column: usize, target: f64) {
        let Some(entering) = self.columns.get(column).copied() else { return };
        let Some(old) = self.rows.get_mut(row) else { return };
        let leaving = old.basic;
        let Some(factor) = old.factors.get(column).copied() else { return };
        for f in &mut old.factors {
            *f /= -factor;
        }
        old.factors.iter_mut().skip(column).take(1).for_each(|f| *f = 1.0 / factor);
        let pattern = old.factors.clone();

        let by = (target - self.value(leaving)) / factor;
        if let Some(variable) = self.variables.get_mut(leaving) {
            variable.value = target;
        }
        if let Some(variable) = self.variables.get_mut(entering) {
            variable.value += by;
        }
        self.shift(column, by, Some(leaving));

        for (index, other) in self.rows.iter_mut().enumerate() {
            if index == row {
                other.basic = entering;
            } else if let Some(slot) = other.factors.get_mut(column) {
                let factor = std::mem::replace(slot, 0.0);
                if factor != 0.0 {
                    add(&mut other.factors, &pattern, factor);
                }
            }
        }
        self.columns.iter_mut().skip(column).take(1).for_each(|c| *c = leaving);
    }
}

/// Adds `factor` times one list to another.
fn add(to: &mut [f64], from: &[f64], factor: f64) {
    for (to, from) in to.iter_mut().zip(from) {
        *to += factor * from;
        if to.abs() < NOISE {
            *to = 0.0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_that_can_hold_together_are_obeyed() {
        let mut simplex = Simplex::default();
        let (a, b) = (simplex.variable(), simplex.variable());
        let sum = vec![(a, 1.0), (b, 1.0)];
        let ratio = vec![(a, 1.0), (b, -2.0)];
        simplex.demand(&[(sum.clone(), 30.0, 31.0)], Reason::Claim(0)).unwrap();
        simplex.demand(&[(ratio.clone(), 0.0, f64::INFINITY)], Reason::Claim(1)).unwrap();
        simplex.demand(&[(vec![(b, 1.0)], 9.0, f64::INFINITY)], Reason::Claim(2)).unwrap();
        assert!((30.0..=31.0).contains(&simplex.value_of(&sum)));
        assert!(simplex.value_of(&ratio) >= 0.0 && simplex.value(b) >= 9.0);
    }

    #[test]
    fn limits_that_cannot_are_named_and_change_nothing() {
        let mut simplex = Simplex::default();
        let (a, b, c) = (simplex.variable(), simplex.variable(), simplex.variable());
        simplex.demand(&[(vec![(c, 1.0)], 5.0, 6.0)], Reason::Claim(7)).unwrap();
        simplex.demand(&[(vec![(a, 1.0), (b, 1.0)], 0.0, 10.0)], Reason::Claim(0)).unwrap();
        simplex.demand(&[(vec![(a, 1.0)], 6.0, 8.0)], Reason::Claim(1)).unwrap();
        let refused = simplex.demand(&[(vec![(b, 1.0)], 5.0, 9.0)], Reason::Claim(2)).unwrap_err();
        assert_eq!(refused, [Reason::Claim(0), Reason::Claim(1), Reason::Claim(2)]);
        assert!(simplex.allows(&vec![(b, 1.0)], 4.0) && !simplex.allows(&vec![(b, 1.0)], 4.1));
        assert!(simplex.value(a) + simplex.value(b) <= 10.0);
    }
}
