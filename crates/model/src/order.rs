//! Order for the short lists of a breakdown. The standard library's sorts are made for long lists and
//! cost kilobytes of WebAssembly for every type that they are used with.

use std::cmp::Ordering;

/// Sorts a short list, equals staying as they are: insertion, quadratic in the length.
pub fn sort_few<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    for end in 1..items.len() {
        let mut at = end;
        while let Some([before, this]) = items.get(at.wrapping_sub(1)..=at)
            && compare(this, before) == Ordering::Less
        {
            items.swap(at - 1, at);
            at -= 1;
        }
    }
}

/// Sorts indices, equals staying as they are, however many they are: merging.
pub fn sorted(indices: &[usize], compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let (first, second) = indices.split_at(indices.len() / 2);
    if first.is_empty() {
        return second.to_vec();
    }
    let (first, second) = (sorted(first, compare), sorted(second, compare));
    let mut second = second.as_slice();
    let mut all = Vec::with_capacity(indices.len());
    for item in first {
        while let Some((before, rest)) = second.split_first()
            && compare(*before, item) == Ordering::Less
        {
            all.push(*before);
            second = rest;
        }
        all.push(item);
    }
    all.extend(second);
    all
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
            let mut few = items;
            sort_few(&mut few, |(a, _), (b, _)| a.cmp(b));
            prop_assert_eq!(few, sorted);
        }

        #[test]
        fn indices_are_sorted_and_equals_keep_their_places(keys in prop::collection::vec(0..9u8, 0..40)) {
            let mut stable: Vec<usize> = (0..keys.len()).collect();
            let merged = sorted(&stable, &|a, b| keys[a].cmp(&keys[b]));
            stable.sort_by_key(|i| keys[*i]);
            prop_assert_eq!(merged, stable);
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
