//! The tables of a web page, and of the workbooks that programs save as one, or as Excel's XML of 2003.

use csv::StringRecord;

use crate::fault::{Fault, NoSheet};
use crate::merge::{Merged, Merges};
use crate::xml::{Tag, Token, Xml, push_bytes, push_text};
use crate::{Limits, Rows, SheetChoice};

/// A table of a page.
pub(crate) struct Table {
    pub name: String,
    rows: Vec<Result<StringRecord, Fault>>,
    merged: Vec<Merged>,
}

/// A table of which rows are still read.
struct Open {
    table: Table,
    row: StringRecord,
    /// The text of the cell that is open.
    cell: Option<String>,
    /// The cells of the open one: its columns and rows.
    span: (usize, u64),
    /// What is wrong with the open row.
    fault: Option<Fault>,
    /// Columns that cells of rows above reach down into, with the number of rows that are left.
    down: Vec<u64>,
    /// The caption is open.
    is_caption: bool,
}

/// So many tables are read of a page.
const MOST_TABLES: usize = 1000;
/// So many tables are read inside of each other.
const DEEPEST: usize = 20;
/// A cell reaches over no more cells than this,
const WIDEST: usize = 1000;
/// and so many cells and rows of a page at most are there without being written.
const MOST_UNWRITTEN: usize = 2_000_000;

/// The tables of a page in the order in which they close; those without a row of text are none.
pub(crate) fn tables(text: &str, limits: &Limits) -> Vec<Table> {
    let mut xml = Xml::new(text.as_bytes(), usize::MAX);
    let mut open: Vec<Open> = Vec::new();
    let mut tables = Vec::new();
    let mut room = MOST_UNWRITTEN;
    // A page that ends too early has the rows that it has.
    while let Ok(Some(token)) = xml.next() {
        match token {
            Token::Open(tag) => {
                let name = xml.name_of(&tag).to_ascii_lowercase();
                match name.as_slice() {
                    b"script" | b"style" if !tag.is_empty => {
                        if xml.skip_raw(&name).is_err() {
                            break;
                        }
                    }
                    b"table" if open.len() < DEEPEST => {
                        let number = (tables.len() + open.len() + 1).to_string();
                        open.push(Open::new(number));
                    }
                    _ => {
                        if let Some(table) = open.last_mut() {
                            table.open(&xml, &name, &tag, limits, &mut room);
                        }
                    }
                }
            }
            Token::Close { name } => {
                let name = xml.name(&name).to_ascii_lowercase();
                if name == b"table" {
                    tables.extend(open.pop().map(|table| table.close(limits)));
                } else if let Some(table) = open.last_mut() {
                    table.close_tag(&name, limits);
                }
            }
            Token::Text(range) => {
                if let Some(text) = open.last_mut().and_then(Open::text) {
                    push_text(xml.bytes(&range), text);
                }
            }
            Token::Data(range) => {
                if let Some(text) = open.last_mut().and_then(Open::text) {
                    push_bytes(xml.bytes(&range), text);
                }
            }
        }
        if tables.len() >= MOST_TABLES {
            break;
        }
    }
    tables.extend(open.into_iter().map(|table| table.close(limits)));
    tables.retain(|table| table.len() > 0);
    tables
}

impl Open {
    fn new(name: String) -> Open {
        Open {
            table: Table { name, rows: Vec::new(), merged: Vec::new() },
            row: StringRecord::new(),
            cell: None,
            span: (1, 1),
            fault: None,
            down: Vec::new(),
            is_caption: false,
        }
    }

    /// Where text goes: into the cell, or the caption.
    fn text(&mut self) -> Option<&mut String> {
        match self.is_caption {
            true => Some(&mut self.table.name),
            false => self.cell.as_mut(),
        }
    }

    fn open(&mut self, xml: &Xml<&[u8]>, name: &[u8], tag: &Tag, limits: &Limits, room: &mut usize) {
        // How many of those that are wanted there is room for.
        let mut take = |wanted: usize| {
            let taken = wanted.min(*room);
            *room -= taken;
            taken
        };
        match name {
            b"caption" => {
                self.table.name.clear();
                self.is_caption = true;
            }
            b"tr" | b"row" => {
                self.close_row(limits);
                // Excel's XML leaves empty rows out.
                if let Some(index) = xml.attribute_number::<usize>(tag, b"Index").filter(|_| name == b"row") {
                    let rows = self.table.rows.len();
                    let empty = take(index.saturating_sub(1).saturating_sub(rows));
                    self.table.rows.resize(rows + empty, Ok(StringRecord::new()));
                }
            }
            b"td" | b"th" | b"cell" => {
                self.close_cell(limits);
                self.pass_down();
                if let Some(index) = xml.attribute_number::<usize>(tag, b"Index").filter(|_| name == b"cell")
                {
                    let cells = self.row.len();
                    let empty = take(index.min(limits.columns).saturating_sub(1).saturating_sub(cells));
                    (0..empty).for_each(|_| self.row.push_field(""));
                }
                let more = |attribute| {
                    xml.attribute_number::<usize>(tag, attribute).map(|more| more.saturating_add(1))
                };
                let columns =
                    xml.attribute_number(tag, b"colspan").or_else(|| more(b"MergeAcross")).unwrap_or(1);
                let rows = xml.attribute_number(tag, b"rowspan").or_else(|| more(b"MergeDown")).unwrap_or(1);
                self.span = (1 + take(columns.clamp(1, WIDEST) - 1), rows.clamp(1, WIDEST) as u64);
                self.cell = Some(String::new());
                if tag.is_empty {
                    self.close_cell(limits);
                }
            }
            // Lines of a cell's text.
            b"br" | b"p" | b"div" | b"li" => {
                if let Some(cell) = self.cell.as_mut().filter(|cell| !cell.is_empty()) {
                    cell.push(' ');
                }
            }
            _ => {}
        }
    }

    fn close_tag(&mut self, name: &[u8], limits: &Limits) {
        match name {
            b"td" | b"th" | b"cell" => self.close_cell(limits),
            b"tr" | b"row" => self.close_row(limits),
            b"caption" => {
                self.table.name = words(&self.table.name);
                self.is_caption = false;
            }
            _ => {}
        }
    }

    /// Leaves the columns empty that cells of rows above reach down into.
    fn pass_down(&mut self) {
        while self.down.get(self.row.len()).is_some_and(|rows| *rows > 0) {
            self.row.push_field("");
        }
    }

    fn close_cell(&mut self, limits: &Limits) {
        let Some(cell) = self.cell.take() else { return };
        let (first, (columns, rows)) = (self.row.len(), self.span);
        if cell.len() > limits.cell {
            self.fault.get_or_insert(Fault::LongCell { column: first + 1 });
        }
        if first + columns > limits.columns {
            self.fault.get_or_insert(Fault::ManyColumns);
        }
        if self.fault.is_some() {
            return;
        }
        self.row.push_field(&words(&cell));
        (1..columns).for_each(|_| self.row.push_field(""));
        let place = self.table.rows.len() as u64 + 1;
        if columns > 1 || rows > 1 {
            self.table
                .merged
                .push(Merged { rows: (place, place + rows - 1), columns: (first, first + columns - 1) });
        }
        if rows > 1 {
            self.down.resize(self.down.len().max(first + columns), 0);
            // The row itself is counted off when it closes.
            self.down.get_mut(first..first + columns).unwrap_or_default().fill(rows);
        }
    }

    fn close_row(&mut self, limits: &Limits) {
        self.close_cell(limits);
        let row = std::mem::take(&mut self.row);
        match self.fault.take() {
            Some(fault) => self.table.rows.push(Err(fault)),
            None if row.is_empty() => return,
            None => self.table.rows.push(Ok(row)),
        }
        self.down.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
    }

    fn close(mut self, limits: &Limits) -> Table {
        self.close_row(limits);
        self.table
    }
}

/// A text with single spaces, as a page shows it.
fn words(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    words
}

impl Table {
    /// How many rows have text.
    pub fn len(&self) -> usize {
        let has_text = |row: &&Result<StringRecord, Fault>| {
            row.as_ref().map_or(true, |cells| cells.iter().any(|cell| !cell.is_empty()))
        };
        self.rows.iter().filter(has_text).count()
    }

    /// The table as a sheet to choose.
    fn choice(&self) -> SheetChoice {
        SheetChoice { name: self.name.clone(), rows: Some(self.len() as u64), is_hidden: false }
    }

    pub fn into_rows(self) -> TableRows {
        let length = self.rows.len() as u64;
        TableRows { rows: self.rows.into_iter(), read: 0, length, merges: Merges::new(self.merged) }
    }
}

/// The table of a name, or else the one with the most rows; and all of them, where another has half as many rows or
/// more.
pub(crate) fn choose(
    mut tables: Vec<Table>,
    asked: Option<&str>,
) -> Result<(Table, Vec<SheetChoice>), NoSheet> {
    // Those of one name are told apart by their places.
    for place in 1..tables.len() {
        let (before, rest) = tables.split_at_mut(place);
        if let Some(table) =
            rest.first_mut().filter(|table| before.iter().any(|each| each.name == table.name))
        {
            table.name = format!("{} ({})", table.name, place + 1);
        }
    }
    // The first of the largest.
    let most = tables.iter().map(Table::len).max().unwrap_or(0);
    if let Some(place) = tables.iter().position(|table| table.len() == most) {
        tables.get_mut(..=place).unwrap_or_default().rotate_right(1);
    }
    let choices: Vec<SheetChoice> = tables.iter().map(Table::choice).collect();
    let is_doubtful = tables.iter().skip(1).any(|table| table.len() * 2 >= most);
    match asked {
        Some(name) => {
            let table = tables.into_iter().find(|table| table.name == name);
            Ok((table.ok_or_else(|| NoSheet::NoSuchSheet { name: name.to_owned() })?, Vec::new()))
        }
        None => {
            let table = tables.into_iter().next().ok_or(NoSheet::NoTableInPage)?;
            Ok((table, if is_doubtful { choices } else { Vec::new() }))
        }
    }
}

/// The rows of a table.
pub(crate) struct TableRows {
    rows: std::vec::IntoIter<Result<StringRecord, Fault>>,
    read: u64,
    length: u64,
    merges: Merges,
}

impl Rows for TableRows {
    fn read(&mut self, row: &mut StringRecord) -> Option<Result<u64, (u64, Fault)>> {
        let next = self.rows.next()?;
        self.read += 1;
        Some(match next {
            Ok(cells) => {
                *row = cells;
                self.merges.fill(self.read, row);
                Ok(self.read)
            }
            Err(fault) => Err((self.read, fault)),
        })
    }

    fn progress(&self) -> (u64, u64) {
        (self.read, self.length)
    }
}
