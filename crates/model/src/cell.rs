//! Where a figure stands: which months, which product, which place.

use serde::{Deserialize, Serialize};

use super::{Frequency, MemberIndex, Period};

/// What is summed for a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub enum Span {
    /// The month alone; of quarters and years the quarter or the year.
    #[default]
    Month,
    /// January, or the first quarter, up to and including the month or quarter. The last one's is the calendar year.
    Ytd,
    /// The twelve months, or four quarters, that end with the month or quarter. The last one's is the calendar year,
    /// too.
    Rolling,
}

impl Span {
    /// Every span with its word in links and files.
    pub const NAMES: [(&'static str, Span); 3] =
        [("month", Span::Month), ("ytd", Span::Ytd), ("r12", Span::Rolling)];

    /// The word in links and files.
    pub fn name(self) -> &'static str {
        match self {
            Span::Month => "month",
            Span::Ytd => "ytd",
            Span::Rolling => "r12",
        }
    }

    /// Whether there is such a sum of periods of a length that is another than the period alone: not of years.
    pub fn is_of(self, frequency: Frequency) -> bool {
        self == Span::Month || frequency != Frequency::Annual
    }

    /// The first of the periods that end with `period`.
    pub fn first(self, period: Period) -> Period {
        match self {
            Span::Month => period,
            Span::Ytd => period.first_of_year(),
            Span::Rolling => period.plus_years(-1).plus(1),
        }
    }
}

/// The ways in which a total is broken down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Dimension {
    /// HS codes.
    Product,
    /// Partner countries and regions: the destinations of an export, the origins of an import.
    Destination,
    /// The province where the exporter or importer is registered with customs; not where the goods were made
    /// or used.
    RegistrationLocation,
    /// Customs regimes: ordinary trade, processing and others.
    TradeMode,
}

impl Dimension {
    /// All of them, in the order in which the page shows them.
    pub const ALL: [Dimension; 4] =
        [Dimension::Product, Dimension::Destination, Dimension::RegistrationLocation, Dimension::TradeMode];
}

/// One member of a dimension: the `index`-th that the dataset declares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct MemberId {
    /// What it is a member of.
    pub dimension: Dimension,
    /// Its place in the dataset's list.
    pub index: MemberIndex,
}

/// The address of a quantity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Cell {
    /// The month, or the last month of a span.
    pub period: Period,
    /// What is summed.
    pub span: Span,
    /// The product, or `None` for all of them.
    pub product: Option<MemberIndex>,
    /// The destination or registration location, or `None` for everywhere.
    pub place: Option<MemberId>,
}

impl Cell {
    /// All products, everywhere.
    pub fn total(period: Period, span: Span) -> Cell {
        Cell { period, span, product: None, place: None }
    }

    /// One member of one dimension; all of the others.
    pub fn member(period: Period, span: Span, member: MemberId) -> Cell {
        let whole = Cell::total(period, span);
        match member.dimension {
            Dimension::Product => Cell { product: Some(member.index), ..whole },
            _ => Cell { place: Some(member), ..whole },
        }
    }

    /// The same product and place in another month.
    pub fn at(self, period: Period) -> Cell {
        Cell { period, ..self }
    }

    /// The same product, place and month under another span.
    pub fn over(self, span: Span) -> Cell {
        Cell { span, ..self }
    }

    /// What this cell is a part of: all products, everywhere, over the same months.
    pub fn whole(self) -> Cell {
        Cell::total(self.period, self.span)
    }

    /// A number that no other cell has under the same `tag`: to look it up by.
    pub fn key(self, tag: u8) -> u128 {
        let number = |index: MemberIndex| index.place() as u128 + 1;
        let product = self.product.map_or(0, number);
        let place = self.place.map_or(0, |m| (number(m.index) << 2) | m.dimension as u128);
        (product << 88)
            | (place << 48)
            | (u128::from(self.period.number()) << 12)
            | (self.span as u128) << 8
            | u128::from(tag)
    }

    /// Whether this is all products, everywhere.
    pub fn is_total(self) -> bool {
        self.product.is_none() && self.place.is_none()
    }
}
