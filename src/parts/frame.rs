//! The top of the page: what it shows, which month, and the link to it.

use leptos::html::Select;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::button::button;
use super::link::view_link;
use super::number::month;
use crate::browser;
use crate::parts::live::live;
use crate::state::Page;
use crate::tools::own_file::OwnFile;
use breakdown::neighbours;
use model::{Period, Span};
use view::{Section, View, YOUR_FILE};

#[component]
pub fn Top(page: Page) -> impl IntoView {
    let several = move || {
        let has_yours = page.yours.with(Option::is_some);
        page.manifest.get().filter(|m| m.datasets.len() > 1 || has_yours)
    };
    // The page that the site was built with knows whether there is a choice; without it there may be one.
    let expects_several = browser::find("#static").is_none()
        || browser::find("#static .datasets").is_some()
        || page.has_yours();
    let current = move || {
        let default = || page.manifest.with(|m| m.as_ref()?.default().map(|d| d.id.clone()));
        page.view.with(|v| v.dataset.clone()).or_else(default)
    };
    let list: NodeRef<Select> = NodeRef::new();
    // A choice that came to nothing, or was left by going back, is taken back.
    Effect::new(move |_| {
        if page.loading.with(Option::is_none)
            && let (Some(list), Some(current)) = (list.get(), current())
        {
            // Once its entries are those that there are now.
            browser::after(0, move || list.set_value(&current));
        }
    });
    view! {
        <header class="top">
            <span class="wordmark">"Tonnage"</span>
            {live(move || (expects_several && page.manifest.with(Option::is_none)).then(|| view! {
                // The room of the list that comes, so that nothing below moves.
                <label class="datasets awaited">{page.words().dataset_label()} " " <select disabled></select></label>
            }.into_any()))}
            {live(move || several().map(|manifest| {
                let words = page.words();
                let current = current();
                let options = manifest.datasets.iter().map(|d| {
                    let selected = Some(&d.id) == current.as_ref();
                    view! { <option value=d.id.clone() selected=selected>{words.name(&d.title).to_owned()}</option> }.into_any()
                }).collect_view();
                let yours = page.yours.get().map(|title| {
                    let selected = current.as_deref() == Some(YOUR_FILE);
                    view! { <option value=YOUR_FILE selected=selected>{words.your_file_option(&title)}</option> }.into_any()
                });
                view! {
                    <label class="datasets">{words.dataset_label()} " "
                        <select node_ref=list on:change=move |e| {
                            let id = event_target_value(&e);
                            page.go(View { dataset: Some(id), ..View::default() });
                        }>{options}{yours}</select>
                    </label>
                }.into_any()
            }))}
            <OwnFile page />
            <Share page />
        </header>
    }
}

#[component]
fn Share(page: Page) -> impl IntoView {
    // What came of the last press, while that view is shown: whether the link was copied, and the link.
    let outcome: RwSignal<Option<(View, bool, String)>> = RwSignal::new(None);
    let share = move || {
        let address = page.pin();
        let view = page.view.get_untracked();
        spawn_local(async move {
            let copied = browser::copy(&address).await;
            outcome.set(Some((view, copied, address)));
        });
    };
    view! {
        <div class="share-view">
            {button(live(move || page.words().share()), share)}
            <span role="status">
                {live(move || match outcome.get().filter(|(view, ..)| page.view.with(|now| now == view)) {
                    None => ().into_any(),
                    Some((view, true, _)) => {
                        page.words().link_copied(view.dataset.as_deref() == Some(YOUR_FILE)).into_any()
                    }
                    Some((_, false, address)) => view! {
                        <label>{page.words().copy_this_link()} " " <input type="text" readonly value=address /></label>
                    }.into_any(),
                })}
            </span>
        </div>
    }
}

/// Puts address and date below the page before it is printed: paper has no address bar.
pub fn listen_to_printing(page: Page) {
    browser::listen(&["beforeprint"], move |_| {
        let today = String::from(js_sys::Date::new_0().to_iso_string());
        let date = page.words_now().date(today.get(..10).unwrap_or_default());
        if let Some(place) = browser::find(".printed-from") {
            place.set_text_content(Some(&format!(
                "{} · {date}",
                browser::page_address(&browser::current_query())
            )));
        }
    });
}

#[component]
pub fn Title(page: Page) -> impl IntoView {
    live(move || {
        let shown = page.shown.get()?;
        let words = page.words();
        let overview = page.with(|v| {
            v.section = Section::Overview;
            // What narrows the check says nothing of other sections.
            (v.article, v.verdict, v.claim) = (None, None, None);
        });
        let back = page.view.with(|v| v.section != Section::Overview);
        Some(
            view! {
                <div class="title">
                    {back.then(|| view_link(overview, "back", words.all_sections().into_any()))}
                    <h1>{words.name(&shown.catalogue().title).to_owned()}</h1>
                    <p class="facts">{words.dataset_facts(&shown.dataset)}</p>
                </div>
            }
            .into_any(),
        )
    })
}

/// Previous, next, and a list of all months.
#[component]
pub fn MonthNavigation(page: Page) -> impl IntoView {
    let around = Memo::new(move |_| {
        page.shown.get()?;
        Some(neighbours(&page.series.get(), page.period.get()?))
    });
    let step = move |later: bool| {
        live(move || {
            // The month's links carry the rest of the view along.
            page.view.track();
            let (before, after) = around.get().unwrap_or((None, None));
            let target = if later { after } else { before };
            let words = page.words();
            let word = if later { words.next_month() } else { words.previous_month() };
            match target {
                Some(period) => {
                    let view = page.with(|v| v.period = Some(period));
                    let arrow = if later { " ›" } else { "‹ " };
                    let name = month(period, words.month_short(period));
                    let content = view! {
                        <span class="hidden">{word}</span>
                        {(!later).then_some(arrow)}{name}{later.then_some(arrow)}
                    };
                    view_link(view, "step", content.into_any())
                }
                None => {
                    let end = if later { words.latest_month() } else { words.first_month() };
                    view! { <span class="step end">{end}</span> }.into_any()
                }
            }
        })
    };
    view! {
        <nav class="months" aria-label=move || page.words().month_navigation()>
            {step(false)}
            <MonthPicker page />
            {step(true)}
            <SpanSwitch page />
        </nav>
    }
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
        <select class="picker" aria-label=move || page.words().choose_month() on:change=choose>
            {options}
        </select>
    }
}

/// The month alone, or January up to it.
#[component]
fn SpanSwitch(page: Page) -> impl IntoView {
    let button = move |span: Span| {
        let pressed = move || page.view.with(|v| v.span == span).to_string();
        let text = move || page.words().span_button(span, page.period.get());
        let choose = move |_| page.go(page.with(|v| v.span = span));
        view! { <button type="button" aria-pressed=pressed on:click=choose>{live(text)}</button> }.into_any()
    };
    view! {
        <div class="spans" role="group" aria-label=move || page.words().span_switch()>
            <span class="label">{live(move || page.words().span_lead())} " "</span>
            {button(Span::Month)} {button(Span::Ytd)}
            {live(move || page.shown.get().filter(|s| s.dataset.is_recorded()).map(|_| button(Span::Rolling)))}
        </div>
    }
}
