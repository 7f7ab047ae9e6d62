//! What the first rows of a file would become, before a person says that its columns are right.

use super::file::{File, Next, short};
use super::left_out::LeftOut;
use super::mapping::{Amounts, ColumnTime, Mapping, TimeAt, UnitAt};
use super::month::{When, when};
use super::number::{Reading, number};
use super::problem::{Problem, ProblemKind};
use super::question::{About, Question};
use super::reader::{Import, Options, Taken};
use super::rows::Compact;
use super::unit::{Measures, unit};
use csv::StringRecord;
use model::{Currency, Dimension, DimensionMap, Name, Period};

/// A file of which a person says which column is what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// The names of its columns, also empty ones.
    pub head: Vec<String>,
    /// Its first rows, as they stand in the file.
    pub cells: Vec<Vec<String>>,
    /// What they would become.
    pub rows: Vec<PreviewRow>,
    /// What could not be read of them, or why nothing can be.
    pub problems: Vec<Problem>,
    /// What would be asked of them.
    pub questions: Vec<Question>,
}

/// Something of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Previewed<T> {
    /// It is known.
    Known(T),
    /// It is not known before something is answered.
    Open {
        /// As it stands in the file.
        cell: String,
        /// What must be answered.
        about: About,
    },
}

/// What a row would become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreviewRow {
    /// Its line.
    pub line: u64,
    /// Its month; `None` where it says none.
    pub month: Option<Previewed<Period>>,
    /// Code and name of its member of each dimension.
    pub members: DimensionMap<Option<(String, Name)>>,
    /// Kilograms; `None` where it has no weight.
    pub quantity: Option<Previewed<u64>>,
    /// Its values.
    pub values: Vec<Previewed<(Currency, u64)>>,
    /// Why it would not be added, where the row alone tells.
    pub left_out: Option<LeftOut>,
}

/// As many rows are shown as they stand.
const SHOWN: usize = 5;

impl Import {
    /// What the first rows of a file that waits would become by a mapping; `None` for a name of no such file.
    pub fn preview(&self, name: &str, mapping: &Mapping) -> Option<Preview> {
        let waits = |taken: &&Taken| taken.summary.name == name;
        let file = self.files.iter().find(waits)?.file()?;
        let options =
            Options { mappings: vec![mapping.clone()], checks_columns: false, ..self.options.clone() };
        let mut trial = Import::new(options);
        trial.given.clone_from(&self.given);
        trial.files.push(Taken::refused(name));
        trial.take_sheet(0, file.first_lines(), Default::default());
        let mut tried = trial.files.first_mut().and_then(|taken| taken.open.take());
        let questions = tried.as_mut().map(|tried| trial.read_assuming(tried)).unwrap_or_default();
        let is_told = |problem: &&Problem| {
            !problem.lines.is_empty()
                || matches!(problem.kind, ProblemKind::MissingColumn(_) | ProblemKind::ColumnTwice(_))
        };
        let cells = |row: &StringRecord| row.iter().map(|cell| short(cell.trim())).collect();
        let row = |row: Compact| Some(trial.preview_row(tried.as_ref()?, &row, &questions));
        Some(Preview {
            head: file.head.clone(),
            cells: file.first_rows().take(SHOWN).map(cells).collect(),
            rows: trial.rows.iter().filter_map(row).collect(),
            problems: trial.problems.list.iter().filter(is_told).cloned().collect(),
            questions,
        })
    }

    /// Reads a file to its end. What it asks and nobody answered is answered by a choice that lets it be read; this is
    /// what comes back.
    fn read_assuming(&mut self, file: &mut File) -> Vec<Question> {
        let mut open = Vec::new();
        let mut record = StringRecord::new();
        self.use_constants(0, file);
        loop {
            match file.next(&mut record) {
                Next::Line(line) => self.read_line(0, file, line, &record),
                Next::Fault(line, fault) => {
                    self.tell(&file.name, Some(line), ProblemKind::Unreadable(fault));
                }
                Next::Waits => {
                    if !self.answer_from_given(file) {
                        let asked = file.questions();
                        let assumed = asked.iter().filter(|question| file.assume(question)).count();
                        if assumed == 0 {
                            break;
                        }
                        open.extend(asked);
                    }
                    self.use_constants(0, file);
                }
                Next::End => break,
            }
        }
        if self.is_out_of_order {
            self.rows.sort();
        }
        self.decide_fiscal_years(0);
        open
    }

    fn preview_row(&self, file: &File, row: &Compact, questions: &[Question]) -> PreviewRow {
        let member = |dimension: Dimension| {
            let place = usize::try_from(row.members[dimension]?).ok()?;
            let members = &self.members[dimension];
            Some((members.codes.get(place)?.clone(), members.names.get(place)?.clone()))
        };
        let cells = Cells { file, line: file.row_on(row.line), questions };
        let amounts = file.plan().amounts.iter().find(|amounts| is_of(amounts, row));
        let value = |(currency, value): (&Option<Currency>, Option<u64>)| {
            let (currency, value) = ((*currency)?, value?);
            let at = amounts.and_then(|amounts| amounts.values.iter().find(|at| at.currency == currency));
            Some(known_or(at.and_then(|at| cells.open_value(at.column)), (currency, value)))
        };
        PreviewRow {
            line: row.line,
            month: self.month(row).map(|month| known_or(cells.open_month(), month)),
            members: DimensionMap::from_fn(member),
            quantity: Some(row.quantity)
                .filter(|_| row.weighed)
                .map(|quantity| known_or(amounts.and_then(|amounts| cells.open_quantity(amounts)), quantity)),
            values: self.currencies.iter().zip(row.values).filter_map(value).collect(),
            left_out: row.left_out,
        }
    }
}

/// Whether a row is of the flow and the time of some columns.
fn is_of(amounts: &Amounts, row: &Compact) -> bool {
    let is_of_time = match amounts.time {
        None => true,
        Some(ColumnTime::Of(time)) => time.period() == row.month,
        Some(ColumnTime::MonthOfYear(month)) => row.month.is_some_and(|period| period.month() == month),
    };
    is_of_time && (amounts.flow.is_none() || amounts.flow == row.flow)
}

fn known_or<T>(open: Option<(&str, About)>, known: T) -> Previewed<T> {
    match open {
        Some((cell, about)) => Previewed::Open { cell: short(cell), about },
        None => Previewed::Known(known),
    }
}

/// The cells of a line, with what is asked of its file. A cell that is open comes with what must be answered.
struct Cells<'a> {
    file: &'a File,
    line: Option<&'a StringRecord>,
    questions: &'a [Question],
}

impl<'a> Cells<'a> {
    fn get(&self, place: usize) -> &'a str {
        self.line.and_then(|line| line.get(place)).unwrap_or_default().trim()
    }

    fn is_asked(&self, about: About, of: Option<&str>) -> bool {
        self.questions.iter().any(|question| question.about == about && question.of.as_deref() == of)
    }

    /// Whether something is asked of a column.
    fn is_asked_of(&self, about: About, column: usize) -> bool {
        let name = self.file.head.get(column);
        name.is_some_and(|name| self.is_asked(about, Some(name)))
    }

    fn open_number(&self, column: usize) -> Option<(&'a str, About)> {
        let cell = self.get(column);
        let is_open =
            self.is_asked_of(About::DecimalMark, column) && matches!(number(cell), Reading::Either(..));
        is_open.then_some((cell, About::DecimalMark))
    }

    fn open_value(&self, column: usize) -> Option<(&'a str, About)> {
        let is_open = self.is_asked_of(About::Currency, column);
        is_open.then(|| (self.get(column), About::Currency)).or_else(|| self.open_number(column))
    }

    fn open_quantity(&self, amounts: &Amounts) -> Option<(&'a str, About)> {
        for (column, unit_at) in &amounts.quantities {
            let is_open = match unit_at {
                UnitAt::Is(_) => false,
                // What is asked of one such column holds for all.
                UnitAt::Unsaid => (0..self.file.head.len()).any(|other| self.is_asked_of(About::Unit, other)),
                UnitAt::Column(place) => {
                    let text = self.get(*place);
                    let is_open = self.is_asked(About::Unit, Some(&short(text)));
                    if !is_open && !matches!(unit(text), Some(Measures::Weight(_))) {
                        continue;
                    }
                    is_open
                }
            };
            return match is_open {
                true => Some((self.get(*column), About::Unit)),
                false => self.open_number(*column),
            };
        }
        None
    }

    fn open_month(&self) -> Option<(&'a str, About)> {
        let TimeAt::Column(place) = self.file.plan().time else { return None };
        let cell = self.get(place);
        let is_open =
            self.is_asked(About::DateOrder, None) && matches!(when(cell), Some(When::Either { .. }));
        is_open.then_some((cell, About::DateOrder))
    }
}
