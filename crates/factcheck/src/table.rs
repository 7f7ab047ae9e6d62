//! Reads tables: what the head of a column, the label of a row and the lines over the table say together of a
//! cell's number. Where they leave anything open, the number is not understood.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::Range;

use super::cell::{Cell, number_of};
use super::date::Date;
use super::grid::Grid;
use super::head::{Head, What, within};
use super::months::resolve;
use super::number::Counted;
use super::read::{Said, apart};
use super::reading::{Measure, Reading, Why};
use super::text::Text;
use super::token::{Kind, Token};
use model::{Against, Dimension, MemberId, Period, Span};

/// A table with what its heads say.
pub(super) struct Table<'a> {
    pub text: &'a Text,
    pub tokens: &'a [Token],
    pub note: Option<Period>,
    /// What the lines over it and its corner say.
    pub title: Head,
    pub columns: Vec<Column>,
    /// The months of what says none.
    pub months: Result<(Period, Span), Why>,
    /// A unit that the whole text says.
    pub unit: Option<(f64, Counted)>,
    /// So many cells a row has, or it is not certain which these are.
    pub width: Option<usize>,
    /// Its rows name members: what names nobody is nobody's for certain.
    pub named: bool,
}

#[derive(Clone)]
pub(super) struct Column {
    pub head: Head,
    /// The months of a change or a share that says none: those of the quantities it stands behind.
    pub months: Option<Result<(Period, Span), Why>>,
    /// Which of these are compared, where there are two.
    pub on: Option<Against>,
    /// It has numbers that are no places in a list.
    pub figures: bool,
    /// Its numbers without a unit are percent, if they are shares: some are more than one.
    pub percent: bool,
}

/// Reads the numbers of a table. `title`: the lines over it; `unit`: what the text says once for all numbers.
pub(super) fn read_table(
    text: &Text,
    tokens: &[Token],
    grid: &Grid,
    (title, unit): (Head, Option<(f64, Counted)>),
    default: Option<(Period, Span)>,
) -> Vec<Said> {
    let (note, usual) = default.map_or((None, Span::Month), |(period, span)| (Some(period), span));
    let head = |cell: &Range<usize>| Head::of(text, tokens, cell, true);
    let is_number = |t: &Token| number_of(text, t).is_some() && !matches!(t.kind, Kind::Date(_));
    let has_number = |cell: &Range<usize>| within(tokens, cell).iter().any(is_number);
    // A second line of heads may say the units.
    let is_head = |row: &Vec<Range<usize>>| !row.iter().any(has_number);
    let below: Vec<&Vec<Range<usize>>> = grid
        .rows
        .iter()
        .skip(1)
        .take_while(|row| is_head(row) && row.iter().filter(|c| !c.is_empty()).count() > 1)
        .collect();
    let Some(first) = grid.rows.first().filter(|_| below.len() < 2) else {
        return not_understood(tokens, grid);
    };
    let body = grid.rows.get(1 + below.len()..).unwrap_or_default();
    let width = body.iter().map(Vec::len).max().unwrap_or(0);
    // Labels without a head: the heads stand over the numbers.
    let shift = width.saturating_sub(first.len());
    let mut heads: Vec<Head> = vec![Head::default(); shift];
    heads.extend(first.iter().map(head));
    heads.resize(width.max(heads.len()), Head::default());
    for row in below {
        let mut over = Head::default();
        for (column, cell) in row.iter().enumerate() {
            let Some(place) = heads.get_mut(column) else { continue };
            // What stands over several columns stands over the first of them.
            if first.get(column).is_some_and(|cell| !cell.is_empty()) {
                over = place.clone();
            }
            *place = over.and(&head(cell));
        }
    }
    let is_figures = |column: usize| {
        !heads.get(column).is_some_and(|head| head.no_figure)
            && body.iter().any(|row| row.get(column).is_some_and(has_number))
            && !is_ranks(tokens, body, column)
    };
    let figures: Vec<bool> = (0..width).map(is_figures).collect();
    let labels = figures.iter().position(|figures| *figures).unwrap_or(width);
    let corner = heads.iter().take(labels).fold(Head::default(), |all, head| all.and(head));
    let columns = heads.into_iter().enumerate().map(|(i, head)| {
        let large = |cell: &Range<usize>| {
            within(tokens, cell).iter().any(|t| matches!(&t.kind, Kind::Number(n) if n.value.abs() > 1.0))
        };
        let percent = body.iter().any(|row| row.get(i).is_some_and(large));
        Column { head, months: None, on: None, percent, figures: figures.get(i) == Some(&true) }
    });
    let columns: Vec<Column> = columns.collect();
    // “1-4月” beside “2025年4月”
    let latest =
        columns.iter().flat_map(|c| &c.head.dates).filter_map(|date| resolve(*date, None).ok()).max();
    let note = note.or(title
        .date()
        .and_then(|date| resolve(date.ok()?, None).ok())
        .or(latest)
        .map(|(period, _)| period));
    let dated = |row: &Vec<Range<usize>>| row.iter().take(labels).any(|cell| !head(cell).dates.is_empty());
    let columns = if body.iter().any(dated) { columns } else { with_years(columns, &title, note) };
    let months = match title.date() {
        Some(date) => date.and_then(|date| resolve(date, note)),
        None => {
            note.map(|period| (period, if title.cumulative { Span::Ytd } else { usual })).ok_or(Why::Months)
        }
    };
    let unit = title.unit.or(corner.unit).or(unit);
    let title = Head { members: title.members.iter().chain(&corner.members).copied().collect(), ..title };
    let mut table = Table {
        text,
        tokens,
        note,
        title,
        columns,
        months,
        unit,
        width: grid.gaps.then_some(width),
        named: false,
    };
    table.named = body.iter().any(|row| !table.label(row, labels).members.is_empty());
    table.date_columns(labels);
    without_sum(table.rows(body, labels))
}

/// All numbers of a table whose heads are not known.
fn not_understood(tokens: &[Token], grid: &Grid) -> Vec<Said> {
    let from = tokens.partition_point(|t| t.from < grid.span.start);
    let numbers = within(tokens, &grid.span).iter().zip(from..);
    numbers.filter(|(t, _)| matches!(t.kind, Kind::Number(_))).map(|(_, i)| (i, Err(Why::Table))).collect()
}

/// “January–April | 2024 | 2025”: the months of the title in the years of the columns. Without such months a year is
/// a whole one, if all of them can be.
fn with_years(mut columns: Vec<Column>, title: &Head, note: Option<Period>) -> Vec<Column> {
    let is_year =
        |column: &&mut Column| matches!(column.head.dates.as_slice(), [date] if date.month.is_none());
    let months = title.date().and_then(Result::ok).filter(|date| date.month.is_some());
    let whole = columns
        .iter_mut()
        .filter(is_year)
        .all(|column| column.head.dates.iter().all(|date| resolve(*date, note).is_ok()));
    for column in columns.iter_mut().filter(is_year) {
        let year = column.head.dates.first().and_then(|date| date.year);
        match months {
            Some(months) => column.head.dates = vec![Date { year, ..months }],
            None if !whole => column.head.refused = column.head.refused.take().or(Some(Why::Months)),
            None => {}
        }
    }
    columns
}

/// Whether the numbers of a column are 1, 2, 3, …
fn is_ranks(tokens: &[Token], body: &[Vec<Range<usize>>], column: usize) -> bool {
    let numbers: Vec<u64> = body
        .iter()
        .filter_map(|row| row.get(column))
        .flat_map(|cell| within(tokens, cell))
        .filter_map(|t| if let Kind::Number(number) = &t.kind { number.plain } else { None })
        .collect();
    numbers.len() > 1 && numbers.iter().zip(1..).all(|(number, place)| *number == place)
}

impl Table<'_> {
    /// “Apr 2025 | Mar 2025 | MoM”: a change is of the latest of the quantities before it.
    fn date_columns(&mut self, labels: usize) {
        let mut group: Vec<(Period, Span)> = Vec::new();
        let mut goes_on = false;
        for i in labels..self.columns.len() {
            let Some(head) = self.columns.get(i).map(|column| column.head.clone()) else { continue };
            let is_quantity = matches!(head.what, None | Some(What::Value));
            let own = self.own_months(&head);
            if is_quantity {
                if !goes_on {
                    group.clear();
                }
                group.extend(own.unwrap_or_else(|| self.months.clone()).ok());
            } else if own.is_none() {
                let latest = group.iter().map(|(period, _)| *period).max();
                let mut of_latest = group.iter().filter(|(period, _)| Some(*period) == latest);
                let first = of_latest.next().copied();
                let one = of_latest.all(|months| Some(*months) == first);
                // “Apr 2025 | Mar 2025 | Change”
                let on = match group.as_slice() {
                    [a, b] => apart(*a.max(b), *a.min(b)),
                    _ => None,
                };
                if let Some(column) = self.columns.get_mut(i) {
                    column.on = on;
                    column.months = first.map(|months| if one { Ok(months) } else { Err(Why::Months) });
                }
            }
            goes_on = is_quantity;
        }
    }

    /// The months that a head says itself.
    pub(super) fn own_months(&self, head: &Head) -> Option<Result<(Period, Span), Why>> {
        let months = match (head.date(), head.before) {
            (Some(Ok(date)), None) => Some(resolve(date, self.note)),
            (Some(_), _) => Some(Err(Why::Months)),
            (None, Some(before)) => {
                Some(self.months.clone().and_then(|(period, span)| match (before, span) {
                    (Against::MonthBefore, Span::Month) => Ok((period.plus(-1), span)),
                    (Against::YearBefore, _) => Ok((period.plus_years(-1), span)),
                    _ => Err(Why::Months),
                }))
            }
            (None, None) if head.cumulative => Some(self.months.clone()),
            (None, None) => None,
        };
        months
            .map(|found| found.map(|(period, span)| (period, if head.cumulative { Span::Ytd } else { span })))
    }

    /// What the first cells of a row say.
    fn label(&self, row: &[Range<usize>], labels: usize) -> Head {
        let says = |(column, cell): &(usize, &Range<usize>)| {
            let ranks = within(self.tokens, cell).iter().any(|t| matches!(t.kind, Kind::Number(_)));
            !(cell.is_empty() || ranks && self.columns.get(*column).is_some_and(|column| !column.figures))
        };
        let cells = row.iter().take(labels).enumerate().filter(says);
        cells
            .map(|(_, cell)| Head::of(self.text, self.tokens, cell, true))
            .filter(|head| !head.no_figure)
            .fold(Head::default(), |all, head| all.and(&head))
    }

    /// The numbers with their rows.
    fn rows(&self, body: &[Vec<Range<usize>>], labels: usize) -> Vec<(usize, Said)> {
        let mut said = Vec::new();
        let (mut section, mut last) = (Head::default(), Head::default());
        for (place, row) in body.iter().enumerate() {
            let label = self.label(row, labels);
            let cells: Vec<(usize, Cell)> = row
                .iter()
                .enumerate()
                .skip(labels)
                .flat_map(|(column, cell)| self.cells(cell).into_iter().map(move |c| (column, c)))
                .collect();
            if cells.is_empty() {
                // “By destination:”, over the rows that follow.
                section = label;
                last = Head::default();
                continue;
            }
            let mut whole = section_of(&section, &label);
            if self.width.is_some_and(|width| row.len() != width) {
                whole.refused = Some(Why::Table);
            }
            if row.iter().skip(labels).any(|cell| self.names_somebody(cell)) {
                whole.refused = Some(Why::Subject);
            }
            // “Exports, t”, above a row for each product
            whole.total |= whole.exports && whole.members.is_empty();
            // “MoM, %” below “Exports, t”
            let is_change = matches!(whole.what, Some(What::Change(_) | What::Share));
            if is_change && !whole.says_whose() {
                (whole.members, whole.total, whole.sum) = (last.members.clone(), last.total, last.sum);
            }
            last = whole.clone();
            for (column, cell) in cells {
                if let Some(column) = self.columns.get(column).filter(|column| column.figures) {
                    said.push((place, (cell.token, self.figure(&whole, column, &cell))));
                }
            }
        }
        said
    }

    /// Whether somebody is named among the numbers.
    fn names_somebody(&self, cell: &Range<usize>) -> bool {
        within(self.tokens, cell).iter().any(|t| t.kind.is_name())
    }
}

/// A row below a line that parts the table: “of which:”, “Destinations”.
fn section_of(section: &Head, label: &Head) -> Head {
    let one_kind = label.members.is_empty() || section.members.is_empty() || section.members == label.members;
    let mut whole = section.and(label);
    if one_kind {
        return whole;
    }
    whole.refused = Some(Why::Subject);
    whole
}

/// Without a row “Total” that is the sum of those above it, where these need not be all: “Total” of the first
/// three destinations.
fn without_sum(said: Vec<(usize, Said)>) -> Vec<Said> {
    // What the destinations or locations of some months add up to, how many they are, and their steps.
    let mut sums: BTreeMap<(Period, bool), (f64, usize, f64)> = BTreeMap::new();
    let readings = || said.iter().filter_map(|(row, (_, read))| Some((*row, read.as_ref().ok()?)));
    let quantities = || readings().filter(|(_, read)| read.measure == Measure::Quantity);
    let months = |read: &Reading| (read.period, read.span == Span::Ytd);
    for (_, read) in quantities() {
        if let [member] = read.members.as_slice()
            && member.dimension != Dimension::Product
        {
            let (sum, count, steps) = sums.entry(months(read)).or_default();
            (*sum, *count, *steps) = (*sum + read.value, *count + 1, *steps + read.step);
        }
    }
    let is_sum = |total: &Reading| {
        sums.get(&months(total)).is_some_and(|(sum, count, steps)| {
            *count > 1 && total.members.is_empty() && (sum - total.value).abs() <= steps + total.step
        })
    };
    let others = said.iter().any(|(_, (_, read))| *read == Err(Why::NotNamed));
    let doubted: BTreeSet<usize> =
        quantities().filter(|(_, read)| !others && is_sum(read)).map(|(row, _)| row).collect();
    let mut told: HashMap<(Measure, Vec<MemberId>, Period, bool), f64> = HashMap::new();
    let mut twice: HashSet<(Measure, Vec<MemberId>, Period, bool)> = HashSet::new();
    let key = |read: &Reading| (read.measure, read.members.clone(), read.period, read.span == Span::Ytd);
    for (_, read) in readings() {
        if *told.entry(key(read)).or_insert(read.value) != read.value {
            twice.insert(key(read));
        }
    }
    // “ACSR” below Mexico and again below Portugal is a part of each.
    let is_twice = |read: &Result<Reading, Why>| read.as_ref().is_ok_and(|read| twice.contains(&key(read)));
    let doubt = |(row, (token, read)): (usize, Said)| match doubted.contains(&row) || is_twice(&read) {
        true => (token, read.and(Err(Why::Subject))),
        false => (token, read),
    };
    said.into_iter().map(doubt).collect()
}
