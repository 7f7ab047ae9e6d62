//! Lines as small as a word.

use chart::kinds::sparkline::Sparkline;
use chart::{Datum, Hue, Size};

use super::{Case, between, case, cut_file, exact, unknown, wave};

pub fn cases() -> Vec<Case> {
    // Its size is that of its place in a text, whatever the width of the page.
    let draw = |data: Vec<Datum>| {
        let sparkline = Sparkline { hue: Hue::Accent, chosen: Some(data.len() * 3 / 4), data };
        move |_| sparkline.draw(Size { width: 80.0, height: 20.0 })
    };
    let gaps = |n: usize| match n % 6 {
        2 | 4 => unknown(),
        0 => between(1_000.0, 3_000.0),
        _ => exact(wave(n, 2_000.0)),
    };
    vec![
        case("ordinary", draw((0..24).map(|n| exact(wave(n, 2_000.0))).collect())),
        case("gaps", draw((0..24).map(gaps).collect())),
        case("cut-file", draw(cut_file(2_000.0, 0.0))),
        case("one", draw(vec![exact(7.0)])),
        case("three-hundred", draw((0..300).map(|n| exact(wave(n, 2_000.0))).collect())),
        case("all-equal", draw(vec![exact(7.0); 12])),
        case("odd", draw([1e12, 0.0, -4e11, 0.001].map(exact).to_vec())),
        case("nothing-known", draw(vec![unknown(); 5])),
        case("empty", draw(Vec::new())),
    ]
}
