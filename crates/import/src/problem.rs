//! What could not be used of a file, where, and why. The sentences for the person who brought it are in the
//! crate `i18n`.

use super::question::Question;
use model::{Dimension, DimensionMap, Flow, Frequency, Name, Period};
use sheet::{Fault, NoSheet};

/// One thing that could not be used, or that a person should know. What holds of many lines of a file is one problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file's name; empty for all files together.
    pub file: String,
    /// What it is; of many lines, of the first.
    pub kind: ProblemKind,
    /// The first lines that it holds of, from 1: at most five, none for the file as a whole.
    pub lines: Vec<u64>,
    /// How many lines it holds of; 1 for the file as a whole.
    pub count: u64,
}

/// How many lines are named of one problem.
const LINES: usize = 5;

/// Problems that are kept; of more only the number is.
const MOST_PROBLEMS: usize = 500;

/// What was found, in the order in which it was.
#[derive(Debug, Clone, Default)]
pub(super) struct Problems {
    pub list: Vec<Problem>,
    pub more: u64,
}

impl Problems {
    pub(super) fn tell(&mut self, file: &str, line: Option<u64>, kind: ProblemKind) {
        // Most recent first: lines that are alike mostly come together.
        let is_known = |known: &&mut Problem| known.file == file && known.kind.is_alike(&kind);
        if let (Some(line), Some(known)) = (line, self.list.iter_mut().rev().find(is_known)) {
            known.count += 1;
            if known.lines.len() < LINES {
                known.lines.push(line);
            }
            return;
        }
        match self.list.len() < MOST_PROBLEMS {
            true => self.list.push(Problem {
                file: file.to_owned(),
                kind,
                lines: line.into_iter().collect(),
                count: 1,
            }),
            false => self.more += 1,
        }
    }
}

impl ProblemKind {
    /// Whether it says something of the rows of a dataset, or of those that it lacks, that its readers should know.
    pub fn is_of_rows(&self) -> bool {
        use ProblemKind as P;
        matches!(
            self,
            P::NoUnit
                | P::Unreadable(_)
                | P::FieldCount { .. }
                | P::NotANumber { .. }
                | P::NotAMonth { .. }
                | P::FiscalYears { .. }
                | P::MeasuredByValue
                | P::OtherFrequency { .. }
                | P::NoCode { .. }
                | P::NotAWeight { .. }
                | P::Added { .. }
                | P::PartsAdded { .. }
                | P::Revised(_)
                | P::UnreadCurrency(_)
                | P::Versions { .. }
                | P::ZerosRestored { .. }
                | P::TotalDiffers { .. }
                | P::TotalsAlone { .. }
                | P::GroupDiffers { .. }
                | P::LongerCodes(_)
                | P::CommonLevel { .. }
                | P::ProbablyCut { .. }
                | P::Incomplete { .. }
                | P::NoTrade { .. }
                | P::OtherColumns { .. }
        )
    }

    /// Whether two lines of a file have the same problem, but for what stands there.
    fn is_alike(&self, other: &ProblemKind) -> bool {
        match (self, other) {
            (ProblemKind::NotANumber { column: a, .. }, ProblemKind::NotANumber { column: b, .. }) => a == b,
            (ProblemKind::NotAMonth { .. }, ProblemKind::NotAMonth { .. })
            | (ProblemKind::FieldCount { .. }, ProblemKind::FieldCount { .. })
            | (ProblemKind::RowTwice { .. }, ProblemKind::RowTwice { .. }) => true,
            (a, b) => a == b,
        }
    }
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
    /// A sheet of several whose columns are others than those of the sheets that are read.
    SheetNotRead,
    /// More sheets than are read of one workbook, or files of one archive.
    ManySheets {
        /// How many are read.
        read: usize,
        /// How many there are.
        of: usize,
    },
    /// A sheet that the workbook hides, where all that it shows are read.
    SheetHidden,
    /// Rows of years that do not begin in January, which are not added.
    FiscalYears {
        /// How many.
        rows: u64,
    },
    /// Rows of periods of one length count; those of others, of the same time, do not.
    OtherFrequency {
        /// Whose count.
        used: Frequency,
        /// How many do not.
        rows: u64,
    },
    /// A file with values and without weights.
    ValuesOnly {
        /// Its source has weights for goods at longer codes.
        of_short_codes: bool,
    },
    /// No row that counts has a weight: trade is measured by value.
    MeasuredByValue,
    /// Codes of goods that are none of the HS.
    NoHsCodes {
        /// The codes.
        codes: Vec<String>,
    },
    /// Values of a third currency, which are not read.
    UnreadCurrency(&'static str),
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
    /// Rows that another file has, too.
    Overlap {
        /// How many.
        rows: u64,
        /// The other file.
        other: String,
    },
    /// Rows of one key with other figures, which columns tell apart that nothing is read from: they were added.
    Added {
        /// How many.
        rows: u64,
        /// Kilograms of all.
        quantity: u64,
    },
    /// Rows by procedure, transport or second partner without the row that they are parts of: they were added.
    PartsAdded {
        /// How many.
        rows: u64,
        /// Kilograms of all.
        quantity: u64,
    },
    /// Figures that this file corrects.
    Revised(Box<Revised>),
    /// Something that was asked and not answered, so that rows were left out.
    Unanswered(Box<Question>),
    /// Rows of another flow alone than the one that was asked for.
    OnlyOtherFlow {
        /// What was asked for.
        asked: Flow,
    },
    /// Goods are numbered by several versions of a list, each in months of its own.
    Versions {
        /// The versions, such as `H5`.
        versions: Vec<String>,
    },
    /// Codes that had lost their first zero.
    ZerosRestored {
        /// The codes with it.
        codes: Vec<String>,
    },
    /// Every row is for all members of a dimension together: the dataset is not told apart by it.
    OnlyTotals {
        /// The dimension.
        dimension: Dimension,
    },
    /// Months, or goods of them, of which there are only rows for all members together: left out.
    TotalsAlone {
        /// The dimension.
        dimension: Dimension,
        /// The months.
        months: Vec<Period>,
        /// Kilograms of these rows.
        quantity: u64,
    },
    /// Members that do not make the total that the file states.
    TotalDiffers {
        /// The dimension.
        dimension: Dimension,
        /// The months.
        months: Vec<Period>,
        /// The first product of which it holds.
        product: Option<String>,
        /// What the members make, kilograms.
        parts: u64,
        /// What the file states, kilograms.
        total: u64,
    },
    /// A group of countries was left out whose members in the files make something else.
    GroupDiffers {
        /// The group's English name.
        group: &'static str,
        /// What its rows say, kilograms.
        own: u64,
        /// What those of its members make, kilograms.
        members: u64,
    },
    /// Longer codes that are only a part of a shorter one: the shorter one counts. The largest first.
    LongerCodes(Vec<CodeInPart>),
    /// Goods that are counted by a shorter code, because others are given by it alone.
    CommonLevel {
        /// The shorter codes.
        codes: Vec<String>,
        /// Rows at a longer one.
        rows: u64,
    },
    /// As many rows as a source gives out at most.
    ProbablyCut {
        /// How many.
        rows: u64,
    },
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
    /// More rows or members than can be counted, or sums too large.
    TooMany,
    /// A month of several was left unanswered.
    NoMonth,
}

/// What a file corrects of another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revised {
    /// The file that it corrects.
    pub other: String,
    /// The months.
    pub months: Vec<Period>,
    /// How many rows of the other file do not count.
    pub rows: u64,
    /// Kilograms of these.
    pub before: u64,
    /// Kilograms of the rows that count in their place.
    pub after: u64,
    /// The first that changed: month, codes of product and partner, kilograms before and after.
    pub first: Vec<(Period, Vec<String>, u64, u64)>,
}

/// A code of which longer ones are only a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeInPart {
    /// The shorter code.
    pub code: String,
    /// What its rows say, kilograms.
    pub own: u64,
    /// What the longer codes make, kilograms.
    pub longer: u64,
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
