//! Digits of decimal text, several at once in one machine word.

use super::text::BEHIND;

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
