//! Places in rankings as limits on sizes.

use super::limits::{Build, LimitReason, Unknown};
use super::statement::{Statement, only_member};
use ledger::{Bound, Claim, ClaimSpan, Measure, Subject};
use model::{Cell, Dimension, MemberId, Numbering, sort_list};

/// The members of every list that something is said of.
#[derive(Default)]
struct Spoken {
    numbers: Numbering,
    members: Vec<Vec<MemberId>>,
}

impl Spoken {
    fn of(&self, list: &List) -> &[MemberId] {
        let number = self.numbers.find(list.key());
        number.and_then(|n| self.members.get(n)).map(Vec::as_slice).unwrap_or_default()
    }
}

// Leaving a limit out keeps bounds true and only makes them wider. No publication lists more; a
// hostile dataset might.

/// Members after one in a ranking that it is compared with.
const MOST_NEIGHBOURS: usize = 8;
/// Places of a ranking that others are compared with.
const MOST_LISTED: usize = 20;
/// Months in a row in first place.
const MOST_MONTHS: f64 = 120.0;

/// What articles say of the order of one list.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct List {
    /// What the members are parts of.
    pub whole: Cell,
    pub dimension: Dimension,
    /// Place, member and statement, the first place first.
    pub ranks: Vec<(usize, MemberId, usize)>,
    /// Named among the first n: n, member and statement.
    pub within: Vec<(usize, MemberId, usize)>,
    /// The number of members, and the statement of it.
    pub count: Option<(usize, usize)>,
    /// Every member that something is said of, with its unknown.
    pub members: Vec<(MemberId, usize)>,
}

impl List {
    fn of(cell: Cell, member: MemberId) -> List {
        let whole = match member.dimension {
            Dimension::Product => Cell { product: None, ..cell },
            _ => Cell { place: None, ..cell },
        };
        List::empty(whole, member.dimension)
    }

    fn empty(whole: Cell, dimension: Dimension) -> List {
        List { whole, dimension, ranks: Vec::new(), within: Vec::new(), count: None, members: Vec::new() }
    }

    fn key(&self) -> u128 {
        self.whole.key(self.dimension as u8)
    }

    /// The members that are named among the first n, with their statements, where n of them are.
    fn complete(&self) -> Vec<Vec<(MemberId, usize)>> {
        let mut tops: Vec<(usize, Vec<(MemberId, usize)>)> = Vec::new();
        for (n, member, statement) in self.within.iter().filter(|(n, _, _)| *n <= MOST_LISTED) {
            match tops.iter_mut().find(|(top, _)| top == n) {
                Some((_, named)) if named.iter().any(|(m, _)| m == member) => {}
                Some((_, named)) => named.push((*member, *statement)),
                None => tops.push((*n, vec![(*member, *statement)])),
            }
        }
        tops.into_iter().filter(|(n, named)| named.len() == *n).map(|(_, named)| named).collect()
    }

    /// The cell of a member of the list.
    pub fn cell(&self, member: MemberId) -> Cell {
        match member.dimension {
            Dimension::Product => Cell { product: Some(member.index), ..self.whole },
            _ => Cell { place: Some(member), ..self.whole },
        }
    }
}

/// The lists whose order articles speak of.
fn lists(claims: &[Claim], statements: &[Statement]) -> Vec<List> {
    let mut lists: Vec<List> = Vec::new();
    let mut numbers = Numbering::default();
    for (index, statement) in statements.iter().enumerate() {
        let Some(claim) = statement.claims.first().and_then(|c| claims.get(*c)) else { continue };
        let ClaimSpan::Of(period, span) = claim.span else { continue };
        let dimension = match (&claim.subject, only_member(claim)) {
            (_, Some(member)) => member.dimension,
            (Subject::Dimension(dimension), _) => *dimension,
            _ => continue,
        };
        let whole = Cell { product: claim.product, ..Cell::total(period, span) };
        let place = claim.value.clamp(0.0, f64::from(u32::MAX)) as usize;
        let ordered = matches!(claim.measure, Measure::Rank | Measure::WithinTop | Measure::Count);
        if !ordered || matches!(claim.bound, Some(Bound::Above | Bound::Below)) {
            continue;
        }
        let (list, is_new) = numbers.number(whole.key(dimension as u8));
        if is_new {
            lists.push(List::empty(whole, dimension));
        }
        let Some(list) = lists.get_mut(list) else { continue };
        match (claim.measure, only_member(claim)) {
            (Measure::Rank, Some(member)) => list.ranks.push((place, member, index)),
            (Measure::WithinTop, Some(member)) => list.within.push((place, member, index)),
            (Measure::Count, _) => list.count = Some((place, index)),
            _ => {}
        }
    }
    for list in &mut lists {
        sort_list(&mut list.ranks, |a, b| a.0.cmp(&b.0));
    }
    lists
}

impl Build<'_> {
    /// What places in rankings say of sizes: of two that are listed the first is at least the second, one
    /// that is not among a complete list of the first is at most the last of them, and with the number
    /// of members the rest has room for so much.
    pub(super) fn orders(&mut self) {
        let mut lists = lists(self.claims, self.statements);
        for list in &lists {
            for (_, member, _) in list.ranks.iter().chain(&list.within) {
                self.unknown(false, list.cell(*member));
            }
        }
        let spoken = self.spoken_of();
        for list in &mut lists {
            let others = spoken.of(list);
            list.members = others
                .iter()
                .filter_map(|m| {
                    let unknown = Unknown { money: false, cell: list.cell(*m) };
                    Some((*m, self.out.find(unknown)?))
                })
                .collect();
            let list = &*list;
            for (i, (place, member, statement)) in list.ranks.iter().enumerate() {
                let after = list.ranks.iter().skip(i + 1).filter(|(p, _, _)| p > place);
                for (_, other, other_statement) in after.take(MOST_NEIGHBOURS) {
                    if member != other {
                        let why = LimitReason::Said(vec![*statement, *other_statement]);
                        self.at_least(list, *member, *other, why);
                    }
                }
            }
            // The complete first k, by rank or by name.
            let mut first: Vec<(MemberId, usize)> = Vec::new();
            for (place, member, statement) in list.ranks.iter().take(MOST_LISTED) {
                if *place != first.len() + 1 {
                    break;
                }
                first.push((*member, *statement));
                self.others_at_most(list, others, &first, *member);
            }
            self.room(list, &first);
            for named in list.complete() {
                for (member, _) in &named {
                    self.others_at_most(list, others, &named, *member);
                }
            }
        }
        for index in 0..self.statements.len() {
            self.months_first(index, &spoken);
        }
        self.out.lists = lists;
    }

    /// First for the nth month: in each of the months nobody is larger.
    fn months_first(&mut self, index: usize, spoken: &Spoken) {
        let Some(claim) = self.claim(index) else { return };
        let (Measure::MonthsFirst, Some(member), ClaimSpan::Of(period, span), None) =
            (claim.measure, only_member(claim), claim.span, claim.bound)
        else {
            return;
        };
        let months = claim.value.clamp(0.0, MOST_MONTHS) as i32;
        for month in period.plus(1 - months).to(period) {
            let list = List::of(Cell { product: claim.product, ..Cell::member(month, span, member) }, member);
            let others = spoken.of(&list);
            self.others_at_most(&list, others, &[(member, index)], member);
        }
    }

    /// The members of every list that something is said of.
    fn spoken_of(&self) -> Spoken {
        let mut spoken = Spoken::default();
        for Unknown { money, cell } in &self.out.unknowns {
            let product = cell.product.map(|index| MemberId { dimension: Dimension::Product, index });
            for member in [product, cell.place].into_iter().flatten().filter(|_| !money) {
                let list = List::of(*cell, member);
                let (number, _) = spoken.numbers.number(list.key());
                match spoken.members.get_mut(number) {
                    Some(members) => members.push(member),
                    None => spoken.members.push(vec![member]),
                }
            }
        }
        spoken
    }

    fn at_least(&mut self, list: &List, member: MemberId, other: MemberId, why: LimitReason) {
        let (larger, smaller) =
            (self.unknown(false, list.cell(member)), self.unknown(false, list.cell(other)));
        self.push(vec![(larger, 1.0), (smaller, -1.0)], 0.0, f64::INFINITY, why);
    }

    /// Each of the `others` that is not among `first` is at most as large as one of these.
    fn others_at_most(
        &mut self,
        list: &List,
        others: &[MemberId],
        first: &[(MemberId, usize)],
        member: MemberId,
    ) {
        for other in others.iter().filter(|m| first.iter().all(|(f, _)| f != *m)) {
            let why = LimitReason::Said(first.iter().map(|(_, statement)| *statement).collect());
            self.at_least(list, member, *other, why);
        }
    }

    /// With `count` members in all, those after the first k have at most the size of the k-th each.
    fn room(&mut self, list: &List, first: &[(MemberId, usize)]) {
        let (Some((count, statement)), Some((last, _))) = (list.count, first.last()) else { return };
        let whole = self.unknown(false, list.whole);
        let mut terms = vec![(whole, 1.0)];
        for (member, _) in first {
            let more = if member == last { count.saturating_sub(first.len()) as f64 } else { 0.0 };
            terms.push((self.unknown(false, list.cell(*member)), -1.0 - more));
        }
        let said = first.iter().map(|(_, s)| *s).chain([statement]).collect();
        self.push(terms, f64::NEG_INFINITY, 0.0, LimitReason::Said(said));
    }
}
