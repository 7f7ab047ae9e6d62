//! Rows for the whole world, for all goods, for every province: sums of the rows beside them.

use super::{Fate, Meaning, each_once};
use crate::left_out::LeftOut;
use crate::problem::ProblemKind;
use crate::rows::Compact;
use model::{Dimension, Period};
use partners::{Kind, Partner};

/// What files call a sum of all, in small letters: a code or a name.
const TOTALS: &[&str] = &[
    "total",
    "totals",
    "grand total",
    "sum",
    "all",
    "all countries",
    "all partners",
    "all products",
    "all commodities",
    "total all products",
    "world",
    "world total",
    "wld",
    "w00",
    "gesamt",
    "insgesamt",
    "welt",
    "monde",
    "mundo",
    "total general",
    "totale",
    "合计",
    "总计",
    "总值",
    "总额",
    "共计",
    "小计",
    "全部",
    "世界",
    "全球",
    "全国",
];

/// Whether a code or name is that of a sum of all.
pub(in super::super) fn is_total(text: &str) -> bool {
    // Longer than any of them: no need to look.
    text.len() <= 24 && TOTALS.contains(&text.trim().trim_end_matches([':', '：']).to_lowercase().as_str())
}

/// A total's row, and the rows beside it, of one month and one product, or one partner where goods are added.
#[derive(Debug, Clone, Copy)]
struct Beside {
    of: (Period, Option<u32>),
    total: u64,
    rows: u64,
    others: u64,
    other_rows: u64,
}

impl Meaning<'_> {
    pub(super) fn leave_out_totals(&mut self) {
        for dimension in Dimension::ALL {
            let totals = self.totals_of(dimension);
            if totals.contains(&true) {
                self.leave_out_totals_of(dimension, &totals);
            }
        }
    }

    /// Which members of a dimension are sums of all.
    fn totals_of(&self, dimension: Dimension) -> Vec<bool> {
        let known = |place: u32| {
            let (code, name) = self.named(dimension, place).unwrap_or_default();
            // The partner that is the whole world has this code in UN Comtrade, and no other source has it.
            let is_world = dimension == Dimension::Destination && matches!(code.as_str(), "0" | "000");
            is_world || [code, name.en, name.zh].iter().any(|text| is_total(text))
        };
        (0..).take(self.count_of(dimension)).map(known).collect()
    }

    fn leave_out_totals_of(&mut self, dimension: Dimension, totals: &[bool]) {
        let is_total = |meaning: &Self, row: &Compact| {
            let place = meaning.members(row)[dimension].and_then(|place| usize::try_from(place).ok());
            place.and_then(|place| totals.get(place)).copied().unwrap_or(false)
        };
        let along = match dimension {
            Dimension::Product => Dimension::Destination,
            _ => Dimension::Product,
        };
        let of =
            |meaning: &Self, row: &Compact| Some((meaning.import.month(row)?, meaning.members(row)[along]));
        let totals_used = self.used().filter(|(_, row)| is_total(self, row));
        let keys = each_once(totals_used.filter_map(|(_, row)| of(self, &row)).collect());
        let empty = |of| Beside { of, total: 0, rows: 0, others: 0, other_rows: 0 };
        let mut beside: Vec<Beside> = keys.into_iter().map(empty).collect();
        let mut has_others = false;
        for (_, row) in self.used() {
            let total = is_total(self, &row);
            has_others |= !total;
            let place = of(self, &row).and_then(|of| beside.binary_search_by_key(&of, |b| b.of).ok());
            let Some(beside) = place.and_then(|place| beside.get_mut(place)) else { continue };
            let (sum, rows) = match total {
                true => (&mut beside.total, &mut beside.rows),
                false => (&mut beside.others, &mut beside.other_rows),
            };
            *sum = sum.saturating_add(row.quantity);
            *rows += 1;
        }
        if !has_others {
            self.told_apart[dimension] = false;
            self.tell(None, None, ProblemKind::OnlyTotals { dimension });
            return;
        }
        let why = if dimension == Dimension::Destination { LeftOut::World } else { LeftOut::Total };
        self.leave_out(why, is_total);
        self.tell_totals(dimension, &beside);
    }

    fn tell_totals(&mut self, dimension: Dimension, beside: &[Beside]) {
        let alone: Vec<&Beside> = beside.iter().filter(|beside| beside.other_rows == 0).collect();
        if !alone.is_empty() {
            let quantity = alone.iter().fold(0, |sum: u64, beside| sum.saturating_add(beside.total));
            let mut months: Vec<Period> = alone.iter().map(|beside| beside.of.0).collect();
            months.dedup();
            self.tell(None, None, ProblemKind::TotalsAlone { dimension, months, quantity });
        }
        // Goods that somebody chose never make all goods.
        if dimension == Dimension::Product {
            return;
        }
        let differs = |beside: &&Beside| {
            let rounding = beside.other_rows + beside.rows;
            // Every row may be rounded by half a kilogram.
            beside.other_rows > 0 && beside.others.abs_diff(beside.total).saturating_mul(2) > rounding
        };
        let differing: Vec<&Beside> = beside.iter().filter(differs).collect();
        let Some(first) = differing.first() else { return };
        let sum = |of: fn(&Beside) -> u64| {
            differing.iter().fold(0, |sum: u64, beside| sum.saturating_add(of(beside)))
        };
        let mut months: Vec<Period> = differing.iter().map(|beside| beside.of.0).collect();
        months.dedup();
        let product =
            first.of.1.and_then(|product| self.named(Dimension::Product, product)).map(|(code, _)| code);
        self.tell(
            None,
            None,
            ProblemKind::TotalDiffers {
                dimension,
                months,
                product,
                parts: sum(|b| b.others),
                total: sum(|b| b.total),
            },
        );
    }

    /// Rows for groups of countries, beside rows of who was in them in that month.
    pub(super) fn leave_out_groups(&mut self) {
        let codes = &self.import.members[Dimension::Destination].codes;
        let is_group = |partner: &&Partner| partner.kind == Kind::Group;
        let group = |code: &String| partners::by_id(code).filter(is_group);
        for (place, group) in (0..).zip(codes).filter_map(|(place, code)| Some((place, group(code)?))) {
            let is_group = |row: &Compact| row.members[Dimension::Destination] == Some(place);
            let key =
                |meaning: &Self, row: &Compact| Some((meaning.import.month(row)?, meaning.products.get(row)));
            let of_group = self.used().filter(|(_, row)| is_group(row));
            let keys = each_once(of_group.filter_map(|(_, row)| key(self, &row)).collect());
            let mut months: Vec<Period> = keys.iter().map(|(month, _)| *month).collect();
            months.dedup();
            let was_in = |month: Period| -> Vec<bool> {
                let members: Vec<&str> = partners::members(group.id, Some(month)).map(|m| m.id).collect();
                codes.iter().map(|code| members.contains(&code.as_str())).collect()
            };
            let were_in: Vec<(Period, Vec<bool>)> =
                months.into_iter().map(|month| (month, was_in(month))).collect();
            let is_member = |month: Period, row: &Compact| -> Option<bool> {
                let (_, were_in) = were_in.get(were_in.binary_search_by_key(&month, |(of, _)| *of).ok()?)?;
                were_in.get(usize::try_from(row.members[Dimension::Destination]?).ok()?).copied()
            };
            let mut members: Vec<(u64, u64)> = vec![(0, 0); keys.len()];
            for (_, row) in self.used() {
                let of = key(self, &row).filter(|(month, _)| is_member(*month, &row) == Some(true));
                let slot = of.and_then(|key| keys.binary_search(&key).ok());
                if let Some((rows, sum)) = slot.and_then(|slot| members.get_mut(slot)) {
                    *rows += 1;
                    *sum = sum.saturating_add(row.quantity);
                }
            }
            let has_members = |meaning: &Self, row: &Compact| {
                let slot = key(meaning, row).and_then(|key| keys.binary_search(&key).ok());
                slot.and_then(|slot| members.get(slot)).is_some_and(|(rows, _)| *rows > 0)
            };
            let doubled: Vec<(u32, u64)> = self
                .used()
                .filter(|(_, row)| is_group(row) && has_members(self, row))
                .map(|(place, row)| (place, row.quantity))
                .collect();
            let own = doubled.iter().fold(0, |sum: u64, (_, quantity)| sum.saturating_add(*quantity));
            for (row, _) in &doubled {
                self.set(*row, Fate::LeftOut(LeftOut::Group));
            }
            let (rows, sum) = members.iter().fold((0, 0u64), |(rows, sum), (more, quantity)| {
                (rows + more, sum.saturating_add(*quantity))
            });
            if !doubled.is_empty() && own.abs_diff(sum).saturating_mul(2) > rows + doubled.len() as u64 {
                let kind = ProblemKind::GroupDiffers { group: group.en, own, members: sum };
                self.tell(None, None, kind);
            }
        }
    }
}
