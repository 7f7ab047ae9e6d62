//! By which list goods are numbered. Two lists describe the same trade twice; two versions of one do where both are of
//! one month.

use super::{Meaning, each_once};
use crate::left_out::LeftOut;
use crate::problem::ProblemKind;
use crate::question::{About, Choice, Question};
use crate::rows::Compact;
use model::sort_list;

/// The list of which a version such as `H6`, `S4` or `B5` is.
pub(super) fn list_of(version: &str) -> &str {
    let numbered = |rest: &str| rest.bytes().all(|b| b.is_ascii_digit());
    match version.split_at_checked(1) {
        Some(("H", rest)) if rest == "S" || numbered(rest) => "HS",
        Some(("S", rest)) if rest == "ITC" || numbered(rest) => "SITC",
        Some(("B", rest)) if rest == "EC" || numbered(rest) => "BEC",
        _ => version,
    }
}

impl Meaning<'_> {
    pub(super) fn choose_classification(&mut self) {
        let lists = self.count(|meaning, row| meaning.version(row).map(list_of));
        if lists.len() > 1 {
            let answered =
                |choice: &&Choice| self.import.lists_said().any(|said| list_of(said) == choice.value);
            let Some(chosen) = lists.iter().find(answered).map(|choice| choice.value.clone()) else {
                self.questions.push(Question { choices: lists, ..Question::new(About::Classification) });
                return;
            };
            self.leave_out(LeftOut::OtherList, |meaning, row| {
                meaning.version(row).is_some_and(|version| list_of(version) != chosen)
            });
        }
        let versions = self.count(Self::version);
        if versions.len() > 1 {
            self.choose_version(versions);
        }
    }

    /// One version a month.
    fn choose_version(&mut self, versions: Vec<Choice>) {
        let described = |row: Compact| Some((self.import.month(&row)?, Some(row.classification?)));
        let months = each_once(self.used().filter_map(|(_, row)| described(row)).collect());
        let chosen = versions.iter().find(|v| self.import.lists_said().any(|said| said == v.value));
        let place = chosen.and_then(|c| self.import.classifications.iter().position(|v| *v == c.value));
        let place = place.and_then(|place| u32::try_from(place).ok());
        match place {
            None if months.chunk_by(|a, b| a.0 == b.0).any(|of_month| of_month.len() > 1) => {
                self.questions.push(Question { choices: versions, ..Question::new(About::Classification) });
                return;
            }
            None => {}
            Some(place) => {
                self.leave_out(LeftOut::OtherList, |meaning, row| {
                    let month = meaning.import.month(row);
                    let described =
                        month.is_some_and(|month| months.binary_search(&(month, Some(place))).is_ok());
                    described && row.classification.is_some_and(|version| version != place)
                });
            }
        }
        let versions = self.count(Self::version).into_iter().map(|choice| choice.value).collect();
        self.tell(None, None, ProblemKind::Versions { versions });
    }

    /// The version of a list that a row is by.
    pub(super) fn version(&self, row: &Compact) -> Option<&str> {
        self.import.classifications.get(usize::try_from(row.classification?).ok()?).map(String::as_str)
    }

    /// What rows that count say, with how many do, in order.
    fn count<'s>(&'s self, of: impl Fn(&'s Self, &Compact) -> Option<&'s str>) -> Vec<Choice> {
        let mut of_version: Vec<(Option<u32>, u64, Compact)> = Vec::new();
        for (_, row) in self.used() {
            match of_version.iter_mut().find(|(version, ..)| *version == row.classification) {
                Some((_, rows, _)) => *rows += 1,
                None => of_version.push((row.classification, 1, row)),
            }
        }
        let mut found: Vec<Choice> = Vec::new();
        for (_, rows, row) in of_version {
            let Some(value) = of(self, &row) else { continue };
            match found.iter_mut().find(|choice| choice.value == value) {
                Some(choice) => choice.rows += rows,
                None => found.push(Choice { rows, ..Choice::of(value) }),
            }
        }
        sort_list(&mut found, |a, b| a.value.cmp(&b.value));
        found
    }
}
