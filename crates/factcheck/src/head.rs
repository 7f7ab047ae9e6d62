//! What the head of a column, the label of a row, or the title of a table says of its numbers.

use std::ops::Range;

use super::after::against;
use super::cue::Cue;
use super::date::{Date, YearSaid, date};
use super::number::{Counted, unit_alone};
use super::reading::Why;
use super::text::Text;
use super::token::{Kind, Token};
use model::{Against, MemberId};

/// What kind of figure a head says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum What {
    Share,
    /// On the month or the year before.
    Change(Against),
    /// Compared with what, it does not say.
    Moved,
    /// Money.
    Value,
    /// Money, on the month or the year before.
    ValueChange(Against),
}

/// What is said.
#[derive(Debug, Clone, Default)]
pub(super) struct Head {
    /// Who is named, each once; `None` for somebody whom the dataset does not name.
    pub members: Vec<Option<MemberId>>,
    /// All exports, by a word that can mean nothing else beside members.
    pub total: bool,
    /// Several as one; alone, all that the table lists.
    pub sum: bool,
    /// The code of a product is said: it is that product's, whatever the words beside it are.
    pub code: bool,
    /// Exports are spoken of.
    pub exports: bool,
    pub what: Option<What>,
    pub dates: Vec<Date>,
    /// The months before, without saying which these are.
    pub before: Option<Against>,
    /// The month of the note.
    pub this_month: bool,
    /// From January on.
    pub cumulative: bool,
    /// What the numbers count, where they do not say it: so many tonnes, percent, dollars.
    pub unit: Option<(f64, Counted)>,
    /// The number is a place in a list or a code.
    pub no_figure: bool,
    pub refused: Option<Why>,
}

/// Heads of columns whose numbers are no figures.
const NO_FIGURES: [&str; 18] = [
    "rank",
    "ranking",
    "no.",
    "no",
    "#",
    "hs",
    "hs code",
    "code",
    "排名",
    "序号",
    "名次",
    "位次",
    "位",
    "编码",
    "税号",
    "商品编码",
    "商品编号",
    "hs编码",
];

/// Words for a change that say nothing in a sentence.
const MOVED: [&str; 6] = ["change", "variation", "difference", "变化", "变动", "增减"];

impl Head {
    /// Reads a cell, or a line. Words of a line that are not known say nothing; in a cell they may say anything.
    pub fn of(text: &Text, tokens: &[Token], span: &Range<usize>, is_cell: bool) -> Head {
        let mut head = Head::default();
        let word: String = span.clone().map(|i| text.get(i)).collect();
        if NO_FIGURES.contains(&word.trim()) {
            return Head { no_figure: true, ..head };
        }
        let units = units(text, span, is_cell);
        head.set_unit(&units);
        if let Some(date) = short_date(text, span) {
            head.dates.push(date);
            return head;
        }
        let (mut share, mut moved, mut fell, mut value) = (false, false, false, false);
        let (mut compared, mut who) = (None, false);
        for token in within(tokens, span) {
            let in_unit = units.iter().any(|(at, ..)| at.start < token.to && token.from < at.end);
            let mark = token.to == token.from + 1 && matches!(text.get(token.from), '±' | '/' | '#' | '‰');
            if in_unit || mark {
                continue;
            }
            match &token.kind {
                Kind::Member(id) => head.name(Some(*id)),
                Kind::Code(id) => {
                    head.code = true;
                    head.name(Some(*id));
                }
                Kind::Elsewhere | Kind::Cue(Cue::Others, _) => head.name(None),
                Kind::Date(date) if !head.dates.contains(date) => head.dates.push(*date),
                Kind::Number(_) | Kind::Unknown if is_cell => head.refuse(Why::Words),
                Kind::Cue(cue, _) => match cue {
                    Cue::Share | Cue::OfTotal => share = true,
                    Cue::Mom | Cue::Yoy => {
                        let one = against(*cue);
                        if compared.is_some_and(|other| other != one) {
                            head.refuse(Why::Comparison);
                        }
                        compared = Some(one);
                    }
                    Cue::Up(_) => moved = true,
                    Cue::Down(_) => fell = true,
                    Cue::Value => value = true,
                    Cue::Exports => head.exports = true,
                    Cue::Whole | Cue::Reporter => head.total = true,
                    Cue::Together => head.sum = true,
                    Cue::Cumulative => head.cumulative = true,
                    Cue::ThisMonth => head.this_month = true,
                    Cue::MonthBefore | Cue::YearBefore => head.before = Some(against(*cue)),
                    Cue::Who => who = true,
                    Cue::Alien | Cue::Imports | Cue::FromReporter => head.refuse(Why::OtherMatter),
                    Cue::Forecast => head.refuse(Why::Forecast),
                    Cue::FullYear | Cue::TwoMonths | Cue::SeveralMonths => head.refuse(Why::Months),
                    Cue::Without | Cue::Hedge | Cue::When | Cue::Group(_) | Cue::OfTwo(_) | Cue::OfWhich
                        if is_cell =>
                    {
                        head.refuse(Why::Words);
                    }
                    _ => {}
                },
                _ => {}
            }
        }
        moved |= MOVED.iter().any(|said| word.contains(said));
        // “Top 5 total”
        head.sum &= !who || !head.members.is_empty();
        head.total &= !who || !head.members.is_empty() || !is_cell;
        if who && is_cell && head.members.is_empty() && (word.contains("total") || word.contains('计')) {
            head.refuse(Why::Subject);
        }
        head.what = match (share, compared, value) {
            (true, None, false) if !moved && !fell => Some(What::Share),
            (true, ..) => {
                head.refuse(Why::Points);
                None
            }
            (false, Some(on), true) => Some(What::ValueChange(on)),
            (false, Some(on), false) => Some(What::Change(on)),
            (false, None, true) => Some(What::Value),
            (false, None, false) => (moved || fell).then_some(What::Moved),
        };
        if fell && !moved {
            head.refuse(Why::Kind);
        }
        head
    }

    /// What the lines over a table say of all of it, the nearest first; `end`: the character it begins with.
    pub fn over(text: &Text, tokens: &[Token], end: usize) -> Head {
        const MOST: usize = 3;
        let mut title = Head::default();
        let (mut lines, mut spoken) = (0, false);
        let mut to = (0..end).rev().find(|i| text.get(*i) == '\n').unwrap_or(0);
        while to > 0 && lines < MOST {
            let from = (0..to).rev().find(|i| text.get(*i) == '\n').map_or(0, |i| i + 1);
            let line = within(tokens, &(from..to));
            let is_figure = |t: &Token| matches!(&t.kind, Kind::Number(n) if n.counted != Counted::Bare);
            let is_prose = line.iter().any(is_figure);
            if line.iter().any(|t| t.kind == Kind::Tab) && is_prose {
                break;
            }
            // Of sentences with figures the last may say whose the table is, if it names one only.
            let sentence =
                line.iter().rposition(|t| t.kind == Kind::Stop).filter(|at| is_prose && at + 1 < line.len());
            let start = sentence.and_then(|stop| line.get(stop)).map_or(from, |stop| stop.to);
            let mut said = Head::of(text, tokens, &(start..to), false);
            said.dates.retain(|date| !date.day);
            if is_prose {
                if let [Some(member)] = said.members.as_slice() {
                    title.members.push(Some(*member));
                }
                break;
            }
            // The nearest line that says more than a unit.
            let speaks =
                line.iter().any(|t| t.kind != Kind::Colon && !t.kind.is_quiet() && t.kind != Kind::Unknown);
            if speaks && title.refused.is_none() && !spoken {
                title.refused = said
                    .refused
                    .filter(|why| matches!(why, Why::OtherMatter | Why::Forecast))
                    .or_else(|| {
                        // “Vietnam's exports”, “Exports to Africa”
                        said.members.contains(&None).then_some(Why::Subject)
                    });
            }
            spoken |= speaks;
            title.members.extend(said.members);
            title.unit = title.unit.or(said.unit);
            if title.dates.is_empty() {
                title.dates = said.dates;
                title.cumulative |= said.cumulative;
            }
            lines += usize::from(from + 1 < to);
            to = from.saturating_sub(1);
        }
        title
    }

    /// What both say; where they disagree, it is refused.
    pub fn and(&self, other: &Head) -> Head {
        let mut both = self.clone();
        match (self.members.is_empty(), other.members.is_empty()) {
            (false, false) if self.members != other.members => both.refuse(Why::Subject),
            (true, false) => both.members.clone_from(&other.members),
            _ => {}
        }
        let coded = self.code || other.code;
        if coded && both.refused == Some(Why::Words) {
            both.refused = None;
        }
        both.code = coded;
        both.total |= other.total;
        both.sum |= other.sum;
        both.exports |= other.exports;
        both.this_month |= other.this_month;
        both.cumulative |= other.cumulative;
        both.no_figure |= other.no_figure;
        for date in &other.dates {
            if !both.dates.contains(date) {
                both.dates.push(*date);
            }
        }
        if self.what.is_some() && other.what.is_some() && self.what != other.what {
            both.refuse(Why::Kind);
        }
        both.what = self.what.or(other.what);
        if self.before.is_some() && other.before.is_some() && self.before != other.before {
            both.refuse(Why::Months);
        }
        both.before = self.before.or(other.before);
        both.unit = self.unit.or(other.unit);
        if let Some(why) = other.refused.as_ref().filter(|why| !(coded && **why == Why::Words)) {
            both.refuse(why.clone());
        }
        both
    }

    /// Whether it says what its numbers are, or of whom or when.
    pub fn says_anything(&self) -> bool {
        let what = self.what.is_some() || self.exports || self.unit.is_some() || self.this_month;
        what || self.says_whose() || self.cumulative || self.before.is_some() || !self.dates.is_empty()
    }

    /// Whether it says whose numbers these are.
    pub fn says_whose(&self) -> bool {
        !self.members.is_empty() || self.total || self.sum
    }

    fn name(&mut self, member: Option<MemberId>) {
        if member.is_none() || !self.members.contains(&member) {
            self.members.push(member);
        }
    }

    fn refuse(&mut self, why: Why) {
        self.refused = self.refused.take().or(Some(why));
    }

    fn set_unit(&mut self, units: &[(Range<usize>, f64, Counted)]) {
        for (_, factor, counted) in units {
            match counted {
                Counted::Points => self.refuse(Why::Points),
                Counted::OtherMoney => self.refuse(Why::Money),
                Counted::Unclear => self.refuse(Why::Unit),
                _ if self.unit.is_some_and(|unit| unit != (*factor, *counted)) => self.refuse(Why::Unit),
                _ => self.unit = Some((*factor, *counted)),
            }
        }
    }

    /// The only date: “January” of a row and “2025” of a column are one.
    pub fn date(&self) -> Option<Result<Date, Why>> {
        match self.dates.as_slice() {
            [] => None,
            [date] => Some(Ok(*date)),
            [a, b] => {
                let (year, month) = if a.month.is_none() { (a, b) } else { (b, a) };
                let one = year.month.is_none() && month.month.is_some() && month.year.is_none();
                Some(if one { Ok(Date { year: year.year, ..*month }) } else { Err(Why::Months) })
            }
            _ => Some(Err(Why::Months)),
        }
    }
}

/// The tokens that begin in a span of characters.
pub(super) fn within<'a>(tokens: &'a [Token], span: &Range<usize>) -> &'a [Token] {
    let from = tokens.partition_point(|t| t.from < span.start);
    let to = tokens.partition_point(|t| t.from < span.end);
    tokens.get(from..to).unwrap_or_default()
}

/// The units that stand in a span without a number.
fn units(text: &Text, span: &Range<usize>, is_cell: bool) -> Vec<(Range<usize>, f64, Counted)> {
    let mut found = Vec::new();
    let mut at = span.start;
    // “(t)”, “Unit: t”, “in tonnes”: a “t” of a sentence may be anything.
    let is_led = |at: usize| {
        let last = (span.start..at).rev().find(|i| text.get(*i) != ' ').unwrap_or(at);
        let word =
            |word: &str| word.chars().rev().enumerate().all(|(i, c)| text.get(last.saturating_sub(i)) == c);
        matches!(text.get(last), '(' | ':' | '：' | ',' | '，') || word(" in") || word("单位")
    };
    while at < span.end {
        match unit_alone(text, at).filter(|(_, _, end)| *end <= span.end && (is_cell || is_led(at))) {
            Some((factor, counted, end)) => {
                found.push((at..end, factor, counted));
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// “Apr-25”, “Apr 25”: in a head the year, as spreadsheets write it.
fn short_date(text: &Text, span: &Range<usize>) -> Option<Date> {
    let (said, end) = date(text, span.start).filter(|(said, end)| said.day && *end == span.end)?;
    let year: String = (end.saturating_sub(2)..end).map(|i| text.get(i)).collect();
    let starts_with_month = !text.get(span.start).is_ascii_digit();
    let year = year.parse::<i32>().ok().filter(|_| starts_with_month && said.year.is_none())?;
    Some(Date { year: Some(YearSaid::Of(2000 + year)), day: false, ..said })
}
