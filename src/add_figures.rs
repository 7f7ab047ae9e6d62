//! The publisher's way to add a month: the figures of a checked note become an article of the dataset,
//! in this browser, to be downloaded and published.

use std::sync::Arc;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::page::Page;
use super::state::{Dataset, Load};
use dataset::{add_article, read_ledger, write_article};
use ledger::{Article, Claim};
use factcheck::{Proof, claims};
use view::{Section, View};
use crate::browser;

/// The form under a checked note.
#[component]
pub fn AddFigures(page: Page, proof: Arc<Proof>) -> impl IntoView {
    let [publisher, subject, published, url] = std::array::from_fn(|_| RwSignal::new(String::new()));
    let failure: RwSignal<Option<String>> = RwSignal::new(None);
    let Some(dataset) = page.dataset.get_untracked().ready() else { return ().into_any() };
    let id = unused_id(&dataset, &proof);
    let found: Arc<Vec<Claim>> = Arc::new(claims(&proof, &id));
    if dataset.records.is_some() {
        return view! { <p class="caveat">"Figures can be added to a dataset of published figures; records are not published figures."</p> }.into_any();
    }
    if found.is_empty() {
        return ().into_any();
    }
    let optional =
        |text: RwSignal<String>| Some(text.get_untracked().trim().to_owned()).filter(|t| !t.is_empty());
    let article = move || Article {
        id: id.clone(),
        publisher: publisher.get_untracked().trim().to_owned(),
        subject: optional(subject).unwrap_or_else(|| "Note checked in the page".to_owned()),
        url: optional(url),
        published: optional(published),
        repost_of: None,
        read_in_full: true,
        note: None,
    };
    let count = match found.len() {
        1 => "1 figure".to_owned(),
        n => format!("{n} figures"),
    };
    let download = {
        let (article, found) = (article.clone(), found.clone());
        move |_| {
            let Some(dataset) = page.dataset.get_untracked().ready() else { return };
            let article = article();
            let text = write_article(&dataset.ledger.catalogue, &article, &found) + "\n";
            web::download(&format!("{}.json", article.id), text.as_bytes());
        }
    };
    let period = proof.period;
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        let (article, found) = (article(), found.clone());
        spawn_local(async move {
            match added(page, &article, &found).await {
                Ok(()) => page
                    .go(View { section: Section::Overview, ..page.with(|v| v.period = period.or(v.period)) }),
                Err(sentence) => failure.set(Some(sentence)),
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
            <summary>{format!("Add the note’s {count} to the dataset")}</summary>
            <p class="caveat">
                "What is understood becomes an article of the dataset, as printed, whether the dataset agrees or not. It is only in this browser until you download and publish it."
            </p>
            <form on:submit=add>
                {field("Publisher", "text", publisher, true)}
                {field("Title of the note", "text", subject, false)}
                {field("Published on", "date", published, false)}
                {field("Address", "url", url, false)}
                <p class="take">
                    <button type="submit">{format!("Add {count}")}</button>
                    <button type="button" on:click=download>"Download them as JSON"</button>
                </p>
                <p role="status" class="failed">{move || failure.get()}</p>
            </form>
        </details>
    }
    .into_any()
}

/// `note-2025-04`, or the first of `note-2025-04-2`, … that the dataset does not have.
fn unused_id(dataset: &Dataset, proof: &Proof) -> String {
    let month = proof.period.map_or("undated".to_owned(), |p| p.to_string());
    let taken = |id: &String| dataset.ledger.articles.iter().any(|a| a.id == *id);
    let first = format!("note-{month}");
    let numbered = (2..).map(|n| format!("note-{month}-{n}"));
    std::iter::once(first).chain(numbered).find(|id| !taken(id)).unwrap_or_default()
}

/// Puts an article into the dataset that is shown. What was there stays as it is when that fails.
async fn added(page: Page, article: &Article, found: &[Claim]) -> Result<(), String> {
    let before = match page.added.get_untracked() {
        Some(text) => text,
        None => page.dataset_text().await?,
    };
    let text = add_article(&before, article, found).map_err(|why| format!("Not added: {why}"))?;
    let reading = read_ledger(text.as_bytes());
    let ledger = reading.read.ok_or("Not added: the result cannot be read.")?;
    let default = page.dataset.get_untracked().ready().and_then(|d| d.default_period);
    page.dataset.set(Load::Ready(Arc::new(Dataset::of_ledger(ledger, &reading.problems, default))));
    page.added.set(Some(text));
    Ok(())
}

/// Says that the dataset has more than its publisher's figures, and lets the reader take it or drop it.
#[component]
pub fn AddedBanner(page: Page) -> impl IntoView {
    let download = move |_| {
        let id = page.dataset_id().unwrap_or_default();
        if let Some(text) = page.added.get_untracked() {
            web::download(&format!("{id}.json"), text.as_bytes());
        }
    };
    let drop = move |_| page.load();
    move || {
        page.added.get().map(|_| {
            view! {
                <p class="banner yours" role="note">
                    <strong>"With figures that you added, only in this browser."</strong>
                    " They are gone when the page is reloaded: download the dataset to keep or publish them. "
                    <button type="button" on:click=download>"Download the dataset"</button>
                    <button type="button" on:click=drop>"Take them out"</button>
                </p>
            }
        })
    }
}
