//! The text as tokens: numbers, dates, names, words and the marks that part clauses. Numbers that are no
//! figures (years, days, HS codes, pages, list marks, telephone numbers) are told apart here.

use super::cue::Cue;
use super::date::{Date, date};
use super::names::{Index, is_han};
use super::number::{Counted, Number, number};
use super::sense::sense;
use super::text::Text;
use model::{Catalogue, Dimension, MemberId};

/// A piece of the text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Token {
    /// Its first character and the one behind its last.
    pub from: usize,
    pub to: usize,
    pub kind: Kind,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Kind {
    Number(Number),
    Date(Date),
    /// A word; `true` for Chinese.
    Cue(Cue, bool),
    Member(MemberId),
    /// Somebody whom the dataset does not name.
    Elsewhere,
    /// The code of a product.
    Code(MemberId),
    Comma,
    /// `;` and dashes: what follows has a subject of its own.
    Semicolon,
    /// `:`, behind the label of what follows, perhaps.
    Colon,
    Open,
    Close,
    /// A sentence ends.
    Stop,
    /// A paragraph ends.
    Paragraph,
    /// A cell of a table ends.
    Tab,
    /// A word that is not known.
    Unknown,
}

impl Kind {
    /// Whether it is a word that changes nothing about a number beside it.
    pub fn is_quiet(&self) -> bool {
        matches!(self, Kind::Cue(cue, _) if cue.is_quiet())
    }

    /// Whether it names somebody, or a product.
    pub fn is_name(&self) -> bool {
        matches!(self, Kind::Member(_) | Kind::Code(_) | Kind::Elsewhere)
    }
}

/// Words after which a number is a place in a document or a code.
const NOT_A_FIGURE: [&str; 24] = [
    "hs", "hs code", "hs codes", "code", "codes", "page", "p.", "pp.", "no.", "table", "figure", "fig.",
    "chart", "tel", "tel.", "tel:", "phone", "编码", "税号", "第", "图", "表", "top", "issue",
];

pub(super) fn tokens(text: &Text, index: &Index, catalogue: &Catalogue) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = 0;
    while at < text.chars.len() {
        let c = text.get(at);
        let (kind, to) = match one(text, index, catalogue, at, &tokens) {
            Some(found) => found,
            None => {
                at += 1;
                continue;
            }
        };
        let to = to.max(at + 1);
        // “(−13.9% m/m; −18.2% y/y)”: of one figure.
        let kind = if kind == Kind::Semicolon && is_in_bracket(&tokens) { Kind::Comma } else { kind };
        let again = c == '\n' && tokens.last().is_some_and(|t| t.kind == Kind::Paragraph);
        if !again {
            tokens.push(Token { from: at, to, kind });
        }
        at = to;
    }
    tokens
}

/// Whether a bracket of the line is open.
fn is_in_bracket(tokens: &[Token]) -> bool {
    // A bracket is short, and a line may be long.
    const LONGEST: usize = 60;
    let line = tokens.iter().rev().take(LONGEST).take_while(|t| t.kind != Kind::Paragraph);
    line.map(|t| &t.kind).find(|kind| matches!(kind, Kind::Open | Kind::Close)) == Some(&Kind::Open)
}

fn one(
    text: &Text,
    index: &Index,
    catalogue: &Catalogue,
    at: usize,
    before: &[Token],
) -> Option<(Kind, usize)> {
    let c = text.get(at);
    let next = text.get(at + 1);
    let mark = |kind| Some((kind, at + 1));
    if let Some(end) = address(text, at) {
        return Some((Kind::Unknown, end));
    }
    if let Some(end) = dateline(text, at, before) {
        return Some((Kind::Cue(Cue::Fill, true), end));
    }
    if let Some((date, end)) = date(text, at) {
        // “April’s”
        let end = if text.get(end) == '\'' && text.get(end + 1) == 's' { end + 2 } else { end };
        return Some((Kind::Date(date), end));
    }
    let compared = || {
        let last = before.last().map(|t| &t.kind);
        matches!(last, Some(Kind::Cue(Cue::Mom | Cue::Yoy | Cue::MonthBefore | Cue::YearBefore, _)))
    };
    let signed = matches!(c, '+' | '-')
        && next.is_ascii_digit()
        && text.get(at.wrapping_sub(1)) != '-'
        && (!text.get(at.wrapping_sub(1)).is_alphanumeric()
            // “分别为-34.0%”
            || matches!(text.get(at.wrapping_sub(1)), '为' | '是' | '达' | '约')
            || compared());
    if c.is_ascii_digit() || signed {
        return digits(text, catalogue, at, before);
    }
    if let Some(end) = gap(text, at, before) {
        return Some((Kind::Tab, end));
    }
    match c {
        '\n' => return mark(Kind::Paragraph),
        '\t' => return mark(Kind::Tab),
        ' '
        | '"'
        | '\''
        | '“'
        | '”'
        | '*'
        | '_'
        | '「'
        | '」'
        | '《'
        | '》'
        | '['
        | ']'
        | '【'
        | '】'
        | '%'
        | '•'
        | '●'
        | '■'
        | '◆'
        | '▍'
        | '·'
        | '▲'
        | '①'..='⑩'
        | '◇'
        | '□'
        | '▶'
        | '►'
        | '→'
        | '\u{fe0f}'
        | '\u{2600}'..='\u{27bf}'
        | '\u{1f1e6}'..='\u{1f1ff}'
        | '\u{1f300}'..='\u{1faff}' => {
            return None;
        }
        ',' | '，' => return mark(Kind::Comma),
        '=' => return mark(Kind::Cue(Cue::Is, false)),
        ';' | '；' | '|' => return mark(Kind::Semicolon),
        ':' | '：' => return mark(Kind::Colon),
        // “76141000——11,027吨”
        '-' if matches!(before.last(), Some(Token { kind: Kind::Code(_), .. })) && next == '-' => {
            return Some((Kind::Colon, at + 2));
        }
        '-' if next == '-' || text.get(at.wrapping_sub(1)) == ' ' && next == ' ' => {
            return mark(Kind::Semicolon);
        }
        '-' | '/' => return None,
        '(' => return mark(Kind::Open),
        ')' => return mark(Kind::Close),
        '。' | '!' | '?' => return mark(Kind::Stop),
        '.' => return mark(Kind::Stop),
        '、' => return mark(Kind::Cue(Cue::And, true)),
        '↑' => return mark(Kind::Cue(Cue::Up(false), true)),
        '↓' => return mark(Kind::Cue(Cue::Down(false), true)),
        '$' | '¥' | '€' => return None,
        _ => {}
    }
    // The “US” of “US$” is no country.
    if ['u', 's', '$'].iter().enumerate().all(|(i, c)| text.get(at + i) == *c) {
        return Some((Kind::Cue(Cue::Fill, false), at + 3));
    }
    if let Some((meaning, end)) = index.find(text, at) {
        let (kind, end) = sense(text, meaning, (at, end), before);
        // “Mexico’s” is Mexico.
        let end = if text.get(end) == '\'' && text.get(end + 1) == 's' { end + 2 } else { end };
        return Some((kind, end));
    }
    Some(unknown(text, at))
}

/// Where the space between two cells of a table ends: several spaces before a number, in the middle of a line.
fn gap(text: &Text, at: usize, before: &[Token]) -> Option<usize> {
    let end = (at..text.chars.len()).find(|i| text.get(*i) != ' ').filter(|end| *end > at + 1)?;
    let number = text.get(end).is_ascii_digit()
        || matches!(text.get(end), '+' | '-') && text.get(end + 1).is_ascii_digit();
    let inside = before.last().is_some_and(|t| {
        !matches!(t.kind, Kind::Paragraph | Kind::Stop | Kind::Comma | Kind::Colon | Kind::Semicolon)
    });
    (number && inside).then_some(end)
}

/// Where a line's “新华社北京12月22日电” ends.
fn dateline(text: &Text, at: usize, before: &[Token]) -> Option<usize> {
    const LONGEST: usize = 24;
    let line_start = before.last().is_none_or(|t| t.kind == Kind::Paragraph);
    let inside = (at..at + LONGEST).take_while(|i| is_han(text.get(*i)) || text.get(*i).is_ascii_digit());
    let end = inside.last().filter(|_| line_start)? + 1;
    (at + 1..end).find(|i| matches!(text.get(*i), '电' | '讯') && text.get(i - 1) == '日').map(|i| i + 1)
}

/// The last of the tokens that says something.
pub(super) fn last_said<'a>(tokens: &[&'a Token]) -> Option<&'a Kind> {
    tokens.iter().rev().map(|t| &t.kind).find(|kind| !kind.is_quiet())
}

fn unknown(text: &Text, at: usize) -> (Kind, usize) {
    let c = text.get(at);
    if is_han(c) || !c.is_alphanumeric() {
        return (Kind::Unknown, at + 1);
    }
    let mut end = at;
    let inside = |i: usize| {
        let c = text.get(i);
        let joins = matches!(c, '-' | '\'' | '.' | '&') && text.get(i + 1).is_alphanumeric();
        c.is_alphanumeric() && !is_han(c) || joins
    };
    while inside(end) {
        end += 1;
    }
    let word: String = (at..end).map(|i| text.get(i)).collect();
    let adverb = word.len() > 4 && word.ends_with("ly");
    let kind = if adverb { Kind::Cue(Cue::Fill, false) } else { Kind::Unknown };
    // Currencies before a number belong to it; “Mr.” ends no sentence.
    let money = ["us", "usd", "rmb", "cny"].contains(&word.as_str());
    let kind = if money { Kind::Cue(Cue::Fill, false) } else { kind };
    let abbreviated =
        ["mr", "ms", "dr", "co", "ltd", "inc", "e.g", "i.e", "vs", "st", "est"].contains(&word.as_str());
    (kind, if abbreviated && text.get(end) == '.' { end + 1 } else { end.max(at + 1) })
}

/// Where an address or an e-mail address ends.
fn address(text: &Text, at: usize) -> Option<usize> {
    let starts = |word: &str| word.chars().enumerate().all(|(i, c)| text.get(at + i) == c);
    let found = starts("http://") || starts("https://") || starts("www.");
    let ends = |c: &usize| {
        let c = text.get(*c);
        c.is_whitespace() || is_han(c) || matches!(c, '<' | '>' | '"' | ')' | '，' | '。')
    };
    found.then(|| (at..text.chars.len()).find(ends).unwrap_or(text.chars.len()))
}

fn digits(text: &Text, catalogue: &Catalogue, at: usize, before: &[Token]) -> Option<(Kind, usize)> {
    let (read, end) = number(text, at)?;
    let fill = |end| Some((Kind::Cue(Cue::Fill, false), end));
    // “in '000 t”
    if text.get(at.wrapping_sub(1)) == '\'' && read.value == 0.0 {
        return fill(end);
    }
    let previous = text.get(at.wrapping_sub(1));
    let has_unit = read.counted != Counted::Bare;
    // Part of a word or a name: A380, CO2, Q3; or a telephone number.
    let glued =
        at > 0 && (previous.is_alphanumeric() && !is_han(previous) || previous == '.' || previous == '_');
    if let Some((code, end)) = spaced_code(text, at).filter(|_| !glued)
        && let Some(product) = catalogue.find(Dimension::Product, &code)
    {
        return Some((Kind::Code(product), end));
    }
    let ordinal = ["st", "nd", "rd", "th"].iter().any(|o| {
        text.get(end) == o.chars().next().unwrap_or(' ')
            && text.get(end + 1) == o.chars().nth(1).unwrap_or('x')
    });
    let joined = matches!(text.get(end), '-' | '/') && text.get(end + 1).is_ascii_digit();
    let after_join =
        matches!(previous, '/' | '+') || previous == '-' && at > 1 && text.get(at - 2).is_ascii_digit();
    // A place in a list: “TOP1”.
    if glued && !has_unit && follows(text, at, &["top"]) {
        return fill(end);
    }
    if !has_unit && (glued || joined || after_join) {
        // All of it: 0571-8888-1234, 2025/05/30, +86 571.
        let go_on = |i: usize| {
            text.get(i).is_ascii_digit()
                || matches!(text.get(i), '-' | '/' | '.') && text.get(i + 1).is_ascii_digit()
        };
        let mut last = end;
        while go_on(last) {
            last += 1;
        }
        return Some((Kind::Unknown, last));
    }
    if read.counted == Counted::Bare && read.malformed {
        // 1.2.3 is a section or a version.
        return Some((Kind::Unknown, end));
    }
    let line_start = before.last().is_none_or(|t| matches!(t.kind, Kind::Paragraph));
    let list_mark = line_start && read.plain.is_some() && matches!(text.get(end), '.' | ')' | '、' | ':');
    let year = read.plain.is_some_and(|y| (1900..2200).contains(&y)) && !has_unit && end == at + 4;
    // “In the 12 months to April”
    let several = [" months to ", " months ended ", " months through ", " months until "];
    let behind = |word: &&&str| word.chars().enumerate().all(|(i, c)| text.get(at + 2 + i) == c);
    if read.value == 12.0
        && let Some(word) = several.iter().find(behind)
    {
        return Some((Kind::Cue(Cue::SeveralMonths, false), at + 1 + word.len()));
    }
    let long = read.plain.is_some_and(|c| c >= 100_000) && !has_unit;
    let named = !has_unit && follows(text, at, &NOT_A_FIGURE);
    let things = read.counted == Counted::Things && follows(text, at, &["top", "第"]);
    if ordinal && !has_unit || list_mark || year || long || named || things {
        let end = if list_mark { end + 1 } else { end };
        return fill(end);
    }
    Some((Kind::Number(read), end))
}

/// Digits with a space or a point between some of them: “7614 10 00”, “7614.10.00”.
fn spaced_code(text: &Text, at: usize) -> Option<(String, usize)> {
    let mut code = String::new();
    let mut i = at;
    while code.len() < 10 {
        let c = text.get(i);
        let joins =
            matches!(c, ' ' | '.') && matches!(code.len(), 4 | 6 | 8) && text.get(i + 1).is_ascii_digit();
        match c.is_ascii_digit() {
            true => code.push(c),
            false if joins => {}
            false => break,
        }
        i += 1;
    }
    (code.len() >= 6 && !text.get(i).is_ascii_digit()).then_some((code, i))
}

/// Whether one of the words stands right before a place.
fn follows(text: &Text, at: usize, words: &[&str]) -> bool {
    let mut end = at;
    while end > 0 && matches!(text.get(end - 1), ' ' | '(') && end + 2 > at {
        end -= 1;
    }
    words.iter().any(|word| {
        let length = word.chars().count();
        end.checked_sub(length).is_some_and(|from| {
            let whole = from == 0 || !text.get(from - 1).is_ascii_alphabetic();
            whole && word.chars().enumerate().all(|(i, c)| text.get(from + i) == c)
        })
    })
}
