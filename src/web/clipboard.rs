//! The clipboard.

use wasm_bindgen_futures::JsFuture;

/// Puts text on the clipboard. `false` where the browser does not allow it, as on a page that was not
/// loaded over https.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    // Outside a secure context there is no clipboard object at all, which the binding does not say.
    if !window.is_secure_context() {
        return false;
    }
    JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
}
