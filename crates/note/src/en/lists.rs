//! Products, destinations and registration locations in English.

use super::totals::moved;
use super::words::{inner, is_import, label, noun, ordinal, place, plural, s, separator, singular, verb};
use crate::digits::{Sign, Way, is_range, print, way};
use crate::fact::{Came, Listed};
use crate::line::Line;
use breakdown::{Entry, Presence};
use i18n::{ENGLISH, MonthWords, NameWords};
use model::Language;
use model::{Against, Change, Dimension, Figure, MemberId, Missing, Span};
use view::Length;
use view::{Section, View};

/// How many destinations there are, and how much the largest take.
pub(super) fn spread(line: &mut Line, members: &Figure, top_three: &Figure, before: Option<&Figure>) {
    let view = line.scribe.material.view(Section::Ranking(Dimension::Destination), Span::Month);
    let month = ENGLISH.month_in_text(line.scribe.material.period());
    let verb = if is_import(line) { "imports came from" } else { "exports went to" };
    line.words(&format!("{month}’s {verb} "));
    line.number(members, Sign::Kept, &view);
    line.words(&format!(" {}", plural(line, Dimension::Destination)));
    if let Some(before) = before {
        line.words(" (");
        line.number(before, Sign::Kept, &view);
        line.words(&format!(" in {})", ENGLISH.month_in_text(line.scribe.material.period().plus(-1))));
    }
    line.words("; the three largest together made up ");
    line.number(top_three, Sign::Kept, &view);
    line.words(" of the total.");
}

pub(super) fn list(line: &mut Line, listed: &Listed) {
    let Listed { dimension, of, in_full, briefly, .. } = listed;
    let view = line.scribe.material.view(Section::Ranking(*dimension), of.span);
    let products = matches!(dimension, Dimension::Product | Dimension::TradeMode);
    let many = plural(line, *dimension);
    if of.span == Span::Ytd {
        line.words(&match of.period.ends_year() {
            true => "Over the year, ".to_owned(),
            false => format!("In {}, ", ENGLISH.months_of(of.period)),
        });
    } else if products && !in_full.is_empty() {
        line.words(&format!("By {}, ", singular(line, *dimension)));
    }
    for (i, entry) in in_full.iter().enumerate() {
        let first = i == 0;
        let Some(member) = entry.member() else { continue };
        let mut name = line.scribe.name(member);
        match dimension {
            Dimension::Destination => name = place(&name, line.starts()),
            _ if products => name = inner(&name, line.starts()),
            _ => {}
        }
        match (first, products) {
            (true, false) if in_full.len() == 1 && of.ranking(*dimension).has_one_member() => {
                line.words(&format!("{name} was the only {}, with ", singular(line, *dimension)));
            }
            (true, false) if listed.led => {
                line.words(&format!("{name} ranked first"));
                streak(line, entry, &view);
                line.words(" with ");
            }
            (true, false) => {
                if in_full.len() > 1 {
                    let lead = if line.starts() { "Of the" } else { "of the" };
                    line.words(&format!("{lead} {many} listed, "));
                }
                line.words(&format!("{name} {} ", verb(line, *dimension)));
            }
            (false, false) if i == 1 && listed.in_order => {
                line.words(&format!(". Next came {name} with "));
            }
            (false, false) if i == 1 && listed.led => {
                line.words(&format!(". Of the other {many} listed, {name} {} ", verb(line, *dimension)));
            }
            (_, true) => line.words(&format!("{}{name} came to ", if first { "" } else { "; " })),
            (false, false) if listed.in_order => line.words(&format!("; {name} with ")),
            (false, false) => line.words(&format!("; {name} {} ", verb(line, *dimension))),
        }
        details(line, entry, listed, first, &view);
    }
    for (i, entry) in briefly.iter().enumerate() {
        let (Some(member), Ok(quantity)) = (entry.member(), &entry.quantity) else { continue };
        line.words(match i {
            0 => ". Also listed were ",
            _ if i + 1 == briefly.len() => " and ",
            _ => ", ",
        });
        line.words(&format!("{} (", place(&line.scribe.name(member), false)));
        line.number(quantity, Sign::Kept, &view);
        line.words(")");
    }
    if !in_full.is_empty() {
        line.words(".");
    }
    groups(line, listed, &view);
    if *dimension == Dimension::RegistrationLocation && line.scribe.length == Length::Full {
        line.words(if is_import(line) {
            " The province is where the importer is registered with customs, not necessarily where the goods are used."
        } else {
            " The province is where the exporter is registered with customs, not necessarily where the goods were made."
        });
    }
}

/// "2,628.738 t, 12.3% of the total, up 326.75 t (14.2%) MoM"
fn details(line: &mut Line, entry: &Entry, listed: &Listed, first: bool, view: &View) {
    let change = match listed.against {
        Against::MonthBefore => &entry.mom,
        Against::YearBefore => &entry.yoy,
    };
    let others = [&entry.share, &change.absolute, &change.percent];
    line.keep_for(others.into_iter().filter_map(|a| a.as_ref().ok()));
    if let Ok(quantity) = &entry.quantity {
        line.number(quantity, Sign::Kept, view);
    }
    line.keep_none();
    if let Ok(share) = &entry.share {
        let (before, after) = match (first, share.rests_on_aside() || line.ends_in_bracket()) {
            (true, _) => (", ", " of the total"),
            // No brackets in brackets, and none behind brackets.
            (false, true) => (", ", ""),
            (false, false) => (" (", ")"),
        };
        line.words(before);
        line.number(share, Sign::Kept, view);
        line.words(after);
    }
    let label = label(line, listed.against);
    let before = match listed.against {
        Against::MonthBefore => format!("in {}", ENGLISH.month_in_text(listed.of.period.plus(-1))),
        Against::YearBefore => "the year before".to_owned(),
    };
    let yearly = match listed.against {
        Against::MonthBefore => entry.yoy.percent.as_ref().ok(),
        Against::YearBefore => None,
    };
    changed(line, change, label, &before, view);
    if let Some(yearly) = yearly.filter(|_| listed.dimension == Dimension::Product) {
        let monthly = change.percent.as_ref().or(change.absolute.as_ref());
        let ways = monthly.map_or((Way::Level, Way::Unclear), |m| (way(m), way(yearly)));
        match ways {
            // "up 4% MoM and 40% YoY"
            (Way::Up, Way::Up) | (Way::Down, Way::Down) => {
                line.words(" and ");
                line.number(yearly, Sign::Dropped, view);
                line.words(" YoY");
            }
            (before, to) => {
                line.words(match (before, to) {
                    _ if monthly.is_err() => ", ",
                    (Way::Up, Way::Down) | (Way::Down, Way::Up) => " but ",
                    _ => " and ",
                });
                moved(line, yearly, "YoY", view);
            }
        }
    }
}

/// A growth beyond this is told by its two ends, percent.
const LARGE: f64 = 300.0;

/// ", up 326.75 t (14.2%) MoM"
fn changed(line: &mut Line, change: &Change, label: &str, before: &str, view: &View) {
    if change.percent == Err(Missing::ZeroBase) && change.previous.as_ref().is_ok_and(|p| p.value == 0.0) {
        let exact = change.previous.as_ref().is_ok_and(|p| p.bounds.high == 0.0);
        let word = if exact { "none" } else { "next to nothing" };
        return line.words(&format!(", after {word} {before}"));
    }
    if change.previous == Err(Missing::NotListedOrZero) {
        return line.words(&format!(", with none listed {before}"));
    }
    let Ok(absolute) = &change.absolute else {
        if let Ok(percent) = &change.percent {
            line.words(", ");
            moved(line, percent, label, view);
        }
        return;
    };
    let known = change.percent.as_ref().ok();
    // Where the tonnes are only a range and the percentage is not, it says more.
    if let Some(percent) = known
        && is_range(absolute)
        && !is_range(percent)
    {
        line.words(", ");
        return moved(line, percent, label, view);
    }
    line.words(", ");
    let sign = match way(absolute) {
        Way::Up => {
            line.words("up ");
            Sign::Dropped
        }
        Way::Down => {
            line.words("down ");
            Sign::Dropped
        }
        Way::Level => return line.words(&format!("unchanged {label}")),
        Way::Flat => return line.words(&format!("little changed {label}")),
        Way::Unclear => {
            line.words("with a change of ");
            Sign::Shown
        }
    };
    line.number(absolute, sign, view);
    match (known, &change.previous) {
        (Some(percent), Ok(previous)) if percent.value > LARGE => {
            line.words(&format!(" {label} from "));
            line.number(previous, Sign::Kept, view);
        }
        (Some(percent), _) => {
            // No brackets in brackets.
            let doubtful = percent.rests_on_aside() || line.ends_in_bracket();
            line.words(if doubtful { ", or " } else { " (" });
            line.number(percent, sign, view);
            line.words(&format!("{} {label}", if doubtful { "" } else { ")" }));
        }
        (None, _) => line.words(&format!(" {label}")),
    }
}

/// " for the second month in a row"
fn streak(line: &mut Line, entry: &Entry, view: &View) {
    let Ok(months) = &entry.streak else { return };
    if months.value < 2.0 {
        return;
    }
    let noun = noun(line.scribe.material.frequency());
    match months.bounds.high.is_infinite() {
        false => {
            line.words(" for the ");
            line.number_as(months, ordinal(months.value as usize), view);
            line.words(&format!(" {noun} in a row"));
        }
        true => {
            line.words(" for ");
            line.number_as(months, print(months, Language::English, Sign::Kept), view);
            line.words(&format!(" {noun}s in a row"));
        }
    }
}

/// Members that are printed only as a sum.
fn groups(line: &mut Line, listed: &Listed, view: &View) {
    let ranking = listed.of.ranking(listed.dimension);
    for group in &ranking.groups {
        let names: Vec<String> = group.members.iter().map(|m| line.scribe.name(*m)).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        if !line.starts() {
            line.words(" ");
        }
        line.words(&format!("{} together", ENGLISH.list(&names)));
        match (&group.quantity, &group.share) {
            (Ok(quantity), share) => {
                line.words(&format!(" {} ", verb(line, listed.dimension)));
                line.number(quantity, Sign::Kept, view);
                if let Ok(share) = share {
                    line.words(", ");
                    line.number(share, Sign::Kept, view);
                    line.words(" of the total");
                }
            }
            (Err(_), Ok(share)) => {
                line.words(" made up ");
                line.number(share, Sign::Kept, view);
                line.words(" of the total");
            }
            (Err(_), Err(_)) => line.words(" were listed"),
        }
        line.words(".");
    }
}

pub(super) fn entrants(line: &mut Line, came: &[Came], count: usize) {
    let view = line.scribe.material.view(Section::Ranking(Dimension::Destination), Span::Month);
    let more = count.saturating_sub(came.len());
    if let ([Came { member, presence, quantity }], 0) = (came, more) {
        line.words(&place(&line.scribe.name(*member), true));
        line.words(if matches!(presence, Presence::Returned(_)) {
            " returned with "
        } else {
            " was new with "
        });
        line.number(quantity, Sign::Kept, &view);
        line.words(&match (presence, line.scribe.material.coverage) {
            (Presence::Returned(_), _) => format!(" {}.", absence(line, *presence)),
            (_, Some((first, _))) => {
                format!(", the first time in data that begins in {}.", ENGLISH.month(first))
            }
            (_, None) => ".".to_owned(),
        });
        return;
    }
    line.words(&format!("New or returning {} were ", plural(line, Dimension::Destination)));
    for (i, Came { member, presence, quantity }) in came.iter().enumerate() {
        line.words(separator(i, came.len() + usize::from(more > 0), " and "));
        line.words(&format!("{} (", place(&line.scribe.name(*member), false)));
        line.number(quantity, Sign::Kept, &view);
        line.words(&format!(", {})", absence(line, *presence)));
    }
    if more > 0 {
        line.words(&format!(" and {more} smaller one{}", s(more)));
    }
    line.words(".");
    if let (true, Some((first, _))) = (came.iter().any(is_new), line.scribe.material.coverage) {
        line.words(&format!(
            " New means for the first time in data that begins in {}.",
            ENGLISH.month(first)
        ));
    }
}

fn is_new(came: &Came) -> bool {
    !matches!(came.presence, Presence::Returned(_))
}

/// "after two months without"
fn absence(line: &Line, presence: Presence) -> String {
    let noun = noun(line.scribe.material.frequency());
    match presence {
        Presence::Returned(1) => format!("after one {noun} without"),
        Presence::Returned(many) => format!("after {many} {noun}s without"),
        _ => "new".to_owned(),
    }
}

/// Destinations of the month before that have nothing now.
pub(super) fn lost(line: &mut Line, lost: &[(MemberId, Figure)], count: usize) {
    let view = line.scribe.material.view(Section::Ranking(Dimension::Destination), Span::Month);
    let month = ENGLISH.month_in_text(line.scribe.material.period().plus(-1));
    let more = count.saturating_sub(lost.len());
    line.words(if is_import(line) { "Nothing came from " } else { "Nothing was shipped to " });
    for (i, (member, had)) in lost.iter().enumerate() {
        line.words(separator(i, lost.len() + usize::from(more > 0), " or "));
        line.words(&format!("{} (", place(&line.scribe.name(*member), false)));
        line.number(had, Sign::Kept, &view);
        line.words(&if i == 0 { format!(" in {month})") } else { ")".to_owned() });
    }
    if more > 0 {
        let noun = match more {
            1 => singular(line, Dimension::Destination),
            _ => plural(line, Dimension::Destination),
        };
        line.words(&format!(" or {more} other {noun} of {month}"));
    }
    line.words(".");
}
