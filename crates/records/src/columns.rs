//! Rows as columns.

use std::cell::OnceCell;

use super::amounts::Amounts;
use super::cluster::Cluster;
use super::codes::Codes;
use super::coverage::Coverage;
use super::cube::Cube;
use super::month::frequency_of;

use model::{Catalogue, Currency, Dimension, DimensionMap, Frequency, Measured, MemberIndex, Period};

/// More than 65,536 members of a dimension or 4,294,967,295 rows, or a sum that passes 64 bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLarge;

/// Where records come from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Provenance {
    /// The rows were made up by a program; every view, download and picture says so.
    pub synthetic: bool,
    /// A sentence on the origin: "Downloaded from stats.customs.gov.cn on 2025-05-30".
    pub sources: Vec<String>,
    /// What a reader should know of the rows, a sentence each: what was left out of them when they were imported, and
    /// what was made of them.
    pub remarks: Vec<String>,
}

/// A dataset of records.
#[derive(Debug, Clone, Default)]
pub struct Records {
    /// What it is about.
    pub catalogue: Catalogue,
    /// Where it comes from.
    pub provenance: Provenance,
    /// What values are counted in; `None` where the source has no values.
    pub currency: Option<Currency>,
    /// What it is measured by.
    pub measured: Measured,
    // Set only by the builder and the reader, which check that all lengths agree and that every
    // code has its member.
    pub(crate) months: Vec<Period>,
    pub(crate) coverage: Coverage,
    pub(crate) month: Codes,
    pub(crate) codes: DimensionMap<Codes>,
    pub(crate) quantity: Amounts,
    pub(crate) value: Amounts,
    pub(crate) other_value: Option<(Currency, Amounts)>,
    pub(super) clusters: DimensionMap<OnceCell<Cluster>>,
    pub(super) counts: DimensionMap<OnceCell<Vec<u64>>>,
    pub(super) whole: OnceCell<Cube>,
}

/// Columns as they are read, before they are records.
#[derive(Debug, Clone, Default)]
pub struct Columns {
    /// Each row's month: an index into the list of months.
    pub month: Codes,
    /// Each row's member of each dimension.
    pub codes: DimensionMap<Codes>,
    /// Each row's kilograms; zeros where nothing is weighed.
    pub quantity: Amounts,
    /// Each row's value, a currency each; the first one counts.
    pub values: Vec<(Currency, Amounts)>,
    /// What the rows are measured by.
    pub measured: Measured,
}

impl Records {
    /// Records from columns: of one length each, or empty, with every code in its list, and the
    /// months ascending and of one length. Refused where sums could pass 64 bits.
    pub fn from_columns(
        catalogue: Catalogue,
        provenance: Provenance,
        months: Vec<Period>,
        columns: Columns,
    ) -> Result<Records, TooLarge> {
        let Columns { month, codes, quantity, values, measured } = columns;
        let rows = quantity.len();
        u32::try_from(rows).map_err(|_| TooLarge)?;
        if catalogue.members.values().any(|members| members.len() > MemberIndex::MOST) {
            return Err(TooLarge);
        }
        debug_assert!(
            month.iter().all(|month| usize::from(month) < months.len()),
            "a month that is not there"
        );
        for (dimension, codes) in codes.iter() {
            let members = catalogue.members(dimension).len();
            debug_assert!(codes.iter().all(|code| usize::from(code) < members), "a member that is not there");
        }
        for column in [&quantity].into_iter().chain(values.iter().map(|(_, column)| column)) {
            if !column.are_small() {
                column.sum().ok_or(TooLarge)?;
            }
        }
        let mut values = values.into_iter();
        let (currency, value) = values.next().unzip();
        Ok(Records {
            catalogue,
            provenance,
            currency,
            measured,
            months,
            month,
            codes,
            quantity,
            value: value.unwrap_or_else(|| Amounts::zeros(rows)),
            other_value: values.next(),
            ..Records::default()
        })
    }

    /// The same rows, which cover less than every product in every month.
    pub fn covering(self, coverage: Coverage) -> Records {
        Records { coverage, whole: OnceCell::new(), ..self }
    }

    /// How much of its months the data covers of each product.
    pub fn coverage(&self) -> &Coverage {
        &self.coverage
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.quantity.len()
    }

    /// Whether there is no row. Months that are covered without a row had no trade.
    pub fn is_empty(&self) -> bool {
        self.quantity.is_empty()
    }

    /// The months that the data covers, in order; or quarters, or years: all are of one length. A month that is not among them is not known; one
    /// that is, without rows, had no trade, of goods that [`Records::coverage`] does not except.
    pub fn months(&self) -> &[Period] {
        &self.months
    }

    /// How long these periods are.
    pub fn frequency(&self) -> Frequency {
        frequency_of(&self.months)
    }

    /// Each row's month: an index into [`Records::months`].
    pub fn month_codes(&self) -> &Codes {
        &self.month
    }

    /// Each row's member of a dimension, or nothing where rows are not told apart by it.
    pub fn codes(&self, dimension: Dimension) -> &Codes {
        &self.codes[dimension]
    }

    /// Each row's net weight, kilograms; zeros where nothing is weighed.
    pub fn quantity(&self) -> &Amounts {
        &self.quantity
    }

    /// Each row's value in [`Records::currency`]; zeros where there is none.
    pub fn value(&self) -> &Amounts {
        &self.value
    }

    /// Each row's value in the other currency, where files of both were paired row by row.
    pub fn other_value(&self) -> Option<(Currency, &Amounts)> {
        self.other_value.as_ref().map(|(currency, values)| (*currency, values))
    }

    /// Each row's value in every currency that there is.
    pub fn values(&self) -> impl Iterator<Item = (Currency, &Amounts)> {
        let first = self.currency.map(|currency| (currency, &self.value));
        first.into_iter().chain(self.other_value())
    }

    /// Sums by month and member of all rows, made on first use.
    pub fn whole(&self) -> &Cube {
        self.whole.get_or_init(|| Cube::of_all(self))
    }

    /// How many rows each member of a dimension has, counted on first use.
    pub(super) fn counts(&self, dimension: Dimension) -> &[u64] {
        self.counts[dimension].get_or_init(|| {
            let mut counts = vec![0u64; self.catalogue.members(dimension).len()];
            for code in self.codes(dimension).iter() {
                if let Some(count) = counts.get_mut(usize::from(code)) {
                    *count += 1;
                }
            }
            counts
        })
    }

    /// The rows grouped by the members of a dimension, made on first use.
    pub(super) fn cluster(&self, dimension: Dimension) -> &Cluster {
        self.clusters[dimension].get_or_init(|| Cluster::of(self, dimension))
    }
}

impl PartialEq for Records {
    /// The same data; what has been computed of it does not count.
    fn eq(&self, other: &Records) -> bool {
        self.catalogue == other.catalogue
            && self.provenance == other.provenance
            && self.currency == other.currency
            && self.measured == other.measured
            && self.months == other.months
            && self.coverage == other.coverage
            && self.month == other.month
            && self.codes == other.codes
            && self.quantity == other.quantity
            && self.value == other.value
            && self.other_value == other.other_value
    }
}
