//! Destinations or origins by the provinces of companies: who ships where.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::parts::choices::toggled;
use crate::parts::link::view_link;
use crate::parts::notices::Waiting;
use crate::state::Page;
use breakdown::{CrossTable, cross_table};
use i18n::{Awaited, Failure, member_title, plain};
use model::{Dimension, Flow, MemberId};
use view::Section;

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
        table.set(Some(Err(page.failure(Failure::Cancelled))));
    };
    move || {
        let shown = page.shown.get()?;
        let words = page.words();
        let flow = shown.catalogue().flow;
        let months = words.span(page.period.get()?, page.view.with(|v| v.span));
        let body = match table.get() {
            _ if !shown.dataset.is_recorded() => {
                view! { <p class="empty">{words.no_cross_table(flow)}</p> }.into_any()
            }
            None => view! {
                <p class="empty">{words.adding_up()}</p>
                <Waiting page what=Awaited::Sums on_again=again on_cancel=cancel />
            }
            .into_any(),
            Some(Err(sentence)) => view! {
                <div class="failure" role="alert">
                    <p>{sentence}</p>
                    <button type="button" on:click=move |_| again()>{words.try_again()}</button>
                </div>
            }
            .into_any(),
            Some(Ok(table)) => drawn(page, flow, &table),
        };
        Some(view! {
            <section class="breakdown cross" id="cross" aria-labelledby="cross-title">
                <div class="heading">
                    <h2 id="cross-title">{words.section(Section::Cross, flow)}</h2>
                    <p class="when">{months}</p>
                </div>
                <p class="caveat">{words.cross_caveat()}</p>
                {body}
            </section>
        })
    }
}

fn drawn(page: Page, flow: Flow, table: &CrossTable) -> AnyView {
    let words = page.words();
    let name = |member: Option<MemberId>, others: usize| match member {
        Some(member) => {
            let title =
                page.shown.get().map(|s| member_title(words, s.catalogue(), member)).unwrap_or_default();
            view_link(toggled(page, member), "member", title.into_any())
        }
        None => words.others(others as u64).into_any(),
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
        <div class="wide-table" tabindex="0" role="region" aria-label=words.section(Section::Cross, flow)>
            <table role="table" class="matrix">
                <caption class="hidden">{words.cross_caption()}</caption>
                <thead role="rowgroup"><tr role="row">
                    <th scope="col" role="columnheader" class="name">{words.member_head(Dimension::Destination, flow)}</th>
                    {head.collect_view()}
                    <th scope="col" role="columnheader" class="turned">{words.total_head()}</th>
                </tr></thead>
                <tbody role="rowgroup">{rows.collect_view()}</tbody>
                <tfoot role="rowgroup"><tr role="row">
                    <th scope="row" role="rowheader" class="name">{words.total_head()}</th>
                    {totals.collect_view()}
                    <td role="cell" class="quantity"><data value=table.tonnes.to_string()>{plain(table.tonnes, 0, false)}</data></td>
                </tr></tfoot>
            </table>
        </div>
    }
    .into_any()
}
