//! One number with its unit: digits, commas, scales, ranges. Says what it is not, too: a section number,
//! a telephone number, a badly grouped number.

use super::names::is_han;
use super::text::Text;
use model::{Interval, read_decimal};

/// What a number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// Tonnes; other weights are converted.
    Tonnes,
    /// Percent.
    Percent,
    /// Percentage points.
    Points,
    /// US dollars.
    Dollars,
    /// Another currency, or money for a tonne.
    OtherMoney,
    /// Countries, provinces, months and the like.
    Things,
    /// How many times as much.
    Times,
    /// A unit that may mean two things, such as “Mt”.
    Unclear,
    /// No unit.
    Bare,
}

/// A number of the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Number {
    /// In tonnes, percent, dollars.
    pub value: f64,
    /// The other end of a range.
    pub upto: Option<f64>,
    /// The place value of the last digit that carries information, in the same unit.
    pub step: f64,
    /// What it counts.
    pub counted: Counted,
    /// `+` or `-` stands before it.
    pub signed: bool,
    /// The digits are badly grouped.
    pub malformed: bool,
    /// Digits without comma, point and unit: it may be a year or a code.
    pub plain: Option<u64>,
}

impl Number {
    /// What it can be: a tonnage is rounded or cut, others are rounded; “about” leaves a whole step.
    pub fn bounds(&self, about: bool) -> Interval {
        let (low, high) = match self.upto {
            Some(upto) => (self.value.min(upto), self.value.max(upto)),
            None => (self.value, self.value),
        };
        let room = |v: f64| match self.counted {
            _ if about => Interval { low: v - self.step, high: v + self.step },
            Counted::Tonnes => Interval::rounded_or_cut(v, self.step),
            _ => Interval::rounded(v, self.step),
        };
        Interval { low: room(low).low, high: room(high).high }
    }
}

const UNITS: [(&str, f64, Counted); 70] = [
    ("倍", 1.0, Counted::Times),
    ("times", 1.0, Counted::Times),
    ("-fold", 1.0, Counted::Times),
    ("fold", 1.0, Counted::Times),
    ("ppts", 1.0, Counted::Points),
    ("million metric tonnes", 1e6, Counted::Tonnes),
    ("million metric tons", 1e6, Counted::Tonnes),
    ("million tonnes", 1e6, Counted::Tonnes),
    ("million tons", 1e6, Counted::Tonnes),
    ("million mt", 1e6, Counted::Tonnes),
    ("million t", 1e6, Counted::Tonnes),
    ("thousand metric tonnes", 1e3, Counted::Tonnes),
    ("thousand metric tons", 1e3, Counted::Tonnes),
    ("thousand tonnes", 1e3, Counted::Tonnes),
    ("thousand tons", 1e3, Counted::Tonnes),
    ("thousand mt", 1e3, Counted::Tonnes),
    ("thousand t", 1e3, Counted::Tonnes),
    ("metric tonnes", 1.0, Counted::Tonnes),
    ("metric tons", 1.0, Counted::Tonnes),
    ("metric ton", 1.0, Counted::Tonnes),
    ("tonnes", 1.0, Counted::Tonnes),
    ("tonne", 1.0, Counted::Tonnes),
    ("tons", 1.0, Counted::Tonnes),
    ("mt", 1.0, Counted::Tonnes),
    ("kt", 1e3, Counted::Tonnes),
    ("kg", 1e-3, Counted::Tonnes),
    ("t", 1.0, Counted::Tonnes),
    ("percentage points", 1.0, Counted::Points),
    ("percentage point", 1.0, Counted::Points),
    ("% points", 1.0, Counted::Points),
    ("pp", 1.0, Counted::Points),
    ("ppt", 1.0, Counted::Points),
    ("percent", 1.0, Counted::Percent),
    ("per cent", 1.0, Counted::Percent),
    ("pct", 1.0, Counted::Percent),
    ("pc", 1.0, Counted::Percent),
    ("%", 1.0, Counted::Percent),
    ("个百分点", 1.0, Counted::Points),
    ("百分点", 1.0, Counted::Points),
    ("亿吨", 1e8, Counted::Tonnes),
    ("百万吨", 1e6, Counted::Tonnes),
    ("万吨", 1e4, Counted::Tonnes),
    ("万t", 1e4, Counted::Tonnes),
    ("千吨", 1e3, Counted::Tonnes),
    ("吨", 1.0, Counted::Tonnes),
    ("公斤", 1e-3, Counted::Tonnes),
    ("千克", 1e-3, Counted::Tonnes),
    ("亿美元", 1e8, Counted::Dollars),
    ("万美元", 1e4, Counted::Dollars),
    ("美元/吨", 1.0, Counted::OtherMoney),
    ("元/吨", 1.0, Counted::OtherMoney),
    ("美元", 1.0, Counted::Dollars),
    ("亿元", 1e8, Counted::OtherMoney),
    ("万元", 1e4, Counted::OtherMoney),
    ("元", 1.0, Counted::OtherMoney),
    ("个国家和地区", 1.0, Counted::Things),
    ("个国家", 1.0, Counted::Things),
    ("个省", 1.0, Counted::Things),
    ("个月", 1.0, Counted::Things),
    ("个", 1.0, Counted::Things),
    ("家", 1.0, Counted::Things),
    ("kv", 1.0, Counted::Things),
    ("countries", 1.0, Counted::Things),
    ("destinations", 1.0, Counted::Things),
    ("provinces", 1.0, Counted::Things),
    ("months", 1.0, Counted::Things),
    ("billion", 1e9, Counted::Unclear),
    ("million", 1e6, Counted::Unclear),
    ("thousand", 1e3, Counted::Unclear),
    ("km", 1.0, Counted::Unclear),
];

/// Reads the number that begins at `from`; the place after it and its unit.
pub(super) fn number(text: &Text, from: usize) -> Option<(Number, usize)> {
    let signed = matches!(text.get(from), '+' | '-');
    let (first, end) = digits(text, from + usize::from(signed))?;
    let (before, money) = money_before(text, from);
    let Unit { factor, counted, end: mut after } = unit(text, end);
    let mut number = Number {
        value: first.value,
        upto: None,
        step: first.step,
        counted,
        signed,
        malformed: first.malformed,
        plain: first.plain.filter(|_| !signed && counted == Counted::Bare && !before),
    };
    let mut factor = factor;
    // 0.46万～0.63万吨: the first end has only its scale.
    let bare_scale = counted == Counted::Bare && matches!(text.get(end), '万' | '亿');
    let mut at = if bare_scale { end + 1 } else { after };
    let range = matches!(text.get(at), '-' | '~') && !money;
    if range {
        at += 1;
        if let Some((second, second_end)) = digits(text, at) {
            let Unit { factor: scale, counted: what, end } = unit(text, second_end);
            let own = match (bare_scale, text.get(at.saturating_sub(2))) {
                (true, '万') => 1e4,
                (true, '亿') => 1e8,
                (_, _) if counted == Counted::Bare => scale,
                _ => factor,
            };
            let same = counted == Counted::Bare || counted == what;
            if what != Counted::Bare && what != Counted::Things && same && number.plain.is_none_or(|_| true) {
                number.upto = Some(second.value * scale);
                number.counted = what;
                number.malformed |= second.malformed || what == Counted::Unclear;
                number.value *= own;
                number.step = (first.step * own).min(second.step * scale);
                number.plain = None;
                return Some((number, end));
            }
        }
    }
    if before {
        // US$46.1 million: the scale is the unit.
        if counted == Counted::Unclear
            && ["billion", "million", "thousand"].iter().any(|w| starts(text, skip(text, end), w))
        {
            number.counted = Counted::Dollars;
        } else if counted == Counted::Bare {
            number.counted = Counted::Dollars;
            factor = 1.0;
        } else {
            number.counted = Counted::OtherMoney;
        }
        if !money {
            number.counted = Counted::OtherMoney;
        }
        let words = [" dollars", "/t", "/mt", "/tonne", " per tonne", " a tonne", " per mt", "/ton"];
        if let Some((i, word)) = words.iter().enumerate().find(|(_, w)| starts(text, after, w)) {
            after += word.chars().count();
            if i > 0 {
                number.counted = Counted::OtherMoney;
            }
        }
    }
    // “同比升1.6pct” are points.
    if number.counted == Counted::Percent
        && starts(text, skip(text, end), "pct")
        && is_han(text.get(from.wrapping_sub(1)))
    {
        number.counted = Counted::Points;
    }
    // “Mt” is a million tonnes where “mt” and “MT” are one.
    let unit_at = skip(text, end);
    let is_capital = |i: usize| text.capital.get(i).copied().unwrap_or(false);
    if number.counted == Counted::Tonnes
        && starts(text, unit_at, "mt")
        && is_capital(unit_at)
        && !is_capital(unit_at + 1)
    {
        number.counted = Counted::Unclear;
    }
    number.value *= factor;
    number.step *= factor;
    // A percentage is seldom padded with zeros.
    if matches!(number.counted, Counted::Percent | Counted::Points) {
        number.step = number.step.min(1.0);
    }
    if signed && text.get(from) == '-' {
        number.value = -number.value;
    }
    Some((number, after))
}

struct Unit {
    factor: f64,
    counted: Counted,
    end: usize,
}

/// Steps over one or two spaces, not over a line end.
fn skip(text: &Text, mut at: usize) -> usize {
    let from = at;
    while text.get(at) == ' ' && at < from + 2 {
        at += 1;
    }
    at
}

fn starts(text: &Text, at: usize, word: &str) -> bool {
    word.chars().enumerate().all(|(i, c)| text.get(at + i) == c)
}

fn unit(text: &Text, end: usize) -> Unit {
    let at = skip(text, end);
    // “1,875.4-mt” does not stand in notes, but “5.3-percent” does.
    for (word, factor, counted) in UNITS {
        let after = at + word.chars().count();
        let latin = word.ends_with(|c: char| c.is_ascii_alphabetic());
        if starts(text, at, word) && !(latin && text.get(after).is_ascii_alphanumeric()) {
            // “a total of 5 t/d”: a rate is no quantity.
            let rate = counted == Counted::Tonnes && text.get(after) == '/';
            let counted = if rate { Counted::Unclear } else { counted };
            return Unit { factor, counted, end: after };
        }
    }
    Unit { factor: 1.0, counted: Counted::Bare, end }
}

/// A unit that stands without a number, in the head of a column: how many tonnes, percent or dollars it is, and
/// where it ends.
pub(super) fn unit_alone(text: &Text, at: usize) -> Option<(f64, Counted, usize)> {
    let within_word = at > 0 && text.get(at - 1).is_ascii_alphanumeric();
    if within_word && text.get(at).is_ascii_alphanumeric() || text.get(at) == ' ' {
        return None;
    }
    for (word, tonnes) in
        [("'000 t", 1e3), ("000 t", 1e3), ("10,000 t", 1e4), ("1,000 t", 1e3), ("100 t", 1e2)]
    {
        let end = at + word.chars().count();
        let rest =
            ["onnes", "ons", ""].iter().find(|rest| starts(text, end, rest)).map_or(0, |rest| rest.len());
        if starts(text, at, word) && !text.get(end + rest).is_ascii_alphanumeric() {
            return Some((tonnes, Counted::Tonnes, end + rest));
        }
    }
    for (word, dollars) in [
        ("us$ million", 1e6),
        ("us$m", 1e6),
        ("us$ thousand", 1e3),
        ("us$ billion", 1e9),
        ("us$", 1.0),
        ("usd", 1.0),
    ] {
        if starts(text, at, word) && !text.get(at + word.len()).is_ascii_alphanumeric() {
            return Some((dollars, Counted::Dollars, at + word.len()));
        }
    }
    let found = unit(text, at);
    let capital = |i: usize| text.capital.get(i).copied().unwrap_or(false);
    let large = starts(text, at, "mt") && found.end == at + 2 && capital(at) && !capital(at + 1);
    let counted = if large { Counted::Unclear } else { found.counted };
    let is_unit = !matches!(counted, Counted::Bare | Counted::Things | Counted::Times);
    is_unit.then_some((found.factor, counted, found.end))
}

/// Whether money stands before the number, and whether it is US dollars.
fn money_before(text: &Text, from: usize) -> (bool, bool) {
    let at = (1..=2).map(|k| from.wrapping_sub(k)).find(|i| text.get(*i) != ' ');
    let before = |word: &str| {
        at.is_some_and(|a| (a + 1).checked_sub(word.len()).is_some_and(|s| starts(text, s, word)))
    };
    let dollars = before("us$") || before("$") || before("usd");
    (dollars || before("rmb") || before("cny") || before("¥") || before("€"), dollars)
}

struct Digits {
    value: f64,
    step: f64,
    malformed: bool,
    plain: Option<u64>,
}

/// Digits with commas and a point.
fn digits(text: &Text, from: usize) -> Option<(Digits, usize)> {
    if !text.get(from).is_ascii_digit() {
        return None;
    }
    let mut groups: Vec<String> = vec![String::new()];
    let mut fraction: Option<String> = None;
    let mut at = from;
    let mut malformed = false;
    loop {
        let c = text.get(at);
        let digit_next = text.get(at + 1).is_ascii_digit();
        match (c, &mut fraction) {
            (d, Some(f)) if d.is_ascii_digit() => f.push(d),
            (d, None) if d.is_ascii_digit() => groups.last_mut()?.push(d),
            (',', None) if digit_next => groups.push(String::new()),
            ('.', None) if digit_next => fraction = Some(String::new()),
            // 1.2.3 and 1.619.463: no number of this notation.
            ('.', Some(_)) if digit_next => {
                malformed = true;
                fraction = Some(String::new());
            }
            _ => break,
        }
        at += 1;
    }
    let grouped = groups.len() > 1;
    malformed |= grouped && groups.iter().skip(1).any(|g| g.len() != 3);
    malformed |= grouped && groups.first().is_some_and(|g| g.is_empty() || g.len() > 3);
    let whole: String = groups.concat();
    malformed |= whole.len() > 15;
    let fraction = fraction.unwrap_or_default();
    let value = read_decimal(&format!("{whole}.{fraction}0")).unwrap_or(f64::INFINITY);
    let zeros = whole.len() - whole.trim_end_matches('0').len();
    let power = match fraction.len() {
        0 if value == 0.0 => 0,
        0 => i32::try_from(zeros).unwrap_or(0),
        n => -i32::try_from(n.min(9)).unwrap_or(0),
    };
    let plain = whole.parse().ok().filter(|_| !grouped && fraction.is_empty());
    Some((Digits { value, step: 10f64.powi(power), malformed, plain }, at))
}
