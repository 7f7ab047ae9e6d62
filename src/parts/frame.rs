//! The top of the page: the bar over everything, and the title below it.

use leptos::html::Select;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::button::button;
use super::link::view_link;
use super::menu::Menu;
use super::months::{MonthNavigation, SpanSwitch};
use super::number::month;
use crate::browser::{self, Sharing};
use crate::parts::drawing::MARGIN_WIDE;
use crate::parts::live::live;
use crate::sections::key_figures::Finding;
use crate::state::{DatasetOwner, Page};
use breakdown::{newest, speaks_of};
use i18n::look;
use model::{Dimension, Language};
use view::{Section, View, YOUR_FILE, resolve_period};

/// The bar over everything, one line high. Where there is no room for a part of it, that is in the menu.
#[component]
pub fn Top(page: Page, section: Memo<Section>) -> impl IntoView {
    view! {
        <header class="top">
            <div class="line">
                {view_link(View::default(), "wordmark", "Tonnage".into_any())}
                <Datasets page />
                {live(move || (!is_of_all_months(section.get())).then(|| {
                    view! { <MonthNavigation page /> <SpanSwitch page /> }.into_any()
                }))}
                <Share page />
                <Speech page />
                <Menu page />
                <p class="printed-from"></p>
            </div>
        </header>
    }
}

/// Whether a section is about all months, so that none is chosen.
fn is_of_all_months(section: Section) -> bool {
    matches!(section, Section::Check | Section::Sources)
}

/// The choice of the dataset, and what the one that is shown is made of.
#[component]
pub fn Datasets(page: Page) -> impl IntoView {
    let several = move || {
        let has_yours = page.yours.with(Option::is_some);
        page.manifest.get().filter(|m| m.datasets.len() > 1 || has_yours)
    };
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
        <div class="datasets">
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
                    <select node_ref=list aria-label=words.dataset_label() title=title_of(page) on:change=move |e| {
                        let id = event_target_value(&e);
                        let units = page.view.with_untracked(|v| v.units);
                        page.go(View { dataset: Some(id), units, ..View::default() });
                    }>{options}{yours}</select>
                }.into_any()
            }))}
            {live(move || page.shown.get().map(|shown| {
                let is_yours = shown.owner == DatasetOwner::Reader;
                view! { <span class="kind">{page.words().dataset_kind(&shown.dataset, is_yours)}</span> }.into_any()
            }))}
        </div>
    }
}

/// The title of the dataset that is shown, in full where there is no room for it.
fn title_of(page: Page) -> String {
    page.shown.get().map_or_else(String::new, |s| page.words().name(&s.catalogue().title).to_owned())
}

/// The button that shares a link to what is shown: by the system's own sheet, or else the clipboard.
#[component]
pub fn Share(page: Page) -> impl IntoView {
    // What came of the last press, while that view is shown: whether the link was copied, and the link.
    let outcome: RwSignal<Option<(View, bool, String)>> = RwSignal::new(None);
    let share = move || {
        let address = page.pin();
        let view = page.view.get_untracked();
        let title = title_of(page);
        let sheet = browser::share(&title, &address);
        spawn_local(async move {
            if sheet.outcome().await == Sharing::Refused {
                let copied = browser::copy(&address).await;
                outcome.set(Some((view, copied, address)));
            }
        });
    };
    view! {
        <div class="share-view">
            {button(live(move || {
                let [shown, heard] = page.words().share();
                view! { {shown}<span class="hidden">{heard}</span> }.into_any()
            }), share)}
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

/// The button that has the page speak the next of its languages, named in that language. It stays where it is, and with
/// it the focus.
#[component]
pub fn Speech(page: Page) -> impl IntoView {
    let next = move || {
        let languages = Language::NAMES.iter().map(|(_, language)| *language);
        let mut behind = languages.clone().skip_while(|language| *language != page.language.get()).skip(1);
        behind.next().unwrap_or_default()
    };
    view! {
        <button type="button" class="speech" lang=move || next().tag() on:click=move |_| page.speak(next())>
            {move || next().own_name()}
        </button>
    }
}

/// The width of a window whose charts are as wide as A4 less its margins, which `public/styles/print.css` has, pixels.
const PAPER: f64 = 688.0 + MARGIN_WIDE;

/// Makes the page ready to be printed: address and date in its bar, as paper has no address bar, and charts for the
/// width of paper, where those of a wide window would have letters too small to read.
pub fn listen_to_printing(page: Page) {
    browser::listen(&["beforeprint"], move |_| {
        let date = page.words_now().date(&browser::today());
        if let Some(place) = browser::find(".printed-from") {
            place.set_text_content(Some(&format!(
                "{} · {date}",
                browser::page_address(&browser::current_query())
            )));
        }
        page.width.set(PAPER);
        page.draw_all();
    });
    browser::listen(&["afterprint"], move |_| page.width.set(browser::viewport().0));
}

/// What the page is about and what it says first: on the overview the dataset and the finding, elsewhere the section
/// with its months and the dataset.
#[component]
pub fn Title(page: Page, section: Memo<Section>) -> impl IntoView {
    live(move || {
        let shown = page.shown.get()?;
        let words = page.words();
        let name = words.name(&shown.catalogue().title).to_owned();
        let facts = view! { <span class="facts">{words.dataset_facts(&shown.dataset)}</span> };
        let section = section.get();
        let title = match section {
            Section::Overview => view! {
                <p class="kicker"><b class="name" title=name.clone()>{name.clone()}</b>" "{facts}</p>
                <Finding page />
                {newer_month(page)}
            }
            .into_any(),
            _ => view! {
                {live(move || view_link(overview(page), "back", page.words().all_sections().into_any()))}
                <h1>
                    {words.section(section, shown.dataset.subject())}" · "
                    {live(move || months_of(page, section))}
                    <span class="name">{name}</span>{live(move || page.scope())}
                </h1>
                <p class="kicker">{facts}</p>
            }
            .into_any(),
        };
        Some(view! { <div class="title">{title}</div> }.into_any())
    })
}

fn overview(page: Page) -> View {
    page.view.track();
    page.with(|v| {
        v.section = Section::Overview;
        // What narrows the check says nothing of other sections.
        (v.article, v.verdict, v.claim) = (None, None, None);
    })
}

/// The months of a section with what stands behind them; nothing where it is about all of them.
fn months_of(page: Page, section: Section) -> Option<String> {
    let months = page.words().span(page.period.get()?, page.view.with(|v| v.span));
    (!is_of_all_months(section)).then(|| format!("{months} · "))
}

/// That there is a newer month than the one that the dataset opens with, and why it does not open with that.
fn newer_month(page: Page) -> AnyView {
    live(move || {
        page.view.track();
        let shown = page.shown.get()?;
        let period = page.period.get()?;
        let opening = resolve_period(&View::default(), shown.coverage, shown.default_period).0;
        let series = page.series.get();
        let newer = newest(&series).filter(|point| Some(period) == opening && point.period > period)?;
        let Ok(quantity) = &newer.quantity else { return None };
        let words = page.words();
        let mut missing = Dimension::ALL.to_vec();
        missing.retain(|d| {
            speaks_of(&shown.dataset, period, *d) && !speaks_of(&shown.dataset, newer.period, *d)
        });
        let months = words.month(newer.period);
        let quantity = i18n::shown(words, quantity, look::ROUNDED);
        let missing = words.not_published_yet(&missing, shown.catalogue().flow);
        let content = view! { {month(newer.period, months)}{words.colon()}{quantity}{missing}" →" };
        let link = view_link(page.with(|v| v.period = Some(newer.period)), "", content.into_any());
        Some(view! { <p class="newer">{link}</p> }.into_any())
    })
}
