//! A column of kilograms or money.

use std::ops::Range;

/// Whole numbers, a row each. Nearly all goods of a month weigh and cost less than 2³² kg and US$: half
/// the memory is half the time to fill it and to read it again. The upper halves are kept where a number
/// has one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Amounts {
    low: Vec<u32>,
    /// As long as `low`, or empty when all are zero.
    high: Vec<u32>,
}

impl Amounts {
    /// As many zeros.
    pub fn zeros(rows: usize) -> Amounts {
        Amounts { low: vec![0; rows], high: Vec::new() }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.low.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.low.is_empty()
    }

    /// The number of a row.
    pub fn get(&self, row: usize) -> Option<u64> {
        self.low.get(row).map(|low| whole(*low, self.high.get(row)))
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = u64> {
        self.part(0..self.len())
    }

    /// Those of some rows, in order.
    pub fn part(&self, rows: Range<usize>) -> impl Iterator<Item = u64> {
        let high = self.high.get(rows.clone()).unwrap_or_default();
        let low = self.low.get(rows).unwrap_or_default();
        low.iter().enumerate().map(|(row, low)| whole(*low, high.get(row)))
    }

    /// Adds a row.
    pub fn push(&mut self, amount: u64) {
        let high = (amount >> 32) as u32;
        if high > 0 && self.high.is_empty() {
            self.high.resize(self.low.len(), 0);
        }
        if high > 0 || !self.high.is_empty() {
            self.high.push(high);
        }
        self.low.push(amount as u32);
    }

    /// Their sum; `None` when it passes 64 bits.
    pub fn sum(&self) -> Option<u64> {
        self.iter().try_fold(0, u64::checked_add)
    }

    /// Whether each is below 2³². Fewer than 2³² of these have a sum below 2⁶⁴.
    pub fn are_small(&self) -> bool {
        self.high.is_empty()
    }

    /// Those of some rows, where all [`Amounts::are_small`]: quicker.
    pub fn small_part(&self, rows: Range<usize>) -> impl Iterator<Item = u64> {
        self.low.get(rows).unwrap_or_default().iter().map(|low| u64::from(*low))
    }

    /// The same rows as a function makes of each half of them.
    pub(super) fn reordered(&self, column: impl Fn(&[u32]) -> Vec<u32>) -> Amounts {
        Amounts { low: column(&self.low), high: column(&self.high) }
    }
}

fn whole(low: u32, high: Option<&u32>) -> u64 {
    u64::from(low) | high.map_or(0, |high| u64::from(*high) << 32)
}

impl From<Vec<u32>> for Amounts {
    fn from(low: Vec<u32>) -> Amounts {
        Amounts { low, high: Vec::new() }
    }
}

impl FromIterator<u64> for Amounts {
    fn from_iter<I: IntoIterator<Item = u64>>(amounts: I) -> Amounts {
        let amounts = amounts.into_iter();
        let mut column = Amounts { low: Vec::with_capacity(amounts.size_hint().0), high: Vec::new() };
        amounts.for_each(|amount| column.push(amount));
        column
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_of_any_size_stay_what_they_are() {
        let most = u64::from(u32::MAX);
        for amounts in [vec![], vec![0, 5, most], vec![1, most + 1, 2, u64::MAX, 0], vec![most + 1]] {
            let column: Amounts = amounts.iter().copied().collect();
            assert_eq!(column.iter().collect::<Vec<_>>(), amounts);
            assert_eq!(column.len(), amounts.len());
            let rows: Vec<u64> = (0..amounts.len() + 1).filter_map(|row| column.get(row)).collect();
            assert_eq!(rows, amounts);
            let backwards = column.reordered(|half| half.iter().rev().copied().collect());
            assert_eq!(
                backwards.iter().collect::<Vec<_>>(),
                amounts.iter().rev().copied().collect::<Vec<_>>()
            );
            assert_eq!(column.part(1..3).collect::<Vec<_>>(), amounts.get(1..3).unwrap_or_default());
            assert_eq!(column.are_small(), amounts.iter().all(|amount| *amount <= most));
        }
    }

    #[test]
    fn a_sum_that_passes_64_bits_is_none() {
        let sum = |amounts: &[u64]| amounts.iter().copied().collect::<Amounts>().sum();
        assert_eq!(sum(&[u64::MAX, 0]), Some(u64::MAX));
        assert_eq!(sum(&[u64::MAX, 1]), None);
    }
}
