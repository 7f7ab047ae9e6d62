//! Texts of the tools: the month's text, the check of somebody's text, the reader's own files.

use crate::{CountWords, NameWords};
use model::Period;
use view::Length;

/// What became of a dataset that was made of the reader's files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// Nothing could be used.
    Nothing,
    /// The browser keeps it.
    Kept,
    /// The browser has no room for it.
    NoRoom,
    /// The browser keeps nothing, as in a private window.
    NotAllowed,
}

/// Texts of the tools.
pub trait ToolWords: NameWords + CountWords {
    /// While it is written.
    fn writing_summary(&self) -> &'static str;
    /// In its place where there is no month.
    fn no_month(&self) -> &'static str;
    /// How much it says.
    fn length_name(&self, length: Length) -> &'static str;
    /// What the buttons of lengths are, for those who hear them.
    fn length_switch(&self) -> &'static str;
    /// What a number of the text is called in its box.
    fn in_summary(&self) -> &'static str;
    /// The link in the box of such a number.
    fn show_number(&self) -> &'static str;
    /// Over the reader's own words.
    fn your_interpretation(&self, period: Period) -> String;
    /// Where these are kept.
    fn interpretation_kept(&self, kept: bool) -> &'static str;
    /// Buttons that copy, each with what it says when it did: as text, for an e-mail, as Markdown.
    fn copy_buttons(&self) -> [(&'static str, &'static str); 3];
    /// The button that saves it as a document of Word.
    fn save_as_word(&self) -> &'static str;
    /// Before the text where the browser does not let the page copy.
    fn copy_by_hand(&self) -> &'static str;
    /// Over what it says and does not say, and why.
    fn said_and_unsaid(&self) -> &'static str;

    /// The heading of the check of somebody's text, and every link to it (sections/fact_check.rs).
    fn fact_check_title(&self) -> &'static str;
    /// Over the field for the text.
    fn paste_label(&self) -> &'static str;
    /// What becomes of the text.
    fn paste_caveat(&self) -> &'static str;
    /// The button that empties the field.
    fn clear(&self) -> &'static str;
    /// While it is read.
    fn reading_text(&self) -> &'static str;
    /// The button that says of which month a text is.
    fn is_about(&self, period: Period) -> String;
    /// That it was pressed.
    fn read_as_of(&self, period: Period) -> String;
    /// What a marked figure is called: its form and its verdict.
    fn marked_figure(&self, form: &str, verdict: &str) -> String;
    /// What the table is, for those who hear it.
    fn fact_check_caption(&self) -> &'static str;
    /// Heads of the table: figure, read as, verdict, why.
    fn fact_check_heads(&self) -> [&'static str; 4];
    /// The link to where the dataset shows a figure.
    fn show(&self) -> &'static str;
    /// That only the first figures are listed.
    fn more_figures_marked(&self, listed: u64, more: u64) -> String;

    /// In place of the form for records (tools/add_figures.rs).
    fn cannot_add(&self) -> &'static str;
    /// Over the form.
    fn add_figures_title(&self, count: u64) -> String;
    /// What becomes of the figures.
    fn add_figures_caveat(&self) -> &'static str;
    /// Fields: publisher, title, date, address.
    fn article_fields(&self) -> [&'static str; 4];
    /// The button that adds them.
    fn add_figures(&self, count: u64) -> String;
    /// The button that makes a file of them.
    fn download_figures(&self) -> &'static str;

    /// The heading of the panel (tools/import_panel.rs).
    fn files_title(&self) -> &'static str;
    /// What becomes of the files.
    fn files_caveat(&self) -> &'static str;
    /// How far the reading is.
    fn reading_rows(&self, rows: u64) -> String;
    /// While the dataset is made.
    fn making_dataset(&self) -> &'static str;
    /// What came of the files.
    fn outcome(&self, keeping: Keeping) -> &'static str;
}
