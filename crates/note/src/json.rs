//! A note as JSON. Stable like the JSON of a breakdown: fields are added, never renamed or removed.

use serde::Serialize;

use super::export::{Export, spaced};
use super::sentence::{Note, Number, Piece, text_of};
use super::write::rule_name;
use model::{Basis, Figure};

#[derive(Serialize)]
struct NoteJson<'a> {
    dataset: &'a str,
    period: String,
    language: &'static str,
    warnings: &'a [String],
    title: String,
    sections: Vec<SectionJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    interpretation: Option<&'a str>,
    not_said: Vec<UnsaidJson<'a>>,
    sources: Vec<SourceJson<'a>>,
    link: String,
}

#[derive(Serialize)]
struct SectionJson<'a> {
    topic: &'static str,
    title: &'a str,
    sentences: Vec<SentenceJson>,
    charts: Vec<ChartJson<'a>>,
}

#[derive(Serialize)]
struct ChartJson<'a> {
    name: &'a str,
    link: String,
}

#[derive(Serialize)]
struct SentenceJson {
    rule: &'static str,
    text: String,
    numbers: Vec<NumberJson>,
}

#[derive(Serialize)]
struct NumberJson {
    text: String,
    value: f64,
    /// `null` where nothing bounds it.
    low: Option<f64>,
    high: Option<f64>,
    unit: &'static str,
    basis: &'static str,
    contradicted: bool,
    claims: Vec<String>,
    link: String,
}

#[derive(Serialize)]
struct UnsaidJson<'a> {
    rule: &'static str,
    what: &'static str,
    why: &'a str,
}

#[derive(Serialize)]
struct SourceJson<'a> {
    text: &'a str,
    url: Option<&'a str>,
}

/// The note for programs. Links are relative where there is no base address.
pub(super) fn json(note: &Note, with: Export) -> String {
    let link = |view: &view::View| with.link(view).unwrap_or_else(|| view.to_query());
    let number = |n: &Number| NumberJson {
        text: spaced(&n.text),
        value: rounded(n.figure.value),
        low: finite(n.figure.bounds.low),
        high: finite(n.figure.bounds.high),
        unit: n.figure.unit.code(),
        basis: basis(&n.figure),
        contradicted: n.figure.is_doubtful(),
        claims: n.claims.clone(),
        link: link(&n.view),
    };
    let sections = note.sections.iter().map(|s| SectionJson {
        topic: s.topic.name(),
        title: &s.title,
        sentences: s
            .sentences
            .iter()
            .map(|sentence| SentenceJson {
                rule: sentence.rule.name(),
                text: spaced(&sentence.text()),
                numbers: sentence
                    .pieces
                    .iter()
                    .filter_map(|p| match p {
                        Piece::Number(n) => Some(number(n)),
                        Piece::Words(_) => None,
                    })
                    .collect(),
            })
            .collect(),
        charts: s.charts.iter().map(|c| ChartJson { name: &c.name, link: link(&c.view) }).collect(),
    });
    let document = NoteJson {
        dataset: &note.dataset,
        period: note.period.to_string(),
        language: note.language.code(),
        warnings: &note.warnings,
        title: spaced(&text_of(&note.title)),
        sections: sections.collect(),
        interpretation: with.box_text(),
        not_said: note
            .not_said
            .iter()
            .map(|u| UnsaidJson {
                rule: u.rule.name(),
                what: rule_name(u.rule, note.language, note.period.frequency()),
                why: &u.why,
            })
            .collect(),
        sources: note.sources.iter().map(|s| SourceJson { text: &s.text, url: s.url.as_deref() }).collect(),
        link: link(&note.view),
    };
    // Texts, finite numbers and lists of them: nothing here can fail to be written.
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
}

/// Nine digits after the point, as in the JSON of a breakdown: the last bits are noise.
fn rounded(value: f64) -> f64 {
    let scaled = (value * 1e9).round() / 1e9;
    if scaled.is_finite() { scaled } else { value }
}

fn finite(value: f64) -> Option<f64> {
    value.is_finite().then(|| rounded(value))
}

fn basis(figure: &Figure) -> &'static str {
    match figure.basis {
        Basis::Printed(_) => "printed",
        Basis::Recorded => "recorded",
        Basis::Derived(..) => "derived",
    }
}
