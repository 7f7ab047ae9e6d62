//! A breakdown as a table for a terminal.

use std::iter;

use breakdown::{Breakdown, Dataset, Entry, Ranking};
use i18n::{Look, ReportWords, look, member_name, members_name, shown, terminal_width};
use model::{
    Against, Answer, Catalogue, Change, Dimension, Span, Unit, decimals_of_tonnes, decimals_of_unit,
};

/// What stands for a figure that is not known.
const MISSING: &str = "–";

/// A breakdown in aligned columns.
pub fn table(words: &dyn ReportWords, dataset: &Dataset, breakdown: &Breakdown) -> String {
    let catalogue = dataset.catalogue();
    let period = breakdown.period;
    let mut text = String::new();
    if dataset.is_synthetic() {
        text.push_str(&format!("{}\n\n", words.made_up()));
    }
    let months = words.span(period, breakdown.span);
    text.push_str(&format!("{}, {months}\n\n", words.name(&catalogue.title)));
    let subject = dataset.subject();
    let mut rows = vec![line("", words.table_heads(breakdown.span, subject))];
    let (total, ytd) = (&breakdown.total, &breakdown.ytd);
    let decimals = decimals_of_tonnes([&total.quantity, &ytd.quantity].into_iter());
    let on = |against| words.change_on(against, subject.frequency);
    let month = words.month(period);
    rows.push(entry_line(
        words,
        &format!("{month} {}", on(Against::MonthBefore)),
        (total, &total.mom),
        decimals,
    ));
    // A year has no other one before it, and is all there is to date.
    if Span::Ytd.is_of(subject.frequency) {
        // The quantity stands a line above.
        let above = [String::new(), String::new()];
        let year = above.into_iter().chain(change_cells(words, &total.yoy, decimals));
        rows.push(line(on(Against::YearBefore), year));
        let to_date = words.months_of(period);
        rows.push(entry_line(
            words,
            &format!("{to_date} {}", on(Against::YearBefore)),
            (ytd, &ytd.yoy),
            decimals,
        ));
    }
    let told_apart = |d: &Dimension| !catalogue.members(*d).is_empty();
    for dimension in Dimension::ALL.into_iter().filter(told_apart) {
        let ranking = breakdown.ranking(dimension);
        rows.push(Row::new());
        rows.push(line(words.dimension(dimension, catalogue.flow), []));
        rows.extend(ranking_rows(words, catalogue, ranking, breakdown));
    }
    text.push_str(&aligned(&rows));
    text.push_str(&format!("\n{}\n", words.table_marks()));
    text
}

/// A label and the cells behind it, in the order of [`ReportWords::table_heads`]. The last ones may be missing.
type Row = Vec<String>;

fn line(label: &str, cells: impl IntoIterator<Item = String>) -> Row {
    iter::once(label.to_owned()).chain(cells).collect()
}

/// Quantity, share and change. A total has no share of itself.
fn entry_line(
    words: &dyn ReportWords,
    label: &str,
    (entry, change): (&Entry, &Change),
    decimals: usize,
) -> Row {
    let share = match entry.member() {
        Some(_) => cell(words, &entry.share, look::BARE, decimals),
        None => String::new(),
    };
    let quantity = cell(words, &entry.quantity, look::BARE, decimals);
    line(label, [quantity, share].into_iter().chain(change_cells(words, change, decimals)))
}

/// What has no change of its own.
fn part_line(words: &dyn ReportWords, label: &str, parts: [&Answer; 2], decimals: usize) -> Row {
    line(&format!("  {label}"), parts.map(|answer| cell(words, answer, look::BARE, decimals)))
}

fn ranking_rows(
    words: &dyn ReportWords,
    catalogue: &Catalogue,
    ranking: &Ranking,
    breakdown: &Breakdown,
) -> Vec<Row> {
    let decimals = ranking.decimals(usize::MAX);
    let member = |e: &Entry| {
        let name = e.member().map(|m| member_name(words, catalogue, m)).unwrap_or_default();
        let streak = match &e.streak {
            Ok(streak) if streak.value > 1.0 => {
                words.first_for(&shown(words, streak, look::BARE), breakdown.period.frequency())
            }
            _ => String::new(),
        };
        let change = if breakdown.span == Span::Month { &e.mom } else { &e.yoy };
        let rank = cell(words, &e.rank, look::BARE, decimals);
        entry_line(words, &format!("  {rank}  {name}{streak}"), (e, change), decimals)
    };
    let mut rows: Vec<Row> = ranking.entries.iter().map(member).collect();
    for group in &ranking.groups {
        let name = words.together(&members_name(words, catalogue, &group.members));
        rows.push(part_line(words, &name, [&group.quantity, &group.share], decimals));
    }
    // Of records nothing is left over.
    if ranking.concentration.is_some() {
        return rows;
    }
    let rest = if ranking.complete { words.left_by_rounding() } else { words.not_itemised() };
    rows.push(part_line(words, rest, [&ranking.remainder, &ranking.remainder_share], decimals));
    rows
}

fn change_cells(words: &dyn ReportWords, change: &Change, decimals: usize) -> [String; 3] {
    [(&change.absolute, look::CHANGE), (&change.percent, look::CHANGE), (&change.previous, look::BARE)]
        .map(|(answer, look)| cell(words, answer, look, decimals))
}

/// A figure at the precision of its column, where tonnes have so many digits after the point.
fn cell(words: &dyn ReportWords, answer: &Answer, look: Look, decimals: usize) -> String {
    let look = match answer {
        Ok(figure) if figure.unit != Unit::Tonnes => look.to(decimals_of_unit(figure.unit)),
        _ => look.to(decimals),
    };
    match answer {
        Ok(figure) if figure.is_doubtful() => shown(words, figure, look) + "*",
        Ok(figure) => shown(words, figure, look),
        Err(_) => MISSING.to_owned(),
    }
}

/// Names to the left, numbers to the right.
fn aligned(rows: &[Row]) -> String {
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|r| r.get(column));
        cells.map(|c| terminal_width(c)).max().unwrap_or(0)
    };
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (i, (cell, width)) in row.iter().zip(&widths).enumerate() {
            let gap = " ".repeat(width - terminal_width(cell));
            match i {
                0 => line.push_str(&format!("{cell}{gap}")),
                _ => line.push_str(&format!("   {gap}{cell}")),
            }
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}
