//! The page that knows records: what Trunk compiles with the feature `records`.

#[cfg(target_arch = "wasm32")]
fn main() {
    tonnage::ui::mount();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("tonnage-page-records runs in a browser: `./dev serve` builds and serves it.");
}
