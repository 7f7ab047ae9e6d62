//! What files do not say and a person must: one type for all of it, so that the page and the command line ask
//! in one way.

/// What is asked about. A name in [`About::NAMES`] is what the command line calls it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// Exports or imports.
    Flow,
    /// The month of a file that does not say it.
    Month,
    /// Whether months, quarters or years count, of rows that are of several.
    Frequency,
    /// Whose trade it is, of several.
    Reporter,
    /// By which list goods are numbered, of several.
    Classification,
    /// Whether rows of one key are added, or one of them counts.
    SameKey,
    /// Whether a row is a sum of others.
    Totals,
    /// How a file's text is written.
    Encoding,
    /// Which sheet of a workbook, or file of an archive.
    Sheet,
    /// Which column is what.
    Columns,
    /// What a unit is worth in kilograms, or which unit a column has that no name says it of.
    Unit,
    /// In which currency a column's values are.
    Currency,
    /// Which mark stands before the fraction of a column's numbers.
    DecimalMark,
    /// Whether the day or the month stands first in a column's dates.
    DateOrder,
}

impl About {
    /// Every subject with its name.
    pub const NAMES: [(&'static str, About); 14] = [
        ("flow", About::Flow),
        ("month", About::Month),
        ("frequency", About::Frequency),
        ("reporter", About::Reporter),
        ("classification", About::Classification),
        ("same-key", About::SameKey),
        ("totals", About::Totals),
        ("encoding", About::Encoding),
        ("sheet", About::Sheet),
        ("columns", About::Columns),
        ("unit", About::Unit),
        ("currency", About::Currency),
        ("decimal-mark", About::DecimalMark),
        ("date-order", About::DateOrder),
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        About::NAMES.iter().find(|(_, about)| *about == self).map_or("", |(name, _)| name)
    }

    /// The subject of a name.
    pub fn named(name: &str) -> Option<About> {
        About::NAMES.iter().find(|(known, _)| *known == name).map(|(_, about)| *about)
    }
}

/// Something that the files do not say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// What it is about.
    pub about: About,
    /// The file that it is about; `None` for all together.
    pub file: Option<String>,
    /// What of the file it is about, where that must be said: a column by its name, or a unit as it is written.
    pub of: Option<String>,
    /// The answers that there are; none where one is typed, as a month is.
    pub choices: Vec<Choice>,
    /// The value of the likely answer, to be confirmed.
    pub guess: Option<String>,
}

impl Question {
    /// A question about all files together, without choices.
    pub fn new(about: About) -> Question {
        Question { about, file: None, of: None, choices: Vec::new(), guess: None }
    }
}

/// An answer that there is to a question.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    /// What [`Given::value`] is for it.
    pub value: String,
    /// As the file writes it; empty where the file does not.
    pub name: String,
    /// Some cells, read as this choice reads them.
    pub samples: Vec<String>,
    /// How many rows it is about.
    pub rows: u64,
}

impl Choice {
    /// A choice that no row of a file stands for.
    pub fn of(value: &str) -> Choice {
        Choice { value: value.to_owned(), ..Choice::default() }
    }
}

/// An answer, given when it was asked for or before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// What it is about.
    pub about: About,
    /// The file that it holds for; `None` for every file.
    pub file: Option<String>,
    /// See [`Question::of`]; `None` for all.
    pub of: Option<String>,
    /// The value of a choice, or what was typed.
    pub value: String,
}

impl Given {
    /// An answer for all files.
    pub fn new(about: About, value: &str) -> Given {
        Given { about, file: None, of: None, value: value.to_owned() }
    }

    /// An answer for one file.
    pub fn of_file(about: About, file: &str, value: &str) -> Given {
        Given { file: Some(file.to_owned()), ..Given::new(about, value) }
    }
}

/// An answer that is none to what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotAnAnswer(pub Given);
