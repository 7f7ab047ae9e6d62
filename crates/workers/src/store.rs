//! The reader's own dataset, kept in this browser (IndexedDB) until it is dismissed.

use js_sys::{JsString, Uint8Array};
use rexie::{ObjectStore, Rexie, TransactionMode};
use wasm_bindgen::{JsCast, JsValue};

const DATABASE: &str = "tonnage";
const STORE: &str = "datasets";
/// There is one dataset of the reader's own.
const KEY: &str = "your-file";

async fn database() -> Result<Rexie, rexie::Error> {
    Rexie::builder(DATABASE).version(1).add_object_store(ObjectStore::new(STORE)).build().await
}

fn key() -> JsValue {
    JsString::from(KEY).into()
}

/// Keeps a dataset in place of the one before.
pub async fn keep(dataset: &str) -> Result<(), rexie::Error> {
    let database = database().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    let bytes: JsValue = Uint8Array::from(dataset.as_bytes()).into();
    transaction.store(STORE)?.put(&bytes, Some(&key())).await?;
    transaction.done().await?;
    Ok(())
}

/// The dataset that was kept.
pub async fn kept() -> Result<Option<Uint8Array>, rexie::Error> {
    let database = database().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly)?;
    let found = transaction.store(STORE)?.get(key()).await?;
    Ok(found.and_then(|value| value.dyn_into().ok()))
}

/// Forgets it.
pub async fn forget() -> Result<(), rexie::Error> {
    let database = database().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    transaction.store(STORE)?.delete(key()).await?;
    transaction.done().await?;
    Ok(())
}
