//! Tonnage: export breakdowns computed in the reader's browser.
//!
//! This crate is the page. Data flows one way: what a link asks for is loaded (`state`), the crates in
//! `crates/` answer questions about it, and components draw the answers (`sections`, made of `parts` and of the charts whose
//! data `charts` makes, and the `tools` for a reader's own files and texts). What asks the browser is in `browser` alone, so that the same
//! components draw static HTML where there is none.

// The component macro makes public items that have no place for documentation.
#![allow(missing_docs)]
// What only a live page does stands still where the page is drawn as HTML.
#![cfg_attr(not(target_arch = "wasm32"), allow(dead_code, unused_imports))]

mod app;
mod browser;
mod charts;
mod parts;
mod sections;
mod state;
#[cfg(not(target_arch = "wasm32"))]
mod structured;
mod tools;

#[cfg(target_arch = "wasm32")]
pub use app::mount;
#[cfg(not(target_arch = "wasm32"))]
pub use app::{PageHtml, page_html};
#[cfg(not(target_arch = "wasm32"))]
pub use state::{DatasetOwner, Shown};
