//! One file: its head, its lines, and what it is.

mod ask;
mod row;

pub(crate) use ask::measures_of;
pub use row::{Figure, FigureKind, ReadLine, Row};

use std::collections::{BTreeSet, HashMap, VecDeque};

use csv::StringRecord;
use model::{Currency, Dimension, DimensionMap, Period};

use super::columns::{Origin, Role, Rules, key};
use super::doubt::Doubt;
use super::guess;
use super::mapping::{Mapping, Plan};
use super::month::{DateOrder, When};
use super::number::{Mark, Reading, number};
use super::problem::ProblemKind;
use super::unit::Measures;
use sheet::{Encoding, Fault, Kind, NoSheet, Sheet};

/// A line's number, from 1, and its fields.
pub type Line = (u64, StringRecord);

/// What a file was, for a person to compare with the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileSummary {
    /// Its name.
    pub name: String,
    /// Whose file it is; `None` for one that could not be read.
    pub origin: Option<Origin>,
    /// How its text was written; `None` for a workbook.
    pub encoding: Option<Encoding>,
    /// Rows after the head.
    pub rows: u64,
    /// Rows whose weight had a fraction of a kilogram.
    pub rounded: u64,
    /// What rounding these added, grams; negative where it took something away.
    pub added: i64,
    /// The mapping that it was read by, a place among [`crate::Options::mappings`]; `None` where it was read by none of
    /// them.
    pub mapped_by: Option<usize>,
}

/// What a file has next.
pub enum Next {
    /// A line, by its number.
    Line(u64),
    /// A place that cannot be read. What follows it can.
    Fault(u64, Fault),
    /// Something must be answered first.
    Waits,
    End,
}

/// A column as a person sees it before anything is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeenColumn {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub role: Role,
    /// Its first cells that are not empty and not alike.
    pub samples: Vec<String>,
}

/// A unit that a file writes and nobody knows.
struct UnknownUnit {
    text: String,
    rows: u64,
    answer: Option<Measures>,
}

/// A file that is being read.
pub struct File {
    pub name: String,
    pub origin: Origin,
    pub head: Vec<String>,
    /// In the order of the head.
    pub mapping: Mapping,
    pub rows: u64,
    pub rounded: (u64, i64),
    /// The currencies that values are read in, in the order of [`Row::values`].
    pub slots: [Option<Currency>; 2],
    rules: Rules,
    plan: Plan,
    /// The mapping that it is read by, among those that were given.
    mapped_by: Option<usize>,
    /// Nobody need say which column is what.
    is_confirmed: bool,
    /// Why it cannot be read as it is mapped.
    missing: Option<ProblemKind>,
    table: Sheet,
    /// The first lines, also those above the head, for a person.
    first: Vec<Line>,
    /// The head's place among these.
    head_at: usize,
    /// The table has no more lines.
    has_ended: bool,
    /// Lines that cannot be read before something is decided.
    held: Vec<Line>,
    /// Held lines whose turn has come.
    again: VecDeque<Line>,
    /// How numbers are written, a column each.
    marks: Vec<Doubt>,
    date_order: Doubt,
    units: Vec<UnknownUnit>,
    /// What quantities are counted in that nothing says it of.
    unsaid_unit: Option<Measures>,
    /// The time of the line before: most lines have the same.
    last_time: (String, Option<When>),
    /// The unit of the line before, and what it measures where that is known.
    last_unit: (String, Option<Measures>),
    /// Where lines have one field more than the head: the place of the surplus one.
    surplus: Option<usize>,
    /// The times of which a line of several says that there was nothing, and those of which one says nothing.
    zeros: BTreeSet<Period>,
    blanks: BTreeSet<Period>,
}

impl File {
    /// Reads the head of a table, by the first of some mappings that names columns of it. A table whose columns are not
    /// sure, or of which a person wants to say it, asks for them before anything is read. `beside` is what another sheet
    /// says of the table, a cell a line.
    pub fn open(
        name: &str,
        mut table: Sheet,
        beside: &str,
        mappings: &[Mapping],
        is_checked: bool,
    ) -> Result<File, ProblemKind> {
        let first: Vec<Line> = table.peek(guess::LOOKED_AT).into_iter().cloned().collect();
        let looked_at: Vec<&StringRecord> = first.iter().map(|(_, record)| record).collect();
        let given = mappings.iter().enumerate().find_map(|(by, mapping)| {
            let mut heads = looked_at.iter().enumerate();
            heads.find_map(|(place, record)| Some((by, place, mapping.for_head(&names_of(record))?)))
        });
        let place = given.as_ref().map(|(_, place, _)| *place).or_else(|| guess::head(&looked_at));
        let no_header = |line: usize| {
            let found: Vec<&str> = looked_at.get(line).into_iter().flat_map(|record| record.iter()).collect();
            let found = as_name(&found.join(", "));
            ProblemKind::NoHeader { found: found.chars().take(80).collect() }
        };
        let is_unknown = place.is_none();
        let Some(place) = place.or_else(|| guess::unknown_head(&looked_at)) else {
            let why = no_header(0);
            return Err(match table.next() {
                None => ProblemKind::NoSheet(NoSheet::Empty),
                // What would be the head cannot be read.
                Some(Err((_, fault))) => ProblemKind::Unreadable(fault),
                Some(Ok(_)) => why,
            });
        };
        let head = looked_at.get(place).map(|record| names_of(record)).unwrap_or_default();
        let above = looked_at.iter().take(place).flat_map(|record| record.iter());
        let titles: Vec<&str> = above.chain(beside.lines()).collect();
        let below: Vec<&StringRecord> = looked_at
            .iter()
            .skip(place + 1)
            .copied()
            .filter(|record| is_of_table(record, head.len()))
            .collect();
        let guessed = guess::columns(&head, &below, &titles.join("\n"));
        let origin = guessed.origin;
        let rules = origin.rules();
        let mapped_by = given.as_ref().map(|(by, ..)| *by);
        let (mapping, is_sure) = match given {
            Some((.., mapping)) => (mapping, true),
            None => (guessed.mapping, guessed.is_sure),
        };
        let (plan, missing) = match Plan::of(&mapping, &rules) {
            // Of two columns of one name a person chooses.
            Ok(plan) if mapped_by.is_none() => (plan, twice(&mapping).map(ProblemKind::ColumnTwice)),
            Ok(plan) => (plan, None),
            // What a person said is not mended.
            Err(why) if mapped_by.is_some() && !is_checked => return Err(why),
            Err(why) => (Plan::default(), Some(if is_unknown { no_header(place) } else { why })),
        };
        // The head and what stands above it are no rows.
        let mut above = 0;
        while above <= place {
            match table.next() {
                Some(Ok(_)) => above += 1,
                Some(Err(_)) => {}
                None => break,
            }
        }
        let mut file = File {
            name: name.to_owned(),
            origin,
            head,
            mapping,
            rows: 0,
            rounded: (0, 0),
            slots: [None; 2],
            rules,
            plan,
            mapped_by,
            is_confirmed: is_sure && missing.is_none() && !is_checked,
            missing,
            table,
            first,
            head_at: place,
            has_ended: false,
            held: Vec::new(),
            again: VecDeque::new(),
            marks: Vec::new(),
            date_order: Doubt::default(),
            units: Vec::new(),
            unsaid_unit: None,
            last_time: (String::new(), None),
            last_unit: (String::new(), None),
            surplus: None,
            zeros: BTreeSet::new(),
            blanks: BTreeSet::new(),
        };
        file.take_mapping();
        Ok(file)
    }

    /// What the mapping says of how cells are written.
    fn take_mapping(&mut self) {
        // Programs of customs offices write numbers as English does, and so do all in East Asia; what a person's
        // program made of their files in another country shows in what parts the fields.
        let english = has_plain_commas(self.table.kind)
            && (self.origin != Origin::Own || self.head.iter().any(|name| is_east_asian(name)));
        let mark = |column: &super::mapping::Column| match (column.decimal_mark, english) {
            (Some(mark), _) => Doubt::decided(way_of(mark)),
            (None, true) => Doubt::decided(way_of(Mark::Dot)),
            (None, false) => Doubt::default(),
        };
        self.marks = self.mapping.columns.iter().map(mark).collect();
        let order = self.mapping.columns.iter().find_map(|column| column.date_order);
        self.date_order = order.map(|order| Doubt::decided(way_of_date(order))).unwrap_or_default();
    }

    /// Whether its columns are those of another table.
    pub fn is_like(&self, other: &File) -> bool {
        let keys = |file: &File| file.head.iter().map(|name| key(name)).collect::<Vec<_>>();
        self.origin == other.origin && (self.origin != Origin::Own || keys(self) == keys(other))
    }

    pub fn summary(&self) -> FileSummary {
        FileSummary {
            name: self.name.clone(),
            origin: Some(self.origin),
            encoding: self.table.encoding,
            rows: self.rows,
            rounded: self.rounded.0,
            added: self.rounded.1,
            mapped_by: self.mapped_by,
        }
    }

    /// Whether it is known which column is what.
    pub fn is_confirmed(&self) -> bool {
        self.is_confirmed
    }

    /// Why it cannot be read as long as nobody says which column is what.
    pub fn missing(&self) -> Option<&ProblemKind> {
        self.missing.as_ref()
    }

    /// Its first lines, also those above its head, as a table of their own.
    pub fn first_lines(&self) -> Sheet {
        Sheet::of_rows(self.table.kind, self.first.iter().cloned())
    }

    /// Its first rows.
    pub fn first_rows(&self) -> impl Iterator<Item = &StringRecord> + Clone {
        let below = self.first.iter().skip(self.head_at + 1).map(|(_, record)| record);
        below.filter(|record| is_of_table(record, self.head.len()))
    }

    /// The first row that stands on a line, as far as it is kept for a person.
    pub fn row_on(&self, line: u64) -> Option<&StringRecord> {
        self.first.iter().find(|(known, _)| *known == line).map(|(_, record)| record)
    }

    /// Where what stands.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Whether rows say their time.
    pub fn has_times(&self) -> bool {
        self.plan.has_times() || self.mapping.time().is_some()
    }

    /// Whether rows say their flow.
    pub fn has_flow(&self) -> bool {
        self.plan.has_flow() || self.mapping.flow.is_some()
    }

    /// Whether some quantity is read.
    pub fn has_quantities(&self) -> bool {
        self.plan.has_quantities()
    }

    /// Whether quantities are taken for kilograms because nothing says what they are counted in.
    pub fn has_no_unit(&self) -> bool {
        let of_quantity =
            |column: &super::mapping::Column| column.role == Role::Quantity && column.weight().is_none();
        self.rules.kilograms && !self.mapping.has(Role::Unit) && self.mapping.columns.iter().any(of_quantity)
    }

    /// The dimensions that rows are told apart by.
    pub fn dimensions(&self) -> DimensionMap<bool> {
        DimensionMap::from_fn(|dimension| self.plan.codes[dimension].or(self.plan.names[dimension]).is_some())
    }

    /// The currencies of its values, in the order of its columns.
    pub fn currencies(&self) -> Vec<Currency> {
        let of_columns =
            self.plan.amounts.iter().flat_map(|amounts| amounts.values.iter().map(|value| value.currency));
        let of_figures = self.plan.figures.iter().map(|figures| figures.currency);
        of_columns.chain(of_figures).collect()
    }

    /// The columns that nothing is read from and that a person should know of.
    pub fn unread(&self) -> impl Iterator<Item = &String> {
        let numbers = |place: usize| {
            let mut cells = self
                .first_rows()
                .filter_map(move |row| row.get(place))
                .filter(|cell| !cell.trim().is_empty());
            cells.clone().next().is_some() && cells.all(|cell| !matches!(number(cell), Reading::No))
        };
        let is_told = move |place: usize| !self.rules.has_more_columns || numbers(place);
        let columns = self.mapping.columns.iter().enumerate();
        columns
            .filter(move |(place, column)| {
                column.role == Role::Other
                    && super::columns::known(self.origin, &column.name).is_none()
                    && is_told(*place)
            })
            .map(|(_, column)| &column.name)
    }

    /// Its columns with what they hold and some of their cells.
    pub fn columns(&self) -> Vec<SeenColumn> {
        let samples = |place: usize| {
            let mut samples: Vec<String> = Vec::new();
            for cell in self.first_rows().filter_map(|row| row.get(place)).map(str::trim) {
                if samples.len() < 2 && !cell.is_empty() && !samples.iter().any(|known| known == cell) {
                    samples.push(short(cell));
                }
            }
            samples
        };
        let columns = self.mapping.columns.iter().enumerate();
        columns
            .map(|(place, column)| SeenColumn {
                name: column.name.clone(),
                role: column.role,
                samples: samples(place),
            })
            .collect()
    }

    pub fn progress(&self) -> (u64, u64) {
        self.table.progress()
    }

    /// Reads the file's next line, in its turn, into `record`.
    pub fn next(&mut self, record: &mut StringRecord) -> Next {
        if !self.questions().is_empty() {
            return Next::Waits;
        }
        loop {
            if let Some((line, held)) = self.again.pop_front() {
                *record = held;
                return Next::Line(line);
            }
            let line = if self.has_ended { None } else { self.table.read(record) };
            match line {
                Some(Ok(_)) if self.is_note(record) => {}
                Some(Ok(line)) => {
                    self.rows += 1;
                    return Next::Line(line);
                }
                Some(Err((line, fault))) => {
                    self.rows += 1;
                    return Next::Fault(line, fault);
                }
                None => {
                    self.has_ended = true;
                    self.marks.iter_mut().for_each(Doubt::settle);
                    self.date_order.settle();
                    if self.held.is_empty() {
                        return Next::End;
                    }
                    if !self.questions().is_empty() {
                        return Next::Waits;
                    }
                    self.again = std::mem::take(&mut self.held).into();
                }
            }
        }
    }

    /// A note below the table, or the head once more where files were put after each other.
    fn is_note(&self, record: &StringRecord) -> bool {
        if record.get(0).is_some_and(|first| self.rules.notes.contains(&first.trim())) {
            return true;
        }
        let filled = record.iter().filter(|cell| !cell.trim().is_empty()).take(2).count();
        let begins_alike = || match (record.get(0), self.head.first()) {
            (Some(first), Some(name)) => first.trim() == name,
            _ => false,
        };
        filled < 2 && self.plan.width > 2 || begins_alike() && names_of(record) == self.head
    }

    /// Whether the line that came last had waited for something.
    pub fn is_late(&self) -> bool {
        self.has_ended
    }

    /// Whether goods are told apart by codes.
    pub fn has_product_codes(&self) -> bool {
        self.plan.codes[Dimension::Product].is_some()
    }

    /// The times of which lines of several say that there was nothing, and none says nothing.
    pub fn stated_zeros(&self) -> impl Iterator<Item = Period> {
        self.zeros.difference(&self.blanks).copied()
    }

    /// How many lines wait for an answer.
    pub fn waiting(&self) -> u64 {
        (self.held.len() + self.again.len()) as u64
    }
}

/// The names in a head. The second column of a name is called `NAME (2)`, so that each can be spoken of.
fn names_of(record: &StringRecord) -> Vec<String> {
    let mut taken: HashMap<String, u32> = HashMap::new();
    let mut free = |name: String| {
        let mut numbered = name.clone();
        while !name.is_empty() && taken.contains_key(&numbered) {
            let number = taken.entry(name.clone()).and_modify(|number| *number += 1).or_insert(1);
            numbered = format!("{name} ({number})");
        }
        taken.insert(numbered.clone(), 1);
        numbered
    };
    record.iter().map(|cell| free(as_name(cell))).collect()
}

/// The first name of a head of which there is another one that counts as well.
fn twice(mapping: &Mapping) -> Option<String> {
    let read = mapping.columns.iter().filter(|column| !matches!(column.role, Role::Other | Role::Ignored));
    let mut names = read.map(|column| &column.name);
    let again = |name: &&String| {
        let other = format!("{name} (2)");
        mapping.columns.iter().any(|column| column.name == other && column.role != Role::Ignored)
    };
    names.find(again).cloned()
}

/// A name in a head without what stands around it.
fn as_name(text: &str) -> String {
    text.split(['\r', '\n'])
        .map(str::trim)
        .collect::<Vec<_>>()
        .join(" ")
        .trim_matches(|c: char| c.is_whitespace() || c == '"')
        .to_owned()
}

/// Whether a line below a head of some columns tells something of them. A note below the table does not.
fn is_of_table(record: &StringRecord, columns: usize) -> bool {
    record.iter().filter(|cell| !cell.trim().is_empty()).count() > 1 || columns < 3
}

/// Whether a name has Chinese, Japanese or Korean letters.
fn is_east_asian(name: &str) -> bool {
    name.chars()
        .any(|c| matches!(c, '\u{3040}'..='\u{30FF}' | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}'))
}

/// Whether a table's cells are parted by commas, or by nothing that tells of a country: a mark before a fraction is then
/// a dot as in English.
fn has_plain_commas(kind: Kind) -> bool {
    match kind {
        Kind::Delimited { delimiter } => delimiter == b',',
        _ => true,
    }
}

fn way_of(mark: Mark) -> usize {
    match mark {
        Mark::Dot => 0,
        Mark::Comma => 1,
    }
}

fn way_of_date(order: DateOrder) -> usize {
    match order {
        DateOrder::Day => 0,
        DateOrder::Month => 1,
    }
}

/// The beginning of a text from outside, for a sentence that quotes it.
pub(crate) fn short(text: &str) -> String {
    text.chars().take(40).collect()
}
