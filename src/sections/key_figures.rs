//! The headline: the month in a sentence, and its figures.

use leptos::prelude::*;

use crate::parts::link::view_link;
use crate::parts::live::live;
use crate::parts::number::{answer, missing_as, month, number, truncated};
use crate::parts::value::value_tiles;
use crate::state::Page;
use crate::state::Shown;
use breakdown::Breakdown;
use i18n::{Fragment, look};
use model::{Answer, Change, Flow, Missing, Period, Span};
use view::Section;

#[component]
pub fn Headline(page: Page) -> impl IntoView {
    live(move || {
        let shown = page.shown.get()?;
        let breakdown = page.breakdown.get()?;
        let words = page.words();
        let sentence = words.headline(shown.catalogue(), &breakdown, &page.scope());
        let sentence = sentence.into_iter().map(|f| fragment(page, f));
        Some(view! { <p class="sentence">{sentence.collect_view()}</p> }.into_any())
    })
}

#[component]
pub fn KeyFigures(page: Page) -> impl IntoView {
    live(move || {
        let shown = page.shown.get()?;
        let breakdown = page.breakdown.get()?;
        let words = page.words();
        Some(view! {
            <section class="headline" aria-labelledby="headline-title">
                <h2 id="headline-title" class="hidden">{words.headline_title()}</h2>
                {tiles(page, &shown, &breakdown)}
                {value_tiles(page, &breakdown)}
                <p class="caveat">
                    {view_link(page.with(|v| v.section = Section::Note), "", words.to_summary().into_any())}
                    {" · "}
                    {view_link(page.with(|v| v.section = Section::CheckNote), "", words.to_fact_check().into_any())}
                </p>
            </section>
        }.into_any())
    })
}

fn fragment(page: Page, fragment: Fragment) -> AnyView {
    match fragment {
        Fragment::Text(text) => text.into_any(),
        Fragment::Number(figure, look) => number(page, &figure, look, page.words().in_headline().to_owned()),
        Fragment::Month(period, text) => month(period, text),
    }
}

fn tiles(page: Page, shown: &Shown, breakdown: &Breakdown) -> AnyView {
    let words = page.words();
    let flow = shown.catalogue().flow;
    let period = breakdown.period;
    let (total, ytd) = (&breakdown.total, &breakdown.ytd);
    let this = words.month(period);
    let to_date = words.span(period, Span::Ytd);
    let before_it = words.span(period.plus(-12), Span::Ytd);
    let [quantity_in, end] = words.quantity_in(flow, &page.scope());
    let label = words.change_of_label(&to_date, &before_it);
    view! {
        <dl class="tiles">
            <div class="tile">
                <dt>{quantity_in} {month(period, this.clone())} {end}</dt>
                <dd class="big">{answer(page, &total.quantity, look::UNIT, words.quantity_label(flow, &this))}</dd>
                {total.quantity.as_ref().ok().and_then(|figure| truncated(page, figure)).map(|text| view! { <dd class="detail before">{text}</dd> }.into_any())}
            </div>
            {change_tile(page, flow, &total.mom, period.plus(-1))}
            {change_tile(page, flow, &total.yoy, period.plus(-12))}
            <div class="tile">
                <dt>{words.year_to_date(period)} {month(period, to_date.clone())}</dt>
                <dd class="big">{answer(page, &ytd.quantity, look::UNIT, words.quantity_label(flow, &to_date))}</dd>
                <dd class="detail">{detail(page, flow, &ytd.yoy, &ytd.yoy.percent, label, (period.plus(-12), before_it))}</dd>
            </div>
        </dl>
    }
    .into_any()
}

fn change_tile(page: Page, flow: Flow, change: &Change, base: Period) -> AnyView {
    let words = page.words();
    let name = words.month(base);
    let [versus, end] = words.versus();
    let label = words.change_label(&name);
    view! {
        <div class="tile">
            <dt>{versus} {month(base, name.clone())} {end}</dt>
            <dd class="big">{answer(page, &change.percent, look::CHANGE_UNIT, label.clone())}</dd>
            <dd class="detail">{detail(page, flow, change, &change.absolute, label, (base, name))}</dd>
        </div>
    }
    .into_any()
}

/// "−1,200 t from 22,500 t in March 2025", or that there is nothing to compare with.
fn detail(
    page: Page,
    flow: Flow,
    change: &Change,
    told: &Answer,
    label: String,
    (base, name): (Period, String),
) -> AnyView {
    let words = page.words();
    let previous_label = words.quantity_label(flow, &name);
    // One mark is enough of what is missing for one reason.
    match (told, &change.previous) {
        (Err(_), Err(Missing::ZeroBase)) => {
            return missing_as(page, Missing::ZeroBase, previous_label, words.no_base());
        }
        (Err(_), Err(missing)) => return answer(page, &Err(*missing), look::UNIT, previous_label),
        _ => {}
    }
    let told = answer(page, told, look::CHANGE_UNIT, label);
    let previous = answer(page, &change.previous, look::UNIT, previous_label);
    let [from, within, end] = words.base_in();
    view! { {told} <span class="before">{from} {previous} {within} {month(base, name)} {end}</span> }
        .into_any()
}
