//! The window and the document.

use std::cmp::Ordering;

use js_sys::{Array, JsString, Object};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Document, HtmlElement, KeyboardEvent, MouseEvent, Window};

use super::events::listen;
use super::timer::after;

/// The window; `None` where the page is drawn without a browser.
pub fn window() -> Option<Window> {
    if cfg!(target_arch = "wasm32") { web_sys::window() } else { None }
}

/// Hands the document to `f`.
pub fn with_document(f: impl FnOnce(&Document)) {
    if let Some(document) = window().and_then(|w| w.document()) {
        f(&document);
    }
}

/// The title in the browser's tab.
pub fn set_title(title: &str) {
    with_document(|d| d.set_title(title));
}

/// The languages that the reader prefers, the first one most, as tags.
pub fn languages() -> Vec<String> {
    let all = window().map(|w| w.navigator().languages());
    all.iter().flat_map(|all| all.iter()).filter_map(|tag| tag.as_string()).collect()
}

/// The language of the document, as a tag, and what search engines and previews say of it.
pub fn set_language(tag: &str, description: &str) {
    with_document(|document| {
        if let Some(root) = document.document_element() {
            let _ = root.set_attribute("lang", tag);
        }
    });
    for selector in ["meta[name=description]", "meta[property='og:description']"] {
        if let Some(meta) = find(selector) {
            let _ = meta.set_attribute("content", description);
        }
    }
}

/// Which of two names stands first in a list of that language.
pub fn in_order(tag: &str, name: &str, other: &str) -> Ordering {
    if window().is_none() {
        return name.cmp(other);
    }
    let order = JsString::from(name).locale_compare(other, &Array::of1(&tag.into()), &Object::new());
    order.cmp(&0)
}

/// Width and height of the window's inside, pixels.
pub fn viewport() -> (f64, f64) {
    let size = |value: Result<JsValue, JsValue>| value.ok().and_then(|v| v.as_f64()).unwrap_or(0.0);
    window().map_or((0.0, 0.0), |w| (size(w.inner_width()), size(w.inner_height())))
}

/// Calls `f` whenever the window changes its size. For the page's lifetime.
pub fn on_resize(f: impl Fn() + 'static) {
    listen(&["resize"], move |_| f());
}

/// Calls `f` whenever the page scrolls. For the page's lifetime.
pub fn on_scroll(f: impl Fn() + 'static) {
    listen(&["scroll"], move |_| f());
}

/// Calls `f` whenever the Escape key is pressed. For the page's lifetime.
pub fn on_escape(f: impl Fn() + 'static) {
    listen(&["keydown"], move |event| {
        if event.dyn_ref::<KeyboardEvent>().is_some_and(|e| e.key() == "Escape") {
            f();
        }
    });
}

/// Whether a click asks for a new tab or window, which is the browser's business.
pub fn has_modifier(event: &MouseEvent) -> bool {
    event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key() || event.button() != 0
}

/// Scrolls to the top of the page.
pub fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// The first element that a selector of this program's own names.
pub fn find(selector: &str) -> Option<web_sys::Element> {
    window()?.document()?.query_selector(selector).ok().flatten()
}

/// Gives an element the focus.
pub fn focus(selector: &str) {
    if let Some(element) = find(selector).and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Gives an element the focus once the page has been drawn anew.
pub fn focus_later(selector: &'static str) {
    next_frame(move || focus(selector));
}

/// Scrolls to an element once the page has been drawn anew.
pub fn show_later(selector: &'static str) {
    next_frame(move || {
        if let Some(element) = find(selector) {
            element.scroll_into_view();
        }
    });
}

/// Scrolls to an element and gives it the focus once `is_due`: what leads to it may have to be fetched first.
pub fn show_once(is_due: impl Fn() -> bool + 'static, selector: &'static str) {
    show_within(TRIES, Box::new(is_due), selector);
}

/// How often an element is looked for, and how long between two times, milliseconds: a reader who waited longer went on.
const TRIES: u32 = 60;
const BETWEEN_TRIES: u64 = 50;

fn show_within(tries: u32, is_due: Box<dyn Fn() -> bool>, selector: &'static str) {
    after(BETWEEN_TRIES, move || match find(selector).filter(|_| is_due()) {
        Some(element) => {
            element.scroll_into_view();
            focus(selector);
        }
        None if tries > 0 => show_within(tries - 1, is_due, selector),
        None => {}
    });
}

/// Whether the focus is inside an element.
pub fn has_focus(selector: &str) -> bool {
    let active = window().and_then(|w| w.document()).and_then(|d| d.active_element());
    active.is_some_and(|a| a.closest(selector).ok().flatten().is_some())
}

/// Calls `f` once what has changed is drawn.
pub fn next_frame(f: impl FnOnce() + 'static) {
    let Some(window) = window() else { return };
    let f = Closure::once_into_js(f);
    let _ = window.request_animation_frame(f.unchecked_ref());
}
