//! Time.

use std::time::Duration;

use leptos::prelude::set_timeout;

/// Calls `f` once, after a while.
pub fn after(milliseconds: u64, f: impl FnOnce() + 'static) {
    if super::window().is_some() {
        set_timeout(f, Duration::from_millis(milliseconds));
    }
}
