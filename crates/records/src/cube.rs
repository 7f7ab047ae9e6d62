//! Sums by month and member: what a page works on.

use std::ops::Range;

use super::cluster::Cluster;
use super::codes::Codes;
use super::columns::Records;
use super::coverage::Coverage;
use super::filter::Filter;
use super::month::MonthIndex;
use model::{Currency, Dimension, DimensionMap, Measured, MemberId, Period, Span};

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

    /// How much it is by what trade is measured by: kilograms, or money.
    pub fn by(self, measured: Measured) -> u64 {
        match measured {
            Measured::Weight => self.quantity,
            Measured::Value => self.value,
        }
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
    /// How much of these it covers, of the products that are chosen.
    pub coverage: Coverage,
    /// What values are counted in; `None` where there are none.
    pub currency: Option<Currency>,
    /// What trade is measured by.
    pub measured: Measured,
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
            coverage: records.coverage().clone(),
            currency: records.currency,
            measured: records.measured,
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

/// The sums of the rows that pass a filter: totals, and the tables of the dimensions that are `wanted`; those
/// of others stay empty. Looks only at the rows of the members that are chosen, by the dimension whose choice
/// leaves the fewest, and at others only where that dimension's own table is wanted.
pub fn cube(records: &Records, filter: &Filter, wanted: &[Dimension]) -> Cube {
    let whole = records.whole();
    let mut cube = Cube {
        months: whole.months.clone(),
        coverage: whole.coverage.only(filter),
        currency: whole.currency,
        measured: whole.measured,
        ..Cube::default()
    };
    let mut scanned = Vec::new();
    for dimension in wanted.iter().copied() {
        match filter.without(dimension).is_all() || records.codes(dimension).is_empty() {
            // Nothing else is filtered: the sums that were made of all rows.
            true => cube.members[dimension].clone_from(&whole.members[dimension]),
            false => scanned.push(dimension),
        }
    }
    let chosen = Dimension::ALL.into_iter().filter(|d| filter.chosen(*d).is_some());
    let fewest = |d: &Dimension| rows_of(records, filter, *d);
    let Some(driver) = chosen.clone().min_by_key(fewest) else {
        cube.totals.clone_from(&whole.totals);
        return cube;
    };
    // A dimension's own choice does not count for its own table: the driver's needs another way through the
    // rows.
    let second = chosen.filter(|d| *d != driver).min_by_key(fewest);
    if let Some(second) = second.filter(|_| scanned.contains(&driver)) {
        scanned.retain(|d| *d != driver);
        let rest = filter.without(driver);
        Scan::new(records, &rest, second, &[driver]).run(&mut cube);
    }
    Scan::new(records, filter, driver, &scanned).run(&mut cube);
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
    cluster: &'a Cluster,
    ranges: Vec<Range<usize>>,
    /// What every row must pass. The gate of a dimension whose table is filled is in that table.
    gates: Vec<Gate<'a>>,
    totals: Table<'a>,
    tables: Vec<Table<'a>>,
}

impl<'a> Scan<'a> {
    fn new(records: &'a Records, filter: &Filter, driver: Dimension, wanted: &[Dimension]) -> Scan<'a> {
        let cluster = records.cluster(driver);
        let chosen = filter.chosen(driver).unwrap_or_default();
        let rest = filter.without(driver);
        let gate = |dimension| Gate::of(records, cluster, &rest, dimension);
        let table = |dimension: &Dimension| {
            let width = records.catalogue.members(*dimension).len();
            Table {
                dimension: *dimension,
                gate: gate(*dimension),
                width,
                codes: cluster.codes(*dimension),
                sums: vec![Sums::default(); records.months().len() * width],
            }
        };
        Scan {
            cluster,
            ranges: chosen.iter().map(|member| cluster.range(*member)).collect(),
            gates: Dimension::ALL.into_iter().filter(|d| !wanted.contains(d)).filter_map(gate).collect(),
            totals: Table {
                dimension: driver,
                gate: None,
                width: 1,
                codes: &[],
                sums: vec![Sums::default(); records.months().len()],
            },
            tables: wanted.iter().map(table).collect(),
        }
    }

    /// Fills the totals and the tables.
    fn run(mut self, cube: &mut Cube) {
        for range in std::mem::take(&mut self.ranges) {
            for start in range.clone().step_by(AT_ONCE) {
                self.add(start..range.end.min(start + AT_ONCE));
            }
        }
        cube.totals = self.totals.sums;
        for table in self.tables {
            cube.members[table.dimension] = table.sums;
        }
    }

    /// Adds some rows.
    fn add(&mut self, rows: Range<usize>) {
        let mut rows: Vec<usize> = rows.collect();
        for gate in &self.gates {
            gate.sift(&mut rows);
        }
        for at in 0..self.tables.len() {
            let (before, rest) = self.tables.split_at_mut(at);
            // A table with a gate of its own has more rows than the totals.
            if let Some((table, behind)) = rest.split_first_mut().filter(|(table, _)| table.gate.is_some()) {
                let mut rows = rows.clone();
                for gate in before.iter().chain(behind.iter()).filter_map(|other| other.gate.as_ref()) {
                    gate.sift(&mut rows);
                }
                table.add(self.cluster, &rows);
            }
        }
        for gate in self.tables.iter().filter_map(|table| table.gate.as_ref()) {
            gate.sift(&mut rows);
        }
        self.totals.add(self.cluster, &rows);
        for table in self.tables.iter_mut().filter(|table| table.gate.is_none()) {
            table.add(self.cluster, &rows);
        }
    }
}

/// A table of months by members on its way.
struct Table<'a> {
    dimension: Dimension,
    /// The choice of its own dimension, which does not count for it.
    gate: Option<Gate<'a>>,
    width: usize,
    /// Nothing for a table of months alone.
    codes: &'a [u16],
    sums: Vec<Sums>,
}

impl Table<'_> {
    #[inline(never)]
    fn add(&mut self, cluster: &Cluster, rows: &[usize]) {
        for row in rows.iter().copied() {
            let code = self.codes.get(row).map_or(0, |code| usize::from(*code));
            if let (Some(month), Some(quantity), Some(value)) =
                (cluster.month.get(row), cluster.quantity.get(row), cluster.value.get(row))
                && let Some(sums) = self.sums.get_mut(usize::from(*month) * self.width + code)
            {
                sums.add(quantity, value);
            }
        }
    }
}

/// Whether a row of a cluster belongs to the members that are chosen of a dimension.
pub(super) struct Gate<'a> {
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
        Some(Gate { codes: cluster.codes(dimension), open })
    }

    pub fn is_open(&self, row: usize) -> bool {
        let member = self.codes.get(row).map(|c| usize::from(*c));
        member.and_then(|m| self.open.get(m)).copied().unwrap_or(false)
    }

    /// Leaves the rows that pass. Whether one does is as good as chance, which a branch would guess wrong.
    #[inline(never)]
    fn sift(&self, rows: &mut Vec<usize>) {
        let mut passed = 0;
        for at in 0..rows.len() {
            let row = rows.get(at).copied().unwrap_or_default();
            if let Some(slot) = rows.get_mut(passed) {
                *slot = row;
            }
            passed += usize::from(self.is_open(row));
        }
        rows.truncate(passed);
    }
}
