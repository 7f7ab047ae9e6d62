//! What is drawn again when what it reads changes.

use leptos::prelude::*;
use leptos::reactive::graph::{Observer, Subscriber};

use crate::state::Page;

/// A part of a view that is drawn again. One type for all of them: of each closure the module would have its own code
/// to draw, draw again and take away.
pub fn live<V: IntoAny>(mut draw: impl FnMut() -> V + Send + 'static) -> AnyView {
    let draw: Box<dyn FnMut() -> AnyView + Send> = Box::new(move || {
        // A signal forgets who reads it when it changes. Of those that hardly ever do, as the language, it would keep
        // all parts that were ever drawn.
        if let Some(reader) = Observer::get() {
            on_cleanup(move || reader.clear_sources(&reader));
        }
        draw().into_any()
    });
    draw.into_any()
}

/// The same for what lies below the first screen. Where a dataset comes in the place of another one, each of these parts
/// is drawn in a task of its own, so that the page answers meanwhile.
pub fn live_in_turn<V: IntoAny>(page: Page, mut draw: impl FnMut() -> V + Send + 'static) -> AnyView {
    let waits = page.turn();
    live(move || if waits.get() { ().into_any() } else { draw().into_any() })
}

/// The same for what is much to draw besides: it follows a moment after what a reader looks at,
/// so that another month is there within a frame. What was just drawn for what is shown is not drawn for it again.
pub fn live_later<V: IntoAny>(page: Page, mut draw: impl FnMut() -> V + Send + 'static) -> AnyView {
    let waits = page.turn();
    let drawn_for = StoredValue::new(page.seen());
    let due = Trigger::new();
    Effect::new(move |_| {
        page.later.track();
        let seen = untrack(|| page.seen());
        if drawn_for.with_value(|drawn| *drawn != seen) {
            drawn_for.set_value(seen);
            due.notify();
        }
    });
    live(move || {
        due.track();
        if waits.get() { ().into_any() } else { untrack(&mut draw).into_any() }
    })
}
