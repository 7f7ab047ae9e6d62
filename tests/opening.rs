//! What a reader meets first: the month that a dataset opens with, and the finding.

// Clippy's allowance for tests does not reach their helpers.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod settled;

use breakdown::{Dataset, breakdown, opening_month, speaks_of};
use dataset::{read_ledger, read_records};
use i18n::{ENGLISH, Fragment, HeadlineWords, shown};
use model::{Dimension, Period, Span};
use serde_json::{Value, json};

const WIRE: &[u8] = include_bytes!("fixtures/data/cn-aluminium-wire-cable.json");
const SINKS: &[u8] = include_bytes!("fixtures/data/cn-stainless-steel-sinks.json");

fn month(text: &str) -> Period {
    text.parse().unwrap()
}

fn sinks() -> Dataset {
    Dataset::Recorded((&read_records(SINKS).read.unwrap()).into())
}

/// The same where the file of a month was cut.
fn cut(period: &str) -> Dataset {
    let mut records: Value = serde_json::from_slice(SINKS).unwrap();
    records["version"] = json!("1.1");
    records["coverage"] = json!([{ "incomplete": [period] }]);
    let reading = read_records(records.to_string().as_bytes());
    assert_eq!(reading.problems, []);
    Dataset::Recorded((&reading.read.unwrap()).into())
}

/// The finding as a reader reads it.
fn finding(dataset: &Dataset, period: &str, span: Span) -> String {
    let breakdown = breakdown(dataset, None, month(period), span);
    let text = |fragment: Fragment| match fragment {
        Fragment::Text(text) | Fragment::Month(_, text) => text,
        Fragment::Number(figure, look) => shown(&ENGLISH, &figure, look),
    };
    let parts: Vec<String> =
        ENGLISH.finding(dataset.catalogue(), &breakdown, "").into_iter().map(text).collect();
    parts.concat().replace('\u{a0}', " ")
}

#[test]
fn the_finding_says_as_much_as_is_certain() {
    let wire = Dataset::Published(settled::wire());
    for (period, span, told) in [
        ("2025-04", Span::Month, "Exports fell 5.3% from March to 21,300 t in April 2025"),
        ("2025-04", Span::Ytd, "Exports rose 16.08% to 82,800 t in January–April 2025"),
        // Both months are ranges, and so is the change: only its direction is certain.
        ("2025-11", Span::Month, "Exports rose from October to 33,232–33,390 t in November 2025"),
        ("2025-06", Span::Month, "Exports in June 2025 are not known"),
        // Of July 2024 nothing is known to compare with.
        ("2024-08", Span::Month, "Exports were 13,211–13,229 t in August 2024"),
    ] {
        assert_eq!(finding(&wire, period, span), told);
    }
    let alloy = Dataset::Published(settled::alloy());
    assert!(finding(&alloy, "2025-04", Span::Month).starts_with("Imports "));
}

#[test]
fn the_finding_of_records_counts_what_it_knows() {
    let sinks = sinks();
    for (period, span, told) in [
        ("2026-06", Span::Month, "Exports rose 6.0% from May to 18,672 t in June 2026"),
        ("2026-06", Span::Ytd, "Exports rose 7.4% to 101,448 t in January–June 2026"),
    ] {
        assert_eq!(finding(&sinks, period, span), told);
    }
    let told = finding(&cut("2025-11"), "2025-11", Span::Month);
    assert_eq!(told, "Exports were 15,098 t or more in November 2025");
}

#[test]
fn a_dataset_opens_with_the_newest_month_of_which_everything_is_told() {
    // Totals go to December 2025, destinations to October and provinces to September.
    let wire = Dataset::Published(settled::wire());
    assert!(speaks_of(&wire, month("2025-10"), Dimension::Destination));
    assert!(!speaks_of(&wire, month("2025-10"), Dimension::RegistrationLocation));
    assert!(!speaks_of(&wire, month("2025-12"), Dimension::Destination));
    assert_eq!(opening_month(&wire), Some(month("2025-09")));
    assert_eq!(opening_month(&sinks()), Some(month("2026-06")));
    // What no month speaks of is not waited for.
    let mut only_totals: Value = serde_json::from_slice(WIRE).unwrap();
    for article in only_totals["articles"].as_array_mut().unwrap() {
        article["claims"]
            .as_array_mut()
            .unwrap()
            .retain(|claim| ["member", "product", "dimension"].iter().all(|key| claim.get(key).is_none()));
    }
    let reading = read_ledger(only_totals.to_string().as_bytes());
    assert_eq!(opening_month(&Dataset::Published(reading.read.unwrap())), Some(month("2025-12")));
}

#[test]
fn a_month_that_was_cut_is_not_opened_with() {
    assert_eq!(opening_month(&cut("2026-06")), Some(month("2026-05")));
}
