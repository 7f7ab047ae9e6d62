//! A breakdown as text for the command line: stable JSON for programs, a table for people.

#[cfg(feature = "check")]
mod check;
mod json;
#[cfg(feature = "check")]
mod proof;
mod table;

#[cfg(feature = "check")]
pub use check::{check_json, check_text};
pub use json::json;
#[cfg(feature = "check")]
pub use proof::{proof_json, proof_text};
pub use table::table;
