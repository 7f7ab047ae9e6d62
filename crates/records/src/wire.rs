//! Cubes and cross tables as bytes, to pass them from where the rows are to where they are shown.
//!
//! Sixty-four-bit numbers, little-endian: quantity and value of each total, then of each member,
//! month by month, dimension by dimension. The shape travels beside them.

use super::coverage::Coverage;
use super::cross::Cross;
use super::cube::{Cube, Sums};
use model::{Catalogue, Currency, Dimension, DimensionMap, Measured, Period};

const WORD: usize = 8;

impl Cube {
    /// The sums as bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let count = self.totals.len() + self.members.values().map(Vec::len).sum::<usize>();
        bytes_of(count, self.totals.iter().chain(self.members.values().flatten()))
    }

    /// The cube of these bytes, with tables of the dimensions that were `wanted`; `None` when they are not as
    /// many as its shape needs. `coverage` is of the products that were chosen.
    pub fn from_bytes(
        catalogue: &Catalogue,
        months: Vec<Period>,
        coverage: Coverage,
        (currency, measured): (Option<Currency>, Measured),
        wanted: &[Dimension],
        bytes: &[u8],
    ) -> Option<Cube> {
        let mut sums = sums_of(bytes)?.into_iter();
        let totals: Vec<Sums> = sums.by_ref().take(months.len()).collect();
        let width_of = |dimension| match wanted.contains(&dimension) {
            true => catalogue.members(dimension).len(),
            false => 0,
        };
        let members = DimensionMap::from_fn(|dimension| {
            sums.by_ref().take(months.len() * width_of(dimension)).collect::<Vec<Sums>>()
        });
        let width: usize = Dimension::ALL.into_iter().map(width_of).sum();
        let expected = months.len() * (1 + width);
        let cube = Cube { months, coverage, currency, measured, totals, members };
        (bytes.len() == expected * 2 * WORD).then_some(cube)
    }
}

impl Cross {
    /// The sums as bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        bytes_of(self.cells.len(), self.cells.iter())
    }

    /// The table of these bytes; `None` when they are not as many as its shape needs.
    pub fn from_bytes(
        catalogue: &Catalogue,
        down: Dimension,
        across: Dimension,
        bytes: &[u8],
    ) -> Option<Cross> {
        let (height, width) = (catalogue.members(down).len(), catalogue.members(across).len());
        let cells = sums_of(bytes)?;
        (cells.len() == height * width).then_some(Cross { down, across, width, cells })
    }
}

/// Room for all of them first, and a number at a time: collecting single bytes takes longer than making most
/// sums does.
fn bytes_of<'a>(count: usize, sums: impl Iterator<Item = &'a Sums>) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(count * 2 * WORD);
    for sums in sums {
        bytes.extend_from_slice(&sums.quantity.to_le_bytes());
        bytes.extend_from_slice(&sums.value.to_le_bytes());
    }
    bytes
}

fn sums_of(bytes: &[u8]) -> Option<Vec<Sums>> {
    let (pairs, rest) = bytes.as_chunks::<{ 2 * WORD }>();
    let word = |pair: &[u8; 2 * WORD], at: usize| {
        let bytes = pair.get(at..at + WORD)?;
        Some(u64::from_le_bytes(bytes.try_into().ok()?))
    };
    if !rest.is_empty() {
        return None;
    }
    pairs.iter().map(|pair| Some(Sums { quantity: word(pair, 0)?, value: word(pair, WORD)? })).collect()
}
