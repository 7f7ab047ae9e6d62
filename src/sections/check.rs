//! Whether printed figures can be true together.

use std::sync::Arc;

use leptos::prelude::*;

use crate::parts::link::view_link;
use crate::state::Page;
use i18n::english::{
    VERDICTS, capitalised, claim_name, contradiction_text, date_name, suspicion_text, verdict_counts,
    verdict_kind, verdict_text,
};
use ledger::implied::{Checked, ContradictedClaim, Suspicion, check};
use ledger::{ClaimSpan, Ledger};
use view::{Section, View};

#[component]
pub fn CheckSection(page: Page) -> impl IntoView {
    // Of the dataset alone: choosing what is listed computes nothing again.
    let checked = Memo::new(move |_| {
        let shown = page.shown.get()?;
        shown.dataset.ledger().map(|ledger| Arc::new(check(ledger)))
    });
    move || {
        let shown = page.shown.get()?;
        let (Some(ledger), Some(checked)) = (shown.dataset.ledger(), checked.get()) else {
            return Some(
                view! { <p class="caveat">"Records are counted, not printed: there is nothing to check. Choose a dataset of published figures."</p> }
                    .into_any(),
            );
        };
        Some(
            view! {
                <section class="check" id="check" aria-labelledby="check-title">
                    <div class="heading">
                        <h2 id="check-title">"Can the printed figures be true together?"</h2>
                    </div>
                    <p class="caveat">
                        "Every printed figure is compared with what all the others leave for it. Tonnages may be rounded or cut off, percentages are rounded. "
                        "Where some cannot be true at once, the least reliable one is set aside: the one without which the rest holds together; "
                        "then one that would make a place far larger than any other; one of a title; of an older article; a ratio before a quantity; the coarser one."
                    </p>
                    <p class="summary">{verdict_counts(&checked)}</p>
                    {contradictions(page, ledger, &checked)}
                    {suspicions(ledger, &checked.suspicions)}
                    {every_figure(page, ledger, checked)}
                </section>
            }
            .into_any(),
        )
    }
}

/// A claim in words, as a link to its month.
fn named(page: Page, ledger: &Ledger, claim: usize) -> AnyView {
    let name = capitalised(&claim_name(ledger, claim).unwrap_or_default());
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
fn article(ledger: &Ledger, claim: usize) -> AnyView {
    let Some(article) = ledger.article_of(claim) else { return ().into_any() };
    let name = match &article.published {
        Some(date) => format!("{}, {}", article.publisher, date_name(date)),
        None => article.publisher.clone(),
    };
    match &article.url {
        Some(url) => {
            view! { <a href=url.clone() target="_blank" rel="noopener noreferrer">{name}</a> }.into_any()
        }
        None => name.into_any(),
    }
}

fn contradictions(page: Page, ledger: &Ledger, checked: &Checked) -> AnyView {
    if checked.contradictions.is_empty() {
        return view! { <p>"No figure contradicts another."</p> }.into_any();
    }
    let item = |told: &ContradictedClaim| {
        let printed = match told.twins.len() {
            1 => String::new(),
            n => format!(" (printed {n} times)"),
        };
        view! {
            <li>
                <p class="subject">{named(page, ledger, told.aside)}{printed}</p>
                <p>{contradiction_text(ledger, told)}</p>
                <p class="facts">{article(ledger, told.aside)}</p>
            </li>
        }
    };
    view! {
        <h3>"Cannot be true together"</h3>
        <ol class="findings contradictions">{checked.contradictions.iter().map(item).collect_view()}</ol>
    }
    .into_any()
}

fn suspicions(ledger: &Ledger, suspicions: &[Suspicion]) -> Option<AnyView> {
    let item = |s: &Suspicion| view! { <li>{suspicion_text(ledger, s)}</li> };
    (!suspicions.is_empty()).then(|| {
        view! {
            <h3>"Possible, but odd"</h3>
            <ul class="findings suspicions">{suspicions.iter().map(item).collect_view()}</ul>
        }
        .into_any()
    })
}

/// The list of all figures, by article and verdict.
fn every_figure(page: Page, ledger: &Ledger, checked: Arc<Checked>) -> AnyView {
    let (article_id, verdict) = page.view.with(|v| (v.article.clone(), v.verdict.clone()));
    let known = |id: &String| ledger.articles.iter().any(|a| a.id == *id);
    let article_id = article_id.filter(known);
    let verdict = verdict.filter(|v| VERDICTS.iter().any(|(kind, _)| kind == v));
    let wanted = |index: usize| {
        let of_article =
            article_id.as_ref().is_none_or(|id| ledger.article_of(index).is_some_and(|a| a.id == *id));
        let kind = checked.verdicts.get(index).map(verdict_kind);
        of_article && verdict.as_deref().is_none_or(|v| kind == Some(v))
    };
    let shown: Vec<usize> = (0..checked.verdicts.len()).filter(|i| wanted(*i)).collect();
    let row = |index: &usize| {
        let kind = checked.verdicts.get(*index).map(verdict_kind).unwrap_or_default();
        let words = VERDICTS.iter().find(|(k, _)| *k == kind).map_or("", |(_, words)| words);
        view! {
            <tr role="row">
                <td role="cell">{named(page, ledger, *index)}</td>
                <td role="cell" class=format!("verdict {kind}")>{words}</td>
                <td role="cell">{verdict_text(ledger, &checked, *index)}</td>
                <td role="cell">{article(ledger, *index)}</td>
            </tr>
        }
    };
    let rows = shown.iter().map(row).collect_view();
    let option = |value: String, words: String, chosen: bool| {
        view! { <option value=value selected=chosen>{words}</option> }
    };
    let articles: Vec<_> = ledger
        .articles
        .iter()
        .map(|a| {
            let date = a.published.as_deref().map(date_name);
            let words =
                [Some(a.publisher.clone()), date].into_iter().flatten().collect::<Vec<_>>().join(", ");
            option(a.id.clone(), words, Some(&a.id) == article_id.as_ref())
        })
        .collect();
    let verdicts = VERDICTS
        .map(|(kind, words)| option(kind.to_owned(), words.to_owned(), verdict.as_deref() == Some(kind)));
    let of = |value: String| Some(value).filter(|v| !v.is_empty());
    let choose_article = move |e| {
        let article = of(event_target_value(&e));
        page.go(page.with(|v| (v.section, v.article) = (Section::Check, article)));
    };
    let choose_verdict = move |e| {
        let verdict = of(event_target_value(&e));
        page.go(page.with(|v| (v.section, v.verdict) = (Section::Check, verdict)));
    };
    let count = match shown.len() {
        1 => "1 figure".to_owned(),
        n => format!("{n} figures"),
    };
    view! {
        <h3>"Every figure"</h3>
        <p class="filters">
            <label>"Article "
                <select name="article" on:change=choose_article>
                    {option(String::new(), "all".to_owned(), article_id.is_none())}{articles}
                </select>
            </label>
            <label>"Verdict "
                <select name="verdict" on:change=choose_verdict>
                    {option(String::new(), "all".to_owned(), verdict.is_none())}{verdicts}
                </select>
            </label>
            <span role="status">{count}</span>
        </p>
        <table role="table" class="plain claims check">
            <caption class="hidden">"Printed figures and whether the others agree with them"</caption>
            <thead role="rowgroup"><tr role="row">
                <th scope="col" role="columnheader">"Figure"</th>
                <th scope="col" role="columnheader">"Verdict"</th>
                <th scope="col" role="columnheader">"Why"</th>
                <th scope="col" role="columnheader">"Article"</th>
            </tr></thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
    .into_any()
}
