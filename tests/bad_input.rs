//! Datasets and manifests with faults: each gets its own sentence with its place, and the rest is read.

// Clippy's allowance for tests does not reach their helpers.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use breakdown::{Dataset, breakdown};
use dataset::{Parsed, read_ledger, read_manifest};
use i18n::{ENGLISH, explain};
use ledger::Ledger;
use model::{Dimension, MemberIndex, Span};
use proptest::prelude::*;
use serde_json::{Value, json};

const SHIPPED: &[u8] = include_bytes!("fixtures/data/cn-aluminium-wire-cable.json");

fn claim(id: &str, change: Value) -> Value {
    let mut claim = json!({
        "id": id, "period": "2025-04", "measure": "quantity", "value": 100, "step": 1, "printed": "100 t"
    });
    for (key, value) in change.as_object().unwrap() {
        claim[key] = value.clone();
    }
    claim
}

fn dataset(claims: Vec<Value>) -> Value {
    json!({
        "format": "tonnage/published-figures", "version": "1.0", "id": "test",
        "title": {"en": "Test"}, "commodity": {"en": "wire"},
        "reporter": {"code": "CHN", "name": {"en": "China"}}, "flow": "export",
        "products": [{"code": "01", "name": {"en": "One"}}],
        "destinations": [{"code": "MEX", "name": {"en": "Mexico"}}],
        "registration_locations": [{"code": "32", "name": {"en": "Jiangsu"}}],
        "articles": [{"id": "a", "publisher": "P", "subject": "S", "read_in_full": true, "claims": claims}]
    })
}

fn read(dataset: &Value) -> Parsed<Ledger> {
    read_ledger(serde_json::to_string_pretty(dataset).unwrap().as_bytes())
}

/// One good claim and a faulty one: the good one is read, and the fault is told with its place.
#[track_caller]
fn check_claim(change: Value, place: &str, words: &str) {
    let reading = read(&dataset(vec![claim("a.1", json!({})), claim("a.2", change)]));
    let [problem] = reading.problems.as_slice() else { panic!("{:?}", reading.problems) };
    assert_eq!(problem.place, place);
    assert!(problem.line.is_some_and(|l| l > 1));
    let sentence = i18n::problem(&ENGLISH, problem);
    assert!(sentence.contains(words), "{sentence}");
    assert_eq!(reading.read.unwrap().claims().len(), 1);
}

#[test]
fn a_list_of_too_many_members_is_cut_and_told() {
    let mut dataset = dataset(vec![claim("a.1", json!({}))]);
    let member =
        |number: usize| json!({"code": number.to_string(), "name": {"en": format!("Place {number}")}});
    dataset["destinations"] = (0..=MemberIndex::MOST).map(member).collect();
    let reading = read(&dataset);
    let [problem] = reading.problems.as_slice() else { panic!("{:?}", reading.problems) };
    assert_eq!(problem.place, "destinations[65536]");
    assert!(i18n::problem(&ENGLISH, problem).contains("first 65536 entries"), "{problem:?}");
    let catalogue = reading.read.unwrap().catalogue;
    assert_eq!(catalogue.member_ids(Dimension::Destination).count(), MemberIndex::MOST);
}

/// What overlaps in a list, with its place and its sentence; everything is read.
#[track_caller]
fn check_overlaps(field: &str, members: Value, told: &[(&str, &str)]) {
    let mut data = dataset(vec![claim("a.1", json!({}))]);
    data[field] = members;
    let reading = read(&data);
    let found: Vec<(&str, String)> =
        reading.problems.iter().map(|p| (p.place.as_str(), i18n::problem(&ENGLISH, p))).collect();
    assert_eq!(found.len(), told.len(), "{found:?}");
    for ((place, sentence), (at, words)) in found.iter().zip(told) {
        assert_eq!(place, at);
        assert!(sentence.contains(words), "{sentence}");
    }
    assert!(reading.problems.iter().all(|p| p.line.is_some_and(|line| line > 1)));
    assert_eq!(reading.read.unwrap().claims().len(), 1);
}

#[test]
fn members_that_overlap_are_told_and_read() {
    let member = |code: &str, en: &str, zh: &str| json!({"code": code, "name": {"en": en, "zh": zh}});
    check_overlaps(
        "destinations",
        json!([
            member("MEX", "Mexico", "墨西哥"),
            member("PRT", "Portugal", ""),
            member("429", " mexico", "墨西哥 ")
        ]),
        &[("destinations[2].name", "“mexico” also names “MEX”")],
    );
    check_overlaps(
        "registration_locations",
        json!([member("32", "Jiangsu", "江苏"), member("44", "Kiangsu", "江苏")]),
        &[("registration_locations[1].name", "“江苏” also names “32”")],
    );
    check_overlaps(
        "destinations",
        json!([member("MEX", "Mexico", ""), member("mex ", "Mexico City", "")]),
        &[("destinations[1].code", "“mex” also names “MEX”")],
    );
    check_overlaps(
        "destinations",
        json!([member("MEX", "Mexico", ""), member("MEX", "Mexico", "")]),
        &[("destinations[1]", "second time")],
    );
    // Names that nobody wrote down are nobody's.
    check_overlaps("destinations", json!([member("MEX", "Mexico", ""), member("PRT", "Portugal", "")]), &[]);
    let within = |part: &str| format!("“{part}” is a part of “7614”, which stands in the list, too");
    check_overlaps(
        "products",
        json!([
            member("76149000", "Other", ""),
            member("7614", "Wire and cable", ""),
            member("76141000", "With steel core", ""),
            member("7604", "Bars", ""),
        ]),
        &[("products[2].code", &within("76141000")), ("products[0].code", &within("76149000"))],
    );
    check_overlaps("products", json!([member("A", "Wire", ""), member("AB", "Cable", "")]), &[]);
}

#[test]
fn a_faulty_claim_is_left_out_and_placed() {
    let at = |field: &str| format!("articles[0].claims[1].{field}");
    check_claim(json!({"period": "2025-13"}), &at("period"), "not a month");
    check_claim(json!({"period": 202504}), &at("period"), "text in quotes");
    check_claim(json!({"value": -5}), &at("value"), "below zero");
    check_claim(json!({"value": 1e300}), &at("value"), "no possible number");
    check_claim(json!({"value": "100"}), &at("value"), "number without quotes");
    check_claim(json!({"step": null}), &at("step"), "missing");
    check_claim(json!({"step": 0}), &at("step"), "no possible number");
    check_claim(json!({"measure": "weight"}), &at("measure"), "not a measure");
    check_claim(json!({"product": "99"}), &at("product"), "declares no product");
    check_claim(json!({"span": "week"}), &at("span"), "not a span");
    check_claim(json!({"dimension": "planet", "member": "X"}), &at("dimension"), "not a dimension");
    let unknown = json!({"dimension": "destination", "member": "ATL"});
    check_claim(unknown, &at("member"), "declares no destination “ATL”");
    let unknown = json!({"dimension": "registration_location", "member": ["32", "99"]});
    check_claim(unknown, &at("member[1]"), "declares no registration location");
    check_claim(json!({"id": "a.1"}), "articles[0].claims[1]", "second time");
    check_claim(json!({"measure": "rank", "value": 1.5}), &at("value"), "no possible number");
    check_claim(json!({"member": "MEX"}), &at("dimension"), "“dimension” is missing");
    check_claim(
        json!({"dimension": "destination", "member": []}),
        &at("member"),
        "a code, or a list of codes",
    );
    check_claim(json!({"span": 5}), &at("span"), "text in quotes");
    check_claim(json!({"bound": "near"}), &at("bound"), "not a bound");
}

#[track_caller]
fn check_refused(bytes: &[u8], words: &str) {
    let reading = read_ledger(bytes);
    assert_eq!(reading.read, None);
    let sentences: Vec<String> = i18n::problems(&ENGLISH, &reading.problems);
    assert!(sentences.iter().any(|s| s.contains(words)), "{sentences:?}");
}

#[test]
fn what_is_no_dataset_is_refused_with_its_own_sentence() {
    check_refused(b"", "empty");
    check_refused(b" \n", "empty");
    check_refused(b"<!doctype html><html>", "web page");
    check_refused(b"{\"format\": ", "ends too early");
    check_refused(&SHIPPED[..SHIPPED.len() / 2], "ends too early");
    check_refused(b"{\n \"format\": oops}", "Line 2");
    check_refused(b"[]", "does not say that it is");
    check_refused(b"{}", "does not say that it is");
    check_refused(b"\xFF\xFE\x00", "not JSON");
    check_refused(&[b'['; 100_000], "not JSON");
    let newer = json!({"format": "tonnage/published-figures", "version": "2.0"});
    check_refused(newer.to_string().as_bytes(), "format version 2.0");
    check_refused(dataset(vec![]).to_string().as_bytes(), "no figure that can be shown");
    let unversioned = json!({"format": "tonnage/published-figures"});
    check_refused(unversioned.to_string().as_bytes(), "“version” is missing");
}

#[test]
fn a_byte_order_mark_and_a_newer_minor_version_are_no_fault() {
    let mut data = dataset(vec![claim("a.1", json!({}))]);
    data["version"] = json!("1.9");
    let bytes = [b"\xEF\xBB\xBF", data.to_string().as_bytes()].concat();
    assert_eq!(read_ledger(&bytes).problems, []);
}

#[test]
fn addresses_that_would_run_or_leave_are_refused() {
    let mut data = dataset(vec![claim("a.1", json!({}))]);
    data["articles"][0]["url"] = json!("javascript:alert(1)");
    let reading = read(&data);
    assert_eq!(reading.problems.len(), 1);
    assert_eq!(reading.read.unwrap().articles[0].url, None);

    let manifest = |file: &str| {
        json!({"format": "tonnage/manifest", "version": "1.0", "default": "x", "datasets": [
            {"id": "x", "file": file, "kind": "published-figures", "title": {"en": "X"}}
        ]})
    };
    assert!(read_manifest(manifest("x.json").to_string().as_bytes()).read.is_some());
    for file in ["../x.json", "https://elsewhere.example/x.json", "//x", "a/b.json", "", ".x"] {
        let reading = read_manifest(manifest(file).to_string().as_bytes());
        assert_eq!(reading.read, None, "{file}");
        assert!(i18n::problem(&ENGLISH, &reading.problems[0]).contains("plain file name"));
    }
}

#[test]
fn text_from_a_dataset_stays_text() {
    let mut data = dataset(vec![claim("a.1", json!({}))]);
    let hostile = "<img src=x onerror=alert(1)>";
    data["title"]["en"] = json!(hostile);
    assert_eq!(read(&data).read.unwrap().catalogue.title.en, hostile);
}

/// Everything that the page and the command line do with a ledger.
fn use_all(ledger: Ledger) {
    let (first, last) = ledger.coverage().unwrap();
    let dataset = &Dataset::Published(ledger);
    let far = last.since(first) > 60;
    for period in [first.plus_years(-1), first, last] {
        for span in [Span::Month, Span::Ytd] {
            // Very long coverages are valid and slow to count back through: one month will do.
            if far && period != first {
                continue;
            }
            let breakdown = breakdown(dataset, None, period, span);
            report::table(&ENGLISH, dataset, &breakdown);
            assert!(!report::json(&ENGLISH, dataset, &breakdown).unwrap().contains("NaN"));
            for dimension in Dimension::ALL {
                for entry in &breakdown.ranking(dimension).entries {
                    for figure in [&entry.quantity, &entry.mom.percent].into_iter().flatten() {
                        assert!(figure.own.contains(figure.value));
                        explain(&ENGLISH, dataset, figure);
                    }
                }
            }
        }
    }
}

fn any_claim() -> impl Strategy<Value = Value> {
    let measure = prop::sample::select(vec![
        "quantity",
        "quantity_year_before",
        "share",
        "mom_percent",
        "mom_absolute",
        "yoy_percent",
        "rank",
        "within_top",
        "months_first",
        "count",
        "share_mom_points",
        "share_yoy_points",
    ]);
    let place = prop::sample::select(vec![
        json!({}),
        json!({"product": "01"}),
        json!({"dimension": "destination", "member": "MEX"}),
        json!({"dimension": "registration_location", "member": ["32"]}),
        json!({"dimension": "destination"}),
        json!({"dimension": "destination", "all_but": ["MEX"]}),
        json!({"product": "01", "dimension": "registration_location", "all_but": ["32"]}),
    ]);
    let value =
        prop_oneof![-200i64..200, Just(0), Just(-100), Just(100), Just(1_000_000_000_000), any::<i64>()];
    let step = prop::sample::select(vec![0.001, 0.1, 1.0, 100.0, 1e9]);
    (measure, place, value, step, 1..4u32, any::<bool>()).prop_map(
        |(measure, place, value, step, month, ytd)| {
            let mut claim = place;
            claim["period"] = json!(format!("2025-{month:02}"));
            claim["span"] = json!(if ytd { "ytd" } else { "month" });
            claim["measure"] = json!(measure);
            claim["value"] = json!(value);
            claim["step"] = json!(step);
            claim["printed"] = json!("x");
            claim
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_bytes_are_read_without_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        read_ledger(&bytes);
        read_manifest(&bytes);
    }

    #[test]
    fn a_shipped_dataset_with_any_byte_changed_is_read_without_panic(
        at in 0..SHIPPED.len(), byte in any::<u8>()
    ) {
        let mut bytes = SHIPPED.to_vec();
        bytes[at] = byte;
        let reading = read_ledger(&bytes);
        prop_assert!(reading.read.is_some() || !reading.problems.is_empty());
    }

    #[test]
    fn any_claims_that_contradict_each_other_give_answers(
        claims in prop::collection::vec(any_claim(), 1..40)
    ) {
        let named = claims.into_iter().enumerate().map(|(i, mut c)| { c["id"] = json!(format!("c{i}")); c });
        let reading = read(&dataset(named.collect()));
        if let Some(ledger) = reading.read {
            use_all(ledger);
        }
    }
}
