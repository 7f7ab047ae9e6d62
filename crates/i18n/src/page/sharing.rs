//! Texts of what readers take along besides files: an embedded section, a citation, lines of code.

use crate::{MonthWords, NameWords};
use breakdown::Dataset;
use takeaway::Citation;

/// Texts of what readers take along.
pub trait SharingWords: NameWords + MonthWords {
    /// The link from an embedded section to the whole page (parts/embed.rs).
    fn explore(&self) -> &'static str;
    /// The buttons below a section (parts/take.rs): embed it, cite it, fetch its dataset by a line of code.
    fn offers(&self) -> [&'static str; 3];
    /// The button that copies; `code` is no text.
    fn copy(&self, code: bool) -> &'static str;
    /// That the browser does not let the page copy, and the text is selected instead.
    fn selected(&self) -> &'static str;
    /// In place of code for the reader's own file, which nobody else can see.
    fn nobody_else_has(&self) -> &'static str;
    /// In place of code for a dataset in several files.
    fn in_several_files(&self) -> &'static str;
    /// Where the reader added figures: they are not in what is embedded or fetched.
    fn without_added(&self) -> &'static str;

    /// Before the code of an embedded section.
    fn embed_code(&self) -> &'static str;
    /// Below it: what it keeps, whom it asks.
    fn embed_remark(&self) -> &'static str;
    /// Before the choice of a width, and the one that is no length.
    fn width_choices(&self) -> [&'static str; 2];
    /// The same of a height.
    fn height_choices(&self) -> [&'static str; 2];
    /// The embedded section as it will look.
    fn preview(&self) -> &'static str;

    /// Who the figures of a citation are from, and whether others are, too.
    fn cited_source(&self, dataset: &Dataset) -> (String, bool);
    /// A title with what of it: "China’s exports of sinks: Destinations".
    fn title_of(&self, title: &str, part: &str) -> String;
    /// That a program made the figures up.
    fn cited_as_synthetic(&self) -> &'static str;
    /// The names of the finding with its source, and of the two citations that are sentences: short, and in full.
    fn citation_names(&self) -> [&'static str; 3];
    /// A citation in a line.
    fn cited_in_short(&self, cited: &Citation) -> String;
    /// The same with what the dataset is.
    fn cited_in_full(&self, cited: &Citation) -> String;

    /// What the lines of code fetch.
    fn lines_fetch(&self) -> &'static str;
    /// The link to that file.
    fn file_of_lines(&self) -> &'static str;
    /// In which programs they run: Google Sheets, Excel, pandas, R, DuckDB.
    fn programs(&self) -> [&'static str; 5];
}
