//! What units are worth in kilograms.

use super::number::{Factor, plainly};

/// What a unit measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measures {
    /// Weight: kilograms in one of it.
    Weight(Factor),
    /// Pieces, litres and the like.
    Other,
    /// Nothing: `?`, `N/A`.
    Nothing,
}

const POUND: Factor = Factor { times: 45_359_237, over: 100_000_000 };
const GRAM: Factor = Factor { times: 1, over: 1000 };
const OUNCE: Factor = Factor { times: 28_349_523_125, over: 1_000_000_000_000 };
/// The ton of 2,000 pounds.
pub const SHORT_TON: Factor = Factor { times: 90_718_474, over: 100_000 };

/// Units of weight as files write them, in lower case and without blanks and points.
const WEIGHTS: [(&str, Factor); 60] = [
    ("kg", Factor::ONE),
    ("kgs", Factor::ONE),
    ("kgm", Factor::ONE),
    ("kilogram", Factor::ONE),
    ("kilograms", Factor::ONE),
    ("kilogramme", Factor::ONE),
    ("kilo", Factor::ONE),
    ("kilos", Factor::ONE),
    ("千克", Factor::ONE),
    ("公斤", Factor::ONE),
    ("kilogramos", Factor::ONE),
    ("quilogramas", Factor::ONE),
    ("quilogramalíquido", Factor::ONE),
    ("weightinkilograms", Factor::ONE),
    ("netkg", Factor::ONE),
    ("t", Factor::of(1000)),
    ("mt", Factor::of(1000)),
    ("mts", Factor::of(1000)),
    ("ton", Factor::of(1000)),
    ("tons", Factor::of(1000)),
    ("tonne", Factor::of(1000)),
    ("tonnes", Factor::of(1000)),
    ("tonnen", Factor::of(1000)),
    ("metricton", Factor::of(1000)),
    ("metrictons", Factor::of(1000)),
    ("metrictonne", Factor::of(1000)),
    ("metrictonnes", Factor::of(1000)),
    ("tne", Factor::of(1000)),
    ("公吨", Factor::of(1000)),
    ("吨", Factor::of(1000)),
    ("toneladas", Factor::of(1000)),
    ("tonelada", Factor::of(1000)),
    ("toneladametricaliquida", Factor::of(1000)),
    ("톤", Factor::of(1000)),
    ("万吨", Factor::of(10_000_000)),
    ("千吨", Factor::of(1_000_000)),
    ("kt", Factor::of(1_000_000)),
    ("thousandtonnes", Factor::of(1_000_000)),
    ("thousandtons", Factor::of(1_000_000)),
    ("thousandmt", Factor::of(1_000_000)),
    ("10000tonnes", Factor::of(10_000_000)),
    ("10000tons", Factor::of(10_000_000)),
    ("100kg", Factor::of(100)),
    ("quintal", Factor::of(100)),
    ("quintals", Factor::of(100)),
    ("thousandkg", Factor::of(1000)),
    ("1000kg", Factor::of(1000)),
    ("lb", POUND),
    ("lbs", POUND),
    ("pound", POUND),
    ("pounds", POUND),
    ("磅", POUND),
    ("g", GRAM),
    ("gm", GRAM),
    ("gram", GRAM),
    ("grams", GRAM),
    ("gramme", GRAM),
    ("克", GRAM),
    ("oz", OUNCE),
    ("shorttons", SHORT_TON),
];

/// Units that measure no weight, written in the same way.
const OTHERS: &[&str] = &[
    "个",
    "件",
    "台",
    "升",
    "米",
    "平方米",
    "立方米",
    "双",
    "套",
    "条",
    "只",
    "辆",
    "张",
    "块",
    "支",
    "千个",
    "千支",
    "千升",
    "千米",
    "千块",
    "百支",
    "千瓦时",
    "千伏安",
    "副",
    "把",
    "头",
    "匹",
    "艘",
    "架",
    "株",
    "根",
    "卷",
    "枚",
    "盘",
    "部",
    "座",
    "艘",
    "u",
    "no",
    "nos",
    "number",
    "numberofitems",
    "pcs",
    "pce",
    "piece",
    "pieces",
    "item",
    "items",
    "unit",
    "units",
    "l",
    "litre",
    "litres",
    "liter",
    "liters",
    "ltr",
    "kl",
    "bbl",
    "m",
    "metre",
    "metres",
    "meter",
    "meters",
    "m2",
    "m3",
    "sqm",
    "squaremetre",
    "squaremetres",
    "cubicmetre",
    "cubicmetres",
    "mtq",
    "mtk",
    "mtr",
    "pr",
    "prs",
    "pair",
    "pairs",
    "2u",
    "doz",
    "dz",
    "dozen",
    "dozens",
    "set",
    "sets",
    "kwh",
    "1000kwh",
    "mwh",
    "tj",
    "head",
    "carat",
    "ct",
    "thousand",
    "thousands",
    "12u",
    "1000u",
    "número",
    "metrocúbico",
    "litro",
    "pares",
    "kn",
    "th",
    "volumeinlitres",
    "volumeincubicmeters",
    "areainsquaremetres",
    "lengthinmetres",
    "packages",
];

const NOTHING: [&str; 12] =
    ["", "?", "-", "n/a", "na", "x", "nosu", "noquantity", "nan", "null", "none", "/"];

/// A unit as it is compared: lower case, without blanks and points.
pub fn key(unit: &str) -> String {
    plainly(unit)
        .chars()
        .filter(|c| !c.is_whitespace() && !".()（）_-*,".contains(*c))
        .flat_map(char::to_lowercase)
        .collect()
}

/// What a unit measures; `None` for one that nobody knows.
pub fn unit(text: &str) -> Option<Measures> {
    let key = key(text);
    if let Some((_, factor)) = WEIGHTS.iter().find(|(name, _)| *name == key) {
        return Some(Measures::Weight(*factor));
    }
    if OTHERS.contains(&key.as_str()) {
        return Some(Measures::Other);
    }
    NOTHING.contains(&key.as_str()).then_some(Measures::Nothing)
}

/// Whether a unit is a ton of which there are two where pounds are used.
pub fn is_bare_ton(text: &str) -> bool {
    matches!(key(text).as_str(), "ton" | "tons")
}

/// A unit that a column's name says: “数量(吨)”, “Qty (kg)”, “Netweight (kg)”, “quantity_kg”, “Tonnes”. `None` for a name that
/// says none.
pub fn unit_in_name(name: &str) -> Option<(String, Measures)> {
    let name = plainly(name);
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    // “(US$)”, “第一数量”: one letter alone is no unit but in brackets.
    let in_brackets =
        name.split_once('(').and_then(|(_, rest)| rest.split_once(')')).map(|(unit, _)| unit.trim());
    let known = |text: &str| match unit(text) {
        Some(measures @ Measures::Weight(_)) => Some((text.to_owned(), measures)),
        _ => None,
    };
    let longer = |word: &&str| word.chars().count() > 1 && *word != "gm" || *word == "吨" || *word == "克";
    in_brackets.and_then(known).or_else(|| words.filter(longer).find_map(known)).or_else(|| {
        ["万吨", "千吨", "公吨", "吨", "千克", "公斤"]
            .into_iter()
            .find(|unit| name.ends_with(unit))
            .and_then(known)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_of_weight_are_known_by_all_their_names() {
        let kilograms = |text: &str| match unit(text) {
            Some(Measures::Weight(factor)) => (factor.times, factor.over),
            other => panic!("{text}: {other:?}"),
        };
        for text in ["kg", "千克", "公斤", "Kilogram", "KGS", "kg."] {
            assert_eq!(kilograms(text), (1, 1), "{text}");
        }
        for text in ["t", "MT", "tonne", "metric ton", "公吨", "吨", "Tons"] {
            assert_eq!(kilograms(text), (1000, 1), "{text}");
        }
        assert_eq!(kilograms("万吨"), (10_000_000, 1));
        assert_eq!(kilograms("千吨"), (1_000_000, 1));
        assert_eq!(kilograms("100KG"), (100, 1));
        assert_eq!(kilograms("克"), (1, 1000));
        assert_eq!(kilograms("lb"), (45_359_237, 100_000_000));
        for text in ["个", "升", "u", "litres", "NO"] {
            assert_eq!(unit(text), Some(Measures::Other), "{text}");
        }
        for text in ["?", "", "N/A", "NO_SU"] {
            assert_eq!(unit(text), Some(Measures::Nothing), "{text}");
        }
        assert_eq!(unit("袋"), None);
    }

    #[test]
    fn names_of_columns_say_units() {
        for (name, said) in [
            ("数量(吨)", "吨"),
            ("数量（千克）", "千克"),
            ("Qty (kg)", "kg"),
            ("Netweight (kg)", "kg"),
            ("quantity_kg", "kg"),
            ("Tonnes", "Tonnes"),
            ("数量吨", "吨"),
        ] {
            assert_eq!(unit_in_name(name).map(|(unit, _)| unit).as_deref(), Some(said), "{name}");
        }
        for name in ["Quantity", "第一数量", "Trade Value (US$)", "Unit", "Value (t"] {
            assert_eq!(unit_in_name(name), None, "{name}");
        }
    }
}
