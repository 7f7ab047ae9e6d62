//! The box that explains a number: its interval, its basis and its sources. There is one, and it
//! moves.

use std::sync::Arc;

use leptos::prelude::*;

use super::page::Page;
use super::state::Dataset;
use i18n::{Explanation, Source, explain, reason};
use model::{Figure, Missing};
use crate::browser;

/// What is explained.
#[derive(Debug, Clone, PartialEq)]
pub enum Told {
    Figure(Arc<Figure>),
    Missing(Missing),
}

/// The open box.
#[derive(Debug, Clone, PartialEq)]
pub struct Open {
    /// The number that it belongs to.
    pub id: usize,
    /// It stays until it is closed.
    pub pinned: bool,
    told: Told,
    label: String,
    left: f64,
    /// Below the number, or above it: pixels from the window's upper or lower edge.
    vertical: (&'static str, f64),
}

/// The box's width and its distance from the number and the window's edges, pixels.
const WIDTH: f64 = 360.0;
const GAP: f64 = 6.0;
/// The box, and the number that it belongs to.
const BOX: &str = "#explanation";
const DESCRIBED: &str = "[aria-describedby=explanation]";
/// Numbers further down the window than this part of it have their box above them.
const UPPER_PART: f64 = 0.55;

impl Open {
    /// A box beside an element.
    pub fn beside(element: &web_sys::Element, id: usize, told: Told, label: String, pinned: bool) -> Open {
        let (left, vertical) = beside(element);
        Open { id, pinned, told, label, left, vertical }
    }
}

/// The left edge of a box beside an element, and its distance from the window's top or bottom.
fn beside(element: &web_sys::Element) -> (f64, (&'static str, f64)) {
    let (left, top, bottom) = web::rect_of(element);
    let (width, height) = web::viewport();
    let below = bottom < height * UPPER_PART;
    let vertical = if below { ("top", bottom + GAP) } else { ("bottom", height - top + GAP) };
    (left.min(width - WIDTH - GAP * 3.0).max(GAP), vertical)
}

#[component]
pub fn ExplanationBox(page: Page) -> impl IntoView {
    let close = move || {
        // A reader who came in by keyboard goes back to the number; that focus must not open it again.
        if web::has_focus(BOX) {
            web::focus(DESCRIBED);
        }
        page.open.set(None);
    };
    web::on_escape(close);
    web::on_scroll(move || {
        let Some(element) = web::find(DESCRIBED) else { return };
        page.open.update(|open| {
            if let Some(open) = open {
                (open.left, open.vertical) = beside(&element);
            }
        });
    });
    web::on_pointer_down(move |target| {
        let inside = target.closest("#explanation, .number").ok().flatten().is_some();
        if !inside && page.open.with_untracked(Option::is_some) {
            close();
        }
    });
    move || {
        let open = page.open.get()?;
        let dataset = page.ready()?;
        let px = |value: f64| format!("{value}px");
        let (side, distance) = open.vertical;
        let (top, bottom) =
            if side == "top" { (px(distance), "auto".to_owned()) } else { ("auto".to_owned(), px(distance)) };
        Some(view! {
            <div
                id="explanation"
                role=if open.pinned { "dialog" } else { "tooltip" }
                aria-label="About this number"
                class:pinned=open.pinned
                style:left=px(open.left)
                style:top=top
                style:bottom=bottom
            >
                {open.pinned.then(|| view! {
                    <button type="button" class="close" aria-label="Close" on:click=move |_| close()>"×"</button>
                })}
                <p class="what">{open.label.clone()}</p>
                {match &open.told {
                    Told::Missing(missing) => view! { <p>{reason(*missing)}</p> }.into_any(),
                    Told::Figure(figure) => told(&dataset, figure),
                }}
            </div>
        })
    }
}

fn told(dataset: &Dataset, figure: &Figure) -> AnyView {
    let Explanation { shown, bounds, steps, sources, agreements, contradictions } =
        explain(&dataset.ledger, figure);
    let paragraphs = |texts: Vec<String>| texts.into_iter().map(|t| view! { <li>{t}</li> }).collect_view();
    let kind = match (&dataset.records, figure.is_computed()) {
        (None, false) => "Printed",
        (None, true) => "Computed from printed figures",
        (Some(_), false) => "Recorded",
        (Some(_), true) => "Computed from customs records, exactly",
    };
    let origins: Vec<String> =
        dataset.records.as_ref().map(|r| r.provenance.sources.clone()).unwrap_or_default();
    view! {
        <p class="shown">{shown}</p>
        {(!bounds.is_empty()).then(|| view! { <p class="bounds">{bounds}</p> })}
        <p class="kind">{kind}</p>
        <ul class="steps">{paragraphs(steps)}</ul>
        {(!contradictions.is_empty()).then(|| view! {
            <p class="kind alarm">"Cannot be true at the same time"</p>
            <ul class="steps">{paragraphs(contradictions)}</ul>
        })}
        {(!agreements.is_empty()).then(|| view! {
            <p class="kind">"Agrees with"</p>
            <ul class="steps">{paragraphs(agreements)}</ul>
        })}
        <p class="kind">"Source"</p>
        <ul class="origins">{sources_of(sources)}{paragraphs(origins)}</ul>
    }
    .into_any()
}

/// Each publication once, with every printed form that the figure rests on.
fn sources_of(sources: Vec<Source>) -> AnyView {
    let mut articles: Vec<(Source, Vec<String>)> = Vec::new();
    for source in sources {
        let form = format!("“{}”", source.printed);
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
        let note = source.note.map(|n| view! { <span class="note">{format!(" Note: {n}.")}</span> });
        view! { <li>{name}": "{forms.join(", ")}{note}</li> }
    };
    articles.into_iter().map(line).collect_view().into_any()
}
