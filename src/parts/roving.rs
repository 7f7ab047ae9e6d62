//! The arrow keys within a chart or a table: one stop of the Tab key each, and from there from mark to mark, from cell
//! to cell.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent, SvgElement};

use crate::browser;

/// A chart, and its marks that can have the focus.
const DRAWING: &str = ".drawing";
const TARGET: &str = ".target";
/// A table, its rows, its cells, and what in them can have the focus.
const TABLE: &str = "table";
const ROW: &str = "tr";
const CELL: &str = "td, th";
const STOP: &str = "a[href], button, input";

/// Where a key leads.
#[derive(Clone, Copy)]
enum Way {
    Before,
    After,
    Above,
    Below,
    First,
    Last,
}

impl Way {
    fn of(key: &str) -> Option<Way> {
        Some(match key {
            "ArrowLeft" => Way::Before,
            "ArrowRight" => Way::After,
            "ArrowUp" => Way::Above,
            "ArrowDown" => Way::Below,
            "Home" => Way::First,
            "End" => Way::Last,
            _ => return None,
        })
    }
}

/// Listens to these keys, for the page's lifetime.
pub fn listen() {
    browser::listen(&["keydown"], move |event| {
        let Some(keyboard) = event.dyn_ref::<KeyboardEvent>() else { return };
        let (Some(now), key) = (browser::target(&event), keyboard.key()) else { return };
        if keyboard.alt_key() || keyboard.ctrl_key() || keyboard.meta_key() {
            return;
        }
        let next = match (browser::parent(&event, DRAWING), browser::parent(&event, TABLE)) {
            (Some(drawing), _) => Way::of(&key).and_then(|way| mark(&drawing, &now, way)),
            (None, Some(table)) if key == "Tab" => {
                // From the last one, or the first one, the browser itself goes on to what comes after the table,
                // or before it.
                let stops = stops(&table);
                if let Some(end) = if keyboard.shift_key() { stops.first() } else { stops.last() } {
                    focus(end);
                }
                return;
            }
            (None, Some(table)) => Way::of(&key).and_then(|way| stop(&table, &now, way)),
            (None, None) => None,
        };
        if let Some(next) = next {
            event.prevent_default();
            focus(&next);
        }
    });
}

fn all(of: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = of.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|place| found.get(place)?.dyn_into().ok()).collect()
}

/// What can have the focus and is seen: a narrow screen hides columns.
fn stops(of: &Element) -> Vec<Element> {
    let is_seen = |stop: &Element| stop.dyn_ref::<HtmlElement>().is_some_and(|s| s.offset_parent().is_some());
    all(of, STOP).into_iter().filter(is_seen).collect()
}

fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<SvgElement>() {
        let _ = element.focus();
    } else if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// The place to go to in a list from a place in it.
fn step(from: usize, length: usize, way: Way) -> usize {
    match way {
        Way::Before | Way::Above => from.saturating_sub(1),
        Way::After | Way::Below => (from + 1).min(length.saturating_sub(1)),
        Way::First => 0,
        Way::Last => length.saturating_sub(1),
    }
}

/// The mark of a chart that is next. It is the stop of the Tab key from then on.
fn mark(drawing: &Element, now: &Element, way: Way) -> Option<Element> {
    let now = now.closest(TARGET).ok()??;
    let targets = all(drawing, TARGET);
    let next = targets.get(step(targets.iter().position(|t| *t == now)?, targets.len(), way))?.clone();
    let _ = now.set_attribute("tabindex", "-1");
    let _ = next.set_attribute("tabindex", "0");
    Some(next)
}

/// What is next in a table: in the row, or in the same column of the nearest row that has something there.
fn stop(table: &Element, now: &Element, way: Way) -> Option<Element> {
    let now = now.closest(STOP).ok()??;
    let row = now.closest(ROW).ok()??;
    if !matches!(way, Way::Above | Way::Below) {
        let stops = stops(&row);
        return stops.get(step(stops.iter().position(|s| *s == now)?, stops.len(), way)).cloned();
    }
    let cell = now.closest(CELL).ok()??;
    let column = all(&row, CELL).iter().position(|c| *c == cell)?;
    let rows = all(table, ROW);
    let place = rows.iter().position(|r| *r == row)?;
    let in_column = |row: &Element| stops(all(row, CELL).get(column)?).into_iter().next();
    match way {
        Way::Above => rows.get(..place)?.iter().rev().find_map(in_column),
        _ => rows.get(place + 1..)?.iter().find_map(in_column),
    }
}
