//! China's provinces.

use chart::Datum;
use chart::kinds::tiles::{Province, Tiles};

use super::{Case, HARD_NAMES, at_least, case, exact, long_name, target, unknown};

const NAMES: [(&str, &str); 34] = [
    ("11", "Beijing"),
    ("12", "Tianjin"),
    ("13", "Hebei"),
    ("14", "Shanxi"),
    ("15", "Inner Mongolia"),
    ("21", "Liaoning"),
    ("22", "Jilin"),
    ("23", "Heilongjiang"),
    ("31", "Shanghai"),
    ("32", "Jiangsu"),
    ("33", "Zhejiang"),
    ("34", "Anhui"),
    ("35", "Fujian"),
    ("36", "Jiangxi"),
    ("37", "Shandong"),
    ("41", "Henan"),
    ("42", "Hubei"),
    ("43", "Hunan"),
    ("44", "Guangdong"),
    ("45", "Guangxi"),
    ("46", "Hainan"),
    ("50", "Chongqing"),
    ("51", "Sichuan"),
    ("52", "Guizhou"),
    ("53", "Yunnan"),
    ("54", "Tibet"),
    ("61", "Shaanxi"),
    ("62", "Gansu"),
    ("63", "Qinghai"),
    ("64", "Ningxia"),
    ("65", "Xinjiang"),
    ("71", "Taiwan"),
    ("81", "Hong Kong"),
    ("82", "Macao"),
];

fn province(code: &str, name: &str, figure: Datum) -> Province {
    Province { code: code.to_owned(), name: name.to_owned(), target: target(name, &figure), figure }
}

fn of(figure: impl Fn(usize) -> Datum) -> Tiles {
    let province =
        |(n, (code, name)): (usize, &(&str, &str))| province(&format!("{code}0000"), name, figure(n));
    Tiles { provinces: NAMES.iter().enumerate().map(province).collect() }
}

pub fn cases() -> Vec<Case> {
    let draw = |tiles: Tiles| move |width| tiles.draw(width);
    let ordinary = |n: usize| match n % 5 {
        1 => exact(0.0),
        4 if n.is_multiple_of(2) => unknown(),
        _ => exact(9_000.0 / ((n * 7 % 11 + 1) as f64)),
    };
    let hard = Tiles {
        provinces: vec![
            province("13", HARD_NAMES[0], exact(1.0)),
            province("14", HARD_NAMES[1], exact(2.0)),
            province("41", HARD_NAMES[2], exact(3.0)),
            province("42", &long_name(), exact(1e12)),
            province("43", "Negative", exact(-5.0)),
            province("99", "Nowhere", exact(5.0)),
            province("", "No code", exact(5.0)),
            province("省", "Another code", exact(5.0)),
        ],
    };
    vec![
        case("ordinary", draw(of(ordinary))),
        case("cut-file", draw(of(|n| at_least(300.0 * n as f64)))),
        case("all-equal", draw(of(|_| exact(70.0)))),
        case("zero", draw(of(|_| exact(0.0)))),
        case("unlisted", draw(Tiles { provinces: vec![province("32", "Jiangsu", exact(9_000.0))] })),
        case("hard", draw(hard)),
        case("nothing-known", draw(of(|_| unknown()))),
    ]
}
