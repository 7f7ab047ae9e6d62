//! Totals and their changes in English.

use super::words::{codes, exports, is_import, label, noun, possessive, reason, scope_of, some};
use crate::digits::{Sign, Way, way};
use crate::line::Line;
use crate::rule::Reason;
use breakdown::{Direction, Entry, Extreme, Run, Since};
use i18n::{English, MonthWords, capitalised};
use model::{Against, Change, Figure, Missing, Span};
use view::Length;
use view::{Section, View};

/// The headline.
pub fn title(line: &mut Line) {
    let material = line.scribe.material;
    let noun = exports(line);
    let (reporter, commodity) = (&material.catalogue.reporter.en, &material.catalogue.commodity.en);
    let of_whom = if reporter.is_empty() { String::new() } else { possessive(reporter) };
    // "China’s wire exports", "Wire exports", "Exports"
    let said = [&of_whom, commodity.as_str(), noun].into_iter().filter(|word| !word.is_empty());
    let subject = capitalised(&said.collect::<Vec<_>>().join(" "));
    let (scope, month) = (scope_of(line), English.month(material.period()));
    let total = &material.month.total;
    let view = material.view(Section::Overview, Span::Month);
    match &total.quantity {
        Err(_) => line.words(&format!("{subject}{scope} in {month}: no total is known")),
        Ok(q) if q.bounds.high == 0.0 => {
            line.words(&format!("No {noun}{}{scope} in {month}", of_goods(commodity)));
        }
        Ok(quantity) => {
            line.words(&format!("{subject}{scope} "));
            let label = label(line, Against::MonthBefore);
            match total.mom.percent.as_ref().map(|p| (p, way(p))) {
                Ok((percent, to @ (Way::Up | Way::Down))) => {
                    line.words(if to == Way::Up { "rose " } else { "fell " });
                    line.number(percent, Sign::Dropped, &view);
                    line.words(&format!(" {label} to "));
                }
                Ok((_, Way::Level)) => line.words(&format!("were unchanged {label} at ")),
                Ok((_, Way::Flat)) => line.words(&format!("were little changed {label} at ")),
                _ => line.words("came to "),
            }
            line.number(quantity, Sign::Kept, &view);
            line.words(&format!(" in {month}"));
        }
    }
}

pub(super) fn total(line: &mut Line) {
    let material = line.scribe.material;
    let catalogue = material.catalogue;
    let (period, total) = (material.period(), &material.month.total);
    let view = material.view(Section::Overview, Span::Month);
    let verb = if is_import(line) { "imported" } else { "exported" };
    let reporter = &catalogue.reporter.en;
    let more = codes(line) + &scope_of(line);
    let Ok(quantity) = &total.quantity else { return };
    if quantity.bounds.high == 0.0 {
        let month = English.month(period);
        line.words(&match (reporter.is_empty(), catalogue.commodity.en.as_str()) {
            (true, goods) => format!("No {}{}{more} in {month}", exports(line), of_goods(goods)),
            (false, "") => format!("{reporter} {verb} nothing{more} in {month}"),
            (false, goods) => format!("{reporter} {verb} no {goods}{more} in {month}"),
        });
        if let Ok(previous) = total.mom.previous.as_ref().map_err(|_| ()).and_then(some) {
            line.words(", after ");
            line.number(previous, Sign::Kept, &view);
            line.words(&format!(" in {}", English.month_in_text(period.plus(-1))));
        }
        line.words(".");
        return;
    }
    line.words(&match reporter.is_empty() {
        true => format!("{} came to ", capitalised(exports(line))),
        false => format!("{reporter} {verb} "),
    });
    line.number(quantity, Sign::Kept, &view);
    line.words(&format!("{}{more} in {}", of_goods(&catalogue.commodity.en), English.month(period)));
    both_changes(line, total, &view);
    line.words(".");
}

/// " of wire"; nothing for goods without a name.
fn of_goods(commodity: &str) -> String {
    if commodity.is_empty() { String::new() } else { format!(" of {commodity}") }
}

/// That there is no total.
pub(super) fn unknown(line: &mut Line, missing: Missing) {
    let (noun, scope) = (exports(line), scope_of(line));
    let month = English.month(line.scribe.material.period());
    line.words(&format!(
        "The total of {noun}{scope} in {month} is not known. {}",
        reason(Reason::Missing(missing), line.scribe.material.frequency())
    ));
}

/// ", down 5.3% MoM (from 22,500 t) but up 8.43% YoY"
fn both_changes(line: &mut Line, entry: &Entry, view: &View) {
    let known = [(&entry.mom, Against::MonthBefore), (&entry.yoy, Against::YearBefore)];
    let known: Vec<(&Figure, &Change, Against)> =
        known.iter().filter_map(|(c, a)| Some((c.percent.as_ref().ok()?, *c, *a))).collect();
    for (i, (percent, change, against)) in known.iter().enumerate() {
        let opposite = known.first().is_some_and(|(first, ..)| {
            matches!((way(first), way(percent)), (Way::Up, Way::Down) | (Way::Down, Way::Up))
        });
        line.words(match (i, opposite) {
            (0, _) => ", ",
            (_, true) => " but ",
            (_, false) => " and ",
        });
        let label = label(line, *against);
        match known.first() {
            // "up 17.8% MoM and 31.2% YoY"
            Some((first, ..)) if i > 0 && way(first) == way(percent) && is_move(percent) => {
                line.number(percent, Sign::Dropped, view);
                line.words(&format!(" {label}"));
            }
            _ => moved(line, percent, label, view),
        }
        // In February the sentence on January has it.
        let told = *against == Against::MonthBefore && line.scribe.material.is_february();
        if let (Ok(previous), true) = (&change.previous, line.scribe.length == Length::Full && !told)
            && is_move(percent)
        {
            line.words(" (from ");
            line.number(previous, Sign::Kept, view);
            line.words(")");
        }
    }
}

fn is_move(change: &Figure) -> bool {
    matches!(way(change), Way::Up | Way::Down)
}

/// "up 5.3% MoM", "unchanged MoM"
pub(super) fn moved(line: &mut Line, change: &Figure, label: &str, view: &View) {
    let (word, sign) = match way(change) {
        Way::Up => ("up ", Sign::Dropped),
        Way::Down => ("down ", Sign::Dropped),
        Way::Level => return line.words(&format!("unchanged {label}")),
        Way::Flat => return line.words(&format!("little changed {label}")),
        Way::Unclear => ("with a change of ", Sign::Shown),
    };
    line.words(word);
    line.number(change, sign, view);
    line.words(&format!(" {label}"));
}

pub(super) fn january_february(line: &mut Line) {
    let material = line.scribe.material;
    let (january, ytd) = (&material.before.total, &material.ytd.ytd);
    let Ok(quantity) = &ytd.quantity else { return };
    let view = material.view(Section::Overview, Span::Ytd);
    match &january.quantity {
        Ok(alone) => {
            let view = View {
                period: Some(material.period().plus(-1)),
                ..material.view(Section::Overview, Span::Month)
            };
            line.words("January’s figure was ");
            line.number(alone, Sign::Kept, &view);
            both_changes(line, january, &view);
            line.words("; the two months together came to ");
        }
        Err(_) => line.words("January and February together came to "),
    }
    line.keep_for(ytd.yoy.percent.iter());
    line.number(quantity, Sign::Kept, &view);
    line.keep_none();
    on_a_year_before(line, &ytd.yoy, &view);
    line.words(".");
}

pub(super) fn year_to_date(line: &mut Line) {
    let material = line.scribe.material;
    let period = material.period();
    let ytd = &material.month.ytd;
    let Ok(quantity) = &ytd.quantity else { return };
    let view = material.view(Section::Overview, Span::Ytd);
    match period.ends_year() {
        true => line.words(&format!("In {} as a whole, {} totalled ", period.year(), exports(line))),
        false => {
            line.words(&format!("Cumulative {} in {} totalled ", exports(line), English.months_of(period)))
        }
    }
    line.keep_for(ytd.yoy.percent.iter());
    line.number(quantity, Sign::Kept, &view);
    line.keep_none();
    on_a_year_before(line, &ytd.yoy, &view);
    line.words(".");
}

/// ", up 16.08% from 71,400 t in the same period of 2024"
fn on_a_year_before(line: &mut Line, yoy: &Change, view: &View) {
    let period = line.scribe.material.period();
    let base = match period.ends_year() {
        true => format!(" in {}", period.year() - 1),
        false => format!(" in the same period of {}", period.year() - 1),
    };
    match (&yoy.percent, &yoy.previous) {
        (Ok(percent), Ok(previous)) if matches!(way(percent), Way::Up | Way::Down) => {
            line.words(if way(percent) == Way::Up { ", up " } else { ", down " });
            line.number(percent, Sign::Dropped, view);
            line.words(" from ");
            line.number(previous, Sign::Kept, view);
            line.words(&base);
        }
        (Ok(percent), _) => {
            line.words(", ");
            moved(line, percent, "YoY", view);
        }
        (Err(_), Ok(previous)) => {
            line.words(", against ");
            line.number(previous, Sign::Kept, view);
            line.words(&base);
        }
        (Err(_), Err(_)) => {}
    }
}

pub(super) fn value(line: &mut Line, entry: &Entry) {
    let view = line.scribe.material.view(Section::Overview, Span::Month);
    let Some(recorded) = &entry.recorded else { return };
    if let Ok(value) = &recorded.value {
        let month = English.month_in_text(line.scribe.material.period());
        line.words(&format!("{month}’s {} were worth ", exports(line)));
        line.number(value, Sign::Kept, &view);
    }
    if let Ok(percent) = &recorded.value_change.percent {
        line.words(", ");
        moved(line, percent, label(line, Against::MonthBefore), &view);
    }
    if let Ok(price) = &recorded.unit_value {
        line.words(", at an average of ");
        line.number(price, Sign::Kept, &view);
    }
    line.words(".");
}

pub(super) fn row(line: &mut Line, run: &Run, against: Against) {
    let view = line.scribe.material.view(Section::Trend, Span::Month);
    let up = run.direction == Direction::Up;
    let month = noun(line.scribe.material.frequency());
    let label = label(line, against);
    let noun = capitalised(exports(line));
    let turned = run.turned_after.as_ref().filter(|_| run.months.value == 1.0);
    match turned {
        Some(before) => {
            let (rise, falls) = if up { ("rise", "falls") } else { ("fall", "rises") };
            line.words(&format!("It was the first {label} {rise} after "));
            line.number(before, Sign::Kept, &view);
            // What is not told to be on the year is on the month.
            let of = if against == Against::YearBefore { format!("{label} ") } else { String::new() };
            line.words(&format!(" {month}s of {of}{falls}."));
        }
        None => {
            line.words(&format!("{noun} have {} {label} for ", if up { "risen" } else { "fallen" }));
            line.number(&run.months, Sign::Kept, &view);
            line.words(&format!(" {month}s in a row."));
        }
    }
}

pub(super) fn record(line: &mut Line, extreme: &Extreme) {
    let month = English.month_in_text(line.scribe.material.period());
    let noun = noun(line.scribe.material.frequency());
    let word = if extreme.highest { "highest" } else { "lowest" };
    line.words(&match extreme.since {
        Since::Month(since) => format!("{month} was the {word} {noun} since {}.", English.month(since)),
        Since::Beginning(first) => {
            format!("{month} was the {word} {noun} in data that begins in {}.", English.month(first))
        }
    });
}
