//! Destinations against registration locations: who ships where.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::parts::choices::toggled;
use crate::parts::link::view_link;
use crate::parts::notices::Waiting;
use crate::state::Page;
use breakdown::{CrossTable, cross_table};
use i18n::english::{member_title, plain, span_name};
use model::{Dimension, MemberId};

/// How many members of each dimension stand apart; the rest is one line.
const SHOWN: usize = 12;

#[component]
pub fn CrossSection(page: Page) -> impl IntoView {
    let pair = (Dimension::Destination, Dimension::RegistrationLocation);
    let table: RwSignal<Option<Result<Arc<CrossTable>, String>>> = RwSignal::new(None);
    // Which question counts: an older one that is answered later is dropped.
    let turn = StoredValue::new(0);
    Effect::new(move |_| {
        let (Some(shown), Some(period)) = (page.shown.get(), page.period.get()) else { return };
        if !shown.dataset.is_recorded() {
            return;
        }
        let (span, filter) = (page.view.with(|v| v.span), page.filter());
        turn.update_value(|turn| *turn += 1);
        let mine = turn.get_value();
        page.patience.renew();
        spawn_local(async move {
            let crossed = page.crossed(shown, pair, period, span, filter).await;
            if turn.try_get_value() == Some(mine) {
                page.patience.rest();
                table.set(Some(crossed.map(|cross| Arc::new(cross_table(&cross, SHOWN)))));
            }
        });
    });
    let again = move || {
        table.set(None);
        // The rows went with their worker.
        page.reload_dataset();
    };
    let cancel = move || {
        turn.update_value(|turn| *turn += 1);
        page.patience.rest();
        table.set(Some(Err("It was cancelled.".to_owned())));
    };
    move || {
        let shown = page.shown.get()?;
        let months = span_name(page.period.get()?, page.view.with(|v| v.span));
        let body = match table.get() {
            _ if !shown.dataset.is_recorded() => no_cross_table().into_any(),
            None => view! {
                <p class="empty">"Adding up…"</p>
                <Waiting page what="the sums" on_again=again on_cancel=cancel />
            }
            .into_any(),
            Some(Err(sentence)) => view! {
                <div class="failure" role="alert">
                    <p>{sentence}</p>
                    <button type="button" on:click=move |_| again()>"Try again"</button>
                </div>
            }
            .into_any(),
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

fn drawn(page: Page, table: &CrossTable) -> AnyView {
    let name = |member: Option<MemberId>, others: usize| match member {
        Some(member) => {
            let title = page.shown.get().map(|s| member_title(s.catalogue(), member)).unwrap_or_default();
            view_link(toggled(page, member), "member", title.into_any())
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
