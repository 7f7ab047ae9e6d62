//! The worker that holds records: it opens datasets, reads a reader's own files and sums rows, so
//! that the page answers while it does. Nothing that it is given leaves the browser.
//!
//! A request is an array `[id, verb, json, payload]`, an answer `[id, state, json, bytes]` with the
//! state `done`, `failed` or `progress`. `docs/architecture.md` lists the verbs.

#![cfg(target_arch = "wasm32")]

mod importing;
mod message;
mod pieces;
mod store;
mod work;

pub use pieces::read_where_it_is;
pub use work::start;
