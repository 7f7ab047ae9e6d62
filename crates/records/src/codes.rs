//! A column of places in a list.

use std::ops::Range;

/// Places in a list of months or of members, a row each; empty where the source does not tell rows apart
/// by that list. Most lists are short: half the memory is half the time to fill it and to read it again.
#[derive(Debug, Clone)]
pub enum Codes {
    /// Of a list with at most 256 entries.
    Bytes(Vec<u8>),
    /// Of any list.
    Words(Vec<u16>),
}

impl Codes {
    /// How many rows there are.
    pub fn len(&self) -> usize {
        match self {
            Codes::Bytes(bytes) => bytes.len(),
            Codes::Words(words) => words.len(),
        }
    }

    /// Whether rows are not told apart.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The place of a row.
    pub fn get(&self, row: usize) -> Option<u16> {
        match self {
            Codes::Bytes(bytes) => bytes.get(row).copied().map(u16::from),
            Codes::Words(words) => words.get(row).copied(),
        }
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = u16> + '_ {
        self.part(0..self.len())
    }

    /// Those of some rows, in order.
    pub fn part(&self, rows: Range<usize>) -> impl Iterator<Item = u16> + '_ {
        let (bytes, words) = match self {
            Codes::Bytes(bytes) => (bytes.get(rows).unwrap_or_default(), &[][..]),
            Codes::Words(words) => (&[][..], words.get(rows).unwrap_or_default()),
        };
        bytes.iter().copied().map(u16::from).chain(words.iter().copied())
    }

    /// Adds a row.
    pub fn push(&mut self, code: u16) {
        match self {
            Codes::Bytes(bytes) => match u8::try_from(code) {
                Ok(byte) => bytes.push(byte),
                Err(_) => *self = Codes::Words(self.iter().chain([code]).collect()),
            },
            Codes::Words(words) => words.push(code),
        }
    }

    /// The codes of these rows, in their order.
    pub(super) fn taken(&self, rows: &[u32]) -> Codes {
        match self {
            Codes::Bytes(bytes) => Codes::Bytes(taken(bytes, rows)),
            Codes::Words(words) => Codes::Words(taken(words, rows)),
        }
    }
}

/// The entries of these rows, in their order.
pub(super) fn taken<T: Copy>(column: &[T], rows: &[u32]) -> Vec<T> {
    rows.iter().filter_map(|row| column.get(*row as usize).copied()).collect()
}

impl Default for Codes {
    fn default() -> Codes {
        Codes::Bytes(Vec::new())
    }
}

impl PartialEq for Codes {
    /// The same places, however much room they have.
    fn eq(&self, other: &Codes) -> bool {
        self.iter().eq(other.iter())
    }
}

impl FromIterator<u16> for Codes {
    fn from_iter<I: IntoIterator<Item = u16>>(codes: I) -> Codes {
        let mut column = Codes::default();
        codes.into_iter().for_each(|code| column.push(code));
        column
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_any_size_stay_what_they_are() {
        for codes in [vec![], vec![0, 255], vec![1, 256, 2], vec![65_535, 0]] {
            let column: Codes = codes.iter().copied().collect();
            assert_eq!(column.iter().collect::<Vec<_>>(), codes);
            assert_eq!(column.len(), codes.len());
            let rows: Vec<u16> = (0..codes.len() + 1).filter_map(|row| column.get(row)).collect();
            assert_eq!(rows, codes);
            assert_eq!(matches!(column, Codes::Bytes(_)), codes.iter().all(|code| *code < 256));
            assert_eq!(column, Codes::Words(codes.clone()));
            assert_eq!(column.part(1..2).collect::<Vec<_>>(), codes.get(1..2).unwrap_or_default());
            assert_eq!(column.part(1..9).collect::<Vec<_>>(), [0u16; 0]);
        }
        let backwards = |codes: &[u16]| codes.iter().copied().collect::<Codes>().taken(&[2, 1, 0]);
        assert_eq!(backwards(&[1, 2, 3]).iter().collect::<Vec<_>>(), [3, 2, 1]);
        assert_eq!(backwards(&[1, 2, 300]).iter().collect::<Vec<_>>(), [300, 2, 1]);
    }
}
