//! Monthly sums that satisfy as many claims as can hold together.
//!
//! Claims are admitted one by one, the better before the worse. One that cannot hold together with
//! those before it is set aside, with the names of those that it contradicts. Better is, in this
//! order: what a later article prints, a tonnage before a ratio before a place in a ranking, the
//! text before its title or address, the narrower. An article's date is the last month that it tells
//! of: not every article says when it was published.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use super::claims::{Constraint, Part, System, covers};
use super::random::Random;
use super::simplex::{Form, Limits, Reason, Simplex};
use crate::ledger::{self, Claim, ClaimSpan, Ledger, Measure};
use crate::model::{Cell, Dimension, Interval, Period, Span};

/// Halvings of the way to a guess that cannot be reached.
const HALVINGS: usize = 12;
/// Bounds narrower than this, kilograms, are of a figure that is printed to the kilogram.
const TO_THE_KILOGRAM: f64 = 2.0;
/// How far around a number a whole one is looked for, kilograms.
const NEARBY: i32 = 3;
/// Parts of a month's total that a member has where nothing is printed of it.
const GUESSED_PRODUCT: f64 = 0.5;
const GUESSED_PLACE: f64 = 0.03;

/// A claim that the rows do not follow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// Its index in the ledger.
    pub claim: usize,
    /// The claims that cannot hold together with it. All of them together: some three may contradict
    /// each other of which any two could be true.
    pub against: Vec<usize>,
    /// It also takes the assumption that trade is not as lopsided as it would have to be.
    pub implausible: bool,
}

/// Monthly sums.
#[derive(Debug)]
pub struct Solution {
    sums: HashMap<(Period, Part), u64>,
    /// The claims that are not followed, in the order of the ledger.
    pub aside: Vec<SetAside>,
}

impl Solution {
    /// A monthly sum in kilograms; `None` when no claim is about it.
    pub fn kilograms(&self, month: Period, part: Part) -> Option<u64> {
        self.sums.get(&(month, part)).copied()
    }
}

/// Solves a system. Different random numbers give other sums that satisfy the same claims.
pub fn solve(system: &System, ledger: &Ledger, random: &mut Random) -> Solution {
    let mut simplex = Simplex::default();
    for _ in 0..system.count() {
        simplex.variable();
    }
    let mut claims: BTreeMap<usize, Vec<Limits>> = BTreeMap::new();
    for constraint in &system.constraints {
        match constraint.why {
            Reason::Claim(index) => claims.entry(index).or_default().push(in_kilograms(constraint)),
            // What holds of every breakdown leaves room: all sums at zero satisfy it.
            why => drop(simplex.demand(&[in_kilograms(constraint)], why)),
        }
    }
    let mut order: Vec<usize> = claims.keys().copied().collect();
    let worth = Worth::of(ledger);
    order.sort_by(|a, b| worth.compare(*a, *b));
    let mut aside = Vec::new();
    for claim in order {
        let limits = claims.get(&claim).map(Vec::as_slice).unwrap_or_default();
        if let Err(reasons) = simplex.demand(limits, Reason::Claim(claim)) {
            aside.push(set_aside(claim, &reasons));
        }
    }
    aside.sort_by_key(|a| a.claim);
    let sums = Settling { simplex, ledger, random }.settle(system);
    Solution { sums, aside }
}

fn in_kilograms(constraint: &Constraint) -> Limits {
    (constraint.terms.clone(), constraint.low * 1000.0, constraint.high * 1000.0)
}

fn set_aside(claim: usize, reasons: &[Reason]) -> SetAside {
    let other = |r: &Reason| match r {
        Reason::Claim(index) if *index != claim => Some(*index),
        _ => None,
    };
    SetAside {
        claim,
        against: reasons.iter().filter_map(other).collect(),
        implausible: reasons.contains(&Reason::Plausible),
    }
}

/// Which of two claims is admitted first.
struct Worth<'a> {
    ledger: &'a Ledger,
    /// The last month that each article tells of.
    told: HashMap<usize, Period>,
}

impl Worth<'_> {
    fn of(ledger: &Ledger) -> Worth<'_> {
        let mut told = HashMap::new();
        for claim in ledger.claims().iter().filter(|c| c.is_figure()) {
            if let ClaimSpan::Of(period, _) = claim.span {
                let last = told.entry(claim.article).or_insert(period);
                *last = period.max(*last);
            }
        }
        Worth { ledger, told }
    }

    fn compare(&self, a: usize, b: usize) -> std::cmp::Ordering {
        let key = |index: usize| {
            let claim = self.ledger.claim(index)?;
            let kind = match claim.measure {
                _ if claim.bound.is_some() => 4,
                m if m.is_tonnage() => 0,
                Measure::Rank | Measure::MonthsFirst => 2,
                Measure::WithinTop | Measure::YoyGap => 3,
                _ => 1,
            };
            Some((Reverse(self.told.get(&claim.article).copied()), kind))
        };
        let width = |index: usize| self.ledger.claim(index).map_or(0.0, relative_width);
        let shortened = |index: usize| {
            self.ledger.claim(index).is_some_and(|c| matches!(c.location.as_str(), "title" | "url"))
        };
        key(a)
            .cmp(&key(b))
            .then(shortened(a).cmp(&shortened(b)))
            .then(width(a).total_cmp(&width(b)))
            .then(a.cmp(&b))
    }
}

fn relative_width(claim: &Claim) -> f64 {
    // Single precision: the last bits of a width are noise.
    f64::from((claim.step.unwrap_or(0.0) / claim.value.abs().max(f64::MIN_POSITIVE)) as f32)
}

/// Choosing one of the many solutions, whole kilograms in each.
struct Settling<'a> {
    simplex: Simplex,
    ledger: &'a Ledger,
    random: &'a mut Random,
}

impl Settling<'_> {
    /// Fixes one sum after another, each as near to a guess as those before it leave room for.
    fn settle(mut self, system: &System) -> HashMap<(Period, Part), u64> {
        // Totals first: the rest is measured by them. Of each the best known first, so that a guess
        // nearby does not move them.
        let mut order: Vec<(bool, u8, Period, Part, usize)> = Vec::new();
        for ((month, part), index) in &system.variables {
            let vague = match self.known(*month, *part) {
                Some((_, bounds)) if bounds.width() < TO_THE_KILOGRAM => 0,
                Some(_) => 1,
                None => 2,
            };
            order.push((part.is_some(), vague, *month, *part, *index));
        }
        order.sort_unstable();
        let mut sums = HashMap::new();
        for (_, _, month, part, index) in order {
            let total = sums.get(&(month, None)).copied();
            let guess = self.guess(month, part, index, total);
            sums.insert((month, part), self.fix(index, guess));
        }
        sums
    }

    /// What the ledger's own arithmetic makes of a sum, and its bounds, kilograms.
    fn known(&self, month: Period, part: Part) -> Option<(f64, Interval)> {
        let cell = cell(month, part);
        let figure = ledger::quantity(self.ledger, cell).ok()?;
        let bounds = Interval::new(figure.bounds.low * 1000.0, figure.bounds.high * 1000.0)?;
        Some((figure.value * 1000.0, bounds))
    }

    fn guess(&mut self, month: Period, part: Part, index: usize, total: Option<u64>) -> f64 {
        let at = self.random.unit();
        if let Some((printed, known)) = self.known(month, part) {
            // Customs count whole kilograms: what is printed to one has nothing cut off.
            if known.width() < TO_THE_KILOGRAM {
                return printed;
            }
            return known.low + known.width() * at;
        }
        let usual = match (part, total) {
            (Some(_), Some(total)) => total as f64 * self.usual_share(month, part),
            _ => self.usual_total(month, index),
        };
        usual * (0.85 + 0.3 * at)
    }

    /// The mean of the totals nearby that are known; or, where a year to date says what this month and
    /// those after it make together, an equal part of that.
    fn usual_total(&mut self, month: Period, index: usize) -> f64 {
        let nearby = month.plus(-3).to(month.plus(3)).filter_map(|m| self.known(m, None));
        let mean = mean(nearby.map(|(value, _)| value)).unwrap_or(0.0);
        let unknown = month.to(month.december()).take_while(|m| self.known(*m, None).is_none()).count();
        let form = vec![(index, 1.0)];
        let more = mean * 2.0 * unknown as f64;
        if self.simplex.allows(&form, more) { mean } else { self.edge(&form, more) / unknown.max(1) as f64 }
    }

    /// The mean of the shares that are printed of a member, as a fraction; where some are of months that
    /// include this one, of these.
    fn usual_share(&self, month: Period, part: Part) -> f64 {
        let is_share = |c: &&Claim| c.measure == Measure::Share && c.is_figure();
        let about = |c: &&Claim| {
            c.cell()
                .zip(part)
                .is_some_and(|(cell, member)| cell == Cell::member(cell.period, cell.span, member))
        };
        let printed = || self.ledger.claims().iter().filter(is_share).filter(about);
        let of = |c: &Claim| c.value / 100.0;
        let here = mean(printed().filter(|c| covers(c.span, month)).map(of));
        let is_product = part.is_some_and(|m| m.dimension == Dimension::Product);
        here.or(mean(printed().map(of))).unwrap_or(if is_product { GUESSED_PRODUCT } else { GUESSED_PLACE })
    }

    /// Fixes a sum at a whole number of kilograms.
    fn fix(&mut self, index: usize, guess: f64) -> u64 {
        let form: Form = vec![(index, 1.0)];
        let wanted = guess.round().max(0.0);
        let at = if self.simplex.allows(&form, wanted) { wanted } else { self.toward(&form, wanted) };
        let near = (0..=NEARBY).flat_map(|d| [f64::from(d), f64::from(-d)]);
        for whole in near.map(|d| at.round() + d).filter(|w| *w >= 0.0) {
            if self.simplex.fix(&form, whole) {
                return whole as u64;
            }
        }
        self.simplex.value(index).round().max(0.0) as u64
    }

    /// A number somewhere between the present one and the possible one that is next to `wanted`.
    fn toward(&mut self, form: &Form, wanted: f64) -> f64 {
        let present = self.simplex.value_of(form);
        let edge = self.edge(form, wanted);
        edge + (present - edge) * self.random.unit() / 2.0
    }

    /// The possible number that is next to `wanted`, about.
    fn edge(&mut self, form: &Form, wanted: f64) -> f64 {
        let (mut possible, mut impossible) = (self.simplex.value_of(form), wanted);
        for _ in 0..HALVINGS {
            let middle = (possible + impossible) / 2.0;
            if self.simplex.allows(form, middle) {
                possible = middle;
            } else {
                impossible = middle;
            }
        }
        possible
    }
}

fn cell(month: Period, part: Part) -> Cell {
    match part {
        Some(member) => Cell::member(month, Span::Month, member),
        None => Cell::total(month, Span::Month),
    }
}

fn mean(numbers: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, count) = numbers.fold((0.0, 0u32), |(sum, count), n| (sum + n, count + 1));
    (count > 0).then(|| sum / f64::from(count))
}
