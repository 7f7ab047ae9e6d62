//! The values of options, as text on the command line. A parser's error goes on where the option's name
//! ends: “--period” and “‘2025-13’ is not a month.” are one sentence (`refusal.rs`).

use std::path::PathBuf;

use breakdown::Dataset;
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use model::Period;

use crate::answer::Failure;
use crate::files;
use crate::words::words;

/// A month of a dataset: what the calls about one month are asked about.
#[derive(Args)]
pub struct MonthOfDataset {
    /// Which dataset to read
    #[arg(long, value_name = "FILE")]
    dataset: PathBuf,
    /// The month, instead of the dataset’s default month
    #[arg(long, value_name = "YYYY-MM", value_parser = month)]
    period: Option<Period>,
}

impl MonthOfDataset {
    /// Reads the dataset. Fails, too, where it does not tell of the month.
    pub fn open(&self) -> Result<(Dataset, Period), Failure> {
        let dataset = files::dataset(&self.dataset)?;
        let period = files::covered(&dataset, self.period)?;
        Ok((dataset, period))
    }
}

/// One of the words of a table such as `Span::NAMES`.
pub fn one_of<T>(names: &'static [(&'static str, T)]) -> impl TypedValueParser<Value = T>
where
    T: Copy + Send + Sync + 'static,
{
    PossibleValuesParser::new(names.iter().map(|(name, _)| *name)).try_map(|given| {
        let found = names.iter().find(|(name, _)| *name == given).map(|(_, value)| *value);
        found.ok_or_else(|| words().not_known(&given))
    })
}

/// A month such as `2025-04`, a quarter such as `2025-Q2`, or a year.
pub fn month(text: &str) -> Result<Period, Failure> {
    text.parse().map_err(|_| words().not_a_month(text))
}

/// What links call a dataset.
pub fn dataset_id(text: &str) -> Result<String, Failure> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    match !text.is_empty() && text.chars().all(plain) {
        true => Ok(text.to_owned()),
        false => Err(words().not_an_id(text)),
    }
}

/// The address of a page on the web.
pub fn web_address(text: &str) -> Result<String, Failure> {
    match ["https://", "http://"].iter().any(|scheme| text.starts_with(scheme)) {
        true => Ok(text.to_owned()),
        false => Err(words().not_an_address(text)),
    }
}

/// The code and the name of a member, as in `429=Mexico`.
pub fn member_name(text: &str) -> Result<(String, String), Failure> {
    let parts = text.split_once('=').filter(|(code, name)| !code.is_empty() && !name.is_empty());
    let (code, name) = parts.ok_or_else(|| words().not_a_member_name(text))?;
    Ok((code.to_owned(), name.to_owned()))
}
