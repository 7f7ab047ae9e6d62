//! Destinations against registration locations: who ships where.

use std::sync::Arc;

use js_sys::Array;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::masthead::view_link;
use super::page::{Page, filter_json};
use super::records_parts::toggled;
use breakdown::{CrossTable, cross_table};
use i18n::{member_title, plain, span_name};
use model::{Dimension, MemberId};
use records::Cross;
use crate::browser::Engine;

/// How many members of each dimension stand apart; the rest is one line.
const SHOWN: usize = 12;

#[component]
pub fn CrossSection(page: Page) -> impl IntoView {
    let pair = (Dimension::Destination, Dimension::RegistrationLocation);
    let table: RwSignal<Option<Result<Arc<CrossTable>, String>>> = RwSignal::new(None);
    Effect::new(move |_| {
        let (Some(dataset), Some(period)) = (page.ready(), page.period.get()) else { return };
        if dataset.records.is_none() {
            return;
        }
        let span = page.view.with(|v| v.span);
        let question = format!(
            "{{\"filter\":{},\"down\":{},\"across\":{},\"period\":\"{period}\",\"span\":\"{}\"}}",
            filter_json(&page.filter()),
            pair.0 as usize,
            pair.1 as usize,
            span.name()
        );
        let Some(engine) = page.engine() else { return };
        spawn_local(async move {
            let answer = ask(&engine, &question).await;
            let catalogue = &dataset.ledger.catalogue;
            let read = answer.and_then(|bytes| {
                let cross = Cross::from_bytes(catalogue, pair.0, pair.1, &bytes);
                cross.ok_or_else(|| "Page and data are of different versions. Reload the page.".to_owned())
            });
            table.set(Some(read.map(|cross| Arc::new(cross_table(&cross, SHOWN)))));
        });
    });
    move || {
        let dataset = page.ready()?;
        let months = span_name(page.period.get()?, page.view.with(|v| v.span));
        let body = match table.get() {
            _ if dataset.records.is_none() => no_cross_table().into_any(),
            None => view! { <p class="empty">"Adding up…"</p> }.into_any(),
            Some(Err(sentence)) => view! { <p class="empty">{sentence}</p> }.into_any(),
            Some(Ok(table)) => drawn(page, &table),
        };
        Some(view! {
            <section class="breakdown cross" id="cross" aria-labelledby="cross-title">
                <div class="heading">
                    <h2 id="cross-title">"Destinations by registration location"</h2>
                    <p class="when">{months}</p>
                </div>
                <p class="caveat">"Tonnes. The darker a cell, the more. Choose a name to see only its rows."</p>
                {body}
            </section>
        })
    }
}

/// What stands in place of the table for published figures.
pub fn no_cross_table() -> impl IntoView {
    view! { <p class="empty">"Articles do not print destinations by registration location. Customs records do."</p> }
}

async fn ask(engine: &Engine, question: &str) -> Result<Vec<u8>, String> {
    Ok(engine.ask("cross", question, &Array::new(), &Array::new(), |_| {}).await?.bytes)
}

fn drawn(page: Page, table: &CrossTable) -> AnyView {
    let name = |member: Option<MemberId>, others: usize| match member {
        Some(member) => {
            let title = page.ready().map(|d| member_title(&d.ledger.catalogue, member)).unwrap_or_default();
            view_link(page, toggled(page, member), "member", title.into_any())
        }
        None => format!("{others} others").into_any(),
    };
    let head = table.columns.iter().map(|c| {
        view! { <th scope="col" role="columnheader" class="turned">{name(*c, table.other_columns)}</th> }
    });
    let rows = table.rows.iter().map(|row| {
        let cells = row.cells.iter().map(|cell| {
            let shade = format!("{:.3}", cell.shade);
            let text = if cell.kilograms == 0 { String::new() } else { plain(cell.tonnes, 0, false) };
            view! { <td role="cell" class="cell" style=("--shade", shade)><data value=cell.tonnes.to_string()>{text}</data></td> }
        });
        view! {
            <tr role="row">
                <th scope="row" role="rowheader" class="name">{name(row.member, table.other_rows)}</th>
                {cells.collect_view()}
                <td role="cell" class="quantity"><data value=row.tonnes.to_string()>{plain(row.tonnes, 0, false)}</data></td>
            </tr>
        }
    });
    let totals = table.totals.iter().map(|tonnes| {
        view! { <td role="cell" class="cell"><data value=tonnes.to_string()>{plain(*tonnes, 0, false)}</data></td> }
    });
    view! {
        <div class="wide-table" tabindex="0" role="region" aria-label="Destinations by registration location">
            <table role="table" class="matrix">
                <caption class="hidden">"Net weight in tonnes"</caption>
                <thead role="rowgroup"><tr role="row">
                    <th scope="col" role="columnheader" class="name">"Destination"</th>
                    {head.collect_view()}
                    <th scope="col" role="columnheader" class="turned">"Total"</th>
                </tr></thead>
                <tbody role="rowgroup">{rows.collect_view()}</tbody>
                <tfoot role="rowgroup"><tr role="row">
                    <th scope="row" role="rowheader" class="name">"Total"</th>
                    {totals.collect_view()}
                    <td role="cell" class="quantity"><data value=table.tonnes.to_string()>{plain(table.tonnes, 0, false)}</data></td>
                </tr></tfoot>
            </table>
        </div>
    }
    .into_any()
}
