//! Where the figures come from, and how to read them.

use std::sync::Arc;

use leptos::prelude::*;

use crate::parts::link::view_link;
use crate::parts::live::{live, live_in_turn};
use crate::parts::number::month;
use crate::parts::section::section;
use crate::parts::table::{cell, columns, row, table};
use crate::state::{Page, Shown};
use breakdown::{Dataset, RecordSums};
use i18n::{Words, claim_span, coverage_sentences, members_name};
use ledger::{Article, Claim, ClaimSpan, Ledger, Subject};
use model::{Dimension, Language, Measured, MemberId, Unit};
use view::Section;

#[component]
pub fn SourcesSection(
    page: Page,
    /// Every article with every figure that it reports; otherwise those of the month.
    wide: bool,
) -> impl IntoView {
    let draw = move || {
        let shown = page.shown.get()?;
        let breakdown = page.breakdown.get()?;
        let words = page.words();
        let ledger = match &shown.dataset {
            Dataset::Published(ledger) => ledger,
            Dataset::Recorded(sums) => return Some(origins(words, sums)),
        };
        let used = breakdown.claims();
        let uses = |article: usize| {
            let in_article = used.iter().filter(|c| ledger.claim(**c).is_some_and(|c| c.article == article));
            in_article.count()
        };
        let articles = ledger.articles.iter().enumerate().map(|(i, a)| (i, a, uses(i)));
        let listed: Vec<_> = articles.filter(|(_, _, uses)| wide || *uses > 0).collect();
        let items = listed
            .into_iter()
            .rev()
            .map(|(i, a, uses)| article(words, ledger, i, a, uses, wide))
            .collect_view();
        let more = page.with(|v| v.section = Section::Sources);
        let all = words.all_articles(ledger.articles.len() as u64);
        let about = words.name(&shown.catalogue().about).to_owned();
        let beside = view! {
            <p class="when">{month(breakdown.period, words.span(breakdown.period, breakdown.span))}</p>
            {(!wide).then(|| view_link(more, "more", all.into_any()))}
            {view_link(page.with(|v| v.section = Section::Check), "more", words.to_check().into_any())}
        };
        let units = words.units_of_articles().to_owned();
        Some(sources(
            words,
            [about, units],
            beside.into_any(),
            view! { <ol class="articles">{items}</ol> }.into_any(),
        ))
    };
    if wide { live(draw) } else { live_in_turn(page, draw) }
}

/// The language of what an article or a dataset says, for fonts and for those who hear it.
fn tag(text: &str) -> &'static str {
    Language::of_text(text).tag()
}

/// Where records come from.
fn origins(words: &dyn Words, sums: &RecordSums) -> AnyView {
    let about = words.name(&sums.catalogue.about).to_owned();
    let origins =
        sums.provenance.sources.iter().map(|s| view! { <li lang=tag(s)>{s.clone()}</li> }.into_any());
    let remarks =
        sums.provenance.remarks.iter().map(|s| view! { <li lang=tag(s)>{s.clone()}</li> }.into_any());
    let remarks: Vec<AnyView> = remarks.collect();
    let list = view! {
        {not_covered(words, sums)}
        {(!remarks.is_empty()).then(|| view! { <ul class="caveat not-covered">{remarks}</ul> }.into_any())}
        <ul class="articles">{origins.collect_view()}</ul>
    };
    let whole = &sums.whole;
    let units = words.units_of_rows(whole.measured == Measured::Weight, whole.currency);
    sources(words, [about, units], ().into_any(), list.into_any())
}

/// What of their months records do not cover.
pub fn not_covered(words: &dyn Words, sums: &RecordSums) -> Option<AnyView> {
    let sentences = coverage_sentences(words, &sums.catalogue, &sums.whole.coverage);
    let items = sentences.into_iter().map(|sentence| view! { <li>{sentence}</li> }.into_any());
    let items: Vec<AnyView> = items.collect();
    (!items.is_empty()).then(|| view! { <ul class="caveat not-covered">{items}</ul> }.into_any())
}

/// What a dataset says of its figures in general, what units these have, and a list of sources.
fn sources(words: &dyn Words, [about, units]: [String; 2], beside: AnyView, list: AnyView) -> AnyView {
    let said = [about, units, words.conversion().unwrap_or_default().to_owned()];
    let said = said.into_iter().filter(|text| !text.is_empty());
    let body = view! {
        {said.map(|text| view! { <p class="caveat">{text}</p> }.into_any()).collect_view()}
        {list}
    };
    section("sources", "sources", words.sources_title().into_any(), beside, body.into_any())
}

fn article(
    words: &dyn Words,
    ledger: &Ledger,
    index: usize,
    article: &Article,
    uses: usize,
    wide: bool,
) -> AnyView {
    let subject = match &article.url {
        Some(url) => view! {
            <a href=url.clone() target="_blank" rel="noopener noreferrer">{article.subject.clone()}</a>
        }
        .into_any(),
        None => article.subject.clone().into_any(),
    };
    let mut facts = vec![article.publisher.clone()];
    facts.extend(article.published.as_deref().map(|date| words.date(date)));
    if uses > 0 {
        facts.push(words.figures_used(uses as u64));
    }
    if !article.read_in_full {
        facts.push(words.read_in_part().to_owned());
    }
    let repeated = article.repost_of.as_ref().and_then(|id| ledger.articles.iter().find(|a| a.id == *id));
    facts.extend(repeated.map(|a| words.repeats_article_of(&a.publisher)));
    let note = article.note.clone().map(|n| {
        let tag = tag(&n);
        view! { <p class="note" lang=tag>{n}</p> }.into_any()
    });
    let claims = wide.then(|| {
        let claims = ledger.claims().iter().filter(|c| c.article == index);
        let rows: Vec<AnyView> = claims.map(|c| claim(words, ledger, c)).collect();
        let (count, caption) = (rows.len() as u64, words.figures_in_article(&article.subject));
        view! {
            <details>
                <summary>{words.reported_figures(count)}</summary>
                {table("plain claims", caption, columns(words.claim_heads()), rows)}
            </details>
        }
        .into_any()
    });
    view! {
        <li>
            <p class="subject" lang=tag(&article.subject)>{subject}</p>
            <p class="facts">{facts.join(" · ")}</p>
            {note}
            {claims}
        </li>
    }
    .into_any()
}

fn claim(words: &dyn Words, ledger: &Ledger, claim: &Claim) -> AnyView {
    let months = match claim.span {
        ClaimSpan::Of(period, _) => month(period, claim_span(words, claim.span)),
        ClaimSpan::PartOfYear(_) => claim_span(words, claim.span).into_any(),
    };
    let product = claim
        .product
        .and_then(|p| ledger.catalogue.member(MemberId { dimension: Dimension::Product, index: p }))
        .map(|p| p.code.clone());
    let place = match &claim.subject {
        Subject::Total => None,
        Subject::Members(members) => Some(members_name(words, &ledger.catalogue, members)),
        Subject::AllBut(members) => Some(words.all_but(&members_name(words, &ledger.catalogue, members))),
        Subject::Dimension(dimension) => Some(words.dimension(*dimension, ledger.catalogue.flow).to_owned()),
    };
    let what: Vec<String> = [product, place].into_iter().flatten().collect();
    let what = if what.is_empty() { words.total_head().to_owned() } else { what.join(words.comma()) };
    let note = claim.note.clone().map(|n| {
        let tag = tag(&n);
        view! { <span class="note" lang=tag>{n}</span> }.into_any()
    });
    let form = view! { {words.quoted(&claim.printed)} " " {note} }.into_any();
    let cells = [
        months,
        what.into_any(),
        words.measure(claim.measure, ledger.catalogue.valuation()).into_any(),
        form,
    ];
    row("", cells.map(|content| cell("", content)).into())
}

/// What the marks mean.
#[component]
pub fn HowToRead(page: Page) -> impl IntoView {
    live(move || {
        let words = page.words();
        let [before, behind] = words.how_to_read();
        let quotes_weights = |shown: &Arc<Shown>| {
            shown.dataset.ledger().is_some() && shown.dataset.subject().unit == Unit::Tonnes
        };
        let has_quotations = page.shown.with(|shown| shown.as_ref().is_some_and(quotes_weights));
        let of_quotations = has_quotations.then(|| words.mark_of_quotations());
        let marks = words.marks().into_iter().chain(of_quotations);
        let marks: Vec<AnyView> =
            marks.map(|(mark, meaning)| view! { <li><b>{mark}</b>" "{meaning}</li> }.into_any()).collect();
        view! {
            <footer class="how-to-read">
                <h2>{words.how_to_read_title()}</h2>
                <p>{before}<span class="contradicted-mark">"◆"</span>{behind}</p>
                <ul class="marks">{marks}</ul>
                <p>{words.computed_here()}</p>
            </footer>
        }
        .into_any()
    })
}
