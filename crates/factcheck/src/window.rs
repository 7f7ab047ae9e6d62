//! What stands before a number, back to the number before: whom it is about, and which word decides what
//! it is.

use super::after::against;
use super::cue::Cue;
use super::date::Date;
use super::label::{is_label, only_code};
use super::segments::{causes_left_out, is_inserted, list};
use super::token::{Kind, Token, last_said};
use model::{Against, Dimension, MemberId};

/// Whom figures are about.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Subject {
    Total,
    /// In the order of the text; `None` for somebody whom the dataset does not name.
    Members(Vec<Option<MemberId>>),
    /// Not certain.
    Unclear,
}

/// The word that decides what a number is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Role {
    /// Nothing decides: a quantity, if it counts tonnes.
    Open,
    /// After “to”: the level that was reached.
    Level,
    /// After “up” or “down”: 1 or −1.
    Change(f64),
    /// After “from”: what is compared with; when, where the text says so beside it.
    Base(Option<Against>, Option<Date>),
    /// After “accounting for”.
    Share,
    /// Several words, several meanings.
    Unclear,
}

/// The tokens before a number that no other number uses.
pub(super) struct Window<'a> {
    /// Outside of a bracket in which the number stands.
    pub outer: Vec<&'a Token>,
    /// In the number's own bracket, or all of them.
    pub own: Vec<&'a Token>,
    /// It stands in a bracket.
    pub bracket: bool,
    /// A semicolon or a colon stands before it: a subject of its own.
    pub fresh: bool,
    /// The words before that colon are a label, and count.
    pub labelled: bool,
}

impl<'a> Window<'a> {
    pub fn of(tokens: &'a [Token], from: usize, to: usize, used: &[bool]) -> Window<'a> {
        let mut window =
            Window { outer: Vec::new(), own: Vec::new(), bracket: false, fresh: false, labelled: false };
        let mut opened: Option<Vec<&Token>> = None;
        for (i, token) in tokens.iter().enumerate().take(to).skip(from) {
            match token.kind {
                Kind::Open => opened = Some(std::mem::take(&mut window.own)),
                Kind::Close => {
                    let inner = std::mem::take(&mut window.own);
                    // A bracket without a number says little; a single code in it names a product.
                    match opened.take() {
                        Some(before) => {
                            window.own = before;
                            let code = |t: &&&Token| matches!(t.kind, Kind::Code(_));
                            let named = window.own.iter().any(|t| matches!(t.kind, Kind::Member(_)));
                            if !named && inner.iter().filter(code).count() == 1 {
                                // “Other (HS 76149000)”
                                window.own.retain(|t| !matches!(t.kind, Kind::Cue(Cue::Others, _)));
                                window.own.extend(inner.iter().filter(code));
                            }
                        }
                        // The bracket of the number before.
                        None => window.outer.clear(),
                    }
                }
                Kind::Semicolon => {
                    (window.fresh, window.labelled) = (true, false);
                    window.own.clear();
                }
                Kind::Colon => {
                    // “7614 10 00, with steel core:” is the code's, whatever the words are.
                    if let Some(code) = only_code(&window.own) {
                        window.own = vec![code];
                    }
                    (window.fresh, window.labelled) = (true, is_label(&window.own));
                    if !window.labelled {
                        // “Three markets took over 10,000 t in the full year: …”
                        window.own.retain(|t| says_when(t));
                    }
                }
                _ if used.get(i) == Some(&true) => {}
                _ => window.own.push(token),
            }
        }
        if let Some(before) = opened {
            window.outer = before;
            window.bracket = true;
        }
        window
    }

    fn all(&self) -> Vec<&'a Token> {
        self.outer.iter().chain(&self.own).copied().collect()
    }

    /// Since the last comma.
    pub fn segment(&self) -> &[&'a Token] {
        let comma = self.own.iter().rposition(|t| t.kind == Kind::Comma);
        comma.map_or(&self.own[..], |c| self.own.get(c + 1..).unwrap_or_default())
    }

    /// Whom the words name, if they do, and from where on the words matter to the number.
    pub fn subject(&self, inherited: Option<&Subject>) -> (Option<Subject>, Vec<&'a Token>) {
        let all = causes_left_out(&self.all());
        let mut found: Option<(Subject, usize)> = None;
        let mut clause = inherited.is_none() || self.fresh;
        let mut share = false;
        let mut exports = None;
        // “Its imports from China”: of whoever buys.
        let bought = all.iter().any(|t| matches!(t.kind, Kind::Cue(Cue::Imports, _)));
        // “The country bought 2,629 t from China, 12.3% of …”
        let origin = |i: usize, exports: Option<usize>| {
            exports.is_none() && matches!(all.get(..i).and_then(last_said), Some(Kind::Cue(Cue::From, false)))
        };
        let mut i = 0;
        while let Some(token) = all.get(i) {
            match &token.kind {
                Kind::Member(_) | Kind::Elsewhere | Kind::Code(_) | Kind::Cue(Cue::Others, _) => {
                    let (names, end) = list(&all, i);
                    // “8,296 t more than Henan”: what follows is not Henan’s for that.
                    // “超过葡萄牙的1910吨”, likewise.
                    let last = all.get(..i).and_then(last_said);
                    if matches!(last, Some(Kind::Cue(Cue::Than | Cue::Above | Cue::Below, _))) {
                        found = Some((Subject::Unclear, i));
                        clause = false;
                        i = end;
                        continue;
                    }
                    found = match &found {
                        // Two names that are no list: who is meant is not certain.
                        Some((Subject::Members(before), at)) if !clause => {
                            let same = *before == names;
                            Some((if same { Subject::Members(names) } else { Subject::Unclear }, *at))
                        }
                        _ => Some((Subject::Members(names), i)),
                    };
                    clause = false;
                    i = end;
                    continue;
                }
                Kind::Cue(Cue::Whole, _) if !share => {
                    let member = match &found {
                        Some((subject, _)) => *subject != Subject::Total,
                        None => !clause && inherited.is_some_and(|s| *s != Subject::Total),
                    };
                    found = Some((if member { Subject::Unclear } else { Subject::Total }, i));
                }
                Kind::Cue(Cue::Reporter, _)
                    if found.is_none() && clause && !share && !bought && !origin(i, exports) =>
                {
                    found = Some((Subject::Total, i));
                    // A name may follow: “China’s exports to Mexico”.
                    clause = true;
                    i += 1;
                    continue;
                }
                Kind::Cue(Cue::Share, _) => share = true,
                Kind::Cue(Cue::Clause, _) => clause = true,
                Kind::Cue(Cue::Exports, _) => exports = exports.or(Some(i)),
                _ => {}
            }
            i += 1;
        }
        if is_inserted(&all) {
            found = Some((Subject::Unclear, found.map_or(0, |(_, i)| i)));
        }
        let evidence = found.as_ref().map(|(_, i)| *i).or(exports);
        let from = evidence.map_or(0, |e| {
            let comma = all.iter().take(e).rposition(|t| t.kind == Kind::Comma);
            comma.map_or(0, |c| c + 1)
        });
        let matter = all.get(from..).unwrap_or_default().to_vec();
        (found.map(|(subject, _)| subject), matter)
    }

    /// Whether nothing stands there but a date.
    pub fn says_only_when(&self) -> bool {
        let is_date = |t: &&Token| {
            matches!(t.kind, Kind::Date(_) | Kind::Cue(Cue::Cumulative | Cue::FullYear | Cue::TwoMonths, _))
        };
        // “1-4月合计8.28万吨”
        let sum = |t: &&Token| matches!(t.kind, Kind::Cue(Cue::Together, true));
        let quiet = |t: &&Token| is_date(t) || t.kind.is_quiet() || sum(t);
        self.outer.is_empty() && self.own.iter().any(is_date) && self.own.iter().all(quiet)
    }

    /// Whether nothing stands there but a word for a share: “ACSR 10,500 t; share 61%”.
    pub fn says_only_share(&self) -> bool {
        let share = |t: &&Token| matches!(t.kind, Kind::Cue(Cue::Share, _));
        let quiet =
            |t: &&Token| share(t) || t.kind.is_quiet() || matches!(t.kind, Kind::Cue(Cue::Is | Cue::It, _));
        self.outer.is_empty() && self.own.iter().any(share) && self.own.iter().all(quiet)
    }

    /// Whether every word is known and none names anybody or a part of anything.
    pub fn says_nobody(&self) -> bool {
        let plain = |t: &&Token| match t.kind {
            Kind::Date(_) | Kind::Comma => true,
            Kind::Cue(cue, _) => matches!(
                cue,
                Cue::Exports
                    | Cue::Value
                    | Cue::Mom
                    | Cue::Yoy
                    | Cue::Up(_)
                    | Cue::Down(_)
                    | Cue::Than
                    | Cue::MonthBefore
                    | Cue::YearBefore
                    | Cue::Cumulative
                    | Cue::Reach
                    | Cue::Is
                    | Cue::To
                    | Cue::About
                    | Cue::Fill
                    | Cue::They
                    | Cue::SameMonths
            ),
            _ => false,
        };
        let own = causes_left_out(&self.own);
        self.outer.is_empty() && !self.labelled && !own.is_empty() && own.iter().all(plain)
    }

    /// Whether exports are spoken of, without saying whose.
    pub fn says_exports(&self) -> bool {
        self.all().iter().any(|t| matches!(t.kind, Kind::Cue(Cue::Exports, _)))
    }

    /// Which word decides what the number is: the last one before it that decides anything.
    pub fn role(&self, tonnes: bool) -> Role {
        let segment = self.segment();
        let (mut reached, mut is, mut and, mut take) = (false, false, false, false);
        let (mut before, mut date) = (None, None);
        for (i, token) in segment.iter().enumerate().rev() {
            let Kind::Cue(cue, han) = token.kind else {
                match &token.kind {
                    Kind::Date(d) if before.is_none() => date = Some(*d),
                    _ => {}
                }
                continue;
            };
            match cue {
                // “its share rose to 9.4%”
                Cue::To
                    if !tonnes
                        && segment.iter().take(i).any(|t| matches!(t.kind, Kind::Cue(Cue::Share, _))) =>
                {
                    return Role::Share;
                }
                // “同比增幅收窄至16.2%”, “growth slowed to 16.2%”
                Cue::To if !tonnes && segment.iter().take(i).any(is_rise) => return Role::Change(1.0),
                Cue::To => return Role::Level,
                Cue::Reach => reached = true,
                Cue::Is => is = true,
                Cue::And => and = true,
                Cue::Take => take = true,
                // “the share rose by 1.6%”, “增速较3月回落5%”: no change of the quantity
                Cue::Up(false) | Cue::Down(false) if !tonnes && segment.iter().take(i).any(is_ratio) => {
                    return Role::Unclear;
                }
                Cue::Up(noun) | Cue::Down(noun) => {
                    let way = if matches!(cue, Cue::Up(_)) { 1.0 } else { -1.0 };
                    let level = tonnes && (reached || is && !noun);
                    return match level {
                        // “fell and reached 21,300 t”
                        true if and && !noun => Role::Level,
                        true => Role::Unclear,
                        false => Role::Change(way),
                    };
                }
                Cue::MonthBefore | Cue::YearBefore => before = before.or(Some(against(cue))),
                // “the increase accounts for 60%” of all increases
                Cue::Share => {
                    let moved = |t: &&Token| matches!(t.kind, Kind::Cue(Cue::Up(true) | Cue::Down(true), _));
                    return if segment.iter().take(i).any(moved) { Role::Unclear } else { Role::Share };
                }
                Cue::Than => return Role::Base(before, date),
                Cue::From => {
                    // “exports from Jiangsu”, “from January to April”
                    let next = segment.get(i + 1).map(|t| &t.kind);
                    let origin = match next {
                        Some(Kind::Member(id)) => id.dimension == Dimension::RegistrationLocation,
                        Some(Kind::Date(d)) => d.from_january && before.is_none() && !han,
                        Some(Kind::Cue(Cue::Reporter, _)) => true,
                        _ => false,
                    };
                    if !origin {
                        return Role::Base(before, date);
                    }
                }
                _ => {}
            }
        }
        match before {
            Some(_) => Role::Base(before, date),
            None if take && !tonnes => Role::Share,
            // “Exports rose 5.3%, and those of steel-core stranded wire by 100 t.”
            None if segment.iter().any(|t| t.kind.is_name()) && ends_in_by(segment) => Role::Unclear,
            None if is || reached => Role::Level,
            None => Role::Open,
        }
    }
}

/// Whether “by” stands right before the number.
fn ends_in_by(segment: &[&Token]) -> bool {
    segment.last().is_some_and(|t| matches!(t.kind, Kind::Cue(Cue::By, _)))
}

/// Whether a word says of which months.
fn says_when(token: &Token) -> bool {
    matches!(
        token.kind,
        Kind::Date(_)
            | Kind::Cue(
                Cue::Cumulative | Cue::FullYear | Cue::TwoMonths | Cue::SeveralMonths | Cue::ThisMonth,
                _
            )
    )
}

/// Whether a word means a growth rate.
fn is_rise(token: &&Token) -> bool {
    matches!(token.kind, Kind::Cue(Cue::Up(true), _))
}

/// Whether a word means a share or a growth rate.
fn is_ratio(token: &&Token) -> bool {
    matches!(token.kind, Kind::Cue(Cue::Share | Cue::Up(true) | Cue::Down(true), _))
}
