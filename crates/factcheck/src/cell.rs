//! A number of a table, and what its column, its row and the table say of it.

use std::ops::Range;

use super::cue::Cue;
use super::date::Date;
use super::head::{Head, What, within};
use super::number::{Counted, Number, number};
use super::reading::{Measure, Reading, Why};
use super::table::{Column, Table};
use super::text::Text;
use super::token::{Kind, Token};
use model::{Against, Interval, MemberId, Period, Span};

/// A number of a table.
pub(super) struct Cell {
    pub token: usize,
    pub number: Number,
    /// Brackets, arrows and words for a fall: −1, for a rise: 1.
    way: Option<f64>,
    about: bool,
    refused: Option<Why>,
}

/// So many digits without a comma are no figure in prose.
const LONG: u64 = 100_000;

/// The number of a token: in a table, digits that would be a code in prose are one, too.
pub(super) fn number_of(text: &Text, token: &Token) -> Option<Number> {
    match &token.kind {
        Kind::Number(number) => Some(number.clone()),
        // “1987” among tonnes
        Kind::Date(Date { month: None, .. }) if token.to == token.from + 4 => {
            number(text, token.from).map(|(number, _)| number).filter(|number| number.plain.is_some())
        }
        Kind::Cue(Cue::Fill, _) if text.get(token.from).is_ascii_digit() => {
            let found =
                number(text, token.from).filter(|(_, end)| *end == token.to).map(|(number, _)| number);
            found.filter(|number| number.plain.is_some_and(|n| n >= LONG))
        }
        _ => None,
    }
}

impl Table<'_> {
    /// The numbers of a cell.
    pub(super) fn cells(&self, cell: &Range<usize>) -> Vec<Cell> {
        let tokens = within(self.tokens, cell);
        let from = self.tokens.partition_point(|t| t.from < cell.start);
        let numbers = tokens.iter().filter(|t| number_of(self.text, t).is_some()).count();
        let mut refused = (numbers > 1).then_some(Why::Table);
        let (mut way, mut about) = (None, false);
        for token in tokens {
            match token.kind {
                // “(12.3)”
                Kind::Open if way.is_none() => way = Some(-1.0),
                Kind::Cue(Cue::Up(_), _) => way = Some(1.0),
                Kind::Cue(Cue::Down(_), _) => way = Some(-1.0),
                Kind::Cue(Cue::About, _) => about = true,
                Kind::Number(_) | Kind::Close | Kind::Open => {}
                Kind::Date(_) if number_of(self.text, token).is_some() => {}
                Kind::Cue(cue, _) if cue.is_quiet() => {}
                Kind::Unknown if self.text.get(token.from) == '▼' => way = Some(-1.0),
                _ => refused = refused.or(Some(Why::Words)),
            }
        }
        if cell.clone().any(|i| self.text.get(i) == '▲') {
            refused = refused.or(Some(Why::Kind));
        }
        let made = |(i, token): (usize, &Token)| {
            let number = number_of(self.text, token)?;
            Some(Cell { token: from + i, number, way, about, refused: refused.clone() })
        };
        tokens.iter().enumerate().filter_map(made).collect()
    }

    /// What a number says.
    pub(super) fn figure(&self, row: &Head, column: &Column, cell: &Cell) -> Result<Reading, Why> {
        let both = row.and(&column.head);
        if let Some(why) =
            cell.refused.clone().or_else(|| self.title.refused.clone()).or_else(|| both.refused.clone())
        {
            return Err(why);
        }
        if !column.head.says_anything() {
            return Err(Why::Table);
        }
        if cell.number.malformed {
            return Err(Why::Malformed);
        }
        let members = self.members(&both)?;
        let months = self.months_of(row, column, &both)?;
        // “15500000” may be a code.
        let may_be_code =
            cell.number.plain.is_some_and(|n| n >= LONG) && cell.number.counted == Counted::Bare;
        if may_be_code && column.head.unit.is_none() && !column.head.exports {
            return Err(Why::Unit);
        }
        let (number, counted) = self.in_unit(&both, column, cell)?;
        let is_change = matches!(both.what, Some(What::Change(_) | What::ValueChange(_)));
        let measure = match (both.what, counted) {
            (None, Counted::Tonnes) => Measure::Quantity,
            (Some(What::Share), Counted::Percent) if !members.is_empty() => Measure::Share,
            (Some(What::Share), Counted::Percent) => return Err(Why::Subject),
            (Some(What::Change(on)), Counted::Percent) => Measure::Percent(on),
            (Some(What::Change(on)), Counted::Tonnes) => Measure::Difference(on),
            (Some(What::Value), Counted::Dollars) | (None, Counted::Dollars) => Measure::Value,
            (Some(What::ValueChange(on)), Counted::Percent) => Measure::ValuePercent(on),
            (Some(What::Moved), Counted::Percent) if months.1 == Span::Ytd => {
                Measure::Percent(Against::YearBefore)
            }
            (Some(What::Moved), Counted::Percent) => Measure::Percent(column.on.ok_or(Why::Comparison)?),
            (Some(What::Moved), Counted::Tonnes) => Measure::Difference(column.on.ok_or(Why::Comparison)?),
            (Some(What::Moved), _) => return Err(Why::Comparison),
            _ => return Err(Why::Kind),
        };
        let of_sum = matches!(
            measure,
            Measure::Percent(Against::MonthBefore) | Measure::Difference(Against::MonthBefore)
        );
        if of_sum && months.1 == Span::Ytd {
            return Err(Why::Comparison);
        }
        let moved = is_change || both.what == Some(What::Moved);
        let value = match (cell.way, number.signed) {
            (Some(_), _) | (_, true) if !moved => return Err(Why::Kind),
            // “↓5.3%”, “(5.3)”; “↓−5.3%” is said by some, “↑−5.3%” means nothing.
            (Some(way), true) if way > 0.0 && number.value < 0.0 || way < 0.0 && number.value > 0.0 => {
                return Err(Why::Kind);
            }
            (Some(way), false) => way * number.value,
            _ => number.value,
        };
        if measure == Measure::Share && value > 100.0 + number.step {
            return Err(Why::Kind);
        }
        let bounds = number.bounds(cell.about);
        let printed = match value < 0.0 && number.value > 0.0 {
            true => Interval { low: -bounds.high, high: -bounds.low },
            false => bounds,
        };
        let rough = cell.about || number.upto.is_some();
        let (period, span) = months;
        Ok(Reading { measure, members, period, span, value, step: number.step, printed, bound: None, rough })
    }

    fn members(&self, both: &Head) -> Result<Vec<MemberId>, Why> {
        let named: Vec<MemberId> = both.members.iter().copied().flatten().collect();
        if named.len() < both.members.len() {
            return Err(Why::NotNamed);
        }
        // “Jiangsu's exports by destination”; a title may name the first of its destinations.
        let kind = named.first().map(|m| m.dimension);
        let title = &self.title.members;
        if title.iter().flatten().any(|m| kind != Some(m.dimension)) || named.is_empty() && !title.is_empty()
        {
            return Err(Why::Subject);
        }
        if named.is_empty() && self.named && !both.says_whose() {
            return Err(Why::Subject);
        }
        let region = title.contains(&None);
        if region && both.what == Some(What::Share) || named.len() > 1 && !both.sum {
            return Err(Why::Subject);
        }
        Ok(named)
    }

    fn months_of(&self, row: &Head, column: &Column, both: &Head) -> Result<(Period, Span), Why> {
        let inherited = column.months.clone().filter(|_| row.dates.is_empty() && row.before.is_none());
        self.own_months(both).or(inherited).unwrap_or_else(|| self.months.clone())
    }

    /// The number in the unit that it, its heads or the title say.
    fn in_unit(&self, both: &Head, column: &Column, cell: &Cell) -> Result<(Number, Counted), Why> {
        let mut number = cell.number.clone();
        if let (Some(why), false) = (number.counted.refused(), number.counted == Counted::Bare) {
            return Err(why);
        }
        if number.counted != Counted::Bare {
            let counted = number.counted;
            return Ok((number, counted));
        }
        let (factor, counted) = match (both.unit, both.what) {
            (Some(unit), _) => unit,
            (None, None) => self.unit.filter(|(_, counted)| *counted != Counted::Percent).ok_or(Why::Unit)?,
            (None, Some(What::Share)) if column.percent => (1.0, Counted::Percent),
            _ => return Err(Why::Unit),
        };
        number.value *= factor;
        number.step *= factor;
        number.upto = number.upto.map(|upto| upto * factor);
        number.counted = counted;
        if counted == Counted::Percent {
            number.step = number.step.min(1.0);
        }
        Ok((number, counted))
    }
}
