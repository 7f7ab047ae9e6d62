//! A verdict on every printed figure: whether what all others imply agrees with it.

use std::collections::HashMap;

use super::conflict::{CLOSELY, Consistency, MOST_STATEMENTS};
use super::limits::Unknown;
use super::solver::{Solver, uses};
use super::statement::{interval_of, only_member};
use super::worth::Worth;
use crate::book::Ledger;
use crate::claim::{Claim, ClaimSpan, Measure, Subject};
use model::{Cell, Interval, MemberId, Period, Span, each_once};

/// What can be said of a printed figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ClaimVerdict {
    /// What the others imply, and the figure is among it.
    Agrees(Interval),
    /// The same, but only if the figure was cut off instead of rounded.
    AgreesIfCut(Interval),
    /// It cannot be true together with others: an index into [`Checked::contradictions`].
    Contradicts(usize),
    /// Nothing says enough of it.
    NotTested(Untested),
}

/// Why a figure cannot be tested.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Untested {
    /// It is a forecast.
    Forecast,
    /// The article does not say which months it is about.
    UnknownMonths,
    /// No other figure bears on it.
    Alone,
    /// Other figures leave too much room: so much.
    Wide(Interval),
    /// It is of a kind that sizes do not show.
    Kind,
    /// The ledger has too many figures to test each by all others.
    TooMany,
}

/// A contradiction, told by claims.
#[derive(Debug, Clone, PartialEq)]
pub struct ContradictedClaim {
    /// The claim that is set aside: the first of those that say the same.
    pub aside: usize,
    /// Every claim that says what it says, itself among them.
    pub twins: Vec<usize>,
    /// The claims that it cannot hold together with; each of them is needed.
    pub against: Vec<usize>,
    /// What all others leave for its number.
    pub others_allow: Option<Interval>,
    /// Two publications tell one quantity differently, so that customs may have revised it in between.
    pub may_be_revised: bool,
}

/// What is possible, but odd.
#[derive(Debug, Clone, PartialEq)]
pub enum Suspicion {
    /// A change as large as the quantity: the month before was taken as zero, or was not in the list.
    /// The claims of the change and of the quantity.
    WholeIsChange(usize, usize),
    /// One member has the very same quantity in two months: the two claims.
    SameAgain(usize, usize),
}

/// What is to be said of a ledger's claims.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Checked {
    /// A verdict for every claim, in the ledger's order.
    pub verdicts: Vec<ClaimVerdict>,
    /// What cannot hold together.
    pub contradictions: Vec<ContradictedClaim>,
    /// What is odd.
    pub suspicions: Vec<Suspicion>,
}

/// Room that still makes a test, as a part of the number.
const CLOSE: f64 = 0.1;
/// Significant digits from which two equal quantities of different months are odd.
const TELLING_DIGITS: f64 = 1000.0;

/// Checks every claim of a ledger.
pub fn check(ledger: &Ledger) -> Checked {
    let implied = ledger.implied();
    let (claims, statements) = (ledger.claims(), &implied.statements);
    let uses = uses(&implied.system);
    let limits = implied.system.limits_of(statements.len());
    let worth = Worth::of(claims, &ledger.articles, statements);
    let consistency = Consistency { system: &implied.system, uses: &uses, limits_of: &limits, worth: &worth };

    let mut admitted: Vec<bool> = (0..statements.len()).map(|s| !implied.is_aside(s)).collect();
    let mut base = Solver::new(&implied.system, &uses);
    for statement in (0..statements.len()).filter(|s| admitted.get(*s) == Some(&true)) {
        consistency.admit_limits(&mut base, statement, &admitted);
    }
    // What is set aside settled every conflict.
    let _ = base.run();

    let mut verdicts: Vec<ClaimVerdict> = claims.iter().map(|c| ClaimVerdict::NotTested(unread(c))).collect();
    let mut contradictions = Vec::new();
    for contradiction in &implied.contradictions {
        let aside = contradiction.aside;
        let closely = contradictions.len() < CLOSELY && statements.len() <= MOST_STATEMENTS;
        let again = if closely { consistency.retell(aside, &admitted) } else { None };
        let set = again.unwrap_or_else(|| contradiction.statements.clone());
        let first = |s: &usize| statements.get(*s).and_then(|s| s.claims.first()).copied();
        let (Some(claim), Some(twins)) = (first(&aside), statements.get(aside).map(|s| s.claims.clone()))
        else {
            continue;
        };
        for twin in &twins {
            set_verdict(&mut verdicts, *twin, ClaimVerdict::Contradicts(contradictions.len()));
        }
        let against: Vec<usize> = set.iter().filter(|s| **s != aside).filter_map(first).collect();
        contradictions.push(ContradictedClaim {
            aside: claim,
            twins,
            others_allow: claims.get(claim).and_then(|c| expression(c, &|u| interval(&base, implied, u))),
            may_be_revised: may_be_revised(claims, &[vec![claim], against.clone()].concat()),
            against,
        });
    }
    let alike = alike(claims, statements.iter().map(|s| s.claims.as_slice()));
    for index in 0..statements.len() {
        if admitted.get(index) != Some(&true) {
            continue;
        }
        if statements.len() > MOST_STATEMENTS {
            for claim in statements.get(index).map(|s| s.claims.as_slice()).unwrap_or_default() {
                set_verdict(&mut verdicts, *claim, ClaimVerdict::NotTested(Untested::TooMany));
            }
            continue;
        }
        // A figure is no test of itself, nor of another form of it in the same article.
        let own: Vec<usize> = alike.get(index).cloned().unwrap_or_default();
        let mut solver = base.clone();
        let gone = own.iter().flat_map(|s| limits.get(*s).cloned().unwrap_or_default()).collect::<Vec<_>>();
        solver.withdraw(&each_once(&gone));
        own.iter().for_each(|s| admitted.iter_mut().skip(*s).take(1).for_each(|a| *a = false));
        let _ = solver.run();
        own.iter().for_each(|s| {
            let aside = implied.is_aside(*s);
            admitted.iter_mut().skip(*s).take(1).for_each(|a| *a = !aside);
        });
        for claim in statements.get(index).map(|s| s.claims.as_slice()).unwrap_or_default() {
            if let Some(c) = claims.get(*claim) {
                set_verdict(&mut verdicts, *claim, judge(c, &|u| interval(&solver, implied, u), ledger));
            }
        }
    }
    Checked { verdicts, contradictions, suspicions: suspicions(claims) }
}

fn set_verdict(verdicts: &mut [ClaimVerdict], claim: usize, verdict: ClaimVerdict) {
    verdicts.iter_mut().skip(claim).take(1).for_each(|v| *v = verdict);
}

/// Why a claim that no statement was made of cannot be tested.
fn unread(claim: &Claim) -> Untested {
    match claim.span {
        _ if claim.forecast => Untested::Forecast,
        ClaimSpan::PartOfYear(_) => Untested::UnknownMonths,
        ClaimSpan::Of(..) => Untested::Kind,
    }
}

fn interval(solver: &Solver<'_>, implied: &super::Implied, unknown: Unknown) -> Interval {
    match implied.system.find(unknown) {
        Some(index) => solver.interval(index),
        None => Interval { low: 0.0, high: f64::INFINITY },
    }
}

type BoundsOf<'a> = dyn Fn(Unknown) -> Interval + 'a;

/// What bounds of quantities leave for the number of a claim; `None` for a kind that they do not show.
fn expression(claim: &Claim, bounds: &BoundsOf<'_>) -> Option<Interval> {
    let ClaimSpan::Of(period, span) = claim.span else { return None };
    let sum = |money: bool, period: Period, span: Span| -> Option<Interval> {
        let base = Cell { product: claim.product, ..Cell::total(period, span) };
        let place = |place: Option<&MemberId>| {
            bounds(Unknown { money, cell: Cell { place: place.copied(), ..base } })
        };
        match &claim.subject {
            Subject::Total => Some(place(None)),
            Subject::Members(members) => {
                let first = Interval { low: 0.0, high: 0.0 };
                members.iter().try_fold(first, |sum, m| sum.map2(place(Some(m)), |a, b| a + b))
            }
            Subject::Dimension(_) => None,
        }
    };
    let growth = |now: Interval, before: Interval| now.map2(before, |a, b| (a / b - 1.0) * 100.0);
    match claim.measure {
        Measure::Quantity => sum(false, period, span),
        Measure::ValueUsd => sum(true, period, span),
        Measure::QuantityYearBefore => sum(false, period.plus(-12), span),
        Measure::MomAbsolute => {
            sum(false, period, span)?.map2(sum(false, period.plus(-1), span)?, |a, b| a - b)
        }
        Measure::Share => {
            let whole = bounds(Unknown { money: false, cell: Cell::total(period, span) });
            let share = sum(false, period, span)?.map2(whole, |a, b| a / b * 100.0)?;
            share.and(Interval { low: 0.0, high: 100.0 })
        }
        Measure::MomPercent => growth(sum(false, period, span)?, sum(false, period.plus(-1), span)?),
        Measure::YoyPercent => growth(sum(false, period, span)?, sum(false, period.plus(-12), span)?),
        Measure::ValueMomPercent => growth(sum(true, period, span)?, sum(true, period.plus(-1), span)?),
        Measure::ValueYoyPercent => growth(sum(true, period, span)?, sum(true, period.plus(-12), span)?),
        Measure::YoyGap => {
            let of = |span| growth(sum(false, period, span)?, sum(false, period.plus(-12), span)?);
            of(Span::Month)?.map2(of(Span::Ytd)?, |a, b| a - b)
        }
        Measure::Rank | Measure::WithinTop | Measure::MonthsFirst | Measure::Count | Measure::TopNamed => {
            None
        }
    }
}

fn judge(claim: &Claim, bounds: &BoundsOf<'_>, ledger: &Ledger) -> ClaimVerdict {
    let Some(found) = expression(claim, bounds) else { return judge_place(claim, bounds, ledger) };
    let own = interval_of(claim);
    if claim.bound.is_some() {
        return match own.low <= found.low && found.high <= own.high {
            true => ClaimVerdict::Agrees(found),
            false if found.high.is_finite() => ClaimVerdict::NotTested(Untested::Wide(found)),
            false => ClaimVerdict::NotTested(Untested::Alone),
        };
    }
    if !found.high.is_finite() {
        return ClaimVerdict::NotTested(Untested::Alone);
    }
    let scale = match claim.measure {
        m if m.is_tonnage() || matches!(m, Measure::Share | Measure::ValueUsd) => claim.value.abs(),
        _ => (100.0 + claim.value).abs(),
    };
    if found.width() > (scale * CLOSE).max(own.width() * 4.0) {
        return ClaimVerdict::NotTested(Untested::Wide(found));
    }
    let cut = claim.step.filter(|_| claim.measure.is_tonnage());
    match cut.map(|step| Interval::rounded(claim.value, step).and(found)) {
        Some(None) => ClaimVerdict::AgreesIfCut(found),
        _ => ClaimVerdict::Agrees(found),
    }
}

/// A place agrees where the sizes of all that are listed put it there.
fn judge_place(claim: &Claim, bounds: &BoundsOf<'_>, ledger: &Ledger) -> ClaimVerdict {
    let untested = ClaimVerdict::NotTested(Untested::Alone);
    let (Some(member), Some(cell)) = (only_member(claim), claim.cell()) else {
        return ClaimVerdict::NotTested(Untested::Kind);
    };
    let first = match claim.measure {
        Measure::Rank => claim.value..=claim.value,
        Measure::WithinTop => 1.0..=claim.value,
        // Months before are no matter of one list.
        _ => return untested,
    };
    let of = |place: MemberId| match place.dimension {
        model::Dimension::Product => Cell { product: Some(place.index), ..cell },
        _ => Cell { place: Some(place), ..cell },
    };
    let size = |m: MemberId| bounds(Unknown { money: false, cell: of(m) });
    let own = size(member);
    let others = ledger.catalogue.member_ids(member.dimension).filter(|m| *m != member);
    let listed: Vec<Interval> = others.map(size).filter(|i| i.low > 0.0).collect();
    let larger = listed.iter().filter(|i| i.low > own.high).count() as f64;
    let unclear = listed.iter().any(|i| i.low <= own.high && i.high >= own.low);
    match own.low > 0.0 && !listed.is_empty() && !unclear && first.contains(&(1.0 + larger)) {
        true => ClaimVerdict::Agrees(Interval::exactly(1.0 + larger)),
        false => untested,
    }
}

/// For every statement those of the same articles about the same measure of the same cell.
fn alike<'a>(claims: &[Claim], statements: impl Iterator<Item = &'a [usize]>) -> Vec<Vec<usize>> {
    let mut same: HashMap<String, Vec<usize>> = HashMap::new();
    let mut keys = Vec::new();
    for (index, said) in statements.enumerate() {
        let key = |claim: &usize| {
            let c = claims.get(*claim)?;
            Some(format!("{} {:?} {:?} {:?} {:?}", c.article, c.span, c.product, c.subject, c.measure))
        };
        let found: Vec<String> = said.iter().filter_map(key).collect();
        for key in &found {
            same.entry(key.clone()).or_default().push(index);
        }
        keys.push(found);
    }
    let all = |keys: Vec<String>| {
        each_once(&keys.iter().flat_map(|k| same.get(k).cloned().unwrap_or_default()).collect::<Vec<_>>())
    };
    keys.into_iter().map(all).collect()
}

/// Whether two of the claims tell the quantity of one cell in different articles.
fn may_be_revised(claims: &[Claim], set: &[usize]) -> bool {
    let told = |claim: &usize| {
        let c = claims.get(*claim)?;
        let cell = match c.measure {
            Measure::Quantity => c.cell()?,
            Measure::QuantityYearBefore => c.cell()?.at(c.cell()?.period.plus(-12)),
            _ => return None,
        };
        Some((cell, c.article))
    };
    let told: Vec<_> = set.iter().filter_map(told).collect();
    told.iter().any(|(cell, article)| told.iter().any(|(c, a)| c == cell && a != article))
}

fn suspicions(claims: &[Claim]) -> Vec<Suspicion> {
    let mut suspicions = Vec::new();
    let mut seen: HashMap<(Cell, u64), usize> = HashMap::new();
    let mut changes: HashMap<(Cell, u64, usize), usize> = HashMap::new();
    let figures = || claims.iter().enumerate().filter(|(_, c)| c.is_figure() && c.value > 0.0);
    for (index, claim) in figures().filter(|(_, c)| c.measure == Measure::MomAbsolute) {
        if let Some(cell) = claim.cell() {
            changes.entry((cell, claim.value.to_bits(), claim.article)).or_insert(index);
        }
    }
    for (index, claim) in figures().filter(|(_, c)| c.measure == Measure::Quantity) {
        let Some(cell) = claim.cell() else { continue };
        if let Some(change) = changes.remove(&(cell, claim.value.to_bits(), claim.article)) {
            suspicions.push(Suspicion::WholeIsChange(change, index));
        }
        let telling = claim.step.is_some_and(|step| claim.value / step >= TELLING_DIGITS);
        // The same months are the same figure, not a coincidence.
        if cell.place.is_some() && cell.span == Span::Month && telling {
            let anywhen = cell.at(Period::new(2000, 1).unwrap_or(cell.period));
            let earlier = *seen.entry((anywhen, claim.value.to_bits())).or_insert(index);
            if claims.get(earlier).is_some_and(|c| c.span != claim.span) {
                suspicions.push(Suspicion::SameAgain(earlier, index));
            }
        }
    }
    suspicions
}
