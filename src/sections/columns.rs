//! The columns of a table of members behind its quantities.

use leptos::prelude::*;

use super::order;
use crate::parts::number::{answer, month};
use crate::parts::table::{column, told_cell};
use crate::state::Page;
use breakdown::{Breakdown, Entry, Ranking};
use i18n::{Look, look};
use model::{Against, Answer, Missing, Span, Subject, Unit, decimals_of_unit};
use view::SortBy;

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// Part of the total.
    Share,
    /// Change in tonnes.
    Change(Against),
    /// The same in percent.
    Growth(Against),
    /// What it is a change of.
    Base(Against),
    /// Part in the change of the total.
    Contribution,
    /// Value.
    Value,
    /// Value of a tonne.
    UnitValue,
}

impl Column {
    /// The columns in which a table has a figure: in a wide one all of them, else those of one comparison.
    pub fn of(breakdown: &Breakdown, ranking: &Ranking, wide: bool) -> Vec<Column> {
        let against = Against::of(breakdown.period.frequency(), breakdown.span);
        let mut columns = vec![Column::Share];
        for (place, against) in against.iter().enumerate() {
            let in_tonnes = wide || place == 0;
            columns.extend(in_tonnes.then_some(Column::Change(*against)));
            columns.push(Column::Growth(*against));
            // Records have columns enough: what was before is the change away.
            let has_base = in_tonnes && !(wide && ranking.whole.recorded.is_some());
            columns.extend(has_base.then_some(Column::Base(*against)));
        }
        columns.push(Column::Contribution);
        columns.extend(wide.then_some([Column::Value, Column::UnitValue]).into_iter().flatten());
        columns.retain(|column| ranking.entries.iter().any(|entry| column.answer(entry).is_ok()));
        columns
    }

    /// Its figure of a line.
    pub fn answer(self, entry: &Entry) -> &Answer {
        let change = |against| match against {
            Against::MonthBefore => &entry.mom,
            Against::YearBefore => &entry.yoy,
        };
        let recorded = entry.recorded.as_ref();
        match self {
            Column::Share => &entry.share,
            Column::Change(against) => &change(against).absolute,
            Column::Growth(against) => &change(against).percent,
            Column::Base(against) => &change(against).previous,
            Column::Contribution => recorded.map_or(&NOTHING, |r| &r.contribution),
            Column::Value => recorded.map_or(&NOTHING, |r| &r.value),
            Column::UnitValue => recorded.map_or(&NOTHING, |r| &r.unit_value),
        }
    }

    /// How its figures are written, where tonnes have so many digits after the point.
    fn look(self, decimals: usize) -> Look {
        match self {
            Column::Share => look::BARE.to(decimals_of_unit(Unit::Percent)),
            Column::Change(_) => look::CHANGE.to(decimals),
            Column::Growth(_) => look::CHANGE.to(decimals_of_unit(Unit::Percent)),
            Column::Base(_) => look::BARE.to(decimals),
            Column::Contribution => look::CHANGE.to(decimals_of_unit(Unit::Points)),
            Column::Value | Column::UnitValue => look::BARE.to(0),
        }
    }

    /// The class of its cells.
    pub fn class(self) -> &'static str {
        match self {
            Column::Share => "share",
            Column::Change(_) | Column::Growth(_) => "change",
            Column::Contribution => "change contribution",
            Column::Base(_) => "previous",
            Column::Value => "value",
            Column::UnitValue => "value unit-value",
        }
    }

    /// Its head, which orders the table where it can.
    pub fn head(self, page: Page, breakdown: &Breakdown, whole: &Entry) -> AnyView {
        let words = page.words();
        let unit = self.answer(whole).as_ref().map_or("", |figure| words.unit(figure.unit));
        let with_unit = |head: &str| words.head_in(head, unit);
        let (by, text) = match self {
            Column::Share => return column(self.class(), words.share_head().into_any()),
            Column::Base(against) => {
                let base = against.before(breakdown.period);
                let name = match breakdown.span {
                    Span::Month => words.month_short(base),
                    span => words.span(base, span),
                };
                return column(
                    self.class(),
                    view! { {month(base, name)}{words.base_unit(page.subject().unit)} }.into_any(),
                );
            }
            Column::Change(against) => (
                match against {
                    Against::MonthBefore => SortBy::MonthTonnes,
                    Against::YearBefore => SortBy::YearTonnes,
                },
                words.change_head(against, page.subject()),
            ),
            Column::Growth(against) => (
                match against {
                    Against::MonthBefore => SortBy::MonthPercent,
                    Against::YearBefore => SortBy::YearPercent,
                },
                words.change_percent_head(against, page.subject().frequency),
            ),
            Column::Contribution => {
                let against = Against::main(breakdown.span);
                (SortBy::Contribution, words.contribution_head(against, page.subject().frequency))
            }
            Column::Value => (SortBy::Value, with_unit(words.value_head())),
            Column::UnitValue => (SortBy::UnitValue, with_unit(words.unit_value_head())),
        };
        order::head(page, self.class(), by, text)
    }

    /// Its cell in the line of `entry`, whose name is `name`. `columns` are those of the table: on a narrow screen, where
    /// the heads are gone, the first of a comparison names it.
    pub fn cell(
        self,
        page: Page,
        breakdown: &Breakdown,
        (entry, name): (&Entry, &str),
        columns: &[Column],
        decimals: usize,
    ) -> AnyView {
        let words = page.words();
        let when = |against: Against| words.span(against.before(breakdown.period), breakdown.span);
        let Subject { frequency, unit, .. } = page.subject();
        let own_unit = self.answer(entry).as_ref().ok().map(|figure| words.unit(figure.unit));
        let (on, unit, label) = match self {
            Column::Share => {
                let (before, behind) = words.around_share();
                (before, Some(behind), words.share_label(name))
            }
            Column::Change(against) => (
                Some(words.change_short(against, frequency)),
                Some(words.unit(unit)),
                words.member_change_label(name, &when(against)),
            ),
            Column::Growth(against) => (
                Some(words.change_short(against, frequency))
                    .filter(|_| !columns.contains(&Column::Change(against))),
                Some(words.unit(Unit::Percent)),
                words.member_change_label(name, &when(against)),
            ),
            Column::Base(against) => (
                Some(words.base_before()),
                Some(words.unit(unit)),
                words.member_base_label(name, &when(against)),
            ),
            Column::Contribution => {
                (Some(words.contributes()), Some(words.unit(Unit::Points)), words.contribution_label(name))
            }
            Column::Value => (Some(words.value_head()), own_unit, words.member_value_label(name)),
            Column::UnitValue => {
                (Some(words.unit_value_head()), own_unit, words.member_unit_value_label(name))
            }
        };
        let number = answer(page, self.answer(entry), self.look(decimals), label);
        told_cell(self.class(), on, unit, number)
    }
}

/// What only records tell, of other figures.
static NOTHING: Answer = Err(Missing::NotApplicable);
