//! Sums that satisfy as many claims as can hold together.
//!
//! Cyclic projections (Kaczmarz's method for intervals): each constraint in turn moves the sums by
//! the shortest way to where it holds. When claims contradict each other this never settles; then
//! the claim that is hurt most is set aside, a ratio before a quantity, and it starts again.

use std::collections::HashMap;

use super::claims::{Constraint, Part, System};
use crate::ledger::{Ledger, Measure};
use crate::model::Period;

/// Ways through all constraints before claims are judged.
const ROUNDS: usize = 1500;
/// Tonnes by which a constraint may be missed: half a kilogram is lost to rounding anyway.
const NEAR: f64 = 0.000_4;
/// Claims hurt by at least this part of the worst compete for being set aside.
const ABOUT_AS_BAD: f64 = 0.5;

/// Monthly sums, tonnes.
#[derive(Debug)]
pub struct Solution {
    pub sums: HashMap<(Period, Part), f64>,
}

impl Solution {
    /// A monthly sum in kilograms; `None` when no claim is about it.
    pub fn kilograms(&self, month: Period, part: Part) -> Option<u64> {
        self.sums.get(&(month, part)).map(|tonnes| (tonnes * 1000.0).round().max(0.0) as u64)
    }
}

/// Solves a system. Claims that cannot hold with the others are left unsatisfied.
pub fn solve(mut system: System, ledger: &Ledger) -> Solution {
    let mut values = system.guesses.clone();
    // Narrow constraints last: what they say to the kilogram stands when a round ends.
    let width = |c: &Constraint| c.high - c.low;
    system.constraints.sort_by(|a, b| width(b).total_cmp(&width(a)));
    let mut aside: Vec<Vec<Constraint>> = Vec::new();
    loop {
        settle(&system.constraints, &mut values);
        let Some(worst) = worst(&system.constraints, &values, ledger) else { break };
        let (out, kept) = system.constraints.into_iter().partition(|c| c.claim == Some(worst));
        system.constraints = kept;
        aside.push(out);
    }
    // Some were hurt only by others that went after them: each gets a second chance.
    for constraints in aside {
        let mut tried = system.constraints.clone();
        tried.splice(0..0, constraints);
        let mut found = values.clone();
        settle(&tried, &mut found);
        if worst(&tried, &found, ledger).is_none() {
            system.constraints = tried;
            values = found;
        }
    }
    let sums = system.variables.iter().filter_map(|(key, i)| Some((*key, *values.get(*i)?)));
    Solution { sums: sums.collect() }
}

fn settle(constraints: &[Constraint], values: &mut [f64]) {
    for _ in 0..ROUNDS {
        if round(constraints, values) < NEAR / 100.0 {
            break;
        }
    }
}

/// One way through; the longest move.
fn round(constraints: &[Constraint], values: &mut [f64]) -> f64 {
    let mut longest: f64 = 0.0;
    for constraint in constraints {
        let miss = miss(constraint, values);
        let norm: f64 = constraint.terms.iter().map(|(_, c)| c * c).sum();
        if miss == 0.0 || norm == 0.0 {
            continue;
        }
        for (variable, coefficient) in &constraint.terms {
            if let Some(value) = values.get_mut(*variable) {
                *value = (*value + miss * coefficient / norm).max(0.0);
            }
        }
        longest = longest.max(miss.abs() / norm.sqrt());
    }
    longest
}

/// By how much the sum must rise (or fall, when negative) to be inside.
fn miss(constraint: &Constraint, values: &[f64]) -> f64 {
    let sum: f64 = constraint.terms.iter().map(|(v, c)| values.get(*v).copied().unwrap_or(0.0) * c).sum();
    match sum {
        s if s < constraint.low => constraint.low - s,
        s if s > constraint.high => constraint.high - s,
        _ => 0.0,
    }
}

/// The claim to set aside; `None` when all hold.
fn worst(constraints: &[Constraint], values: &[f64], ledger: &Ledger) -> Option<usize> {
    let distance = |c: &Constraint| {
        let norm: f64 = c.terms.iter().map(|(_, c)| c * c).sum();
        miss(c, values).abs() / norm.sqrt().max(1.0)
    };
    let hurt: Vec<(usize, f64)> = constraints
        .iter()
        .filter_map(|c| Some((c.claim?, distance(c))))
        .filter(|(_, distance)| *distance > NEAR)
        .collect();
    let most = hurt.iter().map(|(_, distance)| *distance).fold(0.0, f64::max);
    let is_quantity = |claim: usize| {
        ledger.claim(claim).is_some_and(|c| {
            matches!(c.measure, Measure::Quantity | Measure::QuantityYearBefore | Measure::MomAbsolute)
        })
    };
    let candidates = hurt.into_iter().filter(|(_, distance)| *distance >= most * ABOUT_AS_BAD);
    let worst = candidates.min_by(|(a, far), (b, near)| {
        is_quantity(*a).cmp(&is_quantity(*b)).then(near.total_cmp(far)).then(a.cmp(b))
    });
    worst.map(|(claim, _)| claim)
}
