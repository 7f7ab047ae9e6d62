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

    /// The language of a text that somebody else wrote, as far as its letters tell.
    pub fn of_text(text: &str) -> Language {
        let is_chinese = text.chars().any(|letter| matches!(letter, '\u{4E00}'..='\u{9FFF}'));
        if is_chinese { Language::Chinese } else { Language::English }
    }

    /// Its name in itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Language::English => "English",
            Language::Chinese => "中文",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_tell_the_language_of_a_text() {
        assert_eq!(Language::of_text("China’s customs, 2025年"), Language::Chinese);
        assert_eq!(Language::of_text("“Customs” – 2025"), Language::English);
    }
}
