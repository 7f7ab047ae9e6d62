//! Figures of one row that stand on lines of their own, put together.

use std::collections::HashMap;

use model::{DimensionMap, Flow, Period};

use super::file::{Figure, FigureKind};
use super::rows::{Compact, Rows};

/// What figures of one row have in common, which stand on lines of their own.
#[derive(PartialEq, Eq, Hash)]
struct FigureKey {
    /// The file, or the first of several sheets of one.
    file: usize,
    month: Option<Period>,
    members: DimensionMap<Option<u32>>,
    flow: Option<Flow>,
    reporter: Option<u32>,
    classification: Option<u32>,
    rest: u64,
    part: u8,
}

/// The figures that are known of a row.
struct KnownFigures {
    /// The row's place.
    row: usize,
    /// The last quantity and the last value that counted, with what each was counted in.
    quantity: Option<Figure>,
    value: Option<Figure>,
}

/// The rows of which some figures are known.
#[derive(Default)]
pub(super) struct FigureRows(HashMap<FigureKey, KnownFigures>);

impl FigureRows {
    /// Puts a figure to the others of its row. `book` is its file, or the first of several sheets of one. A figure that is
    /// there already, counted in the same unit, is of another row.
    pub fn take(&mut self, rows: &mut Rows, book: usize, row: Compact, figure: Figure) {
        let key = FigureKey {
            file: book,
            month: row.month,
            members: row.members,
            flow: row.flow,
            reporter: row.reporter,
            classification: row.classification,
            rest: row.rest,
            part: row.part,
        };
        let next = rows.len();
        let new = KnownFigures { row: next, quantity: None, value: None };
        let known = self.0.entry(key).or_insert(new);
        let slot = match figure.kind {
            FigureKind::Value => &mut known.value,
            FigureKind::Quantity | FigureKind::SecondQuantity => &mut known.quantity,
        };
        // A second quantity counts as long as there is no first, in whichever order they come.
        let mut takes_its_place = false;
        match slot.replace(figure) {
            Some(first)
                if (first.kind, figure.kind) == (FigureKind::Quantity, FigureKind::SecondQuantity) =>
            {
                *slot = Some(first);
                return;
            }
            Some(before) if before == figure => known.row = next,
            Some(before) => takes_its_place = before.kind != figure.kind,
            None => {}
        }
        match rows.get(known.row) {
            Some(mut sum) => {
                if takes_its_place {
                    sum.quantity = 0;
                }
                sum.quantity = sum.quantity.saturating_add(row.quantity);
                sum.weighed |= row.weighed;
                for (sum, value) in sum.values.iter_mut().zip(row.values) {
                    *sum = match (*sum, value) {
                        (Some(sum), Some(value)) => Some(sum.saturating_add(value)),
                        (sum, value) => sum.or(value),
                    };
                }
                rows.set(known.row, &sum);
            }
            None => rows.push(&row),
        }
    }

    /// Forgets those of a file that is read.
    pub fn forget(&mut self, book: usize) {
        self.0.retain(|key, _| key.file != book);
    }
}
