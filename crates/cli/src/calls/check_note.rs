//! `tonnage check-note`: the figures of a published note against a dataset.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::NonEmptyStringValueParser;
use dataset::{add_article, write_article};
use factcheck::{Proof, check, claims};
use i18n::{fact_check_words, not_added, problem_words};
use ledger::Article;
use model::{Catalogue, Language, Period};

use super::example;
use crate::answer::{Answer, Failure, json};
use crate::files;
use crate::language::language;
use crate::values::month;
use crate::words::words;

/// Bytes that are read: more than the characters that are looked at.
const MOST_BYTES: u64 = 8_000_000;

/// The figures of a published note, each compared with a dataset
///
/// The note may be in English or Chinese. Its figures are compared with each other, too.
/// The exit code is 1 when one differs or contradicts another.
/// docs/check-note.md says what is understood.
#[derive(Args)]
#[command(verbatim_doc_comment, after_help = example!(
    "check-note docs/examples/note.txt \\\n",
    "    --dataset public/data/cn-aluminium-wire-cable.json"
))]
pub struct Arguments {
    /// Which note to check (plain text, - for standard input)
    #[arg(value_name = "FILE")]
    note: PathBuf,
    /// Which dataset to compare with
    #[arg(long, value_name = "FILE")]
    dataset: PathBuf,
    /// The month of a note that does not say it
    #[arg(long, value_name = "YYYY-MM", value_parser = month)]
    period: Option<Period>,
    /// Print JSON instead of text
    #[arg(long)]
    json: bool,
    /// Write the note’s figures to this file, as an article of a dataset of published figures
    #[arg(long, value_name = "FILE")]
    claims: Option<PathBuf>,
    /// Add the note’s figures to this dataset of published figures
    #[arg(long, value_name = "FILE")]
    add_to: Option<PathBuf>,
    /// The article’s id
    #[arg(long, value_name = "NAME", default_value = "checked-note",
        value_parser = NonEmptyStringValueParser::new())]
    id: String,
}

pub fn run(arguments: &Arguments) -> Result<Answer, Failure> {
    let text = note(&arguments.note)?;
    let dataset = files::dataset(&arguments.dataset)?;
    let catalogue = dataset.catalogue();
    let proof = check(&text, &dataset, arguments.period);
    write_claims(arguments, catalogue, &proof)?;
    let findings = fact_check_words(language());
    let told = match arguments.json {
        true => json(report::proof_json(findings, catalogue, &proof))?,
        false => report::proof_text(findings, catalogue, &proof),
    };
    Ok(Answer::checked(told, proof.is_doubtful()))
}

fn note(path: &Path) -> Result<String, Failure> {
    let failed = |error| words().not_read_because(path, &error);
    let mut bytes = Vec::new();
    match path.as_os_str() == "-" {
        true => std::io::stdin().take(MOST_BYTES).read_to_end(&mut bytes).map_err(failed)?,
        false => {
            fs::File::open(path).map_err(failed)?.take(MOST_BYTES).read_to_end(&mut bytes).map_err(failed)?
        }
    };
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn write_claims(arguments: &Arguments, catalogue: &Catalogue, proof: &Proof) -> Result<(), Failure> {
    if arguments.claims.is_none() && arguments.add_to.is_none() {
        return Ok(());
    }
    let found = claims(proof, &arguments.id);
    let month =
        proof.period.map(|p| format!(", {}", i18n::words(Language::English).month(p))).unwrap_or_default();
    let article = Article {
        id: arguments.id.clone(),
        publisher: "to be filled in".to_owned(),
        subject: format!("{}{month}", catalogue.title.en),
        url: None,
        published: None,
        repost_of: None,
        read_in_full: true,
        note: Some("Recognised by tonnage check-note; compare with the text.".to_owned()),
    };
    if let Some(path) = &arguments.claims {
        files::write(path, write_article(catalogue, &article, &found) + "\n")?;
    }
    if let Some(path) = &arguments.add_to {
        let text = String::from_utf8_lossy(&files::bytes(path)?).into_owned();
        let added = add_article(&text, &article, &found)
            .map_err(|why| not_added(problem_words(language()), &why))
            .map_err(|why| words().about(&path.display().to_string(), &why))?;
        files::write(path, added)?;
    }
    Ok(())
}
