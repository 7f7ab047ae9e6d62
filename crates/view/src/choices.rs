//! What a reader chooses of a chart.

/// How months are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum TrendChart {
    /// One after another, a column each.
    #[default]
    Columns,
    /// Each year a line over its months.
    Years,
    /// Each year a line that grows from January.
    Cumulative,
    /// The sum of the last twelve months.
    TwelveMonths,
}

impl TrendChart {
    /// Every one with its word in links.
    pub const NAMES: [(&'static str, TrendChart); 4] = [
        ("columns", TrendChart::Columns),
        ("years", TrendChart::Years),
        ("cumulative", TrendChart::Cumulative),
        ("twelve-months", TrendChart::TwelveMonths),
    ];
}

/// In what members are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum CompareAs {
    /// Tonnes.
    #[default]
    Quantity,
    /// Percent of the total.
    Share,
    /// The first month that all of them have as 100.
    Index,
}

impl CompareAs {
    /// Every one with its word in links.
    pub const NAMES: [(&'static str, CompareAs); 3] =
        [("quantity", CompareAs::Quantity), ("share", CompareAs::Share), ("index", CompareAs::Index)];
}

/// The word of a choice in a link.
pub fn word_of<T: PartialEq>(names: &[(&'static str, T)], chosen: &T) -> &'static str {
    names.iter().find(|(_, choice)| choice == chosen).map_or("", |(name, _)| name)
}
