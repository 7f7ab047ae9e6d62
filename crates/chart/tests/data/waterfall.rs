//! What changed, in steps.

use chart::kinds::waterfall::{Step, Waterfall};
use chart::{Datum, Reading};
use i18n::plain;

use super::{Case, HARD_NAMES, between, case, exact, long_name, reported, target, unknown};

fn total(name: &str, datum: Datum) -> (String, Reading) {
    (name.to_owned(), datum.unwrap())
}

/// A change with its sign.
fn by(change: f64) -> Datum {
    Ok(Reading { text: plain(change, 0, true), ..exact(change).unwrap() })
}

fn step(name: &str, change: Datum) -> Step {
    Step { name: name.to_owned(), target: target(name, &change), change, is_rest: false }
}

fn rest(change: Datum) -> Step {
    Step { is_rest: true, ..step("All others", change) }
}

fn of(from: Datum, steps: Vec<Step>, to: Datum) -> Waterfall {
    Waterfall { unit: " t", start: total("March 2025", from), steps, end: total("April 2025", to), cut: None }
}

pub fn cases() -> Vec<Case> {
    let draw = |waterfall: Waterfall| move |width| waterfall.draw(width);
    let ordinary = || {
        vec![
            step("Mexico", by(1_234.0)),
            step("Portugal", by(820.0)),
            step("United States", by(-2_410.0)),
            step("Viet Nam", by(-350.0)),
            step("Australia", by(0.0)),
            rest(by(306.0)),
        ]
    };
    let bounds = vec![
        step("Mexico", between(2_000.0, 4_000.0)),
        step("Portugal", between(-3_500.0, -1_500.0)),
        step("Either way", between(-1_500.0, 2_500.0)),
        step("Reported, rounded", Ok(Reading { low: 300.0, high: 2_500.0, ..by(1_400.0).unwrap() })),
        step("Cut file", Ok(Reading { high: f64::INFINITY, ..between(500.0, 500.0).unwrap() })),
        rest(between(-2_000.0, 500.0)),
    ];
    let gaps = vec![
        step("Mexico", by(1_000.0)),
        step("Portugal", unknown()),
        step("Viet Nam", unknown()),
        rest(by(2_000.0)),
    ];
    let mut hard: Vec<Step> =
        HARD_NAMES.iter().zip([900.0, -400.0, 20.0, 7.0, 0.0]).map(|(name, v)| step(name, by(v))).collect();
    hard.push(step(&long_name(), by(500.0)));
    let many = (0..300).map(|n| step("Member", by(if n % 2 == 0 { 70.0 } else { -60.0 }))).collect();
    let equal = (0..5).map(|_| step("Member", by(200.0))).collect();
    vec![
        case("ordinary", draw(of(exact(21_700.0), ordinary(), exact(21_300.0)))),
        case(
            "cut",
            draw(Waterfall {
                cut: Some("The axis does not begin at zero.".to_owned()),
                ..of(reported(21_700.0), ordinary(), between(20_800.0, 21_800.0))
            }),
        ),
        case("bounds", draw(of(between(9_000.0, 11_000.0), bounds, reported(12_000.0)))),
        case("gaps", draw(of(exact(9_000.0), gaps, exact(12_000.0)))),
        case("last-unknown", draw(of(exact(9_000.0), vec![rest(unknown())], exact(12_000.0)))),
        case(
            "unknown-without-change",
            draw(of(exact(9_000.0), vec![step("Mexico", unknown())], exact(9_000.0))),
        ),
        case("one-step", draw(of(exact(0.0), vec![step("Mexico", by(5.0))], exact(5.0)))),
        case("through-zero", draw(of(exact(50.0), vec![step("Mexico", by(-120.0))], exact(-70.0)))),
        case("huge", draw(of(exact(0.001), vec![step("Mexico", by(1e12))], exact(1e12)))),
        case("all-equal", draw(of(exact(1_000.0), equal, exact(2_000.0)))),
        case("names", draw(of(exact(2_000.0), hard, exact(3_027.0)))),
        case("three-hundred", draw(of(exact(2_000.0), many, exact(3_500.0)))),
        case("nothing", draw(of(exact(0.0), Vec::new(), exact(0.0)))),
    ]
}
