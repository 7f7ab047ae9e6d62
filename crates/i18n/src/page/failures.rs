//! What the page says of what it could not have.

/// What could not be had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The server did not answer.
    NoAnswer,
    /// The server has no such file.
    NotFound,
    /// The server answered with a fault: the status of HTTP.
    Status(u16),
    /// The connection broke off.
    BrokenOff,
    /// A file with too many bytes.
    TooLarge,
    /// The browser has no workers.
    NoWorkers,
    /// A worker that could not be loaded, and what of it.
    WorkerNotLoaded(String),
    /// A worker that stopped in the middle.
    WorkerDied,
    /// A worker that the reader or the page stopped.
    Stopped,
    /// What a reader cancelled.
    Cancelled,
    /// A text whose check the reader cancelled.
    CheckCancelled,
    /// Page and data are of different versions.
    OtherVersion,
    /// The rows went with their worker.
    RowsGone,
    /// A site without a list of datasets.
    NoManifest,
    /// A list without datasets.
    NoDatasets,
    /// A dataset without a file.
    NoFile,
    /// Nothing is shown with which a text could be compared.
    NothingShown,
    /// The browser no longer keeps the reader's file.
    YourFileGone,
    /// The files that were read are gone.
    FilesGone,
    /// The browser saves no file of a page.
    NotSaved,
}

/// What the page says of what it could not have.
pub trait FailureWords {
    /// What could not be had, in a sentence or two: in the boxes of class "failure", and wherever something
    /// did not come (browser/fetch.rs, browser/worker.rs, state/).
    fn failure(&self, failure: &Failure) -> String;
    /// The same of a file: "data/index.json: The server has no such file (404)." (state/loading.rs)
    fn failure_of(&self, file: &str, sentence: &str) -> String;
    /// That the page itself failed (parts/notices.rs).
    fn page_fault(&self) -> &'static str;
}
