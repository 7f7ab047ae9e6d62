//! What is wrong with a dataset, and why something could not be done: for the page, the command line and the
//! workers beside the page.

use super::numbers::whole;
use dataset::{NotAdded, Problem, ProblemKind};
use import::LARGEST_SUM;
use records::Unlike;

/// Why a worker beside the page cannot do what it is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkerRefusal {
    /// No rows are open.
    NoRows,
    /// Some of the months have no rows.
    MonthsNotCovered,
    /// A dataset without files.
    NoParts,
    /// There is nothing to compare a text with.
    NothingToCompare,
    /// There is nothing to write about.
    NothingToWriteAbout,
    /// No text was checked from which figures could be taken.
    NothingChecked,
    /// A dataset that cannot be read.
    Unreadable,
    /// A dataset that is not UTF-8.
    NotUtf8,
    /// The files that were read are gone.
    FilesGone,
    /// Files with too many bytes together.
    FilesTooLarge,
    /// The browser keeps no file.
    NotKept,
    /// A file that cannot be read from the disk.
    NotReadFromDisk,
    /// Something that is no file.
    NoFile,
    /// There is no memory for the dataset.
    NoRoom,
    /// The page is of another version than the worker.
    OtherVersion,
}

/// What is wrong with a dataset, and why something could not be done. Asked for by [`crate::words`], and by
/// [`crate::problem_words`] where no other words are needed.
pub trait ProblemWords: Sync {
    /// Where in a file a problem is, with what stands between it and the problem: "Line 3, title: ".
    fn place(&self, line: Option<usize>, place: &str) -> String;
    /// What is wrong, in a sentence.
    fn problem_kind(&self, kind: &ProblemKind) -> String;
    /// Why parts do not make one dataset.
    fn unlike(&self, unlike: Unlike) -> &'static str;
    /// That an article was not added, and why; `problem` is the one that it is
    /// about.
    fn not_added(&self, why: &NotAdded, problem: &str) -> String;
    /// Why a worker cannot do what it is asked.
    fn worker_refusal(&self, why: WorkerRefusal) -> String;
}

/// One problem of a dataset, with its place.
pub fn problem(words: &dyn ProblemWords, problem: &Problem) -> String {
    words.place(problem.line, &problem.place) + &words.problem_kind(&problem.kind)
}

/// Problems of a dataset, a sentence each.
pub fn problems(words: &dyn ProblemWords, all: &[Problem]) -> Vec<String> {
    all.iter().map(|each| problem(words, each)).collect()
}

/// That an article was not added, and why.
pub fn not_added(words: &dyn ProblemWords, why: &NotAdded) -> String {
    let about = match why {
        NotAdded::Unreadable(Some(about)) | NotAdded::Faulty(about) => problem(words, about),
        NotAdded::Unreadable(None) | NotAdded::Duplicate(_) | NotAdded::Nothing => String::new(),
    };
    words.not_added(why, &about)
}

/// The most megabytes that files may have together in a browser.
pub(crate) fn most_megabytes() -> String {
    whole(LARGEST_SUM as u64 / 1_000_000)
}
