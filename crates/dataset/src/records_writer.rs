//! Writing a dataset of records. What is written is read again as the same dataset.

use std::fmt::{self, Display, Write};

use super::RECORDS_FORMAT;
use super::catalogue::members_field;
use super::json::quoted;
use super::records_head::COVERED;
use super::records_reader::{QUANTITY, column_field};
use model::{Dimension, Frequency, Measured, Member, MemberIndex, Name, Period, sort_list};
use records::{Extent, Provenance, Records};

/// The version of the format that is written.
const VERSION: &str = "1.0";
/// The first version that says what is covered: written where something is not.
const VERSION_OF_COVERAGE: &str = "1.1";
/// The first version in which members have other codes and datasets remarks: written where there are some.
const VERSION_OF_CODES_AND_REMARKS: &str = "1.2";
/// The first version of quarters, years and values alone: written where periods are not months or nothing is weighed.
const VERSION_OF_FREQUENCY_AND_MEASURE: &str = "1.3";

/// A dataset as JSON: what it is about in readable lines, each column on a line of its own. It is written as it goes: of
/// a million rows the text is far larger than what it is made of. Fails where `out` does.
pub fn write_records(records: &Records, out: &mut dyn Write) -> fmt::Result {
    writeln!(out, "{}  \"columns\": {{", head(records, RECORDS_FORMAT))?;
    write_column(out, "month", records.month_codes().iter())?;
    for dimension in Dimension::ALL {
        if !records.codes(dimension).is_empty() {
            out.write_str(",\n")?;
            write_column(out, column_field(dimension), records.codes(dimension).iter())?;
        }
    }
    if records.measured == Measured::Weight {
        out.write_str(",\n")?;
        write_column(out, QUANTITY, records.quantity().iter())?;
    }
    for (currency, values) in records.values() {
        out.write_str(",\n")?;
        write_column(out, currency.value_column(), values.iter())?;
    }
    out.write_str("\n  }\n}\n")
}

/// The same as one text.
pub fn records_text(records: &Records) -> String {
    let mut text = String::new();
    // A text takes whatever is written.
    let _ = write_records(records, &mut text);
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
    let mut field = |name: &str, value: &str| {
        let _ = writeln!(text, "  \"{name}\": {value},");
    };
    field("format", &quoted(format));
    let is_whole = records.coverage().is_whole();
    let Provenance { synthetic, sources, remarks } = &records.provenance;
    let has_other_codes = catalogue.members.values().flatten().any(|member| !member.also.is_empty());
    let (frequency, measured) = (records.frequency(), records.measured);
    let version = match (has_other_codes || !remarks.is_empty(), is_whole) {
        _ if (frequency, measured) != Default::default() => VERSION_OF_FREQUENCY_AND_MEASURE,
        (true, _) => VERSION_OF_CODES_AND_REMARKS,
        (false, false) => VERSION_OF_COVERAGE,
        (false, true) => VERSION,
    };
    field("version", &quoted(version));
    field("id", &quoted(&catalogue.id));
    field("title", &name(&catalogue.title));
    field("commodity", &name(&catalogue.commodity));
    field("reporter", &format!("{{\"name\":{}}}", name(&catalogue.reporter)));
    if catalogue.about != Name::default() {
        field("about", &name(&catalogue.about));
    }
    field("flow", &quoted(catalogue.flow.name()));
    if frequency != Frequency::Monthly {
        field("frequency", &quoted(frequency.name()));
    }
    if measured != Measured::Weight {
        field("measured", &quoted(measured.name()));
    }
    if let Some(period) = catalogue.default_period {
        field("default_period", &quoted(&period.to_string()));
    }
    field("synthetic", if *synthetic { "true" } else { "false" });
    field("sources", &list(sources.iter().map(|source| quoted(source))));
    if !remarks.is_empty() {
        field("remarks", &list(remarks.iter().map(|remark| quoted(remark))));
    }
    field("months", &list(records.months().iter().map(|month| quoted(&month.to_string()))));
    if !is_whole {
        field("coverage", &coverage(records));
    }
    for dimension in Dimension::ALL {
        if !catalogue.members(dimension).is_empty() {
            field(members_field(dimension), &list(catalogue.members(dimension).iter().map(member)));
        }
    }
    text
}

/// What is not covered or incomplete, an entry a product.
fn coverage(records: &Records) -> String {
    let mut limits: Vec<(Period, Option<MemberIndex>, Extent)> = records.coverage().limits().collect();
    // Months stay in order.
    sort_list(&mut limits, |(_, a, _), (_, b, _)| a.cmp(b));
    let members = records.catalogue.members(Dimension::Product);
    let entry = |limits: &[(Period, Option<MemberIndex>, Extent)]| {
        let product = limits.first().and_then(|(_, product, _)| *product);
        let code = product.and_then(|product| members.get(product.place())).map(|m| quoted(&m.code));
        let mut fields: Vec<String> = code.into_iter().map(|code| format!("\"product\":{code}")).collect();
        for (name, extent) in COVERED {
            let of_extent = limits.iter().filter(|(_, _, other)| *other == extent);
            let months: Vec<String> = of_extent.map(|(month, ..)| quoted(&month.to_string())).collect();
            if !months.is_empty() {
                fields.push(format!("\"{name}\":{}", list(months.into_iter())));
            }
        }
        format!("{{{}}}", fields.join(","))
    };
    list(limits.chunk_by(|a, b| a.1 == b.1).map(entry))
}

fn name(name: &Name) -> String {
    let en = quoted(&name.en);
    match name.zh.is_empty() {
        true => format!("{{\"en\":{en}}}"),
        false => format!("{{\"en\":{en},\"zh\":{}}}", quoted(&name.zh)),
    }
}

fn member(member: &Member) -> String {
    let also = match member.also.is_empty() {
        true => String::new(),
        false => format!("\"also\":{},", list(member.also.iter().map(|code| quoted(code)))),
    };
    format!("{{\"code\":{},{also}\"name\":{}}}", quoted(&member.code), name(&member.name))
}

fn list(values: impl Iterator<Item = String>) -> String {
    format!("[{}]", values.collect::<Vec<String>>().join(","))
}

/// A list of numbers on a line of its own.
pub(super) fn write_column<T: Display>(
    out: &mut dyn Write,
    field: &str,
    numbers: impl Iterator<Item = T>,
) -> fmt::Result {
    write!(out, "    \"{field}\": [")?;
    for (place, number) in numbers.enumerate() {
        if place > 0 {
            out.write_char(',')?;
        }
        write!(out, "{number}")?;
    }
    out.write_char(']')
}

/// The same as a text.
pub(super) fn column<T: Display>(field: &str, numbers: impl Iterator<Item = T>) -> String {
    let mut text = String::new();
    let _ = write_column(&mut text, field, numbers);
    text
}
