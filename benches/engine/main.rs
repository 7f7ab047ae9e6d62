//! The records engine for the benchmark: its questions as functions that JavaScript calls.
//!
//! Thin on purpose. Every answer is one list of numbers, so that a call makes one typed array; the
//! adapter in `engines/tonnage.js` cuts it into the parts that all engines return.

#[cfg(target_arch = "wasm32")]
mod questions;

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    eprintln!("The benchmark runs in a browser: `./dev bench` builds it and starts one.");
}
