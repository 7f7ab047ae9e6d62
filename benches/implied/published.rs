//! Settling published figures, for `benches/implied.mjs`.

use std::cell::RefCell;

use dataset::{SettlementFile, read_ledger};
use ledger::Ledger;
use wasm_bindgen::prelude::*;

thread_local! {
    static OPEN: RefCell<Ledger> = RefCell::default();
}

/// Reads a dataset of published figures as the page does. How many claims it has.
#[wasm_bindgen]
pub fn read_published(json: &[u8]) -> usize {
    let ledger = read_ledger(json).read.unwrap_or_default();
    let claims = ledger.claims().len();
    OPEN.set(ledger);
    claims
}

/// Reads what they leave together from its file, as the page does. How many contradictions there are.
#[wasm_bindgen]
pub fn read_settlement(json: &[u8]) -> Option<usize> {
    OPEN.with_borrow_mut(|ledger| {
        let file = SettlementFile::read(json)?;
        let of = file.dataset_sha256().to_owned();
        let settlement = file.settlement(ledger, &of)?;
        *ledger = std::mem::take(ledger).settled(settlement);
        Some(ledger.settlement().contradictions.len())
    })
}

/// Works it out, as the worker does for a dataset without such a file. How many contradictions there are.
#[wasm_bindgen]
pub fn settle() -> usize {
    OPEN.with_borrow(|ledger| ::settle::settle(ledger).contradictions.len())
}
