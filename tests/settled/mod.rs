//! The ledgers of the fixtures with what their claims leave together, worked out once in a test program.

// Not every test program uses both.
#![allow(dead_code, clippy::unwrap_used)]

use std::sync::OnceLock;

use dataset::read_ledger;
use ledger::Ledger;

fn settled(json: &[u8]) -> Ledger {
    let reading = read_ledger(json);
    assert_eq!(reading.problems, []);
    settle::settled(reading.read.unwrap())
}

/// Exports of aluminium wire and cable.
pub fn wire() -> Ledger {
    static WIRE: OnceLock<Ledger> = OnceLock::new();
    WIRE.get_or_init(|| settled(include_bytes!("../fixtures/data/cn-aluminium-wire-cable.json"))).clone()
}

/// Imports of unwrought aluminium alloy.
pub fn alloy() -> Ledger {
    static ALLOY: OnceLock<Ledger> = OnceLock::new();
    ALLOY.get_or_init(|| settled(include_bytes!("../fixtures/data/cn-aluminium-alloy-imports.json"))).clone()
}
