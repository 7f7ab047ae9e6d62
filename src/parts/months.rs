//! Which month is shown, and how many months with it.

use leptos::prelude::*;

use super::link::view_link;
use super::number::month;
use crate::parts::live::live;
use crate::state::Page;
use breakdown::{neighbours, newest};
use model::{Period, Span};

/// Previous, a list of all months, next, and the latest.
#[component]
pub fn MonthNavigation(page: Page) -> impl IntoView {
    view! {
        <nav class="months" aria-label=move || page.words().month_navigation(page.subject().frequency)>
            {step(page, false)}
            <MonthPicker page />
            {step(page, true)}
            {live(move || {
                // A month's link carries the rest of the view along.
                page.view.track();
                page.shown.get()?;
                let latest = newest(&page.series.get())?.period;
                let view = page.with(|v| v.period = Some(latest));
                (page.period.get()? < latest)
                    .then(|| view_link(view, "latest", page.words().latest().into_any()))
            })}
        </nav>
    }
}

/// The way to the month before or after, or that there is none.
fn step(page: Page, later: bool) -> AnyView {
    let around = Memo::new(move |_| {
        page.shown.get()?;
        Some(neighbours(&page.series.get(), page.period.get()?))
    });
    live(move || {
        page.view.track();
        let (before, after) = around.get().unwrap_or_default();
        let words = page.words();
        let (target, word, end, arrow) = match later {
            false => (before, words.previous_month(), words.first_month(page.subject().frequency), "‹"),
            true => (after, words.next_month(), words.latest_month(page.subject().frequency), "›"),
        };
        let arrow = view! { <span aria-hidden="true">{arrow}</span> };
        match target {
            Some(period) => {
                let view = page.with(|v| v.period = Some(period));
                let heard = month(period, words.month_short(period));
                let content = view! { <span class="hidden">{word}{heard}</span>{arrow} };
                view_link(view, "step", content.into_any())
            }
            None => {
                view! { <span class="step end"><span class="hidden">{end}</span>{arrow}</span> }.into_any()
            }
        }
    })
}

#[component]
fn MonthPicker(page: Page) -> impl IntoView {
    let choose = move |event| {
        if let Ok(period) = event_target_value(&event).parse::<Period>() {
            page.go(page.with(|v| v.period = Some(period)));
        }
    };
    let options = live(move || {
        page.shown.get()?;
        let words = page.words();
        let chosen = page.period.get();
        let points = page.series.get();
        let points = points.iter().rev();
        let option = |period: Period, known: bool| {
            let text = words.month_option(period, known);
            let selected = Some(period) == chosen;
            view! { <option value=period.to_string() selected=selected prop:selected=selected>{text}</option> }.into_any()
        };
        Some(points.map(|p| option(p.period, p.quantity.is_ok())).collect_view())
    });
    view! {
        <select class="picker" aria-label=move || page.words().choose_month(page.subject().frequency) on:change=choose>
            {options}
        </select>
    }
}

/// How many months together everything below tells of. Of years it is always one.
#[component]
pub fn SpanSwitch(page: Page) -> impl IntoView {
    let button = move |span: Span| {
        let pressed = move || (page.span.get() == span).to_string();
        let choose = move |_| page.go(page.with(|v| v.span = span));
        view! {
            <button type="button" aria-pressed=pressed on:click=choose>
                {live(move || page.words().span_button(span, page.subject().frequency))}
            </button>
        }
        .into_any()
    };
    view! {
        <div class="spans" role="group" aria-label=move || page.words().span_switch(page.subject().frequency)>
            {live(move || {
                let shown = page.shown.get()?;
                // A year is a span of its own. Articles tell of no twelve months.
                let is_there = |span: &Span| {
                    Span::Ytd.is_of(shown.dataset.frequency())
                        && (*span != Span::Rolling || shown.dataset.is_recorded())
                };
                let spans = Span::NAMES.into_iter().map(|(_, span)| span).filter(is_there);
                Some(spans.map(button).collect_view())
            })}
        </div>
    }
}
