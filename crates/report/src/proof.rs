//! What `tonnage check-note` says: text for people, one JSON object for programs.

use std::fmt::Write;

use serde_json::{Value, json};

use factcheck::{Finding, Proof, Verdict, Why};
use i18n::{FactCheckWords, finding_text, own_text, proof_counts, reading_name};
use model::{Catalogue, Interval};

/// The proof as pretty-printed JSON, with a line end.
pub fn proof_json(
    words: &dyn FactCheckWords,
    catalogue: &Catalogue,
    proof: &Proof,
) -> Result<String, serde_json::Error> {
    let findings: Vec<Value> = proof.findings.iter().map(|f| finding(words, catalogue, proof, f)).collect();
    let document = json!({
        "dataset": catalogue.id,
        "language": proof.language.code(),
        "period": proof.period.map(|p| p.to_string()),
        "remarks": proof.remarks.iter().map(|r| words.remark(*r)).collect::<Vec<_>>(),
        "findings": findings,
    });
    Ok(serde_json::to_string_pretty(&document)? + "\n")
}

fn ends(bounds: Interval) -> Value {
    let finite = |end: f64| end.is_finite().then_some(end);
    json!({ "low": finite(bounds.low), "high": finite(bounds.high) })
}

fn finding(words: &dyn FactCheckWords, catalogue: &Catalogue, proof: &Proof, finding: &Finding) -> Value {
    let reading = finding.reading.as_ref().map(|r| {
        let codes: Vec<&str> =
            r.members.iter().filter_map(|m| Some(catalogue.member(*m)?.code.as_str())).collect();
        json!({
            "measure": r.measure.name(),
            "about": reading_name(words, catalogue, r),
            "members": codes,
            "period": r.period.to_string(),
            "span": r.span.name(),
            "value": r.value,
            "low": r.printed.low,
            "high": r.printed.high,
        })
    });
    let ours = match &finding.verdict {
        Verdict::Agrees(ours) | Verdict::AgreesWithinRounding(ours) | Verdict::Differs(ours) => {
            let bounds = ours.figure.bounds;
            Some(json!({ "value": ours.figure.value, "bounds": ends(bounds), "link": ours.view.to_query() }))
        }
        _ => None,
    };
    let why = match &finding.verdict {
        Verdict::CannotBeTested(why) | Verdict::NotUnderstood(why) => Some(Why::name(why)),
        _ => None,
    };
    let own = |o: &factcheck::OwnContradiction| {
        json!({
            "with": o.with,
            "others_allow": o.others_allow.map(ends),
            "explanation": own_text(words, proof, finding, o),
        })
    };
    json!({
        "from": finding.span.start,
        "to": finding.span.end,
        "text": proof.text.get(finding.span.clone()),
        "verdict": finding.verdict.name(),
        "why": why,
        "explanation": finding_text(words, finding),
        "reading": reading,
        "ours": ours,
        "contradicts": finding.own.iter().map(own).collect::<Vec<_>>(),
    })
}

/// The proof as text: every number with its verdict.
pub fn proof_text(words: &dyn FactCheckWords, catalogue: &Catalogue, proof: &Proof) -> String {
    let mut text = String::new();
    let _ = writeln!(text, "{}", proof_counts(words, proof));
    for remark in &proof.remarks {
        let _ = writeln!(text, "{}", words.remark(*remark));
    }
    for finding in &proof.findings {
        let quoted = proof.text.get(finding.span.clone()).unwrap_or_default();
        let about = finding.reading.as_ref().map(|r| format!("  {}", reading_name(words, catalogue, r)));
        let _ = writeln!(text, "\n{:<22}  “{quoted}”{}", finding.verdict.name(), about.unwrap_or_default());
        let _ = writeln!(text, "{:<24}{}", "", finding_text(words, finding));
        for own in &finding.own {
            let _ = writeln!(text, "{:<24}{}", "", own_text(words, proof, finding, own));
        }
    }
    text
}
