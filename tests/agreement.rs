//! The same figure is the same everywhere: what a month's breakdown, its notes in both languages and the check say
//! of the months whose claims contradict each other most.

// Clippy's allowance for tests does not reach their helpers.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod settled;

use breakdown::{Breakdown, Dataset, breakdown};
use ledger::{ClaimVerdict, Ledger, Measure};
use model::{Basis, Dimension, Figure, Interval, Period, Span, Unit};
use note::{Language, Length, Material, Piece, write};

const MONTHS: [&str; 6] = ["2024-08", "2024-12", "2025-07", "2025-08", "2025-09", "2025-12"];

fn month(text: &str) -> Period {
    text.parse().unwrap()
}

/// Every figure of a breakdown.
fn figures(of: &Breakdown) -> Vec<&Figure> {
    let entries = of.rankings.values().flat_map(|ranking| &ranking.entries);
    let mut all = Vec::new();
    for entry in entries.chain([&of.total, &of.ytd, &of.whole]) {
        let changes = [&entry.mom, &entry.yoy].map(|c| [&c.absolute, &c.percent, &c.previous]).concat();
        all.extend([&entry.quantity, &entry.share].into_iter().chain(changes).flatten());
    }
    let rest = of.rankings.values().flat_map(|ranking| [&ranking.remainder, &ranking.remainder_share]);
    all.extend(rest.flatten());
    all
}

fn each_month(check: impl Fn(&Ledger, &Dataset, &Breakdown)) {
    let ledger = settled::wire();
    let dataset = Dataset::Published(ledger.clone());
    for period in MONTHS {
        for span in [Span::Month, Span::Ytd] {
            check(&ledger, &dataset, &breakdown(&dataset, None, month(period), span));
        }
    }
}

#[test]
fn no_figure_rests_on_a_claim_that_is_set_aside_unless_it_says_so() {
    each_month(|ledger, _, breakdown| {
        for figure in figures(breakdown) {
            let rests = figure.claims().into_iter().any(|claim| ledger.settlement().is_aside(claim));
            assert_eq!(rests, figure.rests_on_aside(), "{} {figure:?}", breakdown.period);
        }
    });
}

#[test]
fn a_quantity_is_what_the_settlement_leaves_of_it() {
    each_month(|ledger, _, breakdown| {
        let entries = breakdown.rankings.values().flat_map(|ranking| &ranking.entries);
        for entry in entries.chain([&breakdown.total, &breakdown.ytd]) {
            let Ok(quantity) = &entry.quantity else { continue };
            let span = if std::ptr::eq(entry, &breakdown.ytd) { Span::Ytd } else { breakdown.span };
            let span = if std::ptr::eq(entry, &breakdown.total) { Span::Month } else { span };
            let cell = match entry.member() {
                Some(member) => model::Cell::member(breakdown.period, span, member),
                None => model::Cell::total(breakdown.period, span),
            };
            let left = ledger.settlement().bounds(cell).unwrap();
            if quantity.rests_on_aside() {
                continue;
            }
            let inside = |a: f64, b: f64| a >= b - 1e-6 * b.abs().max(1.0);
            assert!(inside(quantity.bounds.low, left.low), "{cell:?}: {quantity:?} and {left:?}");
            assert!(inside(-quantity.bounds.high, -left.high), "{cell:?}: {quantity:?} and {left:?}");
        }
    });
}

#[test]
fn the_mark_stands_on_what_the_check_sets_aside() {
    each_month(|ledger, _, breakdown| {
        for figure in figures(breakdown) {
            for claim in &figure.aside {
                let verdict = ledger.settlement().verdicts[*claim];
                assert!(matches!(verdict, ClaimVerdict::Contradicts(_)), "{figure:?}");
            }
            if let Basis::Printed(claims) = &figure.basis {
                let contradicts =
                    |c: &usize| matches!(ledger.settlement().verdicts[*c], ClaimVerdict::Contradicts(_));
                assert_eq!(claims.iter().any(contradicts), figure.rests_on_aside(), "{figure:?}");
            }
        }
    });
}

#[test]
fn notes_print_the_figures_of_the_breakdown() {
    let ledger = settled::wire();
    let dataset = Dataset::Published(ledger);
    for period in MONTHS.map(month) {
        let month = breakdown(&dataset, None, period, Span::Month);
        let ytd = breakdown(&dataset, None, period, Span::Ytd);
        let known: Vec<&Figure> = [&month, &ytd].into_iter().flat_map(figures).collect();
        let material = Material::new(&dataset, None, period);
        let mut told = Vec::new();
        for (_, language) in Language::NAMES {
            let note = write(&material, language, Length::Full);
            let mut bounds: Vec<(u64, u64)> = Vec::new();
            for sentence in note.sections.iter().flat_map(|section| &section.sentences) {
                for piece in &sentence.pieces {
                    let Piece::Number(number) = piece else { continue };
                    let figure = &number.figure;
                    if !matches!(figure.unit, Unit::Tonnes | Unit::Percent) {
                        continue;
                    }
                    let same =
                        |other: &&&Figure| other.bounds == figure.bounds && other.value == figure.value;
                    // What a note tells of other months and of groups is not of this month's table.
                    let is_of_month = known
                        .iter()
                        .any(|other| other.unit == figure.unit && other.claims() == figure.claims());
                    if is_of_month {
                        assert!(known.iter().find(same).is_some(), "{period} {language:?}: {}", number.text);
                    }
                    bounds.push((figure.bounds.low.to_bits(), figure.bounds.high.to_bits()));
                }
            }
            bounds.sort_unstable();
            bounds.dedup();
            told.push(bounds);
        }
        assert!(told[0] == told[1], "{period}: the two languages tell other figures");
    }
}

/// What the pages and notes of these months must say, from the articles by hand.
#[test]
fn figures_that_were_wrong_or_unmarked_are_right() {
    let dataset = Dataset::Published(settled::wire());
    let of = |period: &str, span| breakdown(&dataset, None, month(period), span);
    let within = |figure: &Figure, low: f64, high: f64| {
        assert!(figure.bounds.low >= low && figure.bounds.high <= high, "{figure:?}");
    };
    // August 2024 by all others: 13,211.7 to 13,228.6 t.
    let august_2024 = of("2024-08", Span::Month);
    within(august_2024.total.quantity.as_ref().unwrap(), 13_211.7, 13_228.7);
    // 135,000 t for January to August 2024 is set aside: with it the year to date rose by 5 to 6 %, by others by next
    // to nothing.
    let ytd = of("2024-08", Span::Ytd).ytd;
    let growth = ytd.yoy.percent.as_ref().unwrap();
    within(growth, -0.1, 0.2);
    let august = of("2025-08", Span::Ytd).ytd;
    within(august.yoy.absolute.as_ref().unwrap(), 47_000.0, 47_300.0);
    // “up 36.85 %” stands, and September's 198,000 t agrees; its 30.6 % is set aside.
    assert!(!august.yoy.percent.as_ref().unwrap().is_doubtful());
    let september = of("2025-09", Span::Ytd).ytd;
    assert!(!september.quantity.as_ref().unwrap().is_doubtful());
    let growth = september.yoy.percent.as_ref().unwrap();
    assert!(growth.is_doubtful() && !growth.rests_on_aside());
    within(growth, 44.1, 44.4);
    // July's copies of other months are told.
    let july = of("2025-07", Span::Month);
    let destinations = &july.ranking(Dimension::Destination).entries;
    let copies = destinations.iter().filter(|e| e.quantity.as_ref().is_ok_and(|q| !q.repeats.is_empty()));
    assert_eq!(copies.count(), 2);
}

/// 26 of 3 claims, printed by hand: a title's 70 % beside a body's 69 % of 22,300 t.
#[test]
fn a_base_is_worked_out_from_the_growth_that_stands() {
    let claim = |location: &str, measure: &str, value: f64, step: f64| {
        format!(
            r#"{{"id": "{location}.{measure}", "period": "2025-08", "where": "{location}",
                "measure": "{measure}", "value": {value}, "step": {step}, "printed": "{value}"}}"#
        )
    };
    let json = format!(
        r#"{{"format": "tonnage/published-figures", "version": "1.0", "id": "t", "title": {{"en": "T"}},
            "commodity": {{"en": "wire"}}, "reporter": {{"code": "CHN", "name": {{"en": "China"}}}},
            "flow": "export", "products": [], "destinations": [], "registration_locations": [],
            "articles": [{{"id": "a", "publisher": "P", "subject": "S", "read_in_full": true, "claims": [{}]}}]}}"#,
        [
            claim("url", "yoy_percent", 70.0, 1.0),
            claim("body", "quantity", 22_300.0, 100.0),
            claim("summary", "yoy_percent", 69.0, 1.0),
        ]
        .join(",")
    );
    let ledger = settle::settled(dataset::read_ledger(json.as_bytes()).read.unwrap());
    let cell = model::Cell::total(month("2025-08"), Span::Month);
    let change = ledger::change(&ledger, cell, model::Against::YearBefore);
    let near = |bounds: Interval, low: f64, high: f64| {
        assert!((bounds.low - low).abs() < 1.0 && (bounds.high - high).abs() < 1.0, "{bounds:?}");
    };
    near(change.previous.unwrap().bounds, 13_126.8, 13_294.0);
    let growth = change.percent.unwrap();
    assert!(growth.value == 69.0 && growth.is_doubtful() && !growth.rests_on_aside());
    assert_eq!(ledger.set_aside(cell, Measure::YoyPercent).len(), 1);
}
