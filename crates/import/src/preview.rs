//! What the first rows of a file would become, before a person says that its columns are right.

use super::file::short;
use super::left_out::LeftOut;
use super::mapping::Mapping;
use super::problem::{Problem, ProblemKind};
use super::question::Question;
use super::reader::{Import, Options, Taken};
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
    /// What would be asked of them, so that rows which wait for it are not among [`Preview::rows`].
    pub questions: Vec<Question>,
}

/// What a row would become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreviewRow {
    /// Its line.
    pub line: u64,
    /// Its month; `None` where it says none.
    pub month: Option<Period>,
    /// Code and name of its member of each dimension.
    pub members: DimensionMap<Option<(String, Name)>>,
    /// Kilograms; `None` where it has no weight.
    pub quantity: Option<u64>,
    /// Its values.
    pub values: Vec<(Currency, u64)>,
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
        while !trial.advance(usize::MAX).finished {}
        let is_told = |problem: &&Problem| {
            !problem.lines.is_empty()
                || matches!(problem.kind, ProblemKind::MissingColumn(_) | ProblemKind::ColumnTwice(_))
        };
        let opened = trial.files.first().and_then(Taken::file);
        let questions = opened.map(|file| file.questions()).unwrap_or_default();
        let cells = |row: &csv::StringRecord| row.iter().map(|cell| short(cell.trim())).collect();
        Some(Preview {
            head: file.head.clone(),
            cells: file.first_rows().take(SHOWN).map(cells).collect(),
            rows: trial.rows.iter().map(|row| trial.preview_row(&row)).collect(),
            problems: trial.problems.list.iter().filter(is_told).cloned().collect(),
            questions,
        })
    }

    fn preview_row(&self, row: &super::rows::Compact) -> PreviewRow {
        let member = |dimension: Dimension| {
            let place = usize::try_from(row.members[dimension]?).ok()?;
            let members = &self.members[dimension];
            Some((members.codes.get(place)?.clone(), members.names.get(place)?.clone()))
        };
        let values = self.currencies.iter().zip(row.values);
        PreviewRow {
            line: row.line,
            month: self.month(row),
            members: DimensionMap::from_fn(member),
            quantity: Some(row.quantity).filter(|_| row.weighed),
            values: values.filter_map(|(currency, value)| Some(((*currency)?, value?))).collect(),
            left_out: row.left_out,
        }
    }
}
