//! The state of the page and what changes it.

use std::sync::Arc;

use js_sys::Array;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::explanation::Open;
use super::loading::{busy, has_yours};
use super::state::{Dataset, Load};
use super::{CHECK, RECORDS};
use breakdown::{Breakdown, Point, breakdown, breakdown_of_records, series_of_records};
use dataset::Manifest;
use i18n::scope;
use model::{Dimension, Period};
use records::{Cube, Filter};
use view::{Notice, Section, View, YOUR_FILE, resolve_dataset, resolve_filter, resolve_period};
use crate::browser::{self, Engine};

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
    /// Files that the reader brought, to be read.
    pub files: RwSignal<Option<Array>, LocalStorage>,
    /// The rows that count, of records: sums of all of them, or of those that the view chooses.
    pub cube: RwSignal<Option<Arc<Cube>>>,
    /// The monthly totals of the rows that count.
    pub series: Memo<Arc<Vec<Point>>>,
    /// The text of a note that is checked. It goes nowhere.
    #[cfg(feature = "records")]
    pub pasted: RwSignal<String>,
    /// The text of a dataset to which the reader added figures.
    pub added: RwSignal<Option<String>>,
    /// The worker that holds records, once one was needed.
    pub(super) worker: StoredValue<Option<Engine>, LocalStorage>,
    /// The files of a dataset of records that were fetched.
    pub(super) loaded: StoredValue<Vec<String>>,
    /// Which fetch counts: an older one that ends later is dropped.
    pub(super) turn: StoredValue<u32>,
    last_id: StoredValue<usize>,
}

impl Page {
    /// Reads the address and follows it.
    pub fn new() -> Page {
        let (first, notices) = View::from_query(&web::current_query());
        let view = RwSignal::new(first);
        let dataset: RwSignal<Load<Dataset>> = RwSignal::new(busy("the figures"));
        let cube: RwSignal<Option<Arc<Cube>>> = RwSignal::new(None);
        let period = Memo::new(move |_| {
            let dataset = dataset.get().ready()?;
            view.with(|v| resolve_period(v, dataset.coverage, dataset.default_period).0)
        });
        let breakdown = Memo::new(move |_| {
            let dataset = dataset.get().ready()?;
            let span = view.with(|v| v.span);
            let period = period.get()?;
            Some(Arc::new(match &dataset.records {
                Some(_) => {
                    breakdown_of_records(&dataset.ledger.catalogue, cube.get().as_ref()?, period, span)
                }
                None => breakdown(&dataset.ledger, period, span),
            }))
        });
        let series = Memo::new(move |_| match (dataset.get().ready(), cube.get()) {
            (Some(dataset), Some(cube)) if dataset.records.is_some() => Arc::new(series_of_records(&cube)),
            (Some(dataset), _) => Arc::new(dataset.series.clone()),
            _ => Arc::default(),
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
            files: RwSignal::new_local(Some(web::handed_files()).filter(|f| RECORDS && f.length() > 0)),
            cube,
            series,
            #[cfg(feature = "records")]
            pasted: RwSignal::new(String::new()),
            added: RwSignal::new(None),
            worker: StoredValue::new_local(None),
            loaded: StoredValue::new(Vec::new()),
            turn: StoredValue::new(0),
            last_id: StoredValue::new(0),
        };
        web::on_resize(move || page.width.set(web::viewport().0));
        web::on_pop_state(move |query| page.show(&query));
        if RECORDS {
            Effect::new(move |_| page.follow_filter());
        }
        if !CHECK {
            Effect::new(move |_| {
                if page.needs_check() {
                    web::hand_over(&Array::new());
                }
            });
        }
        page.load();
        page
    }

    /// Whether the view is another module's to show: the check of published figures, notes.
    fn needs_check(&self) -> bool {
        let section = self.view.with(|v| v.section);
        matches!(section, Section::Check | Section::Note | Section::CheckNote)
            && self.breakdown.get().is_some()
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
            match view.dataset.as_deref() == Some(YOUR_FILE) {
                true if has_yours() => {}
                true => notices.push(Notice::NotYourFile),
                false => notices.extend(resolve_dataset(&view, &manifest).1),
            }
        }
        if let Some(dataset) = self.ready() {
            notices.extend(resolve_period(&view, dataset.coverage, dataset.default_period).1);
            match dataset.records {
                Some(_) => notices.extend(resolve_filter(&view, &dataset.ledger.catalogue).1),
                None if view.chosen.iter().any(|c| !c.is_empty()) => notices.push(Notice::NoChoice),
                None => {}
            }
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
        view.dataset = self.dataset_id();
        view.period = self.period.get_untracked();
        let query = view.to_query();
        web::replace(&query);
        self.view.set(view);
        web::page_address(&query)
    }

    /// What a link calls the dataset that is shown.
    pub fn dataset_id(&self) -> Option<String> {
        if self.dataset.get_untracked().ready().is_some_and(|d| d.is_yours()) {
            return Some(YOUR_FILE.to_owned());
        }
        let manifest = self.manifest.get_untracked().ready()?;
        self.view.with_untracked(|view| resolve_dataset(view, &manifest).0.map(|d| d.id.clone()))
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
        if other_dataset || self.needs_more() {
            self.load();
        }
    }

    /// A view that names only what is not the default.
    fn without_defaults(&self, mut view: View) -> View {
        if view.section != Section::Check {
            (view.article, view.verdict) = (None, None);
        }
        if view.section != Section::Note {
            (view.language, view.length) = Default::default();
        }
        if let Some(dataset) = self.dataset.get_untracked().ready() {
            let default = resolve_period(&View::default(), dataset.coverage, dataset.default_period).0;
            view.period = view.period.filter(|p| Some(*p) != default);
        }
        if let Some(manifest) = self.manifest.get_untracked().ready() {
            let default = manifest.default().map(|d| d.id.as_str());
            view.dataset = view.dataset.filter(|d| Some(d.as_str()) != default);
        }
        view
    }

    /// The worker, started when it is first needed.
    pub fn engine(&self) -> Option<Engine> {
        if self.worker.with_value(Option::is_none) {
            self.worker.set_value(Engine::start());
        }
        self.worker.get_value()
    }

    /// The rows that the view chooses.
    pub fn filter(&self) -> Filter {
        let Some(dataset) = self.ready() else { return Filter::all() };
        self.view.with(|v| resolve_filter(v, &dataset.ledger.catalogue).0)
    }

    /// What stands behind the goods or their exports where the view chooses rows: " to Mexico".
    pub fn scope(&self) -> String {
        let records = self.ready().filter(|dataset| RECORDS && dataset.records.is_some());
        records.map_or_else(String::new, |dataset| {
            self.view.with(|view| scope(&dataset.ledger.catalogue, &view.chosen))
        })
    }

    /// Has the rows summed that the view chooses, whenever it chooses others.
    fn follow_filter(&self) {
        let page = *self;
        let Some(dataset) = page.ready() else { return };
        let Some(records) = &dataset.records else {
            page.cube.set(None);
            return;
        };
        let filter = page.filter();
        if filter.is_all() {
            page.cube.set(Some(records.whole.clone()));
            return;
        }
        let Some(engine) = page.engine() else { return };
        spawn_local(async move {
            let json = format!("{{\"filter\":{}}}", filter_json(&filter));
            let answer = engine.ask("cube", &json, &Array::new(), &Array::new(), |_| {}).await;
            // The reader may have gone on meanwhile.
            let now = page.view.with_untracked(|v| resolve_filter(v, &dataset.ledger.catalogue).0);
            if now != filter {
                return;
            }
            let Some(records) = &dataset.records else { return };
            let (months, currency) = (records.whole.months.clone(), records.whole.currency);
            let catalogue = &dataset.ledger.catalogue;
            match answer {
                Ok(answer) => {
                    page.cube.set(Cube::from_bytes(catalogue, months, currency, &answer.bytes).map(Arc::new))
                }
                Err(sentence) => page.dataset.set(Load::Failed(sentence)),
            }
        });
    }
}

/// `[null, [3, 4], null, null]`, as the worker reads it.
pub fn filter_json(filter: &Filter) -> String {
    let part = |dimension| match filter.chosen(dimension) {
        Some(members) => format!("{members:?}"),
        None => "null".to_owned(),
    };
    format!("[{}]", Dimension::ALL.map(part).join(","))
}
