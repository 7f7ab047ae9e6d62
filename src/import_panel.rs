//! Reading a reader's own files: progress, what must be asked, and what came of it.

use std::sync::Arc;

use js_sys::Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::{Value, json};

use super::loading::REMEMBERED;
use super::opened::Opened;
use super::page::Page;
use super::state::{Dataset, Load};
use i18n::plain;
use model::{Flow, Period};
use view::{View, YOUR_FILE};
use crate::browser::{self, Engine};

/// Where an import stands.
#[derive(Clone, PartialEq)]
enum Stage {
    Closed,
    /// Of the bytes, how many are done; how many rows.
    Reading {
        done: f64,
        rows: f64,
    },
    /// What the files do not say.
    Asking(Arc<Questions>),
    Making,
    /// Lines of the summary, and what could not be used.
    Done(Arc<Told>),
    Failed(String),
}

#[derive(PartialEq)]
struct Questions {
    flow: bool,
    /// File and the month that its name speaks of.
    months: Vec<(String, String)>,
    title: String,
}

#[derive(PartialEq, Default)]
struct Told {
    summary: Vec<(String, String)>,
    problems: Vec<String>,
    more: u64,
    /// The browser keeps the dataset.
    kept: bool,
    /// Something could be used.
    shown: bool,
}

/// The panel: nothing until files are brought.
#[component]
pub fn ImportPanel(page: Page) -> impl IntoView {
    let stage = RwSignal::new(Stage::Closed);
    // A worker of its own: the dataset that is shown stays in the other until the import succeeds, and
    // ending this one ends the import at once.
    let worker: StoredValue<Option<Engine>, LocalStorage> = StoredValue::new_local(None);
    let stop = move || {
        if let Some(engine) = worker.get_value() {
            engine.stop();
        }
        worker.set_value(None);
    };
    Effect::new(move |_| {
        let Some(files) = page.files.get() else { return };
        stop();
        let Some(engine) = Engine::start() else {
            stage.set(Stage::Failed("This browser has no workers, which reading files needs.".to_owned()));
            return;
        };
        worker.set_value(Some(engine.clone()));
        stage.set(Stage::Reading { done: 0.0, rows: 0.0 });
        web::focus_later("#import");
        spawn_local(async move {
            let title = title_of(&files);
            let progress = move |text: &str| {
                let json: Value = serde_json::from_str(text).unwrap_or_default();
                let number = |field: &str| json.get(field).and_then(Value::as_f64).unwrap_or(0.0);
                let of = number("of");
                let done = if of > 0.0 { number("done") / of } else { 1.0 };
                stage.set(Stage::Reading { done, rows: number("rows") });
            };
            let answer = engine.ask("import", "null", &files, &Array::new(), progress).await;
            // Stopped, or other files were brought meanwhile.
            if stage.with_untracked(|s| !matches!(s, Stage::Reading { .. }))
                || page.files.get_untracked() != Some(files)
            {
                return;
            }
            match answer {
                Ok(answer) => match Opened::read(&answer) {
                    Some(opened) => show(page, stage, engine, opened, &answer.json, &title),
                    None => ask_or_finish(page, stage, engine, &answer.json, title),
                },
                Err(sentence) => stage.set(Stage::Failed(sentence)),
            }
        });
    });
    let cancel = move |_| {
        stop();
        page.files.set(None);
        stage.set(Stage::Closed);
    };
    let close = move |_| stage.set(Stage::Closed);
    move || {
        let body = match stage.get() {
            Stage::Closed => return None,
            Stage::Reading { done, rows } => view! {
                <label>
                    {format!("Reading: {} rows", plain(rows, 0, false))}
                    <progress max="1" value=done.to_string()></progress>
                </label>
                <button type="button" on:click=cancel>"Cancel"</button>
            }
            .into_any(),
            Stage::Asking(questions) => view! {
                <Form page stage questions worker />
                <button type="button" on:click=cancel>"Cancel"</button>
            }
            .into_any(),
            Stage::Making => view! { <label>"Adding up"<progress></progress></label> }.into_any(),
            Stage::Done(told) => view! {
                {report(&told)}
                <button type="button" on:click=close>"Close"</button>
            }
            .into_any(),
            Stage::Failed(sentence) => view! {
                <p role="alert">{sentence}</p>
                <button type="button" on:click=close>"Close"</button>
            }
            .into_any(),
        };
        Some(view! {
            <section id="import" class="import" tabindex="-1" aria-labelledby="import-title">
                <h2 id="import-title">"Your customs file"</h2>
                <p class="caveat">"It is read in this browser. Nothing of it is sent anywhere."</p>
                {body}
            </section>
        })
    }
}

/// A dataset's title until the reader gives another: the first file's name.
fn title_of(files: &Array) -> String {
    let name = js_sys::Reflect::get(&files.get(0), &"name".into()).ok().and_then(|n| n.as_string());
    let name = name.unwrap_or_default();
    name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem).to_owned()
}

/// Asks what must be asked; goes on at once where nothing must.
fn ask_or_finish(page: Page, stage: RwSignal<Stage>, engine: Engine, json: &str, title: String) {
    let json: Value = serde_json::from_str(json).unwrap_or_default();
    let flow = json.get("flow").and_then(Value::as_bool).unwrap_or(false);
    let months = json.get("months").and_then(Value::as_array).into_iter().flatten().map(|m| {
        let text = |field: &str| m.get(field).and_then(Value::as_str).unwrap_or_default().to_owned();
        (text("file"), text("guess"))
    });
    let months: Vec<(String, String)> = months.collect();
    if flow || !months.is_empty() {
        stage.set(Stage::Asking(Arc::new(Questions { flow, months, title })));
        web::focus_later("#import");
    } else {
        finish(page, stage, engine, json!({ "title": title }), title);
    }
}

#[component]
fn Form(
    page: Page,
    stage: RwSignal<Stage>,
    questions: Arc<Questions>,
    worker: StoredValue<Option<Engine>, LocalStorage>,
) -> impl IntoView {
    let flow: RwSignal<Option<Flow>> = RwSignal::new(None);
    let title = RwSignal::new(questions.title.clone());
    let months = RwSignal::new(questions.months.clone());
    let asks_flow = questions.flow;
    let ready = move || {
        let answered = months.with(|m| m.iter().all(|(_, month)| month.parse::<Period>().is_ok()));
        answered && (!asks_flow || flow.get().is_some())
    };
    let radio = move |value: Flow, text: &'static str| {
        view! {
            <label>
                <input type="radio" name="flow" value=value.name() on:change=move |_| flow.set(Some(value)) />
                {text}
            </label>
        }
    };
    let fields = questions.months.iter().enumerate().map(|(i, (file, guess))| {
        let note = match guess.is_empty() {
            true => "The file does not say it.",
            false => "A guess from the file’s name: the file itself does not say it.",
        };
        let change = move |event| {
            let value = event_target_value(&event);
            months.update(|m| {
                if let Some((_, month)) = m.get_mut(i) {
                    *month = value;
                }
            });
        };
        view! {
            <label>
                {format!("Month of {file} ")}
                <input type="month" value=guess.clone() min="1995-01" max="2199-12" placeholder="2025-04" on:input=change />
                <span class="note">{note}</span>
            </label>
        }
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(engine) = worker.get_value().filter(|_| ready()) else { return };
        let months = months.get_untracked();
        let months: Vec<Value> = months.iter().map(|(f, m)| json!({ "file": f, "month": m })).collect();
        let title = title.get_untracked();
        let answers = json!({
            "flow": flow.get_untracked().map(Flow::name),
            "months": months,
            "title": title,
        });
        finish(page, stage, engine, answers, title);
    };
    view! {
        <form on:submit=submit>
            {asks_flow.then(|| view! {
                <fieldset>
                    <legend>"Are these exports or imports? Customs files do not say it."</legend>
                    {radio(Flow::Export, "Exports")} {radio(Flow::Import, "Imports")}
                </fieldset>
            })}
            {fields.collect_view()}
            <label>
                "Title "
                <input type="text" maxlength="200" value=questions.title.clone() on:input=move |e| title.set(event_target_value(&e)) />
            </label>
            <button type="submit" disabled=move || !ready()>"Show the breakdown"</button>
            {move || (!ready()).then(|| view! { <span class="note">" Answer what is asked above first."</span> })}
        </form>
    }
}

fn finish(page: Page, stage: RwSignal<Stage>, engine: Engine, answers: Value, title: String) {
    stage.set(Stage::Making);
    spawn_local(async move {
        let answer = engine.ask("finish", &answers.to_string(), &Array::new(), &Array::new(), |_| {}).await;
        match answer {
            Err(sentence) => stage.set(Stage::Failed(sentence)),
            Ok(answer) => match Opened::read(&answer) {
                Some(opened) => show(page, stage, engine, opened, &answer.json, &title),
                None => stage.set(Stage::Done(Arc::new(told(&answer.json, false)))),
            },
        }
    });
}

/// The dataset becomes the one that is shown; its worker takes the place of the one before.
fn show(page: Page, stage: RwSignal<Stage>, engine: Engine, opened: Opened, json: &str, title: &str) {
    if let Some(before) = page.worker.get_value() {
        before.stop();
    }
    page.worker.set_value(Some(engine));
    page.turn.update_value(|turn| *turn += 1);
    let told = told(json, true);
    if told.kept {
        web::remember(REMEMBERED, Some(title));
    }
    stage.set(Stage::Done(Arc::new(told)));
    let view = View { dataset: Some(YOUR_FILE.to_owned()), ..View::default() };
    web::push(&view.to_query());
    page.open.set(None);
    page.link_notices.set(Vec::new());
    page.cube.set(None);
    page.dataset.set(Load::Ready(Arc::new(Dataset::of_records(opened, None, true))));
    page.view.set(view);
}

fn told(json: &str, shown: bool) -> Told {
    let json: Value = serde_json::from_str(json).unwrap_or_default();
    let list = |field: &str| json.get(field).and_then(Value::as_array).cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    Told {
        summary: list("summary")
            .iter()
            .filter_map(|pair| Some((text(pair.get(0)?), text(pair.get(1)?))))
            .collect(),
        problems: list("problems_of_files").iter().map(text).collect(),
        more: json.get("more_problems").and_then(Value::as_u64).unwrap_or(0),
        kept: json.get("kept").and_then(Value::as_bool).unwrap_or(false),
        shown,
    }
}

fn report(told: &Told) -> AnyView {
    let lines = told.summary.iter().map(|(name, text)| {
        view! { <div><dt>{name.clone()}</dt><dd>{text.clone()}</dd></div> }
    });
    let heading = match (told.shown, told.kept) {
        (false, _) => "Nothing of it could be used. What was shown before is still there.",
        (true, true) => {
            "Compare this with the source. The breakdown is below, and stays in this browser until you dismiss it."
        }
        (true, false) => {
            "Compare this with the source. This browser does not keep it: it is gone when the page is reloaded."
        }
    };
    let count = told.problems.len() as u64 + told.more;
    let problems = told.problems.iter().map(|p| view! { <li>{p.clone()}</li> });
    let more = (told.more > 0).then(|| view! { <li>{format!("and {} more", told.more)}</li> });
    view! {
        <p role="status">{heading}</p>
        <dl class="summary">{lines.collect_view()}</dl>
        {(count > 0).then(|| view! {
            <details class="problems" open=count < 20>
                <summary>{match count { 1 => "One remark".to_owned(), _ => format!("{count} remarks") }}</summary>
                <ul>{problems.collect_view()}{more}</ul>
            </details>
        })}
    }
    .into_any()
}
