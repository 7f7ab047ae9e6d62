//! Names as files write them, made readable, and names for codes that a file leaves bare.

use model::{Dimension, Name};
use records::{PROVINCES, TRADE_MODES};

/// Punctuation of GB18030 that somebody's program read byte by byte as Latin letters.
const MOJIBAKE: [(&str, &str); 4] = [("£¬", ", "), ("£¨", " ("), ("£©", ")"), ("£º", ": ")];

/// A name in the language that it is in, with what is known of the code in the other.
pub fn name_of(dimension: Dimension, code: &str, text: &str) -> Name {
    let mut text = text.trim().to_owned();
    for (wrong, right) in MOJIBAKE {
        text = text.replace(wrong, right);
    }
    let chinese = text.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c));
    let mut name = match chinese {
        true => Name { en: String::new(), zh: text },
        false => Name { en: english(&text), zh: String::new() },
    };
    let table = match dimension {
        Dimension::RegistrationLocation => PROVINCES,
        Dimension::TradeMode => TRADE_MODES,
        _ => &[],
    };
    if let Some((_, en, zh)) = table.iter().find(|(c, ..)| *c == code) {
        // “Shanghai Province” is how the English file writes every place.
        if dimension == Dimension::RegistrationLocation || name.en.is_empty() {
            name.en = (*en).to_owned();
        }
        if name.zh.is_empty() {
            name.zh = (*zh).to_owned();
        }
    }
    name
}

/// Full-width commas of an English file as plain ones.
fn english(text: &str) -> String {
    text.replace('，', ", ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_in_their_language() {
        let of = |dimension, code, text| name_of(dimension, code, text);
        assert_eq!(of(Dimension::Destination, "110", "Hong Kong£¬China").en, "Hong Kong, China");
        assert_eq!(of(Dimension::Destination, "110", "Hong Kong，China").en, "Hong Kong, China");
        assert_eq!(of(Dimension::Destination, "429", "墨西哥").zh, "墨西哥");
        let jiangsu = of(Dimension::RegistrationLocation, "32", "江苏省");
        assert_eq!((jiangsu.en.as_str(), jiangsu.zh.as_str()), ("Jiangsu", "江苏省"));
        assert_eq!(of(Dimension::RegistrationLocation, "31", "Shanghai Province").en, "Shanghai");
        assert_eq!(of(Dimension::TradeMode, "10", "").en, "Ordinary trade");
    }
}
