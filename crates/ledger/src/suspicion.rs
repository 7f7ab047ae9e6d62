//! What is possible, but odd.

use std::collections::HashMap;

use crate::claim::{Claim, Measure};
use model::{Cell, Period, Span};

/// What is possible, but odd.
#[derive(Debug, Clone, PartialEq)]
pub enum Suspicion {
    /// A change as large as the quantity: the month before was taken as zero, or was not in the list.
    /// The claims of the change and of the quantity.
    WholeIsChange(usize, usize),
    /// One member has the very same quantity in two months: the two claims.
    SameAgain(usize, usize),
}

/// Significant digits from which two equal quantities of different months are odd.
const TELLING_DIGITS: f64 = 1000.0;

/// What is odd about some claims.
pub(super) fn suspicions(claims: &[Claim]) -> Vec<Suspicion> {
    let mut suspicions = Vec::new();
    let mut seen: HashMap<(Cell, u64), usize> = HashMap::new();
    let mut changes: HashMap<(Cell, u64, usize), usize> = HashMap::new();
    let figures = || claims.iter().enumerate().filter(|(_, c)| c.is_figure() && c.value > 0.0);
    for (index, claim) in figures().filter(|(_, c)| c.measure == Measure::MomAbsolute) {
        if let Some(cell) = claim.cell() {
            changes.entry((cell, claim.value.to_bits(), claim.article)).or_insert(index);
        }
    }
    for (index, claim) in figures().filter(|(_, c)| c.measure == Measure::Quantity) {
        let Some(cell) = claim.cell() else { continue };
        if let Some(change) = changes.remove(&(cell, claim.value.to_bits(), claim.article)) {
            suspicions.push(Suspicion::WholeIsChange(change, index));
        }
        let telling = claim.step.is_some_and(|step| claim.value / step >= TELLING_DIGITS);
        // The same months are the same figure, not a coincidence.
        if cell.place.is_some() && cell.span == Span::Month && telling {
            let anywhen = cell.at(Period::new(2000, 1).unwrap_or(cell.period));
            let earlier = *seen.entry((anywhen, claim.value.to_bits())).or_insert(index);
            if claims.get(earlier).is_some_and(|c| c.span != claim.span) {
                suspicions.push(Suspicion::SameAgain(earlier, index));
            }
        }
    }
    suspicions
}
