//! A text as a document of Word (Office Open XML, ECMA-376), in which somebody goes on writing.
//!
//! Paragraphs have styles and no looks of their own, so that whoever pastes them elsewhere, or gives the document another
//! template, gets theirs. `docx-rs`, which knows tables, pictures and revisions, is 189 kB of WebAssembly when
//! compressed.

use std::fmt::Write;

use crate::NotWritten;
use crate::package::{DECLARATION, OF_DOCUMENT, Relation, content_types, push_escaped, relations};
use crate::zip::Archive;

/// A text, ready to be written.
pub struct Document {
    /// Whether it is in Chinese, and not in English: by this Word chooses the fonts of quotes and dashes.
    pub is_chinese: bool,
    /// Its paragraphs.
    pub paragraphs: Vec<Paragraph>,
    /// What stands at the foot of each page, before the page's number.
    pub foot: String,
}

/// A paragraph. A line break in it stays one.
pub struct Paragraph {
    /// What it is.
    pub style: Style,
    /// Its parts.
    pub runs: Vec<Run>,
}

/// A part of a paragraph.
pub struct Run {
    /// What it says.
    pub text: String,
    /// Where it leads, if that is on the web.
    pub address: Option<String>,
}

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// The document's title.
    Title,
    /// A heading.
    Heading,
    /// Ordinary text.
    Body,
    /// What must be known before all else.
    Warning,
    /// What somebody else says than the text around it, in a box.
    Boxed,
    /// The head of such a box.
    BoxHead,
    /// An entry of a list.
    Item,
}

impl Style {
    /// What the list of styles calls it.
    fn id(self) -> &'static str {
        match self {
            Style::Title => "Title",
            Style::Heading => "Heading1",
            Style::Body => "Normal",
            Style::Warning => "Warning",
            Style::Boxed => "Boxed",
            Style::BoxHead => "BoxHead",
            Style::Item => "ListBullet",
        }
    }
}

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const TYPES: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// Fonts that every Word has. Chinese text has another one than the Latin letters and digits in it.
const FONTS: &str =
    "<w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:cs=\"Calibri\" w:eastAsia=\"SimSun\"/>";
/// What is not Chinese is English, in a Chinese text, too.
const LANGUAGES: &str = "<w:lang w:val=\"en-GB\" w:eastAsia=\"zh-CN\"/>";
/// A4 with margins of 2.5 cm, in twentieths of a point.
const PAGE: &str = "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
    <w:pgMar w:top=\"1418\" w:right=\"1418\" w:bottom=\"1418\" w:left=\"1418\" w:header=\"709\" w:footer=\"709\" w:gutter=\"0\"/>";

/// Parts of the document, in the order of their relations. Links follow.
const PARTS: [(&str, &str); 3] =
    [("styles", "styles.xml"), ("numbering", "numbering.xml"), ("footer", "footer1.xml")];

/// A text as a document of Word. Characters that XML has no way to write are left out. Its parts are not packed: a summary has
/// 30 kB, and what packs would be 11 kB of the module.
pub fn docx(document: &Document) -> Result<Vec<u8>, NotWritten> {
    let mut links: Vec<&str> = Vec::new();
    let body = body(document, &mut links);
    let parts = [
        ("/word/document.xml", "document.main"),
        ("/word/styles.xml", "styles"),
        ("/word/numbering.xml", "numbering"),
        ("/word/footer1.xml", "footer"),
    ];
    let of_document = PARTS.into_iter().map(|(kind, target)| Relation { kind, target, is_outside: false });
    let outside = links.iter().map(|target| Relation { kind: "hyperlink", target, is_outside: true });
    let relations_of_document: Vec<Relation> = of_document.chain(outside).collect();
    let root = Relation { kind: "officeDocument", target: "word/document.xml", is_outside: false };

    let mut archive = Archive::default();
    archive.store("[Content_Types].xml", &content_types(TYPES, &parts))?;
    archive.store("_rels/.rels", &relations(&[root]))?;
    archive.store("word/document.xml", &body)?;
    archive.store("word/_rels/document.xml.rels", &relations(&relations_of_document))?;
    archive.store("word/styles.xml", &styles())?;
    archive.store("word/numbering.xml", &numbering())?;
    archive.store("word/footer1.xml", &footer(document))?;
    archive.finish()
}

/// The document's own part. Each address is counted once among `links`.
fn body<'a>(document: &'a Document, links: &mut Vec<&'a str>) -> String {
    let mut xml = format!("{DECLARATION}<w:document xmlns:w=\"{MAIN}\" xmlns:r=\"{OF_DOCUMENT}\"><w:body>");
    for paragraph in &document.paragraphs {
        begin(&mut xml, paragraph.style.id());
        for run in &paragraph.runs {
            match run.address.as_deref().filter(|address| is_on_the_web(address)) {
                None => push_run(&mut xml, &run.text, "", document.is_chinese),
                Some(address) => {
                    let place = links.iter().position(|known| *known == address).unwrap_or_else(|| {
                        links.push(address);
                        links.len() - 1
                    });
                    let number = PARTS.len() + 1 + place;
                    let _ = write!(xml, "<w:hyperlink r:id=\"rId{number}\" w:history=\"1\">");
                    let style = "<w:rStyle w:val=\"Hyperlink\"/>";
                    push_run(&mut xml, &run.text, style, document.is_chinese);
                    xml.push_str("</w:hyperlink>");
                }
            }
        }
        xml.push_str("</w:p>");
    }
    let _ = write!(
        xml,
        "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId{}\"/>{PAGE}</w:sectPr></w:body></w:document>",
        PARTS.len()
    );
    xml
}

/// An address that is a link's and no program's.
fn is_on_the_web(address: &str) -> bool {
    let is_web = address.starts_with("https://") || address.starts_with("http://");
    is_web && !address.chars().any(|letter| letter.is_whitespace() || letter.is_control())
}

fn begin(xml: &mut String, style: &str) {
    let _ = write!(xml, "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>");
}

/// A text with what else is said of it.
fn push_run(xml: &mut String, text: &str, style: &str, is_chinese: bool) {
    xml.push_str("<w:r><w:rPr>");
    xml.push_str(style);
    // Quotes and dashes are in both kinds of fonts.
    if is_chinese {
        xml.push_str("<w:rFonts w:hint=\"eastAsia\"/>");
    }
    xml.push_str("</w:rPr>");
    for (place, line) in text.lines().enumerate() {
        if place > 0 {
            xml.push_str("<w:br/>");
        }
        xml.push_str("<w:t xml:space=\"preserve\">");
        push_escaped(xml, line);
        xml.push_str("</w:t>");
    }
    xml.push_str("</w:r>");
}

fn footer(document: &Document) -> String {
    let mut xml = format!("{DECLARATION}<w:ftr xmlns:w=\"{MAIN}\">");
    begin(&mut xml, "Footer");
    push_run(&mut xml, &document.foot, "", document.is_chinese);
    xml.push_str("<w:r><w:tab/></w:r><w:fldSimple w:instr=\" PAGE \"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>");
    xml
}

fn numbering() -> String {
    format!(
        "{DECLARATION}<w:numbering xmlns:w=\"{MAIN}\"><w:abstractNum w:abstractNumId=\"0\">\
         <w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>\
         <w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"•\"/><w:lvlJc w:val=\"left\"/>\
         <w:pPr><w:ind w:left=\"340\" w:hanging=\"340\"/></w:pPr></w:lvl></w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
    )
}

/// Styles that Word knows by their names, and three of our own. Sizes are in half points, spaces in twentieths.
fn styles() -> String {
    let mut xml = format!(
        "{DECLARATION}<w:styles xmlns:w=\"{MAIN}\"><w:docDefaults><w:rPrDefault><w:rPr>{FONTS}\
         <w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/>{LANGUAGES}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>\
         <w:spacing w:after=\"120\" w:line=\"276\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>\
         <w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/>\
         <w:rPr><w:color w:val=\"0B5394\"/><w:u w:val=\"single\"/></w:rPr></w:style>"
    );
    let edge = |side: &str, size: u8, space: u8, colour: &str| {
        format!("<w:{side} w:val=\"single\" w:sz=\"{size}\" w:space=\"{space}\" w:color=\"{colour}\"/>")
    };
    let edges = |size: u8, space: u8, colour: &str| {
        let sides = ["top", "left", "bottom", "right"].map(|side| edge(side, size, space, colour));
        format!("<w:pBdr>{}</w:pBdr>", sides.concat())
    };
    // Paragraphs with one border are in one box.
    let in_box = format!("{}<w:spacing w:after=\"0\"/>", edges(4, 6, "808080"));
    let bold = "<w:b/><w:bCs/>";
    let paragraph_styles = [
        (
            "Title",
            "Title",
            "<w:keepNext/><w:spacing w:after=\"160\"/>".to_owned(),
            "<w:b/><w:bCs/><w:sz w:val=\"36\"/><w:szCs w:val=\"36\"/>",
        ),
        (
            "Heading1",
            "heading 1",
            "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"60\"/><w:outlineLvl w:val=\"0\"/>".to_owned(),
            "<w:b/><w:bCs/><w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>",
        ),
        (
            "Footer",
            "footer",
            "<w:tabs><w:tab w:val=\"right\" w:pos=\"9070\"/></w:tabs><w:spacing w:after=\"0\"/>".to_owned(),
            "<w:sz w:val=\"16\"/><w:szCs w:val=\"16\"/>",
        ),
        (
            "ListBullet",
            "List Bullet",
            "<w:numPr><w:numId w:val=\"1\"/></w:numPr><w:spacing w:after=\"40\"/>".to_owned(),
            "<w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>",
        ),
        ("Warning", "Warning", edges(12, 4, "B00020"), "<w:b/><w:bCs/><w:color w:val=\"B00020\"/>"),
        ("Boxed", "Boxed", in_box.clone(), ""),
        ("BoxHead", "Boxed heading", format!("<w:keepNext/>{in_box}"), bold),
    ];
    for (id, name, of_paragraph, of_text) in paragraph_styles {
        let _ = write!(
            xml,
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/>\
             <w:pPr>{of_paragraph}</w:pPr><w:rPr>{of_text}</w:rPr></w:style>"
        );
    }
    xml.push_str("</w:styles>");
    xml
}
