//! A breakdown as text for the command line: stable JSON for programs, a table for people.

mod check;
mod json;
mod table;

pub use check::{check_json, check_text};
pub use json::json;
pub use table::table;
