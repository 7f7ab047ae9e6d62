//! Rises and falls, months in a row.

use super::Point;
use model::{Against, Figure, Interval, Period, Rule, Unit};

/// Which way a quantity went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// It rose.
    Up,
    /// It fell.
    Down,
}

/// Months in a row that went one way.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// Which way.
    pub direction: Direction,
    /// How many, this month included; unbounded above where the month before them is not known.
    pub months: Figure,
    /// How many months in a row had gone the other way just before.
    pub turned_after: Option<Figure>,
}

/// Why a month has no run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoRun {
    /// This month's quantity is not known.
    Unknown(Period),
    /// What is known of both months allows a rise as well as a fall.
    Unclear,
    /// Exactly as much as before.
    Level,
}

/// How a month compares with an earlier one.
enum Step {
    Went(Direction),
    Level,
    Unclear,
    Unknown(Period),
}

/// How many months in a row a quantity has risen or fallen against the month or the year before. Only
/// what bounds make certain counts: a rise is one when the least of the later month is above the most
/// of the earlier one.
pub fn run(series: &[Point], period: Period, against: Against) -> Result<Run, NoRun> {
    let direction = match step(series, period, against) {
        Step::Went(direction) => direction,
        Step::Level => return Err(NoRun::Level),
        Step::Unclear => return Err(NoRun::Unclear),
        Step::Unknown(month) => return Err(NoRun::Unknown(month)),
    };
    let none = NoRun::Unknown(period);
    let (months, ended) = length(series, period, against, direction);
    let before = period.plus(-i32::try_from(months).unwrap_or(i32::MAX));
    let turned_after = match step(series, before, against) {
        Step::Went(other) if ended => {
            let (months, ended) = length(series, before, against, other);
            counted(series, before, months, ended)
        }
        _ => None,
    };
    let months = counted(series, period, months, ended).ok_or(none)?;
    Ok(Run { direction, months, turned_after })
}

/// How many months to `last` went one way, and whether the one before them is known not to have.
fn length(series: &[Point], last: Period, against: Against, direction: Direction) -> (usize, bool) {
    let mut months = 0;
    let mut period = last;
    loop {
        match step(series, period, against) {
            Step::Went(d) if d == direction => months += 1,
            Step::Went(_) | Step::Level => return (months, true),
            Step::Unclear | Step::Unknown(_) => return (months, false),
        }
        period = period.plus(-1);
    }
}

fn counted(series: &[Point], period: Period, months: usize, ended: bool) -> Option<Figure> {
    let low = months as f64;
    let bounds = Interval::new(low, if ended { low } else { f64::INFINITY })?;
    let from = at(series, period).map(Figure::bare).into_iter().collect();
    Figure::derived(Rule::Counted, low, bounds, Unit::Periods(period.frequency()), from)
}

fn step(series: &[Point], period: Period, against: Against) -> Step {
    let earlier = against.before(period);
    let Some(now) = at(series, period) else { return Step::Unknown(period) };
    let Some(before) = at(series, earlier) else { return Step::Unknown(earlier) };
    match (now.bounds, before.bounds) {
        (n, b) if n.low > b.high => Step::Went(Direction::Up),
        (n, b) if n.high < b.low => Step::Went(Direction::Down),
        (n, b) if n == b && n.width() == 0.0 => Step::Level,
        _ => Step::Unclear,
    }
}

/// The quantity of a month, where it is known. That of a file that was cut is compared with nothing.
pub(super) fn at(series: &[Point], period: Period) -> Option<&Figure> {
    let quantity = series.iter().find(|p| p.period == period)?.quantity.as_ref();
    quantity.ok().filter(|figure| !figure.is_incomplete())
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::Missing;

    fn series(quantities: &[Option<f64>]) -> Vec<Point> {
        let first: Period = "2024-09".parse().unwrap();
        let point = |(i, q): (usize, &Option<f64>)| Point {
            period: first.plus(i32::try_from(i).unwrap()),
            quantity: q.map(|q| Figure::recorded(q, Unit::Tonnes, 0)).ok_or(Missing::NotCovered),
        };
        quantities.iter().enumerate().map(point).collect()
    }

    #[track_caller]
    fn check(quantities: &[Option<f64>], direction: Direction, months: f64, open: bool, before: Option<f64>) {
        let series = series(quantities);
        let found = run(&series, series.last().unwrap().period, Against::MonthBefore).unwrap();
        assert_eq!((found.direction, found.months.value), (direction, months));
        assert_eq!(found.months.bounds.high.is_infinite(), open);
        assert_eq!(found.turned_after.map(|f| f.value), before);
    }

    #[test]
    fn rises_and_falls_are_counted_back_to_the_turn() {
        use Direction::{Down, Up};
        check(&[Some(3.0), Some(2.0), Some(4.0), Some(5.0), Some(6.0)], Up, 3.0, false, Some(1.0));
        check(&[Some(9.0), Some(8.0), Some(7.0), Some(8.0)], Up, 1.0, false, Some(2.0));
        // Nothing is known before the first month: the row may be longer.
        check(&[Some(1.0), Some(2.0), Some(3.0)], Up, 2.0, true, None);
        check(&[Some(1.0), None, Some(4.0), Some(3.0)], Down, 1.0, true, None);
        // A month that stood still ends a row and is none itself.
        check(&[Some(1.0), Some(1.0), Some(2.0)], Up, 1.0, false, None);
    }

    #[test]
    fn what_is_not_certain_is_no_run() {
        let level = series(&[Some(1.0), Some(1.0)]);
        let last = level[1].period;
        assert_eq!(run(&level, last, Against::MonthBefore), Err(NoRun::Level));
        let gap = series(&[None, Some(1.0)]);
        assert_eq!(run(&gap, last, Against::MonthBefore), Err(NoRun::Unknown(last.plus(-1))));
        let mut wide = series(&[Some(10.0), Some(10.5)]);
        wide[0].quantity.as_mut().unwrap().bounds = Interval::new(9.0, 11.0).unwrap();
        assert_eq!(run(&wide, last, Against::MonthBefore), Err(NoRun::Unclear));
    }
}
