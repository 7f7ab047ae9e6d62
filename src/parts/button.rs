//! Buttons that do something when they are pressed.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// A button.
pub fn button(content: AnyView, mut press: impl FnMut() + 'static) -> AnyView {
    listening(content, Box::new(move |_| press()))
}

/// One listener for all: of each kind of closure the module would have a listener's code.
fn listening(content: AnyView, press: Box<dyn FnMut(MouseEvent)>) -> AnyView {
    view! { <button type="button" on:click=press>{content}</button> }.into_any()
}
