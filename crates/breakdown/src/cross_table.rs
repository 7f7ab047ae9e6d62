//! A cross table for reading: the largest members apart, the rest in one line, sums on both edges.

use model::{Measured, MemberId, MemberIndex, sort_list};
use records::{Cross, Sums};

/// Rows and columns by size, the rest of each together.
#[derive(Debug, Clone, PartialEq)]
pub struct CrossTable {
    /// The columns' members, largest first; `None` for the rest.
    pub columns: Vec<Option<MemberId>>,
    /// How many members the last column has, when it is the rest.
    pub other_columns: usize,
    /// Largest first.
    pub rows: Vec<CrossRow>,
    /// How many members the last row has, when it is the rest.
    pub other_rows: usize,
    /// Sums of the columns.
    pub totals: Vec<f64>,
    /// The sum of everything.
    pub amount: f64,
}

/// A row of a cross table.
#[derive(Debug, Clone, PartialEq)]
pub struct CrossRow {
    /// The member; `None` for the rest.
    pub member: Option<MemberId>,
    /// A cell a column.
    pub cells: Vec<CrossCell>,
    /// Their sum.
    pub amount: f64,
}

/// A cell of a cross table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CrossCell {
    /// Its sum, tonnes, or money where nothing is weighed.
    pub amount: f64,
    /// How dark it is drawn, from 0 for nothing to 1 for the largest cell of two members.
    pub shade: f64,
}

/// The `shown` largest members of each dimension apart. Members without anything are left out.
pub fn cross_table(cross: &Cross, measured: Measured, shown: usize) -> CrossTable {
    let size = |sums: &Sums| sums.by(measured);
    let in_unit = |sum: u64| match measured {
        Measured::Weight => sum as f64 / 1000.0,
        Measured::Value => sum as f64,
    };
    let width = cross.width.max(1);
    let height = cross.cells.len() / width;
    let cell = |down: MemberIndex, across: MemberIndex| size(&cross.cell(down, across).unwrap_or_default());
    let row_sum = |down| MemberIndex::first(width).map(|across| cell(down, across)).sum::<u64>();
    let column_sum = |across| MemberIndex::first(height).map(|down| cell(down, across)).sum::<u64>();
    let rows = Lines::of(height, shown, row_sum);
    let columns = Lines::of(width, shown, column_sum);
    let sum = |down: &[MemberIndex], across: &[MemberIndex]| -> u64 {
        down.iter().map(|d| across.iter().map(|a| cell(*d, *a)).sum::<u64>()).sum()
    };
    // The rest is no cell of two members: it may be larger than all of them, and must not pale them.
    let largest = cross.cells.iter().map(size).max().unwrap_or(0).max(1);
    let line = |down: &(Option<MemberIndex>, Vec<MemberIndex>)| {
        let cells = columns.lines.iter().map(|across| {
            let sum = sum(&down.1, &across.1);
            let shade = (sum as f64 / largest as f64).min(1.0).sqrt();
            CrossCell { amount: in_unit(sum), shade }
        });
        let cells: Vec<CrossCell> = cells.collect();
        let all: u64 = columns.lines.iter().map(|across| sum(&down.1, &across.1)).sum();
        let member = down.0.map(|index| MemberId { dimension: cross.down, index });
        CrossRow { member, cells, amount: in_unit(all) }
    };
    let everything: Vec<MemberIndex> = MemberIndex::first(height).collect();
    let across = |index| MemberId { dimension: cross.across, index };
    let totals = columns.lines.iter().map(|across| in_unit(sum(&everything, &across.1)));
    CrossTable {
        totals: totals.collect(),
        amount: in_unit(cross.cells.iter().map(size).sum()),
        rows: rows.lines.iter().map(line).collect(),
        columns: columns.lines.iter().map(|(index, _)| index.map(across)).collect(),
        other_rows: rows.others,
        other_columns: columns.others,
    }
}

/// Which members stand on a line of their own.
struct Lines {
    /// The member that a line is about, if it is one, and the indices that it sums.
    lines: Vec<(Option<MemberIndex>, Vec<MemberIndex>)>,
    others: usize,
}

impl Lines {
    fn of(count: usize, shown: usize, size: impl Fn(MemberIndex) -> u64) -> Lines {
        let mut order: Vec<(MemberIndex, u64)> =
            MemberIndex::first(count).map(|i| (i, size(i))).filter(|(_, s)| *s > 0).collect();
        sort_list(&mut order, |(_, a), (_, b)| b.cmp(a));
        let rest: Vec<MemberIndex> =
            order.split_off(shown.min(order.len())).into_iter().map(|(i, _)| i).collect();
        let mut lines: Vec<(Option<MemberIndex>, Vec<MemberIndex>)> =
            order.into_iter().map(|(i, _)| (Some(i), vec![i])).collect();
        let others = rest.len();
        if others > 0 {
            lines.push((None, rest));
        }
        Lines { lines, others }
    }
}
