//! Months by year.

use breakdown::{Metric, Point, history};
use chart::kinds::heat::{Heat, HeatCell, HeatRow};
use chart::{LeadsTo, Reading, Target, TargetLine, at_least, in_cell, told};
use i18n::{Words, look, plain};
use model::{Answer, Period, Span, Unit, lunar_new_year};
use records::Cube;

use crate::state::Shown;

/// What is as light as nothing, as a part of the least month.
const LIGHTEST: f64 = 0.9;

/// A row for each year, the newest first, with January and February also together.
pub fn season(
    words: &dyn Words,
    shown: &Shown,
    chosen: Option<&Cube>,
    points: &[Point],
    period: Period,
) -> Heat {
    let (Some(first), Some(last)) = (points.first(), points.last()) else {
        return Heat { columns: Vec::new(), rows: Vec::new(), least: 0.0 };
    };
    let unit = shown.dataset.subject().unit;
    let covered = first.period..=last.period;
    let stands_still = shown.catalogue().has_lunar_new_year();
    let cell = |month: Period, span: Span, answer: &Answer| {
        let is_marked = stands_still && span == Span::Month && lunar_new_year(month.year()) == Some(month);
        let mut lines = vec![line(told(words, answer, look::UNIT))];
        lines.extend(is_marked.then(|| line(words.lunar_new_year().to_owned())));
        let target = Target { to: LeadsTo::Month(month), title: words.span(month, span), lines };
        let figure = in_cell(words, answer);
        HeatCell {
            shorter: figure.as_ref().map(|reading| in_short(words, reading, unit)).unwrap_or_default(),
            figure,
            is_chosen: span == Span::Month && month == period,
            is_marked,
            // Two months together are more than one.
            is_coloured: span == Span::Month,
            target,
        }
    };
    let row = |year: i32| {
        let months = || (1..=12).filter_map(move |month| Period::new(year, month));
        let answers = history(&shown.dataset, chosen, None, Metric::Quantity, Span::Month, months());
        let mut cells: Vec<Option<HeatCell>> = months()
            .zip(&answers)
            .map(|(month, answer)| covered.contains(&month).then(|| cell(month, Span::Month, answer)))
            .collect();
        let february = Period::new(year, 2).filter(|month| covered.contains(month));
        cells.push(february.and_then(|month| {
            let both =
                history(&shown.dataset, chosen, None, Metric::Quantity, Span::Ytd, [month].into_iter());
            Some(cell(month, Span::Ytd, both.first()?))
        }));
        HeatRow { name: year.to_string(), cells }
    };
    let heads = (1..=12).filter_map(|month| Period::new(last.period.year(), month));
    let head = |month| [false, true].map(|is_short| words.month_on_axis(month, is_short).to_owned());
    let mut columns: Vec<[String; 2]> = heads.map(head).collect();
    columns.push(words.january_february().map(str::to_owned));
    let whole = points.iter().filter_map(|point| point.quantity.as_ref().ok()).filter(|f| !f.is_incomplete());
    let known = whole.map(|figure| figure.bounds.low);
    // Months of a trade are alike: what tells is how they differ.
    let factor = words.units().factor(unit);
    let least = known.fold(f64::INFINITY, f64::min) * LIGHTEST * factor;
    Heat { columns, least, rows: (first.period.year()..=last.period.year()).rev().map(row).collect() }
}

/// A figure in thousands, or what a language counts by, with more digits after the point and with fewer: as one number where
/// all that it can be rounds to it, else as what it is at least and at most.
fn in_short(words: &dyn Words, reading: &Reading, unit: Unit) -> Vec<String> {
    let (divisor, ways) = words.scale_in_short(unit);
    let rounded = |(decimals, word): &(usize, &'static str)| {
        let [low, high] = [reading.low, reading.high].map(|end| plain(end / divisor, *decimals, false));
        // What is not zero never reads as zero.
        let is_zero = low.bytes().all(|byte| matches!(byte, b'0' | b'.')) && reading.high > 0.0;
        (low == high && !is_zero).then(|| low + word)
    };
    let bounds = |(decimals, word): &(usize, &'static str)| {
        let steps = 10f64.powi(i32::try_from(*decimals).unwrap_or(0)) / divisor;
        // Outward: never narrower than they are.
        let low = plain((reading.low * steps).floor() / (steps * divisor), *decimals, false);
        if reading.is_open() {
            return at_least(&low) + word;
        }
        let high = plain((reading.high * steps).ceil() / (steps * divisor), *decimals, false);
        words.range(&low, &high, false) + word
    };
    ways.iter().filter_map(rounded).chain(ways.iter().map(bounds)).collect()
}

fn line(value: String) -> TargetLine {
    TargetLine { paint: None, name: String::new(), value }
}
