//! A sentence while it is written: words, numbers, and what must be said beside a number of which something
//! was set aside.

use std::cell::RefCell;

use super::digits::{Sign, print};
use super::material::Material;
use super::sentence::{Number, Piece};
use breakdown::Dataset;
use ledger::ClaimSpan;
use model::{Dimension, Figure, Language, MemberId, Unit};
use view::Length;
use view::View;

/// What all sentences of a note share.
pub struct Scribe<'a> {
    /// What the note is written from.
    pub material: &'a Material<'a>,
    /// Its language.
    pub language: Language,
    /// How much it says.
    pub length: Length,
    /// Claims that are set aside, and that a reader has been told of.
    told: RefCell<Vec<usize>>,
    /// Every claim that is set aside of the note's figures.
    aside: RefCell<Vec<usize>>,
}

impl<'a> Scribe<'a> {
    /// Nothing written yet.
    pub fn new(material: &'a Material<'a>, language: Language, length: Length) -> Scribe<'a> {
        Scribe { material, language, length, told: RefCell::default(), aside: RefCell::default() }
    }

    /// How many claims are set aside of the figures that were written.
    pub fn contradictions(&self) -> usize {
        self.aside.borrow().len()
    }

    /// An empty sentence.
    pub fn line(&'a self) -> Line<'a> {
        Line { scribe: self, pieces: Vec::new(), kept: Vec::new(), quiet: false }
    }

    /// A member's name in the note's language; in the other one, or its code, where it has none. A product without an
    /// English name is its code in an English note: whoever reads that may know the code, hardly the Chinese.
    pub fn name(&self, id: MemberId) -> String {
        let Some(member) = self.material.catalogue.member(id) else { return String::new() };
        let names = match (self.language, id.dimension) {
            (Language::English, Dimension::Product) if member.name.en.is_empty() => {
                return format!("HS {}", member.code);
            }
            (Language::English, _) => [&member.name.en, &member.name.zh],
            (Language::Chinese, _) => [&member.name.zh, &member.name.en],
        };
        names.into_iter().find(|n| !n.is_empty()).unwrap_or(&member.code).clone()
    }
}

/// A sentence while it is written.
pub struct Line<'a> {
    /// What all sentences share.
    pub scribe: &'a Scribe<'a>,
    pieces: Vec<Piece>,
    kept: Vec<usize>,
    quiet: bool,
}

impl Line<'_> {
    /// Without remarks on contradictions: a headline has no room for them.
    pub fn quietly(mut self) -> Self {
        self.quiet = true;
        self
    }

    /// The pieces.
    pub fn done(self) -> Vec<Piece> {
        self.pieces
    }

    /// Whether nothing is written yet.
    pub fn starts(&self) -> bool {
        self.pieces.is_empty()
    }

    /// Adds words.
    pub fn words(&mut self, words: &str) {
        match self.pieces.last_mut() {
            Some(Piece::Words(last)) => last.push_str(words),
            _ if words.is_empty() => {}
            _ => self.pieces.push(Piece::Words(words.to_owned())),
        }
    }

    /// Adds a figure, and what is set aside of it.
    pub fn number(&mut self, figure: &Figure, sign: Sign, view: &View) {
        let text = print(figure, self.scribe.language, sign);
        self.number_as(figure, text, view);
        self.doubts(figure);
        self.repeats(figure);
    }

    /// Adds a figure under a text of its own, such as "second".
    pub fn number_as(&mut self, figure: &Figure, text: String, view: &View) {
        let claims = match self.scribe.material.dataset {
            Dataset::Published(ledger) => {
                figure.claims().iter().filter_map(|c| Some(ledger.claim(*c)?.id.clone())).collect()
            }
            Dataset::Recorded(_) => Vec::new(),
        };
        self.pieces.push(Piece::Number(Box::new(Number {
            figure: figure.clone(),
            text,
            view: view.clone(),
            claims,
        })));
    }

    /// Leaves what is set aside of these figures to their own places, so that it is not told of another
    /// figure of the sentence that only shares in it.
    pub fn keep_for<'f>(&mut self, figures: impl Iterator<Item = &'f Figure>) {
        self.kept = figures.flat_map(|f| f.aside.clone()).collect();
    }

    /// Ends what [`Line::keep_for`] began.
    pub fn keep_none(&mut self) {
        self.kept.clear();
    }

    /// The very number of another month is hardly the figure of both.
    fn repeats(&mut self, figure: &Figure) {
        let ledger = self.scribe.material.dataset.ledger();
        let spans = figure.repeats.iter().filter_map(|claim| Some(ledger?.claim(*claim)?.span));
        let months = spans.filter_map(|span| match span {
            ClaimSpan::Of(period, _) => Some(period),
            ClaimSpan::PartOfYear(_) => None,
        });
        if let Some(period) = months.take(1).last().filter(|_| !self.quiet) {
            let text = match self.scribe.language {
                Language::English => super::en::same_as(period),
                Language::Chinese => super::zh::same_as(period),
            };
            self.remark(&text);
        }
    }

    fn doubts(&mut self, figure: &Figure) {
        if self.quiet || matches!(figure.unit, Unit::Rank | Unit::Periods(_)) {
            return;
        }
        for claim in &figure.aside {
            let mut aside = self.scribe.aside.borrow_mut();
            if !aside.contains(claim) {
                aside.push(*claim);
            }
        }
        // One remark is enough to warn of a claim.
        let is_told = |claim: &usize| self.kept.contains(claim) || self.scribe.told.borrow().contains(claim);
        if !figure.rests_on_aside() || figure.aside.iter().any(is_told) {
            return;
        }
        self.scribe.told.borrow_mut().extend(&figure.aside);
        self.remark(match self.scribe.language {
            Language::English => super::en::DOUBT,
            Language::Chinese => super::zh::DOUBT,
        });
    }

    /// A remark in brackets; behind a comma where the sentence is inside of brackets already.
    fn remark(&mut self, remark: &str) {
        let words = match (self.scribe.language, self.is_bracketed()) {
            (Language::English, false) => format!(" ({remark})"),
            (Language::English, true) => format!(", {remark}"),
            (Language::Chinese, false) => format!("（{remark}）"),
            (Language::Chinese, true) => format!("，{remark}"),
        };
        self.words(&words);
    }

    /// Whether a bracket is open.
    fn is_bracketed(&self) -> bool {
        let depth = |words: &String| -> isize {
            let step = |mark| match mark {
                '(' | '（' => 1,
                ')' | '）' => -1,
                _ => 0,
            };
            words.chars().map(step).sum()
        };
        self.pieces
            .iter()
            .filter_map(|piece| match piece {
                Piece::Words(words) => Some(depth(words)),
                Piece::Number(_) => None,
            })
            .sum::<isize>()
            > 0
    }

    /// Whether the last word is a bracket that closes: what follows must not open another.
    pub fn ends_in_bracket(&self) -> bool {
        matches!(self.pieces.last(), Some(Piece::Words(words)) if words.ends_with([')', '）']))
    }
}
