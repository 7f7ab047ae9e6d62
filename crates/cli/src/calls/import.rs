//! `tonnage import`: downloaded customs files as a dataset.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use dataset::write_records;
use i18n::{import_problem, import_words, summary_lines};
use import::{About, Import, LARGEST_FILE, Options};
use model::{Catalogue, Dimension, Flow, Name, Period};

use super::example;
use crate::answer::{Answer, Failure};
use crate::language::LANGUAGE;
use crate::values::{dataset_id, member_name, month, one_of};
use crate::{files, manifest};

/// A dataset of records from downloaded customs files
///
/// The files are those of the query site of China’s customs or of UN Comtrade;
/// docs/records.md says which are read. Updates the manifest that lies beside the new file.
#[derive(Args)]
#[command(verbatim_doc_comment, after_help = example!(
    "import docs/examples/sinks-to-mexico-2025-04.csv \\\n",
    "    --flow export --id sinks --title \"Stainless steel sinks\" --commodity \"stainless steel sinks\" \\\n",
    "    -o target/sinks.json"
))]
pub struct Arguments {
    /// Which files to read
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Whether these are exports or imports, where the files do not say it
    #[arg(long, value_parser = one_of(&Flow::NAMES))]
    flow: Option<Flow>,
    /// The month of files without a month column
    #[arg(long, value_name = "YYYY-MM", value_parser = month)]
    period: Option<Period>,
    /// What links should call the dataset (small letters, digits and hyphens)
    #[arg(long, value_name = "NAME", value_parser = dataset_id)]
    id: String,
    /// What the dataset is, for its heading
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    title: String,
    /// The same in Chinese
    #[arg(
        long,
        value_name = "TEXT",
        default_value = "",
        hide_default_value = true,
        allow_hyphen_values = true
    )]
    title_zh: String,
    /// Whose trade it is, for the headline; China where neither language says it
    #[arg(
        long,
        value_name = "NAME",
        default_value = "",
        hide_default_value = true,
        allow_hyphen_values = true
    )]
    reporter: String,
    /// The same in Chinese
    #[arg(
        long,
        value_name = "NAME",
        default_value = "",
        hide_default_value = true,
        allow_hyphen_values = true
    )]
    reporter_zh: String,
    /// What is traded, for the headline; “these goods” where neither language says it
    #[arg(
        long,
        value_name = "TEXT",
        default_value = "",
        hide_default_value = true,
        allow_hyphen_values = true
    )]
    commodity: String,
    /// The same in Chinese
    #[arg(
        long,
        value_name = "TEXT",
        default_value = "",
        hide_default_value = true,
        allow_hyphen_values = true
    )]
    commodity_zh: String,
    /// The English name of a member that the files name in Chinese alone; may be given often
    #[arg(long = "name", value_name = "CODE=NAME", value_parser = member_name)]
    names: Vec<(String, String)>,
    /// Where the rows are from, instead of the files’ names; may be given often
    #[arg(long = "source", value_name = "TEXT", allow_hyphen_values = true)]
    sources: Vec<String>,
    /// Where the dataset should go, such as public/data/NAME.json
    #[arg(long, short, value_name = "FILE")]
    output: PathBuf,
}

pub fn run(arguments: Arguments) -> Result<Answer, Failure> {
    let mut import =
        Import::new(Options { flow: arguments.flow, period: arguments.period, ..Options::default() });
    for path in &arguments.files {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let size = fs::metadata(path).map_err(|e| format!("{} cannot be read: {e}.", path.display()))?.len();
        match size > LARGEST_FILE as u64 {
            true => import.refuse_large(&name),
            false => import.add(&name, files::bytes(path)?),
        }
    }
    while !import.advance(usize::MAX).finished {}
    unanswered(&import)?;
    let outcome = import.finish(Catalogue {
        id: arguments.id,
        title: Name { en: arguments.title, zh: arguments.title_zh },
        reporter: said_or(Name { en: arguments.reporter, zh: arguments.reporter_zh }, "China", "中国"),
        commodity: said_or(
            Name { en: arguments.commodity, zh: arguments.commodity_zh },
            "these goods",
            "该商品",
        ),
        ..Catalogue::default()
    });
    let words = import_words(LANGUAGE);
    for problem in &outcome.problems {
        eprintln!("{}", import_problem(words, problem));
    }
    if outcome.more_problems > 0 {
        eprintln!("and {} more of the kind.", outcome.more_problems);
    }
    let mut records = outcome.records.ok_or("nothing in these files could be used.")?;
    name_members(&mut records.catalogue, arguments.names)?;
    if !arguments.sources.is_empty() {
        records.provenance.sources = arguments.sources;
    }
    let output = &arguments.output;
    let text = write_records(&records);
    fs::write(output, text).map_err(|error| format!("{} cannot be written: {error}.", output.display()))?;
    let mut told = String::new();
    for (name, text) in summary_lines(words, &outcome.summary) {
        let _ = writeln!(told, "{name:<24} {text}");
    }
    let _ = writeln!(told, "{} is written.", output.display());
    told.push_str(&update_manifest(output)?);
    Ok(Answer::done(told))
}

/// A name that was said, or what stands for none.
fn said_or(said: Name, en: &str, zh: &str) -> Name {
    match said == Name::default() {
        true => Name { en: en.to_owned(), zh: zh.to_owned() },
        false => said,
    }
}

/// Gives members the English names that were said.
fn name_members(catalogue: &mut Catalogue, names: Vec<(String, String)>) -> Result<(), Failure> {
    for (code, name) in names {
        let named = Dimension::ALL.into_iter().find_map(|dimension| {
            let members = &mut catalogue.members[dimension];
            members.iter_mut().find(|m| m.code == code)?.name.en = name.clone();
            Some(())
        });
        named.ok_or_else(|| format!("--name {code}={name}: the files have no code {code}."))?;
    }
    Ok(())
}

/// What the files do not say must be said: nothing is guessed.
fn unanswered(import: &Import) -> Result<(), Failure> {
    let Some(question) = import.questions().into_iter().next() else { return Ok(()) };
    let file = question.file.unwrap_or_default();
    match question.about {
        About::Month => {
            let guess = question.guess.map(|g| format!(" Its name speaks of {g}.")).unwrap_or_default();
            Err(format!("{file} does not say of which month it is: --period YYYY-MM.{guess}"))
        }
        _ => Err("say whether these are exports or imports: --flow export or --flow import. \
             Customs files do not say it."
            .to_owned()),
    }
}

/// The manifest that lies beside a dataset, where there is one.
fn update_manifest(output: &Path) -> Result<String, Failure> {
    let folder = output.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    match folder.join(manifest::FILE).exists() {
        true => manifest::update(folder),
        false => Ok(String::new()),
    }
}
