//! Choices of which one is made, side by side or in a list: each leads to a view.

use std::borrow::Cow;

use leptos::prelude::*;

use crate::parts::link::{address, view_link};
use view::View;

/// One of the choices.
pub struct Choice {
    /// Where it leads.
    pub view: View,
    /// Whether it is what is shown.
    pub is_shown: bool,
    /// Its name.
    pub name: Cow<'static, str>,
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

/// The choices as a list behind its label. The page listens to all of them ([`super::link::listen`]); `name` tells them
/// apart.
pub fn list(name: &'static str, label: &'static str, choices: Vec<Choice>) -> AnyView {
    let option = |choice: Choice| {
        let to = address(&choice.view);
        view! { <option value=to selected=choice.is_shown>{choice.name}</option> }.into_any()
    };
    let options: Vec<AnyView> = choices.into_iter().map(option).collect();
    view! { <label>{label} " " <select class="views" name=name>{options}</select></label> }.into_any()
}
