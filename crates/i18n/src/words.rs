//! Names, reasons and notices in words.

use super::period::{month_name, span_name};
use breakdown::Presence;
use ledger::Measure;
use model::{Catalogue, Dimension, Flow, Member, MemberId, Missing, Period, Span};
use view::{Notice, Section};

/// The heading of a breakdown.
pub fn dimension_title(dimension: Dimension, flow: Flow) -> &'static str {
    match dimension {
        Dimension::Product => "Product structure",
        Dimension::Destination if flow == Flow::Import => "Origins",
        Dimension::Destination => "Destinations",
        Dimension::RegistrationLocation => "Registration locations",
        Dimension::TradeMode => "Trade modes",
    }
}

/// What a section shows, for the title of the window; nothing for the overview.
pub fn section_name(section: Section, flow: Flow) -> &'static str {
    match section {
        Section::Overview => "",
        Section::Trend => "Month by month",
        Section::Ranking(dimension) => dimension_title(dimension, flow),
        Section::Cross => "Cross table",
        Section::Sources => "Sources",
        Section::Check => "Check of the printed figures",
        Section::Note => "Note",
        Section::CheckNote => "Check a note",
    }
}

/// One member of a dimension, as the head of a column.
pub fn member_word(dimension: Dimension, flow: Flow) -> &'static str {
    match dimension {
        Dimension::Product => "Product (HS code)",
        Dimension::Destination if flow == Flow::Import => "Origin",
        Dimension::Destination => "Destination",
        Dimension::RegistrationLocation => "Province",
        Dimension::TradeMode => "Trade mode",
    }
}

/// Several of them, inside a sentence.
pub fn members_word(dimension: Dimension, flow: Flow) -> &'static str {
    match dimension {
        Dimension::Product => "products",
        Dimension::Destination if flow == Flow::Import => "origins",
        Dimension::Destination => "destinations",
        Dimension::RegistrationLocation => "registration locations",
        Dimension::TradeMode => "trade modes",
    }
}

/// "exports" or "imports".
pub fn flow_word(flow: Flow) -> &'static str {
    match flow {
        Flow::Export => "exports",
        Flow::Import => "imports",
    }
}

/// Whether a member was there before, where that is worth a word.
pub fn presence_name(presence: Presence) -> Option<String> {
    match presence {
        Presence::New => Some("new".to_owned()),
        Presence::Returned(1) => Some("back after a month".to_owned()),
        Presence::Returned(months) => Some(format!("back after {months} months")),
        Presence::Lost => Some("none this month".to_owned()),
        Presence::Continuing | Presence::Absent => None,
    }
}

/// A member's name in a list to choose from: a product's with its code.
pub fn member_title(catalogue: &Catalogue, id: MemberId) -> String {
    let Some(member) = catalogue.member(id) else { return String::new() };
    let name = if member.name.en.is_empty() { &member.name.zh } else { &member.name.en };
    match (id.dimension, name.is_empty()) {
        (_, true) => member.code.clone(),
        (Dimension::Product, false) => format!("{name} ({})", member.code),
        (_, false) => name.clone(),
    }
}

/// What a registration location is not.
pub fn registration_caveat() -> &'static str {
    "The province where the exporter is registered with customs, which need not be where the goods were made."
}

/// A member's name; its code where it has none.
pub fn member_name(catalogue: &Catalogue, member: MemberId) -> &str {
    catalogue.member(member).map_or("", Member::label)
}

/// "Henan, Jiangsu and Zhejiang".
pub fn members_name(catalogue: &Catalogue, members: &[MemberId]) -> String {
    let names: Vec<&str> = members.iter().map(|m| member_name(catalogue, *m)).collect();
    list_names(&names)
}

/// "a", "a and b", "a, b and c".
pub fn list_names(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [head @ .., last] => format!("{} and {last}", head.join(", ")),
    }
}

/// The word for a missing figure in machine-readable output.
pub fn status(missing: Missing) -> &'static str {
    match missing {
        Missing::NotPublished => "not_published",
        Missing::NotListed => "not_listed",
        Missing::NotCovered => "not_covered",
        Missing::NotYetReleased => "not_yet_released",
        Missing::ZeroBase => "zero_base",
        Missing::NotFirst => "not_first",
        Missing::NotApplicable => "not_applicable",
    }
}

/// Why there is no figure, in a sentence.
pub fn reason(missing: Missing) -> &'static str {
    match missing {
        Missing::NotPublished => {
            "Not published: none of the articles prints it, and no two printed figures give it."
        }
        Missing::NotListed => "Not listed: the articles name others for these months, not this one.",
        Missing::NotCovered => "Not in the dataset: it has no rows for some of these months.",
        Missing::NotYetReleased => "Not yet released: the dataset ends before this month.",
        Missing::ZeroBase => "The earlier figure is zero or may be, so a percentage of it has no meaning.",
        Missing::NotFirst => "Not in first place, so there is nothing to count.",
        Missing::NotApplicable => "Does not apply here.",
    }
}

/// What of a link could not be used, and what is shown instead.
pub fn notice(notice: &Notice, period: Option<Period>) -> String {
    let showing = period.map_or(String::new(), |p| format!(" This page shows {}.", month_name(p)));
    match notice {
        Notice::UnknownParameter(name) => {
            format!("The link says “{name}”, which this page does not know. It was left out.")
        }
        Notice::Repeated(name) => format!("The link says “{name}” more than once. The first one counts."),
        Notice::NotAPeriod(given) => {
            format!("The link asks for the month “{given}”, which is not a month like 2025-04.{showing}")
        }
        Notice::PeriodOutside(given) => format!(
            "The link asks for {}, which is outside the months of this dataset.{showing}",
            month_name(*given)
        ),
        Notice::UnknownView(given) => {
            format!(
                "The link asks for the view “{given}”, which this page does not have. It shows the overview."
            )
        }
        Notice::UnknownSpan(given) => format!(
            "The link asks for the span “{given}”, which this page does not have. It shows the month{}.",
            period.map_or(String::new(), |p| format!(", {}", span_name(p, Span::Month)))
        ),
        Notice::UnknownLanguage(given) => {
            format!("The link asks for a note in “{given}”, which this page cannot write. It is in English.")
        }
        Notice::UnknownLength(given) => {
            format!("The link asks for a note of the length “{given}”, which there is not. It is in full.")
        }
        Notice::UnknownMember(code) => {
            format!("The link asks for “{code}”, which this dataset does not have. It was left out.")
        }
        Notice::NoChoice => {
            "The link chooses some rows, which published figures do not have. All of them are shown.".to_owned()
        }
        Notice::NotYourFile => {
            "The link leads to a file that only the browser has in which it was opened. This page shows its default dataset.".to_owned()
        }
        Notice::UnknownDataset(given) => {
            format!(
                "The link asks for the dataset “{given}”, which this site does not have. It shows its default one."
            )
        }
    }
}

/// What a claim says of its subject, for a table of claims.
pub fn measure_name(measure: Measure) -> &'static str {
    match measure {
        Measure::Quantity => "quantity",
        Measure::QuantityYearBefore => "quantity a year before",
        Measure::Share => "share of the total",
        Measure::MomPercent => "change on the month, %",
        Measure::MomAbsolute => "change on the month, t",
        Measure::YoyPercent => "change on the year, %",
        Measure::ValueUsd => "value",
        Measure::ValueMomPercent => "change of value on the month",
        Measure::ValueYoyPercent => "change of value on the year",
        Measure::Rank => "rank",
        Measure::WithinTop => "among the first",
        Measure::MonthsFirst => "months in first place",
        Measure::Count => "how many",
        Measure::TopNamed => "first places spoken of",
        Measure::YoyGap => "gap between two growths",
    }
}
