//! The worker that compares somebody's text with a dataset.

use model::{Language, Period};
use serde::{Deserialize, Serialize};

use super::SentDataset;

/// What the worker for fact-checks can be asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum FactcheckRequest {
    /// See [`OpenDataset`].
    Open(OpenDataset),
    /// See [`Settle`].
    Settle(Settle),
    /// See [`CheckText`].
    Check(CheckText),
    /// See [`WriteArticle`].
    Write(WriteArticle),
    /// See [`AddArticle`].
    Add(AddArticle),
}

/// Take a dataset to compare with, in place of the one before. Where it is not known what its claims leave together,
/// that is worked out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenDataset(pub SentDataset);

/// Work out what the claims of published figures leave together, whose file comes along. Answers it as JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settle;

/// Compare a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckText {
    /// The text.
    pub text: String,
    /// Its month, where it does not say it.
    pub period: Option<Period>,
}

/// What is to be said of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checked {
    /// The language that most of its letters are of.
    pub language: Language,
    /// The month that it is about.
    pub period: Option<Period>,
    /// How many figures agree, differ and so on, in a sentence.
    pub counts: String,
    /// What a reader must know first, in sentences.
    pub remarks: Vec<String>,
    /// It does not say of which month it is.
    pub no_month: bool,
    /// The text in order: what stands between figures, and the figures.
    pub text: Vec<Excerpt>,
    /// How many figures could become claims of a dataset of published figures.
    pub claims: usize,
}

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Excerpt {
    /// No figure.
    Words(String),
    /// A figure.
    Figure(Box<Noted>),
}

/// A figure of a text, and what is to be said of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noted {
    /// As it stands there.
    pub printed: String,
    /// What it is read as; empty where it is not understood.
    pub reading: String,
    /// The verdict's name in files and styles.
    pub verdict: String,
    /// The verdict in words.
    pub verdict_words: String,
    /// Why.
    pub why: String,
    /// What else of the text it contradicts, in sentences.
    pub own: Vec<String>,
    /// The view that shows the dataset's figure, as a query string.
    pub view: Option<String>,
}

/// An article, as a publisher describes it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Form {
    /// Who published it.
    pub publisher: String,
    /// Its title.
    pub subject: Option<String>,
    /// When, `YYYY-MM-DD`.
    pub published: Option<String>,
    /// Where.
    pub url: Option<String>,
}

/// Write the figures of the text that was checked last as an article of a dataset. Answers its id and JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WriteArticle {
    /// The article.
    pub article: Form,
}

/// The same, put into the dataset that was opened, which becomes the one that is compared with. Answers its JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddArticle {
    /// The article.
    pub article: Form,
}

asks!(FactcheckRequest, Open, OpenDataset => ());
asks!(FactcheckRequest, Settle, Settle => String);
asks!(FactcheckRequest, Check, CheckText => Checked);
asks!(FactcheckRequest, Write, WriteArticle => (String, String));
asks!(FactcheckRequest, Add, AddArticle => String);
