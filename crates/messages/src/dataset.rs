//! A dataset that the page has, for a worker to have it, too.

use model::Currency;
use serde::{Deserialize, Serialize};

/// A dataset that is shown. Its file comes along, or the sums of its rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum SentDataset {
    /// Published figures, whose file comes along.
    Published {
        /// What its claims leave together, as JSON; `None` where that is not known.
        settlement: Option<String>,
    },
    /// Records, whose sums come along: [`records::Cube::to_bytes`].
    Recorded {
        /// What the dataset is about: its JSON without rows.
        head: String,
        /// What values are counted in.
        currency: Option<Currency>,
    },
}
