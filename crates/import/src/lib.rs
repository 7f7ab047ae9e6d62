//! Files that a person downloaded, as records: the query site of China's customs, UN Comtrade, and
//! rows of this project's own. `docs/records.md` describes them.
//!
//! An [`Import`] takes files in, reads them a slice at a time, asks what the files do not say, and
//! ends with records, a summary to compare with the source, and a list of what could not be used.

mod build;
mod columns;
mod doubt;
mod extent;
mod figures;
mod file;
mod guess;
mod left_out;
mod mapping;
mod meaning;
mod members;
mod month;
mod names;
mod number;
mod preview;
mod problem;
mod question;
mod reader;
mod rows;
mod sheets;
mod summary;
mod unit;

pub use build::Outcome;
pub use columns::{Origin, Role};
pub use file::{FileSummary, SeenColumn};
pub use left_out::{LeftOut, LeftOutRow, MOST_LISTED, Place, Sum, left_out_csv};
pub use mapping::{Column, Mapping, NoMapping};
pub use month::DateOrder;
pub use number::Mark;
pub use preview::{Preview, PreviewRow, Previewed};
pub use problem::{CodeInPart, Needed, Problem, ProblemKind, Revised};
pub use question::{About, Choice, Given, NotAnAnswer, Question};
pub use reader::{Import, Options, Progress, Seen};
pub use sheet::{Decode, Encoding, Fault, LARGEST_FILE, NoSheet, NoTable, ReadAt, Source, decode_natively};
pub use sheets::EVERY_SHEET;
pub use summary::{MonthSummary, Summary};

/// The rows of a customs download that is cut: the query site stops there without a word.
pub const CUSTOMS_LIMIT: u64 = 10_000;

/// The most bytes that files may have together in a browser, where their rows and the dataset that is made of
/// them stand beside each other in at most 4 GB of memory. Outside of a browser there is no such limit.
pub const LARGEST_SUM: usize = 250_000_000;
