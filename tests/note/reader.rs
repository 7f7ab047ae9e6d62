//! A reader with a pocket calculator: a percentage, the quantity beside it and the one that it is on agree within what
//! their digits leave open, in every note of every dataset.

use std::fs;
use std::path::Path;

use breakdown::Dataset;
use dataset::{read_ledger, read_records};
use model::{Interval, Unit};
use note::{Language, Length, Material, Note, Number, Piece, write};

use crate::digits::reading;
use crate::{bauxite, imports, ledger, records};

/// What a number says of its quantity. A zero at the end of what an article prints may be padding; of a figure that
/// is worked out, all but a thousandth is known.
fn said(number: &Number) -> Interval {
    let read = reading(&number.text);
    // A printed tonnage may be half a unit less, or one unit more where it is cut.
    let middle = read.low + read.width() / 3.0;
    let is_range =
        number.text.contains(['–', '～']) || ["about", "约"].iter().any(|w| number.text.contains(w));
    if number.figure.unit != Unit::Tonnes || number.figure.is_printed() || is_range {
        return read;
    }
    let room = (middle.abs() * 0.001).max(0.6);
    read.and(Interval { low: middle - room, high: middle + room }).unwrap_or(read)
}

/// Ends of what stands before a number that tell what it is.
const BASE: [&str; 11] = [
    "(from ",
    " from ",
    "against ",
    "（上月",
    "（上年同期",
    "较上年同期",
    "较上年同期的",
    "较上年",
    "较上年的",
    "较上月",
    "较上月的",
];
const UP: [&str; 3] = ["up ", "增加", "增长"];
const DOWN: [&str; 3] = ["down ", "减少", "下降"];
const EITHER: [&str; 2] = ["with a change of ", "变动"];
/// What stands between a change in tonnes and the same in percent.
const SAME: [&str; 6] = [" (", ", or ", "（增幅", "（降幅", "，增幅", "，降幅"];

fn ends_in(words: &str, ends: &[&str]) -> bool {
    ends.iter().any(|end| words.ends_with(end))
}

fn mirrored(bounds: Interval) -> Interval {
    Interval { low: -bounds.high, high: -bounds.low }
}

/// The least and the most of a function that rises or falls in both.
fn corners(a: Interval, b: Interval, of: impl Fn(f64, f64) -> f64) -> Interval {
    let all = [of(a.low, b.low), of(a.low, b.high), of(a.high, b.low), of(a.high, b.high)];
    Interval {
        low: all.iter().copied().fold(f64::MAX, f64::min),
        high: all.iter().copied().fold(f64::MIN, f64::max),
    }
}

/// What a sentence has told so far.
#[derive(Default)]
struct Told<'a> {
    level: Option<(&'a Number, Interval)>,
    base: Option<(&'a Number, Interval)>,
    change: Option<(&'a Number, Interval)>,
    growth: Option<(&'a Number, Interval)>,
    falls: bool,
}

/// Reads a sentence; how many sums the reader could do.
fn checked(pieces: &[Piece]) -> usize {
    let (mut told, mut done, mut words) = (Told::default(), 0, "");
    for piece in pieces {
        let number = match piece {
            Piece::Words(text) => {
                words = text.as_str();
                continue;
            }
            Piece::Number(number) => number.as_ref(),
        };
        // Places in words have no digits.
        if !matches!(number.figure.unit, Unit::Tonnes | Unit::Percent) {
            words = "";
            continue;
        }
        let mut read = said(number);
        let direction = ends_in(words, &DOWN) || words.ends_with("（降幅") || words.ends_with("，降幅");
        match number.figure.unit {
            Unit::Tonnes if ends_in(words, &BASE) => {
                told.base = Some((number, read));
                done += growth_agrees(&told) + change_agrees(&told);
                if told.growth.take().is_some() {
                    // The base of that growth, not of the next one.
                    told.base = None;
                }
            }
            Unit::Tonnes if ends_in(words, &UP) || ends_in(words, &DOWN) || ends_in(words, &EITHER) => {
                told.change = Some((number, if direction { mirrored(read) } else { read }));
                told.falls = direction;
                done += change_agrees(&told);
            }
            Unit::Tonnes => told = Told { level: Some((number, read)), ..Told::default() },
            Unit::Percent => {
                let same = words.ends_with(" and ");
                let of_change = told.change.is_some() && ends_in(words, &SAME);
                let grows = ends_in(words, &UP) || ends_in(words, &DOWN) || ends_in(words, &EITHER);
                if !(same || of_change || grows) {
                    words = "";
                    continue;
                }
                told.falls = if same || of_change { told.falls } else { direction };
                if told.falls {
                    read = mirrored(read);
                }
                told.growth = Some((number, read));
                done += match of_change {
                    true => part_agrees(&told),
                    false => growth_agrees(&told),
                };
                if told.base.take().is_some() {
                    // "较上年同期的1.97万吨增长8.43%": the next base has a growth of its own.
                    told.growth = None;
                }
            }
            _ => {}
        }
        words = "";
    }
    done
}

/// What the note marks as contradicted is not the reader's fault.
fn is_sound(numbers: &[&Number]) -> bool {
    numbers.iter().all(|number| !number.figure.rests_on_aside())
}

#[track_caller]
fn agree(computed: Interval, printed: Interval, numbers: &[&Number]) -> usize {
    if !is_sound(numbers) {
        return 0;
    }
    let texts: Vec<&str> = numbers.iter().map(|n| n.text.as_str()).collect();
    let slack = 1e-6 * (1.0 + printed.high.abs().min(1e12));
    assert!(
        computed.low <= printed.high + slack && printed.low <= computed.high + slack,
        "{texts:?}: a reader finds {computed:?}, not {printed:?}"
    );
    1
}

/// "21,300 t, up 8.43% from 19,700 t"
fn growth_agrees(told: &Told) -> usize {
    let (Some((level, now)), Some((base, before)), Some((growth, printed))) =
        (told.level, told.base, told.growth)
    else {
        return 0;
    };
    agree(corners(now, before, |a, b| (a / b - 1.0) * 100.0), printed, &[level, base, growth])
}

/// "1,930.8 t, up 1,420.5 t MoM from 510.3 t"
fn change_agrees(told: &Told) -> usize {
    let (Some((level, now)), Some((base, before)), Some((change, printed))) =
        (told.level, told.base, told.change)
    else {
        return 0;
    };
    agree(corners(now, before, |a, b| a - b), printed, &[level, base, change])
}

/// "2,628.738 t, up 326.75 t (14.2%)"
fn part_agrees(told: &Told) -> usize {
    let (Some((level, now)), Some((change, by)), Some((growth, printed))) =
        (told.level, told.change, told.growth)
    else {
        return 0;
    };
    let before = Interval { low: now.low - by.high, high: now.high - by.low };
    if before.low <= 0.0 {
        return 0;
    }
    agree(corners(by, now, |c, q| c / (q - c) * 100.0), printed, &[level, change, growth])
}

fn of_note(note: &Note) -> usize {
    note.sections.iter().flat_map(|s| &s.sentences).map(|s| checked(&s.pieces)).sum()
}

fn of_dataset(dataset: &Dataset) -> usize {
    let (first, last) = dataset.months().unwrap();
    let mut done = 0;
    for period in first.to(last) {
        let material = Material::new(dataset, None, period);
        for (_, language) in Language::NAMES {
            for length in [Length::Short, Length::Full] {
                done += of_note(&write(&material, language, length));
            }
        }
    }
    done
}

#[test]
fn a_reader_finds_the_percentages_of_every_note() {
    let fixtures =
        [Dataset::Published(ledger()), Dataset::Published(imports()), Dataset::Recorded((&records()).into())];
    let done: Vec<usize> = fixtures.iter().map(of_dataset).collect();
    assert!(done.iter().all(|done| *done > 50), "{done:?}");
    assert!(of_dataset(&Dataset::Published(bauxite::ledger())) > 10);
}

/// Months that publishers add.
#[test]
fn a_reader_finds_the_percentages_of_what_is_published() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = 0;
    for file in fs::read_dir(root.join("public/data")).unwrap() {
        let path = file.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        // What is the same as the fixture is read above.
        let fixture = root.join("tests/fixtures/data").join(path.file_name().unwrap());
        if fs::read(fixture).is_ok_and(|fixture| fixture == bytes) {
            files += 1;
            continue;
        }
        let json: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        match json["format"].as_str() {
            Some("tonnage/published-figures") => {
                of_dataset(&Dataset::Published(settle::settled(read_ledger(&bytes).read.unwrap())));
            }
            Some("tonnage/records") => {
                of_dataset(&Dataset::Recorded((&read_records(&bytes).read.unwrap()).into()));
            }
            _ => continue,
        }
        files += 1;
    }
    assert!(files > 0);
}

/// The calculator itself: 108,900 t from 100,000 t is 8.9 %, not 9.2 %.
#[test]
#[should_panic(expected = "a reader finds")]
fn a_base_of_too_few_digits_is_noticed() {
    let figure = |value: f64, unit| model::Figure::recorded(value, unit, 0);
    let number = |text: &str, figure| {
        let (view, claims) = (view::View::default(), Vec::new());
        Piece::Number(Box::new(Number { figure, text: text.to_owned(), view, claims }))
    };
    let words = |text: &str| Piece::Words(text.to_owned());
    checked(&[
        words("China imported "),
        number("108,900 t", figure(108_900.0, Unit::Tonnes)),
        words(" of wire, up "),
        number("9.2%", figure(9.2, Unit::Percent)),
        words(" YoY (from "),
        number("100,000 t", figure(100_000.0, Unit::Tonnes)),
    ]);
}
