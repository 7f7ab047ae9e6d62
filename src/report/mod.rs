//! A breakdown as text for the command line: stable JSON for programs, a table for people.

mod json;
mod table;

pub use json::json;
pub use table::table;
