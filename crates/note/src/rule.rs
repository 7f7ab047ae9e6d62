//! The rules that choose what is worth saying, by name, and why one of them has nothing to say.

use super::sentence::Topic;
use model::{Dimension, Missing, Period};
use serde::{Deserialize, Serialize};
use view::Section;

/// What a note may say. Each rule looks at the data and gives facts, or a [`Reason`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Rule {
    /// The month's total with its changes on the month and on the year.
    Total,
    /// January and February together, before each alone.
    JanuaryFebruary,
    /// January up to the month, with a year before.
    YearToDate,
    /// Value and mean unit value.
    Value,
    /// Months in a row that rose, or fell, on the month before; or the end of such a row.
    MonthlyRun,
    /// The same, on the year before.
    YearlyRun,
    /// The highest or lowest month since when.
    Extreme,
    /// Products with share and changes.
    Products,
    /// In December, products over the year.
    ProductsOfYear,
    /// Customs regimes.
    TradeModes,
    /// Destinations with share and change, and how long the first has been first.
    Destinations,
    /// How many destinations, and how much the three largest take.
    Spread,
    /// Destinations that are new or have returned.
    Entrants,
    /// Destinations of the month before that have nothing now.
    Lost,
    /// Registration locations with share and change.
    RegistrationLocations,
    /// Which products made the change.
    ProductDrivers,
    /// Which destinations made the change.
    DestinationDrivers,
    /// Which registration locations made the change.
    LocationDrivers,
    /// How much of the change in value quantity and unit value made.
    ValueDrivers,
    /// The Lunar New Year moves between January and February.
    LunarNewYear,
    /// Printed figures that cannot be true together.
    Contradictions,
}

/// A row of months in one direction is worth a sentence from this length.
pub const RUN: f64 = 3.0;
/// A month is a record when it surpasses so many before it.
pub const RECORD: usize = 5;
/// A member that is new, back or gone is named when it makes, or made, this part of the total, percent.
pub const NOTABLE_SHARE: f64 = 0.5;
/// A contribution is named when it is this many percentage points.
pub const NOTABLE_POINTS: f64 = 0.1;

impl Rule {
    /// Every rule in the order of a note: its word in JSON, its subject, and whether a short note
    /// has it.
    pub const ALL: [(&'static str, Rule, Topic, bool); 21] = [
        ("january_february", Rule::JanuaryFebruary, Topic::Total, true),
        ("total", Rule::Total, Topic::Total, true),
        ("year_to_date", Rule::YearToDate, Topic::Total, true),
        ("value", Rule::Value, Topic::Total, false),
        ("monthly_run", Rule::MonthlyRun, Topic::Total, false),
        ("yearly_run", Rule::YearlyRun, Topic::Total, false),
        ("extreme", Rule::Extreme, Topic::Total, true),
        ("products", Rule::Products, Topic::Structure, true),
        ("products_of_year", Rule::ProductsOfYear, Topic::Structure, false),
        ("trade_modes", Rule::TradeModes, Topic::Structure, false),
        ("destinations", Rule::Destinations, Topic::Destinations, true),
        ("spread", Rule::Spread, Topic::Destinations, false),
        ("entrants", Rule::Entrants, Topic::Destinations, false),
        ("lost", Rule::Lost, Topic::Destinations, false),
        ("registration_locations", Rule::RegistrationLocations, Topic::RegistrationLocations, true),
        ("product_drivers", Rule::ProductDrivers, Topic::Drivers, true),
        ("destination_drivers", Rule::DestinationDrivers, Topic::Drivers, false),
        ("location_drivers", Rule::LocationDrivers, Topic::Drivers, false),
        ("value_drivers", Rule::ValueDrivers, Topic::Drivers, false),
        ("lunar_new_year", Rule::LunarNewYear, Topic::Caution, true),
        ("contradictions", Rule::Contradictions, Topic::Caution, true),
    ];

    /// The part of the page whose chart shows what it says; `None` for what no chart shows.
    pub fn chart(self) -> Option<Section> {
        match self {
            Rule::Total
            | Rule::JanuaryFebruary
            | Rule::YearToDate
            | Rule::MonthlyRun
            | Rule::YearlyRun
            | Rule::Extreme => Some(Section::Trend),
            Rule::Value => Some(Section::Prices),
            Rule::Products | Rule::ProductsOfYear => Some(Section::Ranking(Dimension::Product)),
            Rule::TradeModes => Some(Section::Ranking(Dimension::TradeMode)),
            Rule::Destinations | Rule::Spread | Rule::Entrants | Rule::Lost => {
                Some(Section::Ranking(Dimension::Destination))
            }
            Rule::RegistrationLocations => Some(Section::Ranking(Dimension::RegistrationLocation)),
            Rule::ProductDrivers | Rule::DestinationDrivers | Rule::LocationDrivers => Some(Section::Changes),
            Rule::ValueDrivers | Rule::LunarNewYear | Rule::Contradictions => None,
        }
    }

    /// Its word in JSON.
    pub fn name(self) -> &'static str {
        Rule::ALL.iter().find(|(_, r, ..)| *r == self).map_or("", |(name, ..)| name)
    }
}

/// Why a rule has nothing to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reason {
    /// The figure that it is about is missing.
    Missing(Missing),
    /// The total of this month is missing.
    UnknownMonth(Period),
    /// What is known allows a rise as well as a fall, or more as well as less than this month.
    Unclear(Period),
    /// Nothing changed.
    NoChange,
    /// The row is this long, too short to be worth a sentence.
    ShortRow(usize),
    /// What the month before did is not known.
    OpenRow,
    /// It surpasses no more than so many months.
    NoRecord(usize),
    /// Published figures do not tell it; records would.
    OnlyRecordsTell,
    /// The dataset has no values.
    NoValues,
    /// The dataset has values alone.
    NoWeights,
    /// The dataset does not tell these members apart.
    NotToldApart,
    /// Nobody is, or nobody who matters.
    Nobody,
    /// The contribution of hardly anyone is known.
    NoContributions,
    /// It is said of other months: of February, of December, of January and February.
    OtherMonths,
    /// Another sentence says it already.
    SaidAlready,
    /// All figures of the note can be true together.
    NothingContradicts,
    /// The reporter's holidays do not move the month.
    NoLunarNewYear,
    /// It is left for the full note.
    Short,
}
