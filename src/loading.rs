//! From what a link asks for to a dataset: the manifest, then published figures or records.

use std::sync::Arc;

use js_sys::Array;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::RECORDS;
use super::page::Page;
use super::state::{Dataset, Load};
use dataset::{DatasetRef, Kind, Manifest, Part, read_ledger, read_manifest};
use model::Period;
use view::{YOUR_FILE, resolve_dataset};
use crate::browser;

const MANIFEST_ADDRESS: &str = "data/index.json";
/// Hexadecimal digits of a dataset's hash in its address.
const HASH_IN_ADDRESS: usize = 12;
/// Twelve months and the twelve before them: what any span compares with.
const MONTHS_COMPARED: i32 = 23;

impl Page {
    /// Fetches what the view needs, from the beginning.
    pub fn load(&self) {
        let page = *self;
        page.turn.update_value(|turn| *turn += 1);
        let turn = page.turn.get_value();
        page.manifest.set(busy("the list of datasets"));
        page.dataset.set(busy("the figures"));
        page.added.set(None);
        spawn_local(async move {
            let manifest = fetch_manifest().await;
            if page.turn.get_value() != turn {
                return;
            }
            match manifest {
                Ok(manifest) => {
                    page.manifest.set(Load::Ready(Arc::new(manifest)));
                    page.load_dataset(turn).await;
                }
                Err(sentence) => page.manifest.set(Load::Failed(sentence)),
            }
        });
    }

    async fn load_dataset(&self, turn: u32) {
        let Some(manifest) = self.manifest.get_untracked().ready() else { return };
        let yours = self.view.with_untracked(|v| v.dataset.as_deref() == Some(YOUR_FILE)) && has_yours();
        // Records are another module's.
        if !RECORDS {
            let wanted = self.view.with_untracked(|v| resolve_dataset(v, &manifest).0.map(|d| d.kind));
            if yours || wanted == Some(Kind::Records) {
                web::hand_over(&Array::new());
                return;
            }
        }
        let dataset = match self.view.with_untracked(|v| resolve_dataset(v, &manifest).0.cloned()) {
            _ if yours => self.open_yours().await,
            Some(wanted) => self.fetch_dataset(&wanted, turn).await,
            None => return,
        };
        if self.turn.get_value() == turn {
            self.dataset.set(match dataset {
                Ok(dataset) => Load::Ready(Arc::new(dataset)),
                Err(sentence) => Load::Failed(sentence),
            });
        }
    }

    async fn fetch_dataset(&self, wanted: &DatasetRef, turn: u32) -> Result<Dataset, String> {
        let parts: Vec<Part> = self.needed(wanted).into_iter().cloned().collect();
        let expected = parts.iter().map(|p| usize::try_from(p.bytes).unwrap_or(0)).sum();
        let page = *self;
        let mut before = 0;
        let mut files = Vec::new();
        for part in &parts {
            let progress = move |received: usize| {
                if page.turn.get_value() == turn {
                    page.dataset.set(Load::Busy {
                        what: "the figures",
                        received: before + received,
                        expected,
                    });
                }
            };
            progress(0);
            let bytes = fetch_part(part, progress).await?;
            before += bytes.len();
            files.push(bytes);
        }
        match wanted.kind {
            Kind::PublishedFigures => {
                let (part, bytes) = parts.first().zip(files.first()).ok_or("The dataset has no file.")?;
                let reading = read_ledger(bytes);
                let sentences =
                    || reading.problems.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
                let failed = format!("data/{}: ", part.file);
                let ledger = reading.read.ok_or_else(|| failed + &sentences())?;
                Ok(Dataset::of_ledger(ledger, &reading.problems, wanted.default_period))
            }
            Kind::Records => {
                self.loaded.set_value(parts.into_iter().map(|p| p.file).collect());
                self.open_records(files, wanted.default_period).await
            }
        }
    }

    /// The parts of a dataset that the view needs.
    fn needed<'a>(&self, wanted: &'a DatasetRef) -> Vec<&'a Part> {
        let view = self.view.get_untracked();
        let last = view.period.or(wanted.default_period).or(wanted.last);
        let [products, ..] = &view.chosen;
        let is_needed = |part: &&Part| {
            last.is_none_or(|last| part.is_needed(last.plus(-MONTHS_COMPARED), last, products))
        };
        wanted.parts.iter().filter(is_needed).collect()
    }

    /// Whether the view needs a part of the dataset that has not been fetched.
    pub(super) fn needs_more(&self) -> bool {
        let Some(manifest) = self.manifest.get_untracked().ready() else { return false };
        let Some(wanted) = self.view.with_untracked(|v| resolve_dataset(v, &manifest).0.cloned()) else {
            return false;
        };
        let records =
            self.dataset.with_untracked(|d| d.ready().is_some_and(|d| d.records.is_some() && !d.is_yours()));
        records
            && self.loaded.with_value(|loaded| self.needed(&wanted).iter().any(|p| !loaded.contains(&p.file)))
    }
}

/// The module of published figures hands over before it comes here.
#[cfg(not(feature = "records"))]
impl Page {
    async fn open_yours(&self) -> Result<Dataset, String> {
        Err(String::new())
    }

    async fn open_records(&self, _: Vec<Vec<u8>>, _: Option<Period>) -> Result<Dataset, String> {
        Err(String::new())
    }
}

#[cfg(feature = "records")]
impl Page {
    /// The file of the published figures that are shown, as it was fetched.
    pub(super) async fn dataset_text(&self) -> Result<String, String> {
        let manifest = self.manifest.get_untracked().ready();
        let wanted = manifest.and_then(|m| self.view.with_untracked(|v| resolve_dataset(v, &m).0.cloned()));
        let part = wanted.and_then(|w| w.parts.into_iter().next()).ok_or("The dataset has no file.")?;
        String::from_utf8(fetch_part(&part, |_| {}).await?)
            .map_err(|_| "The dataset is not UTF-8.".to_owned())
    }

    async fn open_yours(&self) -> Result<Dataset, String> {
        let opened = self.open("restore", &Array::new()).await?;
        Ok(Dataset::of_records(opened, None, true))
    }

    async fn open_records(&self, files: Vec<Vec<u8>>, default: Option<Period>) -> Result<Dataset, String> {
        let payload = files.iter().map(|bytes| js_sys::Uint8Array::from(bytes.as_slice()).buffer()).collect();
        let opened = self.open("open", &payload).await?;
        Ok(Dataset::of_records(opened, default, false))
    }

    /// Has the worker open records, and reads what it tells of them.
    async fn open(&self, verb: &str, payload: &Array) -> Result<super::opened::Opened, String> {
        let engine = self.engine().ok_or("This browser has no workers, which records need.")?;
        let answer = engine.ask(verb, "null", payload, payload, |_| {}).await?;
        let opened = super::opened::Opened::read(&answer);
        opened.ok_or_else(|| "Page and data are of different versions. Reload the page.".to_owned())
    }
}

/// The name under which the browser remembers that it keeps a file of the reader's.
pub const REMEMBERED: &str = "tonnage.your-file";

/// Whether this browser keeps a file of the reader's.
pub fn has_yours() -> bool {
    web::remembered(REMEMBERED).is_some()
}

pub fn busy<T>(what: &'static str) -> Load<T> {
    Load::Busy { what, received: 0, expected: 0 }
}

async fn fetch_manifest() -> Result<Manifest, String> {
    let bytes = web::fetch(MANIFEST_ADDRESS, web::Freshness::AskServer, |_| {});
    let bytes = bytes.await.map_err(|e| format!("{MANIFEST_ADDRESS}: {e}"))?;
    let reading = read_manifest(&bytes);
    let sentences: Vec<String> = reading.problems.iter().map(ToString::to_string).collect();
    reading.read.ok_or_else(|| format!("{MANIFEST_ADDRESS}: {}", sentences.join(" ")))
}

async fn fetch_part(part: &Part, progress: impl Fn(usize)) -> Result<Vec<u8>, String> {
    let version = part.sha256.get(..HASH_IN_ADDRESS).unwrap_or_default();
    let file = format!("data/{}", part.file);
    let address = if version.is_empty() { file.clone() } else { format!("{file}?v={version}") };
    let bytes = web::fetch(&address, web::Freshness::CacheIsFine, progress);
    bytes.await.map_err(|e| format!("{file}: {e}"))
}
