//! The worker that makes files of tables.

use model::{Language, Period};
use serde::{Deserialize, Serialize};
use takeaway::Format;
use view::View;

use super::SentDataset;

/// What the worker for downloads can be asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum DownloadsRequest {
    /// See [`MakeFile`].
    Make(MakeFile),
}

/// Make a file of a table, which comes along with the answer, its name. With the request come, each in its place and
/// `null` where it is not needed, what the dataset is sent with, the sums of the rows that count
/// ([`records::Cube::to_bytes`]) and the cross table (as a worker answers [`super::CrossRows`]). A download is
/// rare: the worker is given the dataset anew with each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MakeFile {
    /// The dataset.
    pub dataset: SentDataset,
    /// As what.
    pub format: Format,
    /// The view: its section is the one whose table is meant.
    pub view: Box<View>,
    /// The table of the members that are compared there, and not the section's own.
    pub compared: bool,
    /// The month.
    pub period: Period,
    /// The language of names.
    pub language: Language,
    /// Where the table is shown; empty where a link leads nowhere.
    pub address: String,
}

asks!(DownloadsRequest, Make, MakeFile => String);
