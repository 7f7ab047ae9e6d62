//! Documents of Word, read back: the archive with another reader than the project's own, each part as XML.

// Clippy's allowance for tests does not reach their helpers.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::io::{Cursor, Read};

use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;
use takeaway::{Document, Paragraph, Run, Style, docx};
use zip::ZipArchive;

/// The parts of a document with their names, in their order.
fn parts(document: &Document) -> Vec<(String, String)> {
    let mut archive = ZipArchive::new(Cursor::new(docx(document).unwrap())).unwrap();
    let mut parts = Vec::new();
    for place in 0..archive.len() {
        let mut file = archive.by_index(place).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        parts.push((file.name().unwrap().into_owned(), text));
    }
    parts
}

/// The texts of a part, a line for each paragraph; fails where it is no XML.
fn texts(xml: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let (mut lines, mut is_text, mut depth) = (Vec::new(), false, 0);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) => {
                depth += 1;
                for attribute in tag.attributes() {
                    attribute.unwrap().normalized_value(quick_xml::XmlVersion::Implicit1_0).unwrap();
                }
                match tag.name().as_ref() {
                    "w:p" => lines.push(String::new()),
                    "w:t" => is_text = true,
                    _ => {}
                }
            }
            Event::Empty(tag) if tag.name().as_ref() == "w:br" => lines.last_mut().unwrap().push('\n'),
            Event::End(tag) => {
                depth -= 1;
                is_text &= tag.name().as_ref() != "w:t";
            }
            Event::Text(text) if is_text => *lines.last_mut().unwrap() += &text,
            Event::GeneralRef(name) if is_text => {
                *lines.last_mut().unwrap() += match &*name {
                    "amp" => "&",
                    "lt" => "<",
                    "gt" => ">",
                    "quot" => "\"",
                    other => panic!("{other}"),
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0);
    lines
}

fn run(text: &str, address: Option<&str>) -> Run {
    Run { text: text.to_owned(), address: address.map(str::to_owned) }
}

fn document(paragraphs: Vec<Paragraph>) -> Document {
    Document {
        is_chinese: false,
        paragraphs,
        foot: "https://example.org/?d=a&period=2025-04 · 1 May 2025".to_owned(),
    }
}

#[test]
fn paragraphs_links_and_foot_are_there() {
    let address = "https://example.org/?d=a&view=trend";
    let link = || run("21,300\u{a0}t", Some(address));
    let document = document(vec![
        Paragraph { style: Style::Title, runs: vec![run("Wire & <cable>", None)] },
        Paragraph {
            style: Style::Body,
            runs: vec![run("Exports were ", None), link(), run(", or ", None), link()],
        },
        Paragraph { style: Style::Boxed, runs: vec![run("one\r\ntwo", None)] },
        Paragraph {
            style: Style::Item,
            runs: vec![
                run("a", Some("javascript:alert(1)")),
                run("b", Some("https://a b")),
                run("c", Some("https://c/")),
            ],
        },
    ]);
    let parts = parts(&document);
    let part = |name: &str| &parts.iter().find(|(of, _)| of == name).unwrap().1;
    for (name, xml) in &parts {
        texts(xml);
        let listed = name == "[Content_Types].xml" || name.ends_with(".rels");
        assert!(listed || part("[Content_Types].xml").contains(&format!("PartName=\"/{name}\"")), "{name}");
    }
    let body = part("word/document.xml");
    assert_eq!(
        texts(body),
        ["Wire & <cable>", "Exports were 21,300\u{a0}t, or 21,300\u{a0}t", "one\ntwo", "abc"]
    );
    // Each address once, and none that is no link.
    let relations = part("word/_rels/document.xml.rels");
    assert_eq!(relations.matches("TargetMode=\"External\"").count(), 2);
    assert!(relations.contains("Target=\"https://example.org/?d=a&amp;view=trend\""));
    assert_eq!(body.matches("<w:hyperlink r:id=\"rId4\"").count(), 2);
    assert!(!relations.contains("javascript"));
    let foot = texts(part("word/footer1.xml"));
    assert_eq!(
        foot,
        ["https://example.org/?d=a&period=2025-04 · 1 May 20251"],
        "with the number of the page"
    );
    for style in ["Title", "Normal", "Boxed", "ListBullet", "Footer", "Hyperlink"] {
        assert!(part("word/styles.xml").contains(&format!("w:styleId=\"{style}\"")), "{style}");
    }
}

#[test]
fn chinese_has_its_font_for_quotes_too() {
    let paragraphs = || vec![Paragraph { style: Style::Body, runs: vec![run("“不锈钢”", None)] }];
    let body = |is_chinese| {
        let document = Document { is_chinese, ..document(paragraphs()) };
        parts(&document).into_iter().find(|(name, _)| name == "word/document.xml").unwrap().1
    };
    assert!(body(true).contains("w:hint=\"eastAsia\""));
    assert!(!body(false).contains("w:hint"));
}

proptest! {
    #[test]
    fn no_text_breaks_it(text in "\\PC{0,8}[\u{0}-\u{1f}\u{fffe}\u{ffff}<>&\"']{0,8}\\PC{0,8}", address in "https://[\u{0}-\u{7f}]{0,12}") {
        let document = Document {
            is_chinese: true,
            paragraphs: vec![Paragraph { style: Style::Body, runs: vec![run(&text, Some(&address))] }],
            foot: text.clone(),
        };
        for (_, xml) in parts(&document) {
            texts(&xml);
            let is_forbidden = |c: char| (c < ' ' && !"\t\r\n".contains(c)) || matches!(c, '\u{FFFE}' | '\u{FFFF}');
            let has_any = xml.chars().any(is_forbidden);
            prop_assert!(!has_any);
        }
    }
}
