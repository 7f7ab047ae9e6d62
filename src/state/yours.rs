//! The reader's own dataset: whether there is one, and how it is kept.
//!
//! The dataset is in the browser's database, which only the worker for files opens; its title is in the local
//! storage, so that the page knows of it without that worker. Either may be full, switched off or cleared alone.

use js_sys::Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::Blob;

use super::page::Page;
use crate::browser;
use i18n::Failure;
use messages::{DATABASE, Forget, Restore};

/// The name under which the browser remembers the title of what it keeps.
const REMEMBERED: &str = "tonnage.your-file";

/// The title of what this browser keeps.
pub(super) fn remembered() -> Option<String> {
    browser::remembered(REMEMBERED)
}

impl Page {
    /// Whether there is a dataset of the reader's own.
    pub fn has_yours(&self) -> bool {
        self.yours.with_untracked(Option::is_some)
    }

    /// Takes a dataset for the reader's own, for this visit; also for later ones where the worker could keep it
    /// and its title can be remembered. Whether that is so.
    pub fn take_yours(&self, dataset: Blob, title: &str, is_kept: bool) -> bool {
        let is_remembered = is_kept && browser::remember(REMEMBERED, Some(title));
        if !is_remembered {
            browser::remember(REMEMBERED, None);
        }
        if is_kept && !is_remembered {
            self.forget_kept();
        }
        self.own.set_value(Some(dataset));
        self.yours.set(Some(title.to_owned()));
        is_remembered
    }

    /// The reader's own dataset is wanted no longer.
    pub fn remove_yours(&self) {
        self.lose_yours();
        self.forget_kept();
    }

    /// The reader's own dataset as this browser keeps it.
    pub async fn kept(&self) -> Result<Blob, String> {
        let worker = self.files_worker()?;
        let (restored, kept) = self.ask(&worker, Restore, Array::new()).await?;
        match kept.get(0).dyn_into() {
            Ok(blob) if restored.found => Ok(blob),
            _ => {
                self.lose_yours();
                Err(self.failure(Failure::YourFileGone))
            }
        }
    }

    /// Follows what another tab, or the reader's clearing of the browser's data, does to what is kept.
    pub(super) fn follow_yours(&self) {
        let page = *self;
        browser::listen(&["storage"], move |_| {
            if page.own.with_value(Option::is_none) {
                page.yours.set(remembered());
            }
        });
        if page.has_yours() {
            spawn_local(async move {
                if !browser::has_database(DATABASE).await && page.own.with_value(Option::is_none) {
                    page.lose_yours();
                }
            });
        }
    }

    /// There is no dataset of the reader's own any more.
    fn lose_yours(&self) {
        browser::remember(REMEMBERED, None);
        self.own.set_value(None);
        self.yours.set(None);
    }

    fn forget_kept(&self) {
        let language = self.language_now();
        if let Ok(worker) = self.files_worker() {
            spawn_local(async move {
                // Where the browser keeps nothing there is nothing to forget.
                let _ = worker.ask(Forget, Array::new(), language, |()| {}).await;
            });
        }
    }
}
