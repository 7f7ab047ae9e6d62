//! What made the change of a whole.

use super::{Dataset, recorded};
use ledger::Ledger;
use model::{
    Against, Answer, Cell, Change, Dimension, Figure, Interval, MemberId, Missing, Period, Rule, Span, Unit,
    decimals_of_tonnes, sort_list,
};
use records::Cube;

/// Two periods of the same length, by the months in which they end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Between {
    /// The one that is compared with, which need not be the earlier one.
    pub base: Period,
    /// The one that is told of.
    pub period: Period,
    /// How long both are.
    pub span: Span,
}

/// A member in both periods.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// Who.
    pub member: MemberId,
    /// Its quantity in the base, tonnes.
    pub before: Answer,
    /// In the period.
    pub now: Answer,
    /// Its change, which may be known where a quantity is not.
    pub change: Figure,
}

/// The change between two periods, cut into members.
#[derive(Debug, Clone, PartialEq)]
pub struct Changes {
    /// The whole of the base, tonnes.
    pub start: Figure,
    /// The whole of the period.
    pub end: Figure,
    /// The change of the whole.
    pub change: Figure,
    /// The members whose change is known, by its size: at most as many as asked for.
    pub steps: Vec<Step>,
    /// What is left of the whole's change: of everybody else, and of what is not itemised. `None` where the steps are
    /// of all there are: what their sum is off by then is rounding.
    pub rest: Option<Figure>,
    /// Whether the change of everybody is known, those without a step included: else somebody may have changed more than
    /// any of them.
    pub are_all_known: bool,
}

impl Changes {
    /// What is left of both wholes besides the members with a step, the base first, tonnes; `None` where they are all
    /// there are, or where not all of their quantities are known.
    pub fn rest_of_wholes(&self) -> Option<[Figure; 2]> {
        self.rest.as_ref()?;
        let (mut start, mut end) = (self.start.bare(), self.end.bare());
        for step in &self.steps {
            start = difference(&start, step.before.as_ref().ok()?)?;
            end = difference(&end, step.now.as_ref().ok()?)?;
        }
        Some([start, end])
    }

    /// Digits after the point of the tonnes of its members, the same for all: as a table of them has.
    pub fn decimals(&self) -> usize {
        decimals_of_tonnes(self.steps.iter().flat_map(|step| [&step.before, &step.now]))
    }

    /// What is certainly the largest part of the change, in its direction: a member's, or `None` with what is left
    /// besides members.
    pub fn largest(&self) -> Option<(Option<MemberId>, &Figure)> {
        let whole = self.end.value - self.start.value;
        let size = |bounds: Interval| match whole < 0.0 {
            true => (-bounds.high, -bounds.low),
            false => (bounds.low, bounds.high),
        };
        let steps = || self.steps.iter().map(|step| (Some(step.member), &step.change));
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
/// change is, or where there is only one member. `chosen` are the sums of the rows that count, where not all do.
pub fn changes(
    dataset: &Dataset,
    chosen: Option<&Cube>,
    between: Between,
    dimension: Dimension,
    most: usize,
) -> Option<Changes> {
    let of = |member: Option<MemberId>| match dataset {
        Dataset::Published(ledger) => published(ledger, member, between),
        Dataset::Recorded(sums) => {
            recorded::change(chosen.unwrap_or(&sums.whole), dimension, member, between)
        }
    };
    let (end, whole) = of(None);
    let (start, end) = (whole.previous.ok()?, end.ok()?);
    let is_nothing = |answer: &Answer| answer.as_ref().is_ok_and(|figure| figure.bounds.high == 0.0);
    let mut all_have_changes = true;
    let mut steps: Vec<Step> = Vec::new();
    for member in dataset.catalogue().member_ids(dimension) {
        let (now, Change { absolute, previous: before, .. }) = of(Some(member));
        // Who had nothing and has nothing is nobody's step.
        if is_nothing(&now) && is_nothing(&before) {
            continue;
        }
        match absolute {
            Ok(change) => steps.push(Step { member, before, now, change }),
            Err(_) => all_have_changes = false,
        }
    }
    sort_list(&mut steps, |a, b| b.change.value.abs().total_cmp(&a.change.value.abs()));
    let has_all = match dataset {
        // The declared products are all there are; of the other dimensions articles list a few.
        Dataset::Published(_) => dimension == Dimension::Product,
        Dataset::Recorded(sums) => recorded::has_all(chosen.unwrap_or(&sums.whole), dimension, between),
    };
    let are_all_known = has_all && all_have_changes;
    let is_whole = are_all_known && steps.len() <= most;
    steps.truncate(most);
    // One member's change is the whole's.
    if steps.is_empty() || (is_whole && steps.len() == 1) {
        return None;
    }
    let change = match &whole.absolute {
        Ok(change) => change.bare(),
        Err(_) => difference(&end, &start)?,
    };
    let mut left = change.clone();
    for step in &steps {
        left = difference(&left, &step.change)?;
    }
    Some(Changes { start, end, change, steps, rest: (!is_whole).then_some(left), are_all_known })
}

/// The unit value of all in a period, and how it differs from another one's; `None` of published figures, which tell of
/// none.
pub fn unit_value_change(
    dataset: &Dataset,
    chosen: Option<&Cube>,
    between: Between,
) -> Option<(Answer, Change)> {
    let sums = dataset.sums()?;
    Some(recorded::unit_value_change(chosen.unwrap_or(&sums.whole), between))
}

/// What articles tell of a change, on a month or a year before in so many words.
fn published(ledger: &Ledger, member: Option<MemberId>, between: Between) -> (Answer, Change) {
    let Between { base, period, span } = between;
    let cell = |period| match member {
        Some(member) => Cell::member(period, span, member),
        None => Cell::total(period, span),
    };
    let now = ledger::quantity(ledger, cell(period));
    let against = [Against::MonthBefore, Against::YearBefore];
    let told = against.into_iter().find(|against| against.before(period) == base);
    if let Some(against) = told.filter(|against| span == Span::Month || *against == Against::YearBefore) {
        return (now, ledger::change(ledger, cell(period), against));
    }
    let previous = ledger::quantity(ledger, cell(base));
    let absolute = match (&now, &previous) {
        (Ok(now), Ok(before)) => difference(now, before).ok_or(Missing::NotPublished),
        (Err(missing), _) | (_, Err(missing)) => Err(*missing),
    };
    (now, Change { absolute, percent: Err(Missing::NotApplicable), previous })
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
