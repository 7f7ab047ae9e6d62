//! Millions of tonnes, from articles of different precision: a small ledger of imports whose months two or three
//! articles report, one to the kilogram, one to the hundred thousand tonnes.

use breakdown::Dataset;
use dataset::read_ledger;
use ledger::Ledger;
use note::{Language, Length, Material, Note, text_of, write};

use crate::{month, text};

/// (article, month, what is measured, value, step), with the article's own month as its subject.
const CLAIMS: &[(&str, &str, &str, f64, f64)] = &[
    ("2024-03", "2024-03", "quantity", 11_862_900.0, 100.0),
    ("2024-03", "2024-03", "mom_percent", 5.19, 0.01),
    ("2024-03", "2024-03", "yoy_percent", -1.43, 0.01),
    ("2025-02", "2025-01", "quantity", 16_210_000.0, 10_000.0),
    ("2025-02", "2025-01", "yoy_percent", 23.31, 0.01),
    ("2025-02", "2025-02", "quantity", 14_410_000.0, 10_000.0),
    ("2025-02", "2025-02", "mom_percent", -11.06, 0.01),
    ("2025-02", "2025-02 ytd", "quantity", 30_620_000.0, 10_000.0),
    ("2025-02", "2025-02 ytd", "yoy_percent", 25.6, 0.1),
    ("2025-03", "2025-03", "quantity", 16_460_000.0, 10_000.0),
    ("2025-03", "2025-03", "yoy_percent", 38.7, 0.1),
    ("2025-03 in short", "2025-03", "quantity", 16_500_000.0, 100_000.0),
    ("2025-03 in short", "2025-03", "yoy_percent", 39.0, 1.0),
    ("2025-04", "2025-04", "quantity", 20_684_045.155, 0.001),
    ("2025-04", "2025-04", "yoy_percent", 45.44, 0.01),
    ("2025-12", "2025-12 ytd", "quantity", 118_000_000.0, 1_000_000.0),
    ("2025-12", "2024-12 ytd", "quantity", 103_400_000.0, 100_000.0),
];

pub(crate) fn ledger() -> Ledger {
    let mut articles: Vec<(&str, Vec<String>)> = Vec::new();
    for (i, (article, of, measure, value, step)) in CLAIMS.iter().enumerate() {
        let (period, span) = of.split_once(' ').unwrap_or((of, "month"));
        let claim = format!(
            r#"{{"id": "c.{i}", "period": "{period}", "span": "{span}", "measure": "{measure}", "value": {value}, "step": {step}, "printed": "x"}}"#
        );
        match articles.last_mut() {
            Some((last, claims)) if last == article => claims.push(claim),
            _ => articles.push((article, vec![claim])),
        }
    }
    let articles: Vec<String> = articles
        .iter()
        .enumerate()
        .map(|(i, (subject, claims))| {
            let claims = claims.join(", ");
            format!(
                r#"{{"id": "a{i}", "publisher": "P", "subject": "{subject}", "read_in_full": true, "claims": [{claims}]}}"#
            )
        })
        .collect();
    let json = format!(
        r#"{{"format": "tonnage/published-figures", "version": "1.0", "id": "ore",
        "title": {{"en": "Ore"}}, "commodity": {{"en": "bauxite", "zh": "铝土矿"}},
        "reporter": {{"code": "CHN", "name": {{"en": "China", "zh": "中国"}}}}, "flow": "import",
        "products": [{{"code": "26060000", "name": {{"en": "Bauxite", "zh": "铝土矿"}}}}],
        "destinations": [], "registration_locations": [], "articles": [{}]}}"#,
        articles.join(", ")
    );
    let reading = read_ledger(json.as_bytes());
    assert_eq!(reading.problems, []);
    settle::settled(reading.read.unwrap())
}

fn note(period: &str, language: Language) -> Note {
    let dataset = Dataset::Published(ledger());
    write(&Material::new(&dataset, None, month(period)), language, Length::Full)
}

fn whole(note: &Note) -> String {
    format!("{}\n{}", text_of(&note.title).replace('\u{a0}', " "), text(note))
}

#[track_caller]
fn check(period: &str, english: &[&str], chinese: &[&str]) {
    for (language, expected) in [(Language::English, english), (Language::Chinese, chinese)] {
        let found = whole(&note(period, language));
        for words in expected {
            assert!(found.contains(words), "“{words}” is not in\n{found}");
        }
    }
}

/// 11,862,850 to 11,863,000 t are 1.425 to 1.435 % less than 12,034,339 to 12,035,712 t; from 12,000,000 t it would be
/// 1.1 %.
#[test]
fn a_base_is_as_close_as_its_growth() {
    check(
        "2024-03",
        &["imported 11,862,900 t of bauxite", "down 1.43% YoY (from about 12,035,000 t)"],
        &["进口量为1186.29万吨", "同比下降1.43%（上年同期约1203.5万吨）"],
    );
}

/// 16,460,000 and 16,500,000 t, 38.7 and 39 %, are one print each, finer and coarser.
#[test]
fn a_coarser_print_of_the_same_is_no_contradiction() {
    for language in [Language::English, Language::Chinese] {
        let found = whole(&note("2025-03", language));
        assert!(
            !found.contains("contradict") && !found.contains("矛盾") && !found.contains("as published"),
            "{found}"
        );
        assert!(!found.contains("16,500,000") && !found.contains("1650万吨"), "{found}");
    }
    check("2025-03", &["16,460,000 t of bauxite", "38.7% YoY"], &["进口量为1646万吨", "同比增长38.7%"]);
}

/// Kilograms are for the box of a number.
#[test]
fn no_sentence_counts_kilograms_of_millions_of_tonnes() {
    check(
        "2025-04",
        &["to 20,684,045 t in April 2025", "45.44% YoY"],
        &["2025年4月中国铝土矿进口2068.40万吨", "进口量为2068.40万吨"],
    );
}

#[test]
fn hundreds_of_millions_are_counted_in_yi() {
    check(
        "2025-12",
        &["imports totalled 118,000,000 t", "from 103,400,000 t in 2024"],
        &["累计进口1.18亿吨，较上年的1.034亿吨增长"],
    );
}

/// The two months together first: 30,620,000 t are 25.6 % more than 24,370,000 to 24,390,000 t.
#[test]
fn a_february_begins_with_january_and_february() {
    check(
        "2025-02",
        &[
            "China’s imports of bauxite in January–February 2025 rose 25.6% YoY to 30,620,000 t\n",
            "China imported 30,620,000 t of bauxite (HS 26060000) in January–February 2025, up 25.6% from ",
            "February’s figure was 14,410,000 t, down 11.06% MoM",
            "; January’s figure was 16,210,000 t, up 23.31% YoY",
        ],
        &[
            "2025年1-2月中国铝土矿进口3062万吨 同比增长25.6%\n",
            "据公开数据，2025年1-2月中国铝土矿（HS编码26060000）累计进口3062万吨，较上年同期",
            "其中，2月进口1441万吨，环比下降11.06%",
            "；1月进口1621万吨，同比增长23.31%",
        ],
    );
    // January alone is told as any month.
    check("2025-01", &["imported 16,210,000 t of bauxite"], &["2025年1月中国铝土矿进口1621万吨"]);
}

/// The articles have no dates; what they report tells which is newer.
#[test]
fn the_newest_article_is_the_first_source() {
    let subjects = |note: &Note| -> Vec<String> {
        let texts = note.sources.iter().map(|s| s.text.clone());
        texts.filter(|text| text.starts_with("P, ")).collect()
    };
    let found = subjects(&note("2025-04", Language::English));
    assert_eq!(found.first().map(String::as_str), Some("P, “2025-04”"));
    let places: Vec<usize> = ["2025-04", "2025-03", "2025-02"]
        .iter()
        .filter_map(|s| found.iter().position(|t| t.contains(s)))
        .collect();
    assert!(places.len() == 3 && places.is_sorted(), "{found:?}");
}

/// Every remark behind a number in brackets stands behind a comma.
#[test]
fn no_bracket_opens_inside_a_bracket() {
    let datasets = [ledger(), crate::ledger(), crate::imports()].map(Dataset::Published);
    for dataset in &datasets {
        let (first, last) = dataset.months().unwrap();
        for period in first.to(last) {
            for (_, language) in Language::NAMES {
                let found = whole(&write(&Material::new(dataset, None, period), language, Length::Full));
                let mut depth = 0;
                for mark in found.chars() {
                    depth += match mark {
                        '(' | '（' => 1,
                        ')' | '）' => -1,
                        _ => 0,
                    };
                    assert!((0..=1).contains(&depth), "{period}: {found}");
                }
                for slip in [") (", "）（", "为约", "的约", "为至少", "  ", "，，"] {
                    assert!(!found.contains(slip), "“{slip}” is in {period}\n{found}");
                }
            }
        }
    }
}
