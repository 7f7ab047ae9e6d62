//! Every kind of chart, in every case that could break it, as a picture that was looked at: `tests/gallery/`.
//! `UPDATE_SNAPSHOTS=1 cargo test -p chart` stores them anew; the diff is reviewed like code.

// Clippy's allowance for tests does not reach their helpers.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod data;

use std::fs;
use std::path::{Path, PathBuf};

use chart::{Caption, Frame, Mark, Paint, Point, Scene, Shape, Size, Theme, picture, style_sheet, svg};

fn stored(name: &str, text: &str, path: &Path) {
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let stored = fs::read_to_string(path).unwrap_or_default();
    assert!(stored == text, "{name} differs from {}", path.display());
}

fn gallery(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gallery").join(format!("{name}.svg"))
}

#[test]
fn the_page_s_style_sheet_is_that_of_the_theme() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/styles/chart.css");
    stored("The style sheet", &style_sheet(), &path);
}

#[test]
fn themes_have_the_page_s_colours() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/styles/base.css");
    let sheet = fs::read_to_string(path).unwrap();
    let (light, rest) = sheet.split_once("@media (prefers-color-scheme: dark)").unwrap();
    let dark = rest.split_once("\n}\n").unwrap().0;
    use chart::Ink::*;
    let inks = [Paper, Text, Quiet, Line, Accent, Column, Derived, Rest];
    let members = (0..chart::COLOURS).map(Member);
    for ink in inks.into_iter().chain(members) {
        let find = |part: &str| {
            let at = part.split_once(&format!("{}: ", ink.variable()))?;
            at.1.split_once(';').map(|(colour, _)| colour.to_owned())
        };
        let on_light = find(light).unwrap();
        assert_eq!(Theme::LIGHT.colour(ink), on_light, "{ink:?}");
        assert_eq!(Theme::DARK.colour(ink), find(dark).unwrap_or(on_light), "{ink:?} in the dark");
    }
}

/// Nothing is drawn outside of its picture, no place is unknown, and every target says something.
fn sound(name: &str, scene: &Scene) {
    let frame = Frame { left: 0.0, top: 0.0, width: scene.size.width, height: scene.size.height };
    scene.marks.iter().for_each(|mark| inside(name, mark, frame));
}

fn inside(name: &str, mark: &Mark, frame: Frame) {
    // A line's own width, and what texts are off by, as no font is asked.
    const SLACK: f64 = 3.0;
    let check = |point: Point, what: &str| {
        assert!(point.x.is_finite() && point.y.is_finite(), "{name}: {what} at {point:?}");
        let is_inside = (frame.left - SLACK..=frame.right() + SLACK).contains(&point.x)
            && (frame.top - SLACK..=frame.bottom() + SLACK).contains(&point.y);
        assert!(is_inside, "{name}: {what} at {point:?} outside of {frame:?}");
    };
    match mark {
        Mark::Rect(rect, _) => {
            check(chart::at(rect.left, rect.top), "a rectangle");
            check(chart::at(rect.right(), rect.bottom()), "a rectangle");
        }
        Mark::Path(runs, _, _) => runs.concat().into_iter().for_each(|point| check(point, "a path")),
        Mark::Dot(middle, _, _) => check(*middle, "a dot"),
        Mark::Text(text) => {
            let width = chart::text_width(&text.words, text.lettering);
            let left = match text.anchor {
                chart::Anchor::Start => text.at.x,
                chart::Anchor::Middle => text.at.x - width / 2.0,
                chart::Anchor::End => text.at.x - width,
            };
            let slack = SLACK + width * 0.1;
            assert!(
                left >= frame.left - slack && left + width <= frame.right() + slack,
                "{name}: “{}” from {left} to {} in {frame:?}",
                text.words,
                left + width
            );
            check(chart::at(frame.middle().x, text.at.y), "a text");
        }
        Mark::Target(target, marks) => {
            assert!(!target.said([": ", "; "]).is_empty(), "{name}: a target that says nothing");
            marks.iter().for_each(|mark| inside(name, mark, frame));
        }
    }
}

/// Stores the pictures of a kind, and checks that each is sound at every width that a page has.
fn kind(name: &str, cases: Vec<data::Case>) {
    for case in cases {
        for width in [240.0, 390.0, 768.0, 2560.0] {
            sound(&format!("{name}, {}, {width} px", case.name), &(case.draw)(width));
        }
        let name = format!("{name}-{}", case.name);
        let scene = (case.draw)(640.0);
        stored(&name, &svg(&scene, &Theme::LIGHT, &name, "A picture of the gallery."), &gallery(&name));
    }
}

#[test]
fn columns() {
    kind("columns", data::columns());
}

#[test]
fn lines() {
    kind("lines", data::lines());
}

#[test]
fn heat() {
    kind("heat", data::heat());
}

#[test]
fn waterfall() {
    kind("waterfall", data::waterfall::cases());
}

#[test]
fn stacked() {
    kind("stacked", data::stacked::cases());
}

#[test]
fn slope() {
    kind("slope", data::slope::cases());
}

#[test]
fn sparkline() {
    kind("sparkline", data::sparkline::cases());
}

#[test]
fn treemap() {
    kind("treemap", data::treemap::cases());
}

#[test]
fn scatter() {
    kind("scatter", data::scatter::cases());
}

#[test]
fn tiles() {
    kind("tiles", data::tiles::cases());
}

#[test]
fn multiples() {
    kind("multiples", data::multiples::cases());
}

#[test]
fn bubble_map() {
    kind("bubble-map", data::bubble_map::cases());
}

/// A chart that is taken away, with what goes with it: one that takes the height it is given, and one that has its own.
#[test]
fn pictures() {
    let caption = Caption {
        title: "Exports fell 5.3% from March to 21,300 t in April 2025, the lowest of the three months since February".to_owned(),
        subtitle: "China’s exports of aluminium wire and cable · HS 76141000, 76149000 · tonnes".to_owned(),
        keys: vec![(Paint::Column, "reported".to_owned()), (Paint::Derived, "derived from reported figures".to_owned())],
        foot: vec!["Source: SMM and 3 others, 10 articles".to_owned(), "https://example.org/?period=2025-04 · 26 November 2026".to_owned()],
    };
    let chinese = Caption {
        title: "2025年4月中国铝线缆出口2.13万吨，环比下降5.3%，同比增长8.43%，墨西哥连续两个月位居首位，江苏、河南、北京居注册地前三".to_owned(),
        subtitle: "中国铝线缆出口 · 海关编码76141000、76149000 · 吨".to_owned(),
        keys: Vec::new(),
        foot: vec!["数据来源：SMM等4家，10篇文章".to_owned()],
    };
    let cases = data::columns().into_iter().chain(data::waterfall::cases());
    let chosen: Vec<_> = cases.filter(|case| ["two-years", "ordinary"].contains(&case.name)).collect();
    assert_eq!(chosen.len(), 2);
    for case in chosen {
        let chart = |size: Size| (case.draw)(size.width);
        for (shape, name) in [(Shape::AsShown, "as-shown"), (Shape::Wide, "wide"), (Shape::Square, "square")]
        {
            for (caption, language) in [(&caption, "en"), (&chinese, "zh")] {
                let scene = picture(caption, shape, data::size(720.0), &chart);
                let name = format!("picture-{}-{name}-{language}", case.name);
                sound(&name, &scene);
                stored(
                    &name,
                    &svg(&scene, &Theme::LIGHT, &caption.title, &caption.subtitle),
                    &gallery(&name),
                );
            }
        }
    }
}

/// The marks of a scene, those of its targets too.
fn all(marks: &[Mark]) -> Vec<&Mark> {
    let mut found = Vec::new();
    for mark in marks {
        match mark {
            Mark::Target(_, marks) => found.extend(all(marks)),
            other => found.push(other),
        }
    }
    found
}

/// Of a month whose file was cut everybody sees that it is none like the others, wherever it is drawn.
#[test]
fn what_may_be_more_is_hatched_and_compared_with_nothing() {
    let hatched = |cases: Vec<data::Case>, name: &str| {
        let case = cases.into_iter().find(|case| case.name == name).unwrap();
        let scene = (case.draw)(640.0);
        let marks = all(&scene.marks);
        marks.iter().filter(|mark| matches!(mark, Mark::Path(_, _, Paint::Gap))).count()
    };
    assert_eq!(hatched(data::columns(), "cut-file"), 2);
    assert_eq!(hatched(data::stacked::cases(), "cut-file"), 1);
    assert_eq!(hatched(data::stacked::cases(), "cut-file-shares"), 1);
    assert_eq!(hatched(data::heat(), "partly-known"), 2);
    // Three months of two members, whose lines end before them.
    assert_eq!(hatched(data::lines(), "cut-file"), 6);
    assert_eq!(hatched(data::multiples::cases(), "cut-file"), 6);
    let lines = data::lines().into_iter().find(|case| case.name == "cut-file").unwrap();
    let scene = (lines.draw)(640.0);
    let parts = scene.marks.iter().filter_map(|mark| match mark {
        Mark::Path(runs, _, Paint::Line(_)) => Some(runs.iter().map(Vec::len).collect::<Vec<_>>()),
        _ => None,
    });
    assert_eq!(parts.collect::<Vec<_>>(), [[12, 9], [12, 9]]);
}
