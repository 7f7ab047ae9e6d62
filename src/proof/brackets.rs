//! Percentages without a word: “Mexico 2,629 t (12.3%), Portugal 1,619 t (7.6%)”. They may be shares or
//! changes; the tonnes beside them tell which, because what is divided by its share is the total.

use super::draft::Draft;
use super::number::Counted;
use super::read::Said;
use super::reading::Measure;
use super::settle::{in_percent, reading};
use super::window::Role;
use crate::model::Interval;

/// Such a percentage.
pub(super) struct Bracket {
    /// As a share.
    share: Draft,
    /// What the total is then.
    total: Interval,
}

impl Bracket {
    /// Finds those of a sentence.
    pub fn all(drafts: &[Draft]) -> Vec<Bracket> {
        drafts
            .windows(2)
            .filter_map(|pair| {
                let [before, draft] = pair else { return None };
                let plain = draft.number.counted == Counted::Percent
                    && !draft.number.signed
                    && matches!(draft.role, Role::Open | Role::Level)
                    && draft.against.is_none()
                    && (draft.bracket || draft.apposed);
                let is_of_before =
                    in_percent(before, draft) && before.is_quantity() && draft.member.is_some();
                let certain = before.refused.is_none() && draft.refused.is_none();
                if !plain || !is_of_before || !certain {
                    return None;
                }
                let (quantity, percent) =
                    (before.number.bounds(before.about), draft.number.bounds(draft.about));
                (percent.low > 0.0 && quantity.low > 0.0).then(|| Bracket {
                    share: Draft { role: Role::Share, ..draft.clone() },
                    total: Interval {
                        low: quantity.low / percent.high * 100.0,
                        high: quantity.high / percent.low * 100.0,
                    },
                })
            })
            .collect()
    }

    fn is_like(&self, other: &Bracket) -> bool {
        let kind = |b: &Bracket| b.share.member.map(|m| m.dimension);
        kind(self) == kind(other) && self.share.months == other.share.months
    }
}

/// Reads them as shares where most of a kind give one total: the note's, if it tells that.
pub(super) fn settle(brackets: &[Bracket], said: &mut [Said]) {
    let mut settled: Vec<Said> = Vec::new();
    for bracket in brackets {
        let like: Vec<&Bracket> = brackets.iter().filter(|other| bracket.is_like(other)).collect();
        let totals: Vec<Interval> = said
            .iter()
            .filter_map(|(_, read)| read.as_ref().ok())
            .filter(|read| read.measure == Measure::Quantity && read.members.is_empty())
            .filter(|read| bracket.share.months == Ok((read.period, read.span)))
            .map(|read| read.printed)
            .collect();
        let agree = |total: &Interval| like.iter().filter(|b| b.total.and(*total).is_some()).count();
        let most = match totals.is_empty() {
            false => totals.iter().map(agree).max(),
            // Where most of them overlap, one of them begins.
            true => like.iter().map(|b| agree(&Interval { low: b.total.low, high: b.total.low })).max(),
        };
        let enough = if totals.is_empty() { 2 } else { 1 };
        if most.is_some_and(|most| most >= enough && 2 * most > like.len()) {
            settled.push((bracket.share.token, reading(&bracket.share)));
        }
    }
    for (token, share) in settled {
        said.iter_mut().filter(|(other, _)| *other == token).for_each(|(_, read)| *read = share.clone());
    }
}
