//! Whether records agree with what articles print.

use super::claims::dimension_of;
use crate::ledger::{Bound, Claim, ClaimSpan, Ledger, Measure, Subject};
use crate::model::{Dimension, MemberId, Period, Span};
use crate::records::{Cube, Records};

/// What records say of a claim.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Verdict {
    /// The sum lies inside what the printed form allows.
    Agrees,
    /// It lies outside: the records' number.
    Differs(f64),
    /// The records do not tell: months outside of them, a forecast, or a measure that they lack.
    NotTested,
}

/// Judges every claim of a ledger, in its order. Members are matched by code.
pub fn verdicts(ledger: &Ledger, records: &Records) -> Vec<Verdict> {
    ledger.claims().iter().map(|claim| Judge { ledger, records, claim }.verdict()).collect()
}

struct Judge<'a> {
    ledger: &'a Ledger,
    records: &'a Records,
    claim: &'a Claim,
}

/// The last bits of a quotient must not decide.
const SLACK: f64 = 1e-9;

impl Judge<'_> {
    fn cube(&self) -> &Cube {
        self.records.whole()
    }

    fn verdict(&self) -> Verdict {
        let claim = self.claim;
        let Some(found) = self.found().filter(|_| !claim.forecast) else { return Verdict::NotTested };
        let bounds = claim.bounds();
        let (low, high) = match claim.bound {
            None if claim.measure == Measure::WithinTop => (1.0, claim.value),
            None => (bounds.low, bounds.high),
            Some(Bound::Above) => (claim.value, f64::INFINITY),
            Some(Bound::Below) => (f64::NEG_INFINITY, claim.value),
        };
        match found >= low - SLACK && found <= high + SLACK {
            true => Verdict::Agrees,
            false => Verdict::Differs(found),
        }
    }

    /// The records' number for what the claim says.
    fn found(&self) -> Option<f64> {
        let ClaimSpan::Of(period, span) = self.claim.span else { return None };
        let now = self.tonnes(period, span);
        match self.claim.measure {
            Measure::Quantity => now,
            Measure::QuantityYearBefore => self.tonnes(period.plus(-12), span),
            Measure::Share => {
                let whole = self.cube().total(period, span)?.quantity as f64 / 1000.0;
                Some(now? / whole * 100.0)
            }
            Measure::MomAbsolute => Some(now? - self.tonnes(period.plus(-1), span)?),
            Measure::MomPercent => Some((now? / self.tonnes(period.plus(-1), span)? - 1.0) * 100.0),
            Measure::YoyPercent => Some((now? / self.tonnes(period.plus(-12), span)? - 1.0) * 100.0),
            Measure::YoyGap => {
                let growth = |span| Some(self.tonnes(period, span)? / self.tonnes(period.plus(-12), span)?);
                Some((growth(Span::Month)? - growth(Span::Ytd)?) * 100.0)
            }
            Measure::Rank | Measure::WithinTop => self.rank(period, span),
            Measure::MonthsFirst => {
                let mut months = 0.0;
                let mut at = period;
                while self.rank(at, Span::Month) == Some(1.0) {
                    months += 1.0;
                    at = at.plus(-1);
                }
                Some(months)
            }
            Measure::Count => {
                let members = self.cube().each_member(period, span, dimension_of(self.claim)?)?;
                Some(members.iter().filter(|s| s.is_traded()).count() as f64)
            }
            _ => None,
        }
    }

    fn tonnes(&self, period: Period, span: Span) -> Option<f64> {
        let kilograms = match (&self.claim.subject, self.claim.product) {
            (Subject::Total, None) => self.cube().total(period, span)?.quantity,
            (Subject::Total, Some(index)) => {
                self.of_member(period, span, MemberId { dimension: Dimension::Product, index })?
            }
            (Subject::Members(members), None) => {
                let parts: Option<Vec<u64>> =
                    members.iter().map(|m| self.of_member(period, span, *m)).collect();
                parts?.into_iter().sum()
            }
            _ => return None,
        };
        Some(kilograms as f64 / 1000.0)
    }

    fn of_member(&self, period: Period, span: Span, member: MemberId) -> Option<u64> {
        let index = self.index(member)?;
        Some(self.cube().member(period, span, member.dimension, index)?.quantity)
    }

    /// A member's place in the records' list.
    fn index(&self, member: MemberId) -> Option<usize> {
        let code = &self.ledger.catalogue.member(member)?.code;
        self.records.catalogue.members(member.dimension).iter().position(|m| m.code == *code)
    }

    fn rank(&self, period: Period, span: Span) -> Option<f64> {
        let Subject::Members(members) = &self.claim.subject else { return None };
        let [member] = members.as_slice() else { return None };
        let own = self.of_member(period, span, *member)?;
        let all = self.cube().each_member(period, span, member.dimension)?;
        Some(1.0 + all.iter().filter(|s| s.quantity > own).count() as f64)
    }
}
