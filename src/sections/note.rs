//! The month in sentences: every number a link to the view that shows it, the analyst's own words in a
//! box beside them, and ways to take both away.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::parts::button::button;
use crate::parts::explanation::{Asked, Told};
use crate::parts::link::view_link;
use crate::parts::live::live;
use crate::parts::number::{class_of, data};
use crate::parts::section::section;
use crate::state::Page;
use i18n::Words;
use note::{
    Export, Language, Length, Material, Note, Number, Piece, html, labels, markdown, rule_name, write,
};
use view::{Section, YOUR_FILE};

#[component]
pub fn NoteSection(page: Page) -> impl IntoView {
    let note = Memo::new(move |_| written(page).map(Arc::new));
    let own = RwSignal::new(String::new());
    live(move || {
        let Some(note) = note.get() else {
            let no_month = move || view! { <p class="caveat">{page.words().no_month()}</p> }.into_any();
            return page.shown.get().map(|_| no_month());
        };
        let words = page.words();
        let fact_check = words.fact_check_title().into_any();
        let beside = view_link(page.with(|v| v.section = Section::CheckNote), "more", fact_check);
        let body = view! {
            {switches(page, &note)}
            <article lang=note.language.code()>
                {text(page, &note)}
                {sources(&note)}
            </article>
            <Interpretation page note=note.clone() own />
            <Take page note=note.clone() own />
            {chosen(words, &note)}
        };
        Some(section("month-note", "note", words.summary_title().into_any(), beside, body.into_any()))
    })
}

/// The note that the view asks for; `None` while something is still on its way.
fn written(page: Page) -> Option<Note> {
    let shown = page.shown.get()?;
    let period = page.period.get()?;
    let view = page.view.get();
    let chosen = page.chosen.get();
    let mut material = Material::new(&shown.dataset, chosen.as_deref(), period);
    material.link = shown.id.clone();
    if shown.dataset.is_recorded() {
        material.chosen = view.chosen;
    }
    Some(write(&material, view.language, view.length))
}

/// Language and length.
fn switches(page: Page, note: &Note) -> AnyView {
    let words = page.words();
    let language = note.language;
    let languages = Language::NAMES.map(|(_, to)| {
        let name = words.language_name(to);
        let choose = move |_| page.go(page.with(|v| v.language = to));
        view! { <button type="button" lang=to.code() aria-pressed=(to == language).to_string() on:click=choose>{name}</button> }.into_any()
    });
    let lengths = [Length::Full, Length::Short].map(|to| {
        let name = words.length_name(to);
        let pressed = move || page.view.with(|v| v.length == to).to_string();
        let choose = move |_| page.go(page.with(|v| v.length = to));
        view! { <button type="button" aria-pressed=pressed on:click=choose>{name}</button> }.into_any()
    });
    view! {
        <div class="switches">
            <div class="spans" role="group" aria-label=words.language_switch()>{languages}</div>
            <div class="spans" role="group" aria-label=words.length_switch()>{lengths}</div>
        </div>
    }
    .into_any()
}

/// Title, warnings and paragraphs.
fn text(page: Page, note: &Note) -> AnyView {
    let warnings =
        note.warnings.iter().map(|w| view! { <p class="warning">{w.clone()}</p> }.into_any()).collect_view();
    let stop = labels(note.language).stop;
    let sections = note
        .sections
        .iter()
        .map(|section| {
            let sentences = section
                .sentences
                .iter()
                .enumerate()
                .map(|(place, sentence)| {
                    let before = if place > 0 { stop } else { "" };
                    view! { {before} {pieces(page, &sentence.pieces)} }.into_any()
                })
                .collect_view();
            view! { <h4>{section.title}</h4> <p>{sentences}</p> }.into_any()
        })
        .collect_view();
    view! { {warnings} <h3>{pieces(page, &note.title)}</h3> {sections} }.into_any()
}

fn pieces(page: Page, pieces: &[Piece]) -> AnyView {
    let piece = |piece: &Piece| match piece {
        Piece::Words(words) => words.clone().into_any(),
        Piece::Number(number) => figure(page, number),
    };
    pieces.iter().map(piece).collect_view().into_any()
}

/// A number: a link to the view that shows it. Pointed at or focused, it says where it comes from.
fn figure(page: Page, number: &Number) -> AnyView {
    let told = Told::Figure(Arc::new(number.figure.clone()));
    let id = page.remember_number(Asked { told, label: page.words().in_summary().to_owned() });
    let link = view_link(number.view.clone(), "", data(&number.figure, number.text.clone()));
    view! { <span class=class_of(&number.figure) data-number=id.to_string()>{link}</span> }.into_any()
}

fn sources(note: &Note) -> AnyView {
    let line = |source: &note::SourceLine| {
        let text = source.text.clone();
        match &source.url {
            Some(url) => view! { <li><a href=url.clone() rel="noreferrer">{text}</a></li> }.into_any(),
            None => view! { <li>{text}</li> }.into_any(),
        }
    };
    let lines = note.sources.iter().map(line).collect_view();
    view! { <h4>{labels(note.language).sources}</h4> <ul class="sources">{lines}</ul> }.into_any()
}

/// Under which name the browser keeps what an analyst writes beside a note.
fn kept_under(page: Page, note: &Note) -> String {
    let dataset = page.dataset_id().unwrap_or_default();
    format!("tonnage.note/{dataset}/{}/{}", note.period, note.language.code())
}

/// The analyst's own words. They are in this browser, and in what is copied; in no link and no dataset.
#[component]
fn Interpretation(page: Page, note: Arc<Note>, own: RwSignal<String>) -> impl IntoView {
    let key = kept_under(page, &note);
    own.set(browser::remembered(&key).unwrap_or_default());
    let is_kept = RwSignal::new(true);
    let write = move |event| {
        let text = event_target_value(&event);
        is_kept.set(browser::remember(&key, Some(text.as_str()).filter(|t| !t.trim().is_empty())));
        own.set(text);
    };
    let period = note.period;
    view! {
        <div class="interpretation">
            <label for="interpretation">{live(move || page.words().your_interpretation(period))}</label>
            <p class="caveat" id="interpretation-where">
                {live(move || page.words().interpretation_kept(is_kept.get()))}
            </p>
            <textarea
                id="interpretation"
                rows="4"
                lang=note.language.code()
                aria-describedby="interpretation-where"
                prop:value=move || own.get()
                on:input=write
            ></textarea>
        </div>
    }
}

/// What came of the last press of a button: what was copied, by which button, or the text to copy by hand.
#[derive(Clone, PartialEq)]
enum Outcome {
    Copied(usize),
    ByHand(String),
}

/// A form in which a note is taken away. Not [`note::export`], which would have the page carry the note as JSON.
type Form = fn(&Note, Export) -> String;

/// The place of the button for an e-mail, which wants the note as HTML and as plain text.
const E_MAIL: usize = 1;

#[component]
fn Take(page: Page, note: Arc<Note>, own: RwSignal<String>) -> impl IntoView {
    let outcome: RwSignal<Option<Outcome>> = RwSignal::new(None);
    let taken = Arc::new(move |form: Form| {
        let own = own.get_untracked();
        // Links to a file that only this browser has lead nowhere elsewhere.
        let is_yours = page.dataset_id().as_deref() == Some(YOUR_FILE);
        let address = browser::page_address("");
        let base = Some(address.as_str()).filter(|_| !is_yours);
        form(&note, Export { interpretation: Some(&own), base })
    });
    let copy_button = |place: usize, form: Form| {
        let taken = taken.clone();
        let copy = move || {
            let made = taken(form);
            let plain = (place == E_MAIL).then(|| taken(note::text));
            spawn_local(async move {
                let copied = match plain {
                    Some(plain) => browser::copy_html(&made, &plain).await,
                    None => browser::copy(&made).await,
                };
                outcome.set(Some(if copied { Outcome::Copied(place) } else { Outcome::ByHand(made) }));
            });
        };
        let name = move || page.words().copy_buttons().get(place).map(|(name, _)| *name);
        button(live(name), copy)
    };
    view! {
        <div class="take">
            {copy_button(0, note::text)}
            {copy_button(E_MAIL, html)}
            {copy_button(2, markdown)}
            <div role="status">
                {live(move || outcome.get().map(|outcome| match outcome {
                    Outcome::Copied(place) => page.words().copy_buttons().get(place).map(|(_, done)| *done).into_any(),
                    Outcome::ByHand(text) => view! {
                        <label>
                            {page.words().copy_by_hand()} " "
                            <textarea readonly rows="8" prop:value=text></textarea>
                        </label>
                    }.into_any(),
                }))}
            </div>
        </div>
    }
}

/// Which rules chose what the note says, and why the others are silent.
fn chosen(words: &dyn Words, note: &Note) -> AnyView {
    let mut said: Vec<&str> = Vec::new();
    for sentence in note.sections.iter().flat_map(|s| &s.sentences) {
        said.push(rule_name(sentence.rule, note.language));
    }
    let labels = labels(note.language);
    let said = said.join(labels.between_rules);
    let unsaid = note.not_said.iter();
    let unsaid = unsaid
        .map(|u| {
            view! { <li><strong>{u.what}</strong>{labels.colon}{labels.stop}{u.why.clone()}</li> }.into_any()
        })
        .collect_view();
    view! {
        <details class="rules">
            <summary>{words.said_and_unsaid()}</summary>
            <p lang=note.language.code()><strong>{labels.said}{labels.colon}</strong>{labels.stop}{said}</p>
            <ul lang=note.language.code()>{unsaid}</ul>
        </details>
    }
    .into_any()
}
