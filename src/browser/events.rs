//! Events of the window, for the page's lifetime.

use std::cell::Cell;

use wasm_bindgen::prelude::*;
use web_sys::{CustomEvent, CustomEventInit, Event};

thread_local! {
    /// Another module of the page has taken over: this one no longer answers.
    static RETIRED: Cell<bool> = const { Cell::new(false) };
}

/// Calls `f` with every event of these names.
pub fn listen(names: &[&str], mut f: impl FnMut(Event) + 'static) {
    let closure = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        if !RETIRED.get() {
            f(event);
        }
    });
    if let Some(window) = web_sys::window() {
        for name in names {
            let _ = window.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
        }
    }
    closure.forget();
}

/// The event that asks `start.js` for the module that knows records.
const TAKE_OVER: &str = "tonnage-records";

/// Gives the page to the module that knows records, with the files that it should read.
pub fn hand_over(files: &js_sys::Array) {
    RETIRED.set(true);
    let init = CustomEventInit::new();
    init.set_detail(files);
    if let (Some(window), Ok(event)) =
        (web_sys::window(), CustomEvent::new_with_event_init_dict(TAKE_OVER, &init))
    {
        let _ = window.dispatch_event(&event);
    }
}

/// The files that the module before this one handed over.
pub fn handed_files() -> js_sys::Array {
    let files = js_sys::Reflect::get(&js_sys::global(), &"tonnageFiles".into()).unwrap_or_default();
    files.dyn_into().unwrap_or_default()
}
