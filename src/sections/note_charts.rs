//! What a paragraph of the month's summary says, as the charts that the page has: of the same month, months together and
//! choice.

use std::sync::Arc;

use leptos::prelude::*;

use super::changes::DIMENSIONS;
use super::map::{tiles_chart, treemap_chart};
use super::{prices, structure, trend};
use crate::charts::{around, steps, window};
use crate::parts::drawing::{Chart, drawn, width_beside_text};
use crate::parts::link::view_link;
use crate::state::{Page, Shown};
use breakdown::{Between, Point, breakdown, changes, series};
use chart::Size;
use model::{Dimension, Period, Span};
use note::ChartLink;
use records::Cube;
use view::{Base, Section};

/// Heights, pixels.
const HEIGHT: f64 = 220.0;
const HEIGHT_PARTS: f64 = 260.0;
/// Members with a step of their own: as many as a paragraph names.
const STEPS: usize = 5;

/// What a summary was written of.
#[derive(Clone)]
pub struct Of {
    /// The dataset.
    pub shown: Arc<Shown>,
    /// The sums of the rows that count, where not all do.
    pub chosen: Option<Arc<Cube>>,
}

/// A chart, and what must be known to read it.
type Drawn = (Chart, Option<AnyView>);

/// The charts beside a paragraph. One without data is left out.
pub fn charts(page: Page, of: &Of, links: &[ChartLink]) -> AnyView {
    let width = width_beside_text(page);
    // What else changes brings another summary.
    let drawn = untrack(|| links.iter().filter_map(|link| figure(page, of, link, width)).collect_view());
    view! { <div class="charts">{drawn}</div> }.into_any()
}

fn figure(page: Page, of: &Of, link: &ChartLink, width: f64) -> Option<AnyView> {
    let view = &link.view;
    let (period, span) = (view.period?, view.span);
    let (chart, note) = match view.section {
        Section::Trend => months(page, of, period, width),
        Section::Prices => unit_values(page, of, period, width),
        Section::Ranking(dimension) => members(page, of, dimension, (period, span), width),
        Section::Changes => change(page, of, (period, span), width),
        _ => None,
    }?;
    let heading = view_link(view.clone(), "", chart.heading().to_owned().into_any());
    let figure = view! {
        <figure>
            <figcaption>{heading}</figcaption>
            {note}
            {drawn(page, chart.of_span(span))}
        </figure>
    };
    Some(figure.into_any())
}

fn months_of(of: &Of) -> Arc<Vec<Point>> {
    match &of.chosen {
        Some(chosen) => Arc::new(series(&of.shown.dataset, Some(chosen))),
        None => of.shown.series.clone(),
    }
}

fn months(page: Page, of: &Of, period: Period, width: f64) -> Option<Drawn> {
    let series = months_of(of);
    let points = around(&series, period, window(width));
    if points.iter().all(|point| point.quantity.is_err()) {
        return None;
    }
    let size = Size { width, height: HEIGHT };
    let chart = trend::months(page.words(), &of.shown, of.chosen.as_deref(), points, period, size);
    let legend = trend::legend(&chart.keys);
    Some((chart, Some(legend)))
}

fn unit_values(page: Page, of: &Of, period: Period, width: f64) -> Option<Drawn> {
    let series = months_of(of);
    let size = Size { width, height: HEIGHT };
    prices::over_time(page, &of.shown, of.chosen.as_deref(), &series, period, size)
}

/// Members as what the page shows them as: provinces on their map, many as parts of the whole, few as parts of the months.
fn members(
    page: Page,
    of: &Of,
    dimension: Dimension,
    (period, span): (Period, Span),
    width: f64,
) -> Option<Drawn> {
    let (words, shown, chosen) = (page.words(), &of.shown, of.chosen.as_deref());
    let breakdown = breakdown(&shown.dataset, chosen, period, span);
    let picture = match dimension {
        Dimension::RegistrationLocation => tiles_chart(words, shown, chosen, &breakdown),
        _ => treemap_chart(words, shown, &breakdown, dimension, HEIGHT_PARTS),
    };
    let note = picture.is_some() && dimension == Dimension::RegistrationLocation;
    let note = note.then(|| view! { <p class="caveat">{words.map_caveat(dimension)}</p> }.into_any());
    let chart = match picture {
        Some(chart) => chart(width),
        None => {
            let ranking = breakdown.ranking(dimension);
            if ranking.entries.iter().filter(|entry| entry.quantity.is_ok()).count() < 2 {
                return None;
            }
            let how = (false, ranking.decimals(usize::MAX));
            let size = Size { width, height: HEIGHT };
            let chart =
                structure::chart(words, shown, chosen, &months_of(of), (&breakdown, dimension), how, size)?;
            let name = format!("{} · {}", words.dimension(dimension, shown.catalogue().flow), chart.name);
            chart.named(name)
        }
    };
    Some((chart, note))
}

/// What made the change, by the dimension that tells most of it.
fn change(page: Page, of: &Of, (period, span): (Period, Span), width: f64) -> Option<Drawn> {
    let (words, shown) = (page.words(), &of.shown);
    let between = Between { base: Base::default().of(period, span), period, span };
    let found = |dimension: &Dimension| {
        let changes = changes(&shown.dataset, of.chosen.as_deref(), between, *dimension, STEPS)?;
        Some((*dimension, changes))
    };
    let (dimension, changes) = DIMENSIONS.iter().find_map(found)?;
    let steps = steps(words, shown, between, &changes);
    let [earlier, later] = [between.base, period].map(|month| words.span(month, span));
    let name = [
        words.section(Section::Changes, shown.dataset.subject()).to_owned(),
        words.changes_by(dimension, shown.catalogue().flow),
        words.earlier_to_later(&earlier, &later),
    ];
    let chart = Chart::of_width(Section::Changes, name.join(" · "), width, move |width| steps.draw(width));
    Some((chart, None))
}
