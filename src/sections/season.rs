//! Months of all years side by side.

use leptos::prelude::*;

use crate::charts::season;
use crate::parts::drawing::{drawn, width};
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
        if subject.frequency != Frequency::Monthly {
            let why = view! { <p class="empty">{words.no_season(subject.frequency)}</p> }.into_any();
            return Some(section("season", "season", title, ().into_any(), why));
        }
        let (series, chosen) = (page.series.get(), page.chosen.get());
        let heat = season(words, &shown, chosen.as_deref(), &series, page.period.get()?);
        // One year has no other beside it.
        if heat.rows.len() < 2 {
            return None;
        }
        let sums_several = page.span.get() != Span::Month;
        let body = view! {
            <p class="caveat">{words.season_caveat()}{sums_several.then(|| words.single_months(subject.frequency))}</p>
            {drawn(page, &words.season_said(subject), &heat.draw(width(page)))}
            {foot(page, &shown, Section::Season)}
        };
        Some(section("season", "season", title, ().into_any(), body.into_any()))
    })
}
