//! Whose trade it is: what the files say, and a choice where they have that of several.

use super::Meaning;
use crate::left_out::LeftOut;
use crate::names;
use crate::question::{About, Choice, Question};
use model::{Name, sort_list};

impl Meaning<'_> {
    pub(super) fn choose_reporter(&mut self) {
        let reporters = self.reporters();
        let answer = self.import.reporter_said();
        let told = |choice: &&Choice| {
            answer.is_some_and(|said| said == choice.value || said.eq_ignore_ascii_case(&choice.name))
        };
        let chosen = match reporters.as_slice() {
            [] => {
                self.reporter = answer.map(names::reporter).unwrap_or_default();
                if answer.is_none() && self.used().next().is_some() {
                    self.questions.push(Question::new(About::Reporter));
                }
                return;
            }
            [one] => one.clone(),
            several => match several.iter().find(told) {
                Some(chosen) => chosen.clone(),
                None => {
                    self.questions.push(Question { choices: reporters, ..Question::new(About::Reporter) });
                    return;
                }
            },
        };
        let of_layout = self.import.files.iter().filter_map(|file| file.summary.origin?.rules().reporter);
        self.reporter = match of_layout.into_iter().find(|(code, ..)| *code == chosen.value) {
            Some((_, en, zh)) => Name { en: en.to_owned(), zh: zh.to_owned() },
            None => names::reporter(&chosen.name),
        };
        if reporters.len() > 1 {
            self.leave_out(LeftOut::OtherReporter, |meaning, row| {
                meaning.reporter_of(row).is_some_and(|(code, _)| code != chosen.value)
            });
        }
    }

    /// Who reported the rows that count, with how many of them.
    fn reporters(&self) -> Vec<Choice> {
        let mut reporters: Vec<Choice> = Vec::new();
        // Rows of one reporter mostly come together.
        for (_, row) in self.used() {
            let Some((code, name)) = self.reporter_of(&row) else { continue };
            let place = reporters.iter().rposition(|known| known.value == code).unwrap_or_else(|| {
                let name = if name.is_empty() { code } else { name };
                reporters.push(Choice { name: name.to_owned(), ..Choice::of(code) });
                reporters.len() - 1
            });
            if let Some(known) = reporters.get_mut(place) {
                known.rows += 1;
            }
        }
        sort_list(&mut reporters, |a, b| a.value.cmp(&b.value));
        reporters
    }

    /// Code and name, as a row says or as its layout implies.
    fn reporter_of(&self, row: &crate::rows::Compact) -> Option<(&str, &str)> {
        match row.reporter {
            Some(place) => {
                let (code, name) = self.import.reporters.get(usize::try_from(place).ok()?)?;
                Some((code, name))
            }
            None => {
                let origin = self.import.files.get(row.file)?.summary.origin?;
                origin.rules().reporter.map(|(code, en, _)| (code, en))
            }
        }
    }
}
