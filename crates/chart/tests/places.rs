//! Every partner of the site's datasets has a place on the map.

// Clippy's allowance for tests does not reach their helpers.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fs;
use std::path::Path;

use chart::place;
use serde_json::Value;

/// The partners of a dataset of the site.
fn destinations(file: &str) -> Vec<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/data").join(file);
    let dataset: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    dataset["destinations"].as_array().unwrap().clone()
}

#[test]
fn every_destination_has_a_place() {
    for file in
        ["cn-aluminium-alloy-imports.json", "cn-aluminium-wire-cable.json", "cn-stainless-steel-sinks.json"]
    {
        for destination in destinations(file) {
            let code = destination["code"].as_str().unwrap();
            let place_of_code = place(code);
            assert!(place_of_code.is_some(), "{file}: {code}");
            if let Some(of_customs) = destination["customs_code"].as_str() {
                assert_eq!(place(of_customs), place_of_code, "{file}: {code} is {of_customs}");
            }
        }
    }
}
