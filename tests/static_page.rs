//! The page as HTML, without a browser: what stands in index.html until the live page is there.

// Clippy's allowance for tests does not reach their helpers.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod settled;

use std::fs;
use std::path::Path;

use breakdown::Dataset;
use dataset::{Manifest, read_manifest, read_records};
use tonnage::{PageHtml, Shown, page_html};
use view::View;

const SINKS: &[u8] = include_bytes!("fixtures/data/cn-stainless-steel-sinks.json");

fn manifest() -> Manifest {
    read_manifest(include_bytes!("fixtures/data/index.json")).read.unwrap()
}

fn page(dataset: Dataset, query: &str) -> PageHtml {
    page_html(manifest(), Shown::of_site(dataset, None), View::from_query(query).0)
}

/// HTML with an element a line, to read and to compare. Numbers are not numbered: one more would change every
/// line behind it.
fn lines(html: &PageHtml) -> String {
    let mut parts = html.body.split(" data-number=\"");
    let first = parts.next().unwrap_or_default().to_owned();
    let body = parts.fold(first, |text, part| text + part.split_once('"').unwrap().1);
    format!("{}\n{}\n", html.title, body.replace('<', "\n<").replace("\n</", "</").trim_start())
}

/// Compares with the stored page.
#[track_caller]
fn check(name: &str, html: &PageHtml) {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots").join(format!("page-{name}.html"));
    let found = lines(html);
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        fs::write(&path, &found).unwrap();
    }
    let stored = fs::read_to_string(&path).unwrap_or_default();
    let other = stored.lines().zip(found.lines()).position(|(a, b)| a != b);
    let other = other.unwrap_or_else(|| stored.lines().count().min(found.lines().count()));
    assert!(
        stored == found,
        "{} differs from line {}:\n  stored {}\n  found  {}\n\
         If it is meant: UPDATE_SNAPSHOTS=1 cargo test --test static_page, and review what changed.",
        path.display(),
        other + 1,
        stored.lines().nth(other).unwrap_or("nothing"),
        found.lines().nth(other).unwrap_or("nothing")
    );
}

#[test]
fn a_month_of_published_figures() {
    check("published-2025-04", &page(Dataset::Published(settled::wire()), ""));
}

#[test]
fn a_month_that_nobody_prints() {
    check("published-2025-06", &page(Dataset::Published(settled::wire()), "period=2025-06"));
}

#[test]
fn a_month_with_a_contradiction() {
    check("published-2025-08", &page(Dataset::Published(settled::wire()), "period=2025-08"));
}

#[test]
fn a_month_of_imports() {
    let html = page(Dataset::Published(settled::alloy()), "");
    // The list of datasets names those of exports, too.
    let exports: Vec<String> = lines(&html)
        .lines()
        .filter(|l| l.contains("xport") && !l.starts_with("<option"))
        .map(str::to_owned)
        .collect();
    assert!(exports.is_empty(), "imports are called exports: {exports:#?}");
    check("imports", &html);
}

#[test]
fn a_month_of_records() {
    let sinks = Dataset::Recorded((&read_records(SINKS).read.unwrap()).into());
    check("recorded-2026-06", &page(sinks, "period=2026-06"));
}

#[test]
fn the_same_months_in_chinese() {
    check("published-2025-08-zh", &page(Dataset::Published(settled::wire()), "period=2025-08&lang=zh"));
    let sinks = Dataset::Recorded((&read_records(SINKS).read.unwrap()).into());
    check("recorded-2026-06-zh", &page(sinks, "period=2026-06&lang=zh"));
    let html = lines(&page(Dataset::Published(settled::alloy()), "lang=zh"));
    let exports: Vec<&str> =
        html.lines().filter(|l| l.contains("出口") && !l.starts_with("<option")).collect();
    assert!(exports.is_empty(), "imports are called exports: {exports:#?}");
}

#[test]
fn text_from_a_dataset_is_no_html() {
    let mut ledger = settled::wire();
    ledger.catalogue.title.en = "<img src=x onerror=alert(1)><!-- \" &".to_owned();
    let html = page(Dataset::Published(ledger), "").body;
    assert!(!html.contains("<img") && !html.contains("<!--"), "{html}");
    assert!(html.contains("&lt;img src=x onerror=alert(1)&gt;&lt;!-- \" &amp;"), "{html}");
    // Nothing in it needs a style or a script that a strict policy refuses.
    for refused in [" style=", "<script", " onclick=", " onload=", "javascript:"] {
        assert!(!html.contains(refused), "{refused} in {html}");
    }
}
