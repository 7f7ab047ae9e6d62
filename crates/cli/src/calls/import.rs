//! `tonnage import`: downloaded customs files as a dataset.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use dataset::records_text;
use i18n::{
    choice_label, import_problem, import_remarks, import_sources, import_words, summary_lines, terminal_width,
};
use import::{About, Choice, Given, Import, Mapping, Options, Outcome, Question, left_out_csv};
use model::{Catalogue, Dimension, Flow, Name, Period};

use super::example;
use crate::answer::{Answer, Failure};
use crate::language::language;
use crate::values::{dataset_id, member_name, month, one_of};
use crate::words::words;
use crate::{files, manifest};

/// How wide names are before what is told of them, columns of a terminal.
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
    let text = fs::read_to_string(path).map_err(|error| words().why_not(&error))?;
    Mapping::read(&text).map_err(|why| import_words(language()).not_a_mapping(&why))
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
        words().not_about_anything(&names)
    })?;
    let (of, value) =
        match (rest.strip_prefix('='), rest.strip_prefix('/').and_then(|rest| rest.rsplit_once('='))) {
            (Some(value), _) => (None, value),
            (None, Some((of, value))) => (Some(of.to_owned()), value),
            (None, None) => return Err(words().no_answer_value().to_owned()),
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
        import.answer(given).map_err(|no| words().no_answer(no.0.about, &no.0.value))?;
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
    let of_import = import_words(language());
    for problem in &outcome.problems {
        eprintln!("{}", import_problem(of_import, problem));
    }
    if outcome.more_problems > 0 {
        eprintln!("{}", words().more_faults(outcome.more_problems));
    }
    if let Some(path) = &arguments.left_out {
        files::write(path, left_out_csv(&outcome.summary.left_out_rows))?;
    }
    let remarks = import_remarks(of_import, &outcome);
    let Outcome { records, summary, .. } = outcome;
    let mut told = String::new();
    for (name, text) in summary_lines(of_import, &summary) {
        let _ = writeln!(told, "{} {text}", padded(&name, NAME_WIDTH));
    }
    let Some(mut records) = records else {
        eprint!("{told}");
        return Err(words().nothing_usable().to_owned());
    };
    name_members(&mut records.catalogue, arguments.names)?;
    records.provenance.remarks = remarks;
    records.provenance.sources = match arguments.sources.is_empty() {
        true => import_sources(of_import, &summary),
        false => arguments.sources,
    };
    let output = &output;
    files::write(output, records_text(&records))?;
    let _ = writeln!(told, "{}", words().written(output));
    told.push_str(&update_manifest(output)?);
    let lost = summary.lost_too_many();
    if lost {
        eprintln!("{}", of_import.too_many_lost(&summary));
    }
    Ok(Answer::checked(told, lost))
}

/// Gives members the English names that were said.
fn name_members(catalogue: &mut Catalogue, names: Vec<(String, String)>) -> Result<(), Failure> {
    for (code, name) in names {
        let named = Dimension::ALL.into_iter().find_map(|dimension| {
            let place = catalogue.find(dimension, &code)?.index.place();
            catalogue.members[dimension].get_mut(place)?.name.en = name.clone();
            Some(())
        });
        named.ok_or_else(|| words().no_code(&code, &name))?;
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
    let import = import_words(language());
    let mut told = import.question(question);
    match question.about {
        About::Flow => told.push_str("\n    --flow export\n    --flow import"),
        About::Month => {
            if let Some(month) = &question.guess {
                told.push_str(&words().month_guess(month));
            }
            told.push_str("\n    --period YYYY-MM");
        }
        About::Columns => {
            told.push_str(words().columns_guess());
            for choice in &question.choices {
                let _ = write!(told, "\n    {} {}", padded(&choice.name, NAME_WIDTH), choice.value);
            }
            let file = question.file.as_deref().unwrap_or_default();
            let _ = write!(told, "\n  {}", words().columns_answer(file));
        }
        About::Reporter if question.choices.is_empty() => {
            let _ = write!(told, "\n    {}", words().reporter_answer());
        }
        _ => {
            for choice in &question.choices {
                let _ = write!(told, "\n    {}", answered(question, choice));
            }
        }
    }
    told
}

/// An answer as it is written, with what it means and what cells become by it.
fn answered(question: &Question, choice: &Choice) -> String {
    let import = import_words(language());
    let file = question.file.as_ref().map(|file| format!("{file}:")).unwrap_or_default();
    let of = question.of.as_ref().map(|of| format!("/{of}")).unwrap_or_default();
    let label = choice_label(import, question, choice);
    let meaning = if label == choice.value { String::new() } else { label };
    let told = match choice.samples.as_slice() {
        [] => meaning,
        samples => import.in_brackets(&meaning, &samples.join(", ")),
    };
    let written = format!("--answer \"{file}{}{of}={}\"", question.about.name(), choice.value);
    format!("{written}  {}", told.trim_start()).trim_end().to_owned()
}

/// How the files would be read.
fn explanation(import: &mut Import) -> String {
    let of_import = import_words(language());
    let seen = import.seen();
    while !import.advance(usize::MAX).finished {}
    let mut told = String::new();
    for file in &seen {
        let origin = file.summary.origin.map(|origin| of_import.origin(origin)).unwrap_or_default();
        let how = match file.summary.encoding {
            Some(encoding) => of_import.and_besides(origin, encoding.name()),
            None => origin.to_owned(),
        };
        let _ = writeln!(told, "{}", words().about(&file.summary.name, &how));
        for column in &file.columns {
            let samples = column.samples.join(" · ");
            let name = padded(&column.name, NAME_WIDTH);
            let _ = writeln!(told, "  {name} {:<18} {samples}", column.role.name());
        }
        let _ = writeln!(told, "  {}\n{}\n", words().as_mapping(), file.mapping.write());
    }
    for problem in import.problems() {
        let _ = writeln!(told, "{}", import_problem(of_import, problem));
    }
    let questions = import.questions();
    if !questions.is_empty() {
        let _ = writeln!(told, "{}", words().to_be_said());
    }
    for question in &questions {
        let _ = writeln!(told, "{}", asked(question));
    }
    told
}

/// A text with blanks behind it, up to a width in columns of a terminal.
fn padded(text: &str, width: usize) -> String {
    text.to_owned() + &" ".repeat(width.saturating_sub(terminal_width(text)))
}

/// The manifest that lies beside a dataset, where there is one.
fn update_manifest(output: &Path) -> Result<String, Failure> {
    let folder = output.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    match folder.join(manifest::FILE).exists() {
        true => manifest::update(folder),
        false => Ok(String::new()),
    }
}
