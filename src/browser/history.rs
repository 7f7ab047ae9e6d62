//! The address bar. The whole view is in the query string of the page's own address.

use wasm_bindgen::JsValue;

use super::events::listen;
use super::window;

fn location() -> Option<web_sys::Location> {
    Some(window()?.location())
}

/// The query string of the address, with its `?`.
pub fn current_query() -> String {
    location().and_then(|l| l.search().ok()).unwrap_or_default()
}

/// The address of the page with another query string, as a link that stays in its folder.
pub fn link(query: &str) -> String {
    let path = location().and_then(|l| l.pathname().ok()).unwrap_or_default();
    // A path that begins with two slashes would be read as another server.
    format!("/{}{query}", path.trim_start_matches('/'))
}

/// The full address of the page with another query string, to send to somebody.
pub fn page_address(query: &str) -> String {
    let origin = location().and_then(|l| l.origin().ok()).unwrap_or_default();
    format!("{origin}{}", link(query))
}

/// The full address of a file beside the page.
pub fn file_address(file: &str) -> String {
    let page = page_address("");
    let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
    format!("{folder}/{file}")
}

/// Goes to another view, so that "back" returns to this one.
pub fn push(query: &str) {
    if let Some(history) = window().and_then(|w| w.history().ok()) {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&link(query)));
    }
}

/// Changes the address of the same view.
pub fn replace(query: &str) {
    if let Some(history) = window().and_then(|w| w.history().ok()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&link(query)));
    }
}

/// Calls `f` with the query string whenever the reader goes back or forward. For the page's lifetime.
pub fn on_pop_state(f: impl Fn(String) + 'static) {
    listen(&["popstate"], move |_| f(current_query()));
}
