//! Texts of the command line's reports.

use super::English;
use super::months::nouns;
use crate::{NumberWords, ReportWords};
use model::{Against, Frequency, Span, Subject, Unit};

impl ReportWords for English {
    fn made_up(&self) -> &'static str {
        "SYNTHETIC DATA, made up by a program: do not quote."
    }

    fn table_heads(&self, span: Span, of: Subject) -> [String; 5] {
        let unit = self.unit(of.unit).trim();
        let counted = if of.unit == Unit::Tonnes { "Quantity" } else { "Value" };
        let base = match (span, of.frequency) {
            (Span::Month, Frequency::Monthly) => "Month before",
            (Span::Month, Frequency::Quarterly) => "Quarter before",
            (Span::Month, Frequency::Annual) | (Span::Ytd | Span::Rolling, _) => "Year before",
        };
        let [quantity, change, base] = [counted, "Change", base].map(|head| format!("{head} {unit}"));
        [quantity, "Share %".to_owned(), change, "Change %".to_owned(), base]
    }

    fn change_on(&self, against: Against, frequency: Frequency) -> &'static str {
        match (against, frequency) {
            (Against::MonthBefore, Frequency::Monthly) => "on the month before",
            (Against::MonthBefore, Frequency::Quarterly) => "on the quarter before",
            (Against::MonthBefore, Frequency::Annual) | (Against::YearBefore, _) => "on the year before",
        }
    }

    fn first_for(&self, months: &str, frequency: Frequency) -> String {
        format!(" (first for {months} {})", nouns(frequency))
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
