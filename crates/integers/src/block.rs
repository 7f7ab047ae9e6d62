//! A block of a list of numbers: where they end, and that there is nothing else in it.

use super::digits::WIDEST;

/// Bytes that are looked at at once: a bit each in 64 bits.
pub(super) const BLOCK: usize = 64;

/// A block, with what stands before it: a number may have begun there.
pub(super) type Window = [u8; WIDEST + BLOCK];

/// Where the numbers of a block end: a bit for each comma, the first byte's lowest. `None` where something
/// else than digits and commas is in it.
#[inline]
pub(super) fn commas(window: &Window) -> Option<u64> {
    let mut commas = 0;
    for (place, byte) in window.iter().skip(WIDEST).enumerate() {
        match byte {
            b'0'..=b'9' => {}
            b',' => commas |= 1 << place,
            _ => return None,
        }
    }
    Some(commas)
}

/// Whether between any two of these ends that follow each other is a number of at most `digits` digits, and
/// no longer one begins behind the last.
#[inline]
pub(super) fn are_of_digits(ends: u64, digits: usize) -> bool {
    // Places up to the first end do not count. Every other one must have an end at itself or not far before.
    let mut covered = ends | ends.wrapping_sub(1) & !ends;
    let mut reach = 1;
    while reach <= digits {
        let step = reach.min(digits + 1 - reach);
        covered |= covered << step;
        reach += step;
    }
    covered == u64::MAX && ends & ends << 1 == 0
}

/// The bytes before a place of a block.
#[inline]
pub(super) fn last_bytes(window: &Window, end: usize) -> [u8; WIDEST] {
    window[end..].first_chunk().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Against a look at each number: the part of a block from its first comma on.
        #[test]
        fn ends_are_of_short_numbers_or_not(lengths in prop::collection::vec(0usize..7, 1..20), digits in 1usize..9) {
            let mut text: Vec<u8> = lengths.iter().flat_map(|n| [vec![b'1'; *n], vec![b',']].concat()).collect();
            text.resize(BLOCK, b'1');
            let window: Window = [vec![b'1'; WIDEST], text.clone()].concat().try_into().unwrap();
            let ends = commas(&window).unwrap();
            let parts: Vec<&[u8]> = text.split(|byte| *byte == b',').skip(1).collect();
            let (behind, between) = parts.split_last().unwrap();
            let is_short = |part: &&&[u8]| (1..=digits).contains(&part.len());
            let short = between.iter().filter(is_short).count() == between.len() && behind.len() <= digits;
            prop_assert_eq!(are_of_digits(ends, digits), short, "{:?}", String::from_utf8(text));
        }
    }

    #[test]
    fn anything_else_is_strange() {
        let mut window = [b'1'; WIDEST + BLOCK];
        window[0] = b'x';
        assert_eq!(commas(&window), Some(0));
        for byte in 0..=u8::MAX {
            window[WIDEST + 63] = byte;
            let ends = match byte {
                b',' => Some(1 << 63),
                b'0'..=b'9' => Some(0),
                _ => None,
            };
            assert_eq!(commas(&window), ends, "{byte}");
        }
    }
}
