//! What the page and its workers say to each other.
//!
//! A worker is asked with one of its requests and answers with what [`Ask::Answer`] says, after any number
//! of [`Ask::Progress`]. All of these travel as bytes ([`to_bytes`]), large things (files, sums) beside them,
//! unchanged. Page and workers are built together, so that no version and no field is named.

/// Makes a struct one of a worker's requests: `asks!(All, Variant, Struct => Answer, Progress)`.
macro_rules! asks {
    ($all:ident, $variant:ident, $request:ident => $answer:ty) => {
        asks!($all, $variant, $request => $answer, ());
    };
    ($all:ident, $variant:ident, $request:ident => $answer:ty, $progress:ty) => {
        impl From<$request> for $all {
            fn from(request: $request) -> $all {
                $all::$variant(request)
            }
        }

        impl $crate::Ask for $request {
            type Request = $all;
            type Answer = $answer;
            type Progress = $progress;
        }
    };
}

mod dataset;
mod downloads;
mod factcheck;
mod files;
mod notes;
mod records;

pub use dataset::SentDataset;
pub use downloads::{DownloadsRequest, MakeFile};
pub use factcheck::{
    AddArticle, CheckText, Checked, Excerpt, FactcheckRequest, Form, Noted, OpenDataset, Settle, WriteArticle,
};
pub use files::{
    Cell, Columns, DATABASE, End, Field, FieldChoice, FieldKind, FilesRequest, Forget, Head, ImportFiles,
    Kept, Part, Reading, Restore, Restored, Said, Step, Table,
};
pub use notes::{NotesRequest, OpenForNotes, WriteDocument, WriteNote};
pub use records::{CROSSED, CrossRows, OpenRecords, Opened, RecordsRequest, SumRows};
pub use takeaway::Format;

use serde::Serialize;
use serde::de::DeserializeOwned;

/// A request, an answer or a progress as bytes. JSON, which names every field, takes twice as much of a worker's
/// module.
pub fn to_bytes(carried: &impl Serialize) -> Vec<u8> {
    // What is told here has a length and no other reason to fail.
    postcard::to_allocvec(carried).unwrap_or_default()
}

/// What these bytes carry; `None` where they are of another version.
pub fn from_bytes<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    match postcard::take_from_bytes(bytes) {
        Ok((carried, [])) => Some(carried),
        Ok(_) | Err(_) => None,
    }
}

/// The workers, each a module that is fetched when it is first needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Worker {
    /// Rows and their sums.
    Records,
    /// Reading and keeping a reader's own files.
    Files,
    /// Somebody's text against a dataset.
    Factcheck,
    /// The month's note.
    Notes,
    /// Tables as files.
    Downloads,
}

impl Worker {
    /// The name of its module's files.
    pub fn module(self) -> &'static str {
        match self {
            Worker::Records => "tonnage-records",
            Worker::Files => "tonnage-files",
            Worker::Factcheck => "tonnage-factcheck",
            Worker::Notes => "tonnage-notes",
            Worker::Downloads => "tonnage-downloads",
        }
    }
}

/// Something that a worker can be asked.
pub trait Ask: Into<Self::Request> {
    /// All that its worker can be asked.
    type Request: Requests;
    /// What it answers.
    type Answer: Serialize + DeserializeOwned;
    /// What it tells before.
    type Progress: Serialize + DeserializeOwned;
}

/// All that a worker can be asked.
pub trait Requests: Serialize + DeserializeOwned {
    /// Whom to ask.
    const WORKER: Worker;
}

impl Requests for RecordsRequest {
    const WORKER: Worker = Worker::Records;
}

impl Requests for FilesRequest {
    const WORKER: Worker = Worker::Files;
}

impl Requests for FactcheckRequest {
    const WORKER: Worker = Worker::Factcheck;
}

impl Requests for NotesRequest {
    const WORKER: Worker = Worker::Notes;
}

impl Requests for DownloadsRequest {
    const WORKER: Worker = Worker::Downloads;
}

/// What a worker sends back: this, and the bytes of what it carries. Apart, so that each side reads and writes
/// only the types that it needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reply {
    /// It is still at it: an [`Ask::Progress`].
    Progress,
    /// It is done: an [`Ask::Answer`].
    Done,
    /// It could not be done: why, as a plain sentence.
    Failed,
}

impl Reply {
    /// Every kind of reply with its word in a message.
    pub const NAMES: [(&'static str, Reply); 3] =
        [("progress", Reply::Progress), ("done", Reply::Done), ("failed", Reply::Failed)];

    /// Its word in a message.
    pub fn name(self) -> &'static str {
        match self {
            Reply::Progress => "progress",
            Reply::Done => "done",
            Reply::Failed => "failed",
        }
    }

    /// The kind that a message names.
    pub fn of(name: &str) -> Option<Reply> {
        Reply::NAMES.iter().find(|(n, _)| *n == name).map(|(_, reply)| *reply)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ::records::Filter;
    use model::{Dimension, MemberIndex, Span};
    use view::View;

    #[test]
    fn what_is_told_arrives() {
        let filter = Filter::all().only(Dimension::Destination, [MemberIndex::from(300)]);
        let dimensions = vec![Dimension::Product, Dimension::TradeMode];
        let period = "2025-04".parse().unwrap();
        let (down, across) = (Dimension::Destination, Dimension::RegistrationLocation);
        let requests = [
            RecordsRequest::from(OpenRecords),
            SumRows { filter: filter.clone(), dimensions }.into(),
            CrossRows { filter, down, across, period, span: Span::Rolling }.into(),
        ];
        for request in requests {
            let bytes = to_bytes(&request);
            assert_eq!(from_bytes(&bytes), Some(request));
            // Of another version.
            assert_eq!(from_bytes::<RecordsRequest>(&[bytes.as_slice(), &[0]].concat()), None);
            assert_eq!(from_bytes::<RecordsRequest>(&bytes[..bytes.len() - 1]), None);
        }
        let opened = Opened {
            head: "{}".to_owned(),
            rows: u64::MAX,
            currency: Some(model::Currency::Usd),
            problems: vec!["Line 3: 墨".to_owned()],
        };
        assert_eq!(from_bytes(&to_bytes(&opened)), Some(opened));
        assert_eq!(from_bytes::<RecordsRequest>(&[9]), None);
    }

    #[test]
    fn what_a_note_is_asked_for_arrives() {
        let view = "?d=%E9%93%9D+%26&view=note&destination=136%2C502&lang=zh&length=short".to_owned().into();
        let write = WriteNote { period: "2025-04".parse().unwrap(), view: Box::new(view) };
        let sent = SentDataset::Recorded { head: "{}".to_owned(), currency: Some(model::Currency::Usd) };
        for request in [NotesRequest::from(write), OpenForNotes(sent).into()] {
            assert_eq!(from_bytes(&to_bytes(&request)), Some(request));
        }
    }

    #[test]
    fn what_a_file_is_asked_for_arrives() {
        let view: View = "?d=sinks&period=2025-04&view=destinations&compare=MEX".to_owned().into();
        for (_, format) in Format::NAMES {
            let make = MakeFile {
                dataset: SentDataset::Published { settlement: None },
                format,
                view: Box::new(View::clone(&view)),
                compared: true,
                period: "2025-04".parse().unwrap(),
                language: model::Language::Chinese,
                address: "https://example.org/?d=sinks".to_owned(),
            };
            let request = DownloadsRequest::from(make);
            assert_eq!(from_bytes(&to_bytes(&request)), Some(request));
        }
    }

    #[test]
    fn what_a_worker_that_reads_files_tells_arrives() {
        let reading = Reading { done: 0.25, rows: 7 };
        assert_eq!(from_bytes(&to_bytes(&reading)), Some(reading));
        let forget = Part::Again { label: "x".to_owned(), columns: Columns::Forget(vec!["{}".to_owned()]) };
        let end = Some(End { title: "线缆".to_owned(), kept: Some(Kept::NoRoom) });
        let said = Said { parts: vec![Part::Note("a.csv".to_owned()), forget], go_on: None };
        let step = Step { said: vec![(model::Language::Chinese, said)], end };
        assert_eq!(from_bytes(&to_bytes(&step)), Some(step));
    }
}
