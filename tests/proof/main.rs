//! Checking a note: what is recognised, what is not, and what is said of it.

// Clippy's allowance for tests does not reach their helpers.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod bad_input;
mod corpus;
mod own_notes;
mod round_trip;
#[path = "../settled/mod.rs"]
mod settled;

use breakdown::Dataset;
use dataset::read_records;
use factcheck::{Finding, Proof, Reading, check};
use ledger::Ledger;
use model::Catalogue;
use records::Records;

fn ledger() -> Ledger {
    settled::wire()
}

fn records() -> Records {
    read_records(include_bytes!("../fixtures/data/cn-stainless-steel-sinks.json")).read.unwrap()
}

fn proof(text: &str) -> Proof {
    check(text, &Dataset::Published(ledger()), None)
}

/// A reading in a line: whom, what, when, the number.
fn told(catalogue: &Catalogue, reading: &Reading) -> String {
    let code = |m: &model::MemberId| catalogue.member(*m).unwrap().code.clone();
    let mut members: Vec<String> = reading.members.iter().map(code).collect();
    if members.is_empty() {
        members.push("total".to_owned());
    }
    let span = if reading.span == model::Span::Ytd { "..ytd" } else { "" };
    let value = (reading.value * 1000.0).round() / 1000.0;
    format!("{} {} {}{span} {value}", members.join("+"), reading.measure.name(), reading.period)
}

/// A finding in a line: its reading, or why it has none, and the verdict.
fn line(catalogue: &Catalogue, proof: &Proof, finding: &Finding) -> String {
    let text = &proof.text[finding.span.clone()];
    match (&finding.reading, &finding.verdict) {
        (Some(reading), verdict) => format!("{text} | {} | {}", told(catalogue, reading), verdict.name()),
        (None, verdict) => format!("{text} | {verdict:?}"),
    }
}
