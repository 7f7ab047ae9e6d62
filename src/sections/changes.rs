//! What made the change of the total.

use leptos::prelude::*;

use crate::charts::{steps, then_and_now};
use crate::parts::drawing::{Chart, drawn, width};
use crate::parts::link::view_link;
use crate::parts::live::live_later;
use crate::parts::number::{number, with_text};
use crate::parts::section::{foot, section};
use crate::parts::switch::{Choice, list, switch};
use crate::state::{Page, Shown};
use breakdown::{Between, Changes, Metric, changes, history};
use chart::Size;
use i18n::{look, member_name};
use model::{Against, Dimension, Period};
use view::{Base, Section, Show};

/// Members with a step of their own.
const MOST: usize = 8;
/// The height of lines from then to now, pixels.
const HEIGHT: f64 = 320.0;
/// The dimensions by which a change is cut, the most telling first.
pub const DIMENSIONS: [Dimension; 3] =
    [Dimension::Destination, Dimension::RegistrationLocation, Dimension::Product];

#[component]
pub fn ChangesSection(page: Page) -> impl IntoView {
    live_later(page, move || {
        let shown = page.shown.get()?;
        let (period, span) = page.breakdown.with(|b| b.as_ref().map(|b| (b.period, b.span)))?;
        let words = page.words();
        let (against, show) = page.view.with(|v| (v.against, v.show));
        let between = Between { base: against.of(period, span), period, span };
        let chosen = page.chosen.get();
        let cut = |dimension| {
            let changes = changes(&shown.dataset, chosen.as_deref(), between, dimension, MOST)?;
            Some(part(page, &shown, between, dimension, &changes, show == Show::Slope))
        };
        let parts: Vec<AnyView> = DIMENSIONS.into_iter().filter_map(cut).collect();
        let [earlier, later] = [between.base, period].map(|month| words.span(month, span));
        let bases = bases(page, &shown, between);
        let is_known = bases.contains(&between.base);
        let choice = choose_base(page, between, against, bases);
        let body = if parts.is_empty() || between.base == period {
            let sentence = match is_known {
                true => words.no_changes(&earlier),
                false => words.unknown_base(&earlier),
            };
            let way_out = (against != Base::default()).then(|| {
                let view = page.with(|v| v.against = Base::default());
                let base = words.span(Base::default().of(period, span), span);
                view_link(view, "more", words.compare_with(&base).into_any())
            });
            view! { {choice} <p class="empty">{sentence}" "{way_out}</p> }.into_any()
        } else {
            let ways = [Show::Table, Show::Slope].map(|to| Choice {
                view: page.with(|v| v.show = to),
                is_shown: (to == Show::Slope) == (show == Show::Slope),
                name: (if to == Show::Slope { words.show_as(to) } else { words.as_steps() }).into(),
            });
            let ways = switch(words.show_switch(), ways.into_iter());
            view! { {choice} {ways} {parts} {foot(page, &shown, Section::Changes)} }.into_any()
        };
        let title = words.section(Section::Changes, shown.dataset.subject()).into_any();
        let beside = view! { <p class="when">{words.earlier_to_later(&earlier, &later)}</p> }.into_any();
        Some(section("changes", "changes", title, beside, body))
    })
}

/// The other periods of which the whole is known.
fn bases(page: Page, shown: &Shown, between: Between) -> Vec<Period> {
    let (series, chosen) = (page.series.get(), page.chosen.get());
    let months = || series.iter().map(|point| point.period);
    let wholes = history(&shown.dataset, chosen.as_deref(), None, Metric::Quantity, between.span, months());
    let known = months().zip(wholes).filter(|(_, whole)| whole.as_ref().is_ok_and(|f| !f.is_incomplete()));
    known.map(|(month, _)| month).filter(|month| *month != between.period).collect()
}

/// The list of periods to compare with. One of a link is in it, whether it is known or not.
fn choose_base(page: Page, between: Between, against: Base, mut bases: Vec<Period>) -> AnyView {
    let words = page.words();
    let Between { period, span, .. } = between;
    let frequency = period.frequency();
    let fixed = Against::of(frequency, span);
    if let Base::Month(month) = against
        && !bases.contains(&month)
    {
        bases.push(month);
    }
    // Several months together have no month before them, and a year no other year before it: what there is instead is
    // compared with by default.
    let is_chosen = |base: Base| match against {
        Base::YearBefore if fixed.len() == 1 => base == Base::MonthBefore,
        chosen => base == chosen,
    };
    let entry = |to: Base, name: String| Choice {
        view: page.with(|v| v.against = to),
        is_shown: is_chosen(to),
        name: name.into(),
    };
    let named = |(against, base): (&Against, Base)| {
        entry(base, words.against(*against, &words.span(base.of(period, span), span), frequency))
    };
    let by_month = |month: &Period| entry(Base::Month(*month), words.span(*month, span));
    let fixed = fixed.iter().zip([Base::MonthBefore, Base::YearBefore]);
    let choices = fixed.map(named).chain(bases.iter().rev().map(by_month)).collect();
    view! { <p class="filters">{list("against", words.against_switch(), choices)}</p> }.into_any()
}

fn part(
    page: Page,
    shown: &Shown,
    between: Between,
    dimension: Dimension,
    changes: &Changes,
    is_slope: bool,
) -> AnyView {
    let words = page.words();
    let flow = shown.catalogue().flow;
    let name = words.changes_by(dimension, flow);
    let mut found = None;
    let finding = changes.largest().map(|(member, figure)| {
        let is_fall = figure.value < 0.0;
        let named = member.map(|member| member_name(words, shown.catalogue(), member).to_owned());
        let [of, lead, end] = match member {
            Some(_) => words.made_most(is_fall, changes.are_all_known),
            None => {
                let [lead, end] = words.most_is_in_rest(is_fall);
                ["", lead, end]
            }
        };
        let label = match &named {
            Some(name) => words.member_change_label(name, &words.span(between.base, between.span)),
            None => words.all_others().to_owned(),
        };
        let look = look::CHANGE_UNIT.to(changes.decimals());
        let text = i18n::shown(words, figure, look);
        found = Some(format!("{of}{}{lead}{text}{end}", named.as_deref().unwrap_or_default()));
        let link = named.map(|name| match member.and_then(|member| page.profile(member)) {
            Some(profile) => view_link(profile, "", name.into_any()),
            None => name.into_any(),
        });
        let change = with_text(number(page, figure, look, label), end);
        view! { <p class="finding">{of}{link}{lead}{change}</p> }.into_any()
    });
    let width = width(page);
    let of = Section::Changes;
    let chart = match is_slope {
        true => {
            let slope = then_and_now(words, shown, between, changes);
            Chart::new(of, name.clone(), Size { width, height: HEIGHT }, move |size| slope.draw(size))
        }
        false => {
            let steps = steps(words, shown, between, changes);
            Chart::of_width(of, name.clone(), width, move |width| steps.draw(width))
        }
    };
    view! {
        <h3>{name}</h3>
        {finding}
        {drawn(page, chart.finding(found))}
    }
    .into_any()
}
