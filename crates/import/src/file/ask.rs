//! What a file leaves open, and what its answers decide.

use model::Currency;

use super::{File, way_of, way_of_date};
use crate::columns::Role;
use crate::mapping::{Mapping, Plan, UnitAt};
use crate::month::{DateOrder, When, when};
use crate::number::Mark;
use crate::question::{About, Choice, Given, Question};
use crate::unit::{Measures, SHORT_TON, is_bare_ton, unit};

impl File {
    /// What must be answered before the file, or the rest of it, can be read.
    pub fn questions(&self) -> Vec<Question> {
        let ask = |about, of: Option<&str>, choices| Question {
            file: Some(self.name.clone()),
            of: of.map(str::to_owned),
            choices,
            ..Question::new(about)
        };
        if !self.is_confirmed {
            let choices = self.columns().into_iter().map(|column| Choice {
                value: column.role.name().to_owned(),
                name: column.name,
                samples: column.samples,
                rows: 0,
            });
            let guess = Some(self.mapping.of_named_columns().write());
            return vec![Question { guess, ..ask(About::Columns, None, choices.collect()) }];
        }
        let mut questions = Vec::new();
        for column in self.mapping.columns.iter().filter(|c| c.role == Role::Value && c.currency.is_none()) {
            let choices = Currency::NAMES.iter().map(|(name, _)| Choice::of(name)).collect();
            questions.push(ask(About::Currency, Some(&column.name), choices));
        }
        let units = |bare_ton: bool| {
            let values: &[&str] =
                if bare_ton { &["t", "short tons"] } else { &["kg", "t", "lb", "g", "none"] };
            values.iter().map(|value| Choice::of(value)).collect::<Vec<_>>()
        };
        let unsaid =
            self.plan.amounts.iter().flat_map(|a| &a.quantities).find(|(_, unit)| *unit == UnitAt::Unsaid);
        if let (Some((column, _)), None) = (unsaid, self.unsaid_unit) {
            let name = self.mapping.columns.get(*column).map(|column| column.name.as_str());
            questions.push(ask(About::Unit, name, units(false)));
        }
        if !self.has_ended {
            return questions;
        }
        for unknown in self.units.iter().filter(|unknown| unknown.answer.is_none()) {
            let mut choices = units(is_bare_ton(&unknown.text));
            choices.iter_mut().for_each(|choice| choice.rows = unknown.rows);
            questions.push(ask(About::Unit, Some(&unknown.text), choices));
        }
        for (column, doubt) in self.mapping.columns.iter().zip(&self.marks) {
            let Some((rows, samples)) = doubt.waits() else { continue };
            let choices = Mark::NAMES.iter().map(|(value, mark)| Choice {
                value: (*value).to_owned(),
                name: String::new(),
                samples: samples.iter().map(|cell| as_read(cell, *mark)).collect(),
                rows,
            });
            questions.push(ask(About::DecimalMark, Some(&column.name), choices.collect()));
        }
        if let Some((rows, samples)) = self.date_order.waits() {
            let choices = DateOrder::NAMES.iter().map(|(value, order)| Choice {
                value: (*value).to_owned(),
                name: String::new(),
                samples: samples
                    .iter()
                    .map(|cell| format!("{cell} = {}", month_as_read(cell, *order)))
                    .collect(),
                rows,
            });
            questions.push(ask(About::DateOrder, None, choices.collect()));
        }
        questions
    }

    /// Answers a question by a choice with which rows can be read before a person answers it; whether there is one.
    pub fn assume(&mut self, question: &Question) -> bool {
        let is_taken = |choice: &Choice| {
            self.mapping.columns.iter().any(|c| c.currency.is_some_and(|known| known.code() == choice.value))
        };
        let mut free = question.choices.iter().filter(|c| question.about != About::Currency || !is_taken(c));
        let choice = match question.about {
            // Lists of whole numbers have no dot before a fraction.
            About::DecimalMark => free.next_back(),
            _ => free.next(),
        };
        let Some(value) = choice.map(|choice| choice.value.clone()) else { return false };
        let Question { about, file, of, .. } = question.clone();
        self.answer(question, &Given { about, file, of, value }).is_some()
    }

    /// Takes an answer to one of its questions; `None` for a value that is none.
    pub fn answer(&mut self, question: &Question, given: &Given) -> Option<()> {
        let of = question.of.as_deref().unwrap_or_default();
        let column = self.mapping.columns.iter().position(|column| column.name == of);
        match question.about {
            About::Columns => {
                let mut mapping = self.mapping.clone();
                match (&given.of, given.value.as_str()) {
                    (None, "yes") => {}
                    (None, json) => mapping = Mapping::read(json).ok()?.for_head(&self.head)?,
                    (Some(name), role) => {
                        let role = Role::named(role)?;
                        let others =
                            mapping.columns.iter_mut().filter(|c| c.role == role && !role.may_repeat());
                        others.for_each(|column| column.role = Role::Other);
                        mapping.columns.iter_mut().find(|column| column.name == *name)?.role = role;
                    }
                }
                self.plan = Plan::of(&mapping, &self.rules).ok()?;
                self.mapping = mapping;
                (self.is_confirmed, self.missing) = (true, None);
                self.take_mapping();
            }
            About::Currency => {
                let currency = Currency::NAMES.iter().find(|(name, _)| *name == given.value)?.1;
                self.mapping.columns.get_mut(column?)?.currency = Some(currency);
                self.plan = Plan::of(&self.mapping, &self.rules).ok()?;
            }
            About::Unit => {
                let measures = measures_of(&given.value)?;
                match self.units.iter_mut().find(|unknown| unknown.text == of && unknown.answer.is_none()) {
                    Some(unknown) => unknown.answer = Some(measures),
                    None => self.unsaid_unit = Some(measures),
                }
            }
            About::DecimalMark => {
                let mark = Mark::NAMES.iter().find(|(name, _)| *name == given.value)?.1;
                self.marks.get_mut(column?)?.answer(way_of(mark));
            }
            About::DateOrder => {
                let order = DateOrder::NAMES.iter().find(|(name, _)| *name == given.value)?.1;
                self.date_order.answer(way_of_date(order));
            }
            _ => return None,
        }
        Some(())
    }
}

/// What an answer says that a unit measures: a unit that is known, or `none` for no weight.
pub(crate) fn measures_of(text: &str) -> Option<Measures> {
    match text {
        "none" => Some(Measures::Other),
        "short tons" => Some(Measures::Weight(SHORT_TON)),
        text => unit(text).filter(|measures| matches!(measures, Measures::Weight(_))),
    }
}

/// “1,234 = 1234”: a cell, and what it is with a mark before its fraction.
fn as_read(cell: &str, mark: Mark) -> String {
    let (group, fraction) = if mark == Mark::Dot { (',', '.') } else { ('.', ',') };
    let read: String =
        cell.chars().filter(|c| *c != group).map(|c| if c == fraction { '.' } else { c }).collect();
    format!("{cell} = {read}")
}

fn month_as_read(cell: &str, order: DateOrder) -> String {
    match (when(cell), order) {
        (Some(When::Either { day, .. }), DateOrder::Day) => day.to_string(),
        (Some(When::Either { month, .. }), DateOrder::Month) => month.to_string(),
        _ => String::new(),
    }
}
