//! Whether the reported figures agree.

use leptos::prelude::*;

use crate::browser;
use crate::parts::button::button;
use crate::parts::download::download;
use crate::parts::link::view_link;
use crate::parts::live::live;
use crate::parts::notices::failure;
use crate::parts::section::section;
use crate::parts::switch::{Choice, list};
use crate::parts::table::{self, cell, columns, table};
use crate::sections::sources::not_covered;
use crate::state::{Page, Settling};
use breakdown::Dataset;
use i18n::{
    VerdictKind, Words, capitalised, claim_name, contradiction_text, publication, suspicion_text,
    verdict_counts, verdict_text,
};
use ledger::{ClaimSpan, Contradiction, Ledger, Suspicion};
use model::{Frequency, Period};
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
            {choose_month(page, ledger)}
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
    let month = page.view.with(|v| v.month);
    let of_month = |told: &&Contradiction| is_of(ledger, told.aside, month);
    let contradictions: Vec<_> = ledger.settlement().contradictions.iter().filter(of_month).collect();
    if contradictions.is_empty() {
        return view! { <p>{words.no_contradictions(month)}</p> }.into_any();
    }
    let chosen = page.view.with(|v| v.claim.clone());
    let is_chosen = |claim: usize| ledger.claim(claim).is_some_and(|c| Some(&c.id) == chosen.as_ref());
    if contradictions.iter().any(|told| is_chosen(told.aside)) {
        browser::show_later(".pointed-out");
    }
    let item = |told: &&Contradiction| {
        let link = ledger.claim(told.aside).map(|claim| {
            let card = page.with(|v| v.claim = Some(claim.id.clone()));
            view! { " · "{view_link(card, "", words.link_to_this().into_any())} }.into_any()
        });
        view! {
            <li class:pointed-out=is_chosen(told.aside)>
                <p class="subject">{named(page, ledger, told.aside)}{words.reported_times(told.twins.len())}</p>
                <p>{contradiction_text(words, ledger, told)}</p>
                <p class="facts">{article(words, ledger, told.aside)}{link}</p>
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

/// Whether a claim is of a month, alone or with others before it, or no month is asked for.
fn is_of(ledger: &Ledger, claim: usize, month: Option<Period>) -> bool {
    month.is_none() || month_of(ledger, claim) == month
}

fn month_of(ledger: &Ledger, claim: usize) -> Option<Period> {
    ledger.claim(claim)?.span.month()
}

fn choice(page: Page, is_shown: bool, name: String, change: &dyn Fn(&mut View)) -> Choice {
    Choice { view: page.with(change), is_shown, name: name.into() }
}

/// The list that chooses the month of which contradictions and figures are told.
fn choose_month(page: Page, ledger: &Ledger) -> AnyView {
    let words = page.words();
    let claims = 0..ledger.claims().len();
    let mut months: Vec<Period> = claims.filter_map(|claim| month_of(ledger, claim)).collect();
    model::sort_list(&mut months, |a, b| b.cmp(a));
    months.dedup();
    let month = page.view.with(|v| v.month);
    let all = words.all_option().to_owned();
    let mut choices = vec![choice(page, month.is_none(), all, &|v| v.month = None)];
    for of in months {
        choices.push(choice(page, month == Some(of), words.month(of), &|v| v.month = Some(of)));
    }
    view! { <p class="filters">{list("month", words.month_head(Frequency::Monthly), choices)}</p> }.into_any()
}

/// The lists that choose the article and the verdict of the figures that are listed.
fn filters(page: Page, ledger: &Ledger, article: Option<&str>, verdict: Option<VerdictKind>) -> Vec<AnyView> {
    let words = page.words();
    let all = || words.all_option().to_owned();
    let mut articles = vec![choice(page, article.is_none(), all(), &|v| v.article = None)];
    for of in &ledger.articles {
        let is_shown = article == Some(of.id.as_str());
        articles.push(choice(page, is_shown, publication(words, of), &|v| v.article = Some(of.id.clone())));
    }
    let mut verdicts = vec![choice(page, verdict.is_none(), all(), &|v| v.verdict = None)];
    for (name, kind) in VerdictKind::NAMES {
        let text = words.verdict(kind).to_owned();
        verdicts.push(choice(page, verdict == Some(kind), text, &|v| v.verdict = Some(name.to_owned())));
    }
    vec![list("article", words.article_label(), articles), list("verdict", words.verdict_label(), verdicts)]
}

/// The list of all figures, by month, article and verdict.
fn every_figure(page: Page, ledger: &Ledger, all: RwSignal<bool>) -> AnyView {
    let verdicts = &ledger.settlement().verdicts;
    let words = page.words();
    let (month, article_id, verdict) = page.view.with(|v| (v.month, v.article.clone(), v.verdict.clone()));
    let known = |id: &String| ledger.articles.iter().any(|a| a.id == *id);
    let article_id = article_id.filter(known);
    let verdict = verdict.as_deref().and_then(VerdictKind::named);
    let wanted = |index: usize| {
        let of_article =
            article_id.as_ref().is_none_or(|id| ledger.article_of(index).is_some_and(|a| a.id == *id));
        let kind = verdicts.get(index).map(VerdictKind::of);
        of_article && is_of(ledger, index, month) && (verdict.is_none() || kind == verdict)
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
    view! {
        <h3>{words.every_figure_title()}</h3>
        <p class="filters">
            {filters(page, ledger, article_id.as_deref(), verdict)}
            <span role="status">{words.figures(shown.len() as u64)}</span>
        </p>
        {table("plain claims check", words.check_caption(), heads, rows)}
        {more}
        <div class="foot">{download(page, Section::Check, false)}</div>
    }
    .into_any()
}
