//! All of one member: its months, its place among the others.

use leptos::prelude::*;

use crate::charts::{around, monthly, places, window};
use crate::parts::choices::toggled;
use crate::parts::drawing::{Chart, drawn, width};
use crate::parts::link::view_link;
use crate::parts::live::live;
use crate::parts::number::answer;
use crate::parts::section::{foot, section};
use crate::state::Page;
use breakdown::{Breakdown, Entry, Metric, Point, history};
use chart::{Hue, Size};
use i18n::{Look, look, member_title};
use model::{Against, Answer, Change, Flow, Period, Span, decimals_of_tonnes};
use view::{Section, View, resolve_member};

/// The pictures' heights, pixels.
const HEIGHT: f64 = 260.0;
const HEIGHT_PLACES: f64 = 180.0;

#[component]
pub fn MemberSection(page: Page) -> impl IntoView {
    live(move || {
        let shown = page.shown.get()?;
        let words = page.words();
        let subject = shown.dataset.subject();
        let flow = subject.flow;
        let period = page.period.get()?;
        let named = page.view.with(|v| v.member.clone());
        let Some(member) = named.and_then(|named| resolve_member(&named, shown.catalogue())) else {
            return Some(view! { <p class="empty">{words.no_member()}</p> }.into_any());
        };
        let (series, chosen) = (page.series.get(), page.chosen.get());
        let months: Vec<Period> =
            around(&series, period, window(width(page))).iter().map(|p| p.period).collect();
        let cube = chosen.as_deref();
        let answers = history(
            &shown.dataset,
            cube,
            Some(member),
            Metric::Quantity,
            Span::Month,
            months.iter().copied(),
        );
        let points: Vec<Point> = months
            .iter()
            .zip(answers)
            .map(|(period, quantity)| Point { period: *period, quantity })
            .collect();
        let ranks = breakdown::places(&shown.dataset, cube, member, months.iter().copied());
        let hue = Hue::Member(shown.colours.slot(member));
        let width = width(page);
        let trend = monthly(words, &shown, cube, Some(member), &points, period);
        let size = Size { width, height: HEIGHT };
        let name = words.member_trend_title(subject);
        let trend = Chart::new(Section::Member, name, size, move |size| trend.draw(words, size));
        let title = member_title(words, shown.catalogue(), member);
        let only = shown
            .dataset
            .is_recorded()
            .then(|| View { section: Section::Overview, member: None, ..toggled(page, member) })
            .map(|only| view_link(only, "more", words.only_this(&title).into_any()));
        let breakdown = page.breakdown.get()?;
        let ranking = breakdown.ranking(member.dimension);
        let entry = ranking.entries.iter().find(|entry| entry.member() == Some(member));
        let figures = entry.map(|entry| figures(page, flow, &breakdown, entry, &title));
        let compare = page.code(member).map(|code| {
            let view = page.with(|v| {
                v.section = Section::Ranking(member.dimension);
                if !v.compare.contains(&code) {
                    v.compare.push(code);
                }
            });
            view_link(view, "more", words.compare_this(&title).into_any())
        });
        // Of two places there is nothing to see.
        let known = ranks.iter().filter(|rank| rank.is_ok()).count();
        let place = (known > 2).then(|| {
            let size = Size { width, height: HEIGHT_PLACES };
            let place = places(words, hue, &months, &ranks, period);
            let name = words.member_rank_said(subject.frequency);
            let place = Chart::new(Section::Member, name, size, move |size| place.draw(words, size));
            view! { <h3>{words.member_rank_title()}</h3> {drawn(page, place)} }.into_any()
        });
        let beside = view! { {compare} {only} };
        let body = view! {
            {figures}
            <h3>{words.member_trend_title(subject)}</h3>
            {drawn(page, trend)}
            {place}
            {foot(page, &shown, Section::Member)}
        };
        Some(section("member", "member", title.into_any(), beside.into_any(), body.into_any()))
    })
}

/// What the month's table tells of a member.
fn figures(page: Page, flow: Flow, breakdown: &Breakdown, entry: &Entry, name: &str) -> AnyView {
    let words = page.words();
    let months = words.span(breakdown.period, breakdown.span);
    let before = |against: Against| words.span(against.before(breakdown.period), breakdown.span);
    let tile = |head: String, answered: &Answer, look: Look, label: String| {
        view! { <div class="tile"><dt>{head}</dt><dd class="big">{answer(page, answered, look, label)}</dd></div> }
            .into_any()
    };
    let change = |against: Against, change: &Change| {
        let [versus, end] = words.versus(against);
        let base = before(against);
        let label = words.member_change_label(name, &base);
        tile(format!("{versus}{base}{end}"), &change.percent, look::CHANGE_UNIT, label)
    };
    let changes =
        Against::of(breakdown.period.frequency(), breakdown.span).iter().map(|against| match against {
            Against::MonthBefore => change(Against::MonthBefore, &entry.mom),
            Against::YearBefore => change(Against::YearBefore, &entry.yoy),
        });
    let tonnes = look::UNIT.to(decimals_of_tonnes([&entry.quantity].into_iter()));
    view! {
        <dl class="tiles">
            {tile(words.quantity_label(flow, &months), &entry.quantity, tonnes, words.member_quantity_label(name))}
            {tile(words.share_head().to_owned(), &entry.share, look::UNIT, words.share_label(name))}
            {changes.collect_view()}
        </dl>
    }
    .into_any()
}
