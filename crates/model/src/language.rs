//! The languages of notes.

use serde::{Deserialize, Serialize};

/// The language of a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
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
