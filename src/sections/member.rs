//! All of one member: its months, its place among the others.

use leptos::prelude::*;

use super::trend::{around, drawn, window};
use crate::charts::{monthly, places};
use crate::parts::choices::toggled;
use crate::parts::drawing::width;
use crate::parts::link::view_link;
use crate::parts::live::live;
use crate::parts::section::{foot, section};
use crate::state::Page;
use breakdown::{Metric, Point, history};
use chart::{Hue, Size};
use i18n::member_title;
use model::{Period, Span};
use view::{Section, resolve_member};

/// The pictures' heights, pixels.
const HEIGHT: f64 = 260.0;
const HEIGHT_PLACES: f64 = 180.0;

#[component]
pub fn MemberSection(page: Page) -> impl IntoView {
    live(move || {
        let shown = page.shown.get()?;
        let words = page.words();
        let flow = shown.catalogue().flow;
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
        let trend = monthly(words, &shown, cube, Some(member), &points, period)
            .draw(words, Size { width, height: HEIGHT });
        let place =
            places(words, hue, &months, &ranks, period).draw(words, Size { width, height: HEIGHT_PLACES });
        let title = member_title(words, shown.catalogue(), member);
        let only = shown
            .dataset
            .is_recorded()
            .then(|| view_link(toggled(page, member), "more", words.only_this(&title).into_any()));
        let body = view! {
            <h3>{words.member_trend_title(flow)}</h3>
            {drawn(page, words.member_trend_title(flow), &trend)}
            <h3>{words.member_rank_title()}</h3>
            {drawn(page, words.member_rank_said(), &place)}
            {foot(page, &shown, Section::Member)}
        };
        Some(section("member", "member", title.into_any(), only.into_any(), body.into_any()))
    })
}
