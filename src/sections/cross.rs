//! Destinations or origins by the provinces of companies: who ships where.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::parts::choices::toggled;
use crate::parts::link::view_link;
use crate::parts::live::live;
use crate::parts::notices::{Waiting, failure};
use crate::parts::section::{foot, section};
use crate::parts::table::{self, cell, column, head_rows, name_cell};
use crate::state::Page;
use breakdown::{CrossTable, cross_table};
use chart::HEAT_STEPS;
use i18n::{Awaited, Failure, member_title, plain};
use model::{Dimension, Flow, MemberId, write_shortest};
use view::Section;

/// How many members of each dimension stand apart; the rest is one line.
const SHOWN: usize = 12;

#[component]
pub fn CrossSection(page: Page) -> impl IntoView {
    let table: RwSignal<Option<Result<Arc<CrossTable>, String>>> = RwSignal::new(None);
    // Which question counts: an older one that is answered later is dropped.
    let turn = StoredValue::new(0);
    Effect::new(move |_| {
        let (Some(shown), Some(period)) = (page.shown.get(), page.period.get()) else { return };
        if !shown.dataset.is_recorded() {
            return;
        }
        let measured = shown.dataset.sums().map(|sums| sums.whole.measured).unwrap_or_default();
        let (span, filter) = (page.span.get(), page.filter());
        turn.update_value(|turn| *turn += 1);
        let mine = turn.get_value();
        page.patience.renew();
        spawn_local(async move {
            let crossed = page.crossed(shown, period, span, filter).await;
            if turn.try_get_value() == Some(mine) {
                page.patience.rest();
                table.set(Some(crossed.map(|cross| Arc::new(cross_table(&cross, measured, SHOWN)))));
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
    live(move || {
        let shown = page.shown.get()?;
        let words = page.words();
        let flow = shown.catalogue().flow;
        let months = words.span(page.period.get()?, page.span.get());
        let body = match table.get() {
            _ if !shown.dataset.is_recorded() => {
                view! { <p class="empty">{words.no_cross_table(flow)}</p> }.into_any()
            }
            None => view! {
                <p class="empty">{words.adding_up()}</p>
                <Waiting page what=Awaited::Sums on_again=again on_cancel=cancel />
            }
            .into_any(),
            Some(Err(sentence)) => failure(page, sentence, again),
            Some(Ok(table)) => {
                view! { {drawn(page, flow, &table)} {foot(page, &shown, Section::Cross)} }.into_any()
            }
        };
        let title = words.section(Section::Cross, page.subject()).into_any();
        let beside = view! { <p class="when">{months}</p> }.into_any();
        let body =
            view! { <p class="caveat">{words.cross_caveat(page.subject().unit)}</p> {body} }.into_any();
        Some(section("cross", "cross", title, beside, body))
    })
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
    let data = |amount: f64, text: String| {
        html::data().attr("value", Some(write_shortest(amount))).child(text).into_any()
    };
    let sum = |sum: f64| data(sum, plain(sum, 0, false));
    let mut heads = vec![column("name", words.member_head(Dimension::Destination, flow).into_any())];
    heads.extend(table.columns.iter().map(|c| column("", name(*c, table.other_columns))));
    heads.push(column("", words.total_head().into_any()));
    let rows = table.rows.iter().map(|row| {
        let cells = row.cells.iter().map(|cell| {
            let step = (cell.shade * f64::from(HEAT_STEPS)).ceil();
            let text = if cell.amount == 0.0 { String::new() } else { plain(cell.amount, 0, false) };
            let amount = data(cell.amount, text);
            html::td().attr("role", "cell").attr("data-heat", write_shortest(step)).child(amount).into_any()
        });
        let mut line = vec![name_cell(name(row.member, table.other_rows))];
        line.extend(cells);
        line.push(cell("quantity", sum(row.amount)));
        table::row("", line)
    });
    let mut totals = vec![name_cell(words.total_head().into_any())];
    totals.extend(table.totals.iter().map(|total| cell("", sum(*total))));
    totals.push(cell("quantity", sum(table.amount)));
    view! {
        <div class="wide-table" tabindex="0" role="region" aria-label=words.section(Section::Cross, page.subject())>
            <table role="table" class="matrix">
                <caption class="hidden">{words.cross_caption(page.subject().unit)}</caption>
                {head_rows(heads)}
                <tbody role="rowgroup">{rows.collect_view()}</tbody>
                <tfoot role="rowgroup">{table::row("", totals)}</tfoot>
            </table>
        </div>
    }
    .into_any()
}
