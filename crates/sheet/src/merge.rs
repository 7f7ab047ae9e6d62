//! Cells of a sheet or a table that are merged: the first holds the text, and it is meant for all.

use csv::StringRecord;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Cells that are one, from 0 and rows as the sheet counts them; the last is among them. By their first row.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Merged {
    pub rows: (u64, u64),
    pub columns: (usize, usize),
}

/// So many merged cells at most are looked at in a row.
const MOST_OPEN: usize = 1000;

/// The merged cells of a sheet, as its rows come one after the other.
#[derive(Default)]
pub(crate) struct Merges {
    /// Those that begin further down, the nearest on top. A heap is much less code than a sort.
    to_come: BinaryHeap<Reverse<Merged>>,
    /// Those that the last row was in, with their texts.
    open: Vec<(Merged, String)>,
}

impl Merges {
    pub fn new(merged: Vec<Merged>) -> Merges {
        Merges { to_come: merged.into_iter().map(Reverse).collect(), open: Vec::new() }
    }

    /// Adds merged cells whose first row is not filled yet.
    pub fn add(&mut self, merged: Merged) {
        if self.to_come.len() < MOST_OPEN {
            self.to_come.push(Reverse(merged));
        }
    }

    /// Fills the merged cells of a row. A text that is merged across an otherwise empty row is a title: it stays in
    /// its first cell.
    pub fn fill(&mut self, place: u64, row: &mut StringRecord) {
        if self.to_come.is_empty() && self.open.is_empty() {
            return;
        }
        self.open.retain(|(each, _)| each.rows.1 >= place);
        while self.to_come.peek().is_some_and(|Reverse(next)| next.rows.0 <= place) {
            let Some(Reverse(next)) = self.to_come.pop() else { break };
            if next.rows.1 >= place && self.open.len() < MOST_OPEN {
                let text =
                    row.get(next.columns.0).filter(|_| next.rows.0 == place).unwrap_or_default().to_owned();
                self.open.push((next, text));
            }
        }
        let filled = row.iter().filter(|cell| !cell.is_empty()).count();
        if self.open.is_empty() || filled == 0 {
            return;
        }
        let mut cells: Vec<String> = row.iter().map(str::to_owned).collect();
        for (Merged { rows, columns: (first, last) }, text) in &self.open {
            if text.is_empty() || (rows.0 == place && filled == 1) {
                continue;
            }
            if cells.len() <= *last {
                cells.resize(last + 1, String::new());
            }
            for cell in cells.get_mut(*first..=*last).unwrap_or_default().iter_mut().filter(|c| c.is_empty())
            {
                cell.clone_from(text);
            }
        }
        row.clear();
        cells.iter().for_each(|cell| row.push_field(cell));
    }
}
