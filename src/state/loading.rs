//! From what a link asks for to what is shown: the manifest, then published figures or records, then the sums of
//! the rows that are chosen. What is shown stays until all of that is there. Of records the sums come first, and
//! the rows with the worker that holds them when a view needs them.

use std::sync::Arc;

use futures::future::join;
use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::page::Page;
use super::shown::{DatasetOwner, Shown};
use crate::browser::{self, Canceller, Freshness, WorkerHandle};
use dataset::{DatasetRef, Kind, Manifest, Part, read_manifest};
use i18n::{Awaited, Failure};
use messages::Worker;
use model::{Dimension, Period};
use records::{Cube, Filter};
use view::{Section, View, YOUR_FILE, resolve_dataset, resolve_filter};

const MANIFEST_ADDRESS: &str = "data/index.json";
/// Hexadecimal digits of a dataset's hash in its address.
const HASH_IN_ADDRESS: usize = 12;

/// What is on its way, or why it did not come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Loading {
    /// On its way: bytes received, bytes expected (0 where nobody said).
    Busy {
        /// What arrives.
        what: Awaited,
        /// Bytes that have arrived.
        received: usize,
        /// Bytes that there are.
        expected: usize,
    },
    /// Why not, in a sentence.
    Failed(String),
}

/// Whether something that is awaited takes long. Copies share it.
#[derive(Clone, Copy)]
pub struct Patience {
    /// It has taken long since anything was heard of it.
    pub is_over: RwSignal<bool>,
    turn: StoredValue<u32>,
}

impl Patience {
    /// How long a reader waits without a word before the page says so, seconds.
    pub const SECONDS: u32 = 8;

    pub fn new() -> Patience {
        Patience { is_over: RwSignal::new(false), turn: StoredValue::new(0) }
    }

    /// Something was heard: waits anew.
    pub fn renew(&self) {
        let patience = *self;
        patience.rest();
        let turn = patience.turn.get_value();
        browser::after(u64::from(Patience::SECONDS) * 1000, move || {
            if patience.turn.try_get_value() == Some(turn) {
                patience.is_over.set(true);
            }
        });
    }

    /// Nothing is awaited any more.
    pub fn rest(&self) {
        self.turn.update_value(|turn| *turn += 1);
        if self.is_over.get_untracked() {
            self.is_over.set(false);
        }
    }
}

/// A dataset, the worker that holds its rows, and its files of which it is.
type Opened = (Arc<Shown>, Option<WorkerHandle>, Vec<String>);

/// What was loaded for a view.
struct Loaded {
    /// The dataset; none where the one that is shown does.
    shown: Option<Opened>,
    /// The sums of the rows that the view chooses; none where all count.
    chosen: Option<Arc<Cube>>,
}

impl Page {
    /// Whether all that a view needs is there.
    pub(super) fn is_here(&self, view: &View) -> bool {
        let Some(shown) = self.shown.get_untracked() else { return false };
        if !self.has_dataset(&shown, view) {
            return false;
        }
        let filter = resolve_filter(view, shown.catalogue()).0;
        let is_summed = filter.is_all() || filter == self.filter_untracked(&shown);
        !shown.dataset.is_recorded() || is_summed && (self.has_rows() || !is_of_rows(view))
    }

    /// Whether the rows of what is shown are in a worker, or were.
    fn has_rows(&self) -> bool {
        self.rows.with_value(Option::is_some)
    }

    /// Whether the dataset that is shown is the one that a view needs, with all parts of it.
    fn has_dataset(&self, shown: &Shown, view: &View) -> bool {
        if view.dataset.as_deref() == Some(YOUR_FILE) && self.has_yours() {
            return shown.id == YOUR_FILE;
        }
        let Some(manifest) = self.manifest.get_untracked() else { return false };
        let Some(wanted) = resolve_dataset(view, &manifest).0 else { return false };
        let is_loaded = |part: &&Part| self.loaded.with_value(|loaded| loaded.contains(&part.file));
        wanted.id == shown.id && (!shown.dataset.is_recorded() || needed(wanted, view).iter().all(is_loaded))
    }

    /// The rows that the view which is shown chooses.
    fn filter_untracked(&self, shown: &Shown) -> Filter {
        self.view.with_untracked(|v| resolve_filter(v, shown.catalogue()).0)
    }

    /// Loads what a view needs, and shows it. Also again, after a failure.
    pub fn load(&self, view: View) {
        let page = *self;
        page.forget_load();
        let turn = page.turn.get_value();
        let canceller = Canceller::new();
        page.canceller.set_value(Some(canceller.clone()));
        page.awaited.set_value(Some(view.clone()));
        page.heard(Awaited::Datasets, 0, 0);
        spawn_local(async move {
            let loaded = page.loaded_for(&view, turn, &canceller).await;
            if !page.is_turn(turn) {
                return;
            }
            page.patience.rest();
            match loaded {
                Ok(loaded) => page.show(view, loaded),
                Err(sentence) => page.loading.set(Some(Loading::Failed(sentence))),
            }
        });
    }

    /// The same view again, from the beginning.
    pub fn reload(&self) {
        let awaited = self.awaited.get_value();
        self.load(awaited.unwrap_or_else(|| self.view.get_untracked()));
    }

    /// The dataset of the view that is shown, again from where it came. A worker that holds its rows, and may
    /// never answer, is given up.
    pub fn reload_dataset(&self) {
        self.stale.set_value(true);
        if let Some(rows) = self.rows.get_value() {
            rows.stop();
        }
        self.load(self.view.get_untracked());
    }

    /// Gives up what is being loaded. The address becomes that of what is shown.
    pub fn cancel_load(&self) {
        self.forget_load();
        match self.shown.get_untracked() {
            Some(_) => browser::replace(&self.view.get_untracked().to_query()),
            None => self.loading.set(Some(Loading::Failed(self.failure(Failure::Cancelled)))),
        }
    }

    /// Whatever is being loaded no longer counts.
    pub(super) fn forget_load(&self) {
        self.turn.update_value(|turn| *turn += 1);
        if let Some(canceller) = self.canceller.get_value() {
            canceller.cancel();
        }
        self.canceller.set_value(None);
        if let Some(rows) = self.opening.get_value() {
            rows.stop();
        }
        self.opening.set_value(None);
        self.patience.rest();
        if self.loading.with_untracked(Option::is_some) {
            self.loading.set(None);
        }
    }

    fn is_turn(&self, turn: u32) -> bool {
        self.turn.try_get_value() == Some(turn)
    }

    /// Something arrived.
    fn heard(&self, what: Awaited, received: usize, expected: usize) {
        self.loading.set(Some(Loading::Busy { what, received, expected }));
        self.patience.renew();
    }

    async fn loaded_for(&self, view: &View, turn: u32, canceller: &Canceller) -> Result<Loaded, String> {
        if self.manifest.with_untracked(Option::is_none) {
            let manifest = fetch_manifest(self, canceller).await?;
            if self.is_turn(turn) {
                self.manifest.set(Some(Arc::new(manifest)));
            }
        }
        let before = self.shown.get_untracked().filter(|shown| self.has_dataset(shown, view));
        let before = before.filter(|_| !self.stale.get_value() && !self.has_lost_rows());
        let before =
            before.filter(|shown| !shown.dataset.is_recorded() || self.has_rows() || !needs_rows(view));
        let shown = match before {
            Some(_) => None,
            None => Some(self.dataset_for(view, turn, canceller).await?),
        };
        let (dataset, rows) = match &shown {
            Some((dataset, rows, _)) => (dataset.clone(), rows.clone()),
            None => {
                let shown = self.shown.get_untracked().ok_or_else(|| self.failure(Failure::NoFile))?;
                (shown, self.rows.get_value())
            }
        };
        let filter = resolve_filter(view, dataset.catalogue()).0;
        let chosen = match (&dataset.dataset.sums(), rows) {
            (Some(_), Some(rows)) if !filter.is_all() => {
                self.heard(Awaited::ChosenRows, 0, 0);
                Some(Arc::new(self.sums(&rows, filter, &dataset).await?))
            }
            _ => None,
        };
        Ok(Loaded { shown, chosen })
    }

    /// Whether the worker that holds the rows has ended.
    fn has_lost_rows(&self) -> bool {
        self.rows.get_value().is_some_and(|rows| rows.has_ended())
    }

    /// A worker for the rows of what is being loaded: giving that up ends it.
    fn opening_worker(&self) -> Result<WorkerHandle, String> {
        let rows = self.worker(Worker::Records)?;
        self.opening.set_value(Some(rows.clone()));
        Ok(rows)
    }

    /// Shows a view and what was loaded for it, at once.
    fn show(&self, view: View, loaded: Loaded) {
        self.awaited.set_value(None);
        self.opening.set_value(None);
        self.stale.set_value(false);
        self.loading.set(None);
        self.open.set(None);
        self.sums_asked.set_value(None);
        if let Some((shown, rows, files)) = loaded.shown {
            self.rows.set_value(rows);
            self.loaded.set_value(files);
            // Rows that came after their sums tell nothing new of all of them: what is drawn stays.
            let is_drawn =
                self.shown.with_untracked(|now| now.as_ref().is_some_and(|n| n.tells_the_same(&shown)));
            if !is_drawn {
                self.shown.set(Some(shown));
                self.settle();
            }
        }
        self.chosen.set(loaded.chosen);
        self.set_view(view);
    }

    /// Shows a dataset of the reader's own, which a worker has opened.
    pub fn show_yours(&self, shown: Shown, rows: WorkerHandle) {
        self.forget_load();
        let (language, units) = self.view.with_untracked(|v| (v.language, v.units));
        let view = View { dataset: Some(YOUR_FILE.to_owned()), language, units, ..View::default() };
        browser::push(&view.to_query());
        self.link_notices.set(Vec::new());
        self.show(view, Loaded { shown: Some((Arc::new(shown), Some(rows), Vec::new())), chosen: None });
    }

    /// Shows the same published figures with more of them.
    pub fn show_extended(&self, view: View, shown: Shown) {
        self.forget_load();
        browser::push(&view.to_query());
        self.show(view, Loaded { shown: Some((Arc::new(shown), None, Vec::new())), chosen: None });
    }

    async fn dataset_for(&self, view: &View, turn: u32, canceller: &Canceller) -> Result<Opened, String> {
        if view.dataset.as_deref() == Some(YOUR_FILE) && self.has_yours() {
            return self.restored().await;
        }
        let manifest = self.manifest.get_untracked().ok_or_else(|| self.failure(Failure::NoManifest))?;
        let wanted = resolve_dataset(view, &manifest).0.ok_or_else(|| self.failure(Failure::NoDatasets))?;
        if !needs_rows(view) {
            let summed = self.summed(wanted, turn, canceller).await;
            if let Some(summed) = summed.filter(|_| self.is_turn(turn)) {
                return Ok(summed);
            }
            if !self.is_turn(turn) {
                return Err(self.failure(Failure::Cancelled));
            }
        }
        let parts = needed(wanted, view);
        let expected = parts.iter().map(|p| usize::try_from(p.bytes).unwrap_or(0)).sum();
        let page = *self;
        // The worker's module is fetched while the rows are.
        let rows = match wanted.kind {
            Kind::Records => Some(self.opening_worker()?),
            Kind::PublishedFigures => None,
        };
        let mut before = 0;
        let mut files = Vec::new();
        let mut settled: Option<String> = None;
        for part in &parts {
            let progress = move |received: usize| {
                if page.is_turn(turn) {
                    page.heard(Awaited::Figures, before + received, expected);
                }
            };
            progress(0);
            let file = fetch_file(self, &part.file, &part.sha256, canceller, &progress);
            let (bytes, beside) = join(file, settlement(self, wanted, canceller)).await;
            let bytes = bytes?;
            before += bytes.length() as usize;
            files.push(bytes);
            settled = settled.or(beside);
        }
        let names: Vec<String> = parts.iter().map(|p| p.file.clone()).collect();
        let default = wanted.default_period;
        let Some(rows) = rows else {
            let file = files.first().zip(names.first());
            let (file, name) = file.ok_or_else(|| self.failure(Failure::NoFile))?;
            let words = self.words_now();
            let sha256 = parts.first().map_or("", |part| part.sha256.as_str());
            let settled = settled.as_deref().map(|text| (text, sha256));
            let shown =
                Shown::published(words, &file.to_vec(), &wanted.id, DatasetOwner::Site, default, settled)
                    .map_err(|sentences| words.failure_of(&format!("data/{name}"), &sentences))?;
            return Ok((Arc::new(shown), None, names));
        };
        let buffers: Array = files.iter().map(Uint8Array::buffer).collect();
        let shown = self.open(&rows, buffers, &wanted.id, DatasetOwner::Site, default).await?;
        Ok((Arc::new(shown), Some(rows), names))
    }

    /// A dataset of records by its file of sums; `None` where it has none that can be used. Not why: its rows
    /// tell the same, or what is wrong.
    async fn summed(&self, wanted: &DatasetRef, turn: u32, canceller: &Canceller) -> Option<Opened> {
        let (Some(sums), [rows]) = (&wanted.sums, wanted.parts.as_slice()) else { return None };
        if self.sums_asked.get_value().as_ref() == Some(&sums.file) {
            return None;
        }
        self.sums_asked.set_value(Some(sums.file.clone()));
        let (page, expected) = (*self, usize::try_from(sums.bytes).unwrap_or(0));
        let progress = move |received: usize| {
            if page.is_turn(turn) {
                page.heard(Awaited::Figures, received, expected);
            }
        };
        progress(0);
        let file = fetch_file(self, &sums.file, &sums.sha256, canceller, &progress).await;
        if self.is_turn(turn) {
            self.sums_asked.set_value(None);
        }
        let file = file.ok()?;
        let shown = Shown::of_sums(&file.to_vec(), &rows.sha256, &wanted.id, wanted.default_period)?;
        Some((Arc::new(shown), None, vec![rows.file.clone()]))
    }

    /// The dataset of the reader's own: of this visit, or that the browser keeps.
    async fn restored(&self) -> Result<Opened, String> {
        self.heard(Awaited::YourFile, 0, 0);
        let blob = match self.own.get_value() {
            Some(own) => own,
            None => self.kept().await?,
        };
        self.own.set_value(Some(blob.clone()));
        let rows = self.opening_worker()?;
        let shown = self.open(&rows, Array::of1(&blob), YOUR_FILE, DatasetOwner::Reader, None).await?;
        Ok((Arc::new(shown), Some(rows), Vec::new()))
    }
}

/// Whether a view of records may need rows, and not only the sums of all of them.
fn needs_rows(view: &View) -> bool {
    is_of_rows(view) || view.chosen.values().any(|codes| !codes.is_empty())
}

/// Whether a view asks rows, whatever of them is chosen.
fn is_of_rows(view: &View) -> bool {
    view.section == Section::Cross
}

/// The first of twelve months and the twelve before them: what any span compares with.
fn compared_from(last: Period) -> Period {
    last.plus_years(-2).plus(1)
}

/// The parts of a dataset that a view needs.
fn needed<'a>(wanted: &'a DatasetRef, view: &View) -> Vec<&'a Part> {
    let last = view.period.or(wanted.default_period).or(wanted.last);
    let products = &view.chosen[Dimension::Product];
    let is_needed =
        |part: &&Part| last.is_none_or(|last| part.is_needed(compared_from(last), last, products));
    wanted.parts.iter().filter(is_needed).collect()
}

/// The settlement's file of published figures; `None` where the site has none, or it does not come: a worker makes
/// the same.
async fn settlement(page: &Page, wanted: &DatasetRef, canceller: &Canceller) -> Option<String> {
    let file = wanted.settlement.as_ref()?;
    let bytes = fetch_file(page, &file.file, &file.sha256, canceller, &|_| {}).await.ok()?;
    String::from_utf8(bytes.to_vec()).ok()
}

async fn fetch_manifest(page: &Page, canceller: &Canceller) -> Result<Manifest, String> {
    let bytes = browser::fetch(MANIFEST_ADDRESS, Freshness::AskServer, canceller, &|_| {}).await;
    let bytes = bytes.map_err(|why| page.failure_of_file(MANIFEST_ADDRESS, why))?;
    let reading = read_manifest(&bytes.to_vec());
    let words = page.words_now();
    let told = || words.sentences(&i18n::problems(words, &reading.problems));
    reading.read.ok_or_else(|| words.failure_of(MANIFEST_ADDRESS, &told()))
}

/// A file of the site, whose address changes with its hash.
async fn fetch_file(
    page: &Page,
    file: &str,
    sha256: &str,
    canceller: &Canceller,
    progress: &dyn Fn(usize),
) -> Result<Uint8Array, String> {
    let version = sha256.get(..HASH_IN_ADDRESS).unwrap_or_default();
    let file = format!("data/{file}");
    let address = if version.is_empty() { file.clone() } else { format!("{file}?v={version}") };
    let bytes = browser::fetch(&address, Freshness::CacheIsFine, canceller, progress);
    bytes.await.map_err(|why| page.failure_of_file(&file, why))
}
