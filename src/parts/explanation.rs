//! The box that explains a number: its interval, its basis and its sources. There is one, and it
//! moves.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use chart::{TargetLine, tenth};
use leptos::prelude::*;
use leptos::svg;
use wasm_bindgen::JsCast;
use web_sys::{MouseEvent, PointerEvent};

use crate::browser;
use crate::parts::link::view_link;
use crate::parts::live::live;
use crate::state::{Page, Shown};
use i18n::{Explanation, SetAside, Source, Words, explain, look, shown as text};
use model::{Figure, Language, Missing};
use view::{Section, View};

/// What is explained.
#[derive(Debug, Clone, PartialEq)]
pub enum Told {
    /// A figure.
    Figure(Arc<Figure>),
    /// Why there is none.
    Missing(Missing),
    /// The values at a place of a chart.
    Lines(Vec<TargetLine>),
}

/// What a number says when it is asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// What it is.
    pub told: Told,
    /// What it is of: "Mexico, share of the total".
    pub label: String,
    /// The view that shows it among others, where it stands in a text.
    pub to: Option<Box<View>>,
}

/// The open box.
#[derive(Debug, Clone, PartialEq)]
pub struct Open {
    /// The number that it belongs to.
    id: usize,
    /// It stays until it is closed.
    pinned: bool,
    asked: Asked,
    left: f64,
    /// Below the number, or above it: pixels from the window's upper or lower edge.
    vertical: (&'static str, f64),
}

/// The box's width and its distance from the number and the window's edges, pixels.
const WIDTH: f64 = 360.0;
const GAP: f64 = 6.0;
/// The box, any number, and the number that the box belongs to.
const BOX: &str = "#explanation";
const NUMBER: &str = "[data-number]";
const DESCRIBED: &str = "[aria-describedby=explanation]";
/// Numbers further down the window than this part of it have their box above them.
const UPPER_PART: f64 = 0.55;

/// How long the pointer may be on its way from a number to its box, milliseconds.
const GRACE: u64 = 200;
/// Marks of a chart that have a box, and the part of the box's width that it needs there.
const TARGET: &str = ".target";
const TARGET_WIDTH: f64 = 240.0;

/// The left edge of a box beside an element, and its distance from the window's top or bottom. A chart's is beside
/// the mark, so that it covers neither that nor what lies below the chart.
fn beside(element: &web_sys::Element) -> (f64, (&'static str, f64)) {
    let rect = element.get_bounding_client_rect();
    let (left, top, bottom) = (rect.left(), rect.top(), rect.bottom());
    let (width, height) = browser::viewport();
    if element.matches(TARGET).unwrap_or_default() {
        let right = rect.right() + GAP;
        let fits = right + TARGET_WIDTH <= width;
        return (if fits { right } else { (left - GAP - TARGET_WIDTH).max(GAP) }, ("top", top.max(GAP)));
    }
    let below = bottom < height * UPPER_PART;
    let vertical = if below { ("top", bottom + GAP) } else { ("bottom", height - top + GAP) };
    (left.min(width - WIDTH - GAP * 3.0).max(GAP), vertical)
}

/// Listens to all numbers of the page at once, for its lifetime. A listener at each of them would take most of the
/// time that drawing a table takes.
pub fn listen(page: Page) {
    // How often the pointer came over something: a later time takes an earlier one's closing back.
    let pointed = Rc::new(Cell::new(0u32));
    // Where it was last pressed: what a menu that closes uncovers there was not pointed at.
    let pressed = Rc::new(Cell::new(None));
    let place = |event: &PointerEvent| (event.client_x(), event.client_y());
    let press = pressed.clone();
    browser::listen(&["pointerdown"], move |event| press.set(event.dyn_ref().map(place)));
    browser::listen(&["pointerover"], move |event| {
        let Some(mouse) = event.dyn_ref::<PointerEvent>().filter(|e| e.pointer_type() == "mouse") else {
            return;
        };
        let pinned = page.open.with_untracked(|o| o.as_ref().is_some_and(|o| o.pinned));
        if pinned || pressed.get() == Some(place(mouse)) {
            return;
        }
        let turn = pointed.get() + 1;
        pointed.set(turn);
        match browser::parent(&event, NUMBER) {
            Some(number) => open(page, &number, false),
            // The way from the number to its box takes a moment, and the box itself keeps it open.
            None if browser::parent(&event, BOX).is_none() && page.open.with_untracked(Option::is_some) => {
                let pointed = pointed.clone();
                browser::after(GRACE, move || {
                    if pointed.get() == turn {
                        page.open.set(None);
                    }
                });
            }
            None => {}
        }
    });
    browser::listen(&["focusin"], move |event| match browser::parent(&event, NUMBER) {
        Some(number) => open(page, &number, false),
        None => {
            // The focus went on to something that is not in the box.
            if browser::parent(&event, BOX).is_none() && page.open.with_untracked(Option::is_some) {
                page.open.set(None);
            }
        }
    });
    browser::listen(&["click"], move |event| {
        let Some(number) = browser::parent(&event, "button[data-number]") else { return };
        open(page, &number, true);
        // A click without a pointer comes from the keyboard, which then needs to be inside to reach the sources.
        if event.dyn_ref::<MouseEvent>().is_some_and(|e| e.detail() == 0) {
            browser::focus_later("#explanation .close");
        }
    });
    browser::listen(&["pointerdown"], move |event| {
        let inside = browser::parent(&event, "#explanation, .number, .target").is_some();
        if !inside && page.open.with_untracked(Option::is_some) {
            close(page);
        }
    });
    browser::on_escape(move || {
        if page.open.with_untracked(Option::is_some) {
            close(page);
        }
    });
    browser::on_scroll(move || {
        let Some(element) = browser::find(DESCRIBED) else { return };
        page.open.update(|open| {
            if let Some(open) = open {
                (open.left, open.vertical) = beside(&element);
            }
        });
    });
    // The number says which box describes it.
    Effect::new(move |before: Option<Option<usize>>| {
        let id = page.open.with(|open| open.as_ref().map(|o| o.id));
        if before != Some(id) {
            if let Some(element) = browser::find(DESCRIBED) {
                let _ = element.remove_attribute("aria-describedby");
            }
            let number = id.and_then(|id| browser::find(&format!("[data-number=\"{id}\"]")));
            if let Some(number) = number {
                let _ = number.set_attribute("aria-describedby", "explanation");
            }
        }
        id
    });
}

/// Whether a tap on a mark of a chart only opens its box: with a finger nobody can point without pressing.
pub fn tells_first(page: Page, event: &web_sys::Event, link: &web_sys::Element) -> bool {
    let is_touch = event.dyn_ref::<PointerEvent>().is_some_and(|e| e.pointer_type() == "touch");
    let id = link.get_attribute("data-number").and_then(|id| id.parse().ok());
    if !is_touch || id.is_none() || !link.matches(TARGET).unwrap_or_default() {
        return false;
    }
    let tells = page.open.with_untracked(|o| o.as_ref().is_some_and(|o| Some(o.id) == id && o.pinned));
    if !tells {
        open(page, link, true);
    }
    !tells
}

/// Opens the box beside a number.
fn open(page: Page, number: &web_sys::Element, pinned: bool) {
    let id = number.get_attribute("data-number").and_then(|id| id.parse().ok());
    let Some((id, asked)) = id.and_then(|id| Some((id, page.number(id)?))) else { return };
    let was_pinned = page.open.with_untracked(|o| o.as_ref().is_some_and(|o| o.id == id && o.pinned));
    let (left, vertical) = beside(number);
    page.open.set(Some(Open { id, pinned: pinned || was_pinned, asked, left, vertical }));
}

/// Closes it. A reader who came in by keyboard goes back to the number; that focus must not open it again.
fn close(page: Page) {
    if browser::has_focus(BOX) {
        browser::focus(DESCRIBED);
    }
    page.open.set(None);
}

#[component]
pub fn ExplanationBox(page: Page) -> impl IntoView {
    live(move || {
        let open = page.open.get()?;
        let shown = page.shown.get()?;
        let words = page.words();
        let px = |value: f64| tenth(value) + "px";
        let (side, distance) = open.vertical;
        let (top, bottom) =
            if side == "top" { (px(distance), "auto".to_owned()) } else { ("auto".to_owned(), px(distance)) };
        Some(view! {
            <div
                id="explanation"
                role=if open.pinned { "dialog" } else { "tooltip" }
                aria-label=words.about_number()
                class:pinned=open.pinned
                style:left=px(open.left)
                style:top=top
                style:bottom=bottom
            >
                {open.pinned.then(|| view! {
                    <button type="button" class="close" aria-label=words.close() on:click=move |_| close(page)>"×"</button>
                }.into_any())}
                <p class="what">{open.asked.label.clone()}</p>
                {match &open.asked.told {
                    Told::Missing(missing) => view! { <p>{words.reason(*missing)}</p> }.into_any(),
                    Told::Figure(figure) => told(page, &shown, figure),
                    Told::Lines(lines) => values(lines),
                }}
                {open.asked.to.as_ref().map(|to| {
                    view! { <p>{view_link((**to).clone(), "more", words.show_number().into_any())}</p> }.into_any()
                })}
            </div>
        }.into_any())
    })
}

/// The values at a place of a chart, each with the colour of its mark.
fn values(lines: &[TargetLine]) -> AnyView {
    let line = |line: &TargetLine| {
        let key = line.paint.map(|paint| {
            let mark = svg::rect().attr("width", "10").attr("height", "10").attr("class", paint.class());
            view! { <svg class="paint" width="10" height="10" aria-hidden="true">{mark}</svg> }.into_any()
        });
        let name = (!line.name.is_empty()).then(|| view! { <span>{line.name.clone()}</span> }.into_any());
        view! { <li>{key}{name}<b>{line.value.clone()}</b></li> }.into_any()
    };
    view! { <ul class="values">{lines.iter().map(line).collect_view()}</ul> }.into_any()
}

fn told(page: Page, of: &Shown, figure: &Figure) -> AnyView {
    let words = page.source_words();
    let Explanation { shown, bounds, steps, sources, agreements, contradictions } =
        explain(words, &of.dataset, figure);
    let paragraphs =
        |texts: Vec<String>| texts.into_iter().map(|t| view! { <li>{t}</li> }.into_any()).collect_view();
    let kind = words.kind(of.dataset.is_recorded(), figure.is_computed());
    let origins = of.dataset.sums().map(|sums| sums.provenance.sources.clone()).unwrap_or_default();
    let origins = origins.into_iter().map(|text| {
        let tag = Language::of_text(&text).tag();
        view! { <li lang=tag>{text}</li> }.into_any()
    });
    view! {
        {in_chosen_units(page, figure)}
        <p class="shown">{shown}</p>
        {(!bounds.is_empty()).then(|| view! { <p class="bounds">{bounds}</p> }.into_any())}
        <p class="kind">{kind}</p>
        <ul class="steps">{paragraphs(steps)}</ul>
        {(!contradictions.is_empty()).then(|| view! {
            <p class="kind alarm">{words.set_aside_head()}</p>
            <ul class="steps">{contradictions.into_iter().map(|told| set_aside(page, told)).collect_view()}</ul>
        }.into_any())}
        {(!agreements.is_empty()).then(|| view! {
            <p class="kind">{words.agrees_head()}</p>
            <ul class="steps">{paragraphs(agreements)}</ul>
        }.into_any())}
        <p class="kind">{words.source_head()}</p>
        <ul class="origins">{sources_of(words, sources)}{origins.collect_view()}</ul>
    }
    .into_any()
}

/// A figure in the units that the reader chose; its explanation is in those of its source.
fn in_chosen_units(page: Page, figure: &Figure) -> Option<AnyView> {
    let words = page.words();
    let is_converted = words.units().factor(figure.unit) != 1.0;
    is_converted.then(|| view! { <p class="shown">{text(words, figure, look::UNIT)}</p> }.into_any())
}

/// A claim that is set aside, with a link to what it contradicts.
fn set_aside(page: Page, told: SetAside) -> AnyView {
    let card = page.with(|v| {
        (v.section, v.claim) = (Section::Check, Some(told.claim));
        (v.month, v.article, v.verdict) = (None, None, None);
    });
    let more = page.words().set_aside_more().into_any();
    view! { <li>{told.text}" "{view_link(card, "more", more)}</li> }.into_any()
}

/// Each publication once, with every form that the figure rests on.
fn sources_of(words: &dyn Words, sources: Vec<Source>) -> AnyView {
    let mut articles: Vec<(Source, Vec<String>)> = Vec::new();
    for source in sources {
        let form = words.quoted(&source.printed);
        match articles.iter_mut().find(|(s, _)| s.article == source.article) {
            Some((_, forms)) if forms.contains(&form) => {}
            Some((_, forms)) => forms.push(form),
            None => articles.push((source, vec![form])),
        }
    }
    let line = |(source, forms): (Source, Vec<String>)| {
        let name = match source.url {
            Some(url) => view! {
                <a href=url target="_blank" rel="noopener noreferrer">{source.publication}</a>
            }
            .into_any(),
            None => source.publication.into_any(),
        };
        let note = source.note.map(|n| {
            let tag = Language::of_text(&n).tag();
            view! { <span class="note" lang=tag>{words.source_note(&n)}</span> }.into_any()
        });
        view! { <li>{name}{words.colon()}{forms.join(words.comma())}{note}</li> }.into_any()
    };
    articles.into_iter().map(line).collect_view().into_any()
}
