//! Somebody's text compared with the dataset: a place to paste it, the text with its figures marked, and every
//! figure with what is to be said of it. A worker reads the text; it goes no further.

use std::sync::Arc;

use js_sys::Array;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::parts::button::button;
use crate::parts::link::view_link;
use crate::parts::live::live;
use crate::parts::notices::{Waiting, failure};
use crate::parts::section::section;
use crate::parts::table::{cell, columns, table};
use crate::state::Page;
use crate::tools::add_figures::AddFigures;
use i18n::{Awaited, Failure, Words};
use messages::{CheckText, Checked, Excerpt, Noted};
use model::Period;
use view::{Section, View};

/// Figures that are listed; all of them are marked in the text.
const MOST_LISTED: usize = 400;
/// A reader who types has paused this long before the text is read, milliseconds.
const PAUSE: u64 = 250;

/// Where a check stands.
#[derive(Clone)]
enum Stage {
    /// There is no text.
    Empty,
    /// The worker reads it.
    Reading,
    Read(Arc<Checked>),
    Failed(String),
}

#[component]
pub fn FactCheckSection(page: Page) -> impl IntoView {
    // The month of a text that does not say it.
    let assumed: RwSignal<Option<Period>> = RwSignal::new(None);
    let stage = RwSignal::new(Stage::Empty);
    // Which text counts: what comes of an older one is dropped.
    let turn = StoredValue::new(0);
    let check = move |text: String| {
        turn.update_value(|turn| *turn += 1);
        let mine = turn.get_value();
        if text.trim().is_empty() {
            return stage.set(Stage::Empty);
        }
        let assumed = assumed.get_untracked();
        // What was read of the text before stays until this is.
        if !matches!(stage.get_untracked(), Stage::Read(_)) {
            stage.set(Stage::Reading);
        }
        page.patience.renew();
        spawn_local(async move {
            let checked = checked(page, text, assumed).await;
            if turn.try_get_value() == Some(mine) {
                page.patience.rest();
                stage.set(match checked {
                    Ok(checked) => Stage::Read(Arc::new(checked)),
                    Err(sentence) => Stage::Failed(sentence),
                });
            }
        });
    };
    // Another language has the same text read again, and so has another dataset.
    let typed = StoredValue::new(0);
    Effect::new(move |before: Option<()>| {
        let text = page.pasted.get();
        page.shown.track();
        page.language.track();
        assumed.track();
        typed.update_value(|typed| *typed += 1);
        let mine = typed.get_value();
        let pause = if before.is_none() { 0 } else { PAUSE };
        browser::after(pause, move || {
            if typed.try_get_value() == Some(mine) {
                check(text);
            }
        });
    });
    let again = move || {
        page.stop_factchecker();
        check(page.pasted.get_untracked());
    };
    let cancel = move || {
        page.stop_factchecker();
        turn.update_value(|turn| *turn += 1);
        page.patience.rest();
        stage.set(Stage::Failed(page.failure(Failure::CheckCancelled)));
    };
    let to_note = move || {
        let summary = page.words().section(Section::Note, page.subject());
        view_link(page.with(|v| v.section = Section::Note), "more", summary.into_any())
    };
    let body = view! {
        <Paste page />
        {live(move || match stage.get() {
            Stage::Empty => ().into_any(),
            Stage::Reading => view! {
                <div class="fetching">
                    <label>{page.words().reading_text()} " " <progress></progress></label>
                    <Waiting page what=Awaited::FactCheck on_again=again on_cancel=cancel />
                </div>
            }
            .into_any(),
            Stage::Failed(sentence) => failure(page, sentence, again),
            Stage::Read(checked) => view! {
                {remarks(page, &checked, assumed)}
                <p class="summary" role="status">{checked.counts.clone()}</p>
                {marked(page.words(), &checked)}
                {listed(page, &checked)}
                <AddFigures page period=checked.period count=checked.claims />
            }
            .into_any(),
        })}
    };
    let title = live(move || page.words().fact_check_title());
    section("check-note", "check-note", title, live(to_note), body.into_any())
}

/// Has the worker compare a text with the dataset that is shown.
async fn checked(page: Page, text: String, period: Option<Period>) -> Result<Checked, String> {
    let shown = page.shown.get_untracked().ok_or_else(|| page.failure(Failure::NothingShown))?;
    let worker = page.factchecker(&shown).await?;
    let (checked, _) = page.ask(&worker, CheckText { text, period }, Array::new()).await?;
    Ok(checked)
}

#[component]
fn Paste(page: Page) -> impl IntoView {
    let cleared: RwSignal<Option<String>> = RwSignal::new(None);
    let clear = move || {
        cleared.set(Some(page.pasted.get_untracked()));
        page.pasted.set(String::new());
    };
    let undo = move || {
        if let Some(text) = cleared.get_untracked() {
            page.pasted.set(text);
        }
        cleared.set(None);
    };
    view! {
        <div class="paste">
            <label for="pasted">{live(move || page.words().paste_label())}</label>
            <p class="caveat" id="pasted-where">{live(move || page.words().paste_caveat())}</p>
            <textarea
                id="pasted"
                rows="8"
                dir="auto"
                spellcheck="false"
                aria-describedby="pasted-where"
                prop:value=move || page.pasted.get()
                on:input=move |event| {
                    cleared.set(None);
                    page.pasted.set(event_target_value(&event));
                }
            ></textarea>
            <p class="take">
                {live(move || (!page.pasted.with(String::is_empty)).then(|| button(page.words().clear().into_any(), clear)))}
                {live(move || cleared.get().map(|_| button(page.words().undo().into_any(), undo)))}
            </p>
        </div>
    }
}

/// What a reader must know first; of a text without a month also a way to say which it is.
fn remarks(page: Page, checked: &Checked, assumed: RwSignal<Option<Period>>) -> AnyView {
    let words = page.words();
    let remarks = checked.remarks.iter().map(|remark| view! { <p>{remark.clone()}</p> }.into_any());
    let say = page.period.get_untracked().filter(|_| checked.no_month).map(|period| {
        let text = words.is_about(period);
        view! { <p>{button(text.into_any(), move || assumed.set(Some(period)))}</p> }.into_any()
    });
    let taken = assumed.get_untracked().map(|period| {
        let text = words.read_as_of(period);
        view! { <p>{text} " " {button(words.undo().into_any(), move || assumed.set(None))}</p> }.into_any()
    });
    view! { <div class="notices">{remarks.collect_view()} {say} {taken}</div> }.into_any()
}

/// How a figure looks: its verdict, and whether the text contradicts itself there.
fn class_of(figure: &Noted) -> String {
    let own = if figure.own.is_empty() { "" } else { " own" };
    format!("verdict {}{own}", figure.verdict)
}

/// The text with its figures marked. A mark leads to what is said of it.
fn marked(words: &dyn Words, checked: &Checked) -> AnyView {
    let mut place = 0;
    let piece = |excerpt: &Excerpt| match excerpt {
        Excerpt::Words(text) => text.clone().into_any(),
        Excerpt::Figure(figure) => {
            let printed = figure.printed.clone();
            let label = words.marked_figure(&printed, &figure.verdict_words);
            let class = class_of(figure);
            place += 1;
            if place > MOST_LISTED {
                return view! { <mark class=class>{printed}</mark> }.into_any();
            }
            let (id, to) = (format!("mark-{}", place - 1), format!("#finding-{}", place - 1));
            let go = move |_| browser::focus(&to);
            view! { <button type="button" id=id class=class aria-label=label on:click=go>{printed}</button> }
                .into_any()
        }
    };
    let pieces: Vec<AnyView> = checked.text.iter().map(piece).collect();
    view! { <div class="marked" dir="auto" lang=checked.language.tag()>{pieces}</div> }.into_any()
}

/// Every figure: as it stands there, what it is read as, the verdict and why.
fn listed(page: Page, checked: &Checked) -> AnyView {
    let figures = checked.text.iter().filter_map(|excerpt| match excerpt {
        Excerpt::Figure(figure) => Some(figure.as_ref()),
        Excerpt::Words(_) => None,
    });
    let count = figures.clone().count();
    if count == 0 {
        return ().into_any();
    }
    let words = page.words();
    let rows = figures.enumerate().take(MOST_LISTED).map(|(place, figure)| row(page, place, figure));
    let heads = columns(words.fact_check_heads());
    let more = count.saturating_sub(MOST_LISTED);
    let more = (more > 0).then(|| {
        view! { <p class="caveat">{words.more_figures_marked(MOST_LISTED as u64, more as u64)}</p> }
            .into_any()
    });
    view! {
        {table("plain claims check", words.fact_check_caption(), heads, rows.collect())}
        {more}
    }
    .into_any()
}

fn row(page: Page, place: usize, figure: &Noted) -> AnyView {
    let read = if figure.reading.is_empty() { "–".to_owned() } else { figure.reading.clone() };
    let own =
        figure.own.iter().map(|own| view! { <p class="own">{own.clone()}</p> }.into_any()).collect_view();
    let show = figure.view.as_ref().map(|query| {
        let mut to = View::from_query(query).0;
        to.dataset = page.dataset_id();
        view! { " " {view_link(to, "", page.words().show().into_any())} }.into_any()
    });
    let back = move |_| browser::focus(&format!("#mark-{place}"));
    let printed = figure.printed.clone();
    let printed = view! { <button type="button" class="quiet" dir="auto" on:click=back>{printed}</button> };
    view! {
        <tr role="row" id=format!("finding-{place}") tabindex="-1">
            {cell("", printed.into_any())}
            {cell("", read.into_any())}
            {cell(class_of(figure), figure.verdict_words.clone().into_any())}
            {cell("", view! { {figure.why.clone()} {show} {own} }.into_any())}
        </tr>
    }
    .into_any()
}
