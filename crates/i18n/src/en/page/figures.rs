//! Texts of headline, tiles and the box that explains a number.

use crate::{English, FigureWords, NameWords};
use model::{Flow, Missing, Period};

impl FigureWords for English {
    fn headline_title(&self) -> &'static str {
        "Headline"
    }

    fn in_headline(&self) -> &'static str {
        "In the headline"
    }

    fn to_summary(&self) -> &'static str {
        "Monthly summary"
    }

    fn to_fact_check(&self) -> &'static str {
        "Fact-check a text"
    }

    fn quantity_in(&self, flow: Flow, scope: &str) -> [String; 2] {
        [format!("{}{scope} in ", self.flow_head(flow)), String::new()]
    }

    fn quantity_label(&self, flow: Flow, months: &str) -> String {
        format!("{}, {months}", self.flow_head(flow))
    }

    fn versus(&self) -> [&'static str; 2] {
        ["vs ", ""]
    }

    fn change_label(&self, base: &str) -> String {
        format!("Change vs {base}")
    }

    fn change_of_label(&self, months: &str, base: &str) -> String {
        format!("{months}, change vs {base}")
    }

    fn base_in(&self) -> [&'static str; 3] {
        [" from ", " in ", ""]
    }

    fn year_to_date(&self, period: Period) -> &'static str {
        if period.month() < 12 { "Year to date, " } else { "" }
    }

    fn value_of(&self, months: &str) -> String {
        format!("Value, {months}")
    }

    fn unit_value(&self) -> &'static str {
        "Unit value"
    }

    fn unit_value_of(&self, months: &str) -> String {
        format!("Unit value, {months}")
    }

    fn versus_detail(&self, base: &str) -> String {
        format!(" vs {base}")
    }

    fn value_change(&self, base: &str) -> String {
        format!("Change in value vs {base}")
    }

    fn value_change_label(&self, months: &str, base: &str) -> String {
        format!("Change in value, {months} vs {base}")
    }

    fn volume_effect_label(&self, months: &str, base: &str) -> String {
        format!("Effect of the quantity, {months} vs {base}")
    }

    fn price_effect_label(&self, months: &str, base: &str) -> String {
        format!("Effect of the unit value, {months} vs {base}")
    }

    fn effects(&self) -> [&'static str; 3] {
        ["by quantity ", ", by unit value ", ""]
    }

    fn about_number(&self) -> &'static str {
        "About this number"
    }

    fn kind(&self, recorded: bool, computed: bool) -> &'static str {
        match (recorded, computed) {
            (false, false) => "Reported",
            (false, true) => "Derived from reported figures",
            (true, false) => "Recorded",
            (true, true) => "Derived from customs records, exactly",
        }
    }

    fn set_aside_head(&self) -> &'static str {
        "Set aside"
    }

    fn set_aside_more(&self) -> &'static str {
        "Why"
    }

    fn agrees_head(&self) -> &'static str {
        "Agrees with"
    }

    fn source_head(&self) -> &'static str {
        "Source"
    }

    fn source_colon(&self) -> &'static str {
        ": "
    }

    fn source_note(&self, note: &str) -> String {
        format!(" Note: {note}.")
    }

    fn missing_mark(&self, missing: Missing) -> &'static str {
        match missing {
            Missing::NotApplicable | Missing::NotFirst => "",
            Missing::NotPublished | Missing::NotCovered | Missing::Incomplete => "–",
            Missing::NotListed | Missing::NotListedOrZero => "·",
            Missing::NotYetReleased => "…",
            Missing::ZeroBase => self.no_base(),
        }
    }
}
