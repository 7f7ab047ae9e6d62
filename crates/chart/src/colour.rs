//! Which colour a member has. A colour follows the member, not its rank: it is the same in every
//! month, and members that stand in one list have different ones as far as there are colours.

use breakdown::Dataset;
use ledger::{ClaimSpan, Ledger, Measure, Subject};
use model::{Dimension, DimensionMap, MemberId, MemberIndex, Period, Span, sort_list};
use records::Cube;

/// How many colours the page's style has, after Okabe and Ito's palette without black.
pub const COLOURS: usize = 7;

/// The colour of every member of a dataset.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Colours {
    /// In the order of the catalogue; none for a member that no claim names.
    slots: DimensionMap<Vec<Option<usize>>>,
}

/// Members that are named for the same months.
type List = (Dimension, Period, Span);

impl Colours {
    /// The colours of a dataset's members.
    pub fn of(dataset: &Dataset) -> Colours {
        match dataset {
            Dataset::Published(ledger) => Colours::of_ledger(ledger),
            Dataset::Recorded(sums) => Colours::of_cube(&sums.whole),
        }
    }

    /// Assigns colours: members that most claims name choose first, each taking the colour that the
    /// fewest of its neighbours have, a neighbour being a member that is named for the same months.
    fn of_ledger(ledger: &Ledger) -> Colours {
        let catalogue = &ledger.catalogue;
        let mut lists: Vec<(List, MemberId)> = Vec::new();
        let mut named = DimensionMap::from_fn(|dimension| vec![0usize; catalogue.members(dimension).len()]);
        for claim in ledger.claims() {
            let ClaimSpan::Of(period, span) = claim.span else { continue };
            let mut members: Vec<MemberId> = match &claim.subject {
                Subject::Members(members) => members.clone(),
                _ => Vec::new(),
            };
            members.extend(claim.product.map(|index| MemberId { dimension: Dimension::Product, index }));
            // A change on the month before puts its member into that month's list as well.
            let reaches_back = matches!(claim.measure, Measure::MomAbsolute | Measure::MomPercent);
            for member in members {
                for period in [period].into_iter().chain(reaches_back.then(|| period.plus(-1))) {
                    lists.push(((member.dimension, period, span), member));
                }
                if let Some(count) = named[member.dimension].get_mut(member.index.place()) {
                    *count += 1;
                }
            }
        }
        sort_list(&mut lists, Ord::cmp);
        lists.dedup();
        let mut order: Vec<(MemberId, usize)> = Vec::new();
        for dimension in Dimension::ALL {
            let counted = catalogue.member_ids(dimension).zip(&named[dimension]);
            order.extend(counted.filter(|(_, count)| **count > 0).map(|(member, count)| (member, *count)));
        }
        sort_list(&mut order, |(_, more), (_, less)| less.cmp(more));

        let mut colours = Colours { slots: named.map(|counts| vec![None; counts.len()]) };
        for (member, _) in order {
            let mut uses = [0usize; COLOURS];
            let together = lists.chunk_by(|(a, _), (b, _)| a == b);
            for list in together.filter(|list| list.iter().any(|(_, other)| *other == member)) {
                for slot in list.iter().filter_map(|(_, other)| colours.chosen(*other)) {
                    if let Some(count) = uses.get_mut(slot) {
                        *count += 1;
                    }
                }
            }
            let slot = (0..COLOURS).min_by_key(|slot| uses.get(*slot)).unwrap_or(0);
            if let Some(chosen) = colours.slots[member.dimension].get_mut(member.index.place()) {
                *chosen = Some(slot);
            }
        }
        colours
    }

    /// Assigns colours to the members of records: the larger a member is over all months, the
    /// earlier it chooses, so that those which stand side by side at the top differ.
    fn of_cube(cube: &Cube) -> Colours {
        let mut colours = Colours::default();
        for (dimension, table) in cube.members.iter() {
            let width = cube.width(dimension);
            let size = |index: MemberIndex| -> u64 {
                table.iter().skip(index.place()).step_by(width.max(1)).map(|s| s.quantity).sum()
            };
            let mut order: Vec<(MemberIndex, u64)> =
                MemberIndex::first(width).map(|index| (index, size(index))).collect();
            sort_list(&mut order, |(_, a), (_, b)| b.cmp(a));
            let slots = &mut colours.slots[dimension];
            slots.resize(width, None);
            for (place, (index, _)) in order.into_iter().enumerate() {
                if let Some(slot) = slots.get_mut(index.place()) {
                    *slot = Some(place % COLOURS);
                }
            }
        }
        colours
    }

    /// A member's colour, 0 to [`COLOURS`] − 1.
    pub fn slot(&self, member: MemberId) -> usize {
        self.chosen(member).unwrap_or(member.index.place() % COLOURS)
    }

    /// The colour that a member took.
    fn chosen(&self, member: MemberId) -> Option<usize> {
        self.slots[member.dimension].get(member.index.place()).copied().flatten()
    }
}
