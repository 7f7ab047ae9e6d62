//! Texts around the sections: the bar, its menu, the title, the month, the choice of rows, banners, loading.

use crate::{CountWords, NameWords};
use breakdown::Dataset;
use model::{Frequency, MoneyUnit, Period, Span, Subject, WeightUnit};
use view::Section;

/// What the page waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Awaited {
    /// The list of datasets.
    Datasets,
    /// A dataset's files.
    Figures,
    /// The sums of the rows that the reader chose.
    ChosenRows,
    /// The sums of the cross table.
    Sums,
    /// The reader's own dataset, from where the browser keeps it.
    YourFile,
    /// The reader's files, which are read.
    YourFiles,
    /// The comparison of a text.
    FactCheck,
    /// The month in sentences.
    Summary,
    /// The world's land.
    Map,
    /// A table as a file.
    File,
}

/// Texts around the sections.
pub trait FrameWords: NameWords + CountWords {
    /// The link over everything, seen when it has the focus (app.rs).
    fn skip(&self) -> &'static str;
    /// The window's title (app.rs): "Destinations · April 2025 · Aluminium wire and cable to Mexico".
    fn window_title(&self, section: Section, of: Subject, months: &str, title: &str, scope: &str) -> String;

    /// What the page is, for search engines and previews (app.rs).
    fn description(&self) -> &'static str;

    /// Before the choice of the dataset (parts/frame.rs, Datasets).
    fn dataset_label(&self) -> &'static str;
    /// The names of the lists of units: of weights, and of money.
    fn units_labels(&self) -> [&'static str; 2];
    /// A unit of weight in that list, and what leaves it to each column and chart.
    fn weight_unit_name(&self, unit: Option<WeightUnit>) -> &'static str;
    /// What money is counted in.
    fn money_unit_name(&self, unit: Option<MoneyUnit>) -> &'static str;
    /// The reader's own dataset in that choice.
    fn your_file_option(&self, title: &str) -> String;
    /// What the dataset that is shown is made of, behind that choice: "published figures", "your file".
    fn dataset_kind(&self, dataset: &Dataset, your_file: bool) -> &'static str;
    /// The button that copies a link (Share); the second part is for those who hear it.
    fn share(&self) -> [&'static str; 2];
    /// That it is copied; of the reader's own file it works in this browser only.
    fn link_copied(&self, your_file: bool) -> &'static str;
    /// Before the link where the browser does not let the page copy.
    fn copy_this_link(&self) -> &'static str;
    /// The button that opens the menu (parts/menu.rs).
    fn menu(&self) -> &'static str;
    /// Above the sections of the page in the menu.
    fn on_this_page(&self) -> &'static str;
    /// The link to the sources in the menu.
    fn sources_and_about(&self) -> &'static str;
    /// Behind the title (Title): codes, unit, what the dataset is made of. "HS 76141000, 76149000 · net weight
    /// in tonnes · figures reported in 30 articles".
    fn dataset_facts(&self, dataset: &Dataset) -> String;
    /// The link back from a wide section.
    fn all_sections(&self) -> &'static str;

    /// What the navigation by months is, for those who hear it (parts/months.rs).
    fn month_navigation(&self, frequency: Frequency) -> &'static str;
    /// Before the month that is one back, for those who hear it.
    fn previous_month(&self) -> &'static str;
    /// Before the month that is one on.
    fn next_month(&self) -> &'static str;
    /// In place of the step back at the first month, for those who hear it.
    fn first_month(&self, frequency: Frequency) -> &'static str;
    /// In place of the step on at the last month.
    fn latest_month(&self, frequency: Frequency) -> &'static str;
    /// The link to that month from an earlier one.
    fn latest(&self) -> &'static str;
    /// What the list of months is, for those who hear it (MonthPicker).
    fn choose_month(&self, frequency: Frequency) -> &'static str;
    /// A month in that list.
    fn month_option(&self, period: Period, known: bool) -> String;
    /// What the buttons are that choose how many months are summed, for those who hear them (SpanSwitch).
    fn span_switch(&self, frequency: Frequency) -> &'static str;
    /// One of them: "Month", "Year to date", "12 months", "4 quarters".
    fn span_button(&self, span: Span, frequency: Frequency) -> &'static str;

    /// The banner of rows that a program made up (parts/choices.rs, Banner): what is strong, and the rest.
    fn synthetic_banner(&self) -> [&'static str; 2];
    /// Before the chosen members (Choices).
    fn only(&self) -> &'static str;
    /// What a press on one of them does, for those who hear it.
    fn remove(&self) -> &'static str;
    /// The link that takes the choice back.
    fn show_everything(&self) -> &'static str;
    /// The banner of figures that the reader added (tools/add_figures.rs, AddedBanner): strong, and the rest.
    fn added_banner(&self) -> [&'static str; 2];
    /// Its buttons: the dataset as a file, and without the added figures.
    fn download_dataset(&self) -> &'static str;
    /// See [`FrameWords::download_dataset`].
    fn take_added_out(&self) -> &'static str;
    /// The banner of the reader's own dataset (tools/your_file.rs): strong, and the rest.
    fn your_file_banner(&self) -> [&'static str; 2];
    /// Its buttons: the dataset as a file, and gone from this browser.
    fn download_as_dataset(&self) -> &'static str;
    /// See [`FrameWords::download_as_dataset`].
    fn remove_this_file(&self) -> &'static str;
    /// The button for the reader's own files (tools/own_file.rs).
    fn open_file(&self) -> &'static str;

    /// That something is loaded, and how much of it came, in bytes; 0 where that is not known (parts/notices.rs,
    /// Fetching).
    fn loading(&self, what: Awaited, received: usize, expected: usize) -> String;
    /// That nothing has come for so many seconds (Waiting).
    fn still_waiting(&self, what: Awaited, seconds: u32) -> String;
    /// The heading where nothing could be loaded.
    fn not_loaded(&self) -> &'static str;
    /// Buttons of boxes and panels.
    fn try_again(&self) -> &'static str;
    /// See [`FrameWords::try_again`].
    fn stay(&self) -> &'static str;
    /// See [`FrameWords::try_again`].
    fn cancel(&self) -> &'static str;
    /// See [`FrameWords::try_again`].
    fn close(&self) -> &'static str;
    /// See [`FrameWords::try_again`].
    fn undo(&self) -> &'static str;
    /// How many places of the dataset could not be used (ProblemList).
    fn places_not_used(&self, count: u64) -> String;
}
