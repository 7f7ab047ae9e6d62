//! A breakdown as text for the command line: stable JSON for programs, a table for people.

#[cfg(feature = "check")]
mod check;
mod json;
mod table;

#[cfg(feature = "check")]
pub use check::{check_json, check_text};
pub use json::json;
pub use table::table;
