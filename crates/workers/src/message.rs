//! Requests and answers as the page and the worker pass them.

use js_sys::{Array, Uint8Array};
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DedicatedWorkerGlobalScope;

/// A request of the page.
pub struct Request {
    /// Answers carry it.
    pub id: JsValue,
    /// What to do.
    pub verb: String,
    /// How.
    pub json: Value,
    /// Files or buffers.
    pub payload: Array,
}

impl Request {
    /// The request in a message; `None` for anything else.
    pub fn of(message: &JsValue) -> Option<Request> {
        let parts: &Array = message.dyn_ref()?;
        Some(Request {
            id: parts.get(0),
            verb: parts.get(1).as_string()?,
            json: serde_json::from_str(&parts.get(2).as_string()?).unwrap_or_default(),
            payload: parts.get(3).dyn_into().unwrap_or_default(),
        })
    }
}

/// What comes of a request.
pub struct Answer {
    /// What the page reads as text.
    pub json: Value,
    /// What it reads as numbers.
    pub bytes: Vec<u8>,
}

impl Answer {
    /// An answer without numbers.
    pub fn of(json: Value) -> Answer {
        Answer { json, bytes: Vec::new() }
    }
}

/// Sends an answer, or a part of one.
pub fn send(id: &JsValue, state: &str, answer: Answer) {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let bytes = Uint8Array::from(answer.bytes.as_slice()).buffer();
    let message = Array::of4(id, &state.into(), &answer.json.to_string().into(), &bytes);
    let _ = scope.post_message_with_transfer(&message, &Array::of1(&bytes));
}
