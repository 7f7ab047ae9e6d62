//! The worker that makes files of tables: nothing that writes them is in any other module.

use i18n::{TakenWords, WorkerRefusal, taken_words};
use messages::{CROSSED, DownloadsRequest, MakeFile};
use records::Cross;
use report::Tables;
use takeaway::{NotWritten, written};
use view::resolve_filter;
use wasm_bindgen::JsValue;

use crate::given::given;
use crate::pieces::bytes_of;
use crate::serve::{Answer, Asked, Outcome, attached, refused, serve, today};

/// Starts the worker.
pub fn serve_downloads() {
    serve(|DownloadsRequest::Make(request), asked: Asked| async move {
        let file = bytes_of(&asked.attachments.get(0)).await?.to_vec();
        let chosen = came_along(&asked.attachments.get(1)).await?;
        let cross = came_along(&asked.attachments.get(2)).await?;
        made(request, &file, chosen, cross)
    });
}

/// Bytes that may have come along.
async fn came_along(attachment: &JsValue) -> Result<Option<Vec<u8>>, String> {
    match attachment.is_null() {
        true => Ok(None),
        false => bytes_of(attachment).await.map(|bytes| Some(bytes.to_vec())),
    }
}

/// A file and its name.
fn made(request: MakeFile, file: &[u8], chosen: Option<Vec<u8>>, cross: Option<Vec<u8>>) -> Outcome {
    let MakeFile { dataset, format, view, compared, period, language, address } = request;
    let dataset = &given(dataset, file)?;
    let words = taken_words(language);
    let other_version = || refused(WorkerRefusal::OtherVersion);
    let chosen = match (chosen, dataset.sums()) {
        (Some(bytes), Some(sums)) => {
            let filter = resolve_filter(&view, &sums.catalogue).0;
            Some(sums.chosen(&filter, &bytes).ok_or_else(other_version)?)
        }
        _ => None,
    };
    let cross = match cross {
        Some(bytes) => {
            let (down, across) = CROSSED;
            let cross = Cross::from_bytes(dataset.catalogue(), down, across, &bytes);
            Some(cross.ok_or_else(other_version)?)
        }
        None => None,
    };
    let (chosen, span) = (chosen.as_ref(), view.span);
    let tables = Tables { words, dataset, chosen, only: &view.chosen, period, span };
    let table = tables.of_view(&view, compared, cross.as_ref());
    let mut table = table.ok_or_else(|| words.no_table().to_owned())?;
    table.about.address = address;
    table.about.date = today();
    let name = tables.file_name(&view, compared, format);
    let bytes = written(table, format).map_err(|why| sentence(words, why))?;
    Answer::to::<MakeFile>(name, attached(&bytes))
}

fn sentence(words: &dyn TakenWords, why: NotWritten) -> String {
    match why {
        NotWritten::TooManyRows(rows) => words.too_many_rows(rows),
        NotWritten::TooLarge => words.workbook_too_large().to_owned(),
    }
}
