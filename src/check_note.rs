//! Whether a note that somebody wrote agrees with the dataset: a place to paste it, the text with its
//! figures marked, and every figure with what is to be said of it.

use std::sync::Arc;

use leptos::prelude::*;

use super::add_figures::AddFigures;
use super::masthead::view_link;
use super::page::Page;
use i18n::{
    PROOF_VERDICTS, finding_text, month_name, own_text, proof_counts, reading_name, remark_text,
};
use model::Catalogue;
use factcheck::{Finding, Proof, Remark, Source, Verdict, check};
use view::Section;
use crate::browser;

/// Figures that are listed; all of them are marked in the text.
const MOST_LISTED: usize = 400;

#[component]
pub fn CheckNoteSection(page: Page) -> impl IntoView {
    // The month of a note that does not say it.
    let assumed = RwSignal::new(None);
    let proof = Memo::new(move |_| {
        let dataset = page.ready()?;
        let cube = page.cube.get();
        let source = match (&dataset.records, &cube) {
            (None, _) => Source::Published(&dataset.ledger),
            (Some(_), Some(cube)) => Source::Recorded(&dataset.ledger.catalogue, cube),
            (Some(_), None) => return None,
        };
        page.pasted.with(|text| {
            let any = !text.trim().is_empty();
            any.then(|| Arc::new(check(text, &source, assumed.get())))
        })
    });
    view! {
        <section class="check-note" id="check-note" aria-labelledby="check-note-title">
            <div class="heading">
                <h2 id="check-note-title">"Check a note"</h2>
                {move || view_link(page, page.with(|v| v.section = Section::Note), "more", "The month as a note".into_any())}
            </div>
            <Paste page />
            {move || {
                let dataset = page.ready()?;
                let proof = proof.get()?;
                Some(view! {
                    {remarks(page, &proof, assumed)}
                    <p class="summary" role="status">{proof_counts(&proof)}</p>
                    {marked(&proof)}
                    {listed(page, &dataset.ledger.catalogue, &proof)}
                    <AddFigures page proof />
                })
            }}
        </section>
    }
}

#[component]
fn Paste(page: Page) -> impl IntoView {
    let cleared: RwSignal<Option<String>> = RwSignal::new(None);
    let clear = move |_| {
        cleared.set(Some(page.pasted.get_untracked()));
        page.pasted.set(String::new());
    };
    let undo = move |_| {
        if let Some(text) = cleared.get_untracked() {
            page.pasted.set(text);
        }
        cleared.set(None);
    };
    view! {
        <div class="paste">
            <label for="pasted">"Paste the text of a note, with its tables, in English or Chinese"</label>
            <p class="caveat" id="pasted-where">
                "Its figures are found and compared with this dataset and with each other. The text stays in this browser, and is gone when the page is closed."
            </p>
            <textarea
                id="pasted"
                rows="8"
                dir="auto"
                spellcheck="false"
                aria-describedby="pasted-where"
                prop:value=move || page.pasted.get()
                on:input=move |event| {
                    cleared.set(None);
                    page.pasted.set(event_target_value(&event));
                }
            ></textarea>
            <p class="take">
                {move || (!page.pasted.with(String::is_empty)).then(|| view! { <button type="button" on:click=clear>"Clear"</button> })}
                {move || cleared.get().map(|_| view! { <button type="button" on:click=undo>"Undo"</button> })}
            </p>
        </div>
    }
}

/// What a reader must know first; of a note without a month also a way to say which it is.
fn remarks(page: Page, proof: &Proof, assumed: RwSignal<Option<model::Period>>) -> AnyView {
    let remarks = proof.remarks.iter().map(|remark| {
        let say = (*remark == Remark::NoMonth).then(|| {
            let period = page.period.get()?;
            let text = format!("It is about {}", month_name(period));
            Some(view! { " " <button type="button" on:click=move |_| assumed.set(Some(period))>{text}</button> })
        });
        view! { <p>{remark_text(*remark)} {say}</p> }
    });
    let taken = assumed.get().map(|period| {
        let text = format!("Where the text names no month it is read as of {}. ", month_name(period));
        view! { <p>{text} <button type="button" on:click=move |_| assumed.set(None)>"Undo"</button></p> }
    });
    view! { <div class="notices">{remarks.collect_view()} {taken}</div> }.into_any()
}

/// How a finding looks: its verdict, and whether the text contradicts itself there.
fn class_of(finding: &Finding) -> String {
    let own = if finding.own.is_empty() { "" } else { " own" };
    format!("verdict {}{own}", finding.verdict.name())
}

/// A verdict in words.
fn words_of(verdict: &Verdict) -> &'static str {
    PROOF_VERDICTS.iter().find(|(name, _)| *name == verdict.name()).map_or("", |(_, words)| words)
}

/// The text with its figures marked. A mark leads to what is said of it.
fn marked(proof: &Arc<Proof>) -> AnyView {
    let mut pieces = Vec::new();
    let mut from = 0;
    for (place, finding) in proof.findings.iter().enumerate() {
        let text = |range: std::ops::Range<usize>| proof.text.get(range).unwrap_or_default().to_owned();
        pieces.push(text(from..finding.span.start).into_any());
        let printed = text(finding.span.clone());
        from = finding.span.end;
        let label = format!("{printed}: {}", words_of(&finding.verdict));
        if place < MOST_LISTED {
            let go = move |_| web::focus(&format!("#finding-{place}"));
            pieces.push(
                view! {
                    <button type="button" id=format!("mark-{place}") class=class_of(finding) aria-label=label on:click=go>{printed}</button>
                }
                .into_any(),
            );
        } else {
            pieces.push(view! { <mark class=class_of(finding)>{printed}</mark> }.into_any());
        }
    }
    pieces.push(proof.text.get(from..).unwrap_or_default().to_owned().into_any());
    view! { <div class="marked" dir="auto" lang=proof.language.code()>{pieces}</div> }.into_any()
}

/// Every figure: as printed, what it is read as, the verdict and why.
fn listed(page: Page, catalogue: &Catalogue, proof: &Arc<Proof>) -> AnyView {
    if proof.findings.is_empty() {
        return ().into_any();
    }
    let rows = proof.findings.iter().enumerate().take(MOST_LISTED).map(|(place, finding)| {
        let printed = proof.text.get(finding.span.clone()).unwrap_or_default().to_owned();
        let read = finding.reading.as_ref().map_or("–".to_owned(), |r| reading_name(catalogue, r));
        let own = finding.own.iter().map(|own| view! { <p class="own">{own_text(proof, finding, own)}</p> });
        let show = match &finding.verdict {
            Verdict::Agrees(ours) | Verdict::AgreesWithinRounding(ours) | Verdict::Differs(ours) => {
                let mut to = ours.view.clone();
                to.dataset = page.dataset_id();
                Some(view! { " " {view_link(page, to, "", "Show".into_any())} })
            }
            Verdict::CannotBeTested(_) | Verdict::NotUnderstood(_) => None,
        };
        let back = move |_| web::focus(&format!("#mark-{place}"));
        view! {
            <tr role="row" id=format!("finding-{place}") tabindex="-1">
                <td role="cell"><button type="button" class="quiet" dir="auto" on:click=back>{printed}</button></td>
                <td role="cell">{read}</td>
                <td role="cell" class=class_of(finding)>{words_of(&finding.verdict)}</td>
                <td role="cell">{finding_text(finding)} {show} {own.collect_view()}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let more = proof.findings.len().saturating_sub(MOST_LISTED);
    let more = (more > 0).then(|| {
        view! { <p class="caveat">{format!("The first {MOST_LISTED} figures are listed; {more} more are marked in the text.")}</p> }
    });
    view! {
        <table role="table" class="plain claims check">
            <caption class="hidden">"The figures of the note and whether the dataset agrees"</caption>
            <thead role="rowgroup"><tr role="row">
                <th scope="col" role="columnheader">"Figure"</th>
                <th scope="col" role="columnheader">"Read as"</th>
                <th scope="col" role="columnheader">"Verdict"</th>
                <th scope="col" role="columnheader">"Why"</th>
            </tr></thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
        {more}
    }
    .into_any()
}
