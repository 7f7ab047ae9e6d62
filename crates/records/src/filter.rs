//! Which rows count.

use serde::{Deserialize, Serialize};

use model::{Dimension, DimensionMap, MemberIndex, sort_list};

/// Members that rows must belong to. A dimension without a choice lets every row pass.
///
/// ```
/// use model::{Dimension, MemberIndex};
/// use records::Filter;
///
/// let [mexico, ghana] = [7, 3].map(MemberIndex::from);
/// let filter = Filter::all().only(Dimension::Destination, [mexico, ghana]);
/// assert_eq!(filter.chosen(Dimension::Destination), Some(&[ghana, mexico][..]));
/// assert_eq!(filter.chosen(Dimension::Product), None);
/// assert!(filter.without(Dimension::Destination).is_all());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Filter {
    chosen: DimensionMap<Option<Vec<MemberIndex>>>,
}

impl Filter {
    /// Every row.
    pub fn all() -> Filter {
        Filter::default()
    }

    /// Only rows of these members; of the other dimensions what stood before.
    pub fn only(mut self, dimension: Dimension, members: impl IntoIterator<Item = MemberIndex>) -> Filter {
        let mut members: Vec<MemberIndex> = members.into_iter().collect();
        sort_list(&mut members, Ord::cmp);
        members.dedup();
        self.chosen[dimension] = Some(members);
        self
    }

    /// The members that are chosen of a dimension, in order.
    pub fn chosen(&self, dimension: Dimension) -> Option<&[MemberIndex]> {
        self.chosen[dimension].as_deref()
    }

    /// Whether every row passes.
    pub fn is_all(&self) -> bool {
        self.chosen.values().all(Option::is_none)
    }

    /// The filter without its choice for a dimension.
    pub fn without(&self, dimension: Dimension) -> Filter {
        Filter { chosen: self.chosen.clone().with(dimension, None) }
    }
}
