//! A note as HTML for an e-mail: nothing but elements and inline styles that mail programs keep, every
//! text escaped.

use super::export::{Export, chart_name, paragraph, pieces};
use super::sentence::{Note, Number};
use super::write::labels;

const FONT: &str = "font-family:Georgia,'Songti SC',SimSun,serif;font-size:16px;line-height:1.55;color:#1a1a1a;max-width:42em";
const HEAD: &str = "font-size:13px;margin:1.2em 0 0.2em;color:#555;font-weight:bold";
const WARNING: &str = "border:2px solid #b00020;padding:0.5em 0.8em;font-weight:bold;color:#b00020";
const BOX: &str = "border:1px solid #888;background:#f6f6f6;padding:0.6em 0.9em;margin:1.2em 0";
const SMALL: &str = "font-size:13px;color:#555";
const LINK: &str = "color:#0b5394;text-decoration:underline";

/// A note as a piece of HTML that an e-mail can hold: inline styles, no script, absolute links.
pub fn html(note: &Note, with: Export) -> String {
    let labels = labels(note.language);
    let number = |n: &Number| match with.link(&n.view) {
        Some(link) => anchor(&link, &n.text),
        None => escaped(&n.text),
    };
    let mut out = format!("<div lang=\"{}\" style=\"{FONT}\">\n", note.language.code());
    for warning in &note.warnings {
        out.push_str(&format!("<p style=\"{WARNING}\">{}</p>\n", escaped(warning)));
    }
    let title = pieces(&note.title, escaped, |n| escaped(&n.text));
    out.push_str(&format!("<h2 style=\"font-size:20px;margin:0 0 0.6em\">{title}</h2>\n"));
    for section in &note.sections {
        out.push_str(&format!("<h3 style=\"{HEAD}\">{}</h3>\n", escaped(&section.title)));
        let text = paragraph(section, note.language, escaped, number);
        out.push_str(&format!("<p style=\"margin:0\">{text}</p>\n"));
        for chart in &section.charts {
            let link = with.link(&chart.view).map(|link| anchor(&link, &chart_name(chart, &labels)));
            out.extend(link.map(|link| format!("<p style=\"{SMALL};margin:0.3em 0 0\">{link}</p>\n")));
        }
    }
    if let Some(own) = with.box_text() {
        let lines: Vec<String> = own.lines().map(escaped).collect();
        out.push_str(&format!(
            "<div style=\"{BOX}\"><strong>{}</strong><br>{}</div>\n",
            escaped(labels.interpretation),
            lines.join("<br>")
        ));
    }
    out.push_str(&format!("<h3 style=\"{HEAD}\">{}</h3>\n<ul style=\"{SMALL}\">\n", escaped(labels.sources)));
    for source in &note.sources {
        let web = |u: &&String| u.starts_with("https://") || u.starts_with("http://");
        let text = match source.url.as_ref().filter(web) {
            Some(url) => anchor(url, &source.text),
            None => escaped(&source.text),
        };
        out.push_str(&format!("<li>{text}</li>\n"));
    }
    if let Some(link) = with.link(&note.view) {
        out.push_str(&format!("<li>{}</li>\n", anchor(&link, &link)));
    }
    out.push_str("</ul>\n</div>\n");
    out
}

fn anchor(address: &str, text: &str) -> String {
    format!("<a href=\"{}\" style=\"{LINK}\">{}</a>", escaped(address), escaped(text))
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\u{a0}' => out.push_str("&nbsp;"),
            c => out.push(c),
        }
    }
    out
}
