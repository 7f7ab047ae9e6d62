//! Rows with exactly these sums by product, by destination and by province.

use std::collections::BTreeMap;

use super::fill::Margins;
use super::random::Random;
use super::tables::MODE_WEIGHTS;
use crate::model::{Dimension, Name, Period};
use crate::records::{Builder, TRADE_MODES, TooLarge};

/// The size of a row, kilograms: what one exporter ships to one country in a month, about.
const SMALLEST_ROW: u64 = 8_000;
const LARGEST_ROW: u64 = 140_000;
/// US$ a tonne: steel-core strand is cheaper than plain aluminium strand, and others lie between.
const UNIT_VALUES: [u64; 2] = [2_790, 3_340];

/// Pushes a month's rows. Each takes from one member of each list until all are used up.
pub fn push(
    builder: &mut Builder,
    month: Period,
    margins: Margins,
    random: &mut Random,
) -> Result<(), TooLarge> {
    builder.cover(month)?;
    let mut modes = Vec::new();
    for (code, weight) in MODE_WEIGHTS {
        let Some((_, en, zh)) = TRADE_MODES.iter().find(|(c, ..)| *c == code) else { continue };
        let name = Name { en: (*en).to_owned(), zh: (*zh).to_owned() };
        modes.push((builder.member(Dimension::TradeMode, code, name)?, weight));
    }
    let weights: Vec<u64> = modes.iter().map(|(_, weight)| *weight).collect();
    let mut sums: BTreeMap<[u16; 4], u64> = BTreeMap::new();
    let mut lists = [Pool::of(margins.products), Pool::of(margins.destinations), Pool::of(margins.provinces)];
    while let Some([product, destination, province]) = draw(&mut lists, random) {
        let mut kilograms = random.between(SMALLEST_ROW, LARGEST_ROW);
        for (list, at) in lists.iter().zip([product, destination, province]) {
            kilograms = kilograms.min(list.left.get(at).copied().unwrap_or(0));
        }
        let [a, b, c] = &mut lists;
        let mode = random.pick(&weights).and_then(|i| modes.get(i)).map_or(0, |(index, _)| *index);
        let key =
            [a.take(product, kilograms), b.take(destination, kilograms), c.take(province, kilograms), mode];
        *sums.entry(key).or_default() += kilograms;
    }
    // Prices move slowly over the year and differ a little from row to row.
    let season = 97 + u64::from(month.month().abs_diff(7));
    for (key, kilograms) in sums {
        let base = UNIT_VALUES.get(usize::from(key[0]) % UNIT_VALUES.len()).copied().unwrap_or(3_000);
        let price = base * season * random.between(940, 1_060);
        let value = u128::from(kilograms) * u128::from(price) / 100_000_000;
        builder.push(month, key.map(Some), kilograms, u64::try_from(value).unwrap_or(u64::MAX).max(1))?;
    }
    Ok(())
}

/// Members with what is left of their sums.
struct Pool {
    members: Vec<u16>,
    left: Vec<u64>,
}

impl Pool {
    fn of(sums: Vec<(u16, u64)>) -> Pool {
        let (members, left) = sums.into_iter().unzip();
        Pool { members, left }
    }

    fn take(&mut self, at: usize, kilograms: u64) -> u16 {
        if let Some(left) = self.left.get_mut(at) {
            *left = left.saturating_sub(kilograms);
        }
        self.members.get(at).copied().unwrap_or(0)
    }
}

/// A member of each list that has something left; `None` when a list is used up.
fn draw(lists: &mut [Pool; 3], random: &mut Random) -> Option<[usize; 3]> {
    let [a, b, c] = lists;
    Some([random.pick(&a.left)?, random.pick(&b.left)?, random.pick(&c.left)?])
}
