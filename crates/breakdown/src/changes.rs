//! What made the change of a whole.

use super::{Breakdown, Entry};
use model::{Against, Change, Dimension, Figure, Interval, MemberId, Rule, Unit, sort_list};

/// The change between two periods, cut into members.
#[derive(Debug, Clone, PartialEq)]
pub struct Changes {
    /// The whole of the earlier period, tonnes.
    pub start: Figure,
    /// The whole of the later one.
    pub end: Figure,
    /// The members whose change is known, by its size, tonnes: at most as many as asked for.
    pub steps: Vec<(MemberId, Figure)>,
    /// What is left of the whole's change: of everybody else, and of what is not itemised. `None` where the steps are
    /// of all there are: what their sum is off by then is rounding.
    pub rest: Option<Figure>,
}

impl Changes {
    /// What is certainly the largest part of the change, in its direction: a member's, or `None` with what is left
    /// besides members.
    pub fn largest(&self) -> Option<(Option<MemberId>, &Figure)> {
        let whole = self.end.value - self.start.value;
        let size = |bounds: Interval| match whole < 0.0 {
            true => (-bounds.high, -bounds.low),
            false => (bounds.low, bounds.high),
        };
        let steps = || self.steps.iter().map(|(member, change)| (Some(*member), change));
        let known = || steps().chain(self.rest.iter().map(|rest| (None, rest)));
        let least = |(_, figure): &(Option<MemberId>, &Figure)| size(figure.bounds).0;
        let (member, figure) = known().max_by(|a, b| least(a).total_cmp(&least(b)))?;
        let own = size(figure.bounds).0;
        let mut others = known().filter(|(other, _)| *other != member);
        // What nobody itemises could be one member's.
        let surpasses = others.all(|(_, other)| size(other.bounds).1 < own);
        (own > 0.0 && surpasses).then_some((member, figure))
    }
}

/// Cuts a change by a dimension's members, at most `most` of them; `None` where either whole is not known, where nobody's
/// change is, or where there is only one member.
pub fn changes(
    breakdown: &Breakdown,
    dimension: Dimension,
    against: Against,
    most: usize,
) -> Option<Changes> {
    let of = |entry: &Entry| -> Change {
        match against {
            Against::MonthBefore => entry.mom.clone(),
            Against::YearBefore => entry.yoy.clone(),
        }
    };
    let ranking = breakdown.ranking(dimension);
    let whole = of(&ranking.whole);
    let (start, end) = (whole.previous.as_ref().ok()?, ranking.whole.quantity.as_ref().ok()?);
    let mut steps: Vec<(MemberId, Figure)> = ranking
        .entries
        .iter()
        .filter_map(|entry| Some((entry.member()?, of(entry).absolute.ok()?)))
        .collect();
    sort_list(&mut steps, |(_, a), (_, b)| b.value.abs().total_cmp(&a.value.abs()));
    let is_whole = ranking.complete && steps.len() == ranking.entries.len() && steps.len() <= most;
    steps.truncate(most);
    // One member's change is the whole's.
    if steps.is_empty() || (is_whole && steps.len() == 1) {
        return None;
    }
    let mut left = match &whole.absolute {
        Ok(change) => change.bare(),
        Err(_) => difference(end, start)?,
    };
    for (_, step) in &steps {
        left = difference(&left, step)?;
    }
    Some(Changes { start: start.clone(), end: end.clone(), steps, rest: (!is_whole).then_some(left) })
}

/// One figure less another, tonnes.
fn difference(a: &Figure, b: &Figure) -> Option<Figure> {
    let exact = a.bounds.width() == 0.0 && b.bounds.width() == 0.0;
    let bounds = match exact {
        true => Interval::exactly(a.value - b.value),
        false => a.bounds.map2(b.bounds, |a, b| a - b)?,
    };
    Figure::derived(Rule::Difference, a.value - b.value, bounds, Unit::Tonnes, vec![a.bare(), b.bare()])
}
