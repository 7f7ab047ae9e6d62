//! Texts of files that somebody takes away: what a table is about. Names of columns are in no language (the crate `report`).

use super::{CheckWords, SectionWords};
use model::{Frequency, Unit};

/// Texts of files that somebody takes away. Asked for by [`crate::taken_words`].
pub trait TakenWords: CheckWords + SectionWords + Sync {
    /// What the tables measure: "Net weight in tonnes", "Value in US$".
    fn measured(&self, unit: Unit) -> String;
    /// That a program made the figures up.
    fn made_up_by_program(&self) -> &'static str;
    /// Whose the figures are: of the articles that print them, or of who gave out the rows.
    fn belongs(&self, recorded: bool) -> &'static str;
    /// What a table of months is: "Months".
    fn months_table(&self, frequency: Frequency) -> &'static str;
    /// What a table of rows is: "Rows".
    fn rows_table(&self) -> &'static str;
    /// Why there is no workbook: a sheet has no room for so many rows.
    fn too_many_rows(&self, rows: usize) -> String;
    /// Why there is no workbook: it would be too large.
    fn workbook_too_large(&self) -> &'static str;
    /// Why there is no file: what is asked for is not there.
    fn no_table(&self) -> &'static str;
}
