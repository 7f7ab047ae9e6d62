//! One file: from lines to rows.

use std::hash::{DefaultHasher, Hash, Hasher};

use csv::StringRecord;

use super::decode::{Decode, Encoding, text_of};
use super::header::{Header, Origin, Role, Rules};
use super::left_out::LeftOut;
use super::meaning::is_total;
use super::number::{Month, month, rounded, whole};
use super::problem::ProblemKind;
use super::sniff::refusal;
use super::table::Table;
use model::{Dimension, DimensionMap, Flow, Period};

/// What a file was, for a person to compare with the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileSummary {
    /// Its name.
    pub name: String,
    /// Whose file it is; `None` for one that could not be read.
    pub origin: Option<Origin>,
    /// How its text was written.
    pub encoding: Option<Encoding>,
    /// Rows after the header.
    pub rows: u64,
}

/// A row that can be used once it is known how.
#[derive(Debug, Clone, Default)]
pub struct Row {
    pub line: u64,
    /// `None` in a file without a month column.
    pub month: Option<Period>,
    /// Code and name as the file writes them.
    pub members: DimensionMap<Option<(String, String)>>,
    /// Kilograms.
    pub quantity: u64,
    /// In the order of [`model::Currency::NAMES`].
    pub values: [Option<u64>; 2],
    /// `None` in a file that does not tell.
    pub flow: Option<Flow>,
    /// Whose trade it is, code and name as the file writes them; `None` in a file that does not tell.
    pub reporter: Option<(String, String)>,
    /// By which list goods are numbered, such as `H6`; `None` in a file that does not tell.
    pub classification: Option<String>,
    /// A number made of the cells of columns that nothing else is read from, 0 where there are none: rows of one
    /// key in which it differs are told apart by something that is not a dimension here.
    pub rest: u64,
    /// How it is cut up beside that, a bit each: by customs procedure, means of transport and second partner. 0 for a
    /// whole row.
    pub part: u8,
    /// Whether its weight is known.
    pub weighed: bool,
}

/// What a line turned out to be.
pub enum ReadLine {
    Row(Row),
    LeftOut(LeftOut, Row),
    Faulty(ProblemKind),
}

/// A file that is being read.
pub struct File {
    pub name: String,
    pub encoding: Encoding,
    pub header: Header,
    pub table: Table,
    pub rows: u64,
    /// Where lines have one field more than the header: the place of the surplus one.
    surplus: Option<usize>,
}

impl File {
    /// Finds out what a file is and reads its header.
    pub fn open(name: &str, bytes: Vec<u8>, decode: Decode) -> Result<File, ProblemKind> {
        if let Some(refusal) = refusal(&bytes) {
            return Err(refusal);
        }
        let (text, encoding) = text_of(bytes, decode).ok_or(ProblemKind::NotText)?;
        let mut table = Table::of(text)?;
        let first = match table.next() {
            Some(Ok((_, first))) => first,
            Some(Err((_, kind))) => return Err(kind),
            None => return Err(ProblemKind::Empty),
        };
        let header = Header::read(&first.iter().map(str::to_owned).collect::<Vec<_>>())?;
        Ok(File { name: name.to_owned(), encoding, header, table, rows: 0, surplus: None })
    }

    pub fn summary(&self) -> FileSummary {
        FileSummary {
            name: self.name.clone(),
            origin: Some(self.header.origin),
            encoding: Some(self.encoding),
            rows: self.rows,
        }
    }

    /// Whether rows say their month.
    pub fn has_months(&self) -> bool {
        self.header.place(Role::Month).is_some()
    }

    /// The dimensions that rows are told apart by.
    pub fn dimensions(&self) -> DimensionMap<bool> {
        DimensionMap::from_fn(|dimension| self.header.place(code_role(dimension)).is_some())
    }

    /// Reads a line.
    pub fn read(&mut self, line: u64, record: &StringRecord) -> ReadLine {
        self.rows += 1;
        let decimal_comma = self.table.is_parted_by_semicolons();
        let fields = self.fields(record);
        match fields.and_then(|fields| Fields { header: &self.header, decimal_comma, fields }.row(line)) {
            Ok(reading) => reading,
            Err(kind) => ReadLine::Faulty(kind),
        }
    }

    /// The fields in the header's order, by the rules of the file's origin.
    fn fields<'a>(&mut self, record: &'a StringRecord) -> Result<Vec<&'a str>, ProblemKind> {
        let expected = self.header.names.len();
        let decimal_comma = self.table.is_parted_by_semicolons();
        let mut fields: Vec<&str> = record.iter().collect();
        let rules = self.header.origin.rules();
        while fields.len() > expected && fields.last() == Some(&"") && rules.trailing_commas {
            fields.pop();
        }
        // A trailing empty column may be in the header only, or in the lines only.
        if fields.len() + 1 == expected && self.header.names.last().is_some_and(String::is_empty) {
            fields.push("");
        }
        if fields.len() == expected + 1 && rules.surplus_field {
            let fits = |place: usize| {
                let without: Vec<&str> =
                    fields.iter().enumerate().filter(|(i, _)| *i != place).map(|(_, f)| *f).collect();
                Fields { header: &self.header, decimal_comma, fields: without }.is_plausible()
            };
            let place = self.surplus.filter(|p| fits(*p)).or_else(|| (0..=expected).rev().find(|p| fits(*p)));
            self.surplus = place;
            if let Some(place) = place {
                fields.remove(place);
            }
        }
        match fields.len() == expected {
            true => Ok(fields),
            false => Err(ProblemKind::FieldCount { found: fields.len(), expected }),
        }
    }
}

/// The column of a dimension's codes.
fn code_role(dimension: Dimension) -> Role {
    match dimension {
        Dimension::Product => Role::ProductCode,
        Dimension::Destination => Role::PartnerCode,
        Dimension::RegistrationLocation => Role::ProvinceCode,
        Dimension::TradeMode => Role::ModeCode,
    }
}

/// The column of a dimension's names.
fn name_role(dimension: Dimension) -> Role {
    match dimension {
        Dimension::Product => Role::ProductName,
        Dimension::Destination => Role::PartnerName,
        Dimension::RegistrationLocation => Role::ProvinceName,
        Dimension::TradeMode => Role::ModeName,
    }
}

const VALUES: [Role; 2] = [Role::Usd, Role::Cny];

/// A line's fields beside their columns.
struct Fields<'a> {
    header: &'a Header,
    /// A single comma in a number may be its decimal point: 12,345 for 12 and a third.
    decimal_comma: bool,
    fields: Vec<&'a str>,
}

impl Fields<'_> {
    /// A role's text; `None` where there is no such column.
    fn text(&self, role: Role) -> Option<&str> {
        self.fields.get(self.header.place(role)?).map(|f| f.trim())
    }

    fn column(&self, role: Role) -> String {
        self.header.place(role).and_then(|p| self.header.names.get(p)).cloned().unwrap_or_default()
    }

    /// Whether a line is the total below a table: one of its cells says so, and its month or a code is missing.
    fn is_total(&self) -> bool {
        let codes = Dimension::ALL.map(code_role);
        let names = Dimension::ALL.map(name_role);
        let text = |role: &Role| self.text(*role);
        let says = codes.iter().chain(&names).chain(&[Role::Month]).filter_map(text).any(is_total);
        let lacks = |text: &str| text.is_empty() || month(text).is_none();
        let without_month = self.text(Role::Month).is_some_and(lacks);
        says && (without_month || codes.iter().filter_map(text).any(str::is_empty))
    }

    fn row(&self, line: u64) -> Result<ReadLine, ProblemKind> {
        if self.is_total() {
            let value = VALUES.map(|role| self.text(role).and_then(rounded));
            let quantity = self.quantity().ok().flatten().unwrap_or(0);
            return Ok(ReadLine::LeftOut(
                LeftOut::Total,
                Row { line, quantity, values: value, ..Row::default() },
            ));
        }
        let month = self.text(Role::Month).map(|text| match month(text) {
            Some(Month::Of(period)) => Ok(period),
            Some(Month::Yearly) => Err(ProblemKind::Yearly),
            None => Err(ProblemKind::NotAMonth { found: short(text) }),
        });
        let mut members: DimensionMap<Option<(String, String)>> = DimensionMap::default();
        for (dimension, slot) in members.iter_mut() {
            let Some(code) = self.text(code_role(dimension)) else { continue };
            if code.is_empty() {
                return Err(ProblemKind::NoCode { column: self.column(code_role(dimension)) });
            }
            let name = self.text(name_role(dimension)).unwrap_or_default();
            *slot = Some((code.to_owned(), name.to_owned()));
        }
        let quantity = self.quantity()?;
        let mut values = [None; 2];
        for (value, role) in values.iter_mut().zip(VALUES) {
            if let Some(text) = self.text(role) {
                *value = Some(self.number(role, text)?);
            }
        }
        let (flow, other_flow) = match self.text(Role::Flow) {
            None => (None, false),
            Some("X" | "2" | "Export") => (Some(Flow::Export), false),
            Some("M" | "1" | "Import") => (Some(Flow::Import), false),
            Some(_) => (None, true),
        };
        let reporter = match (self.text(Role::ReporterCode), self.text(Role::ReporterName)) {
            (None, None) => None,
            (code, name) => {
                let name = name.unwrap_or_default();
                Some((code.unwrap_or(name).to_owned(), name.to_owned()))
            }
        };
        let row = Row {
            line,
            month: month.transpose()?,
            members,
            quantity: quantity.unwrap_or(0),
            values,
            flow,
            reporter,
            classification: self.text(Role::Classification).map(str::to_owned),
            rest: self.rest(),
            part: self.part(),
            weighed: quantity.is_some(),
        };
        Ok(match other_flow {
            true => ReadLine::LeftOut(LeftOut::OtherFlow, row),
            false => ReadLine::Row(row),
        })
    }

    fn rules(&self) -> Rules {
        self.header.origin.rules()
    }

    /// See [`Row::part`]. Comtrade writes -1 for all means of transport together where it has no 0.
    fn part(&self) -> u8 {
        let axes = [
            (Role::CustomsProcedure, &["C00", ""][..]),
            (Role::Transport, &["0", "-1", ""]),
            (Role::SecondPartner, &["0", ""]),
        ];
        let cut =
            |(role, whole): &(Role, &[&str])| self.text(*role).is_some_and(|text| !whole.contains(&text));
        (0u8..).zip(&axes).fold(0, |part, (bit, axis)| part | u8::from(cut(axis)) << bit)
    }

    /// See [`Row::rest`].
    fn rest(&self) -> u64 {
        let unread =
            |place: &usize| matches!(self.header.roles.get(*place), Some(None | Some(Role::Ignored)));
        let mut cells: Vec<&str> = (0..self.fields.len())
            .filter(unread)
            .filter_map(|place| self.fields.get(place).map(|f| f.trim()))
            .collect();
        // Parts of one whole are told apart by what cuts it up.
        if self.part() != 0 {
            let roles = [Role::CustomsProcedure, Role::Transport, Role::SecondPartner];
            cells.extend(roles.iter().filter_map(|role| self.text(*role)));
        }
        if cells.iter().all(|cell| cell.is_empty()) {
            return 0;
        }
        let mut hasher = DefaultHasher::new();
        cells.hash(&mut hasher);
        hasher.finish()
    }

    /// Kilograms; `None` for a row whose weight is missing where it may be.
    fn quantity(&self) -> Result<Option<u64>, ProblemKind> {
        if let Some(text) = self.text(Role::NetWeight) {
            let known = !matches!(text, "" | "0" | "0.0" | "N/A");
            return match self.rules().weight_may_be_missing && !known {
                true => Ok(None),
                false => self.number(Role::NetWeight, text).map(Some),
            };
        }
        let pairs = [(Role::Quantity, Role::Unit), (Role::SecondQuantity, Role::SecondUnit)];
        for (quantity, unit) in pairs {
            let Some(text) = self.text(quantity) else { continue };
            // Without a unit column the first quantity is what customs gives for these goods: kilograms.
            let kilograms = match self.text(unit) {
                None if quantity == Role::Quantity => Some(1),
                unit => unit.and_then(kilograms_in),
            };
            if let Some(kilograms) = kilograms {
                return Ok(Some(self.number(quantity, text)?.saturating_mul(kilograms)));
            }
        }
        Err(ProblemKind::NotAWeight { unit: short(self.text(Role::Unit).unwrap_or_default()) })
    }

    fn number(&self, role: Role, text: &str) -> Result<u64, ProblemKind> {
        let number = if self.rules().fractions { rounded(text) } else { whole(text) };
        let number = number.filter(|_| !self.decimal_comma || text.matches(',').count() != 1);
        number.ok_or_else(|| ProblemKind::NotANumber { column: self.column(role), found: short(text) })
    }

    /// Whether the columns that are needed hold what they should: a test for shifted lines.
    fn is_plausible(&self) -> bool {
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let number = |text: &str| text.is_empty() || rounded(text).is_some();
        let is = |role, test: &dyn Fn(&str) -> bool| self.text(role).is_none_or(test);
        is(Role::Month, &|text| month(text).is_some())
            && is(Role::Flow, &|text| text.len() <= 2)
            && is(Role::PartnerCode, &digits)
            && is(Role::PartnerName, &|text| !digits(text))
            && is(Role::ProductCode, &|text| digits(text) || text == "TOTAL")
            && is(Role::CustomsProcedure, &|text| text.starts_with('C'))
            && is(Role::Transport, &|text| digits(text) || text == "-1")
            && is(Role::NetWeight, &number)
            && is(Role::Usd, &|text| number(text) && !text.is_empty())
    }
}

/// How many kilograms a unit has; `None` for one that is no weight.
fn kilograms_in(unit: &str) -> Option<u64> {
    match unit.to_lowercase().as_str() {
        "千克" | "公斤" | "kilogram" | "kilograms" | "kg" => Some(1),
        "吨" | "ton" | "tonne" | "tonnes" | "metric ton" => Some(1000),
        _ => None,
    }
}

/// The beginning of a text from outside, for a sentence that quotes it.
fn short(text: &str) -> String {
    text.chars().take(40).collect()
}
