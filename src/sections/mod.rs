//! The parts of the page that answer a question, one a file.

pub mod changes;
pub mod check;
pub mod columns;
pub mod compare;
pub mod cross;
pub mod fact_check;
pub mod key_figures;
pub mod map;
pub mod member;
pub mod note;
mod note_charts;
pub mod order;
pub mod prices;
pub mod ranking;
pub mod season;
pub mod sources;
pub mod structure;
pub mod trend;
