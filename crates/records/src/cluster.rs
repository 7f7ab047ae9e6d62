//! The rows once more, grouped by the members of one dimension: a choice of members is then a few
//! stretches of memory, read in order, where looking rows up one by one would wait for memory at each.

use std::ops::Range;

use super::amounts::Amounts;
use super::codes::Codes;
use super::columns::Records;
use model::{Dimension, DimensionMap, MemberIndex};

/// Copies of all columns, in the order of one dimension's members and, within, as they were.
#[derive(Debug, Clone, Default)]
pub(super) struct Cluster {
    /// Where each member's rows begin; one more than there are members.
    starts: Vec<usize>,
    pub month: Vec<u16>,
    pub codes: DimensionMap<Vec<u16>>,
    pub quantity: Amounts,
    pub value: Amounts,
}

impl Cluster {
    /// One pass to count, one to place.
    pub fn of(records: &Records, dimension: Dimension) -> Cluster {
        let keys = records.codes(dimension);
        let members = records.catalogue.members(dimension).len();
        let mut starts = vec![0usize; members + 1];
        for key in keys.iter() {
            if let Some(count) = starts.get_mut(usize::from(key) + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut next = starts.clone();
        let places: Vec<u32> = keys
            .iter()
            .map(|key| {
                let slot = next.get_mut(usize::from(key));
                let place = slot.as_ref().map_or(0, |slot| **slot);
                if let Some(slot) = slot {
                    *slot += 1;
                }
                u32::try_from(place).unwrap_or(u32::MAX)
            })
            .collect();
        Cluster {
            month: placed_words(&records.month, &places),
            codes: DimensionMap::from_fn(|dimension| placed_words(&records.codes[dimension], &places)),
            quantity: records.quantity.reordered(|half| placed(half, &places)),
            value: records.value.reordered(|half| placed(half, &places)),
            starts,
        }
    }

    /// Where the rows of one member are.
    pub fn range(&self, member: MemberIndex) -> Range<usize> {
        match self.starts.get(member.place()..member.place() + 2) {
            Some([start, end]) => *start..*end,
            // A filter may name members that these records do not have.
            _ => 0..0,
        }
    }

    /// The members of another dimension, a row each.
    pub fn codes(&self, dimension: Dimension) -> &[u16] {
        &self.codes[dimension]
    }
}

/// Codes in another order, with room for any, so that the loops over them are of one kind.
fn placed_words(codes: &Codes, places: &[u32]) -> Vec<u16> {
    match codes {
        Codes::Bytes(bytes) => placed(bytes, places),
        Codes::Words(words) => placed(words, places),
    }
}

/// A column in another order; empty where the data does not have it.
fn placed<T: Copy + Into<W>, W: Copy + Default>(column: &[T], places: &[u32]) -> Vec<W> {
    if column.len() != places.len() {
        return Vec::new();
    }
    let mut result = vec![W::default(); column.len()];
    for (entry, place) in column.iter().zip(places) {
        if let Some(slot) = result.get_mut(*place as usize) {
            *slot = (*entry).into();
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::{Catalogue, Member};

    #[test]
    fn each_member_has_its_rows_in_order() {
        let mut records = Records { catalogue: Catalogue::default(), ..Records::default() };
        records.catalogue.members[Dimension::Destination] = vec![Member::default(); 4];
        records.month = Codes::Bytes(vec![0; 6]);
        records.codes[Dimension::Destination] = Codes::Bytes(vec![2, 0, 2, 1, 0, 2]);
        records.quantity = (10..16).collect();
        records.value = Amounts::zeros(6);
        let cluster = Cluster::of(&records, Dimension::Destination);
        let of = |member: u16| cluster.quantity.part(cluster.range(member.into())).collect::<Vec<_>>();
        assert_eq!(of(0), [11, 14]);
        assert_eq!(of(1), [13]);
        assert_eq!(of(2), [10, 12, 15]);
        assert_eq!(of(3), [0u64; 0]);
        assert_eq!(of(9), [0u64; 0]);
        assert_eq!(cluster.codes(Dimension::Destination), [0, 0, 1, 2, 2, 2]);
        assert!(cluster.codes(Dimension::Product).is_empty());
    }
}
