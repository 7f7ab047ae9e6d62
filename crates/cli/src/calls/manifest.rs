//! `tonnage manifest`: what a site's datasets are, for the page to find them.

use std::path::PathBuf;

use clap::Args;

use super::example;
use crate::answer::{Answer, Failure};
use crate::manifest;

/// Write FOLDER/index.json: size, hash and months of each dataset in FOLDER
///
/// A dataset with any fault is refused. docs/dataset.md describes the manifest.
#[derive(Args)]
#[command(verbatim_doc_comment, after_help = example!("manifest --check public/data"))]
pub struct Arguments {
    /// Which folder holds the datasets
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,
    /// Write nothing, and fail when the manifest is out of date
    #[arg(long)]
    check: bool,
}

pub fn run(arguments: &Arguments) -> Result<Answer, Failure> {
    let told = match arguments.check {
        true => manifest::check(&arguments.folder)?,
        false => manifest::update(&arguments.folder)?,
    };
    Ok(Answer::done(told))
}
