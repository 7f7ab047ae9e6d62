//! The dataset of records, `docs/records.md`.

use std::io::Read;

use super::catalogue::members_field;
use super::columns::{Expected, Fault, Parts, parts};
use super::node::{no_json, read_value};
use super::overlaps::{NAMED_IN_RECORDS, note_overlaps};
use super::problem::{Problem, ProblemKind, fault_at};
use super::records_head::{Head, coverage, head_without_coverage};
use super::{Parsed, RECORDS_FORMAT};
use integers::{Column, PIECE, Text};
use model::{Catalogue, Currency, Dimension, DimensionMap, Measured, Period};
use records::code_lists::complete;
use records::{Amounts, Codes, Columns, Records, frequency_of};

/// The field of the columns object that names a dimension's members.
pub(super) fn column_field(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Product => "product",
        Dimension::Destination => "destination",
        Dimension::RegistrationLocation => "registration_location",
        Dimension::TradeMode => "trade_mode",
    }
}

/// The column of weights.
pub(super) const QUANTITY: &str = "quantity_kg";

/// Which fields hold members, and which columns places in a list of months or members.
const EXPECTED: Expected = Expected {
    members: |field| Dimension::ALL.iter().any(|d| members_field(*d) == field),
    codes: |field| field == "month" || Dimension::ALL.iter().any(|d| column_field(*d) == field),
};

/// Reads a dataset of records. Rows hang together: a fault in a column is one of the whole dataset.
pub fn read_records(bytes: &[u8]) -> Parsed<Records> {
    if let Some(kind) = no_json(bytes) {
        return Parsed { read: None, problems: vec![Problem::whole(kind)] };
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match parts(Text::whole(bytes), EXPECTED) {
        Ok(parts) => read_parts(bytes, parts),
        Err(fault) => Parsed { read: None, problems: vec![problem_of(bytes, &fault)] },
    }
}

/// Reads a dataset of records that comes a piece at a time, from its beginning, and is never in memory as
/// a whole. `None` when it has a fault of any kind: [`read_records`] tells of it and reads what can be.
pub fn read_records_in_pieces(file: &mut dyn Read) -> Option<Records> {
    let mut text = Text::in_pieces(file, PIECE);
    text.skip_byte_order_mark();
    let reading = read_parts(&[], parts(text, EXPECTED).ok()?);
    reading.read.filter(|_| reading.problems.is_empty())
}

/// Reads what a file was taken apart into.
fn read_parts(bytes: &[u8], parts: Parts) -> Parsed<Records> {
    let Parts { head: value, members, columns } = parts;
    let mut fatal = None;
    let mut reading = read_value(bytes, &value, RECORDS_FORMAT, |root, problems| {
        let Head { mut catalogue, provenance, months, measured, .. } = head_without_coverage(root, problems)?;
        for (field, mut list) in members {
            if let Some(dimension) = Dimension::ALL.into_iter().find(|d| members_field(*d) == field) {
                list.iter_mut().for_each(|member| complete(dimension, &mut member.name));
                catalogue.members[dimension] = list;
            }
        }
        note_overlaps(&catalogue, &NAMED_IN_RECORDS, problems);
        let coverage = coverage(root, &catalogue, frequency_of(&months), problems);
        let Some(columns) = columns else {
            root.fault(problems, ProblemKind::MissingField { field: "columns" });
            return None;
        };
        match read_columns(columns, &catalogue, &months, measured) {
            Ok(columns) => match Records::from_columns(catalogue, provenance, months, columns) {
                Ok(records) => Some(records.covering(coverage)),
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
fn problem_of(bytes: &[u8], fault: &Fault) -> Problem {
    let place = if fault.field.is_empty() { String::new() } else { place(&fault.field) };
    fault_at(bytes, fault.offset, &place, |column| match fault.number {
        true if fault.offset < bytes.len() => ProblemKind::NotAWholeNumber { column },
        _ => ProblemKind::NotJson { column, cut_short: fault.offset >= bytes.len() },
    })
}

fn read_columns(
    columns: Vec<(String, Column)>,
    catalogue: &Catalogue,
    months: &[Period],
    measured: Measured,
) -> Result<Columns, Problem> {
    let mut reader = Reader { columns };
    let mut values = Vec::new();
    for (_, currency) in Currency::NAMES {
        values.extend(reader.amounts(currency.value_column()).map(|value| (currency, value)));
    }
    let weight = reader.amounts(QUANTITY);
    let quantity = match measured {
        Measured::Weight => weight.unwrap_or_default(),
        Measured::Value if weight.is_some() => {
            let kind = ProblemKind::NotTogether { other: "measured" };
            return Err(Problem { place: place(QUANTITY), line: None, kind });
        }
        Measured::Value => Amounts::zeros(values.first().map_or(0, |(_, value)| value.len())),
    };
    let rows = quantity.len();
    for (currency, value) in &values {
        reader.check_length(currency.value_column(), value.len(), rows)?;
    }
    let month = reader.codes("month", months.len(), rows)?;
    let mut codes: DimensionMap<Codes> = DimensionMap::default();
    for (dimension, column) in codes.iter_mut() {
        let members = catalogue.members(dimension).len();
        // Without members there is nothing to tell apart, and with members every row has one.
        if members > 0 {
            *column = reader.codes(column_field(dimension), members, rows)?;
        }
    }
    Ok(Columns { month, codes, quantity, values, measured })
}

struct Reader {
    columns: Vec<(String, Column)>,
}

impl Reader {
    fn take(&mut self, field: &str) -> Option<Column> {
        let place = self.columns.iter().position(|(name, _)| name == field)?;
        Some(self.columns.swap_remove(place).1)
    }

    fn amounts(&mut self, field: &str) -> Option<Amounts> {
        Some(match self.take(field)? {
            Column::Amounts(amounts) => amounts.numbers.into(),
            Column::Numbers(numbers) => numbers.numbers.into_iter().collect(),
            Column::Bytes(bytes) => bytes.numbers.into_iter().map(u64::from).collect(),
            Column::Words(words) => words.numbers.into_iter().map(u64::from).collect(),
        })
    }

    /// Indices into a list of `members`.
    fn codes(&mut self, field: &str, members: usize, rows: usize) -> Result<Codes, Problem> {
        let column = self.take(field);
        self.check_length(field, column.as_ref().map_or(0, Column::len), rows)?;
        let Some(column) = column else { return Ok(Codes::default()) };
        let stray = !column.is_empty() && column.largest() >= u64::try_from(members).unwrap_or(u64::MAX);
        match column {
            Column::Bytes(bytes) if !stray => Ok(Codes::Bytes(bytes.numbers)),
            Column::Words(words) if !stray => Ok(Codes::Words(words.numbers)),
            column => {
                let kind = ProblemKind::NoSuchCode { code: column.largest(), members };
                Err(Problem { place: place(field), line: None, kind })
            }
        }
    }

    fn check_length(&self, field: &str, length: usize, rows: usize) -> Result<(), Problem> {
        if length == rows {
            return Ok(());
        }
        let kind = ProblemKind::UnequalColumns { column: field.to_owned(), length, rows };
        Err(Problem { place: place(field), line: None, kind })
    }
}

fn place(field: &str) -> String {
    format!("columns.{field}")
}
