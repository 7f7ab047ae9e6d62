//! What printed figures imply: worked answers of the first dataset, the exact bounds of linear programmes,
//! and truth that never falls out of its bounds.

// Clippy's allowance for tests does not reach their helpers.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod settled;
mod truth;

use dataset::{SettlementFile, read_ledger};
use ledger::{ClaimVerdict, Contradiction, Ledger, Settlement, Suspicion, Untested};
use microlp::{ComparisonOp, OptimizationDirection, Problem};
use model::{Cell, Dimension, Interval, Period, Span};
use proptest::prelude::*;
use serde_json::{Value, json};
use settle::{
    LimitReason, LinearSystem, Statement, Unknown, settled as settle_ledger, statements_of, system,
};

fn ledger() -> Ledger {
    settled::wire()
}

fn id(ledger: &Ledger, claim: usize) -> &str {
    &ledger.claim(claim).unwrap().id
}

fn cell(ledger: &Ledger, period: &str, dimension: Dimension, code: &str) -> Cell {
    let is = |m: &_| ledger.catalogue.member(*m).unwrap().code == code;
    let member = ledger.catalogue.member_ids(dimension).find(is).unwrap();
    Cell::member(period.parse().unwrap(), Span::Month, member)
}

fn total(period: &str) -> Cell {
    Cell::total(period.parse().unwrap(), Span::Month)
}

/// Bounds to the unit of the worked answer, or tighter.
#[track_caller]
fn check_bounds(ledger: &Ledger, cell: Cell, low: f64, high: f64, tolerance: f64) {
    let bounds = ledger.settlement().bounds(cell).unwrap();
    assert!(bounds.low >= low - tolerance, "{bounds:?} begins before {low}");
    assert!(bounds.high <= high + tolerance, "{bounds:?} ends after {high}");
}

#[test]
fn months_come_out_as_worked_by_hand() {
    let ledger = ledger();
    check_bounds(&ledger, total("2025-04"), 21_359.0, 21_399.0, 0.5);
    check_bounds(&ledger, total("2025-03"), 22_553.0, 22_598.0, 0.5);
    check_bounds(&ledger, total("2024-09"), 9_370.0, 9_400.0, 0.0);
    check_bounds(&ledger, total("2025-11"), 33_224.0, 33_443.0, 0.5);
    for (dimension, code, tonnes, step) in [
        (Dimension::Destination, "MEX", 2_301.988, 0.01),
        (Dimension::Destination, "PRT", 1_559.080, 0.001),
        (Dimension::Destination, "IRQ", 358.896, 0.001),
        (Dimension::RegistrationLocation, "11", 794.3, 0.1),
    ] {
        let cell = cell(&ledger, "2025-03", dimension, code);
        // Both figures of the difference may be off by a step and a half.
        check_bounds(&ledger, cell, tonnes, tonnes, step * 1.51);
        assert!(ledger.settlement().bounds(cell).unwrap().contains(tonnes));
    }
}

/// A claim that is set aside, what it contradicts, and between what the others leave its number.
type Expected = (&'static str, &'static [&'static str], Option<(f64, f64)>);

/// What cannot hold together in the first dataset.
const CONTRADICTIONS: [Expected; 10] = [
    ("smm-103557449.1", &["smm-103557449.4"], Some((68.64, 69.11))),
    ("smm-103557449.7", &["smm-103557449.5", "smm-103557449.6"], Some((127_909.0, 128_027.0))),
    ("smm-103557449.18", &["smm-103557449.2", "smm-103557449.17"], Some((8.39, 8.41))),
    ("smm-103557449.27", &["smm-103557449.2", "smm-103557449.26"], Some((7.10, 7.12))),
    ("smm-103557449.23", &["smm-103557449.2", "smm-103557449.22"], Some((7.74, 7.76))),
    ("smm-103599884.6", &["smm-103006532.22", "smm-103599884.5"], Some((44.15, 44.39))),
    (
        "alcircle-113607.15",
        &["alcircle-113607.16", "smm-103735463.1", "smm-103735463.5"],
        Some((14_633.0, 16_615.0)),
    ),
    ("smm-103599884.7", &["smm-103006532.22"], Some((137_288.0, 137_400.1))),
    (
        "smm-103300493.8",
        &["smm-103300493.4", "smm-103353491.3", "smm-103353491.5", "smm-103353491.6", "smm-103353491.8"],
        Some((40.29, 41.42)),
    ),
    ("smm-103557449.32", &["smm-103557449.30", "smm-103557449.31", "smm-103557449.40"], None),
];

#[test]
fn every_contradiction_is_found_and_nothing_else() {
    let ledger = ledger();
    let settlement = ledger.settlement();
    assert!(settlement.is_smallest);
    assert_eq!(settlement.contradictions.len(), CONTRADICTIONS.len());
    for (aside, against, allow) in CONTRADICTIONS {
        let is_told = |c: &&Contradiction| id(&ledger, c.aside) == aside;
        let told = settlement.contradictions.iter().find(is_told).expect(aside);
        assert_eq!(told.against.iter().map(|c| id(&ledger, *c)).collect::<Vec<_>>(), against, "{aside}");
        match (told.others_allow, allow) {
            (Some(found), Some((low, high))) => {
                assert!(found.low >= low && found.high <= high, "{aside}: {found:?}");
            }
            (found, expected) => assert!(found.is_none() && expected.is_none(), "{aside}"),
        }
        assert_eq!(told.may_be_revised, aside == "smm-103599884.7", "{aside}");
    }
    let printed = |c: &&ClaimVerdict| matches!(c, ClaimVerdict::Contradicts(_));
    assert_eq!(settlement.verdicts.iter().filter(printed).count(), 13);
}

#[test]
fn a_cut_is_told_from_a_contradiction() {
    let ledger = ledger();
    let verdicts = &ledger.settlement().verdicts;
    let verdict = |claim: &str| {
        let index = ledger.claims().iter().position(|c| c.id == claim).unwrap();
        verdicts[index]
    };
    // 21,300 t is 21,359 t or more: cut, not rounded.
    assert!(matches!(verdict("smm-103353491.3"), ClaimVerdict::AgreesIfCut(_)));
    // +16.08 % on 82,800 against 71,400 t; 23,500 + 15,300 against 38,900 t.
    assert!(matches!(verdict("smm-103353491.7"), ClaimVerdict::Agrees(_)));
    assert!(matches!(verdict("smm-103240827.2"), ClaimVerdict::Agrees(_)));
    assert_eq!(verdict("smm-103240827.4"), ClaimVerdict::NotTested(Untested::Forecast));
    assert_eq!(verdict("smm-103006532.26"), ClaimVerdict::NotTested(Untested::UnknownMonths));
    let count = |wanted: fn(&ClaimVerdict) -> bool| verdicts.iter().filter(|v| wanted(v)).count();
    // A place is not tested where somebody whom no article names could be larger.
    assert_eq!(count(|v| matches!(v, ClaimVerdict::Agrees(_))), 199);
    assert_eq!(count(|v| matches!(v, ClaimVerdict::AgreesIfCut(_))), 6);
    assert_eq!(count(|v| matches!(v, ClaimVerdict::NotTested(_))), 57);
}

#[test]
fn what_is_odd_is_pointed_out() {
    let ledger = ledger();
    let told: Vec<[&str; 3]> = ledger
        .suspicions()
        .iter()
        .map(|s| match s {
            Suspicion::WholeIsChange(a, b) => ["zero before", id(&ledger, *a), id(&ledger, *b)],
            Suspicion::SameAgain(a, b) => ["same again", id(&ledger, *a), id(&ledger, *b)],
        })
        .collect();
    assert_eq!(
        told,
        [
            ["zero before", "smm-103557449.24", "smm-103557449.22"],
            ["zero before", "smm-103599884.30", "smm-103599884.28"],
            ["same again", "smm-103557449.20", "asiansteel-2025-10.16"],
            ["same again", "smm-103557449.29", "asiansteel-2025-10.20"],
        ]
    );
}

/// A linear programme of the limits that the statements give rise to, written down for this test: it knows
/// nothing of proofs. `None` where the statements cannot hold together.
fn programme(system: &LinearSystem, stands: impl Fn(usize) -> bool, aim: usize, up: bool) -> Option<f64> {
    let direction = if up { OptimizationDirection::Maximize } else { OptimizationDirection::Minimize };
    let mut problem = Problem::new(direction);
    let variables: Vec<_> = (0..system.unknowns.len())
        .map(|u| problem.add_var(f64::from(u8::from(u == aim)), (0.0, MOST)))
        .collect();
    for limit in &system.limits {
        let counts = match &limit.why {
            LimitReason::Structure(_) => true,
            LimitReason::Said(said) => said.iter().all(|s| stands(*s)),
        };
        if !counts {
            continue;
        }
        if limit.terms.is_empty() {
            return None;
        }
        let terms: Vec<_> = limit.terms.iter().map(|(u, factor)| (variables[*u], *factor)).collect();
        if limit.low.is_finite() {
            problem.add_constraint(terms.as_slice(), ComparisonOp::Ge, limit.low);
        }
        if limit.high.is_finite() {
            problem.add_constraint(terms.as_slice(), ComparisonOp::Le, limit.high);
        }
    }
    problem.solve().ok()?.into_solution().ok().map(|s| s.objective())
}

/// Nothing reaches it: what the programme leaves as much has no end.
const MOST: f64 = 1e9;

/// Whether a statement is set aside.
fn is_aside(ledger: &Ledger, statement: &Statement) -> bool {
    statement.claims.iter().any(|claim| ledger.settlement().is_aside(*claim))
}

/// The statements that stand.
fn standing(ledger: &Ledger, statements: &[Statement]) -> Vec<bool> {
    statements.iter().map(|s| !is_aside(ledger, s)).collect()
}

#[test]
fn every_bound_is_that_of_a_linear_programme() {
    for ledger in [settled::wire(), settled::alloy()] {
        let (system, statements) = (system(&ledger), statements_of(&ledger));
        let stands = standing(&ledger, &statements);
        let mut ends = 0;
        for (aim, Unknown { money, cell }) in system.unknowns.iter().enumerate() {
            let Some(bounds) = ledger.settlement().bounds(*cell).filter(|_| !money) else { continue };
            for (up, ours) in [(false, bounds.low), (true, bounds.high)] {
                let exact = programme(&system, |s| stands[s], aim, up).expect("what stands holds together");
                if exact >= MOST * 0.999 {
                    assert!(ours.is_infinite() || ours >= MOST * 0.999, "{cell:?}: {ours} without a reason");
                    continue;
                }
                ends += 1;
                // Never inside of what is possible, and as close as the programme's own tolerance tells.
                let tolerance = 1e-6 * exact.abs().max(1000.0);
                let outside = if up { ours - exact } else { exact - ours };
                assert!(outside >= -tolerance, "{cell:?}: {ours} leaves out {exact}");
                assert!(outside <= tolerance * 2.0, "{cell:?}: {ours} is wider than {exact}");
            }
        }
        assert!(ends > 300, "{ends}");
    }
}

#[test]
fn nothing_that_is_set_aside_can_be_put_back() {
    for (ledger, least) in [(settled::wire(), 10), (settled::alloy(), 2)] {
        let (system, statements) = (system(&ledger), statements_of(&ledger));
        let stands = standing(&ledger, &statements);
        assert_eq!(stands.iter().filter(|stands| !**stands).count(), least);
        assert!(ledger.settlement().is_smallest);
        assert!(programme(&system, |s| stands[s], 0, true).is_some(), "what stands holds together");
        let aside = (0..statements.len()).filter(|s| !stands[*s]);
        for back in aside.filter(|s| is_linear(&ledger, &statements[*s])) {
            let with = programme(&system, |s| stands[s] || s == back, 0, true);
            assert!(with.is_none(), "{}", id(&ledger, statements[back].claims[0]));
        }
    }
}

/// Places in a list are no linear limits; one contradiction of the first dataset is of places.
fn is_linear(ledger: &Ledger, statement: &Statement) -> bool {
    id(ledger, statement.claims[0]) != "smm-103557449.32"
}

#[test]
fn every_claim_of_a_contradiction_is_needed() {
    for ledger in [settled::wire(), settled::alloy()] {
        let (system, statements) = (system(&ledger), statements_of(&ledger));
        let of = |claim: usize| statements.iter().position(|s| s.claims.contains(&claim)).unwrap();
        let contradictions = ledger.settlement().contradictions.iter();
        for told in contradictions.filter(|c| is_linear(&ledger, &statements[of(c.aside)])) {
            let set: Vec<usize> = [told.aside].iter().chain(&told.against).map(|c| of(*c)).collect();
            let holds = |without: Option<usize>| {
                programme(&system, |s| set.contains(&s) && Some(s) != without, 0, true).is_some()
            };
            assert!(!holds(None), "{told:?}");
            for statement in &set {
                assert!(holds(Some(*statement)), "{told:?} without {statement}");
            }
        }
    }
}

#[test]
fn what_the_others_allow_leaves_out_the_figure_that_is_set_aside() {
    for ledger in [settled::wire(), settled::alloy()] {
        for told in &ledger.settlement().contradictions {
            let Some(allowed) = told.others_allow else { continue };
            let claim = ledger.claim(told.aside).unwrap();
            let own = match claim.step {
                Some(step) => Interval::rounded(claim.value, step),
                None => Interval::exactly(claim.value),
            };
            // 69.5 % is printed as 70 %, and both ends are closed.
            let common = own.and(allowed).map_or(0.0, |both| both.width());
            assert!(common < 1e-6, "{}: {own:?} and {allowed:?}", claim.id);
        }
    }
}

fn written(ledger: &Ledger) -> String {
    serde_json::to_string(&SettlementFile::of(ledger, "abc")).unwrap()
}

fn read(text: &str, ledger: &Ledger, sha256: &str) -> Option<Settlement> {
    SettlementFile::read(text.as_bytes()).unwrap().settlement(ledger, sha256)
}

#[test]
fn a_settlement_reads_as_it_was_written() {
    for ledger in [settled::wire(), settled::alloy()] {
        let text = written(&ledger);
        let found = read(&text, &ledger, "abc").unwrap();
        let settlement = ledger.settlement();
        assert_eq!(found.is_smallest, settlement.is_smallest);
        assert_eq!(found.contradictions.len(), settlement.contradictions.len());
        assert_eq!(found.verdicts.len(), ledger.claims().len());
        for cell in settlement.cells() {
            let bounds = found.bounds(cell.cell).unwrap();
            let close = |a: f64, b: f64| a == b || (a - b).abs() <= 1e-3;
            assert!(close(bounds.low, cell.bounds.low) && close(bounds.high, cell.bounds.high));
        }
        let again = ledger.clone().settled(found);
        assert!(written(&again) == text, "another text the second time");
        assert_eq!(read(&text, &ledger, "abd"), None, "of another dataset");
        let other = dataset(claims(vec![json!({"measure": "quantity", "value": 1})]));
        assert_eq!(read(&text, &other, "abc"), None);
    }
}

#[test]
fn what_is_no_settlement_is_not_read() {
    let ledger = settled::wire();
    let text = written(&ledger);
    for end in (0..text.len()).step_by(97) {
        assert_eq!(SettlementFile::read(&text.as_bytes()[..end]), None, "{end} bytes");
    }
    let whole: Value = serde_json::from_str(&text).unwrap();
    // Each field, and within lists the first element and each of its parts, as something else.
    let mut places: Vec<String> = Vec::new();
    for (name, field) in whole.as_object().unwrap() {
        places.push(format!("/{name}"));
        let Some(first) = field.as_array().and_then(|list| list.first()) else { continue };
        places.push(format!("/{name}/0"));
        match first {
            Value::Array(parts) => places.extend((0..parts.len()).map(|at| format!("/{name}/0/{at}"))),
            Value::Object(parts) => places.extend(parts.keys().map(|part| format!("/{name}/0/{part}"))),
            _ => {}
        }
    }
    assert!(places.len() > 20, "{places:?}");
    for place in places {
        for other in [json!({}), json!(-1.5), json!(["x", 1, 2])] {
            let mut changed = whole.clone();
            *changed.pointer_mut(&place).unwrap() = other.clone();
            let read = SettlementFile::read(changed.to_string().as_bytes());
            assert_eq!(read, None, "{place}: {other}");
        }
    }
    // What fits a list and not this ledger.
    let mut changed = whole.clone();
    *changed.pointer_mut("/contradictions/0/aside").unwrap() = json!(100_000);
    assert_eq!(read(&changed.to_string(), &ledger, "abc"), None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 800, ..ProptestConfig::default() })]

    #[test]
    fn the_truth_is_never_left_out(seed in any::<u64>()) {
        let (ledger, truth) = truth::printed(seed, 0);
        let ledger = settle_ledger(ledger);
        let settlement = ledger.settlement();
        prop_assert!(settlement.contradictions.is_empty(), "{:?}", settlement.contradictions);
        for settled in settlement.cells() {
            let (cell, bounds) = (settled.cell, settled.bounds);
            let Some(tonnes) = truth.tonnes(cell) else { continue };
            prop_assert!(bounds.contains(tonnes), "{cell:?}: {tonnes} is not in {bounds:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1200, ..ProptestConfig::default() })]

    #[test]
    fn the_truth_is_left_whenever_only_errors_are_set_aside(seed in any::<u64>(), errors in 1usize..4) {
        let (ledger, truth) = truth::printed(seed, errors);
        let ledger = settle_ledger(ledger);
        let settlement = ledger.settlement();
        let is_wrong = |c: &Contradiction| {
            c.twins.iter().all(|claim| ledger.claims()[*claim].id.starts_with("wrong."))
        };
        // An error that contradicts nothing stands, and bounds rest on it.
        let wrong = ledger.claims().iter().filter(|c| c.id.starts_with("wrong."));
        let planted = wrong.clone().count();
        prop_assert!(settlement.contradictions.len() <= planted, "{:?}", settlement.contradictions);
        if settlement.contradictions.len() < planted || !settlement.contradictions.iter().all(is_wrong) {
            return Ok(());
        }
        for settled in settlement.cells() {
            let Some(tonnes) = truth.tonnes(settled.cell) else { continue };
            prop_assert!(settled.bounds.contains(tonnes), "{settled:?} leaves out {tonnes}");
        }
    }
}

fn dataset(claims: Vec<Value>) -> Ledger {
    let members = |codes: &[&str]| -> Vec<Value> {
        codes.iter().map(|code| json!({"code": code, "name": {"en": code}})).collect()
    };
    let dataset = json!({
        "format": "tonnage/published-figures", "version": "1.0", "id": "test",
        "title": {"en": "Test"}, "commodity": {"en": "wire"},
        "reporter": {"code": "CHN", "name": {"en": "China"}}, "flow": "export",
        "products": members(&["01", "02"]), "destinations": members(&["AAA", "BBB", "CCC"]),
        "registration_locations": members(&["11"]),
        "articles": [{"id": "a", "publisher": "P", "subject": "S", "read_in_full": true, "claims": claims}]
    });
    read_ledger(dataset.to_string().as_bytes()).read.unwrap()
}

fn claims(all: Vec<Value>) -> Vec<Value> {
    let number = |(i, claim): (usize, Value)| {
        let mut whole = json!({"id": format!("a.{i}"), "period": "2025-04", "step": 1, "printed": "x"});
        whole.as_object_mut().unwrap().extend(claim.as_object().unwrap().clone());
        if matches!(whole["measure"].as_str(), Some("rank" | "count" | "within_top" | "months_first")) {
            whole.as_object_mut().unwrap().remove("step");
        }
        whole
    };
    all.into_iter().enumerate().map(number).collect()
}

/// May's article prints April as 11,000 t, 10,000 t a year before: 9.99 to 10.02 %, and 1,353 t to Mexico, which
/// are 12.29 to 12.31 %. Another one of `published` prints `growth` and `share` of the same April. What is set
/// aside of it, with what it contradicts, and whether it may be revised.
fn printed_again(
    published: Option<&str>,
    repost_of: Option<&str>,
    growth: f64,
    share: f64,
) -> Vec<(String, Vec<String>, bool)> {
    let claim = |id: &str, measure: &str, value: f64, step: f64, place: Value| {
        let mut claim = json!({"id": id, "period": "2025-04", "measure": measure, "value": value, "step": step, "printed": "x"});
        claim.as_object_mut().unwrap().extend(place.as_object().unwrap().clone());
        claim
    };
    let mexico = || json!({"dimension": "destination", "member": "MEX"});
    let member = |code: &str| json!([{"code": code, "name": {"en": code}}]);
    let dataset = json!({
        "format": "tonnage/published-figures", "version": "1.1", "id": "test",
        "title": {"en": "Test"}, "commodity": {"en": "wire"},
        "reporter": {"code": "CHN", "name": {"en": "China"}}, "flow": "export",
        "products": member("7614"), "destinations": member("MEX"), "registration_locations": [],
        "articles": [
            {"id": "may", "publisher": "P", "subject": "S", "published": "2025-05-30", "read_in_full": true, "claims": [
                claim("may.1", "quantity", 11_000.0, 1.0, json!({})),
                claim("may.2", "quantity_year_before", 10_000.0, 1.0, json!({})),
                claim("may.3", "yoy_percent", 10.0, 0.1, json!({})),
                claim("may.4", "quantity", 1_353.0, 1.0, mexico()),
                claim("may.5", "share", 12.3, 0.1, mexico()),
            ]},
            {"id": "again", "publisher": "P", "subject": "S", "published": published, "repost_of": repost_of, "read_in_full": true, "claims": [
                claim("again.1", "yoy_percent", growth, 0.1, json!({})),
                claim("again.2", "share", share, 0.1, mexico()),
            ]},
        ]
    });
    let ledger = settle_ledger(read_ledger(dataset.to_string().as_bytes()).read.unwrap());
    let name = |claim: &usize| id(&ledger, *claim).to_owned();
    let told = |t: &Contradiction| (name(&t.aside), t.against.iter().map(name).collect(), t.may_be_revised);
    ledger.settlement().contradictions.iter().map(told).collect()
}

#[test]
fn ratios_that_are_printed_again_with_another_value_may_be_revised() {
    let told = |aside: &str, against: &str| (aside.to_owned(), vec![against.to_owned()], true);
    let revised = vec![told("again.1", "may.3"), told("again.2", "may.5")];
    assert_eq!(printed_again(Some("2025-06-30"), None, 12.0, 14.0), revised);
    // Nobody knows that it was the same day.
    assert_eq!(printed_again(None, None, 12.0, 14.0), revised);
    // Who says the same again revises nothing.
    assert_eq!(printed_again(Some("2025-06-30"), None, 10.0, 12.3), []);
    // Errors of one day or of a copy are contradictions, but no revisions.
    for (published, repost_of) in [("2025-05-30", None), ("2025-06-30", Some("may"))] {
        let told = printed_again(Some(published), repost_of, 12.0, 14.0);
        let aside: Vec<(&str, bool)> = told.iter().map(|(id, _, revised)| (id.as_str(), *revised)).collect();
        assert_eq!(aside, [("again.1", false), ("again.2", false)]);
    }
}

#[track_caller]
fn contradictions(all: Vec<Value>) -> (usize, Vec<Vec<String>>) {
    let ledger = dataset(claims(all));
    let ledger = settle_ledger(ledger);
    let settlement = ledger.settlement();
    assert_eq!(settlement.verdicts.len(), ledger.claims().len());
    let name = |claim: &usize| id(&ledger, *claim).to_owned();
    let told = |t: &Contradiction| [t.aside].iter().chain(&t.against).map(name).collect::<Vec<_>>();
    (ledger.claims().len(), settlement.contradictions.iter().map(told).collect())
}

#[test]
fn what_no_quantity_can_be_contradicts_itself() {
    let (_, told) = contradictions(vec![
        json!({"measure": "yoy_percent", "value": -140}),
        json!({"measure": "quantity", "value": 100}),
    ]);
    assert_eq!(told, [["a.0"]]);
    let (_, told) = contradictions(vec![
        json!({"measure": "share", "value": 150, "product": "01"}),
        json!({"measure": "quantity", "value": 100}),
    ]);
    assert_eq!(told, [["a.0", "a.1"]]);
    // All gone is possible.
    let (_, told) = contradictions(vec![
        json!({"measure": "yoy_percent", "value": -100}),
        json!({"measure": "quantity", "value": 0}),
    ]);
    assert!(told.is_empty());
}

#[test]
fn places_are_taken_once() {
    let member = |member: &str, measure: &str, value: u32| json!({"dimension": "destination", "member": member, "measure": measure, "value": value});
    let (_, told) = contradictions(vec![member("AAA", "rank", 1), member("BBB", "rank", 1)]);
    assert_eq!(told, [["a.1", "a.0"]]);
    let (_, told) = contradictions(vec![member("AAA", "rank", 1), member("AAA", "rank", 2)]);
    assert_eq!(told.len(), 1);
    let (_, told) = contradictions(vec![
        member("AAA", "quantity", 10),
        member("BBB", "quantity", 20),
        json!({"dimension": "destination", "measure": "count", "value": 1}),
    ]);
    assert_eq!(told, [["a.2", "a.0", "a.1"]]);
}

#[test]
fn a_ledger_at_odds_with_itself_ends_in_verdicts() {
    // Every claim contradicts every other one.
    let all = (0..400).map(|i| json!({"measure": "quantity", "value": 1000 + 10 * i})).collect();
    let (count, told) = contradictions(all);
    assert_eq!((count, told.len()), (400, 399));
    // Cycles: every month is larger than the one before, and the first than the last.
    let month = |i: i32| Period::new(2020, 1).unwrap().plus(i.rem_euclid(40)).to_string();
    let mut cycle: Vec<Value> =
        (0..40).map(|i| json!({"period": month(i), "measure": "mom_percent", "value": 7})).collect();
    cycle.extend((0..40).map(|i| json!({"period": month(i), "measure": "yoy_percent", "value": -7})));
    cycle.push(json!({"period": month(20), "measure": "quantity", "value": 500}));
    assert!(!contradictions(cycle).1.is_empty());
}

#[test]
fn ten_thousand_claims_end_in_verdicts() {
    let measures = ["quantity", "share", "mom_percent", "yoy_percent", "rank", "within_top", "months_first"];
    let mut state = 7u64;
    let mut below = |n: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % n
    };
    let all = (0..10_000)
        .map(|_| {
            let period = Period::new(2000, 1).unwrap().plus(below(300) as i32).to_string();
            let mut claim = json!({
                "period": period, "measure": measures[below(7) as usize], "value": 1 + below(300),
                "span": (["month", "ytd"][below(2) as usize]),
            });
            let member = ["AAA", "BBB", "CCC"][below(3) as usize];
            claim["dimension"] = json!("destination");
            claim["member"] = json!(member);
            claim
        })
        .collect();
    let (count, told) = contradictions(all);
    assert!(count > 5_000 && !told.is_empty(), "{count} {}", told.len());
}
