//! One number, or a row of them, with what the words around say of it.

use super::after::{After, Compared, after};
use super::cue::Cue;
use super::date::Date;
use super::number::{Counted, Number};
use super::reading::Why;
use super::text::Text;
use super::token::{Kind, Token};
use super::window::{Role, Subject, Window};
use ledger::Bound;
use model::{Against, MemberId, Period, Span};

/// What is known of a number before its neighbours have been asked.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    /// Index of its token.
    pub token: usize,
    pub number: Number,
    pub refused: Option<Why>,
    pub role: Role,
    pub against: Option<Against>,
    /// Whom it is about, where that is certain.
    pub member: Option<MemberId>,
    /// It is refused for want of anybody it could be about, and for nothing else.
    pub unnamed: bool,
    /// Several together.
    pub together: Vec<MemberId>,
    pub months: Result<(Period, Span), Why>,
    /// The date that belongs to a base.
    pub base: Option<Date>,
    pub compared: Option<Compared>,
    pub money: bool,
    pub bound: Option<Bound>,
    pub about: bool,
    /// It stands in a bracket right behind the number before.
    pub bracket: bool,
    /// A semicolon or a colon stands before it.
    pub fresh: bool,
    /// “and” joins it to the number before.
    pub joined: bool,
    /// A comma or “or” does: the same in another unit.
    pub apposed: bool,
    /// “Or” stands before it.
    pub or: bool,
    /// The verb before is meant: “… and Jiangsu 12%”.
    pub elliptic: bool,
    /// In a bracket of its own, with nothing but “上月” before it: what the number before it was then.
    pub then: Option<Against>,
    /// A word beside the name is not known: “a trader in Mexico”, “江苏亨通”.
    pub named_with: bool,
}

impl Draft {
    /// Tonnes, and not those of a change or of what is compared with.
    pub fn is_quantity(&self) -> bool {
        self.number.counted == Counted::Tonnes && matches!(self.role, Role::Open | Role::Level)
    }
}

/// Numbers that stand in a row: “2,628 t, 1,619 t and 1,352 t”.
pub(super) struct Run {
    pub numbers: Vec<usize>,
}

/// The rows of a sentence.
pub(super) fn runs(tokens: &[Token], from: usize, to: usize) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut last: Option<(usize, Counted, bool)> = None;
    for i in from..to {
        let Some(Token { kind: Kind::Number(number), .. }) = tokens.get(i) else { continue };
        let between = |last: usize| tokens.get(last + 1..i).unwrap_or_default();
        let has_way = |t: &Token| matches!(t.kind, Kind::Cue(Cue::Up(_) | Cue::Down(_), _));
        let parts =
            |t: &Token| matches!(t.kind, Kind::Comma | Kind::Cue(Cue::And | Cue::About, _)) || has_way(t);
        let joins = last.is_some_and(|(at, counted, way)| {
            let words = between(at);
            let same = counted == number.counted || counted == Counted::Bare;
            // “2,628 t, up 326 t”: a quantity and its change, no row.
            let ways = words.iter().any(has_way);
            // “1,650 t, 40 t less than in May”
            let behind = tokens.get(i + 1..).unwrap_or_default();
            let own = begins_with_comparison(behind) || goes_to_one(behind);
            same && !words.is_empty() && words.iter().all(parts) && (!ways || way) && !own
        });
        let start = last.map_or(from, |(at, _, _)| at + 1);
        let way = tokens.get(start..i).unwrap_or_default().iter().rev().take(3).any(has_way);
        match runs.last_mut().filter(|_| joins) {
            Some(run) => run.numbers.push(i),
            None => runs.push(Run { numbers: vec![i] }),
        }
        last = Some((i, number.counted, way));
    }
    runs
}

/// “… less than in May”
fn begins_with_comparison(behind: &[Token]) -> bool {
    let mut said = behind.iter().map(|t| &t.kind).filter(|kind| !kind.is_quiet());
    let compares = |cue| matches!(cue, Cue::Above | Cue::Below | Cue::Up(true) | Cue::Down(true));
    matches!(said.next(), Some(Kind::Cue(cue, false)) if compares(*cue))
}

/// “… went to Egypt”, and to nobody else.
fn goes_to_one(behind: &[Token]) -> bool {
    let said: Vec<&Kind> = behind.iter().map(|t| &t.kind).filter(|kind| !kind.is_quiet()).take(4).collect();
    let [Kind::Cue(Cue::For, false), name, rest @ ..] = said.as_slice() else { return false };
    let more = match rest {
        [Kind::Comma | Kind::Cue(Cue::And, _), next] => next.is_name(),
        _ => false,
    };
    name.is_name() && !more
}

/// What carries on from number to number.
#[derive(Debug, Clone, Default)]
pub(super) struct Frame {
    pub subject: Option<Subject>,
    /// Words beside the subject are not known.
    pub tainted: bool,
    /// Several are meant as one.
    pub together: bool,
    /// A label stands before a number of it.
    pub listed: bool,
    pub months: Option<Result<(Period, Span), Why>>,
    pub alien: bool,
    pub money: bool,
    pub forecast: bool,
    /// Figures are of a part of what somebody sold or bought.
    pub part: bool,
    /// Figures are not the plain ones: “usually”.
    pub hedged: bool,
    /// Brackets hold changes: “increases came from Australia (1,375 t)”.
    pub moves: bool,
    /// The months of the first number.
    pub first: Option<(Period, Span)>,
    /// The first draft behind the last semicolon.
    pub clause: usize,
    /// A part of the world was named that it may all be about.
    pub regional: bool,
    /// Whom its numbers were about.
    pub mentioned: Mentioned,
}

/// Whom figures were about that stand before.
#[derive(Debug, Clone, Default)]
pub(super) struct Mentioned {
    /// Each once, in the order of the text.
    pub members: Vec<MemberId>,
    /// Some figure was about all, about several as one, or about nobody for certain.
    pub others: bool,
}

impl Mentioned {
    pub fn of(drafts: &[Draft]) -> Mentioned {
        // Of a sentence that goes on for ever the last ones are meant.
        const LAST: usize = 100;
        let mut mentioned = Mentioned::default();
        for draft in drafts.iter().skip(drafts.len().saturating_sub(LAST)) {
            match draft.member {
                Some(member) if !mentioned.members.contains(&member) => mentioned.members.push(member),
                Some(_) => {}
                None => mentioned.others = true,
            }
        }
        mentioned
    }
}

/// What a row of numbers has in common.
pub(super) struct Around<'a> {
    pub window: Window<'a>,
    pub after: After,
    pub counted: Counted,
    pub tonnes: bool,
    /// How many numbers the row has.
    pub count: usize,
    /// The first number, in its unit.
    pub value: f64,
}

impl<'a> Around<'a> {
    pub fn of(
        text: &Text,
        tokens: &'a [Token],
        from: usize,
        run: &Run,
        used: &mut [bool],
    ) -> Option<Around<'a>> {
        let (first, last) = (*run.numbers.first()?, *run.numbers.last()?);
        let Kind::Number(number) = &tokens.get(last)?.kind else { return None };
        let after = after(text, tokens, last, number.counted);
        let window = Window::of(tokens, from, first, used);
        for i in &after.used {
            used.iter_mut().skip(*i).take(1).for_each(|u| *u = true);
        }
        let tonnes = matches!(number.counted, Counted::Tonnes | Counted::Dollars | Counted::OtherMoney);
        let count = run.numbers.len();
        let value = match tokens.get(first).map(|t| &t.kind) {
            Some(Kind::Number(first)) => first.value,
            _ => number.value,
        };
        Some(Around { window, after, counted: number.counted, tonnes, count, value })
    }

    /// The comparisons that the words name, in their order; those behind the number first.
    pub fn comparisons(&self) -> Vec<Against> {
        if !self.after.against.is_empty() {
            return self.after.against.clone();
        }
        let mut found: Vec<Against> = Vec::new();
        for token in &self.window.own {
            if let Kind::Cue(cue @ (Cue::Mom | Cue::Yoy), _) = token.kind {
                let one = super::after::against(cue);
                if !found.contains(&one) {
                    found.push(one);
                }
            }
        }
        found
    }

    /// “imports from China”, “自华进口”.
    pub fn says_from_reporter(&self) -> bool {
        let words: Vec<&Token> = self.words().collect();
        words.windows(2).any(|pair| {
            matches!((&pair[0].kind, &pair[1].kind), (Kind::Cue(Cue::From, _), Kind::Cue(Cue::Reporter, _)))
        }) || words.iter().any(|t| matches!(t.kind, Kind::Cue(Cue::FromReporter, _)))
    }

    /// All tokens before the number.
    pub fn words(&self) -> impl Iterator<Item = &'a Token> {
        self.window.outer.iter().chain(&self.window.own).copied()
    }

    /// Whether a word stands before the number.
    pub fn has(&self, wanted: fn(Cue) -> bool) -> bool {
        self.words().any(|t| matches!(t.kind, Kind::Cue(cue, _) if wanted(cue)))
    }

    /// Whether a date that goes on from January stands there, or a word for it.
    pub fn says_sum(&self) -> bool {
        let january = |t: &Token| matches!(t.kind, Kind::Date(date) if date.from_january);
        self.words().any(january)
            || self.after.date.is_some_and(|date| date.from_january)
            || self.has(|cue| matches!(cue, Cue::Cumulative | Cue::TwoMonths | Cue::FullYear))
    }

    /// Whether any date stands there.
    pub fn says_when(&self) -> bool {
        self.says_sum() || self.after.date.is_some() || self.words().any(|t| matches!(t.kind, Kind::Date(_)))
    }

    /// “… better than the 19,400 t of August”: what is compared with, no limit.
    pub fn is_compared(&self) -> bool {
        let quiet = |t: &&Token| {
            matches!(
                t.kind,
                Kind::Cue(
                    Cue::Above
                        | Cue::Below
                        | Cue::Up(_)
                        | Cue::Down(_)
                        | Cue::Fill
                        | Cue::Who
                        | Cue::This
                        | Cue::Is,
                    _
                )
            )
        };
        let segment = self.window.segment();
        let limit = segment.iter().any(|t| matches!(t.kind, Kind::Cue(Cue::Above | Cue::Below, false)));
        limit && self.after.date.is_some() && segment.iter().all(quiet)
    }

    /// A bracket with nothing but the number in it, right behind another number.
    pub fn is_bare_bracket(&self) -> bool {
        let quiet = |t: &&Token| matches!(t.kind, Kind::Comma | Kind::Cue(Cue::Fill | Cue::And, _));
        self.window.bracket && self.window.outer.iter().all(quiet) && self.window.own.iter().all(quiet)
    }

    /// “(last month 40.3%)”: nothing else stands in the bracket.
    pub fn then(&self) -> Option<Against> {
        let window = &self.window;
        let speaks = |t: &&&Token| !t.kind.is_quiet() && t.kind != Kind::Colon;
        let mut said = window.own.iter().filter(speaks).map(|t| &t.kind);
        match (said.next(), said.next()) {
            (Some(Kind::Cue(cue @ (Cue::MonthBefore | Cue::YearBefore), _)), None) if window.bracket => {
                Some(super::after::against(*cue))
            }
            _ => None,
        }
    }

    /// “… and other stranded wire for 37%”: a name, and the verb is the one before.
    pub fn is_elliptic(&self) -> bool {
        let quiet =
            |t: &Token| matches!(t.kind, Kind::Comma | Kind::Cue(Cue::And | Cue::For | Cue::From, false));
        let plain = |t: &Token| t.kind.is_name() || t.kind.is_quiet() || quiet(t);
        !self.window.bracket && self.words().all(plain) && self.words().any(|t| t.kind.is_name())
    }

    /// Names and nothing else: the verb is the one before.
    pub fn has_no_verb(&self) -> bool {
        self.words().all(|t| {
            t.kind.is_name() || matches!(t.kind, Kind::Comma | Kind::Cue(Cue::And | Cue::Fill | Cue::Who, _))
        })
    }

    /// The words since the last comma, behind what the sentence begins with if that is a comparison:
    /// “Compared with March, exports …”.
    pub fn compared_segments(&self) -> Vec<&'a Token> {
        let own = &self.window.own;
        let first = own.iter().position(|t| t.kind == Kind::Comma).and_then(|comma| own.get(..comma));
        let compares = |t: &&Token| matches!(t.kind, Kind::Cue(Cue::Than, _));
        let plain = |t: &&Token| {
            let when = matches!(t.kind, Kind::Date(_) | Kind::Cue(Cue::MonthBefore | Cue::YearBefore, _));
            when || compares(t) || t.kind.is_quiet()
        };
        let leading = first.filter(|first| first.iter().any(compares) && first.iter().all(plain));
        leading.unwrap_or_default().iter().chain(self.window.segment()).copied().collect()
    }

    /// Whether a word right before or behind a name is not known.
    pub fn is_named_with(&self) -> bool {
        let said: Vec<&Token> = self.words().filter(|t| !t.kind.is_quiet()).collect();
        let pair = |a: &Token, b: &Token| a.kind == Kind::Unknown && b.kind.is_name();
        said.windows(2).any(|two| pair(two[0], two[1]) || pair(two[1], two[0]))
    }

    fn says(&self, wanted: Cue) -> bool {
        let said = |t: &&&Token| matches!(t.kind, Kind::Cue(cue, _) if cue == wanted);
        self.window.own.iter().filter(said).count() > 0
    }

    /// A limit, where the words right before the number give one.
    pub fn limit(&self) -> (Option<Bound>, bool) {
        let mut about = self.after.about;
        let mut bound = self.after.bound;
        for token in self.window.segment().iter().rev().take(2) {
            match token.kind {
                Kind::Cue(Cue::About, _) => about = true,
                Kind::Cue(Cue::Above, _) => bound = bound.or(Some(Bound::Above)),
                Kind::Cue(Cue::Below, _) => bound = bound.or(Some(Bound::Below)),
                Kind::Cue(cue, _) if cue.is_quiet() => {}
                _ => break,
            }
        }
        (bound, about)
    }

    /// “The three”: how many that were named before.
    pub fn group(&self) -> Option<usize> {
        self.words()
            .find_map(|t| if let Kind::Cue(Cue::Group(count), _) = t.kind { Some(count) } else { None })
    }

    /// Whether several are meant as one.
    pub fn together(&self) -> bool {
        let outer = self.window.outer.iter().any(|t| matches!(t.kind, Kind::Cue(Cue::Together, _)));
        outer || self.says(Cue::Together) || self.after.together
    }

    /// Whether the word right before the number says what it is compared with: “同比8.43%”.
    pub fn ends_in_comparison(&self) -> bool {
        // “同比增速高达58.4%”
        let about = |t: &&&Token| matches!(t.kind, Kind::Cue(Cue::About | Cue::Above | Cue::Below, true));
        let last = self.window.own.iter().rev().find(|t| !about(t)).map(|t| &t.kind);
        self.after.way.is_none() && matches!(last, Some(Kind::Cue(Cue::Mom | Cue::Yoy, true)))
    }

    /// Whether nothing but a comma or “or” stands between it and the number before.
    pub fn apposed(&self) -> bool {
        let quiet =
            |t: &&Token| t.kind.is_quiet() || matches!(t.kind, Kind::Comma | Kind::Cue(Cue::About, _));
        !self.window.bracket && !self.window.fresh && self.window.own.iter().all(quiet)
    }

    /// Whether “and”, not “but”, joins the number to the one before, with nothing else between.
    pub fn joined(&self) -> bool {
        let own = &self.window.own;
        let joins = |t: &&Token| {
            t.kind.is_quiet() || matches!(t.kind, Kind::Comma | Kind::Cue(Cue::And | Cue::About, _))
        };
        !self.window.bracket && self.says(Cue::And) && own.iter().all(joins)
    }
}
