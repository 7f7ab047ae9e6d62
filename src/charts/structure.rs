//! Months cut into members.

use breakdown::{Metric, Point, history};
use chart::kinds::stacked::{Mode, Stacked, StackedMonth};
use chart::{Datum, Hue, LeadsTo, Paint, Target, TargetLine, datum, told};
use i18n::{Words, look, member_name};
use model::{Answer, MemberId, Span, Unit};
use records::Cube;
use view::CompareAs;

use crate::state::Shown;

/// The months as columns cut into these members, the largest first, and the rest.
pub fn structure(
    words: &dyn Words,
    shown: &Shown,
    chosen: Option<&Cube>,
    members: &[MemberId],
    compare_as: CompareAs,
    points: &[Point],
) -> Stacked {
    let is_share = compare_as == CompareAs::Share;
    let months = || points.iter().map(|p| p.period);
    let history_of = |member: &MemberId, metric| {
        history(&shown.dataset, chosen, Some(*member), metric, Span::Month, months())
    };
    let quantities: Vec<Vec<Answer>> = members.iter().map(|m| history_of(m, Metric::Quantity)).collect();
    let shares: Vec<Vec<Answer>> = members.iter().map(|m| history_of(m, Metric::Share)).collect();
    let named: Vec<(String, Hue)> = members
        .iter()
        .map(|member| {
            let name = member_name(words, shown.catalogue(), *member).to_owned();
            (name, Hue::Member(shown.colours.slot(*member)))
        })
        .collect();
    let month = |(place, point): (usize, &Point)| {
        let of_month = |table: &Vec<Vec<Answer>>| -> Vec<Option<Answer>> {
            table.iter().map(|answers| answers.get(place).cloned()).collect()
        };
        let parts: Vec<Datum> = of_month(&quantities)
            .into_iter()
            .map(|answer| match answer {
                Some(answer) => datum(words, &answer, look::UNIT),
                None => Err(String::new()),
            })
            .collect();
        let mut lines = vec![TargetLine {
            paint: None,
            name: words.total_head().to_owned(),
            value: told(words, &point.quantity, look::UNIT),
        }];
        let told_parts = if is_share { of_month(&shares) } else { of_month(&quantities) };
        for ((name, hue), answer) in named.iter().zip(told_parts) {
            if let Some(answer) = answer.filter(Result::is_ok) {
                let value = told(words, &answer, look::UNIT);
                lines.push(TargetLine { paint: Some(Paint::Fill(*hue)), name: name.clone(), value });
            }
        }
        StackedMonth {
            period: point.period,
            total: datum(words, &point.quantity, look::UNIT),
            parts,
            target: Target { to: LeadsTo::Month(point.period), title: words.month(point.period), lines },
        }
    };
    Stacked {
        unit: words.unit(Unit::Tonnes),
        mode: if is_share { Mode::Share } else { Mode::Amount },
        rest: words.rest_of_structure(shown.dataset.is_recorded()).to_owned(),
        months: points.iter().enumerate().map(month).collect(),
        members: named,
    }
}
