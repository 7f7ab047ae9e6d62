//! The wording, month by month, as files that a person reads. `UPDATE_SNAPSHOTS=1 cargo test --test
//! note` writes them anew.

use std::fs;
use std::path::Path;

use note::{Export, Format, Language, Length, Note, export, rule_name};

use crate::{imports, ledger, published, recorded, records};

const PUBLISHED: [&str; 9] =
    ["2022-12", "2024-09", "2025-02", "2025-03", "2025-04", "2025-05", "2025-08", "2025-09", "2025-12"];
const IMPORTS: [&str; 3] = ["2022-03", "2023-12", "2025-04"];
// The customs file has no rows of November 2025 behind partner 434, so that the notes of that month and the next
// tell of partners lost and back. Their list of sources says why.
const RECORDED: [&str; 8] =
    ["2023-01", "2023-12", "2024-01", "2024-02", "2025-02", "2025-11", "2025-12", "2026-06"];

/// The full note, the short one, and what was not said.
fn picture(of: impl Fn(Length) -> Note) -> String {
    let (full, short) = (of(Length::Full), of(Length::Short));
    let mut picture = export(&full, Format::Text, Export::default());
    picture.push_str("\n--- short ---\n\n");
    picture.push_str(&export(&short, Format::Text, Export::default()));
    picture.push_str("\n--- not said ---\n\n");
    for unsaid in &full.not_said {
        picture.push_str(&format!(
            "{} | {} | {}\n",
            unsaid.rule.name(),
            rule_name(unsaid.rule, full.language, full.period.frequency()),
            unsaid.why
        ));
    }
    picture
}

/// Names of snapshots that differ from what is written now.
fn compare(name: &str, picture: &str, differing: &mut Vec<String>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots").join(format!("{name}.txt"));
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        fs::write(&path, picture).unwrap();
    }
    if fs::read_to_string(&path).ok().as_deref() != Some(picture) {
        differing.push(name.to_owned());
    }
}

#[test]
fn the_wording_is_what_was_read_and_approved() {
    let (ledger, imports, records) = (ledger(), imports(), records());
    let mut differing = Vec::new();
    for (code, language) in Language::NAMES {
        for period in PUBLISHED {
            let picture = picture(|length| published(&ledger, period, language, length));
            compare(&format!("note-published-{period}-{code}"), &picture, &mut differing);
        }
        for period in IMPORTS {
            let picture = picture(|length| published(&imports, period, language, length));
            compare(&format!("note-imports-{period}-{code}"), &picture, &mut differing);
        }
        for period in RECORDED {
            let picture = picture(|length| recorded(&records, period, language, length));
            compare(&format!("note-recorded-{period}-{code}"), &picture, &mut differing);
        }
    }
    assert!(differing.is_empty(), "UPDATE_SNAPSHOTS=1 writes these anew; read them: {differing:?}");
}
