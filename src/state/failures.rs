//! What could not be had, in the words of the reader's language.

use super::page::Page;
use crate::browser::{FetchError, WorkerFailure};
use i18n::Failure;

impl Page {
    /// What could not be had, in a sentence.
    pub fn failure(&self, failure: Failure) -> String {
        self.words_now().failure(&failure)
    }

    /// What came of handing a file to the browser: nothing, or why it has none, in a sentence.
    pub fn saved(&self, is_handed_over: bool) -> Option<String> {
        (!is_handed_over).then(|| self.failure(Failure::NotSaved))
    }

    /// Why a worker gave no answer, in a sentence.
    pub fn failure_of_worker(&self, why: WorkerFailure) -> String {
        self.failure(match why {
            WorkerFailure::NoWorkers => Failure::NoWorkers,
            WorkerFailure::NotStarted(what) => Failure::WorkerNotLoaded(what),
            WorkerFailure::Died => Failure::WorkerDied,
            WorkerFailure::Stopped => Failure::Stopped,
            WorkerFailure::Refused(sentence) => return sentence,
        })
    }

    /// Why a file did not arrive, in a sentence that names it.
    pub(super) fn failure_of_file(&self, file: &str, why: FetchError) -> String {
        let failure = match why {
            FetchError::NoAnswer => Failure::NoAnswer,
            FetchError::NotFound => Failure::NotFound,
            FetchError::Status(status) => Failure::Status(status),
            FetchError::BrokenOff => Failure::BrokenOff,
            FetchError::TooLarge => Failure::TooLarge,
        };
        self.words_now().failure_of(file, &self.failure(failure))
    }
}
