//! Verdicts on reported figures in words.

use super::numbers::range_with_unit;
use super::{ExplainWords, claim_name};
use ledger::{ClaimVerdict, Contradiction, Ledger, Measure, Suspicion, Untested};
use model::{Currency, Figure, Interval, Rule, Unit};

/// The kinds of verdicts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum VerdictKind {
    /// The others contradict it.
    Contradicts,
    /// It agrees with the others.
    Agrees,
    /// It does if it was truncated, not rounded.
    AgreesIfTruncated,
    /// Nothing can test it.
    NotTested,
}

impl VerdictKind {
    /// Every kind with its word in links and files.
    pub const NAMES: [(&'static str, VerdictKind); 4] = [
        ("contradicts", VerdictKind::Contradicts),
        ("agrees", VerdictKind::Agrees),
        ("agrees-if-cut", VerdictKind::AgreesIfTruncated),
        ("not-tested", VerdictKind::NotTested),
    ];

    /// The kind of a verdict.
    pub fn of(verdict: &ClaimVerdict) -> VerdictKind {
        match verdict {
            ClaimVerdict::Contradicts(_) => VerdictKind::Contradicts,
            ClaimVerdict::Agrees(_) => VerdictKind::Agrees,
            ClaimVerdict::AgreesIfCut(_) => VerdictKind::AgreesIfTruncated,
            ClaimVerdict::NotTested(_) => VerdictKind::NotTested,
        }
    }

    /// The kind of that name.
    pub fn named(name: &str) -> Option<VerdictKind> {
        VerdictKind::NAMES.iter().find(|(n, _)| *n == name).map(|(_, kind)| *kind)
    }

    /// Its word in links and files.
    pub fn name(self) -> &'static str {
        VerdictKind::NAMES.iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }
}

/// Verdicts on reported figures, in words.
pub trait CheckWords: ExplainWords {
    /// A kind of verdict: "consistent if truncated".
    fn verdict(&self, kind: VerdictKind) -> &'static str;
    /// How many figures have which verdict, in a sentence. `count` says it of a kind.
    fn verdict_counts(&self, all: u64, count: &dyn Fn(VerdictKind) -> u64) -> String;
    /// What all other figures say of one that agrees: "All other figures imply 21,359–21,400 t."
    fn others_imply(&self, range: &str) -> String;
    /// The same of one that agrees only if it was truncated.
    fn others_imply_truncated(&self, range: &str) -> String;
    /// Why a figure cannot be tested; with the range that the others leave where that is too wide.
    fn untested(&self, why: Untested, range: &str) -> String;
    /// What a figure contradicts, named in `claims`; none where no quantities at all can have it.
    fn contradicts(&self, claims: &str) -> String;
    /// Customs may have revised a quantity, or what a ratio is made of, between two publications.
    fn may_be_revised(&self) -> &'static str;
    /// A place in a ranking as what the others imply: "place 2".
    fn place(&self, rank: f64) -> String;
    /// What nothing is known of.
    fn any_number(&self) -> &'static str;
    /// A change that is as large as what it is a change of.
    fn whole_is_change(&self, change: &str, quantity: &str) -> String;
    /// A figure that is the very number of another month.
    fn same_again(&self, later: &str, earlier: &str) -> String;
}

/// How many figures have which verdict, in a sentence.
pub fn verdict_counts(words: &dyn CheckWords, ledger: &Ledger) -> String {
    let verdicts = &ledger.settlement().verdicts;
    let count = |kind| verdicts.iter().filter(|v| VerdictKind::of(v) == kind).count() as u64;
    words.verdict_counts(verdicts.len() as u64, &count)
}

/// A range of what a measure counts: "21,359–21,400 t".
fn allowed(words: &dyn CheckWords, measure: Measure, bounds: Interval) -> String {
    let unit = match measure {
        Measure::YoyGap | Measure::ShareMomPoints | Measure::ShareYoyPoints => Unit::Points,
        Measure::ValueUsd => Unit::Money(Currency::Usd),
        Measure::Count => Unit::Count,
        Measure::ValueMomPercent | Measure::ValueYoyPercent => Unit::Percent,
        other => other.unit().unwrap_or(Unit::Count),
    };
    if unit == Unit::Rank {
        return words.place(bounds.low);
    }
    let middle = bounds.low + (bounds.high - bounds.low) / 2.0;
    let middle = if middle.is_finite() { middle } else { bounds.low };
    match Figure::derived(Rule::Implied, middle, bounds, unit, Vec::new()) {
        Some(figure) => range_with_unit(words, &figure, measure.may_be_negative()),
        None => words.any_number().to_owned(),
    }
}

/// What is to be said of a claim, in a sentence or two.
pub fn verdict_text(words: &dyn CheckWords, ledger: &Ledger, claim: usize) -> String {
    let settlement = ledger.settlement();
    let Some((verdict, measure)) = settlement.verdicts.get(claim).zip(ledger.claim(claim).map(|c| c.measure))
    else {
        return String::new();
    };
    match verdict {
        ClaimVerdict::Agrees(found) => words.others_imply(&allowed(words, measure, *found)),
        ClaimVerdict::AgreesIfCut(found) => words.others_imply_truncated(&allowed(words, measure, *found)),
        ClaimVerdict::Contradicts(index) => {
            let told = settlement.contradictions.get(*index);
            told.map(|told| contradiction_text(words, ledger, told)).unwrap_or_default()
        }
        ClaimVerdict::NotTested(why) => {
            let range = match why {
                Untested::Wide(found) => allowed(words, measure, *found),
                _ => String::new(),
            };
            words.untested(*why, &range)
        }
    }
}

/// What a claim that is set aside contradicts, and by how much.
pub fn contradiction_text(words: &dyn CheckWords, ledger: &Ledger, told: &Contradiction) -> String {
    let against: Vec<String> = told.against.iter().filter_map(|c| claim_name(words, ledger, *c)).collect();
    let names: Vec<&str> = against.iter().map(String::as_str).collect();
    let mut sentences = vec![words.contradicts(&words.list(&names))];
    let measure = ledger.claim(told.aside).map(|c| c.measure);
    if let Some((measure, found)) = measure.zip(told.others_allow.filter(|f| f.high.is_finite())) {
        sentences.push(words.others_imply(&allowed(words, measure, found)));
    }
    if told.may_be_revised {
        sentences.push(words.may_be_revised().to_owned());
    }
    words.sentences(&sentences)
}

/// What is odd, in a sentence.
pub fn suspicion_text(words: &dyn CheckWords, ledger: &Ledger, suspicion: &Suspicion) -> String {
    let name = |claim: &usize| claim_name(words, ledger, *claim).unwrap_or_default();
    match suspicion {
        Suspicion::WholeIsChange(change, quantity) => words.whole_is_change(
            &name(change),
            ledger.claim(*quantity).map(|c| c.printed.as_str()).unwrap_or_default(),
        ),
        Suspicion::SameAgain(earlier, later) => words.same_again(&name(later), &name(earlier)),
    }
}
