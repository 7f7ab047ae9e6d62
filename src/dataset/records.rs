//! The dataset of records, `docs/records.md`.

use super::columns::{Fault, fault_at, parts};
use super::node::{no_json, read_value};
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
    if let Some(kind) = no_json(bytes) {
        return Reading { read: None, problems: vec![Problem::whole(kind)] };
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let (value, columns) = match parts(bytes) {
        Ok(parts) => parts,
        Err(fault) => return Reading { read: None, problems: vec![told(bytes, &fault)] },
    };
    let mut fatal = None;
    let mut reading = read_value(bytes, &value, RECORDS_FORMAT, |root, problems| {
        let Head { catalogue, provenance, months } = head(root, problems)?;
        let Some(columns) = columns else {
            root.fault(problems, ProblemKind::MissingField { field: "columns" });
            return None;
        };
        match read_columns(columns, &catalogue, &months) {
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

/// A fault of the text in words.
fn told(bytes: &[u8], fault: &Fault) -> Problem {
    let place = if fault.field.is_empty() { String::new() } else { place(&fault.field) };
    fault_at(bytes, fault.offset, &place, |column| match fault.number {
        true if fault.offset < bytes.len() => ProblemKind::NotAWholeNumber { column },
        _ => ProblemKind::NotJson { column, cut_short: fault.offset >= bytes.len() },
    })
}

fn read_columns(
    columns: Vec<(String, Vec<u64>)>,
    catalogue: &Catalogue,
    months: &[Period],
) -> Result<Columns, Problem> {
    let mut reader = Reader { columns };
    let quantity = reader.take("quantity_kg").unwrap_or_default();
    let rows = quantity.len();
    let month = reader.codes("month", months.len(), rows)?;
    let mut codes: [Vec<u16>; 4] = Default::default();
    for (column, dimension) in codes.iter_mut().zip(Dimension::ALL) {
        let members = catalogue.members(dimension).len();
        // Without members there is nothing to tell apart, and with members every row has one.
        if members > 0 {
            *column = reader.codes(column_field(dimension), members, rows)?;
        }
    }
    let mut values = Vec::new();
    for (_, currency) in Currency::NAMES {
        let field = value_field(currency);
        if let Some(value) = reader.take(field) {
            reader.check_length(field, value.len(), rows)?;
            values.push((currency, value));
        }
    }
    Ok(Columns { month, codes, quantity, values })
}

struct Reader {
    columns: Vec<(String, Vec<u64>)>,
}

impl Reader {
    fn take(&mut self, field: &str) -> Option<Vec<u64>> {
        let place = self.columns.iter().position(|(name, _)| name == field)?;
        Some(self.columns.swap_remove(place).1)
    }

    /// Indices into a list of `members`.
    fn codes(&mut self, field: &str, members: usize, rows: usize) -> Result<Vec<u16>, Problem> {
        let numbers = self.take(field).unwrap_or_default();
        self.check_length(field, numbers.len(), rows)?;
        let mut codes = Vec::with_capacity(rows);
        for some in numbers.chunks(AT_ONCE) {
            if let Err(code) = narrow(some, members, &mut codes) {
                let kind = ProblemKind::NoSuchCode { code, members };
                return Err(Problem { place: place(field), line: None, kind });
            }
        }
        Ok(codes)
    }

    fn check_length(&self, field: &str, length: usize, rows: usize) -> Result<(), Problem> {
        if length == rows {
            return Ok(());
        }
        let kind = ProblemKind::UnequalColumns { column: field.to_owned(), length, rows };
        Err(Problem { place: place(field), line: None, kind })
    }
}

/// Numbers that are looked at in one call, as in [`super::columns`].
const AT_ONCE: usize = 8192;

/// Numbers as indices into a list of `members`, or the first that is none.
#[inline(never)]
fn narrow(numbers: &[u64], members: usize, codes: &mut Vec<u16>) -> Result<(), u64> {
    for code in numbers {
        match u16::try_from(*code) {
            Ok(small) if usize::from(small) < members => codes.push(small),
            _ => return Err(*code),
        }
    }
    Ok(())
}

fn place(field: &str) -> String {
    format!("columns.{field}")
}
