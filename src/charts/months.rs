//! The months of all, or of one member.

use breakdown::{Metric, Point, history};
use chart::kinds::columns::{Column, Columns};
use chart::kinds::lines::{Lines, Positions, Series, Values};
use chart::{Datum, Hue, LeadsTo, Paint, Target, TargetLine, datum, told};
use i18n::{Words, look};
use model::{Answer, Figure, Frequency, MemberId, Period, Span, decimals_of_tonnes};
use records::Cube;

use crate::state::Shown;

/// How many earlier years stand out beside the chosen one.
const STRONG_YEARS: i32 = 1;

/// Months in a picture, and in a narrow one: a year and the same month of the one before, each as wide as a finger.
const MONTHS: usize = 24;
const MONTHS_NARROW: usize = 13;
const NARROW: f64 = 560.0;

/// How many months a picture of this width, pixels, has room for.
pub fn window(width: f64) -> usize {
    if width < NARROW { MONTHS_NARROW } else { MONTHS }
}

/// The last `count` months, or as many around an earlier one.
pub fn around(series: &[Point], period: Period, count: usize) -> &[Point] {
    let last = series.len().saturating_sub(count);
    let chosen = series.iter().position(|p| p.period == period).unwrap_or(last);
    let start = if chosen >= last { last } else { chosen.saturating_sub(count / 2) };
    series.get(start..(start + count).min(series.len())).unwrap_or_default()
}

/// The months as columns, with the mean of twelve months as a line.
pub fn monthly(
    words: &dyn Words,
    shown: &Shown,
    chosen: Option<&Cube>,
    member: Option<MemberId>,
    points: &[Point],
    period: Period,
) -> Columns {
    let months = points.iter().map(|p| p.period);
    let sums = history(&shown.dataset, chosen, member, Metric::Quantity, Span::Rolling, months);
    let label = look::BARE.to(decimals_of_tonnes(points.iter().map(|point| &point.quantity)));
    let subject = shown.dataset.subject();
    // That of one year is the year.
    let has_mean = subject.frequency != Frequency::Annual;
    let column = |(point, sum): (&Point, Answer)| {
        // A mean of a sum that only bounds are known of would look surer than it is.
        let sum = sum.ok().filter(|sum| has_mean && i18n::point(sum).is_some());
        let mean = sum.map(|sum| sum.value / f64::from(subject.frequency.in_a_year()));
        let mut lines = vec![line(None, "", told(words, &point.quantity, look::UNIT))];
        if let Some(mean) = mean {
            let text = i18n::shown(words, &Figure::recorded(mean, subject.unit, 0), look::UNIT.to(0));
            lines.push(line(Some(Paint::Line(Hue::Accent)), words.mean_of_a_year(subject.frequency), text));
        }
        let title = words.month(point.period);
        let target = Target { to: LeadsTo::Month(point.period), title, lines };
        let mean = mean.map(|mean| mean * words.units().factor(subject.unit));
        Column { period: point.period, figure: datum(words, &point.quantity, label), mean, target }
    };
    Columns {
        unit: words.unit(shown.dataset.subject().unit),
        columns: points.iter().zip(sums).map(column).collect(),
        chosen: period,
    }
}

fn line(paint: Option<Paint>, name: &str, value: String) -> TargetLine {
    TargetLine { paint, name: name.to_owned(), value }
}

/// Each year a line over its months: of the month alone, or since January.
pub fn years(
    words: &dyn Words,
    shown: &Shown,
    chosen: Option<&Cube>,
    points: &[Point],
    period: Period,
    span: Span,
) -> Lines {
    let first = points.first().map_or(period, |p| p.period).year();
    let last = points.last().map_or(period, |p| p.period).year();
    let frequency = period.frequency();
    let of = move |year: i32| (1..=12).filter_map(move |place| Period::of_year(frequency, year, place));
    let months = || of(period.year());
    let series = |year: i32| {
        let of_year = of(year);
        let answers = history(&shown.dataset, chosen, None, Metric::Quantity, span, of_year);
        Series {
            name: year.to_string(),
            hue: if year == period.year() { Hue::Accent } else { Hue::Rest },
            is_faint: year > period.year() || period.year() - year > STRONG_YEARS,
            data: answers.iter().map(|answer| datum(words, answer, look::UNIT)).collect(),
        }
    };
    // The chosen year first, then those before it, then those behind.
    let mut order: Vec<i32> = (first..=last).collect();
    model::sort_list(&mut order, |a, b| {
        let key = |year: &i32| (*year > period.year(), (period.year() - year).abs());
        key(a).cmp(&key(b))
    });
    Lines {
        unit: words.unit(shown.dataset.subject().unit),
        values: Values::FromZero,
        positions: Positions::Named(months().map(|m| words.month_on_axis(m, false).to_owned()).collect()),
        series: order.into_iter().map(series).filter(|s| s.data.iter().any(Result::is_ok)).collect(),
        chosen: usize::try_from(period.in_year() - 1).ok(),
        titles: months().map(|m| words.month_of_year(m).to_owned()).collect(),
    }
}

/// The sum of the last twelve months, by month.
pub fn twelve_months(
    words: &dyn Words,
    shown: &Shown,
    chosen: Option<&Cube>,
    points: &[Point],
    period: Period,
) -> Lines {
    let months: Vec<Period> = points.iter().map(|p| p.period).collect();
    let answers =
        history(&shown.dataset, chosen, None, Metric::Quantity, Span::Rolling, months.iter().copied());
    let data: Vec<Datum> = answers.iter().map(|answer| datum(words, answer, look::UNIT)).collect();
    // Before the first sum that is known there is nothing to see.
    let first = data.iter().position(Result::is_ok).unwrap_or(0);
    let months: Vec<Period> = months.into_iter().skip(first).collect();
    Lines {
        unit: words.unit(shown.dataset.subject().unit),
        values: Values::FromZero,
        series: vec![Series {
            name: String::new(),
            hue: Hue::Accent,
            is_faint: false,
            data: data.into_iter().skip(first).collect(),
        }],
        chosen: months.iter().position(|m| *m == period),
        titles: months.iter().map(|m| words.span(*m, Span::Rolling)).collect(),
        positions: Positions::Months(months),
    }
}

/// A member's place by month; the first is uppermost.
pub fn places(words: &dyn Words, hue: Hue, months: &[Period], ranks: &[Answer], period: Period) -> Lines {
    Lines {
        unit: "",
        values: Values::Ranks,
        positions: Positions::Months(months.to_vec()),
        series: vec![Series {
            name: String::new(),
            hue,
            is_faint: false,
            data: ranks.iter().map(|rank| datum(words, rank, look::BARE)).collect(),
        }],
        chosen: months.iter().position(|m| *m == period),
        titles: months.iter().map(|m| words.month(*m)).collect(),
    }
}
