//! Texts of the command line's reports.

use super::CheckWords;
use model::{Against, Frequency, Span, Subject};

/// Texts of the command line's reports. Asked for by [`crate::report_words`].
pub trait ReportWords: CheckWords + Sync {
    /// What stands above figures that a program made up.
    fn made_up(&self) -> &'static str;
    /// Heads of the columns of a breakdown: quantity, share, change in tonnes, in percent, and the base of the
    /// change over a span.
    fn table_heads(&self, span: Span, of: Subject) -> [String; 5];
    /// On what a line's change is, behind its months: "on the month before".
    fn change_on(&self, against: Against, frequency: Frequency) -> &'static str;
    /// How long a member has been first, behind its name: " (first for 2 months)".
    fn first_for(&self, months: &str, frequency: Frequency) -> String;
    /// Members of whom one figure is reported.
    fn together(&self, names: &str) -> String;
    /// What the parts of a complete breakdown leave.
    fn left_by_rounding(&self) -> &'static str;
    /// What the marks of a table mean.
    fn table_marks(&self) -> &'static str;
    /// The heading of figures that others contradict.
    fn contradictions_head(&self) -> &'static str;
    /// The heading of figures that are possible, but odd.
    fn suspicions_head(&self) -> &'static str;
    /// The heading of all figures.
    fn every_figure_head(&self) -> &'static str;
}
