//! One line of a breakdown.

use ledger::{self, Ledger};
use model::{Against, Answer, Cell, Change, MemberId, Missing};

/// What is known of one member, of several together, or of the total.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// None for the total, one for a member, more for members that are printed only together.
    pub members: Vec<MemberId>,
    /// Place by quantity within the dimension.
    pub rank: Answer,
    /// Months in a row in first place, this one included.
    pub streak: Answer,
    /// Net weight, tonnes.
    pub quantity: Answer,
    /// Part of the whole of the same months, percent.
    pub share: Answer,
    /// Against the month before.
    pub mom: Change,
    /// Against a year before.
    pub yoy: Change,
    /// What only records tell.
    pub recorded: Option<Recorded>,
}

/// What only complete records tell of a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Recorded {
    /// Its value.
    pub value: Answer,
    /// Value / quantity.
    pub unit_value: Answer,
    /// How the value compares: with the month before for a month, else with a year before.
    pub value_change: Change,
    /// Its part in the change of the whole over the same comparison, percentage points.
    pub contribution: Answer,
    /// How much of the value's change the quantity made.
    pub volume_effect: Answer,
    /// How much of the value's change the unit value made. Both effects make the change.
    pub price_effect: Answer,
    /// Whether it was there before; for the total, and for spans of several months, `Continuing`.
    pub presence: Presence,
}

/// Whether a member was traded, this month and before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// Traded for the first time in the data.
    New,
    /// Traded again after this many covered months without.
    Returned(usize),
    /// Traded, and the month before as well.
    Continuing,
    /// Not traded, but the month before it was.
    Lost,
    /// Not traded, and the month before neither.
    Absent,
}

/// How a whole spreads over its members.
#[derive(Debug, Clone, PartialEq)]
pub struct Concentration {
    /// How many members have anything.
    pub members: Answer,
    /// Share of the three largest, percent.
    pub top_three: Answer,
    /// Herfindahl-Hirschman index of the shares in percent, 0 to 10,000.
    pub hhi: Answer,
}

impl Entry {
    /// What the ledger tells of a cell. The rank and the streak need the other members and are
    /// filled in by the ranking.
    pub(super) fn of(ledger: &Ledger, members: Vec<MemberId>, cell: Cell) -> Entry {
        Entry {
            members,
            rank: Err(Missing::NotApplicable),
            streak: Err(Missing::NotApplicable),
            quantity: ledger::quantity(ledger, cell),
            share: ledger::share(ledger, cell),
            mom: ledger::change(ledger, cell, Against::MonthBefore),
            yoy: ledger::change(ledger, cell, Against::YearBefore),
            recorded: None,
        }
    }

    /// Whether it is known to have nothing. Less than half a kilogram is a quantity of zero with a value.
    pub fn is_nothing(&self) -> bool {
        let is_none = |answer: &Answer| answer.as_ref().is_ok_and(|figure| figure.bounds.high == 0.0);
        let value = self.recorded.as_ref().map(|recorded| &recorded.value);
        is_none(&self.quantity) && value.is_none_or(|value| value.is_err() || is_none(value))
    }

    /// The member, when the line is about exactly one.
    pub fn member(&self) -> Option<MemberId> {
        match self.members.as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    }
}
