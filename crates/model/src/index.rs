//! The place of a member in its list, as a type of its own, so that it is not taken for another number.

use serde::{Deserialize, Serialize};

/// A member's place in its dimension's list of a [`Catalogue`](super::Catalogue), from 0. A list has at
/// most 65,536 members: rows name theirs by 16 bits.
///
/// ```
/// use model::MemberIndex;
///
/// assert_eq!(MemberIndex::new(3).map(MemberIndex::place), Some(3));
/// assert_eq!(MemberIndex::new(65_536), None);
/// assert!(MemberIndex::first(2).eq([MemberIndex::from(0), MemberIndex::from(1)]));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct MemberIndex(u16);

impl MemberIndex {
    /// How many members a list can have.
    pub const MOST: usize = u16::MAX as usize + 1;

    /// The index of that place; `None` where no list is as long.
    pub fn new(place: usize) -> Option<MemberIndex> {
        u16::try_from(place).ok().map(MemberIndex)
    }

    /// The first `count` of a list: all of one that has as many members.
    pub fn first(count: usize) -> impl DoubleEndedIterator<Item = MemberIndex> + ExactSizeIterator {
        debug_assert!(count <= MemberIndex::MOST, "a list of {count} members");
        (0..count.min(MemberIndex::MOST)).map(|place| MemberIndex(place as u16))
    }

    /// The place in the list.
    pub fn place(self) -> usize {
        usize::from(self.0)
    }
}

impl From<u16> for MemberIndex {
    fn from(place: u16) -> MemberIndex {
        MemberIndex(place)
    }
}

impl From<MemberIndex> for u16 {
    fn from(index: MemberIndex) -> u16 {
        index.0
    }
}
