//! The worker that holds rows.

use model::{Currency, Dimension, Period, Span};
use records::Filter;
use serde::{Deserialize, Serialize};

/// What the worker that holds rows can be asked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum RecordsRequest {
    /// See [`OpenRecords`].
    Open(OpenRecords),
    /// See [`SumRows`].
    Sum(SumRows),
    /// See [`CrossRows`].
    Cross(CrossRows),
}

/// Read the files that come along, the parts of one dataset of records, and hold their rows in place of those before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenRecords;

/// What is known of a dataset that was opened. The sums of all rows come along: [`records::Cube::to_bytes`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// What the dataset is about: its JSON without rows.
    pub head: String,
    /// How many rows there are.
    pub rows: u64,
    /// What values are counted in.
    pub currency: Option<Currency>,
    /// What could not be used, in sentences.
    pub problems: Vec<String>,
}

/// Add up the rows that a filter lets pass. The answer comes along: [`records::Cube::to_bytes`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SumRows {
    /// Which rows.
    pub filter: Filter,
    /// By whose members. A table that nobody looks at would cost more time than all others.
    pub dimensions: Vec<Dimension>,
}

/// The two dimensions of the page's cross table: whose members are its rows, and whose its columns.
pub const CROSSED: (Dimension, Dimension) = (Dimension::Destination, Dimension::RegistrationLocation);

/// Add up rows by the members of two dimensions. The answer comes along: [`records::Cross::to_bytes`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CrossRows {
    /// Which rows.
    pub filter: Filter,
    /// Whose members are rows of the table.
    pub down: Dimension,
    /// Whose members are its columns.
    pub across: Dimension,
    /// The month, or the last one of the span.
    pub period: Period,
    /// What is summed.
    pub span: Span,
}

asks!(RecordsRequest, Open, OpenRecords => Opened);
asks!(RecordsRequest, Sum, SumRows => ());
asks!(RecordsRequest, Cross, CrossRows => ());
