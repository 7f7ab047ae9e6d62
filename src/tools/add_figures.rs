//! The publisher's way to add a month: the figures of a checked text become an article of the dataset,
//! in this browser, to be downloaded and published.

use js_sys::Array;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::state::{Origin, Page, Shown};
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
        return view! { <p class="caveat">"Figures can be added to a dataset of published figures; records are not published figures."</p> }.into_any();
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
    let figures = match count {
        1 => "1 figure".to_owned(),
        n => format!("{n} figures"),
    };
    let download = move |_| {
        let article = article();
        spawn_local(async move {
            match written(page, article).await {
                Ok((id, text)) => browser::download(&format!("{id}.json"), text.as_bytes()),
                Err(sentence) => failure.set(Some(sentence)),
            }
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
    let field = |label: &'static str, kind: &'static str, text: RwSignal<String>, required: bool| {
        view! {
            <label>{label} " "
                <input type=kind required=required prop:value=move || text.get() on:input=move |e| text.set(event_target_value(&e)) />
            </label>
        }
    };
    view! {
        <details class="add">
            <summary>{format!("Add the text’s {figures} to the dataset")}</summary>
            <p class="caveat">
                "What is understood becomes an article of the dataset, as printed, whether the dataset agrees or not. It is only in this browser until you download and publish it."
            </p>
            <form on:submit=add>
                {field("Publisher", "text", publisher, true)}
                {field("Title of the text", "text", subject, false)}
                {field("Published on", "date", published, false)}
                {field("Address", "url", url, false)}
                <p class="take">
                    <button type="submit">{format!("Add {figures}")}</button>
                    <button type="button" on:click=download>"Download them as JSON"</button>
                </p>
                <p role="status" class="failed">{move || failure.get()}</p>
            </form>
        </details>
    }
    .into_any()
}

/// The article's id and JSON.
async fn written(page: Page, article: Form) -> Result<(String, String), String> {
    let shown = page.shown.get_untracked().ok_or("There is no dataset.")?;
    let worker = page.factchecker(&shown).await?;
    let answer = worker.ask(WriteArticle { article }, Array::new(), |()| {}).await;
    answer.map(|(written, _)| written).map_err(|why| why.to_string())
}

/// Puts an article into the dataset that is shown. What was there stays as it is when that fails.
async fn added(page: Page, article: Form, period: Option<Period>) -> Result<(), String> {
    let before = page.shown.get_untracked().ok_or("There is no dataset.")?;
    let worker = page.factchecker(&before).await?;
    let answer = worker.ask(AddArticle { article }, Array::new(), |()| {}).await;
    let (text, _) = answer.map_err(|why| why.to_string())?;
    let after = Shown::published(text.as_bytes(), &before.id, Origin::Extended, before.default_period)?;
    let view = page.with(|v| (v.section, v.period) = (Section::Overview, period.or(v.period)));
    page.show_extended(view, after);
    Ok(())
}

/// Says that the dataset has more than its publisher's figures, and lets the reader take it or drop it.
#[component]
pub fn AddedBanner(page: Page) -> impl IntoView {
    let download = move |_| {
        if let Some(shown) = page.shown.get_untracked() {
            browser::download(&format!("{}.json", shown.id), &shown.file);
        }
    };
    let drop = move |_| page.reload_dataset();
    view! {
        <p class="banner yours" role="note">
            <strong>"With figures that you added, only in this browser."</strong>
            " They are gone when the page is reloaded: download the dataset to keep or publish them. "
            <button type="button" on:click=download>"Download the dataset"</button>
            <button type="button" on:click=drop>"Take them out"</button>
        </p>
    }
}
