//! The worker that writes the month's note: its words are in no other module.

use std::cell::RefCell;
use std::rc::Rc;

use breakdown::Dataset;
use i18n::WorkerRefusal;
use js_sys::Array;
use messages::{NotesRequest, OpenForNotes, WriteNote};
use note::{Material, write};
use view::resolve_filter;

use crate::given::given;
use crate::pieces::bytes_of;
use crate::serve::{Answer, Asked, Outcome, language, refused, serve};

/// The dataset that is written about.
type Held = Rc<RefCell<Option<Dataset>>>;

/// Starts the worker.
pub fn serve_notes() {
    let held = Held::default();
    serve(move |request, asked: Asked| {
        let held = held.clone();
        async move {
            match request {
                NotesRequest::Open(OpenForNotes(sent)) => {
                    let bytes = bytes_of(&asked.attachments.get(0)).await?.to_vec();
                    held.replace(Some(given(sent, &bytes)?));
                    Answer::to::<OpenForNotes>((), Array::new())
                }
                NotesRequest::Write(request) => {
                    let chosen = match asked.attachments.length() {
                        0 => None,
                        _ => Some(bytes_of(&asked.attachments.get(0)).await?.to_vec()),
                    };
                    match &*held.borrow() {
                        Some(dataset) => written(dataset, request, chosen.as_deref()),
                        None => Err(refused(WorkerRefusal::NothingToWriteAbout)),
                    }
                }
            }
        }
    });
}

/// A note. `chosen` are the sums of the rows that count, as bytes, where not all do.
fn written(dataset: &Dataset, request: WriteNote, chosen: Option<&[u8]>) -> Outcome {
    let WriteNote { period, view } = request;
    let chosen = match (chosen, dataset.sums()) {
        (Some(bytes), Some(sums)) => {
            let filter = resolve_filter(&view, &sums.catalogue).0;
            let chosen = sums.chosen(&filter, bytes);
            Some(chosen.ok_or_else(|| refused(WorkerRefusal::OtherVersion))?)
        }
        _ => None,
    };
    let mut material = Material::new(dataset, chosen.as_ref(), period);
    if let Some(link) = view.dataset {
        material.link = link;
    }
    if dataset.is_recorded() {
        material.chosen = view.chosen;
    }
    Answer::to::<WriteNote>(write(&material, language(), view.length), Array::new())
}
