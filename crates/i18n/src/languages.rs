//! The languages that have words.

use super::{
    CHINESE, ChartWords, CheckWords, Chinese, CountWords, ENGLISH, English, ExplainWords, FactCheckWords,
    FailureWords, FigureWords, FrameWords, HeadlineWords, ImportWords, MonthWords, NameWords, NoticeWords,
    NumberWords, ProblemWords, ReportWords, SectionWords, SharingWords, TableWords, TakenWords, ToolWords,
    TrendWords,
};
use model::{Language, Units};

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
            Language::English => &ENGLISH,
            Language::Chinese => &CHINESE,
        }
    };
}

/// The words of the page, its notes and the reports.
pub fn words(language: Language) -> &'static dyn Words {
    spoken!(language)
}

/// The same for a reader who chose units.
pub fn words_in(language: Language, units: Units) -> &'static dyn Words {
    static IN_ENGLISH: [English; Units::COUNT] = {
        let mut all = [ENGLISH; Units::COUNT];
        let mut place = 0;
        while place < Units::COUNT {
            all[place] = English { units: Units::nth(place) };
            place += 1;
        }
        all
    };
    static IN_CHINESE: [Chinese; Units::COUNT] = {
        let mut all = [CHINESE; Units::COUNT];
        let mut place = 0;
        while place < Units::COUNT {
            all[place] = Chinese { units: Units::nth(place) };
            place += 1;
        }
        all
    };
    match language {
        Language::English => IN_ENGLISH.get(units.place()).unwrap_or(&ENGLISH),
        Language::Chinese => IN_CHINESE.get(units.place()).unwrap_or(&CHINESE),
    }
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
