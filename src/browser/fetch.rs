//! Fetching a file beside the page, with its progress.

use std::fmt;

use gloo_net::http::{Request, Response};
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, ReadableStreamDefaultReader, RequestCache};

/// A response larger than this is refused: no dataset of a page is.
const LARGEST: usize = 256 * 1024 * 1024;

/// Whether a copy that the browser kept will do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Freshness {
    /// Its address changes with its content.
    CacheIsFine,
    /// The server is asked whether it has changed.
    AskServer,
}

/// Why a file did not arrive. `Display` says it in a sentence.
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

impl fmt::Display for FetchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FetchError::NoAnswer => f.write_str("The server did not answer. The network may be down."),
            FetchError::NotFound => f.write_str("The server has no such file (404)."),
            FetchError::Status(status) => write!(f, "The server answered with the fault {status}."),
            FetchError::BrokenOff => f.write_str("The connection broke off before the file was complete."),
            FetchError::TooLarge => f.write_str("The file is larger than a page can take."),
        }
    }
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

/// Fetches a file by its address relative to the page, telling how many bytes have arrived with each piece.
pub async fn fetch(
    address: &str,
    freshness: Freshness,
    canceller: &Canceller,
    progress: impl Fn(usize),
) -> Result<Vec<u8>, FetchError> {
    let cache = match freshness {
        Freshness::CacheIsFine => RequestCache::Default,
        Freshness::AskServer => RequestCache::NoCache,
    };
    let request =
        Request::get(address).cache(cache).abort_signal(canceller.0.as_ref().map(|c| c.signal()).as_ref());
    let response = request.send().await.map_err(|_| FetchError::NoAnswer)?;
    match response.status() {
        200..=299 => read(&response, progress).await,
        404 => Err(FetchError::NotFound),
        status => Err(FetchError::Status(status)),
    }
}

async fn read(response: &Response, progress: impl Fn(usize)) -> Result<Vec<u8>, FetchError> {
    let Some(stream) = response.body() else {
        return response.binary().await.map_err(|_| FetchError::BrokenOff);
    };
    let reader: ReadableStreamDefaultReader =
        stream.get_reader().dyn_into().map_err(|_| FetchError::BrokenOff)?;
    let mut bytes = Vec::new();
    loop {
        let piece = JsFuture::from(reader.read()).await.map_err(|_| FetchError::BrokenOff)?;
        let field = |name: &str| Reflect::get(&piece, &JsValue::from_str(name)).unwrap_or_default();
        if field("done").is_truthy() {
            return Ok(bytes);
        }
        let piece: Uint8Array = field("value").dyn_into().map_err(|_| FetchError::BrokenOff)?;
        if bytes.len() + piece.length() as usize > LARGEST {
            return Err(FetchError::TooLarge);
        }
        bytes.extend(piece.to_vec());
        progress(bytes.len());
    }
}
