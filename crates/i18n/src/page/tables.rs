//! Texts of the tables of members: rankings and the cross table.

use crate::{CountWords, NameWords};
use model::{Against, Dimension, Flow, Frequency, Span, Subject, Unit};

/// The line below a ranking of records: what stands before, between and behind its numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concentration {
    /// Behind how many members there are: " destinations".
    pub members: String,
    /// Before the share of the three largest.
    pub top_three: &'static str,
    /// Before the Herfindahl–Hirschman index.
    pub index: &'static str,
    /// Behind it.
    pub end: &'static str,
}

/// Texts of rankings and the cross table.
pub trait TableWords: NameWords + CountWords {
    /// The link to the wide section (sections/ranking.rs): "More on destinations".
    fn more_on(&self, dimension: Dimension, flow: Flow) -> String;
    /// The link to the cross table.
    fn to_cross_table(&self, flow: Flow) -> &'static str;
    /// In place of a table: the rows do not tell these members apart.
    fn not_told_apart(&self, dimension: Dimension, flow: Flow) -> String;
    /// In place of a table: no rows in these months.
    fn no_rows(&self, months: &str) -> String;
    /// In place of a table: no article reports these members.
    fn no_article(&self, dimension: Dimension, flow: Flow, months: &str) -> String;
    /// Members of whom one figure is reported: "Henan and Jiangsu together".
    fn members_together(&self, names: &str) -> String;
    /// What the table is, for those who hear it.
    fn ranking_caption(&self, dimension: Dimension, of: Subject, months: &str) -> String;
    /// Heads of columns. The rank is heard; what is seen is "#". `among_listed` where others may be larger.
    fn rank_head(&self, among_listed: bool) -> &'static str;
    /// See [`TableWords::rank_head`].
    fn quantity_head(&self, unit: Unit) -> String;
    /// See [`TableWords::rank_head`].
    fn share_head(&self) -> &'static str;
    /// Change in tonnes, or in money: "MoM, t".
    fn change_head(&self, against: Against, of: Subject) -> String;
    /// Change in percent: "MoM, %".
    fn change_percent_head(&self, against: Against, frequency: Frequency) -> String;
    /// Below a table in the order of percentages: "Changes from less than 20 t are listed last."
    fn small_bases_last(&self, base: &str) -> String;
    /// The line of those who have nothing: "36 without exports this month".
    fn without_trade(&self, count: u64, of: Subject, span: Span) -> String;
    /// Behind the months of the base: ", t".
    fn base_unit(&self, unit: Unit) -> String;
    /// Heads of records' columns.
    fn contribution_head(&self, against: Against, frequency: Frequency) -> String;
    /// See [`TableWords::contribution_head`].
    fn value_head(&self) -> &'static str;
    /// See [`TableWords::contribution_head`].
    fn unit_value_head(&self) -> &'static str;
    /// Before a contribution on a narrow screen, where the heads are gone.
    fn contributes(&self) -> &'static str;
    /// Before and behind a share there, with its space: "% of the total" behind it.
    fn around_share(&self) -> (Option<&'static str>, &'static str);
    /// A head with the unit of its column: "Value, US$".
    fn head_in(&self, head: &str, unit: &str) -> String;
    /// Before the quantity of the base there: "from".
    fn base_before(&self) -> &'static str;
    /// Around the months of a streak: "first for " 2 " months in a row".
    fn streak(&self, frequency: Frequency) -> [&'static str; 2];
    /// What numbers of a line are called in their box.
    fn rank_label(&self, name: &str, among_listed: bool) -> String;
    /// See [`TableWords::rank_label`].
    fn member_quantity_label(&self, name: &str) -> String;
    /// See [`TableWords::rank_label`].
    fn share_label(&self, name: &str) -> String;
    /// See [`TableWords::rank_label`].
    fn member_change_label(&self, name: &str, base: &str) -> String;
    /// See [`TableWords::rank_label`].
    fn member_base_label(&self, name: &str, base: &str) -> String;
    /// See [`TableWords::rank_label`].
    fn streak_label(&self, name: &str, frequency: Frequency) -> String;
    /// See [`TableWords::rank_label`].
    fn contribution_label(&self, name: &str) -> String;
    /// See [`TableWords::rank_label`].
    fn member_value_label(&self, name: &str) -> String;
    /// See [`TableWords::rank_label`].
    fn member_unit_value_label(&self, name: &str) -> String;
    /// What opens the menu of files below a table or chart (parts/download.rs): "Download".
    fn download(&self) -> &'static str;
    /// What is in it: CSV, CSV for Excel, a workbook of Excel, JSON.
    fn download_formats(&self) -> [&'static str; 4];
    /// While the file is made.
    fn making_file(&self) -> &'static str;
    /// That the browser has it, which may still refuse it.
    fn file_saved(&self, name: &str) -> String;
    /// What puts a table on the clipboard.
    fn copy_table(&self) -> &'static str;
    /// That it is there.
    fn copied(&self) -> &'static str;
    /// That the browser does not allow it, and the way out.
    fn not_copied(&self) -> &'static str;
    /// What opens the menu of pictures below a chart (parts/pictures.rs): "Picture".
    fn picture(&self) -> &'static str;
    /// What is in it: PNG as the chart is shown, as wide as slides, and square; SVG; and what puts it on the clipboard.
    fn picture_kinds(&self) -> [&'static str; 5];
    /// That the browser makes none of this size, and the way out.
    fn no_picture(&self) -> &'static str;

    /// Around the parts and the total of complete products: "Products add up to " … "; the reported " … " agrees."
    fn parts_and_total(&self, is_reported: bool, agree: bool) -> [&'static str; 3];
    /// Behind a total that was reported truncated, with what it can be: " (truncated, not rounded: 21,358–21,400 t)".
    fn truncated_behind(&self, range: &str) -> String;
    /// Around what is listed, what is not itemised, and the total; `possible` where the parts are not more
    /// than the whole.
    fn listed_rest_total(&self, possible: bool) -> [&'static str; 4];
    /// Around what is listed and the total.
    fn listed_total(&self, possible: bool) -> [&'static str; 3];
    /// What the number of all listed members is called.
    fn listed_together(&self) -> &'static str;
    /// Around the numbers that say how concentrated records are (parts/value.rs).
    fn concentration(&self, members: u64, dimension: Dimension, flow: Flow) -> Concentration;
    /// What these numbers are called: how many, share of the three largest, the index.
    fn concentration_labels(&self, dimension: Dimension, flow: Flow) -> [String; 3];

    /// While the cross table is added up (sections/cross.rs).
    fn adding_up(&self) -> &'static str;
    /// Below the heading of the cross table, [`NameWords::section`].
    fn cross_caveat(&self, unit: Unit) -> String;
    /// In its place for published figures.
    fn no_cross_table(&self, flow: Flow) -> &'static str;
    /// What the table is, for those who hear it.
    fn cross_caption(&self, unit: Unit) -> String;
}
