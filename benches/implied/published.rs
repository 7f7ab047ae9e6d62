//! What printed figures imply, for `benches/implied.mjs`.

use std::cell::RefCell;

use dataset::read_ledger;
use ledger::Ledger;
use ledger::implied::{Implied, check};
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

/// Works out what they imply, for the first time as the page does and then again. How many contradictions
/// there are.
#[wasm_bindgen]
pub fn imply() -> usize {
    OPEN.with_borrow(|l| Implied::of(&l.catalogue, &l.articles, l.claims()).contradictions.len())
}

/// Tests every claim by all others, as the view “check” does. How many verdicts there are.
#[wasm_bindgen]
pub fn test_claims() -> usize {
    OPEN.with_borrow(|ledger| check(ledger).verdicts.len())
}
