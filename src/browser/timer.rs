//! Time.

use std::time::Duration;

use leptos::prelude::set_timeout;

/// Calls `f` once, after a while.
pub fn after(milliseconds: u64, f: impl FnOnce() + 'static) {
    if super::window().is_some() {
        set_timeout(f, Duration::from_millis(milliseconds));
    }
}

/// The day that it is, by universal time: `2025-06-18`.
pub fn today() -> String {
    let now = String::from(js_sys::Date::new_0().to_iso_string());
    now.get(..10).unwrap_or_default().to_owned()
}
