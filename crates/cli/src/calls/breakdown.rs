//! `tonnage breakdown`: one month's total and what it is made of.

use std::path::PathBuf;

use clap::Args;
use i18n::{report_words, taken_words};
use model::{Chosen, Dimension, Span};
use report::Tables;
use takeaway::Format;

use super::example;
use crate::answer::{Answer, Failure, json};
use crate::language::language;
use crate::table::{Output, OutputFormat, table_bytes};
use crate::values::{MonthOfDataset, one_of};
use crate::words::words;

/// One month’s breakdown, as a text, as JSON or as a file
///
/// The month’s total with its changes, products, destinations and provinces.
/// --json has all that is known of each figure; --format and --output make a table of a line each.
/// docs/dataset.md describes both.
#[derive(Args)]
#[command(verbatim_doc_comment, after_help = example!(
    "breakdown \\\n",
    "    --dataset public/data/cn-aluminium-wire-cable.json --period 2025-04 --json"
))]
pub struct Arguments {
    #[command(flatten)]
    month: MonthOfDataset,
    /// The month alone, the year up to it, or the twelve months that end with it
    #[arg(long, default_value = "month", value_parser = one_of(&Span::NAMES))]
    span: Span,
    /// Print JSON instead of a text
    #[arg(long, conflicts_with_all = ["format", "output"])]
    json: bool,
    #[command(flatten)]
    format: OutputFormat,
    /// Where a table should go, such as breakdown.xlsx; without it CSV and JSON are printed
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

pub fn run(arguments: &Arguments) -> Result<Answer, Failure> {
    let (dataset, period) = arguments.month.open()?;
    let span = arguments.span;
    let breakdown = breakdown::breakdown(&dataset, None, period, span);
    let figures = report_words(language());
    let only = Chosen::default();
    let tables =
        Tables { words: taken_words(language()), dataset: &dataset, chosen: None, only: &only, period, span };
    let is_told_apart = |dimension: &Dimension| !dataset.catalogue().members(*dimension).is_empty();
    let dimensions: Vec<Dimension> = Dimension::ALL.into_iter().filter(is_told_apart).collect();
    let table = || tables.ranking(&breakdown, &dimensions);
    let text = match (&arguments.output, arguments.format.format) {
        (Some(path), format) => {
            Output::to(path, format)?.write(table())?;
            words().written(path) + "\n"
        }
        (None, Some(Format::Workbook)) => return Err(words().no_printed_workbook().to_owned()),
        (None, Some(format)) => {
            let bytes = table_bytes(table(), format)?;
            String::from_utf8_lossy(&bytes).into_owned()
        }
        (None, None) if arguments.json => json(report::json(figures, &dataset, &breakdown))?,
        (None, None) => report::table(figures, &dataset, &breakdown),
    };
    Ok(Answer::done(text))
}
