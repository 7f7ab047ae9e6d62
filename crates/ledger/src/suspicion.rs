//! What is possible, but odd.

use crate::claim::{Claim, Measure};
use model::{Buckets, Cell, Numbering, Period, Span};

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
    let mut cells = Numbering::default();
    // A key for a cell with the value that a claim has for it, and for both in one article.
    let mut valued = |cell: Cell, claim: &Claim| {
        let cell = cells.number(cell.key(0)).0 as u128;
        (cell << 64) | u128::from(claim.value.to_bits())
    };
    let in_article = |key: u128, claim: &Claim| ((claim.article as u128) << 96) | key;
    let (mut seen, mut changes) = (Buckets::default(), Buckets::default());
    let mut told = Numbering::default();
    let figures = || claims.iter().enumerate().filter(|(_, c)| c.is_figure() && c.value > 0.0);
    for (index, claim) in figures().filter(|(_, c)| c.measure == Measure::MomAbsolute) {
        if let Some(cell) = claim.cell() {
            changes.push(in_article(valued(cell, claim), claim), index);
        }
    }
    for (index, claim) in figures().filter(|(_, c)| c.measure == Measure::Quantity) {
        let Some(cell) = claim.cell() else { continue };
        let key = in_article(valued(cell, claim), claim);
        if let Some(change) = changes.of(key).first().filter(|_| told.number(key).1) {
            suspicions.push(Suspicion::WholeIsChange(*change, index));
        }
        let telling = claim.step.is_some_and(|step| claim.value / step >= TELLING_DIGITS);
        // The same months are the same figure, not a coincidence.
        if cell.place.is_some() && cell.span == Span::Month && telling {
            let key = valued(cell.at(Period::new(2000, 1).unwrap_or(cell.period)), claim);
            seen.push(key, index);
            let earlier = seen.of(key).first().copied().unwrap_or(index);
            if claims.get(earlier).is_some_and(|c| c.span != claim.span) {
                suspicions.push(Suspicion::SameAgain(earlier, index));
            }
        }
    }
    suspicions
}
