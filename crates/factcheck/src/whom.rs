//! Whom a number is about, and whether the words beside it leave that certain.

use super::context::Context;
use super::cue::Cue;
use super::draft::{Around, Draft, Frame, Mentioned};
use super::number::Counted;
use super::token::{Kind, Token};
use super::window::Subject;
use model::{Dimension, MemberId};

/// Nobody's sum from January on is so many times a month's.
const MOST_TIMES: f64 = 12.0;

/// Whom a row of numbers is about.
pub(super) struct Whom {
    pub subject: Option<Subject>,
    /// The words before it name somebody.
    pub changed: bool,
    /// Words beside it are not known.
    pub tainted: bool,
}

/// Finds it; what carries on to the next numbers stands in the frame. `drafts`: of the sentence's numbers
/// before.
pub(super) fn whom(around: &Around, frame: &mut Frame, context: &Context, drafts: &[Draft]) -> Whom {
    let window = &around.window;
    let carried = frame.subject.clone().or_else(|| context.line.clone());
    let carried_before = frame.subject.clone();
    // “January 23,500 t; February 15,300 t” goes on with the total, and “9,300 t; export value US$28m” does.
    let goes_on = (window.says_only_when() || window.says_nobody()) && frame.subject == Some(Subject::Total)
        || !window.labelled && window.says_only_share() && !drafts.is_empty();
    if window.fresh {
        frame.clause = drafts.len();
    }
    if window.fresh && !goes_on {
        frame.listed |= window.labelled;
        frame.subject = None;
        (frame.alien, frame.money, frame.tainted) = (false, false, false);
    }
    let (named, matter) = window.subject(frame.subject.as_ref());
    let group = group(around, context, drafts);
    // “Jiangsu, Henan and Beijing led; the three provinces shipped …”: as many stand there by name.
    let by_name = |subject: Option<&Subject>| matches!(subject, Some(Subject::Members(members)) if Some(members.len()) == around.group());
    let group =
        group.filter(|_| !by_name(named.as_ref()) && (named.is_some() || !by_name(frame.subject.as_ref())));
    let row = row(around, drafts).filter(|_| named.is_none());
    let named = of_two(around, context, drafts).or(group.clone()).or(named).or(row);
    let has = |wanted: fn(&Kind) -> bool| matter.iter().any(|t| wanted(&t.kind));
    frame.alien |= has(|k| matches!(k, Kind::Cue(Cue::Alien, _)));
    // What a destination imports from the reporter are the reporter's exports to it.
    let meant = meant(around, context, drafts);
    let whose = named.as_ref().or(frame.subject.as_ref()).or(meant.as_ref());
    let buys = matches!(whose, Some(Subject::Members(members))
        if members.iter().all(|m| m.is_some_and(|m| m.dimension == Dimension::Destination)));
    let from_reporter = around.says_from_reporter() || is_import_of_exports(around, context, &matter);
    frame.alien |= has(|k| matches!(k, Kind::Cue(Cue::Imports, _))) && !(buys && from_reporter);
    frame.forecast |= has(|k| matches!(k, Kind::Cue(Cue::Forecast, _)));
    let unknown =
        has(|k| matches!(k, Kind::Unknown | Kind::Cue(Cue::When | Cue::Past | Cue::Without | Cue::Stop, _)));
    let changed = named.is_some();
    let named_unclear = named == Some(Subject::Unclear);
    // “The share of other stranded wire was 33%; exports reached 7,500 t”: whose is not certain.
    let of_members = window.fresh && matches!(carried, Some(Subject::Members(_)));
    // “Total: 17,200 t”, and on a line of its own “MoM: −25.2%”
    let carried = carried.filter(|s| window.labelled && *s == Subject::Total);
    let mut subject = named
        .or_else(|| frame.subject.clone())
        .or_else(|| sum_of_all(around, context))
        .or_else(|| default_subject(around, context).filter(|_| !of_members))
        .or(carried)
        .or(meant);
    let as_one = matches!(&group, Some(Subject::Members(members)) if members.len() > 1) && around.count == 1;
    frame.together = around.together() || as_one || frame.together && !changed;
    if changed {
        frame.tainted = unknown;
    } else if unknown && around.after.member.is_some() {
        // “The plant shipped 900 t of steel-core stranded wire, up 12%”
        frame.tainted = true;
    } else if unknown && subject.is_some() && (frame.subject.is_none() || window.says_exports()) {
        // “The company exported 356 t, up 12%”: whose exports these are is not certain, nor whose the next.
        subject = Some(Subject::Unclear);
    }
    let alien = has(|k| matches!(k, Kind::Cue(Cue::Alien, _)));
    let somebody = has(|k| matches!(k, Kind::Cue(Cue::Who, _)));
    // “Foil exports came to 108,000 t”, “the largest buyer took 2,628 t”
    if !changed && (alien && window.says_exports() || somebody && subject == Some(Subject::Total)) {
        subject = Some(Subject::Unclear);
    }
    let one = |s: &Option<Subject>| matches!(s, Some(Subject::Members(members)) if members.len() == 1);
    // “Mexico 2,628 t, Portugal 1,619 t, together 4,247 t”
    if !changed && around.together() && one(&subject) {
        subject = Some(Subject::Unclear);
    }
    let before = carried_before.or_else(|| context.before.as_ref().and_then(|b| b.subject.clone()));
    // “ACSR exports to Mexico were 2,100 t, those to Portugal 1,000 t”: of ACSR, too.
    frame.part |= around.has(|cue| cue == Cue::Those) && frame.subject == Some(Subject::Unclear);
    frame.part |= is_of_part(around, subject.as_ref(), before.as_ref(), named_unclear);
    // “In Africa, exports reached 5,000 t”, “ACSR rose 3%, but fell 5.3% in total”
    let is_member = matches!(subject, Some(Subject::Members(_)));
    if around.has(|cue| cue == Cue::Region) && !is_member || around.after.whole && is_member {
        subject = Some(Subject::Unclear);
    }
    // “Of this, some 700 t was returned goods”: a part without a name.
    let unnamed = around.has(|cue| cue == Cue::OfWhich) && !changed && !around.says_when();
    if unnamed && subject == Some(Subject::Total) && around.after.member.is_none() {
        subject = Some(Subject::Unclear);
    }
    frame.hedged |= around.has(|cue| cue == Cue::Hedge);
    let tainted = unknown || frame.tainted || around.after.unknown;
    if let Some(member) = around.after.member {
        subject = Some(match &subject {
            None | Some(Subject::Total) => Subject::Members(vec![member]),
            Some(Subject::Members(m)) if *m == vec![member] => Subject::Members(vec![member]),
            // “Jiangsu shipped 300 t to Mexico” is of both.
            _ if window_names(around) => Subject::Unclear,
            _ => Subject::Members(vec![member]),
        });
    }
    if subject.is_some() {
        frame.subject = subject.clone();
    }
    Whom { subject, changed: changed || around.after.member.is_some(), tainted }
}

/// “Mexico imported 1,690 t” in a note on exports, where every word is known and it is less than all of them:
/// what Mexico buys there.
fn is_import_of_exports(around: &Around, context: &Context, matter: &[&Token]) -> bool {
    let plain = |t: &&Token| {
        let verb = matches!(
            t.kind,
            Kind::Cue(Cue::Imports | Cue::And | Cue::Next | Cue::Together | Cue::Group(_), _)
        );
        verb || t.kind == Kind::Comma || t.kind.is_quiet() || t.kind.is_name()
    };
    let fits = around.counted == Counted::Tonnes && around.value < context.total;
    fits && matter.iter().all(plain)
}

/// Whether figures are of a part of somebody's: “Jiangsu 8,434 t, of which 1,100 t to Australia”, “ACSR:
/// Mexico 1,800 t”.
fn is_of_part(around: &Around, here: Option<&Subject>, before: Option<&Subject>, unclear: bool) -> bool {
    let none = Vec::new();
    let members = match here {
        Some(Subject::Members(members)) => members,
        _ => &none,
    };
    // “Jiangsu, Henan and Beijing …, of which Jiangsu …” is of one of them.
    let is_among = |all: &[_]| !members.is_empty() && members.iter().all(|m| all.contains(m));
    let of_part = match before {
        Some(Subject::Members(all)) => !is_among(all),
        Some(Subject::Unclear) => true,
        _ => false,
    };
    let mut kinds = members.iter().flatten().map(|m| m.dimension);
    let first = kinds.next();
    let two_kinds = kinds.any(|kind| first != Some(kind));
    of_part && around.has(|cue| cue == Cue::OfWhich) || around.window.labelled && (unclear || two_kinds)
}

/// Whom “the three” or “their combined share” means: those of the last sentence, or all of their kind that
/// were named so far; unclear where these are not as many.
fn group(around: &Around, context: &Context, drafts: &[Draft]) -> Option<Subject> {
    let leads = matches!(around.window.own.first(), Some(Token { kind: Kind::Cue(Cue::Together, _), .. }));
    let others = around.has(|cue| matches!(cue, Cue::Others));
    if others || around.group().is_none() && !leads && !around.has(|cue| cue == Cue::They) {
        return None;
    }
    let here = Mentioned::of(drafts);
    let before = context.before.as_ref().map(|frame| &frame.mentioned);
    let none = Mentioned::default();
    let mentioned = if drafts.is_empty() { before.unwrap_or(&none) } else { &here };
    // “合计占比29.6%”, as a sentence
    let plain = drafts.is_empty() && leads && !window_names(around) && !around.has(|cue| cue == Cue::Exports);
    // “Mexico (1,833 t) and Portugal (1,357 t) together took 22%”
    let those = leads && !drafts.is_empty() && !window_names(around) && drafts.iter().all(Draft::is_quantity);
    let all =
        (around.has(|cue| cue == Cue::They) && around.together() || plain || those) && !mentioned.others;
    let count = around.group().or(Some(mentioned.members.len()).filter(|count| all && *count > 1))?;
    let is_meant = |m: &&MemberId| count > 1 || m.dimension == Dimension::RegistrationLocation;
    let named = with(&context.named, drafts);
    let last = if mentioned.members.len() == count { &mentioned.members } else { &named };
    let members: Vec<Option<MemberId>> = last.iter().filter(is_meant).copied().map(Some).collect();
    // “The two grew by 5%” may be of each.
    let as_one = count == 1
        || around.count > 1
        || around.together()
        || around.has(|cue| matches!(cue, Cue::Share | Cue::Reach | Cue::Take));
    Some(if members.len() == count && as_one { Subject::Members(members) } else { Subject::Unclear })
}

/// “Mexico 2.9 kt, Iraq 2.0 kt and Pakistan 1.6 kt, with shares of 12.9%, 8.9% and 7.1%”: as many shares as
/// there were quantities, of one member each.
fn row(around: &Around, drafts: &[Draft]) -> Option<Subject> {
    let says_share = around.has(|cue| cue == Cue::Share) || around.after.share;
    if around.count < 2 || drafts.len() != around.count || around.counted != Counted::Percent || !says_share {
        return None;
    }
    let members: Vec<Option<MemberId>> =
        drafts.iter().map(|d| d.member.filter(|_| d.is_quantity())).collect();
    let mut each: Vec<MemberId> = members.iter().copied().flatten().collect();
    each.dedup();
    let fits = members.len() == around.count && each.len() == around.count;
    fits.then_some(Subject::Members(members))
}

/// Whom “it” means: who was named last, where that is certain.
fn meant(around: &Around, context: &Context, drafts: &[Draft]) -> Option<Subject> {
    let here = Mentioned::of(drafts);
    let before = context.before.as_ref().map(|frame| &frame.mentioned);
    let mentioned = if drafts.is_empty() { before? } else { &here };
    let certain = !(mentioned.others || context.aside && drafts.is_empty());
    let ([member], true) = (mentioned.members.as_slice(), certain) else { return None };
    // What a destination exports itself is no export to it.
    let itself = member.dimension == Dimension::Destination && around.window.says_exports();
    let listed = context.before.as_ref().is_some_and(|frame| frame.listed) && around.window.says_nobody();
    // “钢芯铝绞线占主导。出口6.49万吨”
    let first = around.window.own.first().map(|t| &t.kind);
    let led = context.before.as_ref().is_some_and(|frame| frame.subject == Some(Subject::Unclear));
    let goes_on = led && drafts.is_empty() && matches!(first, Some(Kind::Cue(Cue::Exports, true)));
    let said = around.has(|cue| matches!(cue, Cue::It | Cue::This | Cue::They))
        || listed && drafts.is_empty()
        || goes_on;
    (said && !itself).then(|| Subject::Members(vec![Some(*member)]))
}

/// Members that were named before, and those of this sentence's figures.
fn with(named: &[MemberId], drafts: &[Draft]) -> Vec<MemberId> {
    let mut all = named.to_vec();
    for member in Mentioned::of(drafts).members {
        all.retain(|other| other.dimension == member.dimension);
        if !all.contains(&member) {
            all.push(member);
        }
    }
    all
}

/// “The former”, “the latter”: one of the two that the sentence before named, or this one did.
fn of_two(around: &Around, context: &Context, drafts: &[Draft]) -> Option<Subject> {
    let which = around.words().find_map(|t| match t.kind {
        Kind::Cue(Cue::OfTwo(which), _) => Some(which),
        _ => None,
    })?;
    let here = Mentioned::of(drafts);
    let before = context.before.as_ref().map(|frame| &frame.mentioned);
    let two = [before, Some(&here)].into_iter().flatten().find(|mentioned| mentioned.members.len() == 2);
    let one = two.and_then(|mentioned| mentioned.members.get(which)).copied();
    Some(one.map_or(Subject::Unclear, |member| Subject::Members(vec![Some(member)])))
}

fn window_names(around: &Around) -> bool {
    around.words().any(|token| token.kind.is_name())
}

/// “Mexico took 2,629 t and Portugal 1,619 t. From January to April exports totalled 82,800 t”: no single one
/// can be meant, and these are more than all exports of a month.
fn sum_of_all(around: &Around, context: &Context) -> Option<Subject> {
    let window = &around.window;
    let enough = around.counted == Counted::Tonnes && around.value >= context.total && context.several;
    let pointed =
        around.has(|cue| matches!(cue, Cue::They | Cue::It | Cue::Take | Cue::Region | Cue::To | Cue::For));
    if !pointed && around.says_sum() && is_more_than_any(around, context) {
        return Some(Subject::Total);
    }
    // Of whom the line before was, it is too much.
    let in_list = window.says_only_when() && around.value > MOST_TIMES * context.last;
    let said = in_list && context.line_read || window.says_exports() && !window.labelled;
    (enough && around.says_sum() && !pointed && said).then_some(Subject::Total)
}

/// “上半年累计13.36万吨”, in a sentence that names nobody: no less than the total of any months that was told, and more
/// than whoever was named last can have.
fn is_more_than_any(around: &Around, context: &Context) -> bool {
    let named = |cue| matches!(cue, Cue::Others | Cue::Who | Cue::OfWhich | Cue::Group(_));
    let after_member =
        matches!(&context.before, Some(frame) if matches!(frame.subject, Some(Subject::Members(_))));
    let enough = match context.last {
        // Nobody's quantity is known.
        0.0 => !after_member && around.value > context.total,
        last => around.value > last * MOST_TIMES,
    };
    let tonnes = around.counted == Counted::Tonnes && context.total > 0.0 && around.value >= context.total;
    tonnes && enough && !window_names(around) && !around.has(named)
}

/// Whom a sentence is about that names nobody: the total, where exports are spoken of and no other
/// subject can be meant.
fn default_subject(around: &Around, context: &Context) -> Option<Subject> {
    let before = context.before.as_ref().map(|b| b.subject.clone());
    let window = &around.window;
    if context.aside && around.has(|cue| matches!(cue, Cue::They | Cue::It)) {
        return None;
    }
    match before {
        None => (around.window.says_exports() || around.after.exported).then_some(Subject::Total),
        Some(Some(Subject::Total)) if !window.fresh || window.labelled && window.says_only_when() => {
            Some(Subject::Total)
        }
        _ => None,
    }
}
