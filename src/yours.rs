//! The reader's own dataset: that it is only in this browser, taking it out, dismissing it.

use js_sys::Array;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::loading::REMEMBERED;
use super::page::Page;
use view::View;
use crate::browser;

/// What the banner of the reader's own dataset says and does.
#[component]
pub fn YourFile(page: Page) -> impl IntoView {
    let download = move |_| {
        let Some(engine) = page.engine() else { return };
        let id = page.dataset.with_untracked(|d| d.ready().map(|d| d.ledger.catalogue.id.clone()));
        spawn_local(async move {
            if let Ok(answer) = engine.ask("download", "null", &Array::new(), &Array::new(), |_| {}).await {
                web::download(&format!("{}.json", id.unwrap_or_default()), &answer.bytes);
            }
        });
    };
    let dismiss = move |_| {
        web::remember(REMEMBERED, None);
        if let Some(engine) = page.engine() {
            spawn_local(async move {
                let _ = engine.ask("forget", "null", &Array::new(), &Array::new(), |_| {}).await;
            });
        }
        page.go(View::default());
    };
    view! {
        <p class="banner yours" role="note">
            <strong>"Your file, only in this browser."</strong>
            " Links to it work nowhere else. "
            <button type="button" on:click=download>"Download as a dataset"</button>
            <button type="button" on:click=dismiss>"Dismiss"</button>
        </p>
    }
}
