//! What there is to say, before it has words.

use breakdown::{Breakdown, Direction, Entry, Extreme, Presence, Run};
use model::{Against, Dimension, Figure, MemberId, Missing};

/// Something worth saying of a month. What stands in the [`super::Material`] is not repeated here.
#[derive(Debug, Clone, PartialEq)]
pub enum Fact<'a> {
    /// The total with its changes.
    Total,
    /// That there is no total, and why.
    Unknown(Missing),
    /// January and February together.
    JanuaryFebruary,
    /// January up to the month.
    YearToDate,
    /// Value and unit value.
    Value(&'a Entry),
    /// Months in a row of rises or falls.
    Run {
        /// The row.
        run: Run,
        /// On what it rose or fell.
        against: Against,
        /// Which way the months went that the sentence before tells of in a row.
        before: Option<Direction>,
    },
    /// A record.
    Extreme(Extreme),
    /// Members of a dimension.
    Listed(Listed<'a>),
    /// How the total spreads over destinations.
    Spread {
        /// How many destinations.
        members: Figure,
        /// Share of the three largest.
        top_three: Figure,
        /// How many there were the month before, or a year before.
        before: Option<Figure>,
    },
    /// Destinations that are new or back: the largest, and how many there are.
    Entrants(Vec<Came>, usize),
    /// Destinations that have nothing now: the largest, by what they had, and how many there are.
    Lost(Vec<(MemberId, Figure)>, usize),
    /// What made the change.
    Drivers(Drivers),
    /// What made the change of the value.
    ValueDrivers(&'a Entry),
    /// The Lunar New Year.
    LunarNewYear,
    /// So many figures of the note are contradicted.
    Contradictions(usize),
}

/// Members of a dimension that are worth a sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed<'a> {
    /// What they are members of.
    pub dimension: Dimension,
    /// The breakdown that they stand in.
    pub of: &'a Breakdown,
    /// Which change is told of them.
    pub against: Against,
    /// With all that is known of each.
    pub in_full: Vec<&'a Entry>,
    /// With their quantity alone.
    pub briefly: Vec<&'a Entry>,
    /// Whether the first of them is certainly the first of all.
    pub led: bool,
    /// Whether they are known in order: nobody unlisted can be larger.
    pub in_order: bool,
}

/// A member that is new or back.
#[derive(Debug, Clone, PartialEq)]
pub struct Came {
    /// Who.
    pub member: MemberId,
    /// New, or back after how many months.
    pub presence: Presence,
    /// How much.
    pub quantity: Figure,
}

/// Contributions to a change, percentage points.
#[derive(Debug, Clone, PartialEq)]
pub struct Drivers {
    /// Whose.
    pub dimension: Dimension,
    /// What the change is on.
    pub against: Against,
    /// Whether the total rose.
    pub up: bool,
    /// Those that went with the total, the largest first.
    pub with: Vec<(MemberId, Figure)>,
    /// Those that went against it, the largest first.
    pub counter: Vec<(MemberId, Figure)>,
    /// Whether nobody else did more either way: all are known, and none that is not named may have.
    pub all_known: bool,
}
