//! Many members over time.

use chart::kinds::lines::Series;
use chart::kinds::multiples::Multiples;
use chart::{Datum, Hue, Target};

use super::{Case, HARD_NAMES, between, case, cut_file, exact, long_name, target, unknown, wave};

fn member(name: &str, slot: usize, data: Vec<Datum>) -> (Series, Target) {
    let target = target(name, data.last().unwrap_or(&unknown()));
    (Series { name: name.to_owned(), hue: Hue::Member(slot), is_faint: false, data }, target)
}

fn of(members: Vec<(Series, Target)>) -> Multiples {
    Multiples { unit: " t", members, chosen: Some(18) }
}

fn whole(size: f64, shift: usize) -> Vec<Datum> {
    (0..24).map(|n| exact(wave(n + shift, size))).collect()
}

pub fn cases() -> Vec<Case> {
    let draw = |multiples: Multiples| move |width| multiples.draw(width);
    let names = ["Mexico", "Portugal", "Australia", "United States", "Viet Nam", "Ghana", "Iraq"];
    let ordinary = (0..7).map(|n| member(names[n], n, whole(4_000.0 / (n + 1) as f64, n * 5))).collect();
    let gaps = |n: usize| match n % 6 {
        2 | 4 => unknown(),
        0 => between(1_000.0, 3_000.0),
        _ => exact(wave(n, 2_000.0)),
    };
    let sparse = vec![
        member("Mexico", 0, (0..24).map(gaps).collect()),
        member("Portugal", 1, vec![unknown(); 24]),
        member("Ends unknown", 2, whole(900.0, 3).into_iter().take(20).chain(vec![unknown(); 4]).collect()),
        member("Of bounds", 3, (0..24).map(|n| between(wave(n, 500.0), wave(n, 2_000.0))).collect()),
    ];
    let mut hard: Vec<(Series, Target)> =
        HARD_NAMES.iter().enumerate().map(|(n, name)| member(name, n, whole(900.0, n))).collect();
    hard.push(member(&long_name(), 5, whole(500.0, 3)));
    let odd = vec![
        member("Huge", 0, vec![exact(1e12), exact(4e11), exact(9e11)]),
        member("Tiny", 1, vec![exact(0.001); 3]),
        member("Negative", 2, vec![exact(-4e11), exact(2e11), exact(0.0)]),
        member("Nothing", 3, Vec::new()),
    ];
    vec![
        case("ordinary", draw(of(ordinary))),
        case("sparse", draw(of(sparse))),
        case(
            "cut-file",
            draw(of(vec![
                member("Mexico", 0, cut_file(900.0, 0.0)),
                member("Ghana", 1, cut_file(700.0, 400.0)),
            ])),
        ),
        case("one", draw(of(vec![member("Mexico", 0, whole(900.0, 0))]))),
        case("names", draw(of(hard))),
        case("three-hundred", draw(of((0..300).map(|n| member("Member", n, whole(n as f64, n))).collect()))),
        case("all-equal", draw(of((0..3).map(|n| member("Member", n, vec![exact(7.0); 24])).collect()))),
        case("zero", draw(of(vec![member("Zero", 0, vec![exact(0.0); 24])]))),
        case("odd", draw(of(odd))),
        case("nothing-known", draw(of(vec![member("Mexico", 0, vec![unknown(); 24])]))),
        case("empty", draw(of(Vec::new()))),
    ]
}
