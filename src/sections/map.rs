//! A breakdown on a map: partners on the world's, provinces on one of tiles.

use leptos::prelude::*;

use crate::charts::{provinces, world};
use crate::parts::button::button;
use crate::parts::drawing::{drawing, width};
use crate::parts::live::live;
use crate::parts::switch::{Choice, switch};
use crate::state::{Page, Shown, WorldLand};
use breakdown::Breakdown;
use chart::Datum;
use chart::kinds::bubble_map::{BubbleMap, Land};
use i18n::Awaited;
use model::Dimension;
use view::Show;

/// Of fewer a map tells nothing.
const LEAST: usize = 4;

/// Whether members of a dimension are somewhere.
pub fn has_map(shown: &Shown, dimension: Dimension) -> bool {
    let has_places = matches!(dimension, Dimension::Destination | Dimension::RegistrationLocation);
    has_places && !shown.catalogue().members(dimension).is_empty()
}

/// The choice between a table and a map.
pub fn show_switch(page: Page) -> AnyView {
    let words = page.words();
    let show = page.view.with(|v| v.show);
    let choices = [Show::Table, Show::Map].into_iter().map(|to| Choice {
        view: page.with(|v| v.show = to),
        is_shown: to == show,
        name: words.show_as(to),
    });
    switch(words.show_switch(), choices)
}

/// The map; `None` where too few have a figure.
pub fn map(page: Page, shown: &Shown, breakdown: &Breakdown, dimension: Dimension) -> Option<AnyView> {
    let words = page.words();
    let months = words.span(breakdown.period, breakdown.span);
    let name = words.map_said(dimension, shown.catalogue().flow, &months);
    let caveat = view! { <p class="caveat">{words.map_caveat(dimension)}</p> };
    if dimension == Dimension::RegistrationLocation {
        let tiles = provinces(words, shown, page.chosen.get().as_deref(), breakdown);
        let are_enough = are_enough(tiles.provinces.iter().map(|province| &province.figure));
        let drawn = live(move || drawing(page, &name, &tiles.draw(width(page))));
        return are_enough.then(|| view! { {caveat}{drawn} }.into_any());
    }
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
        let (drawn, note) = match page.land.get() {
            WorldLand::Here(land) => (map.draw(&land, width(page)), None),
            other => {
                let note = match other {
                    WorldLand::Failed(sentence) => {
                        let again = button(words.try_again().into_any(), move || page.need_land());
                        view! { {sentence}" "{words.no_land()}" "{again} }.into_any()
                    }
                    _ => words.loading(Awaited::Map, 0, 0).into_any(),
                };
                (map.draw(&Land::default(), width(page)), Some(note))
            }
        };
        view! { {drawing(page, &name, &drawn)}<p class="map-note" role="status">{note}</p> }
    })
}
