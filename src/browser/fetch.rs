//! Fetching a file beside the page, with its progress.

use gloo_net::http::{Request, Response};
use js_sys::{Map, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, ReadableStreamDefaultReader, RequestCache};

/// A response larger than this is refused: no dataset of a page is.
const LARGEST: u32 = 256 * 1024 * 1024;

/// Whether a copy that the browser kept will do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Freshness {
    /// Its address changes with its content.
    CacheIsFine,
    /// The server is asked whether it has changed.
    AskServer,
}

/// Why a file did not arrive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FetchError {
    /// No answer: no network, or the server is gone.
    NoAnswer,
    /// The server has no such file.
    NotFound,
    /// The server answered with another fault.
    Status(u16),
    /// The answer broke off.
    BrokenOff,
    /// The answer does not end.
    TooLarge,
}

/// Gives up fetches that are on their way. Copies give up the same ones.
#[derive(Debug, Clone)]
pub struct Canceller(Option<AbortController>);

impl Canceller {
    /// One that has given up nothing.
    pub fn new() -> Canceller {
        Canceller(super::window().and_then(|_| AbortController::new().ok()))
    }

    /// Gives up every fetch that was begun with it.
    pub fn cancel(&self) {
        if let Some(controller) = &self.0 {
            controller.abort();
        }
    }
}

/// Fetches a file by its address relative to the page, telling how many bytes have arrived with each piece. The
/// bytes stay where JavaScript holds them: memory that this module once took is never given back.
pub async fn fetch(
    address: &str,
    freshness: Freshness,
    canceller: &Canceller,
    progress: &dyn Fn(usize),
) -> Result<Uint8Array, FetchError> {
    let response = match asked_early(address).await {
        Some(response) => response,
        None => asked(address, freshness, canceller).await?,
    };
    match response.status() {
        200..=299 => read(&response, progress).await,
        404 => Err(FetchError::NotFound),
        status => Err(FetchError::Status(status)),
    }
}

async fn asked(address: &str, freshness: Freshness, canceller: &Canceller) -> Result<Response, FetchError> {
    let cache = match freshness {
        Freshness::CacheIsFine => RequestCache::Default,
        Freshness::AskServer => RequestCache::NoCache,
    };
    let signal = canceller.0.as_ref().map(|c| c.signal());
    let request = Request::get(address).cache(cache).abort_signal(signal.as_ref());
    request.send().await.map_err(|_| FetchError::NoAnswer)
}

/// The answer to what `public/start.js` asked for while this module was on its way. Each is taken once, and one that
/// did not come is asked for again.
async fn asked_early(address: &str) -> Option<Response> {
    let early: Map = Reflect::get(&js_sys::global(), &"tonnageEarly".into()).ok()?.dyn_into().ok()?;
    let promise: Promise = early.get(&address.into()).dyn_into().ok()?;
    early.delete(&address.into());
    let response = JsFuture::from(promise).await.ok()?;
    Some(response.dyn_into::<web_sys::Response>().ok()?.into())
}

async fn read(response: &Response, progress: &dyn Fn(usize)) -> Result<Uint8Array, FetchError> {
    let Some(stream) = response.body() else {
        let bytes = response.binary().await.map_err(|_| FetchError::BrokenOff)?;
        return Ok(Uint8Array::from(bytes.as_slice()));
    };
    let reader: ReadableStreamDefaultReader =
        stream.get_reader().dyn_into().map_err(|_| FetchError::BrokenOff)?;
    let mut pieces: Vec<Uint8Array> = Vec::new();
    let mut arrived = 0;
    loop {
        let piece = JsFuture::from(reader.read()).await.map_err(|_| FetchError::BrokenOff)?;
        let field = |name: &str| Reflect::get(&piece, &JsValue::from_str(name)).unwrap_or_default();
        if field("done").is_truthy() {
            return Ok(joined(&pieces, arrived));
        }
        let piece: Uint8Array = field("value").dyn_into().map_err(|_| FetchError::BrokenOff)?;
        arrived += piece.length();
        if arrived > LARGEST {
            return Err(FetchError::TooLarge);
        }
        pieces.push(piece);
        progress(arrived as usize);
    }
}

/// Pieces one behind the other.
fn joined(pieces: &[Uint8Array], length: u32) -> Uint8Array {
    let whole = Uint8Array::new_with_length(length);
    let mut at = 0;
    for piece in pieces {
        whole.set(piece, at);
        at += piece.length();
    }
    whole
}
