//! The headline: the month in a sentence, and its figures.

use leptos::prelude::*;

use crate::parts::link::view_link;
use crate::parts::number::{answer, month, number};
use crate::parts::value::value_tiles;
use crate::state::Page;
use crate::state::Shown;
use breakdown::Breakdown;
use i18n::english::{Fragment, headline, look, month_name, months_of};
use model::{Answer, Flow, Period};
use view::Section;

#[component]
pub fn KeyFigures(page: Page) -> impl IntoView {
    move || {
        let shown = page.shown.get()?;
        let breakdown = page.breakdown.get()?;
        let sentence =
            headline(shown.catalogue(), &breakdown, &page.scope()).into_iter().map(|f| fragment(page, f));
        Some(view! {
            <section class="headline" aria-labelledby="headline-title">
                <h2 id="headline-title" class="hidden">"Headline"</h2>
                <p class="sentence">{sentence.collect_view()}</p>
                <p class="caveat">
                    {view_link(page.with(|v| v.section = Section::Note), "", "Read the month as a note".into_any())}
                    {" · "}
                    {view_link(page.with(|v| v.section = Section::CheckNote), "", "Check a note that somebody wrote".into_any())}
                </p>
                {tiles(page, &shown, &breakdown)}
                {value_tiles(page, &breakdown)}
            </section>
        })
    }
}

fn fragment(page: Page, fragment: Fragment) -> AnyView {
    match fragment {
        Fragment::Text(text) => text.into_any(),
        Fragment::Number(figure, look) => number(page, &figure, look, "In the headline".to_owned()),
        Fragment::Month(period, text) => month(period, text),
    }
}

fn tiles(page: Page, shown: &Shown, breakdown: &Breakdown) -> AnyView {
    let exports = match shown.catalogue().flow {
        Flow::Export => "Exports",
        Flow::Import => "Imports",
    };
    let period = breakdown.period;
    let (total, ytd) = (&breakdown.total, &breakdown.ytd);
    let this = month_name(period);
    let to_date = format!("{} {}", months_of(period), period.year());
    let year_before = |p: Period| format!("{} {}", months_of(p), p.year() - 1);
    view! {
        <dl class="tiles">
            <div class="tile">
                <dt>{exports} {page.scope()} " in " {month(period, this.clone())}</dt>
                <dd class="big">{answer(page, &total.quantity, look::UNIT, format!("{exports}, {this}"))}</dd>
            </div>
            {change_tile(page, "On the month before (MoM)", &total.mom, period.plus(-1))}
            {change_tile(page, "On the year before (YoY)", &total.yoy, period.plus(-12))}
            <div class="tile">
                <dt>{(period.month() < 12).then_some("Year to date, ")} {month(period, to_date.clone())}</dt>
                <dd class="big">{answer(page, &ytd.quantity, look::UNIT, format!("Exports, {to_date}"))}</dd>
                <dd class="detail">
                    {answer(page, &ytd.yoy.percent, look::CHANGE_UNIT, format!("Change on the year before, {to_date}"))}
                    {before(page, &ytd.yoy.previous, month(period.plus(-12), year_before(period)), year_before(period))}
                </dd>
            </div>
        </dl>
    }
    .into_any()
}

fn change_tile(page: Page, name: &'static str, change: &model::Change, base: Period) -> AnyView {
    let base_name = month_name(base);
    view! {
        <div class="tile">
            <dt>{name}</dt>
            <dd class="big">{answer(page, &change.percent, look::CHANGE_UNIT, format!("Change on {base_name}"))}</dd>
            <dd class="detail">
                {answer(page, &change.absolute, look::CHANGE_UNIT, format!("Change on {base_name}"))}
                {before(page, &change.previous, month(base, base_name.clone()), base_name)}
            </dd>
        </div>
    }
    .into_any()
}

/// "from 22,500 t in March 2025"
fn before(page: Page, previous: &Answer, when: AnyView, name: String) -> AnyView {
    let number = answer(page, previous, look::UNIT, format!("Exports, {name}"));
    view! { <span class="before">" from " {number} " in " {when}</span> }.into_any()
}
