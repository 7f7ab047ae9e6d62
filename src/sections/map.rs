//! A breakdown as a picture: partners on a map of the world, provinces on one of tiles, parts of the whole as areas. Its
//! table is a choice beside it.

use leptos::prelude::*;

use crate::charts::{LEAST, provinces, treemap, world};
use crate::parts::button::button;
use crate::parts::drawing::{Chart, drawn_alone, width};
use crate::parts::live::live;
use crate::parts::switch::{Choice, switch};
use crate::state::{Page, Shown, WorldLand};
use breakdown::Breakdown;
use chart::kinds::bubble_map::BubbleMap;
use chart::{Datum, Size};
use i18n::{Awaited, Words};
use model::Dimension;
use records::Cube;
use view::{Section, Show};

/// The treemap's height, pixels.
const HEIGHT: f64 = 420.0;

/// The ways in which the members of a dimension can be shown.
pub fn ways(shown: &Shown, dimension: Dimension) -> Vec<Show> {
    let members = shown.catalogue().members(dimension).len();
    let has_places = matches!(dimension, Dimension::Destination | Dimension::RegistrationLocation);
    let has_parts = matches!(dimension, Dimension::Destination | Dimension::Product);
    let mut ways = vec![Show::Table];
    ways.extend((has_places && members > 0).then_some(Show::Map));
    ways.extend((has_parts && members >= LEAST).then_some(Show::Treemap));
    ways
}

/// The choice between them; none where there is one.
pub fn show_switch(page: Page, ways: &[Show]) -> Option<AnyView> {
    let words = page.words();
    let show = page.view.with(|v| v.show);
    let choices = ways.iter().map(|to| Choice {
        view: page.with(|v| v.show = *to),
        is_shown: *to == show,
        name: words.show_as(*to).into(),
    });
    (ways.len() > 1).then(|| switch(words.show_switch(), choices))
}

/// A chart of a width, pixels, whose data is made once.
pub type OfWidth = Box<dyn Fn(f64) -> Chart + Send>;

/// A treemap as high as it is told, pixels; `None` where too few have a figure.
pub fn treemap_chart(
    words: &'static dyn Words,
    shown: &Shown,
    breakdown: &Breakdown,
    dimension: Dimension,
    height: f64,
) -> Option<OfWidth> {
    let treemap = treemap(words, shown, breakdown, dimension)?;
    let months = words.span(breakdown.period, breakdown.span);
    let name = words.treemap_said(dimension, shown.catalogue().flow, &months);
    Some(Box::new(move |width| {
        let treemap = treemap.clone();
        let draw = move |size| treemap.draw(size);
        Chart::new(Section::Ranking(dimension), name.clone(), Size { width, height }, draw)
    }))
}

/// Provinces on a map of tiles; `None` where too few have a figure.
pub fn tiles_chart(
    words: &'static dyn Words,
    shown: &Shown,
    chosen: Option<&Cube>,
    breakdown: &Breakdown,
) -> Option<OfWidth> {
    let dimension = Dimension::RegistrationLocation;
    let tiles = provinces(words, shown, chosen, breakdown);
    if !are_enough(tiles.provinces.iter().map(|province| &province.figure)) {
        return None;
    }
    let months = words.span(breakdown.period, breakdown.span);
    let name = words.map_said(dimension, shown.catalogue().flow, &months);
    Some(Box::new(move |width| {
        let tiles = tiles.clone();
        let draw = move |width| tiles.draw(width);
        Chart::of_width(Section::Ranking(dimension), name.clone(), width, draw)
    }))
}

/// A treemap; `None` where too few have a figure.
pub fn parts(page: Page, shown: &Shown, breakdown: &Breakdown, dimension: Dimension) -> Option<AnyView> {
    let chart = treemap_chart(page.words(), shown, breakdown, dimension, HEIGHT)?;
    Some(live(move || drawn_alone(page, chart(width(page)))))
}

/// The map; `None` where too few have a figure.
pub fn map(page: Page, shown: &Shown, breakdown: &Breakdown, dimension: Dimension) -> Option<AnyView> {
    let words = page.words();
    let caveat = view! { <p class="caveat">{words.map_caveat(dimension)}</p> };
    if dimension == Dimension::RegistrationLocation {
        let chart = tiles_chart(words, shown, page.chosen.get().as_deref(), breakdown)?;
        let drawn = live(move || drawn_alone(page, chart(width(page))));
        return Some(view! { {caveat}{drawn} }.into_any());
    }
    let months = words.span(breakdown.period, breakdown.span);
    let name = words.map_said(dimension, shown.catalogue().flow, &months);
    let (map, without_place) = world(words, shown, breakdown);
    if !are_enough(map.bubbles.iter().map(|bubble| &bubble.figure)) {
        return None;
    }
    let rest = (without_place > 0)
        .then(|| view! { <p class="caveat">{words.without_place(without_place as u64)}</p> }.into_any());
    Some(view! { {caveat}{on_land(page, name, map)}{rest} }.into_any())
}

fn are_enough<'a>(mut figures: impl Iterator<Item = &'a Datum>) -> bool {
    figures.by_ref().filter(|figure| figure.is_ok()).nth(LEAST - 1).is_some()
}

/// Bubbles, on land once that is there. Nothing moves when it comes.
fn on_land(page: Page, name: String, map: BubbleMap) -> AnyView {
    Effect::new(move |_| page.need_land());
    live(move || {
        let words = page.words();
        let (land, note) = match page.land.get() {
            WorldLand::Here(land) => (land, None),
            other => {
                let note = match other {
                    WorldLand::Failed(sentence) => {
                        let again = button(words.try_again().into_any(), move || page.need_land());
                        view! { {sentence}" "{words.no_land()}" "{again} }.into_any()
                    }
                    _ => words.loading(Awaited::Map, 0, 0).into_any(),
                };
                (Default::default(), Some(note))
            }
        };
        let map = map.clone();
        let of = Section::Ranking(Dimension::Destination);
        let chart = Chart::of_width(of, name.clone(), width(page), move |width| map.draw(&land, width));
        view! { {drawn_alone(page, chart)}<p class="map-note" role="status">{note}</p> }
    })
}
