//! Texts of files that somebody takes away.

use super::English;
use crate::{TakenWords, capitalised, whole};
use model::{Frequency, Unit};

impl TakenWords for English {
    fn measured(&self, unit: Unit) -> String {
        capitalised(&self.counted_in(unit))
    }

    fn made_up_by_program(&self) -> &'static str {
        "Synthetic data, made up by a program: do not quote."
    }

    fn belongs(&self, recorded: bool) -> &'static str {
        match recorded {
            true => "The figures belong to the source that gave out the rows.",
            false => "The figures belong to the articles that print them.",
        }
    }

    fn months_table(&self, frequency: Frequency) -> &'static str {
        match frequency {
            Frequency::Monthly => "Months",
            Frequency::Quarterly => "Quarters",
            Frequency::Annual => "Years",
        }
    }

    fn rows_table(&self) -> &'static str {
        "Rows"
    }

    fn too_many_rows(&self, rows: usize) -> String {
        let rows = whole(u64::try_from(rows).unwrap_or(u64::MAX));
        format!(
            "A sheet of Excel has room for 1,048,575 rows, and these are {rows}. CSV and JSON have no limit."
        )
    }

    fn workbook_too_large(&self) -> &'static str {
        "The workbook would be larger than 4 GB, which Excel does not open. CSV and JSON have no limit."
    }

    fn no_table(&self) -> &'static str {
        "There is no table to download here."
    }
}
