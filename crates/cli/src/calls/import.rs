//! `tonnage import`: downloaded customs files as a dataset.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use dataset::records_text;
use i18n::{import_problem, import_remarks, import_words, summary_lines, terminal_width};
use import::{About, Choice, Given, Import, Mapping, Options, Outcome, Question, left_out_csv};
use model::{Catalogue, Dimension, Flow, Name, Period};

use super::example;
use crate::answer::{Answer, Failure};
use crate::language::language;
use crate::values::{dataset_id, member_name, month, one_of};
use crate::{files, manifest};

/// How wide the names of a summary's lines are, columns of a terminal.
const NAME_WIDTH: usize = 24;

/// A dataset of records from downloaded customs files
///
/// The files are those of the query site of China’s customs or of UN Comtrade;
/// docs/records.md says which are read. Updates the manifest that lies beside the new file.
/// --explain says what would be done, and writes nothing.
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
    /// Which column is what, for files that have its columns: a JSON file, see docs/records.md
    #[arg(long, value_name = "FILE", value_parser = mapping)]
    mapping: Option<Mapping>,
    /// An answer to what the files do not say, as the question spells it; may be given often
    #[arg(long = "answer", value_name = "[FILE:]ABOUT=VALUE", value_parser = answer)]
    answers: Vec<Given>,
    /// Say how the files would be read, and what must be answered; nothing is written
    #[arg(long)]
    explain: bool,
    /// What links should call the dataset (small letters, digits and hyphens)
    #[arg(long, value_name = "NAME", value_parser = dataset_id, required_unless_present = "explain")]
    id: Option<String>,
    /// What the dataset is, for its heading
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true, required_unless_present = "explain")]
    title: Option<String>,
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
    /// Where a list of the rows that were left out should go, as CSV
    #[arg(long, value_name = "FILE")]
    left_out: Option<PathBuf>,
    /// Where the dataset should go, such as public/data/NAME.json
    #[arg(long, short, value_name = "FILE", required_unless_present = "explain")]
    output: Option<PathBuf>,
}

/// The mapping in a file.
fn mapping(path: &str) -> Result<Mapping, String> {
    let text = fs::read_to_string(path).map_err(|error| error.to_string())?;
    Mapping::read(&text).map_err(|why| why.to_string())
}

/// `flow=export`, `April.csv:month=2025-04`, `unit/Qty=t`.
fn answer(text: &str) -> Result<Given, String> {
    // Where a subject's name stands: at the beginning, or after a file's name.
    let subject = About::NAMES.iter().find_map(|(name, about)| {
        let starts = text
            .match_indices(name)
            .map(|(at, _)| at)
            .filter(|at| *at == 0 || text.get(at - 1..*at) == Some(":"));
        let mut rests = starts.filter_map(|at| Some((at, text.get(at + name.len()..)?)));
        let (at, rest) = rests.find(|(_, rest)| rest.starts_with(['=', '/']))?;
        Some((*about, text.get(..at)?.strip_suffix(':'), rest))
    });
    let (about, file, rest) = subject.ok_or_else(|| {
        let names: Vec<&str> = About::NAMES.iter().map(|(name, _)| *name).collect();
        format!("an answer is ABOUT=VALUE, and ABOUT one of {}", names.join(", "))
    })?;
    let (of, value) =
        match (rest.strip_prefix('='), rest.strip_prefix('/').and_then(|rest| rest.rsplit_once('='))) {
            (Some(value), _) => (None, value),
            (None, Some((of, value))) => (Some(of.to_owned()), value),
            (None, None) => return Err("no value stands after it".to_owned()),
        };
    Ok(Given { about, file: file.map(str::to_owned), of, value: value.to_owned() })
}

pub fn run(arguments: Arguments) -> Result<Answer, Failure> {
    let mut import = Import::new(Options {
        flow: arguments.flow,
        period: arguments.period,
        mappings: arguments.mapping.into_iter().collect(),
        ..Options::default()
    });
    for given in arguments.answers {
        import.answer(given).map_err(|no| {
            format!("--answer {}={}: that is no answer to it.", no.0.about.name(), no.0.value)
        })?;
    }
    for path in &arguments.files {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        import.add(&name, files::source(path)?);
    }
    let (Some(id), Some(title), Some(output)) = (arguments.id, arguments.title, arguments.output) else {
        return Ok(Answer::done(explanation(&mut import)));
    };
    if arguments.explain {
        return Ok(Answer::done(explanation(&mut import)));
    }
    while !import.advance(usize::MAX).finished {}
    let reporter = Name { en: arguments.reporter, zh: arguments.reporter_zh };
    unanswered(&import, &reporter)?;
    let outcome = import.finish(Catalogue {
        id,
        title: Name { en: title, zh: arguments.title_zh },
        reporter,
        commodity: Name { en: arguments.commodity, zh: arguments.commodity_zh },
        ..Catalogue::default()
    });
    let words = import_words(language());
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
        let gap = " ".repeat(NAME_WIDTH.saturating_sub(terminal_width(&name)));
        let _ = writeln!(told, "{name}{gap} {text}");
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
    let output = &output;
    write(output, &records_text(&records))?;
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
            let place = catalogue.find(dimension, &code)?.index.place();
            catalogue.members[dimension].get_mut(place)?.name.en = name.clone();
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
    let questions = import.questions().into_iter().filter(|question| !is_said(question));
    let asked: Vec<String> = questions.map(|question| asked(&question)).collect();
    match asked.is_empty() {
        true => Ok(()),
        false => Err(asked.join("\n")),
    }
}

/// A question with how it is answered.
fn asked(question: &Question) -> String {
    let file = question.file.as_deref().unwrap_or_default();
    let place = if file.is_empty() { String::new() } else { format!("{file}:") };
    let of = question.of.as_deref().unwrap_or_default();
    let answer = |value: &str| match &question.of {
        Some(of) => format!("--answer \"{place}{}/{of}={value}\"", question.about.name()),
        None => format!("--answer \"{place}{}={value}\"", question.about.name()),
    };
    let choices = || {
        let choice = |choice: &Choice| {
            let samples = match choice.samples.is_empty() {
                true => String::new(),
                false => format!("  ({})", choice.samples.join(", ")),
            };
            format!("\n    {}{samples}", answer(&choice.value))
        };
        question.choices.iter().map(choice).collect::<String>()
    };
    match question.about {
        About::Flow => "say whether these are exports or imports: --flow export or --flow import. \
             Customs files do not say it."
            .to_owned(),
        About::Month => {
            let guess =
                question.guess.as_ref().map(|g| format!(" Its name speaks of {g}.")).unwrap_or_default();
            format!("{file} does not say of which month it is: --period YYYY-MM.{guess}")
        }
        About::Encoding => format!("{file}: its text can be read in several ways:{}", choices()),
        About::Sheet => format!("{file}: which sheet is meant?{}", choices()),
        About::Columns => {
            let column = |choice: &Choice| format!("\n    {:<24} {}", choice.name, choice.value);
            let columns: String = question.choices.iter().map(column).collect();
            format!(
                "{file}: it is not sure which column is what. It looks like{columns}\n  \
                 If that is right: --answer \"{file}:columns=yes\". Else, a column each: \
                 --answer \"{file}:columns/COLUMN=ROLE\", or --mapping FILE; --explain writes one to begin with."
            )
        }
        About::Unit => format!("{file}: what is counted in “{of}”?{}", choices()),
        About::Currency => format!("{file}: in which currency are the values of “{of}”?{}", choices()),
        About::DecimalMark => {
            format!("{file}: the numbers of “{of}” can be read in two ways:{}", choices())
        }
        About::DateOrder => format!("{file}: does the day or the month stand first?{}", choices()),
        About::Reporter if question.choices.is_empty() => {
            "no file says whose trade it is: --reporter NAME.".to_owned()
        }
        _ => {
            let space = if file.is_empty() { "" } else { " " };
            format!("{place}{space}{}{}", import_words(language()).unanswered(question), choices())
        }
    }
}

/// How the files would be read.
fn explanation(import: &mut Import) -> String {
    let words = import_words(language());
    let seen = import.seen();
    while !import.advance(usize::MAX).finished {}
    let mut told = String::new();
    for file in &seen {
        let encoding = file.summary.encoding.map(|encoding| encoding.name()).unwrap_or_default();
        let origin = file.summary.origin.map(|origin| words.origin(origin)).unwrap_or_default();
        let _ = writeln!(told, "{}: {origin}, {encoding}", file.summary.name);
        for column in &file.columns {
            let samples = column.samples.join(" · ");
            let _ = writeln!(told, "  {:<24} {:<18} {samples}", column.name, column.role.name());
        }
        let _ = writeln!(told, "  As a mapping:\n{}\n", file.mapping.write());
    }
    for problem in import.problems() {
        let _ = writeln!(told, "{}", import_problem(words, problem));
    }
    let questions = import.questions();
    if !questions.is_empty() {
        let _ = writeln!(told, "To be said:");
    }
    for question in &questions {
        let _ = writeln!(told, "{}", asked(question));
    }
    told
}

/// The manifest that lies beside a dataset, where there is one.
fn update_manifest(output: &Path) -> Result<String, Failure> {
    let folder = output.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    match folder.join(manifest::FILE).exists() {
        true => manifest::update(folder),
        false => Ok(String::new()),
    }
}
