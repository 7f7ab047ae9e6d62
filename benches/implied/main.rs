//! What printed figures imply, as functions that `benches/implied.mjs` calls.

#[cfg(target_arch = "wasm32")]
mod published;

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    eprintln!("This benchmark runs in a browser: `./dev bench-implied` builds it and starts one.");
}
