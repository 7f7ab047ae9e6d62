//! A figure as cells.

use breakdown::Dataset;
use i18n::{point, publication, status};
use ledger::Ledger;
use model::{Answer, Basis, Figure, Unit, read_decimal, write_decimal};
use takeaway::{Cell, Column};

use super::Tables;

/// Digits behind the point of a bound and of an exact figure: grams are the finest that a source gives, more digits are
/// of the arithmetic.
const FINEST: f64 = 1e6;
/// Digits that a workbook shows of bounds, and at most of tonnes: kilograms.
pub(super) const EXACT: u8 = 3;
/// The same of percentages and points.
pub(super) const PERCENT: u8 = 1;
pub(super) const POINTS: u8 = 2;

/// What a table rests on, collected while it is made.
#[derive(Debug, Default)]
pub(super) struct Rests {
    /// Places of articles, each once.
    pub articles: Vec<usize>,
    /// Digits behind the point that tonnes have.
    pub decimals: u8,
}

/// The columns of a quantity: its value, between what it is, how it is known, and by whom.
pub(super) fn quantity_columns(decimals: u8) -> [Column; 6] {
    [
        Column::number("quantity_t", "t", decimals),
        Column::number("quantity_low_t", "t", EXACT),
        Column::number("quantity_high_t", "t", EXACT),
        Column::text("quantity_is"),
        Column::text("quantity_source"),
        Column::text("quantity_claims"),
    ]
}

impl<'a> Tables<'a> {
    /// The cells of [`quantity_columns`]. A quantity of which only the bounds are known has no value; one that is not
    /// known has a word that says why.
    pub(super) fn quantity(&self, answer: &Answer, rests: &mut Rests) -> Vec<Cell<'a>> {
        let figure = match answer {
            Ok(figure) => figure,
            Err(missing) => {
                let empty = Cell::Empty;
                let why = Cell::text(status(*missing));
                return vec![empty.clone(), empty.clone(), empty.clone(), why, empty.clone(), empty];
            }
        };
        if let Some((_, decimals)) = point(figure) {
            let decimals = u8::try_from(decimals).unwrap_or(EXACT).min(EXACT);
            rests.decimals = rests.decimals.max(decimals);
        }
        let [source, claims] = self.rests_on(figure, rests);
        let [value, low, high] = bounded(answer);
        vec![value, low, high, Cell::text(known_as(figure)), source, claims]
    }

    /// The publications that a figure rests on, and its claims.
    fn rests_on(&self, figure: &Figure, rests: &mut Rests) -> [Cell<'a>; 2] {
        let Dataset::Published(ledger) = self.dataset else { return [Cell::Empty, Cell::Empty] };
        let claims = figure.claims();
        let mut named: Vec<usize> = Vec::new();
        for article in claims.iter().filter_map(|claim| article_place(ledger, *claim)) {
            for list in [&mut named, &mut rests.articles] {
                if !list.contains(&article) {
                    list.push(article);
                }
            }
        }
        let publications = named.iter().filter_map(|place| ledger.articles.get(*place));
        let publications: Vec<String> =
            publications.map(|article| publication(self.words, article)).collect();
        let ids: Vec<&str> =
            claims.iter().filter_map(|claim| Some(ledger.claim(*claim)?.id.as_str())).collect();
        [Cell::text(publications.join("; ")), Cell::text(ids.join(" "))]
    }
}

fn article_place(ledger: &Ledger, claim: usize) -> Option<usize> {
    Some(ledger.claim(claim)?.article)
}

/// A figure with the digits that are certain: all of an exact one; nothing where only its bounds are known.
pub(super) fn number(answer: &Answer) -> Cell<'static> {
    let digits = |figure: &Figure| {
        let (value, decimals) = point(figure)?;
        match figure.is_exact() && !figure.is_printed() {
            // What rounds to nothing from below is no negative zero.
            true => Some((value * FINEST).round() / FINEST + 0.0),
            false => read_decimal(&write_decimal(value, decimals)),
        }
    };
    Cell::number(answer.as_ref().ok().and_then(digits))
}

/// A figure and both ends of what it can be.
pub(super) fn bounded(answer: &Answer) -> [Cell<'static>; 3] {
    let bounds = answer.as_ref().ok().map(|figure| figure.bounds);
    [number(answer), bound(bounds.map(|bounds| bounds.low)), bound(bounds.map(|bounds| bounds.high))]
}

/// One end of what a figure can be; nothing where nothing bounds it.
fn bound(end: Option<f64>) -> Cell<'static> {
    Cell::number(end.map(|end| (end * FINEST).round() / FINEST))
}

/// The currency of a value.
pub(super) fn currency(value: Option<&Answer>) -> Cell<'static> {
    match value.and_then(|value| value.as_ref().ok()).map(|figure| figure.unit) {
        Some(Unit::Money(currency)) => Cell::text(currency.code()),
        _ => Cell::Empty,
    }
}

/// Whether an article prints it, a file has it, or it is computed.
fn known_as(figure: &Figure) -> &'static str {
    match figure.basis {
        Basis::Derived(..) => "computed",
        _ if figure.is_printed() => "printed",
        _ => "recorded",
    }
}
