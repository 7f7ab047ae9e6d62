//! Members by two figures.

use chart::kinds::scatter::{Scatter, ScatterDot};
use chart::{Datum, Hue, Reading};

use super::{Case, HARD_NAMES, between, case, exact, long_name, size, target, unknown, wave};

fn dot(name: &str, slot: usize, x: Datum, y: Datum) -> ScatterDot {
    let target = target(name, &x);
    ScatterDot { name: name.to_owned(), hue: Hue::Member(slot), figures: [x, y], target }
}

fn of(dots: Vec<ScatterDot>) -> Scatter {
    let (across, upward) = ("Quantity, t".to_owned(), "Unit value, USD/t".to_owned());
    Scatter { across, upward, log_scale: " (log scale)", dots }
}

/// The same with one that is much smaller than all others, so that the axes are logarithmic.
fn log(mut scatter: Scatter) -> Scatter {
    scatter.dots.push(dot("Sample", 6, exact(0.9), exact(14.0)));
    scatter
}

pub fn cases() -> Vec<Case> {
    let draw = |scatter: Scatter| move |width| scatter.draw(size(width));
    let names =
        ["Mexico", "Portugal", "Australia", "United States", "Viet Nam", "Ghana", "Iraq", "Japan", "Oman"];
    let ordinary = || {
        let dot = |(n, name): (usize, &&str)| {
            dot(name, n, exact(4_000.0 / ((n * n + 1) as f64)), exact(wave(n * 7, 2_600.0)))
        };
        of(names.iter().enumerate().map(dot).collect())
    };
    let bounds = || {
        of(vec![
            dot("Mexico", 0, between(1_500.0, 2_600.0), between(2_300.0, 2_700.0)),
            dot("Portugal", 1, exact(900.0), between(2_000.0, 2_500.0)),
            dot("Nobody knows", 2, exact(900.0), unknown()),
            dot("Cut", 3, Ok(Reading { high: f64::INFINITY, ..exact(700.0).unwrap() }), exact(2_100.0)),
            dot("From zero", 4, between(0.0, 300.0), exact(2_600.0)),
        ])
    };
    let mut hard: Vec<ScatterDot> = HARD_NAMES
        .iter()
        .enumerate()
        .map(|(n, name)| dot(name, n, exact(100.0 * n as f64), exact(wave(n, 2_000.0))))
        .collect();
    hard.push(dot(&long_name(), 5, exact(30.0), exact(2_000.0)));
    let many = || {
        let dot = |n: usize| {
            dot("Member", n, exact(1_000_000.0 / ((n * n + 1) as f64)), exact(wave(n * 5, 2_000.0)))
        };
        of((0..300).map(dot).collect())
    };
    let odd = || {
        of(vec![
            dot("Huge", 0, exact(1e12), exact(1e12)),
            dot("Tiny", 1, exact(0.001), exact(0.001)),
            dot("Zero", 2, exact(0.0), exact(0.0)),
            dot("Negative", 3, exact(-4e11), exact(-5e11)),
        ])
    };
    vec![
        case("ordinary", draw(ordinary())),
        case("log", draw(log(ordinary()))),
        case("bounds", draw(bounds())),
        case("bounds-log", draw(log(bounds()))),
        case("one", draw(of(vec![dot("Mexico", 0, exact(5.0), exact(9.0))]))),
        case("names", draw(of(hard))),
        case("three-hundred", draw(many())),
        case("three-hundred-log", draw(log(many()))),
        case("all-equal", draw(of((0..4).map(|n| dot("Member", n, exact(7.0), exact(7.0))).collect()))),
        case("zero", draw(of(vec![dot("Zero", 0, exact(0.0), exact(0.0))]))),
        case("odd", draw(odd())),
        case("nothing-known", draw(of(vec![dot("Mexico", 0, unknown(), unknown())]))),
    ]
}
