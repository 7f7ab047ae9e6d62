//! What is wrong with a file, where, in words for the person who keeps it.

use std::fmt;

use super::FORMAT_VERSION;
use super::place::Place;
use model::MemberIndex;

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

/// What can be wrong with a file. `Display` says it in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
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
        /// What it should be, in words.
        expected: &'static str,
    },
    /// Not a month.
    NotAPeriod {
        /// What stands there.
        found: String,
    },
    /// A word that is not in the list of the format.
    UnknownWord {
        /// What it should name.
        what: &'static str,
        /// What stands there.
        found: String,
    },
    /// A member, product or article that the dataset does not declare.
    Undeclared {
        /// What it should be.
        what: &'static str,
        /// The code that stands there.
        found: String,
    },
    /// The same id or code a second time.
    Duplicate {
        /// The id.
        id: String,
    },
    /// A quantity, share or count below zero.
    Negative {
        /// What stands there.
        found: String,
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

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.line, self.place.is_empty()) {
            (Some(line), false) => write!(f, "Line {line}, {}: ", self.place)?,
            (Some(line), true) => write!(f, "Line {line}: ")?,
            (None, false) => write!(f, "{}: ", self.place)?,
            (None, true) => {}
        }
        self.kind.fmt(f)
    }
}

impl fmt::Display for ProblemKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ProblemKind::Empty => f.write_str("The file is empty."),
            ProblemKind::Html => f.write_str(
                "This is a web page, not data. The address may be wrong, or the server answered with an error page.",
            ),
            ProblemKind::NotJson { cut_short: true, .. } => {
                f.write_str("The file ends too early. It was probably cut off on the way; load it again.")
            }
            ProblemKind::NotJson { column, .. } => write!(
                f,
                "This is not JSON from column {column} on. A comma, a quote or a bracket may be missing just before."
            ),
            ProblemKind::WrongFormat { expected } => {
                write!(f, "The file does not say that it is “{expected}” in its field “format”.")
            }
            ProblemKind::NewerVersion { found } => write!(
                f,
                "The file is of format version {found}; this page reads version {FORMAT_VERSION}. Reload the page, or update the site."
            ),
            ProblemKind::MissingField { field } => write!(f, "The field “{field}” is missing."),
            ProblemKind::WrongType { expected } => write!(f, "This should be {expected}."),
            ProblemKind::NotAPeriod { found } => {
                write!(f, "“{found}” is not a month. A month is written like 2025-04, a year like 2025.")
            }
            ProblemKind::UnknownWord { what, found } => write!(f, "“{found}” is not {what} of this format."),
            ProblemKind::Undeclared { what, found } => {
                write!(f, "The dataset declares no {what} “{found}”.")
            }
            ProblemKind::Duplicate { id } => write!(f, "“{id}” stands here a second time. The first one is used."),
            ProblemKind::Negative { found } => write!(f, "{found} is below zero, which this figure cannot be."),
            ProblemKind::OutOfRange { found } => write!(f, "{found} is no possible number here."),
            ProblemKind::UnequalColumns { column, length, rows } => {
                write!(f, "The column “{column}” has {length} entries, the others have {rows}.")
            }
            ProblemKind::NotAWholeNumber { column } => {
                write!(f, "A whole number from 0 on should stand in column {column} of this line.")
            }
            ProblemKind::NoSuchCode { code, members } => write!(
                f,
                "The column holds the number {code}, but its list has {members} entries, counted from 0."
            ),
            ProblemKind::TooLarge => f.write_str(
                "The rows or members are more, or the sums are larger, than this program can count exactly.",
            ),
            ProblemKind::TooManyMembers => write!(
                f,
                "The list goes on after its first {} entries, which are all that this program can count.",
                MemberIndex::MOST
            ),
            ProblemKind::BadAddress => {
                f.write_str("This is not an address that the page can follow: it should begin with https://, or be a plain file name.")
            }
            ProblemKind::NothingToShow => f.write_str("The dataset holds no figure that can be shown."),
        }
    }
}
