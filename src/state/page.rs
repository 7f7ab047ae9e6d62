//! The state of the page and what changes it.

use std::collections::HashMap;
use std::sync::{Arc, Weak};

use js_sys::Array;
use leptos::prelude::*;

use super::land::WorldLand;
use super::loading::{Loading, Patience};
use super::settling::Settling;
use super::shown::Shown;
use super::workers::Informed;
use super::yours::remembered;
use crate::browser::{self, Canceller, WorkerHandle};
use crate::parts::explanation::{Asked, Open};
use crate::parts::take::Offer;
use breakdown::{Breakdown, Point, breakdown, series};
use dataset::Manifest;
use i18n::{Words, scope};
use model::{Flow, Frequency, Language, MemberId, Period, Span, Subject, Unit, Units};
use records::{Cube, Filter};
use view::{
    CompareAs, MemberCode, Notice, Section, View, YOUR_FILE, resolve_codes, resolve_compared,
    resolve_dataset, resolve_filter, resolve_period, resolve_span,
};
use wasm_bindgen::JsValue;

/// The page's signals. Copies share them.
#[derive(Clone, Copy)]
pub struct Page {
    /// The reader's language: the one that they chose, else the first that their browser prefers of those that there are.
    own_language: RwSignal<Language>,
    /// The language of the page: the link's, else the reader's.
    pub language: Memo<Language>,
    /// The units that numbers are told in here, where the reader chose them.
    pub units: Memo<Units>,
    /// Whether it shows one section alone, inside of a page of somebody else.
    pub is_embedded: bool,
    /// What is shown: the view of the dataset that is there.
    pub view: RwSignal<View>,
    /// What of the link could not be understood.
    pub link_notices: RwSignal<Vec<Notice>>,
    /// The site's datasets, once they are known.
    pub manifest: RwSignal<Option<Arc<Manifest>>>,
    /// The dataset that is shown.
    pub shown: RwSignal<Option<Arc<Shown>>>,
    /// What is on its way, or why it did not come.
    pub loading: RwSignal<Option<Loading>>,
    /// Whether what is awaited takes long.
    pub patience: Patience,
    /// The number that is being explained.
    pub open: RwSignal<Option<Open>>,
    /// What was asked for of what a section offers, and of which section.
    pub offered: RwSignal<Option<(Section, Offer)>>,
    /// Width of the window, pixels.
    pub width: RwSignal<f64>,
    /// The month that is shown: the link's, or the default.
    pub period: Memo<Option<Period>>,
    /// How many of them together.
    pub span: Memo<Span>,
    /// The month's answers.
    pub breakdown: Memo<Option<Arc<Breakdown>>>,
    /// Told a frame after anything changed that sections show.
    pub later: Trigger,
    /// The dataset that was shown when that followed last.
    drawn: StoredValue<Option<Weak<Shown>>>,
    /// The parts of the page that wait for their turn to be drawn, the uppermost first.
    waiting: StoredValue<Vec<RwSignal<bool>>>,
    /// What the reader looks for in the names of a table.
    pub find: RwSignal<String>,
    /// The land of the world map.
    pub land: RwSignal<WorldLand>,
    /// Files that the reader brought, to be read.
    pub files: RwSignal<Option<Array>, LocalStorage>,
    /// The rows that are chosen: their sums, while not all count.
    pub chosen: RwSignal<Option<Arc<Cube>>>,
    /// The monthly totals of the rows that count.
    pub series: Memo<Arc<Vec<Point>>>,
    /// The title of the reader's own dataset, where there is one: of this visit, or kept by the browser.
    pub yours: RwSignal<Option<String>>,
    /// The reader's own dataset as a file, once it was made or shown in this visit.
    pub own: StoredValue<Option<web_sys::Blob>, LocalStorage>,
    /// A text that is fact-checked. It goes nowhere.
    pub pasted: RwSignal<String>,
    /// The worker that holds the rows of what is shown, once they were needed.
    pub(super) rows: StoredValue<Option<WorkerHandle>, LocalStorage>,
    /// The worker that will hold the rows of what is being loaded.
    pub(super) opening: StoredValue<Option<WorkerHandle>, LocalStorage>,
    /// How far the settlement of the published figures that are shown has come; `None` where it is there.
    pub settling: RwSignal<Option<Settling>>,
    /// The worker for fact-checks.
    pub(super) factcheck: Informed,
    /// The worker for notes.
    pub(super) notes: Informed,
    /// The sums of the cross table that is shown, as they came.
    pub cross: StoredValue<Option<JsValue>, LocalStorage>,
    /// The worker that makes files of tables.
    pub(super) downloads_worker: StoredValue<Option<WorkerHandle>, LocalStorage>,
    /// The worker for files, once one was needed.
    pub(super) files_worker: StoredValue<Option<WorkerHandle>, LocalStorage>,
    /// The files of a dataset of records that were fetched.
    pub(super) loaded: StoredValue<Vec<String>>,
    /// Which load counts: an older one that ends later is dropped.
    pub(super) turn: StoredValue<u32>,
    /// The view that is being loaded, or could not be.
    pub(super) awaited: StoredValue<Option<View>>,
    /// What is shown is to be loaded again: it was changed, or its rows are gone.
    pub(super) stale: StoredValue<bool>,
    /// The file of sums that was asked for and has not come. Should it never come, who asks again gets the rows.
    pub(super) sums_asked: StoredValue<Option<String>>,
    /// Gives up what is being fetched.
    pub(super) canceller: StoredValue<Option<Canceller>, LocalStorage>,
    /// What every number that is drawn says when it is asked.
    numbers: StoredValue<HashMap<usize, Asked>>,
    last_number: StoredValue<usize>,
}

/// The name under which the browser remembers the language that the reader chose.
const LANGUAGE: &str = "tonnage.language";

/// The language that the reader chose before, else the first that the browser prefers of those that there are.
fn own_language() -> Language {
    let of_code = |code: &str| Language::NAMES.iter().find(|(name, _)| code.get(..2) == Some(*name));
    let chosen = browser::remembered(LANGUAGE);
    let found = chosen.iter().chain(&browser::languages()).find_map(|code| of_code(code));
    found.map_or_else(Language::default, |(_, language)| *language)
}

/// What everything that is drawn depends on.
#[derive(Clone)]
pub struct Seen {
    view: View,
    shown: Option<Arc<Shown>>,
    chosen: Option<Arc<Cube>>,
    width: f64,
    language: Language,
}

impl PartialEq for Seen {
    /// A dataset and the sums of chosen rows are made anew when they change: one is the other only where it is the same
    /// place in memory.
    fn eq(&self, other: &Seen) -> bool {
        fn is_same<T>(a: Option<&Arc<T>>, b: Option<&Arc<T>>) -> bool {
            a.map(Arc::as_ptr) == b.map(Arc::as_ptr)
        }
        is_same(self.shown.as_ref(), other.shown.as_ref())
            && is_same(self.chosen.as_ref(), other.chosen.as_ref())
            && (&self.view, self.width, self.language) == (&other.view, other.width, other.language)
    }
}

impl Page {
    /// A page that shows nothing yet.
    pub fn new(view: View, notices: Vec<Notice>, width: f64) -> Page {
        let is_embedded = view.embed;
        let view = RwSignal::new(view);
        let shown: RwSignal<Option<Arc<Shown>>> = RwSignal::new(None);
        let chosen: RwSignal<Option<Arc<Cube>>> = RwSignal::new(None);
        let own_language = RwSignal::new(own_language());
        let language = Memo::new(move |_| view.with(|v| v.language).unwrap_or_else(|| own_language.get()));
        let units = Memo::new(move |_| {
            view.with(|v| if v.section.is_in_source_units() { Units::AUTOMATIC } else { v.units })
        });
        let period = Memo::new(move |_| {
            let shown = shown.get()?;
            view.with(|v| resolve_period(v, shown.coverage, shown.default_period).0)
        });
        let span = Memo::new(move |_| {
            let shown = shown.get();
            let frequency = shown.map(|shown| shown.dataset.frequency()).unwrap_or_default();
            view.with(|v| resolve_span(v, frequency).0)
        });
        let breakdown = Memo::new(move |_| {
            let shown = shown.get()?;
            Some(Arc::new(breakdown(&shown.dataset, chosen.get().as_deref(), period.get()?, span.get())))
        });
        let series = Memo::new(move |_| match (shown.get(), chosen.get()) {
            (Some(shown), Some(chosen)) => Arc::new(series(&shown.dataset, Some(&chosen))),
            (Some(shown), None) => shown.series.clone(),
            (None, _) => Arc::default(),
        });
        Page {
            own_language,
            language,
            units,
            is_embedded,
            view,
            link_notices: RwSignal::new(notices),
            manifest: RwSignal::new(None),
            shown,
            loading: RwSignal::new(None),
            patience: Patience::new(),
            open: RwSignal::new(None),
            offered: RwSignal::new(None),
            width: RwSignal::new(width),
            period,
            span,
            breakdown,
            later: Trigger::new(),
            drawn: StoredValue::new(None),
            waiting: StoredValue::new(Vec::new()),
            find: RwSignal::new(String::new()),
            land: RwSignal::default(),
            files: RwSignal::new_local(None),
            chosen,
            series,
            // A page of somebody else has no business with it.
            yours: RwSignal::new(remembered().filter(|_| !is_embedded)),
            own: StoredValue::new_local(None),
            pasted: RwSignal::new(String::new()),
            rows: StoredValue::new_local(None),
            opening: StoredValue::new_local(None),
            settling: RwSignal::new(None),
            factcheck: StoredValue::new_local(None),
            notes: StoredValue::new_local(None),
            cross: StoredValue::new_local(None),
            downloads_worker: StoredValue::new_local(None),
            files_worker: StoredValue::new_local(None),
            loaded: StoredValue::new(Vec::new()),
            turn: StoredValue::new(0),
            awaited: StoredValue::new(None),
            stale: StoredValue::new(false),
            sums_asked: StoredValue::new(None),
            canceller: StoredValue::new_local(None),
            numbers: StoredValue::new(HashMap::new()),
            last_number: StoredValue::new(0),
        }
    }

    /// Whether a part of the page that begins now waits for its turn: it does where another dataset came in the place of
    /// the one that was drawn last.
    pub fn turn(&self) -> RwSignal<bool> {
        let shown = self.shown.get_untracked();
        let now = shown.as_ref().map_or(std::ptr::null(), Arc::as_ptr);
        let is_another = |drawn: &Weak<Shown>| drawn.as_ptr() != now;
        let waits = RwSignal::new(self.drawn.with_value(|drawn| drawn.as_ref().is_some_and(is_another)));
        if waits.get_untracked() {
            self.waiting.update_value(|waiting| waiting.push(waits));
        }
        waits
    }

    /// Has the parts that wait drawn, one task after another.
    fn take_turns(self) {
        let mut next = None;
        self.waiting.update_value(|waiting| next = (!waiting.is_empty()).then(|| waiting.remove(0)));
        if let Some(next) = next {
            // A part that is gone meanwhile has nothing to draw.
            let _ = next.try_set(false);
            browser::after(0, move || self.take_turns());
        }
    }

    /// Has everything drawn now that would follow later: paper does not wait.
    pub fn draw_all(&self) {
        self.later.notify();
        let waiting = self.waiting.with_value(Clone::clone);
        self.waiting.set_value(Vec::new());
        for next in waiting {
            let _ = next.try_set(false);
        }
    }

    /// What everything that is drawn depends on, now.
    pub fn seen(&self) -> Seen {
        Seen {
            view: self.view.get(),
            shown: self.shown.get(),
            chosen: self.chosen.get(),
            width: self.width.get(),
            language: self.language.get(),
        }
    }

    /// Reads the address, follows it, and goes on following it.
    pub fn start() -> Page {
        let (view, notices) = View::from_query(&browser::current_query());
        let page = Page::new(view.clone(), notices, browser::viewport().0);
        Effect::new(move |_| {
            page.seen();
            browser::next_frame(move || {
                browser::after(0, move || {
                    page.drawn.set_value(page.shown.get_untracked().as_ref().map(Arc::downgrade));
                    page.later.notify();
                    page.take_turns();
                });
            });
        });
        browser::on_resize(move || {
            // A phone's bar that comes and goes makes the window higher or lower, for which nothing is drawn anew.
            let width = browser::viewport().0;
            if width != page.width.get_untracked() {
                page.width.set(width);
            }
        });
        browser::on_pop_state(move |query| {
            let (view, notices) = View::from_query(&query);
            page.follow(view, notices);
        });
        if !page.is_embedded {
            page.follow_yours();
        }
        page.load(view);
        page
    }

    /// The words of the reader's language and units. Where it is read while something is drawn, that is drawn again in
    /// others.
    pub fn words(&self) -> &'static dyn Words {
        i18n::words_in(self.language.get(), self.units.get())
    }

    /// The same in the units of the source, for what is quoted of it and how a figure follows from that.
    pub fn source_words(&self) -> &'static dyn Words {
        i18n::words(self.language.get())
    }

    /// The same for what is said once: in answer to a press, or when something ends.
    pub fn words_now(&self) -> &'static dyn Words {
        i18n::words_in(self.language.get_untracked(), self.units.get_untracked())
    }

    /// The page's language now, for what is asked of a worker.
    pub fn language_now(&self) -> Language {
        self.language.get_untracked()
    }

    /// Speaks another language from now on. What the reader chose is remembered; it is in the address where one was in
    /// it, or where the browser remembers nothing.
    pub fn speak(&self, language: Language) {
        let is_remembered = browser::remember(LANGUAGE, Some(language.code()));
        let awaited = self.awaited.get_value();
        let view = awaited.unwrap_or_else(|| self.view.get_untracked());
        let is_of_records = |shown: &Arc<Shown>| shown.dataset.is_recorded() && !shown.problems.is_empty();
        let has_problems = self.shown.with_untracked(|shown| shown.as_ref().is_some_and(is_of_records));
        self.own_language.set(language);
        if view.language.is_some() || !is_remembered {
            let view = View { language: Some(language), ..view };
            browser::replace(&view.to_query());
            self.follow(view, self.link_notices.get_untracked());
        }
        // The worker that read them told their problems in the other language.
        if has_problems {
            self.reload_dataset();
        }
    }

    /// Remembers what a number says when it is asked, for as long as the number is drawn.
    pub fn remember_number(&self, asked: Asked) -> usize {
        self.last_number.update_value(|last| *last += 1);
        let (id, numbers) = (self.last_number.get_value(), self.numbers);
        numbers.update_value(|numbers| drop(numbers.insert(id, asked)));
        on_cleanup(move || {
            numbers.try_update_value(|numbers| drop(numbers.remove(&id)));
        });
        id
    }

    /// What a number says.
    pub fn number(&self, id: usize) -> Option<Asked> {
        self.numbers.with_value(|numbers| numbers.get(&id).cloned())
    }

    /// Everything about the link that could not be used.
    pub fn notices(&self) -> Vec<Notice> {
        let mut notices = self.link_notices.get();
        let view = self.view.get();
        if let Some(manifest) = self.manifest.get() {
            match view.dataset.as_deref() == Some(YOUR_FILE) {
                true if self.yours.with(Option::is_some) => {}
                true => notices.push(Notice::NotYourFile),
                false => notices.extend(resolve_dataset(&view, &manifest).1),
            }
        }
        if let Some(shown) = self.shown.get() {
            notices.extend(resolve_period(&view, shown.coverage, shown.default_period).1);
            notices.extend(resolve_span(&view, shown.dataset.frequency()).1);
            notices.extend(resolve_compared(&view, shown.catalogue()).1);
            match (view.compare_as, shown.dataset.subject().unit) {
                (asked, Unit::Tonnes) if asked.needs_values() && shown.currency().is_none() => {
                    notices.push(Notice::NoValues);
                }
                (CompareAs::UnitValue, unit) if unit != Unit::Tonnes => notices.push(Notice::NoWeights),
                _ => {}
            }
            match shown.dataset.is_recorded() {
                true => notices.extend(resolve_filter(&view, shown.catalogue()).1),
                false if view.chosen.values().any(|codes| !codes.is_empty()) => {
                    notices.push(Notice::NoChoice)
                }
                false => {}
            }
        }
        notices
    }

    /// Another view, as the reader chose it: a new entry in the history, but for that of the page around an embedded
    /// one, where "back" is to leave that page.
    pub fn go(&self, view: View) {
        let view = self.without_defaults(view);
        match self.is_embedded {
            true => browser::replace(&view.to_query()),
            false => browser::push(&view.to_query()),
        }
        self.follow(view, Vec::new());
    }

    /// The view with one thing changed.
    pub fn with(&self, change: impl FnOnce(&mut View)) -> View {
        let mut view = self.view.get_untracked();
        change(&mut view);
        self.without_defaults(view)
    }

    /// The profile of a member.
    pub fn profile(&self, member: MemberId) -> Option<View> {
        let code = self.code(member)?;
        Some(self.with(|v| (v.section, v.member) = (Section::Member, Some(code))))
    }

    /// What a link calls a member of the dataset that is shown.
    pub fn code(&self, member: MemberId) -> Option<MemberCode> {
        let code =
            self.shown.with_untracked(|s| Some(s.as_ref()?.catalogue().member(member)?.code.clone()))?;
        Some(MemberCode { dimension: member.dimension, code })
    }

    /// The address of this view with its dataset and month named, so that it stays what it is when
    /// the defaults move on. The address bar follows.
    pub fn pin(&self) -> String {
        let mut view = self.view.get_untracked();
        view.dataset = self.dataset_id();
        view.period = self.period.get_untracked();
        let query = view.to_query();
        browser::replace(&query);
        self.view.set(view);
        browser::page_address(&query)
    }

    /// What a link calls the dataset that is shown.
    pub fn dataset_id(&self) -> Option<String> {
        self.shown.with_untracked(|shown| shown.as_ref().map(|s| s.id.clone()))
    }

    /// The file with all figures of the dataset that is shown as a table, which the site has beside each dataset of one
    /// file (`tonnage page --site`).
    pub fn table_file(&self) -> Option<String> {
        let id = self.dataset_id()?;
        let table = self.manifest.with(|manifest| manifest.as_ref()?.find(&id)?.table())?;
        Some(format!("data/{table}"))
    }

    /// Shows a view, loading what it needs first. What is shown stays until that is there.
    pub(super) fn follow(&self, view: View, notices: Vec<Notice>) {
        self.open.set(None);
        self.link_notices.set(notices);
        if self.is_here(&view) {
            self.forget_load();
            self.awaited.set_value(None);
            let all = self
                .shown
                .get_untracked()
                .is_none_or(|shown| resolve_filter(&view, shown.catalogue()).0.is_all());
            if all && self.chosen.with_untracked(Option::is_some) {
                self.chosen.set(None);
            }
            self.set_view(view);
        } else {
            self.load(view);
        }
    }

    /// Sets what is shown of the dataset that is shown.
    pub(super) fn set_view(&self, view: View) {
        let view = self.shown.with_untracked(|shown| match shown {
            Some(shown) => resolve_codes(view, shown.catalogue()),
            None => view,
        });
        if self.view.with_untracked(|before| before.section == view.section) {
            browser::glide();
        }
        self.view.set(view);
    }

    /// The view without what it says already by default.
    fn without_defaults(&self, mut view: View) -> View {
        // One section is embedded: the others are the whole page's.
        view.embed &= self.view.with_untracked(|shown| shown.section == view.section);
        if view.section != Section::Check {
            (view.month, view.article, view.verdict) = (None, None, None);
        }
        if view.section != Section::Member {
            view.member = None;
        }
        if !view.show.is_of(view.section) {
            view.show = Default::default();
        }
        if view.section != Section::Note {
            view.length = Default::default();
        }
        let here = self
            .shown
            .get_untracked()
            .filter(|_| view.dataset == self.view.with_untracked(|v| v.dataset.clone()));
        if let Some(shown) = here {
            let default = resolve_period(&View::default(), shown.coverage, shown.default_period).0;
            view.period = view.period.filter(|p| Some(*p) != default);
        }
        if let Some(manifest) = self.manifest.get_untracked() {
            let default = manifest.default().map(|d| d.id.as_str());
            view.dataset = view.dataset.filter(|d| Some(d.as_str()) != default);
        }
        view
    }

    /// What the figures are of.
    pub fn subject(&self) -> Subject {
        let of_nothing =
            Subject { flow: Flow::default(), frequency: Frequency::default(), unit: Unit::Tonnes };
        self.shown.with(|shown| shown.as_ref().map_or(of_nothing, |shown| shown.dataset.subject()))
    }

    /// The rows that the view chooses.
    pub fn filter(&self) -> Filter {
        let Some(shown) = self.shown.get() else { return Filter::all() };
        self.view.with(|v| resolve_filter(v, shown.catalogue()).0)
    }

    /// What stands behind the goods or their exports where the view chooses rows: " to Mexico".
    pub fn scope(&self) -> String {
        let recorded = self.shown.get().filter(|shown| shown.dataset.is_recorded());
        let told = |view: &View, shown: &Shown| scope(self.words(), shown.catalogue(), &view.chosen);
        recorded.map_or_else(String::new, |shown| self.view.with(|view| told(view, &shown)))
    }
}
