//! `tonnage import`: downloaded customs files as a dataset.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use dataset::write_records;
use i18n::summary_lines;
use import::{Import, LARGEST_FILE, Options, Question};
use model::{Catalogue, Flow, Name, Period};

use super::manifest;
use crate::{Failure, files};

/// What `tonnage import` is told.
pub struct Request {
    pub files: Vec<PathBuf>,
    pub flow: Option<Flow>,
    pub period: Option<Period>,
    pub id: String,
    pub title: Name,
    /// China where nothing is said.
    pub reporter: Name,
    pub commodity: Name,
    /// English names of members by their codes.
    pub names: Vec<(String, String)>,
    /// Where the rows are from; the files' names where nothing is said.
    pub sources: Vec<String>,
    pub output: PathBuf,
}

pub fn run(request: Request) -> Result<String, Failure> {
    let mut import = Import::new(Options { flow: request.flow, period: request.period });
    for path in &request.files {
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
        id: request.id,
        title: request.title,
        reporter: said_or(request.reporter, "China", "中国"),
        commodity: said_or(request.commodity, "these goods", "该商品"),
        ..Catalogue::default()
    });
    for problem in &outcome.problems {
        eprintln!("{problem}");
    }
    if outcome.more_problems > 0 {
        eprintln!("and {} more of the kind.", outcome.more_problems);
    }
    let mut records = outcome.records.ok_or("nothing in these files could be used.")?;
    name_members(&mut records.catalogue, request.names)?;
    if !request.sources.is_empty() {
        records.provenance.sources = request.sources;
    }
    let output = &request.output;
    let text = write_records(&records);
    fs::write(output, text).map_err(|error| format!("{} cannot be written: {error}.", output.display()))?;
    let mut told = String::new();
    for (name, text) in summary_lines(&outcome.summary) {
        let _ = writeln!(told, "{name:<24} {text}");
    }
    let _ = writeln!(told, "{} is written.", output.display());
    told.push_str(&update_manifest(output)?);
    Ok(told)
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
        let lists = [
            &mut catalogue.products,
            &mut catalogue.destinations,
            &mut catalogue.registration_locations,
            &mut catalogue.trade_modes,
        ];
        let member = lists.into_iter().flatten().find(|m| m.code == code);
        let Some(member) = member else {
            return Err(format!("--name {code}={name}: the files have no code {code}."));
        };
        member.name.en = name;
    }
    Ok(())
}

/// What the files do not say must be said: nothing is guessed.
fn unanswered(import: &Import) -> Result<(), Failure> {
    match import.questions().into_iter().next() {
        None => Ok(()),
        Some(Question::Flow) => {
            Err("say whether these are exports or imports: --flow export or --flow import. \
             Customs files do not say it."
                .to_owned())
        }
        Some(Question::Month { file, guess }) => {
            let guess = guess.map(|g| format!(" Its name speaks of {g}.")).unwrap_or_default();
            Err(format!("{file} does not say of which month it is: --period YYYY-MM.{guess}"))
        }
    }
}

/// The manifest that lies beside a dataset, where there is one.
fn update_manifest(output: &Path) -> Result<String, Failure> {
    let folder = output.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    match folder.join(manifest::FILE).exists() {
        true => manifest::run(folder, false),
        false => Ok(String::new()),
    }
}
