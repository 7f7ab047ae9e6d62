//! Which rows count.

use serde::{Deserialize, Serialize};

use model::Dimension;

/// Members that rows must belong to. A dimension without a choice lets every row pass.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Filter {
    chosen: [Option<Vec<u16>>; 4],
}

impl Filter {
    /// Every row.
    pub fn all() -> Filter {
        Filter::default()
    }

    /// Only rows of these members; of the other dimensions what stood before.
    pub fn only(mut self, dimension: Dimension, members: &[u16]) -> Filter {
        let mut members = members.to_vec();
        members.sort_unstable();
        members.dedup();
        if let Some(slot) = self.chosen.get_mut(dimension as usize) {
            *slot = Some(members);
        }
        self
    }

    /// The members that are chosen of a dimension, in order.
    pub fn chosen(&self, dimension: Dimension) -> Option<&[u16]> {
        self.chosen.get(dimension as usize)?.as_deref()
    }

    /// Whether every row passes.
    pub fn is_all(&self) -> bool {
        self.chosen.iter().all(Option::is_none)
    }

    /// The filter without its choice for a dimension.
    pub fn without(&self, dimension: Dimension) -> Filter {
        let mut filter = self.clone();
        if let Some(slot) = filter.chosen.get_mut(dimension as usize) {
            *slot = None;
        }
        filter
    }
}
