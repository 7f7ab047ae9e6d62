//! The file of sums that stands beside records: the same figures as from the rows, or none at all.

// Clippy's allowance for tests does not reach their helpers.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::sync::Arc;

use breakdown::{Dataset, RecordSums, breakdown, series};
use dataset::{SumsFile, read_head, read_manifest, read_records, read_sums, write_head, write_sums};
use i18n::ENGLISH;
use messages::Opened;
use model::{Catalogue, Currency, Dimension, DimensionMap, Language, Name, Period, Span};
use note::{Export, Format, Length, Material, export, write};
use proptest::prelude::*;
use records::{Builder, Cube, Provenance, Records};
use serde_json::{Value, json};
use tonnage::{DatasetOwner, Shown, page_html};
use view::{Section, View};

const SINKS: &[u8] = include_bytes!("fixtures/data/cn-stainless-steel-sinks.json");
const SUMS: &[u8] = include_bytes!("fixtures/data/cn-stainless-steel-sinks.sums.json");
const MANIFEST: &[u8] = include_bytes!("fixtures/data/index.json");

/// The SHA-256 of made-up rows.
const HASH: &str = "0123";

fn records() -> Records {
    read_records(SINKS).read.unwrap()
}

/// The SHA-256 of the shipped rows, as the manifest has it.
fn rows_sha256() -> String {
    let manifest = read_manifest(MANIFEST).read.unwrap();
    manifest.find("cn-stainless-steel-sinks").unwrap().parts[0].sha256.clone()
}

/// What the file tells of a dataset.
fn dataset_of(file: SumsFile) -> Dataset {
    let SumsFile { head, rows, whole } = file;
    let (catalogue, provenance) = (head.catalogue, head.provenance);
    Dataset::Recorded(RecordSums { catalogue, provenance, rows, whole: Arc::new(whole) })
}

/// What the worker for rows answers when it has opened them.
fn answer_of_worker(records: &Records) -> (Opened, Vec<u8>) {
    let opened = Opened {
        head: write_head(records),
        rows: records.len() as u64,
        currency: records.currency,
        problems: Vec::new(),
    };
    (opened, records.whole().to_bytes())
}

fn period(text: &str) -> Period {
    text.parse().unwrap()
}

/// (month, partner, kilograms, value): a month without trade, a partner without any, less than a kilogram.
fn small(currency: Option<Currency>) -> Records {
    let catalogue = Catalogue {
        id: "small".to_owned(),
        title: Name { en: "Small".to_owned(), zh: "小".to_owned() },
        commodity: Name { en: "wire".to_owned(), zh: String::new() },
        reporter: Name { en: "China".to_owned(), zh: "中国".to_owned() },
        ..Catalogue::default()
    };
    let mut builder = Builder::new(catalogue, currency);
    for month in period("2025-01").to(period("2025-04")) {
        builder.cover(month).unwrap();
    }
    let [mexico, ghana, _chad] = ["429", "220", "211"]
        .map(|code| builder.member(Dimension::Destination, code, Name::default()).unwrap());
    for (month, partner, quantity, value) in
        [("2025-01", mexico, 1_500, 6_000), ("2025-01", ghana, 1_000, 1_400), ("2025-04", ghana, 0, 3)]
    {
        let members = DimensionMap::default().with(Dimension::Destination, Some(partner));
        let value = if currency.is_some() { value } else { 0 };
        builder.push(period(month), members, quantity, value).unwrap();
    }
    builder.build(Provenance {
        synthetic: true,
        sources: vec!["Made by a test.".to_owned()],
        ..Provenance::default()
    })
}

#[test]
fn the_file_says_what_the_worker_for_rows_answers() {
    for records in [records(), small(Some(Currency::Cny)), small(None)] {
        let file = write_sums(&records, HASH);
        let sums = read_sums(file.as_bytes(), HASH).unwrap();
        let (opened, bytes) = answer_of_worker(&records);
        let head = read_head(opened.head.as_bytes()).read.unwrap();
        let whole = Cube::from_bytes(
            &head.catalogue,
            head.months.clone(),
            head.coverage.clone(),
            (opened.currency, head.measured),
            &Dimension::ALL,
            &bytes,
        )
        .unwrap();
        assert_eq!(sums, SumsFile { head, rows: opened.rows, whole });
        // The fact-check is told of it by the same text.
        assert_eq!(read_head(file.as_bytes()).read.unwrap(), sums.head);
        assert_eq!(dataset_of(sums), Dataset::Recorded((&records).into()));
    }
}

#[test]
fn the_shipped_sums_are_of_the_shipped_rows() {
    let sums = read_sums(SUMS, &rows_sha256()).unwrap();
    assert_eq!(dataset_of(sums), Dataset::Recorded((&records()).into()));
    // As tests/sinks_answers.rs has them of another program.
    let whole = read_sums(SUMS, &rows_sha256()).unwrap().whole;
    let sum = |of: fn(&records::Sums) -> u64| whole.totals.iter().map(of).sum::<u64>();
    assert_eq!((sum(|s| s.quantity), sum(|s| s.value)), (641_020_875, 4_042_140_323));
}

#[test]
fn every_answer_is_the_same_from_sums_and_from_rows() {
    let records = records();
    let by_rows = Dataset::Recorded((&records).into());
    let by_sums = dataset_of(read_sums(SUMS, &rows_sha256()).unwrap());
    assert_eq!(series(&by_sums, None), series(&by_rows, None));
    for period in records.months() {
        for (_, span) in Span::NAMES {
            let (found, expected) =
                (breakdown(&by_sums, None, *period, span), breakdown(&by_rows, None, *period, span));
            assert_eq!(found, expected, "{period} {span:?}");
            let json = |dataset, month| report::json(&ENGLISH, dataset, month).unwrap();
            assert_eq!(json(&by_sums, &found), json(&by_rows, &expected));
        }
    }
}

const MONTHS: [&str; 4] = ["2023-01", "2024-02", "2025-11", "2026-06"];

#[test]
fn every_note_is_the_same_from_sums_and_from_rows() {
    let by_rows = Dataset::Recorded((&records()).into());
    let by_sums = dataset_of(read_sums(SUMS, &rows_sha256()).unwrap());
    for month in MONTHS {
        for language in [Language::English, Language::Chinese] {
            let of = |dataset| {
                let note = write(&Material::new(dataset, None, period(month)), language, Length::Full);
                export(&note, Format::Json, Export::default())
            };
            assert_eq!(of(&by_sums), of(&by_rows), "{month} {language:?}");
        }
    }
}

#[test]
fn every_section_of_the_page_is_the_same_from_sums_and_from_rows() {
    let records = records();
    let manifest = read_manifest(MANIFEST).read.unwrap();
    let id = "cn-stainless-steel-sinks";
    for (name, section) in Section::NAMES {
        for month in MONTHS {
            let view = View { period: Some(period(month)), section, ..View::default() };
            let by_sums = Shown::of_sums(SUMS, &rows_sha256(), id, None).unwrap();
            let (opened, bytes) = answer_of_worker(&records);
            let by_rows = Shown::recorded(opened, &bytes, id, DatasetOwner::Site, None).unwrap();
            let (found, expected) =
                [by_sums, by_rows].map(|shown| page_html(manifest.clone(), shown, view.clone())).into();
            assert_eq!(found.title, expected.title);
            assert!(found.body == expected.body && found.body.contains("36,027"), "{name} {month}");
        }
    }
}

fn changed(change: impl FnOnce(&mut Value)) -> Option<SumsFile> {
    let mut file: Value = serde_json::from_str(&write_sums(&small(Some(Currency::Usd)), HASH)).unwrap();
    change(&mut file);
    read_sums(file.to_string().as_bytes(), HASH)
}

/// What is done to a file.
type Fault = fn(&mut Value);

#[test]
fn sums_that_do_not_fit_are_left_aside() {
    assert!(changed(|_| {}).is_some());
    let file = write_sums(&small(Some(Currency::Usd)), HASH);
    assert_eq!(read_sums(file.as_bytes(), "0124"), None, "of other rows");
    assert_eq!(read_sums(write_sums(&small(None), "").as_bytes(), ""), None, "of nobody knows which rows");
    let most = u64::MAX;
    let faults: [(&str, Fault); 14] = [
        ("another format", |f| f["format"] = json!("tonnage/records")),
        ("a newer version", |f| f["version"] = json!("2.0")),
        ("no rows' hash", |f| f["rows_sha256"] = Value::Null),
        ("a number of rows below zero", |f| f["rows"] = json!(-1)),
        ("no months", |f| f["months"] = json!([])),
        ("a month less", |f| drop(f["months"].as_array_mut().unwrap().pop())),
        ("months that do not ascend", |f| f["months"][0] = json!("2025-03")),
        ("a member more", |f| {
            f["destinations"].as_array_mut().unwrap().push(json!({"code": "1", "name": {"en": "A"}}))
        }),
        ("a dimension without sums", |f| f["products"] = json!([{"code": "1", "name": {"en": "A"}}])),
        ("a sum below zero", |f| f["sums"]["total"]["quantity_kg"][0] = json!(-2500)),
        ("a fraction", |f| f["sums"]["destinations"]["quantity_kg"][0] = json!(1500.5)),
        ("a text", |f| f["sums"]["total"] = json!("2500")),
        ("members that are not the whole", |f| f["sums"]["destinations"]["value_usd"][0] = json!(6001)),
        ("values of two currencies", |f| {
            let value = f["sums"]["total"].as_object_mut().unwrap().remove("value_usd").unwrap();
            f["sums"]["total"]["value_cny"] = value;
        }),
    ];
    for (what, fault) in faults {
        assert_eq!(changed(fault), None, "{what}");
    }
    // Months that pass 64 bits together, and members that do so within one month.
    for places in [["total", "destinations"], ["destinations", "destinations"]] {
        let file = changed(|f| {
            for (index, field) in places.into_iter().enumerate() {
                f["sums"][field]["quantity_kg"][index] = json!(most);
            }
        });
        assert_eq!(file, None);
    }
    let both = |f: &mut Value| {
        let destinations = &mut f["sums"]["destinations"]["quantity_kg"];
        // The second month is behind the first one's three members.
        (destinations[0], destinations[1], destinations[3]) = (json!(most), json!(0), json!(most));
        f["sums"]["total"]["quantity_kg"] = json!([most, most, 0, 0]);
    };
    assert_eq!(changed(both), None, "a year to date that passes 64 bits");
}

#[test]
fn a_fault_in_where_the_sums_are_leaves_the_dataset() {
    let listed = |change: fn(&mut Value)| {
        let mut manifest: Value = serde_json::from_slice(MANIFEST).unwrap();
        change(&mut manifest["datasets"][2]);
        let manifest = read_manifest(manifest.to_string().as_bytes()).read.unwrap();
        manifest.find("cn-stainless-steel-sinks").unwrap().sums.clone()
    };
    let shipped = listed(|_| {}).unwrap();
    assert_eq!(shipped.file, "cn-stainless-steel-sinks.sums.json");
    assert_eq!(shipped.bytes, SUMS.len() as u64);
    assert_eq!(listed(|d| d["sums"]["file"] = json!("../x.sums.json")), None);
    assert_eq!(listed(|d| d["sums"] = json!("x.sums.json")), None);
    assert_eq!(listed(|d| d["kind"] = json!("published-figures")), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// A file with any byte changed is left aside, or is a dataset that can be asked.
    #[test]
    fn any_byte_changed_harms_nobody(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut file = write_sums(&small(Some(Currency::Usd)), HASH).into_bytes();
        let at = at.index(file.len());
        file[at] = byte;
        if let Some(sums) = read_sums(&file, HASH) {
            let months = sums.head.months.clone();
            let dataset = dataset_of(sums);
            for month in months {
                for (_, span) in Span::NAMES {
                    breakdown(&dataset, None, month, span);
                }
            }
        }
    }

    /// A file that breaks off is left aside.
    #[test]
    fn a_file_that_breaks_off_is_none(at in any::<prop::sample::Index>()) {
        let file = write_sums(&small(Some(Currency::Usd)), HASH);
        let end = at.index(file.trim_end().len());
        prop_assert_eq!(read_sums(&file.as_bytes()[..end], HASH), None);
    }
}
