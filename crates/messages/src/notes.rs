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

asks!(NotesRequest, Open, OpenForNotes => ());
asks!(NotesRequest, Write, WriteNote => Note);
