//! Groups of countries that sources list beside their members.

use model::Name;

/// A group, by its codes and names in small letters.
pub(super) struct Group {
    /// In English and Chinese.
    pub name: (&'static str, &'static str),
    /// Codes and other names.
    also: &'static [&'static str],
    /// Its members: the code of ISO 3166 of three letters, that of UN Comtrade, and names.
    members: &'static [&'static [&'static str]],
}

/// What a partner is to the groups.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Partner {
    /// The group that it is.
    pub group: Option<usize>,
    /// The groups that it is in, a bit each.
    groups: u8,
}

impl Partner {
    pub(super) fn is_in(self, group: usize) -> bool {
        self.groups >> group & 1 == 1
    }
}

/// A partner by its code and name. The number of a country counts where nothing names it: other sources have the
/// same three digits for other countries.
pub(super) fn partner(code: &str, name: &Name) -> Partner {
    let texts = [code, &name.en, &name.zh].map(|text| text.trim().to_lowercase());
    let is_bare = name.en.is_empty() && name.zh.is_empty();
    let is_number = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let said = |text: &&str| {
        let counts = is_bare || !is_number(text);
        counts && texts.iter().any(|said| said == text)
    };
    let is_group = |group: &Group| {
        let named = [group.name.0.to_lowercase(), group.name.1.to_owned()];
        texts.iter().any(|said| named.contains(said) || group.also.contains(&said.as_str()))
    };
    let mut groups = 0;
    for (place, group) in GROUPS.iter().enumerate() {
        let is_member = group.members.iter().any(|names| names.iter().any(said));
        groups |= u8::from(is_member) << place;
    }
    Partner { group: GROUPS.iter().position(is_group), groups }
}

/// The groups. The European Union with everybody who was in it since 2013, as UN Comtrade counts it.
pub(super) const GROUPS: &[Group] = &[
    Group {
        name: ("European Union", "欧洲联盟"),
        also: &[
            "97",
            "eu",
            "eu2",
            "eu27",
            "eu28",
            "eu-27",
            "eu-28",
            "eu27_2020",
            "european union (27)",
            "欧盟",
        ],
        members: &[
            &["aut", "at", "40", "austria", "奥地利"],
            &["bel", "be", "56", "belgium", "比利时"],
            &["bgr", "bg", "100", "bulgaria", "保加利亚"],
            &["hrv", "hr", "191", "croatia", "克罗地亚"],
            &["cyp", "cy", "196", "cyprus", "塞浦路斯"],
            &["cze", "cz", "203", "czechia", "czech republic", "捷克"],
            &["dnk", "dk", "208", "denmark", "丹麦"],
            &["est", "ee", "233", "estonia", "爱沙尼亚"],
            &["fin", "fi", "246", "finland", "芬兰"],
            &["fra", "fr", "251", "250", "france", "法国"],
            &["deu", "de", "276", "germany", "德国"],
            &["grc", "gr", "el", "300", "greece", "希腊"],
            &["hun", "hu", "348", "hungary", "匈牙利"],
            &["irl", "ie", "372", "ireland", "爱尔兰"],
            &["ita", "it", "380", "381", "italy", "意大利"],
            &["lva", "lv", "428", "latvia", "拉脱维亚"],
            &["ltu", "lt", "440", "lithuania", "立陶宛"],
            &["lux", "lu", "442", "luxembourg", "卢森堡"],
            &["mlt", "mt", "470", "malta", "马耳他"],
            &["nld", "nl", "528", "netherlands", "荷兰"],
            &["pol", "pl", "616", "poland", "波兰"],
            &["prt", "pt", "620", "portugal", "葡萄牙"],
            &["rou", "ro", "642", "romania", "罗马尼亚"],
            &["svk", "sk", "703", "slovakia", "斯洛伐克"],
            &["svn", "si", "705", "slovenia", "斯洛文尼亚"],
            &["esp", "es", "724", "spain", "西班牙"],
            &["swe", "se", "752", "sweden", "瑞典"],
            &["gbr", "gb", "826", "united kingdom", "英国"],
        ],
    },
    Group {
        name: ("ASEAN", "东盟"),
        also: &["asean", "东南亚国家联盟", "association of southeast asian nations"],
        members: &[
            &["brn", "bn", "96", "brunei", "brunei darussalam", "文莱"],
            &["khm", "kh", "116", "cambodia", "柬埔寨"],
            &["idn", "id", "360", "indonesia", "印度尼西亚"],
            &["lao", "la", "418", "laos", "lao people's dem. rep.", "老挝"],
            &["mys", "my", "458", "malaysia", "马来西亚"],
            &["mmr", "mm", "104", "myanmar", "缅甸"],
            &["phl", "ph", "608", "philippines", "菲律宾"],
            &["sgp", "sg", "702", "singapore", "新加坡"],
            &["tha", "th", "764", "thailand", "泰国"],
            &["vnm", "vn", "704", "viet nam", "vietnam", "越南"],
        ],
    },
];
