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

/// A language's words in the units of a reader, of which there is one value for each choice.
macro_rules! in_units {
    ($language:ident, $automatic:ident, $units:expr) => {{
        static ALL: [$language; Units::COUNT] = {
            let mut all = [$automatic; Units::COUNT];
            let mut place = 0;
            while place < Units::COUNT {
                all[place] = $language { units: Units::nth(place) };
                place += 1;
            }
            all
        };
        ALL.get($units.place()).unwrap_or(&$automatic)
    }};
}

/// The same for a reader who chose units.
pub fn words_in(language: Language, units: Units) -> &'static dyn Words {
    match language {
        Language::English => in_units!(English, ENGLISH, units),
        Language::Chinese => in_units!(Chinese, CHINESE, units),
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
