//! The reader's own dataset: that it is only in this browser, taking it out, removing it.

use js_sys::Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;

use crate::browser;
use crate::state::{Page, REMEMBERED};
use messages::{Forget, Restore};
use view::View;

/// What the banner of the reader's own dataset says and does.
#[component]
pub fn YourFile(page: Page) -> impl IntoView {
    let failure: RwSignal<Option<String>> = RwSignal::new(None);
    let download = move |_| {
        spawn_local(async move {
            match saved(page).await {
                Ok(blob) => browser::download_blob("your-file.json", &blob),
                Err(sentence) => failure.set(Some(sentence)),
            }
        });
    };
    let remove = move |_| {
        browser::remember(REMEMBERED, None);
        page.own.set_value(None);
        if let Ok(worker) = page.files_worker() {
            spawn_local(async move {
                // Where the browser keeps nothing there is nothing to forget.
                let _ = worker.ask(Forget, Array::new(), |()| {}).await;
            });
        }
        page.go(View::default());
    };
    view! {
        <p class="banner yours" role="note">
            <strong>"Your file, only in this browser."</strong>
            " Links to it work nowhere else. "
            <button type="button" on:click=download>"Download as a dataset"</button>
            <button type="button" on:click=remove>"Remove this file"</button>
            <span role="status" class="failed">{move || failure.get()}</span>
        </p>
    }
}

/// The dataset as a file: as it was made in this visit, or as the browser keeps it.
async fn saved(page: Page) -> Result<web_sys::Blob, String> {
    if let Some(own) = page.own.get_value() {
        return Ok(own);
    }
    let worker = page.files_worker()?;
    let (_, kept) = worker.ask(Restore, Array::new(), |()| {}).await.map_err(|why| why.to_string())?;
    kept.get(0).dyn_into().map_err(|_| "This browser no longer keeps your file.".to_owned())
}
