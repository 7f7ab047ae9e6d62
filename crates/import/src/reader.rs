//! Many files, a slice at a time.

use std::collections::BTreeSet;

use csv::StringRecord;

use super::columns::Origin;
use super::figures::FigureRows;
use super::file::{File, FileSummary, Next, ReadLine, Row, SeenColumn, measures_of};
use super::left_out::LeftOut;
use super::mapping::Mapping;
use super::meaning::{Meaning, SameKey};
use super::members::{Members, place_of};
use super::month::{self, Time, When, may_be_fiscal_year, when};
use super::number::Mark;
use super::problem::{Problem, ProblemKind, Problems};
use super::question::{About, Choice, Given, NotAnAnswer, Question};
use super::rows::{Compact, Rows};
use super::sheets::question_of;
use model::{Currency, Dimension, DimensionMap, Flow, Frequency, Period};
use sheet::{Asked, Decode, Encoding, Limits, NoSheet, Sheet, Source, decode_natively};

/// What is known before the files are.
#[derive(Debug, Clone)]
pub struct Options {
    /// Exports or imports. Customs files do not say it, and it is never guessed.
    pub flow: Option<Flow>,
    /// The month of every file that does not say its own.
    pub period: Option<Period>,
    /// Which column is what, for every file that has the columns of one of them; of several the first counts.
    pub mappings: Vec<Mapping>,
    /// Ask of every file which column is what, also where it is sure.
    pub checks_columns: bool,
    /// How text is decoded that is not UTF-8.
    pub decode: Decode,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            flow: None,
            period: None,
            mappings: Vec::new(),
            checks_columns: false,
            decode: decode_natively,
        }
    }
}

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

/// The rows of a workbook's sheet below its head, at which programs cut without a word: of today's, and of old ones.
const SHEET_LIMITS: [u64; 2] = [1_048_575, 65_535];

/// A file that has been or is being read.
pub(super) struct Taken {
    pub summary: FileSummary,
    /// `None` for one that could not be opened, or of which nobody said yet which column is what.
    pub dimensions: Option<DimensionMap<bool>>,
    /// The month that was answered for it.
    pub month: Option<Period>,
    pub has_months: bool,
    /// It holds a flow, so that nobody need be asked.
    pub has_flow: bool,
    /// It has as many rows as its source gives out at most.
    pub cut: bool,
    pub(super) open: Option<Box<File>>,
    /// What was found in its bytes, where they leave open how they are read, with what was answered of it.
    pub(super) doubtful: Option<Box<(Sheet, Asked)>>,
    /// Nothing more of it can be read before something is answered.
    pub(super) waits: bool,
    /// Whose trade its rows are that do not say it: a place in [`Import::reporters`].
    reporter: Option<u32>,
    /// By which list its goods are numbered where rows do not say it: a place in [`Import::classifications`].
    classification: Option<u32>,
    /// Rows of years that do not begin in January, which are not added.
    fiscal: u64,
    /// Codes of goods that are none of the HS: some of them.
    odd_codes: Vec<String>,
    /// The place of the first of the sheets that are read of one workbook; of a file alone its own.
    pub(super) book: Option<usize>,
    /// The times of which it says that there was nothing.
    pub(super) zeros: BTreeSet<Period>,
}

impl Taken {
    /// The file, while it is read.
    pub(super) fn file(&self) -> Option<&File> {
        self.open.as_deref()
    }

    /// A file that is not read.
    pub(super) fn refused(name: &str) -> Taken {
        Taken {
            summary: FileSummary {
                name: name.to_owned(),
                origin: None,
                encoding: None,
                rows: 0,
                rounded: 0,
                added: 0,
                mapped_by: None,
            },
            dimensions: None,
            month: None,
            has_months: false,
            has_flow: false,
            cut: false,
            open: None,
            doubtful: None,
            waits: false,
            reporter: None,
            classification: None,
            fiscal: 0,
            odd_codes: Vec::new(),
            book: None,
            zeros: BTreeSet::new(),
        }
    }
}

/// What a file was taken for, before it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// Whose file it is, and how it is written.
    pub summary: FileSummary,
    /// Its columns.
    pub columns: Vec<SeenColumn>,
    /// Its mapping, also of a layout that is known.
    pub mapping: Mapping,
}

/// A month, quarter or year that was typed or chosen.
fn period_of(text: &str) -> Option<Period> {
    match when(text)? {
        When::Of(time) => time.period(),
        _ => None,
    }
}

/// Whether a code of goods may be one of the HS, or of a list that goes on from it.
fn is_hs(code: &str) -> bool {
    code == "TOTAL" || (1..=12).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_digit())
}

/// Files on their way to records.
#[derive(Default)]
pub struct Import {
    pub(super) options: Options,
    pub(super) files: Vec<Taken>,
    pub(super) rows: Rows,
    pub(super) members: DimensionMap<Members>,
    /// Whose trade the rows are, code and name as files write them.
    pub(super) reporters: Vec<(String, String)>,
    /// By which lists goods are numbered.
    pub(super) classifications: Vec<String>,
    pub(super) problems: Problems,
    /// Rows that could not be read.
    pub(super) faulty: u64,
    /// The currencies of the values of rows.
    pub(super) currencies: [Option<Currency>; 2],
    /// Answers that were given, also before they are asked for.
    pub(super) given: Vec<Given>,
    /// Rows of which some figures are known, while others stand on lines to come.
    figures: FigureRows,
    /// Lines were read after their turn.
    pub(super) is_out_of_order: bool,
    /// A row says that a program made it up.
    pub(super) is_synthetic: bool,
}

impl Import {
    /// Begins with what is known.
    pub fn new(options: Options) -> Import {
        Import { options, ..Import::default() }
    }

    /// Takes a file in: finds out what it is and reads its head.
    pub fn add(&mut self, name: &str, bytes: impl Into<Source>) {
        let place = self.files.len();
        self.files.push(Taken::refused(name));
        let asked = Asked::default();
        match sheet::open(bytes, &asked, &Limits::default(), self.options.decode) {
            Ok(sheet) => self.take_sheet(place, sheet, asked),
            Err(why) => self.tell(name, None, ProblemKind::NoSheet(why)),
        }
    }

    /// Begins to read a file whose head is known.
    pub(super) fn take_file(&mut self, place: usize, file: File) {
        let Some(slot) = self.files.get_mut(place) else { return };
        *slot = Taken { summary: file.summary(), book: slot.book, ..Taken::refused(&file.name) };
        if file.is_confirmed() {
            self.take_columns(place, &file);
        }
        if let Some(slot) = self.files.get_mut(place) {
            slot.open = Some(Box::new(file));
        }
    }

    /// Takes in what the columns of a file are.
    fn take_columns(&mut self, place: usize, file: &File) {
        let name = file.name.clone();
        let unread: Vec<String> = file.unread().cloned().collect();
        for column in unread {
            self.tell(&name, None, ProblemKind::UnknownColumn(column));
        }
        if file.has_no_unit() {
            self.tell(&name, None, ProblemKind::NoUnit);
        }
        if !file.has_quantities() {
            let of_short_codes = matches!(file.origin, Origin::CustomsChinese | Origin::CustomsEnglish);
            self.tell(&name, None, ProblemKind::ValuesOnly { of_short_codes });
        }
        let month = self.given(About::Month, Some(&name), None).and_then(|given| period_of(&given.value));
        let month = month.or(self.options.period).filter(|_| !file.has_times());
        if let Some(taken) = self.files.get_mut(place) {
            taken.dimensions = Some(file.dimensions());
            taken.month = month;
            taken.has_months = file.has_times();
            taken.has_flow = file.has_flow();
        }
    }

    /// Tells that a file is too large, without its bytes.
    pub fn refuse_large(&mut self, name: &str) {
        self.tell(name, None, ProblemKind::NoSheet(NoSheet::TooLarge));
        self.files.push(Taken::refused(name));
    }

    /// Reads at most `rows` lines more.
    pub fn advance(&mut self, rows: usize) -> Progress {
        let mut left = rows;
        while left > 0 {
            let Some(place) = self.files.iter().position(|f| f.open.is_some() && !f.waits) else { break };
            left = self.read_lines(place, left);
        }
        let progress = self.files.iter().filter_map(|f| f.open.as_ref().map(|o| o.progress()));
        let (done, of) = progress.fold((0, 0), |sum, p| (sum.0 + p.0, sum.1 + p.1));
        let finished = self.files.iter().all(|f| f.open.is_none() || f.waits);
        if finished && std::mem::take(&mut self.is_out_of_order) {
            self.rows.sort();
        }
        Progress { done, of, rows: self.files.iter().map(|f| f.summary.rows).sum(), finished }
    }

    /// Reads at most `left` lines of a file; how many are still left.
    fn read_lines(&mut self, place: usize, mut left: usize) -> usize {
        let Some(mut file) = self.files.get_mut(place).and_then(|taken| taken.open.take()) else {
            return left;
        };
        if file.is_confirmed() {
            self.use_constants(place, &mut file);
        }
        let mut record = StringRecord::new();
        while left > 0 {
            match file.next(&mut record) {
                Next::Line(line) => {
                    left -= 1;
                    self.read_line(place, &mut file, line, &record);
                }
                Next::Fault(line, fault) => {
                    left -= 1;
                    self.faulty += 1;
                    self.tell(&file.name, Some(line), ProblemKind::Unreadable(fault));
                }
                Next::Waits => {
                    let was_confirmed = file.is_confirmed();
                    if !self.answer_from_given(&mut file) {
                        if let Some(taken) = self.files.get_mut(place) {
                            taken.waits = true;
                        }
                        break;
                    }
                    if !was_confirmed && file.is_confirmed() {
                        self.take_columns(place, &file);
                    }
                    self.use_constants(place, &mut file);
                }
                Next::End => {
                    self.close(place, &file);
                    return left;
                }
            }
        }
        if let Some(taken) = self.files.get_mut(place) {
            taken.summary = file.summary();
            taken.open = Some(file);
        }
        left
    }

    /// Reads a line of a file.
    pub(super) fn read_line(&mut self, place: usize, file: &mut File, line: u64, record: &StringRecord) {
        self.is_out_of_order |= file.is_late();
        file.read(line, record, &mut |read| self.take(place, line, read));
    }

    /// Takes what a line turned out to be.
    fn take(&mut self, place: usize, line: u64, read: ReadLine) {
        match read {
            ReadLine::Row(row) => {
                let figure = row.figure;
                let row = self.compact(place, &row, None);
                match figure {
                    Some(figure) => {
                        let book = self.book_of(place);
                        self.figures.take(&mut self.rows, book, row, figure);
                    }
                    None => self.rows.push(&row),
                }
            }
            ReadLine::LeftOut(why, row) => {
                if let (LeftOut::FiscalYear, Some(taken)) = (why, self.files.get_mut(place)) {
                    taken.fiscal += 1;
                }
                let row = self.compact(place, &row, Some(why));
                self.rows.push(&row);
            }
            ReadLine::Faulty(kind) => {
                self.faulty += 1;
                let name = self.name(place);
                self.tell(&name, Some(line), kind);
            }
        }
    }

    /// The first of the sheets of a workbook of which a file is one; of another file its own place.
    fn book_of(&self, place: usize) -> usize {
        self.files.get(place).and_then(|taken| taken.book).unwrap_or(place)
    }

    fn close(&mut self, place: usize, file: &File) {
        let book = self.book_of(place);
        let is_last = |(other, taken): (usize, &Taken)| {
            other == place || taken.book != Some(book) || taken.open.is_none()
        };
        if self.files.iter().enumerate().all(is_last) {
            self.figures.forget(book);
        }
        let Some(taken) = self.files.get_mut(place) else { return };
        taken.summary = file.summary();
        taken.zeros.extend(file.stated_zeros());
        let cut = file.origin.rules().limits.iter().chain(&SHEET_LIMITS).any(|limit| *limit == file.rows);
        taken.cut = cut;
        let odd_codes = std::mem::take(&mut taken.odd_codes);
        let fiscal = self.decide_fiscal_years(place);
        if file.rows == 0 && file.is_confirmed() {
            self.tell(&file.name, None, ProblemKind::NoRows);
        }
        if cut {
            self.tell(&file.name, None, ProblemKind::ProbablyCut { rows: file.rows });
        }
        if fiscal > 0 {
            self.tell(&file.name, None, ProblemKind::FiscalYears { rows: fiscal });
        }
        if !odd_codes.is_empty() && file.has_product_codes() {
            self.tell(&file.name, None, ProblemKind::NoHsCodes { codes: odd_codes });
        }
    }

    /// How many rows of a file are of years that do not begin in January. `2011-12` is one where the cells of its column
    /// that can be read in one way only are such years: that is known when all have been read.
    pub(super) fn decide_fiscal_years(&mut self, place: usize) -> u64 {
        let known = self.files.get(place).map_or(0, |taken| taken.fiscal);
        if known == 0 {
            return 0;
        }
        const MONTHS: usize = 0;
        const YEARS: usize = 1;
        let mut doubt = super::doubt::Doubt::default();
        let mut open: Vec<(usize, Compact)> = Vec::new();
        for (at, row) in self.rows.iter().enumerate().filter(|(_, row)| row.file == place) {
            match row.month {
                Some(month) if may_be_fiscal_year(month) => {
                    doubt.ask("");
                    open.push((at, row));
                }
                Some(_) => {
                    doubt.prove(MONTHS);
                }
                None if row.left_out == Some(LeftOut::FiscalYear) => {
                    doubt.prove(YEARS);
                }
                None => {}
            }
        }
        doubt.settle();
        if doubt.ask("") != Some(YEARS) {
            return known;
        }
        for (at, row) in &open {
            self.rows.set(*at, &Compact { month: None, left_out: Some(LeftOut::FiscalYear), ..*row });
        }
        known + open.len() as u64
    }

    /// Nobody answers any more: what waits is left out.
    pub(super) fn give_up(&mut self) {
        for place in 0..self.files.len() {
            if let Some(doubtful) = self.files.get_mut(place).and_then(|taken| taken.doubtful.take()) {
                let name = self.name(place);
                for doubt in &doubtful.0.doubts {
                    let question = question_of(&name, doubt);
                    self.tell(&name, None, ProblemKind::Unanswered(Box::new(question)));
                }
            }
            let Some(file) = self.files.get_mut(place).filter(|f| f.waits).and_then(|f| f.open.take()) else {
                continue;
            };
            for question in file.questions() {
                let unanswered = ProblemKind::Unanswered(Box::new(question));
                self.tell(&file.name, None, file.missing().cloned().unwrap_or(unanswered));
            }
            self.faulty += file.waiting();
            self.close(place, &file);
        }
    }

    /// What holds of all rows of a file: whose trade they are, and the places of its currencies among the values of
    /// rows: the dollar's the first and the yuan's the second, others' the one that is free.
    pub(super) fn use_constants(&mut self, place: usize, file: &mut File) {
        let reporter = file.mapping.reporter.as_ref().map(|reporter| self.reporter_place(reporter, reporter));
        let classification = file.mapping.classification.as_ref().map(|list| self.classification_place(list));
        if let Some(taken) = self.files.get_mut(place) {
            (taken.reporter, taken.classification) = (reporter, classification);
        }
        for currency in file.currencies() {
            if self.currencies.contains(&Some(currency)) {
                continue;
            }
            let order = if currency == Currency::Cny { [1, 0] } else { [0, 1] };
            let free = order.into_iter().find(|place| self.currencies.get(*place) == Some(&None));
            match free.and_then(|place| self.currencies.get_mut(place)) {
                Some(slot) => *slot = Some(currency),
                None => self.tell(&file.name, None, ProblemKind::UnreadCurrency(currency.code())),
            }
        }
        file.slots = self.currencies;
    }

    fn reporter_place(&mut self, code: &str, name: &str) -> u32 {
        let is = |known: &(String, String)| known.0 == code && known.1 == name;
        place_of(&mut self.reporters, is, || (code.to_owned(), name.to_owned()))
    }

    fn classification_place(&mut self, list: &str) -> u32 {
        place_of(&mut self.classifications, |known| known == list, || list.to_owned())
    }

    fn compact(&mut self, file: usize, row: &Row, left_out: Option<LeftOut>) -> Compact {
        self.is_synthetic |= row.is_synthetic;
        let taken = self.files.get(file);
        let origin = taken.and_then(|taken| taken.summary.origin);
        let month = row.time.and_then(Time::period).or_else(|| taken.and_then(|taken| taken.month));
        let members = DimensionMap::from_fn(|dimension| {
            let (code, name) = row.members[dimension]?;
            let (member, is_new) = self.members[dimension].intern(origin, dimension, (code, name), month);
            if !row.names_zh[dimension].is_empty() {
                // A known partner has the name by which every dataset knows it.
                let counts = is_new && dimension != Dimension::Destination;
                self.members[dimension].name_in_chinese(member, row.names_zh[dimension], counts);
            }
            if is_new && dimension == Dimension::Product && !is_hs(code) {
                let codes = self.files.get_mut(file).map(|taken| &mut taken.odd_codes);
                codes.into_iter().for_each(|codes| codes.push(code.to_owned()));
            }
            Some(member)
        });
        let of_file =
            self.files.get(file).map(|taken| (taken.reporter, taken.classification)).unwrap_or_default();
        let reporter = row.reporter.map(|(code, name)| self.reporter_place(code, name)).or(of_file.0);
        let classification = row.classification.map(|list| self.classification_place(list)).or(of_file.1);
        Compact {
            file,
            line: row.line,
            month: row.time.and_then(Time::period),
            members,
            quantity: row.quantity.unwrap_or(0),
            values: row.values,
            flow: row.flow,
            reporter,
            classification,
            rest: row.rest,
            part: row.part,
            weighed: row.quantity.is_some(),
            left_out,
        }
    }

    /// What was found so far that could not be used, or that a person should know.
    pub fn problems(&self) -> &[Problem] {
        &self.problems.list
    }

    /// What each file was taken for that is being read: its columns with what they hold, and its mapping.
    pub fn seen(&self) -> Vec<Seen> {
        let open = self.files.iter().filter_map(|taken| taken.open.as_ref());
        open.map(|file| Seen {
            summary: file.summary(),
            columns: file.columns(),
            mapping: file.mapping.of_named_columns(),
        })
        .collect()
    }

    /// What must be answered before the records can be made.
    pub fn questions(&self) -> Vec<Question> {
        let questions = self.questions_of_files();
        // What rows mean together hangs on whose flow and of which month they are.
        match questions.is_empty() {
            true => Meaning::of(self, Problems::default()).questions,
            false => questions,
        }
    }

    /// What must be answered before it can be found out what rows mean together.
    pub(super) fn questions_of_files(&self) -> Vec<Question> {
        let mut questions = Vec::new();
        let read = self.files.iter().filter(|f| f.dimensions.is_some());
        if self.options.flow.is_none() && self.flow_of_files().is_none() && read.clone().next().is_some() {
            let choices = Flow::NAMES.iter().map(|(name, _)| Choice::of(name)).collect();
            questions.push(Question { choices, ..Question::new(About::Flow) });
        }
        for file in self.files.iter().filter(|f| f.waits) {
            let doubts = file.doubtful.iter().flat_map(|doubtful| &doubtful.0.doubts);
            questions.extend(doubts.map(|doubt| question_of(&file.summary.name, doubt)));
            questions.extend(file.open.as_ref().map(|open| open.questions()).unwrap_or_default());
        }
        for file in read.filter(|f| !f.has_months && f.month.is_none()) {
            let name = &file.summary.name;
            let guess = month::guess(name).map(|month| month.to_string());
            questions.push(Question { file: Some(name.clone()), guess, ..Question::new(About::Month) });
        }
        questions
    }

    /// Takes an answer, also before it is asked for: then it waits for the question. What waited for it is read on.
    pub fn answer(&mut self, given: Given) -> Result<(), NotAnAnswer> {
        let is_one = match given.about {
            About::Flow => Flow::NAMES.iter().any(|(name, _)| *name == given.value),
            About::Month => period_of(&given.value).is_some(),
            About::Columns => {
                given.value == "yes" || given.of.is_some() || Mapping::read(&given.value).is_ok()
            }
            About::Unit => measures_of(&given.value).is_some(),
            About::Currency => Currency::NAMES.iter().any(|(name, _)| *name == given.value),
            About::DecimalMark => Mark::NAMES.iter().any(|(name, _)| *name == given.value),
            About::DateOrder => super::month::DateOrder::NAMES.iter().any(|(name, _)| *name == given.value),
            About::Encoding => Encoding::of_label(&given.value).is_some(),
            About::Sheet => true,
            About::SameKey => SameKey::NAMES.iter().any(|(name, _)| *name == given.value),
            About::Reporter | About::Classification => !given.value.is_empty(),
            About::Frequency => Frequency::NAMES.iter().any(|(name, _)| *name == given.value),
            _ => false,
        };
        if !is_one {
            return Err(NotAnAnswer(given));
        }
        match given.about {
            About::Flow => {
                self.options.flow =
                    Flow::NAMES.iter().find(|(name, _)| *name == given.value).map(|(_, flow)| *flow);
            }
            About::Month => {
                let month = period_of(&given.value);
                let holds_for = |name: &String| given.file.as_ref().is_none_or(|file| file == name);
                for taken in self.files.iter_mut().filter(|f| holds_for(&f.summary.name) && !f.has_months) {
                    taken.month = month;
                }
            }
            _ => {}
        }
        // The newest answer counts.
        self.given.insert(0, given);
        for place in 0..self.files.len() {
            let Some(taken) = self.files.get_mut(place) else { continue };
            taken.waits = false;
            if let Some((sheet, asked)) = taken.doubtful.take().map(|doubtful| *doubtful) {
                self.take_sheet(place, sheet, asked);
            }
        }
        Ok(())
    }

    /// The answer that was given to something.
    pub(super) fn given(&self, about: About, file: Option<&str>, of: Option<&str>) -> Option<&Given> {
        let holds = |said: &Option<String>, asked: Option<&str>| said.is_none() || said.as_deref() == asked;
        // A column's role is an answer by itself.
        let of_column = about == About::Columns;
        self.given.iter().find(|given| {
            given.about == about && holds(&given.file, file) && (of_column || holds(&given.of, of))
        })
    }

    /// Answers a file's questions by what was given; whether it could one.
    pub(super) fn answer_from_given(&self, file: &mut File) -> bool {
        let mut answered = false;
        for question in file.questions() {
            let Some(given) = self.given(question.about, question.file.as_deref(), question.of.as_deref())
            else {
                continue;
            };
            if question.about == About::Columns {
                // Each of several names a column.
                let all = self.given.iter().rev().filter(|g| g.about == About::Columns);
                let of_file = all.filter(|g| g.file.is_none() || g.file == question.file);
                for given in of_file {
                    answered |= file.answer(&question, given).is_some();
                }
            } else {
                answered |= file.answer(&question, given).is_some();
            }
        }
        answered
    }

    /// The one flow that every file states.
    pub(super) fn flow_of_files(&self) -> Option<Flow> {
        let mut files = self.files.iter().filter(|f| f.dimensions.is_some());
        // A total below a table says nothing but its sum.
        let rows = self.rows.iter().filter(|row| row.left_out != Some(LeftOut::Total));
        let mut flows = rows.map(|r| r.flow);
        let first = flows.next()??;
        (files.all(|f| f.has_flow) && flows.all(|f| f == Some(first))).then_some(first)
    }

    pub(super) fn name(&self, file: usize) -> String {
        self.files.get(file).map(|f| f.summary.name.clone()).unwrap_or_default()
    }

    /// What was answered on rows of one key in a file.
    pub(super) fn same_key_in(&self, file: usize) -> Option<SameKey> {
        let name = self.files.get(file).map(|file| file.summary.name.as_str());
        let given = self.given(About::SameKey, name, None)?;
        SameKey::NAMES.iter().find(|(name, _)| *name == given.value).map(|(_, answer)| *answer)
    }

    /// How long the periods are whose rows were chosen.
    pub(super) fn frequency_said(&self) -> Option<Frequency> {
        let given = self.given(About::Frequency, None, None)?;
        Frequency::NAMES.iter().find(|(name, _)| *name == given.value).map(|(_, frequency)| *frequency)
    }

    /// The reporter that was chosen or said, by code or name.
    pub(super) fn reporter_said(&self) -> Option<&str> {
        self.given(About::Reporter, None, None).map(|given| given.value.as_str())
    }

    /// The lists of goods that were chosen: a list, or a version of it; the newest answer first.
    pub(super) fn lists_said(&self) -> impl Iterator<Item = &str> {
        let given = self.given.iter().filter(|given| given.about == About::Classification);
        given.map(|given| given.value.as_str())
    }

    pub(super) fn tell(&mut self, file: &str, line: Option<u64>, kind: ProblemKind) {
        self.problems.tell(file, line, kind);
    }
}
