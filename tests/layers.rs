//! The layers of `docs/architecture.md`, and the habits that keep them clean, read off the sources.

// Clippy's allowance for tests does not reach their helpers.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fs;
use std::path::{Path, PathBuf};

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}

/// The lines of code of every file below a folder of `src`: comments do not count.
fn code_of(folder: &str) -> Vec<(String, String)> {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(folder), &mut files);
    assert!(!files.is_empty(), "src/{folder} has no sources");
    let mut lines = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let code = text.lines().filter(|l| !l.trim_start().starts_with("//"));
        lines.extend(code.map(|l| (file.display().to_string(), l.to_owned())));
    }
    lines
}

#[track_caller]
fn check_absent(folder: &str, words: &[&str]) {
    for (file, line) in code_of(folder) {
        for word in words {
            assert!(!line.contains(word), "{file} names {word}: {}", line.trim());
        }
    }
}

const PURE: [&str; 13] = [
    "model",
    "import",
    "records",
    "synth",
    "dataset",
    "ledger",
    "breakdown",
    "chart",
    "view",
    "i18n",
    "note",
    "proof",
    "report",
];

#[test]
fn pure_layers_know_no_browser_no_files_and_no_clock() {
    let browser = ["leptos", "web_sys", "js_sys", "wasm_bindgen", "gloo_"];
    let world = ["std::fs", "std::net", "std::env", "std::time", "std::thread", "println!"];
    for folder in PURE {
        check_absent(folder, &browser);
        check_absent(folder, &world);
    }
}

#[test]
fn data_flows_one_way() {
    let below = [
        ("records", vec!["dataset", "ledger", "breakdown", "chart", "view", "i18n", "note", "report"]),
        ("import", vec!["dataset", "ledger", "breakdown", "chart", "view", "i18n", "note", "report"]),
        ("synth", vec!["dataset", "breakdown", "chart", "view", "i18n", "note", "report"]),
        (
            "model",
            vec!["records", "dataset", "ledger", "breakdown", "chart", "view", "i18n", "note", "report"],
        ),
        ("ledger", vec!["records", "dataset", "breakdown", "chart", "view", "i18n", "note", "report"]),
        ("dataset", vec!["breakdown", "chart", "view", "i18n", "note", "report"]),
        ("breakdown", vec!["dataset", "chart", "view", "i18n", "note", "report"]),
        ("view", vec!["breakdown", "chart", "i18n", "note", "report"]),
        ("i18n", vec!["chart", "note", "report"]),
        ("chart", vec!["dataset", "view", "note", "report"]),
        ("proof", vec!["dataset", "import", "synth", "chart", "i18n", "note", "report"]),
        ("note", vec!["dataset", "import", "synth", "chart", "report"]),
    ];
    for folder in
        ["model", "records", "import", "synth", "ledger", "dataset", "breakdown", "view", "chart", "note"]
    {
        check_absent(folder, &["crate::proof"]);
    }
    for (folder, above) in below {
        let words: Vec<String> = above.iter().map(|a| format!("crate::{a}")).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        check_absent(folder, &words);
    }
}

#[test]
fn no_text_from_a_dataset_becomes_html() {
    let ways = ["inner_html", "set_inner_html", "set_outer_html", "insert_adjacent_html", "eval("];
    check_absent("ui", &ways);
    check_absent("web", &ways);
}

#[test]
fn the_page_holds_no_arithmetic_on_figures() {
    for (file, line) in code_of("ui") {
        let adds = line.contains(".bounds.map2") || line.contains("Figure::derived");
        assert!(!adds, "{file} computes: {}", line.trim());
    }
}

#[test]
fn every_module_says_what_it_is() {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.starts_with("//!"), "{} has no heading", file.display());
        assert!(text.lines().count() <= 420, "{} has a second subject", file.display());
    }
}
