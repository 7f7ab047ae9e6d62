//! What the published figures of the first dataset must come out as, worked by hand from the
//! articles. Bounds: a printed tonnage is rounded or cut, a printed ratio is rounded.

// Clippy's allowance for tests does not reach their helpers.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod settled;

use std::collections::HashMap;

use breakdown::{Breakdown, Dataset, Entry, breakdown};
use chart::Colours;
use i18n::{ENGLISH, explain};
use ledger::Ledger;
use model::{Answer, Dimension, Figure, Missing, Period, Span};
use report::Tables;

fn ledger() -> Ledger {
    settled::wire()
}

fn dataset() -> Dataset {
    Dataset::Published(ledger())
}

fn month(text: &str) -> Period {
    text.parse().unwrap()
}

fn of(period: &str) -> Breakdown {
    breakdown(&dataset(), None, month(period), Span::Month)
}

fn entry<'a>(breakdown: &'a Breakdown, dimension: Dimension, code: &str) -> &'a Entry {
    let ledger = ledger();
    let is = |e: &&Entry| e.member().and_then(|m| ledger.catalogue.member(m)).is_some_and(|m| m.code == code);
    breakdown.ranking(dimension).entries.iter().find(is).unwrap()
}

/// The value to a thousandth of what is expected of it, and the bounds around it.
#[track_caller]
fn check(answer: &Answer, value: f64) {
    let figure = figure(answer);
    assert!(
        (figure.value - value).abs() < 0.0005_f64.max(value.abs() * 0.0005),
        "{} is not {value}",
        figure.value
    );
    assert!(figure.own.contains(figure.value));
    assert!(!figure.is_doubtful(), "{figure:?}");
}

#[track_caller]
fn check_bounds(answer: &Answer, low: f64, high: f64, tolerance: f64) {
    let bounds = figure(answer).bounds;
    let same = |a: f64, b: f64| a == b || (a - b).abs() <= tolerance;
    assert!(same(bounds.low, low), "{} is not {low}", bounds.low);
    assert!(same(bounds.high, high), "{} is not {high}", bounds.high);
}

/// No wider than one step from the named figures: others may leave less.
#[track_caller]
fn check_within(answer: &Answer, low: f64, high: f64) {
    let bounds = figure(answer).bounds;
    assert!(bounds.low >= low - 0.01 && bounds.high <= high + 0.01, "{bounds:?} is not in {low}..{high}");
}

#[track_caller]
fn figure(answer: &Answer) -> &Figure {
    answer.as_ref().expect("a figure")
}

#[test]
fn the_dataset_holds_every_printed_figure() {
    let ledger = ledger();
    assert_eq!(ledger.articles.len(), 10);
    assert_eq!(ledger.claims().len(), 275);
    assert_eq!(ledger.coverage(), Some((month("2022-12"), month("2025-12"))));
}

#[test]
fn april_2025_total() {
    let total = of("2025-04").total;
    check(&total.quantity, 21_300.0);
    // The print allows 21,250 to 21,400 t; all claims together leave less.
    let april = figure(&total.quantity);
    assert!((april.own.low - 21_250.0).abs() < 1e-6 && (april.own.high - 21_400.0).abs() < 1e-6);
    check_bounds(&total.quantity, 21_359.0, 21_399.0, 0.5);
    check(&total.mom.percent, -5.3);
    check(&total.mom.previous, 22_500.0);
    // 21,359 to 21,399 less 22,556 to 22,598 t.
    check_within(&total.mom.absolute, -1_240.0, -1_157.0);
    check(&total.yoy.percent, 8.43);
    assert!(!figure(&total.yoy.previous).is_printed());
    check_within(&total.yoy.previous, 19_596.0, 19_738.0);
}

#[test]
fn april_2025_year_to_date_raises_no_alarm() {
    let ytd = of("2025-04").ytd;
    check(&ytd.quantity, 82_800.0);
    check(&ytd.yoy.previous, 71_400.0);
    check(&ytd.yoy.percent, 16.08);
    // 82,800 on 71,400 t is +15.97 %; 16.08 % is printed, and both are true: 82,820 to 82,923 on 71,350 to 71,429.
    assert!(!figure(&ytd.yoy.percent).is_doubtful());
    check_within(&ytd.quantity, 82_800.0, 82_930.0);
}

#[test]
fn april_2025_products() {
    let april = of("2025-04");
    let steel = entry(&april, Dimension::Product, "76141000");
    check(&steel.quantity, 15_500.0);
    check(&steel.share, 72.7);
    check(&steel.mom.previous, 11_500.0);
    check(&steel.mom.absolute, 4_000.0);
    check(&steel.mom.percent, 34.783);
    let other = entry(&april, Dimension::Product, "76149000");
    check(&other.quantity, 5_800.0);
    check(&other.share, 27.3);
    check(&other.mom.previous, 11_000.0);
    check(&other.mom.absolute, -5_200.0);
    check(&other.mom.percent, -47.273);
    assert!(april.ranking(Dimension::Product).adds_up && april.ranking(Dimension::Product).complete);
}

#[test]
fn april_2025_destinations() {
    let april = of("2025-04");
    let rows = [
        ("MEX", 2_628.738, 12.3, 326.75, 2_301.988, 14.194),
        ("PRT", 1_619.463, 7.6, 60.383, 1_559.080, 3.873),
        ("IRQ", 1_352.531, 6.3, 993.635, 358.896, 276.86),
    ];
    for (code, quantity, share, change, previous, percent) in rows {
        let entry = entry(&april, Dimension::Destination, code);
        check(&entry.quantity, quantity);
        assert!((figure(&entry.share).value - share).abs() <= 0.05);
        check(&entry.mom.absolute, change);
        check(&entry.mom.previous, previous);
        check(&entry.mom.percent, percent);
    }
    // 21,359 to 21,399 less the 5,600.732 t of the three.
    check_within(&april.ranking(Dimension::Destination).remainder, 15_757.5, 15_799.0);
    let mexico = entry(&april, Dimension::Destination, "MEX");
    assert!(figure(&mexico.streak).is_printed());
    check_bounds(&mexico.streak, 2.0, 2.0, 0.0);
    check_bounds(&mexico.rank, 1.0, 1.0, 0.0);
}

#[test]
fn the_place_of_a_listed_member_allows_for_unlisted_ones() {
    // 15,699 t (15,800 at most) are not itemised: room for nine unlisted destinations of Portugal's
    // 1,619 t. First place is taken.
    let april = of("2025-04");
    let portugal = entry(&april, Dimension::Destination, "PRT");
    check_bounds(&portugal.rank, 2.0, 11.0, 0.0);
    assert_eq!(figure(&portugal.rank).value, 2.0);
    // Mexico's place is printed, those of the products are the places of all.
    let among_listed =
        |dimension, code: &str| april.ranking(dimension).is_among_listed(entry(&april, dimension, code));
    assert!(among_listed(Dimension::Destination, "PRT") && among_listed(Dimension::Destination, "IRQ"));
    assert!(!among_listed(Dimension::Destination, "MEX") && !among_listed(Dimension::Product, "76149000"));
    let explained = format!("{:?}", explain(&ENGLISH, &dataset(), figure(&portugal.rank)));
    assert!(explained.contains("y size among those listed; others may be larger"), "{explained}");
}

#[test]
fn april_2025_registration_locations() {
    let april = of("2025-04");
    let rows = [
        ("32", 11_395.0, 53.3, 2_475.2, 8_919.8),
        ("41", 3_098.9, 14.5, -1_657.9, 4_756.8),
        ("11", 1_364.8, 6.4, 570.5, 794.3),
    ];
    for (code, quantity, share, change, previous) in rows {
        let entry = entry(&april, Dimension::RegistrationLocation, code);
        check(&entry.quantity, quantity);
        assert!((figure(&entry.share).value - share).abs() <= 0.05);
        check(&entry.mom.absolute, change);
        check(&entry.mom.previous, previous);
    }
    // Henan's March is printed in March's article, and April's change gives it again.
    let march = of("2025-03");
    let henan = entry(&march, Dimension::RegistrationLocation, "41");
    assert!(figure(&henan.quantity).is_printed());
    assert!(figure(&henan.quantity).checks.iter().any(|c| !c.is_printed()));
    check(&henan.quantity, 4_756.8);
    let beijing = entry(&march, Dimension::RegistrationLocation, "11");
    assert!(!figure(&beijing.quantity).is_printed());
    check(&beijing.quantity, 794.3);
}

#[test]
fn march_2025_product_growth_gives_february() {
    let march = of("2025-03");
    let steel = entry(&march, Dimension::Product, "76141000");
    // 11,500 t (11,450 to 11,600) after a growth of 4 % (3.5 to 4.5).
    check_within(&steel.mom.previous, 11_450.0 / 1.045, 11_600.0 / 1.035);
    check_within(&march.total.yoy.previous, 22_450.0 / 1.5995, 22_600.0 / 1.5985);
}

#[test]
fn august_2025_prints_what_cannot_be_true() {
    let august = of("2025-08");
    // 175,100 on 135,000 t is +28.7 to +30.3 %, whatever was rounded or cut; 36.85 % is printed. All else holds
    // together without the 135,000 t, so that these are marked, and the growth is not.
    let growth = figure(&august.ytd.yoy.percent);
    assert!(growth.may_be_quoted() && !growth.is_doubtful(), "{growth:?}");
    let base = figure(&august.ytd.yoy.previous);
    assert!(base.is_doubtful() && !base.rests_on_aside());
    assert!(base.bounds.low >= 127_909.0 && base.bounds.high <= 128_028.0, "{base:?}");
    // 1,875.4 of 22,300 t is 8.4 %; 18 % is printed.
    let australia = figure(&entry(&august, Dimension::Destination, "AUS").share).clone();
    assert!((australia.value - 8.4).abs() < 0.05);
    assert!(australia.is_doubtful());
}

#[test]
fn a_change_as_large_as_the_quantity_has_no_percentage() {
    let august = of("2025-08");
    let portugal = entry(&august, Dimension::Destination, "PRT");
    // 1,731.0 t, “an increase of 1,731.0 t”: Portugal was not in July's list, or was zero.
    let mom = &portugal.mom;
    for answer in [&mom.previous, &mom.absolute, &mom.percent] {
        assert_eq!(*answer, Err(Missing::NotListedOrZero));
    }
    let july = of("2025-07");
    let destinations = &july.ranking(Dimension::Destination).entries;
    assert!(destinations.iter().all(|e| e.member() != portugal.member()), "{destinations:?}");
}

#[test]
fn streaks_are_counted_as_far_as_first_place_is_certain() {
    let october = of("2025-10");
    let australia = entry(&october, Dimension::Destination, "AUS");
    check_bounds(&australia.streak, 3.0, f64::INFINITY, 0.0);
    let september = of("2025-09");
    let finland = entry(&september, Dimension::Destination, "FIN");
    assert_eq!(finland.streak, Err(Missing::NotFirst));
}

#[test]
fn members_that_are_printed_together_are_a_group() {
    let september = of("2024-09");
    let group = &september.ranking(Dimension::RegistrationLocation).groups[0];
    assert_eq!(group.members.len(), 3);
    check(&group.quantity, 6_733.0);
    check(&group.share, 71.8);
    // 9,373 to 9,382 less 6,732 to 6,734 t.
    check_within(&september.ranking(Dimension::RegistrationLocation).remainder, 2_639.0, 2_650.1);
    let jiangsu = entry(&september, Dimension::RegistrationLocation, "32");
    assert!(jiangsu.quantity.is_err());
    check_bounds(&jiangsu.rank, 1.0, 3.0, 0.0);
}

#[test]
fn november_2025_has_no_article_and_follows_from_december() {
    let november = of("2025-11");
    assert!(!figure(&november.total.quantity).is_printed());
    check_within(&november.total.quantity, 30_350.0 / 0.9135, 30_500.0 / 0.9125);
    assert!(november.ranking(Dimension::Destination).entries.is_empty());
}

#[test]
fn what_is_not_known_says_why() {
    let june = of("2025-06");
    assert_eq!(june.total.quantity, Err(Missing::NotPublished));
    assert_eq!(june.total.mom.percent, Err(Missing::NotPublished));
    let later = breakdown(&dataset(), None, month("2026-03"), Span::Month);
    assert_eq!(later.total.quantity, Err(Missing::NotYetReleased));
    let ytd = breakdown(&dataset(), None, month("2025-02"), Span::Ytd);
    let ghana = entry(&ytd, Dimension::Destination, "GHA");
    assert_eq!(ghana.mom.percent, Err(Missing::NotApplicable));
}

#[test]
fn january_and_february_stand_together_in_the_year_to_date() {
    let ytd = breakdown(&dataset(), None, month("2025-02"), Span::Ytd);
    let jiangsu = entry(&ytd, Dimension::RegistrationLocation, "32");
    check(&jiangsu.quantity, 14_600.0);
    check(&jiangsu.share, 37.7);
    let ghana = entry(&ytd, Dimension::Destination, "GHA");
    check(&ghana.quantity, 1_800.0);
    check(&ghana.share, 4.71);
    // The year's products are printed as shares only: 63 % (62.5 to 63.5) of 279,000 t.
    let year = breakdown(&dataset(), None, month("2025-12"), Span::Ytd);
    let steel = entry(&year, Dimension::Product, "76141000");
    check_within(&steel.quantity, 0.625 * 278_500.0, 0.635 * 280_000.0);
}

/// In every month and span: parts plus what is not itemised make the whole, every value is inside its
/// bounds, nothing is NaN, and shares of a complete dimension allow 100 %.
#[test]
fn parts_make_the_whole_in_every_month() {
    let dataset = dataset();
    for period in month("2021-12").to(month("2025-12")) {
        for span in [Span::Month, Span::Ytd] {
            let breakdown = breakdown(&dataset, None, period, span);
            for dimension in Dimension::ALL {
                let ranking = breakdown.ranking(dimension);
                for entry in &ranking.entries {
                    let changes = [&entry.mom, &entry.yoy];
                    let changes = changes.into_iter().flat_map(|c| [&c.absolute, &c.percent, &c.previous]);
                    let answers = [&entry.quantity, &entry.share, &entry.rank, &entry.streak];
                    for figure in answers.into_iter().chain(changes).flatten() {
                        assert!(figure.own.contains(figure.value), "{period} {figure:?}");
                        assert!(figure.bounds.low.is_finite(), "{period} {figure:?}");
                        assert!(!figure.claims().is_empty(), "{period} {figure:?}");
                    }
                }
                let (Some(listed), Ok(rest)) = (&ranking.listed, &ranking.remainder) else { continue };
                let whole = figure(&breakdown.whole.quantity);
                let sum = listed.bounds.map2(rest.bounds, |a, b| a + b).unwrap();
                assert!(sum.and(whole.bounds).is_some(), "{period} {dimension:?}");
                if ranking.complete {
                    let shares = ranking.entries.iter().map(|e| figure(&e.share).bounds);
                    let sum = shares.reduce(|a, b| a.map2(b, |a, b| a + b).unwrap()).unwrap();
                    assert!(sum.contains(100.0), "{period} {span:?}: {sum:?}");
                }
            }
        }
    }
}

#[test]
fn members_of_one_list_have_different_colours() {
    let colours = Colours::of(&dataset());
    for period in ["2025-04", "2025-08", "2025-09", "2025-10", "2025-12"] {
        let breakdown = of(period);
        for dimension in Dimension::ALL {
            let slots: Vec<usize> = breakdown
                .ranking(dimension)
                .entries
                .iter()
                .filter_map(|e| e.member())
                .map(|m| colours.slot(m))
                .collect();
            let different: std::collections::BTreeSet<usize> = slots.iter().copied().collect();
            assert_eq!(different.len(), slots.len(), "{period} {dimension:?}: {slots:?}");
        }
    }
}

/// A table for Excel of a dimension.
fn csv(dataset: &Dataset, breakdown: &Breakdown, dimension: Dimension) -> String {
    let (only, period, span) = (Default::default(), breakdown.period, breakdown.span);
    let tables = Tables { words: &ENGLISH, dataset, chosen: None, only: &only, period, span };
    takeaway::csv(tables.ranking(breakdown, &[dimension]), true)
}

/// A line of a table by its columns' names.
fn spreadsheet_line(text: &str, name: &str) -> HashMap<String, String> {
    let mut reader = csv::ReaderBuilder::new().from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let heads = reader.headers().unwrap().clone();
    let mut lines = reader.records().map(Result::unwrap);
    let line = lines.find(|line| line.iter().any(|field| field == name)).unwrap();
    heads.iter().zip(&line).map(|(head, field)| (head.to_owned(), field.to_owned())).collect()
}

#[test]
fn a_table_is_a_file_for_a_spreadsheet() {
    let dataset = dataset();
    let april = breakdown(&dataset, None, month("2025-04"), Span::Month);
    let text = csv(&dataset, &april, Dimension::Destination);
    assert!(text.starts_with('\u{feff}') && text.ends_with("\r\n"), "{text}");
    let mexico = spreadsheet_line(&text, "Mexico");
    for (column, field) in [
        ("month", "2025-04"),
        ("span", "month"),
        ("code", "MEX"),
        ("quantity_t", "2628.738"),
        ("quantity_low_t", "2628.7375"),
        ("quantity_high_t", "2628.739"),
        ("quantity_is", "printed"),
        ("quantity_claims", "smm-103353491.15"),
        ("month_before_t", ""),
        ("month_before_low_t", "2301.9775"),
        ("rank", "1"),
        ("share_percent", "12.3"),
        ("mom_t", "326.75"),
    ] {
        assert_eq!(mexico[column], field, "{column}");
    }
    let total = spreadsheet_line(&text, "Total");
    for (column, field) in
        [("code", ""), ("quantity_t", "21300"), ("quantity_is", "printed"), ("share_percent", "")]
    {
        assert_eq!(total[column], field, "{column}");
    }
    // A figure of which only a range is known has no value, and names from outside are no formulas.
    let mut ledger = ledger();
    ledger.catalogue.members[Dimension::Destination][0].name.en = "=1+\"1\", or so".to_owned();
    let dataset = Dataset::Published(ledger);
    let november = breakdown(&dataset, None, month("2025-11"), Span::Month);
    let total = csv(&dataset, &november, Dimension::Product);
    // Nobody prints November: 33,232 to 33,390 t.
    assert!(total.contains("2025-11,month,product,total,,,Total,,33232.34"), "{total}");
    let august = breakdown(&dataset, None, month("2025-08"), Span::Month);
    let named = csv(&dataset, &august, Dimension::Destination);
    assert!(named.contains("\"'=1+\"\"1\"\", or so\""), "{named}");
}

/// Several articles tell the same, and a way to a figure may be a check of it, too.
#[test]
fn the_box_of_a_number_says_nothing_twice() {
    let dataset = dataset();
    for period in ["2024-09", "2025-04", "2025-08", "2025-09", "2025-12"] {
        let Breakdown { whole, ytd, .. } = of(period);
        for answer in [&whole, &ytd].into_iter().flat_map(|e| [&e.quantity, &e.mom.absolute, &e.yoy.percent])
        {
            let Ok(figure) = answer else { continue };
            let told = explain(&ENGLISH, &dataset, figure);
            let aside = told.contradictions.iter().map(|aside| aside.text.clone());
            let shown = &told.shown;
            let steps = told.steps.iter().map(|step| format!("{shown}: {}", step.trim_end_matches('.')));
            // A step begins with a capital.
            let lines: Vec<String> =
                steps.chain(told.agreements).chain(aside).map(|line| line.to_lowercase()).collect();
            for (place, line) in lines.iter().enumerate() {
                assert!(!lines[..place].contains(line), "{period}: {line}");
            }
        }
    }
}
