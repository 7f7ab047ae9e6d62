//! How a note of the month is written: its language and its length.

/// The language of a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// English: tonnes, US$ million, MoM, YoY.
    #[default]
    English,
    /// Chinese: 万吨, 亿美元, 环比, 同比.
    Chinese,
}

impl Language {
    /// Every language with its code (ISO 639-1).
    pub const NAMES: [(&'static str, Language); 2] = [("en", Language::English), ("zh", Language::Chinese)];

    /// Its code.
    pub fn code(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Chinese => "zh",
        }
    }
}

/// How much a note says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Length {
    /// A paragraph or two: totals, structure, the first three of each list.
    Short,
    /// Everything that the rules find worth saying.
    #[default]
    Full,
}

impl Length {
    /// Every length with its word in files and arguments.
    pub const NAMES: [(&'static str, Length); 2] = [("short", Length::Short), ("full", Length::Full)];

    /// Its word.
    pub fn name(self) -> &'static str {
        match self {
            Length::Short => "short",
            Length::Full => "full",
        }
    }
}
