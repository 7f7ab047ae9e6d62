//! From a line to rows.

use csv::StringRecord;
use model::{Dimension, DimensionMap, Flow, Frequency, Period};

use super::{File, UnknownUnit, short, way_of, way_of_date};
use crate::columns::Role;
use crate::left_out::LeftOut;
use crate::mapping::{Amounts, Figures, TimeAt, UnitAt};
use crate::meaning::is_total;
use crate::month::{Time, When, month_of_year, when};
use crate::number::{Factor, Reading, number};
use crate::problem::ProblemKind;
use crate::unit::{Measures, is_bare_ton, unit};
use sheet::Kind;

/// What a row says in its remark that a program made up.
const SYNTHETIC: &str = "synthetic";

/// A row that can be used once it is known how.
#[derive(Debug, Clone, Default)]
pub struct Row<'a> {
    pub line: u64,
    /// `None` in a file that does not tell.
    pub time: Option<Time>,
    /// Code and name as the file writes them; a name without a code stands for both.
    pub members: DimensionMap<Option<(&'a str, &'a str)>>,
    /// Names in Chinese, where the file has both; empty where it has not.
    pub names_zh: DimensionMap<&'a str>,
    /// It says that a program made it up.
    pub is_synthetic: bool,
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
    /// Which one it is, of a row whose figures stand on lines of their own.
    pub figure: Option<Figure>,
}

/// A figure of a row whose others stand on other lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figure {
    pub kind: FigureKind,
    /// A number made of what it is counted in.
    pub unit: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FigureKind {
    Quantity,
    /// The quantity in another unit, which counts where the first is no weight.
    SecondQuantity,
    Value,
}

/// What a line turned out to be.
pub enum ReadLine<'a> {
    Row(Row<'a>),
    LeftOut(LeftOut, Row<'a>),
    Faulty(ProblemKind),
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
            names_zh: DimensionMap::from_fn(|dimension| {
                text(self.plan.names_zh[dimension]).unwrap_or_default()
            }),
            is_synthetic: text(self.plan.remark) == Some(SYNTHETIC),
            quantity: None,
            values: [None; 2],
            flow,
            reporter,
            classification: text(self.plan.classification),
            rest: self.rest(&fields),
            part: self.part(&fields),
            figure: None,
        };
        let rows = match self.plan.figures.take() {
            Some(figures) => {
                let rows = self.figures(&row, &fields, &figures);
                self.plan.figures = Some(figures);
                rows
            }
            None => {
                let amounts = std::mem::take(&mut self.plan.amounts);
                let rows = self.all_amounts(&row, &fields, &amounts);
                self.plan.amounts = amounts;
                rows
            }
        };
        for row in rows? {
            let is_fiscal = matches!(row.time, Some(Time::FiscalYear(_)));
            let left_out = is_other_flow.then_some(LeftOut::OtherFlow);
            take(match left_out.or(is_fiscal.then_some(LeftOut::FiscalYear)) {
                Some(why) => ReadLine::LeftOut(why, row),
                None => ReadLine::Row(row),
            });
        }
        Ok(())
    }

    /// The rows of a line of amounts: of each of its columns for a time or a flow.
    fn all_amounts<'a>(
        &mut self,
        row: &Row<'a>,
        fields: &Fields<'a>,
        amounts: &[Amounts],
    ) -> Result<Vec<Row<'a>>, Trouble> {
        let wide = amounts.len() > 1;
        let mut rows = Vec::with_capacity(amounts.len());
        let mut trouble = None;
        for amounts in amounts {
            match self.amounts(row.clone(), fields, amounts, wide) {
                Ok(read) => rows.extend(read),
                Err(Trouble::Hold) => trouble = Some(Trouble::Hold),
                Err(faulty) => trouble = trouble.or(Some(faulty)),
            }
        }
        trouble.map_or(Ok(rows), Err)
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
        row.time = amounts.time.map_or(row.time, |time| time.on_line(row.time));
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
            self.note_nothing(row.time, quantity.is_some() || row.values.contains(&Some(0)));
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

    /// The figures of a line: none where nothing is read from what it tells.
    fn figures<'a>(
        &mut self,
        row: &Row<'a>,
        fields: &Fields<'a>,
        figures: &Figures,
    ) -> Result<Vec<Row<'a>>, Trouble> {
        let unit = figures.unit.map(|place| fields.get(place)).unwrap_or_default();
        let (kind, factor) = match figure_named(fields.get(figures.indicator)) {
            None => return Ok(Vec::new()),
            Some((kind, Some(factor))) => (kind, factor),
            // What is counted in another unit is no weight.
            Some((kind, None)) => match self.measures(unit)? {
                Measures::Weight(factor) => (kind, factor),
                _ => return Ok(Vec::new()),
            },
        };
        let slot = self.slots.iter().position(|slot| *slot == Some(figures.currency));
        let mut rows = Vec::with_capacity(figures.columns.len());
        let mut is_held = false;
        for (place, time) in &figures.columns {
            let read = match self.number(fields, *place, factor) {
                Err(Trouble::Hold) => {
                    is_held = true;
                    continue;
                }
                read => read?,
            };
            // Of a line of several times those without trade are no rows.
            if let Some(time) = time
                && read.is_none_or(|(number, _)| number == 0)
            {
                self.note_nothing(time.on_line(row.time), read.is_some());
                continue;
            }
            let Some((number, added)) = read else { continue };
            let mut row = Row { figure: Some(Figure { kind, unit: hashed(0, unit) }), ..row.clone() };
            row.time = time.map_or(row.time, |time| time.on_line(row.time));
            match kind {
                FigureKind::Value => {
                    if let Some(slot) = slot.and_then(|slot| row.values.get_mut(slot)) {
                        *slot = Some(number);
                    }
                }
                FigureKind::Quantity | FigureKind::SecondQuantity => {
                    row.quantity = Some(number);
                    if added != 0 {
                        self.rounded.0 += 1;
                        self.rounded.1 = self.rounded.1.saturating_add(added);
                    }
                }
            }
            rows.push(row);
        }
        if is_held { Err(Trouble::Hold) } else { Ok(rows) }
    }

    /// Keeps of what time a cell of a line of several says that there was nothing, or says nothing.
    fn note_nothing(&mut self, time: Option<Time>, is_zero: bool) {
        let times = if is_zero { &mut self.zeros } else { &mut self.blanks };
        times.extend(time.and_then(Time::period));
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
                let cell = fields.get(month);
                let of_year = month_of_year(cell).and_then(|month| Period::new(year.period()?.year(), month));
                match (of_year, when(cell)) {
                    (Some(month), _) => Time::Of(month),
                    // The whole date stands there.
                    (None, Some(When::Of(Time::Of(month)))) if month.frequency() == Frequency::Monthly => {
                        Time::Of(month)
                    }
                    // 52 and 0, as Comtrade writes for whole years.
                    _ => year,
                }
            }
            TimeAt::Column(place) => {
                let text = fields.get(place);
                if self.last_time.0 != text {
                    self.last_time = (text.to_owned(), when(text));
                }
                match self.last_time.1 {
                    Some(When::Of(time)) => time,
                    Some(When::By(order, time)) if self.date_order.prove(way_of_date(order)) => {
                        Time::Of(time)
                    }
                    Some(When::Either { day, month }) => match self.date_order.ask(text) {
                        Some(0) => Time::Of(day),
                        Some(_) => Time::Of(month),
                        None => return Err(Trouble::Hold),
                    },
                    _ => return Err(ProblemKind::NotAMonth { found: short(text) }.into()),
                }
            }
        };
        let length = self.plan.frequency.map(|place| fields.get(place)).unwrap_or_default();
        Ok(Some(time.of_length(length)))
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
        let indicator = self.plan.figures.as_ref().map(|figures| fields.get(figures.indicator));
        let is_dated = text(time).is_none_or(|text| !text.is_empty() && !is_total(text));
        let says = || codes().chain(names()).chain(text(time)).chain(indicator).any(is_total);
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
        let mut hash = 0;
        let mut is_empty = true;
        // Parts of one whole are told apart by what cuts it up.
        let parts = self.plan.parts.iter().map(|(place, _)| place).filter(|_| self.part(fields) != 0);
        for place in self.plan.rest.iter().chain(parts) {
            let cell = fields.get(*place);
            is_empty &= cell.is_empty();
            hash = hashed(hash, cell);
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
        // A workbook's cells stand in columns of their own: one more is without a name, one less is empty.
        if matches!(self.table.kind, Kind::Xlsx | Kind::Xls | Kind::Ods) {
            return Ok(Fields { record, surplus: usize::MAX });
        }
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

/// A number made of one before it and a text.
fn hashed(hash: u64, text: &str) -> u64 {
    let next =
        |hash: u64, byte: u8| (hash.rotate_left(5) ^ u64::from(byte)).wrapping_mul(0x517C_C1B7_2722_0A95);
    text.bytes().chain([0xFF]).fold(hash, next)
}

/// What an indicator stands for, and how many kilograms or whole units of money one of it is; without that number what a
/// column says of the unit counts. `None` for what is not read: charges, duties, pieces.
///
/// Of values of the United States those are read that its statistics have as the value of trade: free alongside ship of
/// exports and customs value of imports.
fn figure_named(text: &str) -> Option<(FigureKind, Option<Factor>)> {
    use FigureKind::{Quantity, SecondQuantity, Value};
    match text {
        "QUANTITY_IN_100KG" => Some((Quantity, Some(Factor::of(100)))),
        "QUANTITY_IN_KG" | "QUANTITY_KG" => Some((Quantity, Some(Factor::ONE))),
        "VALUE_IN_EUROS" | "VALUE_EUR" => Some((Value, Some(Factor::ONE))),
        "First Unit of Quantity" => Some((Quantity, None)),
        "Second Unit of Quantity" => Some((SecondQuantity, None)),
        "FAS Value" | "Customs Value" | "General Customs Value" => Some((Value, Some(Factor::ONE))),
        _ => None,
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
