//! Two periods.

use chart::kinds::slope::{Slope, SlopeMember};
use chart::{Datum, Hue, Reading};

use super::{Case, HARD_NAMES, between, case, exact, long_name, reported, size, target, unknown, wave};

fn member(name: &str, slot: usize, from: Datum, to: Datum) -> SlopeMember {
    let target = target(name, &to);
    SlopeMember { name: name.to_owned(), hue: Hue::Member(slot), figures: [from, to], target }
}

fn of(members: Vec<SlopeMember>) -> Slope {
    Slope { periods: ["April 2024".to_owned(), "April 2025".to_owned()], members }
}

pub fn cases() -> Vec<Case> {
    let draw = |slope: Slope| move |width| slope.draw(size(width));
    let ordinary = vec![
        member("Mexico", 0, exact(2_100.0), exact(3_300.0)),
        member("Portugal", 1, exact(2_050.0), exact(1_200.0)),
        member("Australia", 2, exact(1_900.0), exact(1_950.0)),
        member("United States", 3, exact(600.0), exact(20.0)),
        member("Viet Nam", 4, exact(0.0), exact(900.0)),
    ];
    let bounds = vec![
        member("Mexico", 0, between(1_500.0, 2_600.0), reported(3_300.0)),
        member("Portugal", 1, unknown(), exact(1_200.0)),
        member("Australia", 2, exact(900.0), unknown()),
        member("United States", 3, unknown(), unknown()),
        member("Cut", 4, exact(500.0), Ok(Reading { high: f64::INFINITY, ..between(700.0, 700.0).unwrap() })),
    ];
    let mut hard: Vec<SlopeMember> = HARD_NAMES
        .iter()
        .enumerate()
        .map(|(n, name)| member(name, n, exact(100.0 * n as f64), exact(90.0 * n as f64 + 50.0)))
        .collect();
    hard.push(member(&long_name(), 5, exact(700.0), exact(800.0)));
    let many = (0..300)
        .map(|n| member("Member", n, exact(wave(n, n as f64)), exact(wave(n + 3, n as f64))))
        .collect();
    let equal = (0..4).map(|n| member("Member", n, exact(7.0), exact(7.0))).collect();
    let zero = (0..2).map(|n| member("Member", n, exact(0.0), exact(0.0))).collect();
    let odd =
        vec![member("Huge", 0, exact(1e12), exact(0.001)), member("Negative", 1, exact(-3e11), exact(-1.0))];
    vec![
        case("ordinary", draw(of(ordinary))),
        case("bounds", draw(of(bounds))),
        case("one", draw(of(vec![member("Mexico", 0, exact(5.0), exact(9.0))]))),
        case("names", draw(of(hard))),
        case("three-hundred", draw(of(many))),
        case("all-equal", draw(of(equal))),
        case("zero", draw(of(zero))),
        case("odd", draw(of(odd))),
        case("nothing-known", draw(of(vec![member("Mexico", 0, unknown(), unknown())]))),
    ]
}
