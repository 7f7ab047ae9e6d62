//! `tonnage check`: whether the printed figures of a dataset can all be true.

use std::path::PathBuf;

use clap::Args;

use super::example;
use crate::answer::{Answer, Failure, json};
use crate::files;

/// Every printed figure with a verdict: whether all others together agree with it
///
/// The exit code is 1 when some cannot be true at the same time. Run it before you publish a month.
#[derive(Args)]
#[command(verbatim_doc_comment, after_help = example!("check --dataset public/data/cn-aluminium-wire-cable.json"))]
pub struct Arguments {
    /// Which dataset of published figures to check
    #[arg(long, value_name = "FILE")]
    dataset: PathBuf,
    /// Print JSON instead of text
    #[arg(long)]
    json: bool,
}

pub fn run(arguments: &Arguments) -> Result<Answer, Failure> {
    let ledger = files::ledger(&arguments.dataset)?;
    let checked = ledger::implied::check(&ledger);
    let text = match arguments.json {
        true => json(report::check_json(&ledger, &checked))?,
        false => report::check_text(&ledger, &checked),
    };
    Ok(Answer::checked(text, !checked.contradictions.is_empty()))
}
