//! What the second ledger, of imports, must come out as: worked by hand from the figures that its articles
//! print, and no word of exports anywhere.

// Clippy's allowance for tests does not reach their helpers.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod settled;

use breakdown::{Dataset, breakdown};
use dataset::read_ledger;
use ledger::Ledger;
use model::{Answer, Dimension, Flow, Period, Span};
use note::{Export, Format, Language, Length, Material, export, write};

fn ledger() -> Ledger {
    settled::alloy()
}

fn month(text: &str) -> Period {
    text.parse().unwrap()
}

/// The value within what its last printed digit leaves open.
#[track_caller]
fn check(answer: &Answer, value: f64, open: f64) {
    let figure = answer.as_ref().unwrap();
    assert!((figure.value - value).abs() <= open, "{} is not {value}", figure.value);
    assert!(figure.own.contains(value), "{value} is not in {:?}", figure.own);
}

#[test]
fn the_dataset_holds_every_printed_figure() {
    let ledger = ledger();
    assert_eq!((ledger.articles.len(), ledger.claims().len()), (8, 182));
    assert_eq!(ledger.coverage(), Some((month("2022-03"), month("2025-05"))));
    assert_eq!(ledger.catalogue.flow, Flow::Import);
}

#[test]
fn april_2025() {
    let april = breakdown(&Dataset::Published(ledger()), None, month("2025-04"), Span::Month);
    // 86,800 t, down 3.0 % from March's 89,500 t and 30.6 % from 86,800 / 0.694 t.
    check(&april.total.quantity, 86_800.0, 0.0);
    check(&april.total.mom.previous, 89_500.0, 0.0);
    check(&april.total.mom.percent, -3.0, 0.0);
    check(&april.total.yoy.percent, -30.6, 0.0);
    check(&april.total.yoy.previous, 86_800.0 / 0.694, 100.0);
    // 367,800 t up to April, down 11.4 %.
    check(&april.ytd.quantity, 367_800.0, 0.0);
    check(&april.ytd.yoy.percent, -11.4, 0.05);
    let rows = [
        // 42.51 % by the quantities; the article prints 42 %.
        ("MYS", 36_900.0, 42.0),
        ("THA", 13_500.0, 15.6),
        ("RUS", 11_400.0, 13.1),
        ("VNM", 5_500.0, 6.3),
        ("KOR", 2_700.0, 3.1),
    ];
    let ledger = ledger();
    for (place, (code, tonnes, share)) in (1..).zip(rows) {
        let entry = &april.ranking(Dimension::Destination).entries[place - 1];
        assert_eq!(ledger.catalogue.member(entry.member().unwrap()).unwrap().code, code);
        check(&entry.rank, place as f64, 0.0);
        check(&entry.quantity, tonnes, 0.0);
        check(&entry.share, share, 0.05);
    }
    // Malaysia fell by 4,300 t, from 41,200 t.
    let malaysia = &april.ranking(Dimension::Destination).entries[0];
    check(&malaysia.mom.absolute, -4_300.0, 0.0);
    check(&malaysia.mom.previous, 41_200.0, 0.0);
    // 86,800 t less the 70,000 t of the five.
    check(&april.ranking(Dimension::Destination).remainder, 16_800.0, 0.0);
}

#[test]
fn two_printed_figures_contradict_others() {
    // “Surged 50 %” beside “54.5 %”, and 43 % for 50,900 t of 120,600 t, which are 42.2 %.
    let ledger = ledger();
    let contradictions = &ledger.settlement().contradictions;
    let told: Vec<&str> = contradictions.iter().map(|c| ledger.claims()[c.aside].id.as_str()).collect();
    assert_eq!(told, ["smm-101812751.1", "smm-101812751.14"]);
}

#[test]
fn imports_are_never_called_exports() {
    let dataset = Dataset::Published(ledger());
    for period in month("2021-03").to(month("2025-05")) {
        for (_, language) in Language::NAMES {
            let note = write(&Material::new(&dataset, None, period), language, Length::Full);
            let text = export(&note, Format::Text, Export::default()).to_lowercase();
            for word in ["export", "destination", "出口", "目的地"] {
                assert!(!text.contains(word), "{period}: “{word}” in\n{text}");
            }
        }
        let breakdown = breakdown(&dataset, None, period, Span::Month);
        let table = report::table(&i18n::ENGLISH, &dataset, &breakdown).to_lowercase();
        assert!(!table.contains("export") && !table.contains("destination"), "{period}\n{table}");
    }
}

#[test]
fn the_province_of_an_importer_is_not_where_goods_were_made() {
    let text = include_str!("fixtures/data/cn-aluminium-wire-cable.json");
    let said = |flow: &str, language: Language| {
        let text = text.replace("\"flow\": \"export\"", &format!("\"flow\": \"{flow}\""));
        let dataset = Dataset::Published(read_ledger(text.as_bytes()).read.unwrap());
        let note = write(&Material::new(&dataset, None, month("2025-04")), language, Length::Full);
        export(&note, Format::Text, Export::default())
    };
    for (language, made, used) in
        [(Language::English, "goods were made", "goods are used"), (Language::Chinese, "生产地", "使用地")]
    {
        let (exports, imports) = (said("export", language), said("import", language));
        assert!(exports.contains(made) && !exports.contains(used), "{exports}");
        assert!(imports.contains(used) && !imports.contains(made), "{imports}");
    }
}
