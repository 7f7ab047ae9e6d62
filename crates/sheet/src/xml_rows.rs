//! The rows of a sheet that is written in XML, until it ends or breaks.

use csv::StringRecord;

use crate::Rows;
use crate::fault::Fault;
use crate::merge::Merges;
use crate::xml::Broken;

/// A sheet in XML, read a row at a time.
pub(crate) trait XmlSheet {
    /// Reads the next row; `None` at the end, a fault where a row cannot be used and others follow.
    fn next_row(&mut self, row: &mut StringRecord) -> Result<Option<Result<(), Fault>>, Broken>;
    /// The row that was read last.
    fn row(&self) -> u64;
    fn merges(&mut self) -> &mut Merges;
    fn progress(&self) -> (u64, u64);
}

/// Its rows with their merged cells filled. Behind broken XML nothing is read.
pub(crate) struct XmlRows<S> {
    sheet: S,
    has_ended: bool,
}

impl<S: XmlSheet> XmlRows<S> {
    pub fn of(sheet: S) -> XmlRows<S> {
        XmlRows { sheet, has_ended: false }
    }
}

impl<S: XmlSheet> Rows for XmlRows<S> {
    fn read(&mut self, row: &mut StringRecord) -> Option<Result<u64, (u64, Fault)>> {
        if self.has_ended {
            return None;
        }
        row.clear();
        let read = self.sheet.next_row(row);
        let place = self.sheet.row();
        self.has_ended = !matches!(read, Ok(Some(_)));
        match read {
            Ok(Some(Ok(()))) => {
                self.sheet.merges().fill(place, row);
                Some(Ok(place))
            }
            Ok(Some(Err(fault))) => Some(Err((place, fault))),
            Ok(None) => None,
            Err(Broken) => Some(Err((place + 1, Fault::Broken))),
        }
    }

    fn progress(&self) -> (u64, u64) {
        self.sheet.progress()
    }
}
