//! Texts of the page.

mod charts;
mod failures;
mod figures;
mod frame;
mod sections;
mod sharing;
mod tables;
mod tools;
