//! What is wrong with a file, and where. The sentences for the person who keeps it are in the crate `i18n`.

use super::place::Place;
use model::{Dimension, Frequency};

/// One fault of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where in the file: `articles[5].claims[2].period`. Empty for the file as a whole.
    pub place: String,
    /// The line that the place is on, from 1, where it could be found.
    pub line: Option<usize>,
    /// What is wrong.
    pub kind: ProblemKind,
}

/// What can be wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    /// No bytes, or only white space.
    Empty,
    /// A web page where data should be.
    Html,
    /// Not JSON, or cut short: the reader's words and the column.
    NotJson {
        /// Column, from 1.
        column: usize,
        /// The file ends too early.
        cut_short: bool,
    },
    /// JSON of another kind.
    WrongFormat {
        /// The format that was expected.
        expected: &'static str,
    },
    /// Written for a newer program.
    NewerVersion {
        /// The version that the file states.
        found: String,
    },
    /// A field that must be there is not.
    MissingField {
        /// Its name.
        field: &'static str,
    },
    /// A field holds another kind of value.
    WrongType {
        /// What it should be.
        expected: FieldKind,
    },
    /// Not a month, quarter or year, whichever should stand there.
    NotAPeriod {
        /// What stands there.
        found: String,
        /// What should.
        expected: Frequency,
    },
    /// A word that is not in the list of the format.
    UnknownWord {
        /// What it should name.
        what: Vocabulary,
        /// What stands there.
        found: String,
    },
    /// A member, product or article that the dataset does not declare.
    Undeclared {
        /// What it should be.
        what: Declared,
        /// The code that stands there.
        found: String,
    },
    /// The same id or code a second time.
    Duplicate {
        /// The id.
        id: String,
    },
    /// A code or name that another member of the list has, too.
    Namesake {
        /// What both are called.
        label: String,
        /// The other one's code.
        other: String,
    },
    /// A product that another product of the list contains.
    WithinProduct {
        /// Its code.
        part: String,
        /// The code of the one that contains it.
        whole: String,
    },
    /// A quantity, share or count below zero.
    Negative {
        /// What stands there.
        found: String,
    },
    /// A field beside another one that excludes it.
    NotTogether {
        /// The other one.
        other: &'static str,
    },
    /// A number that cannot be meant.
    OutOfRange {
        /// What stands there.
        found: String,
    },
    /// Columns of different lengths.
    UnequalColumns {
        /// The column.
        column: String,
        /// How long it is.
        length: usize,
        /// How long it should be.
        rows: usize,
    },
    /// Something in a column that is not a whole number from 0 on.
    NotAWholeNumber {
        /// Column of the text, from 1.
        column: usize,
    },
    /// A number in a column that no member or month has.
    NoSuchCode {
        /// The number.
        code: u64,
        /// How many there are.
        members: usize,
    },
    /// More rows or members than the program can count, or sums too large for it.
    TooLarge,
    /// More members of a dimension than the program can count; those before are used.
    TooManyMembers,
    /// An address that is neither http nor https, or a file name that leaves the folder.
    BadAddress,
    /// Nothing in it can be shown.
    NothingToShow,
}

impl Problem {
    pub(super) fn at(place: &Place, kind: ProblemKind) -> Problem {
        Problem { place: place.to_string(), line: None, kind }
    }

    pub(super) fn whole(kind: ProblemKind) -> Problem {
        Problem::at(&Place::default(), kind)
    }
}

/// What a field should hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// A list in square brackets.
    List,
    /// Text in quotes.
    Text,
    /// A number without quotes.
    Number,
    /// `true` or `false`.
    TrueOrFalse,
    /// A member's code, or a list of codes.
    Codes,
}

/// A list of words that the format knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vocabulary {
    /// What a claim says of its subject.
    Measures,
    /// Whether a claim gives a limit.
    Bounds,
    /// Which months are summed.
    Spans,
    /// What goods are told apart by.
    Dimensions,
    /// Published figures or records.
    Kinds,
    /// Exports or imports.
    Flows,
    /// What values count.
    Valuations,
    /// What a print counts in.
    Units,
    /// How long periods are.
    Frequencies,
    /// What trade is measured by.
    Measured,
}

/// Something that must be declared before it is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Declared {
    /// A product, destination, registration location or trade mode.
    Member(Dimension),
    /// A dataset of the manifest.
    Dataset,
}

/// A fault at a byte of the file, with the line and column that a person looks for.
pub(super) fn fault_at(
    file: &[u8],
    offset: usize,
    place: &str,
    kind: impl Fn(usize) -> ProblemKind,
) -> Problem {
    let before = file.get(..offset).unwrap_or_default();
    let line = 1 + before.iter().filter(|b| **b == b'\n').count();
    let column = 1 + before.iter().rev().take_while(|b| **b != b'\n').count();
    Problem { place: place.to_owned(), line: Some(line), kind: kind(column) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_has_its_line_and_column() {
        let problem = fault_at(b"{\n \"a\": [x]", 9, "a", |column| ProblemKind::NotAWholeNumber { column });
        assert_eq!(problem.line, Some(2));
        assert_eq!(problem.kind, ProblemKind::NotAWholeNumber { column: 8 });
    }
}
