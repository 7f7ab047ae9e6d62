//! What the page has to say about itself: loading, failures, a link or a dataset with faults.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser;
use crate::parts::button::button;
use crate::parts::live::live;
use crate::state::{Loading, Page, Patience};
use i18n::Awaited;
use model::Language;

/// Faults of a dataset that are shown at once.
const FIRST_PROBLEMS: usize = 20;

/// What of the link could not be used.
#[component]
pub fn LinkNotices(page: Page) -> impl IntoView {
    view! {
        <div class="notices" role="status">
            {live(move || {
                let (words, period) = (page.words(), page.period.get());
                let lines = page.notices().into_iter().map(|n| view! { <p>{words.notice(&n, period)}</p> }.into_any());
                lines.collect_view()
            })}
        </div>
    }
}

/// What is on its way, or why it did not come, with a way to try again. What is shown stays meanwhile.
#[component]
pub fn Fetching(page: Page) -> impl IntoView {
    live(move || {
        let words = page.words();
        let is_shown = page.shown.with(Option::is_some);
        match page.loading.get()? {
            Loading::Failed(sentence) => Some(
                view! {
                    <div class="failure" role="alert">
                        // What is shown has a heading of its own.
                        {match is_shown {
                            true => view! { <h2>{words.not_loaded()}</h2> }.into_any(),
                            false => view! { <h1>{words.not_loaded()}</h1> }.into_any(),
                        }}
                        <p>{sentence}</p>
                        {button(words.try_again().into_any(), move || page.reload())}
                        {is_shown.then(|| view! { " " {button(words.stay().into_any(), move || page.cancel_load())} }.into_any())}
                    </div>
                }
                .into_any(),
            ),
            Loading::Busy { what, received, expected } => {
                let value = (expected > 0 && received > 0).then(|| received.min(expected).to_string());
                Some(
                    view! {
                        <div class="fetching">
                            <label>
                                {words.loading(what, received, expected)}
                                <progress max=expected.max(1).to_string() value=value></progress>
                            </label>
                            <Waiting page what on_again=move || page.reload() on_cancel=move || page.cancel_load() />
                        </div>
                    }
                    .into_any(),
                )
            }
        }
    })
}

/// What to do when something takes long: nothing while it does not.
#[component]
pub fn Waiting(
    page: Page,
    /// What is awaited.
    what: Awaited,
    /// Begins anew.
    on_again: impl Fn() + Send + Sync + 'static,
    /// Gives it up.
    on_cancel: impl Fn() + Send + Sync + 'static,
) -> impl IntoView {
    waiting(page, what, [Arc::new(on_again), Arc::new(on_cancel)])
}

/// One function for all: of each pair of closures the module would have its code.
fn waiting(page: Page, what: Awaited, [again, cancel]: [Arc<dyn Fn() + Send + Sync>; 2]) -> AnyView {
    let told = move || {
        page.patience.is_over.get().then(|| {
            let words = page.words();
            let (again, cancel) = (again.clone(), cancel.clone());
            view! {
                <p class="waiting" role="status">
                    {words.still_waiting(what, Patience::SECONDS)} " "
                    {button(words.try_again().into_any(), move || again())}
                    " "
                    {button(words.cancel().into_any(), move || cancel())}
                </p>
            }
            .into_any()
        })
    };
    live(told)
}

/// That something failed, in a sentence, with a way to try again.
pub fn failure(page: Page, sentence: String, again: impl FnMut() + 'static) -> AnyView {
    failed(sentence, button(page.words().try_again().into_any(), again))
}

fn failed(sentence: String, again: AnyView) -> AnyView {
    view! { <div class="failure" role="alert"><p>{sentence}</p>{again}</div> }.into_any()
}

/// Faults in the dataset. The rest of it is shown.
#[component]
pub fn ProblemList(page: Page) -> impl IntoView {
    live(move || {
        let shown = page.shown.get()?;
        let words = page.words();
        let problems = shown.problems_in(words);
        let count = problems.len();
        if count == 0 {
            return None;
        }
        let lines = problems.into_iter().take(FIRST_PROBLEMS).map(|p| view! { <li>{p}</li> }.into_any());
        let more = count.checked_sub(FIRST_PROBLEMS).filter(|n| *n > 0);
        Some(view! {
            <details class="problems" open>
                <summary>{words.places_not_used(count as u64)}</summary>
                <ul>{lines.collect_view()}{more.map(|n| view! { <li>{words.and_more(n as u64)}</li> }.into_any())}</ul>
            </details>
        }.into_any())
    })
}

/// The last words of a page that met a fault of its own. Its state may be the fault: the document is
/// asked for the language.
pub fn tell_of_panic() {
    browser::with_document(|document| {
        let (Some(body), Ok(box_)) = (document.body(), document.create_element("div")) else { return };
        box_.set_class_name("failure panic");
        let tag = document.document_element().and_then(|root| root.get_attribute("lang"));
        let language = tag
            .filter(|tag| tag == Language::Chinese.tag())
            .map_or_else(Language::default, |_| Language::Chinese);
        box_.set_text_content(Some(i18n::words(language).page_fault()));
        let _ = body.prepend_with_node_1(&box_);
    });
}
