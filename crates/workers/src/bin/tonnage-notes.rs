//! The worker `notes`: what Trunk compiles to a WebAssembly module of its own.

#[cfg(target_arch = "wasm32")]
fn main() {
    workers::serve_notes();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("tonnage-notes runs in a browser, beside the page: `./dev serve` builds all of them.");
}
