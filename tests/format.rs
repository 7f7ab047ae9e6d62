//! What the format says since its version 1.1, read and settled: what members leave of the whole, changes of
//! shares, units of the print, trade modes, values.

// Clippy's allowance for tests does not reach their helpers.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use breakdown::{Dataset, breakdown};
use dataset::read_ledger;
use i18n::{ENGLISH, claim_name};
use ledger::{Ledger, Measure};
use model::{Cell, Dimension, Interval, Period, Span};
use serde_json::{Value, json};

/// A dataset of exports with these claims in one article, each with an id, April 2025, tonnes and words.
fn file(claims: &[Value]) -> Value {
    let claims: Vec<Value> = claims
        .iter()
        .enumerate()
        .map(|(i, given)| {
            let mut claim = json!({
                "id": format!("a.{i}"), "period": "2025-04", "measure": "quantity", "step": 1, "printed": "as printed"
            });
            for (key, value) in given.as_object().unwrap() {
                claim[key] = value.clone();
            }
            claim
        })
        .collect();
    json!({
        "format": "tonnage/published-figures", "version": "1.1", "id": "test",
        "title": {"en": "Test"}, "commodity": {"en": "wire"},
        "reporter": {"code": "CHN", "name": {"en": "China"}}, "flow": "export",
        "products": [{"code": "76141000", "name": {"en": "Stranded wire"}}],
        "destinations": [
            {"code": "MEX", "name": {"en": "Mexico"}}, {"code": "PRT", "name": {"en": "Portugal"}}
        ],
        "registration_locations": [{"code": "32", "name": {"en": "Jiangsu"}}],
        "articles": [{"id": "a", "publisher": "P", "subject": "S", "read_in_full": true, "claims": claims}]
    })
}

#[track_caller]
fn read(file: &Value) -> Ledger {
    let reading = read_ledger(file.to_string().as_bytes());
    assert_eq!(reading.problems, []);
    reading.read.unwrap()
}

#[track_caller]
fn settled(claims: &[Value]) -> Ledger {
    settle::settled(read(&file(claims)))
}

fn april() -> Period {
    "2025-04".parse().unwrap()
}

fn of(ledger: &Ledger, code: &str, period: Period) -> Interval {
    let member = ledger.catalogue.find(Dimension::Destination, code).unwrap();
    ledger.settlement().bounds(Cell::member(period, Span::Month, member)).unwrap()
}

#[track_caller]
fn check_about(bounds: Interval, value: f64, room: f64) {
    assert!(bounds.contains(value), "{value} is not in {bounds:?}");
    assert!(bounds.width() <= room, "{bounds:?}");
}

#[test]
fn what_members_leave_and_the_members_make_the_whole() {
    let ledger = settled(&[
        json!({"dimension": "destination", "member": "MEX", "value": 300}),
        json!({"dimension": "destination", "all_but": ["MEX"], "value": 700}),
    ]);
    assert_eq!(ledger.settlement().contradictions, []);
    let total = ledger.settlement().bounds(Cell::total(april(), Span::Month)).unwrap();
    // Half a tonne each below, a whole one each above.
    check_about(total, 1000.0, 3.001);
    let name = claim_name(&ENGLISH, &ledger, 1).unwrap();
    assert_eq!(name, "all but Mexico, April 2025: quantity “as printed”");
}

#[test]
fn a_share_of_others_is_a_share_of_the_same_whole() {
    // 40 % for all but two, of which one took 500 of 1,000 t: 100 t for the other.
    let ledger = settled(&[
        json!({"value": 1000}),
        json!({"dimension": "destination", "member": "MEX", "value": 500}),
        json!({"dimension": "destination", "all_but": ["PRT", "MEX"], "measure": "share", "value": 40, "step": 0.1}),
    ]);
    assert_eq!(ledger.settlement().contradictions, []);
    check_about(of(&ledger, "PRT", april()), 100.0, 6.0);
}

#[test]
fn others_that_do_not_fit_the_rest_are_found() {
    let ledger = settled(&[
        json!({"value": 1000}),
        json!({"dimension": "destination", "member": "MEX", "value": 300}),
        json!({"dimension": "destination", "all_but": ["MEX"], "value": 650, "step": 10}),
    ]);
    let [contradiction] = ledger.settlement().contradictions.as_slice() else { panic!() };
    assert_eq!((contradiction.aside, contradiction.against.len()), (2, 2));
    check_about(contradiction.others_allow.unwrap(), 700.0, 4.0);
    // What is set aside is not the remainder that is shown.
    let ranking = breakdown(&Dataset::Published(ledger), None, april(), Span::Month);
    let rest = ranking.ranking(Dimension::Destination).remainder.clone().unwrap();
    assert!(!rest.is_printed() && rest.bounds.contains(700.0), "{rest:?}");
}

#[test]
fn a_printed_remainder_is_the_remainder_of_the_list_that_it_leaves_out() {
    let listed = |all_but: Value| {
        let ledger = settled(&[
            json!({"value": 21300, "step": 100}),
            json!({"dimension": "destination", "member": "MEX", "value": 2628.738, "step": 0.001}),
            json!({"dimension": "destination", "member": "PRT", "value": 1619.463, "step": 0.001}),
            json!({"dimension": "destination", "all_but": all_but, "value": 17051.8, "step": 0.1}),
        ]);
        breakdown(&Dataset::Published(ledger), None, april(), Span::Month)
            .ranking(Dimension::Destination)
            .remainder
            .clone()
            .unwrap()
    };
    let rest = listed(json!(["PRT", "MEX"]));
    assert!(rest.is_printed() && rest.value == 17051.8, "{rest:?}");
    // All but Mexico is no remainder of a list that has Portugal, too.
    let other = listed(json!(["MEX"]));
    assert!(!other.is_printed(), "{other:?}");
}

#[test]
fn a_change_of_a_share_gives_the_share_before_it() {
    let mexico = |fields: Value| {
        let mut claim = json!({"dimension": "destination", "member": "MEX"});
        claim.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        claim
    };
    for (measure, earlier) in [("share_mom_points", "2025-03"), ("share_yoy_points", "2024-04")] {
        let claims = [
            json!({"value": 1000, "period": earlier}),
            mexico(json!({"measure": "share", "value": 20, "step": 0.1})),
            mexico(json!({"measure": measure, "value": 2, "step": 0.1})),
        ];
        // 20 % less 2 points of 1,000 t.
        let ledger = settled(&claims);
        check_about(of(&ledger, "MEX", earlier.parse().unwrap()), 180.0, 3.0);
        // And of what is printed otherwise the change cannot be true.
        let off = mexico(json!({"value": 250, "period": earlier}));
        let ledger = settled(&[claims.as_slice(), &[off]].concat());
        assert_eq!(ledger.settlement().contradictions.len(), 1);
        // From the earlier share to the later one.
        let back = [
            json!({"value": 2000}),
            mexico(json!({"measure": "share", "value": 18, "step": 0.1, "period": earlier})),
            claims[2].clone(),
        ];
        check_about(of(&settled(&back), "MEX", april()), 400.0, 5.0);
    }
    let ledger =
        settled(&[json!({"value": 1000}), mexico(json!({"measure": "share_mom_points", "value": -2}))]);
    assert_eq!(ledger.claims()[1].measure, Measure::ShareMomPoints);
    let name = claim_name(&ENGLISH, &ledger, 1).unwrap();
    assert_eq!(name, "Mexico, April 2025: change of the share on the month “as printed”");
}

#[test]
fn all_but_and_member_exclude_each_other() {
    let both = json!({"dimension": "destination", "member": "MEX", "all_but": ["PRT"], "value": 1});
    let reading = read_ledger(file(&[json!({"value": 1}), both]).to_string().as_bytes());
    let [problem] = reading.problems.as_slice() else { panic!("{:?}", reading.problems) };
    assert_eq!(problem.place, "articles[0].claims[1].all_but");
    assert!(i18n::problem(&ENGLISH, problem).contains("cannot stand beside “member”"));
}

#[test]
fn a_print_is_typed_in_its_unit_and_read_as_tonnes_or_dollars() {
    let typed = |unit: &str, value: f64, step: f64| {
        let ledger = read(&file(&[json!({"unit": unit, "value": value, "step": step})]));
        let claim = &ledger.claims()[0];
        (claim.value, claim.step.unwrap(), claim.bounds())
    };
    // Exactly: 1.37 × 10,000 is not 13,700 in binary fractions.
    let (value, step, bounds) = typed("10,000 t", 1.37, 0.01);
    assert_eq!((value, step), (13_700.0, 100.0));
    // Bounds are rounded outwards by the last binary digit.
    assert!(bounds.contains(13_650.0) && bounds.contains(13_800.0) && bounds.width() < 150.000_001);
    assert_eq!(typed("million t", 0.4, 0.1).0, 400_000.0);
    assert_eq!(typed("kg", 2_628_738.0, 1.0).0, 2_628.738);
    assert_eq!(typed("t", 21_300.0, 100.0).0, 21_300.0);
    // A value is rounded: “28.06 million dollars” are 28,055,000 to 28,065,000.
    let worth = |unit: &str, value: f64, step: f64| {
        let claim = json!({"measure": "value_usd", "unit": unit, "value": value, "step": step});
        let ledger = read(&file(&[claim, json!({"value": 1})]));
        let bounds = ledger.claims()[0].bounds();
        (ledger.claims()[0].value, bounds.contains(28_055_000.0) && bounds.width() < 10_000.000_1)
    };
    for (unit, value, step) in [
        ("US$", 28_060_000.0, 10_000.0),
        ("10,000 US$", 2_806.0, 1.0),
        ("million US$", 28.06, 0.01),
        ("100 million US$", 0.2806, 0.0001),
        ("billion US$", 0.02806, 0.00001),
    ] {
        assert_eq!(worth(unit, value, step), (28_060_000.0, true), "{unit}");
    }
    let refused = |claim: Value| {
        let reading = read_ledger(file(&[json!({"value": 1}), claim]).to_string().as_bytes());
        let [problem] = reading.problems.as_slice() else { panic!("{:?}", reading.problems) };
        assert_eq!(problem.place, "articles[0].claims[1].unit");
        assert!(i18n::problem(&ENGLISH, problem).contains("is not a unit of this measure"));
    };
    refused(json!({"unit": "lb", "value": 1}));
    refused(json!({"unit": "t", "value": 1, "measure": "yoy_percent"}));
    refused(json!({"unit": "t", "value": 1, "measure": "value_usd"}));
    refused(json!({"unit": "million US$", "value": 1}));
}

#[test]
fn a_trade_mode_is_a_member_like_others() {
    let mut file = file(&[
        json!({"value": 1000}),
        json!({"dimension": "trade_mode", "member": "10", "value": 800}),
        json!({"dimension": "trade_mode", "all_but": ["10"], "measure": "share", "value": 25}),
    ]);
    file["trade_modes"] = json!([{"code": "10", "name": {"en": "Ordinary trade"}}]);
    let ledger = settle::settled(read(&file));
    // A quarter for the others, or 200 of 1,000 t: not both.
    assert_eq!(ledger.settlement().contradictions.len(), 1);
    let breakdown = breakdown(&Dataset::Published(ledger), None, april(), Span::Month);
    let ranking = breakdown.ranking(Dimension::TradeMode);
    assert_eq!(ranking.entries[0].quantity.as_ref().unwrap().value, 800.0);
    assert!(ranking.remainder.as_ref().unwrap().bounds.contains(200.0));
}

#[test]
fn a_value_is_counted_as_the_dataset_says() {
    let name = |flow: &str, valuation: Option<&str>| {
        let mut file = file(&[json!({"measure": "value_usd", "value": 1000})]);
        file["flow"] = json!(flow);
        if let Some(valuation) = valuation {
            file["valuation"] = json!(valuation);
        }
        claim_name(&ENGLISH, &read(&file), 0).unwrap()
    };
    assert!(name("export", None).contains("value, FOB"));
    assert!(name("import", None).contains("value, CIF"));
    assert!(name("import", Some("FOB")).contains("value, FOB"));
    assert!(name("export", Some("CIF")).contains("value, CIF"));
    let mut file = file(&[json!({"value": 1})]);
    file["valuation"] = json!("CFR");
    let reading = read_ledger(file.to_string().as_bytes());
    let [problem] = reading.problems.as_slice() else { panic!("{:?}", reading.problems) };
    assert!(i18n::problem(&ENGLISH, problem).contains("“CFR” is not a valuation"));
}

/// The worked example of `docs/dataset.md`.
fn example() -> &'static str {
    let text = include_str!("../docs/dataset.md");
    let blocks = text.split("```json\n").skip(1).filter_map(|rest| rest.split("```").next());
    blocks.into_iter().find(|block| block.contains("\"cn-wire-example\"")).unwrap()
}

#[test]
fn the_worked_example_of_the_documentation_says_what_is_told_of_it() {
    let reading = read_ledger(example().as_bytes());
    assert_eq!(reading.problems, []);
    let ledger = settle::settled(reading.read.unwrap());
    assert_eq!(ledger.claims().len(), 5);
    assert_eq!(ledger.settlement().contradictions, []);
    // 2,628.65 to 2,628.8 t and 18,670.5 to 18,672 t; less 5.25 to 5.35 % of March.
    let total = |month: &str| {
        let cell = Cell::total(month.parse().unwrap(), Span::Month);
        ledger.settlement().bounds(cell).unwrap()
    };
    let check = |bounds: Interval, low: f64, high: f64| {
        assert!((bounds.low - low).abs() < 0.01 && (bounds.high - high).abs() < 0.01, "{bounds:?}");
    };
    check(total("2025-04"), 21_299.15, 21_300.8);
    check(total("2025-03"), 21_299.15 / 0.9475, 21_300.8 / 0.9465);
}
