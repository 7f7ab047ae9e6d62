//! The worker `files`: what Trunk compiles to a WebAssembly module of its own.

#[cfg(target_arch = "wasm32")]
fn main() {
    workers::serve_files();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("tonnage-files runs in a browser, beside the page: `./dev serve` builds all of them.");
}
