//! Rows of one key: the same month, product, partner, province and trade mode. They are parts of a whole that stands
//! beside them, the same row again, rows that something else tells apart, or one row in two currencies.

use super::revision::{Clash, Clashes};
use super::{Fate, Meaning};
use crate::left_out::LeftOut;
use crate::problem::ProblemKind;
use crate::question::{About, Choice, Question};
use crate::rows::{Compact, Entry};
use model::sort_list;

/// What is made of rows of one key of which nothing tells why they are several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum SameKey {
    /// They are parts: all count.
    Add,
    /// The first one counts.
    First,
}

impl SameKey {
    /// Each with its value in an answer.
    pub(in super::super) const NAMES: [(&'static str, SameKey); 2] =
        [("add", SameKey::Add), ("first", SameKey::First)];
}

/// What is told of a file's rows in one sentence.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    rows: u64,
    quantity: u64,
}

impl Tally {
    fn add(&mut self, row: &Compact) {
        self.rows += 1;
        self.quantity = self.quantity.saturating_add(row.quantity);
    }
}

/// What rows of one key came to, told when all have been looked at: by file.
struct Tallies {
    added: Vec<Tally>,
    parts: Vec<Tally>,
    asked: Vec<Tally>,
    paired: Vec<u64>,
    alone: Vec<u64>,
    /// Rows of the first file that the second has, too.
    overlaps: Vec<((usize, usize), u64)>,
}

impl Meaning<'_> {
    pub(super) fn join_same_keys(&mut self, order: &[Entry]) {
        let files = self.import.files.len();
        let mut tallies = Tallies {
            added: vec![Tally::default(); files],
            parts: vec![Tally::default(); files],
            asked: vec![Tally::default(); files],
            paired: vec![0; files],
            alone: vec![0; files],
            overlaps: Vec::new(),
        };
        let mut clashes = Clashes::of(self);
        let mut rows: Vec<u32> = Vec::new();
        for same in order.chunk_by(|a, b| a.key == b.key) {
            rows.clear();
            rows.extend(same.iter().map(|entry| entry.row));
            self.choose_parts(&mut rows, &mut tallies);
            let second = self.part_second_currency(&mut rows);
            if rows.len() > 1 {
                self.join(&mut rows, &mut tallies, &mut clashes);
            }
            for row in second {
                self.pair(row, &rows, &mut tallies);
            }
        }
        self.revise(order, clashes);
        self.tell_tallies(&tallies);
    }

    /// Comtrade's rows by procedure, transport or second partner: parts of a row that stands beside them. Without it
    /// the rows count that are cut up the least; those that are cut up otherwise say the same again.
    fn choose_parts(&mut self, rows: &mut Vec<u32>, tallies: &mut Tallies) {
        let cut = |row: &u32| self.row(*row).map_or(0, |row| row.part);
        if rows.iter().all(|row| cut(row) == 0) {
            return;
        }
        let weight = |way: u8| -> u64 {
            let of_way = rows.iter().filter(|row| cut(row) == way).filter_map(|row| self.row(*row));
            of_way.fold(0, |sum, row| sum.saturating_add(row.quantity))
        };
        let ways = (0..8u8).filter(|way| rows.iter().any(|row| cut(row) == *way));
        let best = ways.min_by_key(|way| (way.count_ones(), u64::MAX - weight(*way))).unwrap_or(0);
        let (kept, left): (Vec<u32>, Vec<u32>) = rows.iter().partition(|row| cut(row) == best);
        for row in left {
            self.set(row, Fate::LeftOut(LeftOut::Part));
        }
        if best != 0 {
            for row in kept.iter().filter_map(|row| self.row(*row)) {
                if let Some(tally) = tallies.parts.get_mut(row.file) {
                    tally.add(&row);
                }
            }
        }
        *rows = kept;
    }

    /// Takes out the rows that have only the currency that does not count.
    fn part_second_currency(&self, rows: &mut Vec<u32>) -> Vec<u32> {
        let is_second = |row: &u32| {
            self.row(*row).is_some_and(|row| {
                row.value_in(self.currency).is_none() && row.value_in(1 - self.currency).is_some()
            })
        };
        match rows.iter().any(is_second) {
            true => {
                let (second, first) = rows.iter().partition(|row| is_second(row));
                *rows = first;
                second
            }
            false => Vec::new(),
        }
    }

    /// A row of the second currency gives its value to its twin of the first.
    fn pair(&mut self, second: u32, first: &[u32], tallies: &mut Tallies) {
        let Some(row) = self.row(second) else { return };
        let is_twin = |twin: &&u32| {
            let free = self.paired.value(**twin).is_none();
            let same = self
                .row(**twin)
                .is_some_and(|t| t.quantity == row.quantity && t.value_in(1 - self.currency).is_none());
            free && same && self.is_used(**twin)
        };
        let (tally, fate) = match (first.iter().find(is_twin), row.value_in(1 - self.currency)) {
            (Some(twin), Some(value)) => {
                self.paired.set_value(*twin, value);
                (&mut tallies.paired, Fate::Twice)
            }
            _ => (&mut tallies.alone, Fate::LeftOut(LeftOut::OtherCurrency)),
        };
        if let Some(count) = tally.get_mut(row.file) {
            *count += 1;
        }
        self.set(second, fate);
    }

    /// Several rows of one key. Those of one file come one after the other.
    fn join(&mut self, rows: &mut Vec<u32>, tallies: &mut Tallies, clashes: &mut Clashes) {
        let file_of = |meaning: &Self, row: u32| meaning.row(row).map_or(usize::MAX, |row| row.file);
        let of_files: Vec<Vec<u32>> =
            rows.chunk_by(|a, b| file_of(self, *a) == file_of(self, *b)).map(<[u32]>::to_vec).collect();
        let kept: Vec<Vec<u32>> =
            of_files.into_iter().map(|of_file| self.join_in_file(of_file, tallies)).collect();
        rows.clear();
        let files: Vec<usize> =
            kept.iter().filter_map(|rows| self.row(*rows.first()?)).map(|row| row.file).collect();
        let month = kept.iter().flatten().find_map(|row| self.import.month(&self.row(*row)?));
        let Some(month) = month else { return };
        let Some(best) = clashes.best(self, &files, month) else { return };
        let Some(counts) = kept.get(best) else { return };
        let mut counting = best;
        for (place, other) in kept.iter().enumerate().filter(|(place, _)| *place != best) {
            let (Some(file), Some(winner)) = (files.get(place).copied(), files.get(best).copied()) else {
                continue;
            };
            if self.say_the_same(other, counts) {
                // Of rows that are alike those of the file that came first stay.
                let (later, earlier) = if place < counting { (counting, place) } else { (place, counting) };
                for row in kept.get(later).into_iter().flatten() {
                    self.set(*row, Fate::Twice);
                }
                counting = earlier;
                let pair = (file.max(winner), file.min(winner));
                let rows = other.len() as u64;
                match tallies.overlaps.iter_mut().find(|(files, _)| *files == pair) {
                    Some((_, known)) => *known += rows,
                    None => tallies.overlaps.push((pair, rows)),
                }
            } else {
                for row in other {
                    self.set(*row, Fate::LeftOut(LeftOut::Revised));
                }
                clashes.push(Clash::of(self, winner, file, month, counts, other));
            }
        }
        rows.extend(kept.get(counting).into_iter().flatten());
    }

    /// Rows of one key in one file, without those that stand there again; by what they say.
    fn join_in_file(&mut self, mut rows: Vec<u32>, tallies: &mut Tallies) -> Vec<u32> {
        let Some(file) = rows.first().and_then(|row| self.row(*row)).map(|row| row.file) else { return rows };
        let says = |row: &u32| self.row(*row).map(|row| (row.quantity, row.values, row.rest));
        sort_list(&mut rows, |a, b| (says(a), *a).cmp(&(says(b), *b)));
        let mut kept: Vec<u32> = Vec::with_capacity(rows.len());
        let mut again: Vec<(u64, u64, u32)> = Vec::new();
        for row in rows {
            match kept.last().filter(|first| says(first) == says(&row)) {
                Some(first) => {
                    let line = |row: u32| self.row(row).map_or(0, |row| row.line);
                    again.push((line(row), line(*first), row));
                }
                None => kept.push(row),
            }
        }
        for (line, first, row) in again {
            self.set(row, Fate::Twice);
            self.tell(Some(file), Some(line), ProblemKind::RowTwice { first });
        }
        if kept.len() < 2 {
            return kept;
        }
        let rest = |row: u32| self.row(row).map(|row| row.rest);
        let mut rests: Vec<_> = kept.iter().map(|row| rest(*row)).collect();
        sort_list(&mut rests, Ord::cmp);
        let told_apart = rests.windows(2).all(|pair| matches!(pair, [a, b] if a != b));
        let is_part = kept.iter().any(|row| self.row(*row).is_some_and(|row| row.part != 0));
        let answer = self.import.same_key_in(file);
        let tally = match (told_apart, answer) {
            (true, _) if is_part => return kept,
            (true, _) | (false, Some(SameKey::Add)) => tallies.added.get_mut(file),
            (false, None) => tallies.asked.get_mut(file),
            (false, Some(SameKey::First)) => {
                let first = kept.iter().min().copied();
                let (first, others): (Vec<u32>, Vec<u32>) =
                    kept.into_iter().partition(|row| Some(*row) == first);
                for row in others {
                    self.set(row, Fate::LeftOut(LeftOut::NotFirst));
                }
                return first;
            }
        };
        if let Some(tally) = tally {
            let meant = kept.iter().filter_map(|row| self.import.rows.get(usize::try_from(*row).ok()?));
            meant.for_each(|row| tally.add(&row));
        }
        kept
    }

    /// Whether rows of two files are the same, both in the order of what they say. A value that only one of them has
    /// is no difference.
    fn say_the_same(&self, some: &[u32], others: &[u32]) -> bool {
        let same = |(a, b): (&u32, &u32)| {
            let (Some(a), Some(b)) = (self.row(*a), self.row(*b)) else { return false };
            let values = a.values.iter().zip(&b.values);
            let fits = |(a, b): (&Option<u64>, &Option<u64>)| a.is_none() || b.is_none() || a == b;
            a.quantity == b.quantity && values.into_iter().all(fits)
        };
        some.len() == others.len() && some.iter().zip(others).all(same)
    }

    fn tell_tallies(&mut self, tallies: &Tallies) {
        for ((file, other), rows) in &tallies.overlaps {
            let other = self.import.name(*other);
            self.tell(Some(*file), None, ProblemKind::Overlap { rows: *rows, other });
        }
        for file in 0..self.import.files.len() {
            let of = |tallies: &[Tally]| tallies.get(file).copied().filter(|tally| tally.rows > 0);
            if let Some(Tally { rows, quantity }) = of(&tallies.added) {
                self.tell(Some(file), None, ProblemKind::Added { rows, quantity });
            }
            if let Some(Tally { rows, quantity }) = of(&tallies.parts) {
                self.tell(Some(file), None, ProblemKind::PartsAdded { rows, quantity });
            }
            if let Some(Tally { rows, .. }) = of(&tallies.asked) {
                let choices =
                    SameKey::NAMES.iter().map(|(value, _)| Choice { rows, ..Choice::of(value) }).collect();
                let file = Some(self.import.name(file));
                self.questions.push(Question { file, choices, ..Question::new(About::SameKey) });
            }
            let count = |tally: &[u64]| tally.get(file).copied().unwrap_or(0);
            match (count(&tallies.alone), count(&tallies.paired)) {
                (0, _) => {}
                (_, 0) => self.tell(Some(file), None, ProblemKind::OtherCurrency),
                (rows, _) => self.tell(Some(file), None, ProblemKind::Unpaired { rows }),
            }
        }
    }
}
