//! What must be known before any figure is read: whose data it is, and which rows count.

use leptos::prelude::*;

use super::link::{TO_COMPARISON, view_link};
use crate::parts::live::live;
use crate::state::{DatasetOwner, Page};
use crate::tools::add_figures::AddedBanner;
use crate::tools::your_file::YourFile;
use i18n::member_title;
use model::{Dimension, MemberId};
use view::{MemberCode, Section, View, resolve_compared};

/// What must be known before any figure is read: that rows are made up, or the reader's own.
#[component]
pub fn Banner(page: Page) -> impl IntoView {
    live(move || {
        let shown = page.shown.get()?;
        let synthetic = shown.dataset.is_synthetic().then(|| {
            let [strong, rest] = page.words().synthetic_banner();
            view! { <p class="banner synthetic" role="note"><strong>{strong}</strong>{rest}</p> }.into_any()
        });
        let own = match shown.owner {
            DatasetOwner::Site => ().into_any(),
            DatasetOwner::Extended => view! { <AddedBanner page /> }.into_any(),
            DatasetOwner::Reader => view! { <YourFile page /> }.into_any(),
        };
        Some(view! { {synthetic} {own} }.into_any())
    })
}

/// The rows that count, each choice with a way to drop it.
#[component]
pub fn Choices(page: Page) -> impl IntoView {
    live(move || {
        let shown = page.shown.get()?;
        shown.dataset.sums()?;
        let words = page.words();
        let filter = page.filter();
        let mut chips = Vec::new();
        for dimension in Dimension::ALL {
            for member in filter.chosen(dimension).unwrap_or_default() {
                let member = MemberId { dimension, index: *member };
                let name = member_title(words, shown.catalogue(), member);
                let content = view! {
                    {name.clone()} " " <span aria-hidden="true">"×"</span><span class="hidden">{words.remove()}</span>
                };
                chips.push(view_link(toggled(page, member), "chip", content.into_any()));
            }
        }
        let any = !chips.is_empty();
        let all = page.with(|v| v.chosen = Default::default());
        any.then(|| {
            view! {
                <p class="choices">
                    {words.only()} " " {chips}
                    {view_link(all, "", words.show_everything().into_any())}
                </p>
            }
            .into_any()
        })
    })
}

/// The members that are compared, each with a way to drop it, and the way to their chart.
#[component]
pub fn Compared(page: Page) -> impl IntoView {
    live(move || {
        let shown = page.shown.get()?;
        let words = page.words();
        let view = page.view.get();
        let first = view.compare.first()?.dimension;
        // There the chart is below the table.
        if view.section == Section::Ranking(first) {
            return None;
        }
        let chips: Vec<AnyView> = resolve_compared(&view, shown.catalogue())
            .0
            .into_iter()
            .filter_map(|member| {
                let code = page.code(member)?;
                let without = page.with(|v| v.compare.retain(|other| *other != code));
                let name = member_title(words, shown.catalogue(), member);
                let content = view! {
                    {name} " " <span aria-hidden="true">"×"</span><span class="hidden">{words.remove()}</span>
                };
                Some(view_link(without, "chip", content.into_any()))
            })
            .collect();
        let chart = page.with(|v| v.section = Section::Ranking(first));
        let link = view_link(chart, TO_COMPARISON, words.to_comparison().into_any());
        (!chips.is_empty())
            .then(|| view! { <p class="compared">{words.comparing()} " " {chips} {link}</p> }.into_any())
    })
}

/// The view with a member chosen, or no longer.
pub fn toggled(page: Page, member: MemberId) -> View {
    let code = page.code(member);
    page.with(|view| {
        if let Some(MemberCode { dimension, code }) = code {
            let chosen = &mut view.chosen[dimension];
            match chosen.iter().position(|c| *c == code) {
                Some(place) => drop(chosen.remove(place)),
                None => chosen.push(code),
            }
        }
    })
}
