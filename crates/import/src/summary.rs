//! What was read, to compare with the source.

use std::collections::BTreeMap;

use super::file::FileSummary;
use super::left_out::{LeftOut, LeftOutRow, PLACES, Place, Sum};
use super::meaning::{Fate, Meaning};
use model::{Currency, Dimension, DimensionMap, Measured, Period, Span};
use records::{Extent, Records};

/// What was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Summary {
    /// Each file.
    pub files: Vec<FileSummary>,
    /// Rows of all files.
    pub rows_read: u64,
    /// Rows of the dataset.
    pub rows_used: u64,
    /// Rows that could not be read.
    pub rows_faulty: u64,
    /// Rows that another one repeats, or gives its second currency.
    pub rows_twice: u64,
    /// Rows that are not added, by reason.
    pub left_out: BTreeMap<LeftOut, Sum>,
    /// All rows that are not added but those that could not be read: at most [`super::MOST_LISTED`].
    pub left_out_rows: Vec<LeftOutRow>,
    /// The months of the dataset, and how much of its products each covers.
    pub months: Vec<MonthSummary>,
    /// How many members of each dimension it has.
    pub members: DimensionMap<usize>,
    /// What it is measured by.
    pub measured: Measured,
    /// Net weight of all its rows, kilograms; 0 where nothing is weighed.
    pub quantity: u64,
    /// Value of all its rows, a currency each.
    pub values: Vec<(Currency, u64)>,
}

/// A month of a dataset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthSummary {
    /// The month.
    pub month: Period,
    /// Rows of it.
    pub rows: u64,
    /// Net weight of its rows, kilograms.
    pub quantity: u64,
    /// How many products are covered whole; of a dataset without products, whether it is.
    pub whole: u64,
    /// Of how many a part is missing, or may be.
    pub incomplete: u64,
    /// How many no file was asked for.
    pub not_covered: u64,
}

impl Summary {
    /// Whether more than one row in a hundred was lost for a reason that is not by design.
    pub fn lost_too_many(&self) -> bool {
        self.rows_faulty.saturating_mul(100) > self.rows_read
    }
}

impl Meaning<'_> {
    /// What rows came to.
    pub(super) fn summary(&self, records: Option<&Records>) -> Summary {
        let mut summary = Summary {
            files: self.import.files.iter().map(|file| file.summary.clone()).collect(),
            rows_read: self.import.files.iter().map(|file| file.summary.rows).sum(),
            rows_faulty: self.import.faulty,
            measured: self.measured,
            left_out_rows: self.left_out_rows(),
            ..Summary::default()
        };
        for (row, fate) in self.import.rows.iter().zip(&self.fates) {
            match fate {
                Fate::Used => summary.rows_used += 1,
                Fate::Faulty => summary.rows_faulty += 1,
                Fate::Twice => summary.rows_twice += 1,
                Fate::LeftOut(why) => {
                    let sum = summary.left_out.entry(*why).or_default();
                    sum.rows += 1;
                    sum.quantity = sum.quantity.saturating_add(row.quantity);
                    sum.value = sum.value.saturating_add(self.value(&row));
                    if sum.first.len() < PLACES {
                        sum.first.push(Place { file: self.import.name(row.file), line: row.line });
                    }
                }
            }
        }
        match records {
            Some(records) => {
                summary.months = months(records);
                summary.members = DimensionMap::from_fn(|d| records.catalogue.members(d).len());
                summary.quantity = records.quantity().sum().unwrap_or_default();
                let values = records.values();
                summary.values = values.map(|(c, v)| (c, v.sum().unwrap_or_default())).collect();
            }
            // Too many to count: nothing could be made of them.
            None => summary.rows_faulty += std::mem::take(&mut summary.rows_used),
        }
        summary
    }
}

/// Each month of a dataset.
fn months(records: &Records) -> Vec<MonthSummary> {
    let mut months: Vec<MonthSummary> = records
        .months()
        .iter()
        .map(|month| MonthSummary {
            month: *month,
            rows: 0,
            quantity: 0,
            whole: 0,
            incomplete: 0,
            not_covered: 0,
        })
        .collect();
    for (month, quantity) in records.month_codes().iter().zip(records.quantity().iter()) {
        if let Some(month) = months.get_mut(usize::from(month)) {
            month.rows += 1;
            month.quantity = month.quantity.saturating_add(quantity);
        }
    }
    let coverage = records.coverage();
    for month in &mut months {
        let mut count = |extent: Extent| match extent {
            Extent::Whole => month.whole += 1,
            Extent::Incomplete => month.incomplete += 1,
            Extent::NotCovered => month.not_covered += 1,
        };
        let products = records.catalogue.member_ids(Dimension::Product);
        let extents = products.map(|product| coverage.of_product(month.month, Span::Month, product.index));
        match records.catalogue.members(Dimension::Product).is_empty() {
            true => count(coverage.of_all(month.month, Span::Month)),
            false => extents.for_each(count),
        }
    }
    months
}
