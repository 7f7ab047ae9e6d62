//! Texts of charts.

use breakdown::Dataset;

use super::figures::named;
use crate::en::English;
use crate::en::months::{by_period, noun, nouns};
use crate::page::latest;
use crate::{ChartWords, CountWords, MonthWords, NameWords, NumberWords, TrendWords, whole};
use model::{Against, Dimension, Flow, Frequency, Period, Subject, Unit};
use view::{CompareAs, Panels, Show, TrendChart};

impl ChartWords for English {
    fn truncated(&self, range: &str) -> String {
        format!("truncated: {range}")
    }

    fn source_lead(&self) -> &'static str {
        "Source: "
    }

    fn source_of(&self, dataset: &Dataset) -> String {
        let Dataset::Published(ledger) = dataset else { return "customs records".to_owned() };
        let (publishers, count) = (named(ledger), self.articles(ledger.articles.len() as u64));
        let latest =
            latest(ledger).map_or(String::new(), |date| format!(", the latest of {}", self.date(date)));
        format!("{publishers}, {count}{latest}")
    }

    fn link_to_this(&self) -> &'static str {
        "Link"
    }

    fn chart_switch(&self) -> &'static str {
        "Chart"
    }

    fn trend_chart(&self, chart: TrendChart, frequency: Frequency) -> &'static str {
        match (chart, frequency) {
            (TrendChart::Columns, Frequency::Monthly) => "Months",
            (TrendChart::Columns, Frequency::Quarterly) => "Quarters",
            (TrendChart::Columns, Frequency::Annual) => "Years",
            (TrendChart::Years, _) => "Year over year",
            (TrendChart::Cumulative, _) => "Since January",
            (TrendChart::TwelveMonths, Frequency::Quarterly) => "4-quarter sum",
            (TrendChart::TwelveMonths, _) => "12-month sum",
        }
    }

    fn trend_chart_said(&self, chart: TrendChart, of: Subject) -> String {
        let (trade, trade_head, unit) = (self.flow(of.flow), self.flow_head(of.flow), self.counted(of.unit));
        let (monthly, month) = (by_period(of.frequency), noun(of.frequency));
        match chart {
            TrendChart::Columns => format!("{monthly} {trade} in {unit}."),
            TrendChart::Years => format!("{monthly} {trade} in {unit}, a line for each year."),
            TrendChart::Cumulative => {
                format!("{trade_head} since January in {unit}, a line for each year.")
            }
            TrendChart::TwelveMonths => {
                let year =
                    if of.frequency == Frequency::Quarterly { "four quarters" } else { "twelve months" };
                format!("{trade_head} of the last {year} in {unit}, by {month}.")
            }
        }
    }

    fn mean_of_a_year(&self, frequency: Frequency) -> &'static str {
        match frequency {
            Frequency::Quarterly => "4-quarter average",
            Frequency::Monthly | Frequency::Annual => "12-month average",
        }
    }

    fn highest_of_known(&self, known: u64, frequency: Frequency) -> [String; 2] {
        [format!("Highest of the {known} known {}: ", nouns(frequency)), ", ".to_owned()]
    }

    fn incomplete_left_out(&self, months: &[Period]) -> String {
        let verb = if months.len() == 1 { "is" } else { "are" };
        format!(". {} {verb} incomplete and may have been higher.", self.month_list(months))
    }

    fn name_head(&self) -> &'static str {
        "Name"
    }

    fn value_name(&self) -> &'static str {
        "Figure"
    }

    fn nothing_to_draw(&self) -> &'static str {
        "No figure is known that this chart could show."
    }

    fn season_caveat(&self, _: Unit) -> String {
        "The darker, the more (on a dark page: the brighter); the smallest month is the palest. A dot marks the month of the Lunar New Year, which moves \
         between January and February: read these two together; their sum has no colour. Hatched: no figure, or no whole one."
            .to_owned()
    }

    fn season_said(&self, of: Subject) -> String {
        let monthly = by_period(of.frequency);
        format!("{monthly} {} in {}, a row for each year.", self.flow(of.flow), self.counted(of.unit))
    }

    fn no_season(&self, frequency: Frequency) -> &'static str {
        match frequency {
            Frequency::Monthly => {
                "A season is seen where the months of two years stand beside each other. These data have one."
            }
            Frequency::Quarterly => "The season is seen in months. These data are of quarters.",
            Frequency::Annual => "The season is seen within a year. These data are of whole years.",
        }
    }

    fn january_february(&self) -> [&'static str; 2] {
        ["Jan–Feb", "J–F"]
    }

    fn lunar_new_year(&self) -> &'static str {
        "Lunar New Year"
    }

    fn earlier_to_later(&self, earlier: &str, later: &str) -> String {
        format!("from {earlier} to {later}")
    }

    fn against_switch(&self) -> &'static str {
        "Compared with"
    }

    fn against(&self, against: Against, base: &str, frequency: Frequency) -> String {
        match against {
            Against::MonthBefore => format!("The {} before ({base})", noun(frequency)),
            Against::YearBefore => format!("A year before ({base})"),
        }
    }

    fn unknown_base(&self, base: &str) -> String {
        format!("There is no other figure of {base} to compare with.")
    }

    fn compare_with(&self, base: &str) -> String {
        format!("Compare with {base}")
    }

    fn as_steps(&self) -> &'static str {
        "Steps"
    }

    fn change_name(&self) -> &'static str {
        "Change"
    }

    fn no_changes(&self, earlier: &str) -> String {
        format!("Of no member the change on {earlier} is known.")
    }

    fn changes_by(&self, dimension: Dimension, flow: Flow) -> String {
        match (dimension, flow) {
            (Dimension::Product, _) => "By product",
            (Dimension::Destination, Flow::Export) => "By destination",
            (Dimension::Destination, Flow::Import) => "By origin",
            (Dimension::RegistrationLocation, Flow::Export) => "By exporters’ province",
            (Dimension::RegistrationLocation, Flow::Import) => "By importers’ province",
            (Dimension::TradeMode, _) => "By trade mode",
        }
        .to_owned()
    }

    fn made_most(&self, is_fall: bool, are_all_known: bool) -> [&'static str; 3] {
        [
            if are_all_known { "" } else { "Of those with a figure for both, " },
            if is_fall { " fell most: " } else { " rose most: " },
            ".",
        ]
    }

    fn most_is_in_rest(&self, is_fall: bool) -> [&'static str; 2] {
        match is_fall {
            true => ["The fall is mainly that of all others together: ", "."],
            false => ["The rise is mainly that of all others together: ", "."],
        }
    }

    fn compare_this(&self, name: &str) -> String {
        format!("Compare {name} over time")
    }

    fn compare_title(&self, names: &[String]) -> String {
        match names {
            [one] => format!("{one} over time"),
            [one, other] => format!("{one} and {other} over time"),
            [one, others @ ..] => format!("{one} and {} others over time", others.len()),
            [] => String::new(),
        }
    }

    fn compare_switch(&self) -> &'static str {
        "Compare in"
    }

    fn compare_as(&self, compare_as: CompareAs, unit: Unit) -> &'static str {
        match compare_as {
            CompareAs::Quantity if unit != Unit::Tonnes => "Value",
            CompareAs::Quantity => "Quantity",
            CompareAs::Share => "% of total",
            CompareAs::Index => "Index",
            CompareAs::Value => "Value",
            CompareAs::UnitValue => "Unit value",
            CompareAs::Rank => "Place",
        }
    }

    fn index_base(&self, base: Period) -> String {
        format!("{} = 100. ", self.month(base))
    }

    fn place_is_open(&self) -> &'static str {
        "not certain: others may stand before"
    }

    fn place_caveat(&self, is_recorded: bool, unit: Unit) -> &'static str {
        match is_recorded {
            true if unit != Unit::Tonnes => "Place by value; the first is uppermost.",
            true => "Place by quantity; the first is uppermost.",
            false => {
                "Place by quantity; the first is uppermost. Where somebody who is not listed could stand before, the \
                 places that are possible are drawn."
            }
        }
    }

    fn panels_switch(&self) -> &'static str {
        "Draw as"
    }

    fn panels(&self, panels: Panels) -> &'static str {
        match panels {
            Panels::One => "Lines",
            Panels::Each => "Small multiples",
        }
    }

    fn no_index_base(&self) -> &'static str {
        "At no time are all of these known, so that none can be 100."
    }

    fn axis_is_cut(&self) -> &'static str {
        "The axis does not begin at zero."
    }

    fn compare_none(&self) -> &'static str {
        "Clear"
    }

    fn filter_to_these(&self) -> &'static str {
        "Show only these rows"
    }

    fn comparing(&self) -> &'static str {
        "Compared over time:"
    }

    fn to_comparison(&self) -> &'static str {
        "see the chart"
    }

    fn no_member(&self) -> &'static str {
        "The link names nobody whom this dataset has. Choose a name in one of the tables."
    }

    fn member_trend_title(&self, of: Subject) -> &'static str {
        self.trend_title(of)
    }

    fn member_rank_title(&self) -> &'static str {
        "Place over time"
    }

    fn member_rank_said(&self, frequency: Frequency) -> &'static str {
        match frequency {
            Frequency::Monthly => "Place among the listed, by month; the first is uppermost.",
            Frequency::Quarterly => "Place among the listed, by quarter; the first is uppermost.",
            Frequency::Annual => "Place among the listed, by year; the first is uppermost.",
        }
    }

    fn only_this(&self, name: &str) -> String {
        format!("Show only the rows of {name}")
    }

    fn price_headings(&self, flow: Flow) -> [&'static str; 2] {
        match flow {
            Flow::Export => ["Unit value over time", "Unit value against quantity, by destination"],
            Flow::Import => ["Unit value over time", "Unit value against quantity, by origin"],
        }
    }

    fn unit_value_then_and_now(&self, now: &str, before: &str) -> [String; 4] {
        [format!("{now}: "), format!("; {before}: "), "; change ".to_owned(), ".".to_owned()]
    }

    fn single_months(&self, frequency: Frequency) -> &'static str {
        match frequency {
            Frequency::Quarterly => " Each quarter stands alone here; tables sum several.",
            Frequency::Monthly | Frequency::Annual => " Each month stands alone here; tables sum several.",
        }
    }

    fn unit_value_caveat(&self) -> &'static str {
        "Value over net weight, as customs recorded them. It moves with what is in the mix as well as with prices."
    }

    fn of_one_tonne_or_more(&self) -> &'static str {
        "Those of one tonne or more: values of a few kilograms are samples and mistakes."
    }

    fn no_unit_values(&self, has_weights: bool) -> &'static str {
        match has_weights {
            true => "A unit value is value over weight. These data have no values.",
            false => "A unit value is value over weight. The rows of this dataset have no weights.",
        }
    }

    fn quantity_name(&self) -> &'static str {
        "Quantity"
    }

    fn share_name(&self) -> &'static str {
        "Share"
    }

    fn quantity_axis(&self) -> String {
        format!("Quantity,{}", self.unit(Unit::Tonnes))
    }

    fn log_scale(&self) -> &'static str {
        " (log scale)"
    }

    fn unit_value_axis(&self, unit: &str) -> String {
        format!("Unit value, {unit}")
    }

    fn show_switch(&self) -> &'static str {
        "Show as"
    }

    fn show_as(&self, show: Show) -> &'static str {
        match show {
            Show::Table => "Table",
            Show::Map => "Map",
            Show::Treemap => "Treemap",
            Show::Slope => "Slope",
        }
    }

    fn map_said(&self, dimension: Dimension, flow: Flow, months: &str) -> String {
        format!("{}, {months}, on a map.", self.dimension(dimension, flow))
    }

    fn map_caveat(&self, dimension: Dimension) -> &'static str {
        match dimension {
            Dimension::RegistrationLocation => {
                "A tile for each province, about where it lies. The stronger its colour, the more. Hatched: no figure, or no whole one."
            }
            _ => {
                "The larger the circle, the more. Each lies about in the middle of its country or territory."
            }
        }
    }

    fn treemap_said(&self, dimension: Dimension, flow: Flow, months: &str) -> String {
        format!("{}, {months}, as parts of the whole.", self.dimension(dimension, flow))
    }

    fn too_few_for_picture(&self, show: Show) -> &'static str {
        match show {
            Show::Treemap => {
                "Fewer than four have a figure: no treemap, which would say less than the table."
            }
            _ => "Fewer than four have a figure and a place: no map, which would say less than the table.",
        }
    }

    fn without_place(&self, count: u64) -> String {
        match count {
            1 => "One has no place on the map; the table has it.".to_owned(),
            _ => format!("{} have no place on the map; the table has them.", whole(count)),
        }
    }

    fn no_land(&self) -> &'static str {
        "The circles are where they belong, without the land."
    }

    fn structure_title(&self) -> &'static str {
        "Structure over time"
    }

    fn order_by(&self, column: &str) -> String {
        format!("Order by {column}")
    }

    fn find_member(&self) -> &'static str {
        "Find"
    }

    fn nobody_found(&self, asked: &str) -> String {
        format!("No name here has “{asked}”.")
    }
}
