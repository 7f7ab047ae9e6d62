//! All figures of a dataset, for programs.

use breakdown::{Metric, history, series};
use i18n::{member_name, taken_words};
use model::{Dimension, Language, MemberId, Missing, Period, Span};
use takeaway::{Cell, Column, Table};

use super::figure::{Rests, currency, number, quantity_columns};
use super::{Tables, dimension_name};

impl<'a> Tables<'a> {
    /// Every figure that is known of a single month: in total, then of each member, one after the other. A month without
    /// a line is not known. Names are in English and in Chinese, as the file is for readers of both.
    pub fn all_series(&self) -> Table<'a> {
        let months: Vec<Period> =
            series(self.dataset, self.chosen).iter().map(|point| point.period).collect();
        let catalogue = self.catalogue();
        let members = Dimension::ALL.into_iter().flat_map(|dimension| catalogue.member_ids(dimension));
        let mut rests = Rests::default();
        let mut rows = Vec::new();
        for member in std::iter::once(None).chain(members.map(Some)) {
            self.known_of(member, &months, &mut rows, &mut rests);
        }
        let mut columns = vec![
            Column::period("month"),
            Column::text("dimension"),
            Column::code("code"),
            Column::text("name"),
            Column::text("name_zh"),
        ];
        columns.extend(quantity_columns(rests.decimals));
        columns.extend([Column::number("value", "", 0), Column::text("currency"), Column::text("remark")]);
        let period = match (months.first(), months.last()) {
            (Some(first), Some(last)) => format!("{first}/{last}"),
            _ => String::new(),
        };
        let name = self.words.months_table(self.dataset.frequency());
        Tables { span: Span::Month, ..*self }.table(name, period, &rests, columns, rows)
    }

    fn known_of(
        &self,
        member: Option<MemberId>,
        months: &[Period],
        rows: &mut Vec<Vec<Cell<'a>>>,
        rests: &mut Rests,
    ) {
        let of =
            |metric| history(self.dataset, self.chosen, member, metric, Span::Month, months.iter().copied());
        let (quantities, values) = (of(Metric::Quantity), of(Metric::Value));
        let [name, chinese] = [Language::English, Language::Chinese].map(|language| {
            let words = taken_words(language);
            member.map_or(words.total_head(), |member| member_name(words, self.catalogue(), member))
        });
        for ((month, quantity), value) in months.iter().zip(&quantities).zip(&values) {
            if matches!(quantity, Err(Missing::NotPublished | Missing::NotListed | Missing::NotCovered)) {
                continue;
            }
            let mut cells = vec![
                Cell::text(month.to_string()),
                Cell::text(member.map_or("total", |member| dimension_name(member.dimension))),
                Cell::text(member.map_or("", |member| self.code(member))),
                Cell::text(name),
                Cell::text(chinese),
            ];
            cells.extend(self.quantity(quantity, rests));
            cells.extend([number(value), currency(Some(value)), self.remark()]);
            rows.push(cells);
        }
    }
}
