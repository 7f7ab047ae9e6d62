//! From tokens to readings: sentence by sentence, number by number, with what carries on between them.

use std::ops::Range;

use super::comparisons::Comparisons;
use super::context::{
    Context, begins_with_a_name, begins_with_this, heading, is_on_exports, is_to_others, is_total,
};
use super::cue::Cue;
use super::doubt::doubt;
use super::draft::{Around, Draft, Frame, Mentioned, Run, runs};
use super::evidence::{Sentence, weigh};
use super::moving::{is_compared_with, set_months};
use super::number::Counted;
use super::reading::{Reading, Why};
use super::roles::{compared_before, compared_date, months_in_row, own_role, share};
use super::settle::settle;
use super::text::Text;
use super::token::{Kind, Token};
use super::whom::whom;
use super::window::{Role, Subject};
use model::{Against, Dimension, MemberId, Period, Span};

/// A number of the text by its token, and what it says.
pub(super) type Said = (usize, Result<Reading, Why>);

/// The characters of a table, and its numbers.
pub(super) type Tabulated = (Range<usize>, Vec<Said>);

/// Reads every number; those of tables were read before.
pub(super) fn read(
    text: &Text,
    tokens: &[Token],
    note: Option<Period>,
    default: Option<(Period, Span)>,
    tables: Vec<Tabulated>,
) -> Vec<Said> {
    let mut tables = tables.into_iter().peekable();
    let default = default.ok_or(Why::Months);
    let mut context = Context {
        note,
        default,
        before: None,
        line: None,
        scope: None,
        begun: false,
        heading: None,
        shares: false,
        named: Vec::new(),
        several: false,
        total: 0.0,
        last: 0.0,
        aside: false,
        line_read: false,
        compared: Comparisons::default(),
        sentences: Vec::new(),
    };
    let mut said = Vec::new();
    let mut used = vec![false; tokens.len()];
    let mut from = 0;
    while let Some(first) = tokens.get(from) {
        if let Some((span, numbers)) = tables.next_if(|(span, _)| span.start <= first.from) {
            said.extend(numbers);
            context.before = None;
            context.line = None;
            from = tokens.partition_point(|t| t.from < span.end);
            continue;
        }
        let ends = |t: &Token| matches!(t.kind, Kind::Stop | Kind::Paragraph);
        let length = tokens.iter().skip(from).position(ends).unwrap_or(tokens.len() - from);
        let to = from + length;
        let sentence = tokens.get(from..to).unwrap_or_default();
        if sentence.iter().any(|t| t.kind == Kind::Tab) {
            let numbers =
                (from..to).filter(|i| matches!(tokens.get(*i), Some(Token { kind: Kind::Number(_), .. })));
            said.extend(numbers.map(|i| (i, Err(Why::Table))));
        } else {
            said.extend(read_sentence(text, tokens, (from, to), &mut used, &mut context));
        }
        if tokens.get(to).is_none_or(|t| t.kind == Kind::Paragraph) {
            let last = context.before.take();
            // A line of words parts two lists; an empty one does not.
            if from < to {
                context.line_read = last
                    .as_ref()
                    .is_some_and(|frame| matches!(frame.subject, Some(Subject::Total | Subject::Members(_))));
                context.line = last.filter(|frame| frame.listed).and_then(|frame| frame.subject);
            }
            context.shares = false;
            if context.line.is_none() {
                context.compared.end();
            }
        }
        from = to + 1;
    }
    weigh(&mut context, &mut said);
    said
}

fn read_sentence(
    text: &Text,
    tokens: &[Token],
    (from, to): (usize, usize),
    used: &mut [bool],
    context: &mut Context,
) -> Vec<Said> {
    let sentence = tokens.get(from..to).unwrap_or_default();
    let mut frame = Frame::default();
    let continues = sentence.iter().take(3).any(|t| matches!(t.kind, Kind::Cue(Cue::Next | Cue::OfWhich, _)))
        || begins_with_this(sentence);
    let listed = sentence.iter().any(|t| t.kind == Kind::Colon);
    context.heading = context.heading.filter(|_| listed);
    let default = context.heading.map_or_else(|| context.default.clone(), Ok);
    let says =
        |wanted: fn(Cue) -> bool| sentence.iter().any(|t| matches!(t.kind, Kind::Cue(cue, _) if wanted(cue)));
    let continues = continues || says(|cue| cue == Cue::ThatMonth);
    // What is compared with the month before is of one month.
    let of_month =
        says(|cue| matches!(cue, Cue::Mom | Cue::ThisMonth)) && matches!(default, Ok((_, Span::Month)));
    let of_sum = |months: &Result<(Period, Span), Why>| matches!(months, Ok((_, Span::Ytd)));
    frame.months = Some(match &context.before {
        Some(before) if of_month && before.months.as_ref().is_some_and(of_sum) => default,
        // Months carry on where the list does. Otherwise a sentence after one about other months says
        // itself what it is about, or it is not certain.
        Some(before) if continues => before.months.clone().unwrap_or(default),
        Some(before) if before.months.as_ref().is_some_and(|m| *m != default) => Err(Why::Months),
        _ => default,
    });
    // “A year earlier Mexico took 2,629 t, 12.3% of the total.”
    let first = sentence.iter().map(|t| &t.kind).find(|kind| !kind.is_quiet());
    if matches!(first, Some(Kind::Cue(Cue::MonthBefore | Cue::YearBefore, false))) {
        frame.months = Some(Err(Why::Months));
    }
    let unsure = matches!(frame.months, Some(Err(_)));
    let own = says(|cue| matches!(cue, Cue::Exports | Cue::Whole | Cue::Reporter | Cue::OfTotal));
    if let Some(before) =
        context.before.as_ref().filter(|b| !own && !matches!(b.subject, Some(Subject::Members(_))))
    {
        // “Output was 410,000 t. Jiangsu accounted for 30%.”
        (frame.alien, frame.money) = (before.alien, before.money);
    }
    frame.hedged = begins_with_a_name(sentence);
    let mut drafts: Vec<Draft> = Vec::new();
    let mut start = from;
    for run in runs(tokens, from, to) {
        let Some(around) = Around::of(text, tokens, start, &run, used) else { continue };
        start = run.numbers.last().map_or(start, |l| l + 1);
        add(tokens, &run, &around, &mut frame, context, &mut drafts);
    }
    if drafts.is_empty() {
        if !context.begun && is_to_others(sentence) {
            context.scope = Some(Dimension::Destination);
        }
        context.heading = heading(sentence, context.note);
        // A heading, or words only: whom it names may be whom the next sentence means.
        if from < to {
            let named = sentence.iter().any(|t| matches!(t.kind, Kind::Member(_) | Kind::Elsewhere));
            frame.listed = is_total(sentence);
            let on_exports = !named && (is_on_exports(sentence) || frame.listed);
            context.aside = !named && !on_exports;
            if named {
                frame.subject = Some(Subject::Unclear);
                // “Australia was again the largest buyer. It received …”
                if let Some(member) = only_member(sentence) {
                    frame.mentioned.members.push(member);
                }
                context.before = Some(frame);
            } else if on_exports {
                frame.subject = Some(Subject::Total);
                context.before = Some(frame);
            }
        }
        return Vec::new();
    }
    context.follow(&drafts);
    context.aside = false;
    frame.mentioned = Mentioned::of(&drafts);
    // “Of this, 20,800 t (69%) was …”
    context.shares |= sentence.iter().any(|t| matches!(t.kind, Kind::Cue(Cue::OfWhich, false)));
    let open = drafts.clone();
    let said = settle(&mut drafts, context);
    // “较3月降2.7个百分点” says what is compared, not of when the figures are.
    let words: Vec<&Token> = sentence.iter().collect();
    let says_when = |(i, t): (usize, &Token)| matches!(t.kind, Kind::Date(date) if !date.day && !is_compared_with(&words, i, date));
    let dated = sentence.iter().enumerate().any(says_when)
        || says(|cue| matches!(cue, Cue::Cumulative | Cue::TwoMonths | Cue::SeveralMonths | Cue::FullYear));
    context.sentences.push(Sentence::new(drafts, open, (!dated, unsure), sentence));
    context.before = Some(frame);
    said
}

/// The one member that a sentence names, if it names nobody else.
fn only_member(sentence: &[Token]) -> Option<MemberId> {
    let mut names =
        sentence.iter().filter(|t| t.kind.is_name() || matches!(t.kind, Kind::Cue(Cue::Others, _)));
    match (names.next().map(|t| &t.kind), names.next()) {
        (Some(Kind::Member(member)), None) => Some(*member),
        _ => None,
    }
}

/// Makes drafts of a row of numbers.
fn add(
    tokens: &[Token],
    run: &Run,
    around: &Around,
    frame: &mut Frame,
    context: &Context,
    drafts: &mut Vec<Draft>,
) {
    let window = &around.window;
    let whom = whom(around, frame, context, drafts);
    let subject = &whom.subject;
    let role = match around.after.way {
        Some(way) if !matches!(window.role(around.tonnes), Role::Base(..)) => Role::Change(way),
        _ => window.role(around.tonnes),
    };
    let is_base = matches!(role, Role::Base(..)) || around.after.base.is_some();
    let own_date = set_months(around, frame, context.note, is_base);
    if let (None, Some(Ok(months))) = (frame.first, &frame.months) {
        frame.first = Some(*months);
    }
    // “Last month China exported …”: it may be the month of the note, or the one before.
    let last_month =
        around.has(|cue| cue == Cue::MonthBefore) || around.after.base == Some(Against::MonthBefore);
    let compares = around.has(|cue| matches!(cue, Cue::Than | Cue::From | Cue::On));
    let undated = last_month && !compares && (window.says_exports() || around.has(|cue| cue == Cue::Mom));
    if undated {
        frame.months = Some(Err(Why::Months));
    }
    let money = match around.counted {
        Counted::Tonnes => around.has(|cue| cue == Cue::Value),
        counted => frame.money || counted == Counted::Dollars || around.has(|cue| cue == Cue::Value),
    };
    // “21,700 t (US$64.9 million)” goes on with the tonnes.
    if !window.bracket {
        frame.money = money;
    }
    let comparisons = around.comparisons();
    let months_in_row =
        months_in_row(around, &comparisons, drafts, context).filter(|_| subject == &Some(Subject::Total));
    let (bound, about) = around.limit();
    let forecast = frame.forecast || around.after.forecast;
    for (place, token) in run.numbers.iter().enumerate() {
        let Some(Token { kind: Kind::Number(number), .. }) = tokens.get(*token) else { continue };
        let mut number = number.clone();
        if number.counted == Counted::Bare && run.numbers.len() > 1 {
            number.counted = around.counted;
        }
        let mut refused = if number.malformed { Some(Why::Malformed) } else { number.counted.refused() };
        let mut refuse = |when: bool, why: Why| {
            if when && refused.is_none() {
                refused = Some(why);
            }
        };
        refuse(frame.alien || around.after.alien, Why::OtherMatter);
        refuse(forecast, Why::Forecast);
        refuse(frame.hedged, Why::Words);
        refuse(frame.part, Why::Subject);
        refuse(undated, Why::Months);
        let count = run.numbers.len();
        let (mut member, mut together) = (None, Vec::new());
        match &subject {
            None | Some(Subject::Unclear) => refuse(true, Why::Subject),
            Some(Subject::Total) => {
                let one = count == 1 || comparisons.len() == count || months_in_row.is_some();
                refuse(!one, Why::WhichOfSeveral);
            }
            Some(Subject::Members(members)) if members.len() == 1 => {
                refuse(count > 1 && comparisons.len() != count, Why::WhichOfSeveral);
                member = members.first().copied().flatten();
                refuse(member.is_none(), Why::NotNamed);
            }
            Some(Subject::Members(members)) if count == 1 && frame.together => {
                together = members.iter().copied().flatten().collect::<Vec<MemberId>>();
                refuse(together.len() != members.len(), Why::NotNamed);
                let mixed =
                    together.iter().any(|m| together.first().is_some_and(|f| f.dimension != m.dimension));
                refuse(mixed, Why::Subject);
            }
            Some(Subject::Members(members)) if members.len() == count => {
                member = members.get(place).copied().flatten();
                refuse(member.is_none(), Why::NotNamed);
            }
            Some(Subject::Members(_)) => refuse(true, Why::WhichOfSeveral),
        }
        refuse(whom.tainted, Why::Words);
        let own_role = own_role(tokens, run, place, role);
        // “占我国同期25.1万吨总出口的12.8%”
        let next = tokens.get(token + 1).map(|t| &t.kind);
        let of_all =
            matches!(next, Some(Kind::Cue(Cue::Whole | Cue::Exports | Cue::Reporter | Cue::Share, true)));
        let is_all = own_role == Role::Share && around.tonnes && of_all;
        if is_all {
            (member, together) = (None, Vec::new());
        }
        let against = match comparisons.len() {
            0 => None,
            1 => comparisons.first().copied(),
            n if n == count => comparisons.get(place).copied(),
            _ => {
                refuse(true, Why::Comparison);
                None
            }
        };
        let mut base = own_date.filter(|_| is_base);
        let (mut own_role, mut against) = (own_role, against);
        // “on the month before +326.8 t”
        if let (Role::Base(Some(before), None), true) = (own_role, number.signed) {
            own_role = Role::Change(number.value.signum());
            against = against.or(Some(before));
        }
        match (own_role, around.after.base) {
            (Role::Base(said, date), after) => {
                own_role = Role::Base(said.or(after), None);
                base = base.or(date);
            }
            (Role::Open | Role::Level, Some(after)) if around.counted != Counted::Percent => {
                own_role = Role::Base(Some(after), None);
            }
            _ => {}
        }
        // “累计同比42.91%”: a change without a direction is a rise, unless falls beside it have no sign either.
        let fell = |d: &Draft| matches!(d.role, Role::Change(way) if way < 0.0) && !d.number.signed;
        if own_role == Role::Open
            && number.counted == Counted::Percent
            && !number.signed
            && around.ends_in_comparison()
            && !drafts.iter().any(fell)
        {
            own_role = Role::Change(1.0);
        }
        let in_row = months_in_row.as_ref().and_then(|months| months.get(place)).copied();
        if in_row.is_some() && matches!(own_role, Role::Open | Role::Level) && !number.signed {
            own_role = Role::Change(1.0);
        }
        let unnamed = whom.subject.is_none() && !whom.tainted && refused == Some(Why::Subject);
        let mut draft = Draft {
            token: *token,
            refused,
            role: if around.after.share { share(own_role) } else { own_role },
            against: against.or_else(|| compared_before(around, own_role)),
            member,
            unnamed,
            together,
            months: in_row.map_or_else(|| frame.months.clone().unwrap_or(Err(Why::Months)), Ok),
            base,
            compared: around.after.compared.or_else(|| compared_date(around, own_role)),
            money,
            bound,
            about,
            bracket: window.bracket,
            fresh: window.fresh,
            joined: around.joined() && place == 0 || place > 0,
            apposed: around.apposed() && place == 0,
            or: around.has(|cue| cue == Cue::Or),
            elliptic: around.is_elliptic() && place == 0,
            named_with: around.is_named_with(),
            then: around.then(),
            number,
        };
        if draft.refused.is_none() && context.is_within(draft.member) {
            draft.refused = Some(Why::Subject);
        }
        if draft.refused.is_none() {
            draft.refused = doubt(&draft, drafts, around, frame, &whom);
        }
        drafts.push(draft);
    }
    // “23,000 t, in August 22,300 t, up 3.1%”: what follows may be of either month. A bracket is an aside.
    if let (Some(first), Some(Ok(here)), false) = (frame.first, &frame.months, is_base)
        && here.0 < first.0
        && here.1 == first.1
    {
        frame.months = Some(if window.bracket { Ok(first) } else { Err(Why::Months) });
    }
}

/// The comparison of neighbouring months, for `settle`.
pub(super) fn apart(now: (Period, Span), before: (Period, Span)) -> Option<Against> {
    match now.0.since(before.0) {
        1 if now.1 == Span::Month && before.1 == Span::Month => Some(Against::MonthBefore),
        12 if now.1 == before.1 => Some(Against::YearBefore),
        _ => None,
    }
}
