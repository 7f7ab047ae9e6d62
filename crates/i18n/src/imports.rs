//! What an import read, in lines that a person compares with the source, and what it could not use.

use super::{CountWords, MonthWords};
use import::{LeftOut, Origin, Outcome, Place, Problem, ProblemKind, Question, Sum, Summary};
use model::{Dimension, Frequency, Measured};

/// A line of an import's summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SummaryHead {
    /// Rows that were read and used.
    Rows,
    /// Rows that were not added.
    NotAdded,
    /// Months, quarters or years that they cover.
    Periods(Frequency),
    /// How many members of a dimension they have.
    Members(Dimension),
    /// Net weight of all.
    Quantity,
    /// Value of all.
    Value,
}

/// What an import read, and what it could not use. Asked for by [`crate::import_words`].
pub trait ImportWords: MonthWords + CountWords + Sync {
    /// What a line of the summary is of.
    fn summary_head(&self, head: SummaryHead) -> &'static str;
    /// Whose file it is; in English as [`Origin::name`] has it, which datasets keep.
    fn origin(&self, origin: Origin) -> &'static str;
    /// A file that was read: whose, how written, how many rows.
    fn file_read(&self, origin: Origin, encoding: Option<&str>, rows: u64) -> String;
    /// How many weights were rounded, and what that added to all together, grams.
    fn weights_rounded(&self, rows: u64, grams: i64) -> String;
    /// A file that could not be read.
    fn file_not_read(&self) -> &'static str;
    /// How many rows were read, used, in two files, and not usable.
    fn rows_used(&self, summary: &Summary) -> String;
    /// Rows that were not added, why, and what they make.
    fn left_out(&self, why: LeftOut, sum: &Sum) -> String;
    /// Several months.
    fn month_range(&self, count: usize, first: &str, last: &str) -> String;
    /// A weight in kilograms.
    fn kilograms(&self, kilograms: u64) -> String;
    /// A value with its currency's code.
    fn value_in(&self, value: u64, currency: &str) -> String;
    /// A file and the lines of it that a problem is on, of `count`: "a.csv, line 3: ", "a.csv, lines 3, 4 and 2 more: ".
    fn file_and_lines(&self, file: &str, lines: &[u64], count: u64) -> String;
    /// What could not be used, or should be known, in a sentence.
    fn import_problem_kind(&self, kind: &ProblemKind) -> String;
    /// Where rows that were left out stand: "first in a.csv, line 3".
    fn first_places(&self, places: &[Place]) -> String;
    /// What must be answered before rows can be used, and what the answers are.
    fn unanswered(&self, question: &Question) -> String;
    /// That too many rows were lost for a summary to be trusted.
    fn too_many_lost(&self, summary: &Summary) -> String;
}

/// One problem of an import, with its place.
pub fn import_problem(words: &dyn ImportWords, problem: &Problem) -> String {
    let kind = words.import_problem_kind(&problem.kind);
    match problem.file.is_empty() {
        // Of all files together.
        true => kind,
        false => words.file_and_lines(&problem.file, &problem.lines, problem.count) + &kind,
    }
}

/// What a dataset keeps of its import: what was left out of it, and what is known of its rows.
pub fn import_remarks(words: &dyn ImportWords, outcome: &Outcome) -> Vec<String> {
    let problems = outcome.problems.iter().filter(|problem| problem.kind.is_of_rows());
    let problems = problems.map(|problem| import_problem(words, problem));
    let left_out = outcome.summary.left_out.iter().filter(|(why, _)| **why != LeftOut::OtherFlow);
    let head = words.summary_head(SummaryHead::NotAdded);
    problems.chain(left_out.map(|(why, sum)| format!("{head}: {}.", words.left_out(*why, sum)))).collect()
}

/// Each line's name and what it says.
pub fn summary_lines(words: &dyn ImportWords, summary: &Summary) -> Vec<(String, String)> {
    let mut lines: Vec<(String, String)> = Vec::new();
    for file in &summary.files {
        let mut text = match file.origin {
            None => words.file_not_read().to_owned(),
            Some(origin) => words.file_read(origin, file.encoding.map(|e| e.name()), file.rows),
        };
        if file.rounded > 0 {
            text.push_str(", ");
            text.push_str(&words.weights_rounded(file.rounded, file.added));
        }
        lines.push((file.name.clone(), text));
    }
    let mut line = |head, text: String| lines.push((words.summary_head(head).to_owned(), text));
    line(SummaryHead::Rows, words.rows_used(summary));
    for (why, sum) in &summary.left_out {
        line(
            SummaryHead::NotAdded,
            format!("{} ({})", words.left_out(*why, sum), words.first_places(&sum.first)),
        );
    }
    if let (Some(first), Some(last)) = (summary.months.first(), summary.months.last()) {
        line(
            SummaryHead::Periods(first.month.frequency()),
            match summary.months.len() {
                1 => words.month(first.month),
                count => words.month_range(count, &words.month(first.month), &words.month(last.month)),
            },
        );
        for (dimension, count) in summary.members.iter().filter(|(_, count)| **count > 0) {
            line(SummaryHead::Members(dimension), super::whole(*count as u64));
        }
        if summary.measured == Measured::Weight {
            line(SummaryHead::Quantity, words.kilograms(summary.quantity));
        }
        for (currency, value) in &summary.values {
            line(SummaryHead::Value, words.value_in(*value, currency));
        }
    }
    lines
}
