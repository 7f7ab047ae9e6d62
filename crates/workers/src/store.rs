//! The reader's own dataset, kept in this browser (IndexedDB) until it is removed.

use js_sys::JsString;
use messages::{DATABASE, Kept};
use rexie::{ObjectStore, Rexie, TransactionMode};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Blob;

const STORE: &str = "datasets";
/// There is one dataset of the reader's own.
const KEY: &str = "your-file";
/// Beside it, which column is what in files that the reader brought, as text.
const COLUMNS: &str = "columns";

async fn database() -> Result<Rexie, rexie::Error> {
    Rexie::builder(DATABASE).version(1).add_object_store(ObjectStore::new(STORE)).build().await
}

async fn found(key: &str) -> Result<Option<JsValue>, rexie::Error> {
    let database = database().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly)?;
    transaction.store(STORE)?.get(JsString::from(key).into()).await
}

async fn put(key: &str, value: &JsValue) -> Result<(), rexie::Error> {
    let database = database().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    transaction.store(STORE)?.put(value, Some(&JsString::from(key).into())).await?;
    transaction.done().await?;
    Ok(())
}

/// The columns that were kept; `None` where there are none, or the browser keeps nothing.
pub(crate) async fn columns() -> Option<String> {
    found(COLUMNS).await.ok()??.as_string()
}

/// Keeps columns in place of those before.
pub(crate) async fn keep_columns(columns: &str) -> Result<(), rexie::Error> {
    put(COLUMNS, &JsString::from(columns).into()).await
}

/// Keeps a dataset in place of the one before, and looks whether it is there: a transaction without room
/// may end without a word.
pub(crate) async fn keep(dataset: &Blob) -> Kept {
    if database().await.is_err() {
        return Kept::NotAllowed;
    }
    let written = put(KEY, dataset).await;
    match (written, kept().await) {
        (Ok(()), Ok(Some(found))) if found.size() == dataset.size() => Kept::Yes,
        _ => {
            // Nothing of an older one stays: it would come back as this one.
            let _ = forget().await;
            Kept::NoRoom
        }
    }
}

/// The dataset that was kept.
pub(crate) async fn kept() -> Result<Option<Blob>, rexie::Error> {
    let found = found(KEY).await?;
    // An earlier release kept bytes.
    let bytes = |value: JsValue| {
        let parts = js_sys::Array::of1(&value);
        Blob::new_with_u8_array_sequence(&parts).ok()
    };
    Ok(found.and_then(|value| match value.dyn_into::<Blob>() {
        Ok(blob) => Some(blob),
        Err(value) => value.is_instance_of::<js_sys::Uint8Array>().then(|| bytes(value)).flatten(),
    }))
}

/// Keeps it no longer.
pub(crate) async fn forget() -> Result<(), rexie::Error> {
    let database = database().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    transaction.store(STORE)?.delete(JsString::from(KEY).into()).await?;
    transaction.done().await?;
    Ok(())
}
