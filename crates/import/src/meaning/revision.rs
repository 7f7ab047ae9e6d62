//! Files that give other figures for the same thing: a later one corrects an earlier one.

use super::{Fate, Meaning};
use crate::extent::FileExtent;
use crate::left_out::LeftOut;
use crate::problem::{ProblemKind, Revised};
use crate::rows::Entry;
use model::{Dimension, DimensionMap, Period, sort_list};

/// One key of which two files give other figures.
#[derive(Debug, Clone)]
pub(super) struct Clash {
    /// The file that counts, and the one that does not.
    files: (usize, usize),
    month: Period,
    before: u64,
    after: u64,
    /// Product and partner.
    of: [Option<u32>; 2],
    rows: u64,
}

impl Clash {
    pub(super) fn of(
        meaning: &Meaning,
        winner: usize,
        other: usize,
        month: Period,
        now: &[u32],
        before: &[u32],
    ) -> Clash {
        let weight = |rows: &[u32]| -> u64 {
            let rows = rows.iter().filter_map(|row| meaning.row(*row));
            rows.fold(0, |sum, row| sum.saturating_add(row.quantity))
        };
        let row = now.first().and_then(|row| meaning.row(*row));
        let of = row.map(|row| [meaning.products.get(&row), row.members[Dimension::Destination]]);
        Clash {
            files: (winner, other),
            month,
            before: weight(before),
            after: weight(now),
            of: of.unwrap_or_default(),
            rows: before.len() as u64,
        }
    }
}

/// What files disagree on, and which of them counts.
pub(super) struct Clashes {
    list: Vec<Clash>,
    extents: Vec<FileExtent>,
    /// How new each file is among all: by the date in its name, else by the order in which they were given.
    age: Vec<usize>,
}

impl Clashes {
    pub(super) fn of(meaning: &Meaning) -> Clashes {
        let mut files: Vec<usize> = (0..meaning.import.files.len()).collect();
        let dates: Vec<_> = meaning.import.files.iter().map(|file| date_in(&file.summary.name)).collect();
        if dates.iter().all(Option::is_some) {
            let date = |file: &usize| dates.get(*file).copied().flatten();
            sort_list(&mut files, |a, b| date(a).cmp(&date(b)));
        }
        let mut age = vec![0; files.len()];
        for (rank, file) in files.into_iter().enumerate() {
            if let Some(slot) = age.get_mut(file) {
                *slot = rank;
            }
        }
        Clashes { list: Vec::new(), extents: meaning.extents(), age }
    }

    pub(super) fn push(&mut self, clash: Clash) {
        self.list.push(clash);
    }

    /// Which of some files counts in a month: the newest of those that cover it whole.
    pub(super) fn best(&self, meaning: &Meaning, files: &[usize], month: Period) -> Option<usize> {
        let worth = |file: usize| {
            (meaning.is_whole(&self.extents, file, month), self.age.get(file).copied().unwrap_or(0))
        };
        (0..files.len()).max_by_key(|place| files.get(*place).map(|file| worth(*file)))
    }
}

impl Meaning<'_> {
    /// Rows that the file that counts has no more are gone, too: where it covers the month whole, and asks for
    /// everything that tells them apart.
    pub(super) fn revise(&mut self, order: &[Entry], clashes: Clashes) {
        let Clashes { mut list, extents, .. } = clashes;
        if list.is_empty() {
            return;
        }
        sort_list(&mut list, |a, b| (a.files, a.month).cmp(&(b.files, b.month)));
        let pairs: Vec<Vec<Clash>> =
            list.chunk_by(|a, b| a.files == b.files).map(<[Clash]>::to_vec).collect();
        for pair in pairs {
            let Some((winner, other)) = pair.first().map(|clash| clash.files) else { continue };
            let mut months: Vec<Period> = pair.iter().map(|clash| clash.month).collect();
            months.dedup();
            let known = self.members_of(winner);
            let whole: Vec<Period> =
                months.iter().copied().filter(|month| self.is_whole(&extents, winner, *month)).collect();
            let mut revised = Revised {
                other: self.import.name(other),
                months,
                rows: 0,
                before: 0,
                after: 0,
                first: Vec::new(),
            };
            for clash in &pair {
                self.count_clash(&mut revised, clash);
            }
            for entry in order {
                let counts = self.is_used(entry.row);
                let row = self.row(entry.row).filter(|row| counts && row.file == other);
                let Some(row) = row else { continue };
                let Some(month) = self.import.month(&row).filter(|month| whole.contains(month)) else {
                    continue;
                };
                let asked_for = self.members(&row).iter().all(|(dimension, member)| {
                    member.is_none_or(|member| {
                        let place = usize::try_from(member).ok();
                        place.and_then(|place| known[dimension].get(place)).copied().unwrap_or(false)
                    })
                });
                if asked_for {
                    let of = [self.products.get(&row), row.members[Dimension::Destination]];
                    let (before, files) = (row.quantity, (winner, other));
                    self.count_clash(&mut revised, &Clash { files, month, before, after: 0, of, rows: 1 });
                    self.set(entry.row, Fate::LeftOut(LeftOut::Revised));
                }
            }
            self.tell(Some(winner), None, ProblemKind::Revised(Box::new(revised)));
        }
    }

    fn count_clash(&self, revised: &mut Revised, clash: &Clash) {
        const NAMED: usize = 5;
        revised.rows += clash.rows;
        revised.before = revised.before.saturating_add(clash.before);
        revised.after = revised.after.saturating_add(clash.after);
        if revised.first.len() < NAMED {
            let [product, partner] = clash.of;
            let code = |dimension, place: Option<u32>| Some(self.named(dimension, place?)?.0);
            let codes = [code(Dimension::Product, product), code(Dimension::Destination, partner)];
            let codes = codes.into_iter().flatten().collect();
            revised.first.push((clash.month, codes, clash.before, clash.after));
        }
    }

    /// The members that a file has rows of, by their places.
    fn members_of(&self, file: usize) -> DimensionMap<Vec<bool>> {
        let mut known = DimensionMap::from_fn(|dimension| vec![false; self.count_of(dimension)]);
        for row in self.import.rows.iter().filter(|row| row.file == file) {
            for (dimension, member) in self.members(&row).iter() {
                let slot = member.and_then(|member| usize::try_from(member).ok());
                if let Some(slot) = slot.and_then(|place| known[dimension].get_mut(place)) {
                    *slot = true;
                }
            }
        }
        known
    }
}

/// The day that a file's name speaks of, as year, month, day: `2025-06-18`, `20250618`, or `6_18_2025` as UN
/// Comtrade names its files.
fn date_in(name: &str) -> Option<[u32; 3]> {
    let runs: Vec<&str> = name.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).collect();
    let date = |year: &str, month: &str, day: &str| {
        let [year, month, day] = [year, month, day].map(|text| text.parse().unwrap_or(0));
        let is_date = (2000..2200).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
        is_date.then_some([year, month, day])
    };
    let short = |text: &str| text.len() <= 2;
    let joined = runs.iter().filter(|run| run.len() == 8);
    let joined = joined.filter_map(|run| date(run.get(..4)?, run.get(4..6)?, run.get(6..)?));
    let apart = runs.windows(3).filter_map(|three| match three {
        [year, month, day] if year.len() == 4 && short(month) && short(day) => date(year, month, day),
        [month, day, year] if year.len() == 4 && short(month) && short(day) => date(year, month, day),
        _ => None,
    });
    joined.chain(apart).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_downloads_are_read_from_names() {
        for (name, date) in [
            ("TradeData_5_30_2025_10_15_22.csv", Some([2025, 5, 30])),
            ("wire 2025-06-18.csv", Some([2025, 6, 18])),
            ("wire_20250618.csv", Some([2025, 6, 18])),
            ("出口 202504.csv", None),
            ("export 2025-04.csv", None),
            ("76141000.csv", None),
        ] {
            assert_eq!(date_in(name), date, "{name}");
        }
    }
}
