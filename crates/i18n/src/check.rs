//! Verdicts on printed figures in words.

use super::explain::{capitalised, claim_name};
use super::number::{range, unit};
use super::words::list_names;
use ledger::implied::{Checked, ClaimVerdict, ContradictedClaim, Suspicion, Untested};
use ledger::{Ledger, Measure};
use model::{Currency, Figure, Interval, Rule, Unit};

/// The kinds of verdicts, with their words in links and files and on the page.
pub const VERDICTS: [(&str, &str); 4] = [
    ("contradicts", "contradicts"),
    ("agrees", "agrees"),
    ("agrees-if-cut", "agrees if cut off"),
    ("not-tested", "cannot be tested"),
];

/// The kind of a verdict: its word in links and files.
pub fn verdict_kind(verdict: &ClaimVerdict) -> &'static str {
    match verdict {
        ClaimVerdict::Contradicts(_) => "contradicts",
        ClaimVerdict::Agrees(_) => "agrees",
        ClaimVerdict::AgreesIfCut(_) => "agrees-if-cut",
        ClaimVerdict::NotTested(_) => "not-tested",
    }
}

/// How many figures have which verdict, in a sentence.
pub fn verdict_counts(checked: &Checked) -> String {
    let count = |kind: &str| checked.verdicts.iter().filter(|v| verdict_kind(v) == kind).count();
    format!(
        "{} printed figures: {} agree with the others, {} agree if they were cut off, {} contradict others, {} cannot be tested.",
        checked.verdicts.len(),
        count("agrees"),
        count("agrees-if-cut"),
        count("contradicts"),
        count("not-tested"),
    )
}

/// A range of what a measure counts: "21,359–21,400 t".
fn allowed(measure: Measure, bounds: Interval) -> String {
    let unit_of = match measure {
        Measure::YoyGap => Unit::Points,
        Measure::ValueUsd => Unit::Money(Currency::Usd),
        Measure::Count => Unit::Count,
        Measure::ValueMomPercent | Measure::ValueYoyPercent => Unit::Percent,
        other => other.unit().unwrap_or(Unit::Count),
    };
    if unit_of == Unit::Rank {
        return format!("place {:.0}", bounds.low);
    }
    let middle = bounds.low + (bounds.high - bounds.low) / 2.0;
    let middle = if middle.is_finite() { middle } else { bounds.low };
    match Figure::derived(Rule::Implied, middle, bounds, unit_of, Vec::new()) {
        Some(figure) => format!("{}{}", range(&figure, measure.may_be_negative()), unit(unit_of)),
        None => "any number".to_owned(),
    }
}

/// What is to be said of a claim, in a sentence or two.
pub fn verdict_text(ledger: &Ledger, checked: &Checked, claim: usize) -> String {
    let Some((verdict, measure)) = checked.verdicts.get(claim).zip(ledger.claim(claim).map(|c| c.measure))
    else {
        return String::new();
    };
    match verdict {
        ClaimVerdict::Agrees(found) => format!("All other figures leave {}.", allowed(measure, *found)),
        ClaimVerdict::AgreesIfCut(found) => {
            format!("All other figures leave {}: cut off, not rounded.", allowed(measure, *found))
        }
        ClaimVerdict::Contradicts(index) => {
            checked.contradictions.get(*index).map(|t| contradiction_text(ledger, t)).unwrap_or_default()
        }
        ClaimVerdict::NotTested(why) => untested(measure, *why),
    }
}

fn untested(measure: Measure, why: Untested) -> String {
    match why {
        Untested::Forecast => "A forecast is not tested.".to_owned(),
        Untested::UnknownMonths => "The article does not say which months it is about.".to_owned(),
        Untested::Alone => "No other figure says enough about it.".to_owned(),
        Untested::Wide(found) => {
            format!("The other figures leave too much room: {}.", allowed(measure, found))
        }
        Untested::Kind => "Sizes say nothing about a figure of this kind.".to_owned(),
        Untested::TooMany => "There are too many figures to test each by all others.".to_owned(),
    }
}

/// What a claim that is set aside contradicts, and by how much.
pub fn contradiction_text(ledger: &Ledger, told: &ContradictedClaim) -> String {
    let against: Vec<String> = told.against.iter().filter_map(|c| claim_name(ledger, *c)).collect();
    let names: Vec<&str> = against.iter().map(String::as_str).collect();
    let mut text = match names.as_slice() {
        [] => "No quantities can have it.".to_owned(),
        names => format!("Cannot be true together with {}.", list_names(names)),
    };
    let measure = ledger.claim(told.aside).map(|c| c.measure);
    if let Some((measure, found)) = measure.zip(told.others_allow.filter(|f| f.high.is_finite())) {
        text.push_str(&format!(" All other figures leave {}.", allowed(measure, found)));
    }
    if told.may_be_revised {
        text.push_str(
            " Different publications tell this quantity, so customs may have revised it in between.",
        );
    }
    text
}

/// What is odd, in a sentence.
pub fn suspicion_text(ledger: &Ledger, suspicion: &Suspicion) -> String {
    let name = |claim: &usize| capitalised(&claim_name(ledger, *claim).unwrap_or_default());
    match suspicion {
        Suspicion::WholeIsChange(change, quantity) => format!(
            "{} is as large as the quantity itself, “{}”: the month before was taken as zero, or was missing.",
            name(change),
            ledger.claim(*quantity).map(|c| c.printed.as_str()).unwrap_or_default()
        ),
        Suspicion::SameAgain(earlier, later) => {
            format!("{} is the very number of another month: {}.", name(later), name(earlier))
        }
    }
}
