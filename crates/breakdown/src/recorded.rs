//! The same answers from records: every figure exact, nothing left out. What the files do not cover is not
//! zero, and what of them was cut is compared with nothing.

use super::entry::{Concentration, Entry, Presence, Recorded};
use super::ranking::Ranking;
use super::{Between, Breakdown, Metric, Point};
use model::{
    Against, Answer, Catalogue, Change, Dimension, DimensionMap, Figure, Measured, MemberId, Missing, Period,
    Rule, Span, Unit, sort_list,
};
use records::{Cube, Extent, Sums};

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

/// What is known of a member, or of the total.
pub(super) fn entry(cube: &Cube, member: Option<MemberId>, period: Period, span: Span) -> Entry {
    let at = At { cube, period, span };
    match member {
        Some(member) => at.entry(What::Member(member), What::All(member.dimension)),
        None => at.total_entry(),
    }
}

/// The monthly totals from the first month to the last. A month that the data does not cover is a
/// point without a figure.
pub(super) fn series(cube: &Cube) -> Vec<Point> {
    let (Some(first), Some(last)) = (cube.months.first(), cube.months.last()) else {
        return Vec::new();
    };
    let at = |period| At { cube, period, span: Span::Month };
    let point = |period| Point { period, quantity: at(period).quantity(What::Total) };
    first.to(*last).map(point).collect()
}

/// A figure of a member, or of all.
pub(super) fn answer(
    cube: &Cube,
    member: Option<MemberId>,
    metric: Metric,
    period: Period,
    span: Span,
) -> Answer {
    let at = At { cube, period, span };
    let what = member.map_or(What::Total, What::Member);
    match metric {
        Metric::Quantity => at.quantity(what),
        Metric::Value => at.money(at.sums(what)),
        Metric::UnitValue => unit_value_of(&at, at.sums(what)),
        Metric::Share => match member {
            Some(member) => at.share(at.quantity(what), What::All(member.dimension)),
            None => Err(Missing::NotApplicable),
        },
    }
}

/// The quantity of a member, or of all members of a dimension, and how it differs from another period's.
pub(super) fn change(
    cube: &Cube,
    dimension: Dimension,
    member: Option<MemberId>,
    between: Between,
) -> (Answer, Change) {
    let Between { base, period, span } = between;
    let now = At { cube, period, span };
    let what = member.map_or(What::All(dimension), What::Member);
    (now.quantity(what), now.change_from(At { period: base, ..now }, what, |sums| now.measured(sums)))
}

/// The unit value of all, and how it differs from another period's.
pub(super) fn unit_value_change(cube: &Cube, between: Between) -> (Answer, Change) {
    let Between { base, period, span } = between;
    let now = At { cube, period, span };
    let of = |sums| unit_value_of(&now, sums);
    (of(now.sums(What::Total)), now.change_from(At { period: base, ..now }, What::Total, of))
}

/// Whether the members of a dimension make the whole in both periods.
pub(super) fn has_all(cube: &Cube, dimension: Dimension, between: Between) -> bool {
    let Between { base, period, span } = between;
    let is_whole = |period| At { cube, period, span }.extent(What::All(dimension)) == Extent::Whole;
    is_whole(base) && is_whole(period)
}

/// A member's place in a month.
pub(super) fn place(cube: &Cube, member: MemberId, period: Period) -> Answer {
    let at = At { cube, period, span: Span::Month };
    let members = at.sums_of_members(member.dimension);
    let own = members.get(member.index.place()).copied().unwrap_or_default();
    of_whole(at.extent(What::All(member.dimension)))?;
    if !own.is_traded() {
        return Err(if members.is_empty() { Missing::NotCovered } else { Missing::NotApplicable });
    }
    let size = |sums: &Sums| sums.by(cube.measured);
    let larger = members.iter().filter(|other| size(other) > size(&own)).count();
    Figure::exact(Rule::Order, larger as f64 + 1.0, Unit::Rank, Vec::new()).ok_or(Missing::NotApplicable)
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

/// Sums of rows.
#[derive(Clone, Copy)]
struct Counted {
    sums: Sums,
    /// There may be more: a file was cut.
    at_least: bool,
}

type Known = Result<Counted, Missing>;

impl At<'_> {
    /// What trade is measured by: tonnes, or money where nothing is weighed.
    fn measured(&self, sums: Known) -> Answer {
        match self.cube.measured {
            Measured::Weight => tonnes(sums),
            Measured::Value => self.money(sums),
        }
    }

    fn quantity(&self, what: What) -> Answer {
        self.measured(self.sums(what))
    }

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
        let released =
            self.cube.months.last().is_some_and(|last| self.period.within(last.frequency()) <= *last);
        let sums = found.ok_or(if released { Missing::NotCovered } else { Missing::NotYetReleased })?;
        match self.extent(what) {
            Extent::Whole => Ok(Counted { sums, at_least: false }),
            Extent::Incomplete => Ok(Counted { sums, at_least: true }),
            Extent::NotCovered => Err(Missing::NotCovered),
        }
    }

    /// How much the files cover of it.
    fn extent(&self, what: What) -> Extent {
        let (coverage, period, span) = (&self.cube.coverage, self.period, self.span);
        match what {
            What::All(Dimension::Product) => coverage.of_all(period, span),
            What::Member(MemberId { dimension: Dimension::Product, index }) => {
                coverage.of_product(period, span, index)
            }
            What::Total | What::All(_) | What::Member(_) => coverage.of_chosen(period, span),
        }
    }

    /// Whether anything was traded; `None` where that is not known.
    fn is_traded(&self, what: What) -> Option<bool> {
        let counted = self.sums(what).ok()?;
        match counted.sums.is_traded() {
            true => Some(true),
            false => (!counted.at_least).then_some(false),
        }
    }

    /// The same span a month or a year earlier.
    fn before(&self, against: Against) -> Self {
        At { period: against.before(self.period), ..*self }
    }

    fn total_entry(&self) -> Entry {
        self.entry(What::Total, What::Total)
    }

    fn entry(&self, what: What, whole: What) -> Entry {
        let own = what == whole;
        let quantity = self.quantity(what);
        let share = match own {
            true => Err(Missing::NotApplicable),
            false => self.share(quantity.clone(), whole),
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
            mom: self.change(what, Against::MonthBefore, |sums| self.measured(sums)),
            yoy: self.change(what, Against::YearBefore, |sums| self.measured(sums)),
            recorded: Some(self.recorded(what, whole)),
            quantity,
        }
    }

    /// A part of a whole, percent.
    fn share(&self, quantity: Answer, whole: What) -> Answer {
        part(Rule::PartOfWhole, Unit::Percent, &quantity, &self.quantity(whole), |p, w| p / w * 100.0)
    }

    fn change(&self, what: What, against: Against, measure: impl Fn(Known) -> Answer) -> Change {
        if !Against::of(self.period.frequency(), self.span).contains(&against) {
            return Change::missing(Missing::NotApplicable);
        }
        self.change_from(self.before(against), what, measure)
    }

    fn change_from(&self, earlier: Self, what: What, measure: impl Fn(Known) -> Answer) -> Change {
        let now = measure(self.sums(what));
        let previous = measure(earlier.sums(what));
        let is_nothing = |answer: &Answer| answer.as_ref().is_ok_and(|figure| figure.bounds.high == 0.0);
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

    fn recorded(&self, what: What, whole: What) -> Recorded {
        let against = Against::main(self.span);
        let earlier = self.before(against);
        let (now, before) = (self.sums(what), earlier.sums(what));
        // A value that trade is measured by stands beside nothing.
        let value = match self.cube.measured {
            Measured::Weight => self.money(now),
            Measured::Value => Err(Missing::NotApplicable),
        };
        let change = self.change(what, against, |sums| self.measured(sums)).absolute;
        let whole_before = earlier.quantity(whole);
        let unit_value = unit_value(&value, &tonnes(now));
        let unit_value_before = unit_value_of(self, before);
        let quantities = (tonnes(now), tonnes(before));
        Recorded {
            contribution: part(Rule::PartOfChange, Unit::Points, &change, &whole_before, |c, w| {
                c / w * 100.0
            }),
            value_change: match &value {
                Err(Missing::NotApplicable) => Change::missing(Missing::NotApplicable),
                _ => self.change(what, against, |sums| self.money(sums)),
            },
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
        sums.map(|c| figure(c, c.sums.value as f64, Unit::Money(currency), 0))
    }

    fn presence(&self, what: What) -> Presence {
        if !matches!(what, What::Member(_)) {
            return Presence::Continuing;
        }
        let is_traded = |period| At { period, ..*self }.is_traded(what);
        let now = is_traded(self.period);
        let before = is_traded(self.period.plus(-1));
        match (self.span, now, before) {
            (Span::Ytd | Span::Rolling, ..) => Presence::Continuing,
            (Span::Month, Some(false), Some(true)) => Presence::Lost,
            (Span::Month, Some(false) | None, _) => Presence::Absent,
            // A month that is incomplete is no news.
            (Span::Month, Some(true), _) if self.extent(what) != Extent::Whole => Presence::Continuing,
            (Span::Month, Some(true), _) => self.arrival(is_traded),
        }
    }

    /// Whether a member that is traded came, or came back. Where it is not known how long it was away, neither.
    fn arrival(&self, is_traded: impl Fn(Period) -> Option<bool>) -> Presence {
        let first = self.cube.months.first().copied().unwrap_or(self.period);
        let earlier = || first.to(self.period.plus(-1)).rev().map(&is_traded);
        let without = earlier().take_while(|traded| *traded == Some(false)).count();
        match (without, earlier().nth(without)) {
            // In the first month of the data nobody can be new, nor after a month of which nothing is known.
            (0, _) => Presence::Continuing,
            (months, Some(Some(true))) => Presence::Returned(months),
            (_, None) => Presence::New,
            (_, _) if earlier().any(|traded| traded == Some(true)) => Presence::Continuing,
            (_, _) => Presence::New,
        }
    }

    fn ranking(&self, catalogue: &Catalogue, dimension: Dimension) -> Ranking {
        let whole = What::All(dimension);
        let extent = self.extent(whole);
        let before = self.before(Against::main(self.span));
        let members = self.sums_of_members(dimension);
        let earlier = before.sums_of_members(dimension);
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
        let size = |sums: &Sums| sums.by(self.cube.measured);
        let sizes: Vec<u64> = order.iter().map(|(_, sums)| size(sums)).collect();
        let entry = |(member, sums): (MemberId, Sums)| {
            // Equal quantities share a place.
            let place = sizes.iter().take_while(|larger| **larger > size(&sums)).count();
            let rank = Figure::exact(Rule::Order, place as f64 + 1.0, Unit::Rank, Vec::new());
            let rank = rank.filter(|_| sums.is_traded()).ok_or(Missing::NotApplicable);
            Entry {
                rank: of_whole(extent).and(rank),
                streak: self.streak(member, place == 0 && sums.is_traded()),
                ..self.entry(What::Member(member), whole)
            }
        };
        let traded: Vec<Sums> = order.iter().map(|(_, s)| *s).filter(|s| s.is_traded()).collect();
        let total = self.sums(whole);
        let listed = self.measured(total).ok();
        let nothing = Figure::recorded(0.0, unit_of(&self.measured(total)), 0);
        Ranking {
            dimension,
            whole: self.entry(whole, whole),
            concentration: listed
                .as_ref()
                .filter(|_| extent == Extent::Whole)
                .map(|whole| self.concentration(&traded, whole)),
            entries: order.iter().copied().map(entry).collect(),
            groups: Vec::new(),
            remainder: of_whole(extent).and(total.map(|_| nothing)),
            remainder_share: Err(Missing::NotApplicable),
            listed,
            complete: extent == Extent::Whole,
            adds_up: true,
        }
    }

    /// `traded` are the members' sums, the largest first.
    fn concentration(&self, traded: &[Sums], whole: &Figure) -> Concentration {
        let size = |sums: &Sums| sums.by(self.cube.measured);
        debug_assert!(traded.is_sorted_by(|a, b| size(a) >= size(b)), "not the largest first");
        let scale = match self.cube.measured {
            Measured::Weight => 1000.0,
            Measured::Value => 1.0,
        };
        let top: u64 = traded.iter().take(3).map(size).sum();
        let top = Figure::recorded(top as f64 / scale, whole.unit, 0);
        let share = |q: u64| q as f64 / scale / whole.value * 100.0;
        let squares: f64 = traded.iter().map(|sums| share(size(sums)).powi(2)).sum();
        let exact = |figure: Option<Figure>| figure.ok_or(Missing::ZeroBase);
        Concentration {
            members: exact(Figure::exact(Rule::HowMany, traded.len() as f64, Unit::Count, Vec::new())),
            top_three: part(Rule::TopThree, Unit::Percent, &Ok(top), &Ok(whole.bare()), |t, w| t / w * 100.0),
            hhi: exact(Figure::exact(Rule::SquaredShares, squares, Unit::Index, Vec::new())),
        }
    }

    /// The sums of every member. Where not all goods are covered, something is known of products alone.
    fn sums_of_members(&self, dimension: Dimension) -> Vec<Sums> {
        match (self.extent(What::All(dimension)), dimension) {
            (Extent::Whole | Extent::Incomplete, _) | (Extent::NotCovered, Dimension::Product) => {
                self.cube.each_member(self.period, self.span, dimension).unwrap_or_default()
            }
            (Extent::NotCovered, _) => Vec::new(),
        }
    }

    /// Months in a row in first place, counted back until another member is larger or the data ends.
    fn streak(&self, member: MemberId, is_first: bool) -> Answer {
        match (self.span, is_first) {
            (Span::Ytd | Span::Rolling, _) => return Err(Missing::NotApplicable),
            (Span::Month, false) => return Err(Missing::NotFirst),
            (Span::Month, true) => of_whole(self.extent(What::All(member.dimension)))?,
        }
        let leads = |period: Period| {
            of_whole(At { period, ..*self }.extent(What::All(member.dimension))).ok()?;
            let members = self.cube.each_member(period, Span::Month, member.dimension)?;
            let size = |sums: &Sums| sums.by(self.cube.measured);
            let own = size(members.get(member.index.place())?);
            Some(own > 0 && members.iter().all(|m| size(m) <= own))
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
        let unit = Unit::Periods(self.period.frequency());
        model::Interval::new(months, high)
            .and_then(|bounds| Figure::derived(Rule::Counted, months, bounds, unit, Vec::new()))
            .ok_or(Missing::NotApplicable)
    }
}

/// Kilograms as tonnes. Three digits after the point are all there is.
fn tonnes(sums: Known) -> Answer {
    sums.map(|c| {
        let kilograms = c.sums.quantity;
        let value = kilograms as f64 / 1000.0;
        let decimals = if kilograms.is_multiple_of(1000) || value >= 10_000.0 { 0 } else { 3 };
        figure(c, value, Unit::Tonnes, decimals)
    })
}

fn figure(counted: Counted, value: f64, unit: Unit, decimals: usize) -> Figure {
    match counted.at_least {
        true => Figure::recorded_at_least(value, unit, decimals),
        false => Figure::recorded(value, unit, decimals),
    }
}

/// Why there is no place among others, nor anything else that needs all of them.
fn of_whole(extent: Extent) -> Result<(), Missing> {
    match extent {
        Extent::Whole => Ok(()),
        Extent::Incomplete => Err(Missing::Incomplete),
        Extent::NotCovered => Err(Missing::NotCovered),
    }
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

/// A figure from two; a division by zero has no result, nor has what is incomplete.
fn part(rule: Rule, unit: Unit, a: &Answer, b: &Answer, f: impl Fn(f64, f64) -> f64) -> Answer {
    let (a, b) = (a.as_ref().map_err(|e| *e)?, b.as_ref().map_err(|e| *e)?);
    if a.is_incomplete() || b.is_incomplete() {
        return Err(Missing::Incomplete);
    }
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
