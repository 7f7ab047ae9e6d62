//! The whole page, top to bottom.

use leptos::prelude::*;

use super::RECORDS;
use super::cross::{CrossSection, no_cross_table};
use super::explanation::ExplanationBox;
use super::key_figures::KeyFigures;
use super::masthead::{MonthNavigation, Title, Top};
use super::notices::{Fetching, LinkNotices, ProblemList};
use super::page::Page;
use super::ranking::RankingSection;
use super::records_parts::{Banner, Choices};
use super::sources::{HowToRead, SourcesSection};
use super::trend::TrendSection;
use i18n::{section_name, span_name};
use model::Dimension;
use view::Section;
use crate::browser;

#[component]
pub fn App() -> impl IntoView {
    let page = Page::new();
    Effect::new(move |_| {
        let Some(dataset) = page.ready() else { return };
        let Some(period) = page.period.get() else { return };
        let months = span_name(period, page.view.with(|v| v.span));
        let title = &dataset.ledger.catalogue.title.en;
        let part = match page.view.with(|v| section_name(v.section, dataset.ledger.catalogue.flow)) {
            "" => String::new(),
            name => format!("{name} · "),
        };
        web::set_title(&format!("{part}{months} · {title}{}", page.scope()));
    });
    let section = Memo::new(move |_| page.view.with(|v| v.section));
    view! {
        <a class="skip" href="#content">"Skip to the figures"</a>
        <Top page />
        <main id="content" tabindex="-1">
            {import_panel(page)}
            <LinkNotices page />
            <Fetching page />
            {move || {
                page.ready().map(|_| {
                    view! {
                        {RECORDS.then(|| view! { <Banner page /> })}
                        {added_banner(page)}
                        <Title page />
                        // These two are about all months.
                        {move || (!matches!(section.get(), Section::Check | Section::Sources)).then(|| view! { <MonthNavigation page /> })}
                        {RECORDS.then(|| view! { <Choices page /> })}
                        <ProblemList page />
                        {move || sections(page, section.get())}
                        <HowToRead />
                    }
                })
            }}
        </main>
        <ExplanationBox page />
    }
}

/// What reads a reader's own files; see `state::Rows`.
#[cfg(feature = "records")]
fn import_panel(page: Page) -> AnyView {
    view! { <super::import_panel::ImportPanel page /> }.into_any()
}
#[cfg(not(feature = "records"))]
fn import_panel(_: Page) -> AnyView {
    ().into_any()
}

/// The month in sentences, which the module of records writes.
#[cfg(feature = "records")]
fn note_section(page: Page) -> AnyView {
    view! { <super::note::NoteSection page /> }.into_any()
}
#[cfg(not(feature = "records"))]
fn note_section(_: Page) -> AnyView {
    ().into_any()
}

/// A note that somebody wrote, checked by the same module.
#[cfg(feature = "records")]
fn check_note_section(page: Page) -> AnyView {
    view! { <super::check_note::CheckNoteSection page /> }.into_any()
}
#[cfg(not(feature = "records"))]
fn check_note_section(_: Page) -> AnyView {
    ().into_any()
}

/// What a reader added to published figures, which takes the same module.
#[cfg(feature = "records")]
fn added_banner(page: Page) -> AnyView {
    view! { <super::add_figures::AddedBanner page /> }.into_any()
}
#[cfg(not(feature = "records"))]
fn added_banner(_: Page) -> AnyView {
    ().into_any()
}

/// A verdict on every printed figure; see `check` in Cargo.toml.
#[cfg(feature = "check")]
fn check_section(page: Page) -> AnyView {
    view! { <super::check::CheckSection page /> }.into_any()
}
#[cfg(not(feature = "check"))]
fn check_section(_: Page) -> AnyView {
    ().into_any()
}

/// The parts of a view: everything short, or one with more room.
fn sections(page: Page, section: Section) -> AnyView {
    let wide = true;
    match section {
        Section::Overview => view! {
            <KeyFigures page />
            <TrendSection page wide=false />
            {Dimension::ALL.map(|dimension| view! { <RankingSection page dimension wide=false /> })}
            <SourcesSection page wide=false />
        }
        .into_any(),
        Section::Trend => view! { <TrendSection page wide /> }.into_any(),
        Section::Ranking(dimension) => view! { <RankingSection page dimension wide /> }.into_any(),
        // Articles do not print it; see `state::Rows`.
        Section::Cross if !RECORDS => no_cross_table().into_any(),
        Section::Cross => view! { <CrossSection page /> }.into_any(),
        Section::Sources => view! { <SourcesSection page wide /> }.into_any(),
        Section::Check => check_section(page),
        Section::Note => note_section(page),
        Section::CheckNote => check_note_section(page),
    }
}
