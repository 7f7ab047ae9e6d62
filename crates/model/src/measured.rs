//! What a source measures trade by.

/// What the trade of a dataset is measured by: what it is broken down, ranked and compared by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Measured {
    /// Net weight; values stand beside it where the source has them.
    #[default]
    Weight,
    /// Value alone: nothing is weighed.
    Value,
}

impl Measured {
    /// Both with their words in files.
    pub const NAMES: [(&'static str, Measured); 2] =
        [("weight", Measured::Weight), ("value", Measured::Value)];

    /// The word in files.
    pub fn name(self) -> &'static str {
        Measured::NAMES.iter().find(|(_, other)| *other == self).map_or("weight", |(name, _)| name)
    }
}
