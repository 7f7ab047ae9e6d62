//! The clipboard.

use std::future::Future;

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};
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
    let kinds = [("text/html", html), ("text/plain", text)];
    copy_kinds(kinds.map(|(kind, content)| (kind, blob(kind, content).map_or(JsValue::NULL, JsValue::from))))
        .await
}

/// Puts on the clipboard what has yet to be made, in one or several kinds: browsers want to hear of it at the press.
/// `false` where the browser does not allow it, or where one was not made.
pub async fn copy_kinds<const COUNT: usize>(kinds: [(&str, JsValue); COUNT]) -> bool {
    let Some(clipboard) = clipboard() else { return false };
    let flavours = Object::new();
    for (kind, content) in kinds {
        let _ = Reflect::set(&flavours, &kind.into(), &content);
    }
    match ClipboardItem::new_with_record_from_str_to_blob_promise(&flavours) {
        Ok(item) => JsFuture::from(clipboard.write(&Array::of1(&item))).await.is_ok(),
        Err(_) => false,
    }
}

/// What will be there: for [`copy_kinds`].
pub fn later(content: impl Future<Output = Option<Blob>> + 'static) -> JsValue {
    future_to_promise(async { content.await.map(JsValue::from).ok_or(JsValue::NULL) }).into()
}

/// A text of a kind.
pub fn blob(kind: &str, content: &str) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    Blob::new_with_str_sequence_and_options(&Array::of1(&content.into()), &options).ok()
}

fn clipboard() -> Option<web_sys::Clipboard> {
    // Outside a secure context there is no clipboard object at all, which the binding does not say.
    super::window().filter(web_sys::Window::is_secure_context).map(|w| w.navigator().clipboard())
}
