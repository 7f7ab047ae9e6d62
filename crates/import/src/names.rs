//! Names as files write them, made readable, and names for codes that a file leaves bare.

use model::{Dimension, Name};
use records::{PROVINCES, TRADE_MODES};

/// Partners as China's customs names them in Chinese, a tab, and the English name. By name and not by code:
/// other sources have the same three digits for other countries.
const PARTNERS: &str = include_str!("partners.tsv");

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
        true if dimension == Dimension::Destination => Name { en: partner_in_english(&text), zh: text },
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

/// A partner's English name by its Chinese one; empty where it is not known.
fn partner_in_english(chinese: &str) -> String {
    let known = PARTNERS.lines().filter_map(|line| line.split_once('\t')).find(|(zh, _)| *zh == chinese);
    known.map(|(_, en)| en.to_owned()).unwrap_or_default()
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
        let mexico = of(Dimension::Destination, "429", "墨西哥");
        assert_eq!((mexico.en.as_str(), mexico.zh.as_str()), ("Mexico", "墨西哥"));
        let unknown = of(Dimension::Destination, "699", "大洋洲其他");
        assert_eq!((unknown.en.as_str(), unknown.zh.as_str()), ("", "大洋洲其他"));
        let jiangsu = of(Dimension::RegistrationLocation, "32", "江苏省");
        assert_eq!((jiangsu.en.as_str(), jiangsu.zh.as_str()), ("Jiangsu", "江苏省"));
        assert_eq!(of(Dimension::RegistrationLocation, "31", "Shanghai Province").en, "Shanghai");
        assert_eq!(of(Dimension::TradeMode, "10", "").en, "Ordinary trade");
    }

    #[test]
    fn every_partner_has_one_line_with_both_names() {
        let mut seen = std::collections::BTreeSet::new();
        for line in PARTNERS.lines() {
            let (zh, en) = line.split_once('\t').unwrap();
            assert!(!en.is_empty() && en == en.trim() && !en.contains('\t'), "{line}");
            assert!(zh.chars().all(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c)) && seen.insert(zh), "{line}");
        }
    }
}
