//! How far a statement is to be relied on, beside another.

use super::statement::{Statement, interval_of, only_member};
use ledger::Article;
use ledger::{Claim, ClaimSpan, Measure};
use model::{Cell, Period};

/// How much larger than the largest printed share a member may be.
const LOPSIDED: f64 = 1.5;

/// The reliability of statements. A statement is the less reliable, in this order:
/// 1. one that stands in titles and addresses alone, which are shortened for effect;
/// 2. an older one: figures are revised. Not every article tells its date, so its date is the last month
///    that it tells of;
/// 3. a place among the first n or a difference of growths, before a ratio, before a place of its own,
///    before a quantity;
/// 4. the coarser print.
pub struct Worth<'a> {
    claims: &'a [Claim],
    statements: &'a [Statement],
    keys: Vec<Key>,
}

/// Smaller is less reliable.
#[derive(Debug, Clone, Copy)]
struct Key {
    in_text: bool,
    told: Option<Period>,
    kind: u8,
    /// Single precision: the last bits of a width are noise.
    fineness: f32,
}

impl<'a> Worth<'a> {
    /// The reliability of every statement.
    pub fn of(claims: &'a [Claim], articles: &[Article], statements: &'a [Statement]) -> Worth<'a> {
        let mut told: Vec<Option<Period>> = vec![None; articles.len()];
        for claim in claims.iter().filter(|c| c.is_figure()) {
            if let (ClaimSpan::Of(period, _), Some(last)) = (claim.span, told.get_mut(claim.article)) {
                *last = Some(period).max(*last);
            }
        }
        let key = |statement: &Statement| {
            let printed = || statement.claims.iter().filter_map(|c| claims.get(*c));
            let claim = printed().next();
            Key {
                in_text: printed().any(|c| !matches!(c.location.as_str(), "title" | "url")),
                told: printed().filter_map(|c| *told.get(c.article)?).max(),
                kind: claim.map_or(0, kind),
                fineness: claim.map_or(0.0, |c| -(c.step.unwrap_or(0.0) / c.value.abs().max(1e-9)) as f32),
            }
        };
        Worth { claims, statements, keys: statements.iter().map(key).collect() }
    }

    /// The less reliable first.
    pub fn compare(&self, a: usize, b: usize) -> std::cmp::Ordering {
        let (Some(x), Some(y)) = (self.keys.get(a), self.keys.get(b)) else {
            debug_assert!(false, "no statement {a} or {b}");
            return b.cmp(&a);
        };
        let coarse = |key: &Key| (key.in_text, key.told, key.kind);
        coarse(x).cmp(&coarse(y)).then_with(|| x.fineness.total_cmp(&y.fineness)).then(b.cmp(&a))
    }

    /// Whether some article prints both of two statements.
    pub(super) fn share_an_article(&self, a: usize, b: usize) -> bool {
        let articles = |s: usize| {
            let claims = self.statements.get(s).map(|s| s.claims.as_slice()).unwrap_or_default();
            claims.iter().filter_map(|c| Some(self.claims.get(*c)?.article))
        };
        articles(a).any(|article| articles(b).any(|other| article == other))
    }

    /// How much two statements have to do with each other: 2 for the same months and the same place or
    /// everywhere, 1 for the same months, else 0.
    pub(super) fn nearness(&self, a: usize, b: usize) -> u8 {
        let (Some(a), Some(b)) = (self.claim(a), self.claim(b)) else { return 0 };
        match a.span == b.span {
            true if a.product.is_some_and(|p| Some(p) != b.product) => 1,
            true if a.subject == b.subject || a.subject == ledger::Subject::Total => 2,
            true => 1,
            false => 0,
        }
    }

    fn claim(&self, statement: usize) -> Option<&Claim> {
        self.claims.get(*self.statements.get(statement)?.claims.first()?)
    }

    /// The cell of one place and the least that a statement says of its quantity, tonnes.
    pub(super) fn least_of_place(&self, statement: usize) -> Option<(Cell, f64)> {
        let claim = self.claim(statement).filter(|c| c.measure == Measure::Quantity && c.bound.is_none())?;
        let cell = claim.cell()?;
        cell.place?;
        Some((cell, interval_of(claim).low))
    }

    /// The part of the whole, 0 to 1, above which a place is far larger than any of its dimension is said
    /// to be by the statements that are `admitted`.
    pub(super) fn largest_share(&self, cell: Cell, admitted: &[bool]) -> f64 {
        let of = |index: usize| {
            let claim = self.claim(index)?;
            let same = only_member(claim)?.dimension == cell.place?.dimension;
            (claim.measure == Measure::Share && same).then_some(claim.value / 100.0)
        };
        let shares = (0..self.statements.len()).filter(|s| admitted.get(*s) == Some(&true)).filter_map(of);
        let largest = shares.fold(0.0, f64::max);
        if largest > 0.0 { largest * LOPSIDED } else { f64::INFINITY }
    }
}

fn kind(claim: &Claim) -> u8 {
    match claim.measure {
        _ if claim.bound.is_some() => 0,
        Measure::WithinTop
        | Measure::YoyGap
        | Measure::ShareMomPoints
        | Measure::ShareYoyPoints
        | Measure::Count
        | Measure::TopNamed => 1,
        Measure::Share
        | Measure::MomPercent
        | Measure::YoyPercent
        | Measure::ValueMomPercent
        | Measure::ValueYoyPercent => 2,
        Measure::Rank | Measure::MonthsFirst => 3,
        Measure::Quantity | Measure::QuantityYearBefore | Measure::MomAbsolute | Measure::ValueUsd => 4,
    }
}
