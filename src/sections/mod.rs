//! The parts of the page that answer a question, one a file.

pub mod check;
pub mod cross;
pub mod fact_check;
pub mod key_figures;
pub mod note;
pub mod ranking;
pub mod sources;
pub mod trend;
