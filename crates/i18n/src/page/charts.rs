//! Texts of charts: what they are called, how they are switched, what they find.

use breakdown::Dataset;

use crate::{CountWords, MonthWords, NameWords};
use model::{Against, Dimension, Flow, Frequency, Period, Subject, Unit};
use view::{CompareAs, Panels, Show, TrendChart};

/// Texts of charts.
pub trait ChartWords: NameWords + MonthWords + CountWords {
    /// What a figure can be that is printed with digits cut off: "truncated: 21,358–21,400 t".
    fn truncated(&self, range: &str) -> String;
    /// Before the source of a section's figures, at its foot, with its space.
    fn source_lead(&self) -> &'static str;
    /// That source: "SMM and 3 others, 10 articles, the latest of 12 January 2026", "customs records".
    fn source_of(&self, dataset: &Dataset) -> String;
    /// The link to a section alone.
    fn link_to_this(&self) -> &'static str;
    /// What the buttons that choose a chart are, for those who hear them.
    fn chart_switch(&self) -> &'static str;
    /// One of them for the months (sections/trend.rs): "Months", "Years", "Since January", "12-month sum".
    fn trend_chart(&self, chart: TrendChart, frequency: Frequency) -> &'static str;
    /// What the chart is, for those who hear it.
    fn trend_chart_said(&self, chart: TrendChart, of: Subject) -> String;
    /// In the legend: the mean of the last twelve months, or four quarters.
    fn mean_of_a_year(&self, frequency: Frequency) -> &'static str;
    /// The finding above the months, before the month and before the figure: "Highest of the 23 known months: " and ", ".
    fn highest_of_known(&self, known: u64, frequency: Frequency) -> [String; 2];
    /// Behind that: months that a cut file leaves open are not among them. It begins with the stop of the sentence before.
    fn incomplete_left_out(&self, months: &[Period]) -> String;
    /// Heads of a chart's table: of its members, and of the values of a chart that has one for each mark.
    fn name_head(&self) -> &'static str;
    /// See [`ChartWords::name_head`].
    fn value_name(&self) -> &'static str;
    /// In place of a chart of which no figure is known.
    fn nothing_to_draw(&self) -> &'static str;

    /// Below the heading of months by years (sections/season.rs).
    fn season_caveat(&self, unit: Unit) -> String;
    /// What the chart is, for those who hear it.
    fn season_said(&self, of: Subject) -> String;
    /// In place of the map of seasons, where periods are longer than months, or months are of one year.
    fn no_season(&self, frequency: Frequency) -> &'static str;
    /// The head of January and February together, in full and as short as that of a narrow month.
    fn january_february(&self) -> [&'static str; 2];
    /// A month in which the Lunar New Year was.
    fn lunar_new_year(&self) -> &'static str;

    /// Between an earlier and a later period, as it stands below a heading (sections/changes.rs).
    fn earlier_to_later(&self, earlier: &str, later: &str) -> String;
    /// Before the list that chooses the period to compare with.
    fn against_switch(&self) -> &'static str;
    /// The first in it: "The month before (March 2025)".
    fn against(&self, against: Against, base: &str, frequency: Frequency) -> String;
    /// In place of the charts: nothing is known of the period to compare with.
    fn unknown_base(&self, base: &str) -> String;
    /// The link out of that: "Compare with March 2025".
    fn compare_with(&self, base: &str) -> String;
    /// The button that draws a change as steps.
    fn as_steps(&self) -> &'static str;
    /// What a change is called in a mark's box.
    fn change_name(&self) -> &'static str;
    /// In place of the charts: nobody's change is known.
    fn no_changes(&self, earlier: &str) -> String;
    /// The heading of a chart, and what it is for those who hear it: "By destination".
    fn changes_by(&self, dimension: Dimension, flow: Flow) -> String;
    /// Around the largest change and the member's name before it: "" "Mexico" " fell most: " "−1,234 t" ".". Where not
    /// everybody's change is known: "Of those with a figure for both, ".
    fn made_most(&self, is_fall: bool, are_all_known: bool) -> [&'static str; 3];
    /// Around what is left besides members, where it is the largest part: "The fall is mainly that of all others together: "
    /// "−2,591 to −2,564 t" ".".
    fn most_is_in_rest(&self, is_fall: bool) -> [&'static str; 2];

    /// The box that chooses a member for comparison (sections/ranking.rs): "Compare Mexico".
    fn compare_this(&self, name: &str) -> String;
    /// The heading of the comparison (sections/compare.rs): "Mexico and Portugal over time".
    fn compare_title(&self, names: &[String]) -> String;
    /// What the buttons are that choose in what members are compared, for those who hear them.
    fn compare_switch(&self) -> &'static str;
    /// One of them: "Tonnes", "% of total", "Index", "Value", "Unit value", "Place".
    fn compare_as(&self, compare_as: CompareAs, unit: Unit) -> &'static str;
    /// What an index is of: "April 2023 = 100".
    fn index_base(&self, base: Period) -> String;
    /// That somebody who is not listed may stand before.
    fn place_is_open(&self) -> &'static str;
    /// What a place is, where it is compared: of published figures one among those that are listed.
    fn place_caveat(&self, is_recorded: bool, unit: Unit) -> &'static str;
    /// What the buttons are that choose in what members are drawn, for those who hear them.
    fn panels_switch(&self) -> &'static str;
    /// One of them: "Lines", "Small multiples".
    fn panels(&self, panels: Panels) -> &'static str;
    /// No month is known of all of them.
    fn no_index_base(&self) -> &'static str;
    /// That the axis does not begin at zero.
    fn axis_is_cut(&self) -> &'static str;
    /// The button that ends the comparison.
    fn compare_none(&self) -> &'static str;
    /// The link that shows the rows of these members only.
    fn filter_to_these(&self) -> &'static str;

    /// Before the members that are compared, above everything: a link to their chart follows (parts/choices.rs).
    fn comparing(&self) -> &'static str;
    /// That link.
    fn to_comparison(&self) -> &'static str;
    /// In place of a profile: the link names no member of this dataset.
    fn no_member(&self) -> &'static str;
    /// Headings of a profile (sections/member.rs): months, places.
    fn member_trend_title(&self, of: Subject) -> &'static str;
    /// See [`ChartWords::member_trend_title`].
    fn member_rank_title(&self) -> &'static str;
    /// What the chart of places is, for those who hear it.
    fn member_rank_said(&self, frequency: Frequency) -> &'static str;
    /// The link that shows a member's rows only: "Show only Mexico".
    fn only_this(&self, name: &str) -> String;

    /// That months are drawn one by one, where tables sum several.
    fn single_months(&self, frequency: Frequency) -> &'static str;

    /// Headings of unit values (sections/prices.rs): over time, and against quantities by destination.
    fn price_headings(&self, flow: Flow) -> [&'static str; 2];
    /// Around a period's unit value, that of the year before and the change: "June 2026: " … "; June 2025: " … "; change "
    /// … ".".
    fn unit_value_then_and_now(&self, now: &str, before: &str) -> [String; 4];
    /// What a unit value is, and what it is not.
    fn unit_value_caveat(&self) -> &'static str;
    /// Who has a dot.
    fn of_one_tonne_or_more(&self) -> &'static str;
    /// What a quantity is called in a mark's box.
    fn quantity_name(&self) -> &'static str;
    /// What a share is called there.
    fn share_name(&self) -> &'static str;
    /// In place of unit values, where nothing is weighed, or nothing has a value.
    fn no_unit_values(&self, has_weights: bool) -> &'static str;
    /// The axis of quantities.
    fn quantity_axis(&self) -> String;
    /// What stands behind the name of an axis that is logarithmic.
    fn log_scale(&self) -> &'static str;
    /// The axis of unit values in a unit.
    fn unit_value_axis(&self, unit: &str) -> String;

    /// What the buttons are that choose between a table, a map and a treemap (sections/map.rs), for those who hear them.
    fn show_switch(&self) -> &'static str;
    /// One of them: "Table", "Map".
    fn show_as(&self, show: Show) -> &'static str;
    /// What the map is, for those who hear it: of destinations, of origins, of provinces.
    fn map_said(&self, dimension: Dimension, flow: Flow, months: &str) -> String;
    /// How the map is to be read.
    fn map_caveat(&self, dimension: Dimension) -> &'static str;
    /// What a treemap is, for those who hear it.
    fn treemap_said(&self, dimension: Dimension, flow: Flow, months: &str) -> String;
    /// In place of a map or a treemap: too few have a figure.
    fn too_few_for_picture(&self, show: Show) -> &'static str;
    /// How many have no place on the map; more than none.
    fn without_place(&self, count: u64) -> String;
    /// That the bubbles lie on no land, behind the sentence that says why.
    fn no_land(&self) -> &'static str;

    /// The heading of months cut into members (sections/ranking.rs).
    fn structure_title(&self) -> &'static str;
    /// What pressing the head of a column does, for those who hear it: "Order by quantity".
    fn order_by(&self, column: &str) -> String;
    /// Before the field that finds members by their names.
    fn find_member(&self) -> &'static str;
    /// That no name has what was asked for.
    fn nobody_found(&self, asked: &str) -> String;
}
