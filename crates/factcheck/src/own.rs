//! What a text's own figures say of each other, by the engine that checks a ledger: its readings become
//! claims of one article.

use super::matching::is_place;
use super::reading::Reading;
use super::{Finding, OwnContradiction, Proof};
use ledger::{Article, Claim, ClaimSpan, Ledger, Subject};
use model::{Catalogue, Dimension, read_decimal};

/// Readings beyond this many are not compared with each other: no note has as many figures.
const MOST: usize = 300;

/// Marks findings that cannot be true together.
pub(super) fn mark(catalogue: &Catalogue, findings: &mut [Finding]) {
    let readings: Vec<(usize, Claim)> = findings
        .iter()
        .enumerate()
        .filter_map(|(i, f)| Some((i, claim(f.reading.as_ref()?, "note", i, "")?)))
        .take(MOST)
        .collect();
    let article = Article {
        id: "note".to_owned(),
        publisher: String::new(),
        subject: String::new(),
        url: None,
        published: None,
        repost_of: None,
        read_in_full: true,
        note: None,
    };
    let mut ledger = Ledger::without_claims(catalogue.clone());
    ledger.articles.push(article);
    let ledger = ledger.with_claims(readings.iter().map(|(_, c)| c.clone()).collect());
    let contradictions = settle::contradictions(&ledger);
    let finding = |claim: &usize| readings.get(*claim).map(|(i, _)| *i);
    for told in &contradictions {
        let aside: Vec<usize> = told.twins.iter().filter_map(finding).collect();
        let against: Vec<usize> = told.against.iter().filter_map(finding).collect();
        for at in &aside {
            if let Some(found) = findings.get_mut(*at) {
                let others_allow = told.others_allow.filter(|o| o.high.is_finite());
                found.own.push(OwnContradiction { with: against.clone(), others_allow });
            }
        }
        for at in &against {
            let with = aside.iter().take(1).chain(against.iter().filter(|a| *a != at)).copied().collect();
            if let Some(found) = findings.get_mut(*at) {
                found.own.push(OwnContradiction { with, others_allow: None });
            }
        }
    }
}

/// The recognised figures of a note as claims of an article, in the order of the text. Left out: what a
/// dataset has no measure for (a change in tonnes on a year before), ranges, and “about”.
pub fn claims(proof: &Proof, article: &str) -> Vec<Claim> {
    let mut claims = Vec::new();
    for finding in &proof.findings {
        let Some(reading) = finding.reading.as_ref().filter(|r| !r.rough) else { continue };
        let printed = proof.text.get(finding.span.clone()).unwrap_or_default();
        claims.extend(claim(reading, article, claims.len() + 1, printed));
    }
    claims
}

/// A reading as a claim; `None` where the dataset's format has no word for it.
fn claim(reading: &Reading, article: &str, number: usize, printed: &str) -> Option<Claim> {
    let measure = reading.measure.of_claim()?;
    let product = reading.members.iter().find(|m| m.dimension == Dimension::Product);
    // A sum of products has no claim of its own.
    if product.is_some() && reading.members.len() > 1 || reading.rough && reading.bound.is_none() {
        return None;
    }
    if reading.members.iter().any(|m| m.dimension == Dimension::TradeMode) {
        return None;
    }
    let places: Vec<_> = reading.members.iter().copied().filter(|m| is_place(m.dimension)).collect();
    let way = match reading.value < 0.0 && !printed.starts_with(['-', '−']) {
        true => " (decrease)",
        false => "",
    };
    Some(Claim {
        id: format!("{article}.{number}"),
        article: 0,
        span: ClaimSpan::Of(reading.period, reading.span),
        product: product.map(|p| p.index),
        subject: if places.is_empty() { Subject::Total } else { Subject::Members(places) },
        measure,
        value: clean(reading.value),
        step: Some(clean(reading.step)),
        bound: reading.bound,
        forecast: false,
        printed: format!("{printed}{way}"),
        location: "body".to_owned(),
        note: None,
    })
}

/// 2.13 × 10,000 without the noise of floating point.
fn clean(value: f64) -> f64 {
    read_decimal(&format!("{value:.9}")).unwrap_or(value)
}
