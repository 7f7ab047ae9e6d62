//! Reading a reader's own files: progress, what must be asked, and what came of it.

use std::sync::Arc;

use js_sys::Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;

use crate::browser::{self, WorkerHandle};
use crate::parts::button::button;
use crate::parts::live::live;
use crate::parts::notices::Waiting;
use crate::state::{DatasetOwner, Page};
use i18n::{Awaited, Failure, Keeping, Words};
use messages::{Answers, Finish, Finished, Kept, Questions, ReadFiles, ReadOutcome, Reading, Worker};
use model::{Flow, Period, write_shortest};
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
        let worker = self.page.worker(Worker::Files)?;
        self.worker.set_value(Some(worker.clone()));
        let tell = move |reading: Reading| {
            if self.turn.try_get_value() == Some(turn) {
                self.page.patience.renew();
                self.stage.set(Stage::Reading(reading));
            }
        };
        let read = worker.ask(ReadFiles, files, self.page.language_now(), tell).await;
        let (outcome, dataset) = read.map_err(|why| self.page.failure_of_worker(why))?;
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
        let worker = self.worker.get_value().ok_or_else(|| self.page.failure(Failure::FilesGone))?;
        let request = Finish { answers, title: self.title.get_untracked() };
        let (finished, dataset) = self.page.ask(&worker, request, Array::new()).await?;
        if self.turn.try_get_value() != Some(turn) {
            return Ok(());
        }
        self.show(finished, dataset).await
    }

    /// The dataset becomes the one that is shown; a worker that holds its rows takes the place of the one before.
    async fn show(self, mut finished: Finished, dataset: Array) -> Result<(), String> {
        let turn = self.turn.get_value();
        if let Ok(blob) = dataset.get(0).dyn_into::<web_sys::Blob>() {
            let rows = self.page.worker(Worker::Records)?;
            // The files are read: from here on giving up the import ends this one.
            self.worker.set_value(Some(rows.clone()));
            let shown = self.page.open(&rows, dataset, YOUR_FILE, DatasetOwner::Reader, None).await?;
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
        view! { <Waiting page what=Awaited::YourFiles on_again=move || import.again() on_cancel=move || import.close() /> }
    };
    let cancel = move || button(page.words().cancel().into_any(), move || import.close());
    let close = move || button(page.words().close().into_any(), move || import.close());
    live(move || {
        let words = page.words();
        let body = match import.stage.get() {
            Stage::Closed => return None,
            Stage::Reading(Reading { done, rows }) => view! {
                <label>
                    {words.reading_rows(rows)}
                    <progress max="1" value=write_shortest(done)></progress>
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
                <label>{words.making_dataset()}<progress></progress></label>
                {cancel()}
                {waiting()}
            }
            .into_any(),
            Stage::Done(finished) => view! { {report(words, &finished)} {close()} }.into_any(),
            Stage::Failed(sentence) => view! {
                <p role="alert">{sentence}</p>
                {button(words.try_again().into_any(), move || import.again())}
                " "
                {close()}
            }
            .into_any(),
        };
        Some(
            view! {
                <section id="import" class="import" tabindex="-1" aria-labelledby="import-title">
                    <h2 id="import-title">{words.files_title()}</h2>
                    <p class="caveat">{words.files_caveat()}</p>
                    {body}
                </section>
            }
            .into_any(),
        )
    })
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
    let page = import.page;
    let radio = move |value: Flow| {
        view! {
            <label>
                <input type="radio" name="flow" value=value.name() on:change=move |_| flow.set(Some(value)) />
                {live(move || page.words().flow_answer(value))}
            </label>
        }
    };
    let fields = questions.months.iter().enumerate().map(|(i, asked)| {
        let (file, guessed) = (asked.file.clone(), asked.month.is_some());
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
                {live(move || page.words().month_of_file(&file))} " "
                <input type="month" value=guess min="1995-01" max="2199-12" placeholder="2025-04" on:input=change />
                <span class="note">{live(move || page.words().month_note(guessed))}</span>
            </label>
        }.into_any()
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
                    <legend>{live(move || page.words().which_flow())}</legend>
                    {radio(Flow::Export)} {radio(Flow::Import)}
                </fieldset>
            }.into_any())}
            {fields.collect_view()}
            <label>
                {live(move || page.words().title_label())} " "
                <input type="text" maxlength="200" value=title on:input=move |e| import.title.set(event_target_value(&e)) />
            </label>
            <button type="submit" disabled=move || !ready()>{live(move || page.words().show_breakdown())}</button>
            {live(move || (!ready()).then(|| view! { <span class="note">" " {page.words().answer_first()}</span> }.into_any()))}
        </form>
    }
}

/// What came of the files.
fn report(words: &dyn Words, finished: &Finished) -> AnyView {
    let lines = finished
        .summary
        .iter()
        .map(|(name, text)| view! { <div><dt>{name.clone()}</dt><dd>{text.clone()}</dd></div> }.into_any());
    let keeping = match finished.kept {
        None => Keeping::Nothing,
        Some(Kept::Yes) => Keeping::Kept,
        Some(Kept::NoRoom) => Keeping::NoRoom,
        Some(Kept::NotAllowed) => Keeping::NotAllowed,
    };
    let count = finished.problems.len() as u64 + finished.more_problems;
    let problems = finished.problems.iter().map(|p| view! { <li>{p.clone()}</li> }.into_any());
    let more = finished.more_problems;
    let more = (more > 0).then(|| view! { <li>{words.and_more(more)}</li> }.into_any());
    view! {
        <p role="status">{words.outcome(keeping)}</p>
        <dl class="summary">{lines.collect_view()}</dl>
        {(count > 0).then(|| view! {
            <details class="problems" open=count < 20>
                <summary>{words.remarks(count)}</summary>
                <ul>{problems.collect_view()}{more}</ul>
            </details>
        }.into_any())}
    }
    .into_any()
}
