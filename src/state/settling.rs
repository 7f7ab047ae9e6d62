//! What the claims of published figures leave together: read from the file that a site keeps beside its dataset, or
//! worked out by a worker while the claims are already shown.

use std::sync::Arc;

use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use messages::{Settle, Worker};

use super::page::Page;
use super::shown::Shown;

/// How far the settlement of what is shown has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settling {
    /// A worker is at it.
    Busy,
    /// Why it could not be made, in a sentence.
    Failed(String),
}

impl Page {
    /// Has a worker settle what is shown, where that is published figures whose claims are not settled. Until it
    /// answers every claim stands.
    pub fn settle(&self) {
        let Some(shown) = self.shown.get_untracked().filter(|shown| !shown.is_settled()) else {
            self.settling.set(None);
            return;
        };
        self.settling.set(Some(Settling::Busy));
        let page = *self;
        spawn_local(async move {
            let settled = page.settled(&shown).await;
            // The reader may have gone on to another dataset.
            let is_shown =
                page.shown.with_untracked(|now| now.as_ref().is_some_and(|now| Arc::ptr_eq(now, &shown)));
            match settled {
                _ if !is_shown => {}
                Ok(settled) => {
                    page.settling.set(None);
                    page.open.set(None);
                    page.shown.set(Some(Arc::new(settled)));
                }
                Err(sentence) => page.settling.set(Some(Settling::Failed(sentence))),
            }
        });
    }

    /// The same dataset, settled by a worker of its own: others need not wait for it.
    async fn settled(&self, shown: &Shown) -> Result<Shown, String> {
        let worker = self.worker(Worker::Factcheck)?;
        let file = Array::of1(&Uint8Array::from(&*shown.file).buffer());
        let answer = self.ask(&worker, Settle, file).await;
        worker.stop();
        let (text, _) = answer?;
        shown.settled(text).ok_or_else(|| self.failure(i18n::Failure::OtherVersion))
    }
}
