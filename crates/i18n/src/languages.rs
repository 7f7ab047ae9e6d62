//! The languages that have words.

use super::{
    ChartWords, CheckWords, Chinese, CountWords, English, ExplainWords, FactCheckWords, FailureWords,
    FigureWords, FrameWords, HeadlineWords, ImportWords, MonthWords, NameWords, NoticeWords, NumberWords,
    ProblemWords, ReportWords, SectionWords, SharingWords, TableWords, TakenWords, ToolWords, TrendWords,
};
use model::Language;

/// The words of the page, its notes and the reports.
pub trait Words:
    NumberWords
    + MonthWords
    + NameWords
    + CountWords
    + ExplainWords
    + HeadlineWords
    + CheckWords
    + NoticeWords
    + ProblemWords
    + TrendWords
    + FailureWords
    + FrameWords
    + FigureWords
    + TableWords
    + SectionWords
    + SharingWords
    + ToolWords
    + ChartWords
    + Sync
{
}

/// The words of a language.
macro_rules! spoken {
    ($language:expr) => {
        match $language {
            Language::English => &English,
            Language::Chinese => &Chinese,
        }
    };
}

/// The words of the page, its notes and the reports.
pub fn words(language: Language) -> &'static dyn Words {
    spoken!(language)
}

/// Problems of datasets, and why a worker cannot do what it is asked.
pub fn problem_words(language: Language) -> &'static dyn ProblemWords {
    spoken!(language)
}

/// What an import read, and what it could not use.
pub fn import_words(language: Language) -> &'static dyn ImportWords {
    spoken!(language)
}

/// The command line's reports.
pub fn report_words(language: Language) -> &'static dyn ReportWords {
    spoken!(language)
}

/// What is said of somebody's text.
pub fn fact_check_words(language: Language) -> &'static dyn FactCheckWords {
    spoken!(language)
}

/// What a table is about that somebody takes away.
pub fn taken_words(language: Language) -> &'static dyn TakenWords {
    spoken!(language)
}
