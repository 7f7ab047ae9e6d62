//! The clipboard.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, ClipboardItem};

/// Puts text on the clipboard. `false` where the browser does not allow it, as on a page that was not
/// loaded over https.
pub async fn copy(text: &str) -> bool {
    match clipboard() {
        Some(clipboard) => JsFuture::from(clipboard.write_text(text)).await.is_ok(),
        None => false,
    }
}

/// Puts HTML on the clipboard, as a mail program takes it, and beside it the same as text for programs
/// that know no HTML. `false` where the browser does not allow it.
pub async fn copy_html(html: &str, text: &str) -> bool {
    let Some(clipboard) = clipboard() else { return false };
    let flavours = Object::new();
    for (kind, content) in [("text/html", html), ("text/plain", text)] {
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        let Ok(blob) = Blob::new_with_str_sequence_and_options(&Array::of1(&content.into()), &options) else {
            return false;
        };
        let _ = Reflect::set(&flavours, &kind.into(), &blob);
    }
    match ClipboardItem::new_with_record_from_str_to_blob_promise(&flavours) {
        Ok(item) => JsFuture::from(clipboard.write(&Array::of1(&item))).await.is_ok(),
        Err(_) => false,
    }
}

fn clipboard() -> Option<web_sys::Clipboard> {
    // Outside a secure context there is no clipboard object at all, which the binding does not say.
    super::window().filter(web_sys::Window::is_secure_context).map(|w| w.navigator().clipboard())
}
