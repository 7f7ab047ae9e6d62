//! What an import read, in lines that a person compares with the source, and what it could not use.

use super::{CountWords, MonthWords};
use import::{
    About, Choice, FileSummary, LeftOut, MonthSummary, NoMapping, Origin, Outcome, Place, Problem,
    ProblemKind, Question, Role, Sum, Summary,
};
use model::{Currency, Dimension, Flow, Frequency, Measured, Name};

/// A line of an import's summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SummaryHead {
    /// Whose trade it is, and which.
    Trade,
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

/// What the panel for a reader's own files says around what it asks and tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PanelText {
    /// Before the dataset's title.
    Title,
    /// The button below what is asked.
    GoOn,
    /// That a choice is a guess from the file's name or its words.
    Guess,
    /// That an answer may be left out.
    MayBeEmpty,
    /// What to do with the columns of a file.
    ColumnsNote,
    /// Why each column of a file that is read without asking is shown.
    ColumnsChecked,
    /// The button below the columns.
    UseColumns,
    /// The button that gives the columns as a file.
    SaveColumns,
    /// The button that shows the columns of files that were read.
    CheckColumns,
    /// That columns were read as the reader chose them before.
    ColumnsKept,
    /// That the columns which the reader chose now are kept.
    ColumnsWillBeKept,
    /// The button that forgets these.
    ForgetColumns,
    /// Over what the first rows become.
    Becomes,
    /// In its place where they become nothing.
    BecomesNothing,
    /// Over what of the first rows cannot be read.
    NotReadHere,
    /// Over the rows that were not added, by reason.
    LeftOut,
    /// The button that gives all of these as a file.
    LeftOutFile,
    /// Over the months of the dataset.
    Coverage,
    /// What the marks of months mean.
    CoverageMarks,
    /// Over the reasons why nothing could be used.
    WhyNothing,
    /// Of a unit, a currency or a multiple that is not said in the list of columns: it is said elsewhere or asked.
    SaidElsewhere,
}

/// What an import read, and what it could not use. Asked for by [`crate::import_words`].
pub trait ImportWords: MonthWords + CountWords + Sync {
    /// What a line of the summary is of.
    fn summary_head(&self, head: SummaryHead) -> &'static str;
    /// Whose file it is; in English as [`Origin::name`] has it, which datasets keep.
    fn origin(&self, origin: Origin) -> &'static str;
    /// A file that was read: whose, how written, how many rows.
    fn file_read(&self, origin: Origin, encoding: Option<&str>, rows: u64) -> String;
    /// What a file is, as a dataset made of it says it: "a.csv: UN Comtrade, 3 rows."
    fn source_file(&self, name: &str, read: &str) -> String;
    /// A text and what stands in brackets behind it: "a (b)".
    fn in_brackets(&self, text: &str, inside: &str) -> String;
    /// A text and what is told besides: "a, b".
    fn and_besides(&self, text: &str, besides: &str) -> String;
    /// How many weights were rounded, and what that added to all together: "+0.400".
    fn weights_rounded(&self, rows: u64, kilograms: &str) -> String;
    /// A file that could not be read.
    fn file_not_read(&self) -> &'static str;
    /// How many rows were read, used, in two files, and not usable.
    fn rows_used(&self, summary: &Summary) -> String;
    /// What was left out, as what a dataset remarks of itself: "Not added: 3 rows …."
    fn remark_left_out(&self, left_out: &str) -> String;
    /// Rows that were not added, why, and what they make.
    fn left_out(&self, why: LeftOut, sum: &Sum) -> String;
    /// Several months.
    fn month_range(&self, count: usize, first: &str, last: &str) -> String;
    /// A weight in kilograms.
    fn kilograms(&self, kilograms: u64) -> String;
    /// Behind a cell of which something must be answered before it means anything: "unit?".
    fn still_open(&self, about: About) -> &'static str;
    /// What the panel for a reader's own files says around what it asks and tells.
    fn panel(&self, text: PanelText) -> &'static str;
    /// A member's name.
    fn member_name<'a>(&self, name: &'a Name) -> &'a str;
    /// Exports or imports, and whose; `reporter` is empty where nobody says it.
    fn trade_of(&self, reporter: &str, flow: Flow) -> String;
    /// A question of an import, in a sentence.
    fn question(&self, question: &Question) -> String;
    /// What an answer to a question about something means, by its value; nothing of one that has a name of its own.
    fn known_choice(&self, about: About, value: &str) -> &'static str;
    /// Over the columns of a file.
    fn columns_of(&self, file: &str) -> String;
    /// What a column is asked for, by its name and what of it: 0 what it holds, 1 its unit or currency, 2 its multiple.
    fn asked_of_column(&self, column: &str, what: usize) -> String;
    /// What a column holds.
    fn role(&self, role: Role) -> &'static str;
    /// A unit of weight by its name in mappings; "" for one that is not in the list.
    fn unit_of_weight(&self, unit: &str) -> &'static str;
    /// A currency.
    fn currency(&self, currency: Currency) -> &'static str;
    /// In thousands, millions: how many one is.
    fn in_multiples(&self, times: u64) -> &'static str;
    /// The columns of the table of what rows become: line, month, product, partner, province, trade mode, weight, value.
    fn becomes_heads(&self) -> [&'static str; 8];
    /// The columns of the table of rows that were not added: reason, rows, weight, value, first lines.
    fn left_out_heads(&self) -> [&'static str; 5];
    /// Why rows are not added.
    fn left_out_reason(&self, why: LeftOut) -> &'static str;
    /// Rows that others repeat, and rows that could not be read, as reasons.
    fn other_reasons(&self) -> [&'static str; 2];
    /// Before a year, in the table of months.
    fn year_head(&self) -> &'static str;
    /// How much of a month the files cover; `None` for a month that none covers.
    fn coverage_of(&self, month: Option<&MonthSummary>) -> String;
    /// That a file which says what columns are came alone.
    fn only_columns(&self, file: &str) -> String;
    /// Why a file does not say what columns are, as it stands inside a sentence.
    fn not_a_mapping(&self, why: &NoMapping) -> String;
    /// That a file which should say what columns are does not, and why.
    fn no_columns(&self, file: &str, why: &NoMapping) -> String;
    /// A value with its currency: "5,800 USD".
    fn value_in(&self, value: u64, currency: Currency) -> String;
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

/// A choice of a question, with the rows that it has where that helps to choose.
pub fn choice_label(words: &dyn ImportWords, question: &Question, choice: &Choice) -> String {
    let value = choice.value.as_str();
    let label = match (words.known_choice(question.about, value), choice.name.as_str()) {
        ("", "") => value.to_owned(),
        ("", name) if name == value || question.about != About::Reporter => name.to_owned(),
        ("", name) => words.in_brackets(name, value),
        (known, _) => known.to_owned(),
    };
    let counts =
        matches!(question.about, About::Reporter | About::Classification | About::Sheet | About::Frequency);
    match counts && choice.rows > 0 {
        true => words.and_besides(&label, &words.rows(choice.rows)),
        false => label,
    }
}

/// What a dataset keeps of the files that it was made of, a sentence each.
pub fn import_sources(words: &dyn ImportWords, summary: &Summary) -> Vec<String> {
    let source = |file: &FileSummary| {
        Some(words.source_file(&file.name, &words.file_read(file.origin?, None, file.rows)))
    };
    summary.files.iter().filter_map(source).collect()
}

/// Grams as kilograms with three digits after the point and a sign: "+0.400".
fn signed_kilograms(grams: i64) -> String {
    let sign = if grams < 0 { "−" } else { "+" };
    let (kilograms, grams) = (grams.unsigned_abs() / 1000, grams.unsigned_abs() % 1000);
    format!("{sign}{}.{grams:03}", super::whole(kilograms))
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
    problems.chain(left_out.map(|(why, sum)| words.remark_left_out(&words.left_out(*why, sum)))).collect()
}

/// Each line's name and what it says: [`summary_facts`], and rows that are not added.
pub fn summary_lines(words: &dyn ImportWords, summary: &Summary) -> Vec<(String, String)> {
    let mut lines = summary_facts(words, summary);
    let head = words.summary_head(SummaryHead::NotAdded);
    lines.extend(summary.left_out.iter().map(|(why, sum)| {
        (head.to_owned(), words.in_brackets(&words.left_out(*why, sum), &words.first_places(&sum.first)))
    }));
    lines
}

/// Each line's name and what it says of the rows that make the dataset.
pub fn summary_facts(words: &dyn ImportWords, summary: &Summary) -> Vec<(String, String)> {
    let mut lines: Vec<(String, String)> = Vec::new();
    for file in &summary.files {
        let mut text = match file.origin {
            None => words.file_not_read().to_owned(),
            Some(origin) => words.file_read(origin, file.encoding.map(|e| e.name()), file.rows),
        };
        if file.rounded > 0 {
            text =
                words.and_besides(&text, &words.weights_rounded(file.rounded, &signed_kilograms(file.added)));
        }
        lines.push((file.name.clone(), text));
    }
    let mut line = |head, text: String| lines.push((words.summary_head(head).to_owned(), text));
    line(SummaryHead::Rows, words.rows_used(summary));
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
            line(SummaryHead::Value, words.value_in(*value, *currency));
        }
    }
    lines
}
