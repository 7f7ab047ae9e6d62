//! The publisher's way to add a month: the figures of a checked text become an article of the dataset,
//! in this browser, to be downloaded and published.

use js_sys::Array;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::parts::button::button;
use crate::parts::live::live;
use crate::state::{DatasetOwner, Page, Shown};
use i18n::Failure;
use messages::{AddArticle, Form, WriteArticle};
use model::Period;
use view::Section;

/// The form under a checked text.
#[component]
pub fn AddFigures(
    page: Page,
    /// The month that the text is about.
    period: Option<Period>,
    /// How many of its figures can be added.
    count: usize,
) -> impl IntoView {
    let [publisher, subject, published, url] = std::array::from_fn(|_| RwSignal::new(String::new()));
    let failure: RwSignal<Option<String>> = RwSignal::new(None);
    if page.shown.with_untracked(|shown| shown.as_ref().is_none_or(|s| s.dataset.is_recorded())) {
        return view! { <p class="caveat">{live(move || page.words().cannot_add())}</p> }.into_any();
    }
    if count == 0 {
        return ().into_any();
    }
    let optional =
        |text: RwSignal<String>| Some(text.get_untracked().trim().to_owned()).filter(|t| !t.is_empty());
    let article = move || Form {
        publisher: publisher.get_untracked().trim().to_owned(),
        subject: optional(subject),
        url: optional(url),
        published: optional(published),
    };
    let count = count as u64;
    let download = move || {
        let article = article();
        spawn_local(async move {
            failure.set(match written(page, article).await {
                Ok((id, text)) => page.saved(browser::download(&format!("{id}.json"), text.as_bytes())),
                Err(sentence) => Some(sentence),
            });
        });
    };
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        let article = article();
        spawn_local(async move {
            if let Err(sentence) = added(page, article, period).await {
                failure.set(Some(sentence));
            }
        });
    };
    let field = |place: usize, kind: &'static str, text: RwSignal<String>, required: bool| {
        view! {
            <label>{live(move || page.words().article_fields().get(place).copied())} " "
                <input type=kind required=required prop:value=move || text.get() on:input=move |e| text.set(event_target_value(&e)) />
            </label>
        }
    };
    view! {
        <details class="add">
            <summary>{live(move || page.words().add_figures_title(count))}</summary>
            <p class="caveat">{live(move || page.words().add_figures_caveat())}</p>
            <form on:submit=add>
                {field(0, "text", publisher, true)}
                {field(1, "text", subject, false)}
                {field(2, "date", published, false)}
                {field(3, "url", url, false)}
                <p class="take">
                    <button type="submit">{live(move || page.words().add_figures(count))}</button>
                    {button(live(move || page.words().download_figures()), download)}
                </p>
                <p role="status" class="failed">{live(move || failure.get())}</p>
            </form>
        </details>
    }
    .into_any()
}

/// The article's id and JSON.
async fn written(page: Page, article: Form) -> Result<(String, String), String> {
    let shown = page.shown.get_untracked().ok_or_else(|| page.failure(Failure::NothingShown))?;
    let worker = page.factchecker(&shown).await?;
    let (written, _) = page.ask(&worker, WriteArticle { article }, Array::new()).await?;
    Ok(written)
}

/// Puts an article into the dataset that is shown. What was there stays as it is when that fails.
async fn added(page: Page, article: Form, period: Option<Period>) -> Result<(), String> {
    let before = page.shown.get_untracked().ok_or_else(|| page.failure(Failure::NothingShown))?;
    let worker = page.factchecker(&before).await?;
    let (text, _) = page.ask(&worker, AddArticle { article }, Array::new()).await?;
    let (words, default) = (page.words_now(), before.default_period);
    let after = Shown::published(words, text.as_bytes(), &before.id, DatasetOwner::Extended, default, None)?;
    let view = page.with(|v| (v.section, v.period) = (Section::Overview, period.or(v.period)));
    page.show_extended(view, after);
    Ok(())
}

/// Says that the dataset has more than its publisher's figures, and lets the reader take it or drop it.
#[component]
pub fn AddedBanner(page: Page) -> impl IntoView {
    let download = move || {
        if let Some(shown) = page.shown.get_untracked() {
            browser::download(&format!("{}.json", shown.id), &shown.file);
        }
    };
    let drop = move || page.reload_dataset();
    view! {
        <p class="banner yours" role="note">
            <strong>{live(move || page.words().added_banner()[0])}</strong>
            {live(move || page.words().added_banner()[1])} " "
            {button(live(move || page.words().download_dataset()), download)}
            {button(live(move || page.words().take_added_out()), drop)}
        </p>
    }
}
