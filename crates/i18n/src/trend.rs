//! Texts of the section "Trend" and of its chart.

use super::NameWords;
use model::{Answer, Figure, Frequency, Subject};

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
        answer.as_ref().map_or(Known::Missing, Known::of_figure)
    }

    /// How a figure is known.
    pub fn of_figure(figure: &Figure) -> Known {
        match (figure.is_printed(), figure.is_computed()) {
            (true, _) => Known::Reported,
            (false, true) => Known::Derived,
            (false, false) => Known::Recorded,
        }
    }
}

/// Texts of the section "Trend".
pub trait TrendWords: NameWords {
    /// The heading: "Monthly exports".
    fn trend_title(&self, of: Subject) -> &'static str;
    /// What stands before, between and behind the first and the last month, below the heading.
    fn first_to_last(&self) -> [&'static str; 3];
    /// The link to the wide section.
    fn trend_more(&self, frequency: Frequency) -> &'static str;
    /// What the table is, for those who hear it.
    fn trend_caption(&self, of: Subject) -> String;
    /// How a figure is known: in the legend and in the table.
    fn known(&self, known: Known) -> &'static str;
    /// How the columns of derived figures are to be read: in the legend.
    fn legend_derived(&self) -> &'static str;
    /// A figure of a chart and how it is known: "21,300 t, reported".
    fn figure_said(&self, figure: &str, known: Known) -> String;
    /// The head of the months.
    fn month_head(&self, frequency: Frequency) -> &'static str;
    /// The head of how figures are known.
    fn known_head(&self) -> &'static str;
}
