//! What the words around a number say that it is, beside what decides most: its direction in a row, what a
//! change is compared with.

use super::after::Compared;
use super::context::Context;
use super::cue::Cue;
use super::draft::{Around, Draft, Run};
use super::evidence::Sentence;
use super::moving::is_compared_with;
use super::number::Counted;
use super::token::{Kind, Token};
use super::window::Role;
use model::{Against, Period, Span};

/// “较上月增长5.3%”: what stands before a change is what it is compared with.
pub(super) fn compared_before(around: &Around, role: Role) -> Option<Against> {
    if !matches!(role, Role::Change(_)) {
        return None;
    }
    let segments = around.compared_segments();
    let mut found = segments.iter().filter_map(|t| match t.kind {
        Kind::Cue(cue @ (Cue::MonthBefore | Cue::YearBefore), _) => Some(super::after::against(cue)),
        _ => None,
    });
    let first = found.next();
    first.filter(|f| found.all(|o| o == *f)).or(match around.after.compared {
        Some(Compared::Before(against)) => Some(against),
        _ => None,
    })
}

/// “较3月增加326.75吨”: the month that stands before a change, behind “than”.
pub(super) fn compared_date(around: &Around, role: Role) -> Option<Compared> {
    let segment = around.compared_segments();
    let found = segment.iter().enumerate().find_map(|(i, t)| match t.kind {
        Kind::Date(date) if is_compared_with(&segment, i, date) => Some(Compared::Date(date)),
        _ => None,
    });
    found.filter(|_| matches!(role, Role::Change(_)))
}

pub(super) fn share(role: Role) -> Role {
    match role {
        Role::Change(_) | Role::Base(..) | Role::Unclear => Role::Unclear,
        _ => Role::Share,
    }
}

/// In a row each number may have its own direction: “up 3% and down 5%”.
pub(super) fn own_role(tokens: &[Token], run: &Run, place: usize, role: Role) -> Role {
    let Some((before, here)) =
        place.checked_sub(1).and_then(|p| run.numbers.get(p)).zip(run.numbers.get(place))
    else {
        return role;
    };
    let between = tokens.get(before + 1..*here).unwrap_or_default();
    let way = between.iter().find_map(|t| match t.kind {
        Kind::Cue(Cue::Up(_), _) => Some(1.0),
        Kind::Cue(Cue::Down(_), _) => Some(-1.0),
        _ => None,
    });
    way.map_or(role, Role::Change)
}

/// “7月1.77万吨，8月2.23万吨，9月2.30万吨，环比分别为-34.0%、26.35%和3.1%”: as many changes as there were months.
pub(super) fn months_in_row(
    around: &Around,
    comparisons: &[Against],
    drafts: &[Draft],
    context: &Context,
) -> Option<Vec<(Period, Span)>> {
    if around.count < 2 || around.counted != Counted::Percent || comparisons.len() > 1 {
        return None;
    }
    let last = || context.sentences.last().map(Sentence::drafts);
    let told = if drafts.is_empty() { last()? } else { drafts };
    let months = |d: &Draft| d.months.clone().ok().filter(|_| d.is_quantity() && d.refused.is_none());
    let fits = told.len() == around.count && told.iter().all(|d| d.member.is_none() && d.together.is_empty());
    let row: Vec<(Period, Span)> = told.iter().filter(|_| fits).map(months).collect::<Option<_>>()?;
    let rising = row.windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1 == pair[1].1);
    (rising && row.len() == around.count).then_some(row)
}
