//! The world.

use chart::kinds::bubble_map::{Bubble, BubbleMap, Land};
use chart::{Datum, Hue, Reading, place};

use super::{Case, HARD_NAMES, between, case, exact, long_name, target, unknown};

fn bubble(code: &str, name: &str, slot: usize, figure: Datum) -> Bubble {
    let target = target(name, &figure);
    Bubble { name: name.to_owned(), hue: Hue::Member(slot), place: place(code).unwrap(), figure, target }
}

pub fn cases() -> Vec<Case> {
    let land = Land::read(include_str!("../../../../public/land.txt")).unwrap();
    let draw = |bubbles: Vec<Bubble>| {
        let (map, land) = (BubbleMap { unit: " t", bubbles }, land.clone());
        move |width| map.draw(&land, width)
    };
    let partners = [
        ("MEX", "Mexico"),
        ("PRT", "Portugal"),
        ("AUS", "Australia"),
        ("USA", "United States"),
        ("VNM", "Viet Nam"),
        ("GHA", "Ghana"),
        ("IRQ", "Iraq"),
        ("HKG", "Hong Kong, China"),
        ("NZL", "New Zealand"),
        ("SGP", "Singapore"),
        ("CHL", "Chile"),
        ("FJI", "Fiji"),
        ("RUS", "Russia"),
    ];
    let partner =
        |(n, (code, name)): (usize, &(&str, &str))| bubble(code, name, n, exact(4_000.0 / (n + 1) as f64));
    let ordinary: Vec<Bubble> = partners.iter().enumerate().map(partner).collect();
    let bounds = vec![
        bubble("MEX", "Mexico", 0, between(1_000.0, 4_000.0)),
        bubble("BRA", "Brazil", 1, between(0.0, 2_000.0)),
        bubble("AUS", "Australia", 2, unknown()),
        bubble("IND", "India", 3, exact(3_000.0)),
        bubble("EGY", "Egypt", 4, Ok(Reading { high: f64::INFINITY, ..exact(900.0).unwrap() })),
        bubble("JPN", "Japan", 5, exact(0.0)),
    ];
    let codes = ["BRA", "EGY", "DEU", "JPN", "ZAF"];
    let mut hard: Vec<Bubble> = HARD_NAMES
        .iter()
        .zip(codes)
        .enumerate()
        .map(|(n, (name, code))| bubble(code, name, n, exact(7.0)))
        .collect();
    hard.push(bubble("USA", &long_name(), 5, exact(9.0)));
    let codes: Vec<&str> = "ABW AGO ALB ARE ARG ATG AUT BEL BGD BOL CAN CHE CIV COL DNK ECU ESP ETH FIN FRA GRC HUN \
                            IDN IRN ISL ITA KAZ KEN KOR LKA MAR MLI MMR NAM NOR OMN PAK PER PHL POL QAT SAU SWE THA \
                            TUN TUR TWN TZA UKR URY"
        .split_whitespace()
        .collect();
    let many =
        (0..300).map(|n| bubble(codes[n % codes.len()], "Member", n, exact((n * n % 77) as f64))).collect();
    let odd = vec![
        bubble("TON", "Huge at the edge", 0, exact(1e12)),
        bubble("WSM", "Tiny", 1, exact(0.001)),
        bubble("CAN", "Negative", 2, exact(-5.0)),
        bubble("ATA", "Below the map", 3, exact(2e11)),
        Bubble { place: (180.0, 90.0), ..bubble("NOR", "Pole", 4, exact(2e11)) },
    ];
    vec![
        case("ordinary", draw(ordinary.clone())),
        case("bounds", draw(bounds)),
        case("one", draw(ordinary[..1].to_vec())),
        case("names", draw(hard)),
        case("three-hundred", draw(many)),
        case("odd", draw(odd)),
        case("nothing-known", draw(vec![bubble("MEX", "Mexico", 0, unknown())])),
        case("zero", draw(vec![bubble("MEX", "Mexico", 0, exact(0.0))])),
        case("no-land", move |width| {
            BubbleMap { unit: " t", bubbles: ordinary.clone() }.draw(&Land::default(), width)
        }),
    ]
}
