//! What makes a number uncertain although every word around it is known: the numbers before it.

use super::cue::Cue;
use super::date::YearSaid;
use super::draft::{Around, Draft, Frame};
use super::number::Counted;
use super::reading::Why;
use super::token::Kind;
use super::whom::Whom;
use super::window::{Role, Subject};

/// Why a draft of a sentence is not certain beside those before it.
pub(super) fn doubt(
    draft: &Draft,
    before: &[Draft],
    around: &Around,
    frame: &mut Frame,
    whom: &Whom,
) -> Option<Why> {
    // Of a sentence that goes on for ever the last ones count.
    const LAST: usize = 100;
    let skipped = before.len().saturating_sub(LAST);
    let clause = frame.clause.saturating_sub(skipped);
    let before = before.get(skipped..).unwrap_or_default();
    if whom.subject == Some(Subject::Total) && is_sum(draft, before, around) {
        return Some(Why::Months);
    }
    // “Steel-core stranded wire 15,500 t, Jiangsu 60%”: of one, or of all?
    if let (Some(last), Some(member)) = (before.last().and_then(|d| d.member), draft.member)
        && last.dimension != member.dimension
    {
        frame.part = true;
        return Some(Why::Subject);
    }
    if around.after.before_name && !whom.changed {
        return Some(Why::Subject);
    }
    if is_of_another_year(around, frame) || around.is_compared() {
        return Some(Why::Comparison);
    }
    // “同比600吨”: more or less than a year before?
    if draft.number.counted == Counted::Tonnes
        && draft.role == Role::Open
        && around.ends_in_comparison()
        && !draft.number.signed
    {
        return Some(Why::Kind);
    }
    // “拉美市场中，墨西哥占61%”: of what goes there.
    frame.regional |= around.has(|cue| cue == Cue::Region);
    if frame.regional && draft.role == Role::Share && !around.after.share {
        return Some(Why::Subject);
    }
    let of_share = before.last().is_some_and(|d| d.role == Role::Share && d.refused.is_none());
    let earlier_share = draft.then.is_some() && of_share && draft.number.counted == Counted::Percent;
    if draft.number.counted == Counted::Percent && !earlier_share && is_earlier(draft, around) {
        return Some(Why::Comparison);
    }
    // “Mexico (up 14.2%) and Portugal (up 3.9%) took 4,248 t”
    let several = before.first().is_some_and(|first| before.iter().any(|d| d.member != first.member));
    if !draft.bracket && !whom.changed && several && before.iter().all(|d| d.bracket) {
        return Some(Why::WhichOfSeveral);
    }
    // “Exports to Mexico, up 14.2%, and Portugal, up 3.9%, accounted for 19.9%”
    let moved = before.iter().all(|d| matches!(d.role, Role::Change(_)));
    if draft.role == Role::Share && !whom.changed && several && moved {
        return Some(Why::WhichOfSeveral);
    }
    let last = before.last();
    // “… against 23,000 t in September, of which steel-core stranded wire accounted for 67%”
    if around.has(|cue| cue == Cue::OfWhich) && last.is_some_and(|d| matches!(d.role, Role::Base(..))) {
        return Some(Why::Months);
    }
    if around.is_bare_bracket() && last.is_some_and(|d| d.number.counted == draft.number.counted) {
        return Some(Why::WhichOfSeveral);
    }
    let since = before.get(clause..).unwrap_or_default();
    if !whom.changed && may_be_of_several(draft, since, around) {
        return Some(Why::WhichOfSeveral);
    }
    is_of_moves(draft, since, around, frame).then_some(Why::Kind)
}

/// “36.6%，去年同期占47%”, “a year earlier exports rose 3% month on month”: of another month.
fn is_earlier(draft: &Draft, around: &Around) -> bool {
    let says = |wanted: fn(Cue) -> bool| {
        around.window.segment().iter().any(|t| matches!(t.kind, Kind::Cue(cue, _) if wanted(cue)))
    };
    let moved = says(|cue| matches!(cue, Cue::Mom | Cue::Yoy)) || !around.after.against.is_empty();
    let earlier = says(|cue| matches!(cue, Cue::MonthBefore | Cue::YearBefore));
    let compared = says(|cue| matches!(cue, Cue::Than | Cue::From | Cue::On));
    // “去年同期增长21%” is last year's growth.
    let chinese = around.window.segment().iter().any(|t| matches!(t.kind, Kind::Cue(Cue::YearBefore, true)));
    earlier && !compared && (moved || chinese || !matches!(draft.role, Role::Change(_)))
}

/// “January 23,500 t, February 15,300 t, in all 38,800 t”: of several months, unless a sum is said.
fn is_sum(draft: &Draft, before: &[Draft], around: &Around) -> bool {
    let months: Vec<_> = before.iter().filter_map(|d| d.months.clone().ok()).collect();
    let several = months.iter().any(|m| months.first() != Some(m));
    // “2024年4月，我国共出口19,600吨” sums nothing that was said.
    let told = before.is_empty()
        && around.window.own.iter().any(|t| matches!(t.kind, Kind::Cue(Cue::Together, true)));
    let summed = around.together() && !told || several && !around.says_when();
    let alone = around.has(|cue| cue == Cue::ThisMonth);
    summed
        && !alone
        && !around.says_sum()
        && !draft.number.signed
        && matches!(draft.role, Role::Open | Role::Level)
}

/// “Mexico 2,628 t and Portugal 1,619 t, or 19.9%”: of both, perhaps.
fn may_be_of_several(draft: &Draft, since: &[Draft], around: &Around) -> bool {
    let share = draft.role == Role::Share || draft.role == Role::Open && draft.apposed;
    let alone = around.count == 1 && !draft.bracket && draft.member.is_some();
    let has_share =
        |of: &Draft| since.iter().any(|d| d.member == of.member && d.number.counted == Counted::Percent);
    let without = |d: &Draft| d.is_quantity() && d.member != draft.member && !has_share(d);
    draft.number.counted == Counted::Percent && share && alone && since.iter().any(without)
}

/// “Australia gained 1,375 t, Cambodia 183 t”; “increases came from Australia (1,375 t)”.
fn is_of_moves(draft: &Draft, since: &[Draft], around: &Around, frame: &mut Frame) -> bool {
    let is_move = |k: &Kind| matches!(k, Kind::Cue(Cue::Up(_) | Cue::Down(_), _));
    let said = around.window.outer.iter().any(|t| is_move(&t.kind));
    frame.moves = draft.bracket && (said || frame.moves);
    let elided = !around.window.fresh
        && around.has_no_verb()
        && since.last().is_some_and(|d| {
            let has_quantity = since.iter().any(|other| other.is_quantity() && other.member == d.member);
            let moved = matches!(d.role, Role::Change(_)) && d.number.counted == Counted::Tonnes;
            moved && d.member != draft.member && !has_quantity
        });
    draft.number.counted == Counted::Tonnes && draft.role == Role::Open && (elided || frame.moves)
}

/// “比2023年同期” in a note on 2025.
fn is_of_another_year(around: &Around, frame: &Frame) -> bool {
    let Some(Ok((now, _))) = frame.months else { return false };
    around.window.own.windows(2).any(|pair| {
        let (Kind::Date(date), Kind::Cue(Cue::YearBefore, _)) = (&pair[0].kind, &pair[1].kind) else {
            return false;
        };
        let year = match date.year {
            Some(YearSaid::Of(year)) => year,
            Some(YearSaid::Ago(ago)) => now.year() - ago,
            None => return false,
        };
        date.month.is_none() && year != now.year() - 1
    })
}
