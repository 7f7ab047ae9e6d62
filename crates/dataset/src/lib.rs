//! Datasets as JSON: reading them without ever failing on the whole for a fault in a part.
//!
//! Everything here comes from outside and is hostile. A reader returns what it could read beside a
//! list of [`Problem`]s, each with its place. The crate `i18n` says them in sentences.

mod add_article;
mod catalogue;
mod columns;
mod json;
mod manifest;
mod node;
mod overlaps;
mod place;
mod plain_members;
mod problem;
mod published_figures;
mod record_sums;
mod records_head;
mod records_reader;
mod records_writer;
mod settlement_file;

pub use add_article::{NotAdded, add_article, write_article};
pub use manifest::{DatasetRef, FileRef, Kind, Manifest, Part, read_manifest};
pub use problem::{Declared, FieldKind, Problem, ProblemKind, Vocabulary};
pub use published_figures::read_ledger;
pub use record_sums::{SumsFile, read_sums, write_sums};
pub use records_head::{Head, read_head};
pub use records_reader::{read_records, read_records_in_pieces};
pub use records_writer::{records_text, write_head, write_records};
pub use settlement_file::SettlementFile;

/// The newest major version of the formats that this program reads.
pub const FORMAT_VERSION: u64 = 1;

/// The `format` of a manifest.
pub const MANIFEST_FORMAT: &str = "tonnage/manifest";

/// The `format` of a dataset of published figures.
pub const PUBLISHED_FIGURES_FORMAT: &str = "tonnage/published-figures";

/// The `format` of a dataset of records.
pub const RECORDS_FORMAT: &str = "tonnage/records";

/// The `format` of the sums of a dataset of records.
pub const RECORD_SUMS_FORMAT: &str = "tonnage/record-sums";

/// The `format` of the settlement of a dataset of published figures.
pub const SETTLEMENT_FORMAT: &str = "tonnage/settlement";

/// What was read, and what could not be.
#[derive(Debug, Clone, PartialEq)]
pub struct Parsed<T> {
    /// The part that could be read; `None` when nothing can be shown.
    pub read: Option<T>,
    /// What is wrong, in the order of the file.
    pub problems: Vec<Problem>,
}
