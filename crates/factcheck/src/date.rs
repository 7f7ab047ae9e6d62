//! Months as notes write them: “April 2025”, “Jan-Apr”, “2025年1-4月”, “the first four months”.

use super::date_in_han::chinese;
use super::names::is_han;
use super::text::Text;

/// A date of the text, as far as it says itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Date {
    /// The year, where it stands there.
    pub year: Option<YearSaid>,
    /// The month, or the last of a row that begins with January; `None` for a year alone.
    pub month: Option<u32>,
    /// From January on.
    pub from_january: bool,
    /// It names a day, too: when something was published, not what a figure is about.
    pub day: bool,
    /// A row of months that does not begin with January, or a quarter: no figure of a dataset.
    pub other: bool,
}

/// How a year is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum YearSaid {
    /// In digits.
    Of(i32),
    /// This year, or years before the note's.
    Ago(i32),
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const COUNTS: [&str; 12] =
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// Reads the date at a place, and says where it ends.
pub(super) fn date(text: &Text, at: usize) -> Option<(Date, usize)> {
    let previous = text.get(at.wrapping_sub(1));
    let word_goes_on = at > 0 && previous.is_ascii_alphanumeric();
    if word_goes_on {
        return None;
    }
    chinese(text, at).or_else(|| english(text, at)).or_else(|| iso(text, at))
}

pub(super) fn starts(text: &Text, at: usize, word: &str) -> Option<usize> {
    word.chars().enumerate().all(|(i, c)| text.get(at + i) == c).then(|| at + word.chars().count())
}

pub(super) fn digits(text: &Text, at: usize, most: usize) -> Option<(u32, usize)> {
    let length = (0..=most).take_while(|i| text.get(at + i).is_ascii_digit()).count();
    if length == 0 || length > most {
        return None;
    }
    let number: String = (at..at + length).map(|i| text.get(i)).collect();
    Some((number.parse().ok()?, at + length))
}

pub(super) fn spaces(text: &Text, mut at: usize) -> usize {
    while text.get(at) == ' ' && at < text.chars.len() {
        at += 1;
    }
    at
}

fn year(text: &Text, at: usize) -> Option<(i32, usize)> {
    let (year, end) = digits(text, at, 4)?;
    let year = i32::try_from(year).ok().filter(|y| (1900..2200).contains(y) && end == at + 4)?;
    (!text.get(end).is_ascii_alphanumeric()).then_some((year, end))
}

pub(super) fn dash(text: &Text, at: usize) -> Option<usize> {
    let at = spaces(text, at);
    let end = match text.get(at) {
        '-' | '~' | '至' | '到' => at + 1,
        't' => starts(text, at, "to ").or_else(|| starts(text, at, "through "))?,
        _ => return None,
    };
    Some(spaces(text, end))
}

pub(super) fn of(month: u32, from_january: bool) -> Date {
    Date { year: None, month: Some(month), from_january, day: false, other: false }
}

fn month_name(text: &Text, at: usize) -> Option<(u32, usize)> {
    for (i, name) in MONTHS.iter().enumerate() {
        let short: String = name.chars().take(3).collect();
        let sept = if i == 8 { starts(text, at, "sept") } else { None };
        let long = starts(text, at, name);
        let Some(end) = long.or(sept).or_else(|| starts(text, at, &short)) else { continue };
        if text.get(end).is_alphanumeric() && !is_han(text.get(end)) {
            continue;
        }
        // Without a capital “may” is a word, and “march” and short forms are months only where nothing in the
        // text has one.
        let capital = text.capital.get(at).copied().unwrap_or(false);
        let is_word = !is_said_as_month(text, at, end, name)
            && match *name {
                "may" => true,
                "march" => !text.small || long.is_none(),
                _ => !text.small && long.is_none(),
            };
        if is_word && !capital {
            continue;
        }
        let dot = long.is_none() && text.get(end) == '.';
        return Some((u32::try_from(i).ok()? + 1, if dot { end + 1 } else { end }));
    }
    None
}

/// Whether the words around say that a small word is a month: “in march”, “march exports”, “22 apr 2025”.
fn is_said_as_month(text: &Text, at: usize, end: usize, name: &str) -> bool {
    let stands_before = |word: &str| {
        let length = word.chars().count();
        at.checked_sub(length).and_then(|from| starts(text, from, word)).is_some()
    };
    let year = (1..=4).all(|i| text.get(end + i).is_ascii_digit());
    year || [" in ", " of ", " since ", " than "].iter().any(|word| stands_before(word))
        || name != "may"
            && [" exports", " total", " shipments", " volume"]
                .iter()
                .any(|word| starts(text, end, word).is_some())
}

/// “Nine-month volume”: of January to September.
fn months_together(text: &Text, at: usize) -> Option<(Date, usize)> {
    const COUNTS: [&str; 10] =
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"];
    let in_words = || (2..).zip(COUNTS).find_map(|(n, word)| Some((n, starts(text, at, word)?)));
    let in_digits = || digits(text, at, 2).filter(|(n, _)| (2..=11).contains(n));
    let (count, end) = in_words().or_else(in_digits)?;
    let end = starts(text, end, "-month ").or_else(|| starts(text, end, " month "))?;
    let sums = ["volume", "exports", "total", "shipments", "tally"];
    sums.iter().any(|word| starts(text, end, word).is_some()).then(|| (of(count, true), end))
}

fn english(text: &Text, at: usize) -> Option<(Date, usize)> {
    if let Some(found) = months_together(text, at) {
        return Some(found);
    }
    if let Some((month, end)) = month_name(text, at) {
        let mut date = of(month, false);
        let mut end = end;
        if let Some((last, after)) = dash(text, end).and_then(|next| month_name(text, next)) {
            date = Date { other: month != 1 || last < 2, ..of(last, true) };
            end = after;
        } else if let Some((year, after)) = short_year(text, end) {
            return Some((Date { year: Some(YearSaid::Of(year)), ..date }, after));
        } else if let Some((last, after)) = starts(text, end, " and ").and_then(|next| month_name(text, next))
        {
            // “January and February” are read together.
            date = Date { other: (month, last) != (1, 2), ..of(last, true) };
            end = after;
        } else if let Some((day, after)) =
            digits(text, spaces(text, end), 2).filter(|(d, _)| (1..=31).contains(d))
        {
            let after = ["st", "nd", "rd", "th"].iter().find_map(|o| starts(text, after, o)).unwrap_or(after);
            let unit = text.get(after).is_alphanumeric()
                || matches!(text.get(after), '.' | ',') && text.get(after + 1).is_ascii_digit()
                || matches!(text.get(spaces(text, after)), '%');
            if !unit && day > 0 {
                date.day = true;
                end = after;
            }
        }
        return Some(with_year(text, date, end));
    }
    // 30 May 2025
    if let Some((day, end)) = digits(text, at, 2).filter(|(d, _)| (1..=31).contains(d))
        && let Some((month, end)) =
            month_name(text, spaces(text, end)).filter(|_| end < spaces(text, end) && day > 0)
    {
        return Some(with_year(text, Date { day: true, ..of(month, false) }, end));
    }
    for start in ["the first ", "first "] {
        let Some(end) = starts(text, at, start) else { continue };
        for (i, count) in COUNTS.iter().enumerate().skip(1) {
            let figure = (i + 1).to_string();
            let counted = starts(text, end, count).or_else(|| starts(text, end, &figure));
            if let Some(end) = counted.and_then(|e| starts(text, e, " months")) {
                return Some(with_year(text, of(u32::try_from(i).ok()? + 1, true), end));
            }
        }
    }
    // The first half of March: a part of a month.
    for part in ["the first half of ", "first half of ", "the second half of ", "second half of "] {
        if let Some(end) = starts(text, at, part).and_then(|end| starts(text, end, "the month")) {
            return Some((Date { other: true, ..of(1, false) }, end));
        }
        if let Some((month, end)) = starts(text, at, part).and_then(|end| month_name(text, end)) {
            return Some(with_year(text, Date { other: true, ..of(month, false) }, end));
        }
    }
    // 10M exports, 9M 2023
    if let Some((month, end)) = digits(text, at, 2).filter(|(m, _)| (2..=12).contains(m))
        && let Some(end) = starts(text, end, "m ")
    {
        let said = ["exports", "export ", "volume", "shipments", "total", "20"];
        if said.iter().any(|word| starts(text, end, word).is_some()) {
            return Some(with_year(text, of(month, true), end - 1));
        }
    }
    // Nine-month volume; the ten months to October
    for (i, count) in COUNTS.iter().enumerate().skip(1) {
        let month = u32::try_from(i).ok()? + 1;
        // Fewer months may be any of the year.
        let most = month > 6;
        // “After ten months the total was …”
        if let Some(end) = starts(text, at, "after ")
            .and_then(|end| starts(text, end, count))
            .and_then(|end| starts(text, end, " months"))
            .filter(|_| most)
        {
            return Some(with_year(text, of(month, true), end));
        }
        if let Some(end) =
            starts(text, at, count).and_then(|end| starts(text, end, "-month")).filter(|_| most)
        {
            return Some(with_year(text, of(month, true), end));
        }
        if let Some(end) = starts(text, at, count).and_then(|end| starts(text, end, " months to "))
            && let Some((last, end)) = month_name(text, end)
        {
            let date = Date { other: last != month, ..of(month, true) };
            return Some(with_year(text, date, end));
        }
    }
    // Months from January on; later quarters and halves are none of these.
    for (word, month) in [
        ("the first three quarters", 9),
        ("first three quarters", 9),
        ("the first quarter", 3),
        ("first quarter", 3),
        ("first-quarter", 3),
        ("the first half", 6),
        ("first half", 6),
        ("first-half", 6),
        ("q1", 3),
        ("1q", 3),
        ("h1", 6),
        ("1h", 6),
    ] {
        if let Some(end) = starts(text, at, word).filter(|e| !text.get(*e).is_alphanumeric()) {
            return Some(with_year(text, of(month, true), end));
        }
    }
    // Later quarters and halves are no figures of a dataset.
    for (word, month) in [
        ("the second quarter", 6),
        ("second quarter", 6),
        ("second-quarter", 6),
        ("the third quarter", 9),
        ("third quarter", 9),
        ("third-quarter", 9),
        ("the fourth quarter", 12),
        ("fourth quarter", 12),
        ("fourth-quarter", 12),
        ("q2", 6),
        ("q3", 9),
        ("q4", 12),
        ("2q", 6),
        ("3q", 9),
        ("4q", 12),
        ("h2", 12),
        ("2h", 12),
    ] {
        if let Some(end) = starts(text, at, word).filter(|e| !text.get(*e).is_alphanumeric()) {
            return Some(with_year(text, Date { other: true, ..of(month, true) }, end));
        }
    }
    for (word, ago) in [("this year", 0), ("last year", 1), ("the previous year", 1)] {
        if let Some(end) = starts(text, at, word).filter(|e| !text.get(*e).is_alphanumeric()) {
            let date = Date {
                year: Some(YearSaid::Ago(ago)),
                month: None,
                from_january: false,
                day: false,
                other: false,
            };
            return Some((date, end));
        }
    }
    let (year, end) = year(text, at)?;
    // A number of tonnes may look like a year.
    let unit = spaces(text, end);
    let weighed = ["t ", "t,", "t.", "mt", "ton", "吨", "%", "万", "metric", "kt", "per"]
        .iter()
        .any(|u| starts(text, unit, u).is_some());
    let goes_on = matches!(text.get(end), '-' | '/' | ',' | '.') && text.get(end + 1).is_ascii_digit();
    let date =
        Date { year: Some(YearSaid::Of(year)), month: None, from_january: false, day: false, other: false };
    (!weighed && !goes_on && unit < text.chars.len() + 1).then_some((date, end))
}

/// “Apr-25”, “Apr'25”: as spreadsheets write a month.
fn short_year(text: &Text, at: usize) -> Option<(i32, usize)> {
    let (year, end) =
        digits(text, at + 1, 2).filter(|(year, end)| (10..60).contains(year) && *end == at + 3)?;
    let marked = matches!(text.get(at), '-' | '\'');
    let goes_on = text.get(end).is_alphanumeric()
        || matches!(text.get(end), '.' | ',' | '-' | '/') && text.get(end + 1).is_ascii_digit()
        || text.get(spaces(text, end)) == '%';
    (marked && !goes_on).then_some((2000 + i32::try_from(year).ok()?, end))
}

fn with_year(text: &Text, date: Date, end: usize) -> (Date, usize) {
    let at = spaces(text, end);
    let at = starts(text, at, "of ")
        .or_else(|| starts(text, at, ", "))
        .or_else(|| starts(text, at, "in "))
        .unwrap_or(at);
    for (word, ago) in [("this year", 0), ("last year", 1)] {
        if let Some(after) = starts(text, at, word) {
            return (Date { year: Some(YearSaid::Ago(ago)), ..date }, after);
        }
    }
    match year(text, at) {
        Some((year, after)) => (Date { year: Some(YearSaid::Of(year)), ..date }, after),
        None => (date, end),
    }
}

/// 2025-04 and 2025-05-30.
fn iso(text: &Text, at: usize) -> Option<(Date, usize)> {
    let (year, end) = digits(text, at, 4).filter(|(y, end)| (1900..2200).contains(y) && *end == at + 4)?;
    let mark = text.get(end);
    if !matches!(mark, '-' | '/' | '.') {
        return None;
    }
    let (month, end) = digits(text, end + 1, 2).filter(|(m, _)| (1..=12).contains(m))?;
    let day = digits(text, end + 1, 2).filter(|_| text.get(end) == mark);
    let end = day.map_or(end, |(_, end)| end);
    let clean = !text.get(end).is_ascii_alphanumeric() && (mark == '-' || day.is_some());
    let year = Some(YearSaid::Of(i32::try_from(year).ok()?));
    clean.then_some((Date { year, day: day.is_some(), ..of(month, false) }, end))
}
