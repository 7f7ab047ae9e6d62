//! The frame of a section.

use leptos::prelude::*;

/// A section of the page: its title, what stands beside that, and what it is about.
pub fn section(
    class: &'static str,
    id: &'static str,
    title: AnyView,
    beside: AnyView,
    body: AnyView,
) -> AnyView {
    let title_id = format!("{id}-title");
    view! {
        <section class=class id=id aria-labelledby=title_id>
            <div class="heading">
                <h2 id=title_id.clone()>{title}</h2>
                {beside}
            </div>
            {body}
        </section>
    }
    .into_any()
}
