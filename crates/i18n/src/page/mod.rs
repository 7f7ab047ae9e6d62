//! Texts of the page, a group a file. Each says where it stands. Words around numbers, months or links come as
//! arrays: what stands before, between and behind them, with their spaces.

mod charts;
mod failures;
mod figures;
mod frame;
mod sections;
mod sharing;
mod tables;
mod tools;

use ledger::Ledger;

pub use charts::ChartWords;
pub use failures::{Failure, FailureWords};
pub use figures::FigureWords;
pub use frame::{Awaited, FrameWords};
pub use sections::{SectionWords, coverage_sentences};
pub use sharing::SharingWords;
pub use tables::{Concentration, TableWords};
pub use tools::{Keeping, ToolWords};

/// Who published most of the articles, and how many others did.
pub(crate) fn publishers(ledger: &Ledger) -> (&str, usize) {
    let mut publishers: Vec<(&str, usize)> = Vec::new();
    for article in &ledger.articles {
        match publishers.iter_mut().find(|(publisher, _)| *publisher == article.publisher) {
            Some((_, articles)) => *articles += 1,
            None => publishers.push((&article.publisher, 1)),
        }
    }
    let first = publishers.iter().rev().max_by_key(|(_, articles)| *articles);
    (first.map_or("", |(first, _)| first), publishers.len().saturating_sub(1))
}

/// The day of the newest article. Dates as YYYY-MM-DD are in order; what is known in words only is not compared.
pub(crate) fn latest(ledger: &Ledger) -> Option<&str> {
    let dated = ledger.articles.iter().filter_map(|article| article.published.as_deref());
    dated.filter(|date| date.len() == 10 && date.starts_with("20")).max()
}
