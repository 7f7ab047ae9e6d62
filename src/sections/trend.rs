//! Monthly totals: the picture and its table.

use leptos::prelude::*;
use leptos::svg;

use crate::parts::link::{address, view_link};
use crate::parts::live::live;
use crate::parts::number::{answer, month};
use crate::parts::section::section;
use crate::parts::table::{self, cell, column, name_cell, row};
use crate::state::Page;
use breakdown::Point;
use chart::{Anchor, Item, Scene, TrendSize, trend};
use i18n::{Known, look};
use model::{Flow, Period};
use view::Section;

/// Months in the short picture.
const SHORT: usize = 24;
/// The page's column: its greatest width and its margins, as the style has them, pixels.
const COLUMN: f64 = 1120.0;
const MARGIN_WIDE: f64 = 64.0;
const MARGIN_NARROW: f64 = 32.0;
const NARROW: f64 = 640.0;
/// The picture's height, pixels.
const HEIGHT: f64 = 240.0;
const HEIGHT_WIDE: f64 = 340.0;

#[component]
pub fn TrendSection(
    page: Page,
    /// All months, and the table.
    wide: bool,
) -> impl IntoView {
    let size = Memo::new(move |_| {
        let width = page.width.get();
        let margin = if width < NARROW { MARGIN_NARROW } else { MARGIN_WIDE };
        (width - margin).clamp(240.0, COLUMN)
    });
    live(move || {
        let shown = page.shown.get()?;
        let words = page.words();
        let flow = shown.catalogue().flow;
        let period = page.period.get()?;
        let series = page.series.get();
        let points = if wide { series.to_vec() } else { around(&series, period) };
        let height = if wide { HEIGHT_WIDE } else { HEIGHT };
        let scene = trend(words, &points, period, TrendSize { width: size.get(), height });
        let more = page.with(|v| v.section = Section::Trend);
        let months = points.first().zip(points.last()).map(|(a, b)| {
            let [before, to, behind] = words.first_to_last();
            let (first, last) =
                (month(a.period, words.month(a.period)), month(b.period, words.month(b.period)));
            view! { {before} {first} {to} {last} {behind} }.into_any()
        });
        let beside = view! {
            <p class="when">{months}</p>
            {(!wide).then(|| view_link(more, "more", words.trend_more().into_any()))}
        };
        let body = view! {
            {drawing(page, flow, &scene)}
            {(!shown.dataset.is_recorded()).then(|| view! {
                <p class="legend">
                    <span><i class="key printed"></i>{words.known(Known::Reported)}</span>
                    <span><i class="key implied"></i>{words.legend_derived()}</span>
                    <span><i class="key gap"></i>{words.known(Known::Missing)}</span>
                </p>
            }.into_any())}
            {wide.then(|| table(page, flow, &points))}
        };
        let title = words.trend_title(flow).into_any();
        Some(section("trend", "trend", title, beside.into_any(), body.into_any()))
    })
}

/// The last two years of the dataset, or the two years around an earlier month.
fn around(series: &[Point], period: Period) -> Vec<Point> {
    let last = series.len().saturating_sub(SHORT);
    let chosen = series.iter().position(|p| p.period == period).unwrap_or(last);
    let start = if chosen >= last { last } else { chosen.saturating_sub(SHORT / 2) };
    series.iter().skip(start).take(SHORT).cloned().collect()
}

fn drawing(page: Page, flow: Flow, scene: &Scene) -> AnyView {
    let items = scene.items.iter().map(|i| item(page, i)).collect_view();
    view! {
        <svg
            class="drawing"
            role="group"
            aria-label=page.words().trend_drawing(flow)
            width=scene.width
            height=scene.height
            viewBox=format!("0 0 {} {}", scene.width, scene.height)
        >
            {items}
        </svg>
    }
    .into_any()
}

fn item(page: Page, item: &Item) -> AnyView {
    match item {
        Item::Rect { x, y, width, height, class } => svg::rect()
            .attr("x", tenth(*x))
            .attr("y", tenth(*y))
            .attr("width", tenth(*width))
            .attr("height", tenth(*height))
            .attr("class", *class)
            .into_any(),
        Item::Line { x1, y1, x2, y2, class } => svg::line()
            .attr("x1", tenth(*x1))
            .attr("y1", tenth(*y1))
            .attr("x2", tenth(*x2))
            .attr("y2", tenth(*y2))
            .attr("class", *class)
            .into_any(),
        Item::Text { x, y, anchor, class, text } => svg::text()
            .attr("x", tenth(*x))
            .attr("y", tenth(*y))
            .attr("text-anchor", if *anchor == Anchor::Middle { "middle" } else { "start" })
            .attr("class", *class)
            .child(text.clone())
            .into_any(),
        Item::Month { period, label, items } => {
            let view = page.with(|v| v.period = Some(*period));
            let children = items.iter().map(|i| self::item(page, i)).collect_view();
            svg::a()
                .attr("href", address(&view))
                .attr("aria-label", label.clone())
                .child((svg::title().child(label.clone()), children))
                .into_any()
        }
    }
}

/// Pixels to a tenth: more digits only make the page longer.
fn tenth(pixels: f64) -> String {
    format!("{pixels:.1}")
}

fn table(page: Page, flow: Flow, points: &[Point]) -> AnyView {
    let words = page.words();
    let rows = points.iter().rev().map(|point| {
        let name = words.month(point.period);
        let go = page.with(|v| v.period = Some(point.period));
        let how = words.known(Known::of(&point.quantity));
        let quantity = answer(page, &point.quantity, look::BARE, words.quantity_label(flow, &name));
        let cells = vec![
            name_cell(view_link(go, "", month(point.period, name))),
            cell("quantity", quantity),
            cell("how", how.into_any()),
        ];
        row("", cells)
    });
    let heads = vec![
        column("name", words.month_head().into_any()),
        column("quantity", words.quantity_head().into_any()),
        column("how", words.known_head().into_any()),
    ];
    table::table("plain", words.trend_caption(flow), heads, rows.collect())
}
