//! Members over time.

use breakdown::{Metric, history, places};
use chart::kinds::lines::{Lines, Positions, Series, Values};
use chart::kinds::multiples::Multiples;
use chart::{Datum, Hue, LeadsTo, Reading, Target, TargetLine, datum};
use i18n::{Words, look, member_name, plain};
use model::{Answer, Figure, MemberId, Missing, Period, Span, Unit, decimals_of_unit};
use records::Cube;
use view::CompareAs;

use crate::state::Shown;

/// Members over time.
pub struct Compared {
    /// The lines.
    pub lines: Lines,
    /// The month that is 100 in an index; `None` where none is known of all, and for what is no index.
    pub base: Option<Period>,
}

/// The members' months as lines; tonnes have so many digits after the point as in the table beside them.
pub fn compare(
    words: &dyn Words,
    shown: &Shown,
    chosen: Option<&Cube>,
    members: &[MemberId],
    (compare_as, decimals): (CompareAs, usize),
    months: &[Period],
    period: Period,
) -> Compared {
    let metric = match compare_as {
        CompareAs::Share => Metric::Share,
        CompareAs::Value => Metric::Value,
        CompareAs::UnitValue => Metric::UnitValue,
        CompareAs::Quantity | CompareAs::Index | CompareAs::Rank => Metric::Quantity,
    };
    let history_of = |member: &MemberId| {
        let months = months.iter().copied();
        match compare_as {
            CompareAs::Rank => places(&shown.dataset, chosen, *member, months),
            _ => history(&shown.dataset, chosen, Some(*member), metric, Span::Month, months),
        }
    };
    let figures: Vec<Vec<Answer>> = members.iter().map(history_of).collect();
    let base = (compare_as == CompareAs::Index).then(|| common_base(&figures)).flatten();
    let series = |(place, (member, answers)): (usize, (&MemberId, &Vec<Answer>))| {
        let drawn = |answer: &Answer| match compare_as {
            CompareAs::Quantity => datum(words, answer, look::UNIT.to(decimals)),
            CompareAs::Share => datum(words, answer, look::UNIT.to(decimals_of_unit(Unit::Percent))),
            // Who may be anywhere has no place.
            CompareAs::Rank if answer.as_ref().is_ok_and(|rank| rank.bounds.high.is_infinite()) => {
                Err(words.place_is_open().to_owned())
            }
            CompareAs::Value | CompareAs::UnitValue | CompareAs::Rank => datum(words, answer, look::UNIT),
            CompareAs::Index => index(words, answer, base.and_then(|month| answers.get(month))),
        };
        let data = answers.iter().map(drawn).collect();
        let name = member_name(words, shown.catalogue(), *member).to_owned();
        Series { name, hue: Hue::Member(compared_slot(shown, members, place)), is_faint: false, data }
    };
    let lines = Lines {
        unit: match (compare_as, shown.currency()) {
            (CompareAs::Share, _) => words.unit(Unit::Percent),
            (CompareAs::Value, Some(currency)) => words.unit(Unit::Money(currency)),
            (CompareAs::UnitValue, Some(currency)) => words.unit(Unit::PerTonne(currency)),
            (CompareAs::Index | CompareAs::Rank, _) => "",
            _ => words.unit(shown.dataset.subject().unit),
        },
        values: match compare_as {
            CompareAs::Rank => Values::Ranks,
            CompareAs::Index | CompareAs::UnitValue => Values::AsTheyAre,
            CompareAs::Quantity | CompareAs::Share | CompareAs::Value => Values::FromZero,
        },
        positions: Positions::Months(months.to_vec()),
        series: members.iter().zip(&figures).enumerate().map(series).collect(),
        chosen: months.iter().position(|m| *m == period),
        titles: months.iter().map(|m| words.month(*m)).collect(),
    };
    Compared { lines, base: base.and_then(|place| months.get(place).copied()) }
}

/// The same lines, each in a picture of its own. Its target tells the chosen month, the one before it and that of the
/// year before.
pub fn each_alone(words: &dyn Words, lines: Lines, members: &[MemberId], months: &[Period]) -> Multiples {
    let chosen = lines.chosen.unwrap_or(months.len().saturating_sub(1));
    let year = records::frequency_of(months).in_a_year();
    let mut back = vec![0, 1, usize::try_from(year).unwrap_or(1)];
    back.dedup();
    let told: Vec<usize> = back.into_iter().filter_map(|back| chosen.checked_sub(back)).collect();
    let target = |member: &MemberId, series: &Series| {
        let line = |place: &usize| {
            let value = series.data.get(*place)?.as_ref().map_or_else(Clone::clone, |r| r.text.clone());
            Some(TargetLine { paint: None, name: words.month(*months.get(*place)?), value })
        };
        let lines = told.iter().filter_map(line).collect();
        Target { to: LeadsTo::Member(*member), title: series.name.clone(), lines }
    };
    let alone = members.iter().zip(lines.series).map(|(member, series)| {
        let target = target(member, &series);
        (series, target)
    });
    Multiples { unit: lines.unit, members: alone.collect(), chosen: lines.chosen }
}

/// The colour of a member among those that are compared: its own; the next free one where a member before it has the
/// same.
pub fn compared_slot(shown: &Shown, members: &[MemberId], place: usize) -> usize {
    let mut taken: Vec<usize> = Vec::new();
    for member in members.iter().take(place + 1) {
        let own = shown.colours.slot(*member);
        let free = (0..chart::COLOURS).map(|step| (own + step) % chart::COLOURS).find(|s| !taken.contains(s));
        taken.push(free.unwrap_or(own));
    }
    taken.last().copied().unwrap_or(0)
}

/// The first month of which every member's figure is known as a whole and not zero.
fn common_base(members: &[Vec<Answer>]) -> Option<usize> {
    let months = members.iter().map(Vec::len).max()?;
    let is_known = |answers: &Vec<Answer>, month: usize| {
        let is_whole = |figure: &Figure| figure.bounds.low > 0.0 && !figure.is_incomplete();
        answers.get(month).is_some_and(|answer| answer.as_ref().is_ok_and(is_whole))
    };
    (0..months).find(|month| members.iter().all(|answers| is_known(answers, *month)))
}

/// A figure as a part of that of the base month, which is 100, with the bounds that both leave.
fn index(words: &dyn Words, figure: &Answer, base: Option<&Answer>) -> Datum {
    let Some(Ok(base)) = base else { return Err(words.no_index_base().to_owned()) };
    let figure = figure.as_ref().map_err(|missing| words.reason(*missing).to_owned())?;
    if figure.is_incomplete() {
        return Err(words.reason(Missing::Incomplete).to_owned());
    }
    let of_base = |part: f64, whole: f64| part / whole * 100.0;
    let value = of_base(figure.value, base.value);
    // A figure over itself is exactly 100.
    let (low, high) = match figure == base {
        true => (value, value),
        false => (of_base(figure.bounds.low, base.bounds.high), of_base(figure.bounds.high, base.bounds.low)),
    };
    let [least, most] = [low, high].map(|end| plain(end, 0, false));
    let text = if least == most { least } else { words.range(&least, &most, false) };
    Ok(Reading { value, low, high, is_computed: figure.is_computed() || base.is_computed(), text })
}
