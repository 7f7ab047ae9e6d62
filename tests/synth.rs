//! Synthetic records against the ledger that they are made from.

// Clippy's allowance for tests does not reach their helpers.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use tonnage::dataset::{read_ledger, write_records};
use tonnage::ledger::Ledger;
use tonnage::model::{Dimension, Period, Span};
use tonnage::records::Records;
use tonnage::synth::{Synthesis, Verdict, synthesise};

fn ledger() -> Ledger {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/data/cn-aluminium-wire-cable.json");
    read_ledger(&std::fs::read(path).unwrap()).read.unwrap()
}

/// Claims that the rows cannot agree with, with what the ledger says against each.
const SET_ASIDE: [(&str, &str); 13] = [
    ("alcircle-113607.16", "8 % of 2024 cannot be Ghana's 79,400 t"),
    ("smm-103557449.1", "70 % of an address is 69 % in the text"),
    ("smm-103557449.7", "135,000 t a year before cannot have grown by 36.85 % to 175,100 t"),
    ("smm-103557449.18", "18 % cannot be 1,875.4 t of 22,300 t"),
    ("smm-103557449.23", "16 % cannot be 1,731 t of 22,300 t"),
    ("smm-103557449.27", "15 % cannot be 1,587 t of 22,300 t"),
    ("smm-103557449.32", "in the top three, while three others are larger"),
    ("smm-103599884.4", "145 % cannot hold with the months of 2024"),
    ("smm-103599884.6", "30.6 % on 151,600 t, of January-October by another article"),
    ("smm-103599884.7", "151,600 t, of January-October by another article"),
    ("smm-103599884.9", "as .6"),
    ("smm-103599884.10", "as .7"),
    ("smm-103599884.36", "19.0 % cannot be 4,362.429 t of the month's total"),
];

fn made(seed: u64) -> (Ledger, Synthesis) {
    let ledger = ledger();
    let synthesis = synthesise(&ledger, seed).unwrap();
    (ledger, synthesis)
}

fn period(text: &str) -> Period {
    text.parse().unwrap()
}

fn tonnes(records: &Records, month: &str, dimension: Dimension, code: &str) -> f64 {
    let index = records.catalogue.members(dimension).iter().position(|m| m.code == code).unwrap();
    let sums = records.whole().member(period(month), Span::Month, dimension, index).unwrap();
    sums.quantity as f64 / 1000.0
}

#[test]
fn rows_agree_with_every_claim_that_can_hold() {
    let (ledger, synthesis) = made(1);
    let differing: Vec<&str> = ledger
        .claims()
        .iter()
        .zip(&synthesis.verdicts)
        .filter(|(_, verdict)| matches!(verdict, Verdict::Differs(_)))
        .map(|(claim, _)| claim.id.as_str())
        .collect();
    assert_eq!(differing, SET_ASIDE.map(|(id, _)| id));
    let agree = synthesis.verdicts.iter().filter(|v| **v == Verdict::Agrees).count();
    assert!(agree >= 230, "{agree}");
}

#[test]
fn april_2025_is_the_published_one() {
    let (_, Synthesis { records, .. }) = made(1);
    let total = records.whole().total(period("2025-04"), Span::Month).unwrap().quantity;
    assert!((21_250_000..21_400_000).contains(&total), "{total}");
    assert_eq!(tonnes(&records, "2025-04", Dimension::Destination, "MEX"), 2_628.738);
    assert!((tonnes(&records, "2025-04", Dimension::RegistrationLocation, "32") - 11_395.0).abs() <= 0.1);
}

#[test]
fn parts_make_the_whole_in_every_month() {
    let (_, Synthesis { records, .. }) = made(1);
    let cube = records.whole();
    assert_eq!(cube.months.len(), 24);
    for month in &cube.months {
        let total = cube.total(*month, Span::Month).unwrap();
        for dimension in Dimension::ALL {
            let parts = cube.each_member(*month, Span::Month, dimension).unwrap();
            assert_eq!(
                parts.iter().map(|p| p.quantity).sum::<u64>(),
                total.quantity,
                "{month} {dimension:?}"
            );
            assert_eq!(parts.iter().map(|p| p.value).sum::<u64>(), total.value, "{month} {dimension:?}");
        }
    }
}

#[test]
fn a_seed_gives_its_rows_and_they_say_what_they_are() {
    let (_, one) = made(1);
    let (_, again) = made(1);
    let (_, other) = made(2);
    assert_eq!(one.records, again.records);
    assert_ne!(one.records, other.records);
    assert!(one.records.provenance.synthetic);
    assert!(write_records(&one.records).contains("\"synthetic\": true"));
}
