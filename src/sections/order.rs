//! Which members of a table are listed, and in which order.

use leptos::html;
use leptos::prelude::*;

use crate::browser;
use crate::parts::link::view_link;
use crate::state::Page;
use breakdown::Entry;
use model::{Answer, Member, sort_list};
use view::{Sort, SortBy};

/// How tables are ordered where a link says nothing.
const USUAL: Sort = Sort { by: SortBy::Quantity, is_reversed: false };

/// Whether a member's name in any language, or its code, has these letters, large or small.
pub fn is_called(member: &Member, asked: &str) -> bool {
    let has = |name: &String| {
        let mut parts = name.as_bytes().windows(asked.len());
        parts.any(|part| part.eq_ignore_ascii_case(asked.as_bytes()))
    };
    [&member.name.en, &member.name.zh, &member.code].into_iter().any(has)
}

/// A growth from less than this part of the total's base is one of samples.
const SAMPLE: f64 = 0.001;

/// The base from which growths are listed before those from smaller ones, tonnes, where a table is ordered by growth:
/// a thousandth of the base of the whole, to one digit.
pub fn least_base(sort: Sort, whole: &Entry) -> Option<f64> {
    let part = grown_from(sort, whole)?.as_ref().ok()?.value * SAMPLE;
    let digit = 10f64.powi(part.log10().floor() as i32);
    (part > 0.0 && digit > 0.0).then(|| (part / digit).round() * digit)
}

/// What an entry's growth, by which a table is ordered, is a growth of.
fn grown_from(sort: Sort, entry: &Entry) -> Option<&Answer> {
    match sort.by {
        SortBy::MonthPercent => Some(&entry.mom.previous),
        SortBy::YearPercent => Some(&entry.yoy.previous),
        _ => None,
    }
}

/// Whether an entry's growth is one from less than `least`.
pub fn is_sample(sort: Sort, entry: &Entry, least: Option<f64>) -> bool {
    let base = grown_from(sort, entry).and_then(|base| base.as_ref().ok());
    base.zip(least).is_some_and(|(base, least)| base.value < least)
}

/// Orders entries. Those without a figure come last, whichever way it goes, and before them growths from less than
/// `least`. Names are in the order of the language of that tag.
pub fn order<'a>(
    entries: &mut [&Entry],
    sort: Sort,
    least: Option<f64>,
    tag: &str,
    name: &impl Fn(&Entry) -> Option<&'a str>,
) {
    let figure = |entry: &Entry| {
        let recorded = entry.recorded.as_ref();
        let answer = match sort.by {
            SortBy::Name => return None,
            SortBy::Quantity => &entry.quantity,
            SortBy::MonthTonnes => &entry.mom.absolute,
            SortBy::MonthPercent => &entry.mom.percent,
            SortBy::YearTonnes => &entry.yoy.absolute,
            SortBy::YearPercent => &entry.yoy.percent,
            SortBy::Contribution => &recorded?.contribution,
            SortBy::Value => &recorded?.value,
            SortBy::UnitValue => &recorded?.unit_value,
        };
        answer.as_ref().ok().map(|figure| if sort.is_reversed { figure.value } else { -figure.value })
    };
    sort_list(entries, |a, b| match sort.by {
        SortBy::Name => {
            let order = browser::in_order(tag, name(a).unwrap_or_default(), name(b).unwrap_or_default());
            if sort.is_reversed { order.reverse() } else { order }
        }
        _ => match (figure(a), figure(b)) {
            (Some(x), Some(y)) => {
                is_sample(sort, a, least).cmp(&is_sample(sort, b, least)).then(x.total_cmp(&y))
            }
            (x, y) => x.is_none().cmp(&y.is_none()),
        },
    });
}

/// The head of a column: a link that orders the table by it, and the other way round where it is ordered so.
pub fn head(page: Page, class: &'static str, by: SortBy, text: String) -> AnyView {
    let now = page.view.with(|v| v.sort).unwrap_or(USUAL);
    let is_so = now.by == by;
    let next = Sort { by, is_reversed: is_so && !now.is_reversed };
    let view = page.with(|v| v.sort = Some(next).filter(|next| *next != USUAL));
    let is_descending = now.is_reversed == (by == SortBy::Name);
    let (order, arrow) = match (is_so, is_descending) {
        (false, _) => (None, ""),
        (true, true) => (Some("descending"), " ↓"),
        (true, false) => (Some("ascending"), " ↑"),
    };
    let mark = view! { <span aria-hidden="true">{arrow}</span> };
    html::th()
        .attr("scope", "col")
        .attr("role", "columnheader")
        .attr("class", Some(class).filter(|class| !class.is_empty()))
        .attr("aria-sort", order)
        .child(view_link(view, "sort", view! { {text}{mark} }.into_any()))
        .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::{Change, Figure, Missing, Unit};

    fn entry(base: f64, percent: Option<f64>) -> Entry {
        let exact = |value, unit| Ok(Figure::recorded(value, unit, 1));
        let change = Change {
            percent: percent.map_or(Err(Missing::ZeroBase), |value| exact(value, Unit::Percent)),
            previous: exact(base, Unit::Tonnes),
            ..Change::missing(Missing::NotApplicable)
        };
        Entry {
            members: Vec::new(),
            rank: Err(Missing::NotApplicable),
            streak: Err(Missing::NotApplicable),
            quantity: exact(1.0, Unit::Tonnes),
            share: Err(Missing::NotApplicable),
            mom: Change::missing(Missing::NotApplicable),
            yoy: change,
            recorded: None,
        }
    }

    #[test]
    fn growths_of_samples_come_after_the_others_and_those_without_a_base_last() {
        let whole = entry(18_671.6, Some(1.0));
        let entries =
            [entry(0.0, None), entry(0.2, Some(9_000.0)), entry(500.0, Some(-4.0)), entry(20.0, Some(50.0))];
        for (is_reversed, expected) in [(false, [3, 2, 1, 0]), (true, [2, 3, 1, 0])] {
            let sort = Sort { by: SortBy::YearPercent, is_reversed };
            let least = least_base(sort, &whole);
            assert_eq!(least, Some(20.0));
            let mut listed: Vec<&Entry> = entries.iter().collect();
            order(&mut listed, sort, least, "en", &|_| None);
            let places =
                listed.iter().map(|e| entries.iter().position(|other| std::ptr::eq(other, *e)).unwrap());
            assert_eq!(places.collect::<Vec<_>>(), expected);
        }
        assert_eq!(least_base(Sort { by: SortBy::Quantity, is_reversed: false }, &whole), None);
    }
}
