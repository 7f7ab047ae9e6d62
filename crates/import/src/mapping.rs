//! Which column of a table is what, and how it is written: a small JSON file, or what a known layout or a guess
//! makes of a head.

use model::{Currency, Dimension, DimensionMap, Flow, Period};
use serde::{Deserialize, Serialize};

use super::columns::{Role, Rules, key};
use super::month::{DateOrder, Time, When, month_of_year, when};
use super::number::{Factor, Mark};
use super::problem::{Needed, ProblemKind};
use super::unit::{Measures, unit, unit_in_name};

/// Which column of a table is what. As JSON (`docs/records.md`, "A mapping"):
///
/// ```
/// let mapping = import::Mapping::read(
///     r#"{"columns": [
///         {"name": "Month", "is": "time", "date_order": "day"},
///         {"name": "Country", "is": "partner_name"},
///         {"name": "Qty", "is": "quantity", "unit": "t", "decimal_mark": "comma"},
///         {"name": "Turnover", "is": "value", "currency": "EUR", "times": 1000}
///     ], "flow": "export", "reporter": "Chile"}"#,
/// )
/// .unwrap();
/// assert_eq!(mapping.columns.len(), 4);
/// assert_eq!(import::Mapping::read(&mapping.write()), Ok(mapping));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Mapping {
    /// The columns that are read. Columns that it does not name are not read, and may tell rows apart.
    pub columns: Vec<Column>,
    /// Exports or imports, where no column says it.
    #[serde(with = "named_flow", skip_serializing_if = "Option::is_none")]
    pub flow: Option<Flow>,
    /// Whose trade it is, where no column says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reporter: Option<String>,
    /// By which list goods are numbered, where no column says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub classification: Option<String>,
    /// The month, quarter or year of all rows, where no column says it: `2025-04`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
}

/// A column and what it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Its name in the head; case and marks do not count.
    pub name: String,
    /// What it holds.
    #[serde(rename = "is")]
    pub role: Role,
    /// What its quantities are counted in, where no column says it: `kg`, `t`, `万吨`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The ISO 4217 code of its values' currency.
    #[serde(default, with = "named_currency", skip_serializing_if = "Option::is_none")]
    pub currency: Option<Currency>,
    /// How many dollars one is, for values in thousands or millions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times: Option<u64>,
    /// Exports or imports, where a line has columns of both.
    #[serde(default, with = "named_flow", skip_serializing_if = "Option::is_none")]
    pub flow: Option<Flow>,
    /// The time that it is of, where a line has columns of several: `2025-04`, or a month of the line's year, `4`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// What stands before the fraction of its numbers, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decimal_mark: Option<Mark>,
    /// What stands first in its dates, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_order: Option<DateOrder>,
}

/// Why a mapping is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoMapping {
    /// JSON that cannot be read, by the words of the program that reads it.
    Json(String),
    /// A column that two entries name.
    Twice(String),
    /// A unit that nobody knows.
    Unit(String),
    /// A time that is none.
    Time(String),
}

impl std::fmt::Display for NoMapping {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            NoMapping::Json(why) => write!(f, "it is no mapping: {why}"),
            NoMapping::Twice(name) => write!(f, "it names the column “{name}” twice"),
            NoMapping::Unit(unit) => write!(f, "“{unit}” is no unit of weight"),
            NoMapping::Time(time) => write!(f, "“{time}” is no month, quarter or year"),
        }
    }
}

/// Serde by the names of a type's values.
macro_rules! named {
    ($module:ident, $type:ty, $name:ident) => {
        mod $module {
            use serde::{Deserialize, Deserializer, Serializer, de::Error};
            type Named = $type;

            pub fn serialize<S: Serializer>(value: &Option<Named>, to: S) -> Result<S::Ok, S::Error> {
                match value {
                    Some(value) => to.serialize_str(value.$name()),
                    None => to.serialize_none(),
                }
            }

            pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Named>, D::Error> {
                let Some(text) = Option::<String>::deserialize(from)? else { return Ok(None) };
                let known = Named::NAMES.iter().find(|(name, _)| *name == text);
                known
                    .map(|(_, value)| Some(*value))
                    .ok_or_else(|| D::Error::custom(format!("“{text}” is not known")))
            }
        }
    };
}
named!(named_flow, model::Flow, name);
named!(named_currency, model::Currency, code);

impl Column {
    /// A column with nothing more to be said of it.
    pub fn new(name: &str, role: Role) -> Column {
        Column {
            name: name.to_owned(),
            role,
            unit: None,
            currency: None,
            times: None,
            flow: None,
            time: None,
            decimal_mark: None,
            date_order: None,
        }
    }

    /// What its quantities are worth in kilograms, by what is said or by its name; `None` where neither says it.
    pub(crate) fn weight(&self) -> Option<Factor> {
        let said = self.unit.as_deref().and_then(unit);
        match said.or_else(|| unit_in_name(&self.name).map(|(_, measures)| measures)) {
            Some(Measures::Weight(factor)) => Some(factor),
            _ => None,
        }
    }
}

impl Mapping {
    /// Reads a mapping's JSON.
    pub fn read(text: &str) -> Result<Mapping, NoMapping> {
        let mapping: Mapping =
            serde_json::from_str(text).map_err(|error| NoMapping::Json(error.to_string()))?;
        for (place, column) in mapping.columns.iter().enumerate() {
            if mapping.columns.iter().take(place).any(|other| other.name == column.name) {
                return Err(NoMapping::Twice(column.name.clone()));
            }
            if let Some(said) = column.unit.as_ref().filter(|said| unit(said).is_none()) {
                return Err(NoMapping::Unit(said.clone()));
            }
            if let Some(time) = column.time.as_ref().filter(|time| ColumnTime::read(time).is_none()) {
                return Err(NoMapping::Time(time.clone()));
            }
        }
        if let Some(period) = mapping.period.as_ref().filter(|period| time_of(period).is_none()) {
            return Err(NoMapping::Time(period.clone()));
        }
        Ok(mapping)
    }

    /// As JSON.
    pub fn write(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// Without the columns that a mapping cannot name: those that have no name, or the name of another one. Such a
    /// mapping can be written and read again.
    pub fn of_named_columns(&self) -> Mapping {
        let mut columns: Vec<Column> = Vec::new();
        for column in self.columns.iter().filter(|column| !column.name.is_empty()) {
            if !columns.iter().any(|known| known.name == column.name) {
                columns.push(column.clone());
            }
        }
        Mapping { columns, ..self.clone() }
    }

    /// Its columns in the order of a head, with those that it does not name; `None` for a head that lacks one of
    /// its columns.
    pub(crate) fn for_head(&self, head: &[String]) -> Option<Mapping> {
        let named = |name: &String| {
            let exact = self.columns.iter().find(|column| column.name == *name);
            let column =
                exact.or_else(|| self.columns.iter().find(|column| key(&column.name) == key(name)))?;
            Some(Column { name: name.clone(), ..column.clone() })
        };
        let columns: Vec<Column> = head
            .iter()
            .map(|name| {
                let unnamed = if name.is_empty() { Role::Ignored } else { Role::Other };
                named(name).unwrap_or_else(|| Column::new(name, unnamed))
            })
            .collect();
        let has = |column: &Column| columns.iter().any(|of_head| key(&of_head.name) == key(&column.name));
        self.columns.iter().all(has).then(|| Mapping { columns, ..self.clone() })
    }

    /// The time of all rows.
    pub(crate) fn time(&self) -> Option<Time> {
        time_of(self.period.as_ref()?)
    }

    /// Whether a column has a role.
    pub(crate) fn has(&self, role: Role) -> bool {
        self.columns.iter().any(|column| column.role == role)
    }
}

fn time_of(text: &str) -> Option<Time> {
    match when(text)? {
        When::Of(time) => Some(time),
        _ => None,
    }
}

/// The time that a column of amounts is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ColumnTime {
    /// A month of the line's year.
    MonthOfYear(u32),
    /// A time of its own.
    Of(Time),
}

impl ColumnTime {
    fn read(text: &str) -> Option<ColumnTime> {
        time_of(text).map(ColumnTime::Of).or_else(|| month_of_year(text).map(ColumnTime::MonthOfYear))
    }

    /// The time of a cell on a line of some time.
    pub fn on_line(self, of_line: Option<Time>) -> Option<Time> {
        match self {
            ColumnTime::Of(time) => Some(time),
            ColumnTime::MonthOfYear(month) => {
                let year = of_line.and_then(Time::period)?.year();
                Period::new(year, month).map(Time::Of)
            }
        }
    }
}

/// Where the time of a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum TimeAt {
    /// In one column.
    Column(usize),
    /// In a column for the year and one for the month of the year.
    YearAndMonth(usize, usize),
    /// In a column for the year alone.
    Year(usize),
    /// Nowhere.
    #[default]
    Nowhere,
}

/// Where a quantity's unit stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum UnitAt {
    /// In a column.
    Column(usize),
    /// It is known.
    Is(Factor),
    /// Nothing says it.
    Unsaid,
}

/// The columns that make one row of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Amounts {
    pub flow: Option<Flow>,
    pub time: Option<ColumnTime>,
    /// In the order in which they are tried.
    pub quantities: Vec<(usize, UnitAt)>,
    pub values: Vec<ValueAt>,
}

/// A column of values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ValueAt {
    pub column: usize,
    pub currency: Currency,
    pub times: Factor,
}

/// The columns of lines that tell one figure of a row each, whose others stand on other lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Figures {
    /// Which figure it is.
    pub indicator: usize,
    /// What quantities are counted in, where a column says it.
    pub unit: Option<usize>,
    /// What values are counted in.
    pub currency: Currency,
    /// The figures, each with the time that it is of, where a line has several.
    pub columns: Vec<(usize, Option<ColumnTime>)>,
}

impl Figures {
    fn of(mapping: &Mapping) -> Option<Figures> {
        let place = |role| mapping.columns.iter().position(|column| column.role == role);
        let figures = || mapping.columns.iter().enumerate().filter(|(_, column)| column.role == Role::Figure);
        let time = |column: &Column| column.time.as_ref().and_then(|time| ColumnTime::read(time));
        let currency = figures().find_map(|(_, column)| column.currency);
        let figures = Figures {
            indicator: place(Role::Indicator)?,
            unit: place(Role::Unit),
            currency: currency.unwrap_or(Currency::Eur),
            columns: figures().map(|(place, column)| (place, time(column))).collect(),
        };
        (!figures.columns.is_empty()).then_some(figures)
    }
}

/// A mapping as places of columns: what a line is read by. Of a file that cannot be read yet it has none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Plan {
    pub width: usize,
    pub time: TimeAt,
    pub frequency: Option<usize>,
    pub codes: DimensionMap<Option<usize>>,
    pub names: DimensionMap<Option<usize>>,
    /// Names in Chinese, beside `names`.
    pub names_zh: DimensionMap<Option<usize>>,
    /// Where a row says that a program made it up.
    pub remark: Option<usize>,
    pub flow: Option<usize>,
    pub flow_name: Option<usize>,
    pub reporter_code: Option<usize>,
    pub reporter_name: Option<usize>,
    pub classification: Option<usize>,
    /// Columns in which a row says that it is a part of another one.
    pub parts: Vec<(usize, Role)>,
    pub figures: Option<Figures>,
    pub amounts: Vec<Amounts>,
    /// Columns that nothing is read from and that may tell rows apart.
    pub rest: Vec<usize>,
}

impl Plan {
    /// What a mapping that stands in the order of a head says. An error where what is needed is missing.
    pub fn of(mapping: &Mapping, rules: &Rules) -> Result<Plan, ProblemKind> {
        let place = |role| mapping.columns.iter().position(|column| column.role == role);
        for (i, column) in mapping.columns.iter().enumerate() {
            let is_read = !matches!(column.role, Role::Other | Role::Ignored);
            let same = |other: &Column| {
                other.role == column.role && (!column.role.may_repeat() || other.name == column.name)
            };
            if is_read && mapping.columns.iter().take(i).any(same) {
                return Err(ProblemKind::ColumnTwice(column.name.clone()));
            }
        }
        let codes = DimensionMap::from_fn(|dimension| match dimension {
            Dimension::Product => place(Role::ProductCode),
            Dimension::Destination => place(Role::PartnerCode).or_else(|| place(Role::PartnerLetters)),
            Dimension::RegistrationLocation => place(Role::ProvinceCode),
            Dimension::TradeMode => place(Role::ModeCode),
        });
        let names = DimensionMap::from_fn(|dimension| match dimension {
            Dimension::Product => place(Role::ProductName),
            Dimension::Destination => place(Role::PartnerName),
            Dimension::RegistrationLocation => place(Role::ProvinceName),
            Dimension::TradeMode => place(Role::ModeName),
        });
        let names_zh = DimensionMap::from_fn(|dimension| match dimension {
            Dimension::Product => place(Role::ProductNameZh),
            Dimension::Destination => place(Role::PartnerNameZh),
            Dimension::RegistrationLocation => place(Role::ProvinceNameZh),
            Dimension::TradeMode => place(Role::ModeNameZh),
        });
        let figures = Figures::of(mapping);
        let amounts = amounts(mapping, rules);
        if amounts.is_empty() && figures.is_none() {
            return Err(ProblemKind::MissingColumn(Needed::Quantity));
        }
        if codes.values().chain(names.values()).all(Option::is_none) {
            return Err(ProblemKind::MissingColumn(Needed::Code));
        }
        let time = match (place(Role::Time), place(Role::Year), place(Role::MonthOfYear)) {
            (Some(time), ..) => TimeAt::Column(time),
            (None, Some(year), Some(month)) => TimeAt::YearAndMonth(year, month),
            (None, Some(year), None) => TimeAt::Year(year),
            _ => TimeAt::Nowhere,
        };
        let parts = [Role::CustomsProcedure, Role::Transport, Role::SecondPartner];
        let others = mapping.columns.iter().enumerate().filter(|(_, column)| column.role == Role::Other);
        Ok(Plan {
            width: mapping.columns.len(),
            time,
            frequency: place(Role::Frequency),
            codes,
            names,
            names_zh,
            remark: place(Role::Remark),
            flow: place(Role::Flow),
            flow_name: place(Role::FlowName),
            reporter_code: place(Role::ReporterCode),
            reporter_name: place(Role::ReporterName),
            classification: place(Role::Classification),
            parts: parts.into_iter().filter_map(|role| Some((place(role)?, role))).collect(),
            figures,
            amounts,
            rest: others.map(|(place, _)| place).collect(),
        })
    }

    /// Whether every row says its time.
    pub fn has_times(&self) -> bool {
        let of_figures = self.figures.iter().flat_map(|figures| &figures.columns).map(|(_, time)| time);
        let mut times = self.amounts.iter().map(|amounts| &amounts.time).chain(of_figures).peekable();
        self.time != TimeAt::Nowhere
            || times.peek().is_some() && times.all(|time| matches!(time, Some(ColumnTime::Of(_))))
    }

    /// Whether every row says its flow.
    pub fn has_flow(&self) -> bool {
        self.flow.or(self.flow_name).is_some()
            || !self.amounts.is_empty() && self.amounts.iter().all(|amounts| amounts.flow.is_some())
    }

    /// Whether some quantity is read.
    pub fn has_quantities(&self) -> bool {
        self.figures.is_some() || self.amounts.iter().any(|amounts| !amounts.quantities.is_empty())
    }
}

/// Columns of amounts that are of one flow and time belong together.
fn amounts(mapping: &Mapping, rules: &Rules) -> Vec<Amounts> {
    let place = |role| mapping.columns.iter().position(|column| column.role == role);
    let (unit, second_unit) = (place(Role::Unit), place(Role::SecondUnit));
    let mut list: Vec<Amounts> = Vec::new();
    let of = |list: &mut Vec<Amounts>, column: &Column| {
        let time = column.time.as_ref().and_then(|time| ColumnTime::read(time));
        let found = list.iter().position(|amounts| amounts.flow == column.flow && amounts.time == time);
        found.unwrap_or_else(|| {
            list.push(Amounts { flow: column.flow, time, quantities: Vec::new(), values: Vec::new() });
            list.len() - 1
        })
    };
    // First quantities are tried before second ones.
    for role in [Role::Quantity, Role::SecondQuantity, Role::Value] {
        for (i, column) in mapping.columns.iter().enumerate().filter(|(_, column)| column.role == role) {
            let unit = if role == Role::SecondQuantity { second_unit } else { unit };
            let said = match (column.weight(), unit) {
                (Some(factor), _) => Some(UnitAt::Is(factor)),
                (None, Some(unit)) => Some(UnitAt::Column(unit)),
                (None, None) if role == Role::SecondQuantity => None,
                (None, None) if rules.kilograms => Some(UnitAt::Is(Factor::ONE)),
                (None, None) => Some(UnitAt::Unsaid),
            };
            let place = of(&mut list, column);
            let Some(amounts) = list.get_mut(place) else { continue };
            match role {
                Role::Value => amounts.values.push(ValueAt {
                    column: i,
                    currency: column.currency.unwrap_or(Currency::Usd),
                    times: Factor::of(column.times.unwrap_or(1)),
                }),
                _ => amounts.quantities.extend(said.map(|said| (i, said))),
            }
        }
    }
    list.retain(|amounts| !amounts.quantities.is_empty() || !amounts.values.is_empty());
    list
}
