//! Code lists of China's customs, with both names of what is in them: registration locations and trade modes.
//!
//! Codes and Chinese names are those of the downloads of stats.customs.gov.cn. English names are short; the other ones by
//! which an entry is known are those of the tables "Imports and Exports by Customs Regime" and "by Location of Importers
//! and Exporters" that the General Administration of Customs publishes each month (english.customs.gov.cn), and of
//! provinces what stands behind the short name: 省, Province, 维吾尔自治区.

use model::{Dimension, Name};

/// An entry of a list: its code, its English and its Chinese name.
pub type Listed = (&'static str, &'static str, &'static str);

/// The entry of a code.
pub fn by_code(dimension: Dimension, code: &str) -> Option<&'static Listed> {
    list(dimension).iter().find(|(of, ..)| *of == code)
}

/// The entry that has a name, in either language and as any of the lists writes it.
pub fn by_name(dimension: Dimension, name: &str) -> Option<&'static Listed> {
    let name = letters(name);
    let is_same = |known: &str| letters(known) == name;
    let found = list(dimension).iter().find(|(_, en, zh)| match dimension {
        Dimension::RegistrationLocation => [en, zh].into_iter().any(|known| {
            let kind = name.strip_prefix(letters(known).as_str());
            kind.is_some_and(|kind| kind.is_empty() || KINDS_OF_PROVINCES.contains(&kind))
        }),
        _ => is_same(en) || is_same(zh),
    });
    let also = || OTHER_NAMES.iter().find(|(of, _, other)| *of == dimension && is_same(other));
    found.or_else(|| by_code(dimension, also()?.1))
}

/// Adds the name in the other language to one that is there in one, where the lists know it.
pub fn complete(dimension: Dimension, name: &mut Name) {
    let known = match (name.en.is_empty(), name.zh.is_empty()) {
        (true, false) => &name.zh,
        (false, true) => &name.en,
        _ => return,
    };
    let Some((_, en, zh)) = by_name(dimension, known) else { return };
    for (missing, name) in [(&mut name.en, en), (&mut name.zh, zh)] {
        if missing.is_empty() {
            (*name).clone_into(missing);
        }
    }
}

fn list(dimension: Dimension) -> &'static [Listed] {
    match dimension {
        Dimension::RegistrationLocation => PROVINCES,
        Dimension::TradeMode => TRADE_MODES,
        Dimension::Product | Dimension::Destination => &[],
    }
}

/// A name without what lists differ in: case, blanks and punctuation. Not `char::is_alphanumeric`, whose tables know all
/// scripts: 3 kB of each module.
fn letters(name: &str) -> String {
    let is_letter = |c: &char| match c.is_ascii() {
        true => c.is_ascii_alphanumeric(),
        false => !"、，（）·\u{3000}".contains(*c),
    };
    name.chars().filter(is_letter).map(|c| c.to_ascii_lowercase()).collect()
}

/// What stands behind a province's short name, as [`letters`] leaves it.
const KINDS_OF_PROVINCES: [&str; 12] = [
    "省",
    "市",
    "自治区",
    "壮族自治区",
    "回族自治区",
    "维吾尔自治区",
    "province",
    "municipality",
    "autonomousregion",
    "zhuangautonomousregion",
    "huiautonomousregion",
    "uygurautonomousregion",
];

/// Other names with the code of what they name.
const OTHER_NAMES: &[(Dimension, &str, &str)] = &[
    (Dimension::RegistrationLocation, "15", "Nei Mongol"),
    (Dimension::RegistrationLocation, "54", "Xizang"),
    (Dimension::TradeMode, "11", "Aid or donation between governments or by international organizations"),
    (Dimension::TradeMode, "12", "Other donation"),
    (Dimension::TradeMode, "12", "其他境外捐赠物资"),
    (Dimension::TradeMode, "14", "Processing and assembling"),
    (Dimension::TradeMode, "14", "来料加工装配贸易"),
    (Dimension::TradeMode, "16", "Goods on consignment"),
    (Dimension::TradeMode, "22", "Contracting projects"),
    (Dimension::TradeMode, "23", "Goods on lease"),
    (
        Dimension::TradeMode,
        "25",
        "Equipment or materials imported as investment by foreign-invested enterprises",
    ),
    (Dimension::TradeMode, "30", "Barter trade"),
    (Dimension::TradeMode, "31", "Duty-free commodities on payment of foreign currency"),
    (Dimension::TradeMode, "33", "Customs warehousing trade"),
    (Dimension::TradeMode, "34", "Logistics goods by customs special control area"),
    (Dimension::TradeMode, "35", "Equipment imported into customs special control area"),
];

/// Provinces by customs code, the first two digits of GB/T 2260.
const PROVINCES: &[Listed] = &[
    ("11", "Beijing", "北京"),
    ("12", "Tianjin", "天津"),
    ("13", "Hebei", "河北"),
    ("14", "Shanxi", "山西"),
    ("15", "Inner Mongolia", "内蒙古"),
    ("21", "Liaoning", "辽宁"),
    ("22", "Jilin", "吉林"),
    ("23", "Heilongjiang", "黑龙江"),
    ("31", "Shanghai", "上海"),
    ("32", "Jiangsu", "江苏"),
    ("33", "Zhejiang", "浙江"),
    ("34", "Anhui", "安徽"),
    ("35", "Fujian", "福建"),
    ("36", "Jiangxi", "江西"),
    ("37", "Shandong", "山东"),
    ("41", "Henan", "河南"),
    ("42", "Hubei", "湖北"),
    ("43", "Hunan", "湖南"),
    ("44", "Guangdong", "广东"),
    ("45", "Guangxi", "广西"),
    ("46", "Hainan", "海南"),
    ("50", "Chongqing", "重庆"),
    ("51", "Sichuan", "四川"),
    ("52", "Guizhou", "贵州"),
    ("53", "Yunnan", "云南"),
    ("54", "Tibet", "西藏"),
    ("61", "Shaanxi", "陕西"),
    ("62", "Gansu", "甘肃"),
    ("63", "Qinghai", "青海"),
    ("64", "Ningxia", "宁夏"),
    ("65", "Xinjiang", "新疆"),
];

/// Trade modes (customs regimes) by code.
const TRADE_MODES: &[Listed] = &[
    ("10", "Ordinary trade", "一般贸易"),
    ("11", "Aid between governments", "国家间、国际组织无偿援助和赠送的物资"),
    ("12", "Other donations", "其他捐赠物资"),
    ("13", "Compensation trade", "补偿贸易"),
    ("14", "Processing with supplied materials", "来料加工贸易"),
    ("15", "Processing with imported materials", "进料加工贸易"),
    ("16", "Consignment", "寄售、代销贸易"),
    ("19", "Border trade", "边境小额贸易"),
    ("20", "Equipment for processing trade", "加工贸易进口设备"),
    ("22", "Goods for contracted projects abroad", "对外承包工程出口货物"),
    ("23", "Leasing", "租赁贸易"),
    ("25", "Equipment as foreign investment", "外商投资企业作为投资进口的设备、物品"),
    ("27", "Outward processing", "出料加工贸易"),
    ("30", "Barter", "易货贸易"),
    ("31", "Duty-free goods for foreign currency", "免税外汇商品"),
    ("33", "Bonded control areas", "保税监管场所进出境货物"),
    ("34", "Logistics goods of special customs areas", "海关特殊监管区域物流货物"),
    ("35", "Equipment for special customs areas", "海关特殊监管区域进口设备"),
    ("39", "Other", "其他"),
    ("41", "Duty-free goods", "免税品"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_province_has_many_names_and_one_code() {
        let of = |name| by_name(Dimension::RegistrationLocation, name).map(|(code, ..)| *code);
        for (name, code) in [
            ("江苏", "32"),
            ("江苏省", "32"),
            ("Jiangsu Province", "32"),
            ("JIANGSU", "32"),
            ("上海市", "31"),
            ("Shanghai Municipality", "31"),
            ("新疆维吾尔自治区", "65"),
            ("Xinjiang Uygur Autonomous Region", "65"),
            ("内蒙古自治区", "15"),
            ("Xizang", "54"),
            ("Shanxi", "14"),
            ("Shaanxi", "61"),
        ] {
            assert_eq!(of(name), Some(code), "{name}");
        }
        for name in ["", "Jiang", "江苏路", "Hainan Island", "São Paulo", "省", "一般贸易"] {
            assert_eq!(of(name), None, "{name}");
        }
    }

    #[test]
    fn a_trade_mode_is_known_as_customs_publish_it() {
        let of = |name| by_name(Dimension::TradeMode, name).map(|(code, ..)| *code);
        for (name, code) in [
            ("一般贸易", "10"),
            ("Ordinary Trade", "10"),
            ("来料加工贸易", "14"),
            ("来料加工装配贸易", "14"),
            ("Processing and Assembling", "14"),
            ("Processing with Imported Materials", "15"),
            ("边境小额贸易", "19"),
            ("海关特殊监管区域物流货物", "34"),
            ("Logistics goods by customs special control area", "34"),
            ("寄售代销贸易", "16"),
        ] {
            assert_eq!(of(name), Some(code), "{name}");
        }
        assert_eq!(of("加工贸易"), None, "two kinds of it");
    }

    #[test]
    fn a_name_that_is_missing_is_added_and_none_is_changed() {
        let of = |dimension, en: &str, zh: &str| {
            let mut name = Name { en: en.to_owned(), zh: zh.to_owned() };
            complete(dimension, &mut name);
            (name.en, name.zh)
        };
        let both = |en: &str, zh: &str| (en.to_owned(), zh.to_owned());
        let (place, mode) = (Dimension::RegistrationLocation, Dimension::TradeMode);
        assert_eq!(of(place, "", "广东省"), both("Guangdong", "广东省"));
        assert_eq!(of(place, "Guangdong Province", ""), both("Guangdong Province", "广东"));
        assert_eq!(of(place, "Canton", "广东"), both("Canton", "广东"));
        assert_eq!(of(mode, "Border Trade", ""), both("Border Trade", "边境小额贸易"));
        assert_eq!(of(mode, "", ""), both("", ""));
        assert_eq!(of(Dimension::Product, "Other", ""), both("Other", ""));
    }

    #[test]
    fn every_other_name_has_an_entry_and_is_no_ones_else() {
        for (dimension, code, name) in OTHER_NAMES {
            assert_eq!(by_name(*dimension, name).map(|(of, ..)| of), Some(code), "{name}");
        }
    }
}
