//! Codes of goods: zeros that another program ate are restored, so that one product is one.

use super::Meaning;
use super::classification::list_of;
use crate::members::Members;
use crate::problem::ProblemKind;
use crate::rows::Compact;
use model::{Dimension, Name, sort_list};

/// The longest code of a tariff.
const LONGEST: usize = 12;

/// Products as they come to be: several codes of the files may be one.
#[derive(Debug, Default)]
pub(in super::super) struct Products {
    pub codes: Vec<String>,
    pub names: Vec<Name>,
    /// Of each product of the files, its place here.
    of: Vec<u32>,
    /// The place of each among all codes in order, from 1.
    ranks: Vec<u32>,
}

impl Products {
    pub(super) fn of(members: &Members) -> Products {
        let count = u32::try_from(members.codes.len()).unwrap_or(u32::MAX);
        let mut products = Products {
            codes: members.codes.clone(),
            names: members.names.clone(),
            of: (0..count).collect(),
            ranks: Vec::new(),
        };
        products.rank_all();
        products
    }

    fn rank_all(&mut self) {
        self.ranks = vec![0; self.codes.len()];
        for (rank, place) in (1..).zip(self.in_order()) {
            if let Some(slot) = usize::try_from(place).ok().and_then(|place| self.ranks.get_mut(place)) {
                *slot = rank;
            }
        }
    }

    /// Places in the order of codes: a code stands before the longer ones that begin with it.
    pub(super) fn in_order(&self) -> Vec<u32> {
        let mut order: Vec<u32> = (0..).take(self.codes.len()).collect();
        sort_list(&mut order, |a, b| self.code(*a).cmp(self.code(*b)));
        order
    }

    pub(super) fn code(&self, place: u32) -> &str {
        usize::try_from(place).ok().and_then(|place| self.codes.get(place)).map_or("", String::as_str)
    }

    /// A row's product.
    pub fn get(&self, row: &Compact) -> Option<u32> {
        self.of.get(usize::try_from(row.members[Dimension::Product]?).ok()?).copied()
    }

    /// Where a row's product stands in the order of codes, from 1; 0 without one.
    pub(super) fn rank(&self, row: &Compact) -> u32 {
        let product = self.get(row).and_then(|product| usize::try_from(product).ok());
        product.and_then(|product| self.ranks.get(product)).copied().unwrap_or(0)
    }

    /// Counts products as others from now on.
    pub(super) fn become_others(&mut self, other: &[u32]) {
        for place in &mut self.of {
            if let Some(other) = usize::try_from(*place).ok().and_then(|place| other.get(place)) {
                *place = *other;
            }
        }
    }

    fn push(&mut self, code: String, name: Name) -> u32 {
        self.codes.push(code);
        self.names.push(name);
        u32::try_from(self.codes.len() - 1).unwrap_or(u32::MAX)
    }
}

/// Whether a code is one of a tariff.
pub(super) fn is_number(code: &str) -> bool {
    (1..=LONGEST).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_digit())
}

impl Meaning<'_> {
    /// Codes of the HS have an even number of digits: one that is odd has lost a zero. Japan's have nine, so that
    /// nine are missing one only where others have ten.
    pub(super) fn restore_codes(&mut self) {
        let mut used = vec![false; self.products.codes.len()];
        for (_, row) in self.used() {
            let is_hs = self.version(&row).is_none_or(|version| list_of(version) == "HS");
            let product = row.members[Dimension::Product].filter(|_| is_hs);
            if let Some(slot) = product.and_then(|p| used.get_mut(usize::try_from(p).ok()?)) {
                *slot = true;
            }
        }
        let codes = self.products.codes.iter().zip(&used).filter(|(_, used)| **used).map(|(code, _)| code);
        let (numbers, strange): (Vec<&String>, Vec<&String>) = codes.partition(|code| is_number(code));
        let is_own = strange.iter().any(|code| !super::totals::is_total(code));
        let has_ten = numbers.iter().any(|code| code.len() == 10);
        let has_lost = |code: &str| {
            is_number(code) && code.len() % 2 == 1 && (code.len() < 9 || (code.len() == 9 && has_ten))
        };
        // A list of articles of somebody's own may number them as it likes.
        if !is_own {
            self.restore(&used, has_lost);
        }
    }

    fn restore(&mut self, used: &[bool], has_lost: impl Fn(&str) -> bool) {
        let known: std::collections::HashMap<String, u32> =
            self.products.codes.iter().cloned().zip(0..).collect();
        let mut other: Vec<u32> = (0..).take(self.products.codes.len()).collect();
        let mut restored: Vec<String> = Vec::new();
        for (place, used) in used.iter().enumerate() {
            let Some(code) = self.products.codes.get(place).filter(|code| *used && has_lost(code)) else {
                continue;
            };
            let whole = format!("0{code}");
            let name = self.products.names.get(place).cloned().unwrap_or_default();
            let is_now = match known.get(&whole) {
                Some(known) => *known,
                None => self.products.push(whole.clone(), name),
            };
            if let Some(slot) = other.get_mut(place) {
                *slot = is_now;
            }
            restored.push(whole);
        }
        if restored.is_empty() {
            return;
        }
        self.products.become_others(&other);
        self.products.rank_all();
        sort_list(&mut restored, Ord::cmp);
        self.tell(None, None, ProblemKind::ZerosRestored { codes: restored });
    }
}
