//! The worker for a reader's own files: reads them, asks what they do not say, makes a dataset of records
//! of them and keeps it in this browser.

use std::cell::RefCell;
use std::fmt::{self, Write};
use std::rc::Rc;

use ::dataset::{RECORDS_FORMAT, write_records};
use i18n::WorkerRefusal;
use import::{LARGEST_FILE, LARGEST_SUM, Source};
use intake::{Brought, KeptColumns, Reply, Session};
use js_sys::{Array, Uint8Array};
use messages::{Columns, End, FilesRequest, Forget, ImportFiles, Reading, Restore, Restored, Step};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::JsValue;
use web_sys::{Blob, BlobPropertyBag, File};

use crate::decode::decode;
use crate::pieces::OnDisk;
use crate::serve::{Answer, Asked, Outcome, language, refused, serve};
use crate::store;

/// Rows between two words on the progress: a few milliseconds of work.
const SLICE: usize = 20_000;
/// Where a dataset of this site's own format says so.
const BEGINNING: usize = 200;

/// Files that wait for answers.
type Open = Rc<RefCell<Option<Session>>>;

/// Starts the worker.
pub fn serve_files() {
    let open = Open::default();
    serve(move |request, asked| {
        let open = open.clone();
        async move {
            match request {
                FilesRequest::Import(request) => import(&open, request, &asked).await,
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

/// Takes a step of an import, telling of the progress.
async fn import(open: &Open, request: ImportFiles, asked: &Asked) -> Outcome {
    match request {
        ImportFiles::Read(columns) => match begin(&columns, &asked.attachments).await? {
            Begun::Dataset(file) => {
                let title = stem(&file.name());
                let kept = Some(store::keep(&file).await);
                let step = Step { end: Some(End { title, kept }), ..Step::default() };
                Answer::to::<ImportFiles>(step, Array::of1(&file))
            }
            Begun::Session(session) => go_on(open, *session, asked).await,
        },
        ImportFiles::Answer(answers) => {
            let mut session = open.take().ok_or_else(|| refused(WorkerRefusal::FilesGone))?;
            session.answer(answers);
            go_on(open, session, asked).await
        }
        ImportFiles::Choose(list, value) => {
            let chosen = open.borrow_mut().as_mut().and_then(|session| session.choose(&list, &value));
            reply(chosen.ok_or_else(|| refused(WorkerRefusal::FilesGone))?).await
        }
    }
}

/// What files turned out to be.
enum Begun {
    /// A dataset of records already.
    Dataset(File),
    Session(Box<Session>),
}

/// Takes files in.
async fn begin(columns: &Columns, attachments: &Array) -> Result<Begun, String> {
    let files: Vec<File> = attachments.iter().filter_map(|file| file.dyn_into().ok()).collect();
    let sizes = files.iter().map(|file| file.size());
    let together: f64 = sizes.filter(|size| *size <= LARGEST_FILE as f64).sum();
    if together > LARGEST_SUM as f64 {
        return Err(refused(WorkerRefusal::FilesTooLarge));
    }
    let mut brought = Vec::new();
    for file in files {
        let name = file.name();
        if file.size() > LARGEST_FILE as f64 {
            brought.push(Brought { name, bytes: None });
            continue;
        }
        let bytes = Source::outside(OnDisk::new(file.clone())?);
        if is_dataset(&bytes) {
            return Ok(Begun::Dataset(file));
        }
        brought.push(Brought { name, bytes: Some(bytes) });
    }
    let kept = KeptColumns::read(&store::columns().await.unwrap_or_default());
    let session = Session::begin(decode, brought, kept, columns);
    Ok(Begun::Session(Box::new(session)))
}

/// A file's name without its ending.
fn stem(name: &str) -> String {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()
}

/// Reads on until something is asked, or to the end.
async fn go_on(open: &Open, mut session: Session, asked: &Asked) -> Outcome {
    loop {
        let progress = session.advance(SLICE);
        let done = if progress.of > 0 { progress.done as f64 / progress.of as f64 } else { 1.0 };
        let done = if progress.finished { 1.0 } else { done };
        asked.tell::<ImportFiles>(Reading { done, rows: progress.rows });
        if progress.finished {
            break;
        }
    }
    let step = session.step(language()).ok_or_else(|| refused(WorkerRefusal::FilesGone))?;
    if let Some(columns) = session.changed_columns() {
        // Where the browser keeps nothing they are asked for again.
        let _ = store::keep_columns(&columns).await;
    }
    if step.step.end.is_none() {
        open.replace(Some(session));
    }
    reply(step).await
}

/// Hands out what came of a step; a dataset is kept.
async fn reply(Reply { mut step, files, records }: Reply) -> Outcome {
    let attachments = Array::new();
    let no_room = || refused(WorkerRefusal::NoRoom);
    if let Some(records) = records {
        let mut pieces = Pieces::default();
        write_records(&records, &mut pieces).map_err(|_| no_room())?;
        drop(records);
        let blob = pieces.blob("application/json").map_err(|_| no_room())?;
        if let Some(end) = &mut step.end {
            end.kept = Some(store::keep(&blob).await);
        }
        attachments.push(&blob);
    }
    for file in files {
        let mut pieces = Pieces::default();
        pieces.write_str(&file).map_err(|_| no_room())?;
        let blob = pieces.blob("text/plain").map_err(|_| no_room())?;
        attachments.push(&blob);
    }
    Answer::to::<ImportFiles>(step, attachments)
}

/// Whether a file says that it is a dataset of records.
fn is_dataset(file: &Source) -> bool {
    let beginning = file.beginning(BEGINNING).unwrap_or_default();
    let wanted = RECORDS_FORMAT.as_bytes();
    beginning.windows(wanted.len()).any(|w| w == wanted)
}

/// Bytes of a text that are held here before the browser holds them.
const PIECE: usize = 1 << 20;

/// A text that goes to the browser a piece at a time, so that this worker never has the whole of it.
#[derive(Default)]
struct Pieces {
    begun: String,
    /// A blob each.
    held: Array,
}

impl Pieces {
    fn hand_over(&mut self) -> Result<(), JsValue> {
        let bytes = Uint8Array::from(self.begun.as_bytes());
        let piece = Blob::new_with_u8_array_sequence(&Array::of1(&bytes))?;
        self.held.push(&piece);
        self.begun.clear();
        Ok(())
    }

    /// All of it as a blob: the browser holds it, and passing it on copies nothing.
    fn blob(mut self, kind: &str) -> Result<Blob, JsValue> {
        self.hand_over()?;
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        Blob::new_with_blob_sequence_and_options(&self.held, &options)
    }
}

impl Write for Pieces {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.begun.push_str(text);
        if self.begun.len() >= PIECE { self.hand_over().map_err(|_| fmt::Error) } else { Ok(()) }
    }
}
