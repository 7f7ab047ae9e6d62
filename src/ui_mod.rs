//! The page. Components are small and hold no arithmetic: they read a memo and draw it.
//!
//! State lives in [`page::Page`], made once in [`app::App`]; everything below gets copies of its
//! signals.

// The component macro makes public items that have no place for documentation.
#![allow(missing_docs)]

#[cfg(feature = "records")]
mod add_figures;
mod app;
#[cfg(feature = "check")]
mod check;
#[cfg(feature = "records")]
mod check_note;
mod cross;
mod explanation;
#[cfg(feature = "records")]
mod import_panel;
mod key_figures;
mod loading;
mod masthead;
#[cfg(feature = "records")]
mod note;
mod notices;
mod number;
#[cfg(feature = "records")]
mod opened;
mod own_file;
mod page;
mod ranking;
mod records_parts;
mod sources;
mod state;
mod trend;
mod yours;

use leptos::prelude::*;

/// Whether this is the module that knows records.
const RECORDS: bool = cfg!(feature = "records");
/// Whether this is the module that checks printed figures: the same one.
const CHECK: bool = cfg!(feature = "check");

/// Starts the page: the static text of `index.html` makes room for it.
pub fn mount() {
    console_error_panic_hook::set_once();
    let previous = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        notices::tell_of_panic();
        previous(info);
    }));
    crate::browser::with_document(|document| {
        if let Some(boot) = document.get_element_by_id("boot") {
            boot.remove();
        }
    });
    mount_to_body(app::App);
}
