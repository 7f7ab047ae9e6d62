//! Columns of data that are measured by value: what is in tonnes elsewhere is money there.

use model::Currency;
use takeaway::{Cell, Column, Kind};

/// Columns of tonnes, and what they are called where they hold money.
const NAMES: [(&str, &str); 20] = [
    ("quantity_t", "value"),
    ("quantity_low_t", "value_low"),
    ("quantity_high_t", "value_high"),
    ("quantity_is", "value_is"),
    ("quantity_source", "value_source"),
    ("quantity_claims", "value_claims"),
    ("month_before_t", "month_before_value"),
    ("month_before_low_t", "month_before_value_low"),
    ("month_before_high_t", "month_before_value_high"),
    ("mom_t", "mom_value"),
    ("year_before_t", "year_before_value"),
    ("year_before_low_t", "year_before_value_low"),
    ("year_before_high_t", "year_before_value_high"),
    ("yoy_t", "yoy_value"),
    ("ytd_t", "ytd_value"),
    ("r12_t", "r12_value"),
    ("base_t", "base_value"),
    ("change_t", "change_value"),
    ("change_low_t", "change_value_low"),
    ("change_high_t", "change_value_high"),
];

/// Columns of what stands beside a weight: nothing does.
const BESIDE: [&str; 2] = ["value", "value_per_t"];

/// The same table with columns of money in place of those of tonnes, and without those of values beside a weight.
pub(super) fn by_value<'a>(
    columns: Vec<Column>,
    rows: Vec<Vec<Cell<'a>>>,
    currency: Currency,
) -> (Vec<Column>, Vec<Vec<Cell<'a>>>) {
    let stays: Vec<bool> = columns.iter().map(|column| !BESIDE.contains(&column.name)).collect();
    let of_currency = columns.iter().position(|column| column.name == "currency");
    let renamed = columns.iter().filter(|column| !BESIDE.contains(&column.name)).map(|column| {
        let name = NAMES.iter().find(|(name, _)| *name == column.name).map_or(column.name, |(_, name)| name);
        let kind = match column.kind {
            Kind::Number { unit: "t", .. } => Kind::Number { unit: currency.code(), decimals: 0 },
            kind => kind,
        };
        Column { name, kind }
    });
    let kept = |mut row: Vec<Cell<'a>>| {
        if let Some(cell) = of_currency.and_then(|place| row.get_mut(place)) {
            *cell = Cell::text(currency.code());
        }
        row.into_iter().zip(&stays).filter(|(_, stays)| **stays).map(|(cell, _)| cell).collect()
    };
    (renamed.collect(), rows.into_iter().map(kept).collect())
}
