//! What could not be had.

use crate::{English, Failure, FailureWords};

impl FailureWords for English {
    fn failure(&self, failure: &Failure) -> String {
        let text = match failure {
            Failure::NoAnswer => "The server did not answer. The network may be down.",
            Failure::NotFound => "The server has no such file (404).",
            Failure::Status(status) => return format!("The server answered with the fault {status}."),
            Failure::BrokenOff => "The connection broke off before the file was complete.",
            Failure::TooLarge => "The file is larger than a page can take.",
            Failure::NoWorkers => "This browser has no workers, which this part of the page needs.",
            Failure::WorkerNotLoaded(what) => {
                return format!(
                    "This part of the page could not be loaded ({what}). The network may be down."
                );
            }
            Failure::WorkerDied => {
                "This part of the page stopped in the middle of its work. It may have run out of memory."
            }
            Failure::Stopped => "It was stopped.",
            Failure::Cancelled => "It was cancelled.",
            Failure::CheckCancelled => "It was cancelled. The text is still there.",
            Failure::OtherVersion => "Page and data are of different versions. Reload the page.",
            Failure::RowsGone => "The rows are no longer there.",
            Failure::NoManifest => "There is no list of datasets.",
            Failure::NoDatasets => "The site has no dataset.",
            Failure::NoFile => "The dataset has no file.",
            Failure::NothingShown => "There is no dataset to compare with.",
            Failure::YourFileGone => "This browser no longer keeps your file. Open it again.",
            Failure::FilesGone => "The files are no longer there. Open them again.",
            Failure::NotSaved => "Your browser does not let this page save files.",
        };
        text.to_owned()
    }

    fn failure_of(&self, file: &str, sentence: &str) -> String {
        format!("{file}: {sentence}")
    }

    fn page_fault(&self) -> &'static str {
        "The page met a fault of its own and stopped. Reload it to go on."
    }
}
