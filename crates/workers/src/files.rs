//! The worker for a reader's own files: reads them, asks what they do not say, makes a dataset of records
//! of them and keeps it in this browser.

use std::cell::RefCell;
use std::rc::Rc;

use ::dataset::{RECORDS_FORMAT, write_records};
use i18n::{WorkerRefusal, import_problem, import_remarks, import_words, summary_lines};
use import::{About, Given, Import, LARGEST_FILE, LARGEST_SUM, Options};
use js_sys::{Array, Uint8Array};
use messages::{
    Answers, FilesRequest, Finish, Finished, Forget, MonthOf, Questions, ReadFiles, ReadOutcome, Reading,
    Restore, Restored,
};
use model::{Catalogue, Name};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::JsValue;
use web_sys::{Blob, BlobPropertyBag, File};

use crate::decode::decode;
use crate::pieces::bytes_of;
use crate::serve::{Answer, Asked, Outcome, language, refused, serve};
use crate::store;

/// Rows between two words on the progress: a few milliseconds of work.
const SLICE: usize = 20_000;
/// Where a dataset of this site's own format says so.
const BEGINNING: u32 = 200;

/// Files that were read and wait for answers.
type Waiting = Rc<RefCell<Option<Import>>>;

/// Starts the worker.
pub fn serve_files() {
    let waiting = Waiting::default();
    serve(move |request, asked| {
        let waiting = waiting.clone();
        async move {
            match request {
                FilesRequest::Read(ReadFiles) => read(&waiting, &asked).await,
                FilesRequest::Finish(Finish { answers, title }) => finish(&waiting, answers, &title).await,
                FilesRequest::Restore(Restore) => {
                    let found = store::kept().await.map_err(|_| refused(WorkerRefusal::NotKept))?;
                    let blob = found.iter().collect::<Array>();
                    Answer::to::<Restore>(Restored { found: found.is_some() }, blob)
                }
                FilesRequest::Forget(Forget) => {
                    store::forget().await.map_err(|_| refused(WorkerRefusal::NotKept))?;
                    Answer::to::<Forget>((), Array::new())
                }
            }
        }
    });
}

/// Reads files, telling of the progress.
async fn read(waiting: &Waiting, asked: &Asked) -> Outcome {
    let mut import = Import::new(Options { decode, ..Options::default() });
    let files: Vec<File> = asked.attachments.iter().filter_map(|file| file.dyn_into().ok()).collect();
    let sizes = files.iter().map(|file| file.size());
    let together: f64 = sizes.filter(|size| *size <= LARGEST_FILE as f64).sum();
    if together > LARGEST_SUM as f64 {
        return Err(refused(WorkerRefusal::FilesTooLarge));
    }
    for file in files {
        if file.size() > LARGEST_FILE as f64 {
            import.refuse_large(&file.name());
            continue;
        }
        let bytes = bytes_of(&file).await.map_err(|why| format!("{}: {why}", file.name()))?;
        if is_dataset(&bytes) {
            let kept = store::keep(&file).await;
            return Answer::to::<ReadFiles>(ReadOutcome::Dataset(kept), Array::of1(&file));
        }
        import.add(&file.name(), bytes.to_vec());
    }
    loop {
        let progress = import.advance(SLICE);
        let done = if progress.of > 0 { progress.done as f64 / progress.of as f64 } else { 1.0 };
        asked.tell::<ReadFiles>(Reading { done, rows: progress.rows });
        if progress.finished {
            let questions = questions(&import);
            waiting.replace(Some(import));
            return Answer::to::<ReadFiles>(ReadOutcome::Tables(questions), Array::new());
        }
    }
}

/// Whether a file says that it is a dataset of records.
fn is_dataset(bytes: &Uint8Array) -> bool {
    let beginning = bytes.subarray(0, BEGINNING).to_vec();
    let wanted = RECORDS_FORMAT.as_bytes();
    beginning.windows(wanted.len()).any(|w| w == wanted)
}

/// What the page should ask.
fn questions(import: &Import) -> Questions {
    let mut questions = Questions::default();
    for question in import.questions() {
        match question.about {
            About::Flow => questions.flow = true,
            About::Month => questions.months.push(MonthOf {
                file: question.file.unwrap_or_default(),
                month: question.guess.and_then(|month| month.parse().ok()),
            }),
            _ => {}
        }
    }
    questions
}

/// Makes a dataset of what was read and keeps it.
async fn finish(waiting: &Waiting, answers: Answers, title: &str) -> Outcome {
    let mut import = waiting.take().ok_or_else(|| refused(WorkerRefusal::FilesGone))?;
    let flow = answers.flow.map(|flow| Given::new(About::Flow, flow.name()));
    let months = answers.months.iter().filter_map(|MonthOf { file, month }| {
        Some(Given::of_file(About::Month, file, &(*month)?.to_string()))
    });
    for given in flow.into_iter().chain(months) {
        // The page sends what its own fields hold: a flow and months.
        let _ = import.answer(given);
    }
    let words = import_words(language());
    let name = |en: &str| Name { en: en.to_owned(), zh: String::new() };
    let outcome =
        import.finish(Catalogue { id: "your-file".to_owned(), title: name(title), ..Catalogue::default() });
    let mut finished = Finished {
        summary: summary_lines(words, &outcome.summary),
        problems: outcome.problems.iter().map(|problem| import_problem(words, problem)).collect(),
        more_problems: outcome.more_problems,
        kept: None,
    };
    let mut dataset = Array::new();
    let remarks = import_remarks(words, &outcome);
    if let Some(mut records) = outcome.records {
        records.provenance.remarks = remarks;
        let blob = blob_of(&write_records(&records))?;
        finished.kept = Some(store::keep(&blob).await);
        dataset = Array::of1(&blob);
    }
    Answer::to::<Finish>(finished, dataset)
}

/// A text as a blob: the browser holds it, and passing it on copies nothing.
fn blob_of(text: &str) -> Result<Blob, String> {
    let options = BlobPropertyBag::new();
    options.set_type("application/json");
    let parts: JsValue = Array::of1(&text.into()).into();
    Blob::new_with_str_sequence_and_options(&parts, &options).map_err(|_| refused(WorkerRefusal::NoRoom))
}
