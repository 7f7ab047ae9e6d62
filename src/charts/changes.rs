//! What changed between two periods, as steps or as lines from then to now.

use breakdown::{Between, Changes, Step};
use chart::kinds::slope::{Slope, SlopeMember};
use chart::kinds::waterfall::{self, Waterfall};
use chart::{Datum, Hue, LeadsTo, Target, TargetLine, datum, read, told, told_figure};
use i18n::{Words, look, member_name};
use model::{Answer, Figure, Period};

use crate::state::Shown;

/// Where the steps together are a smaller part of the larger total than this, the axis is cut: from zero nobody would
/// see them.
const SMALL: f64 = 0.5;

/// From the one total to the other, step by step.
pub fn steps(words: &dyn Words, shown: &Shown, between: Between, changes: &Changes) -> Waterfall {
    let decimals = changes.decimals();
    let named = |period: Period, figure: &Figure| {
        (words.span(period, between.span), read(words, figure, look::BARE.to(decimals)))
    };
    let (start, end) = (named(between.base, &changes.start), named(between.period, &changes.end));
    let step = |name: String, change: &Figure, to: LeadsTo| {
        let lines = vec![line("", told_figure(words, change, look::CHANGE_UNIT.to(decimals)))];
        let target = Target { to, title: name.clone(), lines };
        let change = Ok(read(words, change, look::CHANGE.to(decimals)));
        waterfall::Step { name, change, is_rest: to == LeadsTo::Nowhere, target }
    };
    let of_member = |Step { member, change, .. }: &Step| {
        let name = member_name(words, shown.catalogue(), *member).to_owned();
        step(name, change, LeadsTo::Member(*member))
    };
    let mut steps: Vec<waterfall::Step> = changes.steps.iter().map(of_member).collect();
    if let Some(rest) = &changes.rest {
        let name = words.all_others().to_owned();
        steps.push(step(name, rest, LeadsTo::Nowhere));
    }
    let moved: f64 = steps.iter().filter_map(|s| Some(s.change.as_ref().ok()?.value.abs())).sum();
    let is_small = moved < start.1.value.max(end.1.value) * SMALL;
    let cut = is_small.then(|| words.axis_is_cut().to_owned());
    Waterfall { unit: words.unit(shown.dataset.subject().unit), start, steps, end, cut }
}

/// What each member had then and has now, and in grey all others of published figures. Of records these
/// are many, and would leave the members no room.
pub fn then_and_now(words: &dyn Words, shown: &Shown, between: Between, changes: &Changes) -> Slope {
    let periods = [between.base, between.period].map(|period| words.span(period, between.span));
    let decimals = changes.decimals();
    let member = |name: String, hue: Hue, to: LeadsTo, figures: [&Answer; 2], change: &Figure| {
        let mut lines: Vec<TargetLine> = periods
            .iter()
            .zip(figures)
            .map(|(name, answer)| line(name, told(words, answer, look::UNIT.to(decimals))))
            .collect();
        lines.push(line(words.change_name(), told_figure(words, change, look::CHANGE_UNIT.to(decimals))));
        let drawn = |answer: &Answer| -> Datum { datum(words, answer, look::BARE.to(decimals)) };
        let target = Target { to, title: name.clone(), lines };
        SlopeMember { name, hue, figures: figures.map(drawn), target }
    };
    let mut members: Vec<SlopeMember> = Vec::new();
    for Step { member: of, before, now, change } in &changes.steps {
        let name = member_name(words, shown.catalogue(), *of).to_owned();
        let hue = Hue::Member(shown.colours.slot(*of));
        members.push(member(name, hue, LeadsTo::Member(*of), [before, now], change));
    }
    let is_recorded = shown.dataset.is_recorded();
    if let (Some(rest), Some(wholes), false) = (&changes.rest, changes.rest_of_wholes(), is_recorded) {
        let name = words.all_others().to_owned();
        let [before, now] = wholes.map(Ok);
        members.push(member(name, Hue::Rest, LeadsTo::Nowhere, [&before, &now], rest));
    }
    Slope { periods, members }
}

fn line(name: &str, value: String) -> TargetLine {
    TargetLine { paint: None, name: name.to_owned(), value }
}
