//! What the dataset has for a reading, and whether both can be true.

use std::collections::HashMap;

use super::reading::{Measure, Reading, Why};
use super::{Ours, Verdict};
use breakdown::{Breakdown, Dataset, Entry, breakdown};
use ledger::{self, Bound};
use model::{
    Against, Answer, Cell, Change, Dimension, Figure, Frequency, Interval, MemberId, Missing, Period, Rule,
    Span, Unit,
};
use view::{Section, View};

/// Room that still makes a test, as a part of the number.
const CLOSE: f64 = 0.1;

/// A dataset that is asked, with what it has answered.
pub(super) struct Asked<'a> {
    dataset: &'a Dataset,
    months: HashMap<(Period, Span), Breakdown>,
}

impl<'a> Asked<'a> {
    pub fn of(dataset: &'a Dataset) -> Asked<'a> {
        Asked { dataset, months: HashMap::new() }
    }

    /// How a reading compares with the dataset.
    pub fn verdict(&mut self, reading: &Reading) -> Verdict {
        let figure = match self.answer(reading) {
            Ok(figure) => figure,
            Err(missing) => return Verdict::CannotBeTested(Why::Missing(missing)),
        };
        let view = self.view(reading);
        let aside = |claim: &usize| self.dataset.ledger()?.as_printed(*claim);
        let aside: Vec<Figure> = figure.aside.iter().filter_map(aside).collect();
        compare(reading, figure, &aside, view)
    }

    fn answer(&mut self, reading: &Reading) -> Answer {
        let (period, span) = (reading.period, reading.span);
        match self.dataset {
            Dataset::Published(ledger) => {
                let cell = |m: Option<MemberId>| match m {
                    Some(m) => Cell::member(period, span, m),
                    None => Cell::total(period, span),
                };
                match (reading.members.as_slice(), reading.measure) {
                    ([] | [_], Measure::Value | Measure::ValuePercent(_)) => Err(Missing::NotPublished),
                    ([], measure) => of_cell(ledger, cell(None), measure),
                    ([one], measure) => of_cell(ledger, cell(Some(*one)), measure),
                    (members, measure) => {
                        let dimension = members.first().map_or(Dimension::Destination, |m| m.dimension);
                        let group = ledger.group_claims(period, span, dimension);
                        let wanted = measure.of_claim();
                        let same = |c: &&usize| {
                            ledger.claim(**c).is_some_and(|c| {
                                let about = match &c.subject {
                                    ledger::Subject::Members(m) => {
                                        m.len() == members.len() && members.iter().all(|x| m.contains(x))
                                    }
                                    _ => false,
                                };
                                about && Some(c.measure) == wanted
                            })
                        };
                        if let Some((i, c)) =
                            group.iter().find(same).and_then(|i| Some((*i, ledger.claim(*i)?)))
                        {
                            return Ok(Figure::printed(c.value, c.bounds(), measure.unit(), c.decimals(), i));
                        }
                        let of = |m: &MemberId| ledger::quantity(ledger, cell(Some(*m)));
                        together(members.iter().map(of), ledger::quantity(ledger, cell(None)), measure)
                    }
                }
            }
            Dataset::Recorded(_) => {
                let (period, span) = self.as_recorded(period, span).ok_or(Missing::NotCovered)?;
                let made = self
                    .months
                    .entry((period, span))
                    .or_insert_with(|| breakdown(self.dataset, None, period, span));
                let entry =
                    |m: MemberId| made.ranking(m.dimension).entries.iter().find(|e| e.member() == Some(m));
                let is_annual = period.frequency() == Frequency::Annual;
                match (reading.members.as_slice(), reading.measure) {
                    ([], measure) => of_entry(&made.whole, measure, is_annual),
                    // Who is not in the list traded nothing, then and before.
                    ([one], measure) => {
                        made.whole.quantity.clone()?;
                        entry(*one).map_or(Err(Missing::NotListed), |e| of_entry(e, measure, is_annual))
                    }
                    (members, measure) => {
                        let of =
                            |m: &MemberId| entry(*m).map_or(Err(Missing::NotListed), |e| e.quantity.clone());
                        together(members.iter().map(of), made.whole.quantity.clone(), measure)
                    }
                }
            }
        }
    }

    /// The period of the dataset that is just these months, and its span; `None` where it has none such.
    fn as_recorded(&self, last: Period, span: Span) -> Option<(Period, Span)> {
        let frequency = self.dataset.frequency();
        let period = last.within(frequency);
        let is_whole = period.within(Frequency::Monthly) == last;
        match (frequency, span) {
            (Frequency::Monthly, span) => Some((period, span)),
            (Frequency::Annual, Span::Ytd | Span::Rolling) if is_whole => Some((period, Span::Month)),
            (Frequency::Quarterly, Span::Ytd | Span::Rolling) if is_whole => Some((period, span)),
            (Frequency::Annual | Frequency::Quarterly, _) => None,
        }
    }

    fn view(&self, reading: &Reading) -> View {
        let told = (reading.period, reading.span);
        let (period, span) = self.as_recorded(reading.period, reading.span).unwrap_or(told);
        let section = match reading.members.first().map(|m| m.dimension) {
            Some(dimension) => Section::Ranking(dimension),
            None => Section::Overview,
        };
        View {
            dataset: Some(self.dataset.catalogue().id.clone()),
            period: Some(period),
            span,
            section,
            ..View::default()
        }
    }
}

fn of_cell(ledger: &ledger::Ledger, cell: Cell, measure: Measure) -> Answer {
    match measure {
        Measure::Quantity => ledger::quantity(ledger, cell),
        Measure::Share => ledger::share(ledger, cell),
        Measure::Percent(against) => ledger::change(ledger, cell, against).percent,
        Measure::Difference(against) => ledger::change(ledger, cell, against).absolute,
        Measure::Value | Measure::ValuePercent(_) => Err(Missing::NotPublished),
    }
}

/// What a year has on the month before.
const NO_CHANGE: Change = Change {
    absolute: Err(Missing::NotApplicable),
    percent: Err(Missing::NotApplicable),
    previous: Err(Missing::NotApplicable),
};

/// `is_annual`: a year's change is on the year before, and kept as that on the period before.
fn of_entry(entry: &Entry, measure: Measure, is_annual: bool) -> Answer {
    let change = |against: Against| match (against, is_annual) {
        (Against::MonthBefore, false) | (Against::YearBefore, true) => &entry.mom,
        (Against::YearBefore, false) => &entry.yoy,
        (Against::MonthBefore, true) => &NO_CHANGE,
    };
    let recorded = entry.recorded.as_ref().ok_or(Missing::NotPublished);
    if let Ok(Figure { unit: unit @ Unit::Money(_), .. }) = &entry.quantity {
        // Nothing is weighed: what a text says of quantities is not tested by values.
        return match measure {
            Measure::Value if *unit == measure.unit() => entry.quantity.clone(),
            Measure::ValuePercent(against) => change(against).percent.clone(),
            _ => Err(Missing::NotApplicable),
        };
    }
    match measure {
        Measure::Quantity => entry.quantity.clone(),
        Measure::Share => entry.share.clone(),
        Measure::Percent(against) => change(against).percent.clone(),
        Measure::Difference(against) => change(against).absolute.clone(),
        Measure::Value => match recorded?.value.clone() {
            Ok(figure) if figure.unit != measure.unit() => Err(Missing::NotApplicable),
            answer => answer,
        },
        // Records compare a month's value with the month before, a longer span's with the year before.
        Measure::ValuePercent(against) => {
            let Change { percent, .. } = &recorded?.value_change;
            let month = !is_annual && !matches!(entry.mom.absolute, Err(Missing::NotApplicable));
            match (against, month) {
                (Against::MonthBefore, true) | (Against::YearBefore, false) => percent.clone(),
                _ => Err(Missing::NotApplicable),
            }
        }
    }
}

/// Several members as one.
fn together(parts: impl Iterator<Item = Answer>, whole: Answer, measure: Measure) -> Answer {
    let parts: Vec<Figure> = parts.collect::<Result<_, _>>()?;
    let sum = ledger::sum(Rule::SumOfParts, parts).ok_or(Missing::NotPublished)?;
    match measure {
        Measure::Quantity => Ok(sum),
        Measure::Share => {
            let whole = whole?;
            let share = |part: f64, whole: f64| part / whole * 100.0;
            let bounds = sum.bounds.map2(whole.bounds, share).ok_or(Missing::ZeroBase)?;
            let value = share(sum.value, whole.value);
            Figure::derived(Rule::PartOfWhole, value, bounds, Unit::Percent, vec![sum.bare(), whole.bare()])
                .ok_or(Missing::ZeroBase)
        }
        _ => Err(Missing::NotPublished),
    }
}

/// `aside` are forms of the figure that articles print and that are set aside.
fn compare(reading: &Reading, figure: Figure, aside: &[Figure], view: View) -> Verdict {
    let ours = figure.bounds;
    let printed = match reading.bound {
        Some(Bound::Above) => Interval { low: reading.value, high: f64::INFINITY },
        Some(Bound::Below) => Interval { low: f64::NEG_INFINITY, high: reading.value },
        None => reading.printed,
    };
    let inside = |room: Interval| room.low <= ours.low && ours.high <= room.high;
    if ours.and(printed).is_none() {
        let other = aside.iter().any(|other| other.bounds.and(printed).is_some());
        return match other {
            // Another article has what the note has.
            true => Verdict::CannotBeTested(Why::Disputed),
            false => Verdict::Differs(Ours { figure, view }),
        };
    }
    // A dispute about our own figure leaves nothing to test with, unless it is the very same print.
    let scale = match reading.measure {
        Measure::Percent(_) | Measure::ValuePercent(_) => (100.0 + reading.value).abs(),
        _ => reading.value.abs(),
    };
    let too_wide = ours.width() > (scale * CLOSE).max(reading.printed.width() * 4.0);
    if too_wide && !inside(printed) {
        return Verdict::CannotBeTested(Why::Wide(ours));
    }
    let same_print = |f: &Figure| f.is_printed() && (f.value - reading.value).abs() < reading.step * 1e-6;
    let same = same_print(&figure) || figure.checks.iter().any(same_print);
    let rounded = match reading.bound.is_some() || reading.rough {
        true => printed,
        false => Interval::rounded(reading.value, reading.step),
    };
    let ours_shown = Ours { figure, view };
    match inside(rounded) || same {
        true => Verdict::Agrees(ours_shown),
        false => Verdict::AgreesWithinRounding(ours_shown),
    }
}

/// Dimensions whose members notes name.
pub(super) fn is_place(dimension: Dimension) -> bool {
    matches!(dimension, Dimension::Destination | Dimension::RegistrationLocation)
}
