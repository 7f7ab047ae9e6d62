//! Writing a dataset of records. What is written is read again as the same dataset.

use std::fmt::Write;

use serde_json::{Value, json};

use super::RECORDS_FORMAT;
use super::catalogue::members_field;
use super::records_reader::{column_field, value_field};
use model::{Dimension, Member, Name};
use records::Records;

/// The version of the format that is written.
const VERSION: &str = "1.0";

/// A dataset as JSON: what it is about in readable lines, each column on a line of its own.
pub fn write_records(records: &Records) -> String {
    let mut text = head(records, RECORDS_FORMAT);
    let mut columns: Vec<String> = vec![column("month", records.month_codes().iter())];
    for dimension in Dimension::ALL {
        if !records.codes(dimension).is_empty() {
            columns.push(column(column_field(dimension), records.codes(dimension).iter()));
        }
    }
    columns.push(column("quantity_kg", records.quantity().iter()));
    for (currency, values) in records.values() {
        columns.push(column(value_field(currency), values.iter()));
    }
    let _ = write!(text, "  \"columns\": {{\n{}\n  }}\n}}\n", columns.join(",\n"));
    text
}

/// What a dataset is about, without its rows: the file with `"columns": {}`.
pub fn write_head(records: &Records) -> String {
    head(records, RECORDS_FORMAT) + "  \"columns\": {}\n}\n"
}

/// The file up to its columns, or to its sums.
pub(super) fn head(records: &Records, format: &str) -> String {
    let catalogue = &records.catalogue;
    let mut text = String::from("{\n");
    let mut field = |name: &str, value: Value| {
        let _ = writeln!(text, "  \"{name}\": {value},");
    };
    field("format", json!(format));
    field("version", json!(VERSION));
    field("id", json!(catalogue.id));
    field("title", name(&catalogue.title));
    field("commodity", name(&catalogue.commodity));
    field("reporter", json!({ "name": name(&catalogue.reporter) }));
    if catalogue.about != Name::default() {
        field("about", name(&catalogue.about));
    }
    field("flow", json!(catalogue.flow.name()));
    if let Some(period) = catalogue.default_period {
        field("default_period", json!(period.to_string()));
    }
    field("synthetic", json!(records.provenance.synthetic));
    field("sources", json!(records.provenance.sources));
    field("months", records.months().iter().map(ToString::to_string).collect());
    for dimension in Dimension::ALL {
        if !catalogue.members(dimension).is_empty() {
            field(members_field(dimension), catalogue.members(dimension).iter().map(member).collect());
        }
    }
    text
}

fn name(name: &Name) -> Value {
    match name.zh.is_empty() {
        true => json!({ "en": name.en }),
        false => json!({ "en": name.en, "zh": name.zh }),
    }
}

fn member(member: &Member) -> Value {
    json!({ "code": member.code, "name": name(&member.name) })
}

/// A list of numbers on a line of its own.
pub(super) fn column<T: ToString>(field: &str, numbers: impl Iterator<Item = T>) -> String {
    let mut text = format!("    \"{field}\": [");
    for (i, number) in numbers.enumerate() {
        if i > 0 {
            text.push(',');
        }
        text.push_str(&number.to_string());
    }
    text.push(']');
    text
}
