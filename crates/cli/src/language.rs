//! The language of what the command says.

use model::Language;

/// What the command says it says in English.
pub const LANGUAGE: Language = Language::English;
