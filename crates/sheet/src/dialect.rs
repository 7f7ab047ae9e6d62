//! What parts the cells of a text, told by its first rows.

use crate::delimited::Scanner;

/// What may part cells; the first of equals is taken.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// So many rows tell it,
const ROWS: usize = 200;
/// or as many bytes.
const BYTES: usize = 200_000;

/// What parts the cells, and where the rows begin.
pub(crate) struct Dialect {
    pub delimiter: u8,
    /// The first row's byte and line, behind a line by which Excel says what parts the cells.
    pub from: usize,
    pub line: u64,
}

/// The dialect of a text, with what a person said parts its cells.
pub(crate) fn of(text: &str, asked: Option<u8>) -> Dialect {
    let (stated, from, line) = match stated(text) {
        Some((delimiter, from)) => (Some(delimiter), from, 2),
        None => (None, 0, 1),
    };
    let guessed = || guess(text.as_bytes().get(from..).unwrap_or_default());
    Dialect { delimiter: asked.or(stated).unwrap_or_else(guessed), from, line }
}

/// `sep=;` as the first line, and where the next begins.
fn stated(text: &str) -> Option<(u8, usize)> {
    let (line, _) = text.split_once(['\n', '\r'])?;
    let inner = line.trim_matches('"');
    let [delimiter] = *inner.strip_prefix("sep=").or_else(|| inner.strip_prefix("SEP="))?.as_bytes() else {
        return None;
    };
    let rest = text.get(line.len()..)?;
    let end = if rest.starts_with("\r\n") { 2 } else { 1 };
    delimiter.is_ascii().then_some((delimiter, line.len() + end))
}

/// What parts the rows into cells of which most rows have the same number, and the head no fewer than other rows.
fn guess(bytes: &[u8]) -> u8 {
    let mut best = (0.0, b',');
    for delimiter in DELIMITERS {
        let score = score(bytes, delimiter);
        if score > best.0 {
            best = (score, delimiter);
        }
    }
    best.1
}

/// How well a delimiter fits, from 0 to 1.
fn score(bytes: &[u8], delimiter: u8) -> f64 {
    let mut scanner = Scanner { bytes, delimiter, at: 0, line: 1 };
    // Of each row its number of cells, and of the first with several cells where it stands.
    let mut widths: Vec<usize> = Vec::new();
    let mut starts: Vec<(usize, usize)> = Vec::new();
    while scanner.at < bytes.len().min(BYTES) && widths.len() < ROWS {
        let (start, mut width, mut is_blank) = (scanner.at, 0, true);
        loop {
            let cell = scanner.cell();
            width += 1;
            is_blank &= cell.start == cell.end;
            if cell.went_wrong || !cell.is_followed {
                break;
            }
        }
        if !is_blank {
            widths.push(width);
            starts.push((start, scanner.at));
        }
    }
    // The commonest number of several cells.
    let count = |width: usize| widths.iter().filter(|w| **w == width).count();
    let Some(width) = widths.iter().copied().filter(|w| *w > 1).max_by_key(|w| (count(*w), *w)) else {
        return 0.0;
    };
    let agreeing = count(width) as f64 / widths.len() as f64;
    // A comma within numbers makes rows agree, too, but not the head, which has none of them, and where another
    // delimiter parts a row into more cells.
    let head = widths.iter().position(|w| *w == width).and_then(|place| starts.get(place));
    let head = head.and_then(|(start, end)| bytes.get(*start..*end)).unwrap_or_default();
    let most = DELIMITERS.iter().map(|d| outside_of_quotes(head, *d)).max().unwrap_or(0).max(1);
    let of_head = outside_of_quotes(head, delimiter) as f64 / most as f64;
    // Names of columns are no numbers.
    let number =
        |cell: &[u8]| !cell.is_empty() && cell.iter().all(|b| b.is_ascii_digit() || b".,- \r\n".contains(b));
    let of_names = if head.split(|b| *b == delimiter).any(number) { 0.5 } else { 1.0 };
    agreeing * (1.0 - 1.0 / width as f64) * of_head * of_names
}

/// How often a byte stands in a row outside of quotes. A doubled quote inside of quotes closes and opens them.
fn outside_of_quotes(row: &[u8], byte: u8) -> usize {
    row.split(|b| *b == b'"').step_by(2).flatten().filter(|b| **b == byte).count()
}
