//! Words and number formats. Every sentence that names a figure, and every number that is shown,
//! is made here.
//!
//! A text is a method of a trait; a language is a type that implements all of them, so that a text which it
//! lacks does not compile. Who needs words gets them by a [`Language`](model::Language): [`words`] for the
//! page, its notes and the reports, [`report_words`] for the command line, [`problem_words`], [`import_words`], [`fact_check_words`] and [`taken_words`] for the workers beside the page, which
//! would carry every text of the page otherwise. What is put together the same way in every language is a
//! function that takes the words it needs: [`explain`], [`shown`], [`verdict_text`].
//!
//! To add a text: a method in the trait of its group, its words in `en/` and `zh/`. To add a language: a folder like
//! these, and its line in [`spoken`](languages).

mod check;
mod counts;
mod en;
mod explain;
mod fact_check;
mod headline;
mod imports;
mod languages;
mod months;
mod names;
mod notices;
mod numbers;
mod page;
mod problems;
mod reports;
mod taken;
mod trend;
mod zh;

pub use check::{CheckWords, VerdictKind, contradiction_text, suspicion_text, verdict_counts, verdict_text};
pub use counts::CountWords;
pub use en::{ENGLISH, English};
pub use explain::{
    ExplainWords, Explanation, SetAside, Source, claim_name, claim_span, explain, publication,
};
pub use fact_check::{
    FactCheckWords, FactVerdict, finding_text, own_text, proof_counts, reading_name, why_text,
};
pub use headline::{Fragment, HeadlineWords, plain_finding};
pub use imports::{
    ImportWords, PanelText, SummaryHead, choice_label, import_problem, import_remarks, import_sources,
    summary_facts, summary_lines,
};
pub use languages::{
    Words, fact_check_words, import_words, problem_words, report_words, taken_words, words, words_in,
};
pub use months::MonthWords;
pub use names::{
    NameWords, capitalised, member_name, member_title, members_name, scope, status, uncapitalised,
};
pub use notices::NoticeWords;
pub use numbers::{
    Ends, Look, NumberWords, ends, look, plain, point, range, range_with_unit, shown, step_text,
    terminal_width, whole,
};
pub use page::{
    Awaited, ChartWords, Concentration, Failure, FailureWords, FigureWords, FrameWords, Keeping,
    SectionWords, SharingWords, TableWords, ToolWords, coverage_sentences,
};
pub use problems::{ProblemWords, WorkerRefusal, not_added, problem, problems};
pub use reports::ReportWords;
pub use taken::TakenWords;
pub use trend::{Known, TrendWords};
pub use zh::{CHINESE, Chinese};
