//! One partner under the codes of several lists: in the datasets that ship, in links, in parts that are put together.

// Clippy's allowance for tests does not reach their helpers.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fs;

use dataset::{read_head, read_ledger, read_records, records_text, write_head};
use model::{Catalogue, Currency, Dimension, DimensionMap, Name};
use partners::{Scheme, by_code, by_id};
use records::{Builder, Provenance, Records, merge};
use view::{Notice, View, resolve_codes, resolve_compared, resolve_filter, resolve_member};

fn catalogue(file: &str) -> Catalogue {
    let bytes = fs::read(file).unwrap();
    match read_ledger(&bytes).read {
        Some(ledger) => ledger.catalogue,
        None => read_records(&bytes).read.unwrap().catalogue,
    }
}

fn sinks() -> Catalogue {
    catalogue("public/data/cn-stainless-steel-sinks.json")
}

#[test]
fn partners_of_the_datasets_that_ship_are_known_by_each_of_their_codes() {
    for file in ["cn-aluminium-alloy-imports", "cn-aluminium-wire-cable", "cn-stainless-steel-sinks"] {
        let catalogue = catalogue(&format!("public/data/{file}.json"));
        for member in catalogue.members(Dimension::Destination) {
            let partner = by_id(&member.code).unwrap();
            assert_eq!(partner.name(), member.name, "{file}: {}", member.code);
            let [of_customs] = member.also.as_slice() else { panic!("{file}: {}", member.code) };
            assert_eq!(by_code(Scheme::ChinaCustoms, of_customs), Some(partner), "{file}: {of_customs}");
        }
    }
}

#[test]
fn partners_of_records_without_other_codes_are_those_of_customs() {
    let before = catalogue("tests/fixtures/data/cn-stainless-steel-sinks.json");
    let now = sinks();
    assert_eq!(before.members(Dimension::Destination).len(), now.members(Dimension::Destination).len());
    for (before, now) in
        before.members(Dimension::Destination).iter().zip(now.members(Dimension::Destination))
    {
        assert_eq!((&before.name, [&before.code]), (&now.name, [&now.also[0]]));
    }
}

#[test]
fn links_lead_to_a_partner_by_any_of_its_codes() {
    let query = |destination: &str, compare: &str, member: &str| {
        format!("?destination={destination}&compare={compare}&view=member&member={member}")
    };
    let (own, customs) = (query("MEX", "MEX~PRT", "USA"), query("429", "429~311", "502"));
    for file in ["cn-aluminium-wire-cable", "cn-stainless-steel-sinks"] {
        let catalogue = catalogue(&format!("public/data/{file}.json"));
        let [own, customs] = [&own, &customs].map(|query| {
            let (view, notices) = View::from_query(query);
            assert!(notices.is_empty());
            view
        });
        assert_eq!(resolve_filter(&own, &catalogue), resolve_filter(&customs, &catalogue));
        assert_eq!(resolve_filter(&own, &catalogue).1, []);
        assert_eq!(resolve_compared(&own, &catalogue), resolve_compared(&customs, &catalogue));
        assert_eq!(resolve_compared(&own, &catalogue).0.len(), 2);
        // The articles do not name the United States: a link to it stays as it is.
        let member = |view: &View| resolve_member(view.member.as_ref().unwrap(), &catalogue);
        assert_eq!(member(&own), member(&customs));
        let is_here = catalogue.find(Dimension::Destination, "USA").is_some();
        assert_eq!(resolve_codes(customs.clone(), &catalogue) == own, is_here, "{file}");
        assert_eq!(resolve_codes(own.clone(), &catalogue), own);
    }
    let (strange, _) = View::from_query("?destination=XXX,429");
    let resolved = resolve_codes(strange, &sinks());
    assert_eq!(resolved.chosen[Dimension::Destination], ["XXX", "MEX"]);
    assert_eq!(resolve_filter(&resolved, &sinks()).1, [Notice::UnknownMember("XXX".to_owned())]);
}

/// A row of January 2025 for each partner: its code, other codes, English name.
fn records(partners: &[(&str, &[&str], &str)]) -> Records {
    let mut builder = Builder::new(Catalogue::default(), Some(Currency::Usd));
    for (code, also, en) in partners {
        let name = Name { en: (*en).to_owned(), zh: String::new() };
        let member = builder.member(Dimension::Destination, code, name).unwrap();
        for other in *also {
            builder.also(Dimension::Destination, member, other);
        }
        let members = DimensionMap::default().with(Dimension::Destination, Some(member));
        builder.push("2025-01".parse().unwrap(), members, 1, 1).unwrap();
    }
    builder.build(Provenance::default())
}

fn told(records: &Records) -> Vec<(&str, Vec<&str>)> {
    let members = records.catalogue.members(Dimension::Destination).iter();
    members.map(|m| (m.code.as_str(), m.also.iter().map(String::as_str).collect())).collect()
}

#[test]
fn parts_of_several_lists_are_put_together_by_code_and_name() {
    let before = records(&[("429", &[], "Mexico"), ("410", &[], "Brazil")]);
    let after = records(&[
        ("MEX", &["429"], "Mexico"),
        ("KOR", &["410"], "South Korea"),
        ("BRA", &["076"], "Brazil"),
    ]);
    let merged = merge(vec![after.clone(), before.clone()]).unwrap().unwrap();
    // Nothing says that this 410 is Brazil's, but its name; BRA does not know the code.
    assert_eq!(
        told(&merged),
        [("MEX", vec!["429"]), ("KOR", vec!["410"]), ("BRA", vec!["076"]), ("410", vec![])]
    );
    let merged = merge(vec![before, after]).unwrap().unwrap();
    assert_eq!(
        told(&merged),
        [("429", vec!["MEX"]), ("410", vec![]), ("KOR", vec!["410"]), ("BRA", vec!["076"])]
    );
}

#[test]
fn other_codes_are_written_and_read() {
    let records = records(&[("MEX", &["429", "484", "429", "MEX"], "Mexico"), ("XXX", &[], "Elsewhere")]);
    assert_eq!(told(&records), [("MEX", vec!["429", "484"]), ("XXX", vec![])]);
    let text = records_text(&records);
    assert!(text.contains("\"version\": \"1.2\""));
    assert_eq!(read_records(text.as_bytes()).read.as_ref(), Some(&records));
    assert_eq!(read_head(write_head(&records).as_bytes()).read.unwrap().catalogue, records.catalogue);
    // Spelt as a program might, so that the slower reader reads it.
    let escaped = text.replace("\"Mexico\"", "\"M\\u0065xico\"");
    assert_eq!(read_records(escaped.as_bytes()).read.as_ref(), Some(&records));
    let wrong = text.replace("[\"429\",\"484\"]", "[\"429\",484]");
    let reading = read_records(wrong.as_bytes());
    assert_eq!(reading.problems.len(), 1);
    assert_eq!(reading.problems[0].place, "destinations[0].also[1]");
}
