//! Numbers as files write them, exactly: no binary fraction in between.

use serde::{Deserialize, Serialize};

/// Larger than any trade of a period, and small enough for sums of millions of rows.
const LARGEST: u64 = 10_000_000_000_000;

/// What stands before a number's fraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// `1,234.5`
    Dot,
    /// `1.234,5`
    Comma,
}

impl Mark {
    /// Both with their names in answers and mappings.
    pub const NAMES: [(&'static str, Mark); 2] = [("dot", Mark::Dot), ("comma", Mark::Comma)];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Mark::Dot => "dot",
            Mark::Comma => "comma",
        }
    }
}

/// A number from 0 on: `digits` / 10^`places`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decimal {
    digits: u128,
    places: u32,
}

impl Decimal {
    /// A whole number.
    pub const fn whole(digits: u64) -> Decimal {
        Decimal { digits: digits as u128, places: 0 }
    }

    /// Times `factor`, to the nearest whole number, and what that added in thousandths: negative where it took
    /// something away. `None` for what is larger than any trade.
    pub fn times(self, factor: Factor) -> Option<(u64, i64)> {
        let over = self.digits.checked_mul(u128::from(factor.times))?;
        let under = 10u128.checked_pow(self.places)?.checked_mul(u128::from(factor.over))?;
        let rounded = over.checked_add(under / 2)? / under;
        let number = u64::try_from(rounded).ok().filter(|number| *number <= LARGEST)?;
        let exact = over.checked_mul(1000)? / under;
        let added = (rounded * 1000).cast_signed() - exact.cast_signed();
        Some((number, i64::try_from(added).unwrap_or_default()))
    }
}

/// `times` / `over`: what one of something is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Factor {
    /// The factor's numerator.
    pub times: u64,
    /// The factor's denominator.
    pub over: u64,
}

impl Factor {
    /// One for one.
    pub const ONE: Factor = Factor::of(1);

    /// A whole factor.
    pub const fn of(times: u64) -> Factor {
        Factor { times, over: 1 }
    }
}

/// What a cell says of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// A number, written so that nobody can take it for another.
    Plain(Decimal),
    /// A number whose marks are read in one way only.
    By(Mark, Decimal),
    /// `1,234` or `1.234`: a thousand with a mark, or one and a fraction. By a dot before the fraction, and by a
    /// comma.
    Either(Decimal, Decimal),
    /// Nothing is said: an empty cell, `N/A`, `-`.
    Missing,
    /// Something else.
    No,
}

/// A full-width character as its plain one: `１` as `1`, `，` as `,`.
fn plain(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '\u{3000}' | '\u{A0}' | '\u{2009}' | '\u{202F}' | '\u{2007}' => ' ',
        '\u{2019}' => '\'',
        _ => c,
    }
}

/// A text with full-width characters as plain ones.
pub fn plainly(text: &str) -> String {
    text.chars().map(plain).collect()
}

/// What says in many programs that there is no number.
const MISSING: [&str; 10] = ["", "-", "--", "n/a", "na", "nan", "null", "none", "..", ":"];

/// Reads a cell.
pub fn number(text: &str) -> Reading {
    let text = text.trim();
    let bytes = text.as_bytes();
    // Nearly every cell of nearly every file.
    if !bytes.is_empty() && bytes.len() <= 18 && bytes.iter().all(u8::is_ascii_digit) {
        let digits = bytes.iter().fold(0u64, |sum, b| sum * 10 + u64::from(b - b'0'));
        return Reading::Plain(Decimal::whole(digits));
    }
    match text.is_ascii() {
        true => marked(text),
        false => marked(plainly(text).trim()),
    }
}

fn marked(text: &str) -> Reading {
    if text.len() <= 4 && MISSING.contains(&text.to_ascii_lowercase().as_str()) {
        return Reading::Missing;
    }
    read(text).unwrap_or(Reading::No)
}

/// More than any cell of a program needs: `0.30000000000000004` has 17 digits.
const MOST_DIGITS: usize = 34;

fn read(text: &str) -> Option<Reading> {
    let (mantissa, exponent) = match text.find(['e', 'E']) {
        Some(at) => (text.get(..at)?, Some(text.get(at + 1..)?.parse::<i32>().ok()?)),
        None => (text, None),
    };
    if exponent.is_some_and(|exponent| exponent.unsigned_abs() > 30) {
        return None;
    }
    let at = |place: usize, mark: u8| {
        let (whole, fraction) = (mantissa.get(..place)?, mantissa.get(place + 1..)?);
        decimal(whole, if mark == b'.' { b',' } else { b'.' }, fraction, exponent.unwrap_or(0))
    };
    let grouped = |by: u8| decimal(mantissa, by, "", exponent.unwrap_or(0));
    let (dot, comma) = (mantissa.rfind('.'), mantissa.rfind(','));
    let (mark, place) = match (dot, comma) {
        (None, None) => return grouped(b' ').map(Reading::Plain),
        (Some(dot), Some(comma)) if dot > comma => return Some(Reading::By(Mark::Dot, at(dot, b'.')?)),
        (Some(_), Some(comma)) => return Some(Reading::By(Mark::Comma, at(comma, b',')?)),
        (Some(dot), None) => (b'.', dot),
        (None, Some(comma)) => (b',', comma),
    };
    let (as_fraction, as_groups) = match mark {
        b'.' => (Mark::Dot, Mark::Comma),
        _ => (Mark::Comma, Mark::Dot),
    };
    let several = mantissa.bytes().filter(|b| *b == mark).count() > 1;
    if several {
        return Some(Reading::By(as_groups, grouped(mark)?));
    }
    let fraction = at(place, mark)?;
    let after = mantissa.len() - place - 1;
    if after == 0 {
        return Some(Reading::Plain(fraction));
    }
    let before = mantissa.get(..place)?.trim_start();
    let may_be_a_group =
        after == 3 && exponent.is_none() && (1..=3).contains(&before.len()) && !before.starts_with('0');
    match (may_be_a_group.then(|| grouped(mark)).flatten(), mark) {
        (None, _) => Some(Reading::By(as_fraction, fraction)),
        (Some(group), b'.') => Some(Reading::Either(fraction, group)),
        (Some(group), _) => Some(Reading::Either(group, fraction)),
    }
}

/// A whole part, in groups by `group`, blanks or apostrophes or in none, and a fraction.
fn decimal(whole: &str, group: u8, fraction: &str, exponent: i32) -> Option<Decimal> {
    let is_group = |b: u8| b == group || b == b' ' || b == b'\'';
    if !fraction.bytes().all(|b| b.is_ascii_digit())
        || !whole.bytes().all(|b| b.is_ascii_digit() || is_group(b))
    {
        return None;
    }
    let mut marks = whole.bytes().filter(|b| !b.is_ascii_digit());
    if let Some(first) = marks.next() {
        // `1,234 567` is no number.
        if marks.any(|mark| mark != first) {
            return None;
        }
        let groups: Vec<&str> = whole.split(char::from(first)).collect();
        let (ends, middle) = (groups.first()?.len(), groups.get(1..groups.len() - 1)?);
        // `1,23,45,678`, as in India.
        let pairs = middle.iter().all(|group| group.len() == 2) && (1..=2).contains(&ends);
        let threes = middle.iter().all(|group| group.len() == 3) && (1..=3).contains(&ends);
        if groups.last()?.len() != 3 || !(pairs || threes) {
            return None;
        }
    }
    let digits = || whole.bytes().filter(u8::is_ascii_digit).chain(fraction.bytes());
    let count = digits().count();
    if count == 0 || count > MOST_DIGITS {
        return None;
    }
    let number = digits().fold(0u128, |sum, b| sum * 10 + u128::from(b - b'0'));
    let places = i32::try_from(fraction.len()).ok()? - exponent;
    match u32::try_from(places) {
        Ok(places) => Some(Decimal { digits: number, places }),
        Err(_) => {
            let times = 10u128.checked_pow(places.unsigned_abs())?;
            Some(Decimal { digits: number.checked_mul(times)?, places: 0 })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(decimal: Decimal) -> u64 {
        decimal.times(Factor::ONE).unwrap().0
    }

    #[test]
    fn numbers_are_read_as_files_write_them() {
        for (text, number) in [
            ("0", 0),
            ("214847", 214_847),
            ("１２３", 123),
            (" 42 ", 42),
            ("1e+05", 100_000),
            ("1 234 567", 1_234_567),
            ("1\u{A0}234", 1_234),
            ("1\u{202F}234", 1_234),
            ("1'234", 1_234),
            ("1’234’567", 1_234_567),
            ("7.", 7),
        ] {
            match super::number(text) {
                Reading::Plain(decimal) => assert_eq!(whole(decimal), number, "{text}"),
                other => panic!("{text}: {other:?}"),
            }
        }
        for (text, mark, number) in [
            ("5,848,714", Mark::Dot, 5_848_714),
            ("1,23,45,678", Mark::Dot, 12_345_678),
            ("1,234.5", Mark::Dot, 1_235),
            ("100000.0", Mark::Dot, 100_000),
            ("0.123", Mark::Dot, 0),
            ("1234.567", Mark::Dot, 1_235),
            ("1.5E+05", Mark::Dot, 150_000),
            ("1.234,5", Mark::Comma, 1_235),
            ("1.234.567", Mark::Comma, 1_234_567),
            ("12,5", Mark::Comma, 13),
            ("1 234,567", Mark::Comma, 1_235),
            ("1,5E+05", Mark::Comma, 150_000),
        ] {
            match super::number(text) {
                Reading::By(by, decimal) => assert_eq!((by, whole(decimal)), (mark, number), "{text}"),
                other => panic!("{text}: {other:?}"),
            }
        }
        for text in ["1,234", "１，２３４", "1.234"] {
            let Reading::Either(dot, comma) = super::number(text) else { panic!("{text}") };
            let mut both = [whole(dot), whole(comma)];
            both.sort_unstable();
            assert_eq!(both, [1, 1_234], "{text}");
        }
        for text in ["", " ", "-", "N/A", "NaN", "null", ".."] {
            assert_eq!(super::number(text), Reading::Missing, "{text:?}");
        }
        for text in
            ["-5", "+5", "(1,234)", "1,23.4.5", "12,34,5", "1,234 567", ".", ",", "abc", "1e99", "1..2"]
        {
            assert_eq!(super::number(text), Reading::No, "{text}");
        }
    }

    #[test]
    fn arithmetic_is_exact_and_rounding_is_told() {
        let of = |text: &str, factor| match super::number(text) {
            Reading::Plain(decimal) | Reading::By(_, decimal) => decimal.times(factor),
            other => panic!("{text}: {other:?}"),
        };
        assert_eq!(of("28.5", Factor::of(1000)), Some((28_500, 0)));
        assert_eq!(of("0.1", Factor::of(10_000_000)), Some((1_000_000, 0)));
        assert_eq!(of("2.5", Factor::ONE), Some((3, 500)));
        assert_eq!(of("0.4", Factor::ONE), Some((0, -400)));
        assert_eq!(of("1", Factor { times: 45_359_237, over: 100_000_000 }), Some((0, -453)));
        assert_eq!(of("99999999999999999", Factor::ONE), None);
        assert_eq!(of("99999999999999999999999999999999", Factor::of(u64::MAX)), None);
    }
}
