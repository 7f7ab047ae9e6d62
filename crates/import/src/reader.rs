//! Many files, a slice at a time.

use std::collections::HashMap;

use super::decode::{Decode, decode_natively};

use super::file::{File, FileSummary, ReadLine, Row};
use super::left_out::LeftOut;
use super::meaning::{Meaning, SameKey};
use super::names::name_of;
use super::number::guess;
use super::problem::{ProblemKind, Problems};
use super::question::{About, Choice, Given, NotAnAnswer, Question};
use model::{Dimension, DimensionMap, Flow, Name, Period};

/// What is known before the files are.
#[derive(Debug, Clone)]
pub struct Options {
    /// Exports or imports. Customs files do not say it, and it is never guessed.
    pub flow: Option<Flow>,
    /// The month of every file that does not say its own.
    pub period: Option<Period>,
    /// How text is decoded that is not UTF-8.
    pub decode: Decode,
}

impl Default for Options {
    fn default() -> Options {
        Options { flow: None, period: None, decode: decode_natively }
    }
}

/// The rows of a workbook's sheet below its head, at which programs cut without a word: of today's, and of old ones.
const SHEET_LIMITS: [u64; 2] = [1_048_575, 65_535];

/// How far reading has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Of `of`: bytes, about.
    pub done: u64,
    /// All there is.
    pub of: u64,
    /// Rows so far.
    pub rows: u64,
    /// Nothing is left to read.
    pub finished: bool,
}

/// Members of a dimension as the files name them.
#[derive(Debug, Default)]
pub(super) struct Members {
    pub codes: Vec<String>,
    pub names: Vec<Name>,
    index: HashMap<String, u32>,
}

impl Members {
    fn intern(&mut self, dimension: Dimension, code: String, name: &str) -> u32 {
        if let Some(index) = self.index.get(&code) {
            let known = self.names.get_mut(*index as usize);
            // A second file may name it in the other language.
            if let Some(known) = known.filter(|n| n.en.is_empty() || n.zh.is_empty()) {
                let more = name_of(dimension, &code, name);
                if known.en.is_empty() {
                    known.en = more.en;
                }
                if known.zh.is_empty() {
                    known.zh = more.zh;
                }
            }
            return *index;
        }
        let index = u32::try_from(self.codes.len()).unwrap_or(u32::MAX);
        self.names.push(name_of(dimension, &code, name));
        self.codes.push(code.clone());
        self.index.insert(code, index);
        index
    }
}

/// The place of an entry in a short list, in which it stands afterwards.
fn place_of<T: PartialEq>(list: &mut Vec<T>, entry: T) -> u32 {
    let place = list.iter().position(|known| *known == entry).unwrap_or_else(|| {
        list.push(entry);
        list.len() - 1
    });
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// A row with its members as numbers.
#[derive(Debug, Clone)]
pub(super) struct Compact {
    pub file: usize,
    pub line: u64,
    pub month: Option<Period>,
    pub members: DimensionMap<Option<u32>>,
    pub quantity: u64,
    pub values: [Option<u64>; 2],
    pub flow: Option<Flow>,
    /// A place in [`Import::reporters`].
    pub reporter: Option<u32>,
    /// A place in [`Import::classifications`].
    pub classification: Option<u32>,
    /// See [`Row::rest`].
    pub rest: u64,
    /// See [`Row::part`].
    pub part: u8,
    /// See [`Row::weighed`].
    pub weighed: bool,
    /// Why it is not to be added, where the line alone tells.
    pub left_out: Option<LeftOut>,
}

/// A file that has been or is being read.
pub(super) struct Taken {
    pub summary: FileSummary,
    /// `None` for one that could not be opened.
    pub dimensions: Option<DimensionMap<bool>>,
    /// The month that was answered for it.
    pub month: Option<Period>,
    pub has_months: bool,
    /// It holds a flow, so that nobody need be asked.
    pub has_flow: bool,
    /// It has as many rows as its source gives out at most.
    pub cut: bool,
    open: Option<File>,
}

/// Files on their way to records.
#[derive(Default)]
pub struct Import {
    pub(super) options: Options,
    pub(super) files: Vec<Taken>,
    pub(super) rows: Vec<Compact>,
    pub(super) members: DimensionMap<Members>,
    /// Whose trade the rows are, code and name as files write them.
    pub(super) reporters: Vec<(String, String)>,
    /// By which lists goods are numbered.
    pub(super) classifications: Vec<String>,
    /// Code or name of the reporter that was chosen or said.
    pub(super) reporter: Option<String>,
    /// Lists of goods that were chosen: a list, and a version of it.
    pub(super) classifications_wanted: Vec<String>,
    /// What is made of rows of one key: in a file, or in all of them.
    same_key: Vec<(Option<String>, SameKey)>,
    pub(super) problems: Problems,
    /// Rows that could not be read.
    pub(super) faulty: u64,
}

impl Import {
    /// Begins with what is known.
    pub fn new(options: Options) -> Import {
        Import { options, ..Import::default() }
    }

    /// Takes a file in: finds out what it is and reads its header.
    pub fn add(&mut self, name: &str, bytes: Vec<u8>) {
        let file = match File::open(name, bytes, self.options.decode) {
            Ok(file) => file,
            Err(kind) => return self.refuse(name, kind),
        };
        for column in file.header.unknown() {
            self.tell(name, None, ProblemKind::UnknownColumn(column.clone()));
        }
        if file.header.has_no_unit() {
            self.tell(name, None, ProblemKind::NoUnit);
        }
        self.files.push(Taken {
            summary: file.summary(),
            dimensions: Some(file.dimensions()),
            month: self.options.period.filter(|_| !file.has_months()),
            has_months: file.has_months(),
            has_flow: file.header.origin.rules().tells_flow,
            cut: false,
            open: Some(file),
        });
    }

    /// Tells that a file is too large, without its bytes.
    pub fn refuse_large(&mut self, name: &str) {
        self.refuse(name, ProblemKind::TooLarge);
    }

    fn refuse(&mut self, name: &str, kind: ProblemKind) {
        self.tell(name, None, kind);
        self.files.push(Taken {
            summary: FileSummary { name: name.to_owned(), origin: None, encoding: None, rows: 0 },
            dimensions: None,
            month: None,
            has_months: false,
            has_flow: false,
            cut: false,
            open: None,
        });
    }

    /// Reads at most `rows` rows more.
    pub fn advance(&mut self, rows: usize) -> Progress {
        for _ in 0..rows {
            let Some(place) = self.files.iter().position(|f| f.open.is_some()) else { break };
            self.read_line(place);
        }
        let progress = self.files.iter().filter_map(|f| f.open.as_ref().map(|o| o.table.progress()));
        let (done, of) = progress.fold((0, 0), |sum, p| (sum.0 + p.0, sum.1 + p.1));
        Progress {
            done,
            of,
            rows: self.files.iter().map(|f| f.summary.rows).sum(),
            finished: self.files.iter().all(|f| f.open.is_none()),
        }
    }

    fn read_line(&mut self, place: usize) {
        let Some(taken) = self.files.get_mut(place) else { return };
        let Some(file) = &mut taken.open else { return };
        let reading = match file.table.next() {
            Some(Ok((line, record))) => (line, file.read(line, &record)),
            Some(Err((line, kind))) => {
                self.close(place);
                let name = self.name(place);
                self.tell(&name, Some(line), kind);
                return;
            }
            None => {
                self.close(place);
                return;
            }
        };
        taken.summary.rows = file.rows;
        let (line, reading) = reading;
        match reading {
            ReadLine::Row(row) => {
                let row = self.compact(place, row, None);
                self.rows.push(row);
            }
            ReadLine::LeftOut(why, row) => {
                let row = self.compact(place, row, Some(why));
                self.rows.push(row);
            }
            ReadLine::Faulty(kind) => {
                self.faulty += 1;
                let name = self.name(place);
                self.tell(&name, Some(line), kind);
            }
        }
    }

    fn close(&mut self, place: usize) {
        let Some(taken) = self.files.get_mut(place) else { return };
        let Some(file) = taken.open.take() else { return };
        taken.summary = file.summary();
        let (name, rows, limits) = (file.name, file.rows, file.header.origin.rules().limits);
        let cut = limits.iter().chain(&SHEET_LIMITS).any(|limit| *limit == rows);
        taken.cut = cut;
        if rows == 0 {
            self.tell(&name, None, ProblemKind::NoRows);
        }
        if cut {
            self.tell(&name, None, ProblemKind::ProbablyCut { rows });
        }
    }

    fn compact(&mut self, file: usize, row: Row, left_out: Option<LeftOut>) -> Compact {
        let mut named = row.members;
        let members = DimensionMap::from_fn(|dimension| {
            let (code, name) = named[dimension].take()?;
            Some(self.members[dimension].intern(dimension, code, &name))
        });
        Compact {
            file,
            line: row.line,
            month: row.month,
            members,
            quantity: row.quantity,
            values: row.values,
            flow: row.flow,
            reporter: row.reporter.map(|reporter| place_of(&mut self.reporters, reporter)),
            classification: row.classification.map(|list| place_of(&mut self.classifications, list)),
            rest: row.rest,
            part: row.part,
            weighed: row.weighed,
            left_out,
        }
    }

    /// What must be answered before the records can be made.
    pub fn questions(&self) -> Vec<Question> {
        let mut questions = Vec::new();
        let read = self.files.iter().filter(|f| f.dimensions.is_some());
        if self.options.flow.is_none() && self.flow_of_files().is_none() && read.clone().next().is_some() {
            let choices = Flow::NAMES.iter().map(|(name, _)| Choice::of(name)).collect();
            questions.push(Question { choices, ..Question::new(About::Flow) });
        }
        for file in read.filter(|f| !f.has_months && f.month.is_none()) {
            let name = &file.summary.name;
            let guess = guess(name).map(|month| month.to_string());
            questions.push(Question { file: Some(name.clone()), guess, ..Question::new(About::Month) });
        }
        // What rows mean together hangs on whose flow and of which month they are.
        if questions.is_empty() {
            questions = Meaning::of(self, Problems::default()).questions;
        }
        questions
    }

    /// Takes an answer. One that is given before it is asked for holds for the files that are there.
    pub fn answer(&mut self, given: Given) -> Result<(), NotAnAnswer> {
        match given.about {
            About::Flow => {
                let flow = Flow::NAMES.iter().find(|(name, _)| *name == given.value);
                self.options.flow = Some(flow.ok_or_else(|| NotAnAnswer(given.clone()))?.1);
            }
            About::Month => {
                let month: Period = given.value.parse().map_err(|_| NotAnAnswer(given.clone()))?;
                let holds_for = |name: &String| given.file.as_ref().is_none_or(|file| file == name);
                for taken in self.files.iter_mut().filter(|f| holds_for(&f.summary.name) && !f.has_months) {
                    taken.month = Some(month);
                }
            }
            About::Reporter => self.reporter = Some(given.value),
            About::Classification => self.classifications_wanted.push(given.value),
            About::SameKey => {
                let answer = SameKey::NAMES.iter().find(|(name, _)| *name == given.value);
                let answer = answer.ok_or_else(|| NotAnAnswer(given.clone()))?.1;
                self.same_key.push((given.file, answer));
            }
            _ => return Err(NotAnAnswer(given)),
        }
        Ok(())
    }

    /// The one flow that every file states.
    pub(super) fn flow_of_files(&self) -> Option<Flow> {
        let mut files = self.files.iter().filter(|f| f.dimensions.is_some());
        let mut flows = self.rows.iter().map(|r| r.flow);
        let first = flows.next()??;
        (files.all(|f| f.has_flow) && flows.all(|f| f == Some(first))).then_some(first)
    }

    pub(super) fn name(&self, file: usize) -> String {
        self.files.get(file).map(|f| f.summary.name.clone()).unwrap_or_default()
    }

    /// What was answered on rows of one key in a file.
    pub(super) fn same_key_in(&self, file: usize) -> Option<SameKey> {
        let name = self.files.get(file).map(|file| &file.summary.name);
        let holds = |(of, _): &&(Option<String>, SameKey)| of.is_none() || of.as_ref() == name;
        self.same_key.iter().rev().find(holds).map(|(_, answer)| *answer)
    }

    pub(super) fn tell(&mut self, file: &str, line: Option<u64>, kind: ProblemKind) {
        self.problems.tell(file, line, kind);
    }
}
