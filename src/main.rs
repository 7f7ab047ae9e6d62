//! The page: what Trunk compiles to WebAssembly.

#[cfg(target_arch = "wasm32")]
fn main() {
    tonnage::mount();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("tonnage-page runs in a browser: `./dev serve` builds and serves it.");
}
