//! Codes of several lengths: a shorter one is the sum of the longer ones that begin with it, or more than these.

use super::codes::is_number;
use super::{Fate, Meaning};
use crate::left_out::LeftOut;
use crate::problem::{CodeInPart, ProblemKind};
use crate::rows::Entry;
use model::sort_list;

/// The goods of one code, in one month, with one partner, province and mode.
#[derive(Debug, Clone, Copy)]
struct Goods {
    product: u32,
    quantity: u64,
    value: u64,
    /// Rows of the order: from, and how many.
    rows: (usize, usize),
}

/// What became of goods and of those beneath them.
#[derive(Debug, Clone, Copy, Default)]
struct Sum {
    quantity: u64,
    value: u64,
    rows: u64,
}

impl Sum {
    fn add(&mut self, other: Sum) {
        self.quantity = self.quantity.saturating_add(other.quantity);
        self.value = self.value.saturating_add(other.value);
        self.rows += other.rows;
    }

    /// Whether it is the same but for the rounding of each row by half a unit.
    fn is_about(&self, other: Sum) -> bool {
        let rounding = self.rows + other.rows;
        let about = |a: u64, b: u64| a.abs_diff(b).saturating_mul(2) <= rounding;
        about(self.quantity, other.quantity) && about(self.value, other.value)
    }
}

impl Meaning<'_> {
    /// Whether a code is that of goods of which another one has a part.
    fn holds(&self, shorter: u32, longer: u32) -> bool {
        let (shorter, longer) = (self.products.code(shorter), self.products.code(longer));
        shorter.len() < longer.len()
            && longer.starts_with(shorter)
            && is_number(longer)
            // An odd length is that of another list's code, as Japan's of nine digits, or of SITC.
            && (shorter.len().is_multiple_of(2) || longer.len() % 2 == 1)
    }

    pub(super) fn choose_levels(&mut self, order: &[Entry]) {
        let in_order = self.products.in_order();
        let nested = in_order.windows(2).any(|pair| matches!(pair, [a, b] if self.holds(*a, *b)));
        if !nested {
            return;
        }
        let mut longer: Vec<CodeInPart> = Vec::new();
        for trade in order.chunk_by(|a, b| a.trade() == b.trade()) {
            let goods = self.goods(trade);
            let mut next = 0;
            while next < goods.len() {
                self.resolve(trade, &goods, &mut next, &mut longer);
            }
        }
        if !longer.is_empty() {
            sort_list(&mut longer, |a, b| b.own.cmp(&a.own).then_with(|| a.code.cmp(&b.code)));
            self.tell(None, None, ProblemKind::LongerCodes(longer));
        }
        self.common_level(&in_order);
    }

    /// The goods of neighbours in the order, of rows that count.
    fn goods(&self, trade: &[Entry]) -> Vec<Goods> {
        let mut goods: Vec<Goods> = Vec::new();
        for (place, entry) in trade.iter().enumerate().filter(|(_, entry)| self.is_used(entry.row)) {
            let Some(row) = self.row(entry.row) else { continue };
            let Some(product) = self.products.get(&row) else { continue };
            let value = self.value(&row);
            match goods.last_mut().filter(|last| last.product == product) {
                Some(last) => {
                    last.quantity = last.quantity.saturating_add(row.quantity);
                    last.value = last.value.saturating_add(value);
                    last.rows.1 = place + 1 - last.rows.0;
                }
                None => goods.push(Goods { product, quantity: row.quantity, value, rows: (place, 1) }),
            }
        }
        goods
    }

    /// Decides between goods and those beneath them, the next in the list, and gives what counts. Codes have at most
    /// twelve digits, so that this goes as deep at most.
    fn resolve(
        &mut self,
        trade: &[Entry],
        goods: &[Goods],
        next: &mut usize,
        told: &mut Vec<CodeInPart>,
    ) -> Sum {
        let Some(own) = goods.get(*next).copied() else { return Sum::default() };
        let first = *next + 1;
        *next = first;
        let mut beneath = Sum::default();
        while goods.get(*next).is_some_and(|other| self.holds(own.product, other.product)) {
            beneath.add(self.resolve(trade, goods, next, told));
        }
        let sum = Sum { quantity: own.quantity, value: own.value, rows: own.rows.1 as u64 };
        if *next == first {
            return sum;
        }
        if beneath.is_about(sum) {
            self.leave_out_goods(trade, &own, LeftOut::ShorterCode);
            return beneath;
        }
        for goods in goods.get(first..*next).into_iter().flatten() {
            self.leave_out_goods(trade, goods, LeftOut::LongerCode);
        }
        let code = self.products.code(own.product);
        match told.iter_mut().find(|known| known.code == code) {
            Some(known) => {
                known.own = known.own.saturating_add(sum.quantity);
                known.longer = known.longer.saturating_add(beneath.quantity);
            }
            None => {
                told.push(CodeInPart { code: code.to_owned(), own: sum.quantity, longer: beneath.quantity })
            }
        }
        sum
    }

    fn leave_out_goods(&mut self, trade: &[Entry], goods: &Goods, why: LeftOut) {
        let (from, count) = goods.rows;
        for entry in trade.iter().skip(from).take(count) {
            if self.is_used(entry.row) {
                self.set(entry.row, Fate::LeftOut(why));
            }
        }
    }

    /// Where rows of a month or a partner stay at a shorter code, the longer ones of others are counted by it, too: or
    /// one month could not be compared with another.
    fn common_level(&mut self, in_order: &[u32]) {
        let mut used = vec![0u64; self.products.codes.len()];
        for (_, row) in self.used() {
            let product = self.products.get(&row).and_then(|product| usize::try_from(product).ok());
            if let Some(count) = product.and_then(|product| used.get_mut(product)) {
                *count += 1;
            }
        }
        let rows_of =
            |product: u32| usize::try_from(product).ok().and_then(|p| used.get(p)).copied().unwrap_or(0);
        let mut other: Vec<u32> = (0..).take(used.len()).collect();
        let (mut codes, mut rows): (Vec<String>, u64) = (Vec::new(), 0);
        let mut shortest: Option<u32> = None;
        for product in in_order.iter().copied().filter(|product| rows_of(*product) > 0) {
            match shortest.filter(|shorter| self.holds(*shorter, product)) {
                Some(shorter) => {
                    let code = self.products.code(shorter);
                    if codes.last().is_none_or(|last| last != code) {
                        codes.push(code.to_owned());
                    }
                    rows += rows_of(product);
                    if let Some(slot) = usize::try_from(product).ok().and_then(|p| other.get_mut(p)) {
                        *slot = shorter;
                    }
                }
                None => shortest = Some(product),
            }
        }
        if rows > 0 {
            self.products.become_others(&other);
            self.tell(None, None, ProblemKind::CommonLevel { codes, rows });
        }
    }
}
