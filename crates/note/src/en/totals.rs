//! Totals and their changes in English.

use super::words::{codes, exports, is_import, label, noun, of_goods, reason, scope_of, some, subject};
use crate::digits::{Sign, Way, is_small, way};
use crate::line::Line;
use crate::rule::Reason;
use breakdown::{Direction, Entry, Extreme, Run, Since};
use i18n::{ENGLISH, MonthWords, capitalised};
use model::{Against, Change, Figure, Missing, Span};
use view::Length;
use view::{Section, View};

/// The headline; that of a February is of the two months together.
pub fn title(line: &mut Line) {
    let material = line.scribe.material;
    let (subject, month) = (subject(line), ENGLISH.month(material.period()));
    let both = material.tells_two_months();
    let (entry, change, against, span) = match both {
        true => (&material.ytd.ytd, &material.ytd.ytd.yoy, Against::YearBefore, Span::Ytd),
        false => (&material.month.total, &material.month.total.mom, Against::MonthBefore, Span::Month),
    };
    // Two months stand before their numbers: behind them they might be read as one.
    let (first, last) = match both {
        true => (format!(" in {}", told_months(line)), String::new()),
        false => (String::new(), format!(" in {month}")),
    };
    let (label, view) = (label(line, against), material.view(Section::Overview, span));
    match &entry.quantity {
        Err(_) => line.words(&format!("{subject} in {month}: no total is known")),
        Ok(q) if q.bounds.high == 0.0 => {
            let goods = of_goods(&material.catalogue.commodity.en);
            line.words(&format!("No {}{goods}{} in {month}", exports(line), scope_of(line)));
        }
        Ok(quantity) => {
            line.words(&format!("{subject}{first} "));
            match change.percent.as_ref().map(|p| (p, way(p))) {
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
            line.words(&last);
        }
    }
}

/// "April 2025"; of a February that is told with its January "January–February 2025".
fn told_months(line: &Line) -> String {
    let material = line.scribe.material;
    let period = material.period();
    match material.tells_two_months() {
        true => format!("{} {}", ENGLISH.months_of(period), period.year()),
        false => ENGLISH.month(period),
    }
}

/// "China exported 21,300 t of wire (HS 7614) in April 2025"
fn traded(line: &mut Line, quantity: &Figure, view: &View) {
    let catalogue = line.scribe.material.catalogue;
    line.words(&match catalogue.reporter.en.is_empty() {
        true => format!("{} came to ", capitalised(exports(line))),
        false => format!("{} {} ", catalogue.reporter.en, verb(line)),
    });
    line.number(quantity, Sign::Kept, view);
    let (goods, more) = (of_goods(&catalogue.commodity.en), codes(line) + &scope_of(line));
    line.words(&format!("{goods}{more} in {}", told_months(line)));
}

fn verb(line: &Line) -> &'static str {
    if is_import(line) { "imported" } else { "exported" }
}

pub(super) fn total(line: &mut Line) {
    let material = line.scribe.material;
    let catalogue = material.catalogue;
    let (period, total) = (material.period(), &material.month.total);
    let view = material.view(Section::Overview, Span::Month);
    let Ok(quantity) = &total.quantity else { return };
    if quantity.bounds.high == 0.0 {
        let (verb, reporter) = (verb(line), &catalogue.reporter.en);
        let more = codes(line) + &scope_of(line);
        let month = ENGLISH.month(period);
        line.words(&match (reporter.is_empty(), catalogue.commodity.en.as_str()) {
            (true, goods) => format!("No {}{}{more} in {month}", exports(line), of_goods(goods)),
            (false, "") => format!("{reporter} {verb} nothing{more} in {month}"),
            (false, goods) => format!("{reporter} {verb} no {goods}{more} in {month}"),
        });
        if let Ok(previous) = total.mom.previous.as_ref().map_err(|_| ()).and_then(some) {
            line.words(", after ");
            line.number(previous, Sign::Kept, &view);
            line.words(&format!(" in {}", ENGLISH.month_in_text(period.plus(-1))));
        }
        line.words(".");
        return;
    }
    if material.tells_two_months() {
        return each_month(line, quantity);
    }
    traded(line, quantity, &view);
    both_changes(line, total, &view);
    line.words(".");
}

/// "February’s figure was 15,300 t, down 34.9% MoM; January’s was 23,500 t, up 4.5% YoY."
fn each_month(line: &mut Line, february: &Figure) {
    let material = line.scribe.material;
    let view = material.view(Section::Overview, Span::Month);
    line.words("February’s figure was ");
    line.number(february, Sign::Kept, &view);
    both_changes(line, &material.month.total, &view);
    if let Ok(january) = &material.before.total.quantity {
        let view = View { period: Some(material.period().plus(-1)), ..view };
        line.words("; January’s figure was ");
        line.number(january, Sign::Kept, &view);
        both_changes(line, &material.before.total, &view);
    }
    line.words(".");
}

/// That there is no total.
pub(super) fn unknown(line: &mut Line, missing: Missing) {
    let (noun, scope) = (exports(line), scope_of(line));
    let month = ENGLISH.month(line.scribe.material.period());
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
        // January's figure stands beside February's.
        let told = *against == Against::MonthBefore && line.scribe.material.tells_two_months();
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
        Way::Unclear if is_small(change) => {
            line.words(&format!("little changed {label} ("));
            line.number(change, Sign::Shown, view);
            return line.words(")");
        }
        Way::Unclear => ("with a change of ", Sign::Shown),
    };
    line.words(word);
    line.number(change, sign, view);
    line.words(&format!(" {label}"));
}

/// January and February together.
pub(super) fn january_february(line: &mut Line) {
    let material = line.scribe.material;
    let both = &material.ytd.ytd;
    let Ok(quantity) = &both.quantity else { return };
    let view = material.view(Section::Overview, Span::Ytd);
    line.keep_for(both.yoy.percent.iter());
    traded(line, quantity, &view);
    line.keep_none();
    on_a_year_before(line, &both.yoy, &view);
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
            line.words(&format!("Cumulative {} in {} totalled ", exports(line), ENGLISH.months_of(period)))
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
        let month = ENGLISH.month_in_text(line.scribe.material.period());
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

pub(super) fn row(line: &mut Line, run: &Run, against: Against, before: Option<Direction>) {
    let view = line.scribe.material.view(Section::Trend, Span::Month);
    let up = run.direction == Direction::Up;
    let month = noun(line.scribe.material.frequency());
    let label = label(line, against);
    let noun = capitalised(exports(line));
    let turned = run.turned_after.as_ref().filter(|_| run.months.value == 1.0);
    // Behind a sentence on February and January "it" might be either.
    let it = if line.scribe.material.tells_two_months() { "February’s" } else { "It" };
    match turned {
        Some(before) => {
            let (rise, falls) = if up { ("rise", "falls") } else { ("fall", "rises") };
            line.words(&format!("{it} was the first {label} {rise} after "));
            line.number(before, Sign::Kept, &view);
            // What is not told to be on the year is on the month.
            let of = if against == Against::YearBefore { format!("{label} ") } else { String::new() };
            line.words(&format!(" {month}s of {of}{falls}."));
        }
        None => {
            let have = match before {
                None => format!("{noun} have"),
                Some(direction) if direction == run.direction => "They have also".to_owned(),
                Some(_) => "They have".to_owned(),
            };
            line.words(&format!("{have} {} {label} for ", if up { "risen" } else { "fallen" }));
            line.number(&run.months, Sign::Kept, &view);
            line.words(&format!(" {month}s in a row."));
        }
    }
}

pub(super) fn record(line: &mut Line, extreme: &Extreme) {
    let month = ENGLISH.month_in_text(line.scribe.material.period());
    let noun = noun(line.scribe.material.frequency());
    let word = if extreme.highest { "highest" } else { "lowest" };
    line.words(&match extreme.since {
        Since::Month(since) => format!("{month} was the {word} {noun} since {}.", ENGLISH.month(since)),
        Since::Beginning(first) => {
            format!("{month} was the {word} {noun} in data that begins in {}.", ENGLISH.month(first))
        }
    });
}
