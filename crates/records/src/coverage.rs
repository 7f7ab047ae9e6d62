//! Which months of which goods a dataset covers. What a file was not asked for is not zero.

use std::sync::Arc;

use model::{Dimension, MemberIndex, Period, Span, sort_list};

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

/// A month, and a product or all goods.
type Key = (Period, Option<MemberIndex>);

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
    /// What is less than whole, in order; of all goods where no product is named. Maps of the standard library in
    /// its place and in that of the lists here would take 25 kB of the worker for records.
    limits: Arc<Vec<(Key, Extent)>>,
    /// The products that are looked at; all of them otherwise.
    chosen: Option<Vec<MemberIndex>>,
}

impl Coverage {
    /// Says how much of a month is covered, of a product or of all goods.
    pub fn limit(&mut self, month: Period, product: Option<MemberIndex>, extent: Extent) {
        let key = (month, product);
        let limits = Arc::make_mut(&mut self.limits);
        match (limits.binary_search_by(|(other, _)| other.cmp(&key)), extent) {
            (Ok(place), Extent::Whole) => {
                limits.remove(place);
            }
            (Ok(place), less) => limits.iter_mut().skip(place).take(1).for_each(|limit| limit.1 = less),
            (Err(_), Extent::Whole) => {}
            (Err(place), less) => limits.insert(place, (key, less)),
        }
    }

    /// What is less than whole, in order: month, product, or none for all goods, and how much is covered.
    pub fn limits(&self) -> impl Iterator<Item = (Period, Option<MemberIndex>, Extent)> {
        self.limits.iter().map(|((month, product), extent)| (*month, *product, *extent))
    }

    /// The same told together: products with the same months are one limit.
    pub fn summary(&self) -> Vec<Limit> {
        let mut of_each: Vec<(Option<MemberIndex>, Extent, Vec<Period>)> = Vec::new();
        for (month, product, extent) in self.limits() {
            match of_each.iter_mut().find(|(p, e, _)| (*p, *e) == (product, extent)) {
                Some((_, _, months)) => months.push(month),
                None => of_each.push((product, extent, vec![month])),
            }
        }
        sort_list(&mut of_each, |a, b| (a.0, a.1).cmp(&(b.0, b.1)));
        let mut alike: Vec<Limit> = Vec::new();
        for (product, extent, months) in of_each {
            let same = |limit: &&mut Limit| {
                limit.extent == extent
                    && limit.months == months
                    && limit.products.is_empty() == product.is_none()
            };
            match alike.iter_mut().find(same) {
                Some(limit) => limit.products.extend(product),
                None => alike.push(Limit { extent, months, products: product.into_iter().collect() }),
            }
        }
        sort_list(&mut alike, |a, b| a.extent.cmp(&b.extent).then_with(|| a.months.cmp(&b.months)));
        alike
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
    pub(super) fn least(&self, period: Period, span: Span, counts: impl Fn(MemberIndex) -> bool) -> Extent {
        let start = self.limits.partition_point(|((month, _), _)| *month < span.first(period));
        let limits = self.limits.iter().skip(start).take_while(|((month, _), _)| *month <= period);
        let counted = limits.filter(|((_, product), _)| product.is_none_or(&counts));
        counted.map(|(_, extent)| *extent).max().unwrap_or(Extent::Whole)
    }
}
