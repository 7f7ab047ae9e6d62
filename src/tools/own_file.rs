//! The way in for a reader's own files: a button in the head of the page, and the page itself to drop
//! them on.

use js_sys::Array;
use leptos::prelude::*;

use crate::browser;
use crate::parts::live::live;
use crate::state::Page;

/// The button. What is chosen or dropped goes to the import panel.
#[component]
pub fn OwnFile(page: Page) -> impl IntoView {
    let over = RwSignal::new(false);
    let take = move |files: Array| {
        if files.length() > 0 {
            page.files.set(Some(files));
        }
    };
    browser::on_drop(move |now| over.set(now), take);
    view! {
        <label class="own-file" class:over=over>
            {live(move || page.words().open_file())}
            <input
                type="file"
                multiple
                accept=".csv,.txt,.tsv,.json,text/csv,application/json"
                on:change=move |event| take(browser::chosen_files(&event))
            />
        </label>
    }
}
