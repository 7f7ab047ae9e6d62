//! The worker that writes the month's note: its words are in no other module.

use std::cell::RefCell;
use std::rc::Rc;

use breakdown::Dataset;
use i18n::WorkerRefusal;
use js_sys::Array;
use messages::{NotesRequest, OpenForNotes, WriteDocument, WriteNote};
use note::{Export, Material, Note, document, write};
use takeaway::docx;
use view::resolve_filter;

use crate::given::given;
use crate::pieces::bytes_of;
use crate::serve::{Answer, Asked, attached, language, refused, serve, today};

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
                    let chosen = chosen(&asked).await?;
                    let note = written(&held, request, chosen.as_deref())?;
                    Answer::to::<WriteNote>(note, Array::new())
                }
                NotesRequest::Document(WriteDocument { note, own, base }) => {
                    let chosen = chosen(&asked).await?;
                    let name = file_name(&note);
                    let note = written(&held, note, chosen.as_deref())?;
                    let with = Export { interpretation: Some(&own), base: Some(&base) };
                    // What has no room in an archive has none in this memory either.
                    let bytes = docx(&document(&note, with, &today()));
                    let bytes = bytes.map_err(|_| refused(WorkerRefusal::NoRoom))?;
                    Answer::to::<WriteDocument>(name, attached(&bytes))
                }
            }
        }
    });
}

/// The sums of the rows that count, as bytes, where not all do.
async fn chosen(asked: &Asked) -> Result<Option<Vec<u8>>, String> {
    match asked.attachments.length() {
        0 => Ok(None),
        _ => Ok(Some(bytes_of(&asked.attachments.get(0)).await?.to_vec())),
    }
}

/// `tonnage-cn-aluminium-wire-cable-2025-04.docx`
fn file_name(note: &WriteNote) -> String {
    let dataset = note.view.dataset.as_deref().unwrap_or_default();
    format!("tonnage-{dataset}-{}.docx", note.period)
}

/// A note of the dataset that is held.
fn written(held: &Held, request: WriteNote, chosen: Option<&[u8]>) -> Result<Note, String> {
    let held = held.borrow();
    let dataset = held.as_ref().ok_or_else(|| refused(WorkerRefusal::NothingToWriteAbout))?;
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
    Ok(write(&material, language(), view.length))
}
