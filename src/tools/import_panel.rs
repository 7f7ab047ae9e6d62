//! Reading a reader's own files: what the worker for them asks and tells, drawn as it comes.

use js_sys::Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;

use crate::browser::{self, WorkerHandle};
use crate::parts::button::button;
use crate::parts::live::live;
use crate::parts::notices::Waiting;
use crate::parts::table::{cell, column, row, table};
use crate::state::{DatasetOwner, Page};
use i18n::{Awaited, Failure, Keeping};
use messages::{
    Columns, Field, FieldChoice, FieldKind, ImportFiles, Kept, Part, Reading, Said, Step, Table, Worker,
};
use model::write_shortest;
use view::YOUR_FILE;

/// Where an import stands.
#[derive(Clone)]
enum Stage {
    Closed,
    Reading(Reading),
    /// What is asked or told, and the files that its buttons give.
    Shown(Step, Array),
    Failed(String),
}

/// An import under way.
#[derive(Clone, Copy)]
struct Import {
    page: Page,
    stage: RwSignal<Stage, LocalStorage>,
    /// Which files count: what comes of older ones is dropped.
    turn: StoredValue<u32>,
    /// The step that is shown, so that what was answered stays there in another language.
    drawn: StoredValue<Option<Step>>,
    /// A worker of its own: ending it ends the import at once.
    worker: StoredValue<Option<WorkerHandle>, LocalStorage>,
}

impl Import {
    /// Reads files, and goes on as far as nothing must be asked.
    fn begin(self, files: Array, columns: Columns) {
        self.stop();
        match self.page.worker(Worker::Files) {
            Ok(worker) => self.worker.set_value(Some(worker)),
            Err(sentence) => return self.stage.set(Stage::Failed(sentence)),
        }
        self.go_on(ImportFiles::Read(columns), files);
    }

    /// Takes a step. While another choice is looked at, what is shown stays.
    fn go_on(self, request: ImportFiles, files: Array) {
        let turn = self.turn.get_value();
        let is_choice = matches!(request, ImportFiles::Choose(..));
        if !is_choice {
            self.stage.set(Stage::Reading(Reading { done: 0.0, rows: 0 }));
            browser::focus_later("#import");
        }
        self.page.patience.renew();
        spawn_local(async move {
            let end = self.step(request, files, turn).await;
            if self.turn.try_get_value() != Some(turn) {
                return;
            }
            self.page.patience.rest();
            match end {
                Ok((step, files)) => self.stage.set(Stage::Shown(step, files)),
                Err(sentence) => self.stage.set(Stage::Failed(sentence)),
            }
            if !is_choice {
                browser::focus_later("#import");
            }
        });
    }

    async fn step(self, request: ImportFiles, files: Array, turn: u32) -> Result<(Step, Array), String> {
        let worker = self.worker.get_value().ok_or_else(|| self.page.failure(Failure::FilesGone))?;
        let tell = move |reading: Reading| {
            if self.turn.try_get_value() == Some(turn) {
                self.page.patience.renew();
                self.stage.set(Stage::Reading(reading));
            }
        };
        let told = worker.ask(request, files, self.page.language_now(), tell).await;
        let (mut step, files) = told.map_err(|why| self.page.failure_of_worker(why))?;
        if let Some(end) = &mut step.end
            && let Some(kept) = end.kept
            && let Ok(blob) = files.get(0).dyn_into::<web_sys::Blob>()
        {
            // It becomes the dataset that is shown; a worker that holds its rows takes the place of the one before.
            let rows = self.page.worker(Worker::Records)?;
            // The files are read: from here on giving up the import ends this one.
            self.worker.set_value(Some(rows.clone()));
            let dataset = Array::of1(&blob);
            let shown = self.page.open(&rows, dataset, YOUR_FILE, DatasetOwner::Reader, None).await?;
            if self.turn.try_get_value() == Some(turn) {
                self.worker.set_value(None);
                let is_kept = kept == Kept::Yes;
                if !self.page.take_yours(blob, &end.title, is_kept) && is_kept {
                    end.kept = Some(Kept::NotAllowed);
                }
                self.page.show_yours(shown, rows);
            }
        }
        Ok((step, files))
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

    fn again(self, columns: Columns) {
        if let Some(files) = self.page.files.get_untracked() {
            self.begin(files, columns);
        }
    }
}

/// The panel: nothing until files are brought.
#[component]
pub fn ImportPanel(page: Page) -> impl IntoView {
    let import = Import {
        page,
        stage: RwSignal::new_local(Stage::Closed),
        turn: StoredValue::new(0),
        drawn: StoredValue::new(None),
        worker: StoredValue::new_local(None),
    };
    Effect::new(move |_| {
        if let Some(files) = page.files.get() {
            import.begin(files, Columns::Sure);
        }
    });
    let again = move || import.again(Columns::Sure);
    let cancel = move || button(page.words().cancel().into_any(), move || import.close());
    let close = move || button(page.words().close().into_any(), move || import.close());
    live(move || {
        let words = page.words();
        let body = match import.stage.get() {
            Stage::Closed => return None,
            Stage::Reading(Reading { done, rows }) => view! {
                <label>
                    {if done < 1.0 { words.reading_rows(rows) } else { words.making_dataset().to_owned() }}
                    <progress max="1" value=(done < 1.0).then(|| write_shortest(done))></progress>
                </label>
                {cancel()}
                <Waiting page what=Awaited::YourFiles on_again=again on_cancel=move || import.close() />
            }
            .into_any(),
            Stage::Shown(step, files) => {
                let Said { mut parts, go_on } =
                    step.said_in(page.language_now()).cloned().unwrap_or_default();
                let fields = fields_of(&mut parts).count();
                if import.drawn.with_value(|drawn| drawn.as_ref() == Some(&step)) {
                    let answers = browser::answers_so_far("#import form", fields).unwrap_or_default();
                    fields_of(&mut parts).zip(answers).for_each(|(field, answer)| field.value = answer);
                }
                let end = step.end.clone();
                import.drawn.set_value(Some(step));
                let parts = self::parts(import, parts, &files);
                match go_on {
                    Some(label) => view! {
                        <form
                            on:submit=move |event| {
                                let answers = browser::answers(&event, fields);
                                import.go_on(ImportFiles::Answer(answers), Array::new());
                            }
                            on:change=move |event| {
                                if let Some((list, value)) = browser::chosen_in_list(&event) {
                                    import.go_on(ImportFiles::Choose(list, value), Array::new());
                                }
                            }
                        >
                            {parts}
                            <button type="submit">{label}</button>
                        </form>
                        {cancel()}
                    }
                    .into_any(),
                    None => {
                        let keeping = match end.and_then(|end| end.kept) {
                            None => Keeping::Nothing,
                            Some(Kept::Yes) => Keeping::Kept,
                            Some(Kept::NoRoom) => Keeping::NoRoom,
                            Some(Kept::NotAllowed) => Keeping::NotAllowed,
                        };
                        view! { <p role="status">{words.outcome(keeping)}</p> {parts} {close()} }.into_any()
                    }
                }
            }
            Stage::Failed(sentence) => view! {
                <p role="alert">{sentence}</p>
                {button(words.try_again().into_any(), again)}
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

/// What is asked, in its order.
fn fields_of(parts: &mut [Part]) -> impl Iterator<Item = &mut Field> {
    parts.iter_mut().filter_map(|part| if let Part::Field(field) = part { Some(field) } else { None })
}

/// What is asked or told, in its order. Fields are called by their numbers.
fn parts(import: Import, parts: Vec<Part>, files: &Array) -> Vec<AnyView> {
    let mut fields = 0..;
    let mut draw = |part| match part {
        Part::Heading(text) => view! { <h3>{text}</h3> }.into_any(),
        Part::Note(text) => view! { <p class="note">{text}</p> }.into_any(),
        Part::Facts(facts) => {
            let fact = |(name, text)| view! { <div><dt>{name}</dt><dd>{text}</dd></div> }.into_any();
            view! { <dl class="summary">{facts.into_iter().map(fact).collect_view()}</dl> }.into_any()
        }
        Part::List { title, items } => {
            let is_short = items.len() < 20;
            let item = |text| view! { <li>{text}</li> }.into_any();
            view! {
                <details class="problems" open=is_short>
                    <summary>{title}</summary>
                    <ul>{items.into_iter().map(item).collect_view()}</ul>
                </details>
            }
            .into_any()
        }
        Part::Table(table) => drawn_table(table),
        Part::Field(field) => drawn_field(fields.next().unwrap_or(0_u32).to_string(), field),
        Part::Download { label, name, attachment } => {
            let file = files.get(attachment);
            button(label.into_any(), move || {
                if let Some(blob) = file.dyn_ref() {
                    browser::download_blob(&name, blob);
                }
            })
        }
        Part::Again { label, columns } => button(label.into_any(), move || import.again(columns.clone())),
    };
    parts.into_iter().map(&mut draw).collect()
}

/// A table. Lists in its heads are called by their column and their place there.
fn drawn_table(data: Table) -> AnyView {
    let heads = data.heads.into_iter().enumerate().map(|(place, head)| {
        let list = |(what, field)| drawn_list(format!("{place}/{what}"), field);
        let lists = head.lists.into_iter().enumerate().map(list).collect_view();
        column("", view! { <span>{head.name}</span> {lists} }.into_any())
    });
    let rows = data.rows.into_iter().map(|cells| {
        let cells = cells.into_iter().map(|data| match data.told {
            None => cell("", data.text.into_any()),
            Some(told) => {
                let heard = view! { <span class="hidden">{told.clone()}</span> };
                cell("", view! { <span aria-hidden="true" title=told>{data.text}</span> {heard} }.into_any())
            }
        });
        row("", cells.collect())
    });
    let label = data.caption.clone();
    view! {
        <div class="read" tabindex="0" role="group" aria-label=label>
            {table("", data.caption, heads.collect(), rows.collect())}
        </div>
    }
    .into_any()
}

fn drawn_field(name: String, field: Field) -> AnyView {
    let kind = match field.kind {
        FieldKind::Few => {
            let choice = |choice: FieldChoice| {
                let samples = choice.samples.into_iter();
                let samples = samples.map(|sample| view! { <span class="note">{sample}</span> }.into_any());
                view! {
                    <label>
                        <span>
                            <input type="radio" name=name.clone() required=field.is_required checked=choice.value == field.value value=choice.value />
                            {choice.label}
                        </span>
                        {samples.collect_view()}
                    </label>
                }
                .into_any()
            };
            return view! {
                <fieldset>
                    <legend>{field.label}</legend>
                    {field.choices.into_iter().map(choice).collect_view()}
                </fieldset>
            }
            .into_any();
        }
        FieldKind::List => {
            let label = field.label.clone();
            return view! { <label>{label} " " {drawn_list(name, field)}</label> }.into_any();
        }
        FieldKind::Month => "month",
        FieldKind::Text => "text",
    };
    let is_month = field.kind == FieldKind::Month;
    view! {
        <label>
            {field.label} " "
            <input
                type=kind
                name=name
                required=field.is_required
                value=field.value
                maxlength="200"
                placeholder=is_month.then_some("2025-04")
            />
            <span class="note">{field.note}</span>
        </label>
    }
    .into_any()
}

fn drawn_list(name: String, field: Field) -> AnyView {
    let nothing = (field.is_required && field.value.is_empty())
        .then(|| view! { <option value=""></option> }.into_any());
    let option = |choice: FieldChoice| {
        let is_chosen = choice.value == field.value;
        view! { <option value=choice.value prop:selected=is_chosen>{choice.label}</option> }.into_any()
    };
    view! {
        <select name=name required=field.is_required aria-label=field.label>
            {nothing}
            {field.choices.into_iter().map(option).collect_view()}
        </select>
    }
    .into_any()
}
