//! Questions over time, and what made a change, by hand.

// Clippy's allowance for tests does not reach their helpers.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod settled;

use breakdown::{
    Between, Changes, Dataset, Metric, RecordSums, breakdown, changes, history, peak, places, series,
};
use dataset::read_records;
use model::{Answer, Dimension, Figure, MemberId, Missing, Period, Span};

fn wire() -> Dataset {
    Dataset::Published(settled::wire())
}

fn sinks() -> Dataset {
    let file = include_bytes!("fixtures/data/cn-stainless-steel-sinks.json");
    Dataset::Recorded(RecordSums::from(&read_records(file).read.unwrap()))
}

fn month(text: &str) -> Period {
    text.parse().unwrap()
}

fn member(dataset: &Dataset, dimension: Dimension, code: &str) -> MemberId {
    dataset.catalogue().find(dimension, code).unwrap()
}

/// A member's figure of one month, rounded to a kilogram or a millionth.
#[track_caller]
fn one(dataset: &Dataset, of: Option<MemberId>, metric: Metric, span: Span, period: &str) -> f64 {
    let answers = history(dataset, None, of, metric, span, [month(period)].into_iter());
    (answers[0].as_ref().unwrap().value * 1e6).round() / 1e6
}

#[test]
fn a_history_has_the_figures_of_the_tables() {
    let wire = wire();
    let mexico = Some(member(&wire, Dimension::Destination, "MEX"));
    assert_eq!(one(&wire, mexico, Metric::Quantity, Span::Month, "2025-04"), 2_628.738);
    assert_eq!(one(&wire, None, Metric::Quantity, Span::Ytd, "2025-04"), 82_800.0);
    let april = breakdown(&wire, None, month("2025-04"), Span::Month);
    let entry = &april.ranking(Dimension::Destination).entries[0];
    let shares = history(&wire, None, mexico, Metric::Share, Span::Month, [month("2025-04")].into_iter());
    assert_eq!(shares.first(), Some(&entry.share));
    let values = history(&wire, None, mexico, Metric::UnitValue, Span::Month, [month("2025-04")].into_iter());
    assert_eq!(values, [Err(Missing::NotApplicable)], "articles tell of no prices");

    let sinks = sinks();
    let june = breakdown(&sinks, None, month("2026-06"), Span::Rolling);
    for entry in &june.ranking(Dimension::Destination).entries {
        let recorded = entry.recorded.as_ref().unwrap();
        let asked = |metric| {
            history(&sinks, None, entry.member(), metric, Span::Rolling, [month("2026-06")].into_iter())
                .remove(0)
        };
        let same = |a: &Answer, b: &Answer| {
            assert_eq!(a.as_ref().map(|f| f.value), b.as_ref().map(|f| f.value), "{:?}", entry.members);
        };
        same(&asked(Metric::Quantity), &entry.quantity);
        same(&asked(Metric::Share), &entry.share);
        same(&asked(Metric::Value), &recorded.value);
        same(&asked(Metric::UnitValue), &recorded.unit_value);
    }
}

#[test]
fn places_are_those_of_the_tables() {
    for (dataset, first, last) in [(wire(), "2025-07", "2025-10"), (sinks(), "2025-09", "2026-02")] {
        for period in month(first).to(month(last)) {
            let of_month = breakdown(&dataset, None, period, Span::Month);
            for entry in &of_month.ranking(Dimension::Destination).entries {
                let place = places(&dataset, None, entry.member().unwrap(), [period].into_iter()).remove(0);
                let bounds = |rank: &Answer| rank.as_ref().ok().map(|rank| rank.bounds);
                assert_eq!(bounds(&place), bounds(&entry.rank), "{period}, {:?}", entry.members);
            }
        }
    }
}

#[test]
fn the_highest_month_is_certain_or_not_named() {
    let months = series(&wire(), None);
    let (highest, known) = peak(&months).unwrap();
    // November 2025: 33,232 to 33,390 t. Of the others December has most, 30,400 t.
    assert_eq!((highest.period, known), (month("2025-11"), 23));
    let without: Vec<_> = months.iter().filter(|p| p.period != highest.period).cloned().collect();
    assert_eq!(peak(&without).unwrap().0.period, month("2025-12"));
    assert_eq!(peak(&months[..1]), None, "one month is no highest");
}

fn made(dataset: &Dataset, period: &str, dimension: Dimension, most: usize) -> Option<Changes> {
    let period = month(period);
    changes(dataset, None, Between { base: period.plus(-1), period, span: Span::Month }, dimension, most)
}

#[test]
fn the_steps_and_the_rest_make_the_change() {
    let sinks = sinks();
    let found = made(&sinks, "2026-06", Dimension::Destination, 8).unwrap();
    let kilograms = |figure: &Figure| rounded(figure) as i64;
    let steps: i64 = found.steps.iter().map(|step| kilograms(&step.change)).sum();
    let rest = kilograms(found.rest.as_ref().unwrap());
    assert_eq!(steps + rest, kilograms(&found.end) - kilograms(&found.start));
    assert_eq!(found.steps.len(), 8);
    assert!(found.steps.is_sorted_by(|a, b| kilograms(&a.change).abs() >= kilograms(&b.change).abs()));
    let (largest, change) = found.largest().unwrap();
    assert_eq!(largest, Some(member(&sinks, Dimension::Destination, "111")), "India");
    assert_eq!(rounded(change), 362_246.0);
    assert!(found.are_all_known, "nobody without a step can have changed more");
    // One product has the change of the whole: nothing to cut.
    assert_eq!(made(&sinks, "2026-06", Dimension::Product, 8), None);
}

#[test]
fn what_is_not_itemised_may_be_where_the_change_is() {
    let wire = wire();
    // All three that are listed rose, and the total fell.
    let found = made(&wire, "2025-04", Dimension::Destination, 8).unwrap();
    assert!(found.steps.iter().all(|step| step.change.bounds.low > 0.0));
    let (largest, change) = found.largest().unwrap();
    assert_eq!(largest, None);
    // Whoever is itemised in one of the two months only may have changed more than these three.
    assert!(!found.are_all_known);
    assert!(change.bounds.high < -2_500.0 && change.bounds.low > -2_650.0, "{:?}", change.bounds);
    // The products are all there are: no rest, and one of them fell.
    let found = made(&wire, "2025-04", Dimension::Product, 8).unwrap();
    assert_eq!((&found.rest, found.are_all_known), (&None, true));
    assert_eq!(found.largest().unwrap().0, Some(member(&wire, Dimension::Product, "76149000")));
    // Of April 2024 no member is known.
    assert_eq!(between(&wire, "2024-04", "2025-04", Span::Month, Dimension::Destination), None);
}

fn between(dataset: &Dataset, base: &str, period: &str, span: Span, dimension: Dimension) -> Option<Changes> {
    changes(dataset, None, Between { base: month(base), period: month(period), span }, dimension, 8)
}

#[test]
fn any_two_periods_of_published_figures_are_compared() {
    let wire = wire();
    // March and August 2025: Cambodia 787.112 and 1,586.7 t, Portugal 1,559.08 and 1,731.0 t. Nobody else is in both.
    let found = between(&wire, "2025-03", "2025-08", Span::Month, Dimension::Destination).unwrap();
    let steps: Vec<_> = found.steps.iter().map(|step| (step.member, rounded(&step.change))).collect();
    let [cambodia, portugal] = ["KHM", "PRT"].map(|code| member(&wire, Dimension::Destination, code));
    assert_eq!(steps, [(cambodia, 799_588.0), (portugal, 171_920.0)]);
    // 1,586.65 to 1,586.8 less 787.1115 to 787.113.
    let bounds = found.steps[0].change.bounds;
    assert_eq!([bounds.low, bounds.high].map(|end| (end * 1e4).round()), [7_995_370.0, 7_996_885.0]);
    // All others fell: 22,556.4–22,598.1 t less 2,346.192 t, then 22,309.5–22,339.4 t less 3,317.6–3,317.9 t.
    assert_eq!(found.largest().unwrap().0, None);
    let [before, now] = found.rest_of_wholes().unwrap().map(|rest| rest.bounds);
    assert!(before.low > 20_210.0 && before.high < 20_252.0, "{before:?}");
    assert!(now.low > 18_991.0 && now.high < 19_022.0, "{now:?}");
    // The other way round it is the same with another sign, and the products are all there are.
    let back = between(&wire, "2025-08", "2025-03", Span::Month, Dimension::Destination).unwrap();
    assert_eq!(
        back.steps.iter().map(|step| rounded(&step.change)).collect::<Vec<_>>(),
        [-799_588.0, -171_920.0]
    );
    assert_eq!(between(&wire, "2025-03", "2025-08", Span::Month, Dimension::Product).unwrap().rest, None);
    // Of May 2025 nothing is known.
    assert_eq!(between(&wire, "2025-05", "2025-08", Span::Month, Dimension::Destination), None);
}

#[test]
fn any_two_periods_of_records_are_compared() {
    let sinks = sinks();
    let destination = |code| member(&sinks, Dimension::Destination, code);
    let told = |found: &Changes| -> Vec<_> {
        found.steps.iter().take(3).map(|step| (step.member, rounded(&step.change))).collect()
    };
    // Rows of November 2024 and June 2026: 16,911,388 and 18,671,557 kg; of the United States 2,283,221 and 1,977,538.
    let found = between(&sinks, "2024-11", "2026-06", Span::Month, Dimension::Destination).unwrap();
    assert_eq!([&found.start, &found.end].map(rounded), [16_911_388.0, 18_671_557.0]);
    let largest = [("502", -305_683.0), ("136", 301_990.0), ("122", -253_717.0)];
    assert_eq!(told(&found), largest.map(|(code, change)| (destination(code), change)));
    assert_eq!(rounded(found.rest.as_ref().unwrap()), 1_452_579.0);
    // The first half of 2024 and that of 2026.
    let found = between(&sinks, "2024-06", "2026-06", Span::Ytd, Dimension::Destination).unwrap();
    assert_eq!([&found.start, &found.end].map(rounded), [85_713_698.0, 101_448_341.0]);
    let largest = [("136", 1_660_551.0), ("141", 1_608_991.0), ("344", 1_143_799.0)];
    assert_eq!(told(&found), largest.map(|(code, change)| (destination(code), change)));
    assert_eq!(rounded(found.rest.as_ref().unwrap()), 10_852_096.0);
}

/// A figure in kilograms.
fn rounded(figure: &Figure) -> f64 {
    (figure.value * 1000.0).round()
}
