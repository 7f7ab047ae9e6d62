//! Two dimensions against each other.

use super::codes::Codes;
use super::columns::Records;
use super::coverage::Extent;
use super::cube::{Gate, Sums, rows_of};
use super::filter::Filter;
use super::month::MonthIndex;
use model::{Dimension, DimensionMap, MemberIndex, Period, Span};

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
    pub fn cell(&self, down: MemberIndex, across: MemberIndex) -> Option<Sums> {
        let (down, across) = (down.place(), across.place());
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
    let covered = span.first(period).to(period).map(|month| MonthIndex::of(records.months(), month));
    let months: Vec<MonthIndex> = covered.collect::<Option<_>>()?;
    let (first, last) = (*months.first()?, *months.last()?);
    if records.coverage().only(filter).of_chosen(period, span) == Extent::NotCovered {
        return None;
    }
    let height = records.catalogue.members(down).len();
    let width = records.catalogue.members(across).len();
    if height == 0 || width == 0 {
        return None;
    }
    let mut cells = vec![Sums::default(); height * width];
    each_row(records, filter, |row| {
        if (first..=last).contains(&row.month)
            && let Some(sums) = cells.get_mut(row.code(down) * width + row.code(across))
        {
            sums.quantity += row.quantity;
            sums.value += row.value;
        }
    });
    Some(Cross { down, across, width, cells })
}

/// One row of the records, or of a cluster of them.
struct Row<'a> {
    at: usize,
    month: MonthIndex,
    members: Members<'a>,
    quantity: u64,
    value: u64,
}

/// Where the members of a row stand.
#[derive(Clone, Copy)]
enum Members<'a> {
    Records(&'a DimensionMap<Codes>),
    Cluster(&'a DimensionMap<Vec<u16>>),
}

impl Row<'_> {
    fn code(&self, dimension: Dimension) -> usize {
        let code = match self.members {
            Members::Records(codes) => codes[dimension].get(self.at),
            Members::Cluster(codes) => codes[dimension].get(self.at).copied(),
        };
        code.map_or(0, usize::from)
    }
}

/// Calls `f` with every row that passes a filter, by the choice that leaves the fewest rows.
fn each_row(records: &Records, filter: &Filter, mut f: impl FnMut(Row)) {
    let chosen = |d: &Dimension| filter.chosen(*d).is_some();
    let driver = Dimension::ALL.into_iter().filter(chosen).min_by_key(|d| rows_of(records, filter, *d));
    let Some(driver) = driver else {
        let rows = records.month.iter().zip(records.quantity.iter()).zip(records.value.iter()).enumerate();
        for (at, ((month, quantity), value)) in rows {
            f(Row { at, month: month.into(), members: Members::Records(&records.codes), quantity, value });
        }
        return;
    };
    let rest = filter.without(driver);
    let cluster = records.cluster(driver);
    let gates: Vec<Gate> =
        Dimension::ALL.into_iter().filter_map(|d| Gate::of(records, cluster, &rest, d)).collect();
    for member in filter.chosen(driver).unwrap_or_default() {
        for at in cluster.range(*member) {
            let measures = (cluster.month.get(at), cluster.quantity.get(at), cluster.value.get(at));
            if let (Some(month), Some(quantity), Some(value)) = measures
                && gates.iter().all(|g| g.is_open(at))
            {
                let (month, members) = (MonthIndex::from(*month), Members::Cluster(&cluster.codes));
                f(Row { at, month, members, quantity, value });
            }
        }
    }
}
