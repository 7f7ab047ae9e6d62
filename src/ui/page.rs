//! The state of the page and what changes it.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::explanation::Open;
use super::state::{Dataset, Load};
use crate::breakdown::{Breakdown, breakdown};
use crate::dataset::{DatasetRef, Manifest, read_ledger, read_manifest};
use crate::model::Period;
use crate::view::{Notice, View, resolve_dataset, resolve_period};
use crate::web;

const MANIFEST_ADDRESS: &str = "data/index.json";
/// Hexadecimal digits of a dataset's hash in its address.
const HASH_IN_ADDRESS: usize = 12;

/// The page's signals. Copies share them.
#[derive(Clone, Copy)]
pub struct Page {
    /// What the link asks for.
    pub view: RwSignal<View>,
    /// What of the link could not be understood.
    pub link_notices: RwSignal<Vec<Notice>>,
    pub manifest: RwSignal<Load<Manifest>>,
    pub dataset: RwSignal<Load<Dataset>>,
    /// The number that is being explained.
    pub open: RwSignal<Option<Open>>,
    /// Width of the window, pixels.
    pub width: RwSignal<f64>,
    /// The month that is shown: the link's, or the default.
    pub period: Memo<Option<Period>>,
    /// The month's answers.
    pub breakdown: Memo<Option<Arc<Breakdown>>>,
    /// Which fetch counts: an older one that ends later is dropped.
    turn: StoredValue<u32>,
    last_id: StoredValue<usize>,
}

impl Page {
    /// Reads the address and follows it.
    pub fn new() -> Page {
        let (first, notices) = View::from_query(&web::current_query());
        let view = RwSignal::new(first);
        let dataset: RwSignal<Load<Dataset>> = RwSignal::new(busy("the figures"));
        let period = Memo::new(move |_| {
            let dataset = dataset.get().ready()?;
            view.with(|v| resolve_period(v, &dataset.ledger, dataset.default_period).0)
        });
        let breakdown = Memo::new(move |_| {
            let dataset = dataset.get().ready()?;
            let span = view.with(|v| v.span);
            Some(Arc::new(breakdown(&dataset.ledger, period.get()?, span)))
        });
        let page = Page {
            view,
            link_notices: RwSignal::new(notices),
            manifest: RwSignal::new(busy("the list of datasets")),
            dataset,
            open: RwSignal::new(None),
            width: RwSignal::new(web::viewport().0),
            period,
            breakdown,
            turn: StoredValue::new(0),
            last_id: StoredValue::new(0),
        };
        web::on_resize(move || page.width.set(web::viewport().0));
        web::on_pop_state(move |query| page.show(&query));
        page.load();
        page
    }

    /// A number that no other part of the page has.
    pub fn next_id(&self) -> usize {
        self.last_id.update_value(|id| *id += 1);
        self.last_id.get_value()
    }

    /// The dataset that is shown.
    pub fn ready(&self) -> Option<Arc<Dataset>> {
        self.dataset.get().ready()
    }

    /// Everything about the link that could not be used.
    pub fn notices(&self) -> Vec<Notice> {
        let mut notices = self.link_notices.get();
        let view = self.view.get();
        if let Some(manifest) = self.manifest.get().ready() {
            notices.extend(resolve_dataset(&view, &manifest).1);
        }
        if let Some(dataset) = self.ready() {
            notices.extend(resolve_period(&view, &dataset.ledger, dataset.default_period).1);
        }
        notices
    }

    /// Another view, as the reader chose it: a new entry in the history.
    pub fn go(&self, view: View) {
        let view = self.without_defaults(view);
        web::push(&view.to_query());
        self.set_view(view, Vec::new());
    }

    /// The view with one thing changed.
    pub fn with(&self, change: impl FnOnce(&mut View)) -> View {
        let mut view = self.view.get_untracked();
        change(&mut view);
        self.without_defaults(view)
    }

    /// The address of this view with its dataset and month named, so that it stays what it is when
    /// the defaults move on. The address bar follows.
    pub fn pin(&self) -> String {
        let mut view = self.view.get_untracked();
        let manifest = self.manifest.get_untracked().ready();
        view.dataset = manifest.and_then(|m| resolve_dataset(&view, &m).0.map(|d| d.id.clone()));
        view.period = self.period.get_untracked();
        let query = view.to_query();
        web::replace(&query);
        self.view.set(view);
        web::page_address(&query)
    }

    /// Fetches what the view needs, from the beginning.
    pub fn load(&self) {
        let page = *self;
        page.turn.update_value(|turn| *turn += 1);
        let turn = page.turn.get_value();
        page.manifest.set(busy("the list of datasets"));
        page.dataset.set(busy("the figures"));
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
        let Some(wanted) = self.view.with_untracked(|v| resolve_dataset(v, &manifest).0.cloned()) else {
            return;
        };
        let expected = usize::try_from(wanted.bytes).unwrap_or(0);
        let page = *self;
        let progress = move |received| {
            if page.turn.get_value() == turn {
                page.dataset.set(Load::Busy { what: "the figures", received, expected });
            }
        };
        progress(0);
        let dataset = fetch_dataset(&wanted, progress).await;
        if page.turn.get_value() == turn {
            page.dataset.set(match dataset {
                Ok(dataset) => Load::Ready(Arc::new(dataset)),
                Err(sentence) => Load::Failed(sentence),
            });
        }
    }

    /// The view of an address that the reader went back or forward to.
    fn show(&self, query: &str) {
        let (view, notices) = View::from_query(query);
        self.set_view(view, notices);
    }

    fn set_view(&self, view: View, notices: Vec<Notice>) {
        let other_dataset = self.view.with_untracked(|v| v.dataset != view.dataset);
        self.open.set(None);
        self.link_notices.set(notices);
        self.view.set(view);
        if other_dataset {
            self.load();
        }
    }

    /// A view that names only what is not the default.
    fn without_defaults(&self, mut view: View) -> View {
        if let Some(dataset) = self.dataset.get_untracked().ready() {
            let default = resolve_period(&View::default(), &dataset.ledger, dataset.default_period).0;
            view.period = view.period.filter(|p| Some(*p) != default);
        }
        if let Some(manifest) = self.manifest.get_untracked().ready() {
            let default = manifest.default().map(|d| d.id.as_str());
            view.dataset = view.dataset.filter(|d| Some(d.as_str()) != default);
        }
        view
    }
}

fn busy<T>(what: &'static str) -> Load<T> {
    Load::Busy { what, received: 0, expected: 0 }
}

async fn fetch_manifest() -> Result<Manifest, String> {
    let bytes = web::fetch(MANIFEST_ADDRESS, web::Freshness::AskServer, |_| {});
    let bytes = bytes.await.map_err(|e| format!("{MANIFEST_ADDRESS}: {e}"))?;
    let reading = read_manifest(&bytes);
    let sentences: Vec<String> = reading.problems.iter().map(ToString::to_string).collect();
    reading.read.ok_or_else(|| format!("{MANIFEST_ADDRESS}: {}", sentences.join(" ")))
}

async fn fetch_dataset(wanted: &DatasetRef, progress: impl Fn(usize)) -> Result<Dataset, String> {
    let version = wanted.sha256.get(..HASH_IN_ADDRESS).unwrap_or_default();
    let file = format!("data/{}", wanted.file);
    let address = if version.is_empty() { file.clone() } else { format!("{file}?v={version}") };
    let bytes = web::fetch(&address, web::Freshness::CacheIsFine, progress);
    let bytes = bytes.await.map_err(|e| format!("{file}: {e}"))?;
    let reading = read_ledger(&bytes);
    match reading.read {
        Some(ledger) => Ok(Dataset::new(ledger, reading.problems, wanted.default_period)),
        None => {
            let sentences: Vec<String> = reading.problems.iter().map(ToString::to_string).collect();
            Err(format!("{file}: {}", sentences.join(" ")))
        }
    }
}
