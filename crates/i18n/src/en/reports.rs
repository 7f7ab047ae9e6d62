//! Texts of the command line's reports.

use super::English;
use crate::ReportWords;
use model::{Against, Span};

impl ReportWords for English {
    fn made_up(&self) -> &'static str {
        "SYNTHETIC DATA, made up by a program: do not quote."
    }

    fn table_heads(&self, span: Span) -> [&'static str; 5] {
        let base = match span {
            Span::Month => "Month before t",
            Span::Ytd | Span::Rolling => "Year before t",
        };
        ["Quantity t", "Share %", "Change t", "Change %", base]
    }

    fn change_on(&self, against: Against) -> &'static str {
        match against {
            Against::MonthBefore => "on the month before",
            Against::YearBefore => "on the year before",
        }
    }

    fn first_for(&self, months: &str) -> String {
        format!(" (first for {months} months)")
    }

    fn together(&self, names: &str) -> String {
        format!("{names} together")
    }

    fn left_by_rounding(&self) -> &'static str {
        "Left over by rounding"
    }

    fn table_marks(&self) -> &'static str {
        "– not known    a–b only this range is known    * a report of it is set aside"
    }

    fn contradictions_head(&self) -> &'static str {
        "Contradictions"
    }

    fn suspicions_head(&self) -> &'static str {
        "Possible, but odd"
    }

    fn every_figure_head(&self) -> &'static str {
        "Every figure"
    }
}
