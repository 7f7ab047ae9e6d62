//! The members of a dimension by quantity, with what the list leaves out.

use super::entry::{Concentration, Entry};
use ledger::{self, Ledger, Measure, Subject};
use model::{
    Answer, Catalogue, Cell, Dimension, Figure, Frequency, Interval, MemberId, Missing, Period, Rule, Span,
    Unit, choose, decimals_of_tonnes, sort_list,
};

/// The members of one dimension that the dataset tells something of, largest first.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranking {
    /// What is ranked.
    pub dimension: Dimension,
    /// What is broken down.
    pub whole: Entry,
    /// Members with a quantity by size, then members that are only named.
    pub entries: Vec<Entry>,
    /// Members that are printed together.
    pub groups: Vec<Group>,
    /// The sum of what is listed, tonnes; `None` when nothing is.
    pub listed: Option<Figure>,
    /// The total less what is listed, tonnes: not itemised.
    pub remainder: Answer,
    /// The remainder's part of the total, percent.
    pub remainder_share: Answer,
    /// The listed members are all there are, so that they must make the whole.
    pub complete: bool,
    /// `false` when the parts cannot make the whole, whatever was rounded or cut.
    pub adds_up: bool,
    /// How the whole spreads over the members; only records tell.
    pub concentration: Option<Concentration>,
}

/// Members of a ranking of records that have no line of their own, together.
#[derive(Debug, Clone, PartialEq)]
pub struct Others {
    /// How many they are.
    pub count: usize,
    /// Their sum, tonnes.
    pub quantity: Answer,
    /// Their part of the whole, percent.
    pub share: Answer,
}

impl Ranking {
    /// Whether one member has everything, by records: one with less than half a kilogram is one as well.
    pub fn has_one_member(&self) -> bool {
        let members = self.concentration.as_ref().and_then(|spread| spread.members.as_ref().ok());
        members.is_some_and(|members| members.value == 1.0)
    }

    /// Whether an entry's place is one among those that are listed: nobody prints it, and somebody who is not
    /// listed may be larger.
    pub fn is_among_listed(&self, entry: &Entry) -> bool {
        let is_open = |rank: &Figure| rank.is_computed() && rank.bounds.width() > 0.0;
        !self.complete && entry.rank.as_ref().is_ok_and(is_open)
    }

    /// Digits after the point of tonnes where the first `lines` members have a line: one precision for all columns.
    pub fn decimals(&self, lines: usize) -> usize {
        let members = self.entries.iter().take(lines).map(|entry| &entry.quantity);
        decimals_of_tonnes(members.chain(self.groups.iter().map(|group| &group.quantity)))
    }

    /// Members of whom there is no entry, because they are known to have nothing.
    pub fn absent(&self, catalogue: &Catalogue) -> Vec<MemberId> {
        let is_absent = |member: &MemberId| !self.entries.iter().any(|entry| entry.member() == Some(*member));
        catalogue.member_ids(self.dimension).filter(|member| self.complete && is_absent(member)).collect()
    }

    /// These entries together; `None` where they are none.
    pub fn together(&self, rest: &[&Entry]) -> Option<Others> {
        if rest.is_empty() {
            return None;
        }
        let parts: Vec<Figure> = rest.iter().filter_map(|e| Some(e.quantity.as_ref().ok()?.bare())).collect();
        let quantity = ledger::sum(Rule::SumOfParts, parts).ok_or(Missing::NotCovered);
        let whole = &self.whole.quantity;
        let share = match (&quantity, whole) {
            (_, Ok(whole)) if whole.is_incomplete() => Err(Missing::Incomplete),
            (Ok(part), Ok(whole)) if whole.value > 0.0 => {
                let from = vec![part.bare(), whole.bare()];
                Figure::exact(Rule::PartOfWhole, part.value / whole.value * 100.0, Unit::Percent, from)
                    .ok_or(Missing::ZeroBase)
            }
            _ => Err(Missing::ZeroBase),
        };
        Some(Others { count: rest.len(), quantity, share })
    }
}

/// Members whose sum is printed.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Who they are.
    pub members: Vec<MemberId>,
    /// Their sum, tonnes.
    pub quantity: Answer,
    /// Their part of the whole of the same months, percent.
    pub share: Answer,
}

/// Ranks a dimension for a month, or for January up to it.
pub fn ranking(ledger: &Ledger, period: Period, span: Span, dimension: Dimension) -> Ranking {
    let order = Order::of(ledger, period, span, dimension);
    let entry = |member: MemberId| Entry {
        rank: order.rank(ledger, member),
        streak: streak(ledger, &order, member),
        ..Entry::of(ledger, vec![member], Cell::member(period, span, member))
    };
    let mut entries: Vec<Entry> = order.sized.iter().map(|(m, _)| entry(*m)).collect();
    let named = |m: &MemberId| ledger.names(Cell::member(period, span, *m));
    let unsized_members =
        ledger.catalogue.member_ids(dimension).filter(|m| order.size(*m).is_none() && named(m));
    entries.extend(unsized_members.map(entry));

    Ranking {
        dimension,
        whole: Entry::of(ledger, Vec::new(), Cell::total(period, span)),
        entries,
        groups: order.groups.clone(),
        listed: order.listed.clone(),
        remainder_share: order.remainder_share,
        complete: order.complete,
        adds_up: order.adds_up,
        concentration: None,
        remainder: order.remainder,
    }
}

/// The sizes that are known in a dimension, and how much is left beside them.
struct Order {
    period: Period,
    span: Span,
    dimension: Dimension,
    /// Largest first.
    sized: Vec<(MemberId, Figure)>,
    groups: Vec<Group>,
    listed: Option<Figure>,
    remainder: Answer,
    remainder_share: Answer,
    complete: bool,
    adds_up: bool,
}

impl Order {
    fn of(ledger: &Ledger, period: Period, span: Span, dimension: Dimension) -> Order {
        let size = |m: MemberId| {
            let figure = ledger::quantity(ledger, Cell::member(period, span, m)).ok()?;
            Some((m, figure))
        };
        let mut sized: Vec<(MemberId, Figure)> =
            ledger.catalogue.member_ids(dimension).filter_map(size).collect();
        sort_list(&mut sized, |(_, a), (_, b)| b.value.total_cmp(&a.value));
        let groups = groups(ledger, period, span, dimension);

        let is_sized = |m: &MemberId| sized.iter().any(|(s, _)| s == m);
        let apart = groups.iter().filter(|g| !g.members.iter().any(is_sized));
        let mut parts: Vec<Figure> = sized.iter().map(|(_, f)| f.bare()).collect();
        let mut members: Vec<MemberId> = sized.iter().map(|(m, _)| *m).collect();
        for group in apart {
            if let Ok(quantity) = &group.quantity {
                parts.push(quantity.bare());
                members.extend(&group.members);
            }
        }
        let listed = ledger::sum(Rule::SumOfParts, parts);

        // The declared products are all there are; of the other dimensions articles list a few.
        let complete = dimension == Dimension::Product
            && sized.len() == ledger.catalogue.members(Dimension::Product).len();
        let whole = ledger::quantity(ledger, Cell::total(period, span));
        let (computed, adds_up) = remainder(&whole, listed.as_ref(), complete);
        let printed = |measure| ledger.printed_but((period, span), &members, measure);
        let remainder = beside(printed(Measure::Quantity), computed, true);
        let remainder_share = beside(printed(Measure::Share), part_of(&remainder, &whole), false);
        Order {
            period,
            span,
            dimension,
            sized,
            groups,
            listed,
            remainder,
            remainder_share,
            complete,
            adds_up,
        }
    }

    fn size(&self, member: MemberId) -> Option<&Figure> {
        self.sized.iter().find(|(m, _)| *m == member).map(|(_, f)| f)
    }

    /// The printed place, and the place that the sizes allow.
    fn rank(&self, ledger: &Ledger, member: MemberId) -> Answer {
        let cell = Cell::member(self.period, self.span, member);
        let mut ways = ledger.printed(cell, Measure::Rank);
        let within = ledger.printed(cell, Measure::WithinTop);
        ways.extend(
            within.into_iter().filter_map(|f| Some(Figure { bounds: Interval::new(1.0, f.value)?, ..f })),
        );
        ways.extend(self.rank_by_size(ledger, member));
        choose(ways, false).ok_or(Missing::NotPublished)
    }

    /// Members that are certainly larger come before; members that may be larger, listed or not,
    /// may come before. Whoever is not listed fits into the remainder.
    fn rank_by_size(&self, ledger: &Ledger, member: MemberId) -> Option<Figure> {
        let own = self.size(member)?;
        let others = self.sized.iter().filter(|(m, _)| *m != member);
        let larger = others.clone().filter(|(_, f)| f.bounds.low > own.bounds.high);
        let maybe_larger = others.filter(|(_, f)| f.bounds.high >= own.bounds.low);
        let taken = self.places_taken(ledger, member);
        let mut low = 1 + larger.count();
        while taken.contains(&low) {
            low += 1;
        }
        let unlisted = match &self.remainder {
            _ if self.complete => 0.0,
            Ok(rest) => (rest.bounds.high / own.bounds.low).floor(),
            Err(_) => f64::INFINITY,
        };
        // Equal quantities share a place.
        let position = 1 + self.sized.iter().filter(|(_, f)| f.value > own.value).count();
        let low = low as f64;
        let high = (1.0 + maybe_larger.count() as f64 + unlisted).max(low);
        let bounds = Interval::new(low, high)?;
        Figure::derived(Rule::Order, position as f64, bounds, Unit::Rank, vec![own.bare()])
    }

    /// Places that are printed for other members.
    fn places_taken(&self, ledger: &Ledger, but: MemberId) -> Vec<usize> {
        let others = ledger.catalogue.member_ids(self.dimension).filter(|m| *m != but);
        let printed = others.flat_map(|m| {
            let cell = Cell::member(self.period, self.span, m);
            ledger.printed(cell, Measure::Rank)
        });
        printed.map(|f| f.value as usize).collect()
    }

    /// Whether a member is first: `None` where neither is certain.
    fn is_first(&self, ledger: &Ledger, member: MemberId) -> Option<bool> {
        let rank = self.rank(ledger, member);
        match rank {
            Ok(rank) if rank.bounds.high <= 1.0 => Some(true),
            Ok(rank) if rank.bounds.low > 1.0 => Some(false),
            _ if self.places_taken(ledger, member).contains(&1) => Some(false),
            _ => None,
        }
    }
}

fn groups(ledger: &Ledger, period: Period, span: Span, dimension: Dimension) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for index in ledger.group_claims(period, span, dimension) {
        let Some(claim) = ledger.claim(index) else { continue };
        let (Subject::Members(members), None) = (&claim.subject, claim.product) else {
            continue;
        };
        let unit = match claim.measure {
            Measure::Quantity => Unit::Tonnes,
            Measure::Share => Unit::Percent,
            _ => continue,
        };
        let figure = Figure::printed(claim.value, claim.bounds(), unit, claim.decimals(), index);
        let at = groups.iter().position(|g| g.members == *members).unwrap_or_else(|| {
            groups.push(Group {
                members: members.clone(),
                quantity: Err(Missing::NotPublished),
                share: Err(Missing::NotPublished),
            });
            groups.len() - 1
        });
        if let Some(group) = groups.get_mut(at) {
            match unit {
                Unit::Tonnes => group.quantity = Ok(figure),
                _ => group.share = Ok(figure),
            }
        }
    }
    groups
}

/// What articles print, beside what was computed of the same.
fn beside(printed: Vec<Figure>, computed: Answer, printed_first: bool) -> Answer {
    let reason = computed.as_ref().err().copied();
    let ways = printed.into_iter().chain(computed.ok()).collect();
    choose(ways, printed_first).ok_or(reason.unwrap_or(Missing::NotPublished))
}

/// A remainder as a part of the whole, percent.
fn part_of(remainder: &Answer, whole: &Answer) -> Answer {
    let (rest, whole) = match (remainder, whole) {
        (Ok(rest), Ok(whole)) => (rest, whole),
        (Err(reason), _) | (_, Err(reason)) => return Err(*reason),
    };
    let bounds = rest.bounds.map2(whole.bounds, |r, w| r / w * 100.0).ok_or(Missing::NotPublished)?;
    let value = rest.value / whole.value * 100.0;
    let from = vec![rest.bare(), whole.bare()];
    Figure::derived(Rule::PartOfWhole, value, bounds, Unit::Percent, from).ok_or(Missing::NotPublished)
}

/// What is left of the whole, and whether anything can be.
fn remainder(whole: &Answer, listed: Option<&Figure>, complete: bool) -> (Answer, bool) {
    let whole = match whole {
        Ok(whole) => whole,
        Err(reason) => return (Err(*reason), true),
    };
    let Some(listed) = listed else {
        return (Err(Missing::NotPublished), true);
    };
    let Some(rest) = whole.bounds.map2(listed.bounds, |w, l| w - l) else {
        return (Err(Missing::NotPublished), true);
    };
    let adds_up = if complete { rest.contains(0.0) } else { rest.high >= 0.0 };
    // A negative remainder of rounding shows as zero: the parts make the whole.
    let figure = rest.not_negative().and_then(|bounds| {
        let value = whole.value - listed.value;
        Figure::derived(Rule::Remainder, value, bounds, Unit::Tonnes, vec![whole.bare(), listed.bare()])
    });
    (figure.ok_or(Missing::NotPublished), adds_up)
}

/// Months in a row in first place, as printed and as counted back through the data. Where the
/// count reaches a month that says nothing, the true number may be larger.
fn streak(ledger: &Ledger, order: &Order, member: MemberId) -> Answer {
    if order.span != Span::Month {
        return Err(Missing::NotApplicable);
    }
    let cell = Cell::member(order.period, order.span, member);
    let mut ways = ledger.printed(cell, Measure::MonthsFirst);
    match order.is_first(ledger, member) {
        Some(true) => ways.extend(count_back(ledger, order, member)),
        Some(false) if ways.is_empty() => return Err(Missing::NotFirst),
        _ => {}
    }
    choose(ways, false).ok_or(Missing::NotPublished)
}

fn count_back(ledger: &Ledger, order: &Order, member: MemberId) -> Option<Figure> {
    let (first, _) = ledger.coverage()?;
    let mut months = 1.0;
    let mut ended = false;
    for period in first.to(order.period.plus(-1)).rev() {
        match Order::of(ledger, period, order.span, order.dimension).is_first(ledger, member) {
            Some(true) => months += 1.0,
            Some(false) => {
                ended = true;
                break;
            }
            None => break,
        }
    }
    let bounds = Interval::new(months, if ended { months } else { f64::INFINITY })?;
    let rank = order.rank(ledger, member).ok()?;
    Figure::derived(Rule::Counted, months, bounds, Unit::Periods(Frequency::Monthly), vec![rank.bare()])
}
