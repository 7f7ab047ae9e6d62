//! Texts of the page.

mod failures;
mod figures;
mod frame;
mod sections;
mod tables;
mod tools;
