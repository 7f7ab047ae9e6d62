//! What a reader does with files and texts of their own.

pub mod add_figures;
pub mod import_panel;
pub mod own_file;
pub mod your_file;
