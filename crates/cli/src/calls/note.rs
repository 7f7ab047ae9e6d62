//! `tonnage note`: a month in sentences.

use clap::Args;
use note::{Export, Format, Length, Material, export, write};

use super::example;
use crate::answer::{Answer, Failure};
use crate::language::language;
use crate::values::{MonthOfDataset, one_of, web_address};

/// The month’s note, as an analyst would write it
///
/// It is written from the dataset’s facts alone. docs/dataset.md describes the JSON.
#[derive(Args)]
#[command(verbatim_doc_comment, after_help = example!(
    "note \\\n",
    "    --dataset public/data/cn-aluminium-wire-cable.json --period 2025-04 --lang zh"
))]
pub struct Arguments {
    #[command(flatten)]
    month: MonthOfDataset,
    /// How much it tells
    #[arg(long, default_value = "full", value_parser = one_of(&Length::NAMES))]
    length: Length,
    /// What it is written as
    #[arg(long, default_value = "text", value_parser = one_of(&Format::NAMES))]
    format: Format,
    /// Your own interpretation, in a box of its own
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    comment: Option<String>,
    /// The address of the published page, for links behind the numbers
    #[arg(long, value_name = "URL", value_parser = web_address)]
    base: Option<String>,
}

pub fn run(arguments: &Arguments) -> Result<Answer, Failure> {
    let (dataset, period) = arguments.month.open()?;
    let note = write(&Material::new(&dataset, None, period), language(), arguments.length);
    let with = Export { interpretation: arguments.comment.as_deref(), base: arguments.base.as_deref() };
    Ok(Answer::done(export(&note, arguments.format, with)))
}
