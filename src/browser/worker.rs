//! A worker beside the page: requests to it, and what comes of them.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use messages::{Ask, Reply, from_bytes, to_bytes};
use model::Language;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker};

/// Why a worker gave no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WorkerFailure {
    /// This browser has none.
    NoWorkers,
    /// Its module could not be fetched or started: why, as the browser says it.
    NotStarted(String),
    /// It ended in the middle, as for want of memory.
    Died,
    /// The reader stopped it.
    Stopped,
    /// It could not do what it was asked: why, in a sentence.
    Refused(String),
}

/// Told of progress, as bytes.
type Progress = Box<dyn Fn(&[u8])>;

/// Something that waits for its answer.
struct Waiting {
    resolve: Function,
    progress: Progress,
}

/// What is called with what the worker says.
type Listener = Closure<dyn FnMut(MessageEvent)>;

struct Inner {
    worker: Worker,
    /// By the number of the request; a few at most.
    waiting: RefCell<Vec<(u32, Waiting)>>,
    last: Cell<u32>,
    /// Why it answers no more.
    ended: RefCell<Option<WorkerFailure>>,
    listeners: RefCell<Vec<Listener>>,
}

/// A worker. Copies share it.
#[derive(Clone)]
pub struct WorkerHandle(Rc<Inner>);

/// The number of what a worker says unasked: that its module could not be started.
const UNASKED: f64 = 0.0;

impl WorkerHandle {
    /// Starts a worker. Its module is fetched now; what it is asked meanwhile waits.
    pub fn start(which: messages::Worker) -> Result<WorkerHandle, WorkerFailure> {
        let address = format!("./worker.js?module={}&v={}", which.module(), version());
        let worker = construct(&address).ok_or(WorkerFailure::NoWorkers)?;
        let inner = Rc::new(Inner {
            worker,
            waiting: RefCell::default(),
            last: Cell::default(),
            ended: RefCell::default(),
            listeners: RefCell::default(),
        });
        let on_message = {
            let inner = Rc::downgrade(&inner);
            Closure::new(move |event: MessageEvent| {
                if let (Some(inner), Ok(message)) = (inner.upgrade(), event.data().dyn_into::<Array>()) {
                    inner.take(&message);
                }
            })
        };
        // A script that is not there, or a module that panicked: nothing more will come.
        let on_error = {
            let inner: Weak<Inner> = Rc::downgrade(&inner);
            Closure::new(move |event: MessageEvent| {
                let Some(inner) = inner.upgrade() else { return };
                event.prevent_default();
                let said = Reflect::get(&event, &"message".into()).ok().and_then(|m| m.as_string());
                inner.end(match said {
                    Some(_) => WorkerFailure::Died,
                    None => WorkerFailure::NotStarted("worker.js".to_owned()),
                });
            })
        };
        inner.worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        inner.worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        inner.listeners.replace(vec![on_message, on_error]);
        Ok(WorkerHandle(inner))
    }

    /// Asks for something; what the worker says is in a language. Files and blobs in `attachments` are shared, buffers
    /// handed over, nothing is copied.
    pub async fn ask<A: Ask>(
        &self,
        request: A,
        attachments: Array,
        language: Language,
        progress: impl Fn(A::Progress) + 'static,
    ) -> Result<(A::Answer, Array), WorkerFailure> {
        let request: A::Request = request.into();
        let progress = move |bytes: &[u8]| {
            if let Some(so_far) = from_bytes(bytes) {
                progress(so_far);
            }
        };
        let (answer, attached) =
            self.ask_in_bytes(&to_bytes(&request), attachments, language, Box::new(progress)).await?;
        Ok((from_bytes(&answer).ok_or(WorkerFailure::Died)?, attached))
    }

    /// The same in bytes: one function for all kinds of requests.
    async fn ask_in_bytes(
        &self,
        request: &[u8],
        attachments: Array,
        language: Language,
        progress: Progress,
    ) -> Result<(Vec<u8>, Array), WorkerFailure> {
        if let Some(why) = self.0.ended.borrow().clone() {
            return Err(why);
        }
        let id = self.0.last.get() + 1;
        self.0.last.set(id);
        let mut progress = Some(progress);
        let promise = Promise::new(&mut |resolve, _| {
            if let Some(progress) = progress.take() {
                self.0.waiting.borrow_mut().push((id, Waiting { resolve, progress }));
            }
        });
        let is_buffer = |each: &JsValue| each.is_instance_of::<js_sys::ArrayBuffer>();
        let transfer: Array = attachments.iter().filter(is_buffer).collect();
        let message =
            Array::of4(&id.into(), &Uint8Array::from(request), &attachments, &language.code().into());
        if self.0.worker.post_message_with_transfer(&message, &transfer).is_err() {
            self.0.forget(id);
            return Err(WorkerFailure::Died);
        }
        let message = JsFuture::from(promise).await.ok().and_then(|m| m.dyn_into::<Array>().ok());
        let Some(message) = message else {
            return Err(self.0.ended.borrow().clone().unwrap_or(WorkerFailure::Died));
        };
        match kind_of(&message) {
            Some(Reply::Done) => Ok((bytes_of(&message), message.get(3).dyn_into().unwrap_or_default())),
            Some(Reply::Failed) => Err(WorkerFailure::Refused(sentence_of(&message))),
            Some(Reply::Progress) | None => Err(WorkerFailure::Died),
        }
    }

    /// Whether it answers no more, so that another must be started.
    pub fn has_ended(&self) -> bool {
        self.0.ended.borrow().is_some()
    }

    /// Ends the worker, whatever it is doing, and everything that waits for it.
    pub fn stop(&self) {
        self.0.end(WorkerFailure::Stopped);
    }
}

impl Inner {
    fn take(&self, message: &Array) {
        let Some(id) = message.get(0).as_f64() else { return };
        if id == UNASKED {
            return self.end(WorkerFailure::NotStarted(sentence_of(message)));
        }
        let id = id as u32;
        if kind_of(message) == Some(Reply::Progress) {
            for (_, waiting) in self.waiting.borrow().iter().filter(|(number, _)| *number == id) {
                (waiting.progress)(&bytes_of(message));
            }
            return;
        }
        if let Some(done) = self.forget(id) {
            let _ = done.resolve.call1(&JsValue::NULL, message);
        }
    }

    /// What waited for the answer of that number.
    fn forget(&self, id: u32) -> Option<Waiting> {
        let mut waiting = self.waiting.borrow_mut();
        let place = waiting.iter().position(|(number, _)| *number == id)?;
        Some(waiting.remove(place).1)
    }

    fn end(&self, why: WorkerFailure) {
        self.worker.terminate();
        self.ended.borrow_mut().get_or_insert(why);
        for (_, waiting) in self.waiting.take() {
            let _ = waiting.resolve.call0(&JsValue::NULL);
        }
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// What a reply carries.
fn bytes_of(message: &Array) -> Vec<u8> {
    message.get(2).dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec()).unwrap_or_default()
}

/// Why a reply carries nothing.
fn sentence_of(message: &Array) -> String {
    message.get(2).as_string().unwrap_or_default()
}

/// What kind of reply a message is.
fn kind_of(message: &Array) -> Option<Reply> {
    Reply::of(&message.get(1).as_string()?)
}

/// A module worker; `None` where the browser has none.
fn construct(address: &str) -> Option<Worker> {
    super::window()?;
    let constructor: Function = Reflect::get(&js_sys::global(), &"Worker".into()).ok()?.dyn_into().ok()?;
    let options = Object::new();
    Reflect::set(&options, &"type".into(), &"module".into()).ok()?;
    let worker = Reflect::construct(&constructor, &Array::of2(&trusted(address), &options)).ok()?;
    worker.dyn_into().ok()
}

/// The address as a policy on trusted types wants it, where there is such a policy.
fn trusted(address: &str) -> JsValue {
    thread_local! {
        /// May be made once.
        static POLICY: RefCell<Option<JsValue>> = const { RefCell::new(None) };
    }
    let make = || {
        let types =
            Reflect::get(&js_sys::global(), &"trustedTypes".into()).ok().filter(JsValue::is_object)?;
        let create: Function = Reflect::get(&types, &"createPolicy".into()).ok()?.dyn_into().ok()?;
        // Only this page's own worker.
        let own = Closure::<dyn Fn(String) -> JsValue>::new(|address: String| {
            if address.starts_with("./worker.js?") { address.into() } else { JsValue::NULL }
        });
        let rules = Object::new();
        Reflect::set(&rules, &"createScriptURL".into(), &own.into_js_value()).ok()?;
        create.call2(&types, &"tonnage".into(), &rules).ok()
    };
    POLICY.with_borrow_mut(|policy| {
        let policy = policy.get_or_insert_with(|| make().unwrap_or_default());
        let create =
            Reflect::get(policy, &"createScriptURL".into()).ok().and_then(|f| f.dyn_into::<Function>().ok());
        create.and_then(|create| create.call1(policy, &address.into()).ok()).unwrap_or_else(|| address.into())
    })
}

/// What tells this release of the page from others: the hash in its module's name.
fn version() -> String {
    let script = super::find("script[data-module]");
    let name = script.and_then(|s| s.get_attribute("data-module")).unwrap_or_default();
    name.chars().filter(char::is_ascii_alphanumeric).collect()
}
