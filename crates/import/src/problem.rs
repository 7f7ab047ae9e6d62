//! What could not be used of a file, where, and why. The sentences for the person who brought it are in the
//! crate `i18n`.

use super::question::About;
use model::{DimensionMap, Name, Period};
use sheet::{Fault, NoSheet};

/// One thing that could not be used, or that a person should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file's name.
    pub file: String,
    /// The line, from 1; `None` for the file as a whole.
    pub line: Option<u64>,
    /// What it is.
    pub kind: ProblemKind,
}

/// What can be wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    /// A file that is no table.
    NoSheet(NoSheet),
    /// A place in a table that cannot be read.
    Unreadable(Fault),
    /// A table of which no line names columns that are known.
    NoHeader {
        /// What stands there.
        found: String,
    },
    /// A column that stands there twice.
    ColumnTwice(String),
    /// A column that must be there is not.
    MissingColumn(Needed),
    /// Quantities without a unit.
    NoUnit,
    /// A column that is not known.
    UnknownColumn(String),
    /// A header without rows.
    NoRows,
    /// A line with another number of fields than the header.
    FieldCount {
        /// How many there are.
        found: usize,
        /// How many there should be.
        expected: usize,
    },
    /// Something that is no whole number.
    NotANumber {
        /// The column.
        column: String,
        /// What stands there.
        found: String,
    },
    /// Something that is no month.
    NotAMonth {
        /// What stands there.
        found: String,
    },
    /// Rows of quarters and years, which are not added.
    Longer {
        /// How many.
        rows: u64,
    },
    /// A file with values and without weights.
    ValuesOnly,
    /// Codes of goods that are none of the HS.
    NoHsCodes {
        /// The codes.
        codes: Vec<String>,
    },
    /// Values of a third currency, which are not read.
    UnreadCurrency(&'static str),
    /// Something that was asked and not answered, so that rows were left out.
    Unanswered {
        /// What was asked about.
        about: About,
        /// The column or unit that it was about.
        of: Option<String>,
    },
    /// A code that is missing.
    NoCode {
        /// The column.
        column: String,
    },
    /// Goods that are counted, not weighed.
    NotAWeight {
        /// The unit.
        unit: String,
    },
    /// A row that stands in the file a second time.
    RowTwice {
        /// The line on which it stands first.
        first: u64,
    },
    /// The same row in another file, with other numbers.
    Conflict {
        /// The other file.
        other: String,
        /// Its line.
        line: u64,
    },
    /// Rows that another file has, too.
    Overlap {
        /// How many.
        rows: u64,
        /// The other file.
        other: String,
    },
    /// As many rows as customs gives out at most.
    ProbablyCut,
    /// Months that a cut file tells only a part of.
    Incomplete {
        /// The months.
        months: Vec<Period>,
        /// The month of the file's last row.
        last: Period,
        /// The partner of the file's last row, code and name.
        partner: Option<(String, Name)>,
    },
    /// Months without rows between others of one query, which are taken for months without trade.
    NoTrade {
        /// The months.
        months: Vec<Period>,
    },
    /// Products that no file was asked for in some months.
    NotCovered {
        /// Their codes.
        products: Vec<String>,
        /// The months.
        months: Vec<Period>,
    },
    /// Values of another currency, which are not added.
    OtherCurrency,
    /// Rows without their twin in the file of the other currency.
    Unpaired {
        /// How many.
        rows: u64,
    },
    /// A file that does not tell the same things apart as the first one.
    OtherColumns {
        /// What the first file tells apart.
        first: DimensionMap<bool>,
    },
    /// The same goods at a shorter code: they would be counted twice.
    ShorterCode,
    /// More rows or members than can be counted, or sums too large.
    TooMany,
    /// A month of several was left unanswered.
    NoMonth,
    /// Partners that do not make the world total that the file states.
    WorldDiffers {
        /// The month.
        month: Period,
        /// What the partners make, kilograms.
        partners: u64,
        /// What the file states for the world, kilograms.
        world: u64,
    },
}

/// A column without which a file is of no use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needed {
    /// The quantity or the value.
    Quantity,
    /// The code of a product, partner, registration location or trade mode: one of them.
    Code,
}

impl Needed {
    /// Names that its column has in files that are known.
    pub fn names(self) -> &'static [&'static str] {
        match self {
            Needed::Quantity => {
                &["第一数量", "Quantity", "netWgt", "quantity_kg", "美元", "US dollar", "primaryValue"]
            }
            Needed::Code => {
                &["商品编码", "Commodity code", "cmdCode", "贸易伙伴编码", "Trading partner code"]
            }
        }
    }
}
