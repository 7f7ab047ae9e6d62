//! Unit values, of which only records tell.

use leptos::prelude::*;

use crate::charts::{price_and_volume, unit_values};
use crate::parts::drawing::{Chart, drawn, width};
use crate::parts::live::live_later;
use crate::parts::number::{answer, with_text};
use crate::parts::section::{foot, section};
use crate::state::{Page, Shown};
use breakdown::{Between, Breakdown, Point, unit_value_change};
use chart::Size;
use i18n::look;
use model::{Dimension, Missing, Period, Unit};
use records::Cube;
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
        let Some(currency) = shown.currency() else {
            // Of records without weights, and who asks for nothing else, is told why.
            let subject = shown.dataset.subject();
            let has_weights = subject.unit == Unit::Tonnes;
            let is_told = !has_weights || page.view.with(|v| v.section) == Section::Prices;
            let title = words.section(Section::Prices, subject).into_any();
            let why = view! { <p class="empty">{words.no_unit_values(has_weights)}</p> }.into_any();
            return is_told.then(|| section("prices", "prices", title, ().into_any(), why));
        };
        let (series, chosen) = (page.series.get(), page.chosen.get());
        let width = width(page);
        let size = Size { width, height: HEIGHT };
        let (over_time, cut) = over_time(page, &shown, chosen.as_deref(), &series, breakdown.period, size)?;
        let by_member = price_and_volume(words, &shown, &breakdown, Dimension::Destination, currency);
        let [trend, against] = words.price_headings(flow);
        let months = words.span(breakdown.period, breakdown.span);
        let heading = format!("{against} · {months}");
        let size = Size { width, height: HEIGHT_DOTS };
        let by_member = Chart::new(Section::Prices, heading.clone(), size, move |size| by_member.draw(size));
        let finding = on_year_before(page, &shown, chosen.as_deref(), &breakdown);
        let body = view! {
            <p class="caveat">{words.unit_value_caveat()}</p>
            <h3>{trend}</h3>
            {finding}
            {cut}
            {drawn(page, over_time)}
            <h3>{heading}</h3>
            <p class="caveat">{words.of_one_tonne_or_more()}</p>
            {drawn(page, by_member)}
            {foot(page, &shown, Section::Prices)}
        };
        let title = words.section(Section::Prices, shown.dataset.subject()).into_any();
        Some(section("prices", "prices", title, ().into_any(), body.into_any()))
    })
}

/// The unit value of all by month, and a sentence where its axis is cut; `None` where no month has one.
pub fn over_time(
    page: Page,
    shown: &Shown,
    chosen: Option<&Cube>,
    series: &[Point],
    period: Period,
    size: Size,
) -> Option<(Chart, Option<AnyView>)> {
    let words = page.words();
    let months: Vec<Period> = series.iter().map(|point| point.period).collect();
    let lines = unit_values(words, shown, chosen, shown.currency()?, &months, period);
    let cut = lines.is_cut().then(|| view! { <p class="caveat">{words.axis_is_cut()}</p> }.into_any());
    let [name, _] = words.price_headings(shown.catalogue().flow);
    Some((Chart::new(Section::Prices, name, size, move |size| lines.draw(words, size)), cut))
}

/// The unit value and that of a year before in a sentence, which says why where one is not known.
fn on_year_before(page: Page, shown: &Shown, chosen: Option<&Cube>, breakdown: &Breakdown) -> AnyView {
    let words = page.words();
    let Breakdown { period, span, .. } = *breakdown;
    let between = Between { base: period.plus_years(-1), period, span };
    let Some((now, change)) = unit_value_change(&shown.dataset, chosen, between) else {
        return ().into_any();
    };
    let [months, before] = [between.period, between.base].map(|period| words.span(period, span));
    let why = |missing: &Missing| words.name_and_code("", words.reason(*missing));
    let [lead, year_before, changed, end] = words.unit_value_then_and_now(&months, &before);
    let told = |figure: &model::Answer, months: &str, behind: &str| {
        let reason = figure.as_ref().err().map(why).unwrap_or_default();
        let number = answer(page, figure, look::UNIT, words.unit_value_of(months));
        with_text(number, &(reason + behind))
    };
    let (behind, changed) = match change.percent.is_ok() {
        true => {
            let label = words.member_change_label(words.unit_value(), &before);
            (changed, Some(with_text(answer(page, &change.percent, look::CHANGE_UNIT, label), &end)))
        }
        false => (end, None),
    };
    view! {
        <p class="finding">
            {lead}{told(&now, &months, &year_before)}{told(&change.previous, &before, &behind)}{changed}
        </p>
    }
    .into_any()
}
