//! Figures over time.

use super::dataset::Dataset;
use super::{ranking, recorded};
use ledger::{self, Ledger};
use model::{Answer, Cell, MemberId, Missing, Period, Span};
use records::Cube;

/// What a series is of. Only records tell values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Metric {
    /// Net weight, tonnes.
    #[default]
    Quantity,
    /// Value.
    Value,
    /// Value / quantity.
    UnitValue,
    /// A member's part of the quantity of all, percent.
    Share,
}

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

/// The figures of a member, or of all, for these months: of each what it and the others of its `span` sum, of
/// the rows that `chosen` sums where not all count.
pub fn history(
    dataset: &Dataset,
    chosen: Option<&Cube>,
    member: Option<MemberId>,
    metric: Metric,
    span: Span,
    months: impl Iterator<Item = Period>,
) -> Vec<Answer> {
    match dataset {
        Dataset::Published(ledger) => {
            let cell = |period| match member {
                Some(member) => Cell::member(period, span, member),
                None => Cell::total(period, span),
            };
            let answer = |period| match metric {
                Metric::Quantity => ledger::quantity(ledger, cell(period)),
                Metric::Share => ledger::share(ledger, cell(period)),
                Metric::Value | Metric::UnitValue => Err(Missing::NotApplicable),
            };
            months.map(answer).collect()
        }
        Dataset::Recorded(sums) => {
            let cube = chosen.unwrap_or(&sums.whole);
            months.map(|period| recorded::answer(cube, member, metric, period, span)).collect()
        }
    }
}

/// A member's place in its dimension, for these months.
pub fn places(
    dataset: &Dataset,
    chosen: Option<&Cube>,
    member: MemberId,
    months: impl Iterator<Item = Period>,
) -> Vec<Answer> {
    match dataset {
        Dataset::Published(ledger) => {
            let place = |period| {
                let ranking = ranking(ledger, period, Span::Month, member.dimension);
                let entry = ranking.entries.into_iter().find(|entry| entry.member() == Some(member));
                entry.map_or(Err(Missing::NotListed), |entry| entry.rank)
            };
            months.map(place).collect()
        }
        Dataset::Recorded(sums) => {
            let cube = chosen.unwrap_or(&sums.whole);
            months.map(|period| recorded::place(cube, member, period)).collect()
        }
    }
}

fn published(ledger: &Ledger) -> Vec<Point> {
    let Some((first, last)) = ledger.coverage() else {
        return Vec::new();
    };
    // A growth printed for the first month tells of the year before it.
    let points = first
        .plus_years(-1)
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

/// The newest month whose total is known.
pub fn newest(series: &[Point]) -> Option<&Point> {
    series.iter().rfind(|point| point.quantity.is_ok())
}
