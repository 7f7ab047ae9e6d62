//! What a section offers besides files of its table: a frame for other pages, citations, and lines of code that fetch
//! its dataset.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;

use crate::browser;
use crate::parts::embed::embed;
use crate::parts::live::live;
use crate::parts::section::address_alone;
use crate::state::{DatasetOwner, Page};
use i18n::plain_finding;
use model::Language;
use takeaway::{Citation, bibtex, gb_t_7714, lines};
use view::Section;

/// What is offered, in the order of [`i18n::SharingWords::offers`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offer {
    /// A frame for other pages.
    Embed,
    /// Citations.
    Cite,
    /// Lines of code.
    Code,
}

const OFFERS: [Offer; 3] = [Offer::Embed, Offer::Cite, Offer::Code];

/// Buttons for what a section offers, and what was asked for. That stays when the section is drawn anew.
pub fn take(page: Page, of: Section) -> AnyView {
    let asked = move || page.offered.get().filter(|(section, _)| *section == of).map(|(_, offer)| offer);
    let buttons = move || {
        let asked = asked();
        let button = |(offer, name): (Offer, &'static str)| {
            let is_open = asked == Some(offer);
            let press = move |_| page.offered.set(Some((of, offer)).filter(|_| !is_open));
            view! { <button type="button" aria-expanded=is_open.to_string() on:click=press>{name}</button> }
                .into_any()
        };
        let offers = OFFERS.into_iter().zip(page.words().offers());
        offers.map(button).collect_view()
    };
    let offered = move || {
        asked().and_then(|offer| match offer {
            Offer::Embed => shared(page, || embed(page, of)),
            Offer::Cite => citations(page, of),
            Offer::Code => shared(page, || code(page)),
        })
    };
    view! { <div class="offers">{live(buttons)}</div> <div class="offered">{live(offered)}</div> }.into_any()
}

/// What only makes sense of what others can see, too; in its place why they cannot.
fn shared(page: Page, what: impl FnOnce() -> AnyView) -> Option<AnyView> {
    let words = page.words();
    let told = |why: &'static str| view! { <p>{why}</p> }.into_any();
    Some(match page.shown.get()?.owner {
        DatasetOwner::Reader => told(words.nobody_else_has()),
        DatasetOwner::Extended => view! { {told(words.without_added())} {what()} }.into_any(),
        DatasetOwner::Site => what(),
    })
}

/// A section as it is cited.
fn citation(page: Page, of: Section) -> Option<Citation> {
    let (shown, period, words) = (page.shown.get()?, page.period.get()?, page.words());
    let (source, has_others) = words.cited_source(&shown.dataset);
    let part = words.section(of, shown.dataset.subject());
    let title = format!("{}{}", words.name(&shown.catalogue().title), page.scope());
    let is_synthetic = shown.dataset.is_synthetic();
    Some(Citation {
        source,
        has_others,
        title: words.title_of(&title, part),
        facts: words.dataset_facts(&shown.dataset),
        months: words.span(period, page.span.get()),
        year: period.year(),
        key: format!("{}-{period}-{}", shown.id, of.name()),
        accessed: browser::today(),
        address: address_alone(page, of, None).unwrap_or_default(),
        synthetic: if is_synthetic { words.cited_as_synthetic().to_owned() } else { String::new() },
    })
}

fn citations(page: Page, of: Section) -> Option<AnyView> {
    let cited = citation(page, of)?;
    let words = page.words();
    let [finding, short, full] = words.citation_names();
    // What the months did is shown by these columns; other sections have their own to tell.
    let sentence = page.shown.get().zip(page.breakdown.get()).filter(|_| of == Section::Trend);
    let sentence = sentence.map(|(shown, breakdown)| {
        let sentence = words.finding(shown.catalogue(), &breakdown, &page.scope());
        text(page, finding, format!("{}\n{}", plain_finding(words, &sentence), words.cited_in_short(&cited)))
    });
    // Chinese libraries want their own.
    let national =
        (page.language.get() == Language::Chinese).then(|| text(page, "GB/T 7714", gb_t_7714(&cited)));
    Some(
        view! {
            {sentence}
            {text(page, short, words.cited_in_short(&cited))}
            {text(page, full, words.cited_in_full(&cited))}
            {national}
            {code_of(page, "BibTeX", bibtex(&cited))}
        }
        .into_any(),
    )
}

fn code(page: Page) -> AnyView {
    let words = page.words();
    let Some(file) = page.table_file() else { return view! { <p>{words.in_several_files()}</p> }.into_any() };
    let address = browser::file_address(&file);
    let lines = words.programs().into_iter().zip(lines(&address));
    let lines = lines.map(|(program, lines)| code_of(page, program, lines)).collect_view();
    view! {
        <p>{words.lines_fetch()}" "<a href=file download="">{words.file_of_lines()}</a></p>
        {lines}
    }
    .into_any()
}

fn text(page: Page, name: &'static str, text: String) -> AnyView {
    copyable(page, name, "", text)
}

fn code_of(page: Page, name: &'static str, code: String) -> AnyView {
    copyable(page, name, CODE, code)
}

/// The class of a field of code.
pub const CODE: &str = "code";

/// A text in a field with a button that copies it ([`listen`]).
pub fn copyable(page: Page, name: &'static str, class: &'static str, text: String) -> AnyView {
    view! {
        <div class="copyable">
            <label>
                {name}
                <textarea class=class rows="2" readonly spellcheck="false" prop:value=text></textarea>
            </label>
            <button type="button">{page.words().copy(class == CODE)}</button> " " <span role="status"></span>
        </div>
    }
    .into_any()
}

/// For the page's lifetime: copies what is beside a button that is pressed, and where the browser does not let the page
/// copy, selects it. Escape closes what was asked for, and gives the focus back to its button.
pub fn listen(page: Page) {
    browser::on_escape(move || {
        let Some((of, offer)) =
            page.offered.get_untracked().filter(|_| browser::has_focus(".offers, .offered"))
        else {
            return;
        };
        page.offered.set(None);
        let place = OFFERS.iter().position(|each| *each == offer).unwrap_or_default() + 1;
        let button = format!("#{} .offers button:nth-of-type({place})", of.name());
        browser::next_frame(move || browser::focus(&button));
    });
    browser::listen(&["click"], move |event| {
        let Some(button) = browser::parent(&event, ".copyable button") else { return };
        let part = |selector| button.parent_element()?.query_selector(selector).ok().flatten();
        let field = part("textarea").and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
        let (Some(field), Some(told)) = (field, part("[role=status]")) else { return };
        spawn_local(async move {
            let is_copied = browser::copy(&field.value()).await;
            if !is_copied {
                let _ = field.focus();
                field.select();
            }
            let words = page.words_now();
            told.set_text_content(Some(if is_copied { words.copied() } else { words.selected() }));
        });
    });
}
