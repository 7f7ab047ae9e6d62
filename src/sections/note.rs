//! The month in sentences, which a worker writes: every number tells where it comes from and leads to the view that shows it, the analyst's own
//! words in a box beside them, and ways to take both away.

use std::sync::Arc;

use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::parts::button::button;
use crate::parts::link::view_link;
use crate::parts::live::live;
use crate::parts::notices::{Waiting, failure};
use crate::parts::number::{Part, number_in_text, sentence};
use crate::parts::section::section;
use crate::sections::note_charts::{Of, charts};
use crate::state::{Page, Shown};
use i18n::{Awaited, Failure, Words};
use messages::{WriteDocument, WriteNote};
use model::Language;
use note::{ChartLink, Export, Length, Note, Number, Piece, html, labels, markdown, rule_name};
use records::Cube;
use view::{Section, View, YOUR_FILE};

/// Where the note stands.
#[derive(Clone)]
enum Stage {
    /// No month is shown.
    NoMonth,
    /// The worker is at the first one.
    Writing,
    Written(Written),
    Failed(String),
}

/// A note, and what it was written of.
#[derive(Clone)]
struct Written {
    note: Arc<Note>,
    of: Of,
}

#[component]
pub fn NoteSection(page: Page) -> impl IntoView {
    let stage = RwSignal::new(Stage::Writing);
    let own = RwSignal::new(String::new());
    // Charts follow the first note a frame later; with those after it they come together, so that nothing jumps.
    let has_charts = RwSignal::new(false);
    // Which note counts: one that was asked for earlier and comes later is dropped.
    let turn = StoredValue::new(0);
    let begin = move || {
        turn.update_value(|turn| *turn += 1);
        let mine = turn.get_value();
        let Some(asked) = asked(page) else { return stage.set(Stage::NoMonth) };
        // The note before stays until this one is there.
        if !matches!(stage.get_untracked(), Stage::Written(_)) {
            stage.set(Stage::Writing);
        }
        page.patience.renew();
        spawn_local(async move {
            let written = written(page, asked).await;
            if turn.try_get_value() == Some(mine) {
                page.patience.rest();
                stage.set(written.map_or_else(Stage::Failed, Stage::Written));
                if !has_charts.get_untracked() {
                    // A section that is left has no such signal any more.
                    let draw = move || {
                        has_charts.try_set(true);
                    };
                    browser::next_frame(move || browser::after(0, draw));
                }
            }
        });
    };
    Effect::new(move |_| {
        page.shown.track();
        page.chosen.track();
        page.period.track();
        page.view.track();
        page.language.track();
        begin();
    });
    let again = move || {
        page.stop_note_writer();
        begin();
    };
    let cancel = move || {
        page.stop_note_writer();
        turn.update_value(|turn| *turn += 1);
        page.patience.rest();
        stage.set(Stage::Failed(page.failure(Failure::Cancelled)));
    };
    let body = view! {
        {live(move || switches(page))}
        {live(move || match stage.get() {
            Stage::NoMonth => view! { <p class="caveat">{page.words().no_month()}</p> }.into_any(),
            Stage::Writing => view! {
                <div class="fetching">
                    <label>{page.words().writing_summary()} " " <progress></progress></label>
                    <Waiting page what=Awaited::Summary on_again=again on_cancel=cancel />
                </div>
            }
            .into_any(),
            Stage::Failed(sentence) => failure(page, sentence, again),
            Stage::Written(Written { note, of }) => view! {
                <article lang=note.language.tag()>
                    {text(page, &note, &|links| {
                        let (of, links) = (of.clone(), links.to_vec());
                        live(move || has_charts.get().then(|| charts(page, &of, &links)))
                    })}
                    {sources(&note)}
                </article>
                <Interpretation page note=note.clone() own />
                <Take page note=note.clone() own />
                {chosen(page.words(), &note)}
            }
            .into_any(),
        })}
    };
    let title = live(move || page.words().section(Section::Note, page.subject()));
    let beside = live(move || {
        let fact_check = page.words().fact_check_title();
        view_link(page.with(|v| v.section = Section::CheckNote), "more", fact_check.into_any())
    });
    section("month-note", "note", title, beside, body.into_any())
}

/// What is asked for: the dataset, the note of it that the view asks for, and the sums of the rows that count, where
/// not all do. `None` where no month is shown.
type AskedNote = (Arc<Shown>, WriteNote, Option<Arc<Cube>>);

fn asked(page: Page) -> Option<AskedNote> {
    let shown = page.shown.get_untracked()?;
    let period = page.period.get_untracked()?;
    let view = View { dataset: Some(shown.id.clone()), ..page.view.get_untracked() };
    Some((shown, WriteNote { period, view: Box::new(view) }, page.chosen.get_untracked()))
}

/// Has the worker write a note.
async fn written(page: Page, (shown, request, chosen): AskedNote) -> Result<Written, String> {
    let worker = page.note_writer(&shown).await?;
    let (note, _) = page.ask(&worker, request, sums(chosen.as_deref())).await?;
    Ok(Written { note: Arc::new(note), of: Of { shown, chosen } })
}

/// What comes along with what is asked for.
fn sums(chosen: Option<&Cube>) -> Array {
    chosen.map(|chosen| Uint8Array::from(chosen.to_bytes().as_slice()).buffer()).into_iter().collect()
}

/// Has the worker write the note as a document of Word and hands it to the browser: what came of it in a sentence, or why
/// nothing did.
async fn saved(page: Page, own: String, base: String) -> Result<String, String> {
    let (shown, note, chosen) = asked(page).ok_or_else(|| page.failure(Failure::NothingShown))?;
    let worker = page.note_writer(&shown).await?;
    let request = WriteDocument { note, own, base };
    let (name, file) = page.ask(&worker, request, sums(chosen.as_deref())).await?;
    let file = Uint8Array::new(&file.get(0)).to_vec();
    let is_saved = browser::download(&name, &file);
    page.saved(is_saved).map_or_else(|| Ok(page.words_now().file_saved(&name)), Err)
}

/// The length. It stays while another note is written, and with it the focus.
fn switches(page: Page) -> AnyView {
    let words = page.words();
    let lengths = [Length::Full, Length::Short].map(|to| {
        let pressed = move || page.view.with(|v| v.length == to).to_string();
        let choose = move |_| page.go(page.with(|v| v.length = to));
        let name = words.length_name(to);
        view! { <button type="button" aria-pressed=pressed on:click=choose>{name}</button> }.into_any()
    });
    view! {
        <div class="switches">
            <div class="spans" role="group" aria-label=words.length_switch()>{lengths}</div>
        </div>
    }
    .into_any()
}

/// Title, warnings and paragraphs, with what shows each.
fn text(page: Page, note: &Note, charts: &dyn Fn(&[ChartLink]) -> AnyView) -> AnyView {
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
            let charts = charts(&section.charts);
            view! { <div class="part"><h4>{section.title.clone()}</h4> <p>{sentences}</p> {charts}</div> }
                .into_any()
        })
        .collect_view();
    view! { {warnings} <h3>{pieces(page, &note.title)}</h3> {sections} }.into_any()
}

fn pieces(page: Page, pieces: &[Piece]) -> AnyView {
    let part = |piece: &Piece| match piece {
        Piece::Words(words) => Part::Text(words.clone()),
        Piece::Number(number) => Part::Number(figure(page, number)),
    };
    sentence(pieces.iter().map(part))
}

/// A number, which says where it comes from and leads to the view that shows it.
fn figure(page: Page, number: &Number) -> AnyView {
    let label = page.words().in_summary().to_owned();
    number_in_text(page, &number.figure, number.text.clone(), label, number.view.clone())
}

fn sources(note: &Note) -> AnyView {
    let line = |source: &note::SourceLine| {
        let text = source.text.clone();
        // Titles and what datasets say of their files are in their own language.
        let tag = Language::of_text(&text).tag();
        match &source.url {
            Some(url) => {
                view! { <li lang=tag><a href=url.clone() rel="noreferrer">{text}</a></li> }.into_any()
            }
            None => view! { <li lang=tag>{text}</li> }.into_any(),
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
                placeholder=" "
                lang=note.language.tag()
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
    /// What came of a file, in a sentence.
    Told(String),
}

/// A form in which a note is taken away. Not [`note::export`], which would have the page carry the note as JSON.
type Form = fn(&Note, Export) -> String;

/// The place of the button for an e-mail, which wants the note as HTML and as plain text.
const E_MAIL: usize = 1;

#[component]
fn Take(page: Page, note: Arc<Note>, own: RwSignal<String>) -> impl IntoView {
    let outcome: RwSignal<Option<Outcome>> = RwSignal::new(None);
    // Links to a file that only this browser has lead nowhere elsewhere.
    let base = move || match page.dataset_id().as_deref() == Some(YOUR_FILE) {
        true => String::new(),
        false => browser::page_address(""),
    };
    let taken = Arc::new(move |form: Form| {
        let own = own.get_untracked();
        form(&note, Export { interpretation: Some(&own), base: Some(&base()) })
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
    let save = move || {
        spawn_local(async move {
            let saved = saved(page, own.get_untracked(), base()).await;
            outcome.try_set(Some(Outcome::Told(saved.unwrap_or_else(|why| why))));
        });
    };
    view! {
        <div class="take">
            {copy_button(0, note::text)}
            {copy_button(E_MAIL, html)}
            {copy_button(2, markdown)}
            {button(live(move || page.words().save_as_word()), save)}
            <div role="status">
                {live(move || outcome.get().map(|outcome| match outcome {
                    Outcome::Copied(place) => page.words().copy_buttons().get(place).map(|(_, done)| *done).into_any(),
                    Outcome::Told(sentence) => sentence.into_any(),
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
        said.push(rule_name(sentence.rule, note.language, note.period.frequency()));
    }
    let labels = labels(note.language);
    let said = said.join(labels.between_rules);
    let unsaid = note.not_said.iter();
    let unsaid = unsaid
        .map(|u| {
            view! { <li><strong>{rule_name(u.rule, note.language, note.period.frequency())}</strong>{labels.colon}{labels.stop}{u.why.clone()}</li> }.into_any()
        })
        .collect_view();
    view! {
        <details class="rules">
            <summary>{words.said_and_unsaid()}</summary>
            <p lang=note.language.tag()><strong>{labels.said}{labels.colon}</strong>{labels.stop}{said}</p>
            <ul lang=note.language.tag()>{unsaid}</ul>
        </details>
    }
    .into_any()
}
