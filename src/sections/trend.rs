//! The months: charts of them, and their table.

use leptos::prelude::*;

use crate::charts::{around, monthly, twelve_months, window, years};
use crate::parts::drawing::{Chart, drawn, drawn_alone, width, width_beside_figures};
use crate::parts::link::view_link;
use crate::parts::live::live;
use crate::parts::number::{answer, month, number, with_text};
use crate::parts::section::{foot, section};
use crate::parts::switch::{Choice, switch};
use crate::parts::table::{self, cell, column, name_cell, row};
use crate::state::{Page, Shown};
use breakdown::{Point, peak};
use chart::kinds::columns::Columns;
use chart::{Hue, Paint, Size};
use i18n::{Known, Words, look};
use model::{Frequency, Period, Span, Subject, decimals_of_tonnes};
use records::Cube;
use view::{Section, TrendChart};

/// The picture's height, pixels.
const HEIGHT: f64 = 260.0;
const HEIGHT_WIDE: f64 = 340.0;

#[component]
pub fn TrendSection(
    page: Page,
    /// All months, and the table.
    wide: bool,
) -> impl IntoView {
    live(move || {
        let shown = page.shown.get()?;
        let words = page.words();
        let subject = shown.dataset.subject();
        let period = page.period.get()?;
        let series = page.series.get();
        let chosen = page.chosen.get();
        let has_table = wide && !page.is_embedded;
        let chart = page.view.with(|v| v.chart);
        // A year has no parts here that could be drawn beside those of others.
        let has_parts = subject.frequency != Frequency::Annual;
        let chart = if has_parts { chart } else { TrendChart::Columns };
        let size = match wide {
            true => Size { width: width(page), height: HEIGHT_WIDE },
            false => Size { width: width_beside_figures(page), height: HEIGHT },
        };
        let points = match wide || chart != TrendChart::Columns {
            true => series.as_slice(),
            false => around(&series, period, window(size.width)),
        };
        let cube = chosen.as_deref();
        let lines = match chart {
            TrendChart::Columns => None,
            TrendChart::Years => Some(years(words, &shown, cube, points, period, Span::Month)),
            TrendChart::Cumulative => Some(years(words, &shown, cube, points, period, Span::Ytd)),
            TrendChart::TwelveMonths => Some(twelve_months(words, &shown, cube, points, period)),
        };
        let (finding, found) = finding(page, subject, &series).unzip();
        let drawing = match lines {
            Some(lines) => {
                let name = words.trend_chart_said(chart, subject);
                Chart::new(Section::Trend, name, size, move |size| lines.draw(words, size))
            }
            None => months(words, &shown, cube, points, period, size),
        };
        let legend = legend(&drawing.keys);
        let drawing = drawing.finding(found);
        let more = page.with(|v| v.section = Section::Trend);
        let first_to_last = points.first().zip(points.last()).map(|(a, b)| {
            let [before, to, behind] = words.first_to_last();
            let (first, last) =
                (month(a.period, words.month(a.period)), month(b.period, words.month(b.period)));
            view! { {before} {first} {to} {last} {behind} }.into_any()
        });
        let beside = view! {
            <p class="when">{first_to_last}</p>
            {(!wide).then(|| view_link(more, "more", words.trend_more(subject.frequency).into_any()))}
        };
        let body = view! {
            {finding}
            {has_parts.then(|| charts(page, chart, shown.dataset.is_recorded()))}
            {match has_table {
                // Here it follows.
                true => drawn_alone(page, drawing),
                false => drawn(page, drawing),
            }}
            {legend}
            {has_table.then(|| table(page, subject, points))}
            {foot(page, &shown, Section::Trend)}
        };
        let title = words.trend_title(subject).into_any();
        Some(section("trend", "trend", title, beside.into_any(), body.into_any()))
    })
}

/// The months as columns, with what their colours mean.
pub fn months(
    words: &'static dyn Words,
    shown: &Shown,
    chosen: Option<&Cube>,
    points: &[Point],
    period: Period,
    size: Size,
) -> Chart {
    let subject = shown.dataset.subject();
    let name = words.trend_chart_said(TrendChart::Columns, subject);
    let columns = monthly(words, shown, chosen, None, points, period);
    let keys = keys(words, shown.dataset.is_recorded(), subject, &columns);
    Chart::new(Section::Trend, name, size, move |size| columns.draw(words, size)).keys(keys)
}

/// "Highest of the 23 known months: November 2025, 33,223–33,400 t". What a cut file leaves open is no answer, and is
/// named.
fn finding(page: Page, subject: Subject, series: &[Point]) -> Option<(AnyView, String)> {
    let is_incomplete = |point: &Point| point.quantity.as_ref().is_ok_and(|figure| figure.is_incomplete());
    let open: Vec<Period> = series.iter().filter(|p| is_incomplete(p)).map(|p| p.period).collect();
    let whole = series.iter().filter(|point| !is_incomplete(point));
    let (highest, known) = peak(whole)?;
    let figure = highest.quantity.as_ref().ok()?;
    let words = page.words();
    let name = words.month(highest.period);
    let label = words.quantity_label(subject.flow, &name);
    let [known, comma] = words.highest_of_known(known as u64, subject.frequency);
    let said = words.sentence(&format!("{known}{name}{comma}{}", i18n::shown(words, figure, look::ROUNDED)));
    let link = view_link(page.with(|v| v.period = Some(highest.period)), "", month(highest.period, name));
    let left_out = if open.is_empty() { String::new() } else { words.incomplete_left_out(&open) };
    let quantity = with_text(number(page, figure, look::ROUNDED, label), &left_out);
    let finding = view! { <p class="finding">{known}{link}{comma}{quantity}</p> };
    Some((finding.into_any(), said))
}

/// The ways to draw the months. Of twelve months together only records tell.
fn charts(page: Page, chart: TrendChart, is_recorded: bool) -> AnyView {
    let words = page.words();
    let choice = |(_, to): (&str, TrendChart)| Choice {
        view: page.with(|v| v.chart = to),
        is_shown: to == chart,
        name: words.trend_chart(to, page.subject().frequency).into(),
    };
    let offered =
        TrendChart::NAMES.into_iter().filter(|(_, to)| is_recorded || *to != TrendChart::TwelveMonths);
    switch(words.chart_switch(), offered.map(choice))
}

/// What the columns' colours mean: of records there is one, and of a line.
fn keys(words: &dyn Words, is_recorded: bool, subject: Subject, columns: &Columns) -> Vec<(Paint, String)> {
    let mut keys = Vec::new();
    if !is_recorded {
        keys.push((Paint::Column, words.known(Known::Reported).to_owned()));
        keys.push((Paint::Derived, words.legend_derived().to_owned()));
        keys.push((Paint::Gap, words.known(Known::Missing).to_owned()));
    }
    if columns.columns.iter().any(|column| column.mean.is_some()) {
        keys.push((Paint::Line(Hue::Accent), words.mean_of_a_year(subject.frequency).to_owned()));
    }
    keys
}

/// What colours mean, in words.
pub fn legend(keys: &[(Paint, String)]) -> AnyView {
    let key = |(paint, name): &(Paint, String)| {
        let class = match paint {
            Paint::Column => "key printed",
            Paint::Derived => "key implied",
            Paint::Gap => "key gap",
            _ => "key mean",
        };
        view! { <span><i class=class></i>{name.clone()}</span> }.into_any()
    };
    let keys = keys.iter().map(key).collect_view();
    view! { <p class="legend">{keys}</p> }.into_any()
}

fn table(page: Page, subject: Subject, points: &[Point]) -> AnyView {
    let words = page.words();
    let look = look::BARE.to(decimals_of_tonnes(points.iter().map(|point| &point.quantity)));
    let rows = points.iter().rev().map(|point| {
        let name = words.month(point.period);
        let go = page.with(|v| v.period = Some(point.period));
        let how = words.known(Known::of(&point.quantity));
        let quantity = answer(page, &point.quantity, look, words.quantity_label(subject.flow, &name));
        let cells = vec![
            name_cell(view_link(go, "", month(point.period, name))),
            cell("quantity", quantity),
            cell("how", how.into_any()),
        ];
        row("", cells)
    });
    let heads = vec![
        column("name", words.month_head(subject.frequency).into_any()),
        column("quantity", words.quantity_head(subject.unit).into_any()),
        column("how", words.known_head().into_any()),
    ];
    table::table("plain", words.trend_caption(subject), heads, rows.collect())
}
