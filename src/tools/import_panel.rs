//! Reading a reader's own files: progress, what must be asked, and what came of it.

use std::sync::Arc;

use js_sys::Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;

use crate::browser::{self, WorkerHandle};
use crate::parts::notices::Waiting;
use crate::state::{self, Origin, Page};
use i18n::english::plain;
use messages::{Answers, Finish, Finished, Kept, Questions, ReadFiles, ReadOutcome, Reading, Worker};
use model::{Flow, Period};
use view::YOUR_FILE;

/// Where an import stands.
#[derive(Clone, PartialEq)]
enum Stage {
    Closed,
    Reading(Reading),
    /// What the files do not say.
    Asking(Arc<Questions>),
    Making,
    Done(Arc<Finished>),
    Failed(String),
}

/// An import under way.
#[derive(Clone, Copy)]
struct Import {
    page: Page,
    stage: RwSignal<Stage>,
    /// The dataset's title until the reader gives another: the first file's name.
    title: RwSignal<String>,
    /// Which files count: what comes of older ones is dropped.
    turn: StoredValue<u32>,
    /// A worker of its own: ending it ends the import at once.
    worker: StoredValue<Option<WorkerHandle>, LocalStorage>,
}

impl Import {
    /// Reads files, and goes on as far as nothing must be asked.
    fn begin(self, files: Array) {
        self.stop();
        let turn = self.turn.get_value();
        self.title.set(browser::name_of(&files));
        self.stage.set(Stage::Reading(Reading { done: 0.0, rows: 0 }));
        self.page.patience.renew();
        browser::focus_later("#import");
        spawn_local(async move {
            let end = self.read(files, turn).await;
            self.end(turn, end);
        });
    }

    async fn read(self, files: Array, turn: u32) -> Result<(), String> {
        let worker = WorkerHandle::start(Worker::Files).map_err(|why| why.to_string())?;
        self.worker.set_value(Some(worker.clone()));
        let tell = move |reading: Reading| {
            if self.turn.try_get_value() == Some(turn) {
                self.page.patience.renew();
                self.stage.set(Stage::Reading(reading));
            }
        };
        let (outcome, dataset) = worker.ask(ReadFiles, files, tell).await.map_err(|why| why.to_string())?;
        if self.turn.try_get_value() != Some(turn) {
            return Ok(());
        }
        match outcome {
            ReadOutcome::Dataset(kept) => {
                let finished = Finished {
                    summary: Vec::new(),
                    problems: Vec::new(),
                    more_problems: 0,
                    kept: Some(kept),
                };
                self.show(finished, dataset).await
            }
            ReadOutcome::Tables(questions) if questions.are_none() => {
                self.make(Answers::default(), turn).await
            }
            ReadOutcome::Tables(questions) => {
                self.page.patience.rest();
                self.stage.set(Stage::Asking(Arc::new(questions)));
                browser::focus_later("#import");
                Ok(())
            }
        }
    }

    /// Goes on with what was asked.
    fn answer(self, answers: Answers) {
        let turn = self.turn.get_value();
        spawn_local(async move {
            let end = self.make(answers, turn).await;
            self.end(turn, end);
        });
    }

    async fn make(self, answers: Answers, turn: u32) -> Result<(), String> {
        self.stage.set(Stage::Making);
        self.page.patience.renew();
        let worker = self.worker.get_value().ok_or("The files are no longer there. Open them again.")?;
        let request = Finish { answers, title: self.title.get_untracked() };
        let (finished, dataset) =
            worker.ask(request, Array::new(), |()| {}).await.map_err(|why| why.to_string())?;
        if self.turn.try_get_value() != Some(turn) {
            return Ok(());
        }
        self.show(finished, dataset).await
    }

    /// The dataset becomes the one that is shown; a worker that holds its rows takes the place of the one before.
    async fn show(self, mut finished: Finished, dataset: Array) -> Result<(), String> {
        let turn = self.turn.get_value();
        if let Ok(blob) = dataset.get(0).dyn_into::<web_sys::Blob>() {
            let rows = WorkerHandle::start(Worker::Records).map_err(|why| why.to_string())?;
            // The files are read: from here on giving up the import ends this one.
            self.worker.set_value(Some(rows.clone()));
            let shown = state::open(&rows, dataset, YOUR_FILE, Origin::Reader, None).await?;
            if self.turn.try_get_value() != Some(turn) {
                return Ok(());
            }
            self.worker.set_value(None);
            let title = self.title.get_untracked();
            let is_kept = finished.kept == Some(Kept::Yes);
            let stays = self.page.take_yours(blob, &title, is_kept);
            if is_kept && !stays {
                finished.kept = Some(Kept::NotAllowed);
            }
            self.page.show_yours(shown, rows);
        }
        self.page.patience.rest();
        self.stage.set(Stage::Done(Arc::new(finished)));
        browser::focus_later("#import");
        Ok(())
    }

    fn end(self, turn: u32, end: Result<(), String>) {
        if self.turn.try_get_value() == Some(turn)
            && let Err(sentence) = end
        {
            self.page.patience.rest();
            self.stage.set(Stage::Failed(sentence));
        }
    }

    /// Whatever is under way no longer counts.
    fn stop(self) {
        self.turn.update_value(|turn| *turn += 1);
        if let Some(worker) = self.worker.get_value() {
            worker.stop();
        }
        self.worker.set_value(None);
        self.page.patience.rest();
    }

    fn close(self) {
        self.stop();
        self.stage.set(Stage::Closed);
        browser::focus_later("#content");
    }

    fn again(self) {
        if let Some(files) = self.page.files.get_untracked() {
            self.begin(files);
        }
    }
}

/// The panel: nothing until files are brought.
#[component]
pub fn ImportPanel(page: Page) -> impl IntoView {
    let import = Import {
        page,
        stage: RwSignal::new(Stage::Closed),
        title: RwSignal::new(String::new()),
        turn: StoredValue::new(0),
        worker: StoredValue::new_local(None),
    };
    Effect::new(move |_| {
        if let Some(files) = page.files.get() {
            import.begin(files);
        }
    });
    let waiting = move || {
        view! { <Waiting page what="your files" on_again=move || import.again() on_cancel=move || import.close() /> }
    };
    let cancel = move || view! { <button type="button" on:click=move |_| import.close()>"Cancel"</button> };
    let close = move || view! { <button type="button" on:click=move |_| import.close()>"Close"</button> };
    move || {
        let body = match import.stage.get() {
            Stage::Closed => return None,
            Stage::Reading(Reading { done, rows }) => view! {
                <label>
                    {format!("Reading: {} rows", plain(rows as f64, 0, false))}
                    <progress max="1" value=done.to_string()></progress>
                </label>
                {cancel()}
                {waiting()}
            }
            .into_any(),
            Stage::Asking(questions) => view! {
                <Form import questions />
                {cancel()}
            }
            .into_any(),
            Stage::Making => view! {
                <label>"Adding up"<progress></progress></label>
                {cancel()}
                {waiting()}
            }
            .into_any(),
            Stage::Done(finished) => view! { {report(&finished)} {close()} }.into_any(),
            Stage::Failed(sentence) => view! {
                <p role="alert">{sentence}</p>
                <button type="button" on:click=move |_| import.again()>"Try again"</button>
                " "
                {close()}
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

#[component]
fn Form(import: Import, questions: Arc<Questions>) -> impl IntoView {
    let flow: RwSignal<Option<Flow>> = RwSignal::new(None);
    let months = RwSignal::new(questions.months.clone());
    let asks_flow = questions.flow;
    let ready = move || {
        let answered = months.with(|months| months.iter().all(|m| m.month.is_some()));
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
    let fields = questions.months.iter().enumerate().map(|(i, asked)| {
        let note = match asked.month {
            None => "The file does not say it.",
            Some(_) => "A guess from the file’s name: the file itself does not say it.",
        };
        let change = move |event| {
            let month = event_target_value(&event).parse::<Period>().ok();
            months.update(|months| {
                if let Some(asked) = months.get_mut(i) {
                    asked.month = month;
                }
            });
        };
        let guess = asked.month.map(|m| m.to_string()).unwrap_or_default();
        view! {
            <label>
                {format!("Month of {} ", asked.file)}
                <input type="month" value=guess min="1995-01" max="2199-12" placeholder="2025-04" on:input=change />
                <span class="note">{note}</span>
            </label>
        }
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if ready() {
            import.answer(Answers { flow: flow.get_untracked(), months: months.get_untracked() });
        }
    };
    let title = import.title.get_untracked();
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
                <input type="text" maxlength="200" value=title on:input=move |e| import.title.set(event_target_value(&e)) />
            </label>
            <button type="submit" disabled=move || !ready()>"Show the breakdown"</button>
            {move || (!ready()).then(|| view! { <span class="note">" Answer what is asked above first."</span> })}
        </form>
    }
}

/// What came of the files.
fn report(finished: &Finished) -> AnyView {
    let lines = finished.summary.iter().map(|(name, text)| {
        view! { <div><dt>{name.clone()}</dt><dd>{text.clone()}</dd></div> }
    });
    let heading = match finished.kept {
        None => "Nothing of it could be used. What was shown before is still there.",
        Some(Kept::Yes) => {
            "Compare this with the source. The breakdown is below, and stays in this browser until you remove it."
        }
        Some(Kept::NoRoom) => {
            "Compare this with the source. The browser has no room to keep it: it is gone when the page is reloaded. Download it as a dataset to have it again."
        }
        Some(Kept::NotAllowed) => {
            "Compare this with the source. This browser does not keep it, as in a private window: it is gone when the page is reloaded. Download it as a dataset to have it again."
        }
    };
    let count = finished.problems.len() as u64 + finished.more_problems;
    let problems = finished.problems.iter().map(|p| view! { <li>{p.clone()}</li> });
    let more = finished.more_problems;
    let more = (more > 0).then(|| view! { <li>{format!("and {more} more")}</li> });
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
