//! Numbers and months as files write them.

use model::Period;

/// Larger than any trade of a month, and small enough for sums of millions of rows.
const LARGEST: u64 = 10_000_000_000_000;

/// A full-width character as its plain one: `１` as `1`, `，` as `,`.
fn plain(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '\u{3000}' | '\u{A0}' => ' ',
        _ => c,
    }
}

/// A whole number from 0 on: digits, with commas after every three or without. `None` for anything
/// else: signs, exponents, decimal points, other groupings.
pub fn whole(text: &str) -> Option<u64> {
    let text: String = text.trim().chars().map(plain).collect();
    let groups: Vec<&str> = text.split(',').collect();
    let grouped = match groups.as_slice() {
        [_] => true,
        [first, rest @ ..] => (1..=3).contains(&first.len()) && rest.iter().all(|g| g.len() == 3),
        [] => false,
    };
    let digits: String = groups.concat();
    let is_number = grouped && !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    digits.parse().ok().filter(|n| is_number && *n <= LARGEST)
}

/// A number of Comtrade, which prints fractions: to the nearest whole one.
pub fn rounded(text: &str) -> Option<u64> {
    let text = text.trim();
    let (whole_part, fraction) = text.split_once('.').unwrap_or((text, ""));
    if !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let up = fraction.as_bytes().first().is_some_and(|d| *d >= b'5');
    Some(whole(whole_part)? + u64::from(up))
}

/// What a field says of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Month {
    Of(Period),
    /// A year alone.
    Yearly,
}

/// `202504`, `2025-04`, `2025/4`, `2025年4月`; or a year.
pub fn month(text: &str) -> Option<Month> {
    let text: String = text.trim().chars().map(plain).collect();
    let parts: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|p| !p.is_empty()).collect();
    let strange = text.chars().any(|c| !c.is_ascii_digit() && !"-/.年月".contains(c));
    match parts.as_slice() {
        _ if strange => None,
        [year] if year.len() == 4 => year.parse::<i32>().ok().map(|_| Month::Yearly),
        [both] if both.len() == 6 => of(both.get(..4)?, both.get(4..)?),
        [year, month] if year.len() == 4 && month.len() <= 2 => of(year, month),
        _ => None,
    }
}

fn of(year: &str, month: &str) -> Option<Month> {
    Period::new(year.parse().ok()?, month.parse().ok()?).map(Month::Of)
}

const ENGLISH: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The month that a file's name speaks of, for a person to confirm.
pub fn guess(name: &str) -> Option<Period> {
    let lower = name.to_lowercase();
    let runs: Vec<&str> = lower.split(|c: char| !c.is_ascii_digit()).filter(|r| !r.is_empty()).collect();
    let is_year = |text: &str| text.len() == 4 && text.starts_with("20");
    let period = |year: &str, month: &str| Period::new(year.parse().ok()?, month.parse().ok()?);
    let joined = runs.iter().find_map(|run| {
        let shaped = run.len() == 6 && run.starts_with("20");
        period(run.get(..4)?, run.get(4..)?).filter(|_| shaped)
    });
    // A year after other numbers is that of a date, as in Comtrade's names.
    let apart = || match runs.as_slice() {
        [year, month, ..] if is_year(year) && month.len() <= 2 => period(year, month),
        _ => None,
    };
    let worded = || {
        let year = runs.iter().find(|run| is_year(run))?;
        let word = |w: &str| lower.split(|c: char| !c.is_ascii_alphabetic()).any(|part| part.starts_with(w));
        let month = ENGLISH.iter().position(|m| word(m))?;
        Period::new(year.parse().ok()?, u32::try_from(month + 1).ok()?)
    };
    // “Apr 2025 (1)” is the first copy of a file, not January.
    joined.or_else(worded).or_else(apart)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_are_read_as_files_write_them() {
        for (text, number) in [
            ("0", Some(0)),
            ("214847", Some(214_847)),
            ("5,848,714", Some(5_848_714)),
            ("１２３", Some(123)),
            ("１，２３４", Some(1_234)),
            (" 42 ", Some(42)),
            ("1e9", None),
            ("-5", None),
            ("+5", None),
            ("1.234,5", None),
            ("1,23", None),
            ("1234,567", None),
            ("12.5", None),
            ("", None),
            (",", None),
            ("99999999999999999999", None),
        ] {
            assert_eq!(whole(text), number, "{text}");
        }
    }

    #[test]
    fn comtrade_fractions_are_rounded() {
        for (text, number) in [
            ("12.5", Some(13)),
            ("12.4999", Some(12)),
            ("7", Some(7)),
            ("7.", Some(7)),
            ("1e3", None),
            ("-1.0", None),
        ] {
            assert_eq!(rounded(text), number, "{text}");
        }
    }

    #[test]
    fn months_are_read_and_guessed() {
        let april = Period::new(2025, 4);
        for text in ["202504", "2025-04", "2025/4", "2025年4月", "２０２５０４"] {
            assert_eq!(month(text), april.map(Month::Of), "{text}");
        }
        for text in ["202513", "202500", "20250", "April", "", "2025-04-01"] {
            assert_eq!(month(text), None, "{text}");
        }
        assert_eq!(month("2025"), Some(Month::Yearly));
        for name in ["出口_202504.csv", "export 2025-04.csv", "2025年4月出口.csv", "Exports Apr 2025 (1).csv"]
        {
            assert_eq!(guess(name), april, "{name}");
        }
        for name in ["export.csv", "TradeData_5_30_2025_10_15_22.csv", "data (2).csv"] {
            assert_eq!(guess(name), None, "{name}");
        }
    }
}
