//! What the command line asks for.

use std::path::PathBuf;

use ::note::{Format, Language, Length};
use lexopt::prelude::*;
use model::{Flow, Name, Period, Span};

use crate::Failure;
use crate::calls::{check_note, import, note};

pub const USAGE: &str = "\
tonnage: export breakdowns from published figures

  tonnage breakdown --dataset FILE [--period YYYY-MM] [--span month|ytd|r12] [--json]
      One month's total with its changes, products, destinations and registration
      locations: a table, or JSON as docs/dataset.md describes it. Without --period,
      the dataset's default month.

  tonnage check --dataset FILE [--json]
      Every printed figure with a verdict: whether all others together agree with it.
      Exit code 1 when some cannot be true at the same time.

  tonnage import FILE ... --flow export|import --id NAME --title TEXT -o FILE
                 [--period YYYY-MM] [--reporter NAME] [--commodity TEXT] [--title-zh TEXT]
                 [--reporter-zh NAME] [--commodity-zh TEXT] [--name CODE=NAME ...]
                 [--source TEXT ...]
      A dataset of records from downloaded files: the query site of China's customs
      or UN Comtrade. --period is the month of files without a month column. --name is
      the English name of a member that the files name in Chinese alone; --source says
      where the rows are from, instead of the files' names. Updates the manifest that
      lies beside the new file.

  tonnage note --dataset FILE [--period YYYY-MM] [--lang en|zh] [--length short|full]
               [--format text|markdown|html|json] [--comment TEXT] [--base URL]
      The month's note, as an analyst would write it, from the dataset's facts alone.
      --comment is your own interpretation, in a box of its own. --base is the address
      of the published page, for links behind the numbers.

  tonnage check-note FILE --dataset FILE [--period YYYY-MM] [--json]
               [--claims FILE] [--add-to FILE] [--id NAME]
      The figures of a published note, English or Chinese, each compared with the
      dataset and with the note's other figures. FILE is plain text, - for standard
      input. --period is the month of a note that does not say it. --claims writes
      the figures as an article of a dataset of published figures, --add-to adds it
      to one; --id is the article's id.

  tonnage manifest [--check] FOLDER
      Write FOLDER/index.json from the datasets in FOLDER: size, hash and months of
      each. With --check, write nothing and fail when it is out of date.

  tonnage --help | --version

Exit codes: 0 done, 1 a check found contradictions or differences, 2 something was wrong with the input; a sentence on standard error says what.
";

/// One run's work.
pub enum Command {
    Help,
    Version,
    Breakdown { dataset: PathBuf, period: Option<Period>, span: Span, json: bool },
    Check { dataset: PathBuf, json: bool },
    CheckNote(check_note::Request),
    Manifest { folder: PathBuf, check: bool },
    Import(import::Request),
    Note(note::Request),
}

pub fn parse() -> Result<Command, Failure> {
    let mut parser = lexopt::Parser::from_env();
    let first = parser.next().map_err(|e| e.to_string())?;
    match first {
        None => Err("say what to do. `tonnage --help` lists the commands.".to_owned()),
        Some(Long("help") | Short('h')) => Ok(Command::Help),
        Some(Long("version") | Short('V')) => Ok(Command::Version),
        Some(Value(name)) if name == "breakdown" => breakdown(&mut parser),
        Some(Value(name)) if name == "check" => check(&mut parser),
        Some(Value(name)) if name == "check-note" => check_a_note(&mut parser),
        Some(Value(name)) if name == "manifest" => manifest(&mut parser),
        Some(Value(name)) if name == "import" => import(&mut parser),
        Some(Value(name)) if name == "note" => note(&mut parser),
        Some(Value(name)) if name == "help" => Ok(Command::Help),
        Some(Value(name)) => {
            Err(format!("there is no command “{}”. `tonnage --help` lists them.", name.to_string_lossy()))
        }
        Some(other) => Err(unexpected(other)),
    }
}

fn breakdown(parser: &mut lexopt::Parser) -> Result<Command, Failure> {
    let (mut dataset, mut period, mut span, mut json) = (None, None, Span::Month, false);
    while let Some(arg) = parser.next().map_err(|e| e.to_string())? {
        match arg {
            Long("dataset") => dataset = Some(PathBuf::from(value(parser)?)),
            Long("period") => {
                period = Some(month(&value(parser)?.to_string_lossy())?);
            }
            Long("span") => {
                let name = value(parser)?.to_string_lossy().into_owned();
                let found = Span::NAMES.iter().find(|(n, _)| *n == name);
                span = found.ok_or(format!("--span “{name}” is neither month nor ytd nor r12."))?.1;
            }
            Long("json") => json = true,
            Long("help") | Short('h') => return Ok(Command::Help),
            other => return Err(unexpected(other)),
        }
    }
    Ok(Command::Breakdown {
        dataset: dataset.ok_or("say which dataset: --dataset FILE")?,
        period,
        span,
        json,
    })
}

fn check(parser: &mut lexopt::Parser) -> Result<Command, Failure> {
    let (mut dataset, mut json) = (None, false);
    while let Some(arg) = parser.next().map_err(|e| e.to_string())? {
        match arg {
            Long("dataset") => dataset = Some(PathBuf::from(value(parser)?)),
            Long("json") => json = true,
            Long("help") | Short('h') => return Ok(Command::Help),
            other => return Err(unexpected(other)),
        }
    }
    Ok(Command::Check { dataset: dataset.ok_or("say which dataset: --dataset FILE")?, json })
}

fn check_a_note(parser: &mut lexopt::Parser) -> Result<Command, Failure> {
    let (mut file, mut dataset) = (None, None);
    let mut request = check_note::Request { id: "checked-note".to_owned(), ..Default::default() };
    while let Some(arg) = parser.next().map_err(|e| e.to_string())? {
        match arg {
            Value(path) if file.is_none() => file = Some(PathBuf::from(path)),
            Long("dataset") => dataset = Some(PathBuf::from(value(parser)?)),
            Long("period") => request.period = Some(month(&value(parser)?.to_string_lossy())?),
            Long("json") => request.json = true,
            Long("claims") => request.claims = Some(PathBuf::from(value(parser)?)),
            Long("add-to") => request.add_to = Some(PathBuf::from(value(parser)?)),
            Long("id") => request.id = value(parser)?.to_string_lossy().into_owned(),
            Long("help") | Short('h') => return Ok(Command::Help),
            other => return Err(unexpected(other)),
        }
    }
    request.note = file.ok_or("say which note: tonnage check-note FILE, - for standard input")?;
    request.dataset = dataset.ok_or("say which dataset: --dataset FILE")?;
    if request.id.is_empty() {
        return Err("--id must not be empty.".to_owned());
    }
    Ok(Command::CheckNote(request))
}

fn manifest(parser: &mut lexopt::Parser) -> Result<Command, Failure> {
    let (mut folder, mut check) = (None, false);
    while let Some(arg) = parser.next().map_err(|e| e.to_string())? {
        match arg {
            Long("check") => check = true,
            Long("help") | Short('h') => return Ok(Command::Help),
            Value(path) if folder.is_none() => folder = Some(PathBuf::from(path)),
            other => return Err(unexpected(other)),
        }
    }
    Ok(Command::Manifest {
        folder: folder.ok_or("say which folder holds the datasets: tonnage manifest public/data")?,
        check,
    })
}

fn import(parser: &mut lexopt::Parser) -> Result<Command, Failure> {
    let (mut files, mut flow, mut period, mut output) = (Vec::new(), None, None, None);
    let (mut id, mut title) = (None, None);
    let (mut title_zh, mut names, mut sources) = (String::new(), Vec::new(), Vec::new());
    let (mut reporter, mut commodity) = (Name::default(), Name::default());
    let text = |parser: &mut lexopt::Parser| value(parser).map(|v| v.to_string_lossy().into_owned());
    while let Some(arg) = parser.next().map_err(|e| e.to_string())? {
        match arg {
            Value(path) => files.push(PathBuf::from(path)),
            Long("flow") => {
                let name = text(parser)?;
                let found = Flow::NAMES.iter().find(|(n, _)| *n == name);
                flow = Some(found.ok_or(format!("--flow “{name}” is neither export nor import."))?.1);
            }
            Long("period") => period = Some(month(&text(parser)?)?),
            Long("id") => id = Some(text(parser)?),
            Long("title") => title = Some(text(parser)?),
            Long("title-zh") => title_zh = text(parser)?,
            Long("reporter") => reporter.en = text(parser)?,
            Long("reporter-zh") => reporter.zh = text(parser)?,
            Long("commodity") => commodity.en = text(parser)?,
            Long("commodity-zh") => commodity.zh = text(parser)?,
            Long("name") => names.push(member_name(&text(parser)?)?),
            Long("source") => sources.push(text(parser)?),
            Long("output") | Short('o') => output = Some(PathBuf::from(value(parser)?)),
            Long("help") | Short('h') => return Ok(Command::Help),
            other => return Err(unexpected(other)),
        }
    }
    if files.is_empty() {
        return Err("say which files to read: tonnage import FILE ...".to_owned());
    }
    let id = id.ok_or("say what links should call the dataset: --id NAME")?;
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if id.is_empty() || !id.chars().all(plain) {
        return Err(format!("--id “{id}” may have small letters, digits and hyphens only."));
    }
    Ok(Command::Import(import::Request {
        files,
        flow,
        period,
        id,
        title: Name {
            en: title.ok_or("say what the dataset is, for its heading: --title TEXT")?,
            zh: title_zh,
        },
        reporter,
        commodity,
        names,
        sources,
        output: output.ok_or("say where the dataset should go: -o public/data/NAME.json")?,
    }))
}

fn note(parser: &mut lexopt::Parser) -> Result<Command, Failure> {
    let mut dataset = None;
    let mut request = note::Request::default();
    let text = |parser: &mut lexopt::Parser| value(parser).map(|v| v.to_string_lossy().into_owned());
    while let Some(arg) = parser.next().map_err(|e| e.to_string())? {
        match arg {
            Long("dataset") => dataset = Some(PathBuf::from(value(parser)?)),
            Long("period") => request.period = Some(month(&text(parser)?)?),
            Long("lang") => request.language = named("--lang", &text(parser)?, &Language::NAMES)?,
            Long("length") => request.length = named("--length", &text(parser)?, &Length::NAMES)?,
            Long("format") => request.format = named("--format", &text(parser)?, &Format::NAMES)?,
            Long("comment") => request.comment = Some(text(parser)?),
            Long("base") => {
                let base = text(parser)?;
                if !["https://", "http://"].iter().any(|s| base.starts_with(s)) {
                    return Err(format!(
                        "--base “{base}” is not an address that begins with https:// or http://."
                    ));
                }
                request.base = Some(base);
            }
            Long("help") | Short('h') => return Ok(Command::Help),
            other => return Err(unexpected(other)),
        }
    }
    request.dataset = dataset.ok_or("say which dataset: --dataset FILE")?;
    Ok(Command::Note(request))
}

/// One of a few words.
fn named<T: Copy>(option: &str, given: &str, names: &[(&str, T)]) -> Result<T, Failure> {
    let found = names.iter().find(|(name, _)| *name == given).map(|(_, value)| *value);
    found.ok_or_else(|| {
        let names: Vec<&str> = names.iter().map(|(name, _)| *name).collect();
        format!("{option} “{given}” is none of {}.", names.join(", "))
    })
}

/// The code and the name in "429=Mexico".
fn member_name(text: &str) -> Result<(String, String), Failure> {
    let parts = text.split_once('=').filter(|(code, name)| !code.is_empty() && !name.is_empty());
    let (code, name) = parts.ok_or(format!("--name “{text}” is not a code and a name like 429=Mexico."))?;
    Ok((code.to_owned(), name.to_owned()))
}

fn month(text: &str) -> Result<Period, Failure> {
    let read = text.parse();
    read.map_err(|_| format!("--period “{text}” is not a month. A month is written like 2025-04."))
}

fn value(parser: &mut lexopt::Parser) -> Result<std::ffi::OsString, Failure> {
    parser.value().map_err(|e| e.to_string())
}

fn unexpected(arg: lexopt::Arg) -> Failure {
    format!("{}. `tonnage --help` shows what there is.", arg.unexpected())
}
