//! Names as files write them, made readable, and names for codes that a file leaves bare.

use super::columns::Origin;
use model::{Dimension, Name, Period};
use partners::{Partner, Scheme, by_code, by_name};
use records::code_lists;

/// Punctuation of GB18030 that somebody's program read byte by byte as Latin letters.
const MOJIBAKE: [(&str, &str); 4] = [("£¬", ", "), ("£¨", " ("), ("£©", ")"), ("£º", ": ")];

/// Who a member is.
pub struct Identity {
    /// Its code in the dataset: a known partner's is what all lists share, every other one the file's.
    pub code: String,
    pub name: Name,
    /// In another month the file's words may be about another one.
    pub is_of_month: bool,
}

/// Who is meant by a code and a name of a file in a month.
pub fn identity(
    origin: Option<Origin>,
    dimension: Dimension,
    code: &str,
    name: &str,
    month: Option<Period>,
) -> Identity {
    let name = repaired(name);
    let partner = match dimension {
        Dimension::Destination => partner(origin, code, &name, month),
        _ => None,
    };
    match partner {
        Some(partner) => Identity {
            code: partner.id.to_owned(),
            name: partner.name(),
            is_of_month: month.is_some() && self::partner(origin, code, &name, None) != Some(partner),
        },
        None => {
            let known = listed(origin, dimension, code, &name);
            // Where the name is all that a file has, it stands in the place of the code.
            let is_name = known.is_some() && !code.bytes().any(|b| b.is_ascii_digit());
            let code = match known {
                Some((of, ..)) if is_name && (name.is_empty() || name == code) => of,
                _ => code,
            };
            Identity { code: code.to_owned(), name: name_of(dimension, known, name), is_of_month: false }
        }
    }
}

/// What a code and a name are in the lists of China's customs. As of partners, a known name decides; a number alone is
/// one of theirs in their files, and in those that have no list of their own.
fn listed(
    origin: Option<Origin>,
    dimension: Dimension,
    code: &str,
    name: &str,
) -> Option<&'static code_lists::Listed> {
    let by_name = |text| code_lists::by_name(dimension, text);
    let coded = || {
        let is_theirs = match origin {
            Some(Origin::CustomsChinese | Origin::CustomsEnglish) => true,
            None | Some(Origin::Rows | Origin::Own) => name.is_empty() || name == code,
            Some(_) => false,
        };
        code_lists::by_code(dimension, code).filter(|_| is_theirs)
    };
    by_name(name).or_else(coded).or_else(|| by_name(code))
}

/// How the files of an origin number partners; `None` where they have a list of their own, or none.
fn numbers(origin: Origin) -> Option<Scheme> {
    match origin {
        Origin::Comtrade | Origin::ComtradeLegacy => Some(Scheme::Comtrade),
        // Rows of any origin are taken for those of China's customs where nothing but the number tells.
        Origin::CustomsChinese | Origin::CustomsEnglish | Origin::Rows => Some(Scheme::ChinaCustoms),
        Origin::ComexStat => Some(Scheme::ComexStat),
        Origin::Japan => Some(Scheme::Japan),
        Origin::Census | Origin::UsaTrade | Origin::DataWeb => Some(Scheme::Census),
        Origin::ComextFigures | Origin::ComextBulk | Origin::Korea | Origin::India | Origin::Own => None,
    }
}

/// The partner of a code and a name. A known name decides, because numbers of several lists look the same; a number
/// alone is one of the list that the file's origin has.
fn partner(
    origin: Option<Origin>,
    code: &str,
    name: &str,
    month: Option<Period>,
) -> Option<&'static Partner> {
    let origin = origin?;
    let is_certain = origin != Origin::Rows || name.is_empty() || name == code;
    let coded = || {
        let is_number = code.bytes().all(|b| b.is_ascii_digit());
        let scheme = match origin {
            _ if is_number => numbers(origin)?,
            Origin::ComextFigures | Origin::ComextBulk => Scheme::Geonomenclature,
            _ if code.len() == 2 => Scheme::Iso2,
            _ => Scheme::Iso3,
        };
        by_code(scheme, code).filter(|_| is_certain || !is_number)
    };
    by_name(name, month).or_else(coded).or_else(|| by_name(&repaired(code), month))
}

/// Whose trade it is, in both languages where that is known, by the name or the letters that stand for it.
pub fn reporter(text: &str) -> Name {
    let by_letters = || match text.len() {
        2 => by_code(Scheme::Geonomenclature, text),
        3 => by_code(Scheme::Iso3, text),
        _ => None,
    };
    match by_name(text, None).or_else(by_letters) {
        Some(partner) => partner.name(),
        None => name_of(Dimension::Destination, None, repaired(text)),
    }
}

/// A text without what a wrong encoding made of punctuation.
fn repaired(text: &str) -> String {
    let mut text = text.trim().to_owned();
    for (wrong, right) in MOJIBAKE {
        text = text.replace(wrong, right);
    }
    text
}

/// A name in the language that it is in, with what is known of it in the other.
fn name_of(dimension: Dimension, known: Option<&code_lists::Listed>, text: String) -> Name {
    let chinese = text.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c));
    let mut name = match chinese {
        true => Name { en: String::new(), zh: text },
        false => Name { en: english(&text), zh: String::new() },
    };
    if let Some((_, en, zh)) = known {
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

    const CUSTOMS: Option<Origin> = Some(Origin::CustomsChinese);
    const COMTRADE: Option<Origin> = Some(Origin::Comtrade);
    const ROWS: Option<Origin> = Some(Origin::Rows);

    #[test]
    fn partners_have_one_identity() {
        let of = |origin, code: &str, name: &str| {
            let identity = identity(origin, Dimension::Destination, code, name, None);
            (identity.code, identity.name.en, identity.name.zh)
        };
        let mexico = ("MEX".to_owned(), "Mexico".to_owned(), "墨西哥".to_owned());
        for (origin, code, name) in [
            (CUSTOMS, "429", "墨西哥"),
            (CUSTOMS, "429", ""),
            (COMTRADE, "484", "Mexico"),
            (COMTRADE, "484", ""),
            (COMTRADE, "MEX", ""),
            (ROWS, "429", ""),
            (ROWS, "MX", ""),
            (ROWS, "Mexico", ""),
            (ROWS, "墨西哥", ""),
            // Of another list than its origin's.
            (ROWS, "484", "Mexico"),
            (CUSTOMS, "484", "Mexico"),
        ] {
            assert_eq!(of(origin, code, name), mexico, "{code} {name}");
        }
        assert_eq!(of(COMTRADE, "410", "").0, "KOR");
        assert_eq!(of(CUSTOMS, "410", "").0, "BRA");
        assert_eq!(of(CUSTOMS, "110", "Hong Kong£¬China").1, "Hong Kong");
        assert_eq!(of(CUSTOMS, "502", "美国").1, "United States");
        assert_eq!(of(CUSTOMS, "699", "大洋洲其他").0, "UN-527");
        // A number of no known list beside a name that nobody knows.
        assert_eq!(
            of(ROWS, "410", "Corea del Sur"),
            ("410".to_owned(), "Corea del Sur".to_owned(), String::new())
        );
        assert_eq!(of(ROWS, "Hamburg", ""), ("Hamburg".to_owned(), String::new(), String::new()));
        assert_eq!(of(CUSTOMS, "800", "火星"), ("800".to_owned(), String::new(), "火星".to_owned()));
    }

    #[test]
    fn a_name_that_went_to_another_is_one_of_its_month() {
        let of = |month: &str| {
            identity(ROWS, Dimension::Destination, "Yugoslavia", "", Some(month.parse().unwrap()))
        };
        assert_eq!((of("1990-01").code.as_str(), of("1990-01").is_of_month), ("YUG", true));
        assert_eq!(of("2000-01").code, "SCG");
        assert!(!identity(ROWS, Dimension::Destination, "Mexico", "", "2000-01".parse().ok()).is_of_month);
    }

    #[test]
    fn names_are_read_in_their_language() {
        let of = |dimension, code, text| identity(CUSTOMS, dimension, code, text, None).name;
        let jiangsu = of(Dimension::RegistrationLocation, "32", "江苏省");
        assert_eq!((jiangsu.en.as_str(), jiangsu.zh.as_str()), ("Jiangsu", "江苏省"));
        assert_eq!(of(Dimension::RegistrationLocation, "31", "Shanghai Province").en, "Shanghai");
        assert_eq!(of(Dimension::TradeMode, "10", "").en, "Ordinary trade");
        assert_eq!(of(Dimension::Product, "76141000", "Wire，stranded").en, "Wire, stranded");
    }

    #[test]
    fn provinces_and_trade_modes_have_both_names_whichever_a_file_has() {
        let of = |origin, dimension, code: &str, name: &str| {
            let identity = identity(origin, dimension, code, name, None);
            (identity.code, identity.name.en, identity.name.zh)
        };
        let three = |code: &str, en: &str, zh: &str| (code.to_owned(), en.to_owned(), zh.to_owned());
        let (place, mode) = (Dimension::RegistrationLocation, Dimension::TradeMode);
        assert_eq!(of(ROWS, place, "江苏省", ""), three("32", "Jiangsu", "江苏"));
        assert_eq!(of(ROWS, place, "Jiangsu Province", ""), three("32", "Jiangsu", "江苏"));
        assert_eq!(
            of(ROWS, place, "JS", "江苏省"),
            three("JS", "Jiangsu", "江苏省"),
            "a file's own code stays"
        );
        assert_eq!(
            of(ROWS, mode, "来料加工贸易", ""),
            three("14", "Processing with supplied materials", "来料加工贸易")
        );
        assert_eq!(of(ROWS, mode, "Border Trade", ""), three("19", "Border trade", "边境小额贸易"));
        assert_eq!(of(CUSTOMS, mode, "14", "来料加工装配贸易").1, "Processing with supplied materials");
        assert_eq!(
            of(ROWS, mode, "14", ""),
            three("14", "Processing with supplied materials", "来料加工贸易")
        );
        // Of another country.
        let brazil = Some(Origin::ComexStat);
        assert_eq!(of(brazil, place, "35", "São Paulo"), three("35", "São Paulo", ""));
        assert_eq!(of(brazil, place, "35", ""), three("35", "", ""));
        assert_eq!(of(ROWS, place, "35", "São Paulo"), three("35", "São Paulo", ""));
        assert_eq!(of(ROWS, mode, "加工贸易", ""), three("加工贸易", "", ""));
    }
}
