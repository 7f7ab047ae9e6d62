//! A breakdown as text: stable JSON for programs, a table for people; and the tables that are taken away as files.

mod check;
mod json;
mod proof;
mod table;
mod tables;

pub use check::{check_json, check_text};
pub use json::json;
pub use proof::{proof_json, proof_text};
pub use table::table;
pub use tables::{Tables, claims_table, rows_table};
