//! The languages that readers choose from.

use serde::{Deserialize, Serialize};

/// The language of the page, of a note and of the command line.
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

    /// Its tag in HTML (BCP 47), by which browsers choose fonts.
    pub fn tag(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Chinese => "zh-Hans",
        }
    }

    /// Its name in itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Language::English => "English",
            Language::Chinese => "中文",
        }
    }
}
