//! The rows of records, as they are imported again.

use i18n::TakenWords;
use model::{Currency, Dimension, DimensionMap, Measured, Member};
use records::{Amounts, Codes, Records};
use takeaway::{About, Cell, Column, Table};

use super::about_dataset;
use super::cross::columns_of;

/// The rows of a dataset, a line each, in the layout that `tonnage import` reads back (`docs/records.md`, "Rows").
/// Rows of one key are one line: the import would ask what tells them apart. Dimensions that the rows do not tell
/// apart have no columns, nor have names that no member has.
pub fn rows_table<'a>(words: &dyn TakenWords, records: &'a Records) -> Table<'a> {
    let catalogue = &records.catalogue;
    let layouts: Vec<Layout> =
        Dimension::ALL.into_iter().filter_map(|dimension| Layout::of(records, dimension)).collect();
    let values: Vec<(Currency, &Amounts)> = records.values().collect();
    let mut columns = vec![Column::period("month"), Column::text("flow"), Column::text("reporter")];
    columns.extend(layouts.iter().flat_map(Layout::columns));
    let is_weighed = records.measured == Measured::Weight;
    columns.extend(is_weighed.then(|| Column::number("quantity_kg", "kg", 0)));
    columns.extend(
        values.iter().map(|(currency, _)| Column::number(currency.value_column(), currency.code(), 0)),
    );
    if records.provenance.synthetic {
        columns.push(Column::text("remark"));
    }
    let months: Vec<String> = records.months().iter().map(ToString::to_string).collect();
    let keys = Keys::of(records);
    let rows = (0..keys.len()).map(move |line| {
        let same = keys.rows(line);
        let row = same.first().copied().unwrap_or_default();
        let sum = |amounts: &Amounts| Cell::Whole(same.iter().filter_map(|row| amounts.get(*row)).sum());
        let month = records.month_codes().get(row).and_then(|month| months.get(usize::from(month))).cloned();
        let reporter = match catalogue.reporter.en.as_str() {
            "" => catalogue.reporter.zh.as_str(),
            name => name,
        };
        let mut cells = vec![
            Cell::text(month.unwrap_or_default()),
            Cell::text(catalogue.flow.name()),
            Cell::text(reporter),
        ];
        for layout in &layouts {
            layout.cells(records, row, &mut cells);
        }
        cells.extend(is_weighed.then(|| sum(records.quantity())));
        cells.extend(values.iter().map(|(_, amounts)| sum(amounts)));
        if records.provenance.synthetic {
            cells.push(Cell::text("synthetic"));
        }
        cells
    });
    let period = match (records.months().first(), records.months().last()) {
        (Some(first), Some(last)) => format!("{first}/{last}"),
        _ => String::new(),
    };
    let recorded = Some((&records.provenance, records.coverage()));
    // Its columns say what they count.
    let about = About {
        table: words.rows_table().to_owned(),
        period,
        unit: String::new(),
        ..about_dataset(words, catalogue, recorded)
    };
    Table { about, columns, rows: Box::new(rows) }
}

/// Rows by their keys: month and members.
struct Keys {
    /// The rows in the order of their keys.
    order: Vec<usize>,
    /// Where in it the rows of each key begin.
    starts: Vec<usize>,
}

impl Keys {
    fn of(records: &Records) -> Keys {
        let code = |codes: &Codes, row| codes.get(row).unwrap_or_default();
        let key = |row: &usize| {
            (
                code(records.month_codes(), *row),
                Dimension::ALL.map(|dimension| code(records.codes(dimension), *row)),
            )
        };
        let mut order: Vec<usize> = (0..records.len()).collect();
        order.sort_by_key(key);
        let is_new = |place: &usize| match place.checked_sub(1).and_then(|before| order.get(before)) {
            Some(before) => order.get(*place).map(key) != Some(key(before)),
            None => true,
        };
        let starts = (0..order.len()).filter(is_new).collect();
        Keys { order, starts }
    }

    fn len(&self) -> usize {
        self.starts.len()
    }

    /// The rows of the key at a place.
    fn rows(&self, place: usize) -> &[usize] {
        let start = self.starts.get(place).copied().unwrap_or_default();
        let end = self.starts.get(place + 1).copied().unwrap_or(self.order.len());
        self.order.get(start..end).unwrap_or_default()
    }
}

/// A dimension that rows tell apart, with the names that its members have.
struct Layout {
    dimension: Dimension,
    has_names: bool,
    has_chinese: bool,
}

impl Layout {
    fn of(records: &Records, dimension: Dimension) -> Option<Layout> {
        if records.codes(dimension).is_empty() {
            return None;
        }
        let members = records.catalogue.members(dimension);
        let has = |name: fn(&Member) -> &String| members.iter().any(|member| !name(member).is_empty());
        Some(Layout { dimension, has_names: has(|m| &m.name.en), has_chinese: has(|m| &m.name.zh) })
    }

    fn columns(&self) -> Vec<Column> {
        let [code, name] = columns_of(super::dimension_name(self.dimension));
        let chinese = DimensionMap::from_fn(|dimension| match dimension {
            Dimension::Product => "product_name_zh",
            Dimension::Destination => "destination_name_zh",
            Dimension::RegistrationLocation => "registration_location_name_zh",
            Dimension::TradeMode => "trade_mode_name_zh",
        });
        let mut columns = vec![code];
        columns.extend(self.has_names.then_some(name));
        columns.extend(self.has_chinese.then_some(Column::text(chinese[self.dimension])));
        columns
    }

    fn cells<'a>(&self, records: &'a Records, row: usize, cells: &mut Vec<Cell<'a>>) {
        let member = records.codes(self.dimension).get(row);
        let member =
            member.and_then(|member| records.catalogue.members(self.dimension).get(usize::from(member)));
        cells.push(Cell::text(member.map_or("", |member| &member.code)));
        if self.has_names {
            cells.push(Cell::text(member.map_or("", |member| &member.name.en)));
        }
        if self.has_chinese {
            cells.push(Cell::text(member.map_or("", |member| &member.name.zh)));
        }
    }
}
