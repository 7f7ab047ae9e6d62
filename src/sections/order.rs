//! Which members of a table are listed, and in which order.

use leptos::html;
use leptos::prelude::*;

use crate::parts::link::view_link;
use crate::state::Page;
use breakdown::Entry;
use model::{Member, sort_list};
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

/// Orders entries. Those without a figure come last, whichever way it goes.
pub fn order<'a>(entries: &mut [&Entry], sort: Sort, name: &impl Fn(&Entry) -> Option<&'a str>) {
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
        SortBy::Name if sort.is_reversed => name(b).cmp(&name(a)),
        SortBy::Name => name(a).cmp(&name(b)),
        _ => match (figure(a), figure(b)) {
            (Some(a), Some(b)) => a.total_cmp(&b),
            (a, b) => a.is_none().cmp(&b.is_none()),
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
