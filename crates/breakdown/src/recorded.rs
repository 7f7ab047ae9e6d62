//! The same answers from records: every figure exact, nothing left out.

use super::entry::{Concentration, Entry, Presence, Recorded};
use super::ranking::Ranking;
use super::{Breakdown, Point};
use model::{
    Against, Answer, Catalogue, Change, Dimension, DimensionMap, Figure, MemberId, Missing, Period, Rule,
    Span, Unit, sort_list,
};
use records::{Cube, Sums};

/// Everything that records tell of a month.
pub(super) fn breakdown(catalogue: &Catalogue, cube: &Cube, period: Period, span: Span) -> Breakdown {
    let at = At { cube, period, span };
    let total = |span| At { span, ..at }.total_entry();
    Breakdown {
        period,
        span,
        total: total(Span::Month),
        ytd: total(Span::Ytd),
        whole: total(span),
        rankings: DimensionMap::from_fn(|dimension| at.ranking(catalogue, dimension)),
    }
}

/// The monthly totals from the first month to the last. A month that the data does not cover is a
/// point without a figure.
pub(super) fn series(cube: &Cube) -> Vec<Point> {
    let (Some(first), Some(last)) = (cube.months.first(), cube.months.last()) else {
        return Vec::new();
    };
    let point = |period| Point { period, quantity: tonnes(at_total(cube, period)) };
    first.to(*last).map(point).collect()
}

fn at_total(cube: &Cube, period: Period) -> Result<Sums, Missing> {
    cube.total(period, Span::Month).ok_or(Missing::NotCovered)
}

/// A span in a cube.
#[derive(Clone, Copy)]
struct At<'a> {
    cube: &'a Cube,
    period: Period,
    span: Span,
}

/// What is summed.
#[derive(Clone, Copy, PartialEq)]
enum What {
    Total,
    /// All members of a dimension: the total as if nothing of the dimension were filtered.
    All(Dimension),
    Member(MemberId),
}

type Known = Result<Sums, Missing>;

impl At<'_> {
    fn sums(&self, what: What) -> Known {
        let (period, span) = (self.period, self.span);
        let found = match what {
            What::Total => self.cube.total(period, span),
            What::All(dimension) => self.cube.each_member(period, span, dimension).map(|members| {
                members.iter().fold(Sums::default(), |mut sum, m| {
                    sum.quantity += m.quantity;
                    sum.value += m.value;
                    sum
                })
            }),
            What::Member(m) => self.cube.member(period, span, m),
        };
        let released = self.cube.months.last().is_some_and(|last| self.period <= *last);
        found.ok_or(if released { Missing::NotCovered } else { Missing::NotYetReleased })
    }

    /// The same span a month or a year earlier.
    fn before(&self, against: Against) -> Self {
        At { period: self.period.plus(-against.months()), ..*self }
    }

    fn total_entry(&self) -> Entry {
        self.entry(What::Total, What::Total)
    }

    fn entry(&self, what: What, whole: What) -> Entry {
        let now = self.sums(what);
        let own = what == whole;
        let quantity = tonnes(now);
        let share = match own {
            true => Err(Missing::NotApplicable),
            false => part(Rule::PartOfWhole, Unit::Percent, &quantity, &tonnes(self.sums(whole)), |p, w| {
                p / w * 100.0
            }),
        };
        let members = match what {
            What::Member(member) => vec![member],
            _ => Vec::new(),
        };
        Entry {
            members,
            rank: Err(Missing::NotApplicable),
            streak: Err(Missing::NotApplicable),
            share,
            mom: self.change(what, Against::MonthBefore, tonnes),
            yoy: self.change(what, Against::YearBefore, tonnes),
            recorded: Some(self.recorded(what, whole)),
            quantity,
        }
    }

    fn change(&self, what: What, against: Against, measure: impl Fn(Known) -> Answer) -> Change {
        if self.span != Span::Month && against == Against::MonthBefore {
            return Change::missing(Missing::NotApplicable);
        }
        let now = measure(self.sums(what));
        let previous = measure(self.before(against).sums(what));
        let is_nothing = |answer: &Answer| answer.as_ref().is_ok_and(|figure| figure.value == 0.0);
        let percent = match is_nothing(&now) && is_nothing(&previous) {
            // From nothing to nothing is no growth to ask for.
            true => Err(Missing::NotApplicable),
            false => part(Rule::Growth, Unit::Percent, &now, &previous, |a, b| (a / b - 1.0) * 100.0),
        };
        Change {
            absolute: part(Rule::Difference, unit_of(&now), &now, &previous, |a, b| a - b),
            percent,
            previous,
        }
    }

    /// The comparison that contributions and effects are about.
    fn main_comparison(&self) -> Against {
        match self.span {
            Span::Month => Against::MonthBefore,
            Span::Ytd | Span::Rolling => Against::YearBefore,
        }
    }

    fn recorded(&self, what: What, whole: What) -> Recorded {
        let against = self.main_comparison();
        let earlier = self.before(against);
        let (now, before) = (self.sums(what), earlier.sums(what));
        let value = self.money(now);
        let change = self.change(what, against, tonnes).absolute;
        let whole_before = tonnes(earlier.sums(whole));
        let unit_value = unit_value(&value, &tonnes(now));
        let unit_value_before = unit_value_of(self, before);
        let quantities = (tonnes(now), tonnes(before));
        Recorded {
            contribution: part(Rule::PartOfChange, Unit::Points, &change, &whole_before, |c, w| {
                c / w * 100.0
            }),
            value_change: self.change(what, against, |sums| self.money(sums)),
            // Bennet's split (1920): each factor's change at the mean of the other. The two effects
            // make the change in value exactly.
            volume_effect: effect(
                Rule::VolumeEffect,
                quantities.clone(),
                (unit_value.clone(), unit_value_before.clone()),
            ),
            price_effect: effect(Rule::PriceEffect, (unit_value.clone(), unit_value_before), quantities),
            presence: self.presence(what),
            value,
            unit_value,
        }
    }

    fn money(&self, sums: Known) -> Answer {
        let currency = self.cube.currency.ok_or(Missing::NotApplicable)?;
        sums.map(|s| Figure::recorded(s.value as f64, Unit::Money(currency), 0))
    }

    fn presence(&self, what: What) -> Presence {
        let What::Member(member) = what else { return Presence::Continuing };
        let traded = |period| self.cube.member(period, Span::Month, member);
        let is_traded = |period| traded(period).is_some_and(Sums::is_traded);
        let earlier = self.cube.months.iter().rev().filter(|m| **m < self.period);
        match (self.span, is_traded(self.period)) {
            (Span::Ytd | Span::Rolling, _) => Presence::Continuing,
            (Span::Month, false) if is_traded(self.period.plus(-1)) => Presence::Lost,
            (Span::Month, false) => Presence::Absent,
            (Span::Month, true) => match earlier.map(|m| is_traded(*m)).position(|t| t) {
                Some(0) => Presence::Continuing,
                Some(months) => Presence::Returned(months),
                // In the first month of the data nobody can be new.
                None if self.cube.months.first() == Some(&self.period) => Presence::Continuing,
                None => Presence::New,
            },
        }
    }

    fn ranking(&self, catalogue: &Catalogue, dimension: Dimension) -> Ranking {
        let whole = What::All(dimension);
        let members = self.cube.each_member(self.period, self.span, dimension).unwrap_or_default();
        let before = self.before(self.main_comparison());
        let earlier = self.cube.each_member(before.period, before.span, dimension).unwrap_or_default();
        let was_there = |m: &MemberId| earlier.get(m.index.place()).is_some_and(|s| s.is_traded());
        let mut order: Vec<(MemberId, Sums)> = catalogue
            .member_ids(dimension)
            .zip(members)
            .filter(|(member, sums)| sums.is_traded() || was_there(member))
            .collect();
        let code = |member: MemberId| catalogue.member(member).map(|m| m.code.as_str());
        sort_list(&mut order, |(i, a), (j, b)| {
            (b.quantity, b.value).cmp(&(a.quantity, a.value)).then_with(|| code(*i).cmp(&code(*j)))
        });
        let quantities: Vec<_> = order.iter().map(|(_, sums)| sums.quantity).collect();
        let entry = |(member, sums): (MemberId, Sums)| {
            // Equal quantities share a place.
            let place = quantities.iter().take_while(|larger| **larger > sums.quantity).count();
            let rank = Figure::exact(Rule::Order, place as f64 + 1.0, Unit::Rank, Vec::new());
            Entry {
                rank: rank.filter(|_| sums.is_traded()).ok_or(Missing::NotApplicable),
                streak: self.streak(member, place == 0 && sums.is_traded()),
                ..self.entry(What::Member(member), whole)
            }
        };
        let traded: Vec<Sums> = order.iter().map(|(_, s)| *s).filter(|s| s.is_traded()).collect();
        let total = self.sums(whole);
        let listed = tonnes(total).ok();
        let nothing = Figure::recorded(0.0, Unit::Tonnes, 0);
        Ranking {
            dimension,
            whole: self.entry(whole, whole),
            concentration: listed.as_ref().map(|whole| concentration(&traded, whole)),
            entries: order.iter().copied().map(entry).collect(),
            groups: Vec::new(),
            remainder: total.map(|_| nothing),
            remainder_share: Err(Missing::NotApplicable),
            listed,
            complete: true,
            adds_up: true,
        }
    }

    /// Months in a row in first place, counted back until another member is larger or the data ends.
    fn streak(&self, member: MemberId, is_first: bool) -> Answer {
        match (self.span, is_first) {
            (Span::Ytd | Span::Rolling, _) => return Err(Missing::NotApplicable),
            (Span::Month, false) => return Err(Missing::NotFirst),
            (Span::Month, true) => {}
        }
        let leads = |period: Period| {
            let members = self.cube.each_member(period, Span::Month, member.dimension)?;
            let own = members.get(member.index.place())?.quantity;
            Some(own > 0 && members.iter().all(|m| m.quantity <= own))
        };
        let mut months = 1.0;
        let mut period = self.period.plus(-1);
        let mut at_least = false;
        loop {
            match leads(period) {
                Some(true) => months += 1.0,
                Some(false) => break,
                // The data begins here: the row may be longer.
                None => {
                    at_least = true;
                    break;
                }
            }
            period = period.plus(-1);
        }
        let high = if at_least { f64::INFINITY } else { months };
        model::Interval::new(months, high)
            .and_then(|bounds| Figure::derived(Rule::Counted, months, bounds, Unit::Months, Vec::new()))
            .ok_or(Missing::NotApplicable)
    }
}

/// Kilograms as tonnes. Three digits after the point are all there is.
fn tonnes(sums: Known) -> Answer {
    sums.map(|s| {
        let value = s.quantity as f64 / 1000.0;
        let decimals = if s.quantity.is_multiple_of(1000) || value >= 10_000.0 { 0 } else { 3 };
        Figure::recorded(value, Unit::Tonnes, decimals)
    })
}

fn unit_of(answer: &Answer) -> Unit {
    answer.as_ref().map_or(Unit::Tonnes, |f| f.unit)
}

fn unit_value(value: &Answer, quantity: &Answer) -> Answer {
    let unit = match unit_of(value) {
        Unit::Money(currency) => Unit::PerTonne(currency),
        _ => return Err(Missing::NotApplicable),
    };
    // Nothing was traded, or less than half a kilogram: there is no price of a tonne of it.
    if quantity.as_ref().is_ok_and(|q| q.value == 0.0) {
        return Err(Missing::NotApplicable);
    }
    part(Rule::ValuePerTonne, unit, value, quantity, |v, q| v / q)
}

fn unit_value_of(at: &At, sums: Known) -> Answer {
    unit_value(&at.money(sums), &tonnes(sums))
}

/// A figure from two; a division by zero has no result.
fn part(rule: Rule, unit: Unit, a: &Answer, b: &Answer, f: impl Fn(f64, f64) -> f64) -> Answer {
    let (a, b) = (a.as_ref().map_err(|e| *e)?, b.as_ref().map_err(|e| *e)?);
    let divides = !matches!(rule, Rule::Difference);
    if divides && b.value == 0.0 {
        return Err(Missing::ZeroBase);
    }
    Figure::exact(rule, f(a.value, b.value), unit, vec![a.bare(), b.bare()]).ok_or(Missing::ZeroBase)
}

/// One factor's change at the mean of the other.
fn effect(
    rule: Rule,
    (now, before): (Answer, Answer),
    (other_now, other_before): (Answer, Answer),
) -> Answer {
    let (now, before, other_now, other_before) = (now?, before?, other_now?, other_before?);
    let unit = match (now.unit, other_now.unit) {
        (Unit::PerTonne(currency), _) | (_, Unit::PerTonne(currency)) => Unit::Money(currency),
        _ => return Err(Missing::NotApplicable),
    };
    let change = part(Rule::Difference, now.unit, &Ok(now), &Ok(before), |a, b| a - b)?;
    let value = change.value * (other_now.value + other_before.value) / 2.0;
    Figure::exact(rule, value, unit, vec![change, other_now, other_before]).ok_or(Missing::ZeroBase)
}

/// `traded` are the members' sums, the largest first.
fn concentration(traded: &[Sums], whole: &Figure) -> Concentration {
    debug_assert!(traded.is_sorted_by(|a, b| a.quantity >= b.quantity), "not the largest first");
    let top: u64 = traded.iter().take(3).map(|sums| sums.quantity).sum();
    let top = Figure::recorded(top as f64 / 1000.0, Unit::Tonnes, 0);
    let share = |q: u64| q as f64 / 1000.0 / whole.value * 100.0;
    let squares: f64 = traded.iter().map(|sums| share(sums.quantity).powi(2)).sum();
    let exact = |figure: Option<Figure>| figure.ok_or(Missing::ZeroBase);
    Concentration {
        members: exact(Figure::exact(Rule::HowMany, traded.len() as f64, Unit::Count, Vec::new())),
        top_three: part(Rule::TopThree, Unit::Percent, &Ok(top), &Ok(whole.bare()), |t, w| t / w * 100.0),
        hhi: exact(Figure::exact(Rule::SquaredShares, squares, Unit::Index, Vec::new())),
    }
}
