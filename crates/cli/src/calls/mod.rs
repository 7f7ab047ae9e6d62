//! The calls of the command line, one a file.

pub mod check_note;
pub mod import;
pub mod manifest;
pub mod note;
