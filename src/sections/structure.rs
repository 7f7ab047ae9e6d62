//! The months of a ranking, cut into its largest members.

use leptos::prelude::*;

use crate::charts::{around, structure, window};
use crate::parts::drawing::{Chart, drawn, width};
use crate::parts::switch::{Choice, switch};
use crate::state::{Page, Shown};
use breakdown::{Breakdown, Entry, Point};
use chart::Size;
use i18n::Words;
use model::{Dimension, MemberId, Span};
use records::Cube;
use view::{CompareAs, Section};

/// Members with a part of their own, and the picture's height, pixels.
const PARTS: usize = 6;
const HEIGHT: f64 = 280.0;

/// The chart; `None` where there is only one member.
pub fn chart(
    words: &'static dyn Words,
    shown: &Shown,
    chosen: Option<&Cube>,
    series: &[Point],
    (breakdown, dimension): (&Breakdown, Dimension),
    // Whether it is of shares, and the digits after the point that tonnes have.
    how: (bool, usize),
    size: Size,
) -> Option<Chart> {
    let entries = &breakdown.ranking(dimension).entries;
    let members: Vec<MemberId> = entries.iter().filter_map(Entry::member).take(PARTS).collect();
    if members.len() < 2 {
        return None;
    }
    let points = around(series, breakdown.period, window(size.width));
    let stacked = structure(words, shown, chosen, &members, how, points);
    let draw = move |size| stacked.draw(words, size);
    Some(Chart::new(Section::Ranking(dimension), words.structure_title(), size, draw))
}

/// The months as columns, in tonnes or shares, with a choice between the two; nothing where there is only one member.
pub fn over_time(
    page: Page,
    shown: &Shown,
    breakdown: &Breakdown,
    dimension: Dimension,
    // Digits after the point that tonnes have in the table.
    decimals: usize,
) -> AnyView {
    let words = page.words();
    let is_share = page.view.with(|v| v.compare_as == CompareAs::Share);
    let (series, chosen) = (page.series.get(), page.chosen.get());
    let size = Size { width: width(page), height: HEIGHT };
    let of = (breakdown, dimension);
    let Some(chart) = chart(words, shown, chosen.as_deref(), &series, of, (is_share, decimals), size) else {
        return ().into_any();
    };
    let choices = [CompareAs::Quantity, CompareAs::Share].map(|to| Choice {
        view: page.with(|v| v.compare_as = to),
        is_shown: (to == CompareAs::Share) == is_share,
        name: words.compare_as(to, page.subject().unit).into(),
    });
    view! {
        <h3>{words.structure_title()}</h3>
        {(breakdown.span != Span::Month).then(|| view! { <p class="caveat">{words.single_months(page.subject().frequency)}</p> }.into_any())}
        {switch(words.compare_switch(), choices.into_iter())}
        {drawn(page, chart)}
    }
    .into_any()
}
