//! What each file covers: the months and products that it was asked for, and where it was cut.

use std::collections::BTreeSet;

use super::left_out::LeftOut;
use super::meaning::{Fate, Meaning};
use super::problem::ProblemKind;
use super::rows::Compact;
use model::{Dimension, MemberIndex, Period};
use records::{Asked, Coverage, Extent, together};

/// What the rows of a file tell of what it was asked for.
#[derive(Debug, Clone, Default)]
pub(super) struct FileExtent {
    /// The months that rows are of.
    with_rows: BTreeSet<Period>,
    /// Those between them, of a query for a range of months.
    between: BTreeSet<Period>,
    /// Those of which the file says that there was no trade.
    stated: BTreeSet<Period>,
    /// Places among the products of all files.
    products: BTreeSet<u32>,
    /// The month and the partner of the last row.
    last: Option<(Period, Option<u32>)>,
    /// Months run one way through the file, so that only the last one can be cut.
    rises: bool,
    falls: bool,
}

impl FileExtent {
    fn take(&mut self, month: Period, row: &Compact) {
        if let Some((before, _)) = self.last {
            self.rises &= before <= month;
            self.falls &= before >= month;
        }
        self.with_rows.insert(month);
        self.last = Some((month, row.members[Dimension::Destination]));
    }

    /// The months of which rows may be missing at the end of the file.
    pub fn cut(&self) -> BTreeSet<Period> {
        match (self.last, self.rises || self.falls) {
            (Some((last, _)), true) => set([last]),
            _ => self.with_rows.clone(),
        }
    }

    /// The months that it covers.
    pub fn months(&self) -> impl Iterator<Item = Period> {
        self.with_rows.iter().chain(&self.between).chain(&self.stated).copied()
    }
}

impl Meaning<'_> {
    /// What the rows of each file tell, whatever becomes of them: where it may have been cut.
    pub(super) fn extents(&self) -> Vec<FileExtent> {
        let mut extents: Vec<FileExtent> = self
            .import
            .files
            .iter()
            .map(|_| FileExtent { rises: true, falls: true, ..FileExtent::default() })
            .collect();
        for row in self.import.rows.iter() {
            if let (Some(extent), Some(month)) = (extents.get_mut(row.file), self.import.month(&row)) {
                extent.take(month, &row);
            }
        }
        extents
    }

    /// What each file covers: the months and products of rows that count, or would but for others that say the same.
    pub(super) fn covered(&self) -> Vec<FileExtent> {
        let mut extents = self.extents();
        for extent in &mut extents {
            extent.with_rows.clear();
        }
        for (row, fate) in self.import.rows.iter().zip(&self.fates) {
            let tells = match fate {
                Fate::Used | Fate::Twice => true,
                Fate::LeftOut(why) => matches!(
                    why,
                    LeftOut::Revised | LeftOut::NotFirst | LeftOut::ShorterCode | LeftOut::LongerCode
                ),
                Fate::Faulty => false,
            };
            let month = self.import.month(&row).filter(|_| tells);
            if let (Some(month), Some(extent)) = (month, extents.get_mut(row.file)) {
                extent.with_rows.insert(month);
                extent.products.extend(self.products.get(&row));
            }
        }
        for (extent, file) in extents.iter_mut().zip(&self.import.files) {
            // A file without rows says that there was no trade in its month.
            if let Some(month) = file.month.filter(|_| file.dimensions.is_some()) {
                extent.with_rows.insert(month);
            }
            if file.summary.origin.is_some_and(|origin| origin.rules().by_range) {
                extent.between = between(&extent.with_rows);
            }
            // Columns of months to come have zeros in some sources: what stands between others is meant.
            if let (Some(first), Some(last)) = (extent.with_rows.first(), extent.with_rows.last()) {
                let zeros = file.zeros.iter().filter(|zero| *first < **zero && **zero < *last);
                extent.stated.extend(zeros.filter(|zero| !extent.with_rows.contains(zero)));
            }
        }
        extents
    }

    /// What all files cover together. `places` are the products of the dataset by their places among those of
    /// all files. Tells of what is not covered.
    pub(super) fn coverage(&mut self, extents: &[FileExtent], places: &[Option<MemberIndex>]) -> Coverage {
        let product = |place: &u32| places.get(usize::try_from(*place).ok()?).copied().flatten();
        let asked: Vec<Asked> = extents
            .iter()
            .zip(&self.import.files)
            .filter(|(extent, _)| !extent.with_rows.is_empty())
            .map(|(extent, file)| {
                let mut coverage = Coverage::default();
                for month in extent.cut().into_iter().filter(|_| file.cut) {
                    coverage.limit(month, None, Extent::Incomplete);
                }
                let products = extent.products.iter().filter_map(product).collect();
                Asked { months: extent.months().collect(), products, coverage }
            })
            .collect();
        let coverage = together(&asked);
        self.tell_incomplete(extents, &coverage);
        self.tell_between(extents);
        self.tell_not_covered(places, &coverage);
        coverage
    }

    fn tell_incomplete(&mut self, extents: &[FileExtent], coverage: &Coverage) {
        let incomplete =
            |month: &Period| coverage.limits().any(|(m, _, e)| m == *month && e == Extent::Incomplete);
        for (place, extent) in extents.iter().enumerate() {
            let is_cut = self.import.files.get(place).is_some_and(|file| file.cut);
            let months: Vec<Period> = extent.cut().into_iter().filter(incomplete).collect();
            let Some((last, partner)) = extent.last.filter(|_| is_cut && !months.is_empty()) else {
                continue;
            };
            let partner = partner.and_then(|partner| self.named(Dimension::Destination, partner));
            self.tell(Some(place), None, ProblemKind::Incomplete { months, last, partner });
        }
    }

    /// Months without rows that no other file has rows of.
    fn tell_between(&mut self, extents: &[FileExtent]) {
        let with_rows = set(extents.iter().flat_map(|e| &e.with_rows).copied());
        for (place, extent) in extents.iter().enumerate() {
            let months: Vec<Period> = extent.between.difference(&with_rows).copied().collect();
            if !months.is_empty() {
                self.tell(Some(place), None, ProblemKind::NoTrade { months });
            }
        }
    }

    /// Products that lack the same months together.
    fn tell_not_covered(&mut self, places: &[Option<MemberIndex>], coverage: &Coverage) {
        let mut codes: Vec<&str> = vec![""; places.len()];
        for (code, place) in self.products.codes.iter().zip(places) {
            if let Some(slot) = place.and_then(|place| codes.get_mut(place.place())) {
                *slot = code;
            }
        }
        let mut told = Vec::new();
        for limit in coverage.summary().into_iter().filter(|limit| limit.extent == Extent::NotCovered) {
            let code = |product: &MemberIndex| codes.get(product.place()).map(|code| (*code).to_owned());
            let products = limit.products.iter().filter_map(code).collect();
            told.push(ProblemKind::NotCovered { products, months: limit.months });
        }
        for kind in told {
            self.tell(None, None, kind);
        }
    }
}

/// The months without rows between others of their year: one query is for months of one year.
fn between(with_rows: &BTreeSet<Period>) -> BTreeSet<Period> {
    let pairs = with_rows.iter().zip(with_rows.iter().skip(1));
    let of_a_year = pairs.filter(|(a, b)| a.year() == b.year());
    set(of_a_year.flat_map(|(a, b)| a.plus(1).to(b.plus(-1))))
}

/// A set of some months, put in one by one: `collect` sorts them first, by a sort of thousands of bytes of WebAssembly.
fn set(months: impl IntoIterator<Item = Period>) -> BTreeSet<Period> {
    let mut set = BTreeSet::new();
    set.extend(months);
    set
}
