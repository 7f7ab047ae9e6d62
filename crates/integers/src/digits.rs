//! The numbers of a block of text, from several digits at once.

use super::block::{BLOCK, Window, last_bytes};
use super::text::BEHIND;

/// Bytes before a block that are looked at, and digits of the longest number that a block's reader reads.
pub(super) const WIDEST: usize = BEHIND;

/// A kind of number that a list may hold.
pub(super) trait Whole: Copy + Default + Into<u64> + TryFrom<u64> {
    /// Digits of the longest number that a block's reader reads.
    const DIGITS: usize;
    /// The largest number that has room.
    const MOST: u64;
    /// Puts the numbers with these ends, of at most [`Whole::DIGITS`] digits each, into `room`, and gives
    /// the largest: more than [`Whole::MOST`] when one had no room. The first one begins at `start`, from
    /// the block on or before it.
    fn read(window: &Window, ends: u64, start: usize, room: &mut [Self]) -> u64;
}

macro_rules! whole {
    ($kind:ty, $digits:expr, $of:ident) => {
        impl Whole for $kind {
            const DIGITS: usize = $digits;
            const MOST: u64 = <$kind>::MAX as u64;

            #[inline]
            fn read(window: &Window, ends: u64, start: usize, room: &mut [$kind]) -> u64 {
                let (mut ends, mut start, mut largest) = (ends, start, 0);
                let mut room = room.iter_mut();
                while ends != 0 {
                    // Never 64 here; so the compiler sees that it is inside of the text.
                    let end = ends.trailing_zeros() as usize % BLOCK;
                    ends &= ends - 1;
                    let number = $of(last_bytes(window, end), end.wrapping_sub(start));
                    largest = largest.max(number);
                    if let Some(slot) = room.next() {
                        *slot = number as $kind;
                    }
                    start = end + 1;
                }
                largest.into()
            }
        }
    };
}

whole!(u8, 3, last_four);
whole!(u16, 4, last_four);
whole!(u32, WIDEST, last_eight);
whole!(u64, WIDEST, last_eight);

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
