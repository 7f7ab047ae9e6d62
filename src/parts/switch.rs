//! A row of buttons of which one is pressed: each leads to a view.

use leptos::prelude::*;

use crate::parts::link::view_link;
use view::View;

/// One of the choices.
pub struct Choice {
    /// Where it leads.
    pub view: View,
    /// Whether it is what is shown.
    pub is_shown: bool,
    /// Its name.
    pub name: &'static str,
}

/// The choices side by side; `label` says what they choose, for those who hear the page.
pub fn switch(label: &'static str, choices: impl Iterator<Item = Choice>) -> AnyView {
    let choice = |choice: Choice| match choice.is_shown {
        true => view! { <span class="choice" aria-current="true">{choice.name}</span> }.into_any(),
        false => view_link(choice.view, "choice", choice.name.into_any()),
    };
    view! { <p class="switch" role="group" aria-label=label>{choices.map(choice).collect_view()}</p> }
        .into_any()
}
