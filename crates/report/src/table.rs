//! A breakdown as a table for a terminal.

use breakdown::{Breakdown, Dataset, Entry, Ranking};
use i18n::{Look, dimension_title, look, member_name, members_name, month_name, months_of, shown, span_name};
use model::{Answer, Catalogue, Change, Dimension, Span};

/// What stands for a figure that is not known.
const MISSING: &str = "–";

/// A breakdown in aligned columns.
pub fn table(dataset: &Dataset, breakdown: &Breakdown) -> String {
    let catalogue = dataset.catalogue();
    let period = breakdown.period;
    let warning =
        if dataset.is_synthetic() { "SYNTHETIC DATA, made up by a program: do not quote.\n\n" } else { "" };
    let mut text = format!("{warning}{}, {}\n\n", catalogue.title.en, span_name(period, breakdown.span));
    let against = match breakdown.span {
        Span::Month => ["Change t", "Change %", "Month before t"],
        Span::Ytd | Span::Rolling => ["Change t", "Change %", "Year before t"],
    };
    let mut rows = vec![row(["", "Quantity t", "Share %", against[0], against[1], against[2]])];
    rows.push(totals(&month_name(period), "on the month before", &breakdown.total, &breakdown.total.mom));
    rows.push(totals("", "on the year before", &breakdown.total, &breakdown.total.yoy));
    rows.push(totals(&months_of(period), "on the year before", &breakdown.ytd, &breakdown.ytd.yoy));
    let told_apart = |d: &Dimension| !catalogue.members(*d).is_empty();
    for dimension in Dimension::ALL.into_iter().filter(told_apart) {
        let ranking = breakdown.ranking(dimension);
        rows.push(row([""; 6]));
        rows.push(row([dimension_title(dimension, catalogue.flow), "", "", "", "", ""]));
        rows.extend(ranking_rows(catalogue, ranking, breakdown.span));
    }
    text.push_str(&aligned(&rows));
    text.push_str(
        "\n– not known    a–b only this range is known    * contradicted by another printed figure\n",
    );
    text
}

type Row = [String; 6];

fn row(cells: [&str; 6]) -> Row {
    cells.map(str::to_owned)
}

fn totals(name: &str, against: &str, entry: &Entry, change: &Change) -> Row {
    let quantity = if name.is_empty() { String::new() } else { cell(&entry.quantity, look::BARE) };
    let label = format!("{name} {against}");
    let [absolute, percent, previous] = change_cells(change);
    [label.trim().to_owned(), quantity, String::new(), absolute, percent, previous]
}

fn ranking_rows(catalogue: &Catalogue, ranking: &Ranking, span: Span) -> Vec<Row> {
    let entry = |e: &Entry| {
        let name = e.member().map(|m| member_name(catalogue, m)).unwrap_or_default();
        let streak = match &e.streak {
            Ok(months) if months.value > 1.0 => format!(" (first for {} months)", shown(months, look::BARE)),
            _ => String::new(),
        };
        let change = if span == Span::Month { &e.mom } else { &e.yoy };
        let [absolute, percent, previous] = change_cells(change);
        let rank = cell(&e.rank, look::BARE);
        [
            format!("  {rank}  {name}{streak}"),
            cell(&e.quantity, look::BARE),
            cell(&e.share, look::BARE),
            absolute,
            percent,
            previous,
        ]
    };
    let mut rows: Vec<Row> = ranking.entries.iter().map(entry).collect();
    for group in &ranking.groups {
        let name = format!("  {} together", members_name(catalogue, &group.members));
        rows.push([
            name,
            cell(&group.quantity, look::BARE),
            cell(&group.share, look::BARE),
            String::new(),
            String::new(),
            String::new(),
        ]);
    }
    // Of records nothing is left over.
    if ranking.concentration.is_some() {
        return rows;
    }
    let rest = if ranking.complete { "  Left over by rounding" } else { "  Not itemised" };
    rows.push([
        rest.to_owned(),
        cell(&ranking.remainder, look::BARE),
        cell(&ranking.remainder_share, look::BARE),
        String::new(),
        String::new(),
        String::new(),
    ]);
    rows
}

fn change_cells(change: &Change) -> [String; 3] {
    [
        cell(&change.absolute, look::CHANGE),
        cell(&change.percent, look::CHANGE),
        cell(&change.previous, look::BARE),
    ]
}

fn cell(answer: &Answer, look: Look) -> String {
    match answer {
        Ok(figure) if figure.is_contradicted() => shown(figure, look) + "*",
        Ok(figure) => shown(figure, look),
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
