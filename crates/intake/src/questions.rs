//! Questions of an import as fields of a form.

use i18n::{ImportWords, PanelText, choice_label};
use import::{About, Question};
use messages::{Field, FieldChoice, FieldKind};

/// As many choices stand side by side; more are a list.
const FEW: usize = 6;

pub(crate) fn field(words: &dyn ImportWords, question: &Question) -> Field {
    let choices: Vec<FieldChoice> = question
        .choices
        .iter()
        .map(|choice| FieldChoice {
            value: choice.value.clone(),
            label: choice_label(words, question, choice),
            samples: choice.samples.clone(),
        })
        .collect();
    let kind = match (question.about, choices.len()) {
        (About::Month, _) => FieldKind::Month,
        (_, 0) => FieldKind::Text,
        (_, count) if count <= FEW => FieldKind::Few,
        _ => FieldKind::List,
    };
    // Chosen beforehand is only what a reader sees to be right or wrong when reading it.
    let is_plain = question.about == About::Month;
    let guess = question.guess.clone().filter(|_| is_plain).unwrap_or_default();
    // A dataset may be without a reporter, nothing else may stay open.
    let is_required = question.about != About::Reporter || !question.choices.is_empty();
    let note = match (question.about, guess.is_empty(), is_required) {
        (About::Month, false, _) => words.panel(PanelText::Guess),
        (.., false) => words.panel(PanelText::MayBeEmpty),
        _ => "",
    };
    Field { label: words.question(question), note: note.to_owned(), kind, is_required, value: guess, choices }
}
