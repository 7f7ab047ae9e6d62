//! Numbers for keys. Every further kind of map costs a kilobyte of WebAssembly, so that what a ledger looks
//! up has keys of one kind; see [`Cell::key`](super::Cell::key).

use std::collections::HashMap;

/// Keys, each with its number: 0 for the first that came, 1 for the next.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Numbering {
    numbers: HashMap<u128, usize>,
}

impl Numbering {
    /// The number of a key, and whether it is a new one.
    pub fn number(&mut self, key: u128) -> (usize, bool) {
        let next = self.numbers.len();
        let number = *self.numbers.entry(key).or_insert(next);
        (number, number == next)
    }

    /// The number of a key that came before.
    pub fn find(&self, key: u128) -> Option<usize> {
        self.numbers.get(&key).copied()
    }
}

/// Lists of indices by key.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Buckets {
    numbers: Numbering,
    lists: Vec<Vec<usize>>,
}

impl Buckets {
    /// Adds an index to the list of a key.
    pub fn push(&mut self, key: u128, index: usize) {
        let (number, is_new) = self.numbers.number(key);
        match self.lists.get_mut(number).filter(|_| !is_new) {
            Some(list) => list.push(index),
            None => self.lists.push(vec![index]),
        }
    }

    /// The list of a key, in the order in which it was filled.
    pub fn of(&self, key: u128) -> &[usize] {
        self.numbers.find(key).and_then(|n| self.lists.get(n)).map(Vec::as_slice).unwrap_or_default()
    }
}

/// Texts, each with the place at which it came first.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Places {
    places: HashMap<String, usize>,
}

impl Places {
    /// The place at which a text came first: this one, unless it came before.
    pub fn first(&mut self, text: &str, place: usize) -> usize {
        match self.find(text) {
            Some(first) => first,
            None => {
                self.places.insert(text.to_owned(), place);
                place
            }
        }
    }

    /// The place of a text that came before.
    pub fn find(&self, text: &str) -> Option<usize> {
        self.places.get(text).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_keeps_its_first_place() {
        let mut places = Places::default();
        assert_eq!([("a", 3), ("b", 4), ("a", 5)].map(|(text, place)| places.first(text, place)), [3, 4, 3]);
        assert_eq!((places.find("b"), places.find("c")), (Some(4), None));
    }

    #[test]
    fn keys_keep_their_numbers_and_lists_their_order() {
        let mut numbers = Numbering::default();
        assert_eq!([7, 9, 7].map(|k| numbers.number(k)), [(0, true), (1, true), (0, false)]);
        assert_eq!((numbers.find(9), numbers.find(8)), (Some(1), None));

        let mut buckets = Buckets::default();
        [(7, 3), (9, 1), (7, 2)].into_iter().for_each(|(key, index)| buckets.push(key, index));
        assert_eq!((buckets.of(7), buckets.of(9), buckets.of(8)), (&[3, 2][..], &[1][..], &[][..]));
    }
}
