//! Lists of whole numbers in JSON text, which are nearly all of a dataset of records.
//!
//! A block of text is looked at once for where its numbers end. Each number is then made of the bytes up to
//! its end, four or eight, by multiplications and without a look at single digits, so that nothing waits for
//! the number before. What is not a short number with a comma behind it is read digit by digit.
//!
//! Both readers return after some hundreds of numbers: a browser does not replace a function by its
//! optimised form while it runs.

use super::block::{BLOCK, Window, are_of_digits, commas};
use super::digits::{WIDEST, Whole};
use super::text::{Text, after_space};

/// A list of whole numbers.
#[derive(Debug, PartialEq)]
pub struct Integers<T> {
    /// The numbers.
    pub numbers: Vec<T>,
    /// The largest of them; 0 where there is none.
    pub largest: u64,
}

/// Why a list is not read, or not to its end. The text is at the number that is the reason.
#[derive(Debug, PartialEq)]
pub(super) enum Unread<T> {
    /// Something else than a whole number of at most [`MOST_DIGITS`] digits.
    NotANumber,
    /// A number that the list's kind has no room for, behind these.
    NoRoom(Integers<T>),
}

/// Nineteen nines fit into 64 bits.
const MOST_DIGITS: usize = 19;

/// Blocks that are read in one call.
const BLOCKS_AT_ONCE: usize = 64;

/// Numbers that end in these blocks, with a comma behind each.
const MOST_AT_ONCE: usize = BLOCKS_AT_ONCE * BLOCK / 2;

/// Numbers that are read digit by digit before blocks are tried again.
const CAREFUL_AT_ONCE: usize = 256;

/// Reads `[1, 20, 300]` at the text's place, with room for `expected` numbers.
pub(super) fn integers<T: Whole>(text: &mut Text, expected: usize) -> Result<Integers<T>, Unread<T>> {
    text.skip_space();
    if text.peek() != Some(b'[') {
        return Err(Unread::NotANumber);
    }
    text.at += 1;
    text.skip_space();
    // What a file claims of its length does not reserve more than it has text for: no number is shorter
    // than two bytes with its comma.
    let most = if text.is_to_the_end() { text.ahead().len() / 2 } else { expected };
    let list = Integers { numbers: Vec::with_capacity(expected.min(most) + MOST_AT_ONCE), largest: 0 };
    if text.peek() == Some(b']') {
        text.at += 1;
        return Ok(list);
    }
    go_on(text, list)
}

/// Reads the rest of a list, from a number on.
pub(super) fn go_on<T: Whole>(text: &mut Text, list: Integers<T>) -> Result<Integers<T>, Unread<T>> {
    let mut list = list;
    loop {
        let went = loop {
            match blocks(&mut list, text) {
                Went::On => {}
                Went::ToSomethingElse => break digits(&mut list, text),
                other => break other,
            }
        };
        match went {
            Went::On | Went::ToSomethingElse => {}
            Went::ToTheEnd => return Ok(list),
            Went::ToTheCut => {
                text.more();
            }
            Went::ToNoNumber => return Err(Unread::NotANumber),
            Went::ToNoRoom => return Err(Unread::NoRoom(list)),
        }
    }
}

/// How far a reader came. The text is at what is not read.
#[derive(PartialEq)]
enum Went {
    On,
    /// To something that this reader does not read.
    ToSomethingElse,
    /// To a number that what is held of the text may hold in part only.
    ToTheCut,
    ToNoNumber,
    ToNoRoom,
    /// Behind the list.
    ToTheEnd,
}

impl<T: Whole> Unread<T> {
    /// What has been read, with more room for each number, if that was missing.
    pub fn wider<W: Whole + From<T>>(self) -> Result<Integers<W>, Unread<W>> {
        match self {
            Unread::NotANumber => Err(Unread::NotANumber),
            Unread::NoRoom(Integers { numbers, largest }) => {
                Ok(Integers { numbers: numbers.into_iter().map(W::from).collect(), largest })
            }
        }
    }
}

/// Numbers of few digits with a comma right behind each.
#[inline(never)]
fn blocks<T: Whole>(list: &mut Integers<T>, text: &mut Text) -> Went {
    let bytes = text.held();
    // Locals: code that is not optimised keeps them in registers, and fields in memory.
    let mut block = text.at;
    // Where a number begins, from the block on; it may have begun before.
    let mut start = 0usize;
    let (mut count, mut largest) = (0, 0);
    let mut went = Went::On;
    // Room for all of them at once; what is too much goes again.
    let before = list.numbers.len();
    list.numbers.resize(before + MOST_AT_ONCE, T::default());
    let room = list.numbers.get_mut(before..).unwrap_or_default();
    for _ in 0..BLOCKS_AT_ONCE {
        let window = block.checked_sub(WIDEST).and_then(|from| bytes.get(from..)?.first_chunk());
        let plain = window.and_then(|window: &Window| Some((window, commas(window)?)));
        let Some((window, ends)) = plain.filter(|(_, ends)| {
            let first = (ends.trailing_zeros() as usize).wrapping_sub(start);
            are_of_digits(*ends, T::DIGITS) && (1..=T::DIGITS).contains(&first)
        }) else {
            went = Went::ToSomethingElse;
            break;
        };
        largest = T::read(window, ends, start, room.get_mut(count..).unwrap_or_default()).max(largest);
        count += ends.count_ones() as usize;
        block += BLOCK;
        // So many bytes before the next block.
        start = 0usize.wrapping_sub(ends.leading_zeros() as usize);
    }
    if largest > T::MOST {
        // One of them is cut. The other reader finds which.
        list.numbers.truncate(before);
        return Went::ToSomethingElse;
    }
    list.numbers.truncate(before + count);
    list.largest = list.largest.max(largest);
    let start = block.wrapping_add(start);
    // A number that is longer than all these blocks.
    if start == text.at {
        went = Went::ToSomethingElse;
    }
    text.at = start;
    went
}

/// Numbers of any length, with white space around them.
#[inline(never)]
fn digits<T: Whole>(list: &mut Integers<T>, text: &mut Text) -> Went {
    let (bytes, is_to_the_end) = (text.held(), text.is_to_the_end());
    let mut at = text.at;
    let mut went = Went::On;
    for _ in 0..CAREFUL_AT_ONCE {
        let start = after_space(bytes, at);
        let mut end = start;
        let mut number: u64 = 0;
        while let Some(digit) = bytes.get(end).map(|byte| byte.wrapping_sub(b'0')).filter(|d| *d <= 9) {
            number = number.wrapping_mul(10).wrapping_add(u64::from(digit));
            end += 1;
        }
        let behind = after_space(bytes, end);
        if behind == bytes.len() && !is_to_the_end {
            went = Went::ToTheCut;
            break;
        }
        if end == start || end - start > MOST_DIGITS {
            (at, went) = (end, Went::ToNoNumber);
            break;
        }
        let Ok(whole) = T::try_from(number) else {
            (at, went) = (start, Went::ToNoRoom);
            break;
        };
        match bytes.get(behind) {
            Some(b',') => {}
            Some(b']') => went = Went::ToTheEnd,
            _ => {
                (at, went) = (behind, Went::ToNoNumber);
                break;
            }
        }
        list.largest = list.largest.max(number);
        list.numbers.push(whole);
        at = behind + 1;
        if went == Went::ToTheEnd {
            break;
        }
    }
    text.at = at;
    went
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The numbers of a list, or where its fault is.
    fn read(list: &str) -> Result<Vec<u64>, usize> {
        let read = read_as(Text::whole(list.as_bytes()), list.len());
        for piece in [1, 7, 64, 100] {
            let mut file = list.as_bytes();
            assert_eq!(read_as(Text::in_pieces(&mut file, piece), list.len()), read, "{piece}: {list}");
        }
        read
    }

    fn read_as(text: Text, length: usize) -> Result<Vec<u64>, usize> {
        let mut text = text;
        let read = integers(&mut text, 0).map_err(|_| text.offset())?;
        assert_eq!(text.offset(), length);
        assert_eq!(read.largest, read.numbers.iter().copied().max().unwrap_or(0));
        Ok(read.numbers)
    }

    /// The numbers of a list that is read with little room for each as long as it goes.
    fn narrow<T: Whole>(list: &str) -> Vec<u64>
    where
        u64: From<T>,
    {
        let mut text = Text::whole(list.as_bytes());
        match integers::<T>(&mut text, 0) {
            Ok(all) => all.numbers.into_iter().map(u64::from).collect(),
            Err(unread) => go_on(&mut text, unread.wider::<u64>().unwrap()).unwrap().numbers,
        }
    }

    #[test]
    fn numbers_of_each_length_are_read() {
        // Every number of few digits, and for longer ones each digit at each place.
        let short: Vec<u64> = (0..=10_000).collect();
        let long = (0..19).flat_map(|place| (1..=9).map(move |digit| digit * 10u64.pow(place)));
        let mixed = [0, 65_535, 65_536, 12_345_678, 4_294_967_295, 4_294_967_296];
        for numbers in
            [short, long.clone().filter(|n| *n < 100_000).collect(), long.collect(), mixed.to_vec()]
        {
            let text: Vec<String> = numbers.iter().map(u64::to_string).collect();
            let list = format!("[{}]", text.join(","));
            assert!(narrow::<u8>(&list) == numbers, "8 bits, {} numbers", numbers.len());
            assert!(narrow::<u16>(&list) == numbers, "16 bits, {} numbers", numbers.len());
            assert!(narrow::<u32>(&list) == numbers, "32 bits, {} numbers", numbers.len());
            assert!(read(&list) == Ok(numbers));
        }
    }

    #[test]
    fn whole_numbers_are_read() {
        assert_eq!(read("[]"), Ok(vec![]));
        assert_eq!(read("[ ]"), Ok(vec![]));
        assert_eq!(read("[ 1,\n 20 , 0 ]"), Ok(vec![1, 20, 0]));
        assert_eq!(
            read("[4000000000,9999999999999999999]"),
            Ok(vec![4_000_000_000, 9_999_999_999_999_999_999])
        );
    }

    #[test]
    fn anything_else_is_refused_where_it_stands() {
        let many = "123456,".repeat(40);
        for (list, offset) in [
            ("[1,-2]", 3),
            ("[1,2.5]", 4),
            ("[1e9]", 2),
            ("[\"1\"]", 1),
            ("[[1]]", 1),
            ("[1 2]", 3),
            ("[1,]", 3),
            ("[1", 2),
            ("{}", 0),
            ("[10000000000000000000000]", 24),
            (&format!("[{}]", "1".repeat(10_000)), 10_001),
        ] {
            assert_eq!(read(list), Err(offset), "{list}");
            // The same behind several blocks, and before more.
            if let Some(rest) = list.strip_prefix('[').filter(|rest| rest.ends_with(']')) {
                let long = format!("[{many}{rest},{many}1]");
                assert_eq!(read(&long), Err(offset + many.len()), "{list}");
            }
        }
    }

    #[test]
    fn a_number_without_room_is_told() {
        let long = |number: u32| format!("[{}{number}]", "7,".repeat(100));
        let read = |list: &str| {
            let mut text = Text::whole(list.as_bytes());
            match integers::<u16>(&mut text, 0) {
                Ok(all) => (all.numbers.len(), all.largest, all.numbers.len()),
                Err(unread) => {
                    let narrow = unread.wider::<u64>().unwrap();
                    let before = narrow.numbers.len();
                    let all = go_on(&mut text, narrow).unwrap();
                    (before, all.largest, all.numbers.len())
                }
            }
        };
        assert_eq!(read(&long(65_535)), (101, 65_535, 101));
        assert_eq!(read(&long(65_536)), (100, 65_536, 101));
        assert_eq!(read(&format!("[65536,{}1]", "7,".repeat(100))), (0, 65_536, 102));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(
            numbers in prop::collection::vec((any::<u64>(), 0u32..64, 0usize..40), 0..300),
        ) {
            let numbers: Vec<(u64, usize)> =
                numbers.into_iter().map(|(n, shift, space)| ((n % 10u64.pow(19)) >> shift, space)).collect();
            // White space here and there, as a person or another program may write.
            let gap = |space: usize| match space { 0 => " ", 1 => "\n", 2 => "\t ", _ => "" };
            let text: Vec<String> =
                numbers.iter().map(|(n, space)| format!("{}{n}{}", gap(*space), gap(space / 2))).collect();
            let expected: Vec<u64> = numbers.iter().map(|(n, _)| *n).collect();
            let list = format!("[{}]", text.join(","));
            prop_assert_eq!(narrow::<u8>(&list), expected.clone());
            prop_assert_eq!(narrow::<u16>(&list), expected.clone());
            prop_assert_eq!(narrow::<u32>(&list), expected.clone());
            prop_assert_eq!(read(&list), Ok(expected));
        }

        #[test]
        fn any_bytes_end(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let mut list = b"[".to_vec();
            list.extend(&bytes);
            let _ = integers::<u64>(&mut Text::whole(&list), usize::MAX);
            let _ = integers::<u16>(&mut Text::in_pieces(&mut list.as_slice(), 9), 0);
        }
    }
}
