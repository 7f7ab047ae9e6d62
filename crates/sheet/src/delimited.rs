//! Text whose cells a comma, a semicolon, a tab or a bar parts, as RFC 4180 has it: a cell in quotes may hold what
//! parts cells, ends of lines, and quotes written twice.

use csv::StringRecord;

use crate::decode::Pieces;
use crate::fault::Fault;
use crate::{Limits, Rows};

/// A quote that goes wrong costs a look at what follows. After so many bytes looked at in vain, reading ends.
const MOST_IN_VAIN: usize = 2_000_000_000;

/// Rows of a text, of which a piece is in memory at a time.
pub(crate) struct Delimited {
    /// What was read and is not yet behind. It ends with a line or with the file.
    text: String,
    /// What follows it.
    pieces: Pieces,
    has_ended: bool,
    delimiter: u8,
    limits: Limits,
    /// The next row's first byte and line.
    at: usize,
    line: u64,
    /// Bytes that were looked at in vain.
    in_vain: usize,
}

/// How a row ended.
enum Ended {
    /// With its line or with the text.
    Well,
    /// Not yet: what is in memory ends within quotes.
    Further,
    /// A quote went wrong that stands at this line.
    OpenQuote {
        line: u64,
    },
    LongCell {
        column: usize,
    },
    ManyColumns,
}

impl Delimited {
    /// Begins at a byte of a text's first piece, on the line that it stands on.
    pub fn new(
        text: String,
        pieces: Pieces,
        delimiter: u8,
        from: usize,
        line: u64,
        limits: &Limits,
    ) -> Delimited {
        let limits = limits.clone();
        Delimited { text, pieces, has_ended: false, delimiter, limits, at: from, line, in_vain: 0 }
    }

    /// Takes the next piece in, in place of the rows that were read; whether there was one.
    fn go_on(&mut self) -> Result<bool, Fault> {
        let next = if self.has_ended { Ok(None) } else { self.pieces.next() };
        match next {
            Ok(Some(piece)) => {
                self.text.drain(..self.at);
                match self.text.is_empty() {
                    true => self.text = piece,
                    false => self.text.push_str(&piece),
                }
                self.at = 0;
                Ok(true)
            }
            Ok(None) => {
                self.has_ended = true;
                Ok(false)
            }
            Err(_) => {
                self.has_ended = true;
                Err(Fault::NotRead)
            }
        }
    }

    /// Passes all lines that are left; how many there were.
    fn skip_lines(&mut self) -> Result<u64, Fault> {
        let mut unread = 0;
        loop {
            let bytes = self.text.as_bytes();
            let mut rest = Scanner { bytes, delimiter: self.delimiter, at: self.at, line: 0 };
            while rest.at < bytes.len() {
                rest.skip_line();
            }
            unread += rest.line;
            self.at = bytes.len();
            if !self.go_on()? {
                return Ok(unread);
            }
        }
    }

    /// Takes in as much again as is there, so that a long cell is not looked at too often.
    fn go_on_within_quotes(&mut self) -> Result<(), Fault> {
        let wanted = 2 * (self.text.len() - self.at);
        while self.go_on()? && self.text.len() < wanted {}
        Ok(())
    }

    /// Reads one row from `self.at` and moves behind it.
    fn row(&mut self, row: &mut StringRecord) -> Ended {
        let bytes = self.text.as_bytes();
        let mut scanner = Scanner { bytes, delimiter: self.delimiter, at: self.at, line: self.line };
        let mut ended = Ended::Well;
        loop {
            let cell = scanner.cell();
            if cell.went_wrong && scanner.at >= bytes.len() && !self.has_ended {
                return Ended::Further;
            }
            let long = cell.end - cell.start > self.limits.cell;
            if matches!(ended, Ended::Well) {
                if cell.went_wrong {
                    // What stands behind the line of the quote is read again, without the quote.
                    let mut behind = Scanner { at: cell.start, line: cell.line, ..scanner };
                    behind.skip_line();
                    self.in_vain += scanner.at - cell.start;
                    (self.at, self.line) = (behind.at, behind.line);
                    return Ended::OpenQuote { line: cell.line };
                }
                ended = match () {
                    () if long => Ended::LongCell { column: row.len() + 1 },
                    () if row.len() >= self.limits.columns => Ended::ManyColumns,
                    () => Ended::Well,
                };
            }
            if matches!(ended, Ended::Well) {
                let text = self.text.get(cell.start..cell.end).unwrap_or_default();
                match cell.has_doubled_quotes {
                    true => row.push_field(&text.replace("\"\"", "\"")),
                    false => row.push_field(text),
                }
            }
            if !cell.is_followed {
                (self.at, self.line) = (scanner.at, scanner.line);
                return ended;
            }
        }
    }
}

impl Rows for Delimited {
    fn read(&mut self, row: &mut StringRecord) -> Option<Result<u64, (u64, Fault)>> {
        loop {
            while self.at >= self.text.len() {
                match self.go_on() {
                    Ok(true) => {}
                    Ok(false) => return None,
                    Err(fault) => return Some(Err((self.line, fault))),
                }
            }
            row.clear();
            let line = self.line;
            return Some(match self.row(row) {
                Ended::Further => match self.go_on_within_quotes() {
                    Ok(()) => continue,
                    Err(fault) => {
                        self.at = self.text.len();
                        Err((line, fault))
                    }
                },
                Ended::Well => Ok(line),
                Ended::LongCell { column } => Err((line, Fault::LongCell { column })),
                Ended::ManyColumns => Err((line, Fault::ManyColumns)),
                Ended::OpenQuote { line } if self.in_vain < MOST_IN_VAIN => Err((line, Fault::OpenQuote)),
                Ended::OpenQuote { line } => match self.skip_lines() {
                    Ok(0) => Err((line, Fault::OpenQuote)),
                    Ok(unread) => Err((line, Fault::OpenQuotes { unread })),
                    Err(fault) => Err((line, fault)),
                },
            });
        }
    }

    fn progress(&self) -> (u64, u64) {
        let (read, of) = self.pieces.progress();
        (read.saturating_sub(self.text.len() - self.at) as u64, of as u64)
    }
}

/// A cell's place in a text.
pub(crate) struct Cell {
    /// Its first byte and the one behind its last, without the quotes around it.
    pub start: usize,
    pub end: usize,
    /// The line that it begins on.
    line: u64,
    /// Two quotes in it stand for one.
    has_doubled_quotes: bool,
    /// Its quote is not closed, or closed in the midst of it.
    pub went_wrong: bool,
    /// Another cell of the row follows.
    pub is_followed: bool,
}

/// Goes through a text cell by cell.
#[derive(Clone, Copy)]
pub(crate) struct Scanner<'a> {
    pub bytes: &'a [u8],
    pub delimiter: u8,
    pub at: usize,
    pub line: u64,
}

impl Scanner<'_> {
    fn byte(&self, at: usize) -> Option<u8> {
        self.bytes.get(at).copied()
    }

    /// The next cell. Behind the last of a row the next row begins.
    pub fn cell(&mut self) -> Cell {
        let (start, line) = (self.at, self.line);
        match self.byte(start) {
            Some(b'"') => self.quoted(),
            _ => {
                let delimiter = self.delimiter;
                let ends = |byte: &u8| *byte == delimiter || matches!(byte, b'\n' | b'\r');
                let rest = self.bytes.get(start..).unwrap_or_default();
                let end = rest.iter().position(ends).map_or(self.bytes.len(), |length| start + length);
                self.at = end;
                let is_followed = self.pass();
                Cell { start, end, line, has_doubled_quotes: false, went_wrong: false, is_followed }
            }
        }
    }

    /// A cell that begins with a quote.
    fn quoted(&mut self) -> Cell {
        let (opened, line) = (self.at, self.line);
        let (start, mut at) = (opened + 1, opened + 1);
        let mut has_doubled_quotes = false;
        loop {
            match self.byte(at) {
                Some(b'"') if self.byte(at + 1) == Some(b'"') => {
                    has_doubled_quotes = true;
                    at += 2;
                }
                Some(b'"') => break,
                Some(b'\n') => {
                    self.line += 1;
                    at += 1;
                }
                Some(b'\r') => {
                    self.line += u64::from(self.byte(at + 1) != Some(b'\n'));
                    at += 1;
                }
                Some(_) => at += 1,
                None => {
                    self.at = self.bytes.len();
                    return Cell {
                        start: opened,
                        end: self.bytes.len(),
                        line,
                        has_doubled_quotes,
                        went_wrong: true,
                        is_followed: false,
                    };
                }
            }
        }
        let end = at;
        self.at = end + 1;
        // Spaces before what parts the cells are harmless; anything else shows that the quote was none that opens.
        while self.byte(self.at) == Some(b' ') {
            self.at += 1;
        }
        let ends = |byte: u8| byte == self.delimiter || matches!(byte, b'\n' | b'\r');
        let went_wrong = self.byte(self.at).is_some_and(|byte| !ends(byte));
        if went_wrong && self.line == line {
            // `"Mexico" City,` on one line is a cell that holds quotes.
            (self.at, self.line) = (opened, line);
            let delimiter = self.delimiter;
            let rest = self.bytes.get(end..).unwrap_or_default();
            let ends = |byte: &u8| *byte == delimiter || matches!(byte, b'\n' | b'\r');
            let end = rest.iter().position(ends).map_or(self.bytes.len(), |length| end + length);
            self.at = end;
            let is_followed = self.pass();
            return Cell {
                start: opened,
                end,
                line,
                has_doubled_quotes: false,
                went_wrong: false,
                is_followed,
            };
        }
        let is_followed = self.pass();
        Cell { start, end, line, has_doubled_quotes, went_wrong, is_followed }
    }

    /// Passes what stands behind a cell; whether another of the row follows.
    fn pass(&mut self) -> bool {
        match self.byte(self.at) {
            Some(b'\r') => {
                self.at += if self.byte(self.at + 1) == Some(b'\n') { 2 } else { 1 };
                self.line += 1;
                false
            }
            Some(b'\n') => {
                self.at += 1;
                self.line += 1;
                false
            }
            Some(byte) if byte == self.delimiter => {
                self.at += 1;
                true
            }
            _ => false,
        }
    }

    /// Passes the rest of a line, whatever stands there.
    pub fn skip_line(&mut self) {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let length = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
        self.at += length;
        if length < rest.len() {
            self.pass();
        } else {
            self.line += 1;
        }
    }
}
