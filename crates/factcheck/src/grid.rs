//! Tables of a pasted text: lines of cells that tabs, bars or several spaces part, as spreadsheets, web pages,
//! Markdown and documents leave them.

use std::ops::Range;

use super::date::date;
use super::text::Text;

/// Lines with cells, one below the other. All places are characters of the text.
#[derive(Debug)]
pub(super) struct Grid {
    /// From the first line's first character to behind the last line's last one.
    pub span: Range<usize>,
    /// Its rows; a cell may be empty.
    pub rows: Vec<Vec<Range<usize>>>,
    /// Only spaces part the cells: in a row with fewer than others, nobody knows which one is missing.
    pub gaps: bool,
}

/// What parts the cells of a line.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Parted {
    Tabs,
    Bars,
    /// Two spaces or more.
    Gaps,
}

/// So many cells a line has where only spaces part them, and so many lines such a table has: prose has wide
/// spaces, too.
const BY_GAPS: usize = 3;

/// More columns no table has that a person reads.
const WIDEST: usize = 100;

/// Whether a character stands in one of the tables.
pub(super) fn is_inside(grids: &[Grid], at: usize) -> bool {
    let next = grids.partition_point(|grid| grid.span.end <= at);
    grids.get(next).is_some_and(|grid| grid.span.start <= at)
}

/// Finds the tables of a text. Where spaces part cells, a tab takes the place of one, so that no word is read
/// across them.
pub(super) fn grids(text: &mut Text) -> Vec<Grid> {
    let mut found: Vec<Grid> = Vec::new();
    let mut open: Option<(Parted, Grid)> = None;
    let mut from = 0;
    while from < text.chars.len() {
        let to = (from..text.chars.len()).find(|i| text.get(*i) == '\n').unwrap_or(text.chars.len());
        let blank = (from..to).all(|i| matches!(text.get(i), ' ' | '\t'));
        let line = cells(text, from..to).filter(|_| !blank);
        match (&mut open, line) {
            (Some((parted, grid)), Some((how, cells))) if *parted == how => {
                grid.span.end = to;
                grid.rows.extend(Some(cells).filter(|cells| !is_rule(text, cells)));
            }
            (_, Some((how, cells))) => {
                found.extend(open.take().and_then(|(how, grid)| table(text, how, grid)));
                open = Some((how, Grid { span: from..to, rows: vec![cells], gaps: how == Parted::Gaps }));
            }
            // An empty line parts nothing.
            (_, None) if blank => {}
            (_, None) => found.extend(open.take().and_then(|(how, grid)| table(text, how, grid))),
        }
        from = to + 1;
    }
    found.extend(open.and_then(|(how, grid)| table(text, how, grid)));
    for gap in found.iter().flat_map(|grid| &grid.rows).flat_map(|row| row.windows(2)) {
        let [before, behind] = gap else { continue };
        if text.get(before.end) == ' ' && before.end < behind.start {
            text.part(before.end);
        }
    }
    found
}

/// The cells of a line, and what parts them.
fn cells(text: &Text, line: Range<usize>) -> Option<(Parted, Vec<Range<usize>>)> {
    let count = |c: char| line.clone().filter(|i| text.get(*i) == c).count();
    if count('\t') > 0 {
        return Some((Parted::Tabs, split(text, line, '\t')));
    }
    if count('|') > 1 {
        let mut cells = split(text, line, '|');
        // “| Mexico | 2,629 |”
        if cells.first().is_some_and(Range::is_empty) {
            cells.remove(0);
        }
        if cells.last().is_some_and(Range::is_empty) {
            cells.pop();
        }
        return Some((Parted::Bars, cells));
    }
    let line = trim(text, line);
    let mut cells = Vec::new();
    let mut from = line.start;
    for i in line.clone() {
        if i >= from && text.get(i) == ' ' && text.get(i + 1) == ' ' {
            cells.push(from..i);
            from = (i..line.end).find(|i| text.get(*i) != ' ').unwrap_or(line.end);
        }
    }
    cells.push(from..line.end);
    (cells.len() >= BY_GAPS).then_some((Parted::Gaps, cells))
}

fn split(text: &Text, line: Range<usize>, mark: char) -> Vec<Range<usize>> {
    let mut cells = Vec::new();
    let mut from = line.start;
    for i in line.clone().filter(|i| text.get(*i) == mark) {
        cells.push(trim(text, from..i));
        from = i + 1;
    }
    cells.push(trim(text, from..line.end));
    cells
}

fn trim(text: &Text, span: Range<usize>) -> Range<usize> {
    let said = |i: &usize| !matches!(text.get(*i), ' ' | '\t');
    let start = span.clone().find(said).unwrap_or(span.end);
    let end = span.rev().find(said).map_or(start, |last| last + 1);
    start..end
}

/// “|---|--:|”
fn is_rule(text: &Text, cells: &[Range<usize>]) -> bool {
    cells.iter().all(|cell| cell.clone().all(|i| matches!(text.get(i), '-' | ':' | '=')))
}

/// The lines as a table, if they are one: below a head that has no figure stand cells that have.
fn table(text: &Text, parted: Parted, mut grid: Grid) -> Option<Grid> {
    // “Table 2 \t\t\t” over the head is a line of the text.
    let told = |row: &[Range<usize>]| row.iter().filter(|cell| !cell.is_empty()).count();
    let titles = grid.rows.iter().take_while(|row| told(row) < 2).count();
    grid.rows.drain(..titles);
    let least = if parted == Parted::Gaps { BY_GAPS } else { 2 };
    let (head, body) = grid.rows.split_first()?;
    let line_start = (0..head.first()?.start).rev().find(|i| text.get(*i) == '\n').map_or(0, |end| end + 1);
    grid.span.start = grid.span.start.max(line_start);
    let figures = |row: &[Range<usize>]| row.iter().filter(|cell| is_figure(text, cell)).count();
    let is_table = figures(head) == 0 && body.iter().any(|row| figures(row) > 0);
    let narrow = grid.rows.iter().all(|row| row.len() <= WIDEST);
    if !is_table || !narrow || grid.rows.len() < least {
        return None;
    }
    if parted == Parted::Gaps {
        grid.rows.iter_mut().skip(1).for_each(|row| part_cell(text, row, false));
        let width = grid.rows.iter().skip(1).map(Vec::len).max().unwrap_or(0);
        let short = grid.rows.iter_mut().skip(1).filter(|row| row.len() + 1 == width);
        short.for_each(|row| part_cell(text, row, true));
        let even = grid.rows.iter().skip(1).filter(|row| row.len() == width).count();
        let head_fits = grid.rows.first().is_some_and(|head| head.len() == width || head.len() + 1 == width);
        if !head_fits || 2 * even < grid.rows.len() {
            return None;
        }
    }
    Some(grid)
}

/// “-36.3% +28.9%”, and “澳大利亚 1530” where a cell is missing: a long name or number may leave one space only.
fn part_cell(text: &Text, row: &mut Vec<Range<usize>>, labels: bool) {
    let is_number = |i: usize| text.get(i).is_ascii_digit() || matches!(text.get(i), '+' | '-');
    let parts = |cell: &Range<usize>| {
        let mut spaces = cell.clone().filter(|i| text.get(*i) == ' ' && is_number(i + 1));
        let (space, more) = (spaces.next()?, spaces.next());
        // “2 629” is one number.
        let before = text.get(space - 1);
        let ends = before == '%' || labels && before.is_alphabetic();
        (more.is_none() && ends).then_some(space)
    };
    let place = row.iter().position(|cell| parts(cell).is_some());
    if let Some((place, cell)) = place.and_then(|place| Some((place, row.get(place)?.clone())))
        && let Some(space) = parts(&cell)
    {
        row.splice(place..=place, [cell.start..space, space + 1..cell.end]);
    }
}

/// Digits with little else, and no date.
fn is_figure(text: &Text, cell: &Range<usize>) -> bool {
    let count = |wanted: fn(char) -> bool| cell.clone().filter(|i| wanted(text.get(*i))).count();
    count(|c| c.is_ascii_digit()) > count(char::is_alphabetic) && date(text, cell.start).is_none()
}
