//! The month's note: what it says, how precisely, and in which words.

// Clippy's allowance for tests does not reach their helpers.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod april;
mod bauxite;
mod digits;
mod edges;
mod exports;
mod reader;
#[path = "../settled/mod.rs"]
mod settled;
mod snapshots;

use breakdown::Dataset;
use dataset::read_records;
use ledger::Ledger;
use model::Period;
use note::{Language, Length, Material, Note, Number, Piece, write};
use records::Records;

fn month(text: &str) -> Period {
    text.parse().unwrap()
}

fn ledger() -> Ledger {
    settled::wire()
}

fn imports() -> Ledger {
    settled::alloy()
}

fn records() -> Records {
    read_records(include_bytes!("../fixtures/data/cn-stainless-steel-sinks.json")).read.unwrap()
}

fn published(ledger: &Ledger, period: &str, language: Language, length: Length) -> Note {
    let dataset = Dataset::Published(ledger.clone());
    write(&Material::new(&dataset, None, month(period)), language, length)
}

fn recorded(records: &Records, period: &str, language: Language, length: Length) -> Note {
    let dataset = Dataset::Recorded(records.into());
    write(&Material::new(&dataset, None, month(period)), language, length)
}

/// Every number of a note, the headline's too.
fn numbers(note: &Note) -> Vec<&Number> {
    let pieces = note.sections.iter().flat_map(|s| &s.sentences).flat_map(|s| &s.pieces);
    let numbers = note.title.iter().chain(pieces).filter_map(|p| match p {
        Piece::Number(number) => Some(number.as_ref()),
        Piece::Words(_) => None,
    });
    numbers.collect()
}

/// Every sentence of a note with plain spaces.
fn sentences(note: &Note) -> Vec<String> {
    let sentences = note.sections.iter().flat_map(|s| &s.sentences);
    sentences.map(|s| s.text().replace('\u{a0}', " ")).collect()
}

fn text(note: &Note) -> String {
    sentences(note).join("\n")
}
