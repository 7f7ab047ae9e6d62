//! What the page and its workers say to each other.
//!
//! A worker is asked with one of its requests and answers with what [`Ask::Answer`] says, after any number
//! of [`Ask::Progress`]. Both travel as JSON, large things (files, sums as bytes) beside them, unchanged.
//! Page and workers are built together, so that no version is told.

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

mod factcheck;
mod files;
mod records;

pub use factcheck::{
    AddArticle, CheckText, Checked, Excerpt, FactcheckRequest, Form, Noted, OpenDataset, WriteArticle,
};
pub use files::{
    Answers, DATABASE, FilesRequest, Finish, Finished, Forget, Kept, MonthOf, Questions, ReadFiles,
    ReadOutcome, Reading, Restore, Restored,
};
pub use records::{CrossRows, OpenRecords, Opened, RecordsRequest, SumRows};

use serde::Serialize;
use serde::de::DeserializeOwned;

/// The workers, each a module that is fetched when it is first needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Worker {
    /// Rows and their sums.
    Records,
    /// Reading and keeping a reader's own files.
    Files,
    /// Somebody's text against a dataset.
    Factcheck,
}

impl Worker {
    /// The name of its module's files.
    pub fn module(self) -> &'static str {
        match self {
            Worker::Records => "tonnage-records",
            Worker::Files => "tonnage-files",
            Worker::Factcheck => "tonnage-factcheck",
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

/// What a worker sends back: this, and the JSON of what it carries. Apart, so that each side reads and writes
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
