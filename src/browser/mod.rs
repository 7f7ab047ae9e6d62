//! Calls to the browser. No arithmetic, no words.
//!
//! The page is also drawn without a browser, as static HTML: there is no window then ([`window`] is `None`),
//! nothing is listened to, and what would be asked of the browser has the answer of one that keeps nothing.

mod canvas;
mod clipboard;
mod events;
mod fetch;
mod files;
mod history;
mod motion;
mod share;
mod timer;
mod window;
mod worker;

pub use canvas::png;
pub use clipboard::{blob, copy, copy_html, copy_kinds, later};
pub use events::{listen, parent, target};
pub use fetch::{Canceller, FetchError, Freshness, fetch};
pub use files::{
    answers, answers_so_far, chosen_files, chosen_in_list, download, download_blob, has_database, on_drop,
    remember, remembered,
};
pub use history::{current_query, file_address, on_pop_state, page_address, push, replace};
pub use motion::glide;
pub use share::{Sharing, share};
pub use timer::{after, today};
pub use window::{
    find, focus, focus_later, has_focus, has_modifier, in_order, languages, next_frame, on_escape, on_resize,
    on_scroll, scroll_to_top, set_language, set_title, show_later, show_once, viewport, window,
    with_document,
};
pub use worker::{WorkerFailure, WorkerHandle};
