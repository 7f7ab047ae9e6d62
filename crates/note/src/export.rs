//! A note as text that leaves the page: plain, Markdown, HTML for an e-mail, JSON.

use super::html::html;
use super::json::json;
use super::sentence::{ChartLink, Labels, Note, Number, Piece, Section};
use super::write::labels;
use model::Language;
use view::View;

/// A form of export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Format {
    /// Paragraphs.
    #[default]
    Text,
    /// Markdown, with links where there is a base address.
    Markdown,
    /// A piece of HTML that an e-mail can hold: inline styles, no script, absolute links.
    Html,
    /// For programs.
    Json,
}

impl Format {
    /// Every format with its word on the command line.
    pub const NAMES: [(&'static str, Format); 4] = [
        ("text", Format::Text),
        ("markdown", Format::Markdown),
        ("html", Format::Html),
        ("json", Format::Json),
    ];
}

/// What an export has beside the note.
#[derive(Debug, Clone, Copy, Default)]
pub struct Export<'a> {
    /// The analyst's own words. They stand in a box of their own and go nowhere else.
    pub interpretation: Option<&'a str>,
    /// The address of the page, `https://…` or `http://…`, for links. Without it, or with another
    /// kind of address, there are none: a relative link leads nowhere in an e-mail.
    pub base: Option<&'a str>,
}

impl Export<'_> {
    /// The interpretation, where there is one.
    pub(super) fn box_text(&self) -> Option<&str> {
        self.interpretation.map(str::trim).filter(|t| !t.is_empty())
    }

    /// The absolute address of a view.
    pub(super) fn link(&self, view: &View) -> Option<String> {
        let base = self.base?.trim();
        let web = ["https://", "http://"].iter().any(|s| base.starts_with(s));
        // The query is written here; one that came with the address would be a second.
        let page = base.split(['?', '#']).next()?;
        let clean = !page.chars().any(|c| c.is_whitespace() || c.is_control() || "<>\"'()`\\".contains(c));
        (web && clean).then(|| format!("{page}{}", view.to_query()))
    }
}

/// "Chart: Destinations"
pub(super) fn chart_name(chart: &ChartLink, labels: &Labels) -> String {
    [labels.chart, labels.colon, labels.stop, &chart.name].concat()
}

/// A note as text of any form. Who needs one form alone calls its own function and carries no other.
pub fn export(note: &Note, format: Format, with: Export) -> String {
    match format {
        Format::Text => text(note, with),
        Format::Markdown => markdown(note, with),
        Format::Html => html(note, with),
        Format::Json => json(note, with),
    }
}

/// The sentences of a section as one paragraph.
pub(super) fn paragraph(
    section: &Section,
    language: Language,
    words: impl Fn(&str) -> String,
    number: impl Fn(&Number) -> String,
) -> String {
    let sentences = section.sentences.iter().map(|s| pieces(&s.pieces, &words, &number));
    sentences.collect::<Vec<_>>().join(labels(language).stop)
}

/// Pieces as text, each written as the format wants it.
pub(super) fn pieces(
    pieces: &[Piece],
    words: impl Fn(&str) -> String,
    number: impl Fn(&Number) -> String,
) -> String {
    let text = pieces.iter().map(|p| match p {
        Piece::Words(w) => words(w),
        Piece::Number(n) => number(n),
    });
    text.collect()
}

/// Text for programs that do not know what a no-break space is.
pub(super) fn spaced(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

/// A note as paragraphs.
pub fn text(note: &Note, with: Export) -> String {
    let labels = labels(note.language);
    let number = |n: &Number| spaced(&n.text);
    let mut blocks: Vec<String> = note.warnings.clone();
    blocks.push(pieces(&note.title, spaced, number));
    blocks.extend(note.sections.iter().map(|s| paragraph(s, note.language, spaced, number)));
    if let Some(own) = with.box_text() {
        blocks.push(format!("[{}]\n{own}", labels.interpretation));
    }
    let mut sources = format!("{}{}", labels.sources, labels.colon);
    for source in &note.sources {
        let url = source.url.as_ref().map_or(String::new(), |u| format!(" <{u}>"));
        sources.push_str(&format!("\n- {}{url}", source.text));
    }
    if let Some(link) = with.link(&note.view) {
        sources.push_str(&format!("\n- {link}"));
    }
    blocks.push(sources);
    blocks.join("\n\n") + "\n"
}

/// A note as Markdown, with links where there is a base address.
pub fn markdown(note: &Note, with: Export) -> String {
    let labels = labels(note.language);
    let words = |w: &str| escaped(&spaced(w));
    let number = |n: &Number| match with.link(&n.view) {
        Some(link) => format!("[{}]({link})", words(&n.text)),
        None => words(&n.text),
    };
    let plain = |n: &Number| words(&n.text);
    let mut blocks: Vec<String> = note.warnings.iter().map(|w| format!("> **{}**", words(w))).collect();
    blocks.push(format!("## {}", pieces(&note.title, words, plain)));
    for section in &note.sections {
        blocks.push(format!("**{}**", words(&section.title)));
        blocks.push(paragraph(section, note.language, words, number));
        // A picture would not come along: mail programs and many pages leave out what is written into a text.
        for chart in &section.charts {
            let link = with.link(&chart.view);
            blocks.extend(link.map(|link| format!("[{}]({link})", words(&chart_name(chart, &labels)))));
        }
    }
    if let Some(own) = with.box_text() {
        // The analyst's Markdown is kept; only HTML in it is not.
        let own = own.replace('&', "&amp;").replace('<', "&lt;");
        let lines: Vec<String> = own.lines().map(|l| format!("> {l}").trim_end().to_owned()).collect();
        blocks.push(format!("> **{}**\n>\n{}", labels.interpretation, lines.join("\n")));
    }
    let mut sources = vec![format!("**{}**", labels.sources), String::new()];
    for source in &note.sources {
        sources.push(match source.url.as_deref().and_then(address) {
            Some(url) => format!("- [{}]({url})", words(&source.text)),
            None => format!("- {}", words(&source.text)),
        });
    }
    if let Some(link) = with.link(&note.view) {
        sources.push(format!("- <{link}>"));
    }
    blocks.push(sources.join("\n"));
    blocks.join("\n\n") + "\n"
}

/// An address that cannot end a Markdown link early.
fn address(url: &str) -> Option<String> {
    let web = url.starts_with("https://") || url.starts_with("http://");
    let encoded = url.replace('(', "%28").replace(')', "%29").replace('<', "%3C").replace('>', "%3E");
    (web && !encoded.chars().any(char::is_whitespace)).then_some(encoded)
}

/// Text that Markdown leaves as it is.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '\n' | '\r' => out.push(' '),
            // A tilde of Chinese ranges is full width and no mark.
            '\\' | '*' | '_' | '[' | ']' | '`' | '#' | '|' | '~' | '>' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}
