//! Months cut into their parts.

use chart::kinds::stacked::{Mode, Stacked, StackedMonth};
use chart::{Datum, Hue, LeadsTo, Paint, Reading, Target, TargetLine};
use i18n::ENGLISH;

use super::{
    Case, HARD_NAMES, at_least, between, case, exact, long_name, periods, reported, size, unknown, wave,
};

const NAMES: [&str; 5] = ["Mexico", "Portugal", "Australia", "United States", "Viet Nam"];

fn of(names: &[&str], data: Vec<(Datum, Vec<Datum>)>) -> Stacked {
    let members: Vec<(String, Hue)> =
        names.iter().enumerate().map(|(slot, name)| ((*name).to_owned(), Hue::Member(slot))).collect();
    let periods = periods("2023-05", data.len());
    let month = |(period, (total, parts)): (model::Period, (Datum, Vec<Datum>))| {
        let told = |name: &str, hue: Option<Hue>, datum: &Datum| TargetLine {
            paint: hue.map(Paint::Fill),
            name: name.to_owned(),
            value: datum.as_ref().map_or_else(Clone::clone, |reading| reading.text.clone()),
        };
        let lines = members.iter().zip(&parts).map(|((name, hue), part)| told(name, Some(*hue), part));
        let lines = lines.chain([told("Total", None, &total)]).collect();
        let target = Target { to: LeadsTo::Month(period), title: period.to_string(), lines };
        StackedMonth { period, total, parts, target }
    };
    let months = periods.into_iter().zip(data).map(month).collect();
    Stacked { unit: " t", mode: Mode::Amount, members, rest: "All others".to_owned(), months }
}

fn share(stacked: Stacked) -> Stacked {
    Stacked { mode: Mode::Share, ..stacked }
}

pub fn cases() -> Vec<Case> {
    let draw = |stacked: Stacked| move |width| stacked.draw(&ENGLISH, size(width));
    let whole = |n: usize| {
        let parts = (0..5).map(|slot| exact(wave(n + slot * 5, 3_000.0 / (slot + 1) as f64))).collect();
        (exact(wave(n, 9_000.0)), parts)
    };
    let ordinary = || of(&NAMES, (0..24).map(whole).collect());
    let gaps = || {
        let month = |n: usize| match n % 6 {
            1 => (unknown(), vec![exact(2_000.0)]),
            2 => (exact(8_000.0), vec![unknown(), exact(2_000.0), unknown()]),
            3 => (between(7_000.0, 10_000.0), vec![between(1_000.0, 3_000.0), exact(2_000.0)]),
            4 => (
                Ok(Reading { low: 7_000.0, high: 9_500.0, ..reported(8_000.0).unwrap() }),
                vec![exact(3_000.0), exact(1_000.0), unknown()],
            ),
            _ => whole(n),
        };
        of(&NAMES[..3], (0..23).map(month).collect())
    };
    let cut = || {
        let month = |n: usize| match n {
            4 => (at_least(7_000.0), vec![at_least(2_000.0), at_least(0.0), at_least(900.0)]),
            _ => whole(n),
        };
        of(&NAMES[..3], (0..12).map(month).collect())
    };
    let left = |n: usize| {
        let gone = if n > 8 { exact(0.0) } else { exact(2_000.0) };
        (exact(6_000.0), vec![exact(2_500.0), gone, exact(1_500.0)])
    };
    let long = long_name();
    let hard: Vec<&str> = HARD_NAMES.iter().copied().chain([long.as_str()]).collect();
    let hard_month = |n: usize| (exact(9_000.0), (0..6).map(|slot| exact(wave(n + slot, 900.0))).collect());
    let many: Vec<&str> = (0..300).map(|_| "Member").collect();
    let many_month =
        |n: usize| (exact(9_000.0), (0..300).map(|slot| exact(wave(n + slot, 25.0))).collect::<Vec<_>>());
    let odd = vec![
        (exact(1e12), vec![exact(3e11)]),
        (exact(0.001), vec![exact(0.0005)]),
        (exact(0.0), vec![exact(0.0)]),
        (exact(-5.0), vec![exact(-5.0)]),
        // Contradicts itself.
        (exact(2e11), vec![exact(9e11)]),
        (Ok(Reading { high: f64::INFINITY, ..between(5e11, 5e11).unwrap() }), vec![exact(1e11)]),
    ];
    vec![
        case("amounts", draw(ordinary())),
        case("shares", draw(share(ordinary()))),
        case("gaps", draw(gaps())),
        case("gaps-shares", draw(share(gaps()))),
        case("cut-file", draw(cut())),
        case("cut-file-shares", draw(share(cut()))),
        case("left-the-list", draw(of(&NAMES[..3], (0..12).map(left).collect()))),
        case("one", draw(of(&NAMES[..1], vec![(exact(9_000.0), vec![exact(2_000.0)])]))),
        case("names", draw(of(&hard, (0..13).map(hard_month).collect()))),
        case("three-hundred", draw(of(&many, (0..13).map(many_month).collect()))),
        case("odd", draw(of(&NAMES[..1], odd.clone()))),
        case("odd-shares", draw(share(of(&NAMES[..1], odd)))),
        case("nothing-known", draw(of(&NAMES, vec![(unknown(), vec![unknown()])]))),
    ]
}
