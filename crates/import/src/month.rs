//! Months, quarters and years as files and the programs that rewrite files write them.

use model::{Frequency, Period};
use serde::{Deserialize, Serialize};

use super::number::plainly;

/// A time that rows are of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Time {
    /// A calendar month, quarter or year.
    Of(Period),
    /// A year from another month than January on, which no dataset has, by the number that it is called by first.
    FiscalYear(i32),
}

impl Time {
    /// The calendar month, quarter or year.
    pub fn period(self) -> Option<Period> {
        match self {
            Time::Of(period) => Some(period),
            Time::FiscalYear(_) => None,
        }
    }

    /// What a cell beside it says of how long it is, by its first letter in SDMX's list of frequencies: the year, or the
    /// quarter, in which it lies.
    pub fn of_length(self, code: &str) -> Time {
        let Time::Of(period) = self else { return self };
        match code {
            "A" | "Y" => Time::Of(period.within(Frequency::Annual)),
            "Q" => Time::Of(period.within(Frequency::Quarterly)),
            _ => self,
        }
    }
}

/// What stands first in `04/05/2025`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// The day, as in most of the world.
    Day,
    /// The month, as in the United States.
    Month,
}

impl DateOrder {
    /// Both with their names in answers and mappings.
    pub const NAMES: [(&'static str, DateOrder); 2] = [("day", DateOrder::Day), ("month", DateOrder::Month)];
}

/// What a cell says of a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// One time.
    Of(Time),
    /// A month, because the other order of day and month is no date.
    By(DateOrder, Period),
    /// Two, by which of day and month stands first.
    Either {
        /// With the day first.
        day: Period,
        /// With the month first.
        month: Period,
    },
}

/// The days of Excel from the first of 1900 on; it has a 29 February 1900, so that the first of March 1900 is 61.
fn of_serial(days: i64) -> Option<Period> {
    // Days since the first of March of year 0 (Howard Hinnant, "chrono-compatible low-level date algorithms").
    let since = days + 693_899;
    let (era, day) = (since.div_euclid(146_097), since.rem_euclid(146_097));
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let of_year = day - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let (month, carry) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    Period::new(i32::try_from(year + era * 400 + carry).ok()?, u32::try_from(month).ok()?)
}

/// The serial numbers of dates from 1980 to 2099.
const SERIALS: std::ops::RangeInclusive<i64> = 29_221..=73_050;

/// A part of a text: a run of digits, or of letters.
enum Part<'a> {
    Digits(&'a str, i32),
    Word(&'a str),
}

/// The first letters of months' names, in English and where they differ in Spanish, Portuguese, French, German.
const NAMES: [(&str, u32); 26] = [
    ("jan", 1),
    ("ene", 1),
    ("feb", 2),
    ("fev", 2),
    ("fév", 2),
    ("mar", 3),
    ("mär", 3),
    ("mrz", 3),
    ("apr", 4),
    ("abr", 4),
    ("avr", 4),
    ("may", 5),
    ("mai", 5),
    ("jun", 6),
    ("juin", 6),
    ("jul", 7),
    ("juil", 7),
    ("aug", 8),
    ("ago", 8),
    ("sep", 9),
    ("set", 9),
    ("oct", 10),
    ("out", 10),
    ("okt", 10),
    ("nov", 11),
    ("dec", 12),
];

/// The month of a name, whole or cut: `Apr`, `abril`.
pub fn month_named(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    if word.chars().count() < 3 || !word.chars().all(char::is_alphabetic) {
        return None;
    }
    let known = NAMES.iter().rfind(|(name, _)| word.starts_with(name)).map(|(_, month)| *month);
    known.or_else(|| {
        (word.starts_with("dez") || word.starts_with("dic") || word.starts_with("déc")).then_some(12)
    })
}

/// `202504`, `2025-04`, `2025-04-01`, `2025/4`, `2025年4月`, `202504.0`, `45748`, `Apr-25`, `2025M04`, `M4 2025`,
/// `04/2025`, `04/05/2025`, `2025Q2`, `2025`.
pub fn when(text: &str) -> Option<When> {
    let text = text.trim();
    let bytes = text.as_bytes();
    // The way of customs and of Comtrade.
    if bytes.len() == 6 && bytes.iter().all(u8::is_ascii_digit) {
        let number = bytes.iter().fold(0, |sum, b| sum * 10 + i32::from(b - b'0'));
        let (year, month) = (number / 100, (number % 100).unsigned_abs());
        let turned = || Period::new(number % 10_000, (number / 10_000).unsigned_abs());
        // Eurostat and Comtrade write a whole year as its month 52.
        let whole = || Period::annual(year).filter(|_| month == 52);
        return Period::new(year, month).or_else(whole).or_else(turned).map(Time::Of).map(When::Of);
    }
    match text.is_ascii() {
        true => read(text),
        false => read(plainly(text).trim()),
    }
}

fn read(text: &str) -> Option<When> {
    // A number that a program took for one with a fraction.
    let text = text.strip_suffix(".0").or_else(|| text.strip_suffix(".00")).unwrap_or(text);
    // The time of a day.
    let text = match text.split_once(['T', ' ']) {
        Some((date, time)) if time.contains(':') => date,
        _ => text,
    };
    // `(F)`, `(R)`: final, revised.
    let text = text.split_once('(').map_or(text, |(text, _)| text).trim();
    let parts = parts(text)?;
    use Part::{Digits, Word};
    let year_of = |digits: &str, number: i32| match digits.len() {
        4 => Some(number),
        2 => Some(2000 + number),
        _ => None,
    };
    let sure = |period: Option<Period>| period.map(Time::Of).map(When::Of);
    match parts.as_slice() {
        [Digits(text, number)] => match text.len() {
            4 if (1900..2200).contains(number) => sure(Period::annual(*number)),
            5 => sure(of_serial(i64::from(*number)).filter(|_| SERIALS.contains(&i64::from(*number)))),
            6 => when(text),
            8 => sure(date(number / 10_000, number / 100 % 100, number % 100)),
            _ => None,
        },
        [Digits(year, number), Word("年")] if year.len() == 4 => sure(Period::annual(*number)),
        [Digits(year, y), Word("年"), Digits(_, m), Word("月")] if year.len() == 4 => {
            sure(Period::new(*y, m.unsigned_abs()))
        }
        [Digits(year, y), Word("年"), Digits(_, m), Word("月"), Digits(_, d), Word("日" | "号")]
            if year.len() == 4 =>
        {
            sure(date(*y, *m, *d))
        }
        [Digits(year, y), Word("年" | "年第"), Digits(_, q), Word("季度" | "季")] if year.len() == 4 => {
            sure(Period::quarter(*y, q.unsigned_abs()))
        }
        // A year from one summer to the next: `2024-25`, `2024-2025`, `FY2025`. `2011-12` is December, unless the
        // whole column tells otherwise: `may_be_fiscal_year`.
        [Digits(a, from), Digits(b, to)]
            if a.len() == 4
                && (b.len() == 4 && *to == from + 1
                    || b.len() == 2 && *to > 12 && *to == (from + 1) % 100) =>
        {
            Period::annual(*from).map(|_| When::Of(Time::FiscalYear(*from)))
        }
        [Word("FY" | "fy"), Digits(year, y), ..] if parts.len() < 4 => {
            let year = year_of(year, *y)?;
            Period::annual(year).map(|_| When::Of(Time::FiscalYear(year)))
        }
        [Digits(year, y), Digits(text, m)] if year.len() == 4 && text.len() <= 2 => {
            sure(Period::new(*y, m.unsigned_abs()))
        }
        [Digits(text, m), Digits(year, y)] if year.len() == 4 && text.len() <= 2 => {
            sure(Period::new(*y, m.unsigned_abs()))
        }
        [Digits(year, y), Digits(_, m), Digits(_, d)] if year.len() == 4 => sure(date(*y, *m, *d)),
        [Digits(_, a), Digits(_, b), Digits(year, y)] if year.len() == 4 => {
            match (date(*y, *b, *a), date(*y, *a, *b)) {
                (Some(day), Some(month)) if day == month => sure(Some(day)),
                (Some(day), Some(month)) => Some(When::Either { day, month }),
                (Some(day), None) => Some(When::By(DateOrder::Day, day)),
                (None, Some(month)) => Some(When::By(DateOrder::Month, month)),
                (None, None) => None,
            }
        }
        [Digits(year, y), Word(m), Digits(_, n)] | [Word(m), Digits(_, n), Digits(year, y)]
            if year.len() == 4 =>
        {
            match m.to_lowercase().as_str() {
                "m" => sure(Period::new(*y, n.unsigned_abs())),
                "q" => sure(Period::quarter(*y, n.unsigned_abs())),
                _ => sure(Period::new(*y, month_named(m)?)),
            }
        }
        [Word(name), Digits(year, y)] => sure(Period::new(year_of(year, *y)?, month_named(name)?)),
        [Digits(year, y), Word(name)] => sure(Period::new(year_of(year, *y)?, month_named(name)?)),
        [Digits(_, day), Word(name), Digits(year, y)] if (1..=31).contains(day) => {
            sure(Period::new(year_of(year, *y)?, month_named(name)?))
        }
        _ => None,
    }
}

/// Whether a month as year and number, `2011-12`, can be read as a year from one summer to the next.
pub fn may_be_fiscal_year(month: Period) -> bool {
    month.frequency() == Frequency::Monthly && month.year().rem_euclid(100) + 1 == month.month().cast_signed()
}

/// A date's month.
fn date(year: i32, month: i32, day: i32) -> Option<Period> {
    (1..=31).contains(&day).then(|| Period::new(year, month.unsigned_abs()))?.filter(|_| month > 0)
}

/// Runs of digits and of letters, parted by what dates are written with; `None` for anything else.
fn parts(text: &str) -> Option<Vec<Part<'_>>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if "-/., _".contains(first) {
            rest = rest.get(1..)?;
            continue;
        }
        let is_digit = first.is_ascii_digit();
        if !is_digit && !first.is_alphabetic() || parts.len() > 6 {
            return None;
        }
        let same = |c: char| if is_digit { c.is_ascii_digit() } else { c.is_alphabetic() };
        let end = rest.find(|c| !same(c)).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        parts.push(match is_digit {
            true => Part::Digits(run, run.parse().ok()?),
            false => Part::Word(run),
        });
        rest = after;
    }
    // `2025.1` is January, or October whose zero a program ate.
    let ambiguous =
        text.contains('.') && matches!(parts.as_slice(), [Part::Digits(_, _), Part::Digits("1", _)]);
    (!ambiguous).then_some(parts)
}

/// The month of the year that a cell says: `4`, `04`, `4月`, `April`, `M04`. 0 and more than 12, as Comtrade writes
/// for whole years, are none.
pub fn month_of_year(text: &str) -> Option<u32> {
    let text = text.trim();
    let text = text.strip_suffix(".0").or_else(|| text.strip_suffix('月')).unwrap_or(text);
    let digits = text.strip_prefix(['M', 'm']).unwrap_or(text);
    match digits.parse::<u32>() {
        Ok(month) => Some(month).filter(|month| (1..=12).contains(month)),
        Err(_) => month_named(text),
    }
}

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
        let month = lower.split(|c: char| !c.is_ascii_alphabetic()).find_map(month_named)?;
        Period::new(year.parse().ok()?, month)
    };
    // “Apr 2025 (1)” is the first copy of a file, not January.
    joined.or_else(worded).or_else(apart)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_read_as_programs_write_them() {
        let april = Time::Of(Period::new(2025, 4).unwrap());
        for text in [
            "202504",
            "2025-04",
            "2025/4",
            "2025年4月",
            "2025年04月",
            "２０２５０４",
            "2025-04-01",
            "2025-04-01T00:00:00",
            "2025-04-01 00:00:00",
            "Apr-25",
            "25-Apr",
            "Apr 2025",
            "April 2025",
            "1 Apr 2025",
            "202504.0",
            "45748",
            "45748.0",
            "20250401",
            "2025年4月1日",
            "2025M04",
            "2025M4",
            "M4 2025",
            "04/2025",
            "4/2025",
            "042025",
            "2025.04",
            "Apr-2025(F)",
            "abr/2025",
            "15-Apr-2025",
        ] {
            assert_eq!(when(text), Some(When::Of(april)), "{text}");
        }
        for text in
            ["202513", "202500", "20250", "April", "", "2025-04-01-02", "2025.1", "99999", "abc 2025", "1.5"]
        {
            assert_eq!(when(text), None, "{text}");
        }
        for text in ["2025", "2025.0", "2025年"] {
            assert_eq!(when(text), Period::annual(2025).map(Time::Of).map(When::Of), "{text}");
        }
        for text in ["2025Q2", "Q2 2025", "2025-Q2", "2025年第2季度"] {
            assert_eq!(when(text), Period::quarter(2025, 2).map(Time::Of).map(When::Of), "{text}");
        }
        for text in ["2024-2025", "2024-25", "2024/25", "FY2025", "FY 2024-25", "FY25"] {
            assert!(matches!(when(text), Some(When::Of(Time::FiscalYear(2024 | 2025)))), "{text}");
        }
        for text in ["2024-26", "FY", "FYx 2025"] {
            assert_eq!(when(text), None, "{text}");
        }
        assert_eq!(when("2011-12"), Period::new(2011, 12).map(Time::Of).map(When::Of));
        let may_be = |year, month| Period::new(year, month).map(may_be_fiscal_year);
        assert_eq!(
            [may_be(2011, 12), may_be(2000, 1), may_be(2011, 11)],
            [Some(true), Some(true), Some(false)]
        );
        assert_eq!(Period::annual(2000).map(may_be_fiscal_year), Some(false));
    }

    #[test]
    fn the_order_of_day_and_month_is_known_or_open() {
        let month = |month| Period::new(2025, month).unwrap();
        assert_eq!(when("04/05/2025"), Some(When::Either { day: month(5), month: month(4) }));
        assert_eq!(when("30/04/2025"), Some(When::By(DateOrder::Day, month(4))));
        assert_eq!(when("04/30/2025"), Some(When::By(DateOrder::Month, month(4))));
        assert_eq!(when("04.04.2025"), Some(When::Of(Time::Of(month(4)))));
    }

    #[test]
    fn months_of_years_stand_in_columns_of_their_own() {
        for text in ["4", "04", "4.0", "4月", "April", "M04"] {
            assert_eq!(month_of_year(text), Some(4), "{text}");
        }
        for text in ["52", "0", "", "x", "Apr-2025"] {
            assert_eq!(month_of_year(text), None, "{text}");
        }
    }

    #[test]
    fn names_of_files_are_guessed_from() {
        for name in ["出口_202504.csv", "export 2025-04.csv", "2025年4月出口.csv", "Exports Apr 2025 (1).csv"]
        {
            assert_eq!(guess(name), Period::new(2025, 4), "{name}");
        }
        for name in ["export.csv", "TradeData_5_30_2025_10_15_22.csv", "data (2).csv"] {
            assert_eq!(guess(name), None, "{name}");
        }
    }
}
