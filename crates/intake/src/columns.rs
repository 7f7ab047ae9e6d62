//! The step in which a reader says which column is what, with what the first rows become.

use i18n::{ImportWords, PanelText, import_problem};
use import::{Column, Import, Mapping, Preview, PreviewRow, Previewed, Question, Role};
use messages::{Cell, Field, FieldChoice, FieldKind, Head, Part, Said, Step, Table};
use model::{Currency, Dimension, DimensionMap, Name};

use crate::{Reply, in_every_language};

/// Units that a list offers, by their names in mappings.
const UNITS: [&str; 8] = ["kg", "t", "lb", "g", "100kg", "千吨", "万吨", "short tons"];
/// How many of a currency one may be.
const TIMES: [u64; 8] = [1, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000];
/// As many of the rows that come of the first ones are shown.
const SHOWN: usize = 5;

/// The columns of a file as they are said so far.
pub(crate) struct Draft {
    file: String,
    /// The names of all columns, in their order.
    head: Vec<String>,
    mapping: Mapping,
}

impl Draft {
    /// What a file's columns were taken for.
    pub fn of(import: &Import, question: &Question) -> Option<Draft> {
        let file = question.file.clone()?;
        let mapping = Mapping::read(question.guess.as_ref()?).ok()?;
        let head = import.preview(&file, &mapping)?.head;
        Some(Draft { file, head, mapping })
    }

    pub fn mapping(&self) -> Mapping {
        self.mapping.clone()
    }

    /// This file, and others that wait and have the same columns.
    pub fn files_alike(&self, import: &Import) -> Vec<String> {
        let names = |columns: &[Column]| columns.iter().map(|column| column.name.clone()).collect::<Vec<_>>();
        let seen = import.seen();
        let alike = seen.iter().filter(|seen| names(&seen.mapping.columns) == names(&self.mapping.columns));
        alike.map(|seen| seen.summary.name.clone()).collect()
    }

    /// Takes a choice in a list, `COLUMN/WHAT`: what the column holds (0), its unit or currency (1), how many of it one
    /// is (2). What is no choice changes nothing.
    pub fn choose(&mut self, list: &str, value: &str) {
        let places = list.split_once('/').and_then(|(column, what)| Some((column.parse().ok()?, what)));
        let Some((place, what)) = places else { return };
        let place: usize = place;
        let Some(name) = self.head.get(place).cloned() else { return };
        let role = Role::named(value);
        if let (Some(role), "0") = (role, what) {
            let others = self.mapping.columns.iter_mut().filter(|other| other.role == role);
            others.filter(|_| !role.may_repeat()).for_each(|other| other.role = Role::Other);
        }
        let Some(column) = self.mapping.columns.iter_mut().find(|column| column.name == name) else { return };
        match (what, role) {
            ("0", Some(role)) => *column = Column { time: column.time.clone(), ..Column::new(&name, role) },
            ("1", _) if column.role == Role::Value => {
                let known = Currency::NAMES.iter().find(|(code, _)| *code == value);
                column.currency = known.map(|(_, currency)| *currency);
            }
            ("1", _) => column.unit = Some(value.to_owned()).filter(|unit| !unit.is_empty()),
            ("2", _) => column.times = value.parse().ok().filter(|times| *times != 1),
            _ => {}
        }
    }

    /// The columns with their lists, and what the first rows become.
    pub fn reply(&self, import: &Import, is_checked: bool) -> Reply {
        let Some(preview) = import.preview(&self.file, &self.mapping) else { return Reply::default() };
        let said = in_every_language(|words| self.said(words, &preview, is_checked));
        Reply { step: Step { said, end: None }, files: vec![self.mapping.write()], records: None }
    }

    fn said(&self, words: &dyn ImportWords, preview: &Preview, is_checked: bool) -> Said {
        let text = |text: PanelText| words.panel(text).to_owned();
        let note = if is_checked { PanelText::ColumnsChecked } else { PanelText::ColumnsNote };
        let mut parts = vec![
            Part::Heading(words.columns_of(&self.file)),
            Part::Note(text(note)),
            Part::Table(self.table(words, preview)),
            Part::Heading(text(PanelText::Becomes)),
            becomes(words, preview),
        ];
        let mut items: Vec<String> =
            preview.problems.iter().map(|problem| import_problem(words, problem)).collect();
        items.extend(preview.questions.iter().map(|question| {
            // All of this is about one file.
            words.question(&Question { file: None, ..question.clone() })
        }));
        if !items.is_empty() {
            parts.push(Part::List { title: text(PanelText::NotReadHere), items });
        }
        let stem = self.file.rsplit_once('.').map_or(self.file.as_str(), |(stem, _)| stem);
        parts.push(Part::Download {
            label: text(PanelText::SaveColumns),
            name: format!("{stem}-columns.json"),
            attachment: 0,
        });
        Said { parts, go_on: Some(text(PanelText::UseColumns)) }
    }

    fn table(&self, words: &dyn ImportWords, preview: &Preview) -> Table {
        let heads = self.head.iter().enumerate().map(|(place, name)| {
            let is_first = !self.head.iter().take(place).any(|other| other == name);
            let column = self.mapping.columns.iter().find(|column| column.name == *name && is_first);
            let lists = column.map(|column| lists(words, column)).unwrap_or_default();
            Head { name: name.clone(), lists }
        });
        let row = |cells: &Vec<String>| cells.iter().map(|text| cell(text.clone())).collect();
        Table {
            caption: words.columns_of(&self.file),
            heads: heads.collect(),
            rows: preview.cells.iter().map(row).collect(),
        }
    }
}

fn cell(text: String) -> Cell {
    Cell { text, told: None }
}

/// The lists above a column.
fn lists(words: &dyn ImportWords, column: &Column) -> Vec<Field> {
    let list = |what: usize, value: String, choices: Vec<(String, &str)>| {
        let mut choices: Vec<FieldChoice> = choices
            .into_iter()
            .map(|(value, label)| FieldChoice { value, label: label.to_owned(), samples: Vec::new() })
            .collect();
        // As the file itself writes it.
        if !choices.iter().any(|choice| choice.value == value) {
            choices.push(FieldChoice { value: value.clone(), label: value.clone(), samples: Vec::new() });
        }
        Field {
            label: words.asked_of_column(&column.name, what),
            note: String::new(),
            kind: FieldKind::List,
            is_required: false,
            value,
            choices,
        }
    };
    let roles = Role::NAMES.iter().map(|(name, role)| ((*name).to_owned(), words.role(*role)));
    let mut lists = vec![list(0, column.role.name().to_owned(), roles.collect())];
    let unsaid = || (String::new(), words.panel(PanelText::SaidElsewhere));
    match column.role {
        Role::Quantity | Role::SecondQuantity => {
            let units = UNITS.iter().map(|unit| ((*unit).to_owned(), words.unit_of_weight(unit)));
            let said = column.unit.clone().unwrap_or_default();
            lists.push(list(1, said, std::iter::once(unsaid()).chain(units).collect()));
        }
        Role::Value => {
            let currencies = Currency::NAMES
                .iter()
                .map(|(code, currency)| ((*code).to_owned(), words.currency(*currency)));
            let said = column.currency.map(|currency| currency.code().to_owned()).unwrap_or_default();
            lists.push(list(1, said, std::iter::once(unsaid()).chain(currencies).collect()));
            let times = TIMES.iter().map(|times| (times.to_string(), words.in_multiples(*times)));
            lists.push(list(2, column.times.unwrap_or(1).to_string(), times.collect()));
        }
        _ => {}
    }
    lists
}

/// What the first rows become.
fn becomes(words: &dyn ImportWords, preview: &Preview) -> Part {
    let [line, month, product, partner, province, mode, weight, value] = words.becomes_heads();
    let dimensions = DimensionMap::from_fn(|dimension| match dimension {
        Dimension::Product => product,
        Dimension::Destination => partner,
        Dimension::RegistrationLocation => province,
        Dimension::TradeMode => mode,
    });
    let rows: Vec<&PreviewRow> = preview.rows.iter().take(SHOWN).collect();
    if rows.is_empty() {
        return Part::Note(words.panel(PanelText::BecomesNothing).to_owned());
    }
    // What no row tells apart has no column, but for what most lists have.
    let is_shown = |dimension: Dimension| {
        matches!(dimension, Dimension::Product | Dimension::Destination)
            || rows.iter().any(|row| row.members[dimension].is_some())
    };
    let shown: Vec<Dimension> = Dimension::ALL.into_iter().filter(|dimension| is_shown(*dimension)).collect();
    let mut heads = vec![line, month];
    heads.extend(shown.iter().map(|dimension| dimensions[*dimension]));
    heads.extend([weight, value]);
    let none = || "–".to_owned();
    let cells = |row: &&PreviewRow| {
        let month = row.month.as_ref().map(|month| told(words, month, |month| words.month(*month)));
        let mut cells = vec![row.line.to_string(), month.unwrap_or_else(none)];
        let member = |of: &Option<(String, Name)>| {
            of.as_ref().map_or_else(none, |(code, name)| named(words, code, name))
        };
        cells.extend(shown.iter().map(|dimension| member(&row.members[*dimension])));
        let kilograms = |kilograms: &u64| words.kilograms(*kilograms);
        cells.push(row.quantity.as_ref().map_or_else(none, |quantity| told(words, quantity, kilograms)));
        let value = |(currency, value): &(Currency, u64)| words.value_in(*value, *currency);
        let values = row.values.iter().map(|read| told(words, read, value));
        cells.push(values.reduce(|all, value| words.and_besides(&all, &value)).unwrap_or_else(none));
        if let Some(why) = row.left_out {
            cells.truncate(cells.len() - 1);
            cells.push(words.left_out_reason(why).to_owned());
        }
        cells.into_iter().map(cell).collect()
    };
    Part::Table(Table {
        caption: words.panel(PanelText::Becomes).to_owned(),
        heads: heads.into_iter().map(|name| Head { name: name.to_owned(), lists: Vec::new() }).collect(),
        rows: rows.iter().map(cells).collect(),
    })
}

/// What a row says, or the cell as it stands with what must still be said: "1250 (unit?)".
fn told<T>(words: &dyn ImportWords, read: &Previewed<T>, known: impl Fn(&T) -> String) -> String {
    match read {
        Previewed::Known(read) => known(read),
        Previewed::Open { cell, about } => words.in_brackets(cell, words.still_open(*about)),
    }
}

/// "73241000 Stainless steel sinks", "Chile".
fn named(words: &dyn ImportWords, code: &str, name: &Name) -> String {
    match words.member_name(name) {
        "" => code.to_owned(),
        name if code.bytes().all(|b| b.is_ascii_digit()) && !code.is_empty() => format!("{code} {name}"),
        name => name.to_owned(),
    }
}
