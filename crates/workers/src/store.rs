//! The reader's own dataset, kept in this browser (IndexedDB) until it is removed.

use js_sys::JsString;
use messages::{DATABASE, Kept};
use rexie::{ObjectStore, Rexie, TransactionMode};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Blob;

const STORE: &str = "datasets";
/// There is one dataset of the reader's own.
const KEY: &str = "your-file";

async fn database() -> Result<Rexie, rexie::Error> {
    Rexie::builder(DATABASE).version(1).add_object_store(ObjectStore::new(STORE)).build().await
}

fn key() -> JsValue {
    JsString::from(KEY).into()
}

/// Keeps a dataset in place of the one before, and looks whether it is there: a transaction without room
/// may end without a word.
pub(crate) async fn keep(dataset: &Blob) -> Kept {
    if database().await.is_err() {
        return Kept::NotAllowed;
    }
    let written = put(dataset).await;
    match (written, kept().await) {
        (Ok(()), Ok(Some(found))) if found.size() == dataset.size() => Kept::Yes,
        _ => {
            // Nothing of an older one stays: it would come back as this one.
            let _ = forget().await;
            Kept::NoRoom
        }
    }
}

async fn put(dataset: &Blob) -> Result<(), rexie::Error> {
    let database = database().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    transaction.store(STORE)?.put(dataset, Some(&key())).await?;
    transaction.done().await?;
    Ok(())
}

/// The dataset that was kept.
pub(crate) async fn kept() -> Result<Option<Blob>, rexie::Error> {
    let database = database().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly)?;
    let found = transaction.store(STORE)?.get(key()).await?;
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
    transaction.store(STORE)?.delete(key()).await?;
    transaction.done().await?;
    Ok(())
}
