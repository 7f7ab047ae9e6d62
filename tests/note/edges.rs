//! Grammar where there is little to say: one destination, no change, nothing at all.

use breakdown::Dataset;
use dataset::read_ledger;
use import::{Import, Options};
use model::{Catalogue, Currency, Dimension, DimensionMap, Flow, Name, Period};
use note::{Language, Length, Material, Note, Reason, Rule, text_of, write};
use records::{Builder, Provenance, Records};

use crate::{month, text};

fn name(en: &str, zh: &str) -> Name {
    Name { en: en.to_owned(), zh: zh.to_owned() }
}

/// (month, destination, kilograms, US$), with the names of the destinations.
fn records(flow: Flow, last: &str, rows: &[(&str, &str, &str, u64, u64)]) -> Records {
    let catalogue = Catalogue {
        id: "wire".to_owned(),
        commodity: name("wire", "线材"),
        reporter: name("China", "中国"),
        flow,
        ..Catalogue::default()
    };
    let mut builder = Builder::new(catalogue, Some(Currency::Usd));
    for covered in month("2024-03").to(month(last)) {
        builder.cover(covered).unwrap();
    }
    for (period, en, zh, quantity, value) in rows {
        let partner = builder.member(Dimension::Destination, en, name(en, zh)).unwrap();
        builder
            .push(
                month(period),
                DimensionMap::default().with(Dimension::Destination, Some(partner)),
                *quantity,
                *value,
            )
            .unwrap();
    }
    builder.build(Provenance::default())
}

fn note(records: &Records, period: Period, language: Language) -> Note {
    let dataset = Dataset::Recorded(records.into());
    write(&Material::new(&dataset, None, period), language, Length::Full)
}

#[track_caller]
fn check(records: &Records, last: &str, english: &[&str], chinese: &[&str]) {
    for (language, expected) in [(Language::English, english), (Language::Chinese, chinese)] {
        let note = note(records, month(last), language);
        let all = format!("{}\n{}", text_of(&note.title).replace('\u{a0}', " "), text(&note));
        for words in expected {
            assert!(all.contains(words), "“{words}” is not in\n{all}");
        }
        for slip in ["  ", " ,", " .", ",,", "..", "NaN", "inf", "，，", "。。", "（）", "()", " ;"] {
            assert!(!all.contains(slip), "“{slip}” is in\n{all}");
        }
    }
}

/// The names in a file of China's customs in Chinese.
#[test]
fn what_a_chinese_file_names_has_names_in_english() {
    let file = "数据年月,商品编码,商品名称,贸易伙伴编码,贸易伙伴名称,注册地编码,注册地名称,第一数量,第一计量单位,美元\n\
        202504,73241000,不锈钢洗涤槽及脸盆,502,美国,44,广东省,2000,千克,9000\n\
        202505,73241000,不锈钢洗涤槽及脸盆,502,美国,44,广东省,2200,千克,9900\n\
        202505,73241000,不锈钢洗涤槽及脸盆,304,德国,33,浙江省,300,千克,1500\n\
        202505,73249000,卫生器具,304,德国,33,浙江省,20,千克,100\n";
    let mut import = Import::new(Options { flow: Some(Flow::Export), ..Options::default() });
    import.add("sinks.csv", file.as_bytes().to_vec());
    let catalogue = Catalogue {
        commodity: name("sinks", "水槽"),
        reporter: name("China", "中国"),
        ..Catalogue::default()
    };
    let records = import.finish(catalogue).records.unwrap();
    check(
        &records,
        "2025-05",
        &[
            "By product, HS 73241000 came to 2.5 t, 99.2% of the total",
            "The United States ranked first",
            "Next came Germany with 0.320 t",
            "Guangdong ranked first",
            "Next came Zhejiang",
        ],
        &["不锈钢洗涤槽及脸盆", "美国", "德国", "广东", "浙江"],
    );
    let english = text(&note(&records, month("2025-05"), Language::English));
    assert!(!english.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c)), "{english}");
}

#[test]
fn one_destination_and_no_change() {
    let rows = [
        ("2024-03", "Mexico", "墨西哥", 1_000_000, 3_000_000),
        ("2024-04", "Mexico", "墨西哥", 1_000_000, 3_000_000),
    ];
    check(
        &records(Flow::Export, "2024-04", &rows),
        "2024-04",
        &[
            "China’s exports of wire were unchanged MoM at 1,000 t in April 2024",
            "China exported 1,000 t of wire in April 2024, unchanged MoM.",
            "Mexico was the only destination, with 1,000 t, 100.0% of the total, unchanged MoM.",
        ],
        &["出口量为1000吨，环比持平。", "分目的地看，全部为墨西哥，1000吨，占比100.0%，环比持平。"],
    );
}

#[test]
fn hardly_all_and_hardly_any_change() {
    let rows = [
        ("2024-03", "Mexico", "墨西哥", 2_000_000, 6_000_000),
        ("2024-03", "Iraq", "伊拉克", 1_000, 3_000),
        ("2024-04", "Mexico", "墨西哥", 2_000_100, 6_000_000),
        ("2024-04", "Iraq", "伊拉克", 900, 3_000),
    ];
    check(
        &records(Flow::Export, "2024-04", &rows),
        "2024-04",
        &[
            "unchanged MoM",
            "Mexico ranked first for at least 2 months in a row with 2,000 t, 100.0% of the total",
        ],
        &["环比持平", "墨西哥至少连续2个月位居首位，出口量2000吨，占比100.0%"],
    );
}

#[test]
fn a_fall_of_nearly_all_and_of_all() {
    let rows = [
        ("2024-03", "Mexico", "墨西哥", 2_000_000, 6_000_000),
        ("2024-03", "Philippines", "菲律宾", 1_937_000, 6_000_000),
        ("2024-04", "Mexico", "墨西哥", 400, 1_200),
    ];
    let records = records(Flow::Export, "2024-06", &rows);
    check(
        &records,
        "2024-04",
        &[
            "exports of wire fell more than 99.9% MoM to 0.400 t",
            "Nothing was shipped to the Philippines (1,937 t in March).",
        ],
        &["环比下降超过99.9%", "当月未对菲律宾（3月1937吨）出口。"],
    );
    check(
        &records,
        "2024-05",
        &[
            "No exports of wire in May 2024",
            "China exported no wire in May 2024, after 0.400 t in April.",
            "Nothing was shipped to Mexico (0.400 t in April).",
        ],
        &[
            "2024年5月中国线材出口为零",
            "2024年5月中国无线材出口，上月为0.400吨。",
            "当月未对墨西哥（4月0.400吨）出口。",
        ],
    );
    // Nothing, after nothing.
    check(&records, "2024-06", &["China exported no wire in June 2024."], &["2024年6月中国无线材出口。"]);
}

#[test]
fn from_nothing_and_back_after_an_absence() {
    let rows = [
        ("2024-03", "United States", "美国", 500_000, 1_500_000),
        ("2024-06", "United States", "美国", 300_000, 900_000),
        ("2024-06", "Iraq", "伊拉克", 200_000, 600_000),
    ];
    let records = records(Flow::Export, "2024-06", &rows);
    check(
        &records,
        "2024-06",
        &[
            "China’s exports of wire came to 500 t in June 2024",
            "The United States ranked first with 300 t, 60.0% of the total, after none in May.",
            "New or returning destinations were the United States (300 t, after 2 months without) and Iraq (200 t, new).",
        ],
        &[
            "美国位居首位，出口量300吨，占比60.0%，上月为零",
            "新增或恢复出口的国家和地区有美国300吨（时隔2个月恢复）、伊拉克200吨（新增）。",
        ],
    );
}

#[test]
fn imports_have_their_own_words() {
    let rows = [
        ("2024-03", "Iraq", "伊拉克", 500_000, 1_500_000),
        ("2024-04", "Iraq", "伊拉克", 600_000, 1_500_000),
        ("2024-04", "Chile", "智利", 60_000, 150_000),
    ];
    check(
        &records(Flow::Import, "2024-04", &rows),
        "2024-04",
        &[
            "China’s imports of wire rose 32.0% MoM",
            "China imported 660 t of wire",
            "Chile was new with 60 t",
        ],
        &["中国线材进口660吨", "进口量为660吨", "自智利进口为2024年3月有数据以来首次，数量60吨"],
    );
    let records = records(Flow::Import, "2024-04", &rows);
    let english = text(&note(&records, month("2024-04"), Language::English));
    let chinese = text(&note(&records, month("2024-04"), Language::Chinese));
    assert!(!english.contains("export") && !english.contains("destination"), "{english}");
    assert!(!chinese.contains("出口") && !chinese.contains("目的地"), "{chinese}");
}

#[test]
fn rows_of_months_and_records_are_told_with_their_window() {
    let rows: Vec<(&str, &str, &str, u64, u64)> = [
        ("2024-03", 900),
        ("2024-04", 500),
        ("2024-05", 400),
        ("2024-06", 300),
        ("2024-07", 350),
        ("2024-08", 360),
        ("2024-09", 600),
        ("2024-10", 1_000),
    ]
    .iter()
    .map(|(period, tonnes)| (*period, "Iraq", "伊拉克", tonnes * 1_000, tonnes * 3_000))
    .collect();
    let records = records(Flow::Export, "2024-10", &rows);
    check(
        &records,
        "2024-07",
        &["It was the first MoM rise after at least 3 months of falls."],
        &["出口量在至少连续3个月环比下降后转为增长。"],
    );
    check(
        &records,
        "2024-09",
        &[
            "Exports have risen MoM for 3 months in a row.",
            "September was the highest month since March 2024.",
        ],
        &["出口量已连续3个月环比增长。", "9月出口量创2024年3月以来新高。"],
    );
    check(
        &records,
        "2024-10",
        &["October was the highest month in data that begins in March 2024."],
        &["10月出口量创2024年3月有数据以来新高。"],
    );
}

/// A note of one month with 1,000 t to the first destination, 800 to the next and 300 to the last, at the places
/// that an article prints.
fn of_places(places: [Option<u32>; 3], language: Language) -> String {
    let mut claims = vec![r#"{"id": "a.0", "period": "2025-04", "measure": "quantity", "value": 9000, "step": 1, "printed": "9,000 t"}"#.to_owned()];
    for (code, (tonnes, place)) in ["AAA", "BBB", "CCC"].iter().zip([1_000, 800, 300].iter().zip(places)) {
        let about =
            format!(r#""period": "2025-04", "dimension": "destination", "member": "{code}", "printed": "x""#);
        claims.push(format!(
            r#"{{"id": "q.{code}", {about}, "measure": "quantity", "value": {tonnes}, "step": 1}}"#
        ));
        claims.extend(
            place.map(|place| {
                format!(r#"{{"id": "r.{code}", {about}, "measure": "rank", "value": {place}}}"#)
            }),
        );
    }
    let text = format!(
        r#"{{"format": "tonnage/published-figures", "version": "1.0", "id": "few",
        "title": {{"en": "Few"}}, "commodity": {{"en": "wire", "zh": "线材"}},
        "reporter": {{"code": "CHN", "name": {{"en": "China", "zh": "中国"}}}}, "flow": "export",
        "products": [{{"code": "7614", "name": {{"en": "Wire"}}}}],
        "destinations": [
            {{"code": "AAA", "name": {{"en": "Alpha", "zh": "甲"}}}},
            {{"code": "BBB", "name": {{"en": "Beta", "zh": "乙"}}}},
            {{"code": "CCC", "name": {{"en": "Gamma", "zh": "丙"}}}}
        ],
        "registration_locations": [],
        "articles": [{{"id": "a", "publisher": "P", "subject": "S", "read_in_full": true, "claims": [{}]}}]}}"#,
        claims.join(", ")
    );
    let ledger = settle::settled(read_ledger(text.as_bytes()).read.unwrap());
    let dataset = Dataset::Published(ledger);
    let material = Material::new(&dataset, None, month("2025-04"));
    crate::text(&write(&material, language, Length::Full))
}

#[track_caller]
fn check_places(places: [Option<u32>; 3], english: &str, chinese: &str) {
    for (language, expected) in [(Language::English, english), (Language::Chinese, chinese)] {
        let found = of_places(places, language);
        assert!(found.contains(expected), "“{expected}” is not in\n{found}");
    }
}

#[test]
fn places_that_others_may_take_are_places_among_those_listed() {
    // 6,900 t went to nobody knows where.
    check_places(
        [None; 3],
        "Of the destinations listed, Alpha took 1,000 t, 11.1% of the total; Beta took 800 t (8.9%); Gamma took 300 t",
        "已公布的目的地中，甲1000吨",
    );
    check_places(
        [Some(1), None, None],
        "Alpha ranked first with 1,000 t, 11.1% of the total. Of the other destinations listed, Beta took 800 t",
        "甲位居首位，出口量1000吨，占比11.1%。已公布的其他目的地中，乙800吨",
    );
    check_places(
        [Some(1), Some(2), Some(3)],
        "Alpha ranked first with 1,000 t, 11.1% of the total. Next came Beta with 800 t (8.9%); Gamma with 300 t",
        "甲位居首位，出口量1000吨，占比11.1%；乙800吨",
    );
    // Somebody stands between the second and the fourth.
    check_places(
        [Some(1), Some(2), Some(4)],
        "Of the other destinations listed, Beta took 800 t (8.9%); Gamma took 300 t",
        "已公布的其他目的地中，乙800吨",
    );
}

#[test]
fn nothing_known_is_said_and_every_silent_rule_has_a_reason() {
    let text = r#"{"format": "tonnage/published-figures", "version": "1.0", "id": "few",
        "title": {"en": "Few"}, "commodity": {"en": "wire", "zh": "线材"},
        "reporter": {"code": "CHN", "name": {"en": "China", "zh": "中国"}}, "flow": "export",
        "products": [{"code": "7614", "name": {"en": "Wire"}}], "destinations": [],
        "registration_locations": [],
        "articles": [{"id": "a", "publisher": "P", "subject": "S", "read_in_full": true, "claims": [
            {"id": "a.1", "period": "2025-01", "measure": "quantity", "value": 100, "step": 1, "printed": "100 t"},
            {"id": "a.2", "period": "2025-06", "measure": "quantity", "value": 100, "step": 1, "printed": "100 t"}
        ]}]}"#;
    let ledger = read_ledger(text.as_bytes()).read.unwrap();
    let dataset = Dataset::Published(ledger);
    let material = Material::new(&dataset, None, month("2025-04"));
    let english = write(&material, Language::English, Length::Full);
    let chinese = write(&material, Language::Chinese, Length::Full);
    assert_eq!(text_of(&english.title), "China’s exports of wire in April 2025: no total is known");
    assert!(
        crate::text(&english).starts_with("The total of exports in April 2025 is not known. Not published:")
    );
    assert_eq!(text_of(&chinese.title), "2025年4月中国线材出口总量未知");
    for note in [english, chinese] {
        let said = note.sections.iter().flat_map(|s| &s.sentences).count();
        assert_eq!(said + note.not_said.len(), Rule::ALL.len());
        assert!(note.not_said.iter().all(|u| !u.why.is_empty()));
        let reason = |rule| note.not_said.iter().find(|u| u.rule == rule).map(|u| u.reason);
        assert_eq!(reason(Rule::Extreme), Some(Reason::UnknownMonth(month("2025-04"))));
        assert_eq!(reason(Rule::Spread), Some(Reason::OnlyRecordsTell));
    }
}
