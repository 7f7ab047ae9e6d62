//! A breakdown as text: stable JSON for programs, a table for people, CSV for spreadsheets.

#[cfg(feature = "check")]
mod check;
mod csv;
mod json;
#[cfg(feature = "check")]
mod proof;
mod table;

#[cfg(feature = "check")]
pub use check::{check_json, check_text};
pub use csv::csv;
pub use json::json;
#[cfg(feature = "check")]
pub use proof::{proof_json, proof_text};
pub use table::table;
