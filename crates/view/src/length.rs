//! How much a note of the month says.

/// How much a note says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Length {
    /// A paragraph or two: totals, structure, the first three of each list.
    Short,
    /// Everything that the rules find worth saying.
    #[default]
    Full,
}

impl Length {
    /// Every length with its word in files and arguments.
    pub const NAMES: [(&'static str, Length); 2] = [("short", Length::Short), ("full", Length::Full)];

    /// Its word.
    pub fn name(self) -> &'static str {
        match self {
            Length::Short => "short",
            Length::Full => "full",
        }
    }
}
