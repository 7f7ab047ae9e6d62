//! Whether the reported figures agree.

use leptos::prelude::*;

use crate::browser;
use crate::parts::button::button;
use crate::parts::link::view_link;
use crate::parts::live::live;
use crate::parts::notices::failure;
use crate::parts::section::section;
use crate::parts::table::{self, cell, columns, table};
use crate::sections::sources::not_covered;
use crate::state::{Page, Settling};
use breakdown::Dataset;
use i18n::{
    VerdictKind, Words, capitalised, claim_name, contradiction_text, publication, suspicion_text,
    verdict_counts, verdict_text,
};
use ledger::{ClaimSpan, Contradiction, Ledger, Suspicion};
use view::{Section, View};

#[component]
pub fn CheckSection(page: Page) -> impl IntoView {
    let all = RwSignal::new(false);
    live(move || {
        let shown = page.shown.get()?;
        let words = page.words();
        let ledger = match &shown.dataset {
            Dataset::Published(ledger) => ledger,
            Dataset::Recorded(sums) => {
                let body = view! {
                    <p class="caveat">{words.nothing_to_check()}</p>
                    {not_covered(words, sums)}
                };
                return Some(body.into_any());
            }
        };
        let found = match page.settling.get() {
            None => view! {
                <p class="summary">{verdict_counts(words, ledger)}</p>
                {contradictions(page, ledger)}
            }
            .into_any(),
            Some(Settling::Busy) => {
                view! { <p class="summary" role="status">{words.settling()}</p> }.into_any()
            }
            Some(Settling::Failed(sentence)) => failure(page, sentence, move || page.settle()),
        };
        let body = view! {
            <p class="caveat">{words.check_caveat()}</p>
            {found}
            {oddities(words, ledger)}
            {every_figure(page, ledger, all)}
        };
        Some(section("check", "check", words.check_title().into_any(), ().into_any(), body.into_any()))
    })
}

/// A claim in words, as a link to its month.
fn named(page: Page, ledger: &Ledger, claim: usize) -> AnyView {
    let name = capitalised(&claim_name(page.words(), ledger, claim).unwrap_or_default());
    match ledger.claim(claim).map(|c| c.span) {
        Some(ClaimSpan::Of(period, span)) => {
            let month = page.with(|v| {
                *v = View { dataset: v.dataset.clone(), period: Some(period), span, ..View::default() };
            });
            view_link(month, "month", name.into_any())
        }
        _ => name.into_any(),
    }
}

/// Publisher and date, as a link to the article.
fn article(words: &dyn Words, ledger: &Ledger, claim: usize) -> AnyView {
    let Some(article) = ledger.article_of(claim) else { return ().into_any() };
    let name = publication(words, article);
    match &article.url {
        Some(url) => {
            view! { <a href=url.clone() target="_blank" rel="noopener noreferrer">{name}</a> }.into_any()
        }
        None => name.into_any(),
    }
}

fn contradictions(page: Page, ledger: &Ledger) -> AnyView {
    let words = page.words();
    let contradictions = &ledger.settlement().contradictions;
    if contradictions.is_empty() {
        return view! { <p>{words.no_contradictions()}</p> }.into_any();
    }
    let chosen = page.view.with(|v| v.claim.clone());
    let is_chosen = |claim: usize| ledger.claim(claim).is_some_and(|c| Some(&c.id) == chosen.as_ref());
    if contradictions.iter().any(|told| is_chosen(told.aside)) {
        browser::show_later(".pointed-out");
    }
    let item = |told: &Contradiction| {
        view! {
            <li class:pointed-out=is_chosen(told.aside)>
                <p class="subject">{named(page, ledger, told.aside)}{words.reported_times(told.twins.len())}</p>
                <p>{contradiction_text(words, ledger, told)}</p>
                <p class="facts">{article(words, ledger, told.aside)}</p>
            </li>
        }
    };
    view! {
        <h3>{words.contradictions_title()}</h3>
        <ol class="findings contradictions">{contradictions.iter().map(item).collect_view()}</ol>
    }
    .into_any()
}

fn oddities(words: &dyn Words, ledger: &Ledger) -> Option<AnyView> {
    let suspicions = ledger.suspicions();
    let item = |s: &Suspicion| view! { <li>{suspicion_text(words, ledger, s)}</li> }.into_any();
    (!suspicions.is_empty()).then(|| {
        view! {
            <h3>{words.suspicions_title()}</h3>
            <ul class="findings suspicions">{suspicions.iter().map(item).collect_view()}</ul>
        }
        .into_any()
    })
}

/// Figures in the list before somebody asks for all of them.
const FIRST: usize = 25;

/// The list of all figures, by article and verdict.
fn every_figure(page: Page, ledger: &Ledger, all: RwSignal<bool>) -> AnyView {
    let verdicts = &ledger.settlement().verdicts;
    let words = page.words();
    let (article_id, verdict) = page.view.with(|v| (v.article.clone(), v.verdict.clone()));
    let known = |id: &String| ledger.articles.iter().any(|a| a.id == *id);
    let article_id = article_id.filter(known);
    let verdict = verdict.as_deref().and_then(VerdictKind::named);
    let wanted = |index: usize| {
        let of_article =
            article_id.as_ref().is_none_or(|id| ledger.article_of(index).is_some_and(|a| a.id == *id));
        let kind = verdicts.get(index).map(VerdictKind::of);
        of_article && (verdict.is_none() || kind == verdict)
    };
    let shown: Vec<usize> = (0..verdicts.len()).filter(|i| wanted(*i)).collect();
    let row = |index: &usize| {
        let kind = verdicts.get(*index).map(VerdictKind::of);
        let class = kind.map(|kind| format!("verdict {}", kind.name()));
        let cells = vec![
            cell("", named(page, ledger, *index)),
            cell(class.unwrap_or_default(), kind.map(|kind| words.verdict(kind)).into_any()),
            cell("", verdict_text(words, ledger, *index).into_any()),
            cell("", article(words, ledger, *index)),
        ];
        table::row("", cells)
    };
    let count = if all.get() { shown.len() } else { FIRST };
    let rows = shown.iter().take(count).map(row).collect();
    let more = (shown.len() > count).then(|| {
        let text = words.show_all(shown.len() as u64);
        view! { <p class="save">{button(text.into_any(), move || all.set(true))}</p> }.into_any()
    });
    let heads =
        columns([words.figure_head(), words.verdict_label(), words.why_head(), words.article_label()]);
    let option = |value: String, text: String, chosen: bool| {
        view! { <option value=value selected=chosen>{text}</option> }
    };
    let articles: Vec<_> = ledger
        .articles
        .iter()
        .map(|a| option(a.id.clone(), publication(words, a), Some(&a.id) == article_id.as_ref()))
        .collect();
    let kinds = VerdictKind::NAMES
        .map(|(name, kind)| option(name.to_owned(), words.verdict(kind).to_owned(), verdict == Some(kind)));
    let of = |value: String| Some(value).filter(|v| !v.is_empty());
    let choose_article = move |e| {
        let article = of(event_target_value(&e));
        page.go(page.with(|v| (v.section, v.article) = (Section::Check, article)));
    };
    let choose_verdict = move |e| {
        let verdict = of(event_target_value(&e));
        page.go(page.with(|v| (v.section, v.verdict) = (Section::Check, verdict)));
    };
    view! {
        <h3>{words.every_figure_title()}</h3>
        <p class="filters">
            <label>{words.article_label()} " "
                <select name="article" on:change=choose_article>
                    {option(String::new(), words.all_option().to_owned(), article_id.is_none())}{articles}
                </select>
            </label>
            <label>{words.verdict_label()} " "
                <select name="verdict" on:change=choose_verdict>
                    {option(String::new(), words.all_option().to_owned(), verdict.is_none())}{kinds}
                </select>
            </label>
            <span role="status">{words.figures(shown.len() as u64)}</span>
        </p>
        {table("plain claims check", words.check_caption(), heads, rows)}
        {more}
    }
    .into_any()
}
