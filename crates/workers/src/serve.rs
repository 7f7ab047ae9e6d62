//! Requests in, answers out.
//!
//! A request is a message `[id, bytes, attachments, language]`, a reply `[id, kind, bytes, attachments]` with the kind that
//! [`messages::Reply`] names, and with a sentence in place of bytes where there is no answer.

use std::cell::Cell;
use std::rc::Rc;

use i18n::{WorkerRefusal, problem_words};
use js_sys::{Array, Date, Uint8Array};
use messages::{Ask, Reply, Requests, from_bytes, to_bytes};
use model::Language;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

thread_local! {
    /// The language of the last request.
    static LANGUAGE: Cell<Language> = const { Cell::new(Language::English) };
}

/// The language of what is said to the reader: that of the last request.
pub(crate) fn language() -> Language {
    LANGUAGE.get()
}

/// Why a worker cannot do what it is asked, in a sentence.
pub(crate) fn refused(why: WorkerRefusal) -> String {
    problem_words(language()).worker_refusal(why)
}

/// What comes of a request: an answer, or why there is none, in a sentence.
pub(crate) type Outcome = Result<Answer, String>;

/// An answer, as it is sent.
pub(crate) struct Answer {
    bytes: Vec<u8>,
    attachments: Array,
}

impl Answer {
    /// The answer to a request of the kind `A`, with what comes along.
    pub fn to<A: Ask>(answer: A::Answer, attachments: Array) -> Outcome {
        Ok(Answer { bytes: to_bytes(&answer), attachments })
    }
}

/// A request that is worked on.
pub(crate) struct Asked {
    id: JsValue,
    /// What came along.
    pub attachments: Array,
}

impl Asked {
    /// Tells how far a request of the kind `A` is.
    pub fn tell<A: Ask>(&self, progress: A::Progress) {
        send(&self.id, Reply::Progress, &in_javascript(&to_bytes(&progress)), &Array::new());
    }
}

/// Bytes as an attachment, which is handed over and not copied.
pub(crate) fn attached(bytes: &[u8]) -> Array {
    Array::of1(&Uint8Array::from(bytes).buffer())
}

/// The day that it is, by universal time: `2025-06-18`.
pub(crate) fn today() -> String {
    // `2025-06-18T…`
    String::from(Date::new_0().to_iso_string()).chars().take(10).collect()
}

fn in_javascript(bytes: &[u8]) -> JsValue {
    Uint8Array::from(bytes).into()
}

/// Listens to the page. `worker.js` hands over what came before.
pub(crate) fn serve<R, W>(work: impl Fn(R, Asked) -> W + 'static)
where
    R: Requests + 'static,
    W: Future<Output = Outcome> + 'static,
{
    console_error_panic_hook::set_once();
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let work = Rc::new(work);
    let listen = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let Ok(message) = event.data().dyn_into::<Array>() else { return };
        let id = message.get(0);
        let request = message.get(1).dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec()).unwrap_or_default();
        let attachments: Array = message.get(2).dyn_into().unwrap_or_default();
        let code = message.get(3).as_string();
        if let Some((_, language)) = Language::NAMES.iter().find(|(name, _)| code.as_deref() == Some(*name)) {
            LANGUAGE.set(*language);
        }
        let work = work.clone();
        spawn_local(async move {
            let answer = match from_bytes(&request) {
                Some(request) => work(request, Asked { id: id.clone(), attachments }).await,
                None => Err(refused(WorkerRefusal::OtherVersion)),
            };
            match answer {
                Ok(answer) => send(&id, Reply::Done, &in_javascript(&answer.bytes), &answer.attachments),
                Err(sentence) => send(&id, Reply::Failed, &sentence.into(), &Array::new()),
            }
        });
    });
    scope.set_onmessage(Some(listen.as_ref().unchecked_ref()));
    listen.forget();
}

fn send(id: &JsValue, kind: Reply, told: &JsValue, attachments: &Array) {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let message = Array::of4(id, &kind.name().into(), told, attachments);
    let is_buffer = |each: &JsValue| each.is_instance_of::<js_sys::ArrayBuffer>();
    let transfer: Array = attachments.iter().filter(is_buffer).collect();
    let _ = scope.post_message_with_transfer(&message, &transfer);
}
