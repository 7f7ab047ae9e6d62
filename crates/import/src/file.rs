//! One file: from lines to rows.

use std::collections::VecDeque;

use csv::StringRecord;
use model::{Currency, Dimension, DimensionMap, Flow};

use super::columns::{Origin, Role, Rules};
use super::doubt::Doubt;
use super::guess;
use super::left_out::LeftOut;
use super::mapping::{Amounts, ColumnTime, Mapping, Plan, TimeAt, UnitAt};
use super::meaning::is_total;
use super::month::{DateOrder, Frequency, Time, When, month_of_year, when};
use super::number::{Factor, Mark, Reading, number};
use super::problem::ProblemKind;
use super::question::{About, Choice, Given, Question};
use super::unit::{Measures, SHORT_TON, is_bare_ton, unit};
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
}

/// A row that can be used once it is known how.
#[derive(Debug, Clone, Default)]
pub struct Row<'a> {
    pub line: u64,
    /// `None` in a file that does not tell.
    pub time: Option<Time>,
    /// Code and name as the file writes them; a name without a code stands for both.
    pub members: DimensionMap<Option<(&'a str, &'a str)>>,
    /// Kilograms; `None` where no weight is told.
    pub quantity: Option<u64>,
    /// In the order of [`File::slots`].
    pub values: [Option<u64>; 2],
    /// `None` in a file that does not tell.
    pub flow: Option<Flow>,
    /// Whose trade it is, code and name as the file writes them; `None` in a file that does not tell.
    pub reporter: Option<(&'a str, &'a str)>,
    /// By which list goods are numbered, such as `H6`; `None` in a file that does not tell.
    pub classification: Option<&'a str>,
    /// A number made of the cells of columns that nothing else is read from, 0 where there are none: rows of one
    /// key in which it differs are told apart by something that is not a dimension here.
    pub rest: u64,
    /// How it is cut up beside that, a bit each: by customs procedure, means of transport and second partner. 0 for a
    /// whole row.
    pub part: u8,
    /// One figure of a row whose others stand on other lines.
    pub is_figure: bool,
}

/// What a line turned out to be.
pub enum ReadLine<'a> {
    Row(Row<'a>),
    LeftOut(LeftOut, Row<'a>),
    Faulty(ProblemKind),
}

/// What a file has next.
pub enum Next {
    Line(Line),
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
    /// Nobody need say which column is what.
    is_confirmed: bool,
    table: Sheet,
    /// The first rows, for a person.
    samples: Vec<StringRecord>,
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
}

/// Why a line is no row.
enum Trouble {
    /// Something must be decided first.
    Hold,
    Faulty(ProblemKind),
}

impl From<ProblemKind> for Trouble {
    fn from(kind: ProblemKind) -> Trouble {
        Trouble::Faulty(kind)
    }
}

impl File {
    /// Reads the head of a table, by a mapping where one is given.
    pub fn open(name: &str, mut table: Sheet, mapping: Option<&Mapping>) -> Result<File, ProblemKind> {
        let ahead = table.peek(guess::LOOKED_AT);
        let looked_at: Vec<&StringRecord> = ahead.iter().map(|(_, record)| record).collect();
        let names = |record: &StringRecord| record.iter().map(as_name).collect::<Vec<_>>();
        let given = mapping.and_then(|mapping| {
            let heads = looked_at.iter().enumerate();
            heads.filter_map(|(place, record)| Some((place, mapping.for_head(&names(record))?))).next()
        });
        let place = given.as_ref().map(|(place, _)| *place).or_else(|| guess::head(&looked_at));
        let Some(place) = place else {
            let found: String =
                looked_at.iter().take(1).flat_map(|r| names(r)).collect::<Vec<_>>().join(", ");
            return Err(match table.next() {
                None => ProblemKind::NoSheet(NoSheet::Empty),
                // What would be the head cannot be read.
                Some(Err((_, fault))) => ProblemKind::Unreadable(fault),
                Some(Ok(_)) => ProblemKind::NoHeader { found: found.chars().take(80).collect() },
            });
        };
        let head = looked_at.get(place).map(|record| names(record)).unwrap_or_default();
        let titles: Vec<&str> = looked_at.iter().take(place).flat_map(|record| record.iter()).collect();
        let below: Vec<&StringRecord> = looked_at
            .iter()
            .skip(place + 1)
            .copied()
            // A note below the table tells nothing of its columns.
            .filter(|record| {
                record.iter().filter(|cell| !cell.trim().is_empty()).count() > 1 || head.len() < 3
            })
            .collect();
        let guessed = guess::columns(&head, &below, &titles.join("\n"));
        let origin = guessed.origin;
        let (mapping, is_confirmed) = match given {
            Some((_, mapping)) => (mapping, true),
            None => (guessed.mapping, guessed.is_sure),
        };
        let samples = below.into_iter().cloned().collect();
        let rules = origin.rules();
        let plan = Plan::of(&mapping, &rules)?;
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
            is_confirmed,
            table,
            samples,
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

    pub fn summary(&self) -> FileSummary {
        FileSummary {
            name: self.name.clone(),
            origin: Some(self.origin),
            encoding: self.table.encoding,
            rows: self.rows,
            rounded: self.rounded.0,
            added: self.rounded.1,
        }
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
        let of_figures = self.plan.figure.map(|_| Currency::Eur);
        of_columns.chain(of_figures).collect()
    }

    /// The columns that nothing is read from and that a person should know of.
    pub fn unread(&self) -> impl Iterator<Item = &String> {
        let numbers = |place: usize| {
            let mut cells = self
                .samples
                .iter()
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
            for cell in self.samples.iter().filter_map(|row| row.get(place)).map(str::trim) {
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

    /// The file's next line, in its turn.
    pub fn next(&mut self) -> Next {
        if !self.questions().is_empty() {
            return Next::Waits;
        }
        loop {
            if let Some(line) = self.again.pop_front() {
                return Next::Line(line);
            }
            let line = if self.has_ended { None } else { self.table.next() };
            match line {
                Some(Ok((_, record))) if self.is_note(&record) => {}
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
        let filled = record.iter().filter(|cell| !cell.trim().is_empty()).take(2).count();
        let begins_alike = || match (record.get(0), self.head.first()) {
            (Some(first), Some(name)) => first.trim() == name,
            _ => false,
        };
        filled < 2 && self.plan.width > 2
            || begins_alike() && record.iter().map(as_name).eq(self.head.iter().cloned())
    }

    /// Whether the line that came last had waited for something.
    pub fn is_late(&self) -> bool {
        self.has_ended
    }

    /// Whether goods are told apart by codes.
    pub fn has_product_codes(&self) -> bool {
        self.plan.codes[Dimension::Product].is_some()
    }

    /// How many lines wait for an answer.
    pub fn waiting(&self) -> u64 {
        (self.held.len() + self.again.len()) as u64
    }

    /// What must be answered before the file, or the rest of it, can be read.
    pub fn questions(&self) -> Vec<Question> {
        let ask = |about, of: Option<&str>, choices| Question {
            file: Some(self.name.clone()),
            of: of.map(str::to_owned),
            choices,
            ..Question::new(about)
        };
        if !self.is_confirmed {
            let choices = self.columns().into_iter().map(|column| Choice {
                value: column.role.name().to_owned(),
                name: column.name,
                samples: column.samples,
                rows: 0,
            });
            let guess = Some(self.mapping.write());
            return vec![Question { guess, ..ask(About::Columns, None, choices.collect()) }];
        }
        let mut questions = Vec::new();
        for column in self.mapping.columns.iter().filter(|c| c.role == Role::Value && c.currency.is_none()) {
            let choices = Currency::NAMES.iter().map(|(name, _)| Choice::of(name)).collect();
            questions.push(ask(About::Currency, Some(&column.name), choices));
        }
        let units = |bare_ton: bool| {
            let values: &[&str] =
                if bare_ton { &["t", "short tons"] } else { &["kg", "t", "lb", "g", "none"] };
            values.iter().map(|value| Choice::of(value)).collect::<Vec<_>>()
        };
        let unsaid =
            self.plan.amounts.iter().flat_map(|a| &a.quantities).find(|(_, unit)| *unit == UnitAt::Unsaid);
        if let (Some((column, _)), None) = (unsaid, self.unsaid_unit) {
            let name = self.mapping.columns.get(*column).map(|column| column.name.as_str());
            questions.push(ask(About::Unit, name, units(false)));
        }
        if !self.has_ended {
            return questions;
        }
        for unknown in self.units.iter().filter(|unknown| unknown.answer.is_none()) {
            let mut choices = units(is_bare_ton(&unknown.text));
            choices.iter_mut().for_each(|choice| choice.rows = unknown.rows);
            questions.push(ask(About::Unit, Some(&unknown.text), choices));
        }
        for (column, doubt) in self.mapping.columns.iter().zip(&self.marks) {
            let Some((rows, samples)) = doubt.waits() else { continue };
            let choices = Mark::NAMES.iter().map(|(value, mark)| Choice {
                value: (*value).to_owned(),
                name: String::new(),
                samples: samples.iter().map(|cell| as_read(cell, *mark)).collect(),
                rows,
            });
            questions.push(ask(About::DecimalMark, Some(&column.name), choices.collect()));
        }
        if let Some((rows, samples)) = self.date_order.waits() {
            let choices = DateOrder::NAMES.iter().map(|(value, order)| Choice {
                value: (*value).to_owned(),
                name: String::new(),
                samples: samples
                    .iter()
                    .map(|cell| format!("{cell} = {}", month_as_read(cell, *order)))
                    .collect(),
                rows,
            });
            questions.push(ask(About::DateOrder, None, choices.collect()));
        }
        questions
    }

    /// Takes an answer to one of its questions; `None` for a value that is none.
    pub fn answer(&mut self, question: &Question, given: &Given) -> Option<()> {
        let of = question.of.as_deref().unwrap_or_default();
        let column = self.mapping.columns.iter().position(|column| column.name == of);
        match question.about {
            About::Columns => {
                let mut mapping = self.mapping.clone();
                match (&given.of, given.value.as_str()) {
                    (None, "yes") => {}
                    (None, json) => mapping = Mapping::read(json).ok()?.for_head(&self.head)?,
                    (Some(name), role) => {
                        let role = Role::named(role)?;
                        let others =
                            mapping.columns.iter_mut().filter(|c| c.role == role && !role.may_repeat());
                        others.for_each(|column| column.role = Role::Other);
                        mapping.columns.iter_mut().find(|column| column.name == *name)?.role = role;
                    }
                }
                self.plan = Plan::of(&mapping, &self.rules).ok()?;
                self.mapping = mapping;
                self.is_confirmed = true;
                self.take_mapping();
            }
            About::Currency => {
                let currency = Currency::NAMES.iter().find(|(name, _)| *name == given.value)?.1;
                self.mapping.columns.get_mut(column?)?.currency = Some(currency);
                self.plan = Plan::of(&self.mapping, &self.rules).ok()?;
            }
            About::Unit => {
                let measures = measures_of(&given.value)?;
                match self.units.iter_mut().find(|unknown| unknown.text == of && unknown.answer.is_none()) {
                    Some(unknown) => unknown.answer = Some(measures),
                    None => self.unsaid_unit = Some(measures),
                }
            }
            About::DecimalMark => {
                let mark = Mark::NAMES.iter().find(|(name, _)| *name == given.value)?.1;
                self.marks.get_mut(column?)?.answer(way_of(mark));
            }
            About::DateOrder => {
                let order = DateOrder::NAMES.iter().find(|(name, _)| *name == given.value)?.1;
                self.date_order.answer(way_of_date(order));
            }
            _ => return None,
        }
        Some(())
    }

    /// Reads a line, which may be several rows. A line that cannot be read before something is decided is kept.
    pub fn read<'a>(&mut self, line: u64, record: &'a StringRecord, take: &mut impl FnMut(ReadLine<'a>)) {
        match self.rows_of(line, record, take) {
            Ok(()) => {}
            Err(Trouble::Faulty(kind)) => take(ReadLine::Faulty(kind)),
            Err(Trouble::Hold) => self.held.push((line, record.clone())),
        }
    }

    fn rows_of<'a>(
        &mut self,
        line: u64,
        record: &'a StringRecord,
        take: &mut impl FnMut(ReadLine<'a>),
    ) -> Result<(), Trouble> {
        let fields = self.fields(record)?;
        if self.is_total(&fields) {
            take(ReadLine::LeftOut(LeftOut::Total, self.total(line, &fields)));
            return Ok(());
        }
        let time = self.time(&fields)?;
        let members = self.members(&fields)?;
        let (flow, is_other_flow) = self.flow(&fields);
        let text = |place: Option<usize>| place.map(|place| fields.get(place));
        let reporter = match (text(self.plan.reporter_code), text(self.plan.reporter_name)) {
            (None, None) => None,
            (code_cell, name) => {
                let name = name.unwrap_or_default();
                Some((code_cell.map(code).filter(|code| !code.is_empty()).unwrap_or(name), name))
            }
        };
        let row = Row {
            line,
            time,
            members,
            quantity: None,
            values: [None; 2],
            flow,
            reporter,
            classification: text(self.plan.classification),
            rest: self.rest(&fields),
            part: self.part(&fields),
            is_figure: false,
        };
        let left_out = is_other_flow.then_some(LeftOut::OtherFlow);
        let longer = |time: Option<Time>| time.is_some_and(|time| time.frequency != Frequency::Month);
        if let Some((indicator, figure)) = self.plan.figure {
            let row = self.figure(row, &fields, indicator, figure)?;
            let Some(row) = row else { return Ok(()) };
            take(match left_out.or(longer(row.time).then_some(LeftOut::Longer)) {
                Some(why) => ReadLine::LeftOut(why, row),
                None => ReadLine::Row(row),
            });
            return Ok(());
        }
        let wide = self.plan.amounts.len() > 1;
        let amounts = std::mem::take(&mut self.plan.amounts);
        let mut rows: Vec<Row> = Vec::with_capacity(amounts.len());
        let mut trouble = None;
        for amounts in &amounts {
            match self.amounts(row.clone(), &fields, amounts, wide) {
                Ok(read) => rows.extend(read),
                Err(Trouble::Hold) => trouble = Some(Trouble::Hold),
                Err(faulty) => trouble = trouble.or(Some(faulty)),
            }
        }
        self.plan.amounts = amounts;
        if let Some(trouble) = trouble {
            return Err(trouble);
        }
        for row in rows {
            take(match left_out.or(longer(row.time).then_some(LeftOut::Longer)) {
                Some(why) => ReadLine::LeftOut(why, row),
                None => ReadLine::Row(row),
            });
        }
        Ok(())
    }

    /// A row with the amounts of some columns; `None` where a line that tells several has none there.
    fn amounts<'a>(
        &mut self,
        mut row: Row<'a>,
        fields: &Fields<'a>,
        amounts: &Amounts,
        wide: bool,
    ) -> Result<Option<Row<'a>>, Trouble> {
        row.flow = amounts.flow.or(row.flow);
        row.time = match amounts.time {
            Some(ColumnTime::Of(time)) => Some(time),
            Some(ColumnTime::MonthOfYear(month)) => {
                row.time.and_then(|time| model::Period::new(time.first.year(), month)).map(Time::month)
            }
            None => row.time,
        };
        let mut is_held = false;
        let quantity = match self.quantity(fields, amounts) {
            Err(Trouble::Hold) => {
                is_held = true;
                None
            }
            read => read?,
        };
        let mut has_values = false;
        for value in &amounts.values {
            let number = match self.number(fields, value.column, value.times) {
                Err(Trouble::Hold) => {
                    is_held = true;
                    continue;
                }
                read => read?.map(|(number, _)| number),
            };
            has_values |= number.is_some_and(|number| number > 0);
            let place = self.slots.iter().position(|slot| *slot == Some(value.currency));
            if let Some(slot) = place.and_then(|place| row.values.get_mut(place)) {
                *slot = slot.or(number);
            }
        }
        if is_held {
            return Err(Trouble::Hold);
        }
        if wide && !has_values && quantity.is_none_or(|(number, _)| number == 0) {
            return Ok(None);
        }
        row.quantity = quantity.map(|(number, added)| {
            if added != 0 {
                self.rounded.0 += 1;
                self.rounded.1 = self.rounded.1.saturating_add(added);
            }
            number
        });
        Ok(Some(row))
    }

    /// One figure of a row; `None` for one that is not read.
    fn figure<'a>(
        &mut self,
        mut row: Row<'a>,
        fields: &Fields<'a>,
        indicator: usize,
        figure: usize,
    ) -> Result<Option<Row<'a>>, Trouble> {
        let weight = match fields.get(indicator) {
            "QUANTITY_IN_100KG" => Some(Factor::of(100)),
            "QUANTITY_IN_KG" | "QUANTITY_KG" => Some(Factor::ONE),
            "VALUE_IN_EUROS" | "VALUE_EUR" => None,
            _ => return Ok(None),
        };
        let Some((number, added)) = self.number(fields, figure, weight.unwrap_or(Factor::ONE))? else {
            return Ok(None);
        };
        row.is_figure = true;
        match (weight, row.values.first_mut()) {
            (Some(_), _) => {
                row.quantity = Some(number);
                if added != 0 {
                    self.rounded.0 += 1;
                    self.rounded.1 = self.rounded.1.saturating_add(added);
                }
            }
            (None, _) => {
                let place = self.slots.iter().position(|slot| *slot == Some(Currency::Eur));
                if let Some(slot) = place.and_then(|place| row.values.get_mut(place)) {
                    *slot = Some(number);
                }
            }
        }
        Ok(Some(row))
    }

    fn column(&self, place: usize) -> String {
        self.head.get(place).cloned().unwrap_or_default()
    }

    fn time(&mut self, fields: &Fields) -> Result<Option<Time>, Trouble> {
        let of_year = |text: &str| match when(text) {
            Some(When::Of(time)) => Ok(time),
            _ => Err(ProblemKind::NotAMonth { found: short(text) }),
        };
        let time = match self.plan.time {
            TimeAt::Nowhere => return Ok(self.mapping.time()),
            TimeAt::Year(place) => of_year(fields.get(place))?,
            TimeAt::YearAndMonth(year, month) => {
                let year = of_year(fields.get(year))?;
                match month_of_year(fields.get(month)) {
                    Some(month) => {
                        Time { first: year.first.plus(month.cast_signed() - 1), frequency: Frequency::Month }
                    }
                    None => year,
                }
            }
            TimeAt::Column(place) => {
                let text = fields.get(place);
                if self.last_time.0 != text {
                    self.last_time = (text.to_owned(), when(text));
                }
                match self.last_time.1 {
                    Some(When::Of(time)) => time,
                    Some(When::By(order, time)) if self.date_order.prove(way_of_date(order)) => time,
                    Some(When::Either { day, month }) => match self.date_order.ask(text) {
                        Some(0) => day,
                        Some(_) => month,
                        None => return Err(Trouble::Hold),
                    },
                    _ => return Err(ProblemKind::NotAMonth { found: short(text) }.into()),
                }
            }
        };
        let frequency = match self.plan.frequency.map(|place| fields.get(place)) {
            Some("A" | "Y") => Frequency::Year,
            Some("Q") => Frequency::Quarter,
            _ => time.frequency,
        };
        Ok(Some(Time { frequency, ..time }))
    }

    fn members<'a>(
        &self,
        fields: &Fields<'a>,
    ) -> Result<DimensionMap<Option<(&'a str, &'a str)>>, ProblemKind> {
        let mut members = DimensionMap::default();
        for (dimension, slot) in DimensionMap::iter_mut(&mut members) {
            let (code_at, name_at) = (self.plan.codes[dimension], self.plan.names[dimension]);
            let Some(column) = code_at.or(name_at) else { continue };
            let mut name = name_at.map(|place| fields.get(place)).unwrap_or_default();
            let mut member = code_at.map(|place| code(fields.get(place))).unwrap_or_default();
            // `0101 Live horses`
            if dimension == Dimension::Product && name_at.is_none() {
                let digits = member.bytes().take_while(u8::is_ascii_digit).count();
                if let Some((number, rest)) = member.split_at_checked(digits).filter(|_| digits >= 2)
                    && rest.starts_with([' ', '-'])
                {
                    (member, name) = (number, rest.trim_matches([' ', '-']));
                }
            }
            if member.is_empty() {
                member = name;
            }
            if member.is_empty() {
                return Err(ProblemKind::NoCode { column: self.column(column) });
            }
            *slot = Some((member, name));
        }
        Ok(members)
    }

    /// The row's flow, and whether it is neither exports nor imports.
    fn flow(&self, fields: &Fields) -> (Option<Flow>, bool) {
        let text = |place: Option<usize>| place.map(|place| code(fields.get(place)));
        let cells = [text(self.plan.flow), text(self.plan.flow_name)];
        if cells.iter().all(Option::is_none) {
            return (self.mapping.flow, false);
        }
        let by_code = |text: &str| match self.rules.flows {
            Some((export, _)) if text == export => Some(Flow::Export),
            Some((_, import)) if text == import => Some(Flow::Import),
            _ => None,
        };
        let known = cells.iter().flatten().find_map(|text| by_code(text).or_else(|| flow_named(text)));
        (known, known.is_none())
    }

    /// Whether a line is the total below a table: one of its cells says so, and its month or a code is missing.
    fn is_total(&self, fields: &Fields) -> bool {
        let time = match self.plan.time {
            TimeAt::Column(place) | TimeAt::Year(place) | TimeAt::YearAndMonth(place, _) => Some(place),
            TimeAt::Nowhere => None,
        };
        let text = |place: Option<usize>| place.map(|place| fields.get(place));
        let codes = || self.plan.codes.values().filter_map(|place| text(*place));
        let names = || self.plan.names.values().filter_map(|place| text(*place));
        let is_dated = text(time).is_none_or(|text| !text.is_empty() && !is_total(text));
        let says = || codes().chain(names()).chain(text(time)).any(is_total);
        (!is_dated || codes().any(str::is_empty)) && says()
    }

    /// What a total below a table says.
    fn total<'a>(&mut self, line: u64, fields: &Fields<'a>) -> Row<'a> {
        let row = Row { line, ..Row::default() };
        let amounts = self.plan.amounts.first().cloned();
        let read =
            amounts.and_then(|amounts| self.amounts(row.clone(), fields, &amounts, false).ok().flatten());
        read.unwrap_or(row)
    }

    /// See [`Row::part`].
    fn part(&self, fields: &Fields) -> u8 {
        let parts = self.plan.parts.iter().map(|(place, role)| {
            let text = code(fields.get(*place));
            let (bit, is_whole) = match role {
                Role::CustomsProcedure => (0, matches!(text, "C00" | "" | "0")),
                // -1 is the sum of all means of transport, as is 0.
                Role::Transport => (1, matches!(text, "0" | "-1" | "")),
                _ => (2, matches!(text, "0" | "")),
            };
            u8::from(!is_whole) << bit
        });
        parts.fold(0, |part, bit| part | bit)
    }

    /// See [`Row::rest`].
    fn rest(&self, fields: &Fields) -> u64 {
        let mut hash: u64 = 0;
        let mut is_empty = true;
        // Parts of one whole are told apart by what cuts it up.
        let parts = self.plan.parts.iter().map(|(place, _)| place).filter(|_| self.part(fields) != 0);
        for place in self.plan.rest.iter().chain(parts) {
            let cell = fields.get(*place);
            is_empty &= cell.is_empty();
            for byte in cell.bytes().chain([0xFF]) {
                hash = (hash.rotate_left(5) ^ u64::from(byte)).wrapping_mul(0x517C_C1B7_2722_0A95);
            }
        }
        if is_empty { 0 } else { hash.max(1) }
    }

    /// Kilograms and what rounding added, grams; `None` where no weight is told.
    fn quantity(&mut self, fields: &Fields, amounts: &Amounts) -> Result<Option<(u64, i64)>, Trouble> {
        let mut other = None;
        for (place, unit_at) in &amounts.quantities {
            let measures = match unit_at {
                UnitAt::Is(factor) => Measures::Weight(*factor),
                UnitAt::Unsaid => self.unsaid_unit.unwrap_or(Measures::Other),
                UnitAt::Column(place) => self.measures(fields.get(*place))?,
            };
            match measures {
                Measures::Weight(factor) => {
                    let number = self.number(fields, *place, factor)?;
                    return Ok(number.filter(|(number, _)| *number > 0 || !self.rules.zero_is_unknown));
                }
                _ => {
                    let unit = if let UnitAt::Column(place) = unit_at { fields.get(*place) } else { "" };
                    other = other.or(Some(short(unit)));
                }
            }
        }
        match other {
            Some(unit) => Err(ProblemKind::NotAWeight { unit }.into()),
            None => Ok(None),
        }
    }

    /// What a unit measures; it is asked for one that nobody knows.
    fn measures(&mut self, text: &str) -> Result<Measures, Trouble> {
        if let (last, Some(known)) = (&self.last_unit.0, self.last_unit.1)
            && last == text
        {
            return Ok(known);
        }
        let known = match self.rules.short_tons && is_bare_ton(text) {
            true => None,
            false => unit(text),
        };
        if let Some(known) = known {
            self.last_unit = (text.to_owned(), Some(known));
            return Ok(known);
        }
        let text = short(text);
        match self.units.iter_mut().find(|unknown| unknown.text == text) {
            Some(UnknownUnit { answer: Some(answer), .. }) => return Ok(*answer),
            Some(unknown) => unknown.rows += 1,
            None => self.units.push(UnknownUnit { text, rows: 1, answer: None }),
        }
        Err(Trouble::Hold)
    }

    /// A number times `factor`, and what rounding added in thousandths; `None` where none is told.
    fn number(
        &mut self,
        fields: &Fields,
        place: usize,
        factor: Factor,
    ) -> Result<Option<(u64, i64)>, Trouble> {
        let text = fields.get(place);
        let doubt = self.marks.get_mut(place);
        let decimal = match number(text) {
            Reading::Plain(decimal) => Some(decimal),
            Reading::Missing => return Ok(None),
            Reading::No => None,
            Reading::By(mark, decimal) => {
                Some(decimal).filter(|_| doubt.is_none_or(|doubt| doubt.prove(way_of(mark))))
            }
            Reading::Either(dot, comma) => match doubt.and_then(|doubt| doubt.ask(text)) {
                // Files of whole numbers have no three digits after a point.
                Some(0) if self.rules.whole && text.contains('.') => None,
                Some(0) => Some(dot),
                Some(_) => Some(comma),
                None => return Err(Trouble::Hold),
            },
        };
        let number = decimal.and_then(|decimal| decimal.times(factor));
        number
            .map(Some)
            .ok_or_else(|| ProblemKind::NotANumber { column: self.column(place), found: short(text) }.into())
    }

    /// The fields in the head's order.
    fn fields<'a>(&mut self, record: &'a StringRecord) -> Result<Fields<'a>, ProblemKind> {
        let expected = self.plan.width;
        let mut count = record.len();
        while count > expected && record.get(count - 1).is_some_and(|last| last.trim().is_empty()) {
            count -= 1;
        }
        // A trailing empty column may be in the head only.
        if count == expected || count + 1 == expected && self.head.last().is_some_and(String::is_empty) {
            return Ok(Fields { record, surplus: usize::MAX });
        }
        if count == expected + 1 && self.rules.surplus_field {
            let fits = |place: &usize| self.is_plausible(&Fields { record, surplus: *place });
            let place = self.surplus.filter(|p| fits(p)).or_else(|| (0..=expected).rev().find(|p| fits(p)));
            self.surplus = place;
            if let Some(surplus) = place {
                return Ok(Fields { record, surplus });
            }
        }
        Err(ProblemKind::FieldCount { found: count, expected })
    }

    /// Whether the columns that are needed hold what they should: a test for shifted lines.
    fn is_plausible(&self, fields: &Fields) -> bool {
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let is_number = |text: &str| !matches!(number(text), Reading::No);
        self.mapping.columns.iter().enumerate().all(|(place, column)| {
            let text = code(fields.get(place));
            match column.role {
                Role::Time => when(text).is_some(),
                Role::Flow => text.len() <= 2,
                Role::PartnerCode => digits(text),
                Role::PartnerName => !digits(text),
                Role::ProductCode => digits(text) || text == "TOTAL",
                Role::CustomsProcedure => text.starts_with('C'),
                Role::Transport => digits(text) || text == "-1",
                Role::Quantity => is_number(text),
                Role::Value => is_number(text) && !text.is_empty(),
                _ => true,
            }
        })
    }
}

/// A line's fields beside the head's columns.
struct Fields<'a> {
    record: &'a StringRecord,
    /// The place of a field that is no column's.
    surplus: usize,
}

impl<'a> Fields<'a> {
    /// A column's text; empty where the line has none.
    fn get(&self, place: usize) -> &'a str {
        let place = if place >= self.surplus { place + 1 } else { place };
        self.record.get(place).unwrap_or_default().trim()
    }
}

/// A code as programs that take it for a number write it: `484.0`, `'848610000'`.
fn code(text: &str) -> &str {
    let text = text.trim_matches('\'');
    match text.strip_suffix(".0") {
        Some(digits) if digits.bytes().all(|b| b.is_ascii_digit() || b == b'-') => digits,
        _ => text,
    }
}

/// The flow of a word or letter; `None` for others, such as re-exports.
fn flow_named(text: &str) -> Option<Flow> {
    match text.to_lowercase().as_str() {
        "x" | "e" | "exp" | "export" | "exports" | "出口" | "exportação" | "exportación" | "수출" => {
            Some(Flow::Export)
        }
        "m" | "i" | "imp" | "import" | "imports" | "进口" | "importação" | "importación" | "수입" => {
            Some(Flow::Import)
        }
        _ => None,
    }
}

/// What an answer says that a unit measures: a unit that is known, or `none` for no weight.
pub(crate) fn measures_of(text: &str) -> Option<Measures> {
    match text {
        "none" => Some(Measures::Other),
        "short tons" => Some(Measures::Weight(SHORT_TON)),
        text => unit(text).filter(|measures| matches!(measures, Measures::Weight(_))),
    }
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

/// “1,234 = 1234”: a cell, and what it is with a mark before its fraction.
fn as_read(cell: &str, mark: Mark) -> String {
    let (group, fraction) = if mark == Mark::Dot { (',', '.') } else { ('.', ',') };
    let read: String =
        cell.chars().filter(|c| *c != group).map(|c| if c == fraction { '.' } else { c }).collect();
    format!("{cell} = {read}")
}

fn month_as_read(cell: &str, order: DateOrder) -> String {
    match (when(cell), order) {
        (Some(When::Either { day, .. }), DateOrder::Day) => day.first.to_string(),
        (Some(When::Either { month, .. }), DateOrder::Month) => month.first.to_string(),
        _ => String::new(),
    }
}

/// The beginning of a text from outside, for a sentence that quotes it.
fn short(text: &str) -> String {
    text.chars().take(40).collect()
}
