//! What articles do not itemise, spread over members that they do not list.

use super::claims::{covers, dimension_of, ranked};
use super::random::Random;
use super::solve::Solution;
use super::tables::{PARTNERS, PROVINCE_WEIGHTS};
use crate::ledger::{Ledger, Measure};
use crate::model::{Dimension, Name, Period};
use crate::records::{Builder, PROVINCES, TooLarge};

/// A month's sums, each a member's index and kilograms. All three make the same total.
#[derive(Debug, Default)]
pub struct Margins {
    pub products: Vec<(u16, u64)>,
    pub destinations: Vec<(u16, u64)>,
    pub provinces: Vec<(u16, u64)>,
}

/// Of how many partners and provinces a month has rows, where no article counts them.
const PARTNERS_A_MONTH: usize = 58;
const PROVINCES_A_MONTH: usize = 22;

/// Decides a month's sums of every member.
pub fn margins(
    ledger: &Ledger,
    solution: &Solution,
    month: Period,
    builder: &mut Builder,
    random: &mut Random,
) -> Result<Margins, TooLarge> {
    let total = solution.kilograms(month, None).unwrap_or(0);
    let weighed = PROVINCES.iter().zip(PROVINCE_WEIGHTS);
    let provinces: Vec<_> = weighed.map(|((code, en, zh), weight)| (*code, *en, *zh, weight)).collect();
    let products = listed(ledger, solution, month, Dimension::Product);
    let spread =
        |dimension, table: &[(&str, &str, &str, u64)], count, builder: &mut Builder, random: &mut Random| {
            let mut members = listed(ledger, solution, month, dimension);
            let sum: u64 = members.iter().map(|(_, kg)| *kg).sum();
            let wanted = counted(ledger, month, dimension).unwrap_or(count);
            let cap = smallest_ranked(ledger, solution, month, dimension).unwrap_or(total / 6);
            let mut others = Vec::new();
            for (code, en, zh, weight) in table {
                let index = builder.member(dimension, code, name(en, zh))?;
                if members.iter().all(|(listed, _)| *listed != index) {
                    others.push((index, weight * random.between(50, 150)));
                }
            }
            // Small ones come and go, but not where an article counts those of several months together.
            if counted(ledger, month, dimension).is_none() {
                others.sort_by_key(|(index, weight)| (std::cmp::Reverse(*weight), *index));
            }
            others.truncate(wanted.saturating_sub(members.len()));
            members.extend(shares(total.saturating_sub(sum), &others, cap));
            Ok::<_, TooLarge>(members)
        };
    Ok(Margins {
        products: whole(products, total),
        destinations: spread(Dimension::Destination, PARTNERS, PARTNERS_A_MONTH, builder, random)?,
        provinces: spread(Dimension::RegistrationLocation, &provinces, PROVINCES_A_MONTH, builder, random)?,
    })
}

fn name(en: &str, zh: &str) -> Name {
    Name { en: en.to_owned(), zh: zh.to_owned() }
}

/// The members that some claim is about, with their kilograms. Their indices are the ledger's.
fn listed(ledger: &Ledger, solution: &Solution, month: Period, dimension: Dimension) -> Vec<(u16, u64)> {
    let members = ledger.catalogue.member_ids(dimension);
    let sums =
        members.filter_map(|m| Some((u16::try_from(m.index).ok()?, solution.kilograms(month, Some(m))?)));
    sums.collect()
}

/// Parts that make the total: what rounding left over goes to the last one.
fn whole(mut parts: Vec<(u16, u64)>, total: u64) -> Vec<(u16, u64)> {
    let before: u64 = parts.iter().rev().skip(1).map(|(_, kg)| *kg).sum();
    if let Some((_, last)) = parts.last_mut() {
        *last = total.saturating_sub(before);
    }
    parts
}

/// How many members an article counts in a month, or in months that it is one of: then each has some.
fn counted(ledger: &Ledger, month: Period, dimension: Dimension) -> Option<usize> {
    let claims = ledger.claims().iter();
    let mut counts = claims.filter(|c| {
        c.measure == Measure::Count
            && c.is_figure()
            && covers(c.span, month)
            && dimension_of(c) == Some(dimension)
    });
    counts.next().map(|c| c.value as usize)
}

/// What the last of the listed members has: whoever is not listed has less.
fn smallest_ranked(ledger: &Ledger, solution: &Solution, month: Period, dimension: Dimension) -> Option<u64> {
    let sizes = ranked(ledger, month, dimension).into_iter();
    let sizes = sizes.filter_map(|m| solution.kilograms(month, Some(m)));
    sizes.min().map(|smallest| smallest - smallest / 50)
}

/// Splits `rest` by weight, none above `cap` as long as there is room below it.
fn shares(rest: u64, others: &[(u16, u64)], cap: u64) -> Vec<(u16, u64)> {
    let mut cap = cap.max(1);
    // Where the members cannot hold the rest below the cap, the cap gives way.
    let room = |cap: u64| u128::from(cap) * others.len() as u128;
    while !others.is_empty() && room(cap) < u128::from(rest) {
        cap += cap / 10 + 1;
    }
    let mut result: Vec<(u16, u64)> = others.iter().map(|(index, _)| (*index, 0)).collect();
    let mut left = rest;
    while left > 0 && !others.is_empty() {
        let open: Vec<usize> =
            (0..others.len()).filter(|i| result.get(*i).is_some_and(|(_, kg)| *kg < cap)).collect();
        let weights: u128 = open.iter().filter_map(|i| others.get(*i)).map(|(_, w)| u128::from(*w)).sum();
        if weights == 0 {
            break;
        }
        let round = left;
        for i in open {
            if let (Some((_, kg)), Some((_, weight))) = (result.get_mut(i), others.get(i)) {
                let part = u128::from(round) * u128::from(*weight) / weights;
                let part = u64::try_from(part).unwrap_or(0).max(1).min(cap - *kg).min(left);
                *kg += part;
                left -= part;
            }
        }
    }
    result.retain(|(_, kg)| *kg > 0);
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_make_the_rest_below_the_cap() {
        let others: Vec<(u16, u64)> = (0..10).map(|i| (i, u64::from(i) * 10 + 1)).collect();
        let split = shares(1_000_000, &others, 120_000);
        assert_eq!(split.iter().map(|(_, kg)| kg).sum::<u64>(), 1_000_000);
        assert!(split.iter().all(|(_, kg)| *kg <= 120_000));
        let tight = shares(1_000, &others, 10);
        assert_eq!(tight.iter().map(|(_, kg)| kg).sum::<u64>(), 1_000);
        assert_eq!(shares(0, &others, 10), vec![]);
    }
}
