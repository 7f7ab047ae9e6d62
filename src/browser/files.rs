//! The reader's own files: taking them in, handing one out, remembering that there is one.

use js_sys::{Array, Function, Promise, Reflect};

use super::events::listen;
use super::window::with_document;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, DragEvent, FileList, FormData, HtmlAnchorElement, HtmlFormElement, HtmlInputElement,
    HtmlSelectElement, Storage, Url,
};

/// Files as the worker takes them.
fn array_of(files: Option<FileList>) -> Array {
    files.map(|files| Array::from(&files)).unwrap_or_default()
}

/// The files that were chosen in an input, which is emptied so that the same can be chosen again.
pub fn chosen_files(event: &web_sys::Event) -> Array {
    let Some(input) = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok()) else {
        return Array::new();
    };
    let files = array_of(input.files());
    input.set_value("");
    files
}

/// The answers in a form that is sent, in fields that are called by their numbers; empty where there is none.
pub fn answers(event: &web_sys::SubmitEvent, fields: usize) -> Vec<String> {
    event.prevent_default();
    let form = event.target().and_then(|target| target.dyn_into().ok());
    form.map(|form| answers_in(&form, fields)).unwrap_or_default()
}

/// The same of a form that is being filled in; `None` where there is none.
pub fn answers_so_far(selector: &str, fields: usize) -> Option<Vec<String>> {
    let mut form = None;
    with_document(|document| form = document.query_selector(selector).ok().flatten());
    Some(answers_in(&form?.dyn_into().ok()?, fields))
}

fn answers_in(form: &HtmlFormElement, fields: usize) -> Vec<String> {
    let data = FormData::new_with_form(form).ok();
    let answer = |field: usize| data.as_ref()?.get(&field.to_string()).as_string();
    (0..fields).map(|field| answer(field).unwrap_or_default()).collect()
}

/// The name of a list in a table's head, `COLUMN/LIST`, and what was chosen in it.
pub fn chosen_in_list(event: &web_sys::Event) -> Option<(String, String)> {
    let list: HtmlSelectElement = event.target()?.dyn_into().ok()?;
    let name = list.name();
    name.contains('/').then(|| (name, list.value()))
}

/// Calls `over` when files are dragged over the window or leave it, and `dropped` with those let go.
/// A drop outside of every target would otherwise leave the page for the file.
pub fn on_drop(over: impl Fn(bool) + 'static, dropped: impl Fn(Array) + 'static) {
    listen(&["dragover", "dragleave", "drop"], move |event| {
        let Some(event) = event.dyn_ref::<DragEvent>() else { return };
        let Some(data) = event.data_transfer() else { return };
        if !data.types().includes(&"Files".into(), 0) {
            return;
        }
        event.prevent_default();
        match event.type_().as_str() {
            "drop" => {
                over(false);
                dropped(array_of(data.files()));
            }
            // Leaving the window, and not one element for another.
            "dragleave" => over(event.related_target().is_some()),
            _ => over(true),
        }
    });
}

/// Hands a file to the reader. `false` where the browser has no way to; that it asks first, or blocks files of a page,
/// it does not say.
pub fn download(name: &str, bytes: &[u8]) -> bool {
    let parts = Array::of1(&js_sys::Uint8Array::from(bytes));
    Blob::new_with_u8_array_sequence(&parts).is_ok_and(|blob| download_blob(name, &blob))
}

/// The same for a file that the browser holds.
pub fn download_blob(name: &str, blob: &Blob) -> bool {
    let Ok(address) = Url::create_object_url_with_blob(blob) else { return false };
    let mut is_handed_over = false;
    super::with_document(|document| {
        let link = document.create_element("a").ok().and_then(|e| e.dyn_into::<HtmlAnchorElement>().ok());
        if let Some(link) = link {
            link.set_href(&address);
            link.set_download(name);
            link.click();
            is_handed_over = true;
        }
    });
    let _ = Url::revoke_object_url(&address);
    is_handed_over
}

fn storage() -> Option<Storage> {
    super::window()?.local_storage().ok()?
}

/// A short text that this browser remembers.
pub fn remembered(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Remembers a short text, or forgets it. `false` where the browser keeps nothing.
pub fn remember(key: &str, text: Option<&str>) -> bool {
    storage().is_some_and(|storage| match text {
        Some(text) => storage.set_item(key, text).is_ok(),
        None => storage.remove_item(key).is_ok(),
    })
}

/// Whether this browser has a database of a name. Also where it does not tell.
pub async fn has_database(name: &str) -> bool {
    let Some(all) = databases() else { return true };
    let Some(all) = JsFuture::from(all).await.ok().and_then(|all| all.dyn_into::<Array>().ok()) else {
        return true;
    };
    let name_of = |each: JsValue| Reflect::get(&each, &"name".into()).ok().and_then(|n| n.as_string());
    all.iter().any(|each| name_of(each).as_deref() == Some(name))
}

/// The list of the browser's databases for this site, on its way.
fn databases() -> Option<Promise> {
    let factory = Reflect::get(super::window()?.as_ref(), &"indexedDB".into()).ok()?;
    let list: Function = Reflect::get(&factory, &"databases".into()).ok()?.dyn_into().ok()?;
    list.call0(&factory).ok()?.dyn_into().ok()
}
