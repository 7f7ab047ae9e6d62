//! The members of dimensions, largest first.

use breakdown::{Breakdown, Entry, Ranking};
use i18n::members_name;
use model::{Answer, Dimension, Missing};
use takeaway::{Cell, Column, Table};

use super::figure::{EXACT, PERCENT, POINTS, Rests, bounded, currency, number, quantity_columns};
use super::{Tables, dimension_name};

/// What a line is about.
struct Line<'a, 'b> {
    dimension: &'static str,
    kind: &'static str,
    code: Cell<'a>,
    name: Cell<'a>,
    quantity: &'b Answer,
    share: &'b Answer,
    /// What more is known of a member and of the total.
    entry: Option<&'b Entry>,
}

impl<'a> Tables<'a> {
    /// The breakdown of some dimensions: in each a line for every member, for those that are printed together, for
    /// what is not itemised, and for the total.
    pub fn ranking(&self, breakdown: &Breakdown, dimensions: &[Dimension]) -> Table<'a> {
        let mut rests = Rests::default();
        let mut rows = Vec::new();
        for dimension in dimensions {
            let ranking = breakdown.ranking(*dimension);
            for line in self.lines(ranking) {
                rows.push(self.line(line, &mut rests));
            }
        }
        let flow = self.catalogue().flow;
        let names: Vec<&str> =
            dimensions.iter().map(|dimension| self.words.dimension(*dimension, flow)).collect();
        let columns = columns(rests.decimals);
        self.table(&names.join(", "), self.period.to_string(), &rests, columns, rows)
    }

    fn lines<'b>(&self, ranking: &'b Ranking) -> Vec<Line<'a, 'b>> {
        let dimension = dimension_name(ranking.dimension);
        let mut lines = Vec::new();
        for entry in &ranking.entries {
            let Some(member) = entry.member() else { continue };
            lines.push(Line {
                dimension,
                kind: "member",
                code: Cell::text(self.code(member)),
                name: Cell::text(self.name(member)),
                quantity: &entry.quantity,
                share: &entry.share,
                entry: Some(entry),
            });
        }
        for group in &ranking.groups {
            let codes: Vec<&str> = group.members.iter().map(|member| self.code(*member)).collect();
            lines.push(Line {
                dimension,
                kind: "together",
                code: Cell::text(codes.join(" ")),
                name: Cell::text(members_name(self.words, self.catalogue(), &group.members)),
                quantity: &group.quantity,
                share: &group.share,
                entry: None,
            });
        }
        // Where the members are all there are, what is left is rounding; where none is listed, everything.
        if !ranking.complete && ranking.listed.is_some() {
            lines.push(Line {
                dimension,
                kind: "not_itemised",
                code: Cell::Empty,
                name: Cell::text(self.words.not_itemised()),
                quantity: &ranking.remainder,
                share: &ranking.remainder_share,
                entry: None,
            });
        }
        lines.push(Line {
            dimension,
            kind: "total",
            code: Cell::Empty,
            name: Cell::text(self.words.total_head()),
            quantity: &ranking.whole.quantity,
            share: &ranking.whole.share,
            entry: Some(&ranking.whole),
        });
        lines
    }

    fn line(&self, line: Line<'a, '_>, rests: &mut Rests) -> Vec<Cell<'a>> {
        let none: Answer = Err(Missing::NotApplicable);
        let recorded = line.entry.and_then(|entry| entry.recorded.as_ref());
        let value = recorded.map(|recorded| &recorded.value);
        let mut cells = self.months_of_line().to_vec();
        let rank = line.entry.map_or(&none, |entry| &entry.rank);
        cells.extend([Cell::text(line.dimension), Cell::text(line.kind), number(rank), line.code, line.name]);
        cells.extend(self.quantity(line.quantity, rests));
        cells.push(number(line.share));
        for change in [line.entry.map(|entry| &entry.mom), line.entry.map(|entry| &entry.yoy)] {
            match change {
                Some(change) => {
                    cells.extend(bounded(&change.previous));
                    cells.extend([&change.absolute, &change.percent].map(number));
                }
                None => cells.extend([(); 5].map(|()| Cell::Empty)),
            }
        }
        cells.extend([value.map_or(Cell::Empty, number), currency(value)]);
        cells.push(recorded.map_or(Cell::Empty, |recorded| number(&recorded.unit_value)));
        cells.push(recorded.map_or(Cell::Empty, |recorded| number(&recorded.contribution)));
        cells.push(self.remark());
        cells
    }
}

fn columns(tonnes: u8) -> Vec<Column> {
    let mut columns = vec![
        Column::period("month"),
        Column::text("span"),
        Column::text("dimension"),
        Column::text("line"),
        Column::number("rank", "", 0),
        Column::code("code"),
        Column::text("name"),
    ];
    columns.extend(quantity_columns(tonnes));
    columns.extend([
        Column::number("share_percent", "%", PERCENT),
        Column::number("month_before_t", "t", tonnes),
        Column::number("month_before_low_t", "t", EXACT),
        Column::number("month_before_high_t", "t", EXACT),
        Column::number("mom_t", "t", tonnes),
        Column::number("mom_percent", "%", PERCENT),
        Column::number("year_before_t", "t", tonnes),
        Column::number("year_before_low_t", "t", EXACT),
        Column::number("year_before_high_t", "t", EXACT),
        Column::number("yoy_t", "t", tonnes),
        Column::number("yoy_percent", "%", PERCENT),
        Column::number("value", "", 0),
        Column::text("currency"),
        Column::number("value_per_t", "", 0),
        Column::number("contribution_points", "pp", POINTS),
        Column::text("remark"),
    ]);
    columns
}
