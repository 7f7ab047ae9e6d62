//! Rows that glide from where they stood to where they stand.

use js_sys::{Function, JSON, Reflect};
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::{next_frame, window, with_document};

/// How long a row is on its way, milliseconds: long enough to be followed, over before the next is read.
const ON_ITS_WAY: f64 = 200.0;
/// The attribute by which a row is found again after it was drawn anew.
const KEY: &str = "data-row";

/// Lets what changes its place with the next frame glide there, row by row, unless the reader wants no motion.
/// A row that was not there before, or that stays, does not move. To be called before the change.
pub fn glide() {
    let Some(window) = window() else { return };
    let is_still =
        window.match_media("(prefers-reduced-motion: reduce)").ok().flatten().is_none_or(|m| m.matches());
    if is_still {
        return;
    }
    let before: Vec<(String, f64)> = rows().into_iter().map(|(key, row)| (key, top(&row))).collect();
    next_frame(move || {
        // All places first: a row that moves would have them worked out again for each.
        let moved = |(key, row): (String, Element)| {
            let stood = before.iter().find(|(of, _)| *of == key)?.1;
            Some((stood - top(&row), row))
        };
        let moved: Vec<_> = rows().into_iter().filter_map(moved).filter(|(by, _)| by.abs() >= 1.0).collect();
        for (by, row) in moved {
            // web-sys has `animate` among what may still change.
            let animate =
                Reflect::get(&row, &"animate".into()).ok().and_then(|f| f.dyn_into::<Function>().ok());
            let by = by.round() as i32;
            let frames = JSON::parse(&format!(
                r#"{{"transform":["translateY({by}px)","none"],"easing":["ease-out","linear"]}}"#
            ));
            if let (Some(animate), Ok(frames)) = (animate, frames) {
                let _ = animate.call2(&row, &frames, &ON_ITS_WAY.into());
            }
        }
    });
}

/// The rows that can be found again, with their keys.
fn rows() -> Vec<(String, Element)> {
    let mut rows = Vec::new();
    with_document(|document| {
        let Ok(list) = document.query_selector_all(&format!("[{KEY}]")) else { return };
        let elements = (0..list.length()).filter_map(|i| list.get(i)?.dyn_into::<Element>().ok());
        rows.extend(elements.filter_map(|row| Some((row.get_attribute(KEY)?, row))));
    });
    rows
}

/// How far below the beginning of its table a row begins, pixels: what moves the table as a whole moves no row.
fn top(row: &Element) -> f64 {
    let top = |element: &Element| element.get_bounding_client_rect().top();
    top(row) - row.parent_element().map_or(0.0, |table| top(&table))
}
