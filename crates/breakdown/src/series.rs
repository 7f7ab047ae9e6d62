//! A quantity over time.

use super::dataset::Dataset;
use super::recorded;
use ledger::{self, Ledger};
use model::{Answer, Cell, Period, Span};
use records::Cube;

/// One month of a series.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// The month.
    pub period: Period,
    /// Its quantity, tonnes, or why there is none.
    pub quantity: Answer,
}

/// The monthly totals, from the first month that anything is known of to the last that the dataset
/// covers, of the rows that `chosen` sums where not all count. Months without a figure are points too:
/// a gap is visible.
pub fn series(dataset: &Dataset, chosen: Option<&Cube>) -> Vec<Point> {
    match dataset {
        Dataset::Published(ledger) => published(ledger),
        Dataset::Recorded(sums) => recorded::series(chosen.unwrap_or(&sums.whole)),
    }
}

fn published(ledger: &Ledger) -> Vec<Point> {
    let Some((first, last)) = ledger.coverage() else {
        return Vec::new();
    };
    // A growth printed for the first month tells of the year before it.
    let points = first
        .plus(-12)
        .to(last)
        .map(|period| Point { period, quantity: ledger::quantity(ledger, Cell::total(period, Span::Month)) });
    points.skip_while(|p| p.quantity.is_err()).collect()
}

/// The nearest months before and after `period` whose total is known.
pub fn neighbours(series: &[Point], period: Period) -> (Option<Period>, Option<Period>) {
    let known = || series.iter().filter(|p| p.quantity.is_ok()).map(|p| p.period);
    let before = known().rfind(|p| *p < period);
    let after = known().find(|p| *p > period);
    (before, after)
}
