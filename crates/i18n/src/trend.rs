//! Texts of the section "Trend" and of its chart.

use super::NameWords;
use model::{Answer, Flow};

/// How a month's figure is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// An article reports it.
    Reported,
    /// It follows from reported figures.
    Derived,
    /// It is the sum of records.
    Recorded,
    /// There is none.
    Missing,
}

impl Known {
    /// How an answer is known.
    pub fn of(answer: &Answer) -> Known {
        match answer {
            Ok(figure) if figure.is_printed() => Known::Reported,
            Ok(figure) if figure.is_computed() => Known::Derived,
            Ok(_) => Known::Recorded,
            Err(_) => Known::Missing,
        }
    }
}

/// Texts of the section "Trend".
pub trait TrendWords: NameWords {
    /// The heading: "Monthly exports".
    fn trend_title(&self, flow: Flow) -> &'static str;
    /// What stands before, between and behind the first and the last month, below the heading.
    fn first_to_last(&self) -> [&'static str; 3];
    /// The link to the wide section.
    fn trend_more(&self) -> &'static str;
    /// What the chart is, for those who hear it.
    fn trend_drawing(&self, flow: Flow) -> &'static str;
    /// What the table is, for those who hear it.
    fn trend_caption(&self, flow: Flow) -> &'static str;
    /// How a figure is known: in the legend and in the table.
    fn known(&self, known: Known) -> &'static str;
    /// How the columns of derived figures are to be read: in the legend.
    fn legend_derived(&self) -> &'static str;
    /// A figure of a chart and how it is known: "21,300 t, reported".
    fn figure_said(&self, figure: &str, known: Known) -> String;
    /// The head of the months.
    fn month_head(&self) -> &'static str;
    /// The head of how figures are known.
    fn known_head(&self) -> &'static str;
}
