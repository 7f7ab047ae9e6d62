//! Which colour a member has. A colour follows the member, not its rank: it is the same in every
//! month, and members that stand in one list have different ones as far as there are colours.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use breakdown::Dataset;
use ledger::{ClaimSpan, Ledger, Measure, Subject};
use model::{Dimension, MemberId, MemberIndex, Period, Span, sort_list};
use records::Cube;

/// How many colours the page's style has, after Okabe and Ito's palette without black.
pub const COLOURS: usize = 7;

/// The colour of every member of a dataset.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Colours {
    slots: HashMap<MemberId, usize>,
}

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
        let mut lists: BTreeMap<(Dimension, Period, Span), BTreeSet<MemberId>> = BTreeMap::new();
        let mut named: BTreeMap<MemberId, usize> = BTreeMap::new();
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
                    lists.entry((member.dimension, period, span)).or_default().insert(member);
                }
                *named.entry(member).or_default() += 1;
            }
        }
        let mut order: Vec<(MemberId, usize)> = named.into_iter().collect();
        sort_list(&mut order, |(a, more), (b, less)| less.cmp(more).then(a.cmp(b)));

        let mut colours = Colours::default();
        for (member, _) in order {
            let mut uses = [0usize; COLOURS];
            for list in lists.values().filter(|l| l.contains(&member)) {
                for slot in list.iter().filter_map(|m| colours.slots.get(m)) {
                    if let Some(count) = uses.get_mut(*slot) {
                        *count += 1;
                    }
                }
            }
            let slot = (0..COLOURS).min_by_key(|slot| uses.get(*slot)).unwrap_or(0);
            colours.slots.insert(member, slot);
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
            for (place, (index, _)) in order.into_iter().enumerate() {
                colours.slots.insert(MemberId { dimension, index }, place % COLOURS);
            }
        }
        colours
    }

    /// A member's colour, 0 to [`COLOURS`] − 1.
    pub fn slot(&self, member: MemberId) -> usize {
        self.slots.get(&member).copied().unwrap_or(member.index.place() % COLOURS)
    }
}
