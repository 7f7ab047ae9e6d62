//! What records tell beside quantities: values and effects, concentration, who is new or lost.

use leptos::prelude::*;

use crate::parts::number::{answer, number};
use crate::state::Page;
use breakdown::{Breakdown, Entry, Presence, Ranking, Recorded};
use i18n::english::{look, month_name, presence_name, span_name};
use model::Span;

/// Value, unit value and what each did to the change in value.
pub fn value_tiles(page: Page, breakdown: &Breakdown) -> AnyView {
    let Some(recorded) = breakdown.whole.recorded.as_ref() else { return ().into_any() };
    if recorded.value == Err(model::Missing::NotApplicable) {
        return ().into_any();
    }
    let months = span_name(breakdown.period, breakdown.span);
    let before = match breakdown.span {
        Span::Month => month_name(breakdown.period.plus(-1)),
        span => span_name(breakdown.period.plus(-12), span),
    };
    let Recorded { value, unit_value, value_change, volume_effect, price_effect, .. } = recorded;
    let change = |label: &str| format!("{label}, {months} on {before}");
    view! {
        <dl class="tiles values">
            <div class="tile">
                <dt>"Value, " {months.clone()}</dt>
                <dd class="big">{answer(page, value, look::UNIT, format!("Value, {months}"))}</dd>
                <dd class="detail">
                    {answer(page, &value_change.percent, look::CHANGE_UNIT, change("Change in value"))}
                    <span class="before">{format!(" on {before}")}</span>
                </dd>
            </div>
            <div class="tile">
                <dt>"Unit value"</dt>
                <dd class="big">{answer(page, unit_value, look::UNIT, format!("Unit value, {months}"))}</dd>
            </div>
            <div class="tile">
                <dt>{format!("Change in value on {before}")}</dt>
                <dd class="big">{answer(page, &value_change.absolute, look::CHANGE_UNIT, change("Change in value"))}</dd>
                <dd class="detail">
                    "by quantity " {answer(page, volume_effect, look::CHANGE_UNIT, change("Effect of the quantity"))}
                    ", by unit value " {answer(page, price_effect, look::CHANGE_UNIT, change("Effect of the unit value"))}
                </dd>
            </div>
        </dl>
    }
    .into_any()
}

/// "57 destinations; the three largest have 41.2 %; concentration (HHI) 812 of 10,000."
pub fn concentration(page: Page, ranking: &Ranking, words: &str) -> AnyView {
    let Some(spread) = ranking.concentration.as_ref() else { return ().into_any() };
    let Ok(members) = &spread.members else { return ().into_any() };
    view! {
        <p class="sum">
            {number(page, members, look::BARE, format!("How many {words}"))} " "
            {if members.value == 1.0 { words.trim_end_matches('s') } else { words }.to_owned()}
            {(members.value > 3.0).then(|| view! {
                "; the three largest have "
                {answer(page, &spread.top_three, look::UNIT, format!("Share of the three largest {words}"))}
            })}
            "; concentration (HHI) "
            {answer(page, &spread.hhi, look::BARE, format!("Herfindahl-Hirschman index of {words}"))}
            " of 10,000. All of them together make the total exactly."
        </p>
    }
    .into_any()
}

/// The heads of the columns that only records have.
pub fn heads(breakdown: &Breakdown, wide: bool) -> AnyView {
    let Some(money) = breakdown.whole.recorded.as_ref() else { return ().into_any() };
    let has_value = money.value != Err(model::Missing::NotApplicable);
    let head = |text: &'static str| view! { <th scope="col" role="columnheader">{text}</th> }.into_any();
    view! {
        {head("Contribution, pp")}
        {(wide && has_value).then(|| view! { {head("Value")} {head("Unit value")} })}
    }
    .into_any()
}

/// The cells of those columns.
pub fn cells(page: Page, entry: &Entry, name: &str, wide: bool) -> AnyView {
    let Some(recorded) = entry.recorded.as_ref() else { return ().into_any() };
    let has_value = recorded.value != Err(model::Missing::NotApplicable);
    let contribution = answer(
        page,
        &recorded.contribution,
        look::CHANGE,
        format!("{name}, part in the change of the total"),
    );
    let money = (wide && has_value).then(|| {
        view! {
            <td role="cell" class="value" data-on="Value">{answer(page, &recorded.value, look::BARE, format!("{name}, value"))}</td>
            <td role="cell" class="value" data-on="Unit value">{answer(page, &recorded.unit_value, look::BARE, format!("{name}, unit value"))}</td>
        }
    });
    view! { <td role="cell" class="change" data-on="contributes" data-unit="pp">{contribution}</td> {money} }
        .into_any()
}

/// "new", "back after 3 months", "lost".
pub fn presence(entry: &Entry) -> AnyView {
    let recorded = entry.recorded.as_ref();
    let text = recorded.and_then(|r| presence_name(r.presence));
    let class = match entry.recorded.as_ref().map(|r| r.presence) {
        Some(Presence::Lost | Presence::Absent) => "presence gone",
        _ => "presence",
    };
    text.map(|text| view! { <span class=class>{text}</span> }).into_any()
}
