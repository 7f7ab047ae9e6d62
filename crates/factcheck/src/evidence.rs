//! What a note's own numbers tell where its words do not: a member's tonnes divided by its share are the
//! total. So “Mexico 2,629 t (12.3%)” is a share, “ACSR 9,200 t, 45.1%” behind a sum from January on is of
//! the month alone, and words between the two that are not known change nothing.
//!
//! Only numbers that confirm each other are read so. One that is wrong in the note stays not understood.

use super::context::Context;
use super::cue::Cue;
use super::draft::Draft;
use super::pairs::{MOST, Pair, is_share, pairs, total_of, wholes};
use super::read::Said;
use super::reading::{Measure, Why};
use super::settle::{in_percent, reading, settle};
use super::token::{Kind, Token};
use super::window::Role;
use model::{Dimension, Interval, MemberId, Period, Span};

/// What is remembered of a sentence.
pub(super) struct Sentence {
    /// Its numbers, as they were read.
    drafts: Vec<Draft>,
    /// The same before neighbours settled what was open.
    open: Vec<Draft>,
    /// It does not say which months it is about.
    undated: bool,
    /// Which these are is not certain.
    unsure: bool,
    /// Every word is known and none speaks of a change.
    plain: bool,
}

impl Sentence {
    pub fn new(
        drafts: Vec<Draft>,
        open: Vec<Draft>,
        (undated, unsure): (bool, bool),
        words: &[Token],
    ) -> Sentence {
        let plain = |t: &Token| match t.kind {
            Kind::Unknown => false,
            Kind::Cue(cue, _) => !matches!(
                cue,
                Cue::Up(_) | Cue::Down(_) | Cue::Mom | Cue::Yoy | Cue::Than | Cue::Alien | Cue::Value
            ),
            _ => true,
        };
        Sentence { drafts, open, undated, unsure, plain: words.iter().all(plain) }
    }

    /// Its drafts.
    pub fn drafts(&self) -> &[Draft] {
        &self.drafts
    }

    /// Whether several of its pairs fit to the total of some months, or one cannot be of its own.
    fn is_strong(&self, pairs: &[Pair], months: (Period, Span), totals: &Totals) -> bool {
        let is_too_much = |pair: &Pair| match pair.of_one.and_then(|(quantity, _)| self.drafts.get(quantity))
        {
            Some(Draft { number, months: Ok(own), .. }) => {
                totals.of(*own).any(|total| number.value > total.high)
            }
            Some(_) => false,
            // Two products that are all of some months are no others'.
            None => totals.of(months).any(|total| pair.total.and(total).is_some()),
        };
        fitting(pairs, totals, months) > 1 || pairs.iter().any(is_too_much)
    }

    /// Whether all its figures are of these months.
    fn is_of(&self, months: (Period, Span)) -> bool {
        self.drafts.iter().all(|d| d.months.as_ref().is_ok_and(|m| *m == months))
    }
}

/// Reads again what numbers confirm.
pub(super) fn weigh(context: &mut Context, said: &mut [Said]) {
    let mut sentences = std::mem::take(&mut context.sentences);
    let totals = Totals::told(said);
    let mut carried: Option<(Period, Span)> = None;
    for sentence in &mut sentences {
        let mut pairs = pairs(&sentence.drafts);
        pairs.extend(wholes(&sentence.drafts));
        // Against the words only a sum is believed: another month is what the note compares with.
        let may_be = |m: &(Period, Span)| sentence.unsure || m.1 == Span::Ytd || sentence.is_of(*m);
        let found = months_of(&pairs, &totals).filter(|m| sentence.undated && may_be(m));
        let before = carried.filter(|_| sentence.undated);
        // Against what the words say, one share may be wrong in the note; two or more are not, or more than all.
        let against = |months| !sentence.unsure && !sentence.is_of(months);
        let weak = found.is_some_and(|m| against(m) && !sentence.is_strong(&pairs, m, &totals));
        // Numbers told that the sentence before was of other months: this one may go on with them.
        let doubted = found.is_none() && before.is_some_and(against);
        carried = found.filter(|_| !weak).or(before);
        if weak || doubted {
            take_back(said, &sentence.drafts);
            continue;
        }
        if let Some(months) = carried.filter(|m| !sentence.is_of(*m)) {
            let mut drafts = sentence.open.clone();
            for draft in &mut drafts {
                draft.months = Ok(months);
            }
            context.compared.end();
            put(said, settle(&mut drafts, context));
            sentence.drafts = drafts;
        }
        confirm(&sentence.drafts, &totals, said);
    }
    bare(&sentences, &Totals::told(said), said);
    ranked(&sentences, said);
    summed(&sentences, said);
    sum_of_shares(&sentences, said);
}

/// What the note says of all exports: months and quantities, each once.
struct Totals(Vec<((Period, Span), Interval)>);

impl Totals {
    fn told(said: &[Said]) -> Totals {
        let mut totals: Vec<((Period, Span), Interval)> = Vec::new();
        for read in said.iter().filter_map(|(_, read)| read.as_ref().ok()) {
            let total = ((read.period, read.span), read.printed);
            let is_one = read.measure == Measure::Quantity && read.members.is_empty();
            if is_one && totals.len() < MOST && !totals.contains(&total) {
                totals.push(total);
            }
        }
        Totals(totals)
    }

    /// Those of some months.
    fn of(&self, months: (Period, Span)) -> impl Iterator<Item = Interval> {
        self.0.iter().filter(move |(of, _)| *of == months).map(|(_, total)| *total)
    }
}

/// How many pairs fit to the total of some months; 0 where they may fit by chance.
fn fitting(pairs: &[Pair], totals: &Totals, months: (Period, Span)) -> usize {
    let fits = |pair: &&Pair| totals.of(months).any(|total| pair.total.and(total).is_some());
    let some = || pairs.iter().take(MOST).filter(fits);
    if some().any(|pair| pair.fine) || some().count() > 1 { some().count() } else { 0 }
}

/// The only months whose total fits, of all that the note has one of.
fn months_of(pairs: &[Pair], totals: &Totals) -> Option<(Period, Span)> {
    let mut found: Option<(Period, Span)> = None;
    for (months, _) in &totals.0 {
        if found != Some(*months) && fitting(pairs, totals, *months) > 0 {
            if found.is_some() {
                return None;
            }
            found = Some(*months);
        }
    }
    found
}

/// Pairs that the total confirms are read, whatever stands between.
fn confirm(drafts: &[Draft], totals: &Totals, said: &mut [Said]) {
    let pairs = pairs(drafts);
    for pair in &pairs {
        let Some((quantity, percent)) = pair.of_one else { continue };
        let (Some(tonnes), Some(share)) = (drafts.get(quantity), drafts.get(percent)) else { continue };
        let Ok(months) = tonnes.months else { continue };
        let fits = totals.of(months).any(|total| pair.total.and(total).is_some());
        if fits && (pair.fine || fitting(&pairs, totals, months) > 1) {
            let plain = |draft: &Draft, role| Draft { refused: None, role, ..draft.clone() };
            let read = [plain(tonnes, Role::Open), plain(share, Role::Share)].map(|d| (d.token, reading(&d)));
            put(said, read.into());
        }
    }
}

/// Percentages of members of one kind, and of the same months.
struct Alike<'a> {
    kind: Dimension,
    months: (Period, Span),
    shares: Vec<&'a Draft>,
    /// The totals that the first of them give.
    given: Vec<Interval>,
}

/// Percentages without a word right behind tonnes, where most of a kind give one total.
fn bare(sentences: &[Sentence], totals: &Totals, said: &mut [Said]) {
    let mut kinds: Vec<Alike> = Vec::new();
    for pair in sentences.iter().flat_map(|s| s.drafts.windows(2)) {
        let [tonnes, share] = pair else { continue };
        let certain = tonnes.refused.is_none() && share.refused.is_none();
        let beside = (share.bracket || share.apposed) && in_percent(tonnes, share);
        let (Some(member), Ok(months)) = (share.member, share.months.clone()) else { continue };
        if !(certain && beside && tonnes.is_quantity() && is_share(share) && share.role != Role::Share) {
            continue;
        }
        let Some(total) = total_of(tonnes, share) else { continue };
        let kind = member.dimension;
        let is_like = |alike: &Alike| alike.kind == kind && alike.months == months;
        let place = kinds.iter().position(is_like).unwrap_or(kinds.len());
        if place == kinds.len() && place < MOST {
            kinds.push(Alike { kind, months, shares: Vec::new(), given: Vec::new() });
        }
        if let Some(Alike { shares, given, .. }) = kinds.get_mut(place) {
            shares.push(share);
            given.extend(Some(total).filter(|_| given.len() < MOST));
        }
    }
    for Alike { months, shares, given, .. } in kinds {
        let agree = |total: Interval| given.iter().filter(|other| other.and(total).is_some()).count();
        let told = totals.of(months).map(agree).max();
        // Where most of them overlap, one of them begins.
        let begun = || given.iter().map(|total| agree(Interval { low: total.low, high: total.low })).max();
        let (most, enough) = told.map_or_else(|| (begun(), 2), |most| (Some(most), 1));
        if most.is_some_and(|most| most >= enough && 2 * most > given.len()) {
            let read = |d: &&Draft| (d.token, reading(&Draft { role: Role::Share, ..(*d).clone() }));
            put(said, shares.iter().map(read).collect());
        }
    }
}

/// “Jiangsu 31.4%, Henan 22% and Zhejiang 13.5%”: percentages of one kind in falling order, without a word for
/// a change in the sentence, are shares.
fn ranked(sentences: &[Sentence], said: &mut [Said]) {
    for Sentence { drafts, .. } in sentences.iter().filter(|s| s.plain) {
        // Somebody whom the dataset does not name may be among them.
        let known = |d: &Draft| d.refused.is_none() && d.member.is_some() || d.refused == Some(Why::NotNamed);
        let shares: Vec<&Draft> = drafts.iter().filter(|d| is_share(d) && known(d) && !d.about).collect();
        let [first, second, ..] = shares.as_slice() else { continue };
        let kind = |d: &Draft| (d.member.map(|m| m.dimension), d.months.clone().ok());
        let like = |d: &Draft| d.member.is_none() || kind(d) == kind(first);
        let one_kind =
            first.member.is_some() && shares.iter().all(|d| like(d)) && shares.len() == drafts.len();
        let falling = shares.windows(2).all(|pair| pair[0].number.value > pair[1].number.value);
        let sum: f64 = shares.iter().map(|d| d.number.value).sum();
        let apart = first.member != second.member;
        if one_kind && falling && apart && sum <= 100.5 {
            let read = |d: &&Draft| (d.token, reading(&Draft { role: Role::Share, ..(*d).clone() }));
            put(said, shares.iter().map(read).collect());
        }
    }
}

/// “Jiangsu was first with 34.2%, followed by Henan (18.5%); the two made up 52.7%”: what adds up to a share are
/// shares.
fn summed(sentences: &[Sentence], said: &mut [Said]) {
    let mut open: Vec<&Draft> = Vec::new();
    for draft in sentences.iter().flat_map(|s| &s.drafts) {
        let counts = matches!(draft.refused, None | Some(Why::Kind)) && is_share(draft);
        if counts && draft.member.is_some() {
            if open.len() == MOST {
                open.remove(0);
            }
            open.push(draft);
        }
        if draft.together.len() < 2 || draft.role != Role::Share || draft.refused.is_some() {
            continue;
        }
        let part = |member: &MemberId| {
            open.iter().rev().find(|d| d.member == Some(*member) && d.months == draft.months).copied()
        };
        let Some(parts) = draft.together.iter().map(part).collect::<Option<Vec<&Draft>>>() else { continue };
        let sum: f64 = parts.iter().map(|d| d.number.value).sum();
        let room: f64 = parts.iter().map(|d| d.number.step / 2.0).sum::<f64>() + draft.number.step / 2.0;
        if (sum - draft.number.value).abs() <= room && parts.iter().all(|d| d.number.step < 1.0) {
            let shares = parts.iter().map(|d| Draft { role: Role::Share, refused: None, ..(*d).clone() });
            put(said, shares.map(|d| (d.token, reading(&d))).collect());
        }
    }
}

/// “In all 27,300 t were exported, 4.5% less than …”: of nobody whom the words name, but what the shares give.
fn sum_of_shares(sentences: &[Sentence], said: &mut [Said]) {
    let pairs: Vec<(Option<(Period, Span)>, Interval)> = sentences
        .iter()
        .flat_map(|s| {
            let months = |pair: &Pair| s.drafts.get(pair.of_one?.0).and_then(|d| d.months.clone().ok());
            pairs(&s.drafts).into_iter().filter(|p| p.fine).map(move |p| (months(&p), p.total))
        })
        .take(MOST)
        .collect();
    for Sentence { drafts, .. } in sentences {
        let nobody =
            |d: &Draft| d.refused == Some(Why::Subject) && d.member.is_none() && d.together.is_empty();
        let Some(at) = drafts.iter().position(|d| nobody(d) && d.is_quantity()) else { continue };
        let Some(total) = drafts.get(at) else { continue };
        let printed = total.number.bounds(total.about);
        let gives = |(months, sum): &&(Option<(Period, Span)>, Interval)| {
            *months == total.months.clone().ok() && sum.and(printed).is_some()
        };
        let of_months = pairs.iter().filter(|(months, _)| *months == total.months.clone().ok()).count();
        let giving = pairs.iter().filter(gives).count();
        if giving > 1 && giving == of_months {
            let mut whole: Vec<Draft> = drafts.iter().skip(at).take_while(|d| nobody(d)).cloned().collect();
            whole.iter_mut().for_each(|d| d.refused = None);
            put(said, whole.iter().map(|d| (d.token, reading(d))).collect());
        }
    }
}

/// Of which months these are is not certain.
fn take_back(said: &mut [Said], drafts: &[Draft]) {
    for draft in drafts {
        if let Some((_, read)) = place(said, draft.token).filter(|(_, read)| read.is_ok()) {
            *read = Err(Why::Months);
        }
    }
}

/// Puts readings in the place of those before; what is not understood takes no place.
fn put(said: &mut [Said], better: Vec<Said>) {
    for (token, read) in better.into_iter().filter(|(_, read)| read.is_ok()) {
        if let Some((_, old)) = place(said, token) {
            *old = read;
        }
    }
}

/// What is said of a token: they are in the order of the text.
fn place(said: &mut [Said], token: usize) -> Option<&mut Said> {
    let found = said.binary_search_by_key(&token, |(token, _)| *token).ok()?;
    said.get_mut(found)
}
