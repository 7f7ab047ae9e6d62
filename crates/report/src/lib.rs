//! A breakdown as text: stable JSON for programs, a table for people, CSV for spreadsheets.

mod check;
mod csv;
mod json;
mod proof;
mod table;

pub use check::{check_json, check_text};
pub use csv::csv;
pub use json::json;
pub use proof::{proof_json, proof_text};
pub use table::table;
