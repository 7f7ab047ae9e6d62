//! English words, word forms and fixed texts.

use crate::line::Line;
use crate::material::Material;
use crate::rule::{Reason, Rule};
use crate::sentence::{Labels, SourceLine, Topic};
use breakdown::Dataset;
use i18n::{ENGLISH, MonthWords, NameWords, capitalised, coverage_sentences, scope, uncapitalised};
use ledger::Article;
use model::{Against, Dimension, Figure, Flow, Frequency, Period};

/// Behind a figure that is the very number of another month.
pub fn same_as(period: Period) -> String {
    format!("the very figure reported for {}, too", ENGLISH.month(period))
}

/// Behind a figure that other figures contradict, where nothing else is known.
pub const DOUBT: &str = "as published; other published figures contradict it";

pub(super) fn is_import(line: &Line) -> bool {
    line.scribe.material.catalogue.flow == Flow::Import
}

pub(super) fn exports(line: &Line) -> &'static str {
    if is_import(line) { "imports" } else { "exports" }
}

pub(super) fn plural(line: &Line, dimension: Dimension) -> &'static str {
    ENGLISH.members(dimension, line.scribe.material.catalogue.flow)
}

pub(super) fn singular(line: &Line, dimension: Dimension) -> &'static str {
    ENGLISH.member(dimension, line.scribe.material.catalogue.flow)
}

/// What a member does with the goods.
pub(super) fn verb(line: &Line, dimension: Dimension) -> &'static str {
    match (dimension, is_import(line)) {
        (Dimension::Destination, false) => "took",
        (Dimension::Destination, true) => "supplied",
        (Dimension::RegistrationLocation, false) => "shipped",
        (Dimension::RegistrationLocation, true) => "received",
        _ => "made up",
    }
}

/// " to Mexico" where only some members count.
pub(super) fn scope_of(line: &Line) -> String {
    scope(&ENGLISH, line.scribe.material.catalogue, &line.scribe.material.chosen)
}

/// " (HS 76141000 and 76149000)"; nothing where they are many or only some count.
pub(super) fn codes(line: &Line) -> String {
    if !line.scribe.material.is_of_all(Dimension::Product) {
        return String::new();
    }
    let products = line.scribe.material.catalogue.members(Dimension::Product);
    let codes: Vec<&str> = products.iter().map(|p| p.code.as_str()).collect();
    match codes.len() {
        1..=4 => format!(" (HS {})", ENGLISH.list(&codes)),
        _ => String::new(),
    }
}

/// What a period is called: "month", "quarter", "year".
pub(super) fn noun(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Monthly => "month",
        Frequency::Quarterly => "quarter",
        Frequency::Annual => "year",
    }
}

/// How a comparison is called: "MoM", "QoQ", "YoY".
pub(super) fn label(line: &Line, against: Against) -> &'static str {
    ENGLISH.change_short(against, line.scribe.material.frequency())
}

pub(super) fn possessive(name: &str) -> String {
    if name.ends_with('s') { format!("{name}’") } else { format!("{name}’s") }
}

/// "China’s exports of wire to Mexico", with what is known of each.
pub(super) fn subject(line: &Line) -> String {
    let catalogue = line.scribe.material.catalogue;
    let (reporter, noun) = (&catalogue.reporter.en, exports(line));
    let whose = match reporter.is_empty() {
        true => capitalised(noun),
        false => format!("{} {noun}", possessive(reporter)),
    };
    whose + &of_goods(&catalogue.commodity.en) + &scope_of(line)
}

/// " of wire"; nothing for goods without a name.
pub(super) fn of_goods(commodity: &str) -> String {
    if commodity.is_empty() { String::new() } else { format!(" of {commodity}") }
}

pub(super) fn some(figure: &Figure) -> Result<&Figure, ()> {
    if figure.value > 0.0 { Ok(figure) } else { Err(()) }
}

/// What stands before the `i`-th of `count` items.
pub(super) fn separator(i: usize, count: usize, last: &'static str) -> &'static str {
    match i {
        0 => "",
        i if i + 1 == count => last,
        _ => ", ",
    }
}

pub(super) fn s(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

/// A product's name inside a sentence: without its capital, unless that is part of an abbreviation.
pub(super) fn inner(name: &str, starts: bool) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (Some(_), Some('a'..='z' | 'ß'..='ö' | 'ø'..='ÿ')) if !starts => uncapitalised(name),
        _ => name.to_owned(),
    }
}

/// A country's name inside a sentence, with the article that some have.
pub(super) fn place(name: &str, starts: bool) -> String {
    const PLURALS: [&str; 6] = ["Philippines", "Netherlands", "Maldives", "Bahamas", "Gambia", "Comoros"];
    let wants = name.starts_with("United ")
        || ["Republic", "Islands", "Congo"].iter().any(|end| name.ends_with(end))
        || PLURALS.contains(&name);
    match (wants, starts) {
        (false, _) => name.to_owned(),
        (true, true) => format!("The {name}"),
        (true, false) => format!("the {name}"),
    }
}

/// "second", "third"; "13th" from ten on.
pub(super) fn ordinal(number: usize) -> String {
    const WORDS: [&str; 9] =
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"];
    if let Some(word) = number.checked_sub(1).and_then(|i| WORDS.get(i)) {
        return (*word).to_owned();
    }
    let end = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{number}{end}")
}

/// What stands above a note on rows that a program made up.
pub const WARNING_SYNTHETIC: &str = "SYNTHETIC DATA, made up by a program: do not quote.";

/// What stands above a note on a choice of members.
pub fn warning_choice(names: &[String]) -> String {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    format!("This note is about a choice only: {}.", ENGLISH.list(&names))
}

/// Fixed texts of an export.
pub fn labels() -> Labels {
    Labels {
        interpretation: "The analyst’s interpretation (not computed from the data)",
        sources: "Sources",
        colon: ":",
        stop: " ",
        chart: "Chart",
        said: "Said",
        between_rules: "; ",
    }
}

/// The heading of a section.
pub fn section(topic: Topic, flow: Flow) -> &'static str {
    match (topic, flow) {
        (Topic::Total, _) => "Total",
        (Topic::Structure, flow) => ENGLISH.dimension(Dimension::Product, flow),
        (Topic::Destinations, flow) => ENGLISH.dimension(Dimension::Destination, flow),
        (Topic::RegistrationLocations, flow) => ENGLISH.dimension(Dimension::RegistrationLocation, flow),
        (Topic::Drivers, _) => "What drove the change",
        (Topic::Caution, _) => "To be careful with",
    }
}

/// What a rule says.
pub fn rule(rule: Rule, frequency: Frequency) -> &'static str {
    use Frequency::{Annual, Monthly, Quarterly};
    match rule {
        Rule::Total => match frequency {
            Monthly => "The month’s total",
            Quarterly => "The quarter’s total",
            Annual => "The year’s total",
        },
        Rule::JanuaryFebruary => "January and February together",
        Rule::YearToDate => "The year to date",
        Rule::Value => "Value and unit value",
        Rule::MonthlyRun => match frequency {
            Monthly => "Rises or falls on the month in a row",
            Quarterly => "Rises or falls on the quarter in a row",
            Annual => "Rises or falls in a row",
        },
        Rule::YearlyRun => "Rises or falls on the year in a row",
        Rule::Extreme => match frequency {
            Monthly => "The highest or lowest month since when",
            Quarterly => "The highest or lowest quarter since when",
            Annual => "The highest or lowest year since when",
        },
        Rule::Products => "Product structure",
        Rule::ProductsOfYear => "Product structure of the year",
        Rule::TradeModes => "Trade modes",
        Rule::Destinations => "Largest partners",
        Rule::Spread => "How many partners, and how concentrated",
        Rule::Entrants => "New and returned partners",
        Rule::Lost => "Lost partners",
        Rule::RegistrationLocations => "Largest provinces",
        Rule::ProductDrivers => "What drove the change, by product",
        Rule::DestinationDrivers => "What drove the change, by partner",
        Rule::LocationDrivers => "What drove the change, by province",
        Rule::ValueDrivers => "What quantity and unit value did to the value",
        Rule::LunarNewYear => "The Lunar New Year",
        Rule::Contradictions => "Figures that contradict each other",
    }
}

/// Why a rule has nothing to say.
pub fn reason(reason: Reason, frequency: Frequency) -> String {
    let month = noun(frequency);
    let text = match reason {
        Reason::Missing(missing) => return ENGLISH.reason(missing).to_owned(),
        Reason::UnknownMonth(month) => return format!("The total of {} is not known.", ENGLISH.month(month)),
        Reason::Unclear(month) => {
            return format!(
                "What is known does not say whether it is more or less than in {}.",
                ENGLISH.month(month)
            );
        }
        Reason::OpenRow => return format!("Which way the {month} before went is not known."),
        Reason::ShortRow(1) => return format!("It is the first {month} that goes this way."),
        Reason::ShortRow(many) => return format!("Only {many} {month}s in a row, which is common."),
        Reason::NoRecord(0) => return format!("The {month} before went further."),
        Reason::NoRecord(1) => return format!("It surpasses only the {month} before."),
        Reason::NoRecord(many) => {
            return format!("It surpasses only the {many} {month}s before, which is common.");
        }
        Reason::NoChange => "Nothing changed.",
        Reason::OnlyRecordsTell => "Published figures do not tell it; complete customs records would.",
        Reason::NoWeights => "The dataset has no weights.",
        Reason::NoValues => "The dataset has no values.",
        Reason::NotToldApart => "The dataset does not tell these apart.",
        Reason::Nobody => "Nobody, or nobody who matters: all are below half a percent of the total.",
        Reason::NoContributions => "The change of fewer than two of them is known well enough.",
        Reason::OtherMonths => match frequency {
            Frequency::Monthly => "It is said of other months of the year only.",
            Frequency::Quarterly => "It is said of other quarters, or of months, only.",
            Frequency::Annual => "It is said of parts of a year only.",
        },
        Reason::SaidAlready => "Another sentence says it already.",
        Reason::NothingContradicts => "No figure in the note contradicts another.",
        Reason::NoLunarNewYear => "The reporter’s trade is not known to stand still over the Lunar New Year.",
        Reason::Short => "Left for the full note.",
    };
    text.to_owned()
}

/// Where the figures come from, a line each, and what the dataset covers.
pub fn sources(material: &Material, articles: &[&Article]) -> Vec<SourceLine> {
    let line = |text: String, url: Option<String>| SourceLine { text, url };
    let mut lines: Vec<SourceLine> = articles
        .iter()
        .map(|a| {
            let date = a.published.as_deref().map_or(String::new(), |d| format!(", {}", ENGLISH.date(d)));
            line(format!("{}, “{}”{date}", a.publisher, a.subject), a.url.clone())
        })
        .collect();
    if let Some(sums) = material.dataset.sums() {
        lines.extend(sums.provenance.sources.iter().map(|s| line(s.clone(), None)));
    }
    if let Some((first, last)) = material.coverage {
        let kind = match material.dataset {
            Dataset::Published(_) => "published figures",
            Dataset::Recorded(_) if material.dataset.is_synthetic() => "synthetic records",
            Dataset::Recorded(_) => "customs records",
        };
        let months = format!("{} to {}", ENGLISH.month(first), ENGLISH.month(last));
        lines.push(line(format!("Dataset “{}”: {kind}, {months}", material.catalogue.id), None));
    }
    if let Some(sums) = material.dataset.sums() {
        let limits = coverage_sentences(&ENGLISH, &sums.catalogue, &sums.whole.coverage);
        lines.extend(limits.into_iter().map(|limit| line(limit, None)));
    }
    lines
}
