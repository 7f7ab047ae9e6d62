//! Order for lists, with one sort for lists of every type.

use std::cmp::Ordering;

/// Sorts a list, equals staying as they are. The standard library makes a sort of its own, about 10 kB of
/// WebAssembly, for every type that is sorted and every comparison; here all share [`sort_indices`], and what
/// is made for each only puts things where they belong.
///
/// ```
/// let mut places = vec![("GHA", 3), ("MEX", 7), ("IRQ", 3)];
/// model::sort_list(&mut places, |a, b| b.1.cmp(&a.1));
/// assert_eq!(places, [("MEX", 7), ("GHA", 3), ("IRQ", 3)]);
/// ```
pub fn sort_list<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let mut order: Vec<usize> = (0..items.len()).collect();
    sort_indices(&mut order, &|a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        // Every index is one of the list.
        _ => Ordering::Equal,
    });
    for (a, b) in swaps(order) {
        items.swap(a, b);
    }
}

/// Sorts indices, equals staying as they are. Merges runs that are twice as long each time, and two that follow one
/// another already are compared once; the standard library's sort, which is quicker for long lists, is 5 kB of
/// WebAssembly.
pub fn sort_indices(indices: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) {
    let mut merged: Vec<usize> = Vec::with_capacity(indices.len());
    let mut run = 1;
    while run < indices.len() {
        merged.clear();
        for two in indices.chunks(2 * run) {
            let (mut left, mut right) = two.split_at(run.min(two.len()));
            if let (Some(last), Some(next)) = (left.last(), right.first())
                && compare(*last, *next).is_le()
            {
                merged.extend_from_slice(two);
                continue;
            }
            while let (Some((a, after_a)), Some((b, after_b))) = (left.split_first(), right.split_first()) {
                if compare(*b, *a).is_lt() {
                    merged.push(*b);
                    right = after_b;
                } else {
                    merged.push(*a);
                    left = after_a;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        indices.copy_from_slice(&merged);
        run *= 2;
    }
}

/// What to swap, one after another, so that each place of a list gets the item that `order` has for it.
fn swaps(mut order: Vec<usize>) -> Vec<(usize, usize)> {
    let mut swaps = Vec::new();
    for start in 0..order.len() {
        // Round a cycle: what stood at its start is carried along to its end.
        let mut at = start;
        while let Some(from) = order.get_mut(at).map(|from| std::mem::replace(from, at))
            && from != start
        {
            swaps.push((at, from));
            at = from;
        }
    }
    swaps
}

/// Sets one of some flags, if there is such a one.
pub fn set_flag(flags: &mut [bool], index: usize, value: bool) {
    if let Some(flag) = flags.get_mut(index) {
        *flag = value;
    }
}

/// Indices in order, each once.
pub fn each_once(indices: &[usize]) -> Vec<usize> {
    let length = indices.iter().max().map_or(0, |most| most + 1);
    let mut there = vec![false; length];
    for index in indices {
        if let Some(there) = there.get_mut(*index) {
            *there = true;
        }
    }
    (0..length).filter(|i| there.get(*i) == Some(&true)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn lists_are_sorted_and_equals_keep_their_places(items in prop::collection::vec((0..9u8, any::<u8>()), 0..40)) {
            let mut sorted = items.clone();
            sorted.sort_by_key(|(key, _)| *key);
            let mut list = items;
            sort_list(&mut list, |(a, _), (b, _)| a.cmp(b));
            prop_assert_eq!(list, sorted);
        }

        #[test]
        fn indices_are_ascending_and_unique(indices in prop::collection::vec(0..50usize, 0..40)) {
            let mut sorted = indices.clone();
            sorted.sort_unstable();
            sorted.dedup();
            prop_assert_eq!(each_once(&indices), sorted);
        }
    }
}
