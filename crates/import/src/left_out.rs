//! Rows that are not added: why, what they make, and where they stand.

use std::fmt::Write;

use super::meaning::{Fate, Meaning};
use super::reader::Import;
use model::{Dimension, Period};

/// Why rows are not added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LeftOut {
    /// Another flow than the one that was chosen.
    OtherFlow,
    /// The trade of another reporter than the one that was chosen.
    OtherReporter,
    /// Goods by another list than the one that was chosen.
    OtherList,
    /// The whole world as a partner: a sum of other rows.
    World,
    /// A group of countries whose members have rows, too.
    Group,
    /// A total of another kind: of all goods, provinces or trade modes.
    Total,
    /// A part of another row: one customs procedure, means of transport or second partner.
    Part,
    /// A value without a weight.
    NoWeight,
    /// A period of another length than those that count.
    OtherFrequency,
    /// A year that does not begin in January.
    FiscalYear,
    /// Goods at a shorter code, which longer ones of the same month and partner make.
    ShorterCode,
    /// Goods at a longer code, which are only a part of those of a shorter one of the same month and partner.
    LongerCode,
    /// Figures that a later file corrects.
    Revised,
    /// A row of one key with others, of which the first was chosen.
    NotFirst,
    /// A value in another currency, without a row in the first one.
    OtherCurrency,
    /// A question was left unanswered.
    Unanswered,
}

impl LeftOut {
    /// Each with its word in a file of rows that were left out.
    pub const NAMES: [(&'static str, LeftOut); 16] = [
        ("other-flow", LeftOut::OtherFlow),
        ("other-reporter", LeftOut::OtherReporter),
        ("other-list", LeftOut::OtherList),
        ("world", LeftOut::World),
        ("group", LeftOut::Group),
        ("total", LeftOut::Total),
        ("part", LeftOut::Part),
        ("no-weight", LeftOut::NoWeight),
        ("other-frequency", LeftOut::OtherFrequency),
        ("fiscal-year", LeftOut::FiscalYear),
        ("shorter-code", LeftOut::ShorterCode),
        ("longer-code", LeftOut::LongerCode),
        ("revised", LeftOut::Revised),
        ("not-first", LeftOut::NotFirst),
        ("other-currency", LeftOut::OtherCurrency),
        ("unanswered", LeftOut::Unanswered),
    ];

    /// Its word.
    pub fn name(self) -> &'static str {
        LeftOut::NAMES.iter().find(|(_, why)| *why == self).map_or("", |(name, _)| name)
    }
}

/// Rows that were not added, and their sums.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sum {
    /// How many.
    pub rows: u64,
    /// Kilograms.
    pub quantity: u64,
    /// Value, in whichever currency the file has.
    pub value: u64,
    /// Where the first of them stand: at most five.
    pub first: Vec<Place>,
}

/// Where a row stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file's name.
    pub file: String,
    /// The line, from 1, as an editor shows it.
    pub line: u64,
}

/// A row that was not added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOutRow {
    /// Where it stands.
    pub place: Place,
    /// Why it was not added; `None` for one that another row repeats.
    pub why: Option<LeftOut>,
    /// Its month, where it says one.
    pub month: Option<Period>,
    /// The code of its product; empty where it has none.
    pub product: String,
    /// The code of its partner; empty where it has none.
    pub partner: String,
    /// Kilograms.
    pub quantity: u64,
    /// Value, in whichever currency the file has.
    pub value: u64,
}

/// As many rows that were left out are listed at most; sums are of all.
pub const MOST_LISTED: usize = 100_000;

/// How many places are named of rows that were left out for one reason.
pub(super) const PLACES: usize = 5;

impl Meaning<'_> {
    /// The rows that were read and not added, in the order of the files, up to [`MOST_LISTED`].
    pub(super) fn left_out_rows(&self) -> Vec<LeftOutRow> {
        let why = |fate: &Fate| match fate {
            Fate::Used | Fate::Faulty => None,
            Fate::Twice => Some(None),
            Fate::LeftOut(why) => Some(Some(*why)),
        };
        let rows = self.import.rows.iter().zip(&self.fates);
        let left = rows.filter_map(|(row, fate)| Some((row, why(fate)?)));
        left.take(MOST_LISTED)
            .map(|(row, why)| {
                let members = self.members(&row);
                let code = |dimension| Some(self.named(dimension, members[dimension]?)?.0);
                LeftOutRow {
                    place: Place { file: self.import.name(row.file), line: row.line },
                    why,
                    month: self.import.month(&row),
                    product: code(Dimension::Product).unwrap_or_default(),
                    partner: code(Dimension::Destination).unwrap_or_default(),
                    quantity: row.quantity,
                    value: self.value(&row),
                }
            })
            .collect()
    }
}

/// Rows that were left out as CSV: `file,line,reason,month,product,partner,quantity_kg,value`. `docs/records.md`
/// describes it.
pub fn left_out_csv(rows: &[LeftOutRow]) -> String {
    let field = |text: &str| match text.contains(['"', ',', '\n', '\r']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text.to_owned(),
    };
    let mut csv = String::from("file,line,reason,month,product,partner,quantity_kg,value\n");
    for row in rows {
        let month = row.month.map(|month| month.to_string()).unwrap_or_default();
        let (file, why) = (field(&row.place.file), row.why.map_or("twice", LeftOut::name));
        let (product, partner) = (field(&row.product), field(&row.partner));
        let _ = writeln!(
            csv,
            "{file},{},{why},{month},{product},{partner},{},{}",
            row.place.line, row.quantity, row.value
        );
    }
    csv
}

impl Import {
    /// The month of a row: its own, or that of its file.
    pub(super) fn month(&self, row: &super::rows::Compact) -> Option<Period> {
        row.month.or_else(|| self.files.get(row.file)?.month)
    }
}
