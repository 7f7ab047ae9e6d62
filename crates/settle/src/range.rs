//! Between what the number of a claim is, by all that is not set aside.

use super::limits::{LinearSystem, Unknown};
use super::programme::{Programme, Terms};
use ledger::{Claim, ClaimSpan, Measure};
use model::{Cell, Interval, MemberId, Period, Span};

/// A question of a linear programme: a sum, or the ratio of two, and what is made of it.
struct Question {
    aim: Terms,
    base: Option<Terms>,
    /// The number is `scale × answer − less`.
    scale: f64,
    less: f64,
}

/// The exact range of a claim's number; `None` for a kind that sizes do not show, or where no proof was found
/// of either end.
pub(super) fn range(
    claim: &Claim,
    system: &LinearSystem,
    programme: &Programme,
    bounds: &dyn Fn(Unknown) -> Interval,
) -> Option<Interval> {
    if claim.measure == Measure::YoyGap {
        let ClaimSpan::Of(period, _) = claim.span else { return None };
        let growth = |span| {
            let claim =
                Claim { measure: Measure::YoyPercent, span: ClaimSpan::Of(period, span), ..claim.clone() };
            range(&claim, system, programme, bounds)
        };
        return growth(Span::Month)?.map2(growth(Span::Ytd)?, |month, to_date| month - to_date);
    }
    if let Some(months) = months_between_shares(claim.measure) {
        let ClaimSpan::Of(period, span) = claim.span else { return None };
        let share = |period| {
            let claim = Claim { measure: Measure::Share, span: ClaimSpan::Of(period, span), ..claim.clone() };
            range(&claim, system, programme, bounds)
        };
        return share(period)?.map2(share(period.plus(-months))?, |now, before| now - before);
    }
    let Question { aim, base, scale, less } = question(claim, system)?;
    let least_of = |terms: &Terms| -> f64 {
        let of = |(unknown, factor): &(usize, f64)| {
            let bounds = system.unknowns.get(*unknown).map_or(Interval::exactly(0.0), |u| bounds(*u));
            factor * if *factor < 0.0 { bounds.high } else { bounds.low }
        };
        terms.iter().map(of).sum()
    };
    let base = match &base {
        None => None,
        // A base that may be nothing has no ratio.
        Some(base) => Some((base, Some(least_of(base)).filter(|least| *least > 0.0)?)),
    };
    let least = programme.least(&aim, base).map_or(f64::NEG_INFINITY, |proof| proof.at);
    let greatest = programme.greatest(&aim, base).map_or(f64::INFINITY, |proof| proof.at);
    let of = |at: f64| at * scale - less;
    (least.is_finite() || greatest.is_finite()).then(|| Interval { low: of(least), high: of(greatest) })
}

/// How many months lie between the two shares of which a measure is the difference.
pub(super) fn months_between_shares(measure: Measure) -> Option<i32> {
    match measure {
        Measure::ShareMomPoints => Some(1),
        Measure::ShareYoyPoints => Some(12),
        _ => None,
    }
}

fn question(claim: &Claim, system: &LinearSystem) -> Option<Question> {
    let ClaimSpan::Of(period, span) = claim.span else { return None };
    let sum = |money: bool, period: Period, span: Span, factor: f64| -> Option<Terms> {
        let base = Cell { product: claim.product, ..Cell::total(period, span) };
        let term = |(place, own): (Option<MemberId>, f64)| {
            Some((system.find(Unknown { money, cell: Cell { place, ..base } })?, factor * own))
        };
        claim.subject.places()?.into_iter().map(term).collect()
    };
    let amount = |aim: Terms| Some(Question { aim, base: None, scale: 1.0, less: 0.0 });
    let growth = |money: bool, months: i32| {
        let (aim, base) = (sum(money, period, span, 1.0)?, sum(money, period.plus(-months), span, 1.0)?);
        Some(Question { aim, base: Some(base), scale: 100.0, less: 100.0 })
    };
    match claim.measure {
        Measure::Quantity => amount(sum(false, period, span, 1.0)?),
        Measure::ValueUsd => amount(sum(true, period, span, 1.0)?),
        Measure::QuantityYearBefore => amount(sum(false, period.plus_years(-1), span, 1.0)?),
        Measure::MomAbsolute => {
            amount([sum(false, period, span, 1.0)?, sum(false, period.plus(-1), span, -1.0)?].concat())
        }
        Measure::Share => {
            let whole = system.find(Unknown { money: false, cell: Cell::total(period, span) })?;
            let aim = sum(false, period, span, 1.0)?;
            Some(Question { aim, base: Some(vec![(whole, 1.0)]), scale: 100.0, less: 0.0 })
        }
        Measure::MomPercent => growth(false, 1),
        Measure::YoyPercent => growth(false, 12),
        Measure::ValueMomPercent => growth(true, 1),
        Measure::ValueYoyPercent => growth(true, 12),
        _ => None,
    }
}
