//! A breakdown as a table for a terminal.

use breakdown::{Breakdown, Dataset, Entry, Ranking};
use i18n::{Look, ReportWords, look, member_name, members_name, shown};
use model::{Against, Answer, Catalogue, Change, Dimension, Span};

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
    let [quantity, share, change, percent, base] = words.table_heads(breakdown.span);
    let mut rows = vec![row(["", quantity, share, change, percent, base])];
    let (total, ytd) = (&breakdown.total, &breakdown.ytd);
    let on = |against| words.change_on(against);
    let month = words.month(period);
    rows.push(totals(words, &format!("{month} {}", on(Against::MonthBefore)), total, &total.mom));
    rows.push(changes(words, on(Against::YearBefore), &total.yoy));
    let to_date = words.months_of(period);
    rows.push(totals(words, &format!("{to_date} {}", on(Against::YearBefore)), ytd, &ytd.yoy));
    let told_apart = |d: &Dimension| !catalogue.members(*d).is_empty();
    for dimension in Dimension::ALL.into_iter().filter(told_apart) {
        let ranking = breakdown.ranking(dimension);
        rows.push(row([""; 6]));
        rows.push(row([words.dimension(dimension, catalogue.flow), "", "", "", "", ""]));
        rows.extend(ranking_rows(words, catalogue, ranking, breakdown.span));
    }
    text.push_str(&aligned(&rows));
    text.push_str(&format!("\n{}\n", words.table_marks()));
    text
}

type Row = [String; 6];

fn row(cells: [&str; 6]) -> Row {
    cells.map(str::to_owned)
}

fn totals(words: &dyn ReportWords, label: &str, entry: &Entry, change: &Change) -> Row {
    let [_, _, share, absolute, percent, previous] = changes(words, label, change);
    [label.to_owned(), cell(words, &entry.quantity, look::BARE), share, absolute, percent, previous]
}

/// A line without a quantity of its own.
fn changes(words: &dyn ReportWords, label: &str, change: &Change) -> Row {
    let [absolute, percent, previous] = change_cells(words, change);
    [label.to_owned(), String::new(), String::new(), absolute, percent, previous]
}

fn ranking_rows(words: &dyn ReportWords, catalogue: &Catalogue, ranking: &Ranking, span: Span) -> Vec<Row> {
    let entry = |e: &Entry| {
        let name = e.member().map(|m| member_name(words, catalogue, m)).unwrap_or_default();
        let streak = match &e.streak {
            Ok(months) if months.value > 1.0 => words.first_for(&shown(words, months, look::BARE)),
            _ => String::new(),
        };
        let change = if span == Span::Month { &e.mom } else { &e.yoy };
        let [absolute, percent, previous] = change_cells(words, change);
        let rank = cell(words, &e.rank, look::BARE);
        [
            format!("  {rank}  {name}{streak}"),
            cell(words, &e.quantity, look::BARE),
            cell(words, &e.share, look::BARE),
            absolute,
            percent,
            previous,
        ]
    };
    let mut rows: Vec<Row> = ranking.entries.iter().map(entry).collect();
    for group in &ranking.groups {
        let name = format!("  {}", words.together(&members_name(words, catalogue, &group.members)));
        rows.push([
            name,
            cell(words, &group.quantity, look::BARE),
            cell(words, &group.share, look::BARE),
            String::new(),
            String::new(),
            String::new(),
        ]);
    }
    // Of records nothing is left over.
    if ranking.concentration.is_some() {
        return rows;
    }
    let rest = if ranking.complete { words.left_by_rounding() } else { words.not_itemised() };
    rows.push([
        format!("  {rest}"),
        cell(words, &ranking.remainder, look::BARE),
        cell(words, &ranking.remainder_share, look::BARE),
        String::new(),
        String::new(),
        String::new(),
    ]);
    rows
}

fn change_cells(words: &dyn ReportWords, change: &Change) -> [String; 3] {
    [
        cell(words, &change.absolute, look::CHANGE),
        cell(words, &change.percent, look::CHANGE),
        cell(words, &change.previous, look::BARE),
    ]
}

fn cell(words: &dyn ReportWords, answer: &Answer, look: Look) -> String {
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
        cells.map(|c| c.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..6).map(width).collect();
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (i, (cell, width)) in row.iter().zip(&widths).enumerate() {
            let gap = " ".repeat(width - cell.chars().count());
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
