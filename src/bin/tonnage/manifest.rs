//! `tonnage manifest`: what a site's datasets are, for the page to find them.

use std::fs;
use std::path::Path;

use serde::Serialize;
use sha2::{Digest, Sha256};
use tonnage::dataset::{MANIFEST_FORMAT, PUBLISHED_FIGURES_FORMAT, read_ledger, read_manifest};

use crate::{Failure, files};

const FILE: &str = "index.json";
const SCHEMA_ENDING: &str = ".schema.json";

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
    file: String,
    kind: &'static str,
    title: NameJson,
    first: String,
    last: String,
    default_period: String,
    bytes: usize,
    sha256: String,
}

#[derive(Serialize)]
struct NameJson {
    en: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    zh: String,
}

pub fn run(folder: &Path, check: bool) -> Result<String, Failure> {
    let path = folder.join(FILE);
    let text = written(folder, &path)?;
    let told = path.display();
    let current = fs::read_to_string(&path).ok();
    match (check, current == Some(text.clone())) {
        (_, true) => Ok(format!("{told} is up to date.\n")),
        (true, false) => Err(format!(
            "{told} is out of date. Run `cargo run -q --release --bin tonnage -- manifest {}`.",
            folder.display()
        )),
        (false, false) => {
            fs::write(&path, text).map_err(|error| format!("{told} cannot be written: {error}."))?;
            Ok(format!("{told} is written.\n"))
        }
    }
}

/// The manifest as it should be. A dataset that was the default stays it.
fn written(folder: &Path, path: &Path) -> Result<String, Failure> {
    let mut datasets: Vec<DatasetJson> = Vec::new();
    for name in names(folder)? {
        let dataset = dataset(folder, &name)?;
        if let Some(twin) = datasets.iter().find(|d| d.id == dataset.id) {
            return Err(format!("{} and {name} have the same id “{}”.", twin.file, dataset.id));
        }
        datasets.push(dataset);
    }
    let before = fs::read(path).ok().and_then(|bytes| read_manifest(&bytes).read);
    let kept = before.and_then(|m| m.default().map(|d| d.id.clone()));
    let kept = kept.filter(|id| datasets.iter().any(|d| d.id == *id));
    let first = datasets.first().map(|d| d.id.clone());
    let default = kept.or(first).ok_or_else(|| format!("{} holds no dataset (*.json).", folder.display()))?;
    let manifest = ManifestJson { format: MANIFEST_FORMAT, version: "1.0", default, datasets };
    let text = serde_json::to_string_pretty(&manifest).map_err(|e| e.to_string())?;
    Ok(text + "\n")
}

/// The dataset files of a folder, in the order of their names.
fn names(folder: &Path) -> Result<Vec<String>, Failure> {
    let told = folder.display();
    let entries = fs::read_dir(folder).map_err(|error| format!("{told} cannot be read: {error}."))?;
    let mut names: Vec<String> = entries
        .filter_map(|e| e.ok()?.file_name().into_string().ok())
        .filter(|n| n.ends_with(".json") && n != FILE && !n.ends_with(SCHEMA_ENDING))
        .collect();
    names.sort();
    Ok(names)
}

fn dataset(folder: &Path, name: &str) -> Result<DatasetJson, Failure> {
    let path = folder.join(name);
    let bytes = files::bytes(&path)?;
    let reading = read_ledger(&bytes);
    // What is published has no faults: the page would show them to every reader.
    if let Some(problem) = reading.problems.first() {
        return Err(format!("{}: {problem}", path.display()));
    }
    let ledger = reading.read.ok_or_else(|| format!("{} cannot be read.", path.display()))?;
    let (first, last) = ledger.coverage().ok_or("the dataset covers no month.")?;
    Ok(DatasetJson {
        id: ledger.catalogue.id,
        file: name.to_owned(),
        kind: PUBLISHED_FIGURES_FORMAT.trim_start_matches("tonnage/"),
        title: NameJson { en: ledger.catalogue.title.en, zh: ledger.catalogue.title.zh },
        first: first.to_string(),
        last: last.to_string(),
        default_period: ledger.catalogue.default_period.unwrap_or(last).to_string(),
        bytes: bytes.len(),
        sha256: Sha256::digest(&bytes).iter().map(|b| format!("{b:02x}")).collect(),
    })
}
