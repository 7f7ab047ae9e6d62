//! Two dimensions against each other.

use super::columns::Records;
use super::cube::{Gate, Sums, rows_of};
use super::filter::Filter;
use crate::model::{Dimension, Period, Span};

/// Sums by the members of two dimensions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cross {
    /// Whose members are rows.
    pub down: Dimension,
    /// Whose members are columns.
    pub across: Dimension,
    /// How many columns there are.
    pub width: usize,
    /// Row after row.
    pub cells: Vec<Sums>,
}

impl Cross {
    /// One cell.
    pub fn cell(&self, down: usize, across: usize) -> Option<Sums> {
        (across < self.width).then(|| self.cells.get(down * self.width + across).copied())?
    }
}

/// The rows of a span that pass a filter, by the members of two dimensions. `None` where the data
/// does not cover all of the span or does not tell one of the dimensions apart.
pub fn cross(
    records: &Records,
    filter: &Filter,
    (down, across): (Dimension, Dimension),
    period: Period,
    span: Span,
) -> Option<Cross> {
    let months: Option<Vec<u16>> = span
        .first(period)
        .to(period)
        .map(|m| records.months().binary_search(&m).ok().and_then(|i| u16::try_from(i).ok()))
        .collect();
    let months = months?;
    let (first, last) = (*months.first()?, *months.last()?);
    let (rows, columns) = (records.codes(down), records.codes(across));
    let height = records.catalogue.members(down).len();
    let width = records.catalogue.members(across).len();
    if height == 0 || width == 0 {
        return None;
    }
    let mut cells = vec![Sums::default(); height * width];
    each_row(records, filter, |row| {
        let month = records.month.get(row).copied();
        if !month.is_some_and(|m| (first..=last).contains(&m)) {
            return;
        }
        let at = |codes: &[u16]| codes.get(row).map_or(0, |c| usize::from(*c));
        if let Some(sums) = cells.get_mut(at(rows) * width + at(columns)) {
            sums.quantity += records.quantity.get(row).copied().unwrap_or(0);
            sums.value += records.value.get(row).copied().unwrap_or(0);
        }
    });
    Some(Cross { down, across, width, cells })
}

/// Quantities in kilograms by month and member of a dimension, month after month: a pivot.
pub fn pivot(records: &Records, filter: &Filter, dimension: Dimension) -> Vec<u64> {
    let width = records.catalogue.members(dimension).len();
    let mut cells = vec![0u64; records.months().len() * width];
    let codes = records.codes(dimension);
    each_row(records, filter, |row| {
        let (Some(month), Some(code)) = (records.month.get(row), codes.get(row)) else { return };
        if let Some(cell) = cells.get_mut(usize::from(*month) * width + usize::from(*code)) {
            *cell += records.quantity.get(row).copied().unwrap_or(0);
        }
    });
    cells
}

/// Calls `f` with every row that passes a filter, by the choice that leaves the fewest rows.
fn each_row(records: &Records, filter: &Filter, mut f: impl FnMut(usize)) {
    let chosen = |d: &Dimension| filter.chosen(*d).is_some();
    let Some(driver) = Dimension::ALL.into_iter().filter(chosen).min_by_key(|d| rows_of(records, filter, *d))
    else {
        (0..records.len()).for_each(f);
        return;
    };
    let rest = filter.without(driver);
    let gates: Vec<Gate> = Dimension::ALL.into_iter().filter_map(|d| Gate::of(records, &rest, d)).collect();
    let postings = records.postings(driver);
    for member in filter.chosen(driver).unwrap_or_default() {
        for row in postings.rows(*member) {
            let row = *row as usize;
            if gates.iter().all(|g| g.is_open(row)) {
                f(row);
            }
        }
    }
}
