//! A JSON value that knows its place, and reads of it that note what is wrong and go on.

use super::json::{Json, NotJson};
use super::place::Place;
use super::problem::{FieldKind, Problem, ProblemKind, fault_at};
use super::{FORMAT_VERSION, Parsed};
use model::{Frequency, Name, Period};

/// Parses a file, checks what it says it is, and hands its root to `read`.
pub(super) fn read_file<T>(
    bytes: &[u8],
    format: &'static str,
    read: impl FnOnce(&Node, &mut Problems) -> Option<T>,
) -> Parsed<T> {
    read_file_of(bytes, |_| format, read)
}

/// The same where a file may be of several formats: `format` says which of them it must be.
pub(super) fn read_file_of<T>(
    bytes: &[u8],
    format: impl FnOnce(&Json) -> &'static str,
    read: impl FnOnce(&Node, &mut Problems) -> Option<T>,
) -> Parsed<T> {
    match parse(bytes) {
        Ok(value) => read_value(bytes, &value, format(&value), read),
        Err(problem) => Parsed { read: None, problems: vec![problem] },
    }
}

/// Checks what a parsed file says it is, and hands its root to `read`.
pub(super) fn read_value<T>(
    bytes: &[u8],
    value: &Json,
    format: &'static str,
    read: impl FnOnce(&Node, &mut Problems) -> Option<T>,
) -> Parsed<T> {
    let mut problems = Problems::default();
    let root = Node { value, place: Place::default() };
    let read = if root.is_of(format, &mut problems) { read(&root, &mut problems) } else { None };
    Parsed { read, problems: problems.with_lines(bytes) }
}

fn parse(bytes: &[u8]) -> Result<Json, Problem> {
    if let Some(kind) = no_json(bytes) {
        return Err(Problem::whole(kind));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    Json::whole(bytes).map_err(|NotJson(offset)| {
        let cut_short = offset >= bytes.len();
        fault_at(bytes, offset, "", |column| ProblemKind::NotJson { column, cut_short })
    })
}

/// What a file is when it is plainly no JSON.
pub(super) fn no_json(bytes: &[u8]) -> Option<ProblemKind> {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii();
    match text.first() {
        None => Some(ProblemKind::Empty),
        Some(b'<') => Some(ProblemKind::Html),
        Some(_) => None,
    }
}

/// What is wrong so far.
#[derive(Default)]
pub(super) struct Problems {
    found: Vec<(Place, ProblemKind)>,
}

impl Problems {
    pub fn add(&mut self, place: &Place, kind: ProblemKind) {
        self.found.push((place.clone(), kind));
    }

    /// Lines are looked up only for files that have faults, and only for the first of very many:
    /// each look-up walks the file.
    fn with_lines(self, json: &[u8]) -> Vec<Problem> {
        const LINES_LOOKED_UP: usize = 200;
        let found = self.found.into_iter().enumerate();
        let problems = found.map(|(i, (place, kind))| Problem {
            line: (i < LINES_LOOKED_UP).then(|| place.line(json)),
            ..Problem::at(&place, kind)
        });
        problems.collect()
    }
}

/// A JSON value and where it stands.
#[derive(Clone)]
pub(super) struct Node<'a> {
    pub value: &'a Json,
    pub place: Place,
}

impl<'a> Node<'a> {
    /// The field, where it is there and not null.
    pub fn get(&self, key: &'static str) -> Option<Node<'a>> {
        let value = self.value.get(key).filter(|v| **v != Json::Null)?;
        Some(Node { value, place: self.place.key(key) })
    }

    /// The field; a fault when it is not there.
    pub fn need(&self, key: &'static str, problems: &mut Problems) -> Option<Node<'a>> {
        let found = self.get(key);
        if found.is_none() {
            problems.add(&self.place.key(key), ProblemKind::MissingField { field: key });
        }
        found
    }

    /// The elements of a list field; none, and a fault, when it is not a list.
    pub fn list(&self, key: &'static str, problems: &mut Problems) -> Vec<Node<'a>> {
        let Some(node) = self.need(key, problems) else {
            return Vec::new();
        };
        node.elements(problems)
    }

    /// The elements of this list.
    pub fn elements(&self, problems: &mut Problems) -> Vec<Node<'a>> {
        let Some(values) = self.value.as_list() else {
            self.wrong(problems, FieldKind::List);
            return Vec::new();
        };
        let elements = values.iter().enumerate().map(|(i, value)| Node { value, place: self.place.index(i) });
        elements.collect()
    }

    /// This text; a fault when it is none.
    pub fn text(&self, problems: &mut Problems) -> Option<&'a str> {
        let text = self.value.as_text();
        if text.is_none() {
            self.wrong(problems, FieldKind::Text);
        }
        text
    }

    /// This number; a fault when it is none.
    pub fn number(&self, problems: &mut Problems) -> Option<f64> {
        let number = self.value.as_f64();
        if number.is_none() {
            self.wrong(problems, FieldKind::Number);
        }
        number
    }

    /// A text field that must be there.
    pub fn need_text(&self, key: &'static str, problems: &mut Problems) -> Option<&'a str> {
        self.need(key, problems)?.text(problems)
    }

    /// A text field that may be there.
    pub fn maybe_text(&self, key: &'static str, problems: &mut Problems) -> Option<&'a str> {
        self.get(key)?.text(problems)
    }

    /// A field that may be true or false and is `default` where it is not there.
    pub fn flag(&self, key: &'static str, default: bool, problems: &mut Problems) -> bool {
        let Some(node) = self.get(key) else {
            return default;
        };
        node.value.as_flag().unwrap_or_else(|| {
            node.wrong(problems, FieldKind::TrueOrFalse);
            default
        })
    }

    /// A name in both languages, `{"en": …, "zh": …}`.
    pub fn name(&self, key: &'static str, problems: &mut Problems) -> Name {
        let Some(node) = self.need(key, problems) else {
            return Name::default();
        };
        Name {
            en: node.need_text("en", problems).unwrap_or_default().to_owned(),
            zh: node.maybe_text("zh", problems).unwrap_or_default().to_owned(),
        }
    }

    /// A month, quarter or year that may be there.
    pub fn maybe_period(&self, key: &'static str, problems: &mut Problems) -> Option<Period> {
        let node = self.get(key)?;
        let text = node.text(problems)?;
        let period = text.parse().ok();
        if period.is_none() {
            node.no_period(Frequency::Monthly, problems);
        }
        period
    }

    /// Notes a fault at this place.
    pub fn fault(&self, problems: &mut Problems, kind: ProblemKind) {
        problems.add(&self.place, kind);
    }

    fn wrong(&self, problems: &mut Problems, expected: FieldKind) {
        self.fault(problems, ProblemKind::WrongType { expected });
    }

    /// This period of a length; a fault when it is none.
    pub fn need_period(&self, frequency: Frequency, problems: &mut Problems) -> Option<Period> {
        let period =
            self.text(problems)?.parse().ok().filter(|period: &Period| period.frequency() == frequency);
        if period.is_none() {
            self.no_period(frequency, problems);
        }
        period
    }

    /// Notes that this is no period of a length.
    pub fn no_period(&self, expected: Frequency, problems: &mut Problems) {
        let found = short(self.value.as_text().unwrap_or_default());
        self.fault(problems, ProblemKind::NotAPeriod { found, expected });
    }

    fn is_of(&self, format: &'static str, problems: &mut Problems) -> bool {
        if !says_format(self.value, format) {
            self.fault(problems, ProblemKind::WrongFormat { expected: format });
            return false;
        }
        let Some(version) = self.need_text("version", problems) else {
            return false;
        };
        let major = version.split('.').next().and_then(|m| m.parse::<u64>().ok());
        match major {
            Some(major) if major <= FORMAT_VERSION => true,
            _ => {
                let found = short(version);
                problems.add(&self.place.key("version"), ProblemKind::NewerVersion { found });
                false
            }
        }
    }
}

/// Whether a file says that it is of a format.
pub(super) fn says_format(file: &Json, format: &str) -> bool {
    file.get("format").and_then(Json::as_text) == Some(format)
}

/// The beginning of a text from outside, for a sentence that quotes it.
pub(super) fn short(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut short: String = text.chars().take(LONGEST).collect();
    if text.chars().nth(LONGEST).is_some() {
        short.push('…');
    }
    short
}
