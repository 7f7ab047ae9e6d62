//! The worker `factcheck`: what Trunk compiles to a WebAssembly module of its own.

#[cfg(target_arch = "wasm32")]
fn main() {
    workers::serve_factcheck();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("tonnage-factcheck runs in a browser, beside the page: `./dev serve` builds all of them.");
}
