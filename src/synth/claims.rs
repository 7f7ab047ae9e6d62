//! Claims as linear constraints on monthly sums.

use std::collections::HashMap;

use crate::ledger::{Bound, Claim, ClaimSpan, Ledger, Measure, Subject};
use crate::model::{Dimension, Interval, MemberId, Period, Span};

/// What a monthly sum is of: everything, or one member.
pub type Part = Option<MemberId>;

/// `low ≤ Σ coefficient × sum ≤ high`, tonnes.
#[derive(Debug, Clone)]
pub struct Constraint {
    pub terms: Vec<(usize, f64)>,
    pub low: f64,
    pub high: f64,
    /// The claim that says so; `None` for what holds of every breakdown.
    pub claim: Option<usize>,
}

/// Monthly sums that are not known yet, and what is known of them.
#[derive(Debug, Default)]
pub struct System {
    pub variables: HashMap<(Period, Part), usize>,
    /// A first guess of each, tonnes.
    pub guesses: Vec<f64>,
    pub constraints: Vec<Constraint>,
}

/// First guesses, tonnes: any will do, a near one needs fewer rounds.
const TOTAL_GUESS: f64 = 20_000.0;
const MEMBER_GUESS: f64 = 700.0;
/// The part of a total that listed places may make up at most: there are always others.
const LISTED_AT_MOST: f64 = 0.97;

/// The claims about months from `first` to `last`, and that parts make the whole.
pub fn system(ledger: &Ledger, first: Period, last: Period) -> System {
    let mut system = System::default();
    for (index, claim) in ledger.claims().iter().enumerate() {
        let constraints = Reading { ledger, first, last, claim, index }.constraints(&mut system);
        system.constraints.extend(constraints.unwrap_or_default());
    }
    for month in first.to(last) {
        let total = system.variable(month, None);
        let products: Vec<(usize, f64)> = ledger
            .catalogue
            .member_ids(Dimension::Product)
            .map(|product| (system.variable(month, Some(product)), 1.0))
            .collect();
        if !products.is_empty() {
            let terms = products.into_iter().chain([(total, -1.0)]).collect();
            system.constraints.push(Constraint { terms, low: 0.0, high: 0.0, claim: None });
        }
        for dimension in [Dimension::Destination, Dimension::RegistrationLocation] {
            let listed = ledger.catalogue.member_ids(dimension);
            let listed = listed.filter_map(|m| system.variables.get(&(month, Some(m))).map(|v| (*v, 1.0)));
            let terms: Vec<(usize, f64)> = listed.chain([(total, -LISTED_AT_MOST)]).collect();
            system.constraints.push(Constraint { terms, low: f64::NEG_INFINITY, high: 0.0, claim: None });
        }
    }
    system
}

impl System {
    pub fn variable(&mut self, month: Period, part: Part) -> usize {
        let next = self.guesses.len();
        let index = *self.variables.entry((month, part)).or_insert(next);
        if index == next {
            let products = part.is_some_and(|m| m.dimension == Dimension::Product);
            self.guesses.push(match part {
                None => TOTAL_GUESS,
                Some(_) if products => TOTAL_GUESS / 2.0,
                Some(_) => MEMBER_GUESS,
            });
        }
        index
    }
}

/// One claim in the months of a system.
struct Reading<'a> {
    ledger: &'a Ledger,
    first: Period,
    last: Period,
    claim: &'a Claim,
    index: usize,
}

type Terms = Vec<(usize, f64)>;

impl Reading<'_> {
    /// `None` for a claim about other months or of a kind that sums do not show.
    fn constraints(&self, system: &mut System) -> Option<Vec<Constraint>> {
        let claim = self.claim;
        if claim.forecast {
            return None;
        }
        let ClaimSpan::Of(period, span) = claim.span else { return None };
        let bounds = claim.bounds();
        let (low, high) = match claim.bound {
            None => inside(bounds),
            Some(Bound::Above) => (claim.value, f64::INFINITY),
            Some(Bound::Below) => (f64::NEG_INFINITY, claim.value),
        };
        let now = self.terms(system, period, span)?;
        match claim.measure {
            Measure::Quantity => Some(vec![self.between(now, low, high)]),
            Measure::QuantityYearBefore => {
                let before = self.terms(system, period.plus(-12), span)?;
                Some(vec![self.between(before, low, high)])
            }
            Measure::Share => {
                let whole = self.sum_of(system, &[None], period, span)?;
                Some(self.ratio(&now, &whole, low / 100.0, high / 100.0))
            }
            Measure::MomAbsolute => {
                let before = self.terms(system, period.plus(-1), span)?;
                Some(vec![self.between(plus(&now, &before, -1.0), low, high)])
            }
            Measure::MomPercent | Measure::YoyPercent => {
                let back = if claim.measure == Measure::MomPercent { 1 } else { 12 };
                let before = self.terms(system, period.plus(-back), span)?;
                Some(self.ratio(&now, &before, 1.0 + low / 100.0, 1.0 + high / 100.0))
            }
            Measure::Rank => Some(self.above_the_next(system, period, span, &now)),
            _ => None,
        }
    }

    /// The sum that the claim is about, in some months.
    fn terms(&self, system: &mut System, period: Period, span: Span) -> Option<Terms> {
        let parts: Vec<Part> = match (&self.claim.subject, self.claim.product) {
            (Subject::Total, None) => vec![None],
            (Subject::Total, Some(index)) => vec![Some(MemberId { dimension: Dimension::Product, index })],
            (Subject::Members(members), None) => members.iter().copied().map(Some).collect(),
            _ => return None,
        };
        self.sum_of(system, &parts, period, span)
    }

    fn sum_of(&self, system: &mut System, parts: &[Part], period: Period, span: Span) -> Option<Terms> {
        let start = span.first(period);
        if start < self.first || period > self.last {
            return None;
        }
        let months = start.to(period);
        Some(
            months
                .flat_map(|m| parts.iter().map(move |p| (m, *p)))
                .map(|(m, p)| (system.variable(m, p), 1.0))
                .collect(),
        )
    }

    fn between(&self, terms: Terms, low: f64, high: f64) -> Constraint {
        Constraint { terms, low, high, claim: Some(self.index) }
    }

    /// `low ≤ now / base ≤ high`.
    fn ratio(&self, now: &Terms, base: &Terms, low: f64, high: f64) -> Vec<Constraint> {
        let mut constraints = Vec::new();
        if low.is_finite() {
            constraints.push(self.between(plus(now, base, -low), 0.0, f64::INFINITY));
        }
        if high.is_finite() {
            constraints.push(self.between(plus(now, base, -high), f64::NEG_INFINITY, 0.0));
        }
        constraints
    }

    /// A member of some rank has at least what each member of a later rank has.
    fn above_the_next(
        &self,
        system: &mut System,
        period: Period,
        span: Span,
        now: &Terms,
    ) -> Vec<Constraint> {
        let same_list = |other: &&Claim| {
            other.measure == Measure::Rank
                && other.span == self.claim.span
                && other.value > self.claim.value
                && dimension_of(other) == dimension_of(self.claim)
        };
        let later: Vec<&Claim> = self.ledger.claims().iter().filter(same_list).collect();
        let below = later.into_iter().filter_map(|other| {
            let terms = Reading { claim: other, ..*self }.terms(system, period, span)?;
            Some(self.between(plus(now, &terms, -1.0), 0.0, f64::INFINITY))
        });
        below.collect()
    }
}

/// The middle of an interval: at its edge, rounding to kilograms would fall out of it. Figures printed
/// to the kilogram have room for one number only.
fn inside(bounds: Interval) -> (f64, f64) {
    let margin = bounds.width() * if bounds.width() < 0.01 { 0.4 } else { 0.1 };
    (bounds.low + margin, bounds.high - margin)
}

/// The dimension whose members a claim is about.
pub fn dimension_of(claim: &Claim) -> Option<Dimension> {
    match &claim.subject {
        Subject::Members(members) => members.first().map(|m| m.dimension),
        Subject::Dimension(dimension) => Some(*dimension),
        Subject::Total => None,
    }
}

fn plus(terms: &Terms, others: &Terms, factor: f64) -> Terms {
    terms.iter().copied().chain(others.iter().map(|(v, c)| (*v, c * factor))).collect()
}
