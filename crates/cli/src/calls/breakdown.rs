//! `tonnage breakdown`: one month's total and what it is made of.

use clap::Args;
use i18n::report_words;
use model::Span;

use super::example;
use crate::answer::{Answer, Failure, json};
use crate::language::LANGUAGE;
use crate::values::{MonthOfDataset, one_of};

/// One month’s breakdown, as a table or as JSON
///
/// The month’s total with its changes, products, destinations and provinces.
/// docs/dataset.md describes the JSON.
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
    /// Print JSON instead of a table
    #[arg(long)]
    json: bool,
}

pub fn run(arguments: &Arguments) -> Result<Answer, Failure> {
    let (dataset, period) = arguments.month.open()?;
    let breakdown = breakdown::breakdown(&dataset, None, period, arguments.span);
    let words = report_words(LANGUAGE);
    let text = match arguments.json {
        true => json(report::json(words, &dataset, &breakdown))?,
        false => report::table(words, &dataset, &breakdown),
    };
    Ok(Answer::done(text))
}
