//! Which colour a member has. A colour follows the member, not its rank: it is the same in every
//! month, and members that stand in one list have different ones as far as there are colours.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::ledger::{ClaimSpan, Ledger, Measure, Subject};
use crate::model::{Dimension, MemberId, Period, Span};

/// How many colours the page's style has, after Okabe and Ito's palette without black.
pub const COLOURS: usize = 7;

/// The colour of every member of a dataset.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Colours {
    slots: HashMap<MemberId, usize>,
}

impl Colours {
    /// Assigns colours: members that most claims name choose first, each taking the colour that the
    /// fewest of its neighbours have, a neighbour being a member that is named for the same months.
    pub fn of(ledger: &Ledger) -> Colours {
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
        order.sort_by_key(|(member, claims)| (std::cmp::Reverse(*claims), *member));

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

    /// A member's colour, 0 to [`COLOURS`] − 1.
    pub fn slot(&self, member: MemberId) -> usize {
        self.slots.get(&member).copied().unwrap_or(member.index % COLOURS)
    }
}
