//! Records as the worker opens them.

use std::sync::Arc;

use serde_json::Value;

use super::state::{Dataset, Recorded};
use breakdown::series_of_records;
use chart::Colours;
use dataset::{Head, read_head};
use ledger::Ledger;
use model::{Currency, Period};
use records::Cube;
use crate::browser::Answer;

/// What the worker tells of a dataset that it opened.
#[derive(Debug)]
pub struct Opened {
    head: Head,
    rows: u64,
    problems: Vec<String>,
    whole: Cube,
}

impl Opened {
    /// Reads the worker's answer; `None` for one of another version.
    pub fn read(answer: &Answer) -> Option<Opened> {
        let json: Value = serde_json::from_slice(answer.json.as_bytes()).ok()?;
        let head = read_head(json.get("head")?.as_str()?.as_bytes()).read?;
        let problems = json.get("problems")?.as_array()?.iter();
        let code = json.get("currency").and_then(Value::as_str);
        let currency = Currency::NAMES.iter().find(|(name, _)| Some(*name) == code).map(|(_, c)| *c);
        let whole = Cube::from_bytes(&head.catalogue, head.months.clone(), currency, &answer.bytes)?;
        Some(Opened {
            rows: json.get("rows")?.as_u64()?,
            problems: problems.filter_map(|p| Some(p.as_str()?.to_owned())).collect(),
            head,
            whole,
        })
    }
}

impl Dataset {
    /// Records, as the worker opened them.
    pub fn of_records(opened: Opened, default_period: Option<Period>, yours: bool) -> Dataset {
        let Opened { head, rows, problems, whole } = opened;
        Dataset {
            series: series_of_records(&whole),
            colours: Colours::of_cube(&whole),
            default_period: default_period.or(head.catalogue.default_period),
            coverage: head.months.first().copied().zip(head.months.last().copied()),
            problems,
            records: Some(Recorded { provenance: head.provenance, rows, whole: Arc::new(whole), yours }),
            ledger: Ledger::without_claims(head.catalogue),
        }
    }
}
