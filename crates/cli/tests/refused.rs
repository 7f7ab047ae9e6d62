//! `tonnage manifest` refuses what the schema of published figures refuses, constraint by constraint. The same
//! cases go through a validator of JSON Schema in `tests/browser/schema.test.mjs`.

// Clippy's allowance for tests does not reach their helpers.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

const CASES: &str = include_str!("../../../tests/fixtures/refused-figures.json");
const SCHEMA: &str = include_str!("../../../public/data/published-figures.schema.json");

fn manifest_of(dataset: &Value, folder: &Path) -> Output {
    fs::write(folder.join("test.json"), dataset.to_string()).unwrap();
    Command::new(env!("CARGO_BIN_EXE_tonnage")).arg("manifest").arg(folder).output().unwrap()
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The good dataset with a case's changes, by JSON pointers.
fn changed(good: &Value, case: &Value) -> Value {
    let mut dataset = good.clone();
    let parent = |pointer: &str| {
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        (parent.to_owned(), key.to_owned())
    };
    for (pointer, value) in case["set"].as_object().into_iter().flatten() {
        let (parent, key) = parent(pointer);
        match dataset.pointer_mut(&parent).unwrap() {
            Value::Object(fields) => drop(fields.insert(key, value.clone())),
            Value::Array(list) if list.len() == key.parse::<usize>().unwrap() => list.push(value.clone()),
            Value::Array(list) => list[key.parse::<usize>().unwrap()] = value.clone(),
            _ => panic!("{pointer}"),
        }
    }
    for pointer in case["remove"].as_array().into_iter().flatten() {
        let (parent, key) = parent(pointer.as_str().unwrap());
        dataset.pointer_mut(&parent).unwrap().as_object_mut().unwrap().remove(&key).unwrap();
    }
    dataset
}

#[test]
fn what_the_schema_refuses_has_no_manifest() {
    let cases: Value = serde_json::from_str(CASES).unwrap();
    let folder = folder("refused");
    let good = manifest_of(&cases["good"], &folder);
    assert!(good.status.success(), "{}", String::from_utf8_lossy(&good.stderr));
    for case in cases["refused"].as_array().unwrap() {
        let output = manifest_of(&changed(&cases["good"], case), &folder);
        assert_eq!(output.status.code(), Some(2), "{case}");
        let sentence = String::from_utf8(output.stderr).unwrap();
        assert!(sentence.contains("test.json: "), "{case}: {sentence}");
    }
}

#[test]
fn a_fault_that_only_the_schema_knows_is_told_with_its_place() {
    let cases: Value = serde_json::from_str(CASES).unwrap();
    let folder = folder("told");
    let told = |constraint: &str| {
        let all = cases["refused"].as_array().unwrap();
        let case = all.iter().find(|case| case["constraint"] == constraint).unwrap();
        String::from_utf8(manifest_of(&changed(&cases["good"], case), &folder).stderr).unwrap()
    };
    let misspelt = told("#/$defs/claim/additionalProperties");
    assert!(
        misspelt.contains("articles[0].claims[0].priod: The format has no such field here."),
        "{misspelt}"
    );
    let share = told("#/$defs/claim/allOf/4/then/anyOf");
    assert!(share.contains("The total has no share of itself"), "{share}");
    let code = told("#/$defs/hs/pattern");
    assert!(code.contains("products[0].code: “7614.10” has not the form"), "{code}");
}

#[test]
fn every_constraint_of_the_schema_has_a_case() {
    let cases: Value = serde_json::from_str(CASES).unwrap();
    let of = |case: &Value| case["constraint"].as_str().unwrap().to_owned();
    let tried: BTreeSet<String> = cases["refused"].as_array().unwrap().iter().map(of).collect();
    let mut constraints = BTreeSet::new();
    walk(&serde_json::from_str(SCHEMA).unwrap(), "#", &mut constraints);
    let missing: Vec<&String> = constraints.difference(&tried).collect();
    let gone: Vec<&String> = tried.difference(&constraints).collect();
    assert!(missing.is_empty() && gone.is_empty(), "without a case: {missing:#?}; no constraint: {gone:#?}");
}

/// The places of a schema that can refuse something. `type` of what is an object anyway is left out: a case
/// for the whole file would be no dataset at all.
fn walk(schema: &Value, at: &str, found: &mut BTreeSet<String>) {
    let Value::Object(fields) = schema else {
        found.extend((*schema == Value::Bool(false)).then(|| at.to_owned()));
        return;
    };
    for (keyword, told) in fields {
        let here = format!("{at}/{keyword}");
        match keyword.as_str() {
            "type" if at == "#" => {}
            "type" | "enum" | "const" | "pattern" | "minimum" | "maximum" | "minItems" | "minLength"
            | "uniqueItems" | "not" => drop(found.insert(here)),
            "required" => {
                let names = told.as_array().unwrap().iter();
                found.extend(names.map(|name| format!("{here}/{}", name.as_str().unwrap())));
            }
            "additionalProperties" => walk(told, &here, found),
            "oneOf" | "anyOf" | "allOf" => {
                found.extend((keyword != "allOf").then(|| here.clone()));
                for (i, part) in told.as_array().unwrap().iter().enumerate() {
                    walk(part, &format!("{here}/{i}"), found);
                }
            }
            "items" | "then" | "else" => walk(told, &here, found),
            "properties" | "$defs" | "dependentSchemas" => {
                for (key, part) in told.as_object().unwrap() {
                    walk(part, &format!("{here}/{key}"), found);
                }
            }
            "if" | "$ref" | "$schema" | "$comment" | "title" | "description" | "default" => {}
            other => panic!("{here}: {other}"),
        }
    }
}
