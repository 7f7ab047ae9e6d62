//! Which months a number is of: those that the words before it name carry on until others do.

use super::cue::Cue;
use super::date::Date;
use super::draft::{Around, Frame};
use super::months::resolve;
use super::reading::Why;
use super::token::{Kind, Token, last_said};
use model::{Period, Span};

/// Whether a date stands behind “than” or “较”: then it says what is compared with.
pub(super) fn is_compared_with(tokens: &[&Token], date: usize, said: Date) -> bool {
    match tokens.get(..date).and_then(last_said) {
        Some(Kind::Cue(Cue::Than, _) | Kind::Cue(Cue::From, true)) => true,
        // “from January to April” says when.
        Some(Kind::Cue(Cue::From, false)) => !said.from_january,
        _ => false,
    }
}

/// Without “After a strong March,” and “经历二季度的高位之后，”: the months before.
fn without_past<'a>(tokens: &[&'a Token]) -> Vec<&'a Token> {
    let segments: Vec<&[&Token]> = tokens.split_inclusive(|t| t.kind == Kind::Comma).collect();
    let is_past = |segment: &[&Token]| {
        let said: Vec<&Kind> = segment.iter().map(|t| &t.kind).filter(|k| **k != Kind::Comma).collect();
        matches!(said.first(), Some(Kind::Cue(Cue::Past, false)))
            || matches!(said.last(), Some(Kind::Cue(Cue::Past, true)))
    };
    let Some((last, before)) = segments.split_last() else { return Vec::new() };
    before
        .iter()
        .filter(|segment| !is_past(segment))
        .chain([last])
        .flat_map(|segment| segment.iter().copied())
        .collect()
}

/// Moves on to the months that the words name; a date that is a base's own is given back instead.
pub(super) fn set_months(
    around: &Around,
    frame: &mut Frame,
    note_month: Option<Period>,
    is_base: bool,
) -> Option<Date> {
    let said: Vec<&Token> = around.window.outer.iter().chain(&around.window.own).copied().collect();
    let tokens = without_past(&said);
    let mut dates: Vec<Date> = Vec::new();
    let same = tokens.iter().any(|t| matches!(t.kind, Kind::Cue(Cue::SameMonths, _)));
    let (mut cumulative, mut two, mut several, mut full_year) = (false, false, false, false);
    for (i, token) in tokens.iter().enumerate() {
        match &token.kind {
            // “较8月下滑”: of August is what the change is compared with.
            Kind::Date(date) if !is_base && is_compared_with(&tokens, i, *date) => {}
            Kind::Date(date) if !date.day => dates.push(*date),
            Kind::Cue(Cue::Cumulative, _) => cumulative = true,
            Kind::Cue(Cue::TwoMonths, _) => two = true,
            Kind::Cue(Cue::SeveralMonths, _) => several = true,
            Kind::Cue(Cue::FullYear, _) => full_year = true,
            _ => {}
        }
    }
    if is_base {
        // “from March’s 22,500 t”, “from 22,500 t in March”
        return around.after.date.or(dates.last().copied());
    }
    dates.extend(around.after.date.filter(|d| !d.day));
    // “In 2025, January–April exports”: the year alone gives its year to the months.
    let years: Vec<_> = dates.iter().filter(|d| d.month.is_none()).filter_map(|d| d.year).collect();
    let mut months: Vec<Date> = dates.iter().filter(|d| d.month.is_some()).copied().collect();
    if let ([year], [only]) = (years.as_slice(), months.as_mut_slice())
        && only.year.is_none()
    {
        only.year = Some(*year);
    }
    let first = months.first().copied();
    let found = match first {
        Some(first) if months.iter().all(|m| *m == first) => Some(resolve(first, note_month)),
        Some(_) => Some(Err(Why::Months)),
        None if years.is_empty() => None,
        // “Last year, in the same month”
        None if same => Some(Err(Why::Months)),
        None => dates.first().map(|d| resolve(*d, note_month)),
    };
    // “After a strong March, exports …”: March is not the month of what follows.
    let own = without_past(&around.window.own);
    let beside = own.split(|t| t.kind == Kind::Comma).any(|segment| {
        let place = |wanted: fn(&Kind) -> bool| segment.iter().position(|t| wanted(&t.kind));
        let last = segment.iter().rposition(|t| matches!(t.kind, Kind::Date(d) if !d.day));
        let cause = place(|k| matches!(k, Kind::Cue(Cue::Stop, _)));
        // “2月受春节影响”: the cause stands behind the month.
        last.is_some()
            && (cause.is_some_and(|cause| Some(cause) < last)
                || place(|k| matches!(k, Kind::Cue(Cue::When | Cue::Past | Cue::Without, _))).is_some())
    });
    // “A year earlier, Mexico took 1,100 t”
    let segments: Vec<&[&Token]> = own.split(|t| t.kind == Kind::Comma).collect();
    let earlier = segments.split_last().is_some_and(|(_, introducing)| {
        introducing.iter().any(|segment| {
            let says = |t: &&&Token| matches!(t.kind, Kind::Cue(Cue::MonthBefore | Cue::YearBefore, _));
            segment.iter().filter(says).count() > 0 && segment.iter().all(|t| t.kind.is_quiet() || says(&t))
        })
    });
    if earlier {
        frame.months = Some(Err(Why::Months));
        return None;
    }
    // “1-4月累计8.28万吨，当月2.13万吨”
    let alone = tokens.iter().any(|t| matches!(t.kind, Kind::Cue(Cue::ThisMonth, _)));
    if alone && found.is_none() && matches!(frame.months, Some(Ok((_, Span::Ytd)))) {
        frame.months = Some(Err(Why::Months));
        return None;
    }
    full_year |= around.after.full_year;
    let unclear = beside || matches!(found, Some(Err(_)));
    if beside {
        frame.months = Some(Err(Why::Months));
    } else if let Some(found) = found {
        frame.months = Some(found);
    }
    let february = |p: Period| p.month() == 2;
    if two {
        let note = note_month.filter(|n| february(*n)).map(|n| (n, Span::Ytd));
        frame.months = Some(note.ok_or(Why::Months));
    }
    if several {
        frame.months = Some(Err(Why::Months));
    }
    if full_year {
        let december = |n: &Period| n.month() == 12;
        let year = match &frame.months {
            Some(Ok((period, _))) => Some(*period),
            _ => note_month,
        };
        frame.months = Some(year.filter(december).map(|n| (n, Span::Ytd)).ok_or(Why::Months));
    }
    if cumulative {
        let note = note_month.map(|n| (n, Span::Ytd)).ok_or(Why::Months);
        frame.months = Some(match &frame.months {
            Some(Ok((period, _))) => Ok((*period, Span::Ytd)),
            // “Year to date, January–April”, in a note that cannot be on April.
            _ if unclear => Err(Why::Months),
            _ => note,
        });
    }
    None
}
