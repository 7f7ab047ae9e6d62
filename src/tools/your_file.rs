//! The reader's own dataset: that it is only in this browser, taking it out, removing it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::parts::button::button;
use crate::parts::live::live;
use crate::state::Page;
use view::View;

/// What the banner of the reader's own dataset says and does.
#[component]
pub fn YourFile(page: Page) -> impl IntoView {
    let failure: RwSignal<Option<String>> = RwSignal::new(None);
    let download = move || {
        spawn_local(async move {
            failure.set(match saved(page).await {
                Ok(blob) => page.saved(browser::download_blob("your-file.json", &blob)),
                Err(sentence) => Some(sentence),
            });
        });
    };
    let remove = move || {
        page.remove_yours();
        page.go(View::default());
    };
    view! {
        <p class="banner yours" role="note">
            <strong>{live(move || page.words().your_file_banner()[0])}</strong>
            {live(move || page.words().your_file_banner()[1])} " "
            {button(live(move || page.words().download_as_dataset()), download)}
            {button(live(move || page.words().remove_this_file()), remove)}
            <span role="status" class="failed">{live(move || failure.get())}</span>
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
