//! What the page has to say about itself: loading, failures, a link or a dataset with faults.

use leptos::prelude::*;

use crate::browser;
use crate::state::{Loading, Page};
use i18n::english::notice;

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

/// What is on its way, or why it did not come, with a way to try again. What is shown stays meanwhile.
#[component]
pub fn Fetching(page: Page) -> impl IntoView {
    let again = move |_| page.reload();
    let stay = move |_| page.cancel_load();
    move || {
        let is_shown = page.shown.with(Option::is_some);
        match page.loading.get()? {
            Loading::Failed(sentence) => Some(
                view! {
                    <div class="failure" role="alert">
                        <h1>"The figures could not be loaded"</h1>
                        <p>{sentence}</p>
                        <button type="button" on:click=again>"Try again"</button>
                        {is_shown.then(|| view! {
                            " "
                            <button type="button" on:click=stay>"Stay with what is below"</button>
                        })}
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
                                {format!("Loading {what}{}", amount(received, expected))}
                                <progress max=expected.max(1).to_string() value=value></progress>
                            </label>
                            <Waiting page what on_again=move || page.reload() on_cancel=move || page.cancel_load() />
                        </div>
                    }
                    .into_any(),
                )
            }
        }
    }
}

/// ": 12 of 58 kB", or nothing while nothing arrived.
fn amount(received: usize, expected: usize) -> String {
    let kilobytes = |bytes: usize| bytes.div_ceil(1000);
    match (received, expected) {
        (0, _) => String::new(),
        (_, 0) => format!(": {} kB", kilobytes(received)),
        _ => format!(": {} of {} kB", kilobytes(received), kilobytes(expected)),
    }
}

/// What to do when something takes long: nothing while it does not.
#[component]
pub fn Waiting(
    page: Page,
    /// What is awaited.
    what: &'static str,
    /// Begins anew.
    on_again: impl Fn() + Copy + Send + 'static,
    /// Gives it up.
    on_cancel: impl Fn() + Copy + Send + 'static,
) -> impl IntoView {
    move || {
        page.patience.is_over.get().then(|| {
            view! {
                <p class="waiting" role="status">
                    {format!("Still waiting for {what}: nothing has come for 8 seconds. ")}
                    <button type="button" on:click=move |_| on_again()>"Try again"</button>
                    " "
                    <button type="button" on:click=move |_| on_cancel()>"Cancel"</button>
                </p>
            }
        })
    }
}

/// Faults in the dataset. The rest of it is shown.
#[component]
pub fn ProblemList(page: Page) -> impl IntoView {
    move || {
        let shown = page.shown.get()?;
        let count = shown.problems.len();
        if count == 0 {
            return None;
        }
        let lines = shown.problems.iter().take(FIRST_PROBLEMS).map(|p| view! { <li>{p.clone()}</li> });
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
    browser::with_document(|document| {
        let (Some(body), Ok(box_)) = (document.body(), document.create_element("div")) else { return };
        box_.set_class_name("failure panic");
        box_.set_text_content(Some("The page met a fault of its own and stopped. Reload it to go on."));
        let _ = body.prepend_with_node_1(&box_);
    });
}
