//! Tonnage: export breakdowns computed from published figures, in the reader's browser.
//!
//! Data flows one way: `dataset` reads JSON into a [`ledger`], `breakdown` answers questions about
//! it, `chart` and `i18n` turn answers into shapes and words, and the page (`web`, `ui`, wasm only)
//! or the command line shows them. `records` are complete customs rows; in the browser they live in a
//! worker (`engine`). Everything but `engine`, `web` and `ui` is pure: no clock, no network, no
//! browser. `tests/layers.rs` enforces that.

pub mod breakdown;
pub mod chart;
pub mod dataset;
pub mod i18n;
#[cfg(feature = "rows")]
pub mod import;
pub mod ledger;
pub mod model;
pub mod note;
#[cfg(feature = "check")]
pub mod proof;
pub mod records;
pub mod report;
#[cfg(feature = "rows")]
pub mod synth;
pub mod view;

#[cfg(all(target_arch = "wasm32", feature = "engine"))]
pub mod engine;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
pub mod ui;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
pub mod web;
