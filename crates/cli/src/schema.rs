//! The JSON Schemas of the formats of datasets, which editors check with: what they refuse, `tonnage manifest`
//! refuses. So much of JSON Schema as they use is understood.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt;

use dataset::Kind;
use regex::Regex;
use serde_json::{Map, Value};

use crate::answer::Failure;
use crate::words::words;

/// The schema of a format, as text.
pub fn text(kind: Kind) -> &'static str {
    match kind {
        Kind::PublishedFigures => include_str!("../../../public/data/published-figures.schema.json"),
        Kind::Records => include_str!("../../../public/data/records.schema.json"),
    }
}

/// The first thing in a file that its schema refuses, in a sentence with its place.
pub fn first_fault(kind: Kind, file: &[u8]) -> Result<Option<String>, Failure> {
    let read = |bytes: &[u8]| serde_json::from_slice::<Value>(bytes).map_err(|error| error.to_string());
    let root = read(text(kind).as_bytes())?;
    let file = read(file.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(file))?;
    let schema = Schema { root: &root, patterns: RefCell::default() };
    Ok(schema.check(&root, &file, &Place::Root).err())
}

/// Keywords that say something to people or editors, or hold what others refer to.
const ANNOTATIONS: [&str; 8] =
    ["$schema", "$defs", "$comment", "title", "description", "default", "then", "else"];

/// A path into a file.
enum Place<'a> {
    Root,
    Key(&'a Place<'a>, &'a str),
    Index(&'a Place<'a>, usize),
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Root => Ok(()),
            Place::Key(Place::Root, key) => write!(f, "{key}"),
            Place::Key(parent, key) => write!(f, "{parent}.{key}"),
            Place::Index(parent, index) => write!(f, "{parent}[{index}]"),
        }
    }
}

/// What a schema refuses.
pub enum Fault<'a> {
    /// A field that has no place where it stands.
    NoPlace,
    /// Something else than the only thing that may stand here.
    NotConst(&'a Value),
    /// Another type of JSON.
    NotType(Type),
    /// None of the values that may stand here.
    NoneOf(Vec<String>),
    /// What does not go with other fields.
    NotTogether,
    /// A text that has not the form of a pattern.
    Form { text: &'a str, pattern: &'a str },
    /// What meets two forms, of which it may have one.
    Two,
    /// More or less than may be.
    Beyond(Limit, &'a Value),
    /// What stands in a list already.
    Twice,
    /// A field that is missing.
    Missing(&'a str),
    /// A field that the format does not have here.
    Unknown,
}

/// A type of JSON.
#[derive(Clone, Copy)]
pub enum Type {
    Text,
    Number,
    Whole,
    TrueOrFalse,
    List,
    Fields,
    /// One that these schemas do not use.
    Other,
}

/// What is too short, too small or too large.
#[derive(Clone, Copy)]
pub enum Limit {
    /// How many characters a text has at least.
    Characters,
    /// How many entries a list has at least.
    Entries,
    /// How large a number is at least.
    Least,
    /// How large a number is at most.
    Most,
}

/// A sentence with its place.
fn refuse(place: &Place, fault: &Fault) -> Result<(), String> {
    let sentence = words().schema_fault(fault);
    match place {
        Place::Root => Err(sentence),
        place => Err(words().about(&place.to_string(), &sentence)),
    }
}

struct Schema<'a> {
    root: &'a Value,
    /// Every pattern that was used, ready for use.
    patterns: RefCell<HashMap<&'a str, Regex>>,
}

impl<'a> Schema<'a> {
    /// The first thing in `value` that `schema` refuses.
    fn check(&self, schema: &'a Value, value: &Value, place: &Place) -> Result<(), String> {
        let fields = match schema {
            Value::Object(fields) => fields,
            Value::Bool(false) => return refuse(place, &Fault::NoPlace),
            _ => return Ok(()),
        };
        for (keyword, told) in fields {
            self.keyword(keyword, told, value, place)?;
        }
        known_fields(fields, value, place)?;
        match fields.get("if") {
            Some(condition) => self.conditional(fields, condition, value, place),
            None => Ok(()),
        }
    }

    /// What follows from whether a condition is met; a comment of the schema says why.
    fn conditional(
        &self,
        fields: &'a Map<String, Value>,
        condition: &'a Value,
        value: &Value,
        place: &Place,
    ) -> Result<(), String> {
        let branch = if self.check(condition, value, place).is_ok() { "then" } else { "else" };
        let checked = fields.get(branch).map_or(Ok(()), |schema| self.check(schema, value, place));
        match fields.get("$comment").and_then(Value::as_str) {
            Some(why) => checked.map_err(|fault| words().with_reason(&fault, why)),
            None => checked,
        }
    }

    fn keyword(&self, keyword: &str, told: &'a Value, value: &Value, place: &Place) -> Result<(), String> {
        match keyword {
            "$ref" => {
                let at = told.as_str().and_then(|r| r.strip_prefix('#')).unwrap_or_default();
                self.root.pointer(at).map_or(Ok(()), |schema| self.check(schema, value, place))
            }
            "type" => kind_of(told, value, place),
            "const" if value != told => refuse(place, &Fault::NotConst(told)),
            "enum" => one_of(told, value, place),
            "pattern" => self.pattern(told, value, place),
            "minLength" | "minItems" | "minimum" | "maximum" => size(keyword, told, value, place),
            "uniqueItems" => unique(value, place),
            "items" => {
                let mut items = value.as_array().into_iter().flatten().enumerate();
                items.try_for_each(|(i, item)| self.check(told, item, &Place::Index(place, i)))
            }
            "properties" => self.properties(told, value, place),
            "required" => required(told, value, place),
            "dependentSchemas" => {
                let mut on = told.as_object().into_iter().flatten();
                on.try_for_each(|(key, schema)| match value.get(key) {
                    Some(_) => self.check(schema, value, place),
                    None => Ok(()),
                })
            }
            "allOf" => told.as_array().into_iter().flatten().try_for_each(|s| self.check(s, value, place)),
            "anyOf" | "oneOf" => self.alternatives(keyword, told, value, place),
            "not" if self.check(told, value, place).is_ok() => refuse(place, &Fault::NotTogether),
            // Met, or looked at with what stands beside it.
            "const" | "not" | "if" | "additionalProperties" => Ok(()),
            other => {
                debug_assert!(ANNOTATIONS.contains(&other), "the keyword “{other}” is not understood");
                Ok(())
            }
        }
    }

    fn properties(&self, told: &'a Value, value: &Value, place: &Place) -> Result<(), String> {
        let mut properties = told.as_object().into_iter().flatten();
        properties.try_for_each(|(key, schema)| match value.get(key) {
            Some(field) => self.check(schema, field, &Place::Key(place, key)),
            None => Ok(()),
        })
    }

    fn pattern(&self, told: &'a Value, value: &Value, place: &Place) -> Result<(), String> {
        let (Some(pattern), Some(text)) = (told.as_str(), value.as_str()) else { return Ok(()) };
        let mut patterns = self.patterns.borrow_mut();
        if !patterns.contains_key(pattern) {
            patterns.insert(pattern, Regex::new(pattern).map_err(|error| error.to_string())?);
        }
        match patterns.get(pattern).is_some_and(|pattern| pattern.is_match(text)) {
            true => Ok(()),
            false => refuse(place, &Fault::Form { text, pattern }),
        }
    }

    /// Of several schemas one must be met, and of `oneOf` not more.
    fn alternatives(
        &self,
        keyword: &str,
        told: &'a Value,
        value: &Value,
        place: &Place,
    ) -> Result<(), String> {
        let all = || told.as_array().into_iter().flatten();
        let faults: Vec<String> = all().filter_map(|schema| self.check(schema, value, place).err()).collect();
        match all().count() - faults.len() {
            0 => Err(faults.join(words().or())),
            met if met > 1 && keyword == "oneOf" => refuse(place, &Fault::Two),
            _ => Ok(()),
        }
    }
}

fn kind_of(told: &Value, value: &Value, place: &Place) -> Result<(), String> {
    let (is_met, wanted) = match told.as_str() {
        Some("string") => (value.is_string(), Type::Text),
        Some("number") => (value.is_number(), Type::Number),
        Some("integer") => (value.as_f64().is_some_and(|number| number.fract() == 0.0), Type::Whole),
        Some("boolean") => (value.is_boolean(), Type::TrueOrFalse),
        Some("array") => (value.is_array(), Type::List),
        Some("object") => (value.is_object(), Type::Fields),
        _ => (false, Type::Other),
    };
    if is_met { Ok(()) } else { refuse(place, &Fault::NotType(wanted)) }
}

fn one_of(told: &Value, value: &Value, place: &Place) -> Result<(), String> {
    let allowed = told.as_array().map(Vec::as_slice).unwrap_or_default();
    if allowed.contains(value) {
        return Ok(());
    }
    refuse(place, &Fault::NoneOf(allowed.iter().map(Value::to_string).collect()))
}

/// How long a text or a list is, or how large a number.
fn size(keyword: &str, told: &Value, value: &Value, place: &Place) -> Result<(), String> {
    let size = match (keyword, value) {
        ("minLength", Value::String(text)) => text.chars().count() as f64,
        ("minItems", Value::Array(list)) => list.len() as f64,
        ("minimum" | "maximum", Value::Number(number)) => number.as_f64().unwrap_or(f64::NAN),
        _ => return Ok(()),
    };
    let limit = told.as_f64().unwrap_or(f64::NAN);
    let (is_met, beyond) = match keyword {
        "minLength" => (size >= limit, Limit::Characters),
        "minItems" => (size >= limit, Limit::Entries),
        "minimum" => (size >= limit, Limit::Least),
        _ => (size <= limit, Limit::Most),
    };
    if is_met { Ok(()) } else { refuse(place, &Fault::Beyond(beyond, told)) }
}

fn unique(value: &Value, place: &Place) -> Result<(), String> {
    let list = value.as_array().map(Vec::as_slice).unwrap_or_default();
    let again = |(i, entry): (usize, &Value)| list.iter().take(i).any(|before| before == entry);
    match list.iter().enumerate().position(again) {
        Some(i) => refuse(&Place::Index(place, i), &Fault::Twice),
        None => Ok(()),
    }
}

fn required(told: &Value, value: &Value, place: &Place) -> Result<(), String> {
    let mut names = told.as_array().into_iter().flatten().filter_map(Value::as_str);
    match names.find(|name| value.is_object() && value.get(name).is_none()) {
        Some(name) => refuse(place, &Fault::Missing(name)),
        None => Ok(()),
    }
}

/// Fields that the schema does not name, where it allows no others.
fn known_fields(fields: &Map<String, Value>, value: &Value, place: &Place) -> Result<(), String> {
    if fields.get("additionalProperties") != Some(&Value::Bool(false)) {
        return Ok(());
    }
    let is_known = |name: &String| fields.get("properties").is_some_and(|p| p.get(name).is_some());
    match value.as_object().into_iter().flatten().find(|(name, _)| !is_known(name)) {
        Some((name, _)) => refuse(&Place::Key(place, name), &Fault::Unknown),
        None => Ok(()),
    }
}
