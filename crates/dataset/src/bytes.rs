//! Numbers of one byte in a browser, sixteen places of the text at a time. Columns of codes are mostly of
//! these, and opening a large dataset takes a fifteenth less time than with one number after the other.

use core::arch::wasm32::{
    u8x16_add, u8x16_gt, u8x16_lt, u8x16_max, u8x16_shl, u8x16_splat, u8x16_sub, u8x16_swizzle, u64x2,
    u64x2_extract_lane, v128, v128_and, v128_any_true, v128_or,
};

use super::block::{BLOCK, Window};
use super::digits::{WIDEST, Whole};

/// Of the numbers in each of sixteen places.
#[derive(Clone, Copy)]
pub(super) struct Seen {
    largest: v128,
    /// Not zero when one is above 255.
    too_large: v128,
}

const ZEROS: v128 = u64x2(0, 0);

impl Whole for u8 {
    const DIGITS: usize = 3;
    const MOST: u64 = u8::MAX as u64;
    type Seen = Seen;
    const NONE: Seen = Seen { largest: ZEROS, too_large: ZEROS };

    #[target_feature(enable = "simd128")]
    #[inline]
    fn read(window: &Window, ends: u64, _: usize, room: &mut [u8], seen: Seen) -> Seen {
        let mut seen = seen;
        // Behind every place, what the digits right before it make.
        let mut before = [0; BLOCK];
        let (sixteens, _) = before.as_chunks_mut::<16>();
        for (sixteen, place) in sixteens.iter_mut().zip((WIDEST..).step_by(16)) {
            let made = made(window, place, &mut seen);
            let (words, _) = sixteen.as_chunks_mut::<8>();
            for (word, half) in
                words.iter_mut().zip([u64x2_extract_lane::<0>(made), u64x2_extract_lane::<1>(made)])
            {
                *word = half.to_le_bytes();
            }
        }
        let mut ends = ends;
        let mut room = room.iter_mut();
        while ends != 0 {
            let end = ends.trailing_zeros() as usize % BLOCK;
            ends &= ends - 1;
            if let Some(slot) = room.next() {
                *slot = before[end];
            }
        }
        seen
    }

    #[target_feature(enable = "simd128")]
    #[inline]
    fn largest(seen: Seen) -> u64 {
        if v128_any_true(seen.too_large) {
            return u64::MAX;
        }
        let halves = [u64x2_extract_lane::<0>(seen.largest), u64x2_extract_lane::<1>(seen.largest)];
        halves.iter().flat_map(|half| half.to_le_bytes()).max().map_or(0, u64::from)
    }
}

/// What the digits right before sixteen places make, up to three of them.
#[target_feature(enable = "simd128")]
#[inline]
fn made(window: &Window, place: usize, seen: &mut Seen) -> v128 {
    const HUNDREDS: v128 = u64x2(100 << 8 | 200 << 16, 0);
    let digit = |back: usize| u8x16_sub(sixteen(window, place - back), u8x16_splat(b'0'));
    let (ones, tens, hundreds) = (digit(1), digit(2), digit(3));
    let is_digit = |byte: v128| u8x16_lt(byte, u8x16_splat(10));
    let is_one = is_digit(ones);
    let is_ten = v128_and(is_one, is_digit(tens));
    let tens = v128_and(tens, is_ten);
    let hundreds = v128_and(hundreds, v128_and(is_ten, is_digit(hundreds)));
    let two = u8x16_add(v128_and(ones, is_one), u8x16_add(u8x16_shl(tens, 3), u8x16_shl(tens, 1)));
    // Of more than two hundreds zeros: these are too large anyway.
    let three = u8x16_add(two, u8x16_swizzle(HUNDREDS, hundreds));
    let too_large = v128_or(u8x16_gt(hundreds, u8x16_splat(2)), u8x16_lt(three, two));
    seen.largest = u8x16_max(seen.largest, three);
    seen.too_large = v128_or(seen.too_large, too_large);
    three
}

/// Sixteen bytes of the text.
#[target_feature(enable = "simd128")]
#[inline]
fn sixteen(window: &Window, place: usize) -> v128 {
    let half = |place: usize| {
        let bytes = window.get(place..).and_then(|rest| rest.first_chunk()).copied();
        u64::from_le_bytes(bytes.unwrap_or_default())
    };
    u64x2(half(place), half(place + 8))
}
