//! Which months of which goods a dataset covers. What a file was not asked for is not zero.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use model::{Dimension, MemberIndex, Period, Span};

use super::filter::Filter;

/// How much of something is covered, the least last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Extent {
    /// All of it: where there are no rows, there was no trade.
    Whole,
    /// Some of it: the file was cut, so that there was as much as its rows say, or more.
    Incomplete,
    /// Not all of it was asked for.
    NotCovered,
}

/// Months of which less than all is covered of some goods.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limit {
    /// How much.
    pub extent: Extent,
    /// The months, in order.
    pub months: Vec<Period>,
    /// The products that have just these months; none for all goods.
    pub products: Vec<MemberIndex>,
}

/// Where a dataset covers less than every product in every month of its own, and whose goods of it are looked
/// at.
///
/// ```
/// use model::{MemberIndex, Span};
/// use records::{Coverage, Extent};
///
/// let [first, second] = [0, 1].map(MemberIndex::from);
/// let (february, march) = ("2025-02".parse().unwrap(), "2025-03".parse().unwrap());
/// let mut coverage = Coverage::default();
/// coverage.limit(february, Some(second), Extent::NotCovered);
/// assert_eq!(coverage.of_product(february, Span::Month, first), Extent::Whole);
/// // What one product lacks, all of them together lack.
/// assert_eq!(coverage.of_chosen(february, Span::Month), Extent::NotCovered);
/// assert_eq!(coverage.of_chosen(march, Span::Month), Extent::Whole);
/// assert_eq!(coverage.of_chosen(march, Span::Ytd), Extent::NotCovered);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Coverage {
    /// What is less than whole; of all goods where no product is named.
    limits: Arc<BTreeMap<(Period, Option<MemberIndex>), Extent>>,
    /// The products that are looked at; all of them otherwise.
    chosen: Option<Vec<MemberIndex>>,
}

impl Coverage {
    /// Says how much of a month is covered, of a product or of all goods.
    pub fn limit(&mut self, month: Period, product: Option<MemberIndex>, extent: Extent) {
        let limits = Arc::make_mut(&mut self.limits);
        match extent {
            Extent::Whole => limits.remove(&(month, product)),
            less => limits.insert((month, product), less),
        };
    }

    /// What is less than whole, in order: month, product, or none for all goods, and how much is covered.
    pub fn limits(&self) -> impl Iterator<Item = (Period, Option<MemberIndex>, Extent)> {
        self.limits.iter().map(|((month, product), extent)| (*month, *product, *extent))
    }

    /// The same told together: products with the same months are one limit.
    pub fn summary(&self) -> Vec<Limit> {
        let mut months: BTreeMap<(Option<MemberIndex>, Extent), Vec<Period>> = BTreeMap::new();
        for (month, product, extent) in self.limits() {
            months.entry((product, extent)).or_default().push(month);
        }
        let mut alike: BTreeMap<(Extent, Vec<Period>, bool), Vec<MemberIndex>> = BTreeMap::new();
        for ((product, extent), months) in months {
            alike.entry((extent, months, product.is_some())).or_default().extend(product);
        }
        alike.into_iter().map(|((extent, months, _), products)| Limit { extent, months, products }).collect()
    }

    /// Whether every month is covered of all goods.
    pub fn is_whole(&self) -> bool {
        self.limits.is_empty()
    }

    /// The same, of the products that a filter lets pass.
    pub fn only(&self, filter: &Filter) -> Coverage {
        let chosen = filter.chosen(Dimension::Product).map(<[MemberIndex]>::to_vec);
        Coverage { limits: self.limits.clone(), chosen }
    }

    /// Of the products that are looked at, together.
    pub fn of_chosen(&self, period: Period, span: Span) -> Extent {
        match &self.chosen {
            Some(products) => self.least(period, span, |product| products.contains(&product)),
            None => self.of_all(period, span),
        }
    }

    /// Of all products together.
    pub fn of_all(&self, period: Period, span: Span) -> Extent {
        self.least(period, span, |_| true)
    }

    /// Of one product.
    pub fn of_product(&self, period: Period, span: Span, product: MemberIndex) -> Extent {
        self.least(period, span, |other| other == product)
    }

    /// The least of the products that count and of all goods.
    fn least(&self, period: Period, span: Span, counts: impl Fn(MemberIndex) -> bool) -> Extent {
        let months = (span.first(period), None)..(period.plus(1), None);
        let limits = self.limits.range(months);
        let counted = limits.filter(|((_, product), _)| product.is_none_or(&counts));
        counted.map(|(_, extent)| *extent).max().unwrap_or(Extent::Whole)
    }
}

/// What a file has, from which follows what it was asked for.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// The months.
    pub months: BTreeSet<Period>,
    /// The products that it has rows of. A file without any has no trade at all in its months.
    pub products: BTreeSet<MemberIndex>,
    /// Where it covers less than all of these.
    pub coverage: Coverage,
}

impl Asked {
    /// How much of a product's month it covers, for a product that it was asked for.
    fn extent(&self, month: Period, product: MemberIndex) -> Extent {
        match self.months.contains(&month) {
            true => self.coverage.of_product(month, Span::Month, product),
            false => Extent::NotCovered,
        }
    }
}

/// What files cover together. A file was asked for the products that it has rows of; and for those of files
/// that it shares a product with, since one query by HS code is downloaded in several parts: month by
/// month, of which one may be without a product. It was not, where another file has the product in a month
/// that this one covers. Of a product and month in several files the best counts.
pub fn together(files: &[Asked]) -> Coverage {
    let asked = asked_for(files);
    let months: BTreeSet<Period> = files.iter().flat_map(|file| &file.months).copied().collect();
    let products: BTreeSet<MemberIndex> = files.iter().flat_map(|file| &file.products).copied().collect();
    let mut coverage = Coverage::default();
    for month in months {
        // Where rows are not told apart by product.
        let goods = files.iter().filter(|file| file.months.contains(&month));
        let of_all = goods.map(|file| file.coverage.least(month, Span::Month, |_| false)).min();
        if products.is_empty() {
            coverage.limit(month, None, of_all.unwrap_or(Extent::NotCovered));
        }
        for product in &products {
            let asked = files.iter().zip(&asked).filter(|(_, asked)| asked.contains(product));
            let best = asked.map(|(file, _)| file.extent(month, *product)).min();
            coverage.limit(month, Some(*product), best.unwrap_or(Extent::NotCovered));
        }
    }
    coverage
}

/// The products that each file was asked for.
fn asked_for(files: &[Asked]) -> Vec<BTreeSet<MemberIndex>> {
    let all: BTreeSet<MemberIndex> = files.iter().flat_map(|file| &file.products).copied().collect();
    let queries = queries(files);
    let query_of = |file: &Asked| match file.products.first() {
        Some(first) => queries.iter().find(|query| query.contains(first)).cloned().unwrap_or_default(),
        None => all.clone(),
    };
    let mut months_of: BTreeMap<MemberIndex, BTreeSet<Period>> = BTreeMap::new();
    for file in files {
        for product in &file.products {
            months_of.entry(*product).or_default().extend(&file.months);
        }
    }
    let is_elsewhere = |file: &Asked, product: &MemberIndex| {
        months_of.get(product).is_some_and(|months| !months.is_disjoint(&file.months))
    };
    let of_file = |file: &Asked| {
        let mut asked = query_of(file);
        asked.retain(|product| file.products.contains(product) || !is_elsewhere(file, product));
        asked
    };
    files.iter().map(of_file).collect()
}

/// Products of files that share some, directly or through others.
fn queries(files: &[Asked]) -> Vec<BTreeSet<MemberIndex>> {
    let mut queries: Vec<BTreeSet<MemberIndex>> = Vec::new();
    for file in files {
        let (shared, apart): (Vec<_>, Vec<_>) =
            queries.into_iter().partition(|query| !query.is_disjoint(&file.products));
        let query = shared.into_iter().flatten().chain(file.products.iter().copied()).collect();
        queries = apart;
        queries.push(query);
    }
    queries
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(text: &str) -> Period {
        text.parse().unwrap()
    }

    fn file(first: &str, last: &str, products: &[usize]) -> Asked {
        Asked {
            months: month(first).to(month(last)).collect(),
            products: products.iter().filter_map(|place| MemberIndex::new(*place)).collect(),
            coverage: Coverage::default(),
        }
    }

    /// Months that are not covered of the second product.
    fn uncovered(files: &[Asked]) -> Vec<String> {
        let second = MemberIndex::new(1);
        let limits = together(files);
        let of_second = limits.limits().filter(|(_, product, _)| *product == second);
        of_second.map(|(month, ..)| month.to_string()).collect()
    }

    #[test]
    fn a_product_is_not_covered_where_only_files_of_others_have_the_month() {
        let files = [file("2025-01", "2025-04", &[0]), file("2025-03", "2025-04", &[1])];
        assert_eq!(uncovered(&files), ["2025-01", "2025-02"]);
        // The first file's own months show that it was not asked for the second product.
        let files = [file("2025-01", "2025-04", &[0]), file("2025-03", "2025-04", &[0, 1])];
        assert_eq!(uncovered(&files), ["2025-01", "2025-02"]);
    }

    #[test]
    fn one_query_downloaded_month_by_month_covers_a_month_without_a_product() {
        let files = [
            file("2025-01", "2025-01", &[0, 1]),
            file("2025-02", "2025-02", &[0]),
            file("2025-03", "2025-03", &[0, 1]),
        ];
        assert_eq!(uncovered(&files), [""; 0]);
        // A file without rows: nothing was traded in its month.
        let files = [file("2025-01", "2025-01", &[0, 1]), file("2025-02", "2025-02", &[])];
        assert!(together(&files).is_whole());
    }

    #[test]
    fn a_whole_file_makes_up_for_one_that_was_cut() {
        let mut cut = file("2025-11", "2025-12", &[0]);
        cut.coverage.limit(month("2025-12"), None, Extent::Incomplete);
        let of =
            |files: &[Asked]| together(files).of_product(month("2025-12"), Span::Month, MemberIndex::from(0));
        assert_eq!(of(std::slice::from_ref(&cut)), Extent::Incomplete);
        assert_eq!(of(&[cut.clone(), file("2025-12", "2025-12", &[0])]), Extent::Whole);
        // Twelve months up to a month that is cut are as incomplete.
        let all = together(&[cut]);
        assert_eq!(all.of_chosen(month("2025-12"), Span::Ytd), Extent::Incomplete);
        assert_eq!(all.of_chosen(month("2025-11"), Span::Ytd), Extent::Whole);
    }
}
