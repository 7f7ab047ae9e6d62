//! What rows mean together: one question a file, asked in the order in which one hangs on another. Whose flow,
//! whose trade, by which list of goods; then which rows are the same, which are sums of others, and at which level
//! of codes they stand.

mod classification;
mod codes;
mod flow;
mod frequency;
mod levels;
mod reporter;
mod revision;
mod same_key;
mod totals;

use super::extent::FileExtent;
use super::left_out::LeftOut;
use super::problem::{ProblemKind, Problems};
use super::question::Question;
use super::reader::Import;
use super::rows::{Compact, Entry, Values, in_order};
use codes::Products;
use model::{Dimension, DimensionMap, Flow, Measured, Name, Period};
pub(super) use same_key::SameKey;
pub(super) use totals::is_total;

/// What becomes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is a row of the dataset.
    Used,
    /// It cannot be: nothing says its month, or its file tells other things apart.
    Faulty,
    /// Another row says the same.
    Twice,
    /// It is not added.
    LeftOut(LeftOut),
}

impl Entry {
    /// All of the key of [`Meaning::order`] but the product.
    fn trade(&self) -> &[u32] {
        self.key.get(..4).unwrap_or_default()
    }
}

/// What the rows of an import mean together.
pub(super) struct Meaning<'a> {
    pub import: &'a Import,
    pub flow: Flow,
    /// Whose trade it is, as the files say.
    pub reporter: Name,
    /// What each row becomes.
    pub fates: Vec<Fate>,
    pub products: Products,
    /// The dimensions that rows of the dataset are told apart by.
    pub told_apart: DimensionMap<bool>,
    /// What trade is measured by: value where no row that counts has a weight.
    pub measured: Measured,
    /// Of the two currencies, the place of the one that counts.
    pub currency: usize,
    /// Values of rows in the other currency, from rows of a file of their own.
    pub paired: Values,
    pub problems: Problems,
    /// What must be answered before rows can become a dataset.
    pub questions: Vec<Question>,
}

impl<'a> Meaning<'a> {
    /// Of all rows that were read, as far as the answers reach that were given.
    pub fn of(import: &'a Import, problems: Problems) -> Meaning<'a> {
        let mut meaning = Meaning {
            import,
            flow: import.options.flow.or(import.flow_of_files()).unwrap_or_default(),
            reporter: Name::default(),
            fates: vec![Fate::Used; import.rows.len()],
            products: Products::of(&import.members[Dimension::Product]),
            told_apart: import.files.iter().find_map(|file| file.dimensions).unwrap_or_default(),
            measured: Measured::Weight,
            currency: 0,
            paired: Values::default(),
            problems,
            questions: Vec::new(),
        };
        meaning.place();
        meaning.choose_flow();
        meaning.choose_reporter();
        if !meaning.is_open() {
            meaning.choose_classification();
        }
        if !meaning.is_open() {
            meaning.choose_frequency();
        }
        if !meaning.is_open() {
            meaning.restore_codes();
            meaning.choose_measure();
            let order = meaning.order();
            meaning.join_same_keys(&order);
            meaning.leave_out_groups();
            meaning.leave_out_totals();
            meaning.choose_levels(&order);
        }
        if meaning.is_open() {
            meaning.leave_out(LeftOut::Unanswered, |_, _| true);
        }
        meaning
    }

    /// Whether it hangs on an answer which rows count. Whose trade they are is a name alone where no file says it.
    fn is_open(&self) -> bool {
        self.questions.iter().any(|question| !question.choices.is_empty())
    }

    /// Rows without a weight are left out beside others that have one; where none has, trade is measured by value.
    fn choose_measure(&mut self) {
        let is_weighed = self.used().any(|(_, row)| row.weighed);
        let has_values = self.used().any(|(_, row)| row.values.iter().any(Option::is_some));
        match is_weighed || !has_values {
            true => {
                self.leave_out(LeftOut::NoWeight, |_, row| !row.weighed);
            }
            false => {
                self.measured = Measured::Value;
                self.tell(None, None, ProblemKind::MeasuredByValue);
            }
        }
    }

    /// Finds each row's month, and rows of files that tell other things apart than the first one.
    fn place(&mut self) {
        let first = self.told_apart;
        for (place, file) in self.import.files.iter().enumerate() {
            let Some(dimensions) = file.dimensions else { continue };
            let kind = match dimensions == first {
                false => ProblemKind::OtherColumns { first },
                true if !file.has_months && file.month.is_none() => ProblemKind::NoMonth,
                true => continue,
            };
            self.tell(Some(place), None, kind);
        }
        for (row, fate) in self.import.rows.iter().zip(&mut self.fates) {
            let file = self.import.files.get(row.file);
            let fits = file.is_some_and(|file| file.dimensions == Some(first));
            if let Some(why) = row.left_out {
                *fate = Fate::LeftOut(why);
            } else if self.import.month(&row).is_none() || !fits {
                *fate = Fate::Faulty;
            }
        }
        let has = |place: usize| self.import.rows.iter().any(|row| row.value_in(place).is_some());
        self.currency = usize::from(!has(0) && has(1));
    }

    /// Rows in an order in which those of one key are neighbours, and products of one partner and month come by their
    /// codes, a shorter one before the longer ones that begin with it. The key is month, partner, province, mode and
    /// product. Those that count, and whose month is known.
    fn order(&self) -> Vec<Entry> {
        let used = self.used().filter_map(|(place_of_row, row)| {
            let key = [
                self.import.month(&row)?.number(),
                from_one(row.members[Dimension::Destination]),
                from_one(row.members[Dimension::RegistrationLocation]),
                from_one(row.members[Dimension::TradeMode]),
                self.products.rank(&row),
            ];
            Some(Entry { key, row: place_of_row })
        });
        in_order(used.collect())
    }

    /// The rows that count.
    pub fn used(&self) -> impl Iterator<Item = (u32, Compact)> {
        let rows = (0..).zip(self.import.rows.iter()).zip(&self.fates);
        rows.filter(|(_, fate)| **fate == Fate::Used).map(|(row, _)| row)
    }

    fn row(&self, place: u32) -> Option<Compact> {
        self.import.rows.get(usize::try_from(place).ok()?)
    }

    fn is_used(&self, place: u32) -> bool {
        usize::try_from(place).is_ok_and(|place| self.fates.get(place) == Some(&Fate::Used))
    }

    fn set(&mut self, place: u32, fate: Fate) {
        if let Some(slot) = usize::try_from(place).ok().and_then(|place| self.fates.get_mut(place)) {
            *slot = fate;
        }
    }

    /// Leaves out rows that would count.
    fn leave_out(&mut self, why: LeftOut, wanted: impl Fn(&Self, &Compact) -> bool) -> u64 {
        let unwanted: Vec<u32> =
            self.used().filter(|(_, row)| wanted(self, row)).map(|(place, _)| place).collect();
        for place in &unwanted {
            self.set(*place, Fate::LeftOut(why));
        }
        unwanted.len() as u64
    }

    /// A row's value in the currency that counts, or in the other where it has only that.
    pub fn value(&self, row: &Compact) -> u64 {
        row.value_in(self.currency).or(row.value_in(1 - self.currency)).unwrap_or(0)
    }

    /// Tells of a file, or of all of them.
    pub fn tell(&mut self, file: Option<usize>, line: Option<u64>, kind: ProblemKind) {
        let name = file.map(|file| self.import.name(file)).unwrap_or_default();
        self.problems.tell(&name, line, kind);
    }

    /// A row's members: places among those of the files, of products as they came to be.
    pub fn members(&self, row: &Compact) -> DimensionMap<Option<u32>> {
        row.members.with(Dimension::Product, self.products.get(row))
    }

    /// How many members of a dimension there are.
    fn count_of(&self, dimension: Dimension) -> usize {
        match dimension {
            Dimension::Product => self.products.codes.len(),
            _ => self.import.members[dimension].codes.len(),
        }
    }

    /// Code, as a file writes it, and name of a member of the files; of products as they came to be.
    pub fn named(&self, dimension: Dimension, place: u32) -> Option<(String, Name)> {
        let place = usize::try_from(place).ok()?;
        if dimension == Dimension::Product {
            return Some((self.products.codes.get(place)?.clone(), self.products.names.get(place)?.clone()));
        }
        let members = &self.import.members[dimension];
        let code = members.others.get(place)?.first().or(members.codes.get(place))?;
        Some((code.clone(), members.names.get(place)?.clone()))
    }

    /// Which months each file covers whole.
    fn is_whole(&self, extents: &[FileExtent], file: usize, month: Period) -> bool {
        let is_cut = self.import.files.get(file).is_some_and(|file| file.cut);
        !is_cut || extents.get(file).is_some_and(|extent| !extent.cut().contains(&month))
    }
}

/// A place from 1 on; 0 where there is none.
fn from_one(place: Option<u32>) -> u32 {
    place.map_or(0, |place| place.saturating_add(1))
}

/// What rows are of, a period and a place in some list: each pair once, in order.
fn each_once(pairs: Vec<(Period, Option<u32>)>) -> Vec<(Period, Option<u32>)> {
    let key = |(period, place): &(Period, Option<u32>)| {
        [period.number(), period.frequency().months().unsigned_abs(), from_one(*place), 0, 0]
    };
    let mut order = in_order((0..).zip(&pairs).map(|(row, pair)| Entry { key: key(pair), row }).collect());
    order.dedup_by_key(|entry| entry.key);
    order.iter().filter_map(|entry| pairs.get(usize::try_from(entry.row).ok()?).copied()).collect()
}
