//! Parts as areas.

use chart::Hue;
use chart::kinds::treemap::{Treemap, TreemapTile};

use super::{Case, HARD_NAMES, case, exact, long_name, size, target};

fn tile(name: &str, slot: usize, value: f64) -> TreemapTile {
    TreemapTile {
        name: name.to_owned(),
        hue: Hue::Member(slot),
        value,
        is_computed: slot % 4 == 3,
        share: format!("{:.2}%", value / 100.0),
        target: target(name, &exact(value)),
    }
}

fn of(tiles: Vec<TreemapTile>, rest: Option<f64>) -> Treemap {
    let rest = rest.map(|value| TreemapTile { hue: Hue::Rest, ..tile("Not itemised", 3, value) });
    Treemap::new(tiles, rest, |others| [format!("Other ({})", others.len()), "28.9%".to_owned()])
}

pub fn cases() -> Vec<Case> {
    let draw = |treemap: Treemap| move |width| treemap.draw(size(width));
    let names = [
        "Mexico",
        "Portugal",
        "Australia",
        "United States",
        "Viet Nam",
        "Ghana",
        "Iraq",
        "Japan",
        "Chile",
        "Oman",
    ];
    let falling = |count: usize| {
        (0..count).map(|n| tile(names[n % 10], n, 4_000.0 / (n + 1) as f64)).collect::<Vec<_>>()
    };
    let mut hard: Vec<TreemapTile> =
        HARD_NAMES.iter().enumerate().map(|(n, name)| tile(name, n, 1_000.0)).collect();
    hard.push(tile(&long_name(), 5, 1_500.0));
    let odd = vec![
        tile("Huge", 0, 1e12),
        tile("Tiny", 1, 0.001),
        tile("Zero", 2, 0.0),
        tile("Negative", 3, -5.0),
        tile("Endless", 4, f64::INFINITY),
        tile("Half as huge", 5, 5e11),
    ];
    vec![
        case("ordinary", draw(of(falling(10), Some(900.0)))),
        case("others", draw(of(falling(40), Some(900.0)))),
        case("three-hundred", draw(of((0..300).map(|n| tile("Member", n, 7.0)).collect(), None))),
        case("one", draw(of(falling(1), None))),
        case("names", draw(of(hard, None))),
        case("odd", draw(of(odd, None))),
        case("only-rest", draw(of(Vec::new(), Some(900.0)))),
        case("nothing-known", draw(of(Vec::new(), None))),
    ]
}
