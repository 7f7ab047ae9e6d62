//! The whole page, top to bottom: live in a browser, or as HTML.

use leptos::prelude::*;

use crate::parts::choices::{Banner, Choices, Compared};
use crate::parts::embed::{EmbedFoot, EmbedTitle};
use crate::parts::explanation::ExplanationBox;
use crate::parts::frame::{Title, Top};
use crate::parts::live::live;
use crate::parts::notices::{Fetching, LinkNotices, ProblemList};
use crate::sections::changes::ChangesSection;
use crate::sections::check::CheckSection;
use crate::sections::cross::CrossSection;
use crate::sections::fact_check::FactCheckSection;
use crate::sections::key_figures::KeyFigures;
use crate::sections::member::MemberSection;
use crate::sections::note::NoteSection;
use crate::sections::prices::PricesSection;
use crate::sections::ranking::RankingSection;
use crate::sections::season::SeasonSection;
use crate::sections::sources::{HowToRead, SourcesSection};
use crate::sections::trend::TrendSection;
use crate::state::Page;
use crate::tools::import_panel::ImportPanel;
use model::Dimension;
use view::Section;

/// Starts the page. The static one that the browser shows until then makes room for it once there is something to
/// show in its place.
#[cfg(target_arch = "wasm32")]
pub fn mount() {
    use crate::parts::{download, explanation, frame, link, notices, roving, take};
    console_error_panic_hook::set_once();
    let previous = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        notices::tell_of_panic();
        previous(info);
    }));
    leave_boot();
    mount_to_body(|| {
        let page = Page::start();
        explanation::listen(page);
        link::listen(page);
        roving::listen();
        download::listen();
        take::listen(page);
        frame::listen_to_printing(page);
        follow_title(page);
        take_over(page);
        app(page)
    });
}

/// The page that is in `index.html`, in whose place the live one comes.
#[cfg(target_arch = "wasm32")]
const STATIC: &str = "static";
/// What the live page begins with once it is drawn: its heading, or what it says of a fault or a wait. In the static one
/// the same is deeper.
#[cfg(target_arch = "wasm32")]
const LIVE: &str = "body > main :is(h1, .failure, .fetching, p.waiting)";
/// What says that the page is on its way.
#[cfg(target_arch = "wasm32")]
const BOOT: &str = "boot";
/// The class by which `first.js` says that the link asks for another view than the static one.
#[cfg(target_arch = "wasm32")]
const OTHER_VIEW: &str = "other-view";

/// A link that asks for another view shows no static page but a word on the start, which ends here. If it stayed,
/// the page below it would jump when it goes.
#[cfg(target_arch = "wasm32")]
fn leave_boot() {
    crate::browser::with_document(|document| {
        let is_other = document.document_element().is_some_and(|root| root.class_list().contains(OTHER_VIEW));
        let is_bare = document.get_element_by_id(STATIC).is_none();
        if let Some(boot) = document.get_element_by_id(BOOT).filter(|_| is_other || is_bare) {
            boot.remove();
        }
    });
}

/// Takes the static page away as soon as the live one has figures, or something to say of them. Both changes are
/// drawn at once, and what the reader sees stays where it is.
#[cfg(target_arch = "wasm32")]
fn take_over(page: Page) {
    Effect::new(move |_| {
        let waits = page.shown.with(Option::is_none)
            && !page.loading.with(|l| matches!(l, Some(crate::state::Loading::Failed(_))))
            && !page.patience.is_over.get();
        if !waits {
            // After all that the same change draws, and before a reader sees any of it.
            leptos::task::spawn_local(async { leave_static() });
        }
    });
}

/// Takes the static page away. A browser that refused to draw the live one keeps it.
#[cfg(target_arch = "wasm32")]
fn leave_static() {
    if crate::browser::find(LIVE).is_none() {
        return;
    }
    crate::browser::with_document(|document| {
        if let Some(root) = document.document_element() {
            let _ = root.set_attribute("data-live", "");
        }
        if let Some(body) = document.body() {
            let _ = body.class_list().remove_1("waiting");
        }
        for id in [STATIC, BOOT] {
            if let Some(element) = document.get_element_by_id(id) {
                element.remove();
            }
        }
    });
}

/// The title in the browser's tab says what is shown; the document says its language.
#[cfg(target_arch = "wasm32")]
fn follow_title(page: Page) {
    Effect::new(move |_| {
        crate::browser::set_language(page.language.get().tag(), page.words().description());
    });
    Effect::new(move |_| {
        if let Some(title) = title(page) {
            crate::browser::set_title(&title);
        }
    });
}

/// The window's title: what is shown, of which months.
fn title(page: Page) -> Option<String> {
    let shown = page.shown.get()?;
    let words = page.words();
    let (section, span) = (page.view.with(|v| v.section), page.span.get());
    let months = words.span(page.period.get()?, span);
    let catalogue = shown.catalogue();
    let title = words.name(&catalogue.title);
    Some(words.window_title(section, shown.dataset.subject(), &months, title, &page.scope()))
}

/// Everything that a reader sees.
fn app(page: Page) -> AnyView {
    match page.is_embedded {
        true => view! { <Embedded page /> }.into_any(),
        false => view! { <App page /> }.into_any(),
    }
}

/// One section alone, on a page of somebody else: what it is of, the section, whose it is.
#[component]
fn Embedded(page: Page) -> impl IntoView {
    let section = Memo::new(move |_| page.view.with(|v| v.section));
    view! {
        <main id="content" tabindex="-1">
            <LinkNotices page />
            <Fetching page />
            {live(move || {
                page.shown.get().map(|_| {
                    view! {
                        <Banner page />
                        <EmbedTitle page />
                        {live(move || embedded(page, section.get()))}
                        <EmbedFoot page />
                    }
                })
            })}
        </main>
        <ExplanationBox page />
    }
}

/// The section that is embedded: as short as on the overview, which has the months as its first chart.
fn embedded(page: Page, section: Section) -> AnyView {
    match section {
        Section::Overview => view! { <TrendSection page wide=false /> }.into_any(),
        Section::Ranking(dimension) => view! { <RankingSection page dimension wide=false /> }.into_any(),
        section => sections(page, section),
    }
}

/// The whole page.
#[component]
fn App(page: Page) -> impl IntoView {
    let section = Memo::new(move |_| page.view.with(|v| v.section));
    view! {
        <a class="skip" href="#content">{live(move || page.words().skip())}</a>
        <Top page section />
        // Who hears the page hears that the month, or the part of the page, is another.
        <p class="hidden" role="status">{live(move || title(page))}</p>
        <main id="content" tabindex="-1">
            <ImportPanel page />
            <LinkNotices page />
            <Fetching page />
            {live(move || {
                page.shown.get().map(|_| {
                    view! {
                        <Banner page />
                        <Title page section />
                        <Choices page />
                        <Compared page />
                        <ProblemList page />
                        {live(move || sections(page, section.get()))}
                        <HowToRead page />
                    }
                })
            })}
        </main>
        <ExplanationBox page />
    }
}

/// The parts of a view: everything short, or one with more room.
fn sections(page: Page, section: Section) -> AnyView {
    let wide = true;
    match section {
        Section::Overview => view! {
            <div class="first-screen">
                <KeyFigures page />
                <TrendSection page wide=false />
            </div>
            {Dimension::ALL.map(|dimension| view! { <RankingSection page dimension wide=false /> })}
            <ChangesSection page />
            <SeasonSection page />
            <PricesSection page />
            <SourcesSection page wide=false />
        }
        .into_any(),
        Section::Trend => view! { <TrendSection page wide /> }.into_any(),
        Section::Ranking(dimension) => view! { <RankingSection page dimension wide /> }.into_any(),
        Section::Season => view! { <SeasonSection page /> }.into_any(),
        Section::Member => view! { <MemberSection page /> }.into_any(),
        Section::Changes => view! { <ChangesSection page /> }.into_any(),
        Section::Prices => view! { <PricesSection page /> }.into_any(),
        Section::Cross => view! { <CrossSection page /> }.into_any(),
        Section::Sources => view! { <SourcesSection page wide /> }.into_any(),
        Section::Check => view! { <CheckSection page /> }.into_any(),
        Section::Note => view! { <NoteSection page /> }.into_any(),
        Section::CheckNote => view! { <FactCheckSection page /> }.into_any(),
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub use still::{PageHtml, page_html};

#[cfg(not(target_arch = "wasm32"))]
mod still {
    //! The page as HTML, without a browser.

    use std::sync::Arc;

    use super::*;
    use crate::state::Shown;
    use crate::structured::element;
    use dataset::Manifest;
    use view::View;

    /// A static page.
    pub struct PageHtml {
        /// For the `title` element.
        pub title: String,
        /// What stands in the body.
        pub body: String,
        /// The element that tells search engines of the dataset, for the head.
        pub structured: String,
    }

    /// Width that the static page is drawn for, pixels: the style fits it to any other.
    const WIDTH: f64 = 1280.0;

    /// Draws a view of a dataset.
    pub fn page_html(manifest: Manifest, shown: Shown, view: View) -> PageHtml {
        let owner = Owner::new();
        let html = owner.with(|| {
            let page = Page::new(view, Vec::new(), WIDTH);
            page.manifest.set(Some(Arc::new(manifest)));
            let structured = element(&shown);
            page.shown.set(Some(Arc::new(shown)));
            let title = title(page).unwrap_or_default();
            PageHtml { title, body: plain(&app(page).to_html()), structured }
        });
        owner.cleanup();
        html
    }

    /// HTML without the marks between texts by which a browser could take it over piece by piece: the live page
    /// is drawn anew beside it. A `<` of a text is written `&lt;`, so that every mark begins like a comment.
    fn plain(html: &str) -> String {
        let mut text = String::with_capacity(html.len());
        let mut rest = html;
        while let Some((before, mark)) = rest.split_once("<!") {
            text.push_str(before);
            let end = if mark.starts_with("--") { "-->" } else { ">" };
            rest = mark.split_once(end).map_or("", |(_, after)| after);
        }
        text + rest
    }
}
