//! The menu of the bar: the page's tools, and what the bar has no room for.

use leptos::prelude::*;

use super::frame::{Datasets, Share, Speech};
use super::link::view_link;
use super::months::SpanSwitch;
use crate::browser;
use crate::parts::live::live;
use crate::parts::switch::{Choice, list};
use crate::state::Page;
use crate::tools::own_file::OwnFile;
use breakdown::Dataset;
use model::{MoneyUnit, Unit, WeightUnit};
use view::Section;

/// Windows at least so wide, pixels, have room in the bar for the language, for the switch of spans, and for everything.
/// The style hides there what is here.
const ROOM_FOR_SPEECH: f64 = 380.0;
const ROOM_FOR_SPANS: f64 = 768.0;
const ROOM_FOR_ALL: f64 = 1000.0;
/// The menu with its button, and the button alone.
const MENU: &str = ".menu";
const BUTTON: &str = ".menu > button";
/// What in it leads elsewhere: once it is pressed, the menu has done its work.
const LEADS_ELSEWHERE: &str = ".menu :is(a, [aria-pressed])";
/// What in it is chosen.
const CHOICES: &str = ".menu :is(select, [type=file])";

#[component]
pub fn Menu(page: Page) -> impl IntoView {
    let open = RwSignal::new(false);
    let close = move || {
        if browser::has_focus(MENU) {
            browser::focus(BUTTON);
        }
        open.set(false);
    };
    browser::listen(&["click", "change"], move |event| {
        let done = if event.type_() == "click" { LEADS_ELSEWHERE } else { CHOICES };
        if open.get_untracked() && browser::parent(&event, done).is_some() {
            close();
        }
    });
    // Who goes elsewhere has done with it. A listener of its own: the other one moves the focus.
    browser::listen(&["pointerdown", "focusin"], move |event| {
        if open.get_untracked() && browser::parent(&event, MENU).is_none() {
            open.set(false);
        }
    });
    browser::on_escape(move || {
        if open.get_untracked() {
            close();
        }
    });
    view! {
        <div class="menu">
            <button
                type="button"
                aria-expanded=move || open.get().to_string()
                aria-controls="menu"
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {live(move || page.words().menu())}
            </button>
            <div id="menu">
                {live(move || open.get().then(|| content(page)))}
                <OwnFile page />
                {live(move || open.get().then(|| sections(page)).flatten())}
                {live(move || open.get().then(|| units(page)).flatten())}
            </div>
        </div>
    }
}

/// What the bar has no room for, and the tools.
fn content(page: Page) -> AnyView {
    let width = page.width.get();
    let datasets = (width < ROOM_FOR_ALL).then(|| view! { <Datasets page /> }.into_any());
    let spans = (width < ROOM_FOR_SPANS).then(|| view! { <SpanSwitch page /> }.into_any());
    let share = (width < ROOM_FOR_ALL).then(|| view! { <Share page /> }.into_any());
    let speech = (width < ROOM_FOR_SPEECH).then(|| view! { <Speech page /> }.into_any());
    view! { {datasets} {spans} {share} {speech} {live(move || tools(page))} }.into_any()
}

/// In what numbers are told: weights, and money where the dataset has any.
fn units(page: Page) -> Option<AnyView> {
    let shown = page.shown.get()?;
    if page.view.with(|v| v.section.is_in_source_units()) {
        return None;
    }
    let (words, now) = (page.words(), page.units.get());
    let [weight_label, money_label] = words.units_labels();
    let weight = |unit: Option<WeightUnit>| Choice {
        view: page.with(|v| v.units.weight = unit),
        is_shown: unit == now.weight,
        name: words.weight_unit_name(unit).into(),
    };
    let money = |unit: Option<MoneyUnit>| Choice {
        view: page.with(|v| v.units.money = unit),
        is_shown: unit == now.money,
        name: words.money_unit_name(unit).into(),
    };
    let has_weights = shown.dataset.subject().unit == Unit::Tonnes;
    let has_money = shown.dataset.sums().is_some_and(|sums| sums.whole.currency.is_some());
    let weights = has_weights.then(|| {
        let named = WeightUnit::NAMES.iter().map(|(_, unit)| Some(*unit));
        list("weight-unit", weight_label, [None].into_iter().chain(named).map(weight).collect())
    });
    let money = has_money.then(|| {
        let named = MoneyUnit::NAMES.iter().map(|(_, unit)| Some(*unit));
        list("money-unit", money_label, [None].into_iter().chain(named).map(money).collect())
    });
    Some(view! { <div class="units">{weights} {money}</div> }.into_any())
}

/// Links to what is no section of the overview.
fn tools(page: Page) -> Option<AnyView> {
    let shown = page.shown.get()?;
    page.view.track();
    let words = page.words();
    let subject = shown.dataset.subject();
    let quality = match &shown.dataset {
        Dataset::Published(_) => Section::Check,
        Dataset::Recorded(_) => Section::Sources,
    };
    let links = [
        (Section::Note, words.section(Section::Note, subject)),
        (Section::CheckNote, words.section(Section::CheckNote, subject)),
        (quality, words.section(Section::Check, subject)),
        (Section::Sources, words.sources_and_about()),
    ];
    let link = |(section, name): (Section, &'static str)| {
        let view = page.with(|v| (v.section, v.article, v.verdict, v.claim) = (section, None, None, None));
        view! { <li>{view_link(view, "", name.into_any())}</li> }.into_any()
    };
    let links: Vec<AnyView> = links.into_iter().map(link).collect();
    Some(view! { <ul>{links}</ul> }.into_any())
}

/// Links to the sections that the overview has now.
fn sections(page: Page) -> Option<AnyView> {
    let shown = page.shown.get()?;
    let words = page.words();
    if page.view.with(|v| v.section != Section::Overview) {
        return None;
    }
    let is_there = |(name, _): &(&str, Section)| browser::find(&format!("main section#{name}")).is_some();
    let link = |(_, section): (&str, Section)| {
        let name = words.section(section, shown.dataset.subject());
        view! { <li><a class="" href=format!("#{}", section.name())>{name}</a></li> }.into_any()
    };
    let links: Vec<AnyView> = Section::NAMES.into_iter().filter(is_there).map(link).collect();
    Some(view! { <p>{words.on_this_page()}</p> <ul>{links}</ul> }.into_any())
}
