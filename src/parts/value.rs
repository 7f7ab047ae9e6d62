//! What records tell beside quantities: values and effects, concentration, who is new or lost.

use leptos::prelude::*;

use crate::parts::number::{answer, number, with_text};
use crate::state::Page;
use breakdown::{Breakdown, Entry, Presence, Ranking, Recorded};
use i18n::look;
use model::{Against, Dimension, Flow};

/// Value, unit value and what each did to the change in value.
pub fn value_tiles(page: Page, breakdown: &Breakdown) -> AnyView {
    let Some(recorded) = breakdown.whole.recorded.as_ref() else { return ().into_any() };
    if recorded.value == Err(model::Missing::NotApplicable) {
        return ().into_any();
    }
    let words = page.words();
    let months = words.span(breakdown.period, breakdown.span);
    let base = Against::main(breakdown.span).before(breakdown.period);
    let before = words.span(base, breakdown.span);
    let Recorded { value, unit_value, value_change, volume_effect, price_effect, .. } = recorded;
    let change = || words.value_change_label(&months, &before);
    let [by_quantity, by_unit_value, end] = words.effects();
    let volume = words.volume_effect_label(&months, &before);
    let price = words.price_effect_label(&months, &before);
    view! {
        <dl class="tiles values">
            <div class="tile">
                <dt>{words.value_of(&months)}</dt>
                <dd class="big">{answer(page, value, look::ROUNDED, words.value_of(&months))}</dd>
                <dd class="detail">
                    {answer(page, &value_change.percent, look::CHANGE_UNIT, change())}
                    <span class="before">{words.versus_detail(&before)}</span>
                </dd>
            </div>
            <div class="tile">
                <dt>{words.unit_value()}</dt>
                <dd class="big">{answer(page, unit_value, look::UNIT, words.unit_value_of(&months))}</dd>
            </div>
            <div class="tile">
                <dt>{words.value_change(&before)}</dt>
                <dd class="big">{answer(page, &value_change.absolute, look::ROUNDED_CHANGE, change())}</dd>
                <dd class="detail">
                    {by_quantity}
                    {with_text(answer(page, volume_effect, look::ROUNDED_CHANGE, volume), by_unit_value)}
                    {with_text(answer(page, price_effect, look::ROUNDED_CHANGE, price), end)}
                </dd>
            </div>
        </dl>
    }
    .into_any()
}

/// "57 destinations; the three largest have 41.2 %; concentration (HHI) 812 of 10,000."
pub fn concentration(page: Page, ranking: &Ranking, dimension: Dimension, flow: Flow) -> AnyView {
    let Some(spread) = ranking.concentration.as_ref() else { return ().into_any() };
    let Ok(members) = &spread.members else { return ().into_any() };
    // A count of members: whole and far below what a u64 holds.
    let text = page.words().concentration(members.value as u64, dimension, flow);
    let [count, share, index] = page.words().concentration_labels(dimension, flow);
    view! {
        <p class="sum">
            {number(page, members, look::BARE, count)} {text.members}
            {match members.value > 3.0 {
                true => {
                    let top_three = answer(page, &spread.top_three, look::UNIT, share);
                    view! { {text.top_three} {with_text(top_three, text.index)} }.into_any()
                }
                false => text.index.into_any(),
            }}
            {with_text(answer(page, &spread.hhi, look::BARE, index), text.end)}
        </p>
    }
    .into_any()
}

/// "new", "back after 3 months", "none this month".
pub fn presence(page: Page, entry: &Entry) -> AnyView {
    let recorded = entry.recorded.as_ref();
    let text = recorded.and_then(|r| page.words().presence(r.presence, page.subject().frequency));
    let class = match entry.recorded.as_ref().map(|r| r.presence) {
        Some(Presence::Lost | Presence::Absent) => "presence gone",
        _ => "presence",
    };
    text.map(|text| view! { <span class=class>{text}</span> }.into_any()).into_any()
}
