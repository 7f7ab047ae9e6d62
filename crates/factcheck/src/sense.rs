//! Which of its meanings a phrase has where it stands.

use super::cue::Cue;
use super::date::date;
use super::names::{Meaning, is_han};
use super::number::{Counted, number};
use super::text::Text;
use super::token::{Kind, Token};
use model::Dimension;

/// What a phrase from one place to another says, behind the tokens before it, and where it ends.
pub(super) fn sense(
    text: &Text,
    meaning: Meaning,
    (at, end): (usize, usize),
    before: &[Token],
) -> (Kind, usize) {
    let kind = match meaning {
        // “In the same period Mexico took …” is no comparison.
        Meaning::Cue(Cue::YearBefore, han) if !is_compared(text, at, end, before) => {
            Kind::Cue(Cue::SameMonths, han)
        }
        // “7614 90 00, other:” is the code's.
        Meaning::Cue(Cue::Others, false) if text.get(end - 1) == ':' && follows_code(before) => {
            return (Kind::Cue(Cue::Fill, false), end - 1);
        }
        // “In Africa, Tunisia took 1,937 t”
        Meaning::Cue(Cue::Others, han) if is_region(text, at, end) => Kind::Cue(Cue::Region, han),
        // “ACSR 72.7%, and other stranded wire made up the remaining 27.3%” names nobody else.
        Meaning::Cue(Cue::Others, false) if is_remainder(text, end, before) => Kind::Cue(Cue::Fill, false),
        // “按注册地计，江苏贡献1.38万吨，河南贡献20%”: of the exports, where nothing is said of growth.
        Meaning::Cue(Cue::Alien, true) if is_contribution(text, at, end, before) => {
            let tonnes = number(text, end).is_some_and(|(number, _)| number.counted == Counted::Tonnes);
            Kind::Cue(if tonnes { Cue::Exports } else { Cue::Share }, true)
        }
        // “Contributed 25,100 t”, and not to any growth.
        Meaning::Cue(Cue::Alien, false) if says_contributed(text, at, end) => Kind::Cue(Cue::Exports, false),
        // What Mexico exported is no export to Mexico.
        Meaning::Cue(Cue::Exports, false) if is_verb(text, at, end) && exports_itself(before) => {
            Kind::Unknown
        }
        // “拿走了总量的34.1%” is a share, “总量的” before anything else none.
        Meaning::Cue(Cue::Share, true) if text.get(end - 1) == '的' && !says_part(text, at, end) => {
            Kind::Cue(Cue::Whole, true)
        }
        // “6.3% ahead of 2022”
        Meaning::Cue(Cue::Next, false) if is_ahead_of_months(text, at, end, before) => {
            Kind::Cue(Cue::Above, false)
        }
        // “合占24.5%”: together, and a share.
        Meaning::Cue(Cue::Together, true) if text.get(end - 1) == '占' => {
            return (Kind::Cue(Cue::Together, true), end - 1);
        }
        // “河南与北京” is a list; “与3月相比” compares.
        Meaning::Cue(Cue::Than, true)
            if text.get(at) == '与'
                && (before.last().is_some_and(|t| t.kind.is_name()) || joins_numbers(text, end, before)) =>
        {
            Kind::Cue(Cue::And, true)
        }
        Meaning::Cue(cue, han) => Kind::Cue(cue, han),
        // “苏7,120吨、豫3,050吨”: one character is a province beside a number only.
        Meaning::Member(_)
            if end == at + 1 && (is_han(text.get(at.wrapping_sub(1))) || !text.get(end).is_ascii_digit()) =>
        {
            Kind::Unknown
        }
        Meaning::Member(id) => Kind::Member(id),
        Meaning::Elsewhere => Kind::Elsewhere,
    };
    (kind, end)
}

/// “减少1850吨与510吨”: between two numbers of one unit.
fn joins_numbers(text: &Text, end: usize, before: &[Token]) -> bool {
    let (Some(Token { kind: Kind::Number(last), .. }), Some((next, _))) = (before.last(), number(text, end))
    else {
        return false;
    };
    last.counted == next.counted && next.counted != Counted::Bare
}

/// Whether a part of the world says where those are who are named behind it.
fn is_region(text: &Text, at: usize, end: usize) -> bool {
    const REGIONS: [&str; 16] = [
        "africa",
        "asia",
        "europe",
        "latin america",
        "southeast asia",
        "the middle east",
        "south america",
        "north america",
        "非洲",
        "亚洲",
        "欧洲",
        "东南亚",
        "中东",
        "南美",
        "北美",
        "拉美",
    ];
    let word: String = (at..end).map(|i| text.get(i)).collect();
    let stands = |from: usize, word: &str| word.chars().enumerate().all(|(i, c)| text.get(from + i) == c);
    let before = |word: &str| at.checked_sub(word.chars().count()).is_some_and(|from| stands(from, word));
    let behind = |word: &str| stands(end, word);
    let topic = (before("in ") || before("在")) && (behind(",") || behind("，"));
    REGIONS.contains(&word.as_str()) && (topic || ["的", "市场", "方面"].iter().any(|word| behind(word)))
}

/// Whether nothing but a code stands before in the line.
fn follows_code(before: &[Token]) -> bool {
    let line = before.iter().rev().take_while(|t| t.kind != Kind::Paragraph);
    let mut said = line.filter(|t| t.kind != Kind::Comma && !t.kind.is_quiet());
    matches!((said.next().map(|t| &t.kind), said.next()), (Some(Kind::Code(_)), None))
}

/// Whether a number stands right behind “the remaining”, and a name with a share before.
fn is_remainder(text: &Text, end: usize, before: &[Token]) -> bool {
    let clause =
        before.iter().rev().take_while(|t| !matches!(t.kind, Kind::Comma | Kind::Stop | Kind::Number(_)));
    let mut share = false;
    let mut named = false;
    for token in clause {
        share |= matches!(token.kind, Kind::Cue(Cue::Share, false));
        named |= token.kind.is_name();
    }
    // “… and other stranded wire for the remaining 27.3%”
    let last = before.iter().rev().find(|t| !t.kind.is_quiet());
    share |= last.is_some_and(|t| matches!(t.kind, Kind::Cue(Cue::For, false)));
    text.get(end) == ' ' && text.get(end + 1).is_ascii_digit() && share && named
}

fn says_contributed(text: &Text, at: usize, end: usize) -> bool {
    let word: String = (at..end).map(|i| text.get(i)).collect();
    let tonnes = number(text, end + 1).is_some_and(|(number, _)| number.counted == Counted::Tonnes);
    word == "contributed" && tonnes
}

/// Whether a percentage follows “总量的”, or “占” leads it.
fn says_part(text: &Text, at: usize, end: usize) -> bool {
    let leads = ['占', '所'].contains(&text.get(at));
    leads || (end..end + 3).any(|i| text.get(i).is_ascii_digit())
}

fn is_ahead_of_months(text: &Text, at: usize, end: usize, before: &[Token]) -> bool {
    let word: String = (at..end).map(|i| text.get(i)).collect();
    let percent =
        before.last().is_some_and(|t| matches!(&t.kind, Kind::Number(n) if n.counted == Counted::Percent));
    word == "ahead of" && percent && date(text, end + 1).is_some()
}

/// Whether “贡献” stands in a sentence that parts exports by something, and says nothing of a change.
fn is_contribution(text: &Text, at: usize, end: usize, before: &[Token]) -> bool {
    const LONGEST: usize = 60;
    let sentence =
        before.iter().rev().take(LONGEST).take_while(|t| !matches!(t.kind, Kind::Stop | Kind::Paragraph));
    let (mut topic, mut moved) = (false, false);
    for token in sentence {
        topic |= matches!(token.kind, Kind::Cue(Cue::Topic, _));
        moved |= matches!(token.kind, Kind::Cue(Cue::Up(_) | Cue::Down(_) | Cue::Mom | Cue::Yoy, _));
    }
    let word: String = (at..end).map(|i| text.get(i)).collect();
    word == "贡献" && topic && !moved
}

fn is_verb(text: &Text, at: usize, end: usize) -> bool {
    let word: String = (at..end).map(|i| text.get(i)).collect();
    ["exported", "shipped", "exporting", "shipping"].contains(&word.as_str())
}

fn exports_itself(before: &[Token]) -> bool {
    let last = before.iter().rev().find(|t| !matches!(t.kind, Kind::Cue(Cue::Fill, _)));
    last.is_some_and(|t| matches!(t.kind, Kind::Member(id) if id.dimension == Dimension::Destination))
}

/// Whether “the same period” is one of another year: where something is compared, or a year stands with it.
fn is_compared(text: &Text, at: usize, end: usize, before: &[Token]) -> bool {
    let phrase: String = (at..end).map(|i| text.get(i)).collect();
    let alone = ["同期", "同月", "the same period", "the same month", "the same months", "same period"];
    if !alone.contains(&phrase.as_str()) {
        return true;
    }
    let year_next = [" of ", " in ", "of", "的"].iter().any(|joint| {
        let after = end + joint.chars().count();
        joint.chars().enumerate().all(|(i, c)| text.get(end + i) == c) && text.get(after).is_ascii_digit()
    });
    let last = before.iter().rev().find(|t| !t.kind.is_quiet());
    let compared = last.is_some_and(|t| match &t.kind {
        Kind::Cue(Cue::From | Cue::Than, _) => true,
        Kind::Date(date) => date.month.is_none(),
        _ => false,
    });
    year_next || compared
}
