//! A verdict on every printed figure: whether what all others imply agrees with it.

use std::collections::HashMap;

use super::conflict::{Aside, CLOSELY, Consistency, LARGEST_PROGRAMME, MOST_STATEMENTS, Outcome};
use super::limits::{LinearSystem, Unknown};
use super::programme::Programme;
use super::range::range;
use super::solver::Solver;
use super::statement::{Statement, interval_of, only_member};
use ledger::{Article, Claim, ClaimSpan, ClaimVerdict, Contradiction, Ledger, Measure, Subject, Untested};
use model::{Cell, Interval, MemberId, MemberIndex, Period, Span, each_once};

/// Room that still makes a test, as a part of the number.
const CLOSE: f64 = 0.1;

/// What verdicts are made from.
pub(super) struct Judging<'a> {
    pub ledger: &'a Ledger,
    pub consistency: &'a Consistency<'a>,
    pub statements: &'a [Statement],
    pub programme: &'a Programme,
    pub outcome: &'a Outcome<'a>,
    /// The statements that stand.
    pub admitted: Vec<bool>,
}

impl Judging<'_> {
    /// What cannot hold together, one for each statement that is set aside.
    pub fn contradictions(&self) -> Vec<Contradiction> {
        self.outcome.aside.iter().enumerate().filter_map(|(told, a)| self.contradiction(a, told)).collect()
    }

    /// A verdict for every claim.
    pub fn verdicts(&self) -> Vec<ClaimVerdict> {
        let claims = self.ledger.claims();
        let mut verdicts: Vec<ClaimVerdict> =
            claims.iter().map(|c| ClaimVerdict::NotTested(unread(c))).collect();
        for (index, aside) in self.outcome.aside.iter().enumerate() {
            for twin in self.claims_of(aside.statement) {
                set_verdict(&mut verdicts, *twin, ClaimVerdict::Contradicts(index));
            }
        }
        let alike = alike(claims, self.statements.iter().map(|s| s.claims.as_slice()));
        for index in (0..self.statements.len()).filter(|s| self.admitted.get(*s) == Some(&true)) {
            let own = alike.get(index).map(Vec::as_slice).unwrap_or_default();
            self.judge(index, own, &mut verdicts);
        }
        verdicts
    }

    fn claims_of(&self, statement: usize) -> &[usize] {
        self.statements.get(statement).map(|s| s.claims.as_slice()).unwrap_or_default()
    }

    fn contradiction(&self, aside: &Aside, told: usize) -> Option<Contradiction> {
        let claims = self.ledger.claims();
        let closely = told < CLOSELY && self.statements.len() <= MOST_STATEMENTS;
        let retell = || self.consistency.retell(aside.statement, &self.admitted, &self.outcome.solver);
        let again = closely.then(retell).flatten();
        let set = again.unwrap_or_else(|| aside.conflict.clone());
        let first = |s: &usize| self.claims_of(*s).first().copied();
        let claim = first(&aside.statement)?;
        let revised = self.revised(aside.statement, &set);
        // Two prints of one figure contradict each other, whatever else says the same.
        let set = revised.map_or(set, |other| vec![other]);
        let against: Vec<usize> = set.iter().filter(|s| **s != aside.statement).filter_map(first).collect();
        Some(Contradiction {
            aside: claim,
            twins: self.claims_of(aside.statement).to_vec(),
            others_allow: claims.get(claim).and_then(|c| self.others_allow(c)),
            may_be_revised: revised.is_some(),
            against,
        })
    }

    /// The statement that stands and prints another number of the same figure on another day, so that customs
    /// may have revised it in between. None where an article contradicts itself: that is no revision.
    fn revised(&self, aside: usize, conflict: &[usize]) -> Option<usize> {
        let worth = self.consistency.worth;
        if conflict.iter().all(|s| worth.share_an_article(*s, aside)) {
            return None;
        }
        let first = |s: usize| self.ledger.claim(*self.claims_of(s).first()?);
        let article = |claim: &Claim| self.ledger.articles.get(claim.article);
        let claim = first(aside)?;
        let (told, bounds, by) = (figure(claim)?, interval_of(claim), article(claim)?);
        let is_other = |claim: &Claim| {
            figure(claim) == Some(told)
                && interval_of(claim).and(bounds).is_none()
                && article(claim).is_some_and(|other| are_apart(by, other))
        };
        let stands = |s: &usize| self.admitted.get(*s) == Some(&true);
        (0..self.statements.len()).filter(stands).find(|s| first(*s).is_some_and(is_other))
    }

    /// What all that stands leaves for the number of a claim.
    fn others_allow(&self, claim: &Claim) -> Option<Interval> {
        let system = self.consistency.system;
        let bounds = |unknown: Unknown| interval(&self.outcome.solver, system, unknown);
        let chained = expression(claim, &bounds);
        if self.programme.size() > LARGEST_PROGRAMME {
            return chained;
        }
        let exact = range(claim, system, self.programme, &bounds);
        match (exact, chained) {
            (Some(exact), Some(chained)) => exact.and(chained).or(Some(exact)),
            (exact, chained) => exact.or(chained),
        }
    }

    /// A statement that stands, by all others that do.
    fn judge(&self, statement: usize, own: &[usize], verdicts: &mut [ClaimVerdict]) {
        let claims = self.claims_of(statement);
        if self.statements.len() > MOST_STATEMENTS {
            for claim in claims {
                set_verdict(verdicts, *claim, ClaimVerdict::NotTested(Untested::TooMany));
            }
            return;
        }
        // A figure is no test of itself, nor of another form of it in the same article.
        let own = own.iter().filter(|s| self.admitted.get(**s) == Some(&true));
        let mut solver = self.outcome.solver.clone();
        let limits = |s: &usize| self.consistency.limits_of.get(*s).cloned().unwrap_or_default();
        solver.withdraw(&each_once(&own.flat_map(limits).collect::<Vec<_>>()));
        // Fewer statements than stand cannot contradict each other.
        let _ = solver.run();
        let bounds = |unknown: Unknown| interval(&solver, self.consistency.system, unknown);
        for claim in claims {
            if let Some(c) = self.ledger.claim(*claim) {
                set_verdict(verdicts, *claim, judge(c, &bounds, self.ledger));
            }
        }
    }
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

fn interval(solver: &Solver<'_>, system: &LinearSystem, unknown: Unknown) -> Interval {
    match system.find(unknown) {
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
        let mut sum = Interval::exactly(0.0);
        for (place, factor) in claim.subject.places()? {
            sum = sum.map2(bounds(Unknown { money, cell: Cell { place, ..base } }), |a, b| a + factor * b)?;
        }
        // What is left of a whole is not less than nothing.
        sum.not_negative()
    };
    let share = |period: Period| {
        let whole = bounds(Unknown { money: false, cell: Cell::total(period, span) });
        let share = sum(false, period, span)?.map2(whole, |a, b| a / b * 100.0)?;
        share.and(Interval { low: 0.0, high: 100.0 })
    };
    let growth = |now: Interval, before: Interval| now.map2(before, |a, b| (a / b - 1.0) * 100.0);
    match claim.measure {
        Measure::Quantity => sum(false, period, span),
        Measure::ValueUsd => sum(true, period, span),
        Measure::QuantityYearBefore => sum(false, period.plus_years(-1), span),
        Measure::MomAbsolute => {
            sum(false, period, span)?.map2(sum(false, period.plus(-1), span)?, |a, b| a - b)
        }
        Measure::Share => share(period),
        Measure::ShareMomPoints => share(period)?.map2(share(period.plus(-1))?, |now, before| now - before),
        Measure::ShareYoyPoints => {
            share(period)?.map2(share(period.plus_years(-1))?, |now, before| now - before)
        }
        Measure::MomPercent => growth(sum(false, period, span)?, sum(false, period.plus(-1), span)?),
        Measure::YoyPercent => growth(sum(false, period, span)?, sum(false, period.plus_years(-1), span)?),
        Measure::ValueMomPercent => growth(sum(true, period, span)?, sum(true, period.plus(-1), span)?),
        Measure::ValueYoyPercent => growth(sum(true, period, span)?, sum(true, period.plus_years(-1), span)?),
        Measure::YoyGap => {
            let of = |span| growth(sum(false, period, span)?, sum(false, period.plus_years(-1), span)?);
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
    // Whoever is not listed has room in what is left of the whole; all products are declared.
    let rest = size_of_whole(cell, member, bounds).high - own.low - listed.iter().map(|i| i.low).sum::<f64>();
    let unclear = unclear || member.dimension != model::Dimension::Product && rest >= own.low;
    match own.low > 0.0 && !listed.is_empty() && !unclear && first.contains(&(1.0 + larger)) {
        true => ClaimVerdict::Agrees(Interval::exactly(1.0 + larger)),
        false => untested,
    }
}

fn size_of_whole(cell: Cell, member: MemberId, bounds: &BoundsOf<'_>) -> Interval {
    let whole = match member.dimension {
        model::Dimension::Product => Cell { product: None, ..cell },
        _ => Cell { place: None, ..cell },
    };
    bounds(Unknown { money: false, cell: whole })
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

/// The figure that a claim prints a number of: a quantity a year before is one of its own months.
fn figure(claim: &Claim) -> Option<(Measure, Period, Span, Option<MemberIndex>, &Subject)> {
    let ClaimSpan::Of(period, span) = claim.span else { return None };
    let (measure, period) = match claim.measure {
        Measure::QuantityYearBefore => (Measure::Quantity, period.plus_years(-1)),
        measure => (measure, period),
    };
    measure.has_step().then_some((measure, period, span, claim.product, &claim.subject))
}

/// Whether two articles can have been written from different customs data: neither repeats the text of the
/// other, nor are both known to be of one day.
fn are_apart(a: &Article, b: &Article) -> bool {
    let text = |article: &Article| article.repost_of.as_ref().unwrap_or(&article.id).clone();
    text(a) != text(b) && (a.published.is_none() || a.published != b.published)
}
