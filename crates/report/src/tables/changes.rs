//! What made the change between two periods.

use breakdown::{Between, changes};
use model::{Answer, Dimension, Missing, Period};
use takeaway::{Cell, Column, Table};
use view::Section;

use super::figure::{EXACT, Rests, bounded, number, quantity_columns};
use super::{Tables, dimension_name};

/// Members of a dimension that have a line: all.
const MOST: usize = usize::MAX;

impl<'a> Tables<'a> {
    /// The change from a base to the month by every dimension that cuts it: the base, the month, and between them a
    /// line for each member and for the rest.
    pub fn changes(&self, base: Period) -> Table<'a> {
        let between = Between { base, period: self.period, span: self.span };
        let mut rests = Rests::default();
        let mut rows = Vec::new();
        for dimension in Dimension::ALL {
            let Some(cut) = changes(self.dataset, self.chosen, between, dimension, MOST) else { continue };
            for step in &cut.steps {
                let (code, name) = (self.code(step.member), self.name(step.member));
                let change = Ok(step.change.clone());
                rows.push(self.change(
                    base,
                    dimension,
                    ["member", code, name],
                    [&step.before, &step.now, &change],
                    &mut rests,
                ));
            }
            if let Some(rest) = &cut.rest {
                let unknown = [Err(Missing::NotPublished), Err(Missing::NotPublished)];
                let [before, now] = cut.rest_of_wholes().map_or(unknown, |wholes| wholes.map(Ok));
                let name = self.words.all_others();
                let change = Ok(rest.clone());
                rows.push(self.change(
                    base,
                    dimension,
                    ["rest", "", name],
                    [&before, &now, &change],
                    &mut rests,
                ));
            }
            let [start, end, change] = [&cut.start, &cut.end, &cut.change].map(|figure| Ok(figure.clone()));
            let name = self.words.total_head();
            rows.push(self.change(base, dimension, ["total", "", name], [&start, &end, &change], &mut rests));
        }
        let tonnes = rests.decimals;
        let mut columns = vec![
            Column::period("base"),
            Column::period("month"),
            Column::text("span"),
            Column::text("dimension"),
            Column::text("line"),
            Column::code("code"),
            Column::text("name"),
            Column::number("base_t", "t", tonnes),
        ];
        columns.extend(quantity_columns(tonnes));
        columns.extend([
            Column::number("change_t", "t", tonnes),
            Column::number("change_low_t", "t", EXACT),
            Column::number("change_high_t", "t", EXACT),
            Column::text("remark"),
        ]);
        let name = self.words.section(Section::Changes, self.dataset.subject());
        self.table(name, format!("{base}/{}", self.period), &rests, columns, rows)
    }

    fn change(
        &self,
        base: Period,
        dimension: Dimension,
        [line, code, name]: [&'a str; 3],
        [before, now, change]: [&Answer; 3],
        rests: &mut Rests,
    ) -> Vec<Cell<'a>> {
        let [month, span] = self.months_of_line();
        let mut cells = vec![
            Cell::text(base.to_string()),
            month,
            span,
            Cell::text(dimension_name(dimension)),
            Cell::text(line),
            Cell::text(code),
            Cell::text(name),
            number(before),
        ];
        cells.extend(self.quantity(now, rests));
        cells.extend(bounded(change));
        cells.push(self.remark());
        cells
    }
}
