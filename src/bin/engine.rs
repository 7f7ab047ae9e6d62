//! The worker beside the page: what Trunk compiles to a WebAssembly module of its own.

#[cfg(target_arch = "wasm32")]
fn main() {
    tonnage::engine::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("tonnage-engine runs in a browser, beside the page: `./dev serve` builds both.");
}
