//! Unit values: over time, and against quantities.

use breakdown::{Breakdown, Metric, history};
use chart::kinds::lines::{Lines, Positions, Series, Values};
use chart::kinds::scatter::{Scatter, ScatterDot};
use chart::{Hue, LeadsTo, Target, TargetLine, datum, told};
use i18n::{Words, look, member_name};
use model::{Currency, Dimension, Period, Span, Unit};
use records::Cube;

use crate::state::Shown;

/// The unit value of all, by month.
pub fn unit_values(
    words: &dyn Words,
    shown: &Shown,
    chosen: Option<&Cube>,
    currency: Currency,
    months: &[Period],
    period: Period,
) -> Lines {
    let answers =
        history(&shown.dataset, chosen, None, Metric::UnitValue, Span::Month, months.iter().copied());
    Lines {
        unit: words.unit(Unit::PerTonne(currency)),
        values: Values::AsTheyAre,
        series: vec![Series {
            name: String::new(),
            hue: Hue::Accent,
            is_faint: false,
            data: answers.iter().map(|answer| datum(words, answer, look::UNIT)).collect(),
        }],
        chosen: months.iter().position(|m| *m == period),
        titles: months.iter().map(|m| words.month(*m)).collect(),
        positions: Positions::Months(months.to_vec()),
    }
}

/// Who has less than this, tonnes, has no dot: values of a few kilograms are samples and mistakes.
pub const LEAST: f64 = 1.0;

/// Members by their quantity and their unit value.
pub fn price_and_volume(
    words: &dyn Words,
    shown: &Shown,
    breakdown: &Breakdown,
    dimension: Dimension,
    currency: Currency,
) -> Scatter {
    let dots = breakdown.ranking(dimension).entries.iter().filter_map(|entry| {
        let (member, recorded) = (entry.member()?, entry.recorded.as_ref()?);
        if entry.quantity.as_ref().is_ok_and(|quantity| quantity.value < LEAST) {
            return None;
        }
        let name = member_name(words, shown.catalogue(), member).to_owned();
        let line = |name: &str, value: String| TargetLine { paint: None, name: name.to_owned(), value };
        let lines = vec![
            line(words.quantity_name(), told(words, &entry.quantity, look::UNIT)),
            line(words.unit_value(), told(words, &recorded.unit_value, look::UNIT)),
        ];
        Some(ScatterDot {
            target: Target { to: LeadsTo::Member(member), title: name.clone(), lines },
            name,
            // Names tell who they are: of so many a colour would be several countries'.
            hue: Hue::Accent,
            figures: [
                datum(words, &entry.quantity, look::UNIT),
                datum(words, &recorded.unit_value, look::UNIT),
            ],
        })
    });
    Scatter {
        log_scale: words.log_scale(),
        across: words.quantity_axis(),
        upward: words.unit_value_axis(words.unit(Unit::PerTonne(currency)).trim()),
        dots: dots.collect(),
    }
}
