//! Names without what writers differ in.

/// A name without case, accents, punctuation, "the" and "and", with abbreviations of statistical lists written out:
/// "Côte d’Ivoire" and "COTE D'IVOIRE", "Rep. of Korea" and "Republic of Korea" are each one. Folded again it is the
/// same.
pub fn fold(text: &str) -> String {
    let mut folded = String::new();
    for token in plain(text).split_whitespace() {
        // The dots of U.S.A. join letters, those of other abbreviations end words.
        match token.split('.').all(|part| part.chars().nth(1).is_none()) {
            true => push(&mut folded, &token.replace('.', "")),
            false => token.split('.').for_each(|word| push(&mut folded, word)),
        }
    }
    folded
}

/// A name without a remark on what it includes or not, in brackets at its end.
pub(crate) fn without_remark(text: &str) -> Option<&str> {
    let (name, remark) = two_names(text)?;
    let remark = plain(remark);
    ["excl", "incl"].into_iter().any(|word| remark.trim_start().starts_with(word)).then_some(name)
}

/// A name and what stands in brackets at its end.
pub(crate) fn two_names(text: &str) -> Option<(&str, &str)> {
    text.trim_end().strip_suffix([')', '）'])?.rsplit_once(['(', '（'])
}

/// Small letters, digits and dots, all else white space.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars().map(half_width).flat_map(char::to_lowercase) {
        match c {
            'à'..='å' | 'ā' | 'ă' | 'ą' => plain.push('a'),
            'æ' => plain.push_str("ae"),
            'ç' | 'ć' | 'č' => plain.push('c'),
            'ð' => plain.push('d'),
            'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => plain.push('e'),
            'ğ' => plain.push('g'),
            'ì'..='ï' | 'ī' | 'ı' => plain.push('i'),
            'ł' => plain.push('l'),
            'ñ' | 'ń' | 'ň' => plain.push('n'),
            'ò'..='ö' | 'ø' | 'ō' => plain.push('o'),
            'ř' => plain.push('r'),
            'ś' | 'ş' | 'š' | 'ș' => plain.push('s'),
            'ß' => plain.push_str("ss"),
            'ţ' | 'ț' => plain.push('t'),
            'ù'..='ü' | 'ū' => plain.push('u'),
            'ý' | 'ÿ' => plain.push('y'),
            'ź' | 'ż' | 'ž' => plain.push('z'),
            // Accents that stand alone, and apostrophes.
            '\u{300}'..='\u{36F}' | '\'' | '’' | '‘' | 'ʼ' | '`' | '´' => {}
            c if c == '.' || c.is_alphanumeric() => plain.push(c),
            _ => plain.push(' '),
        }
    }
    plain
}

/// The ordinary form of a character that Chinese type sets as wide as its own.
fn half_width(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// Adds a word to a folded name.
fn push(folded: &mut String, word: &str) {
    let word = match word {
        "the" | "and" => "",
        "st" => "saint",
        "rep" => "republic",
        "dem" => "democratic",
        "fed" => "federal",
        "isd" | "isds" | "islands" => "island",
        "terr" | "territories" => "territory",
        word => word,
    };
    let Some(first) = word.chars().next() else { return };
    // Chinese has no spaces between words.
    if folded.chars().next_back().is_some_and(|last| !(is_han(last) && is_han(first))) {
        folded.push(' ');
    }
    folded.push_str(word);
}

fn is_han(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_writers_differ_in_is_folded() {
        for (a, b) in [
            ("Côte d’Ivoire", "COTE D'IVOIRE"),
            ("Co\u{302}te d`Ivoire", "Cote dIvoire"),
            ("Rep. of Korea", "republic  of Korea"),
            ("Rep.of\nKorea", "Republic of Korea"),
            ("U.S.A.", "USA"),
            ("U.S. Virgin Isds", "US Virgin Islands"),
            ("St. Kitts & Nevis", "Saint Kitts and Nevis"),
            ("The Bahamas", "Bahamas"),
            ("Gambia, The", "Gambia"),
            ("Guinea-Bissau", "Guinea Bissau"),
            ("ＵＳＡ", "usa"),
            ("刚果（金）", "刚果(金)"),
            ("玻利维亚\n", "玻利维亚"),
            ("Hong Kong，China", "Hong Kong, China"),
            ("Åland", "A\u{30A}land"),
        ] {
            assert_eq!(fold(a), fold(b));
        }
        assert_eq!(fold("刚果（金）"), "刚果金");
        assert_ne!(fold("Niger"), fold("Nigeria"));
        assert_eq!(fold(" (the) … "), "");
    }

    #[test]
    fn remarks_are_what_is_included_or_not() {
        assert_eq!(without_remark("Comoros (excluding Mayotte) "), Some("Comoros "));
        assert_eq!(without_remark("France（incl. Monaco）"), Some("France"));
        assert_eq!(without_remark("Congo (Kinshasa)"), None);
        assert_eq!(without_remark("excl."), None);
    }

    proptest! {
        #[test]
        fn folded_again_it_is_the_same(text in any::<String>()) {
            let folded = fold(&text);
            prop_assert_eq!(fold(&folded), folded);
        }

        #[test]
        fn folded_again_words_are_the_same(text in "([a-zA-Z.’ÉßİẞΣ（）\u{301}金国& ]|the|st\\.|rep\\.| and ){0,12}") {
            let folded = fold(&text);
            prop_assert_eq!(fold(&folded), folded);
        }
    }
}
