//! Rows of all files as one dataset: overlaps found, currencies paired, nothing added twice.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::extent::FileExtent;
use super::file::{FileSummary, LeftOut};
use super::problem::{Problem, ProblemKind};
use super::reader::{Compact, Import, Sum};
use model::{Catalogue, Dimension, DimensionMap, Flow, MemberIndex, Period, Span};
use records::{Amounts, Builder, Extent, Provenance, Records, TooLarge};

/// What came of an import.
#[derive(Debug)]
pub struct Outcome {
    /// The dataset; `None` when no row and no month could be used.
    pub records: Option<Records>,
    /// What was read, to compare with the source.
    pub summary: Summary,
    /// What could not be used, and what a person should know.
    pub problems: Vec<Problem>,
    /// How many problems there are beyond these.
    pub more_problems: u64,
}

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
    /// Rows that stand in two files, and count once.
    pub rows_twice: u64,
    /// Rows that are not added, by reason.
    pub left_out: BTreeMap<LeftOut, Sum>,
    /// The months of the dataset.
    pub months: Vec<Period>,
    /// How many members of each dimension it has.
    pub members: DimensionMap<usize>,
    /// Net weight of all its rows, kilograms.
    pub quantity: u64,
    /// Value of all its rows, a currency each.
    pub values: Vec<(&'static str, u64)>,
}

/// A row's place in every dimension and its month: two rows with one key are the same row.
pub(super) type Key = (Period, DimensionMap<Option<u32>>);

impl Import {
    /// Makes the dataset. `catalogue` brings its title, reporter and id; members are the files'.
    pub fn finish(mut self, catalogue: Catalogue) -> Outcome {
        while !self.advance(usize::MAX).finished {}
        self.give_up();
        let flow = self.options.flow.or(self.flow_of_files()).unwrap_or_default();
        let mut summary = Summary {
            files: self.files.iter().map(|f| f.summary.clone()).collect(),
            rows_read: self.files.iter().map(|f| f.summary.rows).sum(),
            ..Summary::default()
        };
        let rows = self.usable(flow);
        let extents = self.extents(&rows);
        let kept = self.without_twins(rows, &mut summary);
        self.compare_with_world(&kept, flow);
        let records = self.build(catalogue, flow, kept, &extents, &mut summary);
        summary.left_out = std::mem::take(&mut self.left_out);
        summary.rows_faulty = self.faulty;
        if let Ok(Some(records)) = &records {
            summary.rows_used = records.len() as u64;
            summary.months = records.months().to_vec();
            summary.members = DimensionMap::from_fn(|d| records.catalogue.members(d).len());
            summary.quantity = records.quantity().sum().unwrap_or_default();
            summary.values = records.values().map(|(c, v)| (c.code(), v.sum().unwrap_or_default())).collect();
        } else if records.is_err() {
            self.tell("", None, ProblemKind::TooMany);
        }
        Outcome {
            records: records.ok().flatten(),
            summary,
            problems: self.problems,
            more_problems: self.more_problems,
        }
    }

    /// The rows of the flow, with their months, of files that can stand together.
    fn usable(&mut self, flow: Flow) -> Vec<(Key, Compact)> {
        let first = self.files.iter().find_map(|f| f.dimensions);
        let refused: Vec<bool> = self.files.iter().map(|f| f.dimensions != first).collect();
        for (place, refused) in refused.iter().enumerate() {
            let told_apart = self.files.get(place).is_some_and(|f| f.dimensions.is_some());
            if *refused && told_apart {
                let name = self.name(place);
                let first = first.unwrap_or_default();
                self.tell(&name, None, ProblemKind::OtherColumns { first });
            }
        }
        let unanswered: Vec<usize> = (0..self.files.len())
            .filter(|i| {
                self.files
                    .get(*i)
                    .is_some_and(|f| f.dimensions.is_some() && !f.has_months && f.month.is_none())
            })
            .collect();
        for place in unanswered {
            let name = self.name(place);
            self.tell(&name, None, ProblemKind::NoMonth);
        }
        let shorter = self.shorter_codes();
        let mut usable = Vec::new();
        for row in std::mem::take(&mut self.rows) {
            let file = self.files.get(row.file);
            let month = row.month.or_else(|| file.and_then(|f| f.month));
            let Some(month) = month.filter(|_| refused.get(row.file) == Some(&false)) else {
                self.faulty += 1;
                continue;
            };
            let value = row.values.iter().flatten().next().copied().unwrap_or(0);
            let product = row.members[Dimension::Product];
            if row.flow.is_some_and(|f| f != flow) {
                self.leave_out(LeftOut::OtherFlow, row.quantity, value);
            } else if product.is_some_and(|p| shorter.contains(&p)) {
                self.leave_out(LeftOut::ShorterCode, row.quantity, value);
            } else {
                usable.push(((month, row.members), row));
            }
        }
        usable
    }

    /// Products whose code is the beginning of another's: sums of them.
    fn shorter_codes(&self) -> BTreeSet<u32> {
        let products = &self.members[Dimension::Product].codes;
        let mut sorted: Vec<(&String, u32)> = products.iter().zip(0..).collect();
        sorted.sort();
        let pairs = sorted.windows(2);
        pairs
            .filter_map(|pair| match pair {
                [(short, index), (long, _)] if long.starts_with(short.as_str()) => Some(*index),
                _ => None,
            })
            .collect()
    }

    /// Each row once. Rows of the second currency give their value to their twins of the first.
    fn without_twins(&mut self, rows: Vec<(Key, Compact)>, summary: &mut Summary) -> Vec<(Key, Compact)> {
        let has = |place: usize| rows.iter().any(|(_, r)| r.values.get(place).is_some_and(Option::is_some));
        let main = if has(0) { 0 } else { 1 };
        let other = 1 - main;
        let second_only = |row: &Compact| {
            let value = |place: usize| row.values.get(place).copied().flatten();
            value(main).is_none() && value(other).is_some()
        };
        let (second, first): (Vec<_>, Vec<_>) = rows.into_iter().partition(|(_, r)| second_only(r));
        let mut places: HashMap<Key, usize> = HashMap::with_capacity(first.len());
        let mut kept: Vec<(Key, Compact)> = Vec::with_capacity(first.len());
        let mut overlaps: BTreeMap<(usize, usize), u64> = BTreeMap::new();
        for (key, row) in first {
            match places.entry(key) {
                Entry::Vacant(place) => {
                    place.insert(kept.len());
                    kept.push((key, row));
                }
                Entry::Occupied(place) => {
                    let Some((_, twin)) = kept.get(*place.get()) else { continue };
                    summary.rows_twice += 1;
                    let same = (twin.quantity, twin.values) == (row.quantity, row.values);
                    let (name, line) = (self.name(row.file), Some(row.line));
                    if twin.file == row.file {
                        let first = twin.line;
                        self.tell(&name, line, ProblemKind::RowTwice { first });
                    } else if same {
                        *overlaps.entry((row.file, twin.file)).or_default() += 1;
                    } else {
                        let (other, other_line) = (self.name(twin.file), twin.line);
                        self.tell(&name, line, ProblemKind::Conflict { other, line: other_line });
                    }
                }
            }
        }
        for ((file, other), rows) in overlaps {
            let (name, other) = (self.name(file), self.name(other));
            self.tell(&name, None, ProblemKind::Overlap { rows, other });
        }
        self.pair(&mut kept, &places, second, other, summary);
        kept
    }

    fn pair(
        &mut self,
        kept: &mut [(Key, Compact)],
        places: &HashMap<Key, usize>,
        second: Vec<(Key, Compact)>,
        other: usize,
        summary: &mut Summary,
    ) {
        let mut alone: BTreeMap<usize, u64> = BTreeMap::new();
        let mut paired: BTreeMap<usize, u64> = BTreeMap::new();
        for (key, row) in second {
            let twin = places.get(&key).and_then(|p| kept.get_mut(*p));
            let twin = twin.filter(|(_, twin)| twin.quantity == row.quantity);
            let slot = twin.and_then(|(_, twin)| twin.values.get_mut(other));
            match slot.filter(|v| v.is_none()) {
                Some(slot) => {
                    *slot = row.values.get(other).copied().flatten();
                    summary.rows_twice += 1;
                    *paired.entry(row.file).or_default() += 1;
                }
                None => {
                    self.faulty += 1;
                    *alone.entry(row.file).or_default() += 1;
                }
            }
        }
        for (file, rows) in alone {
            let name = self.name(file);
            let kind = match paired.contains_key(&file) {
                true => ProblemKind::Unpaired { rows },
                false => ProblemKind::OtherCurrency,
            };
            self.tell(&name, None, kind);
        }
    }

    /// Partners should make what the file states for the world.
    fn compare_with_world(&mut self, kept: &[(Key, Compact)], flow: Flow) {
        let stated: Vec<(Period, u64)> = self
            .world
            .iter()
            .filter(|((_, f), _)| f.is_none_or(|f| f == flow))
            .map(|((month, _), world)| (*month, *world))
            .collect();
        for (month, world) in stated.into_iter().filter(|(_, world)| *world > 0) {
            let of_month = kept.iter().filter(|((m, _), _)| *m == month);
            let (rows, partners) =
                of_month.fold((0, 0u64), |(n, sum), (_, r)| (n + 1, sum.saturating_add(r.quantity)));
            // Every row may be rounded by half a kilogram.
            if partners.abs_diff(world) > rows {
                let name = self.name(0);
                self.tell(&name, None, ProblemKind::WorldDiffers { month, partners, world });
            }
        }
    }

    fn build(
        &mut self,
        catalogue: Catalogue,
        flow: Flow,
        kept: Vec<(Key, Compact)>,
        extents: &[FileExtent],
        summary: &mut Summary,
    ) -> Result<Option<Records>, TooLarge> {
        let has = |place: usize| kept.iter().any(|(_, r)| r.values.get(place).is_some_and(Option::is_some));
        let currencies = self.currencies;
        let currency = |place: usize| currencies.get(place).copied().flatten();
        let main = if has(0) { 0 } else { 1 };
        let mut builder = Builder::new(Catalogue { flow, ..catalogue }, currency(main).filter(|_| has(main)));
        let mut places: DimensionMap<Vec<Option<MemberIndex>>> = DimensionMap::default();
        for (dimension, places) in places.iter_mut() {
            let members = &self.members[dimension];
            let used: BTreeSet<u32> = kept.iter().filter_map(|(_, row)| row.members[dimension]).collect();
            // In the order of their codes, so that the order of files does not matter.
            let mut order: Vec<(&String, usize)> = members.codes.iter().zip(0..).collect();
            order.sort();
            *places = vec![None; order.len()];
            for (code, index) in order {
                let is_used = u32::try_from(index).is_ok_and(|i| used.contains(&i));
                if let (Some(slot), Some(name)) =
                    (places.get_mut(index).filter(|_| is_used), members.names.get(index))
                {
                    let member = builder.member(dimension, code, name.clone())?;
                    for other in members.others.get(index).into_iter().flatten() {
                        builder.also(dimension, member, other);
                    }
                    *slot = Some(member);
                }
            }
        }
        for month in extents.iter().flat_map(FileExtent::months) {
            builder.cover(month)?;
        }
        let value = |row: &Compact, place: usize| row.values.get(place).copied().flatten();
        let others: Option<Amounts> = kept.iter().map(|(_, row)| value(row, 1 - main)).collect();
        for ((month, members), row) in &kept {
            let members = DimensionMap::from_fn(|dimension| {
                let place = usize::try_from(members[dimension]?).ok()?;
                places[dimension].get(place).copied().flatten()
            });
            builder.push(*month, members, row.quantity, value(row, main).unwrap_or(0))?;
        }
        if let (Some(others), Some(currency)) = (others.filter(|o| !o.is_empty()), currency(1 - main)) {
            builder.pair(currency, others)?;
        }
        if builder.is_empty() && !builder.covers_any() {
            return Ok(None);
        }
        let source = |f: &FileSummary| Some(format!("{}: {}, {} rows.", f.name, f.origin?.name(), f.rows));
        let sources = summary.files.iter().filter_map(source).collect();
        let coverage = self.coverage(extents, &places[Dimension::Product]);
        let mut records = builder.build(Provenance { synthetic: false, sources }).covering(coverage);
        open_where_whole(&mut records);
        Ok(Some(records))
    }
}

/// A page opens with the last month: with the last that is whole, where the last of all is not.
fn open_where_whole(records: &mut Records) {
    let is_whole = |month: &Period| records.coverage().of_all(*month, Span::Month) == Extent::Whole;
    let last = records.months().iter().rfind(|month| is_whole(month)).copied();
    if records.catalogue.default_period.is_none() && last.as_ref() != records.months().last() {
        records.catalogue.default_period = last;
    }
}
