//! Names and words as one index: by their first character, the longest first.

use std::collections::HashMap;

use super::cue::Cue;
use super::quiet;
use super::text::Text;
use super::word::{CHINESE, ELSEWHERE, ENGLISH};
use model::{Catalogue, Dimension, MemberId};

/// What a phrase means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A word; `true` for Chinese, where what qualifies a number stands before it.
    Cue(Cue, bool),
    /// A member of the dataset.
    Member(MemberId),
    /// Somebody whom the dataset does not name.
    Elsewhere,
}

/// Every phrase that is known.
pub(super) struct Index {
    phrases: HashMap<char, Vec<(Vec<char>, Meaning)>>,
}

impl Index {
    /// The vocabulary with the names of a dataset.
    pub fn of(catalogue: &Catalogue) -> Index {
        let mut index = Index { phrases: HashMap::new() };
        for dimension in Dimension::ALL {
            for id in catalogue.member_ids(dimension) {
                let Some(member) = catalogue.member(id) else { continue };
                for name in variants(&member.code, &member.name.en, &member.name.zh, dimension) {
                    index.add(&name, Meaning::Member(id));
                }
            }
        }
        for name in [&catalogue.commodity, &catalogue.reporter] {
            for text in [&name.en, &name.zh] {
                index.add(text, Meaning::Cue(Cue::Reporter, false));
                index.add(&american(text), Meaning::Cue(Cue::Reporter, false));
            }
        }
        let others: &[&str] = match catalogue.commodity.zh.as_str() {
            "铝线缆" => &[
                "铝电线电缆",
                "铝线及铝缆",
                "铝线和铝缆",
                "铝线、铝缆",
                "铝制电线电缆",
                "铝电线及电缆",
                "铝线、缆",
                "该类产品",
            ],
            _ => &[],
        };
        for name in others {
            index.add(name, Meaning::Cue(Cue::Reporter, false));
        }
        // “Chinese exports” are China's.
        if catalogue.reporter.en == "China" {
            index.add("chinese", Meaning::Cue(Cue::Reporter, false));
        }
        for (words, han) in [(&ENGLISH[..], false), (&CHINESE[..], true)] {
            for (cue, phrases) in words {
                phrases.split('|').for_each(|p| index.add(p, Meaning::Cue(*cue, han)));
            }
        }
        for (words, han) in [(quiet::ENGLISH, false), (quiet::CHINESE, true)] {
            words.split('|').for_each(|word| index.add(word, Meaning::Cue(Cue::Fill, han)));
        }
        for phrase in shares_of_all() {
            index.add(&phrase, Meaning::Cue(Cue::Share, true));
        }
        ELSEWHERE.split('|').for_each(|name| index.add(name, Meaning::Elsewhere));
        for list in index.phrases.values_mut() {
            // Of two meanings of one phrase the first that was added counts: the dataset's.
            list.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.len()));
        }
        index
    }

    fn add(&mut self, phrase: &str, meaning: Meaning) {
        let made = Text::of(phrase);
        if let Some(first) = made.chars.first() {
            self.phrases.entry(*first).or_default().push((made.chars, meaning));
        }
    }

    /// The longest phrase at a place, and where it ends.
    pub fn find(&self, text: &Text, at: usize) -> Option<(Meaning, usize)> {
        let fits = |phrase: &[char]| {
            let mut i = at;
            for c in phrase {
                if text.get(i) != *c || i >= text.chars.len() {
                    return None;
                }
                i += 1;
                // A line may be broken, or a space doubled, inside a phrase.
                while *c == ' ' && text.get(i) == ' ' && i < text.chars.len() {
                    i += 1;
                }
            }
            let latin = phrase.last().is_some_and(|c| c.is_alphanumeric() && !is_han(*c));
            let goes_on =
                text.get(i).is_alphanumeric() && !is_han(text.get(i)) && !text.get(i).is_ascii_digit();
            // “a year-on-year increase” is no “a year”.
            let in_compound = ["-on-", "-over-"]
                .iter()
                .any(|joint| joint.chars().enumerate().all(|(n, c)| text.get(i + n) == c));
            (!(latin && (goes_on || in_compound))).then_some(i)
        };
        let list = self.phrases.get(&text.get(at))?;
        list.iter().find_map(|(phrase, meaning)| Some((*meaning, fits(phrase)?)))
    }
}

/// “占我国同期出口总量的”: what Chinese notes put between a share and its whole.
fn shares_of_all() -> Vec<String> {
    const WHOSE: &str = "|我国|全国|中国|同期|当月|我国同期|全国同期|我国当月|全国当月";
    const WHAT: &str = "总量|出口|出口量|出口总量|总出口|总出口量|铝线缆出口|铝线缆出口量|铝线缆出口总量";
    const END: &str = "|的|的比重|的份额|比重|的比例";
    let ends = |all: String| END.split('|').map(move |end| format!("{all}{end}"));
    let alls = WHOSE.split('|').flat_map(|whose| WHAT.split('|').map(move |what| format!("占{whose}{what}")));
    // “占出口” alone may go on: “占出口企业的”.
    let bare: Vec<String> = WHAT.split('|').map(|what| format!("占{what}")).collect();
    alls.flat_map(ends).filter(|phrase| !bare.contains(phrase)).collect()
}

/// Whether a character is Chinese.
pub(super) fn is_han(c: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&c)
}

fn american(name: &str) -> String {
    name.to_lowercase().replace("aluminium", "aluminum")
}

/// How notes write a name.
fn variants(code: &str, en: &str, zh: &str, dimension: Dimension) -> Vec<String> {
    let mut names = vec![en.to_owned(), zh.to_owned(), american(en), en.replace('-', " ")];
    if dimension == Dimension::RegistrationLocation {
        names.push(format!("{en} province"));
        names.push(format!("{en} municipality"));
        for suffix in ["省", "市"] {
            names.push(format!("{zh}{suffix}"));
        }
    }
    let more: &str = match code {
        "76141000" => {
            "steel-cored stranded wire|steel-core aluminium stranded wire|steel-cored aluminium stranded wire|steel-core aluminum stranded wire|steel-cored aluminum stranded wire|aluminium conductor steel reinforced|aluminum conductor steel reinforced|acsr|acsr conductors|acsr conductor|steel-core wire|steel-cored wire|steel-core strand|steel-cored strand|steel-core|steel-cored|steel-core cable|steel-core cables|steel-core conductors|steel-cored conductors|钢芯|钢芯线|钢芯类|钢芯绞线"
        }
        "76149000" => {
            "other aluminium stranded wire|other aluminum stranded wire|other stranded wires|other stranded conductors|other stranded products|other strand|其它铝绞线|其他类铝绞线|其他绞线|不带钢芯的|不带钢芯|不带钢芯的品种|非钢芯|非钢芯类"
        }
        "AUS" => "澳洲|australian",
        "MEX" => "mexican",
        "BOL" => "bolivian",
        "EGY" => "egyptian",
        "FIN" => "finnish",
        "GHA" => "ghanaian",
        "IRQ" => "iraqi",
        "PAK" => "pakistani",
        "PRY" => "paraguayan",
        "PRT" => "portuguese",
        "TUN" => "tunisian",
        "11" => "京",
        "32" => "苏",
        "33" => "浙",
        "41" => "豫",
        "50" => "渝",
        "KHM" => "kampuchea|cambodian",
        "USA" => "the united states|united states of america|u.s.|the us|the u.s.|america",
        "GBR" => "uk|the uk|britain|great britain",
        "ARE" => "uae|the uae",
        "KOR" => "korea|republic of korea",
        "VNM" => "viet nam",
        "RUS" => "russian federation",
        "IDN" => "印尼",
        "SAU" => "沙特",
        "PHL" => "the philippines|philippine|filipino",
        "65" => "新疆维吾尔自治区",
        "45" => "广西壮族自治区",
        "64" => "宁夏回族自治区",
        "15" => "内蒙古自治区",
        "54" => "西藏自治区",
        _ => "",
    };
    names.extend(more.split('|').map(str::to_owned));
    names.retain(|n| !n.trim().is_empty());
    names
}
