//! What is wrong with a dataset, and why something could not be done.

use super::English;
use crate::problems::most_megabytes;
use crate::{ProblemWords, WorkerRefusal};
use dataset::{Declared, FORMAT_VERSION, FieldKind, NotAdded, ProblemKind, Vocabulary};
use model::{Dimension, Frequency, MemberIndex};
use records::Unlike;

fn field_kind(kind: FieldKind) -> &'static str {
    match kind {
        FieldKind::List => "a list in square brackets",
        FieldKind::Text => "text in quotes",
        FieldKind::Number => "a number without quotes",
        FieldKind::TrueOrFalse => "true or false",
        FieldKind::Codes => "a code, or a list of codes",
    }
}

fn vocabulary(words: Vocabulary) -> &'static str {
    match words {
        Vocabulary::Measures => "a measure",
        Vocabulary::Bounds => "a bound",
        Vocabulary::Spans => "a span",
        Vocabulary::Dimensions => "a dimension",
        Vocabulary::Kinds => "a kind of dataset",
        Vocabulary::Flows => "a flow",
        Vocabulary::Valuations => "a valuation",
        Vocabulary::Units => "a unit of this measure",
        Vocabulary::Frequencies => "a frequency",
        Vocabulary::Measured => "a way to measure trade",
    }
}

/// As the format names them, whatever the flow.
fn declared(what: Declared) -> &'static str {
    match what {
        Declared::Member(Dimension::Product) => "product",
        Declared::Member(Dimension::Destination) => "destination",
        Declared::Member(Dimension::RegistrationLocation) => "registration location",
        Declared::Member(Dimension::TradeMode) => "trade mode",
        Declared::Dataset => "dataset",
    }
}

impl ProblemWords for English {
    fn place(&self, line: Option<usize>, place: &str) -> String {
        match (line, place) {
            (Some(line), "") => format!("Line {line}: "),
            (Some(line), place) => format!("Line {line}, {place}: "),
            (None, "") => String::new(),
            (None, place) => format!("{place}: "),
        }
    }

    fn problem_kind(&self, kind: &ProblemKind) -> String {
        match kind {
            ProblemKind::Empty => "The file is empty.".to_owned(),
            ProblemKind::Html => "This is a web page, not data. The address may be wrong, or the server answered with an error page.".to_owned(),
            ProblemKind::NotJson { cut_short: true, .. } => {
                "The file ends too early. It was probably cut off on the way; load it again.".to_owned()
            }
            ProblemKind::NotJson { column, .. } => format!("This is not JSON from column {column} on. A comma, a quote or a bracket may be missing just before."
            ),
            ProblemKind::WrongFormat { expected } => {
                format!("The file does not say that it is “{expected}” in its field “format”.")
            }
            ProblemKind::NewerVersion { found } => format!("The file is of format version {found}; this page reads version {FORMAT_VERSION}. Reload the page, or update the site."
            ),
            ProblemKind::MissingField { field } => format!("The field “{field}” is missing."),
            ProblemKind::WrongType { expected } => format!("This should be {}.", field_kind(*expected)),
            ProblemKind::NotAPeriod { found, expected } => match expected {
                Frequency::Monthly => {
                    format!("“{found}” is not a month. A month is written like 2025-04, a year like 2025.")
                }
                Frequency::Quarterly => {
                    format!("“{found}” is not a quarter. A quarter is written like 2025-Q2.")
                }
                Frequency::Annual => format!("“{found}” is not a year. A year is written like 2025."),
            },
            ProblemKind::UnknownWord { what, found } => format!("“{found}” is not {} of this format.", vocabulary(*what)),
            ProblemKind::Undeclared { what, found } => {
                format!("The dataset declares no {} “{found}”.", declared(*what))
            }
            ProblemKind::Duplicate { id } => format!("“{id}” stands here a second time. The first one is used."),
            ProblemKind::Namesake { label, other } => format!("“{label}” also names “{other}”, so that one may be counted as two. Leave one of them out, or name them apart."
            ),
            ProblemKind::WithinProduct { part, whole } => format!("“{part}” is a part of “{whole}”, which stands in the list, too, so that sums count it twice. Leave one of them out."
            ),
            ProblemKind::Negative { found } => format!("{found} is below zero, which this figure cannot be."),
            ProblemKind::NotTogether { other } => format!("This cannot stand beside “{other}”: one of the two is meant."),
            ProblemKind::OutOfRange { found } => format!("{found} is no possible number here."),
            ProblemKind::UnequalColumns { column, length, rows } => {
                format!("The column “{column}” has {length} entries, the others have {rows}.")
            }
            ProblemKind::NotAWholeNumber { column } => {
                format!("A whole number from 0 on should stand in column {column} of this line.")
            }
            ProblemKind::NoSuchCode { code, members } => format!("The column holds the number {code}, but its list has {members} entries, counted from 0."
            ),
            ProblemKind::TooLarge => "The rows or members are more, or the sums are larger, than this program can count exactly.".to_owned(),
            ProblemKind::TooManyMembers => format!("The list goes on after its first {} entries, which are all that this program can count.",
                MemberIndex::MOST
            ),
            ProblemKind::BadAddress => {
                "This is not an address that the page can follow: it should begin with https://, or be a plain file name.".to_owned()
            }
            ProblemKind::NothingToShow => "The dataset holds no figure that can be shown.".to_owned(),
        }
    }

    fn unlike(&self, unlike: Unlike) -> &'static str {
        match unlike {
            Unlike::Currency => "The parts of the dataset have values of different currencies.",
            Unlike::Dimensions => "The parts of the dataset do not tell the same things apart.",
            Unlike::Measured => "Some parts of the dataset have weights and others values alone.",
            Unlike::Frequency => "The parts of the dataset are of periods of different lengths.",
            Unlike::TooLarge => "The parts of the dataset together are too large to count exactly.",
        }
    }

    fn not_added(&self, why: &NotAdded, problem: &str) -> String {
        match why {
            NotAdded::Unreadable(Some(_)) => format!("Not added. The dataset cannot be added to: {problem}"),
            NotAdded::Unreadable(None) => {
                "Not added. The dataset has no list of articles at its end.".to_owned()
            }
            NotAdded::Duplicate(id) => format!("Not added. The dataset has an article “{id}” already."),
            NotAdded::Nothing => {
                "Not added. No figure was recognised, so there is nothing to add.".to_owned()
            }
            NotAdded::Faulty(_) => format!("Not added. The article would have a fault: {problem}"),
        }
    }

    fn worker_refusal(&self, why: WorkerRefusal) -> String {
        let text = match why {
            WorkerRefusal::NoRows => "No dataset is open. Reload the page.",
            WorkerRefusal::MonthsNotCovered => "The dataset has no rows for some of this time.",
            WorkerRefusal::NoParts => "The dataset has no parts.",
            WorkerRefusal::NothingToCompare => "There is no dataset to compare with. Reload the page.",
            WorkerRefusal::NothingToWriteAbout => "There is no dataset to write about. Reload the page.",
            WorkerRefusal::NothingChecked => "There is no text to take figures from. Paste it again.",
            WorkerRefusal::Unreadable => "The dataset cannot be read.",
            WorkerRefusal::NotUtf8 => "The dataset is not UTF-8.",
            WorkerRefusal::FilesGone => "The files are no longer there. Open them again.",
            WorkerRefusal::FilesTooLarge => {
                return format!(
                    "These files have more than {} MB together, which is more than a browser has room for. \
                     Open fewer of them, or make a dataset of them with the command line (tonnage import).",
                    most_megabytes()
                );
            }
            WorkerRefusal::NotKept => {
                "This browser does not let the page keep a file, as in a private window."
            }
            WorkerRefusal::NotReadFromDisk => "It could not be read from the disk.",
            WorkerRefusal::NoFile => "The page sent something that is no file.",
            WorkerRefusal::NoRoom => "The browser has no room for the dataset.",
            WorkerRefusal::OtherVersion => "Page and worker are of different versions. Reload the page.",
        };
        text.to_owned()
    }
}
