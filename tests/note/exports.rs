//! What leaves the page: text, Markdown, HTML, JSON.

use breakdown::Dataset;
use dataset::{read_ledger, read_records};
use note::{Export, Format, Language, Length, Material, export, write};
use serde_json::Value;
use takeaway::Style;

use crate::{ledger, month, published, recorded};

const BASE: &str = "https://example.org/tonnage/";

fn with(interpretation: Option<&str>) -> Export<'_> {
    Export { interpretation, base: Some(BASE) }
}

/// Rows that a program made up, as somebody's file has them.
const MADE_UP: &str = r#"{"format": "tonnage/records", "version": "1.0", "id": "made-up",
    "title": {"en": "Made up"}, "commodity": {"en": "wire", "zh": "线材"},
    "reporter": {"name": {"en": "China", "zh": "中国"}}, "flow": "export", "synthetic": true,
    "sources": ["Made by a test."], "months": ["2025-03", "2025-04"],
    "destinations": [{"code": "MEX", "name": {"en": "Mexico", "zh": "墨西哥"}}],
    "columns": {"month": [0, 1], "destination": [0, 0], "quantity_kg": [900, 1000], "value_usd": [1, 2]}}"#;

#[test]
fn synthetic_data_says_so_at_the_top_of_every_export() {
    let records = read_records(MADE_UP.as_bytes()).read.unwrap();
    let note = recorded(&records, "2025-04", Language::English, Length::Short);
    let of = |format| export(&note, format, Export::default());
    assert!(of(Format::Text).starts_with("SYNTHETIC DATA"));
    assert!(of(Format::Markdown).starts_with("> **SYNTHETIC DATA"));
    assert!(of(Format::Html).lines().nth(1).unwrap().contains("SYNTHETIC DATA"));
    let json: Value = serde_json::from_str(&of(Format::Json)).unwrap();
    assert!(json["warnings"][0].as_str().unwrap().starts_with("SYNTHETIC DATA"));
    let chinese = recorded(&records, "2025-04", Language::Chinese, Length::Short);
    assert!(export(&chinese, Format::Text, Export::default()).starts_with("合成数据"));
    let ledger = ledger();
    let real = published(&ledger, "2025-04", Language::English, Length::Short);
    assert!(real.warnings.is_empty());
    let real = recorded(&crate::records(), "2025-04", Language::English, Length::Short);
    assert!(real.warnings.is_empty());
}

#[test]
fn numbers_are_links_where_there_is_an_address() {
    let ledger = ledger();
    let note = published(&ledger, "2025-04", Language::English, Length::Full);
    let link = "https://example.org/tonnage/?d=cn-aluminium-wire-cable&period=2025-04&view=destinations";
    let markdown = export(&note, Format::Markdown, with(None));
    assert!(markdown.contains(&format!("[2,628.738 t]({link})")), "{markdown}");
    let html = export(&note, Format::Html, with(None));
    assert!(html.contains(&format!("href=\"{}\"", link.replace('&', "&amp;"))), "{html}");
    assert!(html.contains("2,628.738&nbsp;t"));
    for format in [Format::Markdown, Format::Html, Format::Text] {
        for base in [None, Some("index.html"), Some("javascript:alert(1)"), Some("https://a b/")] {
            let text = export(&note, format, Export { interpretation: None, base });
            assert!(!text.contains("period=2025-04") && !text.contains("javascript"), "{text}");
        }
    }
    // The address of a view that is open already.
    let open = Export { interpretation: None, base: Some("https://example.org/tonnage/?period=2024-01#x") };
    assert!(export(&note, Format::Markdown, open).contains(link));
}

#[test]
fn a_section_links_to_the_views_whose_charts_show_it() {
    let ledger = ledger();
    let note = published(&ledger, "2025-04", Language::English, Length::Full);
    let views: Vec<Vec<&str>> =
        note.sections.iter().map(|s| s.charts.iter().map(|c| c.view.section.name()).collect()).collect();
    assert_eq!(views, [["trend"], ["products"], ["destinations"], ["registration-locations"], ["changes"]]);
    let link = "https://example.org/tonnage/?d=cn-aluminium-wire-cable&period=2025-04&view=trend";
    let markdown = export(&note, Format::Markdown, with(None));
    assert!(markdown.contains(&format!("\n\n[Chart: Trend]({link})\n\n")), "{markdown}");
    let html = export(&note, Format::Html, with(None));
    assert!(html.contains(&format!("href=\"{}\"", link.replace('&', "&amp;"))), "{html}");
    assert!(!html.contains("<img") && !html.contains("data:"));
    let chinese = published(&ledger, "2025-04", Language::Chinese, Length::Full);
    assert!(export(&chinese, Format::Markdown, with(None)).contains("[图表：走势]("));
    for format in [Format::Markdown, Format::Html] {
        assert!(!export(&note, format, Export::default()).contains("Chart"), "no link without an address");
    }
    // A February is told with its January; of records the unit value has a chart, too.
    let note = recorded(&crate::records(), "2025-02", Language::English, Length::Full);
    let charts = || note.sections.iter().flat_map(|s| &s.charts);
    let of = |section: &str| charts().find(|c| c.view.section.name() == section).map(|c| c.view.span);
    use model::Span::{Month, Ytd};
    assert_eq!(
        ["trend", "prices", "destinations", "registration-locations", "changes"].map(of),
        [Some(Month), Some(Month), Some(Ytd), Some(Ytd), Some(Ytd)]
    );
    let short = recorded(&crate::records(), "2025-02", Language::English, Length::Short);
    assert!(short.sections.iter().flat_map(|s| &s.charts).all(|c| c.view.section.name() != "prices"));
}

#[test]
fn the_interpretation_stands_in_a_box_and_is_never_html() {
    let ledger = ledger();
    let note = published(&ledger, "2025-04", Language::English, Length::Short);
    let own = "Grids are being rebuilt.\n<script>alert(1)</script> & more";
    for (_, format) in Format::NAMES {
        let without = export(&note, format, with(Some("  ")));
        assert_eq!(without, export(&note, format, with(None)));
        let text = export(&note, format, with(Some(own)));
        assert!(text.contains("Grids are being rebuilt."));
        assert!(!text.contains("Grids are being rebuilt.&"), "not in a link");
        if matches!(format, Format::Markdown | Format::Html) {
            assert!(!text.contains("<script") && text.contains("&lt;script"), "{text}");
        }
        if format != Format::Json {
            assert!(text.contains("analyst’s interpretation"));
        }
    }
    let json: Value = serde_json::from_str(&export(&note, Format::Json, with(Some(own)))).unwrap();
    assert_eq!(json["interpretation"], own);
}

#[test]
fn nothing_from_a_dataset_becomes_markup() {
    let text = r#"{"format": "tonnage/published-figures", "version": "1.0", "id": "odd",
        "title": {"en": "Odd"}, "commodity": {"en": "<b>wire</b> [x](http://evil) *y*"},
        "reporter": {"code": "CHN", "name": {"en": "A & \"B\""}}, "flow": "export",
        "products": [{"code": "7614", "name": {"en": "<img src=x onerror=alert(1)>"}}], "destinations": [],
        "registration_locations": [],
        "articles": [{"id": "a", "publisher": "<i>P</i>", "subject": "S](http://evil)", "read_in_full": true,
            "url": "https://example.org/a_(b)?x=\"><script>",
            "claims": [
            {"id": "a.1", "period": "2025-04", "measure": "quantity", "value": 100, "step": 1, "printed": "100 t"},
            {"id": "a.2", "period": "2025-04", "product": "7614", "measure": "quantity", "value": 100, "step": 1, "printed": "100 t"}
        ]}]}"#;
    let ledger = read_ledger(text.as_bytes()).read.unwrap();
    let dataset = Dataset::Published(ledger);
    let note = write(&Material::new(&dataset, None, month("2025-04")), Language::English, Length::Full);
    let html = export(&note, Format::Html, with(None));
    for tag in ["<b>", "<img", "<i>", "<script"] {
        assert!(!html.contains(tag), "{html}");
    }
    // What is escaped is not there.
    let markdown = export(&note, Format::Markdown, with(None)).replace("\\]", "").replace("\\*", "");
    for markup in ["<b>", "<img", "](http://evil)", " *y*", "<script"] {
        assert!(!markdown.contains(markup), "{markup} in {markdown}");
    }
}

#[test]
fn the_json_has_every_number_with_its_bounds_and_basis() {
    let ledger = ledger();
    let note = published(&ledger, "2025-04", Language::English, Length::Full);
    let json: Value = serde_json::from_str(&export(&note, Format::Json, with(None))).unwrap();
    assert_eq!((&json["period"], &json["language"]), (&"2025-04".into(), &"en".into()));
    let total = &json["sections"][0]["sentences"][0]["numbers"][0];
    assert_eq!(
        (&total["text"], &total["value"], &total["unit"]),
        (&"21,300 t".into(), &21_300.0.into(), &"t".into())
    );
    // What all claims together leave of “21,300 t”, worked by hand: docs/check.md.
    let near = |end: &str, at: f64| (total[end].as_f64().unwrap() - at).abs() < 0.5;
    assert!(near("low", 21_359.0) && near("high", 21_399.0), "{total}");
    assert_eq!((&total["basis"], &total["claims"][0]), (&"printed".into(), &"smm-103353491.3".into()));
    assert!(total["link"].as_str().unwrap().starts_with(BASE));
    assert!(json["not_said"].as_array().unwrap().iter().all(|u| u["why"].is_string()));
    assert!(json["sources"].as_array().unwrap().iter().any(|s| s["url"].is_string()));
}

#[test]
fn a_note_comes_from_its_worker_as_it_was_written() {
    let (ledger, records) = (ledger(), crate::records());
    for language in [Language::English, Language::Chinese] {
        let written = [
            published(&ledger, "2025-04", language, Length::Full),
            published(&ledger, "2025-02", language, Length::Short),
            recorded(&records, "2025-12", language, Length::Full),
        ];
        for note in written {
            let bytes = messages::to_bytes(&note);
            assert!(messages::from_bytes(&bytes) == Some(note), "{language:?}");
            assert_eq!(messages::from_bytes::<note::Note>(&bytes[..bytes.len() - 1]), None);
        }
    }
}

#[test]
fn a_document_has_the_sections_the_analysts_words_sources_and_address_and_date() {
    let ledger = ledger();
    let of = |language, own, base| {
        let note = published(&ledger, "2025-04", language, Length::Full);
        note::document(&note, Export { interpretation: own, base }, "2025-06-18")
    };
    let document = of(Language::English, Some("Iraq <came> back.\nWatch."), Some(BASE));
    let lines = |style: Style| {
        let paragraphs = document.paragraphs.iter().filter(move |p| p.style == style);
        paragraphs.map(|p| p.runs.iter().map(|r| r.text.as_str()).collect::<String>()).collect::<Vec<_>>()
    };
    assert_eq!(
        lines(Style::Title),
        ["China’s exports of aluminium wire and cable fell 5.3% MoM to 21,300\u{a0}t in April 2025"]
    );
    assert_eq!(lines(Style::Heading).last().unwrap(), "Sources");
    assert_eq!(lines(Style::Boxed), ["Iraq <came> back.", "Watch."]);
    assert!(lines(Style::BoxHead)[0].contains("analyst"));
    assert!(lines(Style::Body).iter().any(|line| line == "Chart: Destinations"));
    assert!(lines(Style::Warning).is_empty());
    let addresses = || document.paragraphs.iter().flat_map(|p| &p.runs).filter_map(|r| r.address.as_deref());
    assert!(addresses().any(|a| a.starts_with("https://news.metal.com/") || a.contains("smm")), "a source");
    assert!(addresses().filter(|a| a.starts_with(BASE)).count() > 20, "numbers");
    assert_eq!(document.foot, format!("{BASE}?d=cn-aluminium-wire-cable&period=2025-04 · 18 June 2025"));
    let chinese = of(Language::Chinese, None, None);
    assert!(chinese.is_chinese && chinese.foot == "2025年6月18日", "{}", chinese.foot);
    assert!(chinese.paragraphs.iter().all(|p| p.style != Style::BoxHead));
    let runs = || chinese.paragraphs.iter().filter(|p| p.style == Style::Body).flat_map(|p| &p.runs);
    assert!(runs().all(|run| run.address.is_none()), "no link without an address");
    let records = read_records(MADE_UP.as_bytes()).read.unwrap();
    let note = recorded(&records, "2025-04", Language::English, Length::Short);
    let first = note::document(&note, Export::default(), "2025-06-18").paragraphs.remove(0);
    assert!(first.style == Style::Warning && first.runs[0].text.starts_with("SYNTHETIC DATA"));
}
