//! What stands behind a number and belongs to it: “… MoM”, “… of the total”, “… in April”, “… to Mexico”.

use super::cue::Cue;
use super::date::Date;
use super::names::is_han;
use super::number::Counted;
use super::text::Text;
use super::token::{Kind, Token};
use ledger::Bound;
use model::{Against, Dimension, MemberId};

/// What a change is compared with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Compared {
    Before(Against),
    Date(Date),
    /// The same months of a year.
    SamePeriod(Date),
    /// The number that follows.
    Next,
}

/// What belongs to the number before it.
#[derive(Debug, Default)]
pub(super) struct After {
    pub against: Vec<Against>,
    /// 1 for up, −1 for down.
    pub way: Option<f64>,
    pub share: bool,
    pub date: Option<Date>,
    /// “… a year earlier”, without “from”: of when the number is.
    pub base: Option<Against>,
    pub compared: Option<Compared>,
    /// Whose it is; `None` inside for somebody elsewhere.
    pub member: Option<Option<MemberId>>,
    pub bound: Option<Bound>,
    pub about: bool,
    pub alien: bool,
    pub forecast: bool,
    /// Of several as one.
    pub together: bool,
    /// Of January to December.
    pub full_year: bool,
    /// Of all exports, whoever was named before.
    pub whole: bool,
    pub unknown: bool,
    /// “… of aluminium wire and cable was exported”
    pub exported: bool,
    /// A name stands right behind it: “7,500 t other stranded wire”.
    pub before_name: bool,
    /// Tokens that no other number may use.
    pub used: Vec<usize>,
}

/// Tokens that a bracket may have when it is skipped.
const BRACKET: usize = 40;

/// Reads on from the number at `number` until something else begins.
pub(super) fn after(text: &Text, tokens: &[Token], number: usize, counted: Counted) -> After {
    let mut found = After::default();
    let mut i = number + 1;
    let kind = |i: usize| tokens.get(i).map(|t| &t.kind);
    let skip_fill = |mut i: usize| {
        while kind(i).is_some_and(Kind::is_quiet) {
            i += 1;
        }
        i
    };
    // What a word for months before says at a place, and where it ends: “the corresponding period of 2024”.
    let earlier = |cue: Cue, at: usize| {
        let year = skip_fill(at + 1);
        match kind(year) {
            Some(Kind::Date(date)) if cue == Cue::YearBefore && date.month.is_none() => {
                (Compared::SamePeriod(*date), year)
            }
            _ => (Compared::Before(against(cue)), at),
        }
    };
    loop {
        match kind(i) {
            Some(Kind::Open) => {
                let Some(length) = tokens.iter().skip(i).take(BRACKET).position(|t| t.kind == Kind::Close)
                else {
                    break;
                };
                // “5.3% (MoM)”
                let inner = tokens.get(i + 1..i + length).unwrap_or_default();
                if let [Token { kind: Kind::Cue(cue @ (Cue::Mom | Cue::Yoy), false), .. }] = inner {
                    found.against.push(against(*cue));
                }
                i += length + 1;
                continue;
            }
            Some(Kind::Cue(Cue::Fill | Cue::SameMonths | Cue::Who, _)) => {}
            // “2,629 t of wire and cable from China, 12.3% of all …”: the goods name nobody for what follows.
            Some(Kind::Cue(Cue::Reporter, _)) => found.used.push(i),
            // “was exported”, “20,800 t was steel-core stranded wire”
            Some(Kind::Cue(Cue::Is, false))
                if matches!(kind(i + 1), Some(Kind::Cue(Cue::Exports, _)))
                    || matches!(kind(i + 1), Some(Kind::Member(id)) if id.dimension == Dimension::Product) => {
            }
            Some(Kind::Cue(Cue::Exports, _)) => {
                // “was exported”, “17,200 t exported”, “21,300 t of wire and cable that China exported”
                let before = kind(i - 1);
                found.exported |=
                    i == number + 1 || matches!(before, Some(Kind::Cue(Cue::Is | Cue::Reporter, _)));
            }
            Some(Kind::Cue(cue @ (Cue::Mom | Cue::Yoy), false)) => {
                found.against.push(against(*cue));
                found.used.push(i);
            }
            Some(Kind::Cue(Cue::And, false))
                if !found.against.is_empty()
                    && matches!(kind(i + 1), Some(Kind::Cue(Cue::Mom | Cue::Yoy, false))) => {}
            Some(Kind::Cue(Cue::Up(true) | Cue::Down(true), han)) if found.way.is_none() => {
                let joined = kind(i - 1).is_some_and(Kind::is_quiet);
                if *han && !joined {
                    break;
                }
                let up = matches!(kind(i), Some(Kind::Cue(Cue::Up(_), _)));
                found.way = Some(if up { 1.0 } else { -1.0 });
                found.used.push(i);
            }
            // “5.2% up on last year”
            Some(Kind::Cue(cue @ (Cue::Up(false) | Cue::Down(false)), false))
                if i == number + 1
                    && counted == Counted::Percent
                    && matches!(kind(i + 1), Some(Kind::Cue(Cue::On | Cue::From | Cue::Than, false))) =>
            {
                found.way = Some(if matches!(cue, Cue::Up(_)) { 1.0 } else { -1.0 });
                found.used.push(i);
            }
            // “300 t more than in March”
            Some(Kind::Cue(cue @ (Cue::Above | Cue::Below), false)) if i == number + 1 => {
                found.way = Some(if *cue == Cue::Above { 1.0 } else { -1.0 });
                found.used.push(i);
                let mut next = skip_fill(i + 1);
                match kind(next) {
                    Some(Kind::Cue(cue @ (Cue::MonthBefore | Cue::YearBefore), _)) => {
                        let (compared, end) = earlier(*cue, next);
                        found.compared = Some(compared);
                        if end > next {
                            found.used.push(next);
                            next = end;
                        }
                    }
                    // “59.7% above February's 19,560 t”: the date is the next number's, and says what is compared.
                    Some(Kind::Date(date)) if matches!(kind(skip_fill(next + 1)), Some(Kind::Number(_))) => {
                        found.compared = Some(Compared::Date(*date));
                        break;
                    }
                    Some(Kind::Date(date)) => found.compared = Some(Compared::Date(*date)),
                    // “19% above the 51,600 t of March 2024”
                    Some(Kind::Number(next)) if next.counted == Counted::Tonnes => {
                        found.compared = Some(Compared::Next);
                        break;
                    }
                    // “300 t more than Henan”: a comparison that no dataset has, and not Henan’s what follows.
                    Some(Kind::Member(_) | Kind::Elsewhere | Kind::Code(_)) => found.unknown = true,
                    _ => break,
                }
                found.used.push(next);
                i = next;
            }
            Some(Kind::Cue(cue @ (Cue::Above | Cue::Below), true)) if i == number + 1 => {
                found.bound = Some(if *cue == Cue::Above { Bound::Above } else { Bound::Below });
                found.used.push(i);
            }
            Some(Kind::Cue(Cue::About, true)) if i == number + 1 => {
                found.about = true;
                found.used.push(i);
            }
            Some(Kind::Cue(Cue::OfTotal, false)) => {
                found.share = true;
                found.used.push(i);
                // “45% of exports to the EU”
                found.unknown |= matches!(kind(i + 1), Some(Kind::Cue(Cue::To | Cue::For | Cue::From, _)));
            }
            // “… but fell 5.3% in total”
            Some(Kind::Cue(Cue::Whole, false)) => {
                found.whole = true;
                break;
            }
            Some(Kind::Cue(Cue::OfYear, false)) => {
                (found.share, found.full_year) = (true, true);
                found.used.push(i);
            }
            // “69.1% of the total between them”
            Some(Kind::Cue(Cue::Together, false)) if found.share => found.together = true,
            Some(Kind::Cue(Cue::Together, _)) => {
                found.unknown = true;
                break;
            }
            // “38,200 tonnes over the year”
            Some(Kind::Cue(Cue::FullYear, false)) if counted == Counted::Tonnes && i == number + 1 => {
                found.full_year = true;
                found.used.push(i);
            }
            Some(Kind::Cue(Cue::FullYear, _)) => {
                found.unknown = true;
                break;
            }
            Some(Kind::Cue(Cue::Share, false)) if counted == Counted::Percent => {
                found.share = true;
                found.used.push(i);
            }
            Some(Kind::Cue(Cue::From | Cue::Than | Cue::On, false)) => {
                let next = skip_fill(i + 1);
                match kind(next) {
                    Some(Kind::Cue(cue @ (Cue::MonthBefore | Cue::YearBefore), _)) => {
                        let (compared, end) = earlier(*cue, next);
                        found.compared = Some(compared);
                        found.used.extend([i, next, end]);
                        i = end;
                    }
                    // “from January to April” says when, not compared with what.
                    Some(Kind::Date(date)) if date.from_january => {}
                    // “from April’s 22,500 t” is the next number’s.
                    Some(Kind::Date(_)) if matches!(kind(skip_fill(next + 1)), Some(Kind::Number(_))) => {
                        break;
                    }
                    Some(Kind::Date(date)) => {
                        found.compared = Some(Compared::Date(*date));
                        found.used.extend([i, next]);
                        i = next;
                    }
                    Some(Kind::Member(_) | Kind::Elsewhere | Kind::Code(_))
                        if matches!(kind(i), Some(Kind::Cue(Cue::Than, _))) =>
                    {
                        found.unknown = true;
                        found.used.extend([i, next]);
                        i = next;
                    }
                    _ if matches!(kind(i), Some(Kind::Cue(Cue::On, _))) => {}
                    _ => break,
                }
            }
            Some(Kind::Cue(cue @ (Cue::MonthBefore | Cue::YearBefore), false)) => {
                found.base = Some(against(*cue));
                found.used.push(i);
            }
            Some(Kind::Date(date)) if found.date.is_none() && !written_in_chinese(text, tokens, i) => {
                found.date = Some(*date);
                found.used.push(i);
            }
            Some(Kind::Cue(Cue::To | Cue::For, false)) => {
                match kind(skip_fill(i + 1)) {
                    Some(Kind::Member(id)) => found.member = Some(Some(*id)),
                    Some(Kind::Elsewhere) => found.member = Some(None),
                    // “against 22,300 t for August”
                    Some(Kind::Date(date))
                        if matches!(kind(i), Some(Kind::Cue(Cue::For, _))) && found.date.is_none() =>
                    {
                        found.date = Some(*date);
                        found.used.push(skip_fill(i + 1));
                        i = skip_fill(i + 1) + 1;
                        continue;
                    }
                    // “900 t for one project”
                    Some(Kind::Unknown) => {
                        found.unknown = true;
                        break;
                    }
                    _ => break,
                }
                // “to Mexico and Portugal” is of both.
                let next = skip_fill(i + 1);
                let several = matches!(kind(next + 1), Some(Kind::Cue(Cue::And, _) | Kind::Comma))
                    && matches!(kind(next + 2), Some(Kind::Member(_) | Kind::Elsewhere));
                found.unknown |= several;
                found.used.extend(i..=next);
                break;
            }
            // “72.7% was steel-core stranded wire”
            Some(Kind::Member(id))
                if counted == Counted::Percent
                    && id.dimension == Dimension::Product
                    && matches!(kind(i - 1), Some(Kind::Cue(Cue::Is, false))) =>
            {
                (found.member, found.share) = (Some(Some(*id)), true);
                found.used.push(i);
                break;
            }
            Some(Kind::Member(id)) => {
                let joined = i > number + 1;
                match joined && id.dimension == Dimension::Product && counted == Counted::Tonnes {
                    true => {
                        found.member = Some(Some(*id));
                        found.used.push(i);
                    }
                    // “12.3% of Mexico’s …”: of something that is not the total.
                    false if joined => found.unknown = true,
                    false => {}
                }
                break;
            }
            Some(Kind::Cue(Cue::Alien | Cue::Imports, _)) => {
                found.alien = true;
                break;
            }
            Some(Kind::Cue(Cue::Forecast, false)) => {
                found.forecast = true;
                break;
            }
            // “15,500 t without other stranded wire”
            Some(Kind::Unknown | Kind::Cue(Cue::Without, _)) => {
                found.unknown = true;
                break;
            }
            _ => break,
        }
        i += 1;
    }
    found.unknown |= found.member.is_none() && is_of_somebody(tokens, number);
    found.before_name = found.member.is_none() && tokens.get(number + 1).is_some_and(|t| t.kind.is_name());
    found
}

/// Whether what stands right behind a number says whose it is: “2,628 t from Jiangsu”, “2628吨出口至墨西哥”,
/// “900 t was insulated cable”. Where [`after`] does not know whose, nobody does.
fn is_of_somebody(tokens: &[Token], number: usize) -> bool {
    let behind = tokens.get(number + 1..).unwrap_or_default();
    let ends = |t: &&Token| {
        !matches!(
            t.kind,
            Kind::Number(_)
                | Kind::Comma
                | Kind::Semicolon
                | Kind::Colon
                | Kind::Stop
                | Kind::Paragraph
                | Kind::Close
        )
    };
    let segment: Vec<&Token> = behind.iter().take_while(ends).collect();
    let is_fill = |t: &&Token| matches!(t.kind, Kind::Cue(Cue::Fill, false));
    let said: Vec<&Token> = segment.into_iter().filter(|t| !is_fill(t)).collect();
    let names = said.iter().any(|t| t.kind.is_name());
    match said.first().map(|t| &t.kind) {
        // What it was is told.
        Some(Kind::Cue(Cue::Is, false)) => {
            let plain = |k: &Kind| {
                matches!(
                    k,
                    Kind::Cue(Cue::Exports | Cue::Up(_) | Cue::Down(_) | Cue::Reach | Cue::Mom | Cue::Yoy, _)
                )
            };
            let next = said.get(1).map(|t| &t.kind);
            names || next.is_some_and(|k| !plain(k))
        }
        // “700吨为退运货物”
        Some(Kind::Cue(Cue::Is, true)) => {
            names || said.get(1).is_some_and(|t| matches!(t.kind, Kind::Unknown | Kind::Date(_)))
        }
        Some(Kind::Cue(Cue::From | Cue::To | Cue::For | Cue::Exports | Cue::Next, _)) => names,
        _ => false,
    }
}

/// The comparison that a word names.
pub(super) fn against(cue: Cue) -> Against {
    match cue {
        Cue::Mom | Cue::MonthBefore => Against::MonthBefore,
        _ => Against::YearBefore,
    }
}

fn written_in_chinese(text: &Text, tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|t| (t.from..t.to).any(|i| is_han(text.get(i))))
}
