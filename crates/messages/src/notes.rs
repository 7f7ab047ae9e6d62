//! The worker that writes the month's note.

use model::Period;
use note::Note;
use serde::{Deserialize, Serialize};
use view::View;

use super::SentDataset;

/// What the worker for notes can be asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum NotesRequest {
    /// See [`OpenForNotes`].
    Open(OpenForNotes),
    /// See [`WriteNote`].
    Write(WriteNote),
    /// See [`WriteDocument`].
    Document(WriteDocument),
}

/// Take a dataset to write about, in place of the one before. Where it is not known what its claims leave together,
/// each counts as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenForNotes(pub SentDataset);

/// Write a month's note. Where only some rows count, their sums come along: [`records::Cube::to_bytes`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WriteNote {
    /// The month.
    pub period: Period,
    /// What links call the dataset, which members count, the language, and how much is said.
    pub view: Box<View>,
}

/// Write a month's note as a document of Word, which comes along with the answer, its name. The sums come along as with
/// [`WriteNote`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WriteDocument {
    /// The note.
    pub note: WriteNote,
    /// The analyst's own words.
    pub own: String,
    /// The address of the page, for links; empty where a link leads nowhere.
    pub base: String,
}

asks!(NotesRequest, Open, OpenForNotes => ());
asks!(NotesRequest, Write, WriteNote => Note);
asks!(NotesRequest, Document, WriteDocument => String);
