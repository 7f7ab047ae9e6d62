//! Lists of whole numbers in JSON text, which are nearly all of a dataset of records.
//!
//! A block of text is looked at once for where its numbers end. Each number is then made of the eight
//! bytes up to its end, by three multiplications and without a look at single digits, so that nothing waits
//! for the number before. What is not a short number with a comma behind it is read digit by digit.
//!
//! Both readers return after some hundreds of numbers: a browser does not replace a function by its
//! optimised form while it runs.

/// A kind of number that a list may hold.
pub(super) trait Whole: Copy + Default {
    /// The largest one.
    const MOST: u64;
    /// A number that is not larger.
    fn cut(number: u64) -> Self;
}

impl Whole for u16 {
    const MOST: u64 = 0xffff;

    fn cut(number: u64) -> u16 {
        number as u16
    }
}

impl Whole for u64 {
    const MOST: u64 = u64::MAX;

    fn cut(number: u64) -> u64 {
        number
    }
}

/// A list of whole numbers.
#[derive(Debug, PartialEq)]
pub(super) struct Integers<T> {
    pub numbers: Vec<T>,
    /// The largest of them; 0 where there is none.
    pub largest: u64,
    /// The place behind the list, bytes from the beginning.
    pub end: usize,
}

/// Why a list is not read.
#[derive(Debug, PartialEq)]
pub(super) enum Unread {
    /// Something else than a whole number of at most [`MOST_DIGITS`] digits, at this byte.
    NotANumber(usize),
    /// A number that the list's kind has no room for.
    NoRoom,
}

/// Nineteen nines fit into 64 bits.
const MOST_DIGITS: usize = 19;

/// Bytes that are searched for ends at once: a bit each in 64 bits.
const BLOCK: usize = 64;

/// Digits of the longest number that a block's reader reads.
const WIDEST: usize = 8;

/// Numbers that end in a block, with a comma behind each.
const MOST_IN_BLOCK: usize = BLOCK / 2;

/// Blocks that are read in one call.
const BLOCKS_AT_ONCE: usize = 64;

/// Numbers that are read digit by digit before blocks are tried again.
const CAREFUL_AT_ONCE: usize = 256;

/// Reads `[1, 20, 300]` at a byte of a text, with room for `expected` numbers.
pub(super) fn integers<T: Whole>(bytes: &[u8], at: usize, expected: usize) -> Result<Integers<T>, Unread> {
    let at = after_space(bytes, at);
    if bytes.get(at) != Some(&b'[') {
        return Err(Unread::NotANumber(at));
    }
    // No number is shorter than two bytes with its comma: what a file claims does not reserve more.
    let numbers = Vec::with_capacity(expected.min(bytes.len() / 2));
    let mut list = List { bytes, at: after_space(bytes, at + 1), numbers, largest: 0 };
    if bytes.get(list.at) == Some(&b']') {
        return Ok(list.ended(1));
    }
    loop {
        while list.blocks()? == Went::On {}
        if list.digits()? == Went::ToTheEnd {
            return Ok(list.ended(0));
        }
    }
}

/// A list on its way.
struct List<'a, T> {
    bytes: &'a [u8],
    /// Where the next number begins.
    at: usize,
    numbers: Vec<T>,
    largest: u64,
}

/// How far a reader came.
#[derive(PartialEq)]
enum Went {
    On,
    /// To something that it does not read.
    ToSomethingElse,
    ToTheEnd,
}

impl<T: Whole> List<'_, T> {
    fn ended(self, more: usize) -> Integers<T> {
        Integers { numbers: self.numbers, largest: self.largest, end: self.at + more }
    }

    /// Numbers of one to eight digits with a comma right behind each.
    #[inline(never)]
    fn blocks(&mut self) -> Result<Went, Unread> {
        let bytes = self.bytes;
        // Locals: code that is not optimised keeps them in registers, and fields in memory.
        let (mut start, mut block, mut largest) = (self.at, self.at, self.largest);
        for _ in 0..BLOCKS_AT_ONCE {
            // With what stands before it: a number may have begun there.
            let text = block.checked_sub(WIDEST).and_then(|from| bytes.get(from..)?.first_chunk());
            let Some(text): Option<&[u8; WIDEST + BLOCK]> = text else {
                return Ok(self.paused(start, largest));
            };
            let mut ends = no_digits(text);
            let mut numbers = [T::default(); MOST_IN_BLOCK];
            let mut count = 0;
            let mut strange = false;
            while ends != 0 {
                // Never 64 here; so the compiler sees that it is inside of the text.
                let end = ends.trailing_zeros() as usize % BLOCK;
                ends &= ends - 1;
                let digits = block + end - start;
                if digits.wrapping_sub(1) >= WIDEST || text[end + WIDEST] != b',' {
                    strange = true;
                    break;
                }
                let number = last_digits(&text[end..end + WIDEST], digits);
                largest = largest.max(number);
                numbers[count % MOST_IN_BLOCK] = T::cut(number);
                count += 1;
                start = block + end + 1;
            }
            if largest > T::MOST {
                return Err(Unread::NoRoom);
            }
            self.numbers.extend_from_slice(numbers.get(..count).unwrap_or_default());
            if strange {
                return Ok(self.paused(start, largest));
            }
            block += BLOCK;
        }
        (self.at, self.largest) = (start, largest);
        Ok(Went::On)
    }

    fn paused(&mut self, start: usize, largest: u64) -> Went {
        (self.at, self.largest) = (start, largest);
        Went::ToSomethingElse
    }

    /// Numbers of any length, with white space around them.
    #[inline(never)]
    fn digits(&mut self) -> Result<Went, Unread> {
        let bytes = self.bytes;
        let mut at = self.at;
        for _ in 0..CAREFUL_AT_ONCE {
            at = after_space(bytes, at);
            let start = at;
            let mut number: u64 = 0;
            while let Some(digit) = bytes.get(at).map(|byte| byte.wrapping_sub(b'0')).filter(|d| *d <= 9) {
                number = number.wrapping_mul(10).wrapping_add(u64::from(digit));
                at += 1;
            }
            let digits = at - start;
            if digits == 0 || digits > MOST_DIGITS {
                return Err(Unread::NotANumber(at));
            }
            self.largest = self.largest.max(number);
            if number > T::MOST {
                return Err(Unread::NoRoom);
            }
            self.numbers.push(T::cut(number));
            at = after_space(bytes, at);
            match bytes.get(at) {
                Some(b',') => at += 1,
                Some(b']') => {
                    self.at = at + 1;
                    return Ok(Went::ToTheEnd);
                }
                _ => return Err(Unread::NotANumber(at)),
            }
        }
        self.at = at;
        Ok(Went::On)
    }
}

/// The first place from `at` on that is no white space.
pub(super) fn after_space(bytes: &[u8], mut at: usize) -> usize {
    while matches!(bytes.get(at), Some(b' ' | b'\n' | b'\r' | b'\t')) {
        at += 1;
    }
    at
}

/// The same byte eight times.
const fn eight(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// A bit for each byte of a block that is no digit, the first byte's lowest. The text has [`WIDEST`] bytes
/// more in front.
#[inline]
fn no_digits(text: &[u8; WIDEST + BLOCK]) -> u64 {
    let (words, _) = text.as_chunks::<8>();
    let mut bits = 0;
    for word in words.iter().skip(WIDEST / 8).rev() {
        // A digit is 0 to 9 now. Anything more reaches its byte's highest bit when 118 are added to its
        // other seven, without touching its neighbour, or has that bit set.
        let word = u64::from_le_bytes(*word) ^ eight(b'0');
        let above = (((word & eight(0x7f)) + eight(0x76)) | word) & eight(0x80);
        // Eight bits that are eight apart, side by side: the factor shifts each to its place in the
        // highest byte, and none of the others there.
        bits = bits << 8 | (above >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56;
    }
    bits
}

/// The number whose last digits, one to eight of them, end a window.
#[inline]
fn last_digits(window: &[u8], digits: usize) -> u64 {
    let window = window.first_chunk().copied().unwrap_or_default();
    let others = 64 - 8 * (digits as u64 & 0xf);
    // The first byte is the lowest: what stands before the number becomes zeros in front.
    let word = (u64::from_le_bytes(window) ^ eight(b'0')) >> others << others;
    // Neighbours to two digits, these to four, these to eight.
    let pairs = word.wrapping_mul(10).wrapping_add(word >> 8);
    const EVERY_FOURTH: u64 = 0x0000_00ff_0000_00ff;
    let first = (pairs & EVERY_FOURTH).wrapping_mul(100 + (1_000_000 << 32));
    let second = (pairs >> 16 & EVERY_FOURTH).wrapping_mul(1 + (10_000 << 32));
    first.wrapping_add(second) >> 32
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(list: &str) -> Result<Vec<u64>, Unread> {
        let read = integers(list.as_bytes(), 0, 0)?;
        assert_eq!(read.end, list.len());
        assert_eq!(read.largest, read.numbers.iter().copied().max().unwrap_or(0));
        Ok(read.numbers)
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
        ] {
            assert_eq!(read(list), Err(Unread::NotANumber(offset)), "{list}");
            // The same behind several blocks, and before more.
            if let Some(rest) = list.strip_prefix('[').filter(|rest| rest.ends_with(']')) {
                let long = format!("[{many}{rest},{many}1]");
                assert_eq!(read(&long), Err(Unread::NotANumber(offset + many.len())), "{list}");
            }
        }
    }

    #[test]
    fn a_number_without_room_is_told() {
        let long = |number: u32| format!("[{}{number}]", "7,".repeat(100));
        let read = |list: &str| integers::<u16>(list.as_bytes(), 0, 0).map(|i| i.largest);
        assert_eq!(read(&long(65_535)), Ok(65_535));
        assert_eq!(read(&long(65_536)), Err(Unread::NoRoom));
        assert_eq!(read(&format!("[65536,{}1]", "7,".repeat(100))), Err(Unread::NoRoom));
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
            prop_assert_eq!(read(&format!("[{}]", text.join(","))), Ok(expected));
        }

        #[test]
        fn any_bytes_end(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let mut list = b"[".to_vec();
            list.extend(&bytes);
            let _ = integers::<u64>(&list, 0, usize::MAX);
        }
    }
}
