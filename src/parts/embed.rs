//! A section on a page of somebody else: what stands around it there, and the code that puts it there.

use leptos::html;
use leptos::prelude::*;

use crate::browser;
use crate::parts::live::live;
use crate::parts::section::{address_alone, alone};
use crate::parts::take::{CODE, copyable};
use crate::sections::key_figures::Finding;
use crate::state::Page;
use takeaway::Frame;
use view::{Section, View};

/// What the section is of: the finding of the months, elsewhere the dataset with the rows that count.
#[component]
pub fn EmbedTitle(page: Page) -> impl IntoView {
    live(move || {
        let shown = page.shown.get()?;
        let words = page.words();
        let name = words.name(&shown.catalogue().title).to_owned();
        let facts = words.dataset_facts(&shown.dataset);
        let title = match page.view.with(|v| v.section) {
            Section::Overview => {
                view! { <p class="kicker"><b>{name}</b>" "<span class="facts">{facts}</span></p> <Finding page /> }
                    .into_any()
            }
            _ => view! { <h1>{name}{page.scope()}</h1> <p class="facts">{facts}</p> }.into_any(),
        };
        Some(view! { <div class="title">{title}</div> }.into_any())
    })
}

/// Who the figures are from, and the way to all of them.
#[component]
pub fn EmbedFoot(page: Page) -> impl IntoView {
    live(move || {
        let shown = page.shown.get()?;
        let words = page.words();
        let section = page.view.with(|v| v.section);
        // In full: what takes the section out of the page around it takes the address along.
        let address = address_alone(page, section, None)?;
        Some(
            view! {
                <footer class="foot">
                    <p>{words.source_lead()}{words.source_of(&shown.dataset)}</p>
                    <p><a class="explore" href=address target="_blank" rel="noopener">{words.explore()}</a></p>
                </footer>
            }
            .into_any(),
        )
    })
}

/// Lengths that a frame can have, pixels.
const WIDTHS: [u32; 4] = [360, 480, 640, 800];
const HEIGHTS: [u32; 4] = [360, 480, 640, 800];

/// The choice between a length of its own accord and fixed ones.
fn length([name, automatic]: [&'static str; 2], lengths: [u32; 4], chosen: RwSignal<Option<u32>>) -> AnyView {
    let option = |pixels: u32| {
        view! { <option value=pixels.to_string()>{pixels.to_string()}" px"</option> }.into_any()
    };
    let choose = move |event| chosen.set(event_target_value(&event).parse().ok());
    view! {
        <label>
            {name} " "
            <select on:change=choose>
                <option value="">{automatic}</option>
                {lengths.map(option).into_iter().collect_view()}
            </select>
        </label>
    }
    .into_any()
}

/// The code that puts a section on another page, and how it looks there.
pub fn embed(page: Page, of: Section) -> AnyView {
    let words = page.words();
    let (Some(shown), Some(period)) = (page.shown.get(), page.period.get()) else { return ().into_any() };
    let view = View { embed: true, language: Some(page.language.get()), ..alone(page, of) };
    let address = browser::page_address(&view.to_query());
    let (subject, months) = (shown.dataset.subject(), words.span(period, page.span.get()));
    let title = words.window_title(of, subject, &months, words.name(&shown.catalogue().title), &page.scope());
    let (width, height) = (RwSignal::new(None), RwSignal::new(None));
    let fitting = browser::file_address("embed.js");
    let drawn = move || {
        let frame = Frame { address: &address, title: &title, width: width.get(), height: height.get() };
        let preview = html::iframe()
            .attr("src", address.clone())
            .attr("title", title.clone())
            .attr("width", frame.width_text())
            .attr("height", frame.height_text());
        // One of a fixed height has an element around it: what was fitted is not taken for it.
        let preview = match frame.height {
            None => preview.attr("data-fit", "").into_any(),
            Some(_) => view! { <div>{preview}</div> }.into_any(),
        };
        view! {
            {copyable(page, words.embed_code(), CODE, frame.html(&fitting))}
            <p class="caveat">{words.embed_remark()}</p>
            <p>{words.preview()}</p>
            <div class="preview">{preview}</div>
        }
        .into_any()
    };
    view! {
        <p class="sizes">
            {length(words.width_choices(), WIDTHS, width)}
            {length(words.height_choices(), HEIGHTS, height)}
        </p>
        {live(drawn)}
    }
    .into_any()
}
