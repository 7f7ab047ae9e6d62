//! From what a text says of dates to months: the note's own month first, everything else by it.

use super::cue::Cue;
use super::date::{Date, YearSaid};
use super::number::Counted;
use super::reading::Why;
use super::token::{Kind, Token, last_said};
use model::{Period, Span};

/// “Reporting month: October 2025”
fn reporting_month(tokens: &[Token]) -> Option<Period> {
    let said = tokens.iter().position(|t| matches!(t.kind, Kind::Cue(Cue::Reporting, _)))?;
    let behind = tokens.get(said + 1..)?.iter().find(|t| t.kind != Kind::Colon && !t.kind.is_quiet())?;
    match &behind.kind {
        Kind::Date(Date { year: Some(YearSaid::Of(year)), month: Some(month), .. }) => {
            Period::new(*year, *month)
        }
        _ => None,
    }
}

/// The month of the note. Its first date says it; where that has no year, the date of publication, the
/// next year in the text, or the caller does.
pub(super) fn note_month(tokens: &[Token], given: Option<Period>) -> Option<Period> {
    // Of “the third quarter of 2025” the year counts.
    let said = |t: &Token| match &t.kind {
        Kind::Date(date) if date.other && date.year.is_some() => {
            Some(Date { month: None, from_january: false, other: false, ..*date })
        }
        Kind::Date(date) => Some(*date),
        _ => None,
    };
    let dates = || tokens.iter().filter_map(said);
    let of = |date: &Date| match date.year {
        Some(YearSaid::Of(year)) => Some(year),
        _ => None,
    };
    if let Some(reported) = reporting_month(tokens) {
        return Some(reported);
    }
    let published = dates().find(|d| d.day && of(d).is_some());
    let published = published.and_then(|d| Period::new(of(&d)?, d.month?));
    let first = dates().find(|d| !d.day && !d.other && d.month.is_some());
    let Some(first) = first else {
        // “In 2025, …”: the whole year.
        let year = dates().find(|d| d.month.is_none()).and_then(|d| of(&d));
        return given.or_else(|| Period::new(year?, 12));
    };
    let month = first.month?;
    // “2025 was a record year. In December …”: a note on the whole year.
    if let Some(year) =
        dates().find(|d| !d.day && !d.other).filter(|d| d.month.is_none()).and_then(|d| of(&d))
        && (month, first.year) == (12, None)
    {
        return Period::new(year, 12);
    }
    if let Some(year) = of(&first) {
        return Period::new(year, month);
    }
    if let Some(published) = published {
        // “25 May 2025: China exported 21,300 t last month, down on March”: March is not the month.
        return Some(latest(month, published)).filter(|_| !says_last_month(tokens));
    }
    if let Some(given) = given {
        return (given.month() == month).then_some(given);
    }
    // The headline has no year, but the same month stands with one further on, or a year behind it in the
    // same line: “April exports (2025)”.
    let years = tokens.iter().enumerate().filter_map(|(i, token)| match &token.kind {
        // “compared with December 2024”
        Kind::Date(d) if d.month == Some(month) && !d.day && !follows_comparison(tokens, i) => of(d),
        _ => None,
    });
    let line = tokens
        .split(|t| t.kind == Kind::Paragraph)
        .find(|line| line.iter().any(|t| t.kind == Kind::Date(first)))
        .unwrap_or_default();
    let in_line: Vec<Date> = line.iter().filter_map(said).collect();
    // No other month and no second year, which it may be compared with.
    let year_behind = match in_line.as_slice() {
        [one, year] if *one == first && year.month.is_none() => of(year),
        _ => None,
    };
    // “In 2025: January 23,500 t, February 15,300 t”: the last of them.
    if let [year, months @ ..] = in_line.as_slice()
        && let (None, Some(year)) = (year.month, of(year))
        && months.len() > 1
        && months.iter().all(|d| d.year.is_none() && d.month.is_some() && !d.day && !d.other)
    {
        return Period::new(year, months.iter().filter_map(|d| d.month).max()?);
    }
    // “August this year … in 2025 … the same month of 2024”: of two years in a row the later one.
    let said: Vec<i32> = dates().filter(|d| !d.day).filter_map(|d| of(&d)).collect();
    let later = said.iter().copied().max().filter(|later| said.contains(&(later - 1)));
    let this_year =
        later.filter(|_| dates().any(|d| d.month == Some(month) && d.year == Some(YearSaid::Ago(0))));
    Period::new(years.max().or(year_behind).or(this_year)?, month)
}

/// Whether a text names months.
pub(super) fn tells_of_months(tokens: &[Token]) -> bool {
    tokens.iter().any(|t| matches!(&t.kind, Kind::Date(date) if !date.day && date.month.is_some()))
}

/// Whether what is compared with stands at a place.
fn follows_comparison(tokens: &[Token], at: usize) -> bool {
    let before: Vec<&Token> = tokens.iter().take(at).collect();
    matches!(last_said(&before), Some(Kind::Cue(Cue::From | Cue::Than | Cue::On, _)))
}

/// Whether “last month” says when, not what is compared with.
fn says_last_month(tokens: &[Token]) -> bool {
    tokens.iter().enumerate().any(|(i, token)| {
        let before: Vec<&Token> = tokens.iter().take(i).collect();
        let compared = matches!(
            last_said(&before),
            Some(Kind::Cue(Cue::From | Cue::Than | Cue::On | Cue::Above | Cue::Below, _) | Kind::Number(_))
        );
        matches!(token.kind, Kind::Cue(Cue::MonthBefore, _)) && !compared
    })
}

/// The month that figures are of when the first date of a note is not: “Bulletin, March 2025”, and then the
/// year's first two months. `None` where the first date is theirs, or may be.
pub(super) fn of_figures(tokens: &[Token], note: Period) -> Option<Period> {
    let mut months: Vec<(Period, bool)> = Vec::new();
    for paragraph in tokens.split(|t| t.kind == Kind::Paragraph) {
        let is_figure = |t: &Token| matches!(&t.kind, Kind::Number(n) if matches!(n.counted, Counted::Tonnes | Counted::Percent));
        if !paragraph.iter().any(is_figure) {
            continue;
        }
        for token in paragraph {
            let Kind::Date(date) = &token.kind else { continue };
            let (false, false, Some(month)) = (date.day, date.other, date.month) else { continue };
            let period = match date.year {
                Some(YearSaid::Of(year)) => Period::new(year, month),
                Some(YearSaid::Ago(ago)) => Period::new(note.year() - ago, month),
                None => Some(latest(month, note)),
            };
            months.extend(period.map(|p| (p, date.from_january)));
        }
    }
    if months.iter().any(|(period, _)| *period == note) {
        return None;
    }
    let sums =
        months.into_iter().filter(|(period, sum)| *sum && *period < note && period.year() == note.year());
    sums.map(|(period, _)| period).max()
}

/// The last such month that is not after another.
fn latest(month: u32, not_after: Period) -> Period {
    let back = (12 + not_after.month().cast_signed() - month.cast_signed()) % 12;
    not_after.plus(-back)
}

/// The months of a date, in a note of that month.
pub(super) fn resolve(date: Date, note: Option<Period>) -> Result<(Period, Span), Why> {
    if date.other {
        return Err(Why::OtherMonths);
    }
    if date.day {
        return Err(Why::Months);
    }
    let year = match date.year {
        Some(YearSaid::Of(year)) => Some(year),
        Some(YearSaid::Ago(ago)) => Some(note.ok_or(Why::Months)?.year() - ago),
        None => None,
    };
    let span = if date.from_january { Span::Ytd } else { Span::Month };
    let period = match (date.month, year) {
        (Some(month), Some(year)) => Period::new(year, month),
        // A month that is still to come was the year before's, or it is a forecast.
        (Some(month), None) => note.filter(|n| month <= n.month()).and_then(|n| Period::new(n.year(), month)),
        (None, Some(year)) => {
            let whole = note.is_none_or(|n| year < n.year() || n.month() == 12 && n.year() == year);
            let december = Period::new(year, 12).filter(|_| whole);
            return december.map(|d| (d, Span::Ytd)).ok_or(Why::Months);
        }
        (None, None) => None,
    };
    period.map(|p| (p, span)).ok_or(Why::Months)
}

/// The months of what a figure is compared with: the latest such months before those of the figure.
pub(super) fn resolve_before(date: Date, now: (Period, Span)) -> Result<(Period, Span), Why> {
    let (period, span) = now;
    if date.other || date.day {
        return Err(Why::Months);
    }
    let year = match date.year {
        Some(YearSaid::Of(year)) => Some(year),
        Some(YearSaid::Ago(ago)) => Some(period.year() - ago),
        None => None,
    };
    let found = match (date.month, year) {
        (Some(month), Some(year)) => Period::new(year, month),
        // “from 19,600 in April” in a note on April may be anything.
        (Some(month), None) if month == period.month() => None,
        (Some(month), None) => Some(latest(month, period)),
        // “from 71,400 in 2024”: the same months.
        (None, Some(year)) if span == Span::Ytd && year < period.year() => Period::new(year, period.month()),
        _ => None,
    };
    let said = if date.from_january { Span::Ytd } else { Span::Month };
    let span = if date.month.is_none() { span } else { said };
    found.filter(|f| *f < period).map(|f| (f, span)).ok_or(Why::Months)
}
