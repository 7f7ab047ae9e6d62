//! From a reader's own files to a dataset, step by step: what is asked, shown and told on the way, as plain values
//! with their words ([`messages::Part`]) in every language, so that a page draws them and has no text of them.
//!
//! A [`Session`] takes files in, is read by [`Session::advance`], and says by [`Session::step`] what comes next: the
//! columns of a file, other questions, or the end. Nothing here knows a browser.

mod columns;
mod kept;
mod questions;
mod summary;

use i18n::{ImportWords, PanelText, import_remarks, import_sources, import_words};
use import::{
    About, Decode, Given, Import, Mapping, NoMapping, Options, Outcome, Progress, Question, Source,
};
use messages::{Columns, Field, FieldKind, Part, Said, Step};
use model::{Catalogue, Language, Name};
use records::Records;

pub use kept::KeptColumns;

use columns::Draft;

/// A file that a reader brought.
pub struct Brought {
    /// Its name.
    pub name: String,
    /// What is in it; `None` for one that is too large to be read.
    pub bytes: Option<Source>,
}

/// What came of a step.
#[derive(Debug, Default)]
pub struct Reply {
    /// What is asked or told.
    pub step: Step,
    /// What the buttons of the step give, by their places.
    pub files: Vec<String>,
    /// The dataset, where the step is the end and there is one.
    pub records: Option<Records>,
}

/// Files on their way to a dataset.
pub struct Session {
    /// Until it ends.
    import: Option<Import>,
    /// The dataset's title: the first file's name until the reader gives another.
    title: String,
    columns: KeptColumns,
    /// Those that files are read by: first those that came with them, then those that were kept.
    mappings: Vec<Mapping>,
    mappings_brought: usize,
    /// Those that the reader said now, as they are written.
    chosen: Vec<String>,
    /// Columns are shown to be checked.
    is_checked: bool,
    /// What was asked last, in the order of the fields.
    asked: Vec<Question>,
    /// The columns that are shown.
    draft: Option<Draft>,
    /// It was asked whose trade it is, which may stay open.
    asked_reporter: bool,
    /// Files that say which column is what and came in vain: their names, and what is wrong with them; nothing of one
    /// that came alone.
    refused: Vec<(String, Option<NoMapping>)>,
    /// The sheets that were chosen of files.
    sheets: Vec<(String, String)>,
}

impl Session {
    /// Takes files in. A file that says which column is what holds for the others.
    pub fn begin(
        decode: Decode,
        files: Vec<Brought>,
        mut columns: KeptColumns,
        about_columns: &Columns,
    ) -> Session {
        if let Columns::Forget(forgotten) = about_columns {
            columns.forget(forgotten);
        }
        let mut mappings: Vec<Mapping> = Vec::new();
        let (mut refused, mut tables, mut lonely) = (Vec::new(), Vec::new(), None);
        for file in files {
            match file.bytes.as_ref().and_then(kept::mapping_in) {
                None => tables.push(file),
                Some(Ok(mapping)) => {
                    mappings.push(mapping);
                    lonely = Some(file.name);
                }
                Some(Err(why)) => refused.push((file.name, Some(why))),
            }
        }
        refused.extend(lonely.filter(|_| tables.is_empty()).map(|name| (name, None)));
        let first = tables.first().map(|file| file.name.as_str()).unwrap_or_default();
        let title = first.rsplit_once('.').map_or(first, |(stem, _)| stem).to_owned();
        let mappings_brought = mappings.len();
        mappings.extend(columns.mappings().iter().cloned());
        let (is_checked, sheets) = match about_columns {
            Columns::Check(sheets) => (true, sheets.clone()),
            _ => (false, Vec::new()),
        };
        let options =
            Options { mappings: mappings.clone(), checks_columns: is_checked, decode, ..Options::default() };
        let mut import = Import::new(options);
        for (file, sheet) in &sheets {
            let _ = import.answer(Given::of_file(About::Sheet, file, sheet));
        }
        for file in tables {
            match file.bytes {
                Some(bytes) => import.add(&file.name, bytes),
                None => import.refuse_large(&file.name),
            }
        }
        Session {
            import: Some(import),
            title,
            columns,
            mappings,
            mappings_brought,
            chosen: Vec::new(),
            is_checked,
            asked: Vec::new(),
            draft: None,
            asked_reporter: false,
            refused,
            sheets,
        }
    }

    /// Reads at most so many rows more.
    pub fn advance(&mut self, rows: usize) -> Progress {
        let end = Progress { done: 1, of: 1, rows: 0, finished: true };
        self.import.as_mut().map_or(end, |import| import.advance(rows))
    }

    /// What comes next, once [`Session::advance`] has nothing more to read: columns, then other questions, then the
    /// end. `None` after it. A dataset keeps what is remarked of it in the language that is given.
    pub fn step(&mut self, language: Language) -> Option<Reply> {
        let is_asked = |question: &Question| {
            !(self.asked_reporter && question.about == About::Reporter && question.choices.is_empty())
        };
        let name = |en: &str| Name { en: en.to_owned(), zh: String::new() };
        let catalogue =
            Catalogue { id: "your-file".to_owned(), title: name(&self.title), ..Catalogue::default() };
        let (import, questions) = match self.import.take()?.finish_or_ask(catalogue, is_asked) {
            Ok(outcome) => return Some(self.end(outcome, import_words(language))),
            Err(asked) => *asked,
        };
        let import = &*self.import.insert(import);
        if let Some(question) = questions.iter().find(|question| question.about == About::Columns) {
            let draft = Draft::of(import, question)?;
            let reply = draft.reply(import, self.is_checked);
            self.asked.clear();
            self.draft = Some(draft);
            return Some(reply);
        }
        let said = in_every_language(|words| {
            let fields = questions.iter().map(|question| Part::Field(questions::field(words, question)));
            let mut parts: Vec<Part> = fields.collect();
            parts.push(Part::Field(Field {
                label: words.panel(PanelText::Title).to_owned(),
                note: String::new(),
                kind: FieldKind::Text,
                is_required: false,
                value: self.title.clone(),
                choices: Vec::new(),
            }));
            // Of which sheet they are comes first.
            if !questions.iter().any(|question| question.about == About::Sheet) {
                parts.push(Part::Again {
                    label: words.panel(PanelText::CheckColumns).to_owned(),
                    columns: Columns::Check(self.sheets.clone()),
                });
            }
            Said { parts, go_on: Some(words.panel(PanelText::GoOn).to_owned()) }
        });
        self.asked_reporter |= questions.iter().any(|question| question.about == About::Reporter);
        self.asked = questions;
        Some(Reply { step: Step { said, end: None }, ..Reply::default() })
    }

    /// Takes the answers to what was asked last, in its order and behind them the title. What was not answered, or not
    /// by an answer, is asked again.
    pub fn answer(&mut self, answers: Vec<String>) {
        let Some(import) = self.import.as_mut() else { return };
        if let Some(draft) = self.draft.take() {
            let mapping = draft.mapping();
            for file in draft.files_alike(import) {
                let _ = import.answer(Given::of_file(About::Columns, &file, &mapping.write()));
            }
            self.chosen.push(mapping.write());
            self.columns.keep(mapping);
            return;
        }
        let mut answers = answers.into_iter();
        for question in std::mem::take(&mut self.asked) {
            let value = answers.next().map(|value| value.trim().to_owned()).unwrap_or_default();
            if !value.is_empty() {
                let Question { about, file, of, .. } = question;
                if let (About::Sheet, Some(file)) = (about, &file) {
                    self.sheets.push((file.clone(), value.clone()));
                }
                // One that is none leaves the question open.
                let _ = import.answer(Given { about, file, of, value });
            }
        }
        if let Some(title) = answers.next().filter(|title| !title.trim().is_empty()) {
            self.title = title.trim().to_owned();
        }
    }

    /// Takes another choice for a column of those that are shown, and shows them again; `None` where none are.
    pub fn choose(&mut self, list: &str, value: &str) -> Option<Reply> {
        let draft = self.draft.as_mut()?;
        draft.choose(list, value);
        Some(draft.reply(self.import.as_ref()?, self.is_checked))
    }

    /// The columns that are to be kept, where they are others than at the beginning.
    pub fn changed_columns(&mut self) -> Option<String> {
        self.columns.changed()
    }

    fn end(&self, outcome: Outcome, words: &dyn ImportWords) -> Reply {
        let (remarks, sources) = (import_remarks(words, &outcome), import_sources(words, &outcome.summary));
        let mut reply = self.summary(&outcome);
        reply.records = outcome.records.map(|mut records| {
            (records.provenance.remarks, records.provenance.sources) = (remarks, sources);
            records
        });
        reply
    }
}

/// The same in every language.
fn in_every_language(say: impl Fn(&dyn ImportWords) -> Said) -> Vec<(Language, Said)> {
    Language::NAMES.iter().map(|(_, language)| (*language, say(import_words(*language)))).collect()
}
