//! Months of all years side by side.

use leptos::prelude::*;

use crate::charts::season;
use crate::parts::drawing::{Chart, drawn, width};
use crate::parts::live::live_later;
use crate::parts::section::{foot, section};
use crate::state::Page;
use model::{Frequency, Span};
use view::Section;

#[component]
pub fn SeasonSection(page: Page) -> impl IntoView {
    live_later(page, move || {
        let shown = page.shown.get()?;
        let words = page.words();
        let subject = shown.dataset.subject();
        let title = words.section(Section::Season, subject).into_any();
        let nothing = |title: AnyView| {
            let why = view! { <p class="empty">{words.no_season(subject.frequency)}</p> }.into_any();
            section("season", "season", title, ().into_any(), why)
        };
        if subject.frequency != Frequency::Monthly {
            return Some(nothing(title));
        }
        let (series, chosen) = (page.series.get(), page.chosen.get());
        let heat = season(words, &shown, chosen.as_deref(), &series, page.period.get()?);
        // One year has no other beside it. Among other sections nothing is missed.
        if heat.rows.len() < 2 {
            let is_asked_for = page.view.with(|v| v.section) == Section::Season;
            return is_asked_for.then(|| nothing(title));
        }
        let sums_several = page.span.get() != Span::Month;
        let said = words.season_said(subject);
        let chart = Chart::of_width(Section::Season, said, width(page), move |width| heat.draw(width));
        let body = view! {
            <p class="caveat">{words.season_caveat(subject.unit)}{sums_several.then(|| words.single_months(subject.frequency))}</p>
            {drawn(page, chart)}
            {foot(page, &shown, Section::Season)}
        };
        Some(section("season", "season", title, ().into_any(), body.into_any()))
    })
}
