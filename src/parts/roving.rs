//! The arrow keys within a chart: one stop of the Tab key, and from there from mark to mark.

use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, SvgElement};

use crate::browser;

/// A chart, and its marks that can have the focus.
const DRAWING: &str = ".drawing";
const TARGET: &str = ".target";

/// Listens to the arrow keys, for the page's lifetime.
pub fn listen() {
    browser::listen(&["keydown"], move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key) else { return };
        let (Some(drawing), Some(now)) = (browser::parent(&event, DRAWING), browser::parent(&event, TARGET))
        else {
            return;
        };
        let Ok(targets) = drawing.query_selector_all(TARGET) else { return };
        let element = |place: u32| targets.get(place)?.dyn_into::<Element>().ok();
        let last = targets.length().saturating_sub(1);
        let Some(place) = (0..=last).find(|place| element(*place).as_ref() == Some(&now)) else { return };
        let next = match key.as_str() {
            "ArrowRight" | "ArrowDown" => place.saturating_add(1).min(last),
            "ArrowLeft" | "ArrowUp" => place.saturating_sub(1),
            "Home" => 0,
            "End" => last,
            _ => return,
        };
        event.prevent_default();
        if let Some(next) = element(next) {
            // The stop of the Tab key is where the reader was last.
            let _ = now.set_attribute("tabindex", "-1");
            let _ = next.set_attribute("tabindex", "0");
            if let Some(next) = next.dyn_ref::<SvgElement>() {
                let _ = next.focus();
            }
        }
    });
}
