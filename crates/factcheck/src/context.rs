//! What carries on from sentence to sentence, and what a sentence says of itself by how it begins.

use super::comparisons::Comparisons;
use super::cue::Cue;
use super::draft::{Draft, Frame};
use super::evidence::Sentence;
use super::months::resolve;
use super::reading::Why;
use super::token::{Kind, Token};
use super::window::Subject;
use model::{Dimension, MemberId, Period, Span};

/// What carries on between sentences.
pub(super) struct Context {
    pub note: Option<Period>,
    /// The months of a sentence that names none.
    pub default: Result<(Period, Span), Why>,
    /// The last sentence of the paragraph: whom and which months it ended with.
    pub before: Option<Frame>,
    /// Whom the last line was about, if a label began it.
    pub line: Option<Subject>,
    /// The dimension of the one member that the note began with, as long as it tells of no total: what follows
    /// may be a part of that member's.
    pub scope: Option<Dimension>,
    /// Some number of the note was read.
    pub begun: bool,
    /// The months of a list, which the line before it says: “Highlights for December:”.
    pub heading: Option<(Period, Span)>,
    /// A share was called one in this paragraph, so that a bracket may hold another.
    pub shares: bool,
    /// Whom figures were about, as long as they are of one kind.
    pub named: Vec<MemberId>,
    /// Figures were about more than one.
    pub several: bool,
    /// The largest quantity of the total, tonnes; 0 before there is one.
    pub total: f64,
    /// The last quantity of one member, tonnes.
    pub last: f64,
    /// A sentence without numbers came last, of whom nobody knows: “It” may be somebody there.
    pub aside: bool,
    /// Whom the last line was about is certain.
    pub line_read: bool,
    /// What the changes of this paragraph are compared with.
    pub compared: Comparisons,
    /// Every sentence with numbers.
    pub sentences: Vec<Sentence>,
}

impl Context {
    /// What the figures of a sentence mean for the sentences after it.
    pub fn follow(&mut self, drafts: &[Draft]) {
        let Some(first) = drafts.first() else { return };
        for draft in drafts.iter().filter(|d| d.refused.is_none()) {
            let Some(member) = draft.member else {
                if draft.is_quantity() && draft.together.is_empty() {
                    self.total = self.total.max(draft.number.value);
                }
                continue;
            };
            if draft.is_quantity() {
                self.last = draft.number.value;
            }
            self.several |= self.named.first().is_some_and(|first| *first != member);
            self.named.retain(|other| other.dimension == member.dimension);
            if !self.named.contains(&member) {
                self.named.push(member);
            }
        }
        if !self.begun {
            // A note that begins with a year to date: a sentence without months may be of either.
            let of_months = matches!(self.default, Ok((_, Span::Month)));
            if of_months && matches!(first.months, Ok((_, Span::Ytd))) && first.refused.is_none() {
                self.default = Err(Why::Months);
            }
            let one = drafts.iter().all(|d| d.member == first.member && d.together.is_empty());
            self.scope = self.scope.or(first.member.filter(|_| one).map(|m| m.dimension));
        }
        self.begun = true;
        let of_total = |d: &Draft| d.refused.is_none() && d.member.is_none() && d.together.is_empty();
        // Beside two of its kind nothing is a part of the first one's any more.
        let mut of_kind = drafts.iter().filter_map(|d| d.member).filter(|m| Some(m.dimension) == self.scope);
        let first = of_kind.next();
        if drafts.iter().any(of_total) || of_kind.any(|other| Some(other) != first) {
            self.scope = None;
        }
    }

    /// Whether a member may be of what the note began with only: “Jiangsu exported 11,395 t. ACSR …”
    pub fn is_within(&self, member: Option<MemberId>) -> bool {
        member.is_some_and(|m| self.scope.is_some_and(|scope| scope != m.dimension))
    }
}

/// “Total”, as a line over figures.
pub(super) fn is_total(line: &[Token]) -> bool {
    let whole = |t: &Token| matches!(t.kind, Kind::Cue(Cue::Whole, _));
    line.iter().any(whole) && line.iter().all(|t| whole(t) || t.kind.is_quiet() || t.kind == Kind::Colon)
}

/// Whether a sentence without numbers is about all exports: “China's exports rose again.”
pub(super) fn is_on_exports(sentence: &[Token]) -> bool {
    let says =
        |wanted: fn(Cue) -> bool| sentence.iter().any(|t| matches!(t.kind, Kind::Cue(cue, _) if wanted(cue)));
    says(|cue| cue == Cue::Reporter)
        && says(|cue| cue == Cue::Exports)
        && !says(|cue| {
            matches!(
                cue,
                Cue::Alien
                    | Cue::Imports
                    | Cue::Others
                    | Cue::Value
                    | Cue::Forecast
                    | Cue::Hedge
                    | Cue::Without
            )
        })
        && !sentence.iter().any(|t| t.kind.is_name() || t.kind == Kind::Colon)
}

/// “Hengtong, registered in Jiangsu, …”: somebody whom nobody knows.
pub(super) fn begins_with_a_name(sentence: &[Token]) -> bool {
    let length = sentence.iter().position(|t| t.kind == Kind::Comma).unwrap_or(0);
    length > 0 && sentence.iter().take(length).all(|t| t.kind == Kind::Unknown)
}

/// “Exports to the EU hit a record.”
pub(super) fn is_to_others(sentence: &[Token]) -> bool {
    let others = |t: &Token| matches!(t.kind, Kind::Elsewhere | Kind::Cue(Cue::Others, _));
    sentence
        .windows(2)
        .any(|pair| matches!(pair[0].kind, Kind::Cue(Cue::To | Cue::For, _)) && others(&pair[1]))
}

/// The months of a line that leads to a list: “Highlights for December 2025:”.
pub(super) fn heading(line: &[Token], note: Option<Period>) -> Option<(Period, Span)> {
    let mut dates = line.iter().filter_map(|t| if let Kind::Date(date) = t.kind { Some(date) } else { None });
    let (date, more) = (dates.next()?, dates.next());
    let leads = line.last().is_some_and(|t| t.kind == Kind::Colon) && more.is_none();
    resolve(date, note).ok().filter(|_| leads && date.month.is_some())
}

/// “Relative to January 2024 this is an increase of …”: of what the sentence before said.
pub(super) fn begins_with_this(sentence: &[Token]) -> bool {
    let before = sentence.iter().take_while(|t| !matches!(t.kind, Kind::Number(_)));
    before.filter(|t| matches!(t.kind, Kind::Cue(Cue::This, _))).count() > 0
}
