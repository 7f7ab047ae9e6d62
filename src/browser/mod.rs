//! Calls to the browser. No arithmetic, no words of the product beyond what failed.

mod clipboard;
mod events;
mod fetch;
mod files;
mod history;
mod window;
mod worker;

pub use clipboard::{copy, copy_html};
pub use events::{hand_over, handed_files};
pub use fetch::{FetchError, Freshness, Progress, fetch};
pub use files::{chosen_files, download, on_drop, remember, remembered};
pub use history::{current_query, link, on_pop_state, page_address, push, replace};
pub use window::{
    find, focus, focus_later, has_focus, has_modifier, on_escape, on_pointer_down, on_resize, on_scroll,
    rect_of, scroll_to_top, set_title, viewport, with_document,
};
pub use worker::{Answer, Engine};
