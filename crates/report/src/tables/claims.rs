//! Every figure that articles print, with what the others say of it.

use breakdown::Dataset;
use i18n::{TakenWords, VerdictKind, claim_name, verdict_text};
use ledger::{ClaimSpan, Ledger, Measure};
use model::Span;
use takeaway::{About, Cell, Column, Table};

use super::about;

const COLUMNS: [Column; 14] = [
    Column::text("id"),
    Column::period("month"),
    Column::text("span"),
    Column::text("figure"),
    Column::text("measure"),
    Column::text("printed"),
    Column::number("value", "", 3),
    Column::text("unit"),
    Column::text("verdict"),
    Column::text("why"),
    Column::text("publisher"),
    Column::period("published"),
    Column::text("article"),
    Column::text("address"),
];

/// The check of a dataset's figures as a table; `None` of records, of which nothing is printed.
pub fn claims_table<'a>(words: &'a dyn TakenWords, dataset: &'a Dataset) -> Option<Table<'a>> {
    let ledger = dataset.ledger()?;
    let rows = (0..ledger.claims().len()).map(move |claim| line(words, ledger, claim));
    let about = About {
        table: words.check_title().to_owned(),
        unit: String::new(),
        sources: Vec::new(),
        ..about(words, dataset)
    };
    Some(Table { about, columns: COLUMNS.to_vec(), rows: Box::new(rows) })
}

fn line<'a>(words: &dyn TakenWords, ledger: &'a Ledger, index: usize) -> Vec<Cell<'a>> {
    let Some(claim) = ledger.claim(index) else { return Vec::new() };
    let (month, span) = match claim.span {
        ClaimSpan::Of(period, span) => (period.to_string(), Span::name(span)),
        ClaimSpan::PartOfYear(year) => (year.to_string(), "part_of_year"),
    };
    let measure =
        Measure::NAMES.iter().find(|(_, measure)| *measure == claim.measure).map_or("", |(name, _)| name);
    let verdict = ledger.settlement().verdicts.get(index).map(VerdictKind::of);
    let article = ledger.article_of(index);
    vec![
        Cell::text(claim.id.as_str()),
        Cell::text(month),
        Cell::text(span),
        Cell::text(claim_name(words, ledger, index).unwrap_or_default()),
        Cell::text(measure),
        Cell::text(claim.printed.as_str()),
        Cell::number(Some(claim.value)),
        Cell::text(claim.measure.unit().map_or("", |unit| unit.code())),
        Cell::text(verdict.map_or("", |verdict| verdict.name())),
        Cell::text(verdict_text(words, ledger, index)),
        Cell::text(article.map_or("", |article| article.publisher.as_str())),
        Cell::text(article.and_then(|article| article.published.as_deref()).unwrap_or_default()),
        Cell::text(article.map_or("", |article| article.subject.as_str())),
        Cell::text(article.and_then(|article| article.url.as_deref()).unwrap_or_default()),
    ]
}
