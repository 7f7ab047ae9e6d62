//! What several files cover together, from what each of them was asked for.

use model::{MemberIndex, Period, Span, sort_list};

use super::coverage::{Coverage, Extent};

/// Items in order, each once.
fn in_order<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut items: Vec<T> = items.collect();
    sort_list(&mut items, T::cmp);
    items.dedup();
    items
}

/// Whether an item is in a list that is in order: lists of products can be long.
fn has<T: Ord>(list: &[T], item: &T) -> bool {
    list.binary_search(item).is_ok()
}

/// Whether two lists, both in order, have something in common.
fn meet<T: Ord>(one: &[T], other: &[T]) -> bool {
    one.iter().any(|item| has(other, item))
}

/// What a file has, from which follows what it was asked for.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// The months, in any order.
    pub months: Vec<Period>,
    /// The products that it has rows of, in any order. A file without any has no trade at all in its months.
    pub products: Vec<MemberIndex>,
    /// Where it covers less than all of these.
    pub coverage: Coverage,
}

impl Asked {
    /// The same, months and products in order, each once.
    fn tidy(&self) -> Asked {
        Asked {
            months: in_order(self.months.iter().copied()),
            products: in_order(self.products.iter().copied()),
            coverage: self.coverage.clone(),
        }
    }

    /// How much of a product's month it covers, for a product that it was asked for.
    fn extent(&self, month: Period, product: MemberIndex) -> Extent {
        match has(&self.months, &month) {
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
    let files: Vec<Asked> = files.iter().map(Asked::tidy).collect();
    let asked = asked_for(&files);
    let months = in_order(files.iter().flat_map(|file| &file.months).copied());
    let products = in_order(files.iter().flat_map(|file| &file.products).copied());
    let mut coverage = Coverage::default();
    for month in months {
        // Where rows are not told apart by product.
        let goods = files.iter().filter(|file| has(&file.months, &month));
        let of_all = goods.map(|file| file.coverage.least(month, Span::Month, |_| false)).min();
        if products.is_empty() {
            coverage.limit(month, None, of_all.unwrap_or(Extent::NotCovered));
        }
        for product in &products {
            let asked = files.iter().zip(&asked).filter(|(_, asked)| has(asked, product));
            let best = asked.map(|(file, _)| file.extent(month, *product)).min();
            coverage.limit(month, Some(*product), best.unwrap_or(Extent::NotCovered));
        }
    }
    coverage
}

/// The products that each file was asked for, in order. Files are tidy.
fn asked_for(files: &[Asked]) -> Vec<Vec<MemberIndex>> {
    let all = in_order(files.iter().flat_map(|file| &file.products).copied());
    let queries = queries(files);
    let query_of = |file: &Asked| match file.products.first() {
        Some(first) => queries.iter().find(|query| has(query, first)).cloned().unwrap_or_default(),
        None => all.clone(),
    };
    let is_elsewhere = |file: &Asked, product: &MemberIndex| {
        files.iter().any(|other| has(&other.products, product) && meet(&other.months, &file.months))
    };
    let of_file = |file: &Asked| {
        let mut asked = query_of(file);
        asked.retain(|product| has(&file.products, product) || !is_elsewhere(file, product));
        asked
    };
    files.iter().map(of_file).collect()
}

/// Products of files that share some, directly or through others.
fn queries(files: &[Asked]) -> Vec<Vec<MemberIndex>> {
    let mut queries: Vec<Vec<MemberIndex>> = Vec::new();
    for file in files {
        let (shared, apart): (Vec<_>, Vec<_>) =
            queries.into_iter().partition(|query| meet(query, &file.products));
        let query = in_order(shared.into_iter().flatten().chain(file.products.iter().copied()));
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
