//! What a reader chooses of a chart.

use super::Section;
use model::{Period, Span};

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

/// With which period changes are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Base {
    /// The month before; of several months together, which have none, the year before.
    #[default]
    MonthBefore,
    /// The same a year before.
    YearBefore,
    /// This month, or as many months together that end in it.
    Month(Period),
}

impl Base {
    /// Of a link: `month`, `year`, `2024-11`.
    pub fn from_link(text: &str) -> Option<Base> {
        match text {
            "month" => Some(Base::MonthBefore),
            "year" => Some(Base::YearBefore),
            month => month.parse().ok().map(Base::Month),
        }
    }

    /// To a link.
    pub fn to_link(self) -> String {
        match self {
            Base::MonthBefore => "month".to_owned(),
            Base::YearBefore => "year".to_owned(),
            Base::Month(month) => month.to_string(),
        }
    }

    /// The month in which it ends, for a period that ends in `period`.
    pub fn of(self, period: Period, span: Span) -> Period {
        match self {
            Base::MonthBefore if span == Span::Month => period.plus(-1),
            Base::MonthBefore | Base::YearBefore => period.plus_years(-1),
            Base::Month(month) => month,
        }
    }
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
    /// Value, of records.
    Value,
    /// Value / quantity, of records.
    UnitValue,
    /// Place by quantity.
    Rank,
}

impl CompareAs {
    /// Every one with its word in links.
    pub const NAMES: [(&'static str, CompareAs); 6] = [
        ("quantity", CompareAs::Quantity),
        ("share", CompareAs::Share),
        ("index", CompareAs::Index),
        ("value", CompareAs::Value),
        ("unit-value", CompareAs::UnitValue),
        ("rank", CompareAs::Rank),
    ];

    /// Whether only records can tell of it.
    pub fn needs_values(self) -> bool {
        matches!(self, CompareAs::Value | CompareAs::UnitValue)
    }
}

/// In what members that are compared are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Panels {
    /// All in one picture.
    One,
    /// Each in its own.
    Each,
}

impl Panels {
    /// Every one with its word in links.
    pub const NAMES: [(&'static str, Panels); 2] = [("one", Panels::One), ("each", Panels::Each)];
}

/// How the members of a section are shown, where they can be shown in several ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Show {
    /// As a table; changes as steps.
    #[default]
    Table,
    /// Where they are.
    Map,
    /// As parts of the whole.
    Treemap,
    /// Changes as lines from then to now.
    Slope,
}

impl Show {
    /// Every one with its word in links.
    pub const NAMES: [(&'static str, Show); 4] =
        [("table", Show::Table), ("map", Show::Map), ("treemap", Show::Treemap), ("slope", Show::Slope)];

    /// Whether a section can be shown so.
    pub fn is_of(self, section: Section) -> bool {
        match self {
            Show::Table => true,
            Show::Map | Show::Treemap => matches!(section, Section::Ranking(_)),
            Show::Slope => matches!(section, Section::Overview | Section::Changes),
        }
    }
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
