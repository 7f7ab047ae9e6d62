//! What `tonnage check` says of a ledger: text for people, one JSON object for programs.

use std::fmt::Write;

use serde::Serialize;

use i18n::{
    CheckWords, ReportWords, VerdictKind, capitalised, claim_name, contradiction_text, suspicion_text,
    verdict_counts, verdict_text,
};
use ledger::{ClaimVerdict, Contradiction, Ledger, Suspicion};
use model::Interval;

#[derive(Serialize)]
struct Document<'a> {
    dataset: &'a str,
    claims: Vec<Judged<'a>>,
    contradictions: Vec<Together<'a>>,
    /// The contradictions that customs may have made by revising a figure.
    revisions: Vec<Together<'a>>,
    suspicions: Vec<Together<'a>>,
}

#[derive(Serialize)]
struct Printed<'a> {
    id: &'a str,
    article: &'a str,
    printed: &'a str,
    value: f64,
}

#[derive(Serialize)]
struct Judged<'a> {
    #[serde(flatten)]
    claim: Printed<'a>,
    verdict: &'static str,
    /// What all other figures leave for the value.
    #[serde(skip_serializing_if = "Option::is_none")]
    others_allow: Option<Ends>,
    explanation: String,
}

#[derive(Serialize)]
struct Together<'a> {
    /// The first is the one that is most likely wrong.
    claims: Vec<Printed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    others_allow: Option<Ends>,
    explanation: String,
}

/// The ends of a range; `null` for one that is open.
#[derive(Serialize)]
struct Ends {
    low: Option<f64>,
    high: Option<f64>,
}

impl Ends {
    fn of(bounds: Interval) -> Ends {
        let finite = |end: f64| end.is_finite().then_some(end);
        Ends { low: finite(bounds.low), high: finite(bounds.high) }
    }
}

/// The check as pretty-printed JSON, with a line end.
pub fn check_json(words: &dyn CheckWords, ledger: &Ledger) -> Result<String, serde_json::Error> {
    let judged = |(index, verdict): (usize, &ClaimVerdict)| {
        let found = match verdict {
            ClaimVerdict::Agrees(found) | ClaimVerdict::AgreesIfCut(found) => Some(*found),
            ClaimVerdict::Contradicts(index) => {
                ledger.settlement().contradictions.get(*index).and_then(|t| t.others_allow)
            }
            ClaimVerdict::NotTested(_) => None,
        };
        Some(Judged {
            claim: printed(ledger, index)?,
            verdict: VerdictKind::of(verdict).name(),
            others_allow: found.map(Ends::of),
            explanation: verdict_text(words, ledger, index),
        })
    };
    let told = |told: &Contradiction| Together {
        claims: told.twins.iter().chain(&told.against).filter_map(|c| printed(ledger, *c)).collect(),
        others_allow: told.others_allow.map(Ends::of),
        explanation: contradiction_text(words, ledger, told),
    };
    let odd = |suspicion: &Suspicion| {
        let (Suspicion::WholeIsChange(a, b) | Suspicion::SameAgain(a, b)) = suspicion;
        Together {
            claims: [a, b].into_iter().filter_map(|c| printed(ledger, *c)).collect(),
            others_allow: None,
            explanation: suspicion_text(words, ledger, suspicion),
        }
    };
    let document = Document {
        dataset: &ledger.catalogue.id,
        claims: ledger.settlement().verdicts.iter().enumerate().filter_map(judged).collect(),
        contradictions: ledger.settlement().contradictions.iter().map(told).collect(),
        revisions: ledger.settlement().contradictions.iter().filter(|t| t.may_be_revised).map(told).collect(),
        suspicions: ledger.suspicions().iter().map(odd).collect(),
    };
    Ok(serde_json::to_string_pretty(&document)? + "\n")
}

fn printed(ledger: &Ledger, index: usize) -> Option<Printed<'_>> {
    let claim = ledger.claim(index)?;
    let article = &ledger.article_of(index)?.id;
    Some(Printed { id: &claim.id, article, printed: &claim.printed, value: claim.value })
}

/// The check as text: what is wrong first, then every figure with its verdict.
pub fn check_text(words: &dyn ReportWords, ledger: &Ledger) -> String {
    let mut text = String::new();
    let odd = ledger.suspicions();
    let name = |claim: usize| {
        let id = ledger.claim(claim).map(|c| c.id.as_str()).unwrap_or_default();
        format!("{id}  {}", capitalised(&claim_name(words, ledger, claim).unwrap_or_default()))
    };
    let _ = writeln!(text, "{}", verdict_counts(words, ledger));
    if !ledger.settlement().contradictions.is_empty() {
        let _ = writeln!(text, "\n{}", words.contradictions_head());
    }
    for told in &ledger.settlement().contradictions {
        for twin in &told.twins {
            let _ = writeln!(text, "  {}", name(*twin));
        }
        let _ = writeln!(text, "      {}", contradiction_text(words, ledger, told));
    }
    if !odd.is_empty() {
        let _ = writeln!(text, "\n{}", words.suspicions_head());
    }
    for suspicion in odd {
        let _ = writeln!(text, "  {}", suspicion_text(words, ledger, suspicion));
    }
    let _ = writeln!(text, "\n{}", words.every_figure_head());
    for (index, verdict) in ledger.settlement().verdicts.iter().enumerate() {
        let _ = writeln!(text, "  {:<13}  {}", words.verdict(VerdictKind::of(verdict)), name(index));
        if !matches!(verdict, ClaimVerdict::Contradicts(_)) {
            let _ = writeln!(text, "                 {}", verdict_text(words, ledger, index));
        }
    }
    text
}
