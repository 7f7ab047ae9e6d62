//! Claims as linear constraints on monthly sums.

use std::collections::HashMap;

use super::simplex::Reason;
use crate::ledger::{self, Bound, Claim, ClaimSpan, Ledger, Measure, Subject};
use crate::model::{Cell, Dimension, Interval, MemberId, Period, Span};

/// What a monthly sum is of: everything, or one member.
pub type Part = Option<MemberId>;

/// `low ≤ Σ coefficient × sum ≤ high`, tonnes.
#[derive(Debug, Clone)]
pub struct Constraint {
    pub terms: Vec<(usize, f64)>,
    pub low: f64,
    pub high: f64,
    /// The claim that says so, or what holds of every breakdown.
    pub why: Reason,
}

/// Monthly sums that are not known yet, and what is known of them.
#[derive(Debug, Default)]
pub struct System {
    pub variables: HashMap<(Period, Part), usize>,
    pub constraints: Vec<Constraint>,
}

/// The part of a total that listed places may make up at most: there are always others.
const LISTED_AT_MOST: f64 = 0.97;
/// The part of a month's total that one destination may have at most: one and a half times the
/// largest that an article prints.
const DESTINATION_AT_MOST: f64 = 0.3;
/// Members that are not listed have less than the last one that is. So many of them at that size must
/// be able to hold the rest.
const OTHER_DESTINATIONS: f64 = 25.0;
const OTHER_PROVINCES: f64 = 12.0;
/// What makes one sum larger than another, tonnes: a kilogram.
const LARGER: f64 = 0.001;
/// Kept from the edges of bounds, for rounding to kilograms. Bounds that only touch, as “69 %” and
/// “70 %” do at 69.5 %, do not agree.
const MARGIN_TONNES: f64 = 0.000_01;
const MARGIN_PERCENT: f64 = 0.000_1;

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
            system.constraints.push(Constraint { terms, low: 0.0, high: 0.0, why: Reason::Logic });
        }
        for dimension in [Dimension::Destination, Dimension::RegistrationLocation] {
            system.places(ledger, month, dimension);
        }
    }
    system
}

impl System {
    /// How many variables there are.
    pub fn count(&self) -> usize {
        self.variables.len()
    }

    fn variable(&mut self, month: Period, part: Part) -> usize {
        let next = self.variables.len();
        *self.variables.entry((month, part)).or_insert(next)
    }

    fn at_most(&mut self, terms: Terms, why: Reason) {
        self.constraints.push(Constraint { terms, low: f64::NEG_INFINITY, high: 0.0, why });
    }

    /// What holds of the places that claims are about, and of those that they are not about.
    fn places(&mut self, ledger: &Ledger, month: Period, dimension: Dimension) {
        let total = self.variable(month, None);
        let members = ledger.catalogue.member_ids(dimension);
        let listed: Vec<(MemberId, usize)> =
            members.filter_map(|m| Some((m, *self.variables.get(&(month, Some(m)))?))).collect();
        let sum = |factor: f64| listed.iter().map(move |(_, v)| (*v, factor));
        self.at_most(sum(1.0).chain([(total, -LISTED_AT_MOST)]).collect(), Reason::Logic);
        let (others, largest) = match dimension {
            Dimension::Destination => (OTHER_DESTINATIONS, DESTINATION_AT_MOST),
            _ => (OTHER_PROVINCES, 1.0),
        };
        let ranked = ranked(ledger, month, dimension);
        for (member, variable) in &listed {
            self.at_most(vec![(*variable, 1.0), (total, -largest)], Reason::Plausible);
            if ranked.contains(member) {
                let room = [(total, 1.0), (*variable, -others)];
                self.at_most(sum(-1.0).chain(room).collect(), Reason::Plausible);
            }
        }
    }
}

/// The members of whom an article prints the size or the place in some months that include this one.
pub fn ranked(ledger: &Ledger, month: Period, dimension: Dimension) -> Vec<MemberId> {
    let sizes = |m: Measure| {
        matches!(
            m,
            Measure::Quantity | Measure::Share | Measure::Rank | Measure::WithinTop | Measure::MonthsFirst
        )
    };
    let about = |c: &&Claim| {
        sizes(c.measure)
            && c.is_figure()
            // A quantity of zero is no place in a list.
            && c.value > 0.0
            && covers(c.span, month)
            && dimension_of(c) == Some(dimension)
    };
    let claims = ledger.claims().iter().filter(about);
    let mut members: Vec<MemberId> = claims
        .flat_map(|c| match &c.subject {
            Subject::Members(members) => members.clone(),
            _ => Vec::new(),
        })
        .collect();
    members.sort_unstable();
    members.dedup();
    members
}

/// Whether a claim is about a month, or about months that it is one of.
pub fn covers(span: ClaimSpan, month: Period) -> bool {
    match span {
        ClaimSpan::Of(period, span) => (span.first(period)..=period).contains(&month),
        ClaimSpan::PartOfYear(_) => false,
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
            None => inside(bounds, if claim.measure.is_tonnage() { MARGIN_TONNES } else { MARGIN_PERCENT }),
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
            Measure::Rank | Measure::WithinTop => {
                let before = (claim.value as usize).saturating_sub(1);
                let exactly = claim.measure == Measure::Rank;
                self.in_place(system, (period, span), before, exactly)
            }
            Measure::MonthsFirst => {
                let months = period.plus(1 - claim.value as i32).to(period);
                let first: Vec<Option<Vec<Constraint>>> =
                    months.map(|month| self.in_place(system, (month, Span::Month), 0, true)).collect();
                Some(first.into_iter().flatten().flatten().collect())
            }
            Measure::YoyGap => self.gap(system, period, bounds),
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
        Constraint { terms, low, high, why: Reason::Claim(self.index) }
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

    /// The member comes after the largest `before` of the others that are named, or may come before
    /// them where its place is not printed `exactly`, and in any case before the rest.
    fn in_place(
        &self,
        system: &mut System,
        (period, span): (Period, Span),
        before: usize,
        exactly: bool,
    ) -> Option<Vec<Constraint>> {
        let member = self.claim.cell()?.place?;
        let own = self.sum_of(system, &[Some(member)], period, span)?;
        let size = |m: MemberId| {
            ledger::quantity(self.ledger, Cell::member(period, span, m)).map_or(0.0, |figure| figure.value)
        };
        let others = self.ledger.catalogue.member_ids(member.dimension).filter(|m| *m != member);
        let named = |m: &MemberId| size(*m) > 0.0 || self.ledger.names(Cell::member(period, span, *m));
        let mut others: Vec<MemberId> = others.filter(named).collect();
        others.sort_by(|a, b| size(*b).total_cmp(&size(*a)));
        let mut constraints = Vec::new();
        for (place, other) in others.into_iter().enumerate() {
            let terms = plus(&own, &self.sum_of(system, &[Some(other)], period, span)?, -1.0);
            if place >= before {
                constraints.push(self.between(terms, LARGER, f64::INFINITY));
            } else if exactly {
                constraints.push(self.between(terms, f64::NEG_INFINITY, -LARGER));
            }
        }
        Some(constraints)
    }

    /// A difference of two growths is not linear. With the growth that is printed of the month it says
    /// between what the growth of the year to date must be.
    fn gap(&self, system: &mut System, period: Period, gap: Interval) -> Option<Vec<Constraint>> {
        let month = Cell { product: self.claim.product, ..Cell::total(period, Span::Month) };
        let growth = self.ledger.printed(month, Measure::YoyPercent).into_iter().next()?;
        let now = self.terms(system, period, Span::Ytd)?;
        let before = self.terms(system, period.plus(-12), Span::Ytd)?;
        let (low, high) = (growth.bounds.low - gap.high, growth.bounds.high - gap.low);
        Some(self.ratio(&now, &before, 1.0 + low / 100.0, 1.0 + high / 100.0))
    }
}

/// Bounds without their edges. Figures printed to the kilogram have room for little else.
fn inside(bounds: Interval, margin: f64) -> (f64, f64) {
    let margin = margin.min(bounds.width() / 4.0);
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
