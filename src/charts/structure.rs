//! Months cut into members.

use breakdown::{Metric, Point, history};
use chart::kinds::stacked::{Mode, Stacked, StackedMonth};
use chart::{Hue, LeadsTo, Paint, Target, TargetLine, datum, told};
use i18n::{Words, look, member_name};
use model::{Answer, MemberId, Span, Unit, decimals_of_unit};
use records::Cube;

use crate::state::Shown;

/// The months as columns cut into these members, the largest first, and the rest: in tonnes, or as shares. Tonnes have so
/// many digits after the point as in the table beside them.
pub fn structure(
    words: &dyn Words,
    shown: &Shown,
    chosen: Option<&Cube>,
    members: &[MemberId],
    (is_share, decimals): (bool, usize),
    points: &[Point],
) -> Stacked {
    let tonnes = look::UNIT.to(decimals);
    let told_look = if is_share { look::UNIT.to(decimals_of_unit(Unit::Percent)) } else { tonnes };
    let months = || points.iter().map(|p| p.period);
    let history_of = |member: &MemberId, metric| {
        history(&shown.dataset, chosen, Some(*member), metric, Span::Month, months())
    };
    let of_all = |metric| members.iter().map(|member| history_of(member, metric)).collect();
    let quantities: Vec<Vec<Answer>> = of_all(Metric::Quantity);
    let shares: Option<Vec<Vec<Answer>>> = is_share.then(|| of_all(Metric::Share));
    let told_ones = shares.as_ref().unwrap_or(&quantities);
    let named: Vec<(String, Hue)> = members
        .iter()
        .map(|member| {
            let name = member_name(words, shown.catalogue(), *member).to_owned();
            (name, Hue::Member(shown.colours.slot(*member)))
        })
        .collect();
    let month = |(place, point): (usize, &Point)| {
        let parts = quantities.iter().filter_map(|answers| answers.get(place));
        let mut lines = vec![TargetLine {
            paint: None,
            name: words.total_head().to_owned(),
            value: told(words, &point.quantity, tonnes),
        }];
        let of_month = told_ones.iter().filter_map(|answers| answers.get(place));
        for ((name, hue), answer) in named.iter().zip(of_month).filter(|(_, answer)| answer.is_ok()) {
            let value = told(words, answer, told_look);
            lines.push(TargetLine { paint: Some(Paint::Fill(*hue)), name: name.clone(), value });
        }
        StackedMonth {
            period: point.period,
            total: datum(words, &point.quantity, tonnes),
            parts: parts.map(|answer| datum(words, answer, tonnes)).collect(),
            target: Target { to: LeadsTo::Month(point.period), title: words.month(point.period), lines },
        }
    };
    Stacked {
        unit: words.unit(shown.dataset.subject().unit),
        mode: if is_share { Mode::Share } else { Mode::Amount },
        rest: words.all_others().to_owned(),
        months: points.iter().enumerate().map(month).collect(),
        members: named,
    }
}
