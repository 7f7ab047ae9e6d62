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

/// How the members of a wide section are shown, where they can be shown in two ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Show {
    /// As a table.
    #[default]
    Table,
    /// Where they are.
    Map,
}

impl Show {
    /// Every one with its word in links.
    pub const NAMES: [(&'static str, Show); 2] = [("table", Show::Table), ("map", Show::Map)];
}

/// By what a table is ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SortBy {
    /// The member's name.
    Name,
    /// Its quantity.
    Quantity,
    /// Its change on the month before, tonnes.
    MonthTonnes,
    /// The same in percent.
    MonthPercent,
    /// Its change on the year before, tonnes.
    YearTonnes,
    /// The same in percent.
    YearPercent,
    /// Its part of the whole's change.
    Contribution,
    /// Its value.
    Value,
    /// Its unit value.
    UnitValue,
}

impl SortBy {
    /// Every one with its word in links.
    pub const NAMES: [(&'static str, SortBy); 9] = [
        ("name", SortBy::Name),
        ("quantity", SortBy::Quantity),
        ("mom-t", SortBy::MonthTonnes),
        ("mom", SortBy::MonthPercent),
        ("yoy-t", SortBy::YearTonnes),
        ("yoy", SortBy::YearPercent),
        ("contribution", SortBy::Contribution),
        ("value", SortBy::Value),
        ("unit-value", SortBy::UnitValue),
    ];
}

/// The order of tables: the largest first and names from A, or the other way round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Sort {
    /// By what.
    pub by: SortBy,
    /// Whether the smallest is first, or the last name.
    pub is_reversed: bool,
}

impl Sort {
    /// Of a link: `yoy`, `-yoy` for the other way round.
    pub fn from_link(text: &str) -> Option<Sort> {
        let name = text.strip_prefix('-').unwrap_or(text);
        let (_, by) = SortBy::NAMES.into_iter().find(|(word, _)| *word == name)?;
        Some(Sort { by, is_reversed: name.len() < text.len() })
    }

    /// To a link.
    pub fn to_link(self) -> String {
        let sign = if self.is_reversed { "-" } else { "" };
        format!("{sign}{}", word_of(&SortBy::NAMES, &self.by))
    }
}

/// The word of a choice in a link.
pub fn word_of<T: PartialEq>(names: &[(&'static str, T)], chosen: &T) -> &'static str {
    names.iter().find(|(_, choice)| choice == chosen).map_or("", |(name, _)| name)
}
