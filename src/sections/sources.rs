//! Where the figures come from, and how to read them.

use leptos::prelude::*;

use crate::parts::link::view_link;
use crate::parts::number::month;
use crate::state::Page;
use breakdown::{Dataset, RecordSums};
use i18n::english::{date_name, dimension_title, measure_name, members_name, span_name};
use ledger::{Article, Claim, ClaimSpan, Ledger, Subject};
use model::{Dimension, MemberId};
use view::Section;

#[component]
pub fn SourcesSection(
    page: Page,
    /// Every article with every figure that it prints; otherwise those of the month.
    wide: bool,
) -> impl IntoView {
    move || {
        let shown = page.shown.get()?;
        let breakdown = page.breakdown.get()?;
        let ledger = match &shown.dataset {
            Dataset::Published(ledger) => ledger,
            Dataset::Recorded(sums) => return Some(origins(sums)),
        };
        let used = breakdown.claims();
        let uses = |article: usize| {
            let in_article = used.iter().filter(|c| ledger.claim(**c).is_some_and(|c| c.article == article));
            in_article.count()
        };
        let articles = ledger.articles.iter().enumerate().map(|(i, a)| (i, a, uses(i)));
        let listed: Vec<_> = articles.filter(|(_, _, uses)| wide || *uses > 0).collect();
        let items =
            listed.into_iter().rev().map(|(i, a, uses)| article(ledger, i, a, uses, wide)).collect_view();
        let more = page.with(|v| v.section = Section::Sources);
        let all = format!("All {} articles and their figures", ledger.articles.len());
        let about = shown.catalogue().about.en.clone();
        Some(view! {
            <section class="sources" id="sources" aria-labelledby="sources-title">
                <div class="heading">
                    <h2 id="sources-title">"Sources"</h2>
                    <p class="when">{month(breakdown.period, span_name(breakdown.period, breakdown.span))}</p>
                    {(!wide).then(|| view_link(more, "more", all.into_any()))}
                    {view_link(page.with(|v| v.section = Section::Check), "more", "Check the figures against each other".into_any())}
                </div>
                {(!about.is_empty()).then(|| view! { <p class="caveat">{about}</p> })}
                <ol class="articles">{items}</ol>
            </section>
        }.into_any())
    }
}

/// Where records come from.
fn origins(sums: &RecordSums) -> AnyView {
    let about = sums.catalogue.about.en.clone();
    let sources = sums.provenance.sources.iter().map(|s| view! { <li>{s.clone()}</li> });
    view! {
        <section class="sources" id="sources" aria-labelledby="sources-title">
            <div class="heading"><h2 id="sources-title">"Sources"</h2></div>
            {(!about.is_empty()).then(|| view! { <p class="caveat">{about}</p> })}
            <ul class="articles">{sources.collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn article(ledger: &Ledger, index: usize, article: &Article, uses: usize, wide: bool) -> AnyView {
    let subject = match &article.url {
        Some(url) => view! {
            <a href=url.clone() target="_blank" rel="noopener noreferrer">{article.subject.clone()}</a>
        }
        .into_any(),
        None => article.subject.clone().into_any(),
    };
    let mut facts = vec![article.publisher.clone()];
    facts.extend(article.published.as_deref().map(date_name));
    if uses > 0 {
        facts.push(format!("{uses} of its figures are used here"));
    }
    if !article.read_in_full {
        facts.push("only its beginning could be read, so it may print more figures".to_owned());
    }
    let repeated = article.repost_of.as_ref().and_then(|id| ledger.articles.iter().find(|a| a.id == *id));
    facts.extend(repeated.map(|a| format!("repeats the article of {}", a.publisher)));
    let note = article.note.clone().map(|n| view! { <p class="note">{n}</p> });
    let claims = wide.then(|| {
        let claims = ledger.claims().iter().filter(|c| c.article == index);
        let rows: Vec<AnyView> = claims.map(|c| claim(ledger, c)).collect();
        let summary = format!("{} printed figures", rows.len());
        view! {
            <details>
                <summary>{summary}</summary>
                <table role="table" class="plain claims">
                    <caption class="hidden">{format!("Figures printed in: {}", article.subject)}</caption>
                    <thead role="rowgroup"><tr role="row">
                        <th scope="col" role="columnheader">"Months"</th>
                        <th scope="col" role="columnheader">"Of what"</th>
                        <th scope="col" role="columnheader">"Measure"</th>
                        <th scope="col" role="columnheader">"As printed"</th>
                    </tr></thead>
                    <tbody role="rowgroup">{rows}</tbody>
                </table>
            </details>
        }
    });
    view! {
        <li>
            <p class="subject">{subject}</p>
            <p class="facts">{facts.join(" · ")}</p>
            {note}
            {claims}
        </li>
    }
    .into_any()
}

fn claim(ledger: &Ledger, claim: &Claim) -> AnyView {
    let months = match claim.span {
        ClaimSpan::Of(period, span) => month(period, span_name(period, span)),
        ClaimSpan::PartOfYear(year) => format!("some months of {year}").into_any(),
    };
    let product = claim
        .product
        .and_then(|p| ledger.catalogue.member(MemberId { dimension: Dimension::Product, index: p }))
        .map(|p| p.code.clone());
    let place = match &claim.subject {
        Subject::Total => None,
        Subject::Members(members) => Some(members_name(&ledger.catalogue, members)),
        Subject::Dimension(dimension) => Some(dimension_title(*dimension, ledger.catalogue.flow).to_owned()),
    };
    let what: Vec<String> = [product, place].into_iter().flatten().collect();
    let what = if what.is_empty() { "Total".to_owned() } else { what.join(", ") };
    let note = claim.note.clone().map(|n| view! { <span class="note">{n}</span> });
    view! {
        <tr role="row">
            <td role="cell">{months}</td>
            <td role="cell">{what}</td>
            <td role="cell">{measure_name(claim.measure)}</td>
            <td role="cell">"“"{claim.printed.clone()}"” "{note}</td>
        </tr>
    }
    .into_any()
}

/// What the marks mean.
#[component]
pub fn HowToRead() -> impl IntoView {
    view! {
        <footer class="how-to-read">
            <h2>"How to read the figures"</h2>
            <p>
                "Point at a number, or press it, to see how sure it is, how it is known and which article prints it. "
                "Numbers with a dotted line under them are computed from others. "
                "A mark "<span class="contradicted-mark">"◆"</span>" says that another printed figure cannot be true at the same time."
            </p>
            <ul class="marks">
                <li><b>"–"</b>" not published"</li>
                <li><b>"·"</b>" others are listed for these months, this one is not"</li>
                <li><b>"…"</b>" not yet released"</li>
                <li><b>"from 0"</b>" the earlier figure is zero or may be: no percentage of it"</li>
                <li><b>"19,596–19,738"</b>" only this range is known"</li>
            </ul>
            <p>"Everything is computed in this browser from the dataset of the site. Nothing is sent anywhere."</p>
        </footer>
    }
}
