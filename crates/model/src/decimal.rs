//! Decimal numbers as floating-point ones, and these as decimals.
//!
//! The standard library reads them with a table of powers that is 10 kB of every module, and hardly compresses; what it
//! writes them with, in two ways each for few and for many digits, is as much. Here the few digits of what is printed take
//! one product or quotient, which is exact, and everything else a long division.

/// What a product or quotient of whole numbers may have for being rounded once, and so exactly: decimal digits, and
/// powers of ten.
const EXACT_DIGITS: usize = 15;
const EXACT_POWER: u64 = 22;
/// More digits decide nothing, but for whether anything follows.
const MOST_DIGITS: usize = 800;
/// A number has so many bits behind its first one, and between these its exponent.
const FRACTION_BITS: i64 = 52;
const LEAST_EXPONENT: i64 = -1022;
const GREATEST_EXPONENT: i64 = 1023;

/// The number that is nearest to a decimal one, written as JSON has it; of two the even one. `None` for one that is too
/// large, and for what is no number.
///
/// ```
/// use model::read_decimal;
///
/// assert_eq!(read_decimal("2628.738"), Some(2628.738));
/// assert_eq!((read_decimal("1e999"), read_decimal("NaN")), (None, None));
/// ```
pub fn read_decimal(text: &str) -> Option<f64> {
    if !text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte)) {
        return None;
    }
    let (positive, size) = match text.strip_prefix('-') {
        Some(size) => (false, size),
        None => (true, text),
    };
    let (plain, exponent) = size.split_once(['e', 'E']).unwrap_or((size, "0"));
    let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
    // One that has too many digits to be read is as good as any that leaves nothing, or too much.
    let out_of_reach = if exponent.starts_with('-') { i32::MIN } else { i32::MAX };
    let mut exponent = i64::from(exponent.parse().unwrap_or(out_of_reach)) - fraction.len() as i64;
    let all = whole.bytes().chain(fraction.bytes()).map(|digit| u32::from(digit.wrapping_sub(b'0')));
    let mut digits: Vec<u32> = all.skip_while(|digit| *digit == 0).collect();
    while digits.last() == Some(&0) {
        digits.pop();
        exponent += 1;
    }
    if digits.len() > MOST_DIGITS {
        exponent += (digits.len() - MOST_DIGITS) as i64 - 1;
        digits.truncate(MOST_DIGITS);
        digits.push(1);
    }
    let size = match digits.len() as i64 + exponent {
        _ if digits.is_empty() => 0.0,
        ..-323 => 0.0,
        310.. => return None,
        _ if digits.len() <= EXACT_DIGITS && exponent.unsigned_abs() <= EXACT_POWER => {
            let number = digits.iter().fold(0.0, |number, digit| number * 10.0 + f64::from(*digit));
            let power = (0..exponent.unsigned_abs()).fold(1.0, |power, _| power * 10.0);
            if exponent < 0 { number / power } else { number * power }
        }
        _ => divided(&digits, exponent)?,
    };
    Some(if positive { size } else { -size })
}

/// Digits, from the first, times a power of ten.
fn divided(digits: &[u32], exponent: i64) -> Option<f64> {
    let (mut over, mut under) = (Big(Vec::new()), Big(vec![1]));
    for digit in digits {
        over.multiply(10, *digit);
    }
    let scaled = if exponent < 0 { &mut under } else { &mut over };
    for _ in 0..exponent.unsigned_abs() {
        scaled.multiply(10, 0);
    }
    // As many bits more that the quotient has 63 or 64.
    let shift = 63 - (over.bits() - under.bits());
    over.shift(shift.max(0));
    under.shift((-shift).max(0) + 63);
    let quotient = (0..64).fold(0u64, |quotient, _| {
        let bit = over.subtract(&under);
        under.halve();
        (quotient << 1) | u64::from(bit)
    });
    let is_more = over.0.iter().any(|limb| *limb > 0);

    let bits = 64 - i64::from(quotient.leading_zeros());
    let exponent = (bits - 1 - shift).max(LEAST_EXPONENT);
    if exponent > GREATEST_EXPONENT {
        return None;
    }
    // Those behind the last bit that the number has.
    let dropped = u32::try_from(exponent + shift - FRACTION_BITS).ok().filter(|dropped| *dropped <= 64);
    let Some(dropped) = dropped else { return Some(0.0) };
    let kept = quotient.checked_shr(dropped).unwrap_or(0);
    let rest = quotient - kept.checked_shl(dropped).unwrap_or(0);
    let half = 1u64.checked_shl(dropped.saturating_sub(1)).unwrap_or(0);
    let up = rest > half || rest == half && (is_more || kept % 2 == 1);
    // The first bit, which is not stored, and what is carried over both count up the exponent.
    let stored = (exponent - LEAST_EXPONENT) as u64;
    let number = f64::from_bits((stored << FRACTION_BITS) + kept + u64::from(up));
    number.is_finite().then_some(number)
}

/// A number with so many digits behind the point, rounded to the nearest; of two to the even one.
///
/// ```
/// use model::write_decimal;
///
/// assert_eq!(write_decimal(2628.738, 1), "2628.7");
/// assert_eq!((write_decimal(0.125, 2), write_decimal(-3.0, 0)), ("0.12".to_owned(), "-3".to_owned()));
/// ```
pub fn write_decimal(number: f64, decimals: usize) -> String {
    let sign = if number.is_sign_negative() { "-" } else { "" };
    if !number.is_finite() {
        return if number.is_nan() { "NaN".to_owned() } else { format!("{sign}inf") };
    }
    // The number is `bits` times a power of two.
    let stored = (number.abs().to_bits() >> FRACTION_BITS) as i64;
    let fraction = number.to_bits() & ((1 << FRACTION_BITS) - 1);
    let bits = if stored == 0 { fraction } else { fraction | (1 << FRACTION_BITS) };
    let power = stored.max(1) - 1 + LEAST_EXPONENT - FRACTION_BITS;
    let mut scaled = Big(vec![bits as u32, (bits >> 32) as u32]);
    for _ in 0..decimals {
        scaled.multiply(10, 0);
    }
    scaled.shift(power.max(0));
    let (mut is_half, mut is_more) = (false, false);
    for _ in power..0 {
        is_more |= is_half;
        is_half = scaled.is_odd();
        scaled.halve();
    }
    if is_half && (is_more || scaled.is_odd()) {
        scaled.multiply(1, 1);
    }
    // From the last digit to the first.
    let mut text = String::new();
    let mut places = 0;
    while places <= decimals || scaled.0.iter().any(|limb| *limb > 0) {
        if places == decimals && decimals > 0 {
            text.push('.');
        }
        text.push(char::from(b'0' + scaled.take_digit()));
        places += 1;
    }
    text.push_str(sign);
    text.chars().rev().collect()
}

/// A number with as few digits as it can be read from again.
///
/// ```
/// use model::write_shortest;
///
/// assert_eq!((write_shortest(0.1), write_shortest(21300.0)), ("0.1".to_owned(), "21300".to_owned()));
/// ```
pub fn write_shortest(number: f64) -> String {
    if !number.is_finite() {
        return write_decimal(number, 0);
    }
    // How many digits are before the point; below one, less the zeros behind it.
    let (mut size, mut before) = (number.abs(), 1);
    while size >= 10.0 {
        (size, before) = (size / 10.0, before + 1);
    }
    while size > 0.0 && size < 1.0 {
        (size, before) = (size * 10.0, before - 1);
    }
    // So many digits always come back as they were, and two more tell each number from all others.
    let mut digits = EXACT_DIGITS as i32;
    loop {
        let decimals = usize::try_from(digits - before).unwrap_or(0);
        let mut text = write_decimal(number, decimals);
        while decimals > 0 && text.ends_with('0') {
            text.pop();
        }
        if text.ends_with('.') {
            text.pop();
        }
        digits += 1;
        if digits > EXACT_DIGITS as i32 + 2 || read_decimal(&text) == Some(number) {
            return text;
        }
    }
}

/// A whole number of any size, 32 bits a limb, the lowest first.
struct Big(Vec<u32>);

impl Big {
    /// Times a number, and more.
    fn multiply(&mut self, factor: u32, more: u32) {
        let mut carried = u64::from(more);
        for limb in &mut self.0 {
            carried += u64::from(*limb) * u64::from(factor);
            *limb = carried as u32;
            carried >>= 32;
        }
        if carried > 0 {
            self.0.push(carried as u32);
        }
    }

    fn bits(&self) -> i64 {
        let unused = self.0.last().map_or(0, |limb| limb.leading_zeros());
        self.0.len() as i64 * 32 - i64::from(unused)
    }

    /// Times two, so often.
    fn shift(&mut self, times: i64) {
        self.multiply(1 << (times % 32), 0);
        self.0.splice(0..0, (0..times / 32).map(|_| 0));
    }

    fn is_odd(&self) -> bool {
        self.0.first().is_some_and(|limb| limb % 2 == 1)
    }

    /// Takes the last decimal digit off.
    fn take_digit(&mut self) -> u8 {
        let mut rest = 0;
        for limb in self.0.iter_mut().rev() {
            let whole = (rest << 32) | u64::from(*limb);
            *limb = (whole / 10) as u32;
            rest = whole % 10;
        }
        rest as u8
    }

    /// The half, without what is left of an odd one.
    fn halve(&mut self) {
        let mut carried = 0;
        for limb in self.0.iter_mut().rev() {
            let whole = *limb;
            *limb = (whole >> 1) | carried;
            carried = whole << 31;
        }
    }

    /// Takes another away where that is not larger, and says whether.
    fn subtract(&mut self, other: &Big) -> bool {
        let length = self.0.len().max(other.0.len());
        self.0.resize(length, 0);
        let limbs =
            |big: &Big| big.0.iter().copied().chain(std::iter::repeat(0)).take(length).collect::<Vec<u32>>();
        let other = limbs(other);
        if self.0.iter().rev().lt(other.iter().rev()) {
            return false;
        }
        let mut borrowed = false;
        for (limb, less) in self.0.iter_mut().zip(other) {
            let (left, first) = limb.overflowing_sub(less);
            let (left, second) = left.overflowing_sub(u32::from(borrowed));
            (*limb, borrowed) = (left, first || second);
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Against the standard library, to the last bit.
    fn check(text: &str) {
        let expected = text.parse::<f64>().ok().filter(|number| number.is_finite());
        assert_eq!(read_decimal(text).map(f64::to_bits), expected.map(f64::to_bits), "{text}");
    }

    #[test]
    fn ends_and_middles() {
        for text in [
            "0",
            "-0",
            "0.0e999",
            "-0.00",
            "1",
            "-12.5",
            "21300.0",
            "2628.738",
            "0.1",
            "1e22",
            "1e23",
            "1e-22",
            "1e-23",
            "9007199254740991",
            "9007199254740993",
            "9007199254740992.5",
            "9007199254740993.0000000000000000001",
            "123456789012345678901234567890",
            "1.7976931348623157e308",
            "1.7976931348623158e308",
            "1.7976931348623159e308",
            "1e309",
            "1e310",
            "-1e400",
            "1e99999999999999999999",
            "1e-99999999999999999999",
            "4.9e-324",
            "2.4703282292062327e-324",
            "2.4703282292062328e-324",
            "2.47e-324",
            "1e-324",
            "1e-323",
            "1e-400",
            "2.2250738585072014e-308",
            "2.2250738585072011e-308",
            "2.225073858507201136e-308",
            "0.3e+1",
            "5E3",
            "8.5e-3",
            "0.000000000000000000000000000000000000000000001e45",
        ] {
            check(text);
        }
        // Half-way between two, and a little more, behind many digits.
        let middle = "2.4703282292062327208299270131161827381205679255657587";
        check(&format!("{middle}e-324"));
        let long = format!("9007199254740993.{}", "0".repeat(900));
        check(&long);
        check(&format!("{long}1"));
        check(&format!("0.{}", "3".repeat(2000)));
        check(&"7".repeat(309));
        check(&"7".repeat(310));
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

        #[test]
        fn every_number_is_read_as_it_was_written(bits in any::<u64>()) {
            let number = f64::from_bits(bits);
            if number.is_finite() {
                check(&format!("{number}"));
                check(&format!("{number:e}"));
                check(&format!("{number:.25e}"));
            }
        }

        #[test]
        fn every_decimal_is_rounded_as_others_do(text in "-?(0|[1-9][0-9]{0,30})(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,3})?") {
            check(&text);
        }

        #[test]
        fn every_number_is_written_as_others_do(bits in any::<u64>(), decimals in 0usize..20) {
            let number = f64::from_bits(bits);
            prop_assert_eq!(write_decimal(number, decimals), format!("{number:.decimals$}"));
        }

        #[test]
        fn what_was_printed_is_written_as_others_do(digits in -10i64.pow(15)..10i64.pow(15), power in 0i32..18) {
            let number: f64 = format!("{digits}e-{power}").parse().expect("a number");
            prop_assert_eq!(write_shortest(number), number.to_string());
            for decimals in 0..4 {
                prop_assert_eq!(write_decimal(number, decimals), format!("{number:.decimals$}"));
            }
        }

        /// Ends in a five, which is half-way where it is a sum of powers of two.
        #[test]
        fn halves_go_to_the_even_one(eighths in -100_000i64..100_000, decimals in 0usize..4) {
            let number = eighths as f64 / 8.0;
            prop_assert_eq!(write_decimal(number, decimals), format!("{number:.decimals$}"));
        }

        #[test]
        fn every_number_is_read_from_its_shortest_form(bits in any::<u64>()) {
            let number = f64::from_bits(bits);
            if number.is_finite() {
                prop_assert_eq!(read_decimal(&write_shortest(number)).map(f64::to_bits), Some(bits));
            }
        }

        /// Half-way between two neighbours, and next to it.
        #[test]
        fn middles_go_to_the_even_one(kept in (1u64 << 52)..(1 << 53), power in 0u32..60, off in -1i128..=1) {
            let middle = (i128::from(kept) * 2 + 1) << power;
            check(&(middle + off).to_string());
        }
    }
}
