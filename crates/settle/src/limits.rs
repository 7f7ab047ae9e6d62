//! Claims and the structure of a breakdown as linear limits on unknown quantities.

use super::places::List;
use super::statement::{Statement, interval_of};
use ledger::{Claim, ClaimSpan, Measure};
use model::{Catalogue, Cell, Dimension, Interval, MemberIndex, Numbering, Period, Span, each_once};

/// A quantity that is not known: tonnes, or US dollars.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Unknown {
    /// `false`: tonnes; `true`: US dollars.
    pub money: bool,
    /// Where it stands.
    pub cell: Cell,
}

impl Unknown {
    fn key(self) -> u128 {
        self.cell.key(u8::from(self.money))
    }
}

/// `low ≤ Σ factor × unknown ≤ high`. Either end may be infinite.
#[derive(Debug, Clone, PartialEq)]
pub struct Limit {
    /// Unknowns, as indices, with their factors. An unknown stands there once.
    pub terms: Vec<(usize, f64)>,
    /// The least value of the sum.
    pub low: f64,
    /// The greatest value of the sum.
    pub high: f64,
    /// Why it holds.
    pub why: LimitReason,
}

/// Why a limit holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LimitReason {
    /// It follows from what the quantities are.
    Structure(Structure),
    /// It follows from statements together: indices into their list.
    Said(Vec<usize>),
}

/// What holds of every breakdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Structure {
    /// The declared products are all of the commodity.
    Products,
    /// A part is no more than the whole.
    Parts,
    /// A year to date is the one of the month before and the month.
    Months,
}

/// Unknowns and what limits them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LinearSystem {
    /// Every unknown, none of them negative.
    pub unknowns: Vec<Unknown>,
    /// Where each unknown stands in the list.
    index: Numbering,
    /// What limits them.
    pub limits: Vec<Limit>,
    /// What articles say of the order of members.
    pub(super) lists: Vec<List>,
}

impl LinearSystem {
    /// The index of an unknown.
    pub fn find(&self, unknown: Unknown) -> Option<usize> {
        self.index.find(unknown.key())
    }

    /// The limits of each of `count` statements.
    pub(super) fn limits_of(&self, count: usize) -> Vec<Vec<usize>> {
        let mut limits_of = vec![Vec::new(); count];
        for (index, limit) in self.limits.iter().enumerate() {
            let LimitReason::Said(said) = &limit.why else { continue };
            for statement in said {
                if let Some(limits) = limits_of.get_mut(*statement) {
                    limits.push(index);
                }
            }
        }
        limits_of
    }
}

type Terms = Vec<(usize, f64)>;

/// Ratios of the same sums that one is compared with; no publication prints as many.
const MOST_COMPARED: usize = 8;

/// The limits of a ledger.
pub fn limits(catalogue: &Catalogue, claims: &[Claim], statements: &[Statement]) -> LinearSystem {
    let mut build = Build {
        catalogue,
        claims,
        statements,
        out: LinearSystem::default(),
        compared: Numbering::default(),
        ratios: Vec::new(),
    };
    for statement in 0..statements.len() {
        build.statement(statement);
    }
    build.orders();
    build.years();
    build.products();
    build.parts();
    build.out
}

/// What statements say of a ratio, and which ones.
struct Ratio {
    now: Terms,
    base: Terms,
    between: Interval,
    said: Vec<usize>,
}

/// The limits that are being made.
pub(super) struct Build<'a> {
    catalogue: &'a Catalogue,
    pub claims: &'a [Claim],
    pub statements: &'a [Statement],
    pub out: LinearSystem,
    /// The number of each two sums, known by the first unknown of either.
    compared: Numbering,
    /// The ratios of such sums that statements tell.
    ratios: Vec<Vec<Ratio>>,
}

impl<'a> Build<'a> {
    pub(super) fn claim(&self, statement: usize) -> Option<&'a Claim> {
        self.claims.get(*self.statements.get(statement)?.claims.first()?)
    }

    pub(super) fn unknown(&mut self, money: bool, cell: Cell) -> usize {
        let unknown = Unknown { money, cell };
        let (index, is_new) = self.out.index.number(unknown.key());
        if is_new {
            self.out.unknowns.push(unknown);
        }
        index
    }

    pub(super) fn push(&mut self, terms: Terms, low: f64, high: f64, why: LimitReason) {
        self.out.limits.push(Limit { terms, low, high, why });
    }

    /// The sum that a claim is about, in some months.
    fn terms(&mut self, claim: &Claim, money: bool, period: Period, span: Span) -> Option<Terms> {
        let base = Cell { product: claim.product, ..Cell::total(period, span) };
        let places = claim.subject.places()?.into_iter();
        Some(places.map(|(place, factor)| (self.unknown(money, Cell { place, ..base }), factor)).collect())
    }

    fn statement(&mut self, index: usize) {
        let Some(claim) = self.claim(index) else { return };
        let ClaimSpan::Of(period, span) = claim.span else { return };
        let Interval { low, high } = interval_of(claim);
        let said = LimitReason::Said(vec![index]);
        match claim.measure {
            Measure::Quantity | Measure::ValueUsd => {
                let money = claim.measure == Measure::ValueUsd;
                if let Some(terms) = self.terms(claim, money, period, span) {
                    self.push(terms, low, high, said);
                }
            }
            Measure::QuantityYearBefore => {
                if let Some(terms) = self.terms(claim, false, period.plus_years(-1), span) {
                    self.push(terms, low, high, said);
                }
            }
            Measure::MomAbsolute if span == Span::Month => {
                let now = self.terms(claim, false, period, span);
                let before = self.terms(claim, false, period.plus(-1), span);
                if let (Some(now), Some(before)) = (now, before) {
                    self.push(plus(&now, &before, -1.0), low, high, said);
                }
            }
            Measure::Share => {
                let whole = self.unknown(false, Cell::total(period, span));
                if let Some(part) = self.terms(claim, false, period, span) {
                    self.ratio(&part, &vec![(whole, 1.0)], low / 100.0, high / 100.0, &said);
                }
            }
            Measure::MomPercent
            | Measure::YoyPercent
            | Measure::ValueMomPercent
            | Measure::ValueYoyPercent => self.growth(claim, (period, span), low, high, &said),
            Measure::YoyGap => self.gap(index, claim, period),
            Measure::ShareMomPoints if span == Span::Month => self.share_gap(index, claim, (period, span), 1),
            Measure::ShareYoyPoints => self.share_gap(index, claim, (period, span), 12),
            _ => {}
        }
    }

    fn growth(
        &mut self,
        claim: &Claim,
        (period, span): (Period, Span),
        low: f64,
        high: f64,
        said: &LimitReason,
    ) {
        let monthly = matches!(claim.measure, Measure::MomPercent | Measure::ValueMomPercent);
        if monthly && span != Span::Month {
            return;
        }
        let money = matches!(claim.measure, Measure::ValueMomPercent | Measure::ValueYoyPercent);
        let now = self.terms(claim, money, period, span);
        let before = self.terms(claim, money, period.plus(if monthly { -1 } else { -12 }), span);
        if let (Some(now), Some(before)) = (now, before) {
            self.ratio(&now, &before, 1.0 + low / 100.0, 1.0 + high / 100.0, said);
        }
    }

    /// `low ≤ now / base ≤ high`.
    fn ratio(&mut self, now: &Terms, base: &Terms, low: f64, high: f64, why: &LimitReason) {
        if high < 0.0 || (now.len() == 1 && now == base) {
            // Nothing is less than nothing: a growth below −100 % holds of no quantities.
            if !(low..=high).contains(&1.0) {
                self.push(Vec::new(), 1.0, 1.0, why.clone());
            }
            return;
        }
        self.compare(now, base, Interval { low, high }, why);
        if low.is_finite() && low > 0.0 {
            self.push(plus(now, base, -low), 0.0, f64::INFINITY, why.clone());
        }
        if high.is_finite() {
            self.push(plus(now, base, -high), f64::NEG_INFINITY, 0.0, why.clone());
        }
    }

    /// Bounds of two sums cannot show that 69 % and 70 % of the same are not one number.
    fn compare(&mut self, now: &Terms, base: &Terms, between: Interval, why: &LimitReason) {
        let LimitReason::Said(said) = why else { return };
        let first = |terms: &Terms| terms.first().map_or(0, |(u, _)| *u as u128);
        let (number, is_new) = self.compared.number((first(now) << 64) | first(base));
        if is_new {
            self.ratios.push(Vec::new());
        }
        let Some(others) = self.ratios.get_mut(number) else { return };
        let is_apart = |r: &&Ratio| r.now == *now && r.base == *base && r.between.and(between).is_none();
        let mut both = Vec::new();
        for other in others.iter().filter(is_apart).take(MOST_COMPARED) {
            both.push([other.said.as_slice(), said.as_slice()].concat());
        }
        others.push(Ratio { now: now.clone(), base: base.clone(), between, said: said.clone() });
        for said in both {
            self.push(Vec::new(), 1.0, 1.0, LimitReason::Said(each_once(&said)));
        }
    }

    /// A difference of two growths is not linear. With one of the two as it is printed it says between
    /// what the other must be.
    fn gap(&mut self, index: usize, claim: &Claim, period: Period) {
        let Interval { low, high } = interval_of(claim);
        for other in 0..self.statements.len() {
            let Some(growth) = self.claim(other) else { continue };
            let same = growth.product == claim.product && growth.subject == claim.subject;
            if !same || growth.measure != Measure::YoyPercent || growth.bound.is_some() {
                continue;
            }
            let printed = interval_of(growth);
            let (span, Interval { low, high }) = match growth.span {
                ClaimSpan::Of(p, Span::Month) if p == period => {
                    (Span::Ytd, Interval { low: printed.low - high, high: printed.high - low })
                }
                ClaimSpan::Of(p, Span::Ytd) if p == period => {
                    (Span::Month, Interval { low: printed.low + low, high: printed.high + high })
                }
                _ => continue,
            };
            let now = self.terms(claim, false, period, span);
            let before = self.terms(claim, false, period.plus_years(-1), span);
            if let (Some(now), Some(before)) = (now, before) {
                let why = LimitReason::Said(vec![index, other]);
                self.ratio(&now, &before, 1.0 + low / 100.0, 1.0 + high / 100.0, &why);
            }
        }
    }

    /// A difference of two shares is not linear either: with one of the two as it is printed it says between
    /// what the other must be.
    fn share_gap(&mut self, index: usize, claim: &Claim, (period, span): (Period, Span), months: i32) {
        let gap = interval_of(claim);
        let before = period.plus(-months);
        for other in 0..self.statements.len() {
            let Some(share) = self.claim(other) else { continue };
            let same = share.product == claim.product && share.subject == claim.subject;
            if !same || share.measure != Measure::Share || share.bound.is_some() {
                continue;
            }
            let printed = interval_of(share);
            let (at, Interval { low, high }) = match share.span {
                ClaimSpan::Of(p, s) if (p, s) == (period, span) => {
                    (before, Interval { low: printed.low - gap.high, high: printed.high - gap.low })
                }
                ClaimSpan::Of(p, s) if (p, s) == (before, span) => {
                    (period, Interval { low: printed.low + gap.low, high: printed.high + gap.high })
                }
                _ => continue,
            };
            let whole = self.unknown(false, Cell::total(at, span));
            if let Some(part) = self.terms(claim, false, at, span) {
                let why = LimitReason::Said(vec![index, other]);
                self.ratio(&part, &vec![(whole, 1.0)], low / 100.0, high / 100.0, &why);
            }
        }
    }

    /// A year to date adds month to month. Chains are made for what some year to date is known of.
    fn years(&mut self) {
        let mut numbers = Numbering::default();
        let mut chains: Vec<(Unknown, Period)> = Vec::new();
        for Unknown { money, cell } in self.out.unknowns.clone() {
            if cell.span != Span::Ytd {
                continue;
            }
            let december = Unknown { money, cell: cell.at(cell.period.last_of_year()) };
            let (number, _) = numbers.number(december.key());
            match chains.get_mut(number) {
                Some((_, last)) => *last = cell.period.max(*last),
                None => chains.push((december, cell.period)),
            }
        }
        for (Unknown { money, cell: key }, last) in chains {
            for period in Span::Ytd.first(last).to(last) {
                let month = self.unknown(money, key.over(Span::Month).at(period));
                let mut terms = vec![(self.unknown(money, key.at(period)), 1.0), (month, -1.0)];
                if period.month() > 1 {
                    terms.push((self.unknown(money, key.at(period.plus(-1))), -1.0));
                }
                self.push(terms, 0.0, 0.0, LimitReason::Structure(Structure::Months));
            }
        }
    }

    /// The declared products add up to all products, wherever at most one of them is not spoken of.
    fn products(&mut self) {
        let products = || self.catalogue.member_ids(Dimension::Product).map(|member| member.index);
        let mut seen = Numbering::default();
        for Unknown { money, cell } in self.out.unknowns.clone() {
            let whole = Cell { product: None, ..cell };
            if cell.product.is_none() || !seen.number(Unknown { money, cell: whole }.key()).1 {
                continue;
            }
            let part = |product| Cell { product: Some(product), ..cell };
            let known =
                |this: &Self, p: &MemberIndex| this.out.find(Unknown { money, cell: part(*p) }).is_some();
            let spoken: Vec<MemberIndex> = products().filter(|p| known(self, p)).collect();
            let all = spoken.len() + 1 >= products().count();
            let parts = if all { products().collect() } else { spoken };
            let mut terms = vec![(self.unknown(money, whole), 1.0)];
            terms.extend(parts.into_iter().map(|p| (self.unknown(money, part(p)), -1.0)));
            let (high, structure) =
                if all { (0.0, Structure::Products) } else { (f64::INFINITY, Structure::Parts) };
            self.push(terms, 0.0, high, LimitReason::Structure(structure));
        }
    }

    /// Places that are spoken of make at most the whole.
    fn parts(&mut self) {
        let mut lists: Vec<(Unknown, Terms)> = Vec::new();
        let mut numbers = Numbering::default();
        for (index, Unknown { money, cell }) in self.out.unknowns.iter().enumerate() {
            let Some(place) = cell.place else { continue };
            let whole = Unknown { money: *money, cell: Cell { place: None, ..*cell } };
            // A list for each dimension of a whole.
            let (list, _) = numbers.number((whole.key() << 2) | place.dimension as u128);
            match lists.get_mut(list) {
                Some((_, terms)) => terms.push((index, -1.0)),
                None => lists.push((whole, vec![(index, -1.0)])),
            }
        }
        for (whole, mut terms) in lists {
            terms.push((self.unknown(whole.money, whole.cell), 1.0));
            self.push(terms, 0.0, f64::INFINITY, LimitReason::Structure(Structure::Parts));
        }
    }
}

fn plus(terms: &Terms, others: &Terms, factor: f64) -> Terms {
    let mut sum = terms.clone();
    for (unknown, f) in others {
        match sum.iter_mut().find(|(u, _)| u == unknown) {
            Some((_, own)) => *own += f * factor,
            None => sum.push((*unknown, f * factor)),
        }
    }
    sum
}
