//! Members over time, beside the table in which they were chosen.

use leptos::prelude::*;

use crate::charts::{Compared, compare, each_alone};
use crate::parts::download::download;
use crate::parts::drawing::{Chart, drawn, width};
use crate::parts::link::view_link;
use crate::parts::switch::{Choice, switch};
use crate::state::{Page, Shown};
use breakdown::{Metric, Point, history};
use chart::Size;
use i18n::member_name;
use model::{Dimension, MemberId, Period, Span};
use records::Cube;
use view::{CompareAs, Panels, Section, resolve_compared};

/// The picture's height, pixels.
const HEIGHT: f64 = 280.0;
/// More lines than these are hard to tell apart.
const MOST_TOGETHER: usize = 5;

/// The comparison of the members of a dimension; nothing where none is chosen.
pub fn comparison(
    page: Page,
    shown: &Shown,
    dimension: Dimension,
    period: Period,
    // Digits after the point that tonnes have in the table.
    decimals: usize,
) -> AnyView {
    let members: Vec<MemberId> = page.view.with(|v| resolve_compared(v, shown.catalogue()).0);
    let members: Vec<MemberId> = members.into_iter().filter(|m| m.dimension == dimension).collect();
    if members.is_empty() {
        return ().into_any();
    }
    let words = page.words();
    let (compare_as, panels) = page.view.with(|v| (v.compare_as, v.panels));
    let has_values = shown.currency().is_some();
    let is_offered = |as_what: CompareAs| has_values || !as_what.needs_values();
    let compare_as = if is_offered(compare_as) { compare_as } else { CompareAs::Quantity };
    let (series, chosen) = (page.series.get(), page.chosen.get());
    let months = known_months(shown, chosen.as_deref(), &members, &series);
    let Compared { lines, base } =
        compare(words, shown, chosen.as_deref(), &members, (compare_as, decimals), &months, period);
    let names: Vec<String> =
        members.iter().map(|m| member_name(words, shown.catalogue(), *m).to_owned()).collect();
    let title = words.compare_title(&names);
    // Places are told by how lines cross.
    let has_panels = compare_as != CompareAs::Rank && members.len() > 1;
    let by_count = if members.len() > MOST_TOGETHER { Panels::Each } else { Panels::One };
    let panels = if has_panels { panels.unwrap_or(by_count) } else { Panels::One };
    let is_cut = panels == Panels::One && lines.is_cut();
    let width = width(page);
    let of = Section::Ranking(dimension);
    let chart = match panels {
        Panels::One => {
            Chart::new(of, title.clone(), Size { width, height: HEIGHT }, move |size| lines.draw(words, size))
        }
        Panels::Each => {
            let each = each_alone(words, lines, &members, &months);
            Chart::of_width(of, title.clone(), width, move |width| each.draw(width))
        }
    };
    let offered = CompareAs::NAMES.into_iter().map(|(_, to)| to).filter(|to| is_offered(*to));
    let choices = offered.map(|to| Choice {
        view: page.with(|v| v.compare_as = to),
        is_shown: to == compare_as,
        name: words.compare_as(to, shown.dataset.subject().unit).into(),
    });
    let ways = has_panels.then(|| {
        let choices = Panels::NAMES.into_iter().map(|(_, to)| Choice {
            view: page.with(|v| v.panels = Some(to).filter(|to| *to != by_count)),
            is_shown: to == panels,
            name: words.panels(to).into(),
        });
        switch(words.panels_switch(), choices)
    });
    let none = page.with(|v| v.compare.retain(|code| code.dimension != dimension));
    let only = shown.dataset.is_recorded().then(|| {
        let only = page.with(|v| {
            let compared = v.compare.iter().filter(|code| code.dimension == dimension);
            v.chosen[dimension] = compared.map(|code| code.code.clone()).collect();
            v.compare.retain(|code| code.dimension != dimension);
        });
        view_link(only, "more", words.filter_to_these().into_any())
    });
    let base = base.map(|base| words.index_base(base));
    let cut = is_cut.then(|| words.axis_is_cut());
    let places = (compare_as == CompareAs::Rank)
        .then(|| words.place_caveat(shown.dataset.is_recorded(), shown.dataset.subject().unit));
    let has_note = base.is_some() || cut.is_some() || places.is_some();
    let note = has_note.then(|| view! { <p class="caveat">{base}{cut}{places}</p> }.into_any());
    view! {
        <div class="comparison" tabindex="-1">
            <h3>{title.clone()}</h3>
            {switch(words.compare_switch(), choices)}
            {ways}
            {note}
            {drawn(page, chart)}
            <div class="after foot">
                <p>{view_link(none, "more", words.compare_none().into_any())}" "{only}</p>
                {download(page, Section::Ranking(dimension), true)}
            </div>
        </div>
    }
    .into_any()
}

/// The months from the first to the last of which anything is known of any of the members.
fn known_months(shown: &Shown, chosen: Option<&Cube>, members: &[MemberId], series: &[Point]) -> Vec<Period> {
    let months: Vec<Period> = series.iter().map(|p| p.period).collect();
    let known: Vec<bool> = members.iter().fold(vec![false; months.len()], |known, member| {
        let of = Some(*member);
        let answers =
            history(&shown.dataset, chosen, of, Metric::Quantity, Span::Month, months.iter().copied());
        known.into_iter().zip(answers).map(|(known, answer)| known || answer.is_ok()).collect()
    });
    let first = known.iter().position(|known| *known).unwrap_or(0);
    let last = known.iter().rposition(|known| *known).unwrap_or(0);
    months.get(first..=last).unwrap_or(&months).to_vec()
}
