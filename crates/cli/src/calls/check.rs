//! `tonnage check`: whether the reported figures of a dataset contradict each other.

use std::path::PathBuf;

use clap::Args;
use i18n::report_words;

use super::example;
use crate::answer::{Answer, Failure, json};
use crate::files;
use crate::language::language;

/// Every reported figure with a verdict: whether all others together agree with it
///
/// The exit code is 1 when some contradict each other. Run it before you publish a month.
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
    let words = report_words(language());
    let text = match arguments.json {
        true => json(report::check_json(words, &ledger))?,
        false => report::check_text(words, &ledger),
    };
    Ok(Answer::checked(text, !ledger.settlement().contradictions.is_empty()))
}
