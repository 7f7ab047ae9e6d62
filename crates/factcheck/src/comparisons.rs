//! What changes are compared with, as long as a text goes on in one way: “Mexico took 2,629 t, up 14.2% on
//! March, and Portugal 1,619 t, up 3.9%.”

use super::draft::Draft;
use super::window::Role;
use model::{Against, Dimension, Period, Span};

/// A comparison that was said.
#[derive(PartialEq)]
struct Comparison {
    /// Of members of what; `None` for the total.
    kind: Option<Dimension>,
    months: (Period, Span),
    against: Against,
}

/// Those of a paragraph.
#[derive(Default)]
pub(super) struct Comparisons(Vec<Comparison>);

impl Comparisons {
    /// What a change of a member without a word is compared with: what those of its kind were before, or
    /// else those of the total.
    pub fn of(&self, draft: &Draft) -> Option<Against> {
        let unsaid = matches!(draft.role, Role::Change(_))
            && draft.compared.is_none()
            && draft.base.is_none()
            && draft.refused.is_none();
        let kind = draft.member.filter(|_| unsaid)?.dimension;
        let months = draft.months.clone().ok().filter(|(_, span)| *span == Span::Month)?;
        let only = |kind: Option<Dimension>| {
            let mut said = self.0.iter().filter(|c| c.kind == kind && c.months == months);
            let first = said.next()?.against;
            Some(Some(first).filter(|_| said.all(|c| c.against == first)))
        };
        only(Some(kind)).or_else(|| only(None)).flatten()
    }

    /// Remembers what a figure is compared with.
    pub fn add(&mut self, draft: &Draft) {
        let compares = matches!(draft.role, Role::Change(_) | Role::Base(..)) && draft.together.is_empty();
        if let (true, Some(against), Ok(months)) = (compares, draft.against, draft.months.clone()) {
            let said = Comparison { kind: draft.member.map(|m| m.dimension), months, against };
            if !self.0.contains(&said) {
                self.0.push(said);
            }
        }
    }

    /// Nothing goes on.
    pub fn end(&mut self) {
        self.0.clear();
    }
}
