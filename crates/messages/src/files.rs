//! The worker that reads a reader's own files and keeps one dataset of theirs.
//!
//! What it asks and tells comes as plain values with their words, in the order in which the page draws them, and in
//! every language: a reader who chooses another one sees it at once, also when the files are long forgotten.

use model::Language;
use serde::{Deserialize, Serialize};

/// The browser's database in which the worker for files keeps a dataset.
pub const DATABASE: &str = "tonnage";

/// What the worker for files can be asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum FilesRequest {
    /// See [`ImportFiles`].
    Import(ImportFiles),
    /// See [`Restore`].
    Restore(Restore),
    /// See [`Forget`].
    Forget(Forget),
}

/// A step from files to a dataset.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ImportFiles {
    /// Read the files that come along. One that is a dataset of records already comes back as it is.
    Read(Columns),
    /// Go on with answers to the fields of the last step, in their order; empty where nothing was said.
    Answer(Vec<String>),
    /// Something else was chosen in a list that asks to be told at once: its name and the choice.
    Choose(String, String),
}

/// What is done about the columns of files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Columns {
    /// Ask where they are not sure.
    Sure,
    /// Show them to be checked, of the sheets that were chosen: of each file by its name.
    Check(Vec<(String, String)>),
    /// Forget what was kept of them, as the step before had it.
    Forget(Vec<String>),
}

/// How far reading has come.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// From 0 to 1; 1 while rows are added up.
    pub done: f64,
    /// Rows so far.
    pub rows: u64,
}

/// What came of a step.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Step {
    /// What is said, in each language.
    pub said: Vec<(Language, Said)>,
    /// What came of the files; `None` while something is asked.
    pub end: Option<End>,
}

impl Step {
    /// What is said in a language.
    pub fn said_in(&self, language: Language) -> Option<&Said> {
        self.said.iter().find(|(of, _)| *of == language).map(|(_, said)| said)
    }
}

/// What a step says in one language.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Said {
    /// What is shown.
    pub parts: Vec<Part>,
    /// The button that goes on with the answers; `None` where nothing is asked.
    pub go_on: Option<String>,
}

/// The end of an import.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct End {
    /// The dataset's title.
    pub title: String,
    /// Whether the browser keeps the dataset, which comes along first, as a blob; `None` where there is none.
    pub kept: Option<Kept>,
}

/// Something that is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// A heading.
    Heading(String),
    /// A sentence beside something.
    Note(String),
    /// Names and what there is to say of each.
    Facts(Vec<(String, String)>),
    /// Sentences, which may be folded.
    List {
        /// What they are.
        title: String,
        /// Each.
        items: Vec<String>,
    },
    /// A table.
    Table(Table),
    /// Something to be answered.
    Field(Field),
    /// A button that gives a file.
    Download {
        /// Its words.
        label: String,
        /// The file's name.
        name: String,
        /// Its place among what comes along.
        attachment: u32,
    },
    /// A button that reads the files again.
    Again {
        /// Its words.
        label: String,
        /// What is done about columns.
        columns: Columns,
    },
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// What it is, for those who hear it.
    pub caption: String,
    /// The heads of its columns.
    pub heads: Vec<Head>,
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
}

/// The head of a column.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Head {
    /// Its name.
    pub name: String,
    /// Lists that tell at once what is chosen in them.
    pub lists: Vec<Field>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// What is seen.
    pub text: String,
    /// What is heard in its place, where that is something else.
    pub told: Option<String>,
}

/// Something to be answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// What is asked.
    pub label: String,
    /// What there is to know about it.
    pub note: String,
    /// How it is answered.
    pub kind: FieldKind,
    /// Whether it must be.
    pub is_required: bool,
    /// What stands there beforehand.
    pub value: String,
    /// The choices.
    pub choices: Vec<FieldChoice>,
}

/// How a field is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum FieldKind {
    /// By one of a few choices, all of them in sight.
    Few,
    /// By one of a list.
    List,
    /// By a month.
    Month,
    /// By words.
    Text,
}

/// A choice of a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldChoice {
    /// Its value in an answer.
    pub value: String,
    /// Its words.
    pub label: String,
    /// Some cells, read as this choice reads them.
    pub samples: Vec<String>,
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

asks!(FilesRequest, Import, ImportFiles => Step, Reading);
asks!(FilesRequest, Restore, Restore => Restored);
asks!(FilesRequest, Forget, Forget => ());
