//! Digits of decimal text, several at once in one machine word.

use super::text::BEHIND;

/// Bytes that are searched for ends at once: a bit each in 64 bits.
pub(super) const BLOCK: usize = 64;

/// Bytes before a block that are looked at, and digits of the longest number that a block's reader reads.
pub(super) const WIDEST: usize = BEHIND;

/// A kind of number that a list may hold.
pub(super) trait Whole: Copy + Default + Into<u64> + TryFrom<u64> {
    /// Digits of the longest number that a block's reader reads.
    const DIGITS: usize;
    /// The largest number that has room.
    const MOST: u64;
    /// What digits make, before it is known whether it has room.
    type Made: Copy + Default + Ord + Into<u64>;
    /// The number whose last digits, at least one and at most [`Whole::DIGITS`], end a window.
    fn made(window: [u8; WIDEST], digits: usize) -> Self::Made;
    /// As much of a number as has room.
    fn cut(made: Self::Made) -> Self;
}

macro_rules! whole {
    ($kind:ty, $digits:expr, $made:ty, $of:ident) => {
        impl Whole for $kind {
            const DIGITS: usize = $digits;
            const MOST: u64 = <$kind>::MAX as u64;
            type Made = $made;

            #[inline]
            fn made(window: [u8; WIDEST], digits: usize) -> $made {
                $of(window, digits)
            }

            #[inline]
            fn cut(made: $made) -> $kind {
                made as $kind
            }
        }
    };
}

whole!(u8, 3, u32, last_four);
whole!(u16, 4, u32, last_four);
whole!(u32, WIDEST, u64, last_eight);
whole!(u64, WIDEST, u64, last_eight);

/// The same byte eight times.
const fn eight(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// Where the numbers of a block end: a bit for each comma, the first byte's lowest. `None` where something
/// else than digits and commas is in it. The text has [`WIDEST`] bytes more in front.
#[inline]
pub(super) fn commas(text: &[u8; WIDEST + BLOCK]) -> Option<u64> {
    let (words, _) = text.as_chunks::<8>();
    let (mut bits, mut strange) = (0, 0);
    for word in words.iter().skip(WIDEST / 8).rev() {
        // A digit is 0 to 9 now. Anything more reaches its byte's highest bit when 118 are added to its
        // other seven, without touching its neighbour, or has that bit set.
        let word = u64::from_le_bytes(*word) ^ eight(b'0');
        let above = (((word & eight(0x7f)) + eight(0x76)) | word) & eight(0x80);
        // All bits of such a byte.
        let bytes = above | (above - (above >> 7));
        strange |= (word ^ eight(b'0' ^ b',')) & bytes;
        // Eight bits that are eight apart, side by side: the factor shifts each to its place in the
        // highest byte, and none of the others there.
        bits = bits << 8 | above.wrapping_mul(0x0002_0408_1020_4081) >> 56;
    }
    (strange == 0).then_some(bits)
}

/// Whether between any two of these ends that follow each other is a number, of at most `digits` digits, and
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
pub(super) fn last_bytes(window: &[u8; WIDEST + BLOCK], end: usize) -> [u8; WIDEST] {
    window[end..].first_chunk().copied().unwrap_or_default()
}

/// The number whose last digits, one to eight of them, end a window.
#[inline]
fn last_eight(window: [u8; WIDEST], digits: usize) -> u64 {
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

/// The number whose last digits, one to four of them, end a window.
#[inline]
fn last_four(window: [u8; WIDEST], digits: usize) -> u32 {
    let [.., a, b, c, d] = window;
    let others = 32 - 8 * (digits as u32 & 7);
    let word = (u32::from_le_bytes([a, b, c, d]) ^ 0x3030_3030) >> others << others;
    // Neighbours to two digits, these to four.
    let pairs = word.wrapping_mul(10).wrapping_add(word >> 8) & 0x00ff_00ff;
    pairs.wrapping_mul(1 + (100 << 16)) >> 16
}
