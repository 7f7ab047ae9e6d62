//! Names of things.

use super::English;
use super::months::{noun, nouns};
use crate::{CountWords, NameWords};
use breakdown::Presence;
use ledger::Measure;
use model::{Against, Dimension, Flow, Frequency, Missing, Name, Subject, Valuation};
use view::Section;

impl NameWords for English {
    fn name<'a>(&self, name: &'a Name) -> &'a str {
        if name.en.is_empty() { &name.zh } else { &name.en }
    }

    fn list(&self, names: &[&str]) -> String {
        match names {
            [] => String::new(),
            [one] => (*one).to_owned(),
            [head @ .., last] => format!("{} and {last}", head.join(", ")),
        }
    }

    fn name_and_code(&self, name: &str, code: &str) -> String {
        format!("{name} ({code})")
    }

    fn comma(&self) -> &'static str {
        ", "
    }

    fn colon(&self) -> &'static str {
        ": "
    }

    fn semicolon(&self) -> &'static str {
        "; "
    }

    fn told_of(&self, what: &str, told: &str) -> String {
        format!("{what}{}{told}", if what.ends_with('.') { " " } else { ". " })
    }

    fn sentences(&self, sentences: &[String]) -> String {
        sentences.join(" ")
    }

    fn quoted(&self, text: &str) -> String {
        format!("“{text}”")
    }

    fn total(&self) -> &'static str {
        "total"
    }

    fn total_head(&self) -> &'static str {
        "Total"
    }

    fn not_itemised(&self) -> &'static str {
        "Not itemised"
    }

    fn all_others(&self) -> &'static str {
        "All others"
    }

    fn section(&self, section: Section, of: Subject) -> &'static str {
        match section {
            Section::Overview => "",
            Section::Trend => "Trend",
            Section::Ranking(dimension) => self.dimension(dimension, of.flow),
            Section::Changes => "What changed",
            Section::Season => "Season",
            Section::Prices => "Price and volume",
            Section::Member => "Profile",
            Section::Cross => match of.flow {
                Flow::Export => "Destinations by exporters’ province",
                Flow::Import => "Origins by importers’ province",
            },
            Section::Sources => "Sources",
            Section::Check => "Data quality",
            Section::Note => match of.frequency {
                Frequency::Monthly => "Monthly summary",
                Frequency::Quarterly => "Quarterly summary",
                Frequency::Annual => "Annual summary",
            },
            Section::CheckNote => "Fact-check a text",
        }
    }

    fn dimension(&self, dimension: Dimension, flow: Flow) -> &'static str {
        match (dimension, flow) {
            (Dimension::Product, _) => "Product structure",
            (Dimension::Destination, Flow::Export) => "Destinations",
            (Dimension::Destination, Flow::Import) => "Origins",
            (Dimension::RegistrationLocation, Flow::Export) => "Exporters’ provinces",
            (Dimension::RegistrationLocation, Flow::Import) => "Importers’ provinces",
            (Dimension::TradeMode, _) => "Trade modes",
        }
    }

    fn member_head(&self, dimension: Dimension, flow: Flow) -> &'static str {
        match (dimension, flow) {
            (Dimension::Product, _) => "Product (HS code)",
            (Dimension::Destination, Flow::Export) => "Destination",
            (Dimension::Destination, Flow::Import) => "Origin",
            (Dimension::RegistrationLocation, _) => "Province",
            (Dimension::TradeMode, _) => "Trade mode",
        }
    }

    fn member(&self, dimension: Dimension, flow: Flow) -> &'static str {
        self.members_of_count(1, dimension, flow)
    }

    fn members(&self, dimension: Dimension, flow: Flow) -> &'static str {
        self.members_of_count(2, dimension, flow)
    }

    fn flow(&self, flow: Flow) -> &'static str {
        match flow {
            Flow::Export => "exports",
            Flow::Import => "imports",
        }
    }

    fn flow_head(&self, flow: Flow) -> &'static str {
        match flow {
            Flow::Export => "Exports",
            Flow::Import => "Imports",
        }
    }

    fn change_short(&self, against: Against, frequency: Frequency) -> &'static str {
        match (against, frequency) {
            (Against::MonthBefore, Frequency::Monthly) => "MoM",
            (Against::MonthBefore, Frequency::Quarterly) => "QoQ",
            (Against::MonthBefore, Frequency::Annual) | (Against::YearBefore, _) => "YoY",
        }
    }

    fn presence(&self, presence: Presence, frequency: Frequency) -> Option<String> {
        match presence {
            Presence::New => Some("new".to_owned()),
            Presence::Returned(1) => Some(format!("back after a {}", noun(frequency))),
            Presence::Returned(many) => Some(format!("back after {many} {}", nouns(frequency))),
            Presence::Lost => Some(format!("none this {}", noun(frequency))),
            Presence::Continuing | Presence::Absent => None,
        }
    }

    fn registration_caveat(&self, flow: Flow) -> &'static str {
        match flow {
            Flow::Export => {
                "Where the exporter is registered with customs, which need not be where the goods were made."
            }
            Flow::Import => {
                "Where the importer is registered with customs, which need not be where the goods are used."
            }
        }
    }

    fn scope(&self, dimension: Dimension, flow: Flow, chosen: &str) -> String {
        match (dimension, flow) {
            (Dimension::Product, _) => format!(" ({chosen} only)"),
            (Dimension::Destination, Flow::Export) => format!(" to {chosen}"),
            (Dimension::Destination, Flow::Import) => format!(" from {chosen}"),
            (Dimension::RegistrationLocation, Flow::Export) => {
                format!(" from companies registered in {chosen}")
            }
            (Dimension::RegistrationLocation, Flow::Import) => {
                format!(" by companies registered in {chosen}")
            }
            (Dimension::TradeMode, _) => format!(" (trade mode: {chosen})"),
        }
    }

    fn scope_of_many(&self, dimension: Dimension, flow: Flow, count: usize) -> String {
        match dimension {
            Dimension::Product => format!("{count} HS codes"),
            Dimension::TradeMode => format!("{count} of them"),
            _ => format!("{count} {}", self.members(dimension, flow)),
        }
    }

    fn measure(&self, measure: Measure, valuation: Valuation) -> &'static str {
        match measure {
            Measure::MomPercent => "change on the month, %",
            Measure::MomAbsolute => "change on the month, t",
            Measure::YoyPercent => "change on the year, %",
            Measure::ShareMomPoints => "change of the share on the month, points",
            Measure::ShareYoyPoints => "change of the share on the year, points",
            other => self.measure_of_form(other, valuation),
        }
    }

    fn measure_of_form(&self, measure: Measure, valuation: Valuation) -> &'static str {
        match measure {
            Measure::Quantity => "quantity",
            Measure::QuantityYearBefore => "quantity a year before",
            Measure::Share => "share of the total",
            Measure::MomPercent | Measure::MomAbsolute => "change on the month",
            Measure::YoyPercent => "change on the year",
            Measure::ValueUsd => match valuation {
                Valuation::Fob => "value, FOB",
                Valuation::Cif => "value, CIF",
            },
            Measure::ValueMomPercent => "change of value on the month",
            Measure::ValueYoyPercent => "change of value on the year",
            Measure::Rank => "rank",
            Measure::WithinTop => "among the first",
            Measure::MonthsFirst => "months in first place",
            Measure::Count => "how many",
            Measure::TopNamed => "first places spoken of",
            Measure::YoyGap => "gap between two growths",
            Measure::ShareMomPoints => "change of the share on the month",
            Measure::ShareYoyPoints => "change of the share on the year",
        }
    }

    fn reason(&self, missing: Missing) -> &'static str {
        match missing {
            Missing::NotPublished => {
                "Not published: no article reports it, and no two reported figures give it."
            }
            Missing::NotListed => "Not listed: the articles name others for this time, not this one.",
            Missing::NotListedOrZero => {
                "Not listed, or zero: an article gives the whole quantity of the next month as its increase."
            }
            Missing::NotCovered => {
                "Not in the dataset: no file covers all of this time, or all of the goods in it."
            }
            Missing::Incomplete => {
                "Incomplete: the file of some of this time was cut, so that it is compared with nothing."
            }
            Missing::NotYetReleased => "Not yet released: the dataset ends before.",
            Missing::ZeroBase => {
                "No base figure: the earlier one is zero or may be, so a percentage of it has no meaning."
            }
            Missing::NotFirst => "Not in first place, so there is nothing to count.",
            Missing::NotApplicable => "Does not apply here.",
        }
    }

    fn no_base(&self) -> &'static str {
        "no base figure"
    }
}
