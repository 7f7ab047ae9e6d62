//! A note as a document of Word.

use i18n::{CHINESE, ENGLISH, MonthWords};
use model::Language;
use takeaway::{Document, Paragraph, Run, Style};

use super::export::{Export, chart_name};
use super::sentence::{Note, Piece};
use super::write::labels;

/// A note as a document, with links where there is a base address. `date` is the day on which it is made: `2025-06-18`.
pub fn document(note: &Note, with: Export, date: &str) -> Document {
    let labels = labels(note.language);
    let words = |text: &str| Run { text: text.to_owned(), address: None };
    let plain = |style: Style, text: &str| Paragraph { style, runs: vec![words(text)] };
    let pieces = |pieces: &[Piece], has_links: bool| {
        let run = |piece: &Piece| match piece {
            Piece::Words(text) => words(text),
            Piece::Number(number) => {
                Run { text: number.text.clone(), address: with.link(&number.view).filter(|_| has_links) }
            }
        };
        pieces.iter().map(run).collect::<Vec<_>>()
    };
    let mut paragraphs: Vec<Paragraph> = note.warnings.iter().map(|w| plain(Style::Warning, w)).collect();
    paragraphs.push(Paragraph { style: Style::Title, runs: pieces(&note.title, false) });
    for section in &note.sections {
        paragraphs.push(plain(Style::Heading, &section.title));
        let mut runs = Vec::new();
        for (place, sentence) in section.sentences.iter().enumerate() {
            if place > 0 {
                runs.push(words(labels.stop));
            }
            runs.extend(pieces(&sentence.pieces, true));
        }
        paragraphs.push(Paragraph { style: Style::Body, runs });
        for chart in &section.charts {
            if let address @ Some(_) = with.link(&chart.view) {
                let run = Run { text: chart_name(chart, &labels), address };
                paragraphs.push(Paragraph { style: Style::Body, runs: vec![run] });
            }
        }
    }
    if let Some(own) = with.box_text() {
        paragraphs.push(plain(Style::BoxHead, labels.interpretation));
        paragraphs.extend(own.lines().map(|line| plain(Style::Boxed, line)));
    }
    paragraphs.push(plain(Style::Heading, labels.sources));
    for source in &note.sources {
        let run = Run { text: source.text.clone(), address: source.url.clone() };
        paragraphs.push(Paragraph { style: Style::Item, runs: vec![run] });
    }
    let address = with.link(&note.view);
    paragraphs.extend(address.iter().map(|link| Paragraph {
        style: Style::Item,
        runs: vec![Run { text: link.clone(), address: Some(link.clone()) }],
    }));
    let date = match note.language {
        Language::English => ENGLISH.date(date),
        Language::Chinese => CHINESE.date(date),
    };
    let foot = address.into_iter().chain([date]).collect::<Vec<_>>().join(" · ");
    Document { is_chinese: note.language == Language::Chinese, paragraphs, foot }
}
