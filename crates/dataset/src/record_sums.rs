//! The sums of a dataset of records in a file beside its rows: what a page shows of it first, without the
//! rows and without who adds them up. `docs/records.md` describes it.

use std::fmt::Write;

use super::RECORD_SUMS_FORMAT;
use super::catalogue::members_field;
use super::json::{Json, quoted};
use super::node::read_file;
use super::records_head::{Head, head};
use super::records_reader::QUANTITY;
use super::records_writer;
use model::{Currency, Dimension, DimensionMap, Measured};
use records::{Cube, Records, Sums};

/// The field that holds the sums of everybody.
const TOTAL: &str = "total";

/// What is known of a dataset of records without its rows.
#[derive(Debug, Clone, PartialEq)]
pub struct SumsFile {
    /// What it is about.
    pub head: Head,
    /// How many rows there are.
    pub rows: u64,
    /// The sums of all rows.
    pub whole: Cube,
}

/// The file of sums of a dataset, whose own file has the SHA-256 `rows_sha256`.
pub fn write_sums(records: &Records, rows_sha256: &str) -> String {
    let whole = records.whole();
    let mut text = records_writer::head(records, RECORD_SUMS_FORMAT);
    let _ = write!(text, "  \"rows\": {},\n  \"rows_sha256\": {},\n", records.len(), quoted(rows_sha256));
    let counts = (whole.currency, whole.measured);
    let mut tables = vec![table(TOTAL, counts, &whole.totals)];
    for (dimension, members) in whole.members.iter().filter(|(_, members)| !members.is_empty()) {
        tables.push(table(members_field(dimension), counts, members));
    }
    let _ = write!(text, "  \"sums\": {{\n{}\n  }}\n}}\n", tables.join(",\n"));
    text
}

/// What is summed: values in a currency, where there are some, and what trade is measured by.
type Counts = (Option<Currency>, Measured);

/// Sums as two lists, or one where there are no values, or no weights.
fn table(field: &str, (currency, measured): Counts, sums: &[Sums]) -> String {
    let mut columns = Vec::new();
    if measured == Measured::Weight {
        columns.push(records_writer::column(QUANTITY, sums.iter().map(|s| s.quantity)));
    }
    if let Some(currency) = currency {
        columns.push(records_writer::column(currency.value_column(), sums.iter().map(|s| s.value)));
    }
    format!("    \"{field}\": {{\n{}\n    }}", columns.join(",\n"))
}

/// Reads a file of sums. `None` where it is none, was made of other rows than those with the SHA-256
/// `rows_sha256`, or has a fault of any kind: the rows tell the same.
pub fn read_sums(bytes: &[u8], rows_sha256: &str) -> Option<SumsFile> {
    let reading = read_file(bytes, RECORD_SUMS_FORMAT, |root, problems| {
        let of = root.maybe_text("rows_sha256", problems)?;
        if of.is_empty() || of != rows_sha256 {
            return None;
        }
        let head = head(root, problems)?;
        let rows = root.value.get("rows")?.as_u64()?;
        let whole = read_cube(root.value.get("sums")?, &head)?;
        Some(SumsFile { head, rows, whole })
    });
    reading.read.filter(|_| reading.problems.is_empty())
}

fn read_cube(tables: &Json, head: &Head) -> Option<Cube> {
    let months = head.months.clone();
    let total = tables.get(TOTAL)?;
    let currencies = Currency::NAMES.iter().map(|(_, currency)| *currency);
    let currency = currencies.into_iter().find(|currency| total.get(currency.value_column()).is_some());
    let counts = (currency, head.measured);
    let totals = read_table(total, counts, months.len())?;
    // No span can then pass 64 bits, nor any sum of members.
    let everything = totals.iter().copied().try_fold(Sums::default(), plus);
    everything?;
    let mut members: DimensionMap<Vec<Sums>> = DimensionMap::default();
    for dimension in Dimension::ALL {
        let width = head.catalogue.members(dimension).len();
        if width > 0 {
            let table = tables.get(members_field(dimension))?;
            members[dimension] = read_table(table, counts, months.len().checked_mul(width)?)?;
            are_whole(&members[dimension], width, &totals).then_some(())?;
        }
    }
    let (coverage, measured) = (head.coverage.clone(), head.measured);
    Some(Cube { months, coverage, currency, measured, totals, members })
}

/// So many sums.
fn read_table(table: &Json, (currency, measured): Counts, count: usize) -> Option<Vec<Sums>> {
    let column = |field: &str| table.get(field)?.as_list().filter(|numbers| numbers.len() == count);
    let quantities = match measured {
        Measured::Weight => Some(column(QUANTITY)?),
        Measured::Value => None,
    };
    let values = match currency {
        Some(currency) => Some(column(currency.value_column())?),
        None => None,
    };
    let number = |list: Option<&[Json]>, place: usize| match list {
        Some(list) => list.get(place)?.as_u64(),
        None => Some(0),
    };
    (0..count)
        .map(|place| Some(Sums { quantity: number(quantities, place)?, value: number(values, place)? }))
        .collect()
}

/// Whether members add up to each month's total: every row has one of them.
fn are_whole(members: &[Sums], width: usize, totals: &[Sums]) -> bool {
    let sum = |month: &[Sums]| month.iter().copied().try_fold(Sums::default(), plus);
    members.chunks(width).map(sum).eq(totals.iter().map(|total| Some(*total)))
}

/// `None` where 64 bits are passed.
fn plus(a: Sums, b: Sums) -> Option<Sums> {
    Some(Sums { quantity: a.quantity.checked_add(b.quantity)?, value: a.value.checked_add(b.value)? })
}
