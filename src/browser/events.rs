//! Events of the window, for the page's lifetime.

use wasm_bindgen::prelude::*;
use web_sys::{Element, Event};

use super::window;

/// Calls `f` with every event of these names.
pub fn listen(names: &[&str], f: impl FnMut(Event) + 'static) {
    let Some(window) = window() else { return };
    let closure = Closure::<dyn FnMut(Event)>::new(f);
    for name in names {
        let _ = window.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
    }
    closure.forget();
}

/// The element that an event happened on.
pub fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// The element that an event happened on, or the nearest one around it, that a selector names.
pub fn parent(event: &Event, selector: &str) -> Option<Element> {
    target(event)?.closest(selector).ok().flatten()
}
