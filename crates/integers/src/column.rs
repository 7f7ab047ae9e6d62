//! A column, with as little room for each number as it needs.

use super::list::{Integers, go_on, integers};
use super::text::Text;

/// The numbers of a column.
#[derive(Debug, PartialEq)]
pub enum Column {
    /// Places in short lists.
    Bytes(Integers<u8>),
    /// Places in lists.
    Words(Integers<u16>),
    /// Kilograms or money, as they nearly always are.
    Amounts(Integers<u32>),
    /// Any others.
    Numbers(Integers<u64>),
}

impl Column {
    /// How many numbers there are.
    pub fn len(&self) -> usize {
        match self {
            Column::Bytes(bytes) => bytes.numbers.len(),
            Column::Words(words) => words.numbers.len(),
            Column::Amounts(amounts) => amounts.numbers.len(),
            Column::Numbers(numbers) => numbers.numbers.len(),
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The largest number; 0 where there is none.
    pub fn largest(&self) -> u64 {
        match self {
            Column::Bytes(bytes) => bytes.largest,
            Column::Words(words) => words.largest,
            Column::Amounts(amounts) => amounts.largest,
            Column::Numbers(numbers) => numbers.largest,
        }
    }
}

/// Reads a column at the text's place, of probably `length` numbers: places in lists (`codes`) or amounts, with
/// little room for each, and more where a number has no room. `None` where it is no list of whole numbers: the
/// text is then at what is none.
pub fn column(text: &mut Text, length: usize, codes: bool) -> Option<Column> {
    let read = match codes {
        true => integers(text, length)
            .map(Column::Bytes)
            .or_else(|unread| go_on(text, unread.wider()?).map(Column::Words))
            .or_else(|unread| go_on(text, unread.wider()?).map(Column::Numbers)),
        false => integers(text, length)
            .map(Column::Amounts)
            .or_else(|unread| go_on(text, unread.wider()?).map(Column::Numbers)),
    };
    // Everything else has room in 64 bits.
    read.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_without_room_are_numbers() {
        let read = |list: &str| column(&mut Text::whole(list.as_bytes()), 0, true).unwrap();
        assert!(matches!(read("[1, 255]"), Column::Bytes(codes) if codes.numbers == [1, 255]));
        assert!(matches!(read("[1, 256, 65535]"), Column::Words(codes) if codes.numbers == [1, 256, 65_535]));
        assert!(matches!(read("[1, 256, 65536]"), Column::Numbers(all) if all.numbers == [1, 256, 65_536]));
    }

    #[test]
    fn what_is_no_list_of_whole_numbers_is_none() {
        for (list, at) in [("[1, x]", 4), ("{}", 0), ("[1, 2", 5), ("[256, -1]", 6)] {
            let mut text = Text::whole(list.as_bytes());
            assert_eq!(column(&mut text, 0, true), None, "{list}");
            assert_eq!(text.offset(), at, "{list}");
        }
    }
}
