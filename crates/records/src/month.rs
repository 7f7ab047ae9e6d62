//! A month's place among those that the data covers.

use model::{Frequency, Period};

/// How long the periods of a dataset are, which are all of one length; months where there are none.
pub fn frequency_of(months: &[Period]) -> Frequency {
    months.first().map_or(Frequency::Monthly, |first| first.frequency())
}

/// A month's place in the ordered list of the months that the data covers, from 0; rows name theirs by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MonthIndex(u16);

impl MonthIndex {
    /// The index of that place; `None` beyond the 65,536 that rows can name.
    pub fn new(place: usize) -> Option<MonthIndex> {
        u16::try_from(place).ok().map(MonthIndex)
    }

    /// Where a month stands in an ordered list; `None` for one that the data does not cover.
    pub fn of(months: &[Period], month: Period) -> Option<MonthIndex> {
        MonthIndex::new(months.binary_search(&month).ok()?)
    }

    /// The place in the list.
    pub fn place(self) -> usize {
        usize::from(self.0)
    }
}

impl From<u16> for MonthIndex {
    fn from(place: u16) -> MonthIndex {
        MonthIndex(place)
    }
}

impl From<MonthIndex> for u16 {
    fn from(index: MonthIndex) -> u16 {
        index.0
    }
}
