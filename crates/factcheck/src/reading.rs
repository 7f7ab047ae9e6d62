//! What a recognised number says.

use super::number::Counted;
use ledger::{Bound, Measure as ClaimMeasure};
use model::{Against, Interval, MemberId, Period, Span, Unit};

/// What kind of figure a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Measure {
    /// Net weight, tonnes.
    Quantity,
    /// Part of all exports of the same months, percent.
    Share,
    /// A change in percent.
    Percent(Against),
    /// A change in tonnes.
    Difference(Against),
    /// Value, US dollars.
    Value,
    /// Change of the value, percent.
    ValuePercent(Against),
}

impl Measure {
    /// Every measure with its word in files.
    pub const NAMES: [(&'static str, Measure); 9] = [
        ("quantity", Measure::Quantity),
        ("share", Measure::Share),
        ("mom_percent", Measure::Percent(Against::MonthBefore)),
        ("yoy_percent", Measure::Percent(Against::YearBefore)),
        ("mom_absolute", Measure::Difference(Against::MonthBefore)),
        ("yoy_absolute", Measure::Difference(Against::YearBefore)),
        ("value_usd", Measure::Value),
        ("value_mom_percent", Measure::ValuePercent(Against::MonthBefore)),
        ("value_yoy_percent", Measure::ValuePercent(Against::YearBefore)),
    ];

    /// Its word in files.
    pub fn name(self) -> &'static str {
        Measure::NAMES.iter().find(|(_, m)| *m == self).map_or("", |(name, _)| name)
    }

    /// The measure of the same name in a dataset; it has none for a change in tonnes on a year before.
    pub fn of_claim(self) -> Option<ClaimMeasure> {
        ClaimMeasure::named(self.name())
    }

    /// What it counts.
    pub fn unit(self) -> Unit {
        match self {
            Measure::Quantity | Measure::Difference(_) => Unit::Tonnes,
            Measure::Share | Measure::Percent(_) | Measure::ValuePercent(_) => Unit::Percent,
            Measure::Value => Unit::Money(model::Currency::Usd),
        }
    }

    /// Whether it is a change, with a direction.
    pub fn is_change(self) -> bool {
        !matches!(self, Measure::Quantity | Measure::Share | Measure::Value)
    }
}

/// A number that is understood: what it says of whom and when.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// What kind of figure it is.
    pub measure: Measure,
    /// Whom it is about: nobody for the total, several for their sum.
    pub members: Vec<MemberId>,
    /// The month, or the last of the span.
    pub period: Period,
    /// Which months are summed.
    pub span: Span,
    /// The number, in the measure's unit; negative for a fall.
    pub value: f64,
    /// The place value of its last digit that carries information.
    pub step: f64,
    /// What the printed number can be.
    pub printed: Interval,
    /// The text gives a limit, not the figure itself.
    pub bound: Option<Bound>,
    /// The text says “about”, or gives a range.
    pub rough: bool,
}

/// Why a number is not tested, or not understood.
#[derive(Debug, Clone, PartialEq)]
pub enum Why {
    /// It is about somebody whom the dataset does not name.
    NotNamed,
    /// The dataset has no such figure.
    Missing(model::Missing),
    /// The dataset's own figures for it contradict each other.
    Disputed,
    /// The dataset leaves too much room.
    Wide(Interval),
    /// It is expected, not reported.
    Forecast,
    /// Money in another currency, or for a tonne.
    Money,
    /// Percentage points: of which change is not certain.
    Points,
    /// A number of countries, months and the like.
    Count,
    /// How many times as much it is.
    Times,
    /// Of a quarter or other months together, which no dataset has.
    OtherMonths,
    /// The unit is missing or may mean two things.
    Unit,
    /// The digits are badly grouped.
    Malformed,
    /// Of whom it is said is not certain.
    Subject,
    /// Several are named, and which number is whose is not certain.
    WhichOfSeveral,
    /// Of which months it is said is not certain.
    Months,
    /// Compared with what is not certain.
    Comparison,
    /// Whether it is a share, a rise or a fall is not certain.
    Kind,
    /// Words beside it that are not known.
    Words,
    /// It is about prices, imports, capacity or the like.
    OtherMatter,
    /// It stands in a table.
    Table,
}

impl Why {
    /// Whether the number is understood as far as that it is no matter of the dataset: it cannot be
    /// tested. Otherwise it is not understood.
    pub fn is_understood(&self) -> bool {
        matches!(
            self,
            Why::NotNamed
                | Why::Missing(_)
                | Why::Disputed
                | Why::Wide(_)
                | Why::Forecast
                | Why::Money
                | Why::Points
                | Why::Count
                | Why::Times
                | Why::OtherMonths
                | Why::OtherMatter
        )
    }

    /// Every reason with its word in files.
    pub fn name(&self) -> &'static str {
        match self {
            Why::NotNamed => "not_named",
            Why::Missing(_) => "missing",
            Why::Disputed => "disputed",
            Why::Wide(_) => "wide",
            Why::Forecast => "forecast",
            Why::Money => "money",
            Why::Points => "points",
            Why::Count => "count",
            Why::Times => "times",
            Why::OtherMonths => "other_months",
            Why::Unit => "unit",
            Why::Malformed => "malformed",
            Why::Subject => "subject",
            Why::WhichOfSeveral => "which_of_several",
            Why::Months => "months",
            Why::Comparison => "comparison",
            Why::Kind => "kind",
            Why::Words => "words",
            Why::OtherMatter => "other_matter",
            Why::Table => "table",
        }
    }
}

impl Counted {
    /// Why a number of this unit is no figure that can be read; `None` for tonnes, percent and dollars.
    pub(super) fn refused(self) -> Option<Why> {
        match self {
            Counted::Tonnes | Counted::Percent | Counted::Dollars => None,
            Counted::Points => Some(Why::Points),
            Counted::OtherMoney => Some(Why::Money),
            Counted::Things => Some(Why::Count),
            Counted::Times => Some(Why::Times),
            Counted::Unclear | Counted::Bare => Some(Why::Unit),
        }
    }
}
