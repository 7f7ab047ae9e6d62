//! A breakdown as text for the command line: stable JSON for programs, a table for people.

#[cfg(feature = "implied")]
mod check;
mod json;
mod table;

#[cfg(feature = "implied")]
pub use check::{check_json, check_text};
pub use json::json;
pub use table::table;
