//! The dataset of records, `docs/records.md`.

use std::fmt;

use serde::Deserialize;
use serde::de::{MapAccess, Visitor};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::columns::{fault_at, integers};
use super::node::{parse, read_value};
use super::problem::{Problem, ProblemKind};
use super::records_head::{Head, head};
use super::{RECORDS_FORMAT, Reading};
use crate::model::{Catalogue, Currency, Dimension, Period};
use crate::records::{Columns, Records};

/// The field of the columns object that names a dimension's members.
pub(super) fn column_field(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Product => "product",
        Dimension::Destination => "destination",
        Dimension::RegistrationLocation => "registration_location",
        Dimension::TradeMode => "trade_mode",
    }
}

/// The field of the columns object that holds values of a currency.
pub(super) fn value_field(currency: Currency) -> &'static str {
    match currency {
        Currency::Usd => "value_usd",
        Currency::Cny => "value_cny",
    }
}

/// Reads a dataset of records. Rows hang together: a fault in a column is one of the whole dataset.
pub fn read_records(bytes: &[u8]) -> Reading<Records> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let file: File = match parse(bytes) {
        Ok(file) => file,
        Err(problem) => return Reading { read: None, problems: vec![problem] },
    };
    let mut fatal = None;
    let mut reading = read_value(bytes, &file.head, RECORDS_FORMAT, |root, problems| {
        let Head { catalogue, provenance, months } = head(root, problems)?;
        let Some(columns) = file.columns else {
            root.fault(problems, ProblemKind::MissingField { field: "columns" });
            return None;
        };
        match read_columns(bytes, columns, &catalogue, &months) {
            Ok(columns) => match Records::from_columns(catalogue, provenance, months, columns) {
                Ok(records) => Some(records),
                Err(_) => {
                    root.fault(problems, ProblemKind::TooLarge);
                    None
                }
            },
            Err(problem) => {
                fatal = Some(problem);
                None
            }
        }
    });
    reading.problems.extend(fatal);
    reading
}

/// A file with its columns left as text.
struct File<'a> {
    head: Value,
    columns: Option<&'a RawValue>,
}

impl<'de: 'a, 'a> Deserialize<'de> for File<'a> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<File<'a>, D::Error> {
        struct Fields;

        impl<'de> Visitor<'de> for Fields {
            type Value = File<'de>;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("an object in curly brackets")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<File<'de>, A::Error> {
                let (mut head, mut columns) = (Map::new(), None);
                while let Some(key) = map.next_key::<String>()? {
                    if key == "columns" {
                        columns = Some(map.next_value::<&RawValue>()?);
                    } else {
                        head.insert(key, map.next_value()?);
                    }
                }
                Ok(File { head: Value::Object(head), columns })
            }
        }

        deserializer.deserialize_map(Fields)
    }
}

fn read_columns(
    file: &[u8],
    columns: &RawValue,
    catalogue: &Catalogue,
    months: &[Period],
) -> Result<Columns, Problem> {
    // Still text: the numbers are read in one pass, below.
    let fields: Fields = serde_json::from_str(columns.get()).unwrap_or_default();
    let reader = Reader { file, fields };
    let quantity = reader.numbers("quantity_kg", None)?.unwrap_or_default();
    let rows = quantity.len();
    let month = reader.codes("month", months.len(), rows)?;
    if month.len() != rows {
        return Err(reader.unequal("month", month.len(), rows));
    }
    let mut codes: [Vec<u16>; 4] = Default::default();
    for (column, dimension) in codes.iter_mut().zip(Dimension::ALL) {
        let field = column_field(dimension);
        let members = catalogue.members(dimension).len();
        *column = reader.codes(field, members, rows)?;
        // Without members there is nothing to tell apart, and with members every row has one.
        if members > 0 && column.len() != rows {
            return Err(reader.unequal(field, column.len(), rows));
        }
    }
    let mut values = Vec::new();
    for (_, currency) in Currency::NAMES {
        if let Some(value) = reader.numbers(value_field(currency), Some(rows))? {
            values.push((currency, value));
        }
    }
    Ok(Columns { month, codes, quantity, values })
}

type Fields<'a> = std::collections::BTreeMap<String, &'a RawValue>;

struct Reader<'a> {
    file: &'a [u8],
    fields: Fields<'a>,
}

impl Reader<'_> {
    /// Indices into a list of `members`.
    fn codes(&self, field: &str, members: usize, rows: usize) -> Result<Vec<u16>, Problem> {
        let mut codes = Vec::with_capacity(rows);
        let mut strange = None;
        self.each(field, |number| match u16::try_from(number) {
            Ok(code) if usize::from(code) < members => {
                codes.push(code);
                true
            }
            _ => {
                strange = Some(number);
                false
            }
        })
        .map_err(|problem| match strange {
            Some(code) => Problem { kind: ProblemKind::NoSuchCode { code, members }, ..problem },
            None => problem,
        })?;
        Ok(codes)
    }

    /// Whole numbers, or `None` where the field is not there.
    fn numbers(&self, field: &str, rows: Option<usize>) -> Result<Option<Vec<u64>>, Problem> {
        if !self.fields.contains_key(field) {
            return Ok(None);
        }
        let mut numbers = Vec::with_capacity(rows.unwrap_or(0));
        self.each(field, |number| {
            numbers.push(number);
            true
        })?;
        match rows {
            Some(rows) if rows != numbers.len() => Err(self.unequal(field, numbers.len(), rows)),
            _ => Ok(Some(numbers)),
        }
    }

    fn each(&self, field: &str, take: impl FnMut(u64) -> bool) -> Result<(), Problem> {
        let Some(list) = self.fields.get(field) else { return Ok(()) };
        let text = list.get().as_bytes();
        integers(text, take).map_err(|offset| {
            // The text is a part of the file: its place is the difference of their addresses.
            let start = text.as_ptr() as usize - self.file.as_ptr() as usize;
            fault_at(self.file, start + offset, &place(field), |column| ProblemKind::NotAWholeNumber {
                column,
            })
        })
    }

    fn unequal(&self, field: &str, length: usize, rows: usize) -> Problem {
        let kind = ProblemKind::UnequalColumns { column: field.to_owned(), length, rows };
        Problem { place: place(field), line: None, kind }
    }
}

fn place(field: &str) -> String {
    format!("columns.{field}")
}
