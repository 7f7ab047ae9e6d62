//! `tonnage rows`: the rows of a dataset as a table.

use std::path::PathBuf;

use clap::Args;
use i18n::{taken_words, whole};

use super::example;
use crate::answer::{Answer, Failure};
use crate::files;
use crate::language::language;
use crate::table::{Output, OutputFormat};
use crate::words::words;

/// The rows of a dataset of records as CSV, a workbook of Excel or JSON
///
/// A line each, with codes and names, kilograms and values. `tonnage import` reads the file back;
/// docs/records.md names its columns.
#[derive(Args)]
#[command(verbatim_doc_comment, after_help = example!(
    "rows \\\n",
    "    --dataset public/data/cn-stainless-steel-sinks.json -o target/sinks.xlsx"
))]
pub struct Arguments {
    /// Which dataset to read
    #[arg(long, value_name = "FILE")]
    dataset: PathBuf,
    #[command(flatten)]
    format: OutputFormat,
    /// Where the table should go; the name’s ending says as what: .csv, -excel.csv, .xlsx, .json
    #[arg(long, short, value_name = "FILE")]
    output: PathBuf,
}

pub fn run(arguments: &Arguments) -> Result<Answer, Failure> {
    let output = Output::to(&arguments.output, arguments.format.format)?;
    let records = files::records(&arguments.dataset)?;
    output.write(report::rows_table(taken_words(language()), &records))?;
    let rows = whole(u64::try_from(records.len()).unwrap_or(u64::MAX));
    Ok(Answer::done(words().rows_written(&arguments.output, &rows) + "\n"))
}
