//! `tonnage import`: downloaded customs files as a dataset.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use dataset::write_records;
use i18n::{import_problem, import_remarks, import_words, summary_lines};
use import::{About, Given, Import, LARGEST_FILE, NotAnAnswer, Options, Outcome, Question, left_out_csv};
use model::{Catalogue, Dimension, Flow, Name, Period};

use super::example;
use crate::answer::{Answer, Failure};
use crate::language::LANGUAGE;
use crate::values::{answer, dataset_id, member_name, month, one_of};
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
    /// Whose trade it is, for the headline, where that is not to be what the files say
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
    /// What is traded, for the headline; the product’s name where there is one product and neither language says it
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
    /// An answer to what the files leave open, such as reporter=156 or same-key=add; may be given often
    #[arg(long = "answer", value_name = "ABOUT=VALUE", value_parser = answer)]
    answers: Vec<Given>,
    /// Where a list of the rows that were left out should go, as CSV
    #[arg(long, value_name = "FILE")]
    left_out: Option<PathBuf>,
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
    for given in arguments.answers {
        import.answer(given).map_err(|NotAnAnswer(given)| {
            format!("--answer {}={}: that is no answer to it.", given.about.name(), given.value)
        })?;
    }
    while !import.advance(usize::MAX).finished {}
    let reporter = Name { en: arguments.reporter, zh: arguments.reporter_zh };
    unanswered(&import, &reporter)?;
    let outcome = import.finish(Catalogue {
        id: arguments.id,
        title: Name { en: arguments.title, zh: arguments.title_zh },
        reporter,
        commodity: Name { en: arguments.commodity, zh: arguments.commodity_zh },
        ..Catalogue::default()
    });
    let words = import_words(LANGUAGE);
    for problem in &outcome.problems {
        eprintln!("{}", import_problem(words, problem));
    }
    if outcome.more_problems > 0 {
        eprintln!("and {} more of the kind.", outcome.more_problems);
    }
    if let Some(path) = &arguments.left_out {
        write(path, &left_out_csv(&outcome.summary.left_out_rows))?;
    }
    let remarks = import_remarks(words, &outcome);
    let Outcome { records, summary, .. } = outcome;
    let mut told = String::new();
    for (name, text) in summary_lines(words, &summary) {
        let _ = writeln!(told, "{name:<24} {text}");
    }
    let Some(mut records) = records else {
        eprint!("{told}");
        return Err("nothing in these files could be used.".to_owned());
    };
    name_members(&mut records.catalogue, arguments.names)?;
    records.provenance.remarks = remarks;
    if !arguments.sources.is_empty() {
        records.provenance.sources = arguments.sources;
    }
    let output = &arguments.output;
    write(output, &write_records(&records))?;
    let _ = writeln!(told, "{} is written.", output.display());
    told.push_str(&update_manifest(output)?);
    let lost = summary.lost_too_many();
    if lost {
        eprintln!("{}", words.too_many_lost(&summary));
    }
    Ok(Answer::checked(told, lost))
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    fs::write(path, text).map_err(|error| format!("{} cannot be written: {error}.", path.display()))
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

/// What the files do not say must be said: nothing is guessed. Whose trade it is may be said by name, where no
/// file does.
fn unanswered(import: &Import, reporter: &Name) -> Result<(), Failure> {
    let is_said = |question: &Question| {
        question.about == About::Reporter && question.choices.is_empty() && *reporter != Name::default()
    };
    let Some(question) = import.questions().into_iter().find(|question| !is_said(question)) else {
        return Ok(());
    };
    let file = question.file.clone().unwrap_or_default();
    match question.about {
        About::Month => {
            let guess = question.guess.map(|g| format!(" Its name speaks of {g}.")).unwrap_or_default();
            Err(format!("{file} does not say of which month it is: --period YYYY-MM.{guess}"))
        }
        About::Flow => Err("say whether these are exports or imports: --flow export or --flow import. \
             Customs files do not say it."
            .to_owned()),
        About::Reporter if question.choices.is_empty() => {
            Err("no file says whose trade it is: --reporter NAME.".to_owned())
        }
        about => {
            let place = if file.is_empty() { file } else { format!("{file}: ") };
            let sentence = import_words(LANGUAGE).unanswered(&question);
            Err(format!("{place}{sentence} --answer {}=VALUE", about.name()))
        }
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
