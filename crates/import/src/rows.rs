//! Rows that were read, in as little memory as they need: of a file of a million rows they are what stays.

use super::left_out::LeftOut;
use model::{Dimension, DimensionMap, Flow, Period};

/// A row with its members as numbers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Compact {
    /// A place in [`super::reader::Import::files`].
    pub file: usize,
    pub line: u64,
    pub month: Option<Period>,
    pub members: DimensionMap<Option<u32>>,
    pub quantity: u64,
    pub values: [Option<u64>; 2],
    pub flow: Option<Flow>,
    /// A place in [`super::reader::Import::reporters`].
    pub reporter: Option<u32>,
    /// A place in [`super::reader::Import::classifications`].
    pub classification: Option<u32>,
    /// See [`super::file::Row::rest`].
    pub rest: u64,
    /// See [`super::file::Row::part`].
    pub part: u8,
    /// Whether its weight is known.
    pub weighed: bool,
    /// Why it is not to be added, where the line alone tells.
    pub left_out: Option<LeftOut>,
}

/// What many rows have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Common {
    file: usize,
    month: Option<Period>,
    flow: Option<Flow>,
    reporter: Option<u32>,
    classification: Option<u32>,
    part: u8,
    weighed: bool,
    left_out: Option<LeftOut>,
}

/// So many rows stand in a block: memory grows by blocks and nothing is copied.
const BLOCK: usize = 1 << 14;
/// No member.
const NONE: u32 = u32::MAX;
/// No value: none that is read is as large.
const UNKNOWN: u64 = u64::MAX;

/// Columns of some rows.
#[derive(Debug, Default)]
struct Block {
    /// Places in [`Rows::common`].
    common: Vec<u32>,
    lines: Vec<u32>,
    members: Vec<[u32; 4]>,
    quantities: Vec<u64>,
    values: Vec<u64>,
    second_values: Values,
    rests: Sparse<0>,
}

/// A column that is mostly empty: it takes memory from the first number on that is not `EMPTY`.
#[derive(Debug, Default)]
pub(super) struct Sparse<const EMPTY: u64>(Vec<u64>);

impl<const EMPTY: u64> Sparse<EMPTY> {
    fn get(&self, place: usize) -> u64 {
        self.0.get(place).copied().unwrap_or(EMPTY)
    }

    fn set(&mut self, place: usize, number: u64) {
        if number != EMPTY && self.0.len() <= place {
            self.0.resize(place + 1, EMPTY);
        }
        if let Some(slot) = self.0.get_mut(place) {
            *slot = number;
        }
    }
}

/// Values of rows, by their places.
pub(super) type Values = Sparse<UNKNOWN>;

impl Values {
    pub fn value(&self, row: u32) -> Option<u64> {
        let value = self.get(usize::try_from(row).ok()?);
        Some(value).filter(|value| *value != UNKNOWN)
    }

    pub fn set_value(&mut self, row: u32, value: u64) {
        if let Ok(place) = usize::try_from(row) {
            self.set(place, value);
        }
    }
}

/// A list of rows.
#[derive(Debug, Default)]
pub(super) struct Rows {
    blocks: Vec<Block>,
    common: Vec<Common>,
    /// Places of these in order.
    in_order: Vec<u32>,
    /// The last one that was looked for, and its place: most rows have that of the row before.
    last: Option<(Common, u32)>,
}

impl Rows {
    pub fn len(&self) -> usize {
        self.blocks.last().map_or(0, |last| (self.blocks.len() - 1) * BLOCK + last.lines.len())
    }

    /// Rows are told apart by 32 bits, as are their lines: no file that is read has more.
    pub fn push(&mut self, row: &Compact) {
        if self.blocks.last().is_none_or(|last| last.lines.len() == BLOCK) {
            self.blocks.push(Block::default());
        }
        let common = self.common_of(row);
        let Some(block) = self.blocks.last_mut() else { return };
        let place = block.lines.len();
        block.common.push(common);
        block.lines.push(u32::try_from(row.line).unwrap_or(u32::MAX));
        block.members.push(Dimension::ALL.map(|dimension| row.members[dimension].unwrap_or(NONE)));
        block.quantities.push(row.quantity);
        let [first, second] = row.values.map(|value| value.unwrap_or(UNKNOWN));
        block.values.push(first);
        block.second_values.set(place, second);
        block.rests.set(place, row.rest);
    }

    fn common_of(&mut self, row: &Compact) -> u32 {
        let common = Common {
            file: row.file,
            month: row.month,
            flow: row.flow,
            reporter: row.reporter,
            classification: row.classification,
            part: row.part,
            weighed: row.weighed,
            left_out: row.left_out,
        };
        if let Some((_, place)) = self.last.filter(|(last, _)| *last == common) {
            return place;
        }
        let of = |place: &u32| usize::try_from(*place).ok().and_then(|place| self.common.get(place));
        let found = self.in_order.binary_search_by(|place| of(place).cmp(&Some(&common)));
        let place = match found {
            Ok(at) => self.in_order.get(at).copied().unwrap_or_default(),
            Err(at) => {
                let next = u32::try_from(self.common.len()).unwrap_or(u32::MAX);
                self.common.push(common);
                self.in_order.insert(at, next);
                next
            }
        };
        self.last = Some((common, place));
        place
    }

    // Called from everywhere: its code need not stand there.
    #[inline(never)]
    pub fn get(&self, place: usize) -> Option<Compact> {
        let block = self.blocks.get(place / BLOCK)?;
        let place = place % BLOCK;
        let common = self.common.get(usize::try_from(*block.common.get(place)?).ok()?)?;
        let mut members = DimensionMap::default();
        for (dimension, member) in Dimension::ALL.into_iter().zip(block.members.get(place)?) {
            members[dimension] = Some(*member).filter(|member| *member != NONE);
        }
        let values = [*block.values.get(place)?, block.second_values.get(place)];
        Some(Compact {
            file: common.file,
            line: u64::from(*block.lines.get(place)?),
            month: common.month,
            members,
            quantity: *block.quantities.get(place)?,
            values: values.map(|value| Some(value).filter(|value| *value != UNKNOWN)),
            flow: common.flow,
            reporter: common.reporter,
            classification: common.classification,
            rest: block.rests.get(place),
            part: common.part,
            weighed: common.weighed,
            left_out: common.left_out,
        })
    }

    /// Puts a row in place of another.
    pub fn set(&mut self, place: usize, row: &Compact) {
        let common = self.common_of(row);
        let Some(block) = self.blocks.get_mut(place / BLOCK) else { return };
        let place = place % BLOCK;
        let [first, second] = row.values.map(|value| value.unwrap_or(UNKNOWN));
        let columns =
            (block.common.get_mut(place), block.quantities.get_mut(place), block.values.get_mut(place));
        if let (Some(of), Some(quantity), Some(value)) = columns {
            (*of, *quantity, *value) = (common, row.quantity, first);
            block.second_values.set(place, second);
        }
    }

    pub fn iter(&self) -> impl Iterator<Item = Compact> {
        (0..self.len()).filter_map(|place| self.get(place))
    }

    /// Puts rows in the order of files and lines.
    pub fn sort(&mut self) {
        let number = |place: u64| u32::try_from(place).unwrap_or(u32::MAX);
        let key = |row: Compact| [number(row.file as u64), number(row.line), 0, 0, 0];
        let order = in_order(
            (0..).zip(self.iter()).map(|(place, row)| Entry { key: key(row), row: place }).collect(),
        );
        let rows = std::mem::take(self);
        for entry in order {
            if let Some(row) = usize::try_from(entry.row).ok().and_then(|place| rows.get(place)) {
                self.push(&row);
            }
        }
    }
}

/// A row's place in an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Entry {
    /// What it is in order by.
    pub key: [u32; 5],
    pub row: u32,
}

/// Puts rows in order. Of a million rows this is felt, so that they are all sorted here, by the quickest sort, which
/// is thousands of bytes of WebAssembly for each type; short lists have [`model::sort_list`].
pub(super) fn in_order(mut rows: Vec<Entry>) -> Vec<Entry> {
    rows.sort_unstable();
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_out_as_they_went_in() {
        let month = "2025-04".parse().ok();
        let row = |n: usize| Compact {
            file: n % 2,
            line: 1_000_000 - n as u64,
            month: month.filter(|_| !n.is_multiple_of(3)),
            members: DimensionMap::default().with(Dimension::Destination, Some(n as u32)),
            quantity: n as u64,
            values: [Some(n as u64), (n > 20_000).then_some(7)],
            flow: None,
            reporter: Some(1),
            classification: None,
            rest: if n == 30_000 { 5 } else { 0 },
            part: 0,
            weighed: n != 9,
            left_out: (n == 10).then_some(LeftOut::Total),
        };
        let shown = |row: Compact| format!("{row:?}");
        let mut rows = Rows::default();
        (0..40_000).for_each(|n| rows.push(&row(n)));
        assert_eq!(rows.len(), 40_000);
        assert!(rows.iter().map(shown).eq((0..40_000).map(row).map(shown)));
        assert_eq!(rows.get(39_999).map(shown), Some(shown(row(39_999))));
        assert!(rows.get(40_000).is_none());

        let other = Compact { quantity: 3, values: [None, Some(4)], weighed: false, ..row(17) };
        rows.set(17, &other);
        assert_eq!(rows.get(17).map(shown), Some(shown(other)));
        assert_eq!(rows.get(18).map(shown), Some(shown(row(18))));

        rows.sort();
        let places: Vec<(usize, u64)> = rows.iter().map(|row| (row.file, row.line)).collect();
        assert!(places.is_sorted());
        assert_eq!(rows.len(), 40_000);
    }
}
