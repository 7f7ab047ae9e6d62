//! The worker beside the page: requests to it, and what comes of them.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

/// What an answer holds.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    /// JSON.
    pub json: String,
    /// Numbers.
    pub bytes: Vec<u8>,
}

/// Told of what a worker has done so far, as JSON.
type Progress = Box<dyn Fn(&str)>;

/// Something that waits for its answer.
struct Waiting {
    id: u32,
    resolve: Function,
    progress: Progress,
}

/// A worker. Copies share it.
#[derive(Clone)]
pub struct Engine {
    worker: Worker,
    waiting: Rc<RefCell<Vec<Waiting>>>,
    last: Rc<Cell<u32>>,
}

impl Engine {
    /// Starts a worker. `None` where the browser has none.
    pub fn start() -> Option<Engine> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(&format!("./engine.js?v={}", version()), &options).ok()?;
        let engine = Engine { worker, waiting: Rc::default(), last: Rc::default() };
        let waiting = engine.waiting.clone();
        let listen = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let Ok(message) = event.data().dyn_into::<Array>() else { return };
            let id = message.get(0).as_f64();
            let is_meant = |w: &Waiting| Some(f64::from(w.id)) == id;
            if message.get(1) == "progress" {
                let json = message.get(2).as_string().unwrap_or_default();
                if let Some(w) = waiting.borrow().iter().find(|w| is_meant(w)) {
                    (w.progress)(&json);
                }
                return;
            }
            let place = waiting.borrow().iter().position(is_meant);
            if let Some(place) = place {
                let done = waiting.borrow_mut().swap_remove(place);
                let _ = done.resolve.call1(&JsValue::NULL, &message);
            }
        });
        engine.worker.set_onmessage(Some(listen.as_ref().unchecked_ref()));
        // A script that is not there, or a module that panicked: nothing more will come.
        let broken = engine.clone();
        let fail = Closure::<dyn FnMut(JsValue)>::new(move |_| {
            broken.refuse_all("The part of the page that reads records stopped. Reload the page.");
        });
        engine.worker.set_onerror(Some(fail.as_ref().unchecked_ref()));
        listen.forget();
        fail.forget();
        Some(engine)
    }

    /// Asks for something; `Err` says in a sentence why it cannot be. Buffers in `transfer` are handed
    /// over, not copied.
    pub async fn ask(
        &self,
        verb: &str,
        json: &str,
        payload: &Array,
        transfer: &Array,
        progress: impl Fn(&str) + 'static,
    ) -> Result<Answer, String> {
        let id = self.last.get() + 1;
        self.last.set(id);
        let mut progress = Some(Box::new(progress) as Progress);
        let promise = Promise::new(&mut |resolve, _| {
            if let Some(progress) = progress.take() {
                self.waiting.borrow_mut().push(Waiting { id, resolve, progress });
            }
        });
        let request = Array::of4(&id.into(), &verb.into(), &json.into(), payload);
        let _ = self.worker.post_message_with_transfer(&request, transfer);
        let message = JsFuture::from(promise).await.unwrap_or_default();
        let message: Array = message.dyn_into().unwrap_or_default();
        let json = message.get(2).as_string().unwrap_or_default();
        if message.get(1) == "done" {
            return Ok(Answer { json, bytes: Uint8Array::new(&message.get(3)).to_vec() });
        }
        let sentence = js_sys::JSON::parse(&json).ok().and_then(|s| s.as_string());
        Err(sentence.unwrap_or_else(|| "It was stopped.".to_owned()))
    }

    /// Ends the worker, whatever it is doing, and everything that waits for it.
    pub fn stop(&self) {
        self.worker.terminate();
        self.refuse_all("It was stopped.");
    }

    fn refuse_all(&self, sentence: &str) {
        let json = js_sys::JSON::stringify(&sentence.into()).map(JsValue::from).unwrap_or_default();
        for waiting in self.waiting.take() {
            let message = Array::of3(&waiting.id.into(), &"failed".into(), &json);
            let _ = waiting.resolve.call1(&JsValue::NULL, &message);
        }
    }
}

/// What tells this release of the page from others: the hash in its module's name.
fn version() -> String {
    let script = super::find("script[data-module]");
    let name = script.and_then(|s| s.get_attribute("data-module")).unwrap_or_default();
    let letters = name.chars().filter(char::is_ascii_alphanumeric);
    letters.collect()
}
