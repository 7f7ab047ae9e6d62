//! The rules: what of a month is worth saying. Each is a function from the material to a fact, or to
//! the reason why there is none.

use super::fact::{Came, Drivers, Fact, Listed};
use super::material::Material;
use super::rule::{NOTABLE_POINTS, NOTABLE_SHARE, RECORD, RUN, Reason, Rule};
use breakdown::Dataset;
use breakdown::{Breakdown, Entry, NoExtreme, NoRun, Presence, Ranking, contribution, extreme, run};
use model::{Against, Answer, Dimension, Figure, Frequency, MemberId, Missing, Span, sort_list};
use view::Length;

type Found<'a> = Result<Fact<'a>, Reason>;

/// Members that a list tells of in full, and further ones with their quantity alone.
const SHORT_LIST: (usize, usize) = (3, 0);
const FULL_LIST: (usize, usize) = (5, 5);
/// Names that a sentence on drivers, newcomers or leavers has, each way.
const NAMED: usize = 3;

/// What one rule says of the material.
pub fn choose<'a>(rule: Rule, material: &'a Material, length: Length) -> Found<'a> {
    let in_short = Rule::ALL.iter().any(|(_, r, _, short)| *r == rule && *short);
    if length == Length::Short && !in_short {
        return Err(Reason::Short);
    }
    let month = &material.month;
    match rule {
        Rule::Total => Ok(match &month.total.quantity {
            Ok(_) => Fact::Total,
            Err(missing) => Fact::Unknown(*missing),
        }),
        Rule::JanuaryFebruary => january_february(material),
        Rule::YearToDate => year_to_date(material),
        Rule::Value => value(material),
        Rule::MonthlyRun => run_of(material, Against::MonthBefore),
        Rule::YearlyRun => run_of(material, Against::YearBefore),
        Rule::Extreme => record(material),
        Rule::Products => listed(material, Dimension::Product, length),
        Rule::ProductsOfYear => products_of_year(material),
        Rule::TradeModes => listed(material, Dimension::TradeMode, Length::Short),
        Rule::Destinations => listed(material, Dimension::Destination, length),
        Rule::Spread => spread(material),
        Rule::Entrants => entrants(material),
        Rule::Lost => lost(material),
        Rule::RegistrationLocations => listed(material, Dimension::RegistrationLocation, length),
        Rule::ProductDrivers => drivers(material, Dimension::Product),
        Rule::DestinationDrivers => drivers(material, Dimension::Destination),
        Rule::LocationDrivers => drivers(material, Dimension::RegistrationLocation),
        Rule::ValueDrivers => value_drivers(material),
        Rule::LunarNewYear => lunar_new_year(material),
        // Counted by the writer, who knows which figures the note has.
        Rule::Contradictions => Err(Reason::NothingContradicts),
    }
}

fn known(answer: &Answer) -> Result<&Figure, Reason> {
    answer.as_ref().map_err(|missing| Reason::Missing(*missing))
}

fn january_february<'a>(material: &'a Material) -> Found<'a> {
    if !material.is_february() {
        return Err(Reason::OtherMonths);
    }
    known(&material.ytd.ytd.quantity)?;
    match material.tells_two_months() {
        true => Ok(Fact::JanuaryFebruary),
        false => Err(Reason::SaidAlready),
    }
}

fn year_to_date<'a>(material: &'a Material) -> Found<'a> {
    match material.period().in_year() {
        1 => Err(Reason::SaidAlready),
        _ if material.is_february() && material.ytd.ytd.quantity.is_ok() => Err(Reason::SaidAlready),
        _ => known(&material.month.ytd.quantity).map(|_| Fact::YearToDate),
    }
}

fn value<'a>(material: &'a Material) -> Found<'a> {
    let total = &material.month.total;
    let recorded = total.recorded.as_ref().ok_or(Reason::OnlyRecordsTell)?;
    match &recorded.value {
        Ok(value) if value.value > 0.0 => Ok(Fact::Value(total)),
        Ok(_) => Err(Reason::Nobody),
        Err(Missing::NotApplicable) if material.is_by_value() => Err(Reason::SaidAlready),
        Err(Missing::NotApplicable) => Err(Reason::NoValues),
        Err(missing) => Err(Reason::Missing(*missing)),
    }
}

fn run_of<'a>(material: &'a Material, against: Against) -> Found<'a> {
    let period = material.period();
    if !Against::of(period.frequency(), Span::Month).contains(&against) {
        return Err(Reason::SaidAlready);
    }
    let run = run(&material.series, period, against).map_err(|none| match none {
        NoRun::Unknown(month) => Reason::UnknownMonth(month),
        NoRun::Unclear => Reason::Unclear(against.before(period)),
        NoRun::Level => Reason::NoChange,
    })?;
    let turned = run.turned_after.as_ref().is_some_and(|m| m.bounds.low >= RUN) && run.months.value == 1.0;
    let before = match against {
        Against::MonthBefore => None,
        Against::YearBefore => match run_of(material, Against::MonthBefore) {
            Ok(Fact::Run { run, .. }) if run.months.value >= RUN => Some(run.direction),
            _ => None,
        },
    };
    match run.months.bounds.low >= RUN || turned {
        true => Ok(Fact::Run { run, against, before }),
        false if run.months.bounds.high.is_infinite() => Err(Reason::OpenRow),
        false => Err(Reason::ShortRow(run.months.value as usize)),
    }
}

fn record<'a>(material: &'a Material) -> Found<'a> {
    let found = extreme(&material.series, material.period()).map_err(|none| match none {
        NoExtreme::Unknown(month) => Reason::UnknownMonth(month),
        NoExtreme::Unclear(month) => Reason::Unclear(month),
    })?;
    match found.months >= RECORD {
        true => Ok(Fact::Extreme(found)),
        false => Err(Reason::NoRecord(found.months)),
    }
}

/// The members that have something, with as many details as the length has room for.
fn listed<'a>(material: &'a Material, dimension: Dimension, length: Length) -> Found<'a> {
    let (of, against) = material.broken_down(dimension);
    listed_of(material, of, dimension, against, length)
}

fn listed_of<'a>(
    material: &'a Material,
    of: &'a Breakdown,
    dimension: Dimension,
    against: Against,
    length: Length,
) -> Found<'a> {
    if material.catalogue.members(dimension).is_empty() {
        return Err(Reason::NotToldApart);
    }
    // The one product is the total.
    if dimension == Dimension::Product && material.catalogue.members(dimension).len() == 1 {
        return Err(Reason::SaidAlready);
    }
    let ranking = of.ranking(dimension);
    let (full, more) = if length == Length::Short { SHORT_LIST } else { FULL_LIST };
    // What articles print is chosen already; records have everything, and five is enough.
    let more = if material.dataset.is_recorded() { 0 } else { more };
    let mut entries = ranking.entries.iter().filter(|e| has_something(e));
    let in_full: Vec<&Entry> = entries.by_ref().take(full).collect();
    let briefly: Vec<&Entry> = entries.take(more).collect();
    let missing = || of.whole.quantity.as_ref().err().copied().unwrap_or(Missing::NotPublished);
    if in_full.is_empty() && ranking.groups.is_empty() {
        return Err(Reason::Missing(missing()));
    }
    let led = in_full.first().is_some_and(|e| e.rank.as_ref().is_ok_and(|r| r.bounds.high == 1.0));
    // Each place is certain, and nobody stands between two of them.
    let is_next = |(i, entry): (usize, &&Entry)| {
        let certain = entry.rank.as_ref().ok().filter(|rank| rank.bounds.width() == 0.0);
        certain.is_some_and(|rank| rank.value <= (i + 1) as f64)
    };
    let in_order = in_full.iter().enumerate().all(is_next);
    Ok(Fact::Listed(Listed { dimension, of, against, in_full, briefly, led, in_order }))
}

fn has_something(entry: &Entry) -> bool {
    entry.quantity.as_ref().is_ok_and(|q| q.value > 0.0)
}

fn products_of_year<'a>(material: &'a Material) -> Found<'a> {
    match material.period() {
        period if !period.ends_year() => return Err(Reason::OtherMonths),
        // The products of a year are told as such.
        period if period.first_of_year() == period => return Err(Reason::SaidAlready),
        _ => {}
    }
    listed_of(material, &material.ytd, Dimension::Product, Against::YearBefore, Length::Full)
}

fn spread<'a>(material: &'a Material) -> Found<'a> {
    let count = |ranking: &Ranking| ranking.concentration.as_ref().map(|c| c.members.clone());
    let concentration = material.month.ranking(Dimension::Destination).concentration.as_ref();
    let concentration = concentration.ok_or(match material.dataset {
        Dataset::Published(_) => Reason::OnlyRecordsTell,
        Dataset::Recorded(_) => Reason::NotToldApart,
    })?;
    let members = known(&concentration.members)?;
    if members.value <= 3.0 {
        return Err(Reason::SaidAlready);
    }
    Ok(Fact::Spread {
        members: members.clone(),
        top_three: known(&concentration.top_three)?.clone(),
        before: count(material.before.ranking(Dimension::Destination)).and_then(Result::ok),
    })
}

/// Part of the month's total, percent.
fn share_of(quantity: &Figure, total: &Answer) -> f64 {
    total.as_ref().map_or(0.0, |t| if t.value > 0.0 { quantity.value / t.value * 100.0 } else { 0.0 })
}

type Present<'a> = (&'a Entry, MemberId, Presence);

fn presences<'a>(material: &'a Material) -> Result<impl Iterator<Item = Present<'a>>, Reason> {
    if !material.dataset.is_recorded() {
        return Err(Reason::OnlyRecordsTell);
    }
    // Where the month before is not covered everybody would seem new.
    known(&material.before.total.quantity)?;
    let entries = material.month.ranking(Dimension::Destination).entries.iter();
    Ok(entries.filter_map(|e| Some((e, e.member()?, e.recorded.as_ref()?.presence))))
}

fn entrants<'a>(material: &'a Material) -> Found<'a> {
    let came = |p: Presence| matches!(p, Presence::New | Presence::Returned(_));
    let mut found = Vec::new();
    for (entry, member, presence) in presences(material)?.filter(|(.., p)| came(*p)) {
        if let Ok(quantity) = &entry.quantity {
            found.push(Came { member, presence, quantity: quantity.clone() });
        }
    }
    let count = found.len();
    found.retain(|c| share_of(&c.quantity, &material.month.total.quantity) >= NOTABLE_SHARE);
    found.truncate(NAMED);
    if found.is_empty() { Err(Reason::Nobody) } else { Ok(Fact::Entrants(found, count)) }
}

fn lost<'a>(material: &'a Material) -> Found<'a> {
    let mut found = Vec::new();
    for (entry, member, _) in presences(material)?.filter(|(.., p)| *p == Presence::Lost) {
        if let Ok(had) = &entry.mom.previous {
            found.push((member, had.clone()));
        }
    }
    let count = found.len();
    sort_list(&mut found, |(_, a), (_, b)| b.value.total_cmp(&a.value));
    found.retain(|(_, had)| share_of(had, &material.before.total.quantity) >= NOTABLE_SHARE);
    found.truncate(NAMED);
    if found.is_empty() { Err(Reason::Nobody) } else { Ok(Fact::Lost(found, count)) }
}

fn drivers<'a>(material: &'a Material, dimension: Dimension) -> Found<'a> {
    if material.catalogue.members(dimension).is_empty() {
        return Err(Reason::NotToldApart);
    }
    let (of, against) = material.broken_down(dimension);
    let ranking = of.ranking(dimension);
    let whole = &ranking.whole;
    let change = match against {
        Against::MonthBefore => &whole.mom.absolute,
        Against::YearBefore => &whole.yoy.absolute,
    };
    let change = known(change)?;
    let up = match change.bounds {
        b if b.low > 0.0 => true,
        b if b.high < 0.0 => false,
        b if b.width() == 0.0 => return Err(Reason::NoChange),
        _ => return Err(Reason::Unclear(of.period)),
    };
    let part = |e: &Entry| Some((e.member()?, contribution(e, whole, against).ok()?));
    let all: Vec<(MemberId, Figure)> = ranking.entries.iter().filter_map(part).collect();
    let mut parts = all.clone();
    // What may have gone either way drove nothing.
    parts.retain(|(_, p)| p.bounds.low >= NOTABLE_POINTS || p.bounds.high <= -NOTABLE_POINTS);
    sort_list(&mut parts, |(_, a), (_, b)| b.value.abs().total_cmp(&a.value.abs()));
    let (mut with, mut counter): (Vec<_>, Vec<_>) =
        parts.into_iter().partition(|(_, p)| (p.value > 0.0) == up);
    if with.len() + counter.len() < 2 {
        return Err(Reason::NoContributions);
    }
    with.truncate(NAMED);
    counter.truncate(NAMED - 1);
    let all_known = ranking.complete
        && all.len() == ranking.entries.len()
        && did_most(&with, up, &all)
        && did_most(&counter, !up, &all);
    Ok(Fact::Drivers(Drivers { dimension, against, up, with, counter, all_known }))
}

/// Whether nobody but those who are named may have done as much in a direction as one of them.
fn did_most(named: &[(MemberId, Figure)], up: bool, all: &[(MemberId, Figure)]) -> bool {
    let least = |p: &Figure| if up { p.bounds.low } else { -p.bounds.high };
    let most = |p: &Figure| if up { p.bounds.high } else { -p.bounds.low };
    let others = || all.iter().filter(|(member, _)| !named.iter().any(|(other, _)| other == member));
    named.iter().all(|(_, p)| others().all(|(_, other)| most(other) <= least(p)))
}

fn value_drivers<'a>(material: &'a Material) -> Found<'a> {
    let total = &material.month.total;
    let recorded = total.recorded.as_ref().ok_or(Reason::OnlyRecordsTell)?;
    if recorded.value == Err(Missing::NotApplicable) {
        return Err(if material.is_by_value() { Reason::NoWeights } else { Reason::NoValues });
    }
    known(&recorded.value_change.absolute)?;
    known(&recorded.volume_effect)?;
    known(&recorded.price_effect)?;
    Ok(Fact::ValueDrivers(total))
}

fn lunar_new_year<'a>(material: &'a Material) -> Found<'a> {
    let period = material.period();
    match (material.catalogue.has_lunar_new_year(), period.in_year()) {
        (false, _) => Err(Reason::NoLunarNewYear),
        (true, 1 | 2) if period.frequency() == Frequency::Monthly => {
            known(&material.month.total.quantity).map(|_| Fact::LunarNewYear)
        }
        (true, _) => Err(Reason::OtherMonths),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::{Basis, Interval, MemberIndex, Rule as Reckoning, Unit};

    fn points(index: usize, low: f64, high: f64) -> (MemberId, Figure) {
        let figure = Figure {
            bounds: Interval::new(low, high).unwrap(),
            basis: Basis::Derived(Reckoning::PartOfChange, Vec::new()),
            ..Figure::recorded(low + (high - low) / 2.0, Unit::Points, 1)
        };
        (MemberId { dimension: Dimension::Destination, index: MemberIndex::new(index).unwrap() }, figure)
    }

    #[test]
    fn most_is_said_only_where_nobody_else_may_have_done_more() {
        let named = [points(0, 5.0, 9.0), points(1, 4.5, 5.0)];
        let with = |other| [&named[..], &[other]].concat();
        // 4 at most is less than 4.5 at least; 4.6 may be more.
        assert!(did_most(&named, true, &with(points(2, 2.0, 4.0))));
        assert!(!did_most(&named, true, &with(points(2, -3.0, 4.6))));
        // The same for what held it back, with the signs turned.
        let held = [points(0, -9.0, -5.0)];
        assert!(did_most(&held, false, &[held[0].clone(), points(1, -4.0, -1.0)]));
        assert!(!did_most(&held, false, &[held[0].clone(), points(1, -6.0, 1.0)]));
        // Whoever went the other way is no rival.
        assert!(did_most(&held, false, &[held[0].clone(), points(1, 7.0, 8.0)]));
    }
}
