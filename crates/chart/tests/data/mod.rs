//! Data for the gallery: an ordinary case of each kind, and those that could break it.

pub mod bubble_map;
pub mod multiples;
pub mod scatter;
pub mod slope;
pub mod sparkline;
pub mod stacked;
pub mod tiles;
pub mod treemap;
pub mod waterfall;

use chart::kinds::columns::{Column, Columns};
use chart::kinds::heat::{Heat, HeatCell, HeatRow};
use chart::kinds::lines::{Lines, Positions, Series, Values};
use chart::{Datum, Hue, LeadsTo, Reading, Scene, Size, Target, TargetLine};
use i18n::{ENGLISH, plain};
use model::Period;

/// A picture to look at.
pub struct Case {
    pub name: &'static str,
    /// Draws it at a width.
    pub draw: Box<dyn Fn(f64) -> Scene>,
}

pub fn case(name: &'static str, draw: impl Fn(f64) -> Scene + 'static) -> Case {
    Case { name, draw: Box::new(draw) }
}

pub const HEIGHT: f64 = 260.0;

pub fn size(width: f64) -> Size {
    Size { width, height: HEIGHT }
}

pub fn month(text: &str) -> Period {
    text.parse().unwrap()
}

/// A reported figure, good to a hundred tonnes.
pub fn reported(value: f64) -> Datum {
    Ok(Reading {
        value,
        low: value - 50.0,
        high: value + 50.0,
        is_computed: false,
        text: plain(value, 0, false),
    })
}

/// An exact one.
pub fn exact(value: f64) -> Datum {
    Ok(Reading { value, low: value, high: value, is_computed: false, text: plain(value, 0, false) })
}

/// One that follows from others.
pub fn between(low: f64, high: f64) -> Datum {
    let text = format!("{}–{}", plain(low, 0, false), plain(high, 0, false));
    Ok(Reading { value: (low + high) / 2.0, low, high, is_computed: true, text })
}

/// What is known of a month whose file was cut.
pub fn at_least(value: f64) -> Datum {
    let text = format!("{} or more", plain(value, 0, false));
    Ok(Reading { high: f64::INFINITY, text, ..exact(value).unwrap() })
}

pub fn unknown() -> Datum {
    Err("No article reports it.".to_owned())
}

/// Names that no layout may break on.
pub const HARD_NAMES: [&str; 5] =
    ["阿拉伯联合酋长国和其他国家地区", "جمهورية مصر العربية", "🇲🇽🇲🇽🇲🇽 Mexico", "<b>&\"'</b>", "x"];

pub fn long_name() -> String {
    "A name that somebody made of two hundred characters, ".repeat(4).trim_end().to_owned()
}

/// A value for a place in a list that looks like trade: a season, a trend and some noise, the same every time.
pub fn wave(place: usize, size: f64) -> f64 {
    let x = place as f64;
    (size * (1.0 + 0.25 * (x * 0.52).sin() + 0.1 * (x * 2.1).sin() + 0.01 * x)).round()
}

pub fn periods(first: &str, count: usize) -> Vec<Period> {
    let first = month(first);
    (0..count).map(|n| first.plus(i32::try_from(n).unwrap())).collect()
}

pub fn target(title: &str, datum: &Datum) -> Target {
    let value = match datum {
        Ok(reading) => format!("{} t", reading.text),
        Err(why) => why.clone(),
    };
    let lines = vec![TargetLine { paint: None, name: String::new(), value }];
    Target { to: LeadsTo::Nowhere, title: title.to_owned(), lines }
}

fn columns_of(first: &str, data: Vec<Datum>, with_mean: bool) -> Columns {
    let periods = periods(first, data.len());
    let mean = |place: usize| {
        let window = data.get(place.checked_sub(11)?..=place)?;
        let values: Option<Vec<f64>> = window.iter().map(|d| Some(d.as_ref().ok()?.value)).collect();
        Some(values?.iter().sum::<f64>() / 12.0)
    };
    let column = |(place, period): (usize, &Period)| Column {
        period: *period,
        figure: data[place].clone(),
        mean: with_mean.then(|| mean(place)).flatten(),
        target: target(&period.to_string(), &data[place]),
    };
    let chosen = periods[periods.len() * 3 / 4];
    Columns { unit: " t", columns: periods.iter().enumerate().map(column).collect(), chosen }
}

pub fn columns() -> Vec<Case> {
    let draw = |columns: Columns| move |width| columns.draw(&ENGLISH, size(width));
    let many = |count: usize| (0..count).map(|n| exact(wave(n, 20_000.0))).collect::<Vec<_>>();
    let mixed = (0..24)
        .map(|n| match n % 7 {
            2 => unknown(),
            4 => between(wave(n, 18_000.0), wave(n, 24_000.0)),
            5 => Ok(Reading { low: 16_000.0, high: 25_000.0, ..reported(21_000.0).unwrap() }),
            _ => reported(wave(n, 20_000.0)),
        })
        .collect();
    let at_least = at_least(21_000.0);
    vec![
        case("two-years", draw(columns_of("2023-05", many(24), true))),
        case("bounds-and-gaps", draw(columns_of("2023-05", mixed, false))),
        case("one-month", draw(columns_of("2025-04", vec![reported(21_300.0)], false))),
        case("twenty-years", draw(columns_of("2005-01", many(240), true))),
        case("huge", draw(columns_of("2025-01", vec![exact(1e12), exact(0.001), exact(0.0)], false))),
        case(
            "cut-file",
            draw(columns_of(
                "2025-01",
                vec![exact(30_000.0), exact(29_000.0), at_least.clone(), at_least],
                false,
            )),
        ),
        case("nothing-known", draw(columns_of("2025-01", vec![unknown(), unknown()], false))),
    ]
}

fn series(name: &str, slot: usize, data: Vec<Datum>) -> Series {
    Series { name: name.to_owned(), hue: Hue::Member(slot), is_faint: false, data }
}

/// Two years with a month whose file was cut, and two cut ones at their end.
pub fn cut_file(usual: f64, known: f64) -> Vec<Datum> {
    let month = |n: usize| if matches!(n, 12 | 22 | 23) { at_least(known) } else { exact(wave(n, usual)) };
    (0..24).map(month).collect()
}

fn lines_of(values: Values, first: &str, series: Vec<Series>) -> Lines {
    let months = periods(first, series.iter().map(|s| s.data.len()).max().unwrap_or(0));
    let titles = months.iter().map(Period::to_string).collect();
    Lines {
        unit: " t",
        values,
        chosen: Some(months.len() / 2),
        positions: Positions::Months(months),
        series,
        titles,
    }
}

pub fn lines() -> Vec<Case> {
    let draw = |lines: Lines| move |width| lines.draw(&ENGLISH, size(width));
    let whole = |count: usize, size: f64, shift: usize| {
        (0..count).map(|n| exact(wave(n + shift, size))).collect::<Vec<_>>()
    };
    let sparse = (0..24)
        .map(|n| match n % 5 {
            0 => reported(wave(n, 2_000.0)),
            1 => between(wave(n, 1_500.0), wave(n, 2_300.0)),
            _ => unknown(),
        })
        .collect();
    let close = |slot: usize| {
        series(
            ["Mexico", "Portugal", "Australia", "United States", "Viet Nam"][slot],
            slot,
            whole(24, 2_000.0 + slot as f64, 0),
        )
    };
    let ranks = |slot: usize| {
        let places = (0..13).map(|n| exact(((n * (slot + 1)) % 6 + 1) as f64)).collect();
        series(["Jiangsu", "Henan", "Beijing"][slot], slot, places)
    };
    let months_of_year = ["J", "F", "M", "A", "M", "J", "J", "A", "S", "O", "N", "D"].map(str::to_owned);
    let years = (2022..2026).map(|year: usize| Series {
        is_faint: year < 2024,
        hue: if year == 2025 { Hue::Accent } else { Hue::Rest },
        data: whole(if year == 2025 { 4 } else { 12 }, 20_000.0, (year - 2022) * 12),
        name: year.to_string(),
    });
    let yearly = Lines {
        unit: " t",
        values: Values::FromZero,
        positions: Positions::Named(months_of_year.to_vec()),
        series: years.collect(),
        chosen: Some(3),
        titles: months_of_year.to_vec(),
    };
    let mut hard: Vec<Series> = HARD_NAMES
        .iter()
        .enumerate()
        .map(|(n, name)| series(name, n, whole(13, 900.0 * n as f64, n)))
        .collect();
    hard.push(series(&long_name(), 5, whole(13, 400.0, 3)));
    vec![
        case(
            "two-members",
            draw(lines_of(
                Values::FromZero,
                "2023-05",
                vec![series("Mexico", 0, whole(24, 2_000.0, 0)), series("Portugal", 1, whole(24, 900.0, 7))],
            )),
        ),
        case(
            "cut-file",
            draw(lines_of(
                Values::FromZero,
                "2023-05",
                vec![
                    series("Mexico", 0, cut_file(2_000.0, 0.0)),
                    series("Portugal", 1, cut_file(900.0, 400.0)),
                ],
            )),
        ),
        case("sparse", draw(lines_of(Values::FromZero, "2023-05", vec![series("Mexico", 0, sparse)]))),
        case("labels-make-way", draw(lines_of(Values::FromZero, "2023-05", (0..5).map(close).collect()))),
        case("years", draw(yearly)),
        case(
            "index",
            draw(lines_of(Values::AsTheyAre, "2023-05", vec![series("Mexico", 0, whole(24, 100.0, 0))])),
        ),
        case(
            "ranks",
            draw(Lines { unit: "", ..lines_of(Values::Ranks, "2024-04", (0..3).map(ranks).collect()) }),
        ),
        case(
            "below-zero",
            draw(lines_of(
                Values::FromZero,
                "2024-04",
                vec![series("Change", 0, (0..13).map(|n| exact(wave(n, 100.0) - 105.0)).collect())],
            )),
        ),
        case("names", draw(lines_of(Values::FromZero, "2024-04", hard))),
        case(
            "three-hundred",
            draw(lines_of(
                Values::FromZero,
                "2024-04",
                (0..300).map(|n| series("Member", n, whole(13, n as f64, n))).collect(),
            )),
        ),
        case(
            "one-point",
            draw(lines_of(Values::FromZero, "2025-04", vec![series("Mexico", 0, vec![between(5.0, 9.0)])])),
        ),
        case(
            "all-equal",
            draw(lines_of(
                Values::AsTheyAre,
                "2024-04",
                vec![series("Mexico", 0, (0..13).map(|_| exact(7.0)).collect())],
            )),
        ),
        case(
            "nothing-known",
            draw(lines_of(
                Values::FromZero,
                "2025-01",
                vec![series("Mexico", 0, vec![unknown(), unknown()])],
            )),
        ),
    ]
}

fn heat_of(columns: &[&str], rows: Vec<(&str, Vec<Option<Datum>>)>) -> Heat {
    let row = |(name, data): (&str, Vec<Option<Datum>>)| {
        let cell = |(place, datum): (usize, Option<Datum>)| {
            datum.map(|figure| HeatCell {
                target: target(name, &figure),
                // Bounds have no shorter words.
                shorter: figure
                    .as_ref()
                    .ok()
                    .filter(|r| !r.is_computed)
                    .map(|_| "k".to_owned())
                    .into_iter()
                    .collect(),
                is_chosen: place == 3,
                is_marked: place == 1,
                is_coloured: place != 12,
                figure,
            })
        };
        HeatRow { name: name.to_owned(), cells: data.into_iter().enumerate().map(cell).collect() }
    };
    Heat {
        least: 0.0,
        columns: columns
            .iter()
            .map(|head| [head, head.get(..1).unwrap_or(head)].map(str::to_owned))
            .collect(),
        rows: rows.into_iter().map(row).collect(),
    }
}

pub fn heat() -> Vec<Case> {
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let year = |year: usize| -> Vec<Option<Datum>> {
        let cell = |n: usize| match (year, n) {
            (3, 5..) => None,
            (_, 1 | 7) => Some(unknown()),
            _ => Some(exact(wave(year * 12 + n, 20_000.0))),
        };
        (0..12).map(cell).collect()
    };
    let seasons =
        heat_of(&months, vec![("2022", year(0)), ("2023", year(1)), ("2024", year(2)), ("2025", year(3))]);
    let long = long_name();
    let edges = heat_of(
        &["Jiangsu", "内蒙古自治区", &long],
        vec![
            (&long, vec![Some(exact(0.0)), Some(exact(1e12)), Some(exact(-5.0))]),
            (HARD_NAMES[1], vec![Some(exact(1.0)), None, Some(unknown())]),
        ],
    );
    let together =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan–Feb"];
    let partly = |n: usize| match n {
        2 => Some(at_least(15_139.0)),
        // What no cell has room for.
        5 => Some(between(1_234_567.0, 2_345_678.0)),
        12 => Some(exact(38_691.0)),
        _ => Some(exact(wave(n, 20_000.0))),
    };
    let partly = heat_of(&together, vec![("2025", (0..13).map(partly).collect())]);
    vec![
        case("season", move |width| seasons.draw(width)),
        case("partly-known", move |width| partly.draw(width)),
        case("edges", move |width| edges.draw(width)),
        case("nothing", |width| heat_of(&[], Vec::new()).draw(width)),
    ]
}
