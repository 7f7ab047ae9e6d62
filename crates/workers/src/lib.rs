//! The workers beside the page: what is heavy and has no elements. Each is a module of its own, fetched
//! when it is first needed, so that the page answers while it works. Nothing that a worker is given leaves
//! the browser.
//!
//! `serve` is the way in and out; a worker is a function from a request to an answer. What the requests
//! are is in the crate `messages`.

#![cfg(target_arch = "wasm32")]

mod decode;
mod downloads;
mod factcheck;
mod files;
mod given;
mod notes;
mod pieces;
mod records;
mod serve;
mod store;

pub use downloads::serve_downloads;
pub use factcheck::serve_factcheck;
pub use files::serve_files;
pub use notes::serve_notes;
pub use records::serve_records;
