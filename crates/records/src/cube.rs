//! Sums by month and member: what a page works on.

use std::ops::Range;

use super::cluster::Cluster;
use super::codes::Codes;
use super::columns::Records;
use super::filter::Filter;
use super::month::MonthIndex;
use model::{Currency, Dimension, DimensionMap, MemberId, Period, Span};

/// Kilograms and money, exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sums {
    /// Net weight, kilograms.
    pub quantity: u64,
    /// Value in the cube's currency.
    pub value: u64,
}

impl Sums {
    fn add(&mut self, quantity: u64, value: u64) {
        self.quantity += quantity;
        self.value += value;
    }

    /// Whether anything was traded. Less than half a kilogram is written as a quantity of zero with
    /// a value.
    pub fn is_traded(self) -> bool {
        self.quantity > 0 || self.value > 0
    }
}

/// Sums of the rows that pass a filter, by month and, within it, by member of each dimension. The
/// members of a dimension that is filtered are all there, as if it were not: a reader who looks at
/// one destination still sees it among the others.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cube {
    /// The months that the data covers, in order.
    pub months: Vec<Period>,
    /// What values are counted in; `None` where there are none.
    pub currency: Option<Currency>,
    /// Rows that pass all of the filter, a month each.
    pub totals: Vec<Sums>,
    /// Month by month, the sums of every member; empty for a dimension that the data does not tell
    /// apart.
    pub members: DimensionMap<Vec<Sums>>,
}

impl Cube {
    /// Sums of every row.
    pub(super) fn of_all(records: &Records) -> Cube {
        let mut cube = Cube::empty(records);
        let rows = records.len();
        let told = Dimension::ALL.into_iter().find(|d| !records.codes(*d).is_empty());
        for start in (0..rows).step_by(AT_ONCE) {
            let part = start..(start + AT_ONCE).min(rows);
            if told.is_none() {
                add_part(&mut cube.totals, records, &part, None, 1);
            }
            for (dimension, table) in cube.members.iter_mut() {
                let width = records.catalogue.members(dimension).len();
                let codes = records.codes(dimension);
                if !codes.is_empty() {
                    add_part(table, records, &part, Some(codes), width);
                }
            }
        }
        // Every row has a member of a dimension that is told apart: its members are the whole.
        if let Some(told) = told {
            let width = cube.width(told).max(1);
            let months = cube.members[told].chunks_exact(width);
            for (total, members) in cube.totals.iter_mut().zip(months) {
                for member in members {
                    total.add(member.quantity, member.value);
                }
            }
        }
        cube
    }

    fn empty(records: &Records) -> Cube {
        let months = records.months().to_vec();
        let table =
            |dimension| vec![Sums::default(); months.len() * records.catalogue.members(dimension).len()];
        Cube {
            currency: records.currency,
            totals: vec![Sums::default(); months.len()],
            members: DimensionMap::from_fn(table),
            months,
        }
    }

    /// How many members a dimension has.
    pub fn width(&self, dimension: Dimension) -> usize {
        self.table(dimension).len().checked_div(self.months.len()).unwrap_or(0)
    }

    /// Whether the data covers a month.
    pub fn covers(&self, month: Period) -> bool {
        MonthIndex::of(&self.months, month).is_some()
    }

    /// All rows of a span; `None` where the data does not cover all of it.
    pub fn total(&self, period: Period, span: Span) -> Option<Sums> {
        self.added(period, span, |month| self.totals.get(month))
    }

    /// The rows of one member in a span; `None` where the data does not cover all of it.
    pub fn member(&self, period: Period, span: Span, member: MemberId) -> Option<Sums> {
        let MemberId { dimension, index } = member;
        let (table, width) = (self.table(dimension), self.width(dimension));
        let place = Some(index.place()).filter(|place| *place < width)?;
        self.added(period, span, |month| table.get(month * width + place))
    }

    /// The rows of every member in a span, in the order of the catalogue; `None` where the data
    /// does not cover all of it.
    pub fn each_member(&self, period: Period, span: Span, dimension: Dimension) -> Option<Vec<Sums>> {
        let (table, width) = (self.table(dimension), self.width(dimension));
        let mut sums = vec![Sums::default(); width];
        for month in span.first(period).to(period) {
            let month = MonthIndex::of(&self.months, month)?.place();
            let of_month = table.get(month * width..(month + 1) * width)?;
            for (sum, of_member) in sums.iter_mut().zip(of_month) {
                sum.add(of_member.quantity, of_member.value);
            }
        }
        Some(sums)
    }

    fn table(&self, dimension: Dimension) -> &[Sums] {
        &self.members[dimension]
    }

    fn added<'a>(&self, period: Period, span: Span, of: impl Fn(usize) -> Option<&'a Sums>) -> Option<Sums> {
        let mut sum = Sums::default();
        for month in span.first(period).to(period) {
            let month = MonthIndex::of(&self.months, month)?.place();
            let of_month = of(month)?;
            sum.add(of_month.quantity, of_month.value);
        }
        Some(sum)
    }
}

/// Rows that are added in one call: a browser does not replace a running function by its optimised
/// form, so that a long loop would stay as it began.
const AT_ONCE: usize = 8192;

/// Adds some rows to a table of months by members, or of months alone.
fn add_part(table: &mut [Sums], records: &Records, part: &Range<usize>, codes: Option<&Codes>, width: usize) {
    match records.month_codes() {
        Codes::Bytes(months) => add_by(table, records, part, months, codes, width),
        Codes::Words(months) => add_by(table, records, part, months, codes, width),
    }
}

fn add_by<M: Copy + Into<usize>>(
    table: &mut [Sums],
    records: &Records,
    part: &Range<usize>,
    months: &[M],
    codes: Option<&Codes>,
    width: usize,
) {
    let months = months.get(part.clone()).unwrap_or_default().iter().map(|month| (*month).into());
    match codes {
        Some(Codes::Bytes(codes)) => {
            let codes = codes.get(part.clone()).unwrap_or_default();
            let cells = months.zip(codes).map(|(month, code)| month * width + usize::from(*code));
            add_amounts(table, records, part, cells);
        }
        Some(Codes::Words(codes)) => {
            let codes = codes.get(part.clone()).unwrap_or_default();
            let cells = months.zip(codes).map(|(month, code)| month * width + usize::from(*code));
            add_amounts(table, records, part, cells);
        }
        None => add_amounts(table, records, part, months),
    }
}

fn add_amounts(
    table: &mut [Sums],
    records: &Records,
    part: &Range<usize>,
    cells: impl Iterator<Item = usize>,
) {
    let (quantity, value) = (records.quantity(), records.value());
    if quantity.are_small() && value.are_small() {
        let amounts = quantity.small_part(part.clone()).zip(value.small_part(part.clone()));
        add_rows(table, cells, amounts);
    } else {
        let amounts = quantity.part(part.clone()).zip(value.part(part.clone()));
        add_rows(table, cells, amounts);
    }
}

#[inline(never)]
fn add_rows(
    table: &mut [Sums],
    cells: impl Iterator<Item = usize>,
    amounts: impl Iterator<Item = (u64, u64)>,
) {
    for (cell, (quantity, value)) in cells.zip(amounts) {
        if let Some(sums) = table.get_mut(cell) {
            sums.add(quantity, value);
        }
    }
}

/// The sums of the rows that pass a filter, of every dimension. Looks only at the rows of the members
/// that are chosen, by the dimension whose choice leaves the fewest.
pub fn cube(records: &Records, filter: &Filter) -> Cube {
    let whole = records.whole();
    let mut cube = Cube::empty(records);
    for (dimension, table) in cube.members.iter_mut() {
        if filter.without(dimension).is_all() {
            // Nothing else is filtered: the sums that were made of all rows.
            table.clone_from(&whole.members[dimension]);
        }
    }
    if filter.is_all() {
        cube.totals.clone_from(&whole.totals);
        return cube;
    }
    // A dimension's own choice does not count for its own table. Tables that need the same scan are
    // filled by one.
    let chosen: Vec<Dimension> = Dimension::ALL.into_iter().filter(|d| filter.chosen(*d).is_some()).collect();
    let Some(driver) = chosen.iter().copied().min_by_key(|d| rows_of(records, filter, *d)) else {
        return cube;
    };
    let mut scan = Scan::new(records, filter, driver);
    scan.tables = Dimension::ALL
        .into_iter()
        .filter(|d| *d != driver && !filter.without(*d).is_all() && !records.codes(*d).is_empty())
        .collect();
    scan.run(&mut cube);
    // The driver's own table ignores the driver's choice: another way through the rows.
    let rest = filter.without(driver);
    if !rest.is_all() {
        let others = chosen.iter().copied().filter(|d| *d != driver);
        if let Some(second) = others.min_by_key(|d| rows_of(records, filter, *d)) {
            let mut scan = Scan::new(records, &rest, second);
            scan.tables = vec![driver];
            let mut own = Cube::empty(records);
            scan.run(&mut own);
            cube.members[driver] = std::mem::take(&mut own.members[driver]);
        }
    }
    cube
}

/// How many rows a dimension's choice leaves.
pub(super) fn rows_of(records: &Records, filter: &Filter, dimension: Dimension) -> u64 {
    let chosen = filter.chosen(dimension).unwrap_or_default();
    let counts = records.counts(dimension);
    chosen.iter().filter_map(|member| counts.get(member.place())).sum()
}

/// One way through the rows of the driver's chosen members.
struct Scan<'a> {
    records: &'a Records,
    filter: &'a Filter,
    driver: Dimension,
    /// Whose tables are filled.
    tables: Vec<Dimension>,
}

impl<'a> Scan<'a> {
    fn new(records: &'a Records, filter: &'a Filter, driver: Dimension) -> Scan<'a> {
        Scan { records, filter, driver, tables: Vec::new() }
    }

    fn run(&self, cube: &mut Cube) {
        let records = self.records;
        let cluster = records.cluster(self.driver);
        let rest = self.filter.without(self.driver);
        let gates: Vec<Gate> =
            Dimension::ALL.into_iter().filter_map(|d| Gate::of(records, cluster, &rest, d)).collect();
        let mut tables: Vec<Filling> = self
            .tables
            .iter()
            .map(|d| Filling {
                dimension: *d,
                width: records.catalogue.members(*d).len(),
                codes: cluster.codes(*d),
                sums: std::mem::take(&mut cube.members[*d]),
            })
            .collect();
        for member in self.filter.chosen(self.driver).unwrap_or_default() {
            for row in cluster.range(*member) {
                // Which gates are shut: none, one, or too many for any table.
                let mut shut = None;
                let mut count = 0;
                for gate in &gates {
                    if !gate.is_open(row) {
                        shut = Some(gate.dimension);
                        count += 1;
                    }
                }
                if count > 1 {
                    continue;
                }
                let (Some(month), Some(quantity), Some(value)) =
                    (cluster.month.get(row), cluster.quantity.get(row), cluster.value.get(row))
                else {
                    continue;
                };
                let month = usize::from(*month);
                if shut.is_none()
                    && let Some(sums) = cube.totals.get_mut(month)
                {
                    sums.add(quantity, value);
                }
                for table in &mut tables {
                    if shut.is_none_or(|s| s == table.dimension)
                        && let Some(code) = table.codes.get(row)
                        && let Some(sums) = table.sums.get_mut(month * table.width + usize::from(*code))
                    {
                        sums.add(quantity, value);
                    }
                }
            }
        }
        for table in tables {
            cube.members[table.dimension] = table.sums;
        }
    }
}

/// A table on its way.
struct Filling<'a> {
    dimension: Dimension,
    width: usize,
    codes: &'a [u16],
    sums: Vec<Sums>,
}

/// Whether a row of a cluster belongs to the members that are chosen of a dimension.
pub(super) struct Gate<'a> {
    dimension: Dimension,
    codes: &'a [u16],
    open: Vec<bool>,
}

impl<'a> Gate<'a> {
    pub fn of(
        records: &Records,
        cluster: &'a Cluster,
        filter: &Filter,
        dimension: Dimension,
    ) -> Option<Gate<'a>> {
        let chosen = filter.chosen(dimension)?;
        let mut open = vec![false; records.catalogue.members(dimension).len()];
        for member in chosen {
            if let Some(slot) = open.get_mut(member.place()) {
                *slot = true;
            }
        }
        Some(Gate { dimension, codes: cluster.codes(dimension), open })
    }

    pub fn is_open(&self, row: usize) -> bool {
        let member = self.codes.get(row).map(|c| usize::from(*c));
        member.and_then(|m| self.open.get(m)).copied().unwrap_or(false)
    }
}
