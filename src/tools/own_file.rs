//! The way in for a reader's own files: an entry of the menu, and the page itself to drop them on.

use js_sys::Array;
use leptos::prelude::*;

use crate::browser;
use crate::parts::live::live;
use crate::state::Page;

/// On the document while files are held over it.
const HELD_OVER: &str = "data-over";

/// The entry. What is chosen or dropped goes to the import panel.
#[component]
pub fn OwnFile(page: Page) -> impl IntoView {
    let take = move |files: Array| {
        if files.length() > 0 {
            page.files.set(Some(files));
        }
    };
    let hold = |now| {
        browser::with_document(|document| {
            if let Some(root) = document.document_element() {
                let _ = root.toggle_attribute_with_force(HELD_OVER, now);
            }
        });
    };
    browser::on_drop(hold, take);
    view! {
        <label class="own-file">
            {live(move || page.words().open_file())}
            <input
                type="file"
                multiple
                accept=".csv,.txt,.tsv,.dat,.json,.xlsx,.xls,.ods,.zip,.gz,.html,.htm"
                on:change=move |event| take(browser::chosen_files(&event))
            />
        </label>
    }
}
