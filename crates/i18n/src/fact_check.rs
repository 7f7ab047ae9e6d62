//! What is said of somebody's text whose figures were checked.

use super::numbers::{look, plain, range, range_with_unit, shown};
use super::{CountWords, NameWords, member_name};
use factcheck::{Finding, Measure, OwnContradiction, Proof, Reading, Remark, Verdict, Why};
use model::{Catalogue, Figure, Interval, Rule, Unit};

/// The kinds of verdicts on a text's figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FactVerdict {
    /// The dataset has the same.
    Agrees,
    /// The same, if one of the two is rounded or truncated.
    AgreesWithinRounding,
    /// They cannot both be true.
    Differs,
    /// The dataset cannot test it.
    CannotBeTested,
    /// What it says is not certain.
    NotUnderstood,
}

impl FactVerdict {
    /// Every kind, in the order in which they are counted.
    pub const ALL: [FactVerdict; 5] = [
        FactVerdict::Agrees,
        FactVerdict::AgreesWithinRounding,
        FactVerdict::Differs,
        FactVerdict::CannotBeTested,
        FactVerdict::NotUnderstood,
    ];

    /// The kind of a verdict.
    pub fn of(verdict: &Verdict) -> FactVerdict {
        match verdict {
            Verdict::Agrees(_) => FactVerdict::Agrees,
            Verdict::AgreesWithinRounding(_) => FactVerdict::AgreesWithinRounding,
            Verdict::Differs(_) => FactVerdict::Differs,
            Verdict::CannotBeTested(_) => FactVerdict::CannotBeTested,
            Verdict::NotUnderstood(_) => FactVerdict::NotUnderstood,
        }
    }
}

/// What is said of somebody's text. Asked for by [`crate::fact_check_words`].
pub trait FactCheckWords: NameWords + CountWords {
    /// A verdict: "agrees within rounding".
    fn fact_verdict(&self, verdict: FactVerdict) -> &'static str;
    /// How many numbers have a verdict: "1 agrees", "8 agree".
    fn fact_verdict_count(&self, verdict: FactVerdict, count: u64) -> String;
    /// How many numbers there are, how many have which verdict, and how many contradict others of the text.
    fn fact_counts(&self, all: u64, counts: &[String], contradict: u64) -> String;
    /// What a number of a text says of its subject: "share of the total".
    fn fact_measure(&self, measure: Measure) -> &'static str;
    /// What a number is read as: "Mexico, April 2025: share of the total".
    fn fact_reading(&self, who: &str, when: &str, measure: &str) -> String;
    /// What the dataset has.
    fn ours(&self, figure: &str) -> String;
    /// The same, where one of the two is rounded or truncated.
    fn ours_within_rounding(&self, figure: &str) -> String;
    /// The same, and by how much the text is off.
    fn ours_differs(&self, figure: &str, off: Option<&str>) -> String;
    /// Why a number is not tested or not understood; with the range that the dataset leaves where that is
    /// too wide.
    fn why(&self, why: &Why, range: Option<&str>) -> String;
    /// What a number contradicts in the same text, quoted; none where no quantities can have it.
    fn contradicts_in_text(&self, others: &str) -> String;
    /// What the others of the text imply.
    fn others_of_text_imply(&self, range: &str) -> String;
    /// A remark on the text as a whole, in a sentence.
    fn remark(&self, remark: Remark) -> &'static str;
    /// What the article is called whose figures were taken from a checked text.
    fn article_of_text(&self) -> &'static str;
}

/// What a reading says of whom: "Mexico, April 2025: share of the total".
pub fn reading_name(words: &dyn FactCheckWords, catalogue: &Catalogue, reading: &Reading) -> String {
    let names: Vec<&str> =
        reading.members.iter().map(|member| member_name(words, catalogue, *member)).collect();
    let who = if names.is_empty() { words.total().to_owned() } else { words.list(&names) };
    let when = words.span(reading.period, reading.span);
    words.fact_reading(&who, &when, words.fact_measure(reading.measure))
}

/// A verdict in a sentence.
pub fn finding_text(words: &dyn FactCheckWords, finding: &Finding) -> String {
    let change = finding.reading.as_ref().is_some_and(|r| r.measure.is_change());
    let ours = |figure: &Figure| shown(words, figure, if change { look::CHANGE_UNIT } else { look::UNIT });
    match &finding.verdict {
        Verdict::Agrees(with) => words.ours(&ours(&with.figure)),
        Verdict::AgreesWithinRounding(with) => words.ours_within_rounding(&ours(&with.figure)),
        Verdict::Differs(with) => {
            let off = finding.reading.as_ref().map(|r| r.value - with.figure.value);
            let decimals = with.figure.decimals.max(usize::from(with.figure.unit == Unit::Percent));
            // Two percentages are points apart.
            let apart = match with.figure.unit {
                Unit::Percent => Unit::Points,
                other => other,
            };
            let off = off.map(|off| words.with_unit(&plain(off, decimals, true), apart));
            words.ours_differs(&ours(&with.figure), off.as_deref())
        }
        Verdict::CannotBeTested(why) | Verdict::NotUnderstood(why) => why_text(words, why),
    }
}

/// Why a number is not tested, or not understood, in a sentence.
pub fn why_text(words: &dyn FactCheckWords, why: &Why) -> String {
    let room = match why {
        Why::Wide(bounds) => figure_of(*bounds, Unit::Count),
        _ => None,
    };
    let signed = |figure: &Figure| figure.bounds.low < 0.0;
    let room = room.map(|figure| range(words, &figure, signed(&figure)));
    words.why(why, room.as_deref())
}

fn figure_of(bounds: Interval, unit: Unit) -> Option<Figure> {
    let middle = bounds.low + bounds.width() / 2.0;
    Figure::derived(Rule::Implied, middle, bounds, unit, Vec::new())
}

/// What a number of a text contradicts in the same text, in a sentence.
pub fn own_text(
    words: &dyn FactCheckWords,
    proof: &Proof,
    finding: &Finding,
    own: &OwnContradiction,
) -> String {
    let quote = |i: &usize| {
        let other = proof.findings.get(*i)?;
        Some(words.quoted(proof.text.get(other.span.clone())?))
    };
    let quoted: Vec<String> = own.with.iter().filter_map(quote).collect();
    let others: Vec<&str> = quoted.iter().map(String::as_str).collect();
    let mut sentences = vec![words.contradicts_in_text(&words.list(&others))];
    if let Some((bounds, reading)) = own.others_allow.zip(finding.reading.as_ref())
        && let Some(figure) = figure_of(bounds, reading.measure.unit())
    {
        let range = range_with_unit(words, &figure, reading.measure.is_change());
        sentences.push(words.others_of_text_imply(&range));
    }
    words.sentences(&sentences)
}

/// How many figures have which verdict, in a sentence.
pub fn proof_counts(words: &dyn FactCheckWords, proof: &Proof) -> String {
    let own = proof.findings.iter().filter(|f| !f.own.is_empty()).count() as u64;
    let count = |verdict| {
        let of = proof.findings.iter().filter(|f| FactVerdict::of(&f.verdict) == verdict);
        (verdict, of.count() as u64)
    };
    let counts = FactVerdict::ALL.map(count).into_iter().filter(|(_, count)| *count > 0);
    let counts: Vec<String> =
        counts.map(|(verdict, count)| words.fact_verdict_count(verdict, count)).collect();
    words.fact_counts(proof.findings.len() as u64, &counts, own)
}
