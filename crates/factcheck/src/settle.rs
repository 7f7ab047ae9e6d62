//! From drafts to readings: what the words leave open, neighbours may settle. “Down 5.3% MoM (from 22,500
//! t)” tells of which month the 22,500 tonnes are.

use super::after::Compared;
use super::context::Context;
use super::date::YearSaid;
use super::draft::Draft;
use super::months::resolve_before;
use super::number::Counted;
use super::read::{Said, apart};
use super::reading::{Measure, Reading, Why};
use super::window::Role;
use model::{Against, Period, Span};

/// Settles the drafts of a sentence, in their order.
pub(super) fn settle(drafts: &mut [Draft], context: &mut Context) -> Vec<Said> {
    // “ACSR was 51% of the total in March; in April it was 72.7%”
    for i in 1..drafts.len() {
        let (before, rest) = drafts.split_at_mut(i);
        let Some(draft) = rest.first_mut() else { continue };
        let last = before.iter().rev().find(|d| d.number.counted == draft.number.counted);
        if draft.role == Role::Level
            && draft.number.counted == Counted::Percent
            && last.is_some_and(|d| d.role == Role::Share && d.member.is_some() && d.member == draft.member)
        {
            draft.role = Role::Share;
        }
    }
    // “Compared with 16,700 t a year earlier, exports rose by …”: of whom, is told behind it.
    if let [first, second, ..] = drafts
        && first.unnamed
        && matches!(first.role, Role::Base(..))
        && second.refused.is_none()
    {
        (first.member, first.together) = (second.member, second.together.clone());
        first.refused = None;
    }
    // A share was called one in this sentence.
    let mut shared = false;
    for i in 0..drafts.len() {
        take_over(drafts, i, (context.shares, shared));
        shared |= drafts.get(i).is_some_and(|d| d.role == Role::Share);
        context.shares |= shared;
    }
    for i in 0..drafts.len() {
        let found = drafts.get(i).and_then(|d| own_comparison(d).or_else(|| of_neighbours(drafts, i)));
        if let Some(draft) = drafts.get_mut(i) {
            draft.against = draft.against.or(found);
        }
    }
    // “ACSR fell 33% month on month, other stranded wire 10%”: compared with the same.
    let (mut first, mut same) = (None, true);
    for draft in drafts.iter_mut() {
        if !matches!(draft.role, Role::Change(_) | Role::Base(None, None)) {
            continue;
        }
        if same && draft.compared.is_none() && draft.base.is_none() {
            draft.against = draft.against.or(first);
        }
        first = first.or(draft.against);
        same &= draft.against.is_none() || draft.against == first;
    }
    // A base takes what its change has found in the meantime.
    for i in 0..drafts.len() {
        let found = of_neighbours(drafts, i);
        if let Some(draft) = drafts.get_mut(i) {
            draft.against = draft.against.or(found);
        }
    }
    for draft in drafts.iter_mut() {
        draft.against = draft.against.or_else(|| context.compared.of(draft));
        context.compared.add(draft);
    }
    drafts.iter().map(|d| (d.token, reading(d))).collect()
}

/// What a number in a bracket, or behind “and”, takes from the number before it.
fn take_over(drafts: &mut [Draft], i: usize, (shares, shared): (bool, bool)) {
    let joined = drafts.get(i).is_some_and(|d| d.joined && !d.bracket);
    let before = drafts.iter().take(i).rev().find(|d| !joined || !d.bracket).cloned();
    let (Some(before), Some(draft)) = (before, drafts.get_mut(i)) else { return };
    if draft.role != Role::Open {
        return;
    }
    let same_unit = before.number.counted == draft.number.counted;
    match before.role {
        // “Month on month: +835 t, +3.3%”
        Role::Open | Role::Level
            if before.number.signed && draft.number.signed && !same_unit && draft.apposed =>
        {
            draft.against = draft.against.or(before.against);
        }
        // “MoM −8.7%, YoY 13.96%”: where falls have a sign, what has none is a rise.
        Role::Open | Role::Level
            if before.number.signed && same_unit && !draft.number.signed && draft.against.is_some() =>
        {
            draft.role = Role::Change(1.0);
        }
        // “up 326.75 t (14.2%) MoM”, “up 326.75 t, or 14.2%”
        Role::Change(way)
            if (draft.bracket || draft.apposed && in_percent(&before, draft))
                && before.member == draft.member
                && !same_unit =>
        {
            draft.role = Role::Change(way);
            draft.against = draft.against.or(before.against);
            draft.compared = draft.compared.or(before.compared);
        }
        // “fell 5.3% MoM, or 1,200 t”; without “or” it may be what was reached.
        Role::Change(way) if draft.apposed && in_percent(draft, &before) => {
            draft.role = if draft.or { Role::Change(way) } else { Role::Unclear };
            draft.against = draft.against.or(before.against);
            draft.compared = draft.compared.or(before.compared);
        }
        // “8,919.8 t of the total, or 39.5%”
        Role::Share if draft.apposed && in_percent(&before, draft) && !draft.number.signed => {
            draft.role = Role::Share;
        }
        // “Steel-core stranded wire accounted for 63% and other stranded wire for 37%”
        Role::Share
            if draft.elliptic && same_unit && before.member != draft.member && !draft.number.signed =>
        {
            draft.role = Role::Share;
        }
        // “ACSR fell 33%, and other stranded wire 10%”
        Role::Change(way)
            if draft.elliptic
                && same_unit
                && !shared
                && before.refused.is_none()
                && !draft.fresh
                && !draft.number.signed
                && before.member != draft.member
                && before.member.map(|m| m.dimension) == draft.member.map(|m| m.dimension) =>
        {
            draft.role = Role::Change(way);
        }
        // “up 5.3% MoM and 8.43% YoY”
        Role::Change(way) if draft.joined && same_unit => draft.role = Role::Change(way),
        // “1,619.463 t (7.6%)” in a paragraph that has called a share one
        Role::Level | Role::Open
            if (draft.bracket || draft.apposed && in_percent(&before, draft))
                && shares
                && draft.number.counted == Counted::Percent
                && !draft.number.signed =>
        {
            draft.role = Role::Share;
        }
        _ => {}
    }
}

/// Whether a percentage follows tonnes of the same member and months.
pub(super) fn in_percent(before: &Draft, draft: &Draft) -> bool {
    let one = before.member == draft.member && before.together == draft.together;
    let units = (before.number.counted, draft.number.counted);
    one && before.months == draft.months && units == (Counted::Tonnes, Counted::Percent)
}

/// The comparison that a change or a base tells itself.
fn own_comparison(draft: &Draft) -> Option<Against> {
    if let Some(against) = draft.against {
        return Some(against);
    }
    let now = draft.months.clone().ok()?;
    match (draft.role, draft.compared, draft.base) {
        (Role::Base(Some(against), _), _, _) => Some(against),
        (Role::Base(None, _), _, Some(date)) => apart(now, resolve_before(date, now).ok()?),
        (Role::Change(_), Some(Compared::Before(against)), _) => Some(against),
        (Role::Change(_), Some(Compared::SamePeriod(date)), _) => {
            let year = match date.year {
                Some(YearSaid::Of(year)) => Some(year),
                Some(YearSaid::Ago(ago)) => Some(now.0.year() - ago),
                None => None,
            };
            (year == Some(now.0.year() - 1)).then_some(Against::YearBefore)
        }
        (Role::Change(_), Some(Compared::Date(date)), _) => {
            // “up 5% from last year”
            let year_alone = date.month.is_none();
            let found = resolve_before(date, now).ok().and_then(|b| apart(now, b));
            found.filter(|_| !year_alone || now.1 == Span::Ytd)
        }
        _ => None,
    }
}

/// The comparison of the change beside a base, or of the base beside a change. They are of one subject,
/// and of the same months.
fn of_neighbours(drafts: &[Draft], i: usize) -> Option<Against> {
    let draft = drafts.get(i)?;
    let fits = |other: &&Draft| {
        let pair = match (draft.role, other.role) {
            (Role::Base(..), Role::Change(_)) => draft.number.counted == Counted::Tonnes,
            (Role::Change(_), Role::Base(..)) => other.number.counted == Counted::Tonnes,
            // “fell 326.75 t, or 14.2%”, in a bracket
            (Role::Change(_), Role::Change(_)) => {
                (draft.bracket || other.bracket) && draft.number.counted != other.number.counted
            }
            _ => false,
        };
        pair && draft.months == other.months
            && draft.member == other.member
            && other.together == draft.together
    };
    // “19% above the 51,600 t of March 2024”
    if let (Some(Compared::Next), Role::Change(_), Some(next)) =
        (draft.compared, draft.role, drafts.get(i + 1))
    {
        let is_same = next.member == draft.member && next.together == draft.together;
        let months = is_same.then_some((draft.months.clone().ok()?, next.months.clone().ok()?));
        return months.and_then(|(now, before)| apart(now, before));
    }
    let mut before = i.checked_sub(1).and_then(|b| drafts.get(b)).filter(fits).and_then(|d| d.against);
    // “from 358 t in March to 1,352 t, a jump of 993 t”
    if let (None, Some([base, level])) = (before, i.checked_sub(2).and_then(|from| drafts.get(from..i)))
        && matches!((base.role, level.role, draft.role), (Role::Base(..), Role::Level, Role::Change(_)))
        && level.number.counted == Counted::Tonnes
        && (level.months == draft.months && level.member == draft.member)
    {
        before = Some(base).filter(fits).and_then(|d| d.against);
    }
    // What stands in a bracket belongs to what stands before it.
    let next = drafts.get(i + 1).filter(|n| !draft.bracket && !n.fresh).filter(fits).and_then(|d| d.against);
    // “rose by 16,600 t on a year before, or 99.4%”: the same once more.
    let once_more = i.checked_sub(1).and_then(|b| drafts.get(b)).filter(|b| is_said_again(b, draft));
    before = before.or(once_more.and_then(|b| b.against));
    match (before, next) {
        (Some(a), Some(b)) if a != b => None,
        (a, b) => a.or(b),
    }
}

/// Whether a change in percent says what the change in tonnes before it says.
fn is_said_again(before: &Draft, draft: &Draft) -> bool {
    let same_way = matches!((before.role, draft.role), (Role::Change(a), Role::Change(b)) if a == b);
    same_way && !draft.fresh && (in_percent(before, draft) || in_percent(draft, before))
}

pub(super) fn reading(draft: &Draft) -> Result<Reading, Why> {
    // Whosever it is, no dataset has it.
    let countable = matches!(draft.number.counted, Counted::Tonnes | Counted::Percent);
    if draft.months == Err(Why::OtherMonths) && countable && !draft.number.malformed {
        return Err(Why::OtherMonths);
    }
    if let Some(why) = &draft.refused {
        return Err(why.clone());
    }
    let number = &draft.number;
    let now = draft.months.clone()?;
    let (measure, months, way) = match number.counted {
        Counted::Tonnes => match draft.role {
            // “accounted for 5,800 t”
            // “Month on month: +835 t”
            Role::Open | Role::Level if number.signed && draft.against.is_some() => {
                (Measure::Difference(comparison(draft, now)?), now, Some(1.0))
            }
            Role::Open | Role::Level | Role::Share => (Measure::Quantity, now, None),
            Role::Change(way) => (Measure::Difference(comparison(draft, now)?), now, Some(way)),
            Role::Base(..) => (Measure::Quantity, base(draft, now)?, None),
            Role::Unclear => return Err(Why::Kind),
        },
        Counted::Percent => match draft.role {
            // “江苏占43.4%（上月40.3%）”
            Role::Base(Some(before), _) if draft.then == Some(before) && draft.member.is_some() => {
                (Measure::Share, base(&Draft { against: Some(before), ..draft.clone() }, now)?, None)
            }
            Role::Share if draft.money => return Err(Why::Kind),
            Role::Share if draft.member.is_none() && draft.together.is_empty() => return Err(Why::Subject),
            Role::Share => (Measure::Share, now, None),
            Role::Change(way) => (changed(draft, now)?, now, Some(way)),
            Role::Level | Role::Open if number.signed => (changed(draft, now)?, now, Some(1.0)),
            _ => return Err(Why::Kind),
        },
        Counted::Dollars => match draft.role {
            Role::Open | Role::Level => (Measure::Value, now, None),
            _ => return Err(Why::Money),
        },
        _ => return Err(Why::Unit),
    };
    // “down −5.3%” is said by some, and means the same as “down 5.3%”; “up −5.3%” means nothing.
    let value = match (way, number.signed) {
        (Some(way), true) if way * number.value < 0.0 && number.value > 0.0 => return Err(Why::Kind),
        (Some(way), true) if way > 0.0 && number.value < 0.0 && matches!(draft.role, Role::Change(_)) => {
            return Err(Why::Kind);
        }
        (Some(_), true) => number.value,
        (Some(way), false) => way * number.value,
        (None, true) => return Err(Why::Kind),
        (None, false) => number.value,
    };
    if measure == Measure::Share && value > 100.0 + number.step {
        return Err(Why::Kind);
    }
    let bounds = number.bounds(draft.about);
    let printed = match value < 0.0 && number.value > 0.0 {
        true => model::Interval { low: -bounds.high, high: -bounds.low },
        false => bounds,
    };
    let members = draft.member.map_or_else(|| draft.together.clone(), |m| vec![m]);
    Ok(Reading {
        measure,
        members,
        period: months.0,
        span: months.1,
        value,
        step: number.step,
        printed,
        bound: draft.bound,
        rough: draft.about || number.upto.is_some(),
    })
}

fn changed(draft: &Draft, now: (Period, Span)) -> Result<Measure, Why> {
    let against = comparison(draft, now)?;
    Ok(if draft.money { Measure::ValuePercent(against) } else { Measure::Percent(against) })
}

fn comparison(draft: &Draft, now: (Period, Span)) -> Result<Against, Why> {
    match (draft.against, now.1) {
        (Some(Against::MonthBefore), Span::Month) => Ok(Against::MonthBefore),
        (Some(Against::YearBefore), _) => Ok(Against::YearBefore),
        // A year to date has no month before; what it is compared with is the year before.
        (None, Span::Ytd) if draft.compared.is_none() => Ok(Against::YearBefore),
        _ => Err(Why::Comparison),
    }
}

/// The months of what a figure is compared with.
fn base(draft: &Draft, now: (Period, Span)) -> Result<(Period, Span), Why> {
    let by_word = match draft.against {
        Some(Against::MonthBefore) if now.1 == Span::Month => Some((now.0.plus(-1), now.1)),
        Some(Against::YearBefore) => Some((now.0.plus_years(-1), now.1)),
        // A year to date is compared with no month before.
        None if now.1 == Span::Ytd && draft.base.is_none() => Some((now.0.plus_years(-1), now.1)),
        _ => None,
    };
    let by_date = draft.base.map(|date| match date.month {
        // “in the same period of 2024”
        None if by_word.is_some() => match resolve_before(date, (now.0, Span::Ytd)) {
            Ok((period, _)) => Ok((period, now.1)),
            Err(why) => Err(why),
        },
        _ => resolve_before(date, now),
    });
    match (by_word, by_date) {
        (Some(word), Some(Ok(date))) if word == date => Ok(word),
        // Word and date tell different months.
        (_, Some(found @ Ok(_))) if by_word.is_none() => found,
        (Some(word), None) => Ok(word),
        _ => Err(Why::Months),
    }
}
