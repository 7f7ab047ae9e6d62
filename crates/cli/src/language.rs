//! The language of what the command says of data: reports, problems, summaries. Help, and what is wrong with
//! arguments, is told in English.

use std::sync::OnceLock;

use model::Language;

/// What `--lang` asks for.
static ASKED: OnceLock<Language> = OnceLock::new();

/// Remembers what `--lang` asks for: once, before anything is said.
pub fn speak(language: Language) {
    let _ = ASKED.set(language);
}

/// The language of what the command says.
pub fn language() -> Language {
    ASKED.get().copied().unwrap_or_default()
}
