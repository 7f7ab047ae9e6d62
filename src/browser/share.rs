//! The system's sheet for sharing.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sharing {
    /// The reader shared, or closed the sheet: nothing more is to be done.
    Done,
    /// This system has no such sheet, or the browser does not let the page open it.
    Refused,
}

/// The sheet for an address with a title, opened at once: a browser opens it only in answer to a press.
pub struct Sheet(Option<Promise>);

/// Opens the sheet.
pub fn share(title: &str, address: &str) -> Sheet {
    let open = || {
        let navigator = super::window()?.navigator();
        let share: Function = Reflect::get(&navigator, &"share".into()).ok()?.dyn_into().ok()?;
        let what = Object::new();
        for (name, text) in [("title", title), ("url", address)] {
            Reflect::set(&what, &name.into(), &text.into()).ok()?;
        }
        share.call1(&navigator, &what).ok()?.dyn_into().ok()
    };
    Sheet(open())
}

impl Sheet {
    /// Waits until the reader has done with it.
    pub async fn outcome(self) -> Sharing {
        let Some(promise) = self.0 else { return Sharing::Refused };
        match JsFuture::from(promise).await {
            Ok(_) => Sharing::Done,
            Err(why) => {
                let name = Reflect::get(&why, &"name".into()).ok().and_then(|name| name.as_string());
                if name.as_deref() == Some("AbortError") { Sharing::Done } else { Sharing::Refused }
            }
        }
    }
}
