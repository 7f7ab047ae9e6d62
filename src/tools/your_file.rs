//! The reader's own dataset: that it is only in this browser, taking it out, removing it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::state::Page;
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
        page.remove_yours();
        page.go(View::default());
    };
    view! {
        <p class="banner yours" role="note">
            <strong>{move || page.words().your_file_banner()[0]}</strong>
            {move || page.words().your_file_banner()[1]} " "
            <button type="button" on:click=download>{move || page.words().download_as_dataset()}</button>
            <button type="button" on:click=remove>{move || page.words().remove_this_file()}</button>
            <span role="status" class="failed">{move || failure.get()}</span>
        </p>
    }
}

/// The dataset as a file: as it was made in this visit, or as the browser keeps it.
async fn saved(page: Page) -> Result<web_sys::Blob, String> {
    match page.own.get_value() {
        Some(own) => Ok(own),
        None => page.kept().await,
    }
}
