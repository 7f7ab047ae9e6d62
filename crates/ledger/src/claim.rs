//! One figure that an article prints.

use model::{Cell, Dimension, Frequency, Interval, MemberId, MemberIndex, Period, Span, Unit};

/// What a claim says of its subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Measure {
    /// Net weight, tonnes.
    Quantity,
    /// Net weight over the same months a year before, tonnes.
    QuantityYearBefore,
    /// Part of the total of the same months, percent.
    Share,
    /// Change on the month before, percent.
    MomPercent,
    /// Change on the month before, tonnes.
    MomAbsolute,
    /// Change on the same months a year before, percent.
    YoyPercent,
    /// Value, US dollars; the dataset says whether FOB or CIF.
    ValueUsd,
    /// Change of the value on the month before, percent.
    ValueMomPercent,
    /// Change of the value on the same months a year before, percent.
    ValueYoyPercent,
    /// Place in the ranking by quantity.
    Rank,
    /// Named among the first n, without a place of its own.
    WithinTop,
    /// Months in a row in first place.
    MonthsFirst,
    /// How many members the dimension had.
    Count,
    /// A top n is spoken of; nobody is named.
    TopNamed,
    /// Year-on-year change of the month less that of the year to date, percentage points.
    YoyGap,
    /// Change of the share on the month before, percentage points.
    ShareMomPoints,
    /// Change of the share on the same months a year before, percentage points.
    ShareYoyPoints,
}

impl Measure {
    /// Every measure with its name in the dataset.
    pub const NAMES: [(&'static str, Measure); 17] = [
        ("quantity", Measure::Quantity),
        ("quantity_year_before", Measure::QuantityYearBefore),
        ("share", Measure::Share),
        ("mom_percent", Measure::MomPercent),
        ("mom_absolute", Measure::MomAbsolute),
        ("yoy_percent", Measure::YoyPercent),
        ("value_usd", Measure::ValueUsd),
        ("value_mom_percent", Measure::ValueMomPercent),
        ("value_yoy_percent", Measure::ValueYoyPercent),
        ("rank", Measure::Rank),
        ("within_top", Measure::WithinTop),
        ("months_first", Measure::MonthsFirst),
        ("count", Measure::Count),
        ("top_named", Measure::TopNamed),
        ("yoy_gap", Measure::YoyGap),
        ("share_mom_points", Measure::ShareMomPoints),
        ("share_yoy_points", Measure::ShareYoyPoints),
    ];

    /// The measure of that name.
    pub fn named(name: &str) -> Option<Measure> {
        let found = Measure::NAMES.iter().find(|(n, _)| *n == name);
        found.map(|(_, measure)| *measure)
    }

    /// Whether a printed number of this measure has a precision, and so a step.
    pub fn has_step(self) -> bool {
        !matches!(
            self,
            Measure::Rank | Measure::WithinTop | Measure::MonthsFirst | Measure::Count | Measure::TopNamed
        )
    }

    /// Whether the number may be below zero.
    pub fn may_be_negative(self) -> bool {
        matches!(
            self,
            Measure::MomPercent
                | Measure::MomAbsolute
                | Measure::YoyPercent
                | Measure::ValueMomPercent
                | Measure::ValueYoyPercent
                | Measure::YoyGap
                | Measure::ShareMomPoints
                | Measure::ShareYoyPoints
        )
    }

    /// Whether the number is a tonnage, which this source rounds or cuts.
    pub fn is_tonnage(self) -> bool {
        matches!(self, Measure::Quantity | Measure::QuantityYearBefore | Measure::MomAbsolute)
    }

    /// The unit of a figure of this measure, where the breakdown has one.
    pub fn unit(self) -> Option<Unit> {
        match self {
            Measure::Quantity | Measure::QuantityYearBefore | Measure::MomAbsolute => Some(Unit::Tonnes),
            Measure::Share | Measure::MomPercent | Measure::YoyPercent => Some(Unit::Percent),
            Measure::Rank | Measure::WithinTop => Some(Unit::Rank),
            Measure::MonthsFirst => Some(Unit::Periods(Frequency::Monthly)),
            Measure::ValueUsd
            | Measure::ValueMomPercent
            | Measure::ValueYoyPercent
            | Measure::Count
            | Measure::TopNamed
            | Measure::YoyGap
            | Measure::ShareMomPoints
            | Measure::ShareYoyPoints => None,
        }
    }
}

/// The months that a claim is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ClaimSpan {
    /// A month, or January up to it. A calendar year is December's.
    Of(Period, Span),
    /// Some months of this year; the article does not say which.
    PartOfYear(i32),
}

impl ClaimSpan {
    /// The month with which they end; `None` where nobody says it.
    pub fn month(self) -> Option<Period> {
        match self {
            ClaimSpan::Of(period, _) => Some(period),
            ClaimSpan::PartOfYear(_) => None,
        }
    }
}

/// What a claim is about, beside its product.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// Everywhere.
    Total,
    /// One member, or several together.
    Members(Vec<MemberId>),
    /// What these members of one dimension leave of the whole: "others".
    AllBut(Vec<MemberId>),
    /// A dimension as a whole: how many members it had.
    Dimension(Dimension),
}

impl Subject {
    /// The places whose quantities make the subject's, each with its factor; no place is everywhere. `None` for
    /// a dimension as a whole.
    pub fn places(&self) -> Option<Vec<(Option<MemberId>, f64)>> {
        let (mut places, members, factor) = match self {
            Subject::Total => (vec![(None, 1.0)], [].as_slice(), 0.0),
            Subject::Members(members) => (Vec::new(), members.as_slice(), 1.0),
            Subject::AllBut(members) => (vec![(None, 1.0)], members.as_slice(), -1.0),
            Subject::Dimension(_) => return None,
        };
        for member in members {
            let place = (Some(*member), factor);
            if !places.contains(&place) {
                places.push(place);
            }
        }
        Some(places)
    }
}

/// The printed number is a limit, not the figure itself: "below 10,000 t".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bound {
    /// The figure is above the printed number.
    Above,
    /// The figure is below the printed number.
    Below,
}

/// One figure that an article prints, as printed, whether it is right or not.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// Unique in the dataset.
    pub id: String,
    /// The article that prints it: an index into the ledger's list.
    pub article: usize,
    /// The months that it is about.
    pub span: ClaimSpan,
    /// The product, or `None` for all of them.
    pub product: Option<MemberIndex>,
    /// The place or places.
    pub subject: Subject,
    /// What it says.
    pub measure: Measure,
    /// The number, in the measure's unit.
    pub value: f64,
    /// The place value of the last digit that carries information; `None` for counts and ranks.
    pub step: Option<f64>,
    /// Set when the number is a limit.
    pub bound: Option<Bound>,
    /// A forecast is kept but is no figure.
    pub forecast: bool,
    /// The words and digits as they stand in the article.
    pub printed: String,
    /// The part of the article: title, url, summary, body or brief.
    pub location: String,
    /// A remark of the dataset's keeper.
    pub note: Option<String>,
}

impl Claim {
    /// The cell that the claim is about, when it is about exactly one.
    pub fn cell(&self) -> Option<Cell> {
        let ClaimSpan::Of(period, span) = self.span else {
            return None;
        };
        let place = match &self.subject {
            Subject::Total => None,
            Subject::Members(members) => match members.as_slice() {
                [one] => Some(*one),
                _ => return None,
            },
            Subject::AllBut(_) | Subject::Dimension(_) => return None,
        };
        Some(Cell { period, span, product: self.product, place })
    }

    /// What the figure can be, given how it is printed. A tonnage may be rounded or cut, a ratio is
    /// rounded, a count is exact.
    pub fn bounds(&self) -> Interval {
        match self.step {
            Some(step) if self.measure.is_tonnage() => {
                let bounds = Interval::rounded_or_cut(self.value, step);
                if self.measure.may_be_negative() { bounds } else { bounds.not_negative().unwrap_or(bounds) }
            }
            Some(step) => Interval::rounded(self.value, step),
            None => Interval::exactly(self.value),
        }
    }

    /// Whether the claim states a figure, not a limit or a forecast.
    pub fn is_figure(&self) -> bool {
        self.bound.is_none() && !self.forecast
    }

    /// Digits after the point in the printed form.
    pub fn decimals(&self) -> usize {
        (0..6)
            .find(|d| self.step.is_none_or(|s| s * 10f64.powi(*d) > 0.999))
            .map_or(6, |d| usize::try_from(d).unwrap_or(0))
    }
}
