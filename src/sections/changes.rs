//! What made the change of the total.

use leptos::prelude::*;

use crate::parts::drawing::{drawn, width};
use crate::parts::link::view_link;
use crate::parts::live::live_later;
use crate::parts::number::number;
use crate::parts::section::{foot, section};
use crate::parts::switch::{Choice, switch};
use crate::state::{Page, Shown};
use breakdown::{Breakdown, Changes, changes};
use chart::kinds::waterfall::{Step, Waterfall};
use chart::{LeadsTo, Scene, Target, TargetLine, read, told_figure};
use i18n::{Words, look, member_name};
use model::{Against, Dimension, Figure, Period, Span, Unit};
use view::Section;

/// Members with a step of their own.
const MOST: usize = 8;
/// Where the steps together are a smaller part of the larger total than this, the axis is cut: from zero nobody would
/// see them.
const SMALL: f64 = 0.5;
/// The dimensions by which a change is cut, the most telling first.
const DIMENSIONS: [Dimension; 3] =
    [Dimension::Destination, Dimension::RegistrationLocation, Dimension::Product];

#[component]
pub fn ChangesSection(page: Page) -> impl IntoView {
    live_later(page, move || {
        let shown = page.shown.get()?;
        let breakdown = page.breakdown.get()?;
        let words = page.words();
        let flow = shown.catalogue().flow;
        let against = match breakdown.span {
            Span::Month => page.view.with(|v| v.against),
            // A year to date has no month before it.
            Span::Ytd | Span::Rolling => Against::YearBefore,
        };
        let cut = |dimension| Some((dimension, changes(&breakdown, dimension, against, MOST)?));
        let draw = |(dimension, changes)| part(page, &shown, &breakdown, against, dimension, &changes);
        let parts: Vec<AnyView> = DIMENSIONS.into_iter().filter_map(cut).map(draw).collect();
        let base = breakdown.period.plus(-against.months());
        let switched = (breakdown.span == Span::Month).then(|| {
            let choice = |to: Against| Choice {
                view: page.with(|v| v.against = to),
                is_shown: to == against,
                name: words.against(to),
            };
            switch(
                words.against_switch(),
                [Against::MonthBefore, Against::YearBefore].into_iter().map(choice),
            )
        });
        let body = match parts.is_empty() {
            true => view! { {switched} <p class="empty">{words.no_changes(&words.span(base, breakdown.span))}</p> }.into_any(),
            false => view! { {switched} {parts} {foot(page, &shown, Section::Changes)} }.into_any(),
        };
        let title = words.section(Section::Changes, flow).into_any();
        let months = words.earlier_to_later(
            &words.span(base, breakdown.span),
            &words.span(breakdown.period, breakdown.span),
        );
        let beside = view! { <p class="when">{months}</p> }.into_any();
        Some(section("changes", "changes", title, beside, body))
    })
}

fn part(
    page: Page,
    shown: &Shown,
    breakdown: &Breakdown,
    against: Against,
    dimension: Dimension,
    changes: &Changes,
) -> AnyView {
    let words = page.words();
    let flow = shown.catalogue().flow;
    let finding = changes.largest().map(|(member, figure)| {
        let is_fall = figure.value < 0.0;
        let Some(member) = member else {
            let [most_is_in, end] = words.most_is_in_rest(is_fall, shown.dataset.is_recorded());
            let label = words.rest_of_change(shown.dataset.is_recorded()).to_owned();
            let change = number(page, figure, look::CHANGE_UNIT, label);
            return view! { <p class="finding">{most_is_in}{change}{end}</p> }.into_any();
        };
        let name = member_name(words, shown.catalogue(), member).to_owned();
        let [made, most] = words.made_most(is_fall);
        let base = breakdown.period.plus(-against.months());
        let label = words.member_change_label(&name, &words.span(base, breakdown.span));
        let link = match page.profile(member) {
            Some(profile) => view_link(profile, "", name.into_any()),
            None => name.into_any(),
        };
        view! { <p class="finding">{link}{made}{number(page, figure, look::CHANGE_UNIT, label)}{most}</p> }
            .into_any()
    });
    let name = words.changes_by(dimension, flow);
    let scene = waterfall(words, shown, breakdown, against, changes, width(page));
    view! {
        <h3>{name.clone()}</h3>
        {finding}
        {drawn(page, &name, &scene)}
    }
    .into_any()
}

fn waterfall(
    words: &dyn Words,
    shown: &Shown,
    breakdown: &Breakdown,
    against: Against,
    changes: &Changes,
    width: f64,
) -> Scene {
    let named = |period: Period, figure: &Figure| {
        (words.span(period, breakdown.span), read(words, figure, look::BARE))
    };
    let base = breakdown.period.plus(-against.months());
    let (start, end) = (named(base, &changes.start), named(breakdown.period, &changes.end));
    let step = |name: String, change: &Figure, to: LeadsTo, is_rest: bool| {
        let value = told_figure(words, change, look::CHANGE_UNIT);
        let lines = vec![TargetLine { paint: None, name: String::new(), value }];
        let target = Target { to, title: name.clone(), lines };
        Step { name, change: Ok(read(words, change, look::CHANGE)), is_rest, target }
    };
    let mut steps: Vec<Step> = Vec::new();
    for (member, change) in &changes.steps {
        let name = member_name(words, shown.catalogue(), *member).to_owned();
        steps.push(step(name, change, LeadsTo::Member(*member), false));
    }
    if let Some(rest) = &changes.rest {
        let name = words.rest_of_change(shown.dataset.is_recorded()).to_owned();
        steps.push(step(name, rest, LeadsTo::Nowhere, true));
    }
    let moved: f64 = steps.iter().filter_map(|s| Some(s.change.as_ref().ok()?.value.abs())).sum();
    let is_small = moved < start.1.value.max(end.1.value) * SMALL;
    let cut = is_small.then(|| words.axis_is_cut().to_owned());
    Waterfall { unit: words.unit(Unit::Tonnes), start, steps, end, cut }.draw(width)
}
