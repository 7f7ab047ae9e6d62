//! What a part's change made of the whole's.

use super::Entry;
use model::{Against, Answer, Change, Figure, Missing, Rule, Unit};

/// The change of a part as percentage points of the whole's: change of the part / whole before × 100.
/// The contributions of all parts make the whole's change in percent. From printed figures it is as
/// wide as their bounds leave it.
pub fn contribution(part: &Entry, whole: &Entry, against: Against) -> Answer {
    let of = |entry: &Entry| -> Change {
        match against {
            Against::MonthBefore => entry.mom.clone(),
            Against::YearBefore => entry.yoy.clone(),
        }
    };
    let change = of(part).absolute?;
    let before = of(whole).previous?;
    if before.bounds.low <= 0.0 {
        return Err(Missing::ZeroBase);
    }
    let points = |c: f64, w: f64| c / w * 100.0;
    let value = points(change.value, before.value);
    let bounds = match (change.bounds.width(), before.bounds.width()) {
        (0.0, 0.0) => Some(model::Interval::exactly(value)),
        _ => change.bounds.map2(before.bounds, points),
    };
    bounds
        .and_then(|bounds| {
            let from = vec![change.bare(), before.bare()];
            Figure::derived(Rule::PartOfChange, value, bounds, Unit::Points, from)
        })
        .ok_or(Missing::NotPublished)
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::Interval;

    fn entry(change: Answer, before: Answer) -> Entry {
        let missing = || Err(Missing::NotApplicable);
        Entry {
            members: Vec::new(),
            rank: missing(),
            streak: missing(),
            quantity: missing(),
            share: missing(),
            mom: Change { absolute: change, percent: missing(), previous: before },
            yoy: Change::missing(Missing::NotApplicable),
            recorded: None,
        }
    }

    fn tonnes(value: f64, low: f64, high: f64) -> Answer {
        let bounds = Interval::new(low, high).unwrap();
        Ok(Figure { bounds, ..Figure::recorded(value, Unit::Tonnes, 0) })
    }

    #[test]
    fn a_part_contributes_its_change_over_the_whole_before() {
        let whole = entry(Err(Missing::NotPublished), tonnes(22_500.0, 22_450.0, 22_600.0));
        let part = entry(tonnes(4_000.0, 3_850.0, 4_150.0), Err(Missing::NotPublished));
        let points = contribution(&part, &whole, Against::MonthBefore).unwrap();
        assert!((points.value - 17.78).abs() < 0.005);
        assert!((points.bounds.low - 3_850.0 / 226.0).abs() < 1e-9);
        assert!((points.bounds.high - 4_150.0 / 224.5).abs() < 1e-9);
    }

    #[test]
    fn without_a_base_there_is_no_contribution() {
        let part = entry(tonnes(5.0, 5.0, 5.0), tonnes(0.0, 0.0, 0.0));
        assert_eq!(contribution(&part, &part, Against::MonthBefore), Err(Missing::ZeroBase));
        assert_eq!(contribution(&part, &part, Against::YearBefore), Err(Missing::NotApplicable));
    }
}
