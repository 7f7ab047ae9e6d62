//! Texts of the section "Trend" and of its chart.

use super::English;
use crate::{Known, TrendWords};
use model::{Flow, Frequency, Subject};

impl TrendWords for English {
    fn trend_title(&self, of: Subject) -> &'static str {
        match (of.flow, of.frequency) {
            (Flow::Export, Frequency::Monthly) => "Monthly exports",
            (Flow::Import, Frequency::Monthly) => "Monthly imports",
            (Flow::Export, Frequency::Quarterly) => "Quarterly exports",
            (Flow::Import, Frequency::Quarterly) => "Quarterly imports",
            (Flow::Export, Frequency::Annual) => "Annual exports",
            (Flow::Import, Frequency::Annual) => "Annual imports",
        }
    }

    fn first_to_last(&self) -> [&'static str; 3] {
        ["", " to ", ""]
    }

    fn trend_more(&self, frequency: Frequency) -> &'static str {
        match frequency {
            Frequency::Monthly => "All months and their table",
            Frequency::Quarterly => "All quarters and their table",
            Frequency::Annual => "All years and their table",
        }
    }

    fn trend_caption(&self, of: Subject) -> String {
        format!("{}, {}", self.trend_title(of), self.counted(of.unit))
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

    fn month_head(&self, frequency: Frequency) -> &'static str {
        match frequency {
            Frequency::Monthly => "Month",
            Frequency::Quarterly => "Quarter",
            Frequency::Annual => "Year",
        }
    }

    fn known_head(&self) -> &'static str {
        "How known"
    }
}
