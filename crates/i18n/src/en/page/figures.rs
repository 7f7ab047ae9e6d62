//! Texts of finding, tiles and the box that explains a number.

use crate::page::publishers;
use crate::{English, FigureWords, MonthWords, NameWords};
use ledger::Ledger;
use model::{Against, Dimension, Flow, Missing, Period};

/// Who published most of the articles, and how many others did: "SMM and 3 others".
pub(super) fn named(ledger: &Ledger) -> String {
    let (first, others) = publishers(ledger);
    match others {
        0 => first.to_owned(),
        1 => format!("{first} and one other"),
        many => format!("{first} and {many} others"),
    }
}

impl FigureWords for English {
    fn headline_title(&self) -> &'static str {
        "Headline"
    }

    fn in_headline(&self) -> &'static str {
        "In the headline"
    }

    fn reported_by(&self, ledger: &Ledger, contradictions: Option<usize>, month: &str) -> String {
        let reported = format!("Reported by {}", named(ledger));
        match contradictions {
            None => reported,
            Some(0) => format!("{reported} · no contradiction in {month}"),
            Some(1) => format!("{reported} · 1 contradiction in {month}"),
            Some(many) => format!("{reported} · {many} contradictions in {month}"),
        }
    }

    fn recorded_by(&self, incomplete: &[Period]) -> String {
        match incomplete {
            [] => "Customs records".to_owned(),
            months => format!("Customs records · {} incomplete", self.month_list(months)),
        }
    }

    fn not_published_yet(&self, missing: &[Dimension], flow: Flow) -> String {
        let names: Vec<&str> = missing.iter().map(|dimension| self.members(*dimension, flow)).collect();
        match names.as_slice() {
            [] => String::new(),
            [head @ .., last] if !head.is_empty() => {
                format!(", no {} or {last} published yet", head.join(", "))
            }
            names => format!(", no {} published yet", names.concat()),
        }
    }

    fn quantity_of(&self, flow: Flow, scope: &str) -> String {
        format!("{}{scope}, ", self.flow_head(flow))
    }

    fn quantity_label(&self, flow: Flow, months: &str) -> String {
        format!("{}, {months}", self.flow_head(flow))
    }

    fn versus(&self, _: Against) -> [&'static str; 2] {
        ["vs ", ""]
    }

    fn months_versus(&self, months: &str) -> [String; 2] {
        [format!("{months} vs "), String::new()]
    }

    fn change_label(&self, base: &str) -> String {
        format!("Change vs {base}")
    }

    fn change_of_label(&self, months: &str, base: &str) -> String {
        format!("{months}, change vs {base}")
    }

    fn around_base(&self) -> [&'static str; 2] {
        [" from ", ""]
    }

    fn on_the_year(&self) -> [&'static str; 2] {
        ["", " on the year"]
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
