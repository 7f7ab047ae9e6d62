//! One line of a breakdown.

use crate::ledger::{self, Ledger};
use crate::model::{Against, Answer, Cell, Change, MemberId, Missing};

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
    /// Part of all exports of the same months, percent.
    pub share: Answer,
    /// Against the month before.
    pub mom: Change,
    /// Against a year before.
    pub yoy: Change,
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
        }
    }

    /// The member, when the line is about exactly one.
    pub fn member(&self) -> Option<MemberId> {
        match self.members.as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    }
}
