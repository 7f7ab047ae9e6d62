//! What the page has to say about itself: loading, failures, a link or a dataset with faults.

use leptos::prelude::*;

use super::page::Page;
use super::state::Load;
use i18n::notice;
use crate::browser;

/// Faults of a dataset that are shown at once.
const FIRST_PROBLEMS: usize = 20;

/// What of the link could not be used.
#[component]
pub fn LinkNotices(page: Page) -> impl IntoView {
    view! {
        <div class="notices" role="status">
            {move || {
                let period = page.period.get();
                let lines = page.notices().into_iter().map(|n| view! { <p>{notice(&n, period)}</p> });
                lines.collect_view()
            }}
        </div>
    }
}

/// The progress of a fetch, or its failure with a way to try again.
#[component]
pub fn Fetching(page: Page) -> impl IntoView {
    move || {
        let manifest = page.manifest.get();
        let failed = match (&manifest, page.dataset.get()) {
            (Load::Failed(sentence), _) => Some(sentence.clone()),
            (_, Load::Failed(sentence)) => Some(sentence),
            _ => None,
        };
        if let Some(sentence) = failed {
            return view! {
                <div class="failure" role="alert">
                    <h1>"The figures could not be loaded"</h1>
                    <p>{sentence}</p>
                    <button type="button" on:click=move |_| page.load()>"Try again"</button>
                </div>
            }
            .into_any();
        }
        let (what, received, expected) = match (&manifest, page.dataset.get()) {
            (Load::Busy { what, received, expected }, _) => (*what, *received, *expected),
            (_, Load::Busy { what, received, expected }) => (what, received, expected),
            _ => return ().into_any(),
        };
        let kilobytes = |bytes: usize| bytes.div_ceil(1000);
        let amount = match (received, expected) {
            (0, _) => String::new(),
            (_, 0) => format!(": {} kB", kilobytes(received)),
            _ => format!(": {} of {} kB", kilobytes(received), kilobytes(expected)),
        };
        let value = (expected > 0 && received > 0).then(|| received.min(expected).to_string());
        view! {
            <div class="fetching">
                <label>
                    {format!("Loading {what}{amount}")}
                    <progress max=expected.max(1).to_string() value=value></progress>
                </label>
            </div>
        }
        .into_any()
    }
}

/// Faults in the dataset. The rest of it is shown.
#[component]
pub fn ProblemList(page: Page) -> impl IntoView {
    move || {
        let dataset = page.ready()?;
        let count = dataset.problems.len();
        if count == 0 {
            return None;
        }
        let lines = dataset.problems.iter().take(FIRST_PROBLEMS).map(|p| view! { <li>{p.clone()}</li> });
        let more = count.checked_sub(FIRST_PROBLEMS).filter(|n| *n > 0);
        let summary = match count {
            1 => "One place in the dataset could not be used. The rest is shown.".to_owned(),
            _ => format!("{count} places in the dataset could not be used. The rest is shown."),
        };
        Some(view! {
            <details class="problems" open>
                <summary>{summary}</summary>
                <ul>{lines.collect_view()}{more.map(|n| view! { <li>{format!("and {n} more")}</li> })}</ul>
            </details>
        })
    }
}

/// The last words of a page that met a fault of its own.
pub fn tell_of_panic() {
    web::with_document(|document| {
        let (Some(body), Ok(box_)) = (document.body(), document.create_element("div")) else { return };
        box_.set_class_name("failure panic");
        box_.set_text_content(Some("The page met a fault of its own and stopped. Reload it to go on."));
        let _ = body.prepend_with_node_1(&box_);
    });
}
