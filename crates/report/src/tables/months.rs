//! Months, one after another: of all, or of members.

use breakdown::{Metric, entry, history, places, series};
use model::{MemberId, Period, Span};
use takeaway::{Cell, Column, Table};

use super::figure::{PERCENT, Rests, currency, number, quantity_columns};
use super::{Tables, dimension_name};

impl<'a> Tables<'a> {
    /// Every month of the dataset, a line each: of all, or one after the other of these members.
    pub fn months(&self, members: &[MemberId]) -> Table<'a> {
        let mut rests = Rests::default();
        let months: Vec<Period> =
            series(self.dataset, self.chosen).iter().map(|point| point.period).collect();
        let mut rows = Vec::new();
        match members {
            [] => self.months_of(None, &months, &mut rows, &mut rests),
            members => members
                .iter()
                .for_each(|member| self.months_of(Some(*member), &months, &mut rows, &mut rests)),
        }
        let name = match members {
            [] => self.words.months_table(self.dataset.frequency()).to_owned(),
            members => i18n::members_name(self.words, self.catalogue(), members),
        };
        let tonnes = rests.decimals;
        let mut columns = vec![
            Column::period("month"),
            Column::text("dimension"),
            Column::code("code"),
            Column::text("name"),
            Column::number("rank", "", 0),
        ];
        columns.extend(quantity_columns(tonnes));
        columns.extend([
            Column::number("share_percent", "%", PERCENT),
            Column::number("mom_t", "t", tonnes),
            Column::number("mom_percent", "%", PERCENT),
            Column::number("yoy_t", "t", tonnes),
            Column::number("yoy_percent", "%", PERCENT),
            Column::number("ytd_t", "t", tonnes),
            Column::number("r12_t", "t", tonnes),
            Column::number("value", "", 0),
            Column::text("currency"),
            Column::number("value_per_t", "", 0),
            Column::text("remark"),
        ]);
        let period = match (months.first(), months.last()) {
            (Some(first), Some(last)) => format!("{first}/{last}"),
            _ => String::new(),
        };
        // Each line is of one month, whatever the page sums.
        Tables { span: Span::Month, ..*self }.table(&name, period, &rests, columns, rows)
    }

    fn months_of(
        &self,
        member: Option<MemberId>,
        months: &[Period],
        rows: &mut Vec<Vec<Cell<'a>>>,
        rests: &mut Rests,
    ) {
        let all = || months.iter().copied();
        let sums = |span| history(self.dataset, self.chosen, member, Metric::Quantity, span, all());
        let (to_date, twelve) = (sums(Span::Ytd), sums(Span::Rolling));
        let ranks = member.map(|member| places(self.dataset, self.chosen, member, all()));
        for (place, month) in months.iter().enumerate() {
            let entry = entry(self.dataset, self.chosen, member, *month, Span::Month);
            let value = entry.recorded.as_ref().map(|recorded| &recorded.value);
            let rank = ranks.as_ref().and_then(|ranks| ranks.get(place));
            let mut cells = vec![
                Cell::text(month.to_string()),
                Cell::text(member.map_or("", |member| dimension_name(member.dimension))),
                Cell::text(member.map_or("", |member| self.code(member))),
                Cell::text(member.map_or_else(|| self.words.total_head(), |member| self.name(member))),
                rank.map_or(Cell::Empty, number),
            ];
            cells.extend(self.quantity(&entry.quantity, rests));
            cells.push(number(&entry.share));
            cells.extend(
                [&entry.mom, &entry.yoy].into_iter().flat_map(|c| [number(&c.absolute), number(&c.percent)]),
            );
            cells.extend([&to_date, &twelve].map(|sums| sums.get(place).map_or(Cell::Empty, number)));
            cells.extend([value.map_or(Cell::Empty, number), currency(value)]);
            cells.push(entry.recorded.as_ref().map_or(Cell::Empty, |recorded| number(&recorded.unit_value)));
            cells.push(self.remark());
            rows.push(cells);
        }
    }
}
