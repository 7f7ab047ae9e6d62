//! The manifest of a folder: what its datasets are, for the page to find them. With it go the files of sums,
//! which the page shows of records first.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use breakdown::{Dataset, opening_month};
use dataset::{
    Kind, MANIFEST_FORMAT, Parsed, SettlementFile, read_ledger, read_manifest, read_records, write_sums,
};
use model::{Dimension, Name};
use serde::Serialize;

use crate::answer::Failure;
use crate::files::{self, SETTLEMENT_ENDING, sha256};
use crate::schema;
use crate::words::words;

/// The manifest's name in its folder.
pub const FILE: &str = "index.json";
const SCHEMA_ENDING: &str = ".schema.json";
/// How the names of the files of sums end, which are made here and are no datasets.
const SUMS_ENDING: &str = ".sums.json";

/// Sums larger than their rows are written all the same up to this size, bytes: about what the worker for rows
/// has, without which the page can show them.
const WORTH_A_WORKER: usize = 100_000;

#[derive(Serialize)]
struct ManifestJson {
    format: &'static str,
    version: &'static str,
    default: String,
    datasets: Vec<DatasetJson>,
}

#[derive(Serialize)]
struct DatasetJson {
    id: String,
    #[serde(flatten)]
    file: FileJson,
    /// Only of records in one file.
    #[serde(skip_serializing_if = "Option::is_none")]
    sums: Option<MadeJson>,
    /// Only of published figures.
    #[serde(skip_serializing_if = "Option::is_none")]
    settlement: Option<MadeJson>,
    kind: &'static str,
    title: NameJson,
    first: String,
    last: String,
    default_period: String,
    /// Of the only file, until there is a second one.
    #[serde(skip)]
    only_products: Vec<String>,
    /// Partners of the file whose names are there in one language only, each with the one in the other.
    #[serde(skip)]
    half_named: Vec<(String, String)>,
    /// Only of records in several files: each with its months and products, so that the page fetches
    /// those that a view needs.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parts: Vec<PartJson>,
}

/// A file that is made here from a dataset's.
#[derive(Serialize)]
struct MadeJson {
    #[serde(flatten)]
    file: FileJson,
    /// What the file holds.
    #[serde(skip)]
    text: String,
}

#[derive(Serialize)]
struct PartJson {
    #[serde(flatten)]
    file: FileJson,
    first: String,
    last: String,
    products: Vec<String>,
}

/// A file; all of its fields are left out for a dataset of several.
#[derive(Serialize, Default, Clone)]
struct FileJson {
    #[serde(skip_serializing_if = "String::is_empty")]
    file: String,
    #[serde(skip_serializing_if = "is_zero")]
    bytes: usize,
    #[serde(skip_serializing_if = "String::is_empty")]
    sha256: String,
}

impl FileJson {
    fn of(name: &str, bytes: &[u8]) -> FileJson {
        FileJson { file: name.to_owned(), bytes: bytes.len(), sha256: sha256(bytes) }
    }
}

fn is_zero(bytes: &usize) -> bool {
    *bytes == 0
}

#[derive(Serialize)]
struct NameJson {
    en: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    zh: String,
}

/// Fails when the folder's manifest and sums are not as they should be. Returns what to tell.
pub fn check(folder: &Path) -> Result<String, Failure> {
    let (files, told) = generated(folder)?;
    match files.iter().find(|(path, text)| !is_current(path, text)) {
        None => Ok(up_to_date(folder) + &told),
        Some((path, _)) => Err(words().out_of_date(path, folder)),
    }
}

/// Writes the folder's manifest and sums where they are not as they should be. Returns what to tell.
pub fn update(folder: &Path) -> Result<String, Failure> {
    let (mut files, half_named) = generated(folder)?;
    files.retain(|(path, text)| !is_current(path, text));
    if files.is_empty() {
        return Ok(up_to_date(folder) + &half_named);
    }
    let mut told = String::new();
    for (path, text) in files {
        files::write(&path, text)?;
        let _ = writeln!(told, "{}", words().written(&path));
    }
    Ok(told + &half_named)
}

fn up_to_date(folder: &Path) -> String {
    words().up_to_date(&folder.join(FILE)) + "\n"
}

fn is_current(path: &Path, text: &str) -> bool {
    fs::read_to_string(path).is_ok_and(|current| current == text)
}

/// The files that are made from a folder's datasets, as they should be: sums, and last the manifest, which
/// names them. And what else their publisher should know.
fn generated(folder: &Path) -> Result<(Vec<(PathBuf, String)>, String), Failure> {
    let mut datasets: Vec<DatasetJson> = Vec::new();
    let mut told = String::new();
    for name in names(folder)? {
        let (dataset, part) = dataset(folder, &name)?;
        if !dataset.half_named.is_empty() {
            let _ = writeln!(told, "{}", words().half_named(&folder.join(&name), &dataset.half_named));
        }
        match datasets.iter_mut().find(|d| d.id == dataset.id) {
            None => datasets.push(dataset),
            Some(twin) if twin.kind == Kind::Records.name() && dataset.kind == twin.kind => {
                join(twin, part, dataset.default_period);
            }
            Some(twin) => return Err(words().same_id(&twin.file.file, &name, &dataset.id)),
        }
    }
    let default = default(folder, &datasets)?;
    // Readers choose from the list: what the site opens with comes first.
    datasets.sort_by_key(|d| d.id != default);
    let made = datasets.iter_mut().flat_map(|d| [d.sums.as_mut(), d.settlement.as_mut()]).flatten();
    let mut files: Vec<(PathBuf, String)> =
        made.map(|made| (folder.join(&made.file.file), std::mem::take(&mut made.text))).collect();
    let manifest = ManifestJson { format: MANIFEST_FORMAT, version: "1.0", default, datasets };
    let text = serde_json::to_string_pretty(&manifest).map_err(|e| e.to_string())?;
    files.push((folder.join(FILE), text + "\n"));
    Ok((files, told))
}

/// The id of the dataset that the page opens with: the same as before, or else the first.
fn default(folder: &Path, datasets: &[DatasetJson]) -> Result<String, Failure> {
    let before = fs::read(folder.join(FILE)).ok().and_then(|bytes| read_manifest(&bytes).read);
    let kept = before.and_then(|m| m.default().map(|d| d.id.clone()));
    let kept = kept.filter(|id| datasets.iter().any(|d| d.id == *id));
    let first = datasets.first().map(|d| d.id.clone());
    kept.or(first).ok_or_else(|| words().no_datasets(folder))
}

/// The dataset files of a folder, in the order of their names.
fn names(folder: &Path) -> Result<Vec<String>, Failure> {
    let entries = fs::read_dir(folder).map_err(|error| words().not_read_because(folder, &error))?;
    let mut names: Vec<String> = entries
        .filter_map(|e| e.ok()?.file_name().into_string().ok())
        .filter(|n| n.ends_with(".json") && n != FILE)
        .filter(|n| ![SCHEMA_ENDING, SUMS_ENDING, SETTLEMENT_ENDING].iter().any(|ending| n.ends_with(ending)))
        .collect();
    names.sort();
    Ok(names)
}

/// Adds a file, which opens with `default_period`, to a dataset of records: from now on it has parts, of which a view
/// needs some, and no sums.
fn join(dataset: &mut DatasetJson, part: PartJson, default_period: String) {
    dataset.sums = None;
    if dataset.parts.is_empty() {
        let file = std::mem::take(&mut dataset.file);
        let products = std::mem::take(&mut dataset.only_products);
        dataset.parts.push(PartJson {
            file,
            first: dataset.first.clone(),
            last: dataset.last.clone(),
            products,
        });
    }
    dataset.first = dataset.first.clone().min(part.first.clone());
    // The newest part's default counts.
    if part.last > dataset.last {
        dataset.last = part.last.clone();
        dataset.default_period = default_period;
    }
    dataset.parts.push(part);
}

/// A file as a dataset of its own, and as a part of one.
fn dataset(folder: &Path, name: &str) -> Result<(DatasetJson, PartJson), Failure> {
    let path = folder.join(name);
    let bytes = files::bytes(&path)?;
    let kind = files::kind(&bytes).unwrap_or(Kind::PublishedFigures);
    // What is published has no faults: the page would show them to every reader.
    let file = FileJson::of(name, &bytes);
    let (dataset, months, sums, settlement) = match kind {
        Kind::PublishedFigures => {
            // Anew, so that a file of an earlier program is not taken for current.
            let ledger = settle::settled(faultless(&path, read_ledger(&bytes))?);
            let months = ledger.coverage();
            let text = serde_json::to_string(&SettlementFile::of(&ledger, &file.sha256));
            let settlement = made(name, SETTLEMENT_ENDING, text.map_err(|e| e.to_string())?);
            (Dataset::Published(ledger), months, None, Some(settlement))
        }
        Kind::Records => {
            let records = faultless(&path, read_records(&bytes))?;
            let months = records.months().first().copied().zip(records.months().last().copied());
            let sums = sums(&file, write_sums(&records, &file.sha256));
            (Dataset::Recorded((&records).into()), months, sums, None)
        }
    };
    // What readers cannot know to be wrong, such as a field of a newer version, is misspelt here.
    if let Some(fault) = schema::first_fault(kind, &bytes)? {
        return Err(words().about(&path.display().to_string(), &fault));
    }
    let (first, last) = months.ok_or_else(|| words().no_months())?;
    let catalogue = dataset.catalogue().clone();
    let default_period = catalogue.default_period.or_else(|| opening_month(&dataset)).unwrap_or(last);
    let products: Vec<String> =
        catalogue.members(Dimension::Product).iter().map(|p| p.code.clone()).collect();
    let half_named = catalogue.members(Dimension::Destination).iter().filter_map(|m| other_name(&m.name));
    let dataset = DatasetJson {
        half_named: half_named.collect(),
        id: catalogue.id,
        file: file.clone(),
        sums,
        settlement,
        kind: kind.name(),
        title: NameJson { en: catalogue.title.en, zh: catalogue.title.zh },
        first: first.to_string(),
        last: last.to_string(),
        default_period: default_period.to_string(),
        only_products: products.clone(),
        parts: Vec::new(),
    };
    Ok((dataset, PartJson { file, first: first.to_string(), last: last.to_string(), products }))
}

/// A partner's name that is there in one language alone, and the one in the other, which readers of that would have.
fn other_name(name: &Name) -> Option<(String, String)> {
    let known = match (name.en.is_empty(), name.zh.is_empty()) {
        (false, true) => &name.en,
        (true, false) => &name.zh,
        _ => return None,
    };
    let partner = partners::by_name(known, None)?.name();
    let other = if name.zh.is_empty() { partner.zh } else { partner.en };
    Some((known.clone(), other))
}

/// The sums of a file of records, where they are worth fetching before it.
fn sums(rows: &FileJson, text: String) -> Option<MadeJson> {
    (text.len() <= rows.bytes.max(WORTH_A_WORKER)).then(|| made(&rows.file, SUMS_ENDING, text))
}

/// A file beside a dataset's of that name.
fn made(dataset: &str, ending: &str, text: String) -> MadeJson {
    let stem = dataset.strip_suffix(".json").unwrap_or(dataset);
    MadeJson { file: FileJson::of(&format!("{stem}{ending}"), text.as_bytes()), text }
}

fn faultless<T>(path: &Path, reading: Parsed<T>) -> Result<T, Failure> {
    match (reading.problems.first(), reading.read) {
        (None, Some(dataset)) => Ok(dataset),
        (Some(fault), _) => Err(files::told(path, fault)),
        (None, None) => Err(words().not_read(path)),
    }
}
