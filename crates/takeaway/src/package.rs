//! What all packages of Office Open XML have: the list of their parts, and which part leads to which others.

use std::fmt::Write;

/// The first line of every part.
pub(crate) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// What relations within a document are called.
pub(crate) const OF_DOCUMENT: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const OF_PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// That a part leads to another one, or out of the package.
pub(crate) struct Relation<'a> {
    /// What the other is to it: `styles`.
    pub kind: &'a str,
    /// Where that is.
    pub target: &'a str,
    /// Whether it is an address of the web.
    pub is_outside: bool,
}

/// The list of parts, each with its kind behind what all `types` of the format begin with.
pub(crate) fn content_types(types: &str, parts: &[(&str, &str)]) -> String {
    let mut xml = format!(
        "{DECLARATION}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    );
    for (name, kind) in parts {
        let _ = write!(xml, "<Override PartName=\"{name}\" ContentType=\"{types}.{kind}+xml\"/>");
    }
    xml.push_str("</Types>");
    xml
}

/// Which other parts a part leads to: `rId1` and on, in their order.
pub(crate) fn relations(relations: &[Relation]) -> String {
    let mut xml = format!("{DECLARATION}<Relationships xmlns=\"{OF_PACKAGE}\">");
    for (Relation { kind, target, is_outside }, number) in relations.iter().zip(1..) {
        let _ = write!(xml, "<Relationship Id=\"rId{number}\" Type=\"{OF_DOCUMENT}/{kind}\" Target=\"");
        push_escaped(&mut xml, target);
        xml.push_str(if *is_outside { "\" TargetMode=\"External\"/>" } else { "\"/>" });
    }
    xml.push_str("</Relationships>");
    xml
}

/// Adds a text to XML, without the characters that XML has no way to write: control characters but tabs and line ends, and
/// two that are none.
pub(crate) fn push_escaped(xml: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '"' => xml.push_str("&quot;"),
            '\t' | '\n' | '\r' => xml.push(letter),
            '\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => {}
            other => xml.push(other),
        }
    }
}
