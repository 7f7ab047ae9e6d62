//! What is said of a checked note.

use super::number::{Look, plain, range, shown, unit};
use super::period::span_name;
use super::words::{list_names, reason};
use factcheck::{Finding, Measure, OwnContradiction, Proof, Reading, Remark, Verdict, Why};
use model::{Against, Catalogue, Figure, Rule, Unit};

/// The words of the verdicts, by their names in files.
pub const PROOF_VERDICTS: [(&str, &str); 5] = [
    ("agrees", "agrees"),
    ("agrees-within-rounding", "agrees within rounding"),
    ("differs", "differs"),
    ("cannot-be-tested", "cannot be tested"),
    ("not-understood", "not understood"),
];

/// What a reading says of whom: "Mexico, April 2025: share of the total".
pub fn reading_name(catalogue: &Catalogue, reading: &Reading) -> String {
    let names: Vec<&str> =
        reading.members.iter().filter_map(|m| Some(catalogue.member(*m)?.name.en.as_str())).collect();
    let who = if names.is_empty() { "total".to_owned() } else { list_names(&names) };
    let measure = match reading.measure {
        Measure::Quantity => "quantity",
        Measure::Share => "share of the total",
        Measure::Percent(Against::MonthBefore) | Measure::Difference(Against::MonthBefore) => {
            "change on the month before"
        }
        Measure::Percent(Against::YearBefore) | Measure::Difference(Against::YearBefore) => {
            "change on a year before"
        }
        Measure::Value => "value",
        Measure::ValuePercent(Against::MonthBefore) => "change of the value on the month before",
        Measure::ValuePercent(Against::YearBefore) => "change of the value on a year before",
    };
    format!("{who}, {}: {measure}", span_name(reading.period, reading.span))
}

/// A verdict in a sentence.
pub fn finding_text(finding: &Finding) -> String {
    let change = finding.reading.as_ref().is_some_and(|r| r.measure.is_change());
    let ours = |figure: &Figure| shown(figure, Look { signed: change, unsigned: false, unit: true });
    match &finding.verdict {
        Verdict::Agrees(with) => format!("The dataset has {}.", ours(&with.figure)),
        Verdict::AgreesWithinRounding(with) => {
            format!("The dataset has {}; one of the two is rounded or cut off.", ours(&with.figure))
        }
        Verdict::Differs(with) => {
            let off = finding.reading.as_ref().map(|r| r.value - with.figure.value);
            let decimals = with.figure.decimals.max(usize::from(with.figure.unit == Unit::Percent));
            // Two percentages are points apart.
            let apart = match with.figure.unit {
                Unit::Percent => Unit::Points,
                other => other,
            };
            let off =
                off.map(|o| format!(" The note is off by {}{}.", plain(o, decimals, true), unit(apart)));
            format!("The dataset has {}.{}", ours(&with.figure), off.unwrap_or_default())
        }
        Verdict::CannotBeTested(why) | Verdict::NotUnderstood(why) => why_text(why),
    }
}

/// Why a number is not tested, or not understood, in a sentence.
pub fn why_text(why: &Why) -> String {
    let text = match why {
        Why::Missing(missing) => return reason(*missing).to_owned(),
        Why::Wide(bounds) => {
            let middle = bounds.low + bounds.width() / 2.0;
            let figure = Figure::derived(Rule::Implied, middle, *bounds, Unit::Count, Vec::new());
            let room = figure.map(|f| format!(": {}", range(&f, bounds.low < 0.0))).unwrap_or_default();
            return format!("The dataset leaves too much room{room}.");
        }
        Why::NotNamed => "It is about somebody whom the dataset does not name.",
        Why::Disputed => {
            "The dataset’s own sources contradict each other about it; one of them has this number."
        }
        Why::Forecast => "It is expected, not reported.",
        Why::Money => "Money in another currency, or for a tonne, is not tested.",
        Why::Points => "Percentage points are not tested.",
        Why::Count => "Numbers of countries, months and the like are not tested.",
        Why::Times => "How many times as much it is is not tested; its tonnes and percentages are.",
        Why::OtherMonths => {
            "It is of a quarter or of other months together; the dataset has months and sums from January on."
        }
        Why::Unit => "Its unit is missing, or may mean two things.",
        Why::Malformed => "Its digits are oddly grouped.",
        Why::Subject => "It is not certain whom it is about.",
        Why::WhichOfSeveral => "Several are named, and it is not certain which number is whose.",
        Why::Months => "It is not certain which months it is about.",
        Why::Comparison => "It is not certain what it is compared with.",
        Why::Kind => "It is not certain whether it is a share, a rise or a fall.",
        Why::Words => "There are words beside it that are not known here.",
        Why::OtherMatter => "It is not about quantities exported.",
        Why::Table => "It stands in a table whose heads do not say what it is.",
    };
    text.to_owned()
}

/// What a number of a note contradicts in the same note, in a sentence.
pub fn own_text(proof: &Proof, finding: &Finding, own: &OwnContradiction) -> String {
    let quote = |i: &usize| {
        let other = proof.findings.get(*i)?;
        Some(format!("“{}”", proof.text.get(other.span.clone())?))
    };
    let quoted: Vec<String> = own.with.iter().filter_map(quote).collect();
    let others: Vec<&str> = quoted.iter().map(String::as_str).collect();
    let mut text = match others.as_slice() {
        [] => "No quantities can have it.".to_owned(),
        others => format!("In this text it cannot be true together with {}.", list_names(others)),
    };
    if let Some((bounds, reading)) = own.others_allow.zip(finding.reading.as_ref()) {
        let of = reading.measure.unit();
        let middle = bounds.low + bounds.width() / 2.0;
        if let Some(figure) = Figure::derived(Rule::Implied, middle, bounds, of, Vec::new()) {
            let room = range(&figure, reading.measure.is_change());
            text.push_str(&format!(" The others leave {room}{}.", unit(of)));
        }
    }
    text
}

/// A remark in a sentence.
pub fn remark_text(remark: Remark) -> &'static str {
    match remark {
        Remark::Cut => "Only the first 200,000 characters were read.",
        Remark::Html => "This looks like HTML. Only the text between its tags was read.",
        Remark::NoFigures => "No figure was found.",
        Remark::NoMonth => "The text does not say of which month it is.",
    }
}

/// How many figures have which verdict, in a sentence.
pub fn proof_counts(proof: &Proof) -> String {
    let own = proof.findings.iter().filter(|f| !f.own.is_empty()).count();
    // “1 agrees”, “8 agree”.
    let of = |count: usize, words: &str| match (count, words.split_once(' ')) {
        (1, _) | (_, Some(("cannot" | "not", _))) => format!("{count} {words}"),
        (_, Some((verb, rest))) => format!("{count} {} {rest}", verb.trim_end_matches('s')),
        (_, None) => format!("{count} {}", words.trim_end_matches('s')),
    };
    let counts = PROOF_VERDICTS.iter().map(|(name, words)| (proof.count(name), *words));
    let counts: Vec<String> =
        counts.filter(|(count, _)| *count > 0).map(|(count, words)| of(count, words)).collect();
    let numbers = if proof.findings.len() == 1 { "number" } else { "numbers" };
    if counts.is_empty() {
        return "0 numbers.".to_owned();
    }
    let mut told = format!("{} {numbers}: {}.", proof.findings.len(), counts.join(", "));
    if own > 0 {
        let verb = if own == 1 { "contradicts" } else { "contradict" };
        told.push_str(&format!(" {own} {verb} other numbers of the text."));
    }
    told
}
