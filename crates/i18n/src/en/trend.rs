//! Texts of the section "Trend" and of its chart.

use super::English;
use crate::{Known, TrendWords};
use model::Flow;

impl TrendWords for English {
    fn trend_title(&self, flow: Flow) -> &'static str {
        match flow {
            Flow::Export => "Monthly exports",
            Flow::Import => "Monthly imports",
        }
    }

    fn first_to_last(&self) -> [&'static str; 3] {
        ["", " to ", ""]
    }

    fn trend_more(&self) -> &'static str {
        "All months and their table"
    }

    fn trend_caption(&self, flow: Flow) -> &'static str {
        match flow {
            Flow::Export => "Monthly exports, tonnes",
            Flow::Import => "Monthly imports, tonnes",
        }
    }

    fn known(&self, known: Known) -> &'static str {
        match known {
            Known::Reported => "reported",
            Known::Derived => "derived",
            Known::Recorded => "recorded",
            Known::Missing => "no figure",
        }
    }

    fn legend_derived(&self) -> &'static str {
        "derived from reported figures: between the two edges"
    }

    fn figure_said(&self, figure: &str, known: Known) -> String {
        match known {
            Known::Recorded => figure.to_owned(),
            Known::Reported | Known::Derived | Known::Missing => format!("{figure}, {}", self.known(known)),
        }
    }

    fn month_head(&self) -> &'static str {
        "Month"
    }

    fn known_head(&self) -> &'static str {
        "How known"
    }
}
