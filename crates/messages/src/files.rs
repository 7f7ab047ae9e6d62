//! The worker that reads a reader's own files and keeps one dataset of theirs.

use model::{Flow, Period};
use serde::{Deserialize, Serialize};

/// The browser's database in which the worker for files keeps a dataset.
pub const DATABASE: &str = "tonnage";

/// What the worker for files can be asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum FilesRequest {
    /// See [`ReadFiles`].
    Read(ReadFiles),
    /// See [`Finish`].
    Finish(Finish),
    /// See [`Restore`].
    Restore(Restore),
    /// See [`Forget`].
    Forget(Forget),
}

/// Read the files that come along. One that is a dataset of records already comes back as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadFiles;

/// How far reading has come.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// From 0 to 1.
    pub done: f64,
    /// Rows so far.
    pub rows: u64,
}

/// What came of reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReadOutcome {
    /// Tables, which may want answers before they become a dataset.
    Tables(Questions),
    /// A dataset of records, which comes along as a blob.
    Dataset(Kept),
}

/// What files do not say.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Questions {
    /// Whether these are exports or imports.
    pub flow: bool,
    /// Of which month each of these files is, with a guess from its name.
    pub months: Vec<MonthOf>,
}

impl Questions {
    /// Whether nothing is asked.
    pub fn are_none(&self) -> bool {
        !self.flow && self.months.is_empty()
    }
}

/// A file and its month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthOf {
    /// The file's name.
    pub file: String,
    /// Its month, where one is known.
    pub month: Option<Period>,
}

/// Make a dataset of the files that were read, with what they do not say.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Finish {
    /// The answers.
    pub answers: Answers,
    /// The dataset's title.
    pub title: String,
}

/// Answers to [`Questions`].
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Answers {
    /// Exports or imports.
    pub flow: Option<Flow>,
    /// The month of each file that was asked for.
    pub months: Vec<MonthOf>,
}

/// What came of the files. The dataset comes along as a blob where something could be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finished {
    /// What was read, to compare with the source: names and texts.
    pub summary: Vec<(String, String)>,
    /// What could not be used, in sentences.
    pub problems: Vec<String>,
    /// How many more of these there are.
    pub more_problems: u64,
    /// Whether the browser keeps the dataset; none where there is none.
    pub kept: Option<Kept>,
}

/// Whether the browser keeps the reader's dataset until the next visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kept {
    /// It does.
    Yes,
    /// It has no room for it.
    NoRoom,
    /// It keeps nothing, as in a private window.
    NotAllowed,
}

/// Give back the dataset that was kept, as a blob.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restore;

/// Whether there was one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restored {
    /// A blob comes along.
    pub found: bool,
}

/// Keep it no longer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Forget;

asks!(FilesRequest, Read, ReadFiles => ReadOutcome, Reading);
asks!(FilesRequest, Finish, Finish => Finished);
asks!(FilesRequest, Restore, Restore => Restored);
asks!(FilesRequest, Forget, Forget => ());
