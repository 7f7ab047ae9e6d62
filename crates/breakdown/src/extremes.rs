//! Records: the highest or the lowest month since when.

use super::Point;
use super::runs::at;
use model::{Interval, Period};

/// A month above, or below, all that came just before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extreme {
    /// The highest; the lowest otherwise.
    pub highest: bool,
    /// How many earlier months it surpasses, in a row.
    pub months: usize,
    /// How far back that goes.
    pub since: Since,
}

/// What ends the months that an extreme surpasses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Since {
    /// This month went certainly further, or exactly as far.
    Month(Period),
    /// Nothing does: the data begins with this month.
    Beginning(Period),
}

/// Why a month is no extreme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoExtreme {
    /// The total of this month is not known; it may have gone further.
    Unknown(Period),
    /// What is known of this month allows either.
    Unclear(Period),
}

/// The highest or the lowest month since when, whichever goes back further. Only what bounds make
/// certain counts, and a month without a figure ends the search: it may have been anything.
pub fn extreme(series: &[Point], period: Period) -> Result<Extreme, NoExtreme> {
    match (reach(series, period, true), reach(series, period, false)) {
        (Ok(high), Ok(low)) => Ok(if low.months > high.months { low } else { high }),
        // One of the two ends at once where the month before went further: it says nothing.
        (Ok(known), Err(open)) | (Err(open), Ok(known)) => match known.months {
            0 => Err(open),
            _ => Ok(known),
        },
        (Err(open), Err(_)) => Err(open),
    }
}

/// The month that is certainly the highest of all whose total is known, and how many these are; `None` where bounds
/// leave it open, or where no two months are known.
pub fn peak<'a>(months: impl IntoIterator<Item = &'a Point>) -> Option<(&'a Point, usize)> {
    let bounds = |point: &Point| Some(point.quantity.as_ref().ok()?.bounds);
    let known: Vec<(&Point, Interval)> =
        months.into_iter().filter_map(|point| Some((point, bounds(point)?))).collect();
    let (highest, own) = known.iter().max_by(|(_, a), (_, b)| a.low.total_cmp(&b.low))?;
    let mut others = known.iter().filter(|(point, _)| point.period != highest.period);
    let surpasses_all = others.all(|(_, other)| other.high < own.low);
    (known.len() > 1 && surpasses_all).then_some((*highest, known.len()))
}

fn reach(series: &[Point], period: Period, highest: bool) -> Result<Extreme, NoExtreme> {
    let own = at(series, period).ok_or(NoExtreme::Unknown(period))?.bounds;
    let first = series.first().map_or(period, |p| p.period);
    let mut months = 0;
    for earlier in first.to(period.plus(-1)).rev() {
        let other = at(series, earlier).ok_or(NoExtreme::Unknown(earlier))?.bounds;
        let (surpassed, further) = match highest {
            true => (other.high < own.low, other.low >= own.high),
            false => (other.low > own.high, other.high <= own.low),
        };
        match (surpassed, further) {
            (true, _) => months += 1,
            (_, true) => return Ok(Extreme { highest, months, since: Since::Month(earlier) }),
            _ => return Err(NoExtreme::Unclear(earlier)),
        }
    }
    Ok(Extreme { highest, months, since: Since::Beginning(first) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::{Figure, Interval, Missing, Unit};

    fn month(text: &str) -> Period {
        text.parse().unwrap()
    }

    fn series(bounds: &[Option<(f64, f64)>]) -> Vec<Point> {
        let point = |(i, b): (usize, &Option<(f64, f64)>)| Point {
            period: month("2024-09").plus(i32::try_from(i).unwrap()),
            quantity: b
                .map(|(low, high)| Figure {
                    bounds: Interval::new(low, high).unwrap(),
                    ..Figure::recorded(low, Unit::Tonnes, 0)
                })
                .ok_or(Missing::NotPublished),
        };
        bounds.iter().enumerate().map(point).collect()
    }

    #[track_caller]
    fn check(values: &[f64], highest: bool, months: usize, since: Since) {
        let exact: Vec<_> = values.iter().map(|v| Some((*v, *v))).collect();
        let series = series(&exact);
        let found = extreme(&series, series.last().unwrap().period);
        assert_eq!(found, Ok(Extreme { highest, months, since }));
    }

    #[test]
    fn the_search_ends_at_a_month_that_went_further_or_where_the_data_begins() {
        check(&[9.0, 5.0, 4.0, 3.0, 8.0], true, 3, Since::Month(month("2024-09")));
        check(&[7.0, 5.0, 4.0, 3.0, 8.0], true, 4, Since::Beginning(month("2024-09")));
        check(&[1.0, 5.0, 6.0, 2.0], false, 2, Since::Month(month("2024-09")));
        // As high as an earlier month is no record over it.
        check(&[8.0, 5.0, 8.0], true, 1, Since::Month(month("2024-09")));
    }

    #[test]
    fn a_gap_or_overlapping_bounds_end_it_without_an_answer() {
        let gap = series(&[Some((9.0, 9.0)), None, Some((5.0, 5.0)), Some((8.0, 8.0))]);
        assert_eq!(extreme(&gap, month("2024-12")), Err(NoExtreme::Unknown(month("2024-10"))));
        let wide = series(&[Some((5.0, 9.0)), Some((5.0, 5.0)), Some((8.0, 8.0))]);
        assert_eq!(extreme(&wide, month("2024-11")), Err(NoExtreme::Unclear(month("2024-09"))));
    }
}
