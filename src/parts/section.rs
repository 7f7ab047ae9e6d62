//! The frame of a section.

use leptos::prelude::*;

use crate::browser;
use crate::parts::download::download;
use crate::parts::link::view_link;
use crate::parts::take::take;
use crate::state::{Page, Shown};
use model::Span;
use view::{Section, View, YOUR_FILE};

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

/// The foot of a section with figures: who they are from, a link to it alone that keeps its meaning, and its table as
/// a file.
pub fn foot(page: Page, shown: &Shown, of: Section) -> AnyView {
    // One section alone has that below all of it.
    if page.is_embedded {
        return ().into_any();
    }
    let words = page.words();
    let link = alone(page, of);
    let sources = view_link(
        page.with(|v| v.section = Section::Sources),
        "",
        words.source_of(&shown.dataset).into_any(),
    );
    view! {
        <div class="foot">
            <p>{words.source_lead()}{sources}" "{view_link(link, "", words.link_to_this().into_any())}</p>
            {download(page, of, false)}
            {take(page, of)}
        </div>
    }
    .into_any()
}

/// A section alone of the dataset and the month that are shown, on the whole page: a view that stays what it is when the
/// defaults move on.
pub fn alone(page: Page, of: Section) -> View {
    let (dataset, period) = (page.dataset_id(), page.period.get_untracked());
    page.view.with(|v| View { section: of, dataset, period, embed: false, ..v.clone() })
}

/// Its full address; `span` is how many months together it is of, where that is not what the page says. `None` of a file
/// that only this browser has: it cannot be linked to.
pub fn address_alone(page: Page, of: Section, span: Option<Span>) -> Option<String> {
    let is_yours = page.dataset_id()? == YOUR_FILE;
    let view = alone(page, of);
    let view = View { span: span.unwrap_or(view.span), ..view };
    (!is_yours).then(|| browser::page_address(&view.to_query()))
}
