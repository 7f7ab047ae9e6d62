//! The language of all that the command says: its help, what is wrong with arguments and files, and what it tells
//! of data.

use std::ffi::OsString;
use std::sync::{PoisonError, RwLock};

use model::Language;

/// What `--lang` asks for.
static ASKED: RwLock<Language> = RwLock::new(Language::English);

/// Speaks a language from here on.
pub fn speak(language: Language) {
    *ASKED.write().unwrap_or_else(PoisonError::into_inner) = language;
}

/// The language of what the command says.
pub fn language() -> Language {
    *ASKED.read().unwrap_or_else(PoisonError::into_inner)
}

/// The language that arguments ask for, before anything else of them is known: that of the last `--lang`.
pub fn asked_by(arguments: &[OsString]) -> Language {
    let named = |name: &str| Language::NAMES.iter().find(|(code, _)| *code == name).map(|(_, l)| *l);
    let mut given = arguments.iter().enumerate().filter_map(|(place, argument)| match argument.to_str()? {
        OPTION => named(arguments.get(place + 1)?.to_str()?),
        joined => named(joined.strip_prefix(OPTION)?.strip_prefix('=')?),
    });
    given.next_back().unwrap_or_default()
}

/// Arguments as they are without any `--lang`.
pub fn without_option(arguments: &[OsString]) -> Vec<OsString> {
    let mut rest = Vec::new();
    let mut all = arguments.iter();
    while let Some(argument) = all.next() {
        match argument.to_str() {
            Some(OPTION) => drop(all.next()),
            Some(joined) if joined.strip_prefix(OPTION).is_some_and(|rest| rest.starts_with('=')) => {}
            _ => rest.push(argument.clone()),
        }
    }
    rest
}

const OPTION: &str = "--lang";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_language_counts_wherever_it_stands() {
        let of = |text: &str| asked_by(&text.split(' ').map(OsString::from).collect::<Vec<_>>());
        assert_eq!(of("tonnage check"), Language::English);
        assert_eq!(of("tonnage --lang zh check"), Language::Chinese);
        assert_eq!(of("tonnage check --lang=zh --dataset x"), Language::Chinese);
        assert_eq!(of("tonnage check --lang zh --lang en"), Language::English);
        assert_eq!(of("tonnage check --lang=en --lang zh"), Language::Chinese);
        // What is no language is refused, in the one that was named before.
        assert_eq!(of("tonnage --lang zh check --lang fr"), Language::Chinese);
        assert_eq!(of("tonnage check --lang"), Language::English);
        assert_eq!(of("tonnage check --language=zh"), Language::English);
    }
}
