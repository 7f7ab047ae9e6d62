//! The worker `records`: what Trunk compiles to a WebAssembly module of its own.

#[cfg(target_arch = "wasm32")]
fn main() {
    workers::serve_records();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("tonnage-records runs in a browser, beside the page: `./dev serve` builds all of them.");
}
