//! The worker `downloads`: what Trunk compiles to a WebAssembly module of its own.

#[cfg(target_arch = "wasm32")]
fn main() {
    workers::serve_downloads();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("tonnage-downloads runs in a browser, beside the page: `./dev serve` builds all of them.");
}
