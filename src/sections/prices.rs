//! Unit values, of which only records tell.

use leptos::prelude::*;

use crate::charts::{price_and_volume, unit_values};
use crate::parts::drawing::{drawn, width};
use crate::parts::live::live_later;
use crate::parts::section::{foot, section};
use crate::state::Page;
use chart::Size;
use model::{Dimension, Period};
use view::Section;

/// The pictures' heights, pixels.
const HEIGHT: f64 = 220.0;
const HEIGHT_DOTS: f64 = 360.0;

#[component]
pub fn PricesSection(page: Page) -> impl IntoView {
    live_later(page, move || {
        let shown = page.shown.get()?;
        let breakdown = page.breakdown.get()?;
        let words = page.words();
        let flow = shown.catalogue().flow;
        // Nobody knows the prices of published figures, nor of records without values.
        let currency = shown.dataset.sums()?.whole.currency?;
        let (series, chosen) = (page.series.get(), page.chosen.get());
        let months: Vec<Period> = series.iter().map(|p| p.period).collect();
        let width = width(page);
        let over_time = unit_values(words, &shown, chosen.as_deref(), currency, &months, breakdown.period);
        let cut =
            over_time.is_cut().then(|| view! { <p class="caveat">{words.axis_is_cut()}</p> }.into_any());
        let over_time = over_time.draw(words, Size { width, height: HEIGHT });
        let by_member = price_and_volume(words, &shown, &breakdown, Dimension::Destination, currency)
            .draw(Size { width, height: HEIGHT_DOTS });
        let [trend, against] = words.price_headings(flow);
        let body = view! {
            <p class="caveat">{words.unit_value_caveat()}</p>
            <h3>{trend}</h3>
            {cut}
            {drawn(page, trend, &over_time)}
            <h3>{against}" · "{words.span(breakdown.period, breakdown.span)}</h3>
            <p class="caveat">{words.of_one_tonne_or_more()}</p>
            {drawn(page, against, &by_member)}
            {foot(page, &shown, Section::Prices)}
        };
        let title = words.section(Section::Prices, flow).into_any();
        Some(section("prices", "prices", title, ().into_any(), body.into_any()))
    })
}
